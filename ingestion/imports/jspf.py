"""JSPF: XSPF's playlist as JSON, as ListenBrainz writes it. The standard library's JSON reader is all that it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.fields import given
from ingestion.imports.shared_playlist import Slot, playlist
from ingestion.imports.source_file import SourceFile
from ingestion.observation import RefusedRecord
from ingestion.sources.record import json_text

SOURCE = "jspf"


def read_jspf(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set. Raises BadRecord with the line for what is no JSON, and for JSON that is no JSPF."""
    record = _playlist(file)
    rows = []
    for number, track in enumerate(record["track"], 1):
        row = _slot(track).row() if isinstance(track, dict) else None
        if row and row.text:
            rows.append(row)
        else:
            yield file.refused(SOURCE, f"track {number}", "BAD_ROW", "the track says nothing", json_text(track))
    if not rows:
        raise BadRecord(file.name, "its playlist has no track with a title, creator or location")
    head = {name: given(record.get(name)) for name in ("title", "creator", "date", "identifier", "info")}
    yield playlist(file, SOURCE, head, rows, record)


def _playlist(file: SourceFile) -> dict[str, Any]:
    try:
        found = json.loads(file.text())
    except json.JSONDecodeError as problem:
        raise BadRecord(f"{file.name}, line {problem.lineno}", f"no JSON: {problem.msg}") from problem
    except (ValueError, RecursionError) as problem:
        raise BadRecord(file.name, f"no JSON that can be read: {problem}") from problem
    record = found.get("playlist") if isinstance(found, dict) else None
    if not isinstance(record, dict) or not isinstance(record.get("track"), list):
        raise BadRecord(file.name, 'JSON, but no JSPF: that is {"playlist": {"track": […]}}')
    return record


def _slot(track: dict[str, Any]) -> Slot:
    title, creator, album = (given(track.get(name)) for name in ("title", "creator", "album"))
    return Slot(title, creator, album, track.get("duration"), _uris(track, "identifier"), _uris(track, "location"))


def _uris(track: dict[str, Any], name: str) -> tuple[str, ...]:
    """A list, or by an older draft one text."""
    found = track.get(name)
    return tuple(uri for uri in (found if isinstance(found, list) else [found]) if isinstance(uri, str))
