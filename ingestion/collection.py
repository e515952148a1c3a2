"""Libraries into the graph: their Tracks are found or made and measured, but nobody played them.

No Setlist, no Play, no transition. One library (or part of a large one) is one transaction with its Revision; the same
record again changes nothing, a newer one of the same key replaces what the older one held and measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import neo4j

from cypher import Database, read, statement, write
from cypher.recount import lock_tracks, recount
from cypher.revisions import Act, write_revisions
from graph_model.ids import new_id
from ingestion.batch import Batch, ReadySet, ready_set
from ingestion.groundwork import entity_ids, keep_records, tie
from ingestion.keys import Key, key_of
from ingestion.measures import forget_measures, keep_measures, measure_rows, measured_tracks
from ingestion.memory import KeyMemory
from ingestion.observation import CollectionObservation, RefusedRecord, SetObservation
from ingestion.resolution.exact import DECIDED_BY, Resolver, resolve_exactly
from ingestion.set_aside import reason_to_refuse


@dataclass
class CollectionReport:
    """What a load of libraries did; a part of a large library counts as one."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    """Rows read by state; only identified ones are in the library."""
    set_aside: Counter[str] = field(default_factory=Counter)

    def count(self, ready: ReadySet, seen: CollectionObservation, action: str | None) -> None:
        """Take in what was done with one."""
        self.new += action == "load_collection"
        self.updated += action == "update_collection"
        self.unchanged += action is None
        self.rows += Counter(row.state for row in seen.rows)


async def load_collections(
    database: Database,
    observations: Iterable[CollectionObservation],
    *,
    actor: str,
    resolver: Resolver = resolve_exactly,
    progress: Callable[[int], None] | None = None,
) -> CollectionReport:
    """Load libraries one by one, and tell `progress` how many are done. Raises Unavailable or TimedOut."""
    patient = replace(database, read_timeout_s=database.write_timeout_s)
    report, memory = CollectionReport(), KeyMemory()
    for done, seen in enumerate(observations, 1):
        ready = _ready(seen)
        if refused := reason_to_refuse(ready.seen):
            await keep_records(patient, Batch(refused=[refused]))
            report.set_aside[refused.code] += 1
        else:
            report.count(ready, seen, await _load(patient, ready, actor, (memory, resolver)))
        if progress:
            progress(done)
    return report


async def keep_refused(database: Database, refused: Iterable[RefusedRecord]) -> None:
    """Store refusals that come with no set."""
    await keep_records(database, Batch(refused=list(refused)))


def collection_key(seen: CollectionObservation) -> Key:
    """The source's own key of a library."""
    return key_of("collection-key", seen.source, seen.key)


def _ready(seen: CollectionObservation) -> ReadySet:
    """Its identified rows with keys and entities, as those of a set; the key is the library's."""
    rows = tuple(row for row in seen.rows if row.state == "identified")
    as_set = SetObservation(seen.source, seen.key, seen.title, seen.raw, seen.parser, seen.confidence, rows=rows)
    return replace(ready_set(as_set), key=collection_key(seen))


async def _load(database: Database, ready: ReadySet, actor: str, how: tuple[KeyMemory, Resolver]) -> str | None:
    """The action, or None for a library that is unchanged."""
    if await _is_unchanged(database, ready):
        return None
    batch = Batch()
    batch.add(ready)
    await keep_records(database, batch)
    ids = await entity_ids(database, batch, *how)
    await tie(database, batch, ids)

    async def work(transaction: neo4j.AsyncManagedTransaction) -> str | None:
        return await _CollectionWriter(transaction, ready, ids).write(actor)

    return await write(database, work)


async def _is_unchanged(database: Database, ready: ReadySet) -> bool:
    rows = await read(database, "load/current_collection", key=ready.key.value)
    return any(row["observation"] == ready.observation for row in rows)


class _CollectionWriter:
    """Writes one library within a transaction that is handed in. Locks: its key, its Tracks, the Revisions' counter."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, ready: ReadySet, ids: Mapping[Key, str]) -> None:
        self._transaction, self._ready, self._ids = transaction, ready, ids

    async def write(self, actor: str) -> str | None:
        """What was done; None where somebody else has just done it."""
        old = await self._old()
        if old["observation"] == self._ready.observation:
            return None
        uid = old["id"] or new_id("Collection")
        formerly = [old["observation"]] if old["observation"] else []
        tracks = sorted({self._ids[play.track] for play in self._ready.plays if play.track})
        measured = await measured_tracks(self._transaction, formerly)
        rows = measure_rows(self._ready, self._ids)
        await lock_tracks(self._transaction, (), {*tracks, *measured})
        await self._write_head(uid, len(tracks))
        await self._run("holdings", id=uid, tracks=tracks, **self._said_by())
        await forget_measures(self._transaction, formerly)
        await keep_measures(self._transaction, rows)
        await recount(self._transaction, (), (), {*measured, *(row[1] for row in rows)})
        act = self._act(uid, old, len(tracks))
        await write_revisions(self._transaction, [act], actor)
        return act.action

    async def _run(self, name: str, **values: Any) -> None:
        result = await self._transaction.run(statement(f"load/{name}"), values)
        await result.consume()

    async def _old(self) -> dict[str, Any]:
        """Lock the key; what the graph holds behind it."""
        result = await self._transaction.run(statement("load/lock_collection"), key=self._ready.key.value)
        return (await result.single(strict=True)).data()

    async def _write_head(self, uid: str, tracks: int) -> None:
        seen = self._ready.seen
        head = {"title": seen.title, "track_count": tracks, **self._said_by()}
        how = {"decided_by": DECIDED_BY, "at": datetime.now(UTC)}
        await self._run("collection", key=self._ready.key.value, id=uid, head=head, **self._said_by(), **how)

    def _said_by(self) -> dict[str, Any]:
        return {"observation": self._ready.observation, "confidence": self._ready.seen.confidence}

    def _act(self, uid: str, old: Mapping[str, Any], tracks: int) -> Act:
        after = {"observation": self._ready.observation, "title": self._ready.seen.title, "tracks": tracks}
        if not old["id"]:
            return Act("load_collection", uid, None, after)
        before = {"observation": old["observation"], "title": old["title"], "tracks": old["track_count"]}
        return Act("update_collection", uid, before, after)
