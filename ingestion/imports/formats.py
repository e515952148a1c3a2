"""The formats that can be imported, and which of them a file has: what it holds decides, its name only where that
leaves it open. A file is read whole or refused whole: a fault beyond one row leaves nothing of it behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.csv_table import Table, is_table, read_table
from ingestion.imports.cue_sheet import read_cue
from ingestion.imports.jspf import read_jspf
from ingestion.imports.m3u import read_m3u
from ingestion.imports.mixesdb_page import is_mixesdb_page, is_mixesdb_text, read_mixesdb_page, read_mixesdb_text
from ingestion.imports.pasted import Told, is_pasted, read_pasted
from ingestion.imports.rekordbox_xml import read_rekordbox
from ingestion.imports.serato_crate import read_crate
from ingestion.imports.serato_session import read_session
from ingestion.imports.source_file import SourceFile
from ingestion.imports.tracklists_1001 import is_1001_page, is_1001_text, read_1001_page, read_1001_text
from ingestion.imports.traktor_html import read_traktor_html
from ingestion.imports.traktor_nml import read_nml
from ingestion.imports.xspf import read_xspf
from ingestion.observation import RefusedRecord

LARGEST_BYTES = 50_000_000
SOURCE = "import"
"""The Source of files that no format takes."""

TEXT = "pasted tracklist"
"""The format of any text in which rows are found."""

Importer = Callable[[SourceFile], Iterable[Draft | RefusedRecord]]


@dataclass(frozen=True, slots=True)
class Format:
    """`holds` looks at the file's beginning; `endings` are those of names, in small letters."""

    name: str
    read: Importer
    holds: Callable[[SourceFile], bool]
    endings: tuple[str, ...] = ()


def _format(name: str, read: Importer, content: str, *endings: str) -> Format:
    """A format that a pattern in the first 8,000 characters shows."""
    pattern = re.compile(content, re.MULTILINE)
    return Format(name, read, lambda file: bool(pattern.search(file.head)), endings)


def _told(file: SourceFile) -> Told:
    return Told(file.hints.title, file.hints.url)


def _is_table(file: SourceFile) -> bool:
    """A table whose columns are told needs no headers that we know."""
    return bool(file.hints.columns) or is_table(file)


_TABLES = (".csv", ".tsv")
FORMATS: tuple[Format, ...] = (
    _format("Traktor NML", read_nml, r"<NML\b", ".nml"),
    _format("rekordbox XML", read_rekordbox, r"<DJ_PLAYLISTS\b"),
    _format("Serato session", read_session, r"\Avrsn(?s:.{0,120}?)R\0e\0v\0i\0e\0w", ".session"),
    _format("Serato crate", read_crate, r"\Avrsn(?s:.{0,120}?)C\0r\0a\0t\0e", ".crate"),
    _format("XSPF", read_xspf, r"<(?:\w+:)?playlist\b[^>]*xspf", ".xspf"),
    _format("JSPF", read_jspf, r'\A\s*\{\s*"playlist"\s*:', ".jspf"),
    _format("CUE sheet", read_cue, r"^\s*TRACK\s+\d+\s+AUDIO\b", ".cue"),
    _format("M3U playlist", read_m3u, r"\A\s*#EXT(?:M3U|INF|VDJ)", ".m3u", ".m3u8"),
    _format("Traktor HTML", read_traktor_html, r"<h1>\s*Track List"),
    Format("1001tracklists page", read_1001_page, is_1001_page),
    Format("MixesDB page", read_mixesdb_page, is_mixesdb_page),
    Format("1001tracklists text", lambda file: read_1001_text(file, _told(file)), is_1001_text),
    Format("MixesDB text", lambda file: read_mixesdb_text(file, _told(file)), is_mixesdb_text),
    Format("table", lambda file: read_table(file, Table(file.hints.columns, file.hints.title)), _is_table, _TABLES),
    Format(TEXT, lambda file: read_pasted(file, _told(file)), is_pasted, (".txt",)),
)
"""In the order in which they are tried: the ones with marks of their own first, any text last."""

