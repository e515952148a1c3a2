"""What must stand before sets are written: Sources, Observations, entities, releases, ties of versions.

Each step is a transaction of its own that may run twice: what an interrupted load left behind is found again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import neo4j

from cypher import Database, read, statement, write
from cypher.recount import lock_tracks
from graph_model.errors import MergedAway
from graph_model.ids import new_id
from ingestion.batch import Batch, ReadySet
from ingestion.keys import Key, spelling_key
from ingestion.memory import KeyMemory
from ingestion.origins import ORIGINS, Origin
from ingestion.resolution.exact import Resolver
from ingestion.set_aside import keep_aside


async def unchanged_sets(database: Database, batch: Batch) -> set[Key]:
    """Keys of the sets whose record the graph is derived from already."""
    asked = [[ready.key.value, ready.observation] for ready in batch.sets]
    current = {row["key"] for row in await read(database, "load/current_observations", rows=asked)}
    return {ready.key for ready in batch.sets if ready.key.value in current}


async def keep_records(database: Database, batch: Batch) -> None:
    """Store each record as read, and those that were refused."""

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        if batch.refused:
            await keep_aside(transaction, batch.refused)
        for name in sorted({ready.seen.source for ready in batch.sets}):
            origin = ORIGINS.get(name, Origin())
            known = {"name": name, "id": new_id("Source"), "url": origin.url, "licence": origin.licence}
            await transaction.run(statement("load/source"), known)
        if batch.sets:
            rows = sorted(map(_observation_row, batch.sets))
            await transaction.run(statement("load/observations"), rows=rows, at=datetime.now(UTC))

    if batch.refused or batch.sets:
        await write(database, work)


async def entity_ids(database: Database, batch: Batch, memory: KeyMemory, resolver: Resolver) -> dict[Key, str]:
    """Key → id for all that the batch speaks of."""
    ids = {key: memory[key] for keys in batch.sayings for key in keys if key in memory}
    unknown = [saying for keys, saying in batch.sayings.items() if not all(key in ids for key in keys)]
    if unknown:
        found = await resolver(database, unknown, memory)
        memory.learn(found)
        ids.update(found)
    return ids


async def tie(database: Database, batch: Batch, ids: Mapping[Key, str]) -> None:
    """Write releases and ties of versions, for Tracks known before as well. Raises MergedAway."""
    releases = sorted(_releases(batch.sets, ids).values())
    groups = sorted({group for saying in batch.sayings.values() if (group := saying.wanted.version_group)})
    untied = await read(database, "load/untied_versions", groups=groups) if groups else []
    versions = sorted([row["version"], row["original"]] for row in untied)
    released = {track for track, *_ in releases}

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        gone = await lock_tracks(transaction, [(version, original) for version, original in versions], released)
        if gone:
            raise MergedAway(gone)
        await transaction.run(statement("load/versions"), rows=versions)
        await transaction.run(statement("load/releases"), rows=releases)

    if releases or versions:
        await write(database, work)


def _observation_row(ready: ReadySet) -> list[Any]:
    seen = ready.seen
    raw_hash = hashlib.sha256(seen.raw.encode()).hexdigest()
    return [ready.observation, seen.source, seen.url, raw_hash, seen.parser, seen.confidence, seen.raw]


def _releases(sets: Iterable[ReadySet], ids: Mapping[Key, str]) -> dict[tuple[str, str, str], list[Any]]:
    """The first row that says so, for each Track, Label and catalogue number."""
    found: dict[tuple[str, str, str], list[Any]] = {}
    for ready in sets:
        for play in ready.plays:
            if play.track and play.row.label:
                release = (ids[play.track], ids[spelling_key("label", play.row.label)], play.row.catalog_number or "")
                found.setdefault(release, [*release, ready.observation, ready.seen.confidence])
    return found
