"""Lengths and years, in whatever form somebody wrote them."""

from __future__ import annotations

import re

_TIME = re.compile(r"(?<![\d:])(?:(\d{1,2}):)?(\d{1,3}):(\d\d)(?![\d:])")
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20[0-4]\d)(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}-[A-Z][a-z]{2}-(\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"\s*'?(\d\d)\s*")
_NUMBER = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(?:s|sec|ms|min|m)?\s*", re.IGNORECASE)
_CENTURY_TURNS = 45
"""A two-figure year below this is of this century."""
_SHORTEST_MS, _LONGEST_MINUTES = 20_000, 20
"""A bare number from here on is milliseconds; below that many, minutes: no piece is 20,000 s or 20 s long."""


def seconds(printed: str) -> float | None:
    """ "3:41", "1:02:03", "221", "221000" (ms), "3.68" (minutes) in seconds; None where it is none of these."""
    if found := _TIME.search(printed):
        return _clock(found)
    number = _NUMBER.fullmatch(printed)
    amount = float(number[1].replace(",", ".")) if number else 0.0
    if amount <= 0:
        return None
    if amount >= _SHORTEST_MS:
        return amount / 1000
    return amount * 60 if amount < _LONGEST_MINUTES else amount


def seconds_within(text: str) -> float | None:
    """The first "m:ss" that stands in a text."""
    found = _TIME.search(text)
    return _clock(found) if found else None


def _clock(found: re.Match[str]) -> float:
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def years(printed: str) -> frozenset[int]:
    """Every year in it: "2015", "18-May-15", "May 18, 2015", "'15"."""
    short = _SHORT_DATE.findall(printed)
    if not short and (alone := _SHORT_YEAR.fullmatch(printed)):
        short = [alone[1]]
    if short:
        return frozenset(int(two) + (2000 if int(two) < _CENTURY_TURNS else 1900) for two in short)
    return frozenset(map(int, _YEAR.findall(printed)))
