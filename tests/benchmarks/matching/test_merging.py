"""Counting by sizes gives what counting pair by pair gives."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.record import Record
from ingestion.matching.scores import Score
from tests.benchmarks.matching.merging import United, best_at, curve
from tests.benchmarks.matching.spellings import Spelling

SPELLINGS = st.lists(st.lists(st.sampled_from("xyz"), max_size=4), min_size=2, max_size=7)


def _spellings(ids: list[list[str]]) -> list[Spelling]:
    return [Spelling(str(place), Record(), "", "", Counter(of)) for place, of in enumerate(ids)]


@given(SPELLINGS, st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_the_score_is_that_of_every_pair_of_rows(ids: list[list[str]], joins: list[tuple[int, int]]) -> None:
    united = United(_spellings(ids))
    for one, other in joins:
        united.join(one % len(ids), other % len(ids))
    rows = [(united.group(place), label) for place, of in enumerate(ids) for label in of]
    pairs = list(combinations(rows, 2))
    right = sum(one == other for one, other in pairs)
    made = sum(one[0] == other[0] for one, other in pairs)
    assert united.score == Score(right, made, sum(one[1] == other[1] for one, other in pairs))


def test_a_curve_unites_from_the_likeliest_down() -> None:
    spellings = _spellings([["x"], ["x"], ["y"]])
    points = curve(spellings, [(0, 1), (1, 2)], np.array([0.9, 0.4]), (0.95, 0.5, 0.3))
    assert [(point.score.recall, point.score.precision, point.merges) for point in points] == [
        (0.0, 1.0, 0), (1.0, 1.0, 1), (1.0, 1 / 3, 2),
    ]  # fmt: skip


def test_the_best_point_at_a_share_is_the_lowest_threshold_that_holds_it() -> None:
    spellings = _spellings([["x"], ["x"], ["y"]])
    strict, loose = best_at(spellings, [(0, 1), (1, 2)], np.array([0.9, 0.4]), (0.9, 0.3))
    assert (strict.threshold, loose.threshold) == (0.9, 0.4)


def test_groups_of_one_id_each_are_right_by_b_cubed() -> None:
    united = United(_spellings([["x", "x"], ["x"], ["y"]]))
    united.join(0, 1)
    assert united.b_cubed() == (1.0, 1.0)
