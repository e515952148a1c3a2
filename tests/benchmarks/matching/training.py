"""`python -m tests.benchmarks.matching.training` writes the models of `ingestion/matching/models/` anew.

The same data give the same bytes: seeds are fixed, weights are rounded, one thread calculates.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

import ingestion.matching as matching
from ingestion.matching.features import FEATURES
from tests.benchmarks.matching.demo_pairs import DemoPairs, common_words, demo_pairs
from tests.benchmarks.matching.fitting import Fitted, Floats, Learner, columns_of
from tests.benchmarks.matching.itunes_amazon import FORMS, LabelledPair, read_itunes_amazon, records, vectors
from tests.benchmarks.matching.sources import ITUNES_AMAZON, TOP_HITS, demo_file, existing
from tests.benchmarks.matching.synthetic import songs, synthetic_pairs

MODELS = Path(matching.__file__).parent / "models"
RECORD_FEATURES = (
    "title_least", "title_most", "title_letters", "title_close", "title_equal", "title_found_least",
    "title_found_most", "title_start", "title_start_long", "title_numbers_differ", "title_start_numbers_differ",
    "artist_least", "artist_most", "artist_known", "artist_names_least", "artist_names_most", "version_lost_most",
    "version_lost_least", "version_shared", "version_one_sided", "guests_shared", "whole_least", "whole_most",
    "length_near", "length_far", "length_known", "year_equal", "year_far", "year_known", "album_least", "album_most",
    "album_known", "label_shared", "label_known",
)  # fmt: skip
"""For anybody's records; the others tell rows of tracklists apart."""
ROUNDS, SYNTHETIC_WEIGHT, STRENGTH = 5_000, 0.02, 0.3
"""Pairs that we made ourselves teach slips, and must not outweigh the real ones."""
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a model's file says beside its weights; see `ingestion.matching.model.Model`."""

    name: str
    accept: float
    reject: float
    even: float
    measured: str


ROWS = Told(
    "rows 1", 0.85, 0.35, 0.5,
    "djmix 0.3.1, read by eye: of 86 pairs drawn at 0.85-0.95 85 are one and one is unclear; of 16 at 0.30-0.35 three "
    "are one; see docs/matching.md",
)  # fmt: skip
RECORDS = Told("records 1", 0.9, 0.2, 0.6, "iTunes-Amazon train and valid, five folds: see docs/matching.md")


def main() -> None:
    """Write all three files."""
    with threadpool_limits(1):
        demo = demo_pairs(demo_file())
        (MODELS / "common_words.tsv").write_text(words_table(demo), encoding="utf-8")
        (MODELS / "rows.json").write_text(model_file(ROWS, fit_rows(demo)), encoding="utf-8")
        (MODELS / "records.json").write_text(model_file(RECORDS, fit_records()), encoding="utf-8")


def words_table(demo: DemoPairs) -> str:
    """The number of spellings, then a word and its count a line."""
    counts, spellings = common_words(demo.spellings)
    return "".join([f"{spellings}\n", *(f"{word}\t{count}\n" for word, count in sorted(counts.items()))])


def fit_rows(demo: DemoPairs) -> Fitted:
    """On all of the demo's pairs with labels."""
    return demo.learner.fit(demo.values[demo.known], demo.same[demo.known])


def fit_records() -> Fitted:
    """On iTunes-Amazon, and lightly on pairs that we made."""
    known = [read_itunes_amazon(existing(ITUNES_AMAZON, "itunes_amazon"), form) for form in FORMS]
    base = songs(existing(TOP_HITS, "spotify_top_hits"), records(known[0]))
    made = list(synthetic_pairs(base, ROUNDS))
    return _fit([(pairs, 1.0) for pairs in known] + [(made, SYNTHETIC_WEIGHT)])


def _fit(weighed: Sequence[tuple[list[LabelledPair], float]]) -> Fitted:
    parts = [(*vectors(pairs), weight) for pairs, weight in weighed]
    weights: Floats = np.concatenate([np.full(len(same), weight) for _, same, weight in parts])
    values, same = np.vstack([values for values, *_ in parts]), np.concatenate([same for _, same, _ in parts])
    return Learner(columns_of(RECORD_FEATURES), STRENGTH).fit(values, same, weights)


def model_file(told: Told, fitted: Fitted) -> str:
    """As `ingestion.matching.model` reads it."""
    names = [FEATURES[column] for column in fitted.columns]
    kept = {"name": told.name, "start": round(fitted.start, _DIGITS), "accept": told.accept, "reject": told.reject,
            "even": told.even, "measured": told.measured,
            "weights": _rounded(names, fitted.weights), "usual": _rounded(names, fitted.usual)}  # fmt: skip
    return json.dumps(kept, indent=1) + "\n"


def _rounded(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: round(float(value), _DIGITS) for name, value in zip(names, values, strict=True)}


if __name__ == "__main__":
    main()
