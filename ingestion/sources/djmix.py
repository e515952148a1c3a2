"""djmix: mixes of MixesDB with their printed rows, as the PyPI package `djmix` carries them.

Kim, Yang, Nam: "Joint Estimation of Fader and Equalizer Gains of DJ Mixers Using Convex Optimization", DAFx 2022. The
data set
has no licence: it is fetched and read, never shipped. The YouTube id beside a row was found by a machine: it is
handed on as
printed and decides nothing.

A row that cannot be read is refused by place and reason, and stands in its set as an unidentified row, so that no
position is lost and no
transition is made across it. A mix without title or rows is refused whole.
"""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord, RowObservation, SetObservation
from ingestion.sources.genres import GENRES
from ingestion.sources.mixesdb_series import tag_names
from ingestion.sources.mixesdb_title import MixTitle, read_title, series_named
from ingestion.sources.performers import read_performers
from ingestion.sources.record import json_text, refused_row
from ingestion.tracklist.cue import timeline
from ingestion.tracklist.cut import Pieces, cut_row, note_names
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import Placed, read_row
from ingestion.tracklist.text import fault

SOURCE = "djmix"
PARSER = "djmix 3"
CONFIDENCE = 0.9
"""MixesDB is a wiki whose editors listen and correct each other; now and then a row is a guess."""

_MEMBER = "dataset/djmix-dataset.json.gz"
Record = dict[str, Any]


def read_djmix(path: Path) -> Iterator[SetObservation | RefusedRecord]:
    """The mixes of the wheel, the .json.gz or the .json at `path`. Raises BadRecord where the file is none of
    these."""
    records = _records(path)
    known = _Known(records)
    for number, record in enumerate(records, 1):
        yield from _read(record, number, known)


def _records(path: Path) -> list[Any]:
    try:
        records = json.loads(_content(path))
    except (ValueError, EOFError, KeyError, zipfile.BadZipFile) as problem:
        raise BadRecord(
            path.name, f"no djmix data set ({problem}); give the wheel, its .json.gz or the .json"
        ) from problem
    if not isinstance(records, list):
        raise BadRecord(path.name, "the JSON is no list of mixes; give djmix's own file")
    return records


def _content(path: Path) -> bytes:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as wheel:
            member = next((name for name in wheel.namelist() if name.endswith(_MEMBER)), _MEMBER)
            return gzip.decompress(wheel.read(member))
    content = path.read_bytes()
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


class _Known:
    """What the first pass over the file shows: names, labels, series."""

    def __init__(self, records: list[Any]) -> None:
        usable = [record for record in records if _flaw(record) is None]
        self.names = KnownNames(tag for record in usable for tag in _dj_tags(record))
        self.labels = KnownLabels()
        self.series = frozenset(filter(None, (series_named(record["title"], _tags(record)) for record in usable)))
        self.cut = {record["id"]: _cut(record["tracklist"]) for record in usable}
        for cut in self.cut.values():
            for pieces, _ in cut:
                note_names(pieces, self.names, self.labels)


def _cut(rows: list[Any]) -> list[tuple[Pieces, Any]]:
    """Every row's pieces beside it; a refused row is one piece without music."""
    cut: list[tuple[Pieces, Any]] = []
    for row in rows:
        printed = cut_row(row["title"]) if _row_flaw(row) is None else (refused_row(row),)
        cut += [(pieces, row) for pieces in printed]
    return cut


def _read(record: Any, number: int, known: _Known) -> Iterator[SetObservation | RefusedRecord]:
    flaw = _flaw(record)
    if flaw:
        place = str(record["id"]) if isinstance(record, dict) and isinstance(record.get("id"), str) else f"mix {number}"
        yield RefusedRecord(SOURCE, place, "BAD_SET", flaw, json_text(record))
        return
    yield from _refusals(record)
    yield _observation(record, known)


def _refusals(record: Record) -> Iterator[RefusedRecord]:
    for position, row in enumerate(record["tracklist"], 1):
        if flaw := _row_flaw(row):
            yield RefusedRecord(SOURCE, f"{record['id']}, row {position}", "BAD_ROW", flaw, json_text(row))


def _observation(record: Record, known: _Known) -> SetObservation:
    tags = _tags(record)
    title = read_title(record["title"], tags, known.series)
    performers = read_performers(title.performers, tag_names(tags), known.names) if title.performers else ()
    rows = tuple(_rows(known.cut.pop(record["id"]), {p.name.casefold() for p in performers}, known))
    return SetObservation(
        source=SOURCE, key=record["id"], title=record["title"], raw=json_text(record),
        parser=PARSER, confidence=CONFIDENCE,
        performers=performers, rows=rows, url=record["url"] if isinstance(record.get("url"), str) else None,
        tags=tuple(tag for tag in tags if tag.casefold() in GENRES), **_occasion(title),
    )  # fmt: skip


def _occasion(title: MixTitle) -> dict[str, Any]:
    return {
        part: getattr(title, part) for part in ("played_on", "played_precision", "event", "place", "series", "episode")
    }


def _rows(cut: list[tuple[Pieces, Any]], performers: set[str], known: _Known) -> Iterator[RowObservation]:
    """The rows in their parts; a row that is only a performer's name is a heading: a break before the next."""
    times = timeline([pieces.cue for pieces, _ in cut])
    heading = False
    for index, (pieces, row) in enumerate(cut):
        if pieces.credits is None and pieces.title.casefold() in performers:
            heading = True
            continue
        placed = Placed(
            cue_ms=times.cues_ms[index],
            break_before=heading or index in times.restarts,
            youtube_id=_youtube_id(row),
        )
        yield read_row(pieces, known.names, known.labels, placed)
        heading = False


def _youtube_id(row: Any) -> str | None:
    return row["id"] if isinstance(row, dict) and isinstance(row.get("id"), str) and row["id"] else None


def _tags(record: Record) -> list[str]:
    tags = record.get("tags")
    keys = [tag.get("key") for tag in tags if isinstance(tag, dict)] if isinstance(tags, list) else []
    return [key.removeprefix("Category:") for key in keys if isinstance(key, str) and fault(key) is None]


def _dj_tags(record: Record) -> list[str]:
    """Those tags that the title's first segment has too; the others are venues, series and genres."""
    performers = (read_title(record["title"], ()).performers or "").casefold()
    return [tag for tag in _tags(record) if tag.casefold() in performers]


def _flaw(record: Any) -> str | None:
    """Why the record is no set."""
    if not isinstance(record, dict):
        return "the record is no object"
    if not isinstance(record.get("id"), str) or not record["id"]:
        return "the mix has no id"
    if (flaw := fault(record.get("title"))) or not record["title"].strip():
        return f"the mix has no usable title: {flaw or 'it is empty'}"
    rows = record.get("tracklist")
    return None if isinstance(rows, list) and rows else "the mix has no rows"


def _row_flaw(row: Any) -> str | None:
    if not isinstance(row, dict):
        return "the row is no object"
    flaw = fault(row.get("title"))
    return flaw or (None if row["title"].strip() else "the row is empty")
