"""The exact keys under which an entity is found again: a scheme and a value, one Identifier each.

Two printed forms lead to one entity only where their folded forms are equal. What is only alike is left to the
matcher of a `Resolver` (`ingestion/resolution/`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from graph_model.spelling import fold, sortable
from ingestion.observation import CreditObservation, RowObservation, SetObservation

LONGEST_VALUE_BYTES = 1_000
"""Longer values are hashed: an index entry has little room."""

GENERIC_TITLES = frozenset(
    """
acapella, accapella, acappella, beats, bonus beats, bonus track, dub, dub plate, dubplate, edit, instrumental,
interlude, intro, introduction, live, mix, no title, original, original mix, outro, remix, side, skit, speech, title,
track, unknown, unknown title, unknown track, unreleased, untitled, vocal, white label
""".strip()
    .replace("\n", " ")
    .split(", ")
)
"""Titles that many pieces share; so are 'A1', '7', 'Track 3' and 'Untitled 2'."""

_SIDE = re.compile(r"(side )?[a-h]{1,2}\d?|\d{1,2}")
_JOINING = frozenset({"and"})


class Key(NamedTuple):
    """An Identifier: unique on both parts."""

    scheme: str
    value: str


def key_of(scheme: str, *parts: str) -> Key:
    """The key of these parts; a value that is too long becomes its SHA-256."""
    value = "|".join(parts)
    if len(value.encode()) > LONGEST_VALUE_BYTES:
        value = f"sha256:{hashlib.sha256(value.encode()).hexdigest()}"
    return Key(scheme, value)


def set_key(seen: SetObservation) -> Key:
    """The source's own key of a set."""
    return key_of("set-key", seen.source, seen.key)


@lru_cache(maxsize=100_000)
def spelling_key(kind: str, *names: str) -> Key:
    """The key of an artist, label, event, place, series or tag: its folded name, and its place where it has one.

    A name of which nothing folds ("!!!") stands for itself.
    """
    return key_of(f"{kind}-spelling", *(sortable(name) for name in names))


SHORTEST_LETTERS = 6
"""Of the demo's 35,526 artists and 12,036 labels 640 groups differ in spaces and signs alone. By eye 58 of 60 were
one; those that were not had fewer letters ("Ghost", "G.H.O.S.T")."""


@lru_cache(maxsize=100_000)
def letters_key(kind: str, name: str) -> Key | None:
    """The key of a name's letters without spaces and signs: "Radio Slave" and "Radioslave"; None for few letters."""
    letters = fold(name).replace(" ", "")
    return key_of(f"{kind}-letters", letters) if len(letters) >= SHORTEST_LETTERS else None


def credit_tokens(credits: Iterable[CreditObservation]) -> str:
    """The words of all names but the remixers', folded and sorted: 'A & B' and 'B and A' are the same credit."""
    words = {word for credit in credits if credit.role != "remixer" for word in _words(credit.name)}
    return " ".join(sorted(words - _JOINING or words))


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def is_generic(title: str) -> bool:
    """Whether a folded title says too little to know a piece by it."""
    return title in GENERIC_TITLES or title.rstrip("0123456789 ") in GENERIC_TITLES or bool(_SIDE.fullmatch(title))


class TrackIdentity(NamedTuple):
    """By what a row's Track is known: keys, the strongest first, and what all versions of the piece share."""

    keys: tuple[Key, ...] = ()
    version_group: str | None = None


def track_identity(row: RowObservation, within: Key) -> TrackIdentity:
    """Ids that the source gives, then the spelling. Rows that are not identified have no Track: no key.

    A row that tells too little to know its Track elsewhere has a key that holds within its set alone, so that loading
    the set again finds the same Track; it has no version group.
    """
    if row.state != "identified":
        return TrackIdentity()
    external = tuple(key_of(scheme, value) for scheme, value in row.external_ids)
    spelling = _track_spelling(row)
    if not spelling:
        return TrackIdentity(external or (_key_within(row, within),))
    return TrackIdentity((*external, key_of("track-spelling", *spelling)), _version_group(*spelling))


def _version_group(credits: str, title: str, version: str, *release: str) -> str:
    """A hash of all but the version."""
    return hashlib.blake2b("|".join((credits, title, *release)).encode(), digest_size=12).hexdigest()


def _track_spelling(row: RowObservation) -> tuple[str, ...]:
    """Credits, title, version and, for a generic title, label and catalogue number; empty where that is too little."""
    credits, title = credit_tokens(row.credits), fold(row.title or "")
    if not credits or not title:
        return ()
    parts = (credits, title, fold(row.version or ""))
    if not is_generic(title):
        return parts
    release = (fold(row.label or ""), fold(row.catalog_number or ""))
    return (*parts, *release) if all(release) else ()


def _key_within(row: RowObservation, within: Key) -> Key:
    names = " ".join(sortable(credit.name) for credit in row.credits)
    return key_of("track-in-set", within.value, names, sortable(row.title or row.text), sortable(row.version or ""))
