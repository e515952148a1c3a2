"""Text as printed: what cannot be stored, and the one-line form that the parsers read."""

from __future__ import annotations

import re

LONGEST_ROW = 2_000
"""Characters; the longest of 102,932 real rows has 175."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def fault(text: object) -> str | None:
    """Why this cannot be a row's text, as a sentence; None where it can."""
    if not isinstance(text, str):
        return f"the text is {type(text).__name__}, not a string; quote it"
    if len(text) > LONGEST_ROW:
        return f"the text has {len(text)} characters, more than {LONGEST_ROW}; shorten it"
    if found := _SURROGATE.search(text):
        return f"half a surrogate pair (U+{ord(found.group()):04X}) at character {found.start() + 1}; save it as UTF-8"
    if found := _CONTROL.search(text):
        return f"a control character (U+{ord(found.group()):04X}) at character {found.start() + 1}; remove it"
    return None


def one_line(text: str) -> str:
    """Without invisible marks, every kind and run of white space one space, no space at the ends."""
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def printable(value: object) -> str:
    """What can be kept of a refused text: at most LONGEST_ROW characters, unprintable ones as escapes."""
    text = value if isinstance(value, str) else repr(value)
    kept = _CONTROL.sub(_escape, _SURROGATE.sub(_escape, text[:LONGEST_ROW]))
    return kept[:LONGEST_ROW]


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
