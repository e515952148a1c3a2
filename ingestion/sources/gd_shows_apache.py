"""gd_shows_apache: the Grateful Dead's shows by another editor, one JSON object a line, gzip or plain (Apache-2.0).

Upstream keeps one file a show; joined into one, each line carries its path as `_file` ("shows/1977/1977-05-08.json",
"-2" for a second show of that day), which is the show's key and its date. A show without `setlist` is a set without
rows. There are no segues and no ids of songs: a row says its title, its place, and where a set or the encore begins.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from graph_model.errors import BadRecord
from ingestion.observation import CreditObservation, PerformerObservation, RefusedRecord, RowObservation, SetObservation
from ingestion.sources.gdshowsdb import BAND
from ingestion.sources.record import json_text
from ingestion.tracklist.text import fault, one_line, printable

SOURCE = "gd-shows-apache"
PARSER = "gd-shows-apache 1"
CONFIDENCE = 0.9
"""One editor's lists, without segues; gdshowsdb's were checked by more people."""

LONGEST_LINE = 1_000_000
_KEY = re.compile(r"(?:.*/)?((\d{4})-(\d{2})-(\d{2})(?:-\d+)?)\.json")

Show = dict[str, Any]


def read_gd_shows_apache(file: Path) -> Iterator[SetObservation | RefusedRecord]:
    """The shows in order. Raises BadRecord where the file cannot be unpacked or is no text in UTF-8."""
    for number, line in _lines(file):
        place = f"{file.name}, line {number}"
        show = _parsed(line)
        if isinstance(show, str):
            yield RefusedRecord(SOURCE, place, "BAD_SET", show, line[:LONGEST_LINE])
            continue
        yield from _refusals(show, place)
        yield _observation(show)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """(number, text) of each line that is not empty; of a longer one just so much that it is seen to be too long."""
    try:
        with gzip.open(file) if _is_gzip(file) else file.open("rb") as packed:
            for number, line in enumerate(iter(lambda: _line(packed), b""), 1):
                if text := line.decode("utf-8-sig", "replace" if len(line) > LONGEST_LINE else "strict").strip():
                    yield number, text
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as problem:
        raise BadRecord(file.name, f"cannot be read ({problem}); take it from its source again") from problem


def _line(packed: BinaryIO | gzip.GzipFile) -> bytes:
    """The next line; of one that is too long the rest is passed over, so that memory stays small."""
    line = rest = packed.readline(LONGEST_LINE + 1)
    while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
        rest = packed.readline(LONGEST_LINE + 1)
    return line


def _is_gzip(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(2) == b"\x1f\x8b"


def _parsed(line: str) -> Show | str:
    """The show, or what is wrong with it."""
    if len(line) >= LONGEST_LINE:
        return f"the line has more than {LONGEST_LINE:,} characters; give one show a line"
    try:
        show = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"no JSON: {problem}"
    return _flaw(show) or show


def _flaw(show: Any) -> str | None:
    if not isinstance(show, dict) or not isinstance(show.get("_file"), str) or _day(show["_file"]) is None:
        return "the show has no _file 'YYYY-MM-DD.json', or none of that date in the calendar"
    if not isinstance(show.get("setlist", []), list):
        return "the show's setlist is no list"
    for part in ("venue", "city", "state", "country"):
        if show.get(part) is not None and (flaw := fault(show[part])):
            return f"its {part} is no usable text: {flaw}"
    return None


def _day(path: str) -> date | None:
    found = _KEY.fullmatch(path)
    try:
        return date(*map(int, found.groups()[1:])) if found else None
    except ValueError:
        return None


def _observation(show: Show) -> SetObservation:
    found = _KEY.fullmatch(show["_file"])
    assert found  # _flaw has looked
    where = [show[part].strip() for part in ("city", "state", "country") if (show.get(part) or "").strip()]
    venue = (show.get("venue") or "").strip()
    return SetObservation(
        source=SOURCE, key=found[1], title=f"{BAND} @ {', '.join([venue or 'unknown venue', *where])}",
        raw=json_text(show), parser=PARSER, confidence=CONFIDENCE, performers=(PerformerObservation(BAND),),
        rows=tuple(_rows(show)), played_on=_day(show["_file"]), played_precision="day",
        event=venue or None, place=", ".join(where) or None,
    )  # fmt: skip


def _rows(show: Show) -> Iterator[RowObservation]:
    for number, one_set in enumerate(show.get("setlist", [])):
        for position, song in enumerate(_songs(one_set)):
            yield _row(song, break_before=number > 0 and position == 0)


def _row(song: Any, *, break_before: bool) -> RowObservation:
    if _song_flaw(song):
        return RowObservation(printable(song) or "(empty row)", "unidentified", break_before=break_before)
    return RowObservation(song, credits=(CreditObservation(BAND),), title=one_line(song), break_before=break_before)


def _refusals(show: Show, place: str) -> Iterator[RefusedRecord]:
    for number, one_set in enumerate(show.get("setlist", []), 1):
        for position, song in enumerate(_songs(one_set), 1):
            if flaw := _song_flaw(song):
                yield RefusedRecord(SOURCE, f"{place}, set {number}, song {position}", "BAD_ROW", flaw, json_text(song))


def _songs(one_set: Any) -> list[Any]:
    songs = one_set.get("songs") if isinstance(one_set, dict) else None
    return songs if isinstance(songs, list) else []


def _song_flaw(song: Any) -> str | None:
    return fault(song) or (None if song.strip() else "the song has no name")
