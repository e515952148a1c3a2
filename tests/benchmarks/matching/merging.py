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


@dataclass(frozen=True, slots=True)
class Point:
    """All pairs of at least `threshold` united: `merges` groups of spellings joined to others."""

    threshold: float
    score: Score
    merges: int


class United:
    """Groups of spellings, and how well the rows with an id fare in them. Chains are followed: one link unites."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        self._parent = list(range(len(spellings)))
        self._ids = [Counter(spelling.ids) for spelling in spellings]
        self._wanted = pairs_of_one_id(spellings)
        self._right = sum(pairs_within(ids.values()) for ids in self._ids)
        self._made = pairs_within(ids.total() for ids in self._ids)
        self.merges = 0

    def join(self, one: int, other: int) -> None:
        """Unite the groups of both."""
        first, second = self.group(one), self.group(other)
        if first == second:
            return
        mine, yours = self._ids[first], self._ids[second]
        self._right += sum(count * yours[label] for label, count in mine.items())
        self._made += mine.total() * yours.total()
        self.merges += 1
        mine.update(yours)
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
        for place, ids in enumerate(self._ids_of_rows()):
            for label in ids:
                groups.setdefault(self.group(place), []).append(len(labels))
                labels[len(labels)] = label
        return b_cubed(list(groups.values()), labels)

    def keep(self, spellings: Sequence[Spelling]) -> None:
        """Remember the rows of each spelling: what `b_cubed` counts."""
        self._rows = [list(spelling.ids.elements()) for spelling in spellings]

    def _ids_of_rows(self) -> list[list[str]]:
        return self._rows


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


def best_at(spellings: Sequence[Spelling], pairs: Pairs, scores: Floats, share: float) -> Point:
    """The lowest threshold at which the share of right pairs is still so great."""
    united = United(spellings)
    best = Point(1.0, united.score, 0)
    for score, pair in in_order(pairs, scores):
        united.join(*pair)
        if united.score.precision >= share:
            best = Point(score, united.score, united.merges)
    return best
