"""Drafts into observations: rows are cut, names read with all that is known of them, what cannot be read is refused.

Artist and title that a file gives are taken as they are; a row that is only text is cut like any printed row, into
several where it prints several. What a file gives in a field of its own (label, number, version, remixer) wins over
what the text says; of a row with several tracks it is the first one's. A refused row stays in its set as an
unidentified one, so that no position is lost and no transition is made across it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cypher import Database
from ingestion.draft import Draft, RowDraft
from ingestion.given_fields import flaw_of, give, pieces_of
from ingestion.known_names import names_in, note_known
from ingestion.observation import (
    CollectionObservation,
    PerformerObservation,
    RefusedRecord,
    RowObservation,
    SetObservation,
)
from ingestion.sources.performers import read_performers
from ingestion.sources.record import refused_row
from ingestion.tracklist.credit import possible_names
from ingestion.tracklist.cue import timeline
from ingestion.tracklist.cut import note_names
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import read_row
from ingestion.tracklist.text import fault, printable

Observed = SetObservation | CollectionObservation | RefusedRecord
OCCASION = ("event", "place", "series", "episode")


async def read_drafts(database: Database, drafts: Iterable[Draft | RefusedRecord]) -> list[Observed]:
    """The sets and libraries in order, each after its refused rows; refusals of the importers are handed on.

    Names are read by what the drafts and the graph show together. Raises TimedOut or Unavailable.
    """
    given = list(drafts)
    names, labels = KnownNames(), KnownLabels()
    printed = note_drafts(given, names, labels)
    await note_known(database, printed, names)
    return list(observations(given, names, labels))


def note_drafts(drafts: Iterable[Draft | RefusedRecord], names: KnownNames, labels: KnownLabels) -> set[str]:
    """Adds what the drafts' own rows show to the evidence; the answer is all in them that may be an artist's name."""
    printed: set[str] = set()
    for draft in drafts:
        if isinstance(draft, Draft) and _flaw(draft) is None:
            for performer in draft.performers:
                printed.update(possible_names(performer.name))
            for row in draft.rows:
                printed.update(_note_row(row, names, labels))
    return printed


def observations(drafts: Iterable[Draft | RefusedRecord], names: KnownNames, labels: KnownLabels) -> Iterator[Observed]:
    """The same without a database: with what is known already."""
    for draft in drafts:
        if isinstance(draft, RefusedRecord):
            yield draft
        elif flaw := _flaw(draft):
            yield RefusedRecord(draft.source, printable(draft.key), "BAD_SET", flaw, printable(draft.raw))
        else:
            yield from _refusals(draft)
            yield _observation(draft, names, labels)


def _note_row(row: RowDraft, names: KnownNames, labels: KnownLabels) -> Iterator[str]:
    if flaw_of(row):
        return
    if row.label:
        labels.saw(row.label)
    if row.remixer:
        yield from possible_names(row.remixer)
    for pieces in pieces_of(row):
        note_names(pieces, names, labels)
        yield from names_in(pieces)


def _flaw(draft: Draft) -> str | None:
    """Why the draft is no set or library."""
    if not draft.title.strip():
        return "there is no title; give one"
    if not draft.rows:
        return "there are no rows"
    performers = (performer.name for performer in draft.performers)
    texts = (draft.title, draft.key, draft.url or "", *performers, *draft.occasion.values())
    return next(filter(None, map(fault, texts)), None)


def _refusals(draft: Draft) -> Iterator[RefusedRecord]:
    for number, row in enumerate(draft.rows, 1):
        if flaw := flaw_of(row):
            yield RefusedRecord(draft.source, f"{draft.key}, row {number}", "BAD_ROW", flaw, printable(repr(row)))


def _observation(draft: Draft, names: KnownNames, labels: KnownLabels) -> SetObservation | CollectionObservation:
    head: dict[str, Any] = {
        "source": draft.source, "key": draft.key, "title": draft.title, "raw": draft.raw, "parser": draft.parser,
        "confidence": draft.confidence, "rows": tuple(_rows(draft.rows, names, labels)),
    }  # fmt: skip
    if not draft.plays:
        return CollectionObservation(**head)
    head |= {part: draft.occasion.get(part) for part in OCCASION}
    performers = (found for printed in draft.performers for found in _performers(printed, names))
    return SetObservation(
        **head, performers=tuple(dict.fromkeys(performers)), url=draft.url,
        played_on=draft.played_on, played_precision=draft.played_precision,
    )  # fmt: skip


def _performers(printed: PerformerObservation, names: KnownNames) -> Sequence[PerformerObservation]:
    """Whom one printed performer names: "A & B" may be two; where the file says more of one, it is that one."""
    if printed.alias_of or printed.role != "main":
        return (printed,)
    return read_performers(printed.name, {}, names)


def _rows(drafts: Sequence[RowDraft], names: KnownNames, labels: KnownLabels) -> Iterator[RowObservation]:
    """Where the file has no cues, those that the rows print."""
    cut = [
        (row, pieces, layer)
        for row in drafts
        for layer, pieces in enumerate(pieces_of(row) if flaw_of(row) is None else (refused_row(row.text),))
    ]
    printed = all(row.placed.cue_ms is None for row in drafts)
    times = timeline([pieces.cue if printed else None for _, pieces, _ in cut])
    for index, (row, pieces, layer) in enumerate(cut):
        placed = row.placed if row.placed.cue_ms is not None else replace(row.placed, cue_ms=times.cues_ms[index])
        if layer:
            placed = replace(placed, together=True, break_before=False, youtube_id=None)
        elif index in times.restarts:
            placed = replace(placed, break_before=True)
        read = read_row(pieces, names, labels, placed)
        yield read if layer or flaw_of(row) else give(row, read, names)
