"""How good matches are beside labels: precision, recall, F1."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of `made` matches were right, of `wanted` that were to be found."""

    right: int
    made: int
    wanted: int

    @property
    def precision(self) -> float:
        """0.0–1.0; 1 where nothing was made."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """0.0–1.0; 1 where nothing was to be found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (self.made + self.wanted) if self.made + self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.4f}, recall {self.recall:.4f}, F1 {self.f1:.4f} "
            f"({self.right} right of {self.made} made and {self.wanted} wanted)"
        )


def of_pairs(made: Iterable[bool], wanted: Iterable[bool]) -> Score:
    """Of decisions in the order of their labels."""
    both = list(zip(made, wanted, strict=True))
    return Score(sum(m and w for m, w in both), sum(m for m, _ in both), sum(w for _, w in both))


def of_clusters(groups: Sequence[Sequence[int]], labels: Mapping[int, Hashable]) -> Score:
    """Of the pairs within groups, against pairs with one label; counted by sizes, never listed."""
    right = made = 0
    for group in groups:
        made += _pairs(len(group))
        right += sum(_pairs(count) for count in _counts(labels[place] for place in group).values())
    return Score(right, made, sum(_pairs(count) for count in _counts(labels.values()).values()))


def b_cubed(groups: Sequence[Sequence[int]], labels: Mapping[int, Hashable]) -> tuple[float, float]:
    """(precision, recall) as each item sees its own group, averaged over items [Bagga and Baldwin 1998]."""
    sizes, total = _counts(labels.values()), sum(map(len, groups))
    precision = recall = 0.0
    for group in groups:
        for label, count in _counts(labels[place] for place in group).items():
            precision += count * count / len(group)
            recall += count * count / sizes[label]
    return precision / total, recall / total


def _counts(labels: Iterable[Hashable]) -> dict[Hashable, int]:
    counts: dict[Hashable, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return counts


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
