"""A set or library as a file gives it, before anything is known of the names in it.

Importers hand on drafts. `read_drafts` (ingestion/reading.py) reads their rows with what is known of names and labels,
from the drafts and from the graph, and makes observations of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ingestion.observation import UNMEASURED, Measures, PerformerObservation
from ingestion.tracklist.row import Placed


@dataclass(frozen=True, slots=True)
class RowDraft:
    """One row: `text` verbatim, and what the file gives in fields of their own (None: it has to be read from the text).

    `title` may hold a version in brackets; `version` and `remixer` are given where the file has such fields.
    """

    text: str
    artist: str | None = None
    title: str | None = None
    version: str | None = None
    remixer: str | None = None
    label: str | None = None
    catalog_number: str | None = None
    album: str | None = None
    placed: Placed = field(default_factory=Placed)
    played_at: datetime | None = None
    measures: Measures = UNMEASURED
    external_ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """`plays`: whether the rows were played in this order (a set) or are just owned (a library)."""

    source: str
    key: str
    title: str
    raw: str
    parser: str
    confidence: float
    rows: tuple[RowDraft, ...] = ()
    plays: bool = True
    performers: tuple[PerformerObservation, ...] = ()
    url: str | None = None
    played_on: date | None = None
    played_precision: str | None = None
    occasion: Mapping[str, str] = field(default_factory=dict)
    """event, place, series, episode, as far as the file says."""
