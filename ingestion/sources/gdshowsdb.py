"""gdshowsdb: the Grateful Dead's shows 1965–1995, one YAML file a year, with segues and stable ids (MIT).

Each show is a set of its own, also where several were played on a day. Its sets and encores follow each other after a
break. A show
whose songs nobody wrote down is a set without rows: that it was played is known. Songs carry the source's id of the
song as
("gdshowsdb-song", uuid); the credit is the band's, so that a song is one Track however often it was played.

`shows-debug.yaml` repeats two shows for the upstream's own tests and is left out, as is every file that is not named
by a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph_model.errors import BadRecord
from ingestion.observation import (
    CreditObservation,
    PerformerObservation,
    RefusedRecord,
    RowObservation,
    SetObservation,
)
from ingestion.sources.record import json_text
from ingestion.tracklist.text import fault, one_line, printable

SOURCE = "gdshowsdb"
PARSER = "gdshowsdb 1"
CONFIDENCE = 0.95
"""Collected from tapes by many over decades and checked against several lists."""

BAND = "Grateful Dead"
SONG_SCHEME = "gdshowsdb-song"
_DATE = re.compile(r"(\d{4})/(\d{2})/(\d{2})(?:/\d+)?")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader, five times as fast, where PyYAML was built with it."""

Show = dict[str, Any]


def read_gdshowsdb(folder: Path) -> Iterator[SetObservation | RefusedRecord]:
    """The shows of all years in order. Raises BadRecord where the folder has no file that is named by a year."""
    files = sorted(folder.glob("[12][0-9][0-9][0-9].yaml"))
    if not files:
        raise BadRecord(str(folder.name), "no file 1965.yaml or the like in it; give gdshowsdb's folder data/gdshowsdb")
    songs = _song_ids(folder / "song_refs.yaml")
    for file in files:
        yield from _read_year(file, songs)


def _song_ids(file: Path) -> dict[str, str]:
    """Song name → uuid; empty where the file is absent."""
    if not file.exists():
        return {}
    entries = _parsed(file)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadRecord(file.name, "no list of 'name: uuid'; take the file from gdshowsdb again")
    return {str(name): str(uuid) for entry in entries for name, uuid in entry.items()}


def _parsed(file: Path) -> Any:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506  both loaders are safe ones
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise BadRecord(file.name, f"no YAML: {' '.join(str(problem).split())}") from problem


def _read_year(file: Path, songs: dict[str, str]) -> Iterator[SetObservation | RefusedRecord]:
    try:
        shows = _parsed(file)
    except BadRecord as problem:
        yield RefusedRecord(SOURCE, file.name, "BAD_FILE", problem.reason, file.name)
        return
    if not isinstance(shows, dict):
        yield RefusedRecord(SOURCE, file.name, "BAD_FILE", "no mapping of dates to shows", file.name)
        return
    for day, show in shows.items():
        place = f"{file.name}, {printable(day)}"
        if flaw := _flaw(day, show):
            yield RefusedRecord(SOURCE, place, "BAD_SET", flaw, json_text(show))
            continue
        yield from _refusals(show, place)
        yield _observation(str(day), show, songs)


def _refusals(show: Show, place: str) -> Iterator[RefusedRecord]:
    for number, one_set in enumerate(show[":sets"] or [], 1):
        for position, song in enumerate(_songs(one_set), 1):
            if flaw := _song_flaw(song):
                yield RefusedRecord(SOURCE, f"{place}, set {number}, song {position}", "BAD_ROW", flaw, json_text(song))


def _observation(day: str, show: Show, songs: dict[str, str]) -> SetObservation:
    where = [part for part in (show.get(":city"), show.get(":state"), show.get(":country")) if isinstance(part, str)]
    venue, place = show.get(":venue"), ", ".join(where) or None
    return SetObservation(
        source=SOURCE, key=show[":uuid"], title=f"{BAND} @ {', '.join([str(venue or 'unknown venue'), *where])}",
        raw=json_text({day: show}), parser=PARSER, confidence=CONFIDENCE, performers=(PerformerObservation(BAND),),
        rows=tuple(_rows(show, songs)), played_on=_day(day), played_precision="day",
        event=venue if isinstance(venue, str) else None, place=place,
    )  # fmt: skip


def _rows(show: Show, songs: dict[str, str]) -> Iterator[RowObservation]:
    for number, one_set in enumerate(show[":sets"] or []):
        for position, song in enumerate(_songs(one_set)):
            yield _row(song, songs, break_before=number > 0 and position == 0)


def _row(song: Any, songs: dict[str, str], *, break_before: bool) -> RowObservation:
    if _song_flaw(song):
        return RowObservation(printable(song) or "(empty row)", "unidentified", break_before=break_before)
    name, segued = song[":name"], song.get(":segued") is True
    if name.startswith("unidentified"):
        return RowObservation(name, "unidentified", segue=segued, break_before=break_before)
    known = ((SONG_SCHEME, songs[name]),) if name in songs else ()
    return RowObservation(
        name,
        credits=(CreditObservation(BAND),),
        title=one_line(name),
        segue=segued,
        break_before=break_before,
        external_ids=known,
    )


def _songs(one_set: Any) -> list[Any]:
    songs = one_set.get(":songs") if isinstance(one_set, dict) else None
    return songs if isinstance(songs, list) else []


def _day(day: str) -> date | None:
    found = _DATE.fullmatch(day)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _flaw(day: Any, show: Any) -> str | None:
    if not isinstance(day, str) or _day(day) is None:
        return "the key is no date 'YYYY/MM/DD' or 'YYYY/MM/DD/N'"
    if not isinstance(show, dict) or not isinstance(show.get(":uuid"), str):
        return "the show has no :uuid"
    if not isinstance(show.get(":sets"), list | None):
        return "the show's :sets is no list"
    return next((f"its {part} is no usable text: {flaw}" for part in (":venue", ":city", ":state", ":country")
                 if show.get(part) is not None and (flaw := fault(show[part]))), None)  # fmt: skip


def _song_flaw(song: Any) -> str | None:
    if not isinstance(song, dict):
        return "the song is no mapping"
    return fault(song.get(":name")) or (None if song[":name"].strip() else "the song has no name")
