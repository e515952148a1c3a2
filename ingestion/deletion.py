"""Taking a set out of the graph: its share of what was derived goes with it."""

from __future__ import annotations

import neo4j

from cypher import Database, statement, write
from cypher.recount import lock_tracks, pairs_of, recount
from cypher.revisions import Act, write_revisions
from graph_model.errors import NotFound
from ingestion.measures import forget_measures, measured_tracks


async def delete_set(database: Database, uid: str, *, actor: str, reason: str = "") -> None:
    """Delete a Setlist with its Plays and keys, and count anew what it stood for; a Revision tells of it.

    Tracks, Artists and the Observations stay: ids are never used again, and the records may be loaded once more.
    Raises NotFound, Unavailable, TimedOut.
    """

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        before = await _locked_state(transaction, uid)
        pairs = await pairs_of(transaction, "load/old_pairs", [uid])
        result = await transaction.run(statement("load/tracks_of_setlists"), ids=[uid])
        tracks = {track async for (track,) in result}
        measured = await measured_tracks(transaction, [str(before["observation"])])
        await lock_tracks(transaction, pairs, tracks | measured)
        await transaction.run(statement("load/delete_setlist"), id=uid)
        await forget_measures(transaction, [str(before["observation"])])
        await recount(transaction, pairs, tracks, measured)
        await write_revisions(transaction, [Act("delete_set", uid, before, None)], actor, reason)

    await write(database, work)


async def _locked_state(transaction: neo4j.AsyncManagedTransaction, uid: str) -> dict[str, object]:
    """Lock the keys, then the Setlist; what the Revision keeps of it."""
    result = await transaction.run(statement("load/lock_keys"), id=uid)
    keys = [key async for (key,) in result]
    await transaction.run(statement("load/lock_setlists"), ids=[uid])
    result = await transaction.run(statement("load/setlists"), ids=[uid])
    found = await result.single()
    if found is None:
        raise NotFound(f"There is no set {uid}: it was deleted, or the id is of something else")
    return {"setlist": uid, "keys": keys, **{name: found[name] for name in ("observation", "title", "play_count")}}
