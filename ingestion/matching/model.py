"""The weighing: features → the probability that two records are one piece, and what each axis added to it.

A logistic regression, fitted to labelled pairs (tests/benchmarks/matching) and kept as a file: the log-odds are a sum,
so that a match can be taken apart again. A forest of trees was no better by more than its noise (docs/matching.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingestion.matching.features import AXES, FEATURES

_FOLDER = Path(__file__).parent / "models"
_SURE_LOGIT = 30.0


@dataclass(frozen=True, slots=True)
class Model:
    """`name` and version; for each feature its weight and what it usually is, where the reckoning starts.

    `accept`: from this probability on two records are taken for one; `reject`: below it for two; in between a person is
    asked. Where the thresholds come from stands in the file, too (`measured`).
    """

    name: str
    weights: tuple[float, ...]
    usual: tuple[float, ...]
    start: float
    """Log-odds of a pair that is usual in everything."""
    accept: float
    reject: float
    even: float
    """Where as many are wrongly united as are missed: for files whose every pair must be answered yes or no."""

    def probability(self, values: Sequence[float]) -> float:
        """0.0–1.0."""
        return _sigmoid(self.start + sum(self._added(values)))

    def by_axis(self, values: Sequence[float]) -> dict[str, float]:
        """Axis → what its features added to the log-odds."""
        added = iter(self._added(values))
        return {axis: sum(next(added) for _ in names) for axis, names in AXES.items()}

    def _added(self, values: Sequence[float]) -> list[float]:
        return [w * (v - u) for w, v, u in zip(self.weights, values, self.usual, strict=True)]


@cache
def model(name: str) -> Model:
    """`rows` for rows of tracklists, `records` for anybody's records."""
    kept = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    weights, usual = kept["weights"], kept["usual"]
    return Model(
        name=kept["name"], weights=tuple(weights.get(f, 0.0) for f in FEATURES),
        usual=tuple(usual.get(f, 0.0) for f in FEATURES), start=kept["start"],
        accept=kept["accept"], reject=kept["reject"], even=kept["even"],
    )  # fmt: skip


def _sigmoid(log_odds: float) -> float:
    bounded = max(-_SURE_LOGIT, min(_SURE_LOGIT, log_odds))
    return 1 / (1 + math.exp(-bounded))
