"""Are two records the same set? Evidence as log-odds that add up to a probability, each part with its reason.

Weights and thresholds were set on gdshowsdb and gd_shows_apache: 2,140 of 2,308 shows are surely one. Of those, the 38
with several shows on the day or few rows in common and 90 more were read by eye: none is wrong (decision 16). Nights of
one tour with the same rows are apart by their date, early and late shows of one day by their rows: the near misses
stand in tests/ingestion/matching/test_set_match.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from graph_model.spelling import fold
from ingestion.matching.row_titles import words
from ingestion.matching.rows import align
from ingestion.matching.set_faces import SetFace, Span

SURE = 0.95
UNSURE = 0.5

PRIOR = -2.0
"""Two sets that share a key of blocking are seldom one."""
SAME_URL = 6.0
SAME_DAY, POSSIBLE_DAY, UNDATED, DAY_APART = 3.0, 1.0, -1.5, -4.0
PERFORMERS, STRANGERS = 1.0, -4.0
VENUE = 3.0
"""From half of it against to half of it for."""
ROWS, ROWS_EVEN, ROWS_FULL = 8.0, 0.45, 6
"""So much for all rows in order, nothing where this share is; fewer rows than that say less."""
LEAST_WORDS = 0.5
"""Of the words of the shorter list: less is another set."""
MOST_AT_A_DISTANCE = 0.9
"""A day apart is never sure: a DJ plays the same rows two nights running."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence; `worth` in log-odds, negative against."""

    about: str
    worth: float

    def __str__(self) -> str:
        return f"{self.about} ({self.worth:+.1f})"


@dataclass(frozen=True, slots=True)
class SetMatch:
    """How sure, and why."""

    probability: float
    reasons: tuple[Reason, ...]

    @property
    def odds(self) -> float:
        """The sum of the reasons."""
        return sum(reason.worth for reason in self.reasons)


NO_MATCH = SetMatch(0.0, ())


def match_sets(one: SetFace, two: SetFace) -> SetMatch:
    """Compare two records of different sources. Symmetric. Days that cannot be the same, or next to it, rule it out."""
    days = _days_apart(one.span, two.span)
    if days is not None and days > 1:
        return NO_MATCH
    reasons = tuple(_reasons(one, two, days))
    probability = 1 / (1 + math.exp(-sum(reason.worth for reason in reasons)))
    return SetMatch(min(probability, MOST_AT_A_DISTANCE) if days else probability, reasons)


def _reasons(one: SetFace, two: SetFace, days: int | None) -> Iterator[Reason]:
    yield Reason("two sources", PRIOR)
    yield _date(one, two, days)
    yield _performers(one, two)
    if one.url and one.url == two.url:
        yield Reason("one address", SAME_URL)
    venue = venue_similarity(one, two)
    if venue is not None:
        yield Reason(f"venue {venue:.2f} alike", VENUE * (venue - 0.5))
    least = min(len(one.rows), len(two.rows))
    if least:
        share = 0.0 if days and _rows_differ(one, two) else align(one.rows, two.rows).share()
        yield Reason(f"{share:.0%} of {least} rows in order", ROWS * (share - ROWS_EVEN) * min(1.0, least / ROWS_FULL))


def _rows_differ(one: SetFace, two: SetFace) -> bool:
    """Whether so few words are common that the rows need no alignment: the nights beside each night."""
    left, right = ({word for row in face.rows for word in words(row)} for face in (one, two))
    return len(left & right) < LEAST_WORDS * min(len(left), len(right))


def _days_apart(one: Span | None, two: Span | None) -> int | None:
    """0 where the spans meet; None where either is undated."""
    if one is None or two is None:
        return None
    return max(timedelta(0), one[0] - two[1], two[0] - one[1]).days


def _date(one: SetFace, two: SetFace, days: int | None) -> Reason:
    if days is None:
        return Reason("undated", UNDATED)
    if days:
        return Reason("a day apart", DAY_APART)
    return Reason("the same day", SAME_DAY) if one.span == two.span else Reason("a possible day", POSSIBLE_DAY)


def _performers(one: SetFace, two: SetFace) -> Reason:
    shared = len(one.performers & two.performers)
    if not shared:
        return Reason("no performer in common", STRANGERS)
    share = shared / max(1, min(len(one.performers), len(two.performers)))
    return Reason(f"{share:.0%} of the performers", PERFORMERS * share)


def venue_similarity(one: SetFace, two: SetFace) -> float | None:
    """Of event and place, or of the titles without the performers' names; None where either says nothing."""
    if one.event and two.event:
        event = _words_alike(one.event, two.event)
        return 0.75 * event + 0.25 * _words_alike(one.place, two.place) if one.place and two.place else event
    left, right = _bare_title(one), _bare_title(two)
    return _words_alike(left, right) if left and right else None


def _words_alike(one: str, two: str) -> float:
    return fuzz.token_set_ratio(fold(one), fold(two)) / 100


def _bare_title(face: SetFace) -> str:
    names = {word for name in face.performers for word in name.split()}
    return " ".join(word for word in fold(face.title).split() if word not in names)
