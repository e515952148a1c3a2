"""Libraries: Tracks that somebody owns. Nobody says that they were played, so a library has no Plays."""

from __future__ import annotations

from neomodel import AsyncRelationshipTo, IntegerProperty, StringProperty

from graph_model.fact import Entity, Fact


class Holding(Fact):
    """HOLDS: the Track is in the library."""


class Collection(Entity):
    """A library, or a part of a large one, as a DJ program exported it."""

    title = StringProperty(required=True, help_text="As the source prints it.")
    observation = StringProperty(
        help_text="Id of the Observation that it is derived from now: the newest record of it."
    )
    track_count = IntegerProperty(default=0, help_text="Distinct Tracks in it.")

    tracks = AsyncRelationshipTo("graph_model.track.Track", "HOLDS", model=Holding)
