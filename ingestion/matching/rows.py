"""Two lists of rows of one set by two hands: which are the same, in order; what one alone has; what stands elsewhere.

A global alignment (Needleman and Wunsch, 1970) finds the pairs that keep the order and are most alike in sum. What is
left on both sides and nearly equal is paired out of order. Neighbours are a prior: a row that is then left alone
between two pairs needs less to be one too. O(n·m) comparisons, most of them found in a cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingestion.matching.row_titles import Weights, row_similarity

ALIKE = 0.65
"""From here on two rows may be one. Set on 1,778 shows: docs/decisions/0016."""
BETWEEN_PAIRS = 0.5
"""Enough for a row that stands alone on each side between two pairs."""
MOVED = 0.8
"""Enough for a row that stands elsewhere: its place speaks against it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Places in both lists, from 0; `moved` where the pair stands out of order."""

    left: int
    right: int
    similarity: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """`pairs` in order of `left`; places without a partner apart."""

    pairs: tuple[Pair, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]

    @property
    def in_order(self) -> int:
        """Pairs that keep the order."""
        return sum(not pair.moved for pair in self.pairs)

    def share(self) -> float:
        """Pairs in order against the rows of the shorter list; 0.0 where one is empty."""
        shorter = len(self.pairs) + min(len(self.only_left), len(self.only_right))
        return self.in_order / shorter if shorter else 0.0


@lru_cache(maxsize=4_000)
def align(left: tuple[str, ...], right: tuple[str, ...]) -> Alignment:
    """Align two lists of printed rows. The last ones are kept: a load asks for each more than once."""
    weights = Weights([*left, *right])
    alike = [[row_similarity(one, two, weights) for two in right] for one in left]
    pairs = _in_order(alike, len(right))
    pairs += _moved(alike, pairs)
    pairs += _between(alike, pairs, len(left), len(right))
    lefts, rights = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return Alignment(
        tuple(sorted(pairs, key=lambda pair: pair.left)),
        tuple(place for place in range(len(left)) if place not in lefts),
        tuple(place for place in range(len(right)) if place not in rights),
    )


def _in_order(alike: Sequence[Sequence[float]], width: int) -> list[Pair]:
    """The order-preserving pairs with the greatest sum; where sums tie, those that stand nearest to the diagonal."""
    best = [[0.0] * (width + 1) for _ in range(len(alike) + 1)]
    for i, row in enumerate(alike, 1):
        for j, value in enumerate(row, 1):
            paired = best[i - 1][j - 1] + _worth(value, i, j)
            best[i][j] = max(best[i - 1][j], best[i][j - 1], paired if value >= ALIKE else 0.0)
    return list(_walk_back(alike, best))


def _worth(value: float, i: int, j: int) -> float:
    """Likeness, and so little for the place that it only decides between equals: a song that is played twice."""
    return value - 1e-4 * abs(i - j)


def _walk_back(alike: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> Iterator[Pair]:
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        value = alike[i - 1][j - 1]
        if value >= ALIKE and best[i][j] == best[i - 1][j - 1] + _worth(value, i, j):
            i, j = i - 1, j - 1
            yield Pair(i, j, value)
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1


def _between(alike: Sequence[Sequence[float]], pairs: Sequence[Pair], height: int, width: int) -> list[Pair]:
    """Rows that are left alone on each side between two pairs in order (the ends of the lists count as pairs)."""
    edges = [(-1, -1), *sorted((pair.left, pair.right) for pair in pairs if not pair.moved), (height, width)]
    lefts, rights = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    found = []
    for (i, j), (next_i, next_j) in pairwise(edges):
        left = [place for place in range(i + 1, next_i) if place not in lefts]
        right = [place for place in range(j + 1, next_j) if place not in rights]
        if len(left) == len(right) == 1 and (value := alike[left[0]][right[0]]) >= BETWEEN_PAIRS:
            found.append(Pair(left[0], right[0], value))
    return found


def _moved(alike: Sequence[Sequence[float]], pairs: Sequence[Pair]) -> list[Pair]:
    """What is left on both sides and nearly equal, the likest and nearest first."""
    lefts, rights = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    candidates = sorted(
        (-value, abs(i - j), i + j, i, j)
        for i, row in enumerate(alike) if i not in lefts
        for j, value in enumerate(row) if j not in rights and value >= MOVED
    )  # fmt: skip
    found = []
    for value, _, _, i, j in candidates:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            found.append(Pair(i, j, -value, moved=True))
    return found
