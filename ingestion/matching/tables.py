"""Anyone's records: CSV files of pairs (`left_title, right_title, …`) and of records (`id, title, …`).

Headers are found by their usual names; a column that none of them names is kept as `extra`, for any column may hold
what belongs into another. A line that cannot be used is refused by its number, and the rest goes on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Protocol

from graph_model.errors import BadRecord
from ingestion.matching.record import Record
from ingestion.observation import RefusedRecord

_HEADERS: dict[str, tuple[str, ...]] = {
    "title": ("title", "name", "song", "song_name", "track", "track_name", "track_title"),
    "artist": ("artist", "artists", "artist_name", "performer", "author", "artist_credit"),
    "album": ("album", "album_name", "release", "album_title"),
    "length": ("length", "time", "duration", "duration_ms", "length_ms", "track_length"),
    "released": ("year", "released", "date", "release_date", "release_year"),
    "version": ("version", "mix", "remix", "subtitle"),
    "remixer": ("remixer", "remixers"),
    "label": ("label", "copyright", "record_label", "publisher"),
    "catalog_number": ("catalog_number", "catalogue_number", "catno", "catalog"),
    "bpm": ("bpm", "tempo"),
    "language": ("language", "lang"),
}
_IDENTIFIERS = ("isrc", "mbid", "musicbrainz_id", "spotify_id", "beatport_id", "youtube_id", "discogs_id")
_LABELS = ("label", "match", "is_match", "gold", "same")
_CLUSTERS = ("cluster", "cluster_id", "label", "gold", "entity", "entity_id")
_UNSAID = frozenset({"", "-", "?", "n/a", "na", "nan", "none", "null", "unk", "unk.", "unknown", "[unknown]"})
_TRUE, _FALSE = frozenset({"1", "true", "yes", "match", "same"}), frozenset({"0", "false", "no", "different"})
LONGEST_FIELD = 20_000
SOURCE = "match"


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of a file of pairs; `same` is None where the file has no label."""

    line: int
    left: Record
    right: Record
    same: bool | None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a file of records; `cluster` is the label of its cluster, None where the file has none."""

    line: int
    uid: str
    record: Record
    source: str
    cluster: str | None


def read_pairs(file: Path) -> Iterator[Pair | RefusedRecord]:
    """Raises BadRecord where the file is no CSV with `left_…` and `right_…` columns."""
    header, rows = _rows(file)
    sides = [
        {name: name.removeprefix(f"{side}_") for name in header if name.startswith(f"{side}_")}
        for side in ("left", "right")
    ]
    if not all(sides):
        raise BadRecord(file.name, "no columns left_title, …, right_title, …; name the columns of the two records so")
    label = next((name for name in _LABELS if name in header), None)
    for line, row in rows:
        if isinstance(row, RefusedRecord):
            yield row
            continue
        same = _truth(row[label]) if label else None
        if label and same is None:
            yield _refused(file, line, f"{label} is {row[label]!r}; write 1 or 0", row)
            continue
        left, right = (_record({short: row[name] for name, short in side.items()}) for side in sides)
        yield Pair(line, left, right, same)


def read_items(file: Path) -> Iterator[Item | RefusedRecord]:
    """Raises BadRecord where the file is no CSV with the columns `id` and `title`."""
    header, rows = _rows(file)
    if "id" not in header or not set(_HEADERS["title"]) & set(header):
        raise BadRecord(file.name, "no columns id and title; give each record an id and name the columns in line 1")
    label = next((name for name in _CLUSTERS if name in header), None)
    seen: dict[str, int] = {}
    for line, row in rows:
        if isinstance(row, RefusedRecord):
            yield row
            continue
        uid = row["id"].strip()
        if not uid or uid in seen:
            why = f"the id {uid!r} stands in line {seen[uid]} already" if uid else "the id is empty"
            yield _refused(file, line, f"{why}; give each record its own", row)
            continue
        seen[uid] = line
        given = {name: value for name, value in row.items() if name not in ("id", "source", label)}
        yield Item(line, uid, _record(given), row.get("source", ""), row[label].strip() if label else None)


Row = dict[str, str]


class Reader(Protocol):
    """A reader of the module `csv`, whose type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


def _rows(file: Path) -> tuple[list[str], Iterator[tuple[int, Row | RefusedRecord]]]:
    """(header in lower case, lines with their numbers)."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadRecord(file.name, f"not UTF-8 ({problem.reason} at byte {problem.start}); save it as UTF-8") from None
    reader = csv.reader(StringIO(text.replace("\0", "\ufffd"), newline=""), _dialect(text))
    try:
        header = [name.strip().casefold().replace(" ", "_") for name in next(reader, [])]
    except csv.Error as problem:
        raise BadRecord(file.name, f"line 1 is no line of CSV ({problem}); it must name the columns") from None
    if len(set(header)) < max(len(header), 2):
        raise BadRecord(file.name, "line 1 names fewer than two columns, or one twice; it must hold their names")
    return header, _numbered(file, header, reader)


def _dialect(text: str) -> type[csv.Dialect]:
    first = next(StringIO(text, newline=""), "")
    dialect: type[csv.Dialect] = type("Found", (csv.excel,), {"delimiter": max(",;\t", key=first.count)})
    return dialect


def _numbered(file: Path, header: Sequence[str], reader: Reader) -> Iterator[tuple[int, Row | RefusedRecord]]:
    """Each row with the number of the line where it begins: a quoted value may run over several lines."""
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader, None)
        except csv.Error as problem:
            yield line, _refused(file, line, f"no CSV ({problem}); quote what holds the delimiter", {})
            continue
        if values is None:
            return
        if values:
            yield line, _row(file, line, header, values)


def _row(file: Path, line: int, header: Sequence[str], values: list[str]) -> Row | RefusedRecord:
    if len(values) != len(header):
        reason = f"{len(values)} values for {len(header)} columns; quote what holds the delimiter"
        return _refused(file, line, reason, dict(zip(header, values, strict=False)))
    if longest := next((value for value in values if len(value) > LONGEST_FIELD), None):
        return _refused(file, line, f"a value has {len(longest):,} characters, more than {LONGEST_FIELD:,}", {})
    return dict(zip(header, values, strict=True))


def _record(given: Mapping[str, str]) -> Record:
    said = {name: value.strip() for name, value in given.items() if value.strip().casefold() not in _UNSAID}
    parts: dict[str, str] = {}
    for part, names in _HEADERS.items():
        if found := next((name for name in names if name in said), None):
            parts[part] = said.pop(found)
    identifiers = tuple((name, said.pop(name)) for name in _IDENTIFIERS if name in said)
    return Record(**parts, extra=" ".join(said.values()), identifiers=identifiers)


def _truth(printed: str) -> bool | None:
    folded = printed.strip().casefold()
    return True if folded in _TRUE else False if folded in _FALSE else None


def _refused(file: Path, line: int, reason: str, row: Mapping[str, str]) -> RefusedRecord:
    kept = ",".join(f"{name}={value}" for name, value in row.items())[:LONGEST_FIELD]
    return RefusedRecord(SOURCE, f"{file.name}, line {line}", "BAD_ROW", reason, kept)
