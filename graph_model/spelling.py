"""Folding: one form for the many ways in which a name or title is printed."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = frozenset("'’‘`´ʼ")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "&": " and "}
)


_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII |= {ord("'"): "", ord("`"): "", ord("&"): " and "}
"""What the general way makes of each ASCII character: most names have no other, and a load folds a million times."""


def fold(text: str) -> str:
    """Lower case, no accents on Latin and Greek letters, no punctuation, single spaces; may be empty.

    Marks stay where they make another letter: Cyrillic й and Japanese が are not и and か.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = _without_accents(unicodedata.normalize("NFKC", text).casefold()).translate(_UNDECOMPOSED)
    kept = (
        c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in plain if c not in _APOSTROPHES
    )
    return " ".join("".join(kept).split())


def sortable(text: str) -> str:
    """What a name sorts and completes by: its folded form, or the text itself where nothing of it folds ("!!!")."""
    return fold(text) or text.casefold()


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            if _is_latin_or_greek(base):
                continue
        else:
            base = char
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _is_latin_or_greek(char: str) -> bool:
    return bool(char) and unicodedata.name(char, "").startswith(("LATIN", "GREEK"))
