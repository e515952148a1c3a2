"""The load: observations of sets into the graph, in batches, resumable.

Three stages overlap: the parser reads the next sets in a thread, the groundwork of a batch is laid, the batch before it
is written. A set whose record is unchanged is left alone, so loading again changes nothing and an interrupted load
goes on where it stopped.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import neo4j

from cypher import Database, write
from cypher.revisions import Act
from graph_model.errors import Conflict, MergedAway
from ingestion.aliases import make_ready
from ingestion.aligned_spellings import spell_alike
from ingestion.batch import Batch, batches
from ingestion.groundwork import entity_ids, keep_records, tie, unchanged_sets
from ingestion.keys import Key
from ingestion.known_sets import asking
from ingestion.memory import KeyMemory
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.resolution.exact import Resolver, resolve_exactly
from ingestion.set_plan import SetPlan, UnsureSet, plan_sets, unsure_sets
from ingestion.set_writer import SetWriter

T = TypeVar("T")
MOST_TRIES = 20
"""Of a batch whose entities are being merged away by others."""
MOST_LOOKS = 6
"""How often the groundwork of a batch is laid before we give up: each time somebody else wrote such sets meanwhile."""
BATCH_SETS = 250
"""Sets in one transaction: about 5,000 rows."""


@dataclass
class LoadReport:
    """What a load did. Rows and sets are all that were read, unchanged ones included."""

    sets_new: int = 0
    sets_updated: int = 0
    sets_unchanged: int = 0
    sets_joined: int = 0
    """Records of sets that another source leads, new ones and newer ones."""
    rows: Counter[str] = field(default_factory=Counter)
    """Rows read by state: identified, partial, unidentified."""
    set_aside: Counter[str] = field(default_factory=Counter)
    """Records set aside, by the code of the reason."""
    unsure: list[UnsureSet] = field(default_factory=list)
    """Sets that may be known by another source's record: for a person to decide."""
    seconds: float = 0.0
    stages: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Seconds of work by stage (they overlap): parse, groundwork, write."""

    @property
    def sets(self) -> int:
        """Sets read and accepted."""
        return self.sets_new + self.sets_updated + self.sets_joined + self.sets_unchanged

    def count(self, batch: Batch, acts: Iterable[Act]) -> None:
        """Take in what was done with a batch."""
        done = Counter(act.action for act in acts)
        self.sets_new += done["load_set"]
        self.sets_updated += done["update_set"]
        self.sets_joined += done["join_set"]
        self.sets_unchanged += len(batch.sets) - done.total()
        self.rows += batch.rows
        self.set_aside += Counter(refused.code for refused in batch.refused)


async def load_sets(
    database: Database,
    observations: Iterable[SetObservation | RefusedRecord],
    *,
    actor: str,
    batch_sets: int = BATCH_SETS,
    progress: Callable[[int], None] | None = None,
    resolver: Resolver = resolve_exactly,
) -> LoadReport:
    """Load sets, and tell `progress` how many are done. Raises Unavailable or TimedOut; what is committed stays."""
    patient = replace(database, read_timeout_s=database.write_timeout_s)
    load = _Load(patient, actor, resolver)
    started = time.monotonic()
    await make_ready(patient)
    read = load.read(batches(observations, batch_sets))
    async for prepared in ahead(load.prepare(ahead(read))):
        await load.store(prepared)
        if progress:
            progress(load.report.sets)
    load.report.seconds = time.monotonic() - started
    return load.report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch, what of it is not in the graph yet, and the ids of all that this speaks of."""

    batch: Batch
    changed: Batch
    ids: dict[Key, str]
    plan: SetPlan


class _Load:
    """One load: its stages, and what they share."""

    def __init__(self, database: Database, actor: str, resolver: Resolver) -> None:
        self._database, self._actor, self._resolver = database, actor, resolver
        self._memory = KeyMemory()
        self.report = LoadReport()

    async def read(self, source: Iterable[Batch]) -> AsyncIterator[Batch]:
        """Batches as the parser makes them, in a thread."""
        remaining = iter(source)
        while batch := await self._timed("parse", asyncio.to_thread(next, remaining, None)):
            yield batch

    async def prepare(self, source: AsyncIterator[Batch]) -> AsyncIterator[Prepared]:
        """Lay the groundwork of each batch, leaving out the sets that are unchanged."""
        async for batch in source:
            yield await self._timed("groundwork", self._groundwork(batch))

    async def store(self, prepared: Prepared) -> None:
        """Write what differs. Where somebody told of the same sets meanwhile, the groundwork is laid once more."""
        for last in (*[False] * (MOST_LOOKS - 1), True):
            try:
                acts = await self._timed("write", self._written(prepared)) if prepared.changed.sets else []
                break
            except Conflict:
                if last:
                    raise
                prepared = await self._timed("groundwork", self._groundwork(prepared.batch))
        self.report.count(prepared.batch, acts)
        self.report.unsure += unsure_sets(prepared.plan, acts)

    async def _written(self, prepared: Prepared) -> list[Act]:
        """Curators may merge what the batch speaks of meanwhile: then it is written with what that is part of now."""
        for _ in range(MOST_TRIES):
            try:
                return await self._write(prepared)
            except MergedAway as gone:
                self._memory.forget(gone.ids)
                ids = await self._ids(self._leading(prepared.changed, prepared.plan))
                prepared = replace(prepared, ids=ids)
        return await self._write(prepared)

    async def _write(self, prepared: Prepared) -> list[Act]:
        """Ties of Tracks come here too: beside a write they would wait for its locks."""

        async def work(transaction: neo4j.AsyncManagedTransaction) -> list[Act]:
            return await SetWriter(transaction, prepared.ids, prepared.plan).write(prepared.changed, self._actor)

        await tie(self._database, self._leading(prepared.changed, prepared.plan), prepared.ids)
        return await write(self._database, work)

    async def _ids(self, batch: Batch) -> dict[Key, str]:
        """Key → id for all that the batch speaks of."""
        for _ in range(MOST_TRIES):
            try:
                return await entity_ids(self._database, batch, self._memory, self._resolver)
            except MergedAway as gone:
                self._memory.forget(gone.ids)
        return await entity_ids(self._database, batch, self._memory, self._resolver)

    async def _groundwork(self, batch: Batch) -> Prepared:
        changed = batch.without(await unchanged_sets(self._database, batch))
        await keep_records(self._database, changed)
        plan = await plan_sets(asking(self._database), changed.sets)
        await spell_alike(self._database, changed.sets, plan)
        ids = await self._ids(self._leading(changed, plan))
        return Prepared(batch, changed, ids, plan)

    @staticmethod
    def _leading(batch: Batch, plan: SetPlan) -> Batch:
        """The sets whose names are needed."""
        return batch.without({ready.key for ready in batch.sets if plan.attests(ready)})

    async def _timed(self, stage: str, work: Awaitable[T]) -> T:
        started = time.monotonic()
        try:
            return await work
        finally:
            self.report.stages[stage] += time.monotonic() - started


async def ahead(source: AsyncIterator[T]) -> AsyncIterator[T]:
    """The same items; the next one is made while the consumer works on this one."""
    following = asyncio.ensure_future(anext(source, None))
    try:
        while (item := await following) is not None:
            following = asyncio.ensure_future(anext(source, None))
            yield item
    finally:
        following.cancel()
