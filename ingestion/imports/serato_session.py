"""Serato DJ's history sessions: what was loaded on a deck, when, and whether it was played.

Each `oent` holds one `adat`: numbered fields. An entry is written again when it changes; the last one of an id counts.
Entries whose "played" flag is off were only loaded, and are no rows. Times are UTC. A session has no name; its key is
a hash of its number, and of the first entry's id, start and path, so that a session that has grown since is an update.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.fields import content_key, file_title, milliseconds, row_text, tempo, year
from ingestion.imports.serato_chunks import chunks, utf16
from ingestion.imports.source_file import SourceFile
from ingestion.observation import Measures, RefusedRecord
from ingestion.sources.record import json_text

SOURCE, PARSER, CONFIDENCE = "serato", "serato-session 1", 0.95
TEXTS = {
    2: "path", 6: "title", 7: "artist", 8: "album", 9: "genre", 10: "length", 17: "comment", 19: "grouping",
    20: "remixer", 21: "label", 22: "composer", 23: "year", 51: "key", 63: "device",
}  # fmt: skip
NUMBERS = {1: "id", 15: "bpm", 28: "started", 29: "ended", 31: "deck", 45: "played_s", 48: "session", 50: "played"}
_LATEST = 4_102_444_800
"""The year 2100; a later start is a damaged field."""

Entry = dict[str, str | int]


def read_session(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set. Raises BadRecord for a file that is cut off or holds no entry."""
    entries: dict[object, Entry] = {}
    for number, value in enumerate((v for tag, v in chunks(file.data, file.name) if tag == b"oent"), 1):
        entry = _entry(value, f"{file.name}, entry {number}")
        entries[entry.get("id", f"entry {number}")] = entry
    if not entries:
        raise BadRecord(file.name, "the session has no entries")
    first = next(iter(entries.values()))
    raw = json_text({"entries": list(entries.values())})
    rows = []
    for uid, entry in entries.items():
        row = _row(entry)
        if entry.get("played") == 1 and row.text:
            rows.append(row)
        elif entry.get("played") == 1:
            reason = "the entry has neither artist, title nor path"
            yield file.refused(SOURCE, f"entry {uid}", "BAD_ROW", reason, json_text(entry))
    if not rows:
        yield file.refused(SOURCE, "", "EMPTY_SET", "nothing was played in this session, only loaded", raw)
        return
    rows.sort(key=lambda row: row.played_at.timestamp() if row.played_at else 0.0)
    started = next((row.played_at for row in rows if row.played_at), None)
    key = content_key(*(first.get(name) for name in ("session", "id", "started", "path")))
    yield Draft(
        SOURCE, key, file.stem, raw, PARSER, CONFIDENCE, tuple(rows), played_on=started.date() if started else None,
        played_precision="day" if started else None,
    )  # fmt: skip


def _entry(value: bytes, place: str) -> Entry:
    """The fields that we know, by name."""
    entry: Entry = {}
    for tag, fields in chunks(value, place):
        for number, field in chunks(fields, place) if tag == b"adat" else ():
            numbered = int.from_bytes(number)
            if numbered in TEXTS:
                entry[TEXTS[numbered]] = utf16(field)
            elif numbered in NUMBERS:
                entry[NUMBERS[numbered]] = int.from_bytes(field[:8])
    return entry


def _row(entry: Entry) -> RowDraft:
    said = {name: str(value) for name, value in entry.items() if value not in ("", 0)}
    artist, title, started = said.get("artist"), said.get("title"), entry.get("started")
    in_time = isinstance(started, int) and 0 < started < _LATEST
    return RowDraft(
        text=row_text(artist, title) or file_title(said.get("path", "")),
        artist=artist if title else None,
        title=title,
        remixer=said.get("remixer"),
        label=said.get("label"),
        album=said.get("album"),
        played_at=datetime.fromtimestamp(started, UTC) if in_time and isinstance(started, int) else None,
        measures=Measures(
            tempo(said.get("bpm")), said.get("key"), milliseconds(said.get("length")), year(said.get("year"))
        ),
    )
