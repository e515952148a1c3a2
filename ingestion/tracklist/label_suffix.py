"""The label at a row's end: "[ZYX - 5548]", "[Poker Flat]", "[MDR 10]", "[Nano (Psytrance)]".

The last " - " parts label and catalogue number; a year after it ("FC 005, 1992", "OFF Autumn 2012") is dropped.
Without " - " a last word with digits is the number where it looks like one ("HHX017", "02"), or where the rest is known
as a label on its own; never where the whole is ("Plus 8"). "[Unreleased]", "[Free Download]", "[White]" name no label.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_NO_LABEL = re.compile(
    r"(?:unreleased|forthcoming|white(?: label)?|wl|w/l|promo(?: cd)?|cd-?r|free(?: (?:download|dl|track))?|download"
    r"|boot(?:leg)?|mash-?up|dub(?:plate)?s?|test(?: ?press(?:ing)?)?|unknown(?: label)?|n/?a|\?+|self[- ]?released?"
    r"|not on label|tba|tbc|acetate|digital|mp3|soundcloud|bandcamp|exclusive|private|live|(?:19|20)\d\d|coming soon"
    r"|no label|out soon|demo|unsigned|id|interview)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:,|\s(?:spring|summer|autumn|fall|winter))\s*(?:19|20)\d\d\??$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0\d+|[A-Z]{2,}[-.]?\d{2,}[A-Z]*|\d{3,}[A-Z]*)$")
_DIGITS = re.compile(r"[A-Za-z.]*\d+[A-Za-z]*$")


@dataclass(frozen=True, slots=True)
class Label:
    """As printed; the number may be absent."""

    name: str
    catalog_number: str | None


class KnownLabels:
    """How often each text stood alone in the brackets, or before the " - "."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def saw(self, printed: str) -> None:
        """A bracket read `printed`."""
        self._seen[printed.partition(" - ")[0].casefold()] += 1

    def count(self, name: str) -> int:
        """How often it was a label on its own."""
        return self._seen[name.casefold()]


def read_label(printed: str, labels: KnownLabels) -> Label | None:
    """What the brackets hold; None where that is no label."""
    text = _YEAR.sub("", printed.strip())
    name, dash, number = text.rpartition(" - ")
    if not dash:
        name, number = _undashed(text, labels)
    name, number = name.strip(), number.strip()
    known = name if name and ((dash and (name.isdigit() or name == "ID")) or not _NO_LABEL.fullmatch(name)) else None
    return Label(known, number if number and not _NO_LABEL.fullmatch(number) else None) if known else None


def _undashed(text: str, labels: KnownLabels) -> tuple[str, str]:
    name, _, last = text.rpartition(" ")
    if not name or labels.count(text) > 2:
        return text, ""
    if _NUMBER.fullmatch(last) or (_DIGITS.fullmatch(last) and labels.count(name) > labels.count(text)):
        return name, last
    return text, ""
