"""Traktor's NML: the collection is a library, each playlist and each history ("HISTORY", of type PROTOCOL) a set.

No kept library reads it under a licence of ours (traktor-nml-utils is GPL), so this is a compact reader of our own,
after files of Traktor 2 and 3. A history tells when each deck started (EXTENDEDDATA, on the clock of the place) and
whether the audience heard it (PLAYEDPUBLIC); what was only loaded is no row. Rows name the collection's entries by
path; a path that the collection does not hold is read by its file's name.

A list's key is Traktor's own UUID. A collection's is the UUID of one of the lists that Traktor makes for itself, once
for each installation: a later export of the same collection is its newer version. Without one it is a content hash.
The entries' AUDIO_ID, an acoustic fingerprint that only Traktor can read, is not kept: it is half of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple

from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in, traktor_day
from ingestion.imports.fields import content_key, file_title, milliseconds, number, row_text, tempo, year
from ingestion.imports.library import in_parts
from ingestion.imports.source_file import SourceFile
from ingestion.imports.xml_tree import Element, read_tree
from ingestion.observation import CuePoint, Measures, RefusedRecord
from ingestion.sources.record import json_text

SOURCE, PARSER = "traktor", "traktor-nml 1"
HISTORY_CONFIDENCE, LIST_CONFIDENCE, LIBRARY_CONFIDENCE = 0.95, 0.6, 0.8
"""A history is a log of what was heard, a list is what somebody meant to play, a library is measured by a machine."""
_CUE_KINDS = ("cue", "fade-in", "fade-out", "load", "grid", "loop")
_OWN_LISTS = ("_LOOPS", "_RECORDINGS", "Preparation")
_DAY_S = 86_400


class _Entry(NamedTuple):
    """An entry of the collection: as a row, and as it is kept."""

    row: RowDraft
    record: dict[str, object]


def read_nml(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """The collection in parts, then its lists in their order. Raises BadRecord for what is no NML."""
    root = read_tree(file, without=("AUDIO_ID",))
    entries: dict[str, _Entry] = {}
    nameless: list[Element] = []
    for element in root.first("COLLECTION").all("ENTRY"):
        entry = _entry(element)
        if entry.row.text:
            entries[_path(element.first("LOCATION")) or f"line {element.line}"] = entry
        else:
            nameless.append(element)
    for element in nameless:
        reason = "the entry has neither artist, title nor file"
        yield file.refused(SOURCE, f"line {element.line}", "BAD_ROW", reason, json_text(element.attributes))
    lists = list(_lists(root.first("PLAYLISTS")))
    yield from _library(entries, lists)
    for node in lists:
        yield _list(file, node, entries)


def _library(entries: dict[str, _Entry], lists: list[Element]) -> Iterator[Draft]:
    own = next((node.first("PLAYLIST").get("UUID") for node in lists if node.get("NAME") in _OWN_LISTS), None)
    key = f"collection {own or content_key(*entries)}"
    whole = Draft(SOURCE, key, "Traktor collection", "", PARSER, LIBRARY_CONFIDENCE)
    yield from in_parts(whole, [each.row for each in entries.values()], [each.record for each in entries.values()])


def _lists(within: Element) -> Iterator[Element]:
    """NODEs of lists, those in folders at their folder's place."""
    for node in within.all("NODE"):
        if node.get("TYPE") == "PLAYLIST":
            yield node
        yield from _lists(node.first("SUBNODES"))


