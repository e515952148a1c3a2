"""The performers of a mix, from the title's first segment, with the mix's tags as the second witness.

A tag that equals the whole means one name ("Above & Beyond"); tags that equal the pieces mean several ("Ed Rush &
Optical"). Without
either, tracklist.names decides. "Feat." and "MC …" are guests: they do not count as DJs. "X aka Y": X is an alias of
Y.
"VA" and "Unknown Artist" are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingestion.observation import PerformerObservation
from ingestion.tracklist.brackets import last_group
from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.names import KnownNames

_NOBODY = frozenset({"va", "various", "various artists", "unknown artist", "unknown", "?", "id"})
_COMMA = re.compile(r",\s+(?![^(]*\))")
_AKA = re.compile(r"\s+(?:aka|a\.k\.a\.)\s+", re.IGNORECASE)


def read_performers(printed: str, tags: dict[str, str], names: KnownNames) -> tuple[PerformerObservation, ...]:
    """`tags`: the mix's, by folded name (`mixesdb_series.tag_names`)."""
    found: dict[str, PerformerObservation] = {}
    for piece in [printed] if printed.casefold() in tags else _COMMA.split(printed):
        for performer in _piece(_without_notes(piece), tags, names):
            found.setdefault(performer.name.casefold(), performer)
    return tuple(p for folded, p in found.items() if folded not in _NOBODY)


def _without_notes(piece: str) -> str:
    piece = piece.strip()
    while (found := last_group(piece)) and found[0]:
        piece = found[0]
    return piece


def _piece(piece: str, tags: dict[str, str], names: KnownNames) -> list[PerformerObservation]:
    if piece.casefold() in tags:
        return [PerformerObservation(piece)]
    if aka := _AKA.search(piece):
        return [PerformerObservation(piece[: aka.start()], alias_of=piece[aka.end() :])]
    credits = read_credits(piece, _Tagged(tags, names))
    return [
        PerformerObservation(_without_notes(c.name), "main" if _is_dj(c.name, c.role) else "guest") for c in credits
    ]


def _is_dj(name: str, role: str) -> bool:
    return role == "main" and not name.startswith("MC ")


class _Tagged(KnownNames):
    """Known names with the mix's own tags before them."""

    def __init__(self, tags: dict[str, str], names: KnownNames) -> None:
        super().__init__()
        self._tags, self._names = tags, names

    def is_one(self, printed: str, parts: Sequence[str], joins: Sequence[str], *, all_there_is: bool = False) -> bool:
        if printed.casefold() in self._tags:
            return True
        if all(part.casefold() in self._tags for part in parts):
            return False
        return self._names.is_one(printed, parts, joins, all_there_is=all_there_is)
