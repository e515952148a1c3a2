"""Pasted tracklists: a description, a comment, a forum post with a tracklist somewhere in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.fields import content_key, milliseconds
from ingestion.imports.pasted_rows import FEWEST_ROWS, Found, Row, find_rows
from ingestion.imports.set_head import plain_title, read_head
from ingestion.imports.source_file import SourceFile
from ingestion.observation import Measures, RefusedRecord
from ingestion.set_aside import MOST_ROWS
from ingestion.sources.record import json_text
from ingestion.tracklist.row import Placed

SOURCE = "pasted"
PARSER = "pasted 1"
CONFIDENCE = 0.7
"""Somebody typed it or copied it, mostly the DJ or a listener; nobody corrects it afterwards."""
LONGEST_BYTES = 1_000_000
"""The longest description has 5,000 characters, a forum's thread a few hundred thousand."""


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever pastes a text tells beside it. `key` is the source's own id of the set."""

    title: str | None = None
    url: str | None = None
    key: str | None = None


UNTOLD = Told()


def is_pasted(file: SourceFile) -> bool:
    """A text file in whose beginning there are at least two rows. The last format to be asked: it knows no marks."""
    return not file.head.lstrip().startswith(("<", "{", "[{")) and len(find_rows(file.head).rows) >= 2


def read_pasted(file: SourceFile, told: Told = UNTOLD) -> Iterator[Draft | RefusedRecord]:
    """One set, or the reason why there is none (TOO_FEW_ROWS). Raises BadRecord for what is no text or too long."""
    text = text_of(file)
    found = rows_in(file, text)
    if len(found.rows) < FEWEST_ROWS:
        yield too_few(file, found, text)
        return
    yield draft_of(file, found, text, told)


def text_of(file: SourceFile) -> str:
    """The text, if it is one of usable size. Raises BadRecord."""
    if len(file.data) > LONGEST_BYTES:
        raise BadRecord(file.name, f"{len(file.data):,} bytes are no tracklist; at most {LONGEST_BYTES:,} are read")
    return file.text()


def rows_in(file: SourceFile, text: str) -> Found:
    """The tracklist in a text. Raises BadRecord for one that is longer than a set may be."""
    found = find_rows(text)
    if len(found.rows) > MOST_ROWS:
        raise BadRecord(file.name, f"{len(found.rows):,} rows, a set has at most {MOST_ROWS:,}: split it")
    return found


def too_few(file: SourceFile, found: Found, text: str) -> RefusedRecord:
    """The refusal of a text in which there is no tracklist."""
    reason = (
        f"{len(found.rows)} rows found, a tracklist has at least {FEWEST_ROWS}: one row a line, like "
        '"12:34 Artist - Title"'
    )
    return file.refused(SOURCE, "", "TOO_FEW_ROWS", reason, text)


def draft_of(file: SourceFile, found: Found, text: str, told: Told) -> Draft:
    """The set. Its key is told, or the url, or a hash of the rows: the same tracklist pasted twice is one set."""
    title = told.title or plain_title(found.title or "") or name_of(file)
    head = read_head(title)
    return Draft(
        source=SOURCE, key=told.key or told.url or content_key(*(row.text for row in found.rows)), title=title,
        raw=json_text({"text": text, "title": told.title, "url": told.url}), parser=PARSER, confidence=CONFIDENCE,
        rows=row_drafts(found.rows, lengths=found.times_are_lengths), performers=head.performers, url=told.url,
        played_on=head.played_on, played_precision=head.played_precision, occasion=head.occasion,
    )  # fmt: skip


def name_of(file: SourceFile) -> str:
    """What a file without a title is called; nothing for a text that is no file: then its title must be told."""
    return file.stem if PurePath(file.name).suffix else ""


def row_drafts(rows: Sequence[Row], *, lengths: bool = False) -> tuple[RowDraft, ...]:
    """Rows for `reading`, their time before them in brackets, where it is read for all rows together."""
    return tuple(_row(row, lengths=lengths) for row in rows)


def _row(row: Row, *, lengths: bool) -> RowDraft:
    placed = Placed(together=row.together, break_before=row.break_before)
    if lengths or row.time is None:
        measures = Measures(duration_ms=milliseconds(row.time) if row.time else None)
        return RowDraft(row.text, title=row.rest, placed=placed, measures=measures)
    return RowDraft(row.text, title=f"[{row.time}] {row.rest}", placed=placed)
