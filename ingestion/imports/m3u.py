"""Playlists in M3U and M3U8: plain, extended (#EXTINF, as Engine DJ writes it) and VirtualDJ's (#EXTVDJ).

The kept m3u8 library is for video streams and knows none of the tags, so this is a compact reader of our own. A row is
a path, and what the comment lines before it say of it. VirtualDJ's histories tell when a row was played (lastplaytime,
UTC). There is no id: the key is a hash of what the rows say, without the folders that they lie in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key, file_title, given, milliseconds, number, row_text
from ingestion.imports.source_file import SourceFile
from ingestion.observation import Measures, RefusedRecord
from ingestion.set_aside import MOST_ROWS
from ingestion.sources.record import json_text

SOURCE, PARSER = "m3u", "m3u 1"
LIST_CONFIDENCE, HISTORY_CONFIDENCE = 0.5, 0.9
_INFO = re.compile(r"#EXTINF:?\s*(?P<s>-?\d+(?:\.\d+)?)?[^,]*,?(?P<shown>.*)", re.IGNORECASE)
_TAG = re.compile(r"<(\w+)>([^<]*)</\1>")
_NO_PATH = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STREAM = re.compile(r"#EXT-X-", re.IGNORECASE)
_LATEST = 4_102_444_800
LONGEST_LINE = 5_000

Said = dict[str, str]


def read_m3u(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set. Raises BadRecord where no line is a path."""
    rows: list[RowDraft] = []
    records: list[str] = []
    said: Said = {}
    name = None
    for line_number, line in enumerate(file.text().split("\n"), 1):
        text = line.strip()
        if not text:
            continue
        if _STREAM.match(text):
            raise BadRecord(f"{file.name}, line {line_number}", "this is the index of a video stream, no playlist")
        if text.upper().startswith("#PLAYLIST:"):
            name = given(text.partition(":")[2])
        elif text.startswith("#"):
            said |= _said(text)
        elif len(text) > LONGEST_LINE or _NO_PATH.search(text):
            reason = "the line is no path"
            yield file.refused(SOURCE, f"line {line_number}", "BAD_ROW", reason, text)
            said = {}
        else:
            rows.append(_row(text, said))
            if len(rows) > MOST_ROWS:
                raise BadRecord(f"{file.name}, line {line_number}", f"more than {MOST_ROWS:,} rows: split it")
            records.append(json_text({**said, "path": text}))
            said = {}
    if not rows:
        raise BadRecord(file.name, "no line is the path of a music file")
    yield _set(file, name, rows, records)


def _set(file: SourceFile, name: str | None, rows: list[RowDraft], records: list[str]) -> Draft:
    started = next((row.played_at for row in rows if row.played_at), None)
    day = (started.date(), "day") if started else day_in(name or file.stem) or (None, None)
    key, raw = content_key(name, *(row.text for row in rows)), json_text({"name": name, "rows": records})
    confidence = HISTORY_CONFIDENCE if started else LIST_CONFIDENCE
    return Draft(
        SOURCE, key, name or file.stem, raw, PARSER, confidence, tuple(rows), played_on=day[0], played_precision=day[1],
    )  # fmt: skip


def _said(comment: str) -> Said:
    """What a comment line says of the path that follows."""
    if comment.upper().startswith("#EXTVDJ:"):
        return {tag.lower(): unescape(value).strip() for tag, value in _TAG.findall(comment)}
    found = _INFO.fullmatch(comment)
    if found is None:
        return {}
    return {name: value for name, value in (("songlength", found["s"]), ("shown", found["shown"].strip())) if value}


def _row(path: str, said: Said) -> RowDraft:
    artist, title = said.get("artist") or None, said.get("title") or None
    played = number(said.get("lastplaytime"))
    return RowDraft(
        text=row_text(artist, title) or said.get("shown") or file_title(path),
        artist=artist if title else None,
        title=title,
        version=said.get("remix") or None,
        played_at=datetime.fromtimestamp(int(played), UTC) if played and played < _LATEST else None,
        measures=Measures(duration_ms=milliseconds(said.get("songlength"))),
    )
