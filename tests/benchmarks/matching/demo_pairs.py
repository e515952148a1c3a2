"""The demo's candidate pairs with their features and labels, and probabilities of pairs that the fit has not seen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingestion.matching.features import FEATURES
from ingestion.matching.words import WordWeights, words
from tests.benchmarks.matching.candidates import MOST, Pairs, Ranked, pairs_at, ranked, vectors
from tests.benchmarks.matching.fitting import Bools, Floats, Learner, varying
from tests.benchmarks.matching.spellings import Spelling, read_spellings

COMMON = 12
"""A word that fewer tracks have is rare, however rare."""
STRENGTH = 0.3
FOLDS = 5
_LEFT_OUT = frozenset(name for name in FEATURES if name.startswith(("label_", "year_", "length_")))
"""Rows of tracklists hardly ever tell a year or length, and a Track has a label only where it is in the graph."""
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class DemoPairs:
    """`same` holds where both are `known`."""

    spellings: list[Spelling]
    candidates: Ranked
    pairs: Pairs
    values: Floats
    same: Bools
    known: Bools

    @property
    def learner(self) -> Learner:
        """For rows of tracklists."""
        columns = [place for place, name in enumerate(FEATURES) if name not in _LEFT_OUT]
        return Learner(varying(self.values[self.known], columns), STRENGTH)

    def held_out(self) -> Floats:
        """The probability of each pair by a fit on the pairs of other artists."""
        folds = np.array([_fold(self.spellings[one]) for one, _ in self.pairs])
        probabilities = np.zeros(len(self.pairs))
        for fold in range(FOLDS):
            train, test = self.known & (folds != fold), folds == fold
            fitted = self.learner.fit(self.values[train], self.same[train])
            probabilities[test] = fitted.probability(self.values[test])
        return probabilities


def demo_pairs(file: Path) -> DemoPairs:
    """From djmix's file; about a minute on one core."""
    spellings = read_spellings(file)
    weigh = WordWeights(*common_words(spellings))
    candidates = ranked(spellings, weigh)
    pairs = pairs_at(candidates, MOST)
    labels = [spellings[one].same(spellings[other]) for one, other in pairs]
    return DemoPairs(
        spellings, candidates, pairs, vectors(spellings, pairs, weigh),
        np.array([bool(label) for label in labels]), np.array([label is not None for label in labels]),
    )  # fmt: skip


def common_words(spellings: Sequence[Spelling]) -> tuple[Counter[str], int]:
    """(word → spellings that have it, for words that are not rare; spellings)."""
    counts: Counter[str] = Counter()
    for spelling in spellings:
        record = spelling.record
        counts.update(frozenset(words(f"{record.title} {record.artist} {record.version} {spelling.label}")))
    return Counter({word: count for word, count in counts.items() if count >= COMMON}), len(spellings)


def _fold(spelling: Spelling) -> int:
    """By how the artist begins, so that one artist's spellings are not learned from and judged at once."""
    artist = spelling.key.partition("|")[0]
    return int(hashlib.blake2b(artist[:_LETTERS].encode(), digest_size=8).hexdigest(), 16) % FOLDS
