"""What a parser hands on: one set as its source printed it, read into parts, nothing decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CreditObservation:
    """One printed name. `role`: main, featured or remixer; `join_phrase` stands between it and the next name."""

    name: str
    role: str = "main"
    join_phrase: str = ""


@dataclass(frozen=True, slots=True)
class CuePoint:
    """A mark that somebody set in a Track; `kind` as the program calls it, e.g. "hot", "load", "loop", "grid"."""

    at_ms: int
    kind: str
    name: str = ""
    length_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """What a program or person measured of a Track, as the source gives it; None where it says nothing."""

    bpm: float | None = None
    musical_key: str | None = None
    """As printed: "8A", "Am", "A minor", a Traktor number."""
    duration_ms: int | None = None
    year: int | None = None
    """Of the release."""
    cue_points: tuple[CuePoint, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.bpm or self.musical_key or self.duration_ms or self.year or self.cue_points)


UNMEASURED = Measures()


@dataclass(frozen=True, slots=True)
class RowObservation:
    """One row. `title` has no version in it; `version` no brackets; `text` is the row verbatim."""

    text: str
    state: str = "identified"
    credits: tuple[CreditObservation, ...] = ()
    title: str | None = None
    version: str | None = None
    version_kind: str | None = None
    label: str | None = None
    catalog_number: str | None = None
    cue_ms: int | None = None
    together: bool = False
    segue: bool = False
    break_before: bool = False
    youtube_id: str | None = None
    external_ids: tuple[tuple[str, str], ...] = ()
    """(scheme, value) pairs that the source itself gives for the Track, e.g. ("gdshowsdb-song", uuid)."""
    album: str | None = None
    played_at: datetime | None = None
    """When it began, where the source has a clock; without a zone it is the clock of the place."""
    measures: Measures = UNMEASURED


@dataclass(frozen=True, slots=True)
class PerformerObservation:
    """One printed performer; `alias_of` where the source says "X aka Y" (X is an alias of Y)."""

    name: str
    role: str = "main"
    alias_of: str | None = None


@dataclass(frozen=True, slots=True)
class SetObservation:
    """One set. `key` is unique within `source`; `raw` is the record as read (JSON text), kept for ever."""

    source: str
    key: str
    title: str
    raw: str
    parser: str
    confidence: float
    performers: tuple[PerformerObservation, ...] = ()
    rows: tuple[RowObservation, ...] = ()
    url: str | None = None
    played_on: date | None = None
    played_precision: str | None = None
    event: str | None = None
    place: str | None = None
    series: str | None = None
    episode: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """A record or row that cannot be read: it is set aside with its reason, and the rest goes on."""

    source: str
    place: str
    code: str
    reason: str
    record: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CollectionObservation:
    """A library of Tracks, not a set: nobody says that they were played, so there are no Plays and no transitions."""

    source: str
    key: str
    title: str
    raw: str
    parser: str
    confidence: float
    rows: tuple[RowObservation, ...] = ()
