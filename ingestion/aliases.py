"""Aliases: a tie between two names changes the count of DJs wherever either of them played."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import neo4j

from cypher import Database, statement, write
from cypher.recount import Pair, pairs_of
from graph_model.errors import MergedAway
from ingestion.batch import alias_keys
from ingestion.change import Change


async def make_ready(database: Database) -> None:
    """Make sure that there are keys to hold, here and in `set_plan`: once before a load."""

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await transaction.run(statement("load/share_sets"), source="")
        await transaction.run(statement("load/share_aliases"))

    await write(database, work)


async def refuse_gone(transaction: neo4j.AsyncManagedTransaction, artists: Iterable[str]) -> None:
    """Keep the Artists as they are until the transaction ends. Raises MergedAway where one is gone already.

    MATCH would leave out what is to be tied to it, in silence.
    """
    await transaction.run(statement("load/share_aliases"))
    wanted = set(artists)
    result = await transaction.run(statement("load/living_artists"), ids=sorted(wanted))
    if gone := wanted - {uid async for (uid,) in result}:
        raise MergedAway(gone)


async def tie_aliases(transaction: neo4j.AsyncManagedTransaction, changes: Sequence[Change]) -> set[Pair]:
    """Tie the aliases that the sets tell, and return the pairs whose DJs must be counted anew.

    Whoever writes sets shares the aliases as they are; whoever ties holds them alone, so that no set is written by
    what they were before.
    """
    rows = await _missing(transaction, changes)
    if not rows:
        await transaction.run(statement("load/share_aliases"))
        return set()
    await transaction.run(statement("load/hold_aliases"))
    await transaction.run(statement("load/aliases"), rows=rows)
    names = sorted({uid for alias, artist, *_ in rows for uid in (alias, artist)})
    result = await transaction.run(statement("load/alias_circles"), ids=names)
    return await pairs_of(transaction, "load/artist_pairs", [uid async for (uid,) in result])


async def _missing(transaction: neo4j.AsyncManagedTransaction, changes: Sequence[Change]) -> list[list[Any]]:
    """Rows of `load/aliases` for ties that the graph does not hold."""
    said = {
        (change.ids[alias], change.ids[artist]): change.said_by
        for change in changes
        for alias, artist in alias_keys(change.ready.seen)
        if change.ids[alias] != change.ids[artist]
    }
    if not said:
        return []
    result = await transaction.run(statement("load/missing_aliases"), rows=[list(pair) for pair in sorted(said)])
    return [[alias, artist, *said[alias, artist]] async for alias, artist in result]
