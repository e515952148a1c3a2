"""Tracks of the graph that may be the one a row speaks of: found by common match keys, a batch in two statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ingestion.matching.record import Record
from ingestion.resolution.track_records import record_of_track

MOST = 12
"""Candidates of a row. Over the demo 12 hold 99.2 % of the pairs to be found (docs/matching.md)."""


class Ask(Protocol):
    """Asks a question of the graph, within a transaction or outside of one."""

    async def __call__(self, question: str, **parameters: Any) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Track with what is known of it; `uid` is its id."""

    uid: str
    record: Record
    set_count: int = 0


async def candidates_of(ask: Ask, keys: Mapping[int, str]) -> dict[int, list[Candidate]]:
    """Place → candidates, the likeliest by their keys first; `keys`: place → match keys in one text."""
    if not keys:
        return {}
    rows = await ask("load/track_candidates", rows=[[place, text] for place, text in keys.items()], most=MOST)
    ids: dict[int, list[str]] = {row["place"]: row["ids"] for row in rows}
    known = await tracks_by_id(ask, sorted({uid for found in ids.values() for uid in found}))
    return {place: [known[uid] for uid in found if uid in known] for place, found in ids.items()}


async def tracks_by_id(ask: Ask, ids: Sequence[str]) -> dict[str, Candidate]:
    """Id → the Track; an id that leads nowhere is left out."""
    if not ids:
        return {}
    rows = await ask("load/candidate_tracks", ids=list(ids))
    return {row["id"]: Candidate(row["id"], record_of_track(row), row["set_count"]) for row in rows}
