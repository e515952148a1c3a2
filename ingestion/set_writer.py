"""Sets into the graph, a batch in one transaction: all of it, with its Revisions, or nothing.

Order of locks, the same in every writer: the list of sets, keys of sets, Setlists, the aliases, Tracks, the Revisions'
counter; each kind in order of its values. Relationships are CREATEd where that is right: MERGE would lock both ends for
long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import UTC, datetime
from typing import Any

import neo4j

from cypher import statement
from cypher.recount import Pair, lock_tracks, pairs_of, recount
from cypher.revisions import Act, write_revisions
from graph_model.errors import Conflict, MergedAway
from ingestion.acts import joined_act, written_act
from ingestion.aliases import refuse_gone, tie_aliases
from ingestion.attestation import attested_anew, replaced, write_attestations
from ingestion.batch import Batch, ReadySet
from ingestion.change import Change, OldPlay, OldSet
from ingestion.keys import Key
from ingestion.known_sets import KnownSet, asking_within, known_sets
from ingestion.measures import forget_measures, keep_measures, measure_rows, measured_tracks
from ingestion.resolution.exact import DECIDED_BY
from ingestion.set_plan import SetPlan, held

JOINED_BY = "set-match"


class SetWriter:
    """Writes one batch within a transaction that is handed in."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, ids: Mapping[Key, str], plan: SetPlan) -> None:
        self._transaction, self._ids, self._plan = transaction, ids, plan

    async def write(self, batch: Batch, actor: str) -> list[Act]:
        """Write the sets that differ from what the graph holds, and say what was done.

        Raises Conflict where the plan has been overtaken by what others wrote.
        """
        await held(self._transaction, self._plan, batch.sets)
        old = await self._old_sets(batch.sets)
        known = await self._records(old.values())
        new = [ready for ready in batch.sets if not _is_held(ready, old.get(ready.key), known)]
        leading = [ready for ready in new if _leads(ready, old.get(ready.key), known)]
        changes = [self._change(ready, old.get(ready.key), known) for ready in leading]
        joins = [attested_anew(ready, known[old[ready.key].uid]) for ready in new if ready not in leading]
        if not new:
            return []
        await self._join(new, old)
        if changes:
            await self._write_changes(changes)
        await write_attestations(self._transaction, [*replaced(changes, known), *joins])
        acts = [
            *map(written_act, changes),
            *(joined_act(ready, old[ready.key]) for ready in new if ready not in leading),
        ]
        await write_revisions(self._transaction, acts, actor)
        return acts

    def _change(self, ready: ReadySet, old: OldSet | None, known: Mapping[str, KnownSet]) -> Change:
        if self._plan.attests(ready):  # it was to attest, and its names were not resolved
            raise Conflict
        overtakes = old is not None and old.uid in known and known[old.uid].lead.source != ready.seen.source
        return Change(ready, old, self._ids, overtakes=overtakes)

    async def _write_changes(self, changes: Sequence[Change]) -> None:
        measured = await measured_tracks(self._transaction, _former_observations(changes))
        pairs, tracks = await self._lock(changes, measured)
        await self._write_heads(changes)
        await self._write_plays(changes)
        await self._write_facts(changes)
        measured |= await self._write_measures(changes)
        await recount(self._transaction, pairs, tracks, measured)

    async def _join(self, new: Sequence[ReadySet], old: Mapping[Key, OldSet]) -> None:
        """Let the keys of sets that others told of first lead there."""
        joins = [(ready.key, *self._plan.joins[ready.key]) for ready in new if ready.key in self._unlinked]
        rows = [[key.value, old[key].uid, match.probability] for key, _, match in joins]
        await self._run("joined_keys", rows, decided_by=JOINED_BY, at=datetime.now(UTC))

    async def _records(self, old: Iterable[OldSet]) -> dict[str, KnownSet]:
        """The records of the known sets; one without other sources has none but its own."""
        ids = [each.uid for each in old] if self._plan.others else []
        return await known_sets(asking_within(self._transaction), ids)

    async def _run(self, name: str, rows: Sequence[Any], parameter: str = "rows", **others: Any) -> list[list[Any]]:
        """Ask one question, unless there is nothing to ask about."""
        if not rows:
            return []
        result = await self._transaction.run(statement(f"load/{name}"), {parameter: rows, **others})
        return [list(record.values()) async for record in result]

    async def _old_sets(self, sets: Sequence[ReadySet]) -> dict[Key, OldSet]:
        """Lock the keys and Setlists; what the graph holds of those that are known."""
        keys = {ready.key.value: ready.key for ready in sets}
        known = {uid: keys[value] for value, uid in await self._run("set_keys", sorted(keys), "keys")}
        joins = {key: uid for key, (uid, _) in self._plan.joins.items() if key in keys.values()}
        self._unlinked = joins.keys() - set(known.values())
        known |= {joins[key]: key for key in self._unlinked}
        ids = sorted(known)
        await self._run("lock_setlists", ids, "ids")
        heads = await self._run("setlists", ids, "ids")
        plays: dict[str, list[OldPlay]] = {uid: [] for uid in ids}
        for setlist, *play in await self._run("old_plays", ids, "ids"):
            plays[setlist].append(OldPlay(*play))
        if len(heads) < len(ids):  # a set that was to be joined is gone
            raise Conflict
        return {known[uid]: OldSet(uid, title, seen, tuple(plays[uid])) for uid, title, seen, _ in heads}

    async def _lock(self, changes: Sequence[Change], measured: Set[str]) -> tuple[set[Pair], set[str]]:
        """Share the aliases and lock the Tracks, those that were measured too; the pairs and Tracks to recount.

        Raises MergedAway where a curator has merged one of them since the load met it.
        """
        pairs = await tie_aliases(self._transaction, changes)
        await refuse_gone(self._transaction, {uid for change in changes for uid in change.artists()})
        pairs |= await pairs_of(self._transaction, "load/old_pairs", [c.uid for c in changes if c.old])
        for change in changes:
            pairs |= change.pairs()
        tracks = {uid for change in changes for uid in change.tracks()}
        if gone := await lock_tracks(self._transaction, pairs, tracks | measured):
            raise MergedAway(gone)
        return pairs, tracks

    async def _write_heads(self, changes: Sequence[Change]) -> None:
        new = [_head(change) for change in changes if not change.old]
        await self._run("new_setlists", new, decided_by=DECIDED_BY, at=datetime.now(UTC))
        await self._run("changed_setlists", [_head(change) for change in changes if change.old])

    async def _write_plays(self, changes: Sequence[Change]) -> None:
        await self._run("removed_plays", [uid for change in changes for uid in change.removed_plays()], "ids")
        await self._run("kept_plays", [row for change in changes for row in change.kept_plays()])
        await self._run("overtaken_plays", [row for change in changes for row in change.overtaken_plays()])
        await self._run("moved_plays", [row for change in changes for row in change.moved_plays()])
        new = [[change.uid, *change.said_by, change.new_plays()] for change in changes]
        await self._run("plays", [row for row in new if row[-1]])
        await self._run("partial_credits", [row for change in changes for row in change.partial_credits()])
        await self._run("successions", [row for change in changes for row in change.successions()])

    async def _write_facts(self, changes: Sequence[Change]) -> None:
        await self._run("stale_facts", [_facts(change) for change in changes if change.old])
        old = [change.uid for change in changes if change.old]
        known = {tuple(fact) for fact in await self._run("known_facts", old, "ids")}
        for name, kind, rows in _new_facts(changes):
            await self._run(name, [row for row in rows if (row[0], kind, row[1]) not in known])

    async def _write_measures(self, changes: Sequence[Change]) -> set[str]:
        """Write what the records measured instead of what the older ones did; the Tracks that it is about."""
        await forget_measures(self._transaction, _former_observations(changes))
        rows = [row for change in changes for row in measure_rows(change.ready, self._ids)]
        await keep_measures(self._transaction, rows)
        return {row[1] for row in rows}


