"""Traktor's "Export as HTML" of a playlist or history: one table, its columns chosen by the user and named in its head.

Read with the standard library's HTML parser: there is nothing in it but a table. The page has no id, so a set's key
is a hash of its rows; two exports of one history with other columns are two records.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key, file_title, milliseconds, row_text, tempo, year
from ingestion.imports.source_file import SourceFile
from ingestion.observation import Measures, RefusedRecord
from ingestion.sources.record import json_text

SOURCE, PARSER = "traktor", "traktor-html 1"
HISTORY_CONFIDENCE, LIST_CONFIDENCE = 0.95, 0.6
_STARTED = "%Y/%m/%d %H:%M:%S"


def read_traktor_html(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set. Raises BadRecord where there is no table with artists or titles."""
    page = _Page()
    page.feed(file.text())
    page.close()
    if not page.rows or not {"artist", "title"} & set(page.columns):
        raise BadRecord(file.name, "there is no table with a column Artist or Title; export it from Traktor again")
    records = [dict(zip(page.columns, cells, strict=False)) for _, cells in page.rows]
    rows = []
    for (line, _), record in zip(page.rows, records, strict=True):
        row = _row(record)
        if row.text:
            rows.append(row)
        else:
            yield file.refused(SOURCE, f"line {line}", "BAD_ROW", "the row names nothing", json_text(record))
    yield _set(file, page.title, rows, records)


def _set(file: SourceFile, printed: str, rows: list[RowDraft], records: list[dict[str, str]]) -> Draft:
    name = printed.rpartition("Track List:")[2].strip()
    started = next((row.played_at for row in rows if row.played_at), None)
    day = (started.date(), "day") if started else day_in(f"{name} {file.stem}") or (None, None)
    return Draft(
        SOURCE, content_key(name, *records), file.stem if name in ("", "HISTORY") else name,
        json_text({"title": printed, "rows": records}), PARSER, HISTORY_CONFIDENCE if started else LIST_CONFIDENCE,
        tuple(rows), played_on=day[0], played_precision=day[1],
    )  # fmt: skip


def _row(record: dict[str, str]) -> RowDraft:
    artist, title = (record.get(column) or None for column in ("artist", "title"))
    return RowDraft(
        text=row_text(artist, title) or file_title(record.get("file name", "")),
        artist=artist if title else None,
        title=title,
        version=record.get("mix") or None,
        remixer=record.get("remixer") or None,
        label=record.get("label") or None,
        catalog_number=record.get("catalog no.") or None,
        album=record.get("release") or record.get("album") or None,
        played_at=_started(record.get("start time", "")),
        measures=Measures(
            tempo(record.get("bpm")), record.get("key") or None, milliseconds(record.get("time")),
            year(record.get("release date")),
        ),
    )  # fmt: skip


def _started(printed: str) -> datetime | None:
    try:
        return datetime.strptime(printed, _STARTED)  # the clock of the place, as printed
    except ValueError:
        return None


class _Page(HTMLParser):
    """The heading, the names of the columns in small letters, and (line, cells) of each row."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.columns: list[str] = []
        self.rows: list[tuple[int, list[str]]] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append((self.getpos()[0], []))
        elif tag in ("td", "th", "h1"):
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr" and self.rows and not self.rows[-1][1]:
            self.rows.pop()
        if tag not in ("td", "th", "h1") or self._text is None:
            return
        text, self._text = " ".join("".join(self._text).split()), None
        if tag == "h1":
            self.title = text
        elif tag == "th":
            self.columns.append(text.casefold())
        elif self.rows:
            self.rows[-1][1].append(text)
