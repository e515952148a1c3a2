"""YouTube ids are labels that the matcher is measured by: nothing that matches may read them."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import ingestion.matching as matching
from ingestion.entities import Wanted, credits_of, track
from ingestion.keys import Key, track_identity
from ingestion.matching.words import WordWeights
from ingestion.observation import CreditObservation, RowObservation
from ingestion.resolution.track_records import match_keys, record_of_wanted

ROW = RowObservation(
    "Jamie Jones - Tantra (Tom Demac Remix)", credits=(CreditObservation("Jamie Jones"),),
    title="Tantra", version="Tom Demac Remix", youtube_id="one",
)  # fmt: skip
FILE_COLUMN = "tables.py"
"""`match` reads a column `youtube_id` of a user's own file, as an identifier that its owner vouches for."""


def test_rows_that_differ_in_the_youtube_id_alone_have_one_record_and_one_set_of_keys() -> None:
    one, other = _wanted(ROW), _wanted(replace(ROW, youtube_id="another"))
    assert one == other
    assert record_of_wanted(one) == record_of_wanted(other)
    assert match_keys(one, WordWeights.of()) == match_keys(other, WordWeights.of()) != ""


def test_no_module_of_the_matcher_names_youtube() -> None:
    folder = Path(matching.__file__).parent
    named = {file.name for file in folder.glob("*.py") if _names_youtube(ast.parse(file.read_text(encoding="utf-8")))}
    assert named == {FILE_COLUMN}


def _wanted(row: RowObservation) -> Wanted:
    return track(row, track_identity(row, Key("set-key", "djmix|1")), credits_of(row))


def _names_youtube(tree: ast.Module) -> bool:
    words = (
        str(getattr(node, part, "")) for node in ast.walk(tree) for part in ("id", "attr", "name", "module", "value")
    )
    return any("youtube" in word.lower() for word in words)
