"""The entities that a set speaks of, each with its keys and what is written when it turns out to be new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph_model.spelling import sortable
from ingestion.keys import Key, TrackIdentity, letters_key, spelling_key
from ingestion.observation import CreditObservation, RowObservation, SetObservation

SORT_LENGTH = 200
"""Characters of a name that it sorts by: an index entry has little room."""


SPELLED_TOGETHER = frozenset({"Artist", "Label"})
"""Kinds whose names are one where their letters are, however they are spaced."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A name in a credit: who it leads to, and how it was printed."""

    artist: Key
    position: int
    role: str
    printed: str
    join_phrase: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entity that must exist: `keys` lead to it, the strongest first; the rest is written if it is new."""

    label: str
    keys: tuple[Key, ...]
    name: str
    sort_name: str
    within: Key | None = None
    """An Event's Place."""
    credits: tuple[Credit, ...] = ()
    artist_credit: str | None = None
    version: str | None = None
    version_kind: str | None = None
    version_group: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """An entity that an Observation speaks of."""

    wanted: Wanted
    observation: str
    confidence: float


@lru_cache(maxsize=50_000)
def named(label: str, name: str, place: str | None = None) -> Wanted:
    """An Artist, Label, Place, Series, Tag, or an Event at a place."""
    names = (name,) if place is None else (name, place)
    within = None if place is None else spelling_key("place", place)
    kind = label.lower()
    letters = letters_key(kind, name) if label in SPELLED_TOGETHER else None
    keys = (spelling_key(kind, *names), *([letters] if letters else []))
    return Wanted(label, keys, name, sorting(name), within)


def sorting(name: str) -> str:
    """What a name or title sorts and completes by."""
    return sortable(name)[:SORT_LENGTH]


def credits_of(row: RowObservation) -> tuple[Credit, ...]:
    """The row's credit as printed, remixers after the others."""
    in_order = sorted(row.credits, key=lambda credit: credit.role == "remixer")
    return tuple(
        Credit(spelling_key("artist", seen.name), position, seen.role, seen.name, seen.join_phrase)
        for position, seen in enumerate(in_order)
    )


def display_title(row: RowObservation) -> str:
    """The title with its version, e.g. 'Tantra (Tom Demac Remix)'; the row itself where nothing else is known."""
    title = row.title or row.text
    return f"{title} ({row.version})" if row.version else title


def track(row: RowObservation, identity: TrackIdentity, credits: tuple[Credit, ...]) -> Wanted:
    """The Track of an identified row."""
    title = display_title(row)
    return Wanted(
        label="Track",
        keys=identity.keys,
        name=title,
        sort_name=sorting(title),
        credits=credits,
        artist_credit=printed_credit(row.credits),
        version=row.version,
        version_kind=row.version_kind,
        version_group=identity.version_group,
    )


def printed_credit(credits: tuple[CreditObservation, ...]) -> str | None:
    """'Jamie Jones Feat. Digitaria': the credit without remixers; None where there is none."""
    shown = [credit for credit in credits if credit.role != "remixer"]
    parts = [f"{credit.name}{credit.join_phrase or ', '}" for credit in shown[:-1]] + [c.name for c in shown[-1:]]
    return "".join(parts) or None


def entities_of_head(seen: SetObservation) -> Iterator[Wanted]:
    """All that the set itself speaks of."""
    for performer in seen.performers:
        yield named("Artist", performer.name)
        if performer.alias_of:
            yield named("Artist", performer.alias_of)
    if seen.event and seen.place:
        yield named("Place", seen.place)
    if seen.event:
        yield named("Event", seen.event, seen.place or None)
    if seen.series:
        yield named("Series", seen.series)
    for tag in seen.tags:
        yield named("Tag", tag)


def entities_of_row(row: RowObservation, identity: TrackIdentity, credits: tuple[Credit, ...]) -> Iterator[Wanted]:
    """The Artists, Label and Track of a row; an unidentified row has none."""
    if row.state == "unidentified":
        return
    for credit in credits:
        yield named("Artist", credit.printed)
    if identity.keys:
        if row.label:
            yield named("Label", row.label)
        yield track(row, identity, credits)
