"""Setlists and their Plays: the ordered record of one set."""

from __future__ import annotations

from neomodel import (
    AsyncRelationshipTo,
    BooleanProperty,
    DateProperty,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_model.artist import ArtistCredit
from graph_model.fact import Entity, Fact
from graph_model.occasion import Episode, Occurrence
from graph_model.tag import Tagging

PRECISIONS = ("day", "month", "year", "decade")
"""How exactly `played_on` is known; absent with it."""

PLAY_STATES = ("identified", "partial", "unidentified")
"""identified: the text names a Track. partial: it names artists only ("Artist - ID"). unidentified: neither."""


class Performance(Fact):
    """An Artist played the set."""

    position = IntegerProperty(required=True, help_text="Place among the performers as printed, from 0.")
    role = StringProperty(required=True, help_text="main or guest.")


class Membership(Fact):
    """A Setlist has a Play, a Play is of a Track."""


class Succession(Fact):
    """THEN: the two Plays really stood next to each other."""

    segue = BooleanProperty(required=True, help_text="The first ran into the second without a break.")


class Play(Entity):
    """One row of a Setlist: a Track at a position, or a row that nobody has identified yet."""

    position = IntegerProperty(required=True, help_text="Place in the set, from 1; rows played together share it.")
    layer = IntegerProperty(
        required=True, help_text="0 for the first row of a position, 1, 2 … for rows played together with it."
    )
    cue_ms = IntegerProperty(help_text="Start, in milliseconds from the set's start; absent where not printed.")
    played_at = DateTimeNeo4jFormatProperty(
        help_text="When it began, as a program logged it: UTC, or without a zone the clock of the place."
    )
    text = StringProperty(required=True, help_text="The source's row, verbatim.")
    state = StringProperty(required=True, help_text="identified, partial or unidentified.")
    segue = BooleanProperty(help_text="Runs into the next position without a break.")
    break_before = BooleanProperty(help_text="A pause, encore or change of DJ lies before this row.")
    youtube_id = StringProperty(help_text="Video that a machine found for the row's text: a hint, never an identity.")
    youtube_confidence = FloatProperty(help_text="How far that hint is to be trusted, 0.0 to 1.0.")

    track = AsyncRelationshipTo("graph_model.track.Track", "OF", model=Membership)
    credits = AsyncRelationshipTo("graph_model.artist.Artist", "CREDITED_TO", model=ArtistCredit)
    following = AsyncRelationshipTo("graph_model.setlist.Play", "THEN", model=Succession)


class Setlist(Entity):
    """The ordered record of one set, by one or more Artists, at one event."""

    title = StringProperty(required=True, help_text="As the source prints it.")
    sort_title = StringProperty(index=True, required=True, help_text="The title folded: sorts and completes.")
    played_on = DateProperty(index=True, help_text="First possible day; absent where undated.")
    played_precision = StringProperty(help_text=f"How exactly that is known: {', '.join(PRECISIONS)}.")
    url = StringProperty(index=True, help_text="The source's page.")
    observation = StringProperty(
        help_text="Id of the Observation that it is derived from now: the newest record of the source that leads."
    )
    play_count = IntegerProperty(default=0, help_text="Rows, identified or not.")

    artists = AsyncRelationshipTo("graph_model.artist.Artist", "PERFORMED_BY", model=Performance)
    plays = AsyncRelationshipTo("graph_model.setlist.Play", "HAS", model=Membership)
    event = AsyncRelationshipTo("graph_model.occasion.Event", "AT", model=Occurrence)
    series = AsyncRelationshipTo("graph_model.occasion.Series", "PART_OF", model=Episode)
    tags = AsyncRelationshipTo("graph_model.tag.Tag", "TAGGED", model=Tagging)
