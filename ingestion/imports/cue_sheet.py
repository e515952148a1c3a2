"""CUE sheets: TITLE, PERFORMER and INDEX of each TRACK of a mix.

The kept libraries for it stop at the first fault and know no mix longer than 99 minutes; this is a compact reader of
our own, in which a fault costs its row. INDEX 01 (else 00) is minutes:seconds:frames, 75 frames a second; minutes may
go beyond 99, as programs write them for long mixes, and minutes:seconds alone is read too. The sheet has no id: its key
is a hash of title, performer, and titles, performers and starts of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key, file_title, row_text
from ingestion.imports.source_file import SourceFile
from ingestion.observation import PerformerObservation, RefusedRecord
from ingestion.set_aside import MOST_ROWS
from ingestion.sources.record import json_text
from ingestion.tracklist.row import Placed

SOURCE, PARSER, CONFIDENCE = "cue", "cue 1", 0.8
FRAMES_A_SECOND = 75
LONGEST_MINUTES = 10_000
"""A week."""
_TRACK = re.compile(r"\s*TRACK\b", re.IGNORECASE)
_COMMAND = re.compile(r"\s*([A-Za-z]+)(?:\s+(.*?))?\s*")
_QUOTED = re.compile(r'"(.*?)"(?:\s+\w+)?|“(.*?)”')
_INDEX = re.compile(r"(\d{1,2})\s+(\d{1,5}):(\d{1,2})(?::(\d{1,2}))?")
_ISRC = re.compile(r"[A-Z]{2}[A-Z0-9]{3}\d{7}")


@dataclass(slots=True)
class _Part:
    """The sheet's head, or one TRACK of it: what its commands say, by command."""

    line: int
    said: dict[str, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    @property
    def title(self) -> str | None:
        return self.said.get("TITLE") or None

    @property
    def cue_ms(self) -> int | None:
        """INDEX 01, where the music starts; 00 is the pause before it."""
        return self.starts.get(1, self.starts.get(0))


def read_cue(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set, after the refusals of what cannot be read in it. Raises BadRecord where there is no TRACK."""
    parts = [_Part(0)]
    for number, line in enumerate(file.text().split("\n"), 1):
        if _TRACK.match(line):
            parts.append(_Part(number))
        elif reason := _note(parts[-1], line):
            yield file.refused(SOURCE, f"line {number}", "BAD_CUE", reason, line)
        if len(parts) > MOST_ROWS + 1:
            raise BadRecord(f"{file.name}, line {number}", f"more than {MOST_ROWS:,} tracks: split it")
    head, *tracks = parts
    named = [track for track in tracks if track.title or track.said.get("PERFORMER")]
    if not named:
        raise BadRecord(file.name, "there is no TRACK with a TITLE or PERFORMER in it")
    for track in tracks:
        if track not in named:
            yield file.refused(SOURCE, f"line {track.line}", "BAD_ROW", "the track has no title", json_text(track.said))
    yield _set(file, head, tracks)


def _set(file: SourceFile, head: _Part, tracks: list[_Part]) -> Draft:
    said, records = head.said, [{**track.said, "cue_ms": track.cue_ms} for track in tracks]
    performer, title = said.get("PERFORMER"), said.get("TITLE")
    identity = [(each.said.get("PERFORMER"), each.title, each.cue_ms) for each in tracks]
    shown = title or file_title(said.get("FILE", "")) or file.stem
    day = day_in(f"{shown} {said.get('REM DATE', '')}") or (None, None)
    return Draft(
        SOURCE, content_key(title, performer, *identity), shown, json_text({**said, "tracks": records}), PARSER,
        CONFIDENCE, tuple(_row(track) for track in tracks),
        performers=(PerformerObservation(performer),) if performer else (), played_on=day[0], played_precision=day[1],
    )  # fmt: skip


def _row(track: _Part) -> RowDraft:
    artist, title, isrc = (
        track.said.get("PERFORMER"),
        track.title,
        track.said.get("ISRC", "").replace("-", "").upper(),
    )
    return RowDraft(
        text=row_text(artist, title) or "(track without a title)",
        artist=artist if title else None,
        title=title,
        placed=Placed(cue_ms=track.cue_ms),
        external_ids=(("isrc", isrc),) if _ISRC.fullmatch(isrc) else (),
    )


def _note(part: _Part, line: str) -> str | None:
    """Keep what a line says of the part that it stands in; why its INDEX cannot be read, else None."""
    found = _COMMAND.fullmatch(line)
    if found is None:
        return None
    command, said = found[1].upper(), found[2] or ""
    if command == "INDEX":
        return _note_index(part, said)
    if command == "REM":
        kind, _, said = said.partition(" ")
        command = f"REM {kind.upper()}"
    part.said.setdefault(command, _unquoted(said))
    return None


def _note_index(part: _Part, said: str) -> str | None:
    """Keep a start in milliseconds; why it cannot be read, else None."""
    found = _INDEX.fullmatch(said.strip())
    if found is None:
        return f"INDEX {said[:40]!r} is not `01 minutes:seconds:frames`; the row has no start"
    number, minutes, seconds, frames = (int(each or 0) for each in found.groups())
    if seconds > 59 or frames >= FRAMES_A_SECOND or minutes > LONGEST_MINUTES:
        return f"INDEX {said[:40]!r} has seconds above 59 or frames above 74; the row has no start"
    part.starts.setdefault(number, (minutes * 60 + seconds) * 1_000 + round(frames * 1_000 / FRAMES_A_SECOND))
    return None


def _unquoted(said: str) -> str:
    found = _QUOTED.fullmatch(said.strip())
    return ((found[1] or found[2] or "") if found else said.strip().strip('"')).strip()
