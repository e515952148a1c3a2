"""A file as it came: its name and bytes, read as text whatever its encoding."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from charset_normalizer import from_bytes

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord
from ingestion.tracklist.text import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32's little-endian mark begins like UTF-16's: it is asked first."""
_LEGACY = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "shift_jis", "euc_kr", "gb18030", "big5", "koi8_r")
_SAMPLE_BYTES = 64_000
_HEAD_BYTES = 8_000


@dataclass(frozen=True, slots=True)
class Hints:
    """What whoever brings a file tells beside it, for formats that leave it open.

    `title` and `url` of the set in a text; `columns` of a table: what it says → the header as printed.
    """

    title: str | None = None
    url: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`name` is the file's own, without folders."""

    name: str
    data: bytes
    hints: Hints = NO_HINTS

    @property
    def stem(self) -> str:
        """The name without its ending, underscores as spaces: what a set without a title is called."""
        return PurePath(self.name).stem.replace("_", " ").strip() or "Untitled"

    @property
    def head(self) -> str:
        """The first characters, for telling formats apart; bytes that are no text become other characters."""
        return self.data[:_HEAD_BYTES].decode(_marked(self.data) or "latin-1", "replace").lstrip("\ufeff")

    def text(self) -> str:
        """All of it, line ends as \\n. Raises BadRecord for what is no text.

        A byte order mark decides, then UTF-8, then the likeliest of the encodings that DJ programs used before it.
        """
        if encoding := _marked(self.data):
            return _lines(_decoded(self, encoding))
        if b"\0" in self.data:
            raise BadRecord(self.name, "it holds zero bytes, so it is no text; export it as a text file in UTF-8")
        try:
            return _lines(self.data.decode())
        except UnicodeDecodeError:
            return _lines(_decoded(self, _likeliest(self.data)))

    def refused(self, source: str, where: str, code: str, reason: str, record: str = "") -> RefusedRecord:
        """Something in this file that cannot be read; `where` is empty for the file as a whole, else "line 7"."""
        place = f"{self.name}, {where}" if where else self.name
        return RefusedRecord(source, printable(place), code, reason, printable(record))


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decoded(file: SourceFile, encoding: str) -> str:
    try:
        return file.data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise BadRecord(file.name, f"byte {problem.start + 1:,} is no {encoding}; save it as UTF-8") from problem


def _likeliest(data: bytes) -> str:
    """Western European where nothing speaks for another: its letters are the most common ones."""
    found = from_bytes(_around_letters(data), cp_isolation=list(_LEGACY)).best()
    if found is None or found.encoding == "cp1252":
        return "latin-1" if any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)) else "cp1252"
    return found.encoding


def _around_letters(data: bytes) -> bytes:
    """Lines with other bytes than ASCII, as many as the sample holds."""
    lines = [line for line in data[: 20 * _SAMPLE_BYTES].splitlines() if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE_BYTES] or data[:_SAMPLE_BYTES]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
