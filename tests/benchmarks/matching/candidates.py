"""Candidate pairs among the spellings, as the load finds them: by match keys, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from ingestion.matching.blocking import block_keys
from ingestion.matching.features import features
from ingestion.matching.index import BlockIndex
from ingestion.matching.reading import read, read_both
from ingestion.matching.words import WordWeights
from tests.benchmarks.matching.spellings import Spelling

MOST = 12
"""Candidates of a track in a load (`ingestion.resolution.candidates.MOST`)."""
DEPTHS = (1, 3, 5, 12, 30)
Pairs = list[tuple[int, int]]
Ranked = list[list[int]]


def ranked(spellings: Sequence[Spelling], weigh: WordWeights, most: int = DEPTHS[-1]) -> Ranked:
    """For each spelling the places of its candidates."""
    index: BlockIndex[int] = BlockIndex()
    keys = [block_keys(read(spelling.record), weigh) for spelling in spellings]
    for place, of_record in enumerate(keys):
        index.add(place, of_record)
    return [index.candidates(of_record, most, but=place) for place, of_record in enumerate(keys)]


def pairs_at(found: Ranked, most: int) -> Pairs:
    """Pairs of which one is among the first `most` candidates of the other, sorted."""
    return sorted({(min(a, b), max(a, b)) for a, others in enumerate(found) for b in others[:most]})


def to_find(spellings: Sequence[Spelling]) -> dict[tuple[int, int], int]:
    """Pairs of spellings that share an id → pairs of rows that they hold."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, spelling in enumerate(spellings):
        for label in spelling.ids:
            places[label].append(place)
    wanted: defaultdict[tuple[int, int], int] = defaultdict(int)
    for label, of_label in places.items():
        for one, other in combinations(of_label, 2):
            wanted[one, other] += spellings[one].ids[label] * spellings[other].ids[label]
    return dict(wanted)


def vectors(spellings: Sequence[Spelling], pairs: Pairs, weigh: WordWeights) -> npt.NDArray[np.float64]:
    """A row of FEATURES for each pair."""
    records = [spelling.record for spelling in spellings]
    return np.array([features(*read_both(records[a], records[b]), weigh) for a, b in pairs])
