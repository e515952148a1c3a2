"""Splink over the same records: comparisons of five columns, weighed by expectation maximisation without labels."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
import pandas as pd
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from ingestion.matching.reading import read
from ingestion.matching.record import Record
from tests.benchmarks.matching.fitting import Floats
from tests.benchmarks.matching.itunes_amazon import LabelledPair

_SEED, _PAIRS = 1, 1e6
_NEAR_S, _FAR_S = 3, 15


def splink_scores(pairs: Sequence[LabelledPair]) -> Floats:
    """The match probability of each pair, 0.0–1.0, by a model trained on all records of both sides."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    left, right = (list(dict.fromkeys(getattr(pair, side) for pair in pairs)) for side in ("left", "right"))
    linker = _trained(left, right)
    known = linker.inference.score_pairs(_rows(left), _rows(right)).as_pandas_dataframe()  # type: ignore[no-untyped-call]  # as Splink has it
    score = dict(zip(zip(known["unique_id_l"], known["unique_id_r"], strict=True), known["match_weight"], strict=True))
    lefts, rights = ({record: place for place, record in enumerate(side)} for side in (left, right))
    weights = np.array([score[lefts[pair.left], rights[pair.right]] for pair in pairs])
    scores: Floats = 1 / (1 + np.exp2(-weights))
    return scores


def _trained(left: list[Record], right: list[Record]) -> Linker:
    database = DuckDBAPI()
    tables = [
        database.register(pd.DataFrame(_rows(side)), dataset_display_name=name)
        for side, name in ((left, "itunes"), (right, "amazon"))
    ]
    linker = Linker(tables, _settings(), log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=_PAIRS, seed=_SEED)
    for column in ("artist", "title"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(column), record_sample_proportion=1)
    return linker


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[block_on("artist"), block_on("title")],
        comparisons=[
            comparisons.JaroWinklerAtThresholds("title", [0.95, 0.88, 0.8]),
            comparisons.JaroWinklerAtThresholds("artist", [0.95, 0.88, 0.8]),
            comparisons.JaroWinklerAtThresholds("album", [0.95, 0.88, 0.8]),
            comparisons.CustomComparison(
                [levels.NullLevel("length_s"), levels.AbsoluteDifferenceLevel("length_s", _NEAR_S),
                 levels.AbsoluteDifferenceLevel("length_s", _FAR_S), levels.ElseLevel()],
                output_column_name="length_s",
            ),
            comparisons.ExactMatch("year"),
        ],
    )  # fmt: skip


def _rows(records: list[Record]) -> list[dict[str, object]]:
    return [{"unique_id": place, **_columns(record)} for place, record in enumerate(records)]


def _columns(record: Record) -> dict[str, object]:
    """Cleaned as Splink advises: lower case, words alone, nothing as None; lengths and years as numbers."""
    reading = read(record)
    texts = {name: " ".join(getattr(reading, name)) or None for name in ("title", "artist", "album")}
    return {**texts, "length_s": reading.length_s, "year": min(reading.years, default=None)}
