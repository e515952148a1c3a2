"""What is tied to an entity: which ties a merge moves, and which it leaves out since the survivor has the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import neo4j
from neo4j.time import DateTime

from curation.entities import Now, where_now
from curation.moves import Move, read_moves, undone, written
from cypher import statement

ALWAYS_MOVED = ("OF", "IDENTIFIES", "MEASURED")
"""Each Play and each key leads to one entity; an Observation may measure one Track more than once."""
TOLD_APART_BY = {"CREDITED_TO": "role", "PERFORMED_BY": "role", "RELEASED_ON": "catalog_number"}
"""Two ties to the same end that differ in this say different things."""
WITHOUT_DIRECTION = ("ALIAS_OF", "DISTINCT_FROM")


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship as seen from one of its ends. `leaves`: it starts there; `label`, `other`: the other end."""

    kind: str
    leaves: bool
    label: str
    other: str | None
    said: dict[str, Any]
    element: str = field(default="", compare=False)
    """Its id in this transaction."""

    @property
    def key(self) -> Hashable:
        """Equal for ties that say the same of an entity; None for one that is always moved."""
        if self.kind in ALWAYS_MOVED:
            return None
        leaves = None if self.kind in WITHOUT_DIRECTION else self.leaves
        return self.kind, leaves, self.other, self.said.get(TOLD_APART_BY.get(self.kind, ""))

    @property
    def claims(self) -> set[Hashable]:
        """Keys that no other tie of the entity may have: what a review item asks about is no candidate of it."""
        claimed = {self.key}
        if self.kind == "ABOUT":
            claimed.add(replace(self, kind="CANDIDATE").key)
        return claimed - {None}

    @property
    def moves(self) -> list[Move]:
        """How it came to where it stands."""
        return read_moves(self.said.get("moves"))

    @property
    def words(self) -> dict[str, Any]:
        """What it says, apart from how it came here."""
        return {name: value for name, value in self.said.items() if name != "moves"}

    def having(self, moves: Sequence[Move], other: str | None) -> Link:
        """The same with these moves and that other end."""
        said = self.words | ({"moves": written(moves)} if moves else {})
        return replace(self, other=other, said=said)

    def stored(self) -> list[Any]:
        """As a Revision keeps it."""
        return [self.kind, self.leaves, self.label, self.other, to_json(self.said)]

    def row(self) -> dict[str, Any]:
        """A row of `curation/create_links`."""
        return {"kind": self.kind, "leaves": self.leaves, "other": self.other, "said": self.said}


def stored_link(stored: Sequence[Any]) -> Link:
    """The reverse of `stored`."""
    kind, leaves, label, other, said = stored
    return Link(kind, leaves, label, other, from_json(said))


def split(links: Iterable[Link], held: Iterable[Link], survivor: str) -> tuple[list[Link], list[Link]]:
    """The ties to move to the survivor, and those to leave out: it holds the same, or they tie it to itself."""
    taken = {claim for link in held for claim in link.claims}
    moving: list[Link] = []
    dropped: list[Link] = []
    for link in sorted(links, key=lambda each: (each.kind, str(each.other), str(each.said))):
        if link.other == survivor or link.key in taken:
            dropped.append(link)
        else:
            taken |= link.claims
            moving.append(link)
    return moving, dropped


async def links_of(transaction: neo4j.AsyncManagedTransaction, uid: str, *, without: Sequence[str] = ()) -> list[Link]:
    """All ties of a Track, Artist or review item but the derived ones, and but those of the kinds `without`."""
    result = await transaction.run(statement("curation/links"), id=uid, without=list(without))
    return [_link(row) async for row in result]


async def moved_links(transaction: neo4j.AsyncManagedTransaction, uid: str, revision: str) -> list[Link]:
    """The ties of an entity that this act has moved."""
    result = await transaction.run(statement("curation/moved_links"), id=uid, revision=revision)
    return [_link(row) async for row in result]


async def move_links(
    transaction: neo4j.AsyncManagedTransaction, rows: Sequence[tuple[Link, list[Move]]], origin: str, target: str
) -> None:
    """Move ties from one entity to another, each with the moves that it has from then on."""
    placed = [[link.element, written(moves)] for link, moves in rows]
    await transaction.run(statement("curation/move_links"), {"rows": placed, "from": origin, "to": target})


async def create_links(transaction: neo4j.AsyncManagedTransaction, uid: str, links: Iterable[Link]) -> None:
    """Tie an entity to others."""
    await transaction.run(statement("curation/create_links"), id=uid, rows=[link.row() for link in links])


async def up_to_date(transaction: neo4j.AsyncManagedTransaction, links: Iterable[Link]) -> list[Link]:
    """Ties that a Revision has kept, with their other ends where they belong now; left out where nothing is there.

    Since then the other end may have been merged away, or a merge that had moved the tie may have been undone.
    """
    kept = list(links)
    gone = await undone_acts(transaction, {move.revision for link in kept for move in link.moves})
    back = [_without(link, gone) for link in kept]
    now = await where_now(transaction, {link.other for link in back if link.other})
    return [_followed(link, now[link.other]) for link in back if link.other in now]


def _without(link: Link, gone: set[str]) -> Link:
    """The tie as if these acts had never been: they moved its other end."""
    for move in reversed([move for move in link.moves if move.revision in gone]):
        rest, origin = undone(link.moves, move.revision, chained=False)
        link = link.having(rest, origin)
    return link


def _followed(link: Link, now: Now) -> Link:
    return link.having([*link.moves, *read_moves(now.moves)], now.uid)


async def undone_acts(transaction: neo4j.AsyncManagedTransaction, revisions: Iterable[str]) -> set[str]:
    """Those of these acts that have been undone."""
    result = await transaction.run(statement("curation/undone"), ids=sorted(revisions))
    return {uid async for (uid,) in result}


def _link(row: neo4j.Record) -> Link:
    return Link(row["kind"], row["leaves"], row["label"], row["other"], row["said"], row["element"])


def to_json(said: dict[str, Any]) -> dict[str, Any]:
    """Properties as JSON holds them; a time is `{"at": …}`."""
    return {name: {"at": value.iso_format()} if isinstance(value, DateTime) else value for name, value in said.items()}


def from_json(said: dict[str, Any]) -> dict[str, Any]:
    """The reverse."""
    return dict(_from_json(said))


def _from_json(said: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in said.items():
        # Python's, since the driver's own DateTime would come back with another kind of zone
        yield name, datetime.fromisoformat(value["at"]) if isinstance(value, dict) else value
