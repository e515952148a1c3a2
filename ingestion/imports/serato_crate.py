"""Serato's crates: paths of music files that somebody put together. Not played, so a library; no measures in it.

A crate has no name but its file's and no id: its key is a hash of its paths.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph_model.errors import BadRecord
from ingestion.draft import Draft, RowDraft
from ingestion.imports.fields import content_key, file_title
from ingestion.imports.library import in_parts
from ingestion.imports.serato_chunks import chunks, utf16
from ingestion.imports.source_file import SourceFile
from ingestion.observation import RefusedRecord

SOURCE, PARSER, CONFIDENCE = "serato", "serato-crate 1", 0.5
"""Artist and title are read from names of files."""


def read_crate(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One library. Raises BadRecord for a file that is cut off or holds no track."""
    paths = []
    for number, value in enumerate((v for tag, v in chunks(file.data, file.name) if tag == b"otrk"), 1):
        place = f"{file.name}, track {number}"
        path = next((utf16(field) for tag, field in chunks(value, place) if tag == b"ptrk"), "")
        if path:
            paths.append(path)
        else:
            yield file.refused(SOURCE, f"track {number}", "BAD_ROW", "the track has no path", value.hex())
    if not paths:
        raise BadRecord(file.name, "the crate has no tracks")
    title = file.stem.replace("%%", " / ")  # how Serato writes a crate within a crate
    whole = Draft(SOURCE, f"crate {content_key(*paths)}", title, "", PARSER, CONFIDENCE)
    yield from in_parts(whole, [RowDraft(file_title(path)) for path in paths], paths)
