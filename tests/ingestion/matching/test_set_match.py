"""Which records are one set: the sure, the unsure, and the near misses."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from ingestion.matching.set_choice import choose
from ingestion.matching.set_faces import SetFace, face_from, face_text, folded, span
from ingestion.matching.set_match import SURE, UNSURE, Reason, SetMatch, match_sets

ROWS = ("Bertha", "Sugaree", "Deal", "Cassidy", "Loser", "Wharf Rat", "Althea", "Ripple")
OTHER_ROWS = ("Jack Straw", "Big River", "Candyman", "Row Jimmy", "El Paso", "Fire", "Estimated Prophet", "Iko Iko")
NIGHT = SetFace(
    title="Jeff Mills @ Liquidroom, Tokyo", performers=folded(["Jeff Mills"]), rows=ROWS,
    segues=(False,) * len(ROWS), played_on=date(1995, 10, 28), played_precision="day",
    event="Liquidroom", place="Tokyo",
)  # fmt: skip


def changed(**others: object) -> SetFace:
    """The night by another hand."""
    return replace(NIGHT, **others)  # type: ignore[arg-type]  # the fields are the tests' own


@pytest.mark.parametrize(
    "other",
    [
        NIGHT,
        changed(event="Liquid Room", rows=ROWS[:-1]),
        changed(event=None, place=None, title="Jeff Mills - Liquidroom (1995-10-28)"),
        changed(rows=(), segues=()),
        changed(rows=tuple(row.upper() for row in ROWS), event="somewhere else"),
        changed(played_on=date(1995, 10, 1), played_precision="month"),
    ],
)
def test_one_night_by_two_hands_is_sure(other: SetFace) -> None:
    assert match_sets(NIGHT, other).probability >= SURE
    assert match_sets(other, NIGHT).probability >= SURE


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(changed(played_on=date(1995, 10, 29)), id="the next night with the same rows"),
        pytest.param(changed(rows=OTHER_ROWS), id="the same club and day, wholly other rows: early and late"),
        pytest.param(changed(played_on=None, event="Tresor", place="Berlin"), id="undated, elsewhere, the same rows"),
        pytest.param(changed(performers=folded(["Derrick May"]), rows=OTHER_ROWS), id="another DJ of that night"),
        pytest.param(changed(rows=(), event="Fabric", place="London"), id="two cities on one day, no rows"),
    ],
)
def test_what_is_nearly_it_is_never_sure(other: SetFace) -> None:
    assert match_sets(NIGHT, other).probability < SURE


@pytest.mark.parametrize(
    "other",
    [
        changed(played_on=date(1996, 10, 28)),
        changed(played_on=date(1995, 11, 1), played_precision="month"),
        changed(performers=folded(["Derrick May"]), rows=OTHER_ROWS, event="Fabric", place="London"),
    ],
)
def test_other_sets_are_not_even_asked_about(other: SetFace) -> None:
    assert match_sets(NIGHT, other).probability < UNSURE


def test_a_match_tells_its_reasons_for_and_against() -> None:
    told = [str(reason) for reason in match_sets(NIGHT, changed(rows=OTHER_ROWS)).reasons]
    assert "the same day (+3.0)" in told
    assert any(reason.startswith("0% of 8 rows in order (-") for reason in told)


def test_two_shows_of_a_day_are_decided_together() -> None:
    pairs = {("early", "e"): 6.0, ("early", "l"): -2.0, ("late", "e"): -2.0, ("late", "l"): 6.0}
    choice = choose({pair: _match(odds) for pair, odds in pairs.items()})
    assert {side: other for side, (other, _) in choice.sure.items()} == {"early": "e", "late": "l"}
    assert choice.unsure == {}


def test_two_shows_of_a_day_that_nothing_tells_apart_are_left_to_a_person() -> None:
    pairs = {("early", "e"): 3.5, ("early", "l"): 3.5, ("late", "e"): 3.5, ("late", "l"): 3.5}
    choice = choose({pair: _match(odds) for pair, odds in pairs.items()})
    assert choice.sure == {}
    assert {side: len(found) for side, found in choice.unsure.items()} == {"early": 2, "late": 2}


@pytest.mark.parametrize(
    ("first", "precision", "last"),
    [
        (date(2000, 2, 29), "day", date(2000, 2, 29)),
        (date(2000, 2, 1), "month", date(2000, 2, 29)),
        (date(1999, 1, 1), "year", date(1999, 12, 31)),
        (date(1990, 1, 1), "decade", date(1999, 12, 31)),
        (date(1990, 1, 1), None, date(1990, 1, 1)),
    ],
)
def test_a_precision_is_a_span_of_days(first: date, precision: str | None, last: date) -> None:
    assert span(first, precision) == (first, last)


@pytest.mark.parametrize("face", [NIGHT, SetFace("x", frozenset()), changed(played_on=None, segues=(True,) * 8)])
def test_a_kept_face_is_the_face(face: SetFace) -> None:
    assert face_from(face_text(face)) == face


def _match(odds: float) -> SetMatch:
    return SetMatch(1 / (1 + math.exp(-odds)), (Reason("given", odds),))
