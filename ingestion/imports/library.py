"""A library as drafts: in parts, for one record is kept whole and written in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingestion.draft import Draft, RowDraft
from ingestion.sources.record import json_text

PART_ROWS = 1_000
"""Rows of one part: about 1 MB of record."""


def in_parts(whole: Draft, rows: Sequence[RowDraft], records: Sequence[object]) -> Iterator[Draft]:
    """`whole` with its rows, cut where it is long; a part's record is its rows'. Nothing for a library without rows."""
    for start in range(0, len(rows), PART_ROWS):
        part, said = tuple(rows[start : start + PART_ROWS]), records[start : start + PART_ROWS]
        title, key = whole.title, whole.key
        if len(rows) > PART_ROWS:
            number = start // PART_ROWS + 1
            title, key = f"{title}, part {number}", f"{key}/{number}"
        yield replace(whole, title=title, key=key, rows=part, raw=json_text({"rows": said}), plays=False)
