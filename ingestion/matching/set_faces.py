"""By what two records of sets are compared: pure values, drawn from an Observation or from what the graph holds."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from graph_model.spelling import sortable
from ingestion.observation import SetObservation

Span = tuple[date, date]
"""First and last possible day."""


@dataclass(frozen=True, slots=True)
class SetFace:
    """One record of a set. `performers`: folded names, aliases among them; `rows`: as printed, in order.

    `segues`: for each row whether it runs into the next; all False where the source tells of none.
    """

    title: str
    performers: frozenset[str]
    rows: tuple[str, ...] = ()
    segues: tuple[bool, ...] = ()
    played_on: date | None = None
    played_precision: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None

    @property
    def span(self) -> Span | None:
        """The days that it may have been played on; None where undated."""
        return span(self.played_on, self.played_precision) if self.played_on else None


def face_of(seen: SetObservation) -> SetFace:
    """The face of an Observation."""
    names = {name for who in seen.performers for name in (who.name, who.alias_of) if name}
    return SetFace(
        title=seen.title, performers=folded(names), rows=tuple(row.text for row in seen.rows),
        segues=tuple(row.segue for row in seen.rows),
        played_on=seen.played_on, played_precision=seen.played_precision, event=seen.event, place=seen.place,
        url=seen.url,
    )  # fmt: skip


def face_text(face: SetFace) -> str:
    """The face as JSON, to be kept."""
    return json.dumps(asdict(face), default=_plain, ensure_ascii=False, separators=(",", ":"))


def face_from(text: str) -> SetFace:
    """The face that `face_text` wrote."""
    kept = json.loads(text)
    kept["played_on"] = date.fromisoformat(kept["played_on"]) if kept["played_on"] else None
    kept |= {name: tuple(kept[name]) for name in ("rows", "segues")}
    return SetFace(**{**kept, "performers": frozenset(kept["performers"])})


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def folded(names: Iterable[str]) -> frozenset[str]:
    """Names in the form in which they are compared."""
    return frozenset(sortable(name) for name in names)


def span(first: date, precision: str | None) -> Span:
    """From `first` to the last day of its month, year or decade; the day itself where nothing else is said."""
    if precision == "month":
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    years = {"year": 1, "decade": 10}.get(precision or "", 0)
    return (first, _years_later(first, years) - timedelta(days=1)) if years else (first, first)


def _years_later(day: date, years: int) -> date:
    """Not beyond the calendar's end; a 29th of February becomes the 28th."""
    return day.replace(year=min(day.year + years, date.max.year), day=min(day.day, 28 if day.month == 2 else 31))
