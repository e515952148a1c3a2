"""Logistic regression over the features, and the threshold that serves F1 best."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

from ingestion.matching.features import FEATURES

os.environ.setdefault("OMP_NUM_THREADS", "1")
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
_MOST_STEPS = 3_000
_INNER_FOLDS, _EVEN = 5, 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """`columns` of FEATURES with their weights and usual values; `start` are the log-odds of what is usual."""

    columns: tuple[int, ...]
    weights: Floats
    usual: Floats
    start: float

    def probability(self, values: Floats) -> Floats:
        """Of rows of FEATURES."""
        chosen = values[:, list(self.columns)]
        odds: Floats = 1 / (1 + np.exp(-(self.start + (chosen - self.usual) @ self.weights)))
        return odds


@dataclass(frozen=True, slots=True)
class Learner:
    """How to fit: `strength` is scikit-learn's C, `columns` are places in FEATURES."""

    columns: tuple[int, ...]
    strength: float

    def fit(self, values: Floats, same: Bools, weight: Floats | None = None) -> Fitted:
        """On standardised features, told in the features' own units."""
        scaler = StandardScaler().fit(values[:, list(self.columns)])
        model = LogisticRegression(C=self.strength, max_iter=_MOST_STEPS)
        model.fit(scaler.transform(values[:, list(self.columns)]), same, sample_weight=weight)
        return Fitted(self.columns, model.coef_[0] / scaler.scale_, scaler.mean_, float(model.intercept_[0]))

    def threshold(self, values: Floats, same: Bools) -> float:
        """Best for F1 over out-of-fold probabilities of these pairs."""
        held_out = np.zeros(len(same))
        for train, test in StratifiedKFold(_INNER_FOLDS).split(values, same):
            held_out[test] = self.fit(values[train], same[train]).probability(values[test])
        return best_threshold(held_out, same)


def columns_of(names: Iterable[str]) -> tuple[int, ...]:
    """Places in FEATURES."""
    return tuple(FEATURES.index(name) for name in names)


def varying(values: Floats, columns: Sequence[int]) -> tuple[int, ...]:
    """Those that are not the same everywhere: the others teach nothing."""
    return tuple(column for column in columns if values[:, column].std() > 0)


def best_threshold(scores: Floats, same: Bools) -> float:
    """Half-way between two scores, where F1 is best; of equals the nearest to 0.5."""
    distinct = np.unique(scores)
    halves = (distinct[1:] + distinct[:-1]) / 2
    if not len(halves):
        return _EVEN
    made = scores[None, :] >= halves[:, None]
    f1 = 2 * (made & same).sum(1) / (made.sum(1) + same.sum())
    return float(min(halves[f1 == f1.max()], key=lambda half: abs(half - _EVEN)))
