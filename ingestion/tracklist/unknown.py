"""What stands in place of a name that nobody knows yet: "ID", "?", "Unknown Artist"."""

from __future__ import annotations

import re

_UNKNOWN = re.compile(
    r"(?:\?+|(?:track )?id\??(?: ?#?\d+)?|unknown(?: (?:artist|track|title))?|n/a|tba|tbc)", re.IGNORECASE
)
_VARIOUS = frozenset({"va", "various", "various artists"})
_LONGEST_UNKNOWN = len("unknown artist")


def is_unknown(text: str) -> bool:
    """It stands in place of an artist or title: nobody knows yet."""
    return len(text) <= _LONGEST_UNKNOWN and _UNKNOWN.fullmatch(text) is not None


def is_nobody(credits: str) -> bool:
    """No artist is named: "ID", "VA"."""
    return credits.casefold() in _VARIOUS or is_unknown(credits)
