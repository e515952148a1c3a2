"""Where and in what frame a set was played: Event, Place, Series."""

from __future__ import annotations

from neomodel import AsyncRelationshipTo, StringProperty

from graph_model.fact import Entity, Fact


class Occurrence(Fact):
    """A set was played there, or an event lies there."""


class Episode(Fact):
    """A set is part of a series."""

    number = StringProperty(help_text="The episode as printed, e.g. '109' or 'RA.685'; absent where none is printed.")


class Place(Entity):
    """A town, region or country as printed, e.g. 'Burgos, Spain'."""

    name = StringProperty(required=True, help_text="As first printed.")
    sort_name = StringProperty(index=True, required=True, help_text="The name folded: sorts and completes.")


class Event(Entity):
    """A club night, festival or venue as printed after the '@'; one node for a name at a place."""

    name = StringProperty(required=True, help_text="As first printed.")
    sort_name = StringProperty(index=True, required=True, help_text="The name folded: sorts and completes.")

    place = AsyncRelationshipTo("graph_model.occasion.Place", "IN", model=Occurrence)


class Series(Entity):
    """A show, a podcast, a tour."""

    name = StringProperty(required=True, help_text="As first printed.")
    sort_name = StringProperty(index=True, required=True, help_text="The name folded: sorts and completes.")