def _list(file: SourceFile, node: Element, entries: dict[str, _Entry]) -> Draft | RefusedRecord:
    listed, name = node.first("PLAYLIST"), node.get("NAME")
    is_history = listed.get("TYPE") == "PROTOCOL"
    rows, records = [], []
    for element in listed.all("ENTRY"):
        said = element.first("EXTENDEDDATA")
        path = element.first("PRIMARYKEY").get("KEY")
        records.append({"key": path, **said.attributes})
        if path and said.get("PLAYEDPUBLIC") != "0":
            rows.append(_row(path, said, entries))
    raw = json_text({"name": name, "uuid": listed.get("UUID"), "type": listed.get("TYPE"), "rows": records})
    if not rows:
        return file.refused(SOURCE, f"line {listed.line}", "EMPTY_SET", f"the list {name!r} has no rows", raw)
    key = listed.get("UUID") or content_key(name, *records)
    started = next((row.played_at for row in rows if row.played_at), None)
    dated = day_in(f"{name} {file.stem}") if is_history else day_in(name or "")
    day = (started.date(), "day") if started else dated or (None, None)
    title = file.stem if not name or name == "HISTORY" else name
    confidence = HISTORY_CONFIDENCE if is_history else LIST_CONFIDENCE
    return Draft(SOURCE, key, title, raw, PARSER, confidence, tuple(rows), played_on=day[0], played_precision=day[1])


def _row(path: str, said: Element, entries: dict[str, _Entry]) -> RowDraft:
    known = entries[path].row if path in entries else RowDraft(file_title(path))
    return RowDraft(
        known.text, known.artist, known.title, known.version, known.remixer, known.label, known.catalog_number,
        known.album, played_at=_played_at(said), measures=known.measures,
    )  # fmt: skip


def _played_at(said: Element) -> datetime | None:
    """STARTDATE and STARTTIME (seconds from midnight): the clock of the place."""
    day, seconds = traktor_day(said.get("STARTDATE")), said.get("STARTTIME")
    if day is None or seconds is None or not seconds.isdecimal() or len(seconds) > 5 or int(seconds) >= _DAY_S:
        return None
    return datetime.combine(day, time()) + timedelta(seconds=int(seconds))


def _path(location: Element) -> str:
    """As a list names it."""
    return "".join(location.attributes.get(part, "") for part in ("VOLUME", "DIR", "FILE"))


def _entry(entry: Element) -> _Entry:
    info, location = entry.first("INFO"), entry.first("LOCATION")
    artist, title = entry.get("ARTIST"), entry.get("TITLE")
    row = RowDraft(
        text=row_text(artist, title) or file_title(location.get("FILE") or ""),
        artist=artist if title else None,
        title=title,
        version=info.get("MIX"),
        remixer=info.get("REMIXER"),
        label=info.get("LABEL"),
        catalog_number=info.get("CATALOG_NO"),
        album=entry.first("ALBUM").get("TITLE"),
        measures=_measures(entry),
    )
    return _Entry(row, _record(entry))


def _measures(entry: Element) -> Measures:
    info = entry.first("INFO")
    return Measures(
        bpm=tempo(entry.first("TEMPO").get("BPM")),
        musical_key=info.get("KEY") or entry.first("MUSICAL_KEY").get("VALUE"),
        duration_ms=milliseconds(info.get("PLAYTIME_FLOAT") or info.get("PLAYTIME")),
        year=year(info.get("RELEASE_DATE")),
        cue_points=tuple(cue for each in entry.all("CUE_V2") if (cue := _cue(each))),
    )


def _cue(cue: Element) -> CuePoint | None:
    """START and LEN are milliseconds; "n.n." is Traktor's word for no name."""
    start, kind, name = number(cue.get("START")), cue.get("TYPE") or "", cue.get("NAME") or ""
    if cue.get("START") is None or not kind.isdecimal() or int(kind) >= len(_CUE_KINDS):
        return None
    length = number(cue.get("LEN"))
    named = "" if name == "n.n." else name
    return CuePoint(round(start or 0), _CUE_KINDS[int(kind)], named, round(length) if length else None)


def _record(element: Element) -> dict[str, object]:
    """All that the element says, for keeping."""
    children = [{"tag": child.tag, **_record(child)} for child in element.children]
    return {**element.attributes, **({"children": children} if children else {})}
