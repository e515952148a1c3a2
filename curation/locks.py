"""Locks of a curator's act, in every writer's order: keys, Setlists, the aliases, entities, the Revisions' counter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import neo4j

from cypher import Database, statement, write
from cypher.recount import Pair, lock_tracks, pairs_of
from graph_model.errors import Conflict

T = TypeVar("T")
SETLISTS_OF_ARTISTS = "curation/setlists_of_artists"
SETLISTS_OF_PLAYS = "curation/setlists_of_plays"
ATTEMPTS = 20
"""An act looks at what it must lock, locks it, and looks again; so often it may find that something has changed."""


class Unsettled(Exception):
    """Something changed between the look and the lock."""


async def settled(database: Database, work: Callable[[neo4j.AsyncManagedTransaction], Awaitable[T]]) -> T:
    """Run an act in one transaction, again where something changed meanwhile. Raises Conflict after many tries."""
    for _ in range(ATTEMPTS):
        try:
            return await write(database, work)
        except Unsettled:
            continue
    raise Conflict("Others change the same entities all the time: try again when they have done")


async def lock_keys(transaction: neo4j.AsyncManagedTransaction, ids: Iterable[str]) -> None:
    """Keep loaders from finding these entities by their keys until the act is done."""
    await transaction.run(statement("curation/lock_keys"), ids=sorted(ids))


async def lock_entities(transaction: neo4j.AsyncManagedTransaction, ids: Iterable[str]) -> None:
    """Lock Tracks, Artists, Revisions, review items. Raises Unsettled where one is gone."""
    wanted = sorted(set(ids))
    result = await transaction.run(statement("curation/lock_entities"), ids=wanted)
    if len([uid async for (uid,) in result]) < len(wanted):
        raise Unsettled


async def share_aliases(transaction: neo4j.AsyncManagedTransaction) -> None:
    """Keep the Artists, their aliases and credits as they are, together with others that do the same."""
    await transaction.run(statement("load/share_aliases"))


async def hold_aliases(transaction: neo4j.AsyncManagedTransaction) -> None:
    """Change Artists while nobody else writes what leans on them."""
    await transaction.run(statement("load/hold_aliases"))


async def found_setlists(transaction: neo4j.AsyncManagedTransaction, question: str, ids: Iterable[str]) -> set[str]:
    """The Setlists that `curation/setlists_of_…` finds."""
    result = await transaction.run(statement(question), ids=sorted(ids))
    return {uid async for (uid,) in result}


async def lock_setlists(transaction: neo4j.AsyncManagedTransaction, question: str, ids: Iterable[str]) -> set[str]:
    """Lock these Setlists."""
    found = await found_setlists(transaction, question, ids)
    await transaction.run(statement("load/lock_setlists"), ids=sorted(found))
    return found


async def lock_around(
    transaction: neo4j.AsyncManagedTransaction,
    look: Callable[[], Awaitable[tuple[set[str], set[Pair]]]],
) -> set[Pair]:
    """Lock the Tracks that `look` finds, with those of its pairs. Raises Unsettled where they are others by then."""
    tracks, pairs = await look()
    locked = tracks | {uid for pair in pairs for uid in pair}
    if await lock_tracks(transaction, (), locked):
        raise Unsettled
    tracks, pairs = await look()
    if not locked >= tracks | {uid for pair in pairs for uid in pair}:
        raise Unsettled
    return pairs


async def lock_sets_around(
    transaction: neo4j.AsyncManagedTransaction,
    plays: Callable[[], Awaitable[set[str]]],
    look: Callable[[], Awaitable[tuple[set[str], set[Pair]]]],
) -> set[Pair]:
    """Lock the Setlists of the Plays, so that no load changes their rows, then the Tracks that `look` finds."""
    setlists = await lock_setlists(transaction, SETLISTS_OF_PLAYS, await plays())
    await share_aliases(transaction)
    pairs = await lock_around(transaction, look)
    if await found_setlists(transaction, SETLISTS_OF_PLAYS, await plays()) - setlists:
        raise Unsettled
    return pairs


async def pairs_around(transaction: neo4j.AsyncManagedTransaction, plays: Iterable[str]) -> set[Pair]:
    """The pairs of Tracks in which Plays stand."""
    return await pairs_of(transaction, "curation/pairs_of_plays", plays)


async def pairs_of_artists(transaction: neo4j.AsyncManagedTransaction, ids: Iterable[str]) -> set[Pair]:
    """The pairs in the sets of Artists, under whatever name: their DJs are counted by the aliases."""
    result = await transaction.run(statement("load/alias_circles"), ids=sorted(ids))
    return await pairs_of(transaction, "load/artist_pairs", [uid async for (uid,) in result])
