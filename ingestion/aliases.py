"""Aliases: a tie between two names changes the count of DJs wherever either of them played."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import neo4j

from cypher import statement
from ingestion.batch import alias_keys
from ingestion.change import Change
from ingestion.recount import Pair, pairs_of


async def tie_aliases(
    transaction: neo4j.AsyncManagedTransaction, changes: Sequence[Change], performers: set[str]
) -> set[Pair]:
    """Lock the performers, tie the aliases that the sets tell, and return the pairs whose DJs must be counted anew.

    Only one transaction at a time ties, so that the circle of names that it locks is whole.
    """
    rows = await _missing(transaction, changes)
    circle: set[str] = set()
    if rows:
        await transaction.run(statement("load/lock_aliases"))
        result = await transaction.run(
            statement("load/alias_circles"), ids=sorted({uid for row in rows for uid in row[:2]})
        )
        circle = {uid async for (uid,) in result}
    await transaction.run(statement("load/lock_artists"), ids=sorted(circle | performers))
    if not rows:
        return set()
    await transaction.run(statement("load/aliases"), rows=rows)
    return await pairs_of(transaction, "load/artist_pairs", circle)


async def _missing(transaction: neo4j.AsyncManagedTransaction, changes: Sequence[Change]) -> list[list[Any]]:
    """Rows of `load/aliases` for ties that the graph does not hold."""
    said = {
        (change.ids[alias], change.ids[artist]): change.said_by
        for change in changes
        for alias, artist in alias_keys(change.ready.seen)
    }
    if not said:
        return []
    result = await transaction.run(statement("load/missing_aliases"), rows=[list(pair) for pair in sorted(said)])
    return [[alias, artist, *said[alias, artist]] async for alias, artist in result]
