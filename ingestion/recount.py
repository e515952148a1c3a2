"""Counting anew what follows from the Plays, for what a transaction touches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import neo4j

from cypher import statement

Pair = tuple[str, str]


async def pairs_of(transaction: neo4j.AsyncManagedTransaction, question: str, ids: Iterable[str]) -> set[Pair]:
    """Pairs of Track ids that `load/old_pairs` or `load/artist_pairs` finds, but for a Track that follows itself."""
    wanted = sorted(ids)
    if not wanted:
        return set()
    result = await transaction.run(statement(question), ids=wanted)
    return {(before, after) async for before, after in result if before != after}


async def lock_tracks(transaction: neo4j.AsyncManagedTransaction, pairs: Iterable[Pair], tracks: Iterable[str]) -> None:
    """Lock the Tracks, in order of their ids, before any Play of them changes."""
    ids = {uid for pair in pairs for uid in pair} | set(tracks)
    await transaction.run(statement("load/lock_tracks"), ids=sorted(ids))


async def recount(transaction: neo4j.AsyncManagedTransaction, pairs: Iterable[Pair], tracks: Iterable[str]) -> None:
    """Recompute TRANSITIONS_TO of the pairs and `set_count` of the Tracks; all are locked."""
    rows: list[list[Any]] = [list(pair) for pair in sorted(pairs)]
    await transaction.run(statement("load/transitions"), pairs=rows)
    await transaction.run(statement("load/set_counts"), ids=sorted(tracks))
