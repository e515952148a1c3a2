"""Spellings united from the likeliest pair down: how many pairs of rows of one id are found, and what share is right.

Two rows of one spelling are one track before anything is compared: the exact key's pairs are where each curve begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ingestion.matching.scores import Score, b_cubed
from tests.benchmarks.matching.candidates import Pairs
from tests.benchmarks.matching.fitting import Floats
from tests.benchmarks.matching.spellings import Spelling, pairs_of_one_id, pairs_within

_HOPELESS = 0.1
"""So far below every share asked for, none is reached again."""


@dataclass(frozen=True, slots=True)
class Point:
    """All pairs of at least `threshold` united: `merges` groups of spellings joined to others."""

    threshold: float
    score: Score
    merges: int


class United:
    """Groups of spellings, and how well the rows with an id fare in them. Chains are followed: one link unites."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        self._spellings = spellings
        self._parent = list(range(len(spellings)))
        self._ids = [Counter(spelling.ids) for spelling in spellings]
        self._wanted = pairs_of_one_id(spellings)
        self._right = sum(pairs_within(ids.values()) for ids in self._ids)
        self._rows = [ids.total() for ids in self._ids]
        self._made = pairs_within(self._rows)
        self.merges = 0

    def join(self, one: int, other: int) -> None:
        """Unite the groups of both."""
        first, second = sorted((self.group(one), self.group(other)), key=lambda place: -self._rows[place])
        if first == second:
            return
        mine, yours = self._ids[first], self._ids[second]
        self._right += sum(count * mine[label] for label, count in yours.items())
        self._made += self._rows[first] * self._rows[second]
        self._rows[first] += self._rows[second]
        self.merges += 1
        mine.update(yours)
        yours.clear()
        self._parent[second] = first

    def group(self, place: int) -> int:
        """The place that stands for the group."""
        while self._parent[place] != place:
            self._parent[place] = place = self._parent[self._parent[place]]
        return place

    @property
    def score(self) -> Score:
        return Score(self._right, self._made, self._wanted)

    def b_cubed(self) -> tuple[float, float]:
        """(precision, recall) over the rows that have an id."""
        groups: dict[int, list[int]] = {}
        labels: dict[int, str] = {}
        for place, spelling in enumerate(self._spellings):
            for label in spelling.ids.elements():
                groups.setdefault(self.group(place), []).append(len(labels))
                labels[len(labels)] = label
        return b_cubed(list(groups.values()), labels)


def in_order(pairs: Pairs, scores: Floats) -> Iterator[tuple[float, tuple[int, int]]]:
    """The likeliest first; equals in the order of the pairs."""
    for at in np.argsort(-scores, kind="stable"):
        yield float(scores[at]), pairs[at]


def curve(spellings: Sequence[Spelling], pairs: Pairs, scores: Floats, marks: Sequence[float]) -> list[Point]:
    """A point for each threshold of `marks`, which fall."""
    united, found, left = United(spellings), list[Point](), list(marks)
    for score, pair in in_order(pairs, scores):
        while left and score < left[0]:
            found.append(Point(left.pop(0), united.score, united.merges))
        if not left:
            break
        united.join(*pair)
    return found + [Point(mark, united.score, united.merges) for mark in left]


def best_at(spellings: Sequence[Spelling], pairs: Pairs, scores: Floats, shares: Sequence[float]) -> list[Point]:
    """For each share the lowest threshold at which that much of what is united is right."""
    united = United(spellings)
    best = [Point(1.0, united.score, 0) for _ in shares]
    for score, pair in in_order(pairs, scores):
        united.join(*pair)
        now = Point(score, united.score, united.merges)
        best = [now if now.score.precision >= share else before for share, before in zip(shares, best, strict=True)]
        if now.score.precision < min(shares) - _HOPELESS:
            break
    return best
