"""The rules of what follows what, without a database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.batch import ReadyPlay, ready_set
from ingestion.transitions import Evidence, places, successions, totals
from tests.ingestion.given import set_of


def follow(*rows: str) -> list[str]:
    """'One → Two' for each pair."""
    pairs = successions(ready_set(set_of("x", *rows)).plays)
    return sorted(f"{_title(one)} → {_title(two)}" for one, two in pairs)


def _title(play: ReadyPlay) -> str:
    return play.row.title or play.row.text


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        (["One", "Two", "Three"], ["One → Two", "Two → Three"]),
        (["One"], []),
        ([], []),
        (["One", "?", "Two"], []),
        (["One", "~", "Two"], []),
        (["One", "| Two", "Three"], ["Two → Three"]),
        (["One", "Two", "w/ Three", "Four"], ["One → Three", "One → Two", "Three → Four", "Two → Four"]),
        (["One", "?", "w/ Two", "Three"], ["One → Two", "Two → Three"]),
        (["One", "Two", "w/ ?", "Three"], ["One → Two", "Two → Three"]),
        (["One", "?", "w/ ~", "Two"], []),
        (["w/ One", "Two"], ["One → Two"]),
        (["One", "One", "Two"], ["One → One", "One → Two"]),
        (["?", "?", "One"], []),
    ],
)
def test_who_follows_whom(rows: list[str], pairs: list[str]) -> None:
    assert follow(*rows) == pairs


@given(st.lists(st.booleans(), max_size=30))
def test_layers_share_a_position_and_positions_have_no_gap(together: list[bool]) -> None:
    given_places = list(places(together))
    assert sorted({position for position, _ in given_places}) == list(range(1, 1 + len({p for p, _ in given_places})))
    assert len(set(given_places)) == len(together)
    assert all((layer > 0) == joined for (_, layer), joined in list(zip(given_places, together, strict=True))[1:])


def test_totals_count_sets_djs_and_segues_once() -> None:
    seen = [
        Evidence("set_1", True, date(2001, 5, 1), frozenset({"a", "b"}), "obs_2", 0.5),
        Evidence("set_1", False, date(2001, 5, 1), frozenset({"a", "b"}), "obs_2", 0.5),
        Evidence("set_2", False, None, frozenset({"b"}), "obs_1", 0.9),
    ]
    found = totals(seen)
    assert (found.sets, found.djs, found.segues) == (2, 2, 1)
    assert (found.first_played, found.last_played) == (date(2001, 5, 1), date(2001, 5, 1))
    assert (found.observations, found.confidence) == (("obs_1", "obs_2"), 0.9)


def test_totals_of_undated_sets_have_no_dates() -> None:
    found = totals([Evidence("set_1", False, None, frozenset(), "obs_1", 0.5)])
    assert (found.first_played, found.last_played, found.djs) == (None, None, 0)
