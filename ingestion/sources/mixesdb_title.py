"""A MixesDB mix title into its parts, with the mix's tags as the second witness.

    2014-08-02 - Cari Lekebusch @ Eliptica, Cali, Colombia (Drumcode Radio, DCR216)
    date         performers       event     place           series          episode
    2013-05-13 - Paul Oakenfold - Planet Perfecto 132, DI.FM
    date         performers       series          episode (the station is left out)

- Date: "2014-08-02", "1988-06", "2014-0X" (a year), "200X" (a decade).
- Performers: `performers.py`. What stands in brackets behind a name ("(Live PA)") is left out.
- After "@": the last part is the place ("Cali, Colombia" where it is a country), unless a tag has it: MixesDB's tags
  name
  venues and festivals, not towns. Everything before is the event.
- Series: the part that a tag names, else the first; its trailing number ("132", "Episode 3"), month ("Best Of March
  2013") or a code in brackets is the episode. A "Promo Mix" has no series unless a tag names one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingestion.sources.mixesdb_occasion import occasion_of
from ingestion.sources.mixesdb_series import show_of, tag_names

_DATE = re.compile(r"(\d{3}[\dX])(?:-(\d[\dX]?))?(?:-(\d[\dX]?))?\s+(?:- )?")


@dataclass(frozen=True, slots=True)
class MixTitle:
    """The parts; absent ones are None. `performers` as printed, uncut."""

    performers: str | None
    played_on: date | None = None
    played_precision: str | None = None
    event: str | None = None
    place: str | None = None
    series: str | None = None
    episode: str | None = None


def read_title(title: str, tags: Sequence[str], series_tags: frozenset[str] = frozenset()) -> MixTitle:
    """`tags` are the mix's, without "Category:"; `series_tags` those known to name a series (`series_named`)."""
    played_on, precision, rest = split_date(title)
    names = tag_names(tags)
    performers, mark, what = _split_performers(rest)
    if not mark:
        return MixTitle(None, played_on, precision)
    if mark == "@":
        event, place, series, episode = occasion_of(what, names, series_tags)
        return MixTitle(performers, played_on, precision, event, place, series, episode)
    series, episode = show_of(what, names)
    return MixTitle(performers, played_on, precision, None, None, series, episode)


def split_date(title: str) -> tuple[date | None, str | None, str]:
    """(first possible day, precision, the rest)."""
    found = _DATE.match(title)
    if found is None:
        return None, None, title
    rest = title[found.end() :]
    year, month, day = found.groups()
    if year.endswith("X"):
        return date(int(year[:3] + "0"), 1, 1), "decade", rest
    try:
        if not month or not month.isdigit():
            return date(int(year), 1, 1), "year", rest
        if not day or not day.isdigit():
            return date(int(year), int(month), 1), "month", rest
        return date(int(year), int(month), int(day)), "day", rest
    except ValueError:
        return None, None, rest


def series_named(title: str, tags: Sequence[str]) -> str | None:
    """The tag, folded, that stands in a title's place for a series; None where none does or the title has an "@"."""
    _, mark, what = _split_performers(split_date(title)[2])
    series = show_of(what, tag_names(tags))[0] if mark == "-" else None
    return series.casefold() if series and series.casefold() in tag_names(tags) else None


def _split_performers(rest: str) -> tuple[str, str, str]:
    found = re.search(r" (@|-) ", rest)
    return (rest[: found.start()], found.group(1), rest[found.end() :]) if found else (rest, "", "")
