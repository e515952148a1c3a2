"""What two records have in common, as numbers."""

from __future__ import annotations

from hypothesis import given

from ingestion.matching.features import AXES, FEATURES, features
from ingestion.matching.model import model
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.words import WordWeights
from tests.ingestion.matching.given import record, records

WEIGH = WordWeights.of()


def said(one: Record, other: Record) -> dict[str, float]:
    """Features by name."""
    return dict(zip(FEATURES, features(read(one), read(other), WEIGH), strict=True))


@given(records, records)
def test_features_are_shares_and_the_same_whichever_record_comes_first(one: Record, other: Record) -> None:
    values = features(read(one), read(other), WEIGH)
    assert values == features(read(other), read(one), WEIGH)
    assert len(values) == len(FEATURES)
    assert all(0.0 <= value <= 1.0 + 1e-9 for value in values)


@given(records, records)
def test_the_axes_add_up_to_the_log_odds(one: Record, other: Record) -> None:
    by, values = model("records"), features(read(one), read(other), WEIGH)
    added = by.by_axis(values)
    assert list(added) == list(AXES)
    total = by.start + sum(weight * (v - u) for weight, v, u in zip(by.weights, values, by.usual, strict=True))
    assert abs(by.start + sum(added.values()) - total) < 1e-9


def test_silence_is_neither_a_match_nor_a_mismatch() -> None:
    found = said(record("Moby | Go"), record("Moby | Go"))
    known = [found[name] for name in FEATURES if name.endswith("_known") and name != "artist_known"]
    assert known == [0.0] * 4
    assert (found["length_near"], found["year_equal"], found["album_most"], found["label_shared"]) == (0, 0, 0, 0)


def test_an_artist_is_looked_for_in_all_that_the_other_side_says_where_that_names_none() -> None:
    found = said(Record(title="Go", artist="Moby"), Record(title="Go Moby"))
    assert (found["artist_known"], found["artist_most"]) == (0.5, 1.0)
    assert said(Record(title="Go"), Record(title="Go"))["artist_known"] == 0.0


def test_lengths_a_second_apart_are_near_and_two_minutes_apart_far() -> None:
    near = said(Record(title="Go", length="3:41"), Record(title="Go", length="222000"))
    far = said(Record(title="Go", length="3:41"), Record(title="Go", length="5:41"))
    assert near["length_near"] > 0.7 > 0.001 > far["length_near"]
    assert (near["length_far"] < 0.02, far["length_far"]) == (True, 1.0)


def test_an_article_does_not_change_how_a_title_begins() -> None:
    assert said(record("Kim | The Drizzle"), record("Kim | Drizzle"))["title_start"] == 1.0
