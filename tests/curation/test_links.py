"""Which ties a merge moves, and which it leaves out since the survivor says the same."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from neo4j.time import DateTime

from curation.links import Link, from_json, split, stored_link, to_json


def link(kind: str, other: str, *, leaves: bool = True, label: str = "Artist", **said: Any) -> Link:
    return Link(kind, leaves, label, other, said)


@pytest.mark.parametrize(
    ("one", "held", "moves"),
    [
        (link("CREDITED_TO", "a", role="main"), link("CREDITED_TO", "a", role="main", position=3), False),
        (link("CREDITED_TO", "a", role="main"), link("CREDITED_TO", "a", role="remixer"), True),
        (link("CREDITED_TO", "a", role="main"), link("CREDITED_TO", "b", role="main"), True),
        (link("RELEASED_ON", "l", catalog_number="1"), link("RELEASED_ON", "l", catalog_number="2"), True),
        (link("RELEASED_ON", "l", catalog_number="1"), link("RELEASED_ON", "l", catalog_number="1"), False),
        (link("ALIAS_OF", "b"), link("ALIAS_OF", "b", leaves=False), False),
        (link("DISTINCT_FROM", "b", leaves=False), link("DISTINCT_FROM", "b"), False),
        (link("TAGGED", "t", weight=1), link("TAGGED", "t", weight=2), False),
        (link("CANDIDATE", "r", leaves=False), link("ABOUT", "r", leaves=False), False),
        (link("ABOUT", "r", leaves=False), link("CANDIDATE", "r", leaves=False), True),
        (link("ALIAS_OF", "survivor"), link("ALIAS_OF", "b"), False),
    ],
)
def test_a_tie_is_moved_unless_the_survivor_has_the_same(one: Link, held: Link, moves: bool) -> None:
    moving, dropped = split([one], [held], "survivor")
    assert (moving, dropped) == (([one], []) if moves else ([], [one]))


def test_plays_and_keys_are_always_moved() -> None:
    plays = [link("OF", "p", leaves=False, label="Play"), link("IDENTIFIES", "", leaves=False, label="Identifier")]
    moving, dropped = split(plays * 2, plays, "survivor")
    assert (len(moving), dropped) == (4, [])


def test_what_the_merged_one_says_twice_is_moved_once() -> None:
    twice = [link("CREDITED_TO", "a", role="main", position=place) for place in (0, 1)]
    moving, dropped = split(twice, [], "survivor")
    assert (len(moving), len(dropped)) == (1, 1)


def test_a_stored_tie_is_the_same_again_with_its_moments() -> None:
    at = DateTime(2026, 11, 24, 13, 49, 18, 6_820_000, UTC)
    told = link("DISTINCT_FROM", "b", at=at, by="tests", moves=["merge rev_1 trk_a"])
    again = stored_link(told.stored())
    assert again.key == told.key
    assert again.said == {**told.said, "at": datetime(2026, 11, 24, 13, 49, 18, 6_820, UTC)}
    assert from_json(to_json({"weight": 1, "said": None})) == {"weight": 1, "said": None}
