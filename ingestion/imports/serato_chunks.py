"""Serato's files: chunks of a tag, a length and a value, big-endian, one in another.

The kept libraries for Serato (serato-tools, pyserato) read crates and tags of music files, none reads sessions; this
is a compact reader of our own, after files of Serato DJ Pro 2.4 and 2.5.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from graph_model.errors import BadRecord

_HEAD = struct.Struct(">4sI")


def chunks(data: bytes, place: str) -> Iterator[tuple[bytes, bytes]]:
    """(tag of four bytes, value) of each. Raises BadRecord with the byte where one is cut off."""
    at = 0
    while at < len(data):
        if at + _HEAD.size > len(data):
            raise BadRecord(place, f"it ends within a chunk, at byte {at:,}: the file is cut off; copy it again")
        tag, size = _HEAD.unpack_from(data, at)
        end = at + _HEAD.size + size
        if end > len(data):
            raise BadRecord(
                place, f"a chunk at byte {at:,} claims {size:,} bytes of {len(data) - at:,}: the file is cut off"
            )
        yield tag, data[at + _HEAD.size : end]
        at = end


def utf16(value: bytes) -> str:
    """A text; a bad pair of bytes becomes a mark, the rest stays."""
    return value.decode("utf-16-be", "replace").rstrip("\0").strip()
