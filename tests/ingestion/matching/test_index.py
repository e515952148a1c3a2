"""Candidates among records in memory."""

from __future__ import annotations

from ingestion.matching.index import MOST_OF_A_KEY, BlockIndex


def filled(*rows: tuple[str, str]) -> BlockIndex[str]:
    index: BlockIndex[str] = BlockIndex()
    for item, keys in rows:
        index.add(item, keys.split())
    return index


def test_those_come_first_that_share_more_and_rarer_keys() -> None:
    index = filled(("one", "a b"), ("two", "b c"), ("three", "b"), ("four", "d"))
    assert index.candidates({"a", "b"}, 10) == ["one", "two", "three"]
    assert index.candidates({"b", "c"}, 1) == ["two"]


def test_nothing_is_a_candidate_of_itself_or_of_unknown_keys() -> None:
    index = filled(("one", "a"), ("two", "a"))
    assert index.candidates({"a"}, 10, but="one") == ["two"]
    assert index.candidates({"z"}, 10) == []
    assert index.candidates((), 10) == []


def test_equals_stand_in_the_order_in_which_they_came() -> None:
    index = filled(*((f"i{number}", "a") for number in range(20)))
    assert index.candidates({"a"}, 3) == ["i0", "i1", "i2"]


def test_a_key_that_too_many_share_is_passed_over() -> None:
    index: BlockIndex[int] = BlockIndex()
    for number in range(MOST_OF_A_KEY + 1):
        index.add(number, ["all", f"half {number % 2}"])
    assert index.candidates(["all"], 5) == []
    assert index.candidates(["all", "half 1"], 2) == [1, 3]
