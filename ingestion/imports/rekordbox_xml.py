"""rekordbox's XML ("Export Collection in xml format"): the collection is a library, each playlist a set.

pyrekordbox is kept, but reads this file with a parser that follows entities and keeps no lines, and brings a database
driver along; so this is a compact reader of our own, after the format's published description and files of
rekordbox 5 and 6. A playlist names tracks by id or by path (KeyType 0 or 1).

Neither collection nor playlists have ids: their keys are hashes of what they hold (a playlist's name and rows, a
collection's paths). A changed playlist is a set of its own: nobody's list ever replaces another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key, file_title, milliseconds, number, row_text, tempo, year
from ingestion.imports.library import in_parts
from ingestion.imports.source_file import SourceFile
from ingestion.imports.xml_tree import Element, read_tree
from ingestion.observation import CuePoint, Measures, RefusedRecord
from ingestion.sources.record import json_text

SOURCE, PARSER = "rekordbox", "rekordbox-xml 1"
LIST_CONFIDENCE, LIBRARY_CONFIDENCE = 0.6, 0.8
_CUE_KINDS = ("cue", "fade-in", "fade-out", "load", "loop")


def read_rekordbox(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """The collection in parts, then its playlists in their order. Raises BadRecord for what is no such XML."""
    root = read_tree(file)
    rows: list[RowDraft] = []
    records: list[dict[str, object]] = []
    by_id: dict[str | None, RowDraft] = {}
    by_path: dict[str | None, RowDraft] = {}
    for track in root.first("COLLECTION").all("TRACK"):
        row = _row(track)
        if not row.text:
            reason = "the track has neither artist, name nor location"
            yield file.refused(SOURCE, f"line {track.line}", "BAD_ROW", reason, json_text(track.attributes))
            continue
        rows.append(row)
        records.append(_record(track))
        by_id[track.get("TrackID")] = by_path[track.get("Location")] = row
    key = f"collection {content_key(*by_path)}"
    yield from in_parts(Draft(SOURCE, key, "rekordbox collection", "", PARSER, LIBRARY_CONFIDENCE), rows, records)
    for node in _playlists(root.first("PLAYLISTS")):
        yield from _playlist(file, node, by_path if node.get("KeyType") == "1" else by_id)


def _playlists(within: Element) -> Iterator[Element]:
    """Nodes of playlists (Type 1), those in folders (Type 0) at their folder's place."""
    for node in within.all("NODE"):
        if node.get("Type") == "1":
            yield node
        yield from _playlists(node)


def _playlist(file: SourceFile, node: Element, tracks: dict[str | None, RowDraft]) -> Iterator[Draft | RefusedRecord]:
    name = node.get("Name") or file.stem
    raw = json_text({"name": name, "rows": [track.attributes for track in node.all("TRACK")]})
    rows = []
    for track in node.all("TRACK"):
        named = track.get("Key")
        if named in tracks:
            rows.append(tracks[named])
        else:
            reason = f"the collection has no track {named!r}; export playlists and collection together"
            yield file.refused(SOURCE, f"line {track.line}", "BAD_ROW", reason, json_text(track.attributes))
            rows.append(RowDraft(f"(track {named})"))
    if not any(track.get("Key") in tracks for track in node.all("TRACK")):
        reason = f"the playlist {name!r} has no rows that can be read"
        yield file.refused(SOURCE, f"line {node.line}", "EMPTY_SET", reason, raw)
        return
    day = day_in(name) or (None, None)
    yield Draft(
        SOURCE, content_key(name, *(row.text for row in rows)), name, raw, PARSER, LIST_CONFIDENCE, tuple(rows),
        played_on=day[0], played_precision=day[1],
    )  # fmt: skip


def _row(track: Element) -> RowDraft:
    artist, title = track.get("Artist"), track.get("Name")
    return RowDraft(
        text=row_text(artist, title) or file_title(unquote(track.get("Location") or "")),
        artist=artist if title else None,
        title=title,
        version=track.get("Mix"),
        remixer=track.get("Remixer"),
        label=track.get("Label"),
        album=track.get("Album"),
        measures=Measures(
            bpm=tempo(track.get("AverageBpm")),
            musical_key=track.get("Tonality"),
            duration_ms=milliseconds(track.get("TotalTime")),
            year=year(track.get("Year")),
            cue_points=tuple(cue for mark in track.all("POSITION_MARK") if (cue := _cue(mark))),
        ),
    )


def _cue(mark: Element) -> CuePoint | None:
    """Start and End are seconds; Num is -1 for a memory cue, else the hot cue's place."""
    kind, start, end = mark.get("Type") or "", milliseconds(mark.get("Start")), milliseconds(mark.get("End"))
    if mark.get("Start") is None or not kind.isdecimal() or int(kind) >= len(_CUE_KINDS):
        return None
    hot = kind == "0" and (number(mark.get("Num")) or mark.get("Num") == "0")
    length = end - (start or 0) if end and end > (start or 0) else None
    return CuePoint(start or 0, "hot" if hot else _CUE_KINDS[int(kind)], mark.get("Name") or "", length)


def _record(track: Element) -> dict[str, object]:
    children = [{"tag": child.tag, **child.attributes} for child in track.children]
    return {**track.attributes, **({"children": children} if children else {})}
