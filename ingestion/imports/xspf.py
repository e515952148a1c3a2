"""XSPF playlists (XML Shareable Playlist Format, version 1), read by defusedxml: the libraries for it are not kept."""

from __future__ import annotations

from collections.abc import Iterator

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.shared_playlist import Slot, playlist
from ingestion.imports.source_file import SourceFile
from ingestion.imports.xml_tree import Element, read_tree
from ingestion.observation import RefusedRecord
from ingestion.sources.record import json_text

SOURCE = "xspf"


def read_xspf(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set. Raises BadRecord for what is no XSPF or has no track that says anything."""
    root = read_tree(file)
    rows = []
    for track in root.first("trackList").all("track"):
        row = _slot(track).row()
        if row.text:
            rows.append(row)
        else:
            yield file.refused(SOURCE, f"line {track.line}", "BAD_ROW", "the track says nothing", _record(track))
    if not rows:
        raise BadRecord(file.name, "its trackList has no track with a title, creator or location")
    head = {name: root.said(name) for name in ("title", "creator", "date", "identifier", "info")}
    tracks = [_record(track) for track in root.first("trackList").all("track")]
    yield playlist(file, SOURCE, head, rows, {**head, "tracks": tracks})


def _slot(track: Element) -> Slot:
    identifiers, locations = (tuple(e.text.strip() for e in track.all(tag)) for tag in ("identifier", "location"))
    seconds = track.said("duration")
    return Slot(track.said("title"), track.said("creator"), track.said("album"), seconds, identifiers, locations)


def _record(track: Element) -> str:
    return json_text([[child.tag, child.text.strip()] for child in track.children])