IMPOSTORS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\A(?:PK\x03\x04|\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ|\x28\xb5\x2f\xfd)"), "ARCHIVE",
     "an archive is not opened: unpack it and import the files"),
    (re.compile(r"\A(?:ID3|OggS|fLaC|RIFF|FORM|\xff[\xfb\xf3\xf2\xfa]|.{4}ftyp)", re.DOTALL), "NOT_A_TRACKLIST",
     "this is a music or video file, no list of tracks"),
    (re.compile(r"\A\s*(?:Exact Audio Copy|EAC extraction|X Lossless Decoder|XLD extraction|whipper|morituri|"
                r"Log created by|dBpoweramp|CUERipper|cdparanoia|fre:ac|\[CUETools log)", re.IGNORECASE),
     "NOT_A_TRACKLIST", "this is the log of a CD that was copied, no list of what was played"),
    (re.compile(r"\Avrsn(?s:.{0,120}?)D\0a\0t\0a\0b\0a\0s\0e"), "NOT_A_TRACKLIST",
     "Serato's database is not read: import its sessions and crates"),
    (re.compile(r"\ASQLite format 3"), "NOT_A_TRACKLIST",
     "a database is not read: export its playlists as XML or M3U"),
)  # fmt: skip
"""What only lies beside such files: pattern, code, reason."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file. `format` is None where it has none of ours."""

    name: str
    format: str | None
    drafts: tuple[Draft, ...]
    refused: tuple[RefusedRecord, ...]

    @property
    def is_text_without_rows(self) -> bool:
        """No format but any text, and the rules find no tracklist in it."""
        codes = {each.code for each in self.refused}
        return self.format in (None, TEXT) and not self.drafts and codes <= {"TOO_FEW_ROWS", "UNKNOWN_FORMAT"}


def read_file(file: SourceFile) -> Imported:
    """The drafts of a file and what in it cannot be read; never raises for what the file holds."""
    if refusal := _refusal(file):
        return Imported(file.name, None, (), (refusal,))
    found = format_of(file)
    if found is None:
        reason = f"none of the formats that can be imported: {', '.join(each.name for each in FORMATS)}"
        return Imported(file.name, None, (), (file.refused(SOURCE, "", "UNKNOWN_FORMAT", reason, file.head[:500]),))
    try:
        read = list(found.read(file))
    except BadRecord as problem:
        where = problem.place.removeprefix(file.name).removeprefix(", ")
        reason = f"{found.name}: {problem.reason}"
        return Imported(file.name, found.name, (), (file.refused(SOURCE, where, "BAD_FILE", reason, file.head[:500]),))
    drafts = tuple(each for each in read if isinstance(each, Draft))
    return Imported(file.name, found.name, drafts, tuple(each for each in read if isinstance(each, RefusedRecord)))


def format_of(file: SourceFile) -> Format | None:
    """The format that the content shows, else the one that the name says."""
    name = file.name.casefold()
    by_content = next((each for each in FORMATS if each.holds(file)), None)
    return by_content or next((each for each in FORMATS if each.endings and name.endswith(each.endings)), None)


def too_large(name: str, size: int) -> RefusedRecord:
    """The refusal of a file that is not even read."""
    reason = f"the file has {size:,} bytes, at most {LARGEST_BYTES:,} are read: split it"
    return SourceFile(name, b"").refused(SOURCE, "", "TOO_LARGE", reason)


def _refusal(file: SourceFile) -> RefusedRecord | None:
    if len(file.data) > LARGEST_BYTES:
        return too_large(file.name, len(file.data))
    if not file.data.strip():
        return file.refused(SOURCE, "", "EMPTY_FILE", "the file is empty")
    head = file.head
    for pattern, code, reason in IMPOSTORS:
        if pattern.match(head):
            return file.refused(SOURCE, "", code, reason, head[:200])
    return None
