"""Tracks: recorded music as heard in a set, their versions, labels and transitions."""

from __future__ import annotations

from neomodel import (
    ArrayProperty,
    AsyncRelationshipTo,
    DateProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_model.artist import ArtistCredit
from graph_model.fact import Distinction, Entity, Fact, Movable
from graph_model.tag import Tagging

VERSION_KINDS = (
    "remix",
    "edit",
    "extended",
    "dub",
    "vip",
    "live",
    "cover",
    "mashup",
    "instrumental",
    "acapella",
    "remaster",
    "mix",
)
"""How a version differs from its original; `mix` is a named mix that says no more ("Club Mix", '12" Version')."""


class VersionOf(Fact):
    """A remix, edit, live take … of its original, where the original was itself played."""

    kind = StringProperty(required=True, help_text=f"One of {', '.join(VERSION_KINDS)}.")


class Release(Fact):
    """A record label's issue of a Track."""

    catalog_number = StringProperty(help_text="As printed, e.g. 'TRUE12102'; empty where the row had none.")


class Transition(Fact):
    """TRANSITIONS_TO: the sum over all sets in which one Track stood right before the other. Derived, never edited."""

    sets = IntegerProperty(required=True, help_text="Distinct Setlists with the pair.")
    djs = IntegerProperty(required=True, help_text="Distinct main performers of those Setlists, aliases counted once.")
    segues = IntegerProperty(
        required=True, help_text="Distinct Setlists in which the first ran into the second without a break."
    )
    first_played = DateProperty(help_text="Earliest date of those Setlists; absent where none is dated.")
    last_played = DateProperty(help_text="Latest date of those Setlists; absent where none is dated.")
    observations = ArrayProperty(StringProperty(), help_text="Ids of up to 8 Observations behind it, lowest first.")


class Measurement(Movable):
    """MEASURED: what an Observation says of a Track's sound and release; the Track's own values follow from all."""

    bpm = FloatProperty(help_text="Beats per minute.")
    musical_key = StringProperty(help_text="As printed: '8A', 'Am', 'A minor', a Traktor number.")
    duration_ms = IntegerProperty(help_text="Length, in milliseconds.")
    year = IntegerProperty(help_text="Of the release.")
    cue_points = StringProperty(help_text="Marks that somebody set, JSON: [{at_ms, kind, name, length_ms}].")


class Track(Entity):
    """A piece of recorded music as heard in a mix; a remix or edit is its own Track."""

    title = StringProperty(required=True, help_text="Title with its version, e.g. 'Tantra (Tom Demac Remix)'.")
    sort_title = StringProperty(
        index=True, required=True, help_text="The title folded (lower case, no accents): sorts and completes."
    )
    artist_credit = StringProperty(help_text="The credit as first printed, e.g. 'Jamie Jones Feat. Digitaria'.")
    version = StringProperty(help_text="The version as printed, without brackets; absent for an original.")
    version_kind = StringProperty(help_text=f"One of {', '.join(VERSION_KINDS)}; absent for an original.")
    version_group = StringProperty(
        index=True, help_text="Opaque; equal for all versions of one piece, whether or not the original was played."
    )
    group_moves = ArrayProperty(
        StringProperty(), help_text="Merges that changed `version_group`, oldest first: 'merge rev_… former group'."
    )
    bpm = FloatProperty(index=True, help_text="Beats per minute. Derived from MEASURED.")
    musical_key = StringProperty(help_text="The key as printed. Derived from MEASURED.")
    duration_ms = IntegerProperty(help_text="Length, in milliseconds. Derived from MEASURED.")
    year = IntegerProperty(help_text="Of the release. Derived from MEASURED.")
    set_count = IntegerProperty(index=True, default=0, help_text="Distinct Setlists that play it. Derived.")

    match_keys = StringProperty(
        help_text="Keys by which Tracks that may be one find each other (ingestion/matching/blocking.py), in one text."
    )

    credits = AsyncRelationshipTo("graph_model.artist.Artist", "CREDITED_TO", model=ArtistCredit)
    releases = AsyncRelationshipTo("graph_model.label.Label", "RELEASED_ON", model=Release)
    originals = AsyncRelationshipTo("graph_model.track.Track", "VERSION_OF", model=VersionOf)
    next_tracks = AsyncRelationshipTo("graph_model.track.Track", "TRANSITIONS_TO", model=Transition)
    tags = AsyncRelationshipTo("graph_model.tag.Tag", "TAGGED", model=Tagging)
    distinct_from = AsyncRelationshipTo("graph_model.track.Track", "DISTINCT_FROM", model=Distinction)