def _former_observations(changes: Sequence[Change]) -> list[str]:
    return [change.old.observation for change in changes if change.old]


def _is_held(ready: ReadySet, old: OldSet | None, known: Mapping[str, KnownSet]) -> bool:
    """Whether the graph is derived from this very record already."""
    if old is None:
        return False
    return known[old.uid].holds(ready.observation) if old.uid in known else old.observation == ready.observation


def _leads(ready: ReadySet, old: OldSet | None, known: Mapping[str, KnownSet]) -> bool:
    return old is None or old.uid not in known or known[old.uid].is_led_by(ready.seen)


def _new_facts(changes: Sequence[Change]) -> Iterator[tuple[str, str, list[list[Any]]]]:
    """Question, relationship type and rows of what the records say of the sets themselves."""
    yield "performers", "PERFORMED_BY", [[c.uid, *row, *c.said_by] for c in changes for row in c.performers()]
    yield "events", "AT", [[c.uid, uid, *c.said_by] for c in changes for uid in c.events()]
    series = [[c.uid, uid, c.ready.seen.episode, *c.said_by] for c in changes for uid in c.series()]
    yield "series", "PART_OF", series
    yield "tags", "TAGGED", [[c.uid, uid, *c.said_by] for c in changes for uid in c.tags()]


def _head(change: Change) -> dict[str, Any]:
    """A row of `load/new_setlists` and `load/changed_setlists`."""
    return {
        "key": change.ready.key.value,
        "id": change.uid,
        "observation": change.ready.observation,
        "confidence": change.ready.seen.confidence,
        "head": change.head(),
    }


def _facts(change: Change) -> dict[str, Any]:
    """A row of `load/stale_facts`: what the newer record says."""
    episode = change.ready.seen.episode or ""
    return {
        "id": change.uid,
        "artists": change.performers(),
        "events": change.events(),
        "series": [[uid, episode] for uid in change.series()],
        "tags": change.tags(),
    }
