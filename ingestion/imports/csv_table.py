"""Tables of sets: CSV with any delimiter and encoding, a row a track, one set or many in a file.

Columns are known by their headers (`csv_columns`) or told. Rows belong to the set that their set columns name, else to
the one set that the file is. They keep the file's order, unless numbers from 1 say another. A number that comes twice
is a row played together with the one before it; further apart it is refused. A refused row leaves an unknown one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.csv_cells import Record, header_of, lines_of
from ingestion.imports.csv_columns import columns_of, names_tracks
from ingestion.imports.csv_row import rows_of
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key
from ingestion.imports.library import in_parts
from ingestion.imports.set_head import SetHead, read_head
from ingestion.imports.source_file import SourceFile
from ingestion.observation import PerformerObservation, RefusedRecord
from ingestion.set_aside import MOST_ROWS
from ingestion.sources.record import json_text
from ingestion.tracklist.row import Placed

SOURCE = "csv"
PARSER = "csv 1"
CONFIDENCE = 0.8
"""Somebody made a table of it, by hand or from another site."""
_SITE_1001 = re.compile(r"/track/[0-9a-z]{4,12}/[^/]+/index\.html")


@dataclass(frozen=True, slots=True)
class Table:
    """What whoever imports a table may tell: its columns, what the set is called, whether it is just a library."""

    columns: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    plays: bool = True


GUESSED = Table()


def is_table(file: SourceFile) -> bool:
    """The first line has a header for the music and at least one more that we know."""
    columns = columns_of(header_of(file.head), {})
    return not file.head.lstrip().startswith(("<", "{", "[")) and names_tracks(columns) and len(columns) > 1


def read_table(file: SourceFile, table: Table = GUESSED) -> Iterator[Draft | RefusedRecord]:
    """The sets in order of their first row, each after its refused rows. Raises BadRecord where it is no such table."""
    lines = lines_of(file.text(), file.name)
    header = next(lines, (0, []))[1]
    columns = columns_of([cell.strip() for cell in header], table.columns)
    if not names_tracks(columns):
        raise BadRecord(file.name, f"no column for the music among {', '.join(header)[:300]!r}; tell which it is")
    sets: dict[tuple[str | None, ...], list[Record]] = {}
    current: list[Record] = []
    for line, cells in lines:
        if len(cells) > len(header):
            reason = f"{len(cells)} cells under {len(header)} headers: put quotes around what holds the delimiter"
            yield file.refused(SOURCE, f"line {line}", "BAD_ROW", reason, json_text(cells))
            current.append(Record(line, (), columns))
            continue
        record = Record(line, cells, columns)
        belongs_to = (record["set_id"] or record["set_url"], record["set_title"], record["set_date"])
        current = sets.setdefault(belongs_to, [])
        current.append(record)
        if table.plays and len(current) > MOST_ROWS:
            raise BadRecord(f"{file.name}, line {line}", f"more than {MOST_ROWS:,} rows in one set: is it a library?")
    for records in sets.values():
        yield from _set(file, table, _in_order(records), header)


def _in_order(records: list[Record]) -> list[Record]:
    """By their numbers, where each has one of its own."""
    numbers = [int(position) for record in records if (position := record["position"] or "").isdecimal()]
    if len(numbers) != len(records) or len(set(numbers)) != len(numbers):
        return records
    return [record for _, record in sorted(zip(numbers, records, strict=True), key=lambda pair: pair[0])]


def _set(
    file: SourceFile, table: Table, records: list[Record], header: Sequence[str]
) -> Iterator[Draft | RefusedRecord]:
    rows = list(rows_of(records))
    for at, number in _repeated(records):
        reason = f"number {number} is given twice in one set, not one after the other: which of them is it?"
        yield file.refused(SOURCE, f"line {records[at].line}", "BAD_ROW", reason, json_text(records[at].cells))
        rows[at] = RowDraft(text=f"(number {number} again)", placed=Placed(cue_ms=rows[at].placed.cue_ms))
    said = [dict(zip(header, record.cells, strict=False)) for record in records]
    draft = _draft(file, table, records, tuple(rows))
    if table.plays:
        yield replace(draft, raw=json_text({"rows": said}))
    else:
        yield from in_parts(draft, rows, said)


def _repeated(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """(place, number) of each row whose number an earlier row has, other rows between them."""
    seen: set[int] = set()
    last = None
    for at, record in enumerate(records):
        position = record["position"] or ""
        if not position.isdecimal() or len(position) > 9:
            continue
        if int(position) in seen and int(position) != last:
            yield at, int(position)
        last = int(position)
        seen.add(last)


def _draft(file: SourceFile, table: Table, records: Sequence[Record], rows: tuple[RowDraft, ...]) -> Draft:
    first = records[0]
    of_1001 = all(_SITE_1001.search(record["url"] or "/track/none/x/index.html") for record in records) and first["url"]
    title = first["set_title"] or table.title or file.stem
    head = _head(first, read_head(title, says_who=bool(of_1001)))
    return Draft(
        source="1001tracklists" if of_1001 and first["set_id"] else SOURCE,
        key=first["set_id"] or first["set_url"] or content_key(title, *(row.text for row in rows)),
        title=title, raw="", parser=PARSER, confidence=CONFIDENCE, rows=rows, performers=head.performers,
        url=first["set_url"], played_on=head.played_on, played_precision=head.played_precision, occasion=head.occasion,
    )  # fmt: skip


def _head(first: Record, head: SetHead) -> SetHead:
    """What the set's columns say wins over what its title says."""
    performers = tuple(dict.fromkeys(map(PerformerObservation, first.all("performer"))))
    day = day_in(first["set_date"] or "")
    said = {part: found for part in ("event", "place", "series", "episode") if (found := first[part])}
    return SetHead(
        performers or head.performers,
        day.first if day else head.played_on,
        day.precision if day else head.played_precision,
        said if "event" in said else head.occasion | said,
    )
