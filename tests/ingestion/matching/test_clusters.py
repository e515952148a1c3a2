"""Records gathered to pieces."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.matching.clusters import Pairs, candidate_pairs, clusters, pairs_within
from ingestion.matching.index import MOST_OF_A_KEY
from ingestion.matching.match import Matcher
from ingestion.matching.record import Record
from tests.ingestion.matching.given import record, records

BY = Matcher.named("records")
MIXED = [
    "Moby | Go", "Moby | Go!", "DJ Moby | Go", "Moby | Porcelain", "Moby | Porcelaine", "Orbital | Halcyon",
    "Orbital | Halcyon", "Robert Hood | Minus", "Кино | Группа крови", "КИНО | Группа Крови",
    "Kim | The Drizzle", "Kim | Drizzle",
]  # fmt: skip


def gathered(some: list[Record]) -> list[list[int]]:
    return clusters(some, candidate_pairs(some, BY), BY)


def test_records_of_one_piece_are_gathered_and_others_stand_alone() -> None:
    some = [record(text) for text in MIXED]
    assert gathered(some) == [[0, 1, 2], [3, 4], [5, 6], [7], [8, 9], [10, 11]]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_a_file_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(range(len(MIXED)), len(MIXED))
    found = gathered([record(MIXED[place]) for place in shuffled])
    groups = {frozenset(shuffled[place] for place in group) for group in found}
    assert groups == {frozenset(group) for group in gathered([record(text) for text in MIXED])}


@settings(deadline=None, max_examples=40)
@given(st.lists(records, max_size=8))
def test_every_record_stands_in_exactly_one_group(some: list[Record]) -> None:
    found = gathered(some)
    assert sorted(place for group in found for place in group) == list(range(len(some)))
    assert found == sorted(sorted(group) for group in found)


def test_one_pair_that_looks_like_a_match_chains_no_two_pieces() -> None:
    some = [record(text) for text in ("A B | One", "A B | One", "C D | Two", "C D | Two")]
    pairs: Pairs = {(0, 1): 1.0, (2, 3): 1.0, (1, 2): 0.9, (0, 2): 0.1, (0, 3): 0.1, (1, 3): 0.1}
    assert clusters(some, pairs, BY) == [[0, 1], [2, 3]]


def test_more_equal_records_than_a_key_may_have_are_one_group() -> None:
    some = [record("Moby | Go")] * (MOST_OF_A_KEY + 5)
    assert gathered(some) == [list(range(len(some)))]


def test_ids_of_sources_gather_what_is_spelt_otherwise_and_part_what_is_spelt_alike() -> None:
    go, strange = record("Moby | Go"), record("坂本龍一 | 東風")
    one, other = (("isrc", "A"),), (("isrc", "B"),)
    assert gathered([replace(go, identifiers=one), replace(strange, identifiers=one)]) == [[0, 1]]
    assert gathered([replace(go, identifiers=one), replace(go, identifiers=other)]) == [[0], [1]]


def test_pairs_within_groups_are_listed_once() -> None:
    assert list(pairs_within([[3, 1], [2], []])) == [(1, 3)]
