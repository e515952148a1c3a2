"""A merge taken back: the node stands again under its old id, with all that the merge had moved."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import UTC, datetime
from typing import Any

import neo4j

from curation.acts import RecordedAct, State, merges_into, refuse_merged_survivor
from curation.links import (
    ALWAYS_MOVED,
    Link,
    create_links,
    from_json,
    links_of,
    move_links,
    moved_links,
    stored_link,
    undone_acts,
    up_to_date,
)
from curation.locks import (
    SETLISTS_OF_ARTISTS,
    hold_aliases,
    lock_around,
    lock_entities,
    lock_keys,
    lock_setlists,
    lock_sets_around,
    pairs_around,
    pairs_of_artists,
)
from curation.match_keys import part_keys
from curation.moves import Move, heir_move, heir_place, read_moves, undone, written
from curation.plays import keep_elsewhere
from curation.versions import groups_of, part_groups, tie_versions, tracks_of_groups
from cypher import statement
from cypher.recount import Pair, recount


class Separation:
    """One merge being taken back within a transaction."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, act: RecordedAct) -> None:
        self._transaction, self._act = transaction, act
        self.survivor: str = act.before["survivor"]
        self.merged: str = act.before["merged"]["id"]

    async def run(self) -> None:
        """All of it but the Revision. Raises CannotUndo where the survivor was merged away later."""
        await refuse_merged_survivor(self._transaction, self.survivor)
        await lock_keys(self._transaction, [self.survivor])
        await (self._tracks() if self._act.before["merged"]["label"] == "Track" else self._artists())

    async def tell_apart(self, revision: str, actor: str, reason: str) -> None:
        """Remember that the two are not the same."""
        said = {"by": actor, "at": datetime.now(UTC), "reason": reason or None, "revision": revision}
        text = statement("curation/tell_apart")
        await self._transaction.run(text, {"id": self.merged, "others": [self.survivor], **said})

    async def _tracks(self) -> None:
        pairs = await lock_sets_around(self._transaction, self._plays, self._around_plays)
        await refuse_merged_survivor(self._transaction, self.survivor)
        groups = set((await groups_of(self._transaction, [self.survivor])).values())
        plays = await self._plays()
        await self._restore()
        await part_keys(
            self._transaction, self.survivor, self._act.before.get("match_keys", "")
        )  # older acts gave none
        await keep_elsewhere(self._transaction, self._act.after["plays"], self._act.uid)
        pairs |= await pairs_around(self._transaction, plays)
        await part_groups(self._transaction, self._act.uid, self._act.before["regrouped"])
        groups |= set((await groups_of(self._transaction, [self.survivor, self.merged])).values())
        await tie_versions(self._transaction, groups)
        await recount(self._transaction, pairs, {self.survivor, self.merged})
        await self._transaction.run(statement("load/derived_measures"), ids=[self.survivor, self.merged])

    async def _around_plays(self) -> tuple[set[str], set[Pair]]:
        group = self._act.before["merged"]["said"].get("version_group")
        groups = {*(await groups_of(self._transaction, [self.survivor])).values(), group}
        tracks = {self.survivor} | await tracks_of_groups(self._transaction, groups)
        return tracks, await pairs_around(self._transaction, await self._plays())

    async def _plays(self) -> set[str]:
        links = await moved_links(self._transaction, self.survivor, self._act.uid)
        return {link.other for link in links if link.kind == "OF" and link.other}

    async def _artists(self) -> None:
        await lock_setlists(self._transaction, SETLISTS_OF_ARTISTS, [self.survivor])
        await hold_aliases(self._transaction)
        await refuse_merged_survivor(self._transaction, self.survivor)
        await lock_entities(self._transaction, [self.survivor])
        pairs = await lock_around(self._transaction, self._around_artists)
        await self._restore()
        await recount(self._transaction, pairs, ())

    async def _around_artists(self) -> tuple[set[str], set[Pair]]:
        links = await moved_links(self._transaction, self.survivor, self._act.uid)
        credited = {link.other for link in links if link.kind == "CREDITED_TO" and link.label == "Track" and link.other}
        return credited, await pairs_of_artists(self._transaction, [self.survivor])

    async def _restore(self) -> None:
        """The node, the ties that were moved to the survivor, and those that were left out."""
        said = await self._said()
        label = self._act.before["merged"]["label"]
        await self._transaction.run(statement("curation/create_entity"), label=label, said=said)
        back = await self._moved_back()
        await self._create_dropped(back)
        await self._inherit(back)
        await self._transaction.run(statement("curation/reopen"), ids=self._act.before["withdrawn"])
        # last: a seek for what this transaction has deleted may still come upon it, and fails
        await self._transaction.run(statement("curation/delete_redirect"), id=self.merged)

    async def _said(self) -> dict[str, Any]:
        """The node's properties; its group of versions as if merges that have been undone since had never been."""
        said = from_json(self._act.before["merged"]["said"])
        moves = read_moves(said.get("group_moves"))
        gone = await undone_acts(self._transaction, [move.revision for move in moves])
        while later := next((move for move in moves if move.revision in gone), None):
            moves, group = undone(moves, later.revision, chained=True)
            said |= {"version_group": group or None}
        return said | {"group_moves": written(moves)}

    async def _moved_back(self) -> list[tuple[Link, Move]]:
        """Move what still stands where the merge put it; each tie with the move that is undone."""
        rows: list[tuple[Link, list[Move]]] = []
        back: list[tuple[Link, Move]] = []
        for link in await moved_links(self._transaction, self.survivor, self._act.uid):
            rest, origin = undone(link.moves, self._act.uid, chained=link.kind == "OF")
            if origin == self.merged:
                rows.append((link, rest))
                back.append((link, next(move for move in link.moves if move.revision == self._act.uid)))
        await move_links(self._transaction, rows, self.survivor, self.merged)
        return back

    async def _create_dropped(self, back: Iterable[tuple[Link, Move]]) -> None:
        """Ties that were left out, but for those that the survivor had to have meanwhile: they came back."""
        there = {heir_place(move) for _, move in back}
        dropped = [stored_link(one) for at, one in enumerate(self._act.before["dropped"]) if at not in there]
        kept = await up_to_date(self._transaction, dropped)
        await create_links(self._transaction, self.merged, [link for link in kept if link.other != self.merged])

    async def _inherit(self, back: Iterable[tuple[Link, Move]]) -> None:
        """What the survivor loses now, but had from another merge as well, which left it out, it has from that one."""
        lost = {link.key for link, _ in back if link.key}
        held = await links_of(self._transaction, self.survivor, without=ALWAYS_MOVED)
        lost -= {claim for link in held for claim in link.claims}
        for revision, before in await merges_into(self._transaction, self.survivor):
            if before["survivor"] == self.survivor and revision != self._act.uid:
                lost -= await self._inherit_from(revision, before, lost)

    async def _inherit_from(self, revision: str, before: State, lost: set[Hashable]) -> set[Hashable]:
        """The keys of those lost ties which that merge had left out, and which the survivor has from it now."""
        found: dict[Hashable, Link] = {}
        for at, stored in enumerate(before["dropped"]):
            for link in await up_to_date(self._transaction, [stored_link(stored)]):
                if link.key in lost - found.keys() and link.other != self.survivor:
                    move = heir_move(revision, before["merged"]["id"], at)
                    found[link.key] = link.having([*link.moves, move], link.other)
        await create_links(self._transaction, self.survivor, found.values())
        return set(found)
