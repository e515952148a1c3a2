"""The models as they are shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ingestion.matching as matching
from ingestion.matching.features import FEATURES
from ingestion.matching.model import model
from ingestion.matching.words import words

MODELS = Path(matching.__file__).parent / "models"
NAMES = sorted(file.stem for file in MODELS.glob("*.json"))


def test_there_is_a_model_for_rows_and_one_for_records() -> None:
    assert NAMES == ["records", "rows"]


@pytest.mark.parametrize("name", NAMES)
def test_every_feature_of_a_model_is_one_that_we_make(name: str) -> None:
    kept = json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))
    assert set(kept["weights"]) == set(kept["usual"])
    assert set(kept["weights"]) <= set(FEATURES)
    assert all(0.0 <= usual <= 1.0 for usual in kept["usual"].values())


@pytest.mark.parametrize("name", NAMES)
def test_a_model_asks_between_two_thresholds_and_says_where_they_come_from(name: str) -> None:
    kept = model(name)
    assert 0.0 < kept.reject < kept.even <= kept.accept < 1.0
    assert json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))["measured"]


@pytest.mark.parametrize("name", NAMES)
def test_equal_titles_and_artists_speak_for_one_piece_more_than_nothing_alike(name: str) -> None:
    alike = [float(not feature.endswith(("differ", "differs", "one_sided", "far", "lost_most", "lost_least")))
             for feature in FEATURES]  # fmt: skip
    assert model(name).probability(alike) > model(name).probability([0.0] * len(FEATURES))


def test_the_common_words_are_folded_and_fewer_have_one_than_there_are_records() -> None:
    head, *lines = (MODELS / "common_words.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        word, count = line.split("\t")
        assert words(word) == (word,)
        assert 12 <= int(count) <= int(head)
