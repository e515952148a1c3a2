"""Five folds, three seeds: what each method says of pairs that it has not learned from, and F1 with its interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

from tests.benchmarks.matching.fitting import Bools, Floats, Learner, Places, best_threshold

SEEDS, FOLDS = (0, 1, 2), 5
RESAMPLES = 2_000
Method = Callable[[Places, Places], Bools]
"""(places of the training pairs, places of the others) → decisions on the others."""


@dataclass(frozen=True, slots=True)
class Measured:
    """F1 pooled over folds and seeds, with the 95 % interval of a bootstrap over pairs."""

    f1: float
    low: float
    high: float
    precision: float
    recall: float

    def __str__(self) -> str:
        return f"{self.f1:.4f} ({self.low:.3f}–{self.high:.3f})"


def plan(same: Bools, groups: Places | None = None) -> Iterator[tuple[int, Places, Places]]:
    """(seed, training places, test places); `groups` are kept whole."""
    for seed in SEEDS:
        of = StratifiedKFold if groups is None else StratifiedGroupKFold
        for train, test in of(FOLDS, shuffle=True, random_state=seed).split(same, same, groups):
            yield seed, train, test


def measured(method: Method, same: Bools, groups: Places | None = None) -> Measured:
    """Over the plan."""
    made = np.zeros((len(SEEDS), len(same)), dtype=bool)
    for seed, train, test in plan(same, groups):
        made[seed, test] = method(train, test)
    right, every = (made & same).sum(0), made.sum(0)
    wanted = len(SEEDS) * same
    drawn = np.random.default_rng(0).integers(0, len(same), (RESAMPLES, len(same)))
    spread = 2 * right[drawn].sum(1) / np.maximum(1, (every + wanted)[drawn].sum(1))
    low, high = np.percentile(spread, (2.5, 97.5))
    hits = right.sum()
    return Measured(2 * hits / (every + wanted).sum(), low, high, hits / max(1, every.sum()), hits / wanted.sum())


def by_learner(learner: Learner, values: Floats, same: Bools) -> Method:
    """Fit and threshold from the training pairs."""

    def method(train: Places, test: Places) -> Bools:
        threshold = learner.threshold(values[train], same[train])
        made: Bools = learner.fit(values[train], same[train]).probability(values[test]) >= threshold
        return made

    return method


def by_scores(scores: Floats, same: Bools) -> Method:
    """A score that needs no labels, at the best threshold of the training pairs."""

    def method(train: Places, test: Places) -> Bools:
        made: Bools = scores[test] >= best_threshold(scores[train], same[train])
        return made

    return method
