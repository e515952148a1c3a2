"""TF-IDF nearest neighbours: candidates by letters alone, without blocking keys."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingestion.matching.record import Record
from tests.benchmarks.matching.candidates import Pairs
from tests.benchmarks.matching.fitting import Floats
from tests.benchmarks.matching.similarities import letter_vectorizer, title_and_artist

NEIGHBOURS = 3
_AT_ONCE = 500
_MOST_OF_A_RUN = 0.02
"""Runs of letters that more records have are left out: they cost the most and say the least."""


def nearest(records: Sequence[Record]) -> tuple[Pairs, Floats]:
    """(pairs of each record with its nearest, their cosines)."""
    vectorizer = letter_vectorizer().set_params(max_df=_MOST_OF_A_RUN)
    vectors = vectorizer.fit_transform(map(title_and_artist, records)).tocsr()
    turned = vectors.T.tocsr()
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(records), _AT_ONCE):
        cosines = (vectors[start : start + _AT_ONCE] @ turned).toarray()
        cosines[np.arange(len(cosines)), np.arange(start, start + len(cosines))] = 0
        best = np.argpartition(-cosines, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        for row, others in enumerate(best):
            one = start + row
            found |= {(min(one, o), max(one, o)): float(cosines[row, o]) for o in map(int, others)}
    pairs = sorted(found)
    return pairs, np.array([found[pair] for pair in pairs])
