"""What a set's title says: who played, when, where.

    Max Styler @ circuitGROUNDS, EDC Las Vegas, United States 2025-05-16
    performer    event                          place         date

The performers are read only where the form says who they are: before "@", or "live at", or before the first dash where
the title is dated or tells of a mix or show. They are handed on as printed; `reading` cuts them by what is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ingestion.imports.dates import Day, day_in
from ingestion.observation import PerformerObservation
from ingestion.sources.mixesdb_occasion import occasion_of
from ingestion.tracklist.text import one_line

_TRACKLIST = re.compile(
    r"^(?:full )?(?:track\s?list(?:ing)?|set\s?list|playlist)\s*(?:for|of|to|by|:|[-–—|])\s*"
    r"|\s*[-–—|:(\[]*\s*(?:full )?track\s?list(?:ing)?\s*[:)\]]*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\s+(?:@|[-–—|]\s+(?=live (?:at|from|in|@)\b))\s*|\s+(?=live (?:at|from|in|@)\b)", re.IGNORECASE)
_LIVE = re.compile(r"live (?:at|from|in|@)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—|]\s+")
_SHOW = re.compile(
    r"\b(?:mix|set|live|podcast|radio|sessions?|episode|ep\.?|show|boiler room|\d{2,4})\b", re.IGNORECASE
)
_NO_NAME = re.compile(r"\b(?:mix|best|top|podcast|radio|hits|playlist|episode|session|festival)\b", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATES = re.compile(
    r"[(\[]?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})[)\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SetHead:
    """What is known of a set beside its rows."""

    performers: tuple[PerformerObservation, ...] = ()
    played_on: date | None = None
    played_precision: str | None = None
    occasion: dict[str, str] = field(default_factory=dict)


def plain_title(printed: str) -> str:
    """Without the word "Tracklist" in front or behind."""
    text = one_line(printed)
    return _TRACKLIST.sub("", text).strip() or text


def read_head(title: str, *, says_who: bool = False) -> SetHead:
    """`says_who`: the source puts the performer before the first dash whatever follows, as 1001tracklists does."""
    day = day_in(title)
    text = _undated(title, day)
    at = _AT.search(text)
    if at and at.start():
        return SetHead(
            _performers(text[: at.start()]), *_when(day), _occasion(_LIVE.sub("", text[at.end() :], count=1))
        )
    dash = _DASH.search(text)
    if dash is None or not dash.start():
        return SetHead((), *_when(day))
    who, what = text[: dash.start()], text[dash.end() :]
    if says_who or ((day or _SHOW.search(what)) and not _NO_NAME.search(who)):
        return SetHead(_performers(who), *_when(day), _occasion(what))
    return SetHead((), *_when(day))


def _when(day: Day | None) -> tuple[date | None, str | None]:
    return (day.first, day.precision) if day else (None, None)


def _undated(title: str, day: Day | None) -> str:
    return one_line(_DATES.sub(" ", title)).strip(" -–—|,") if day and day.precision != "month" else title


def _performers(printed: str) -> tuple[PerformerObservation, ...]:
    name = printed.strip(" -–—|:,\"'")
    return (PerformerObservation(name),) if name else ()


def _occasion(what: str) -> dict[str, str]:
    parts = zip(("event", "place", "series", "episode"), occasion_of(what.strip(), {}, frozenset()), strict=True)
    return {part: said for part, said in parts if said}
