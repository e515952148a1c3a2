"""Two nodes that are one: all that was tied to the one is tied to the other, and its id leads there from then on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import neo4j

from curation.entities import followed, snapshot
from curation.links import ALWAYS_MOVED, Link, links_of, move_links, split, to_json
from curation.locks import (
    SETLISTS_OF_ARTISTS,
    Unsettled,
    found_setlists,
    hold_aliases,
    lock_around,
    lock_entities,
    lock_keys,
    lock_setlists,
    lock_sets_around,
    pairs_around,
    pairs_of_artists,
    settled,
)
from curation.match_keys import join_keys
from curation.moves import MERGE, Move, written
from curation.versions import groups_of, join_groups, tie_versions, tracks_of_groups
from cypher import Database, statement
from cypher.recount import Pair, recount
from cypher.revisions import Act, write_revisions
from graph_model.errors import BadInput, KnownDifferent
from graph_model.ids import new_id
from graph_model.ports import Curated

ACTIONS = {"Track": "merge_tracks", "Artist": "merge_artists"}


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is to become one: `merged` goes, `survivor` stays; `force` overrules who said that they differ."""

    label: str
    survivor: str
    merged: str
    force: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """What a merge did, as its Revision keeps it."""

    survivor: str
    before: dict[str, Any]
    after: dict[str, Any]


async def merge_tracks(
    database: Database, survivor: str, merged: str, *, actor: str, reason: str = "", force: bool = False
) -> Curated:
    """Make one of two Tracks, in one transaction with its Revision; ids that were merged away before are followed.

    Raises NotFound, BadInput (they are one already, or no Tracks), KnownDifferent, Conflict (others change them all the
    time), Unavailable, TimedOut.
    """
    return await _merge(database, Pairing("Track", survivor, merged, force), actor, reason)


async def merge_artists(
    database: Database, survivor: str, merged: str, *, actor: str, reason: str = "", force: bool = False
) -> Curated:
    """Make one of two Artists; else as `merge_tracks`."""
    return await _merge(database, Pairing("Artist", survivor, merged, force), actor, reason)


async def _merge(database: Database, pairing: Pairing, actor: str, reason: str) -> Curated:
    async def work(transaction: neo4j.AsyncManagedTransaction) -> Curated:
        revision = new_id("Revision")
        union = await unite(transaction, pairing, revision, actor)
        act = Act(ACTIONS[pairing.label], union.survivor, union.before, union.after, uid=revision)
        await write_revisions(transaction, [act], actor, reason)
        return Curated(revision, (union.survivor,))

    return await settled(database, work)


async def unite(transaction: neo4j.AsyncManagedTransaction, pairing: Pairing, revision: str, actor: str) -> Union:
    """The merge within a transaction; `revision`: the id under which it will be written. Raises as `merge_tracks`."""
    pair = await _found(transaction, pairing)
    await lock_keys(transaction, [pair.survivor, pair.merged])
    if await _found(transaction, pairing) != pair:
        raise Unsettled
    fold = _Fold(transaction, pair, revision, actor)
    return await (fold.tracks() if pair.label == "Track" else fold.artists())


async def _found(transaction: neo4j.AsyncManagedTransaction, pairing: Pairing) -> Pairing:
    """The pairing with the ids that they have now."""
    survivor = await followed(transaction, pairing.label, pairing.survivor)
    merged = await followed(transaction, pairing.label, pairing.merged)
    if survivor == merged:
        raise BadInput(f"{pairing.survivor} and {pairing.merged} are one already: {survivor}")
    return replace(pairing, survivor=survivor, merged=merged)


