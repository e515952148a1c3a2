"""Fits, thresholds and folds on pairs that are made up."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ingestion.matching.features import FEATURES
from ingestion.matching.record import Record
from tests.benchmarks.matching.fitting import Learner, best_threshold, columns_of
from tests.benchmarks.matching.folds import by_learner, by_scores, measured, plan
from tests.benchmarks.matching.itunes_amazon import LabelledPair, groups
from tests.benchmarks.matching.synthetic import Song, synthetic_pairs
from tests.benchmarks.matching.training import RECORDS, model_file

CHANCE = np.random.default_rng(1)
SAME = np.arange(120) % 3 == 0
VALUES = np.clip(CHANCE.normal(0.4, 0.1, (120, len(FEATURES))) + 0.4 * SAME[:, None], 0, 1)
LEARNER = Learner(columns_of(("title_least", "artist_most")), 1.0)
SONGS = [Song(f"Song {word}", f"Artist {word}", "Album", 200, 2001) for word in ("one", "two", "three")] * 30


def test_a_fit_tells_apart_what_differs_and_so_do_its_scores() -> None:
    assert measured(by_learner(LEARNER, VALUES, SAME), SAME).f1 > 0.9
    assert measured(by_scores(VALUES[:, 0], SAME), SAME).f1 > 0.9


def test_the_interval_holds_the_figure() -> None:
    found = measured(by_scores(CHANCE.random(120), SAME), SAME)
    assert found.low <= found.f1 <= found.high


@pytest.mark.parametrize(
    ("scores", "same", "threshold"),
    [
        ([0.1, 0.9], [False, True], 0.5),
        ([0.1, 0.2, 0.7], [False, True, True], 0.15),
        ([0.3, 0.3], [False, True], 0.5),
    ],
)
def test_a_threshold_lies_half_way_where_f1_is_best(scores: list[float], same: list[bool], threshold: float) -> None:
    assert best_threshold(np.array(scores), np.array(same)) == pytest.approx(threshold)


def test_pairs_with_a_record_in_common_are_of_one_group_and_stay_in_one_fold() -> None:
    a, b, c, d = (Record(title=name) for name in "abcd")
    chained = groups([LabelledPair(a, b, True), LabelledPair(c, d, False), LabelledPair(b, c, True)])
    assert len(set(chained)) == 1
    together = np.arange(120) // 4
    for _, train, test in plan(SAME, together):
        assert not set(together[train]) & set(together[test])


def test_the_same_pairs_give_the_same_file_byte_for_byte() -> None:
    first, again = (model_file(RECORDS, LEARNER.fit(VALUES, SAME)) for _ in range(2))
    assert first == again
    assert list(json.loads(first)["weights"]) == ["title_least", "artist_most"]


def test_songs_are_misprinted_in_the_same_way_each_time() -> None:
    first, again = (list(synthetic_pairs(SONGS, 20)) for _ in range(2))
    assert first == again
    assert {pair.same for pair in first} == {True, False}
