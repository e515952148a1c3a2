"""Every example of docs/importing_text.md: the file above is read as the table below it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingestion.imports.formats import read_file
from ingestion.imports.source_file import SourceFile
from ingestion.observation import RowObservation, SetObservation
from tests.ingestion.imports.drafts import observed

PAGE = (Path(__file__).parents[2] / "docs" / "importing_text.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"```(?P<ending>text|csv|html)\n(?P<file>.*?)```\n\n(?P<table>\| Starts .*?)\n\n", PAGE, re.DOTALL
)


def cells(row: RowObservation) -> list[str]:
    starts = "" if row.cue_ms is None else f"{row.cue_ms // 60_000}:{row.cue_ms // 1000 % 60:02}"
    credit = "".join(each.name + each.join_phrase for each in row.credits if each.role != "remixer")
    notes = (
        ["together"] * row.together + ["after a break"] * row.break_before + [row.state] * (row.state != "identified")
    )
    return [starts, credit, row.title or "", row.version or "", row.label or "", ", ".join(notes)]


@pytest.mark.parametrize(("ending", "file", "table"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_read_as_the_page_says(ending: str, file: str, table: str) -> None:
    read = read_file(SourceFile(f"example.{ending.replace('text', 'txt')}", file.encode()))
    (found,) = observed([*read.drafts, *read.refused])
    assert isinstance(found, SetObservation)
    assert [cells(row) for row in found.rows] == [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[2:]
    ]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4
