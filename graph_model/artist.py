"""Artists, and how a name stands beside a piece of music."""

from __future__ import annotations

from neomodel import AsyncRelationshipTo, IntegerProperty, StringProperty

from graph_model.fact import Distinction, Entity, Fact

CREDIT_ROLES = ("main", "featured", "remixer")
"""What an Artist did on a Track."""

PERFORMER_ROLES = ("main", "guest")
"""What an Artist did in a Setlist; only `main` counts in a transition's `djs`."""


class ArtistCredit(Fact):
    """One printed name: its place in the credit, its role, and what joins it to the next."""

    position = IntegerProperty(
        required=True, help_text="Place in the credit as printed, from 0; remixers follow the main credit."
    )
    role = StringProperty(required=True, help_text="main, featured or remixer.")
    printed = StringProperty(required=True, help_text="The name as this credit prints it.")
    join_phrase = StringProperty(
        help_text="What stands between this name and the next, e.g. ' Feat. '; empty after the last."
    )


class AliasOf(Fact):
    """Another name of the same person or group."""


class Artist(Entity):
    """A person, group or alias that is credited."""

    name = StringProperty(required=True, help_text="The name as first printed.")
    sort_name = StringProperty(
        index=True, required=True, help_text="The name folded (lower case, no accents): sorts and completes."
    )

    alias_of = AsyncRelationshipTo("graph_model.artist.Artist", "ALIAS_OF", model=AliasOf)
    distinct_from = AsyncRelationshipTo("graph_model.artist.Artist", "DISTINCT_FROM", model=Distinction)
