"""Two lists of rows of one set: what is paired, what is left, what has moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.rows import Alignment, align

TITLES = ("Sugaree", "Deal", "Bertha", "Cassidy", "Drums", "Space", "Wharf Rat")
lists = st.lists(st.sampled_from(TITLES), max_size=9).map(tuple)


def places(found: Alignment) -> list[tuple[int, int]]:
    """The pairs without what is said of them."""
    return [(pair.left, pair.right) for pair in found.pairs]


def test_rows_in_order_are_paired_across_gaps_and_spellings() -> None:
    found = align(
        ("Tuning", "Bertha", "Minglewood Blues", "Deal"), ("Bertha", "New Minglewood Blues", "Sugaree", "Deal")
    )
    assert places(found) == [(1, 0), (2, 1), (3, 3)]
    assert (found.only_left, found.only_right) == ((0,), (2,))


def test_a_song_that_is_played_twice_is_paired_with_itself() -> None:
    rows = ("Playing In The Band", "Drums", "Playing In The Band", "Playing In The Band Reprise")
    assert places(align(rows, rows)) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_swap_is_reported_as_moved() -> None:
    found = align(("Bertha", "Deal", "Sugaree", "Cassidy"), ("Bertha", "Sugaree", "Deal", "Cassidy"))
    assert len(found.pairs) == 4
    assert [pair.moved for pair in found.pairs].count(True) == 1


def test_a_row_alone_between_two_pairs_needs_less() -> None:
    found = align(("Bertha", "Hey Jude Reprise", "Deal"), ("Bertha", "Hey Jude", "Deal"))
    assert places(found) == [(0, 0), (1, 1), (2, 2)]
    assert found.pairs[1].similarity < 0.65


def test_a_wholly_other_row_between_two_pairs_stays_alone() -> None:
    found = align(("Bertha", "Space", "Deal"), ("Bertha", "Drums", "Deal"))
    assert (found.only_left, found.only_right) == ((1,), (1,))


@pytest.mark.parametrize(("left", "right"), [((), ()), ((), ("Deal",)), (("Deal",), ())])
def test_an_empty_list_pairs_nothing(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    found = align(left, right)
    assert (found.pairs, found.share()) == ((), 0.0)
    assert (len(found.only_left), len(found.only_right)) == (len(left), len(right))


@given(left=lists, right=lists)
def test_each_row_is_paired_once_or_left_and_what_is_in_order_is_in_order(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    found = align(left, right)
    assert sorted([pair.left for pair in found.pairs] + [*found.only_left]) == list(range(len(left)))
    assert sorted([pair.right for pair in found.pairs] + [*found.only_right]) == list(range(len(right)))
    in_order = [pair.right for pair in found.pairs if not pair.moved]
    assert in_order == sorted(in_order)


@given(left=lists, right=lists)
def test_titles_that_both_have_are_all_paired_whichever_list_comes_first(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    there, back = align(left, right), align(right, left)
    assert len(there.pairs) == len(back.pairs)
    assert there.share() == pytest.approx(back.share())
    assert {left[place] for place in there.only_left}.isdisjoint({right[place] for place in there.only_right})


@given(st.lists(st.text(max_size=12), max_size=6).map(tuple), st.lists(st.text(max_size=12), max_size=6).map(tuple))
def test_any_text_can_be_aligned(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert len(align(left, right).pairs) <= min(len(left), len(right))
