"""Records as they are kept: JSON text that any store can take, and what stands in a set for a refused row."""

from __future__ import annotations

import json
from typing import Any

from ingestion.tracklist.cut import Pieces
from ingestion.tracklist.text import printable


def json_text(record: Any) -> str:
    """JSON on one line; letters stay letters unless half a surrogate pair is among them (then all are escaped)."""
    text = json.dumps(record, ensure_ascii=False, default=str, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(record, default=str, separators=(",", ":"))
    return text


def refused_row(row: Any) -> Pieces:
    """A position without music: its text is what can be kept of the row, and it will be "unidentified"."""
    title = row.get("title") if isinstance(row, dict) else row
    return Pieces(text=printable(title) or "(empty row)")