class _Fold:
    """One merge under way: locks, then ties, then what is derived."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, pair: Pairing, revision: str, actor: str) -> None:
        self._transaction, self._pair, self._revision, self._actor = transaction, pair, revision, actor
        self._ends = pair.survivor, pair.merged
        self._both = set(self._ends)

    async def tracks(self) -> Union:
        """Two Tracks."""
        pairs = await lock_sets_around(self._transaction, self._plays, self._around_plays)
        groups = (await groups_of(self._transaction, self._both)).values()
        union = await self._move()
        pairs |= await pairs_around(self._transaction, union.after["plays"])
        await tie_versions(self._transaction, groups)
        await recount(self._transaction, pairs, {self._pair.survivor})
        await self._transaction.run(statement("load/derived_measures"), ids=[self._pair.survivor])
        return union

    async def _around_plays(self) -> tuple[set[str], set[Pair]]:
        groups = (await groups_of(self._transaction, self._both)).values()
        tracks = self._both | await tracks_of_groups(self._transaction, groups)
        return tracks, await pairs_around(self._transaction, await self._plays())

    async def _plays(self) -> set[str]:
        return set(_others(await links_of(self._transaction, self._pair.merged), "OF"))

    async def artists(self) -> Union:
        """Two Artists: whoever plays under one of their names is counted anew."""
        setlists = await lock_setlists(self._transaction, SETLISTS_OF_ARTISTS, self._both)
        await hold_aliases(self._transaction)
        await lock_entities(self._transaction, self._both)
        if await found_setlists(self._transaction, SETLISTS_OF_ARTISTS, self._both) - setlists:
            raise Unsettled
        pairs = await lock_around(self._transaction, self._around_artists)
        union = await self._move()
        await recount(self._transaction, pairs, ())
        return union

    async def _around_artists(self) -> tuple[set[str], set[Pair]]:
        links = await links_of(self._transaction, self._pair.merged)
        credited = {link.other for link in links if link.kind == "CREDITED_TO" and link.label == "Track" and link.other}
        return credited, await pairs_of_artists(self._transaction, self._both)

    async def _move(self) -> Union:
        """All ties to the survivor; the merged node goes, its id leads on."""
        pair, run = self._pair, self._transaction.run
        if not pair.force:
            await _refuse_distinct(self._transaction, pair)
        label, said = await snapshot(self._transaction, pair.merged)
        held = await links_of(self._transaction, pair.survivor, without=ALWAYS_MOVED)
        moving, dropped = split(await links_of(self._transaction, pair.merged), held, pair.survivor)
        move = Move(MERGE, self._revision, pair.merged)
        rows = [(link, [*link.moves, move]) for link in moving]
        await move_links(self._transaction, rows, pair.merged, pair.survivor)
        is_track = pair.label == "Track"
        regrouped = await join_groups(self._transaction, self._revision, *self._ends) if is_track else []
        given = await join_keys(self._transaction, pair.survivor, said.get("match_keys")) if is_track else ""
        await run(statement("curation/delete_entity"), id=pair.merged)
        leads = {"id": pair.merged, "survivor": pair.survivor, "moves": written([move])}
        await run(statement("curation/redirect"), {**leads, "by": self._actor, "at": datetime.now(UTC)})
        before = {
            "merged": {"id": pair.merged, "label": label, "said": to_json(said)},
            "survivor": pair.survivor,
            "dropped": [link.stored() for link in dropped],
            "regrouped": regrouped,
            "match_keys": given,
            "withdrawn": await self._withdrawn([*moving, *dropped]),
        }
        after = {"moved": dict(Counter(link.kind for link in moving)), "plays": _others(moving, "OF")}
        return Union(pair.survivor, before, after)

    async def _withdrawn(self, links: Sequence[Link]) -> list[str]:
        """Open review items about what is gone, or without any candidate now."""
        asked = {"about": _others(links, "ABOUT"), "candidates": _others(links, "CANDIDATE")}
        now = {"by": self._actor, "at": datetime.now(UTC)}
        result = await self._transaction.run(statement("curation/withdraw"), {**asked, **now})
        return sorted([uid async for (uid,) in result])


def _others(links: Sequence[Link], kind: str) -> list[str]:
    """The other ends of ties of that kind."""
    return sorted(link.other for link in links if link.kind == kind and link.other)


async def _refuse_distinct(transaction: neo4j.AsyncManagedTransaction, pair: Pairing) -> None:
    result = await transaction.run(statement("curation/distinct"), one=pair.survivor, other=pair.merged)
    said = await result.single()
    if said is not None:
        why = f" ({said['reason']})" if said["reason"] else ""
        raise KnownDifferent(
            f"{said['by']} decided that {pair.survivor} and {pair.merged} are not the same{why}; "
            "merge them with force to overrule that"
        )
