"""Counting anew what follows from the Plays, for what a transaction touches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import neo4j

from cypher.files import statement

Pair = tuple[str, str]


async def pairs_of(transaction: neo4j.AsyncManagedTransaction, question: str, ids: Iterable[str]) -> set[Pair]:
    """Pairs of Track ids that a question like `load/old_pairs` finds, but for a Track that follows itself."""
    wanted = sorted(ids)
    if not wanted:
        return set()
    result = await transaction.run(statement(question), ids=wanted)
    return {(before, after) async for before, after in result if before != after}


async def lock_tracks(
    transaction: neo4j.AsyncManagedTransaction, pairs: Iterable[Pair], tracks: Iterable[str]
) -> set[str]:
    """Lock the Tracks, in order of their ids, before any Play of them changes; the ids that lead to none (any more)."""
    ids = {uid for pair in pairs for uid in pair} | set(tracks)
    result = await transaction.run(statement("load/lock_tracks"), ids=sorted(ids))
    return ids - {uid async for (uid,) in result}


async def recount(
    transaction: neo4j.AsyncManagedTransaction,
    pairs: Iterable[Pair],
    tracks: Iterable[str],
    measured: Iterable[str] | None = None,
) -> None:
    """Recompute TRANSITIONS_TO of the pairs, and `set_count` and measures of the Tracks; all are locked.

    `measured`: the Tracks whose measures changed, where the caller knows them; by default they may be any of `tracks`.
    """
    rows: list[list[Any]] = [list(pair) for pair in sorted(pairs)]
    counted = sorted(tracks)
    ids = counted if measured is None else sorted(measured)
    if rows:
        await transaction.run(statement("load/transitions"), pairs=rows)
    if counted:
        await transaction.run(statement("load/set_counts"), ids=counted)
    if ids:
        await transaction.run(statement("load/derived_measures"), ids=ids)
