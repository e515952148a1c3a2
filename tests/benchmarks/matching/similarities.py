"""What others would do: RapidFuzz, TF-IDF over letters, and Splink, each a score for a pair of records."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, utils
from sklearn.feature_extraction.text import TfidfVectorizer

from ingestion.matching.record import Record
from tests.benchmarks.matching.fitting import Floats

GRAMS = (2, 4)
"""Letters of a run, within words."""
RecordPairs = Sequence[tuple[Record, Record]]
Text = Callable[[Record], str]


def title_and_artist(record: Record) -> str:
    """What a plain matcher is given."""
    return f"{record.title} {record.version} {record.artist} {record.remixer}"


def everything(record: Record) -> str:
    """All that is printed, in whichever column."""
    return record.text


def token_set_ratios(pairs: RecordPairs, text: Text = title_and_artist) -> Floats:
    """RapidFuzz, 0.0–1.0."""
    return np.array([fuzz.token_set_ratio(*map(text, pair), processor=utils.default_process) / 100 for pair in pairs])


def tfidf_cosines(pairs: RecordPairs, text: Text = title_and_artist) -> Floats:
    """Cosine of TF-IDF vectors of letter runs, 0.0–1.0."""
    texts = list(dict.fromkeys(text(record) for pair in pairs for record in pair))
    place = {one: at for at, one in enumerate(texts)}
    vectors = letter_vectorizer().fit_transform(texts)
    left, right = ([place[text(pair[side])] for pair in pairs] for side in (0, 1))
    return np.asarray(vectors[left].multiply(vectors[right]).sum(1)).ravel()


def letter_vectorizer() -> TfidfVectorizer:
    """Runs of 2–4 letters within words."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=GRAMS, sublinear_tf=True, dtype=np.float32)
