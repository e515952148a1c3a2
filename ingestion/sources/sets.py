"""Your own sets: JSON Lines, one set a line, as docs/loading_sets.md tells and sets.schema.json says.

A set's key is its `id`, else its `url`, else name, date and artists with its number among equals in the file ("…
#2"). A line that
cannot be read is refused by its number, a row by its place in the line; the row then stands in its set as an
unidentified one. The file is read twice: first for the names in it (`tracklist.names`), then set by set.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs

from graph_model.errors import BadRecord
from ingestion.observation import PerformerObservation, RefusedRecord, RowObservation, SetObservation
from ingestion.sources.record import json_text, refused_row
from ingestion.tracklist.cut import Pieces, cut_row, note_names
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import Placed, read_row
from ingestion.tracklist.text import fault, one_line

SOURCE = "sets"
PARSER = "sets 1"
CONFIDENCE = 1.0
"""Their owner says so."""

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "sets.schema.json").read_text(encoding="utf-8"))
_CHECK = jsonschema_rs.validator_for(SCHEMA)
_LONGEST_LINE = 5_000_000
_PRECISIONS = {4: "year", 7: "month", 10: "day"}

Line = dict[str, Any]
Lines = Iterator[tuple[int, str, Line | str]]
"""(number, text, the set or what is wrong with it)."""


def read_sets(file: Path) -> Iterator[SetObservation | RefusedRecord]:
    """The sets of `file` in order. Raises BadRecord where it is no text in UTF-8."""
    yield from _observed(lambda: _lines(file), f"{file.name}, line")


def observe_sets(records: Sequence[Line]) -> Iterator[SetObservation | RefusedRecord]:
    """The same for sets that somebody sends instead of a file; a place is "set 3, row 7"."""
    lines = [(number, json_text(record), _flaw(record) or record) for number, record in enumerate(records, 1)]
    yield from _observed(lambda: iter(lines), "set")


def _observed(lines: Callable[[], Lines], where: str) -> Iterator[SetObservation | RefusedRecord]:
    names, labels = KnownNames(), KnownLabels()
    for _, _, record in lines():
        for row in record["tracks"] if isinstance(record, dict) else ():
            if _row_flaw(row) is None:
                note_names(_pieces(row), names, labels)
    seen: Counter[str] = Counter()
    for number, line, record in lines():
        if isinstance(record, str):
            yield RefusedRecord(SOURCE, f"{where} {number}", "BAD_SET", record, line)
            continue
        yield from _refusals(record, f"{where} {number}")
        yield _observation(record, _key(record, seen), names, labels)


def _lines(file: Path) -> Lines:
    """Empty lines are passed over."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line.rstrip("\n"), _parsed(line)
    except UnicodeDecodeError as problem:
        raise BadRecord(file.name, f"not UTF-8 ({problem}); save it as UTF-8") from problem


def _parsed(line: str) -> Line | str:
    if len(line) > _LONGEST_LINE:
        return f"the line has {len(line)} characters, more than {_LONGEST_LINE}; split the set"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"no JSON: {problem}"
    return _flaw(record) or record


def _flaw(record: Any) -> str | None:
    """What the schema or the calendar has against it."""
    try:
        _CHECK.validate(record)
    except (jsonschema_rs.ValidationError, ValueError) as problem:
        path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in getattr(problem, "instance_path", []))
        return f"{path.lstrip('.') or 'the set'}: {getattr(problem, 'message', problem)}"
    texts = [record["name"], *record.get("artists", ()), record.get("url", ""), record.get("id", "")]
    return next(filter(None, map(fault, texts)), None) or _date_flaw(record)


def _date_flaw(record: Line) -> str | None:
    try:
        _played_on(record)
    except ValueError as problem:
        return f"date: {record['date']!r} is not in the calendar ({problem})"
    return None


def _played_on(record: Line) -> date | None:
    printed = record.get("date")
    return date.fromisoformat(f"{printed}-01-01"[:10]) if printed else None


def _key(record: Line, seen: Counter[str]) -> str:
    if own := record.get("id") or record.get("url"):
        return str(own)
    described = " · ".join([record["name"], record.get("date", ""), *record.get("artists", ())])
    seen[described] += 1
    return described if seen[described] == 1 else f"{described} #{seen[described]}"


def _refusals(record: Line, place: str) -> Iterator[RefusedRecord]:
    for position, row in enumerate(record["tracks"], 1):
        if flaw := _row_flaw(row):
            yield RefusedRecord(SOURCE, f"{place}, row {position}", "BAD_ROW", flaw, json_text(row))


def _observation(record: Line, key: str, names: KnownNames, labels: KnownLabels) -> SetObservation:
    played_on = _played_on(record)
    return SetObservation(
        source=SOURCE, key=key, title=record["name"], raw=json_text(record), parser=PARSER, confidence=CONFIDENCE,
        performers=tuple(PerformerObservation(name) for name in dict.fromkeys(record.get("artists", ()))),
        rows=tuple(_row(row, names, labels) for row in record["tracks"]), url=record.get("url"),
        played_on=played_on, played_precision=_PRECISIONS[len(record["date"])] if played_on else None,
    )  # fmt: skip


def _row(row: Line, names: KnownNames, labels: KnownLabels) -> RowObservation:
    pieces = _pieces(row) if _row_flaw(row) is None else refused_row(row.get("text") or row)
    placed = Placed(
        cue_ms=_cue_ms(row.get("cue")),
        together=row.get("together", False),
        segue=row.get("segue", False),
        break_before=row.get("break", False),
    )
    return read_row(pieces, names, labels, placed)


def _pieces(row: Line) -> Pieces:
    """A given artist and title are taken as they are; a text is cut like any printed row, at its first track."""
    if "artist" in row and "title" in row:
        text = row.get("text", f"{row['artist']} - {row['title']}")
        return Pieces(text, credits=one_line(row["artist"]), title=one_line(row["title"]))
    return cut_row(row["text"])[0]


def _cue_ms(cue: float | str | None) -> int | None:
    if cue is None:
        return None
    if isinstance(cue, str):
        *larger, seconds = (int(part) for part in cue.split(":"))
        minutes = larger[-1] + 60 * sum(larger[:-1])
        return (minutes * 60 + seconds) * 1000
    return round(cue * 1000)


def _row_flaw(row: Line) -> str | None:
    texts = [row[part] for part in ("text", "artist", "title") if part in row]
    return next(filter(None, map(fault, texts)), None) or (None if all(t.strip() for t in texts) else "a text is empty")
