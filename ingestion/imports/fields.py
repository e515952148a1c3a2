"""Fields as programs print them: numbers, lengths, years; None for what says nothing."""

from __future__ import annotations

import hashlib
import math
import re

from ingestion.sources.record import json_text

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,6}):(\d{1,2}(?:\.\d{1,6})?)")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_LONGEST_S = 7 * 24 * 3600


def given(text: object) -> str | None:
    """The text without space at its ends; None for an empty one and for what is no text."""
    return text.strip() or None if isinstance(text, str) else None


def number(text: object) -> float | None:
    """A positive number; programs write 0 where they know none."""
    try:
        value = float(text) if isinstance(text, str | int | float) else 0.0
    except (ValueError, OverflowError):
        return None
    return value if 0 < value < math.inf else None


def tempo(text: object) -> float | None:
    """Beats per minute, to two places: programs measure 124.999985."""
    value = number(str(text).replace(",", ".")) if text is not None else None
    return (round(value, 2) or None) if value and value < 1_000 else None


def milliseconds(seconds: object) -> int | None:
    """Of a length in seconds, or in h:mm:ss or m:ss."""
    clock = _CLOCK.fullmatch(seconds.strip()) if isinstance(seconds, str) else None
    value = _of_clock(clock) if clock else number(seconds)
    return (round(value * 1_000) or None) if value and value < _LONGEST_S else None


def year(text: object) -> int | None:
    """The first year in a date, however it is written."""
    found = _YEAR.search(str(text)) if text is not None else None
    return int(found[1]) if found else None


def row_text(artist: str | None, title: str | None) -> str:
    """How a row is printed whose parts stand in fields of their own."""
    return " - ".join(part for part in (artist, title) if part)


def file_title(path: str) -> str:
    """What a path's last part says, without its ending; paths of any system."""
    last = re.split(r"[/\\]|/:", path.strip())[-1].lstrip(":")
    return re.sub(r"\.[A-Za-z0-9]{2,5}$", "", last).strip() or path.strip()


def content_key(*parts: object) -> str:
    """A key made of what identifies something: the same for the same, whatever its file is called."""
    return hashlib.sha256(json_text(parts).encode()).hexdigest()[:32]


def _of_clock(found: re.Match[str]) -> float:
    hours, minutes, seconds = found.groups()
    return int(hours or 0) * 3_600 + int(minutes) * 60 + float(seconds)
