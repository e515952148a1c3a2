"""What a parser hands on: one set as its source printed it, read into parts, nothing decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CreditObservation:
    """One printed name. `role`: main, featured or remixer; `join_phrase` stands between it and the next name."""

    name: str
    role: str = "main"
    join_phrase: str = ""


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
