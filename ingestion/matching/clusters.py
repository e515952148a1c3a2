"""Records that are one piece, gathered: from pairs that match to groups that hold together.

The surest pairs first [agglomerative clustering, average linkage]: two groups are joined where their records match on
average, so that one pair that looks like a match cannot chain two pieces together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from ingestion.matching.blocking import block_keys, letter_keys
from ingestion.matching.index import BlockIndex
from ingestion.matching.match import Matcher
from ingestion.matching.reading import read
from ingestion.matching.record import Record

CANDIDATES = 15
"""For each record."""
_MOST_COMPARED = 49
"""Pairs that are looked at between two groups; more say nothing new."""

Pairs = dict[tuple[int, int], float]
"""(place, later place) → probability that both are one piece."""


def candidate_pairs(
    records: Sequence[Record], matcher: Matcher, progress: Callable[[int], None] | None = None
) -> Pairs:
    """The pairs with a block key in common, compared. Cost grows with the candidates, not with pairs of records."""
    index: BlockIndex[int] = BlockIndex()
    readings = map(read, records)
    keys = [
        block_keys(reading, matcher.weigh) | letter_keys(reading) | {f"{scheme}:{value}" for scheme, value in ids}
        for reading, ids in zip(readings, (record.identifiers for record in records), strict=True)
    ]
    for place, of_record in enumerate(keys):
        index.add(place, of_record)
    found: Pairs = {}
    first = dict[Record, int]()
    for place, of_record in enumerate(keys):
        twin = first.setdefault(records[place], place)  # so many may be equal that their keys say nothing
        for other in (*index.candidates(of_record, CANDIDATES, but=place), *([twin] if twin != place else [])):
            pair = (min(place, other), max(place, other))
            if pair not in found:
                found[pair] = matcher.probability(records[pair[0]], records[pair[1]])
        if progress:
            progress(1)
    return found


def clusters(records: Sequence[Record], pairs: Mapping[tuple[int, int], float], matcher: Matcher) -> list[list[int]]:
    """Groups of places, each sorted, in order of their first; a record that matches nothing is a group of its own."""
    groups = _Groups(records, dict(pairs), matcher)
    for (one, other), probability in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if probability < matcher.even:
            break
        groups.join(one, other)
    return groups.all()


class _Groups:
    """Places by group; what was compared is remembered."""

    def __init__(self, records: Sequence[Record], compared: Pairs, matcher: Matcher) -> None:
        self._records, self._compared, self._matcher = records, compared, matcher
        self._group = [[place] for place in range(len(records))]

    def join(self, one: int, other: int) -> None:
        """Make one group of the two that hold these places, if they match on average."""
        first, second = self._group[one], self._group[other]
        if first is second or self._average(first, second) < self._matcher.even:
            return
        first.extend(second)
        for place in second:
            self._group[place] = first

    def all(self) -> list[list[int]]:
        return sorted({id(group): sorted(group) for group in self._group}.values())

    def _average(self, first: list[int], second: list[int]) -> float:
        some = [self._probability(*sorted(pair)) for pair in islice(product(first, second), _MOST_COMPARED)]
        return sum(some) / len(some)

    def _probability(self, one: int, other: int) -> float:
        known = self._compared.get((one, other))
        if known is None:
            known = self._matcher.probability(self._records[one], self._records[other])
            self._compared[one, other] = known
        return known


def pairs_within(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Every pair of places that share a group."""
    for group in groups:
        yield from combinations(sorted(group), 2)
