"""Days as programs and people write them, in names of files and in fields.

2019-10-18, 2019/10/18, 2019y10m18d, 20191018: the year first leaves no doubt. With the year last, a dot means day first
("18.10.2019"); otherwise the number above 12 is the day, and where both could be it only the year is believed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_Y = r"(?P<y>19[5-9]\d|20\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_Y}(?P<s>[-/._ y])(?P<m>\d{{1,2}})(?:(?P=s)|m)(?P<d>\d{{1,2}})d?",
        rf"{_Y}(?P<m>\d\d)(?P<d>\d\d)",
        rf"(?P<a>\d{{1,2}})(?P<s>[-/. _])(?P<b>\d{{1,2}})(?P=s){_Y}",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ .-]+{_NAME}[ ,-]+{_Y}",
        rf"{_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_Y}",
        rf"{_Y}(?P<s>[-/.])(?P<m>\d\d)",
        rf"{_NAME}[ -]{_Y}",
    )
)
_TRAKTOR_YEAR, _TRAKTOR_MONTH = 65_536, 256


class Day(NamedTuple):
    """The first possible day, and "day", "month" or "year": how exactly it is known."""

    first: date
    precision: str


def day_in(text: str) -> Day | None:
    """The first date that a text holds, if any."""
    for form in _FORMS:
        for found in form.finditer(text[:1_000]):
            if day := _day(found.groupdict()):
                return day
    return None


def traktor_day(packed: str | None) -> date | None:
    """Traktor's STARTDATE: year, month and day packed into one number, e.g. 132319762 for 2019-10-18."""
    if not packed or not packed.isdecimal() or len(packed) > 10:
        return None
    year, rest = divmod(int(packed), _TRAKTOR_YEAR)
    return _valid(year, *divmod(rest, _TRAKTOR_MONTH))


def _day(parts: dict[str, str | None]) -> Day | None:
    year = int(parts["y"] or 0)
    if parts.get("a"):
        return _year_last(year, int(parts["a"] or 0), int(parts["b"] or 0), parts["s"])
    name, day = parts.get("name"), parts.get("d")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["m"] or 0)
    first = _valid(year, month, int(day or 1))
    return Day(first, "day" if day else "month") if first else None


def _year_last(year: int, one: int, other: int, separator: str | None) -> Day | None:
    if separator == "." or one > 12:
        first = _valid(year, other, one)
    elif other > 12 or one == other:
        first = _valid(year, one, other)
    else:
        return Day(date(year, 1, 1), "year")
    return Day(first, "day") if first else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
