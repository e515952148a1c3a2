"""Review items: what a matcher left unsure. It opens them, a person decides, and a decision can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import neo4j

from curation.entities import where_now
from curation.links import Link, create_links, links_of, stored_link, up_to_date
from curation.locks import lock_entities, settled
from curation.merge import Pairing, unite
from cypher import Database, statement
from cypher.revisions import Act, write_revisions
from graph_model.errors import BadInput, CannotUndo, Conflict, NotFound
from graph_model.ids import label_of, new_id
from graph_model.ports import Curated

Candidate = tuple[str, float, Sequence[str]]
"""Id, the probability that it is the same, the strongest reasons."""


@dataclass(frozen=True, slots=True)
class NewReviewItem:
    """What a matcher asks. `kind`: track or artist; `entity`: the id in question; `text`: what was printed."""

    kind: str
    entity: str
    text: str
    probability: float
    matcher: str
    observation: str | None
    candidates: Sequence[Candidate]

    def row(self) -> dict[str, Any]:
        """A row of `curation/open_items`, the likeliest candidate first."""
        ranked = sorted(self.candidates, key=lambda each: (-each[1], each[0]))
        return {
            "id": new_id("ReviewItem"),
            "entity": self.entity,
            "said": {
                "kind": self.kind,
                "text": self.text,
                "probability": self.probability,
                "matcher": self.matcher,
                "observation": self.observation,
            },
            "candidates": [[uid, rank, sure, list(why)] for rank, (uid, sure, why) in enumerate(ranked, 1)],
        }


async def open_items(transaction: neo4j.AsyncManagedTransaction, items: Sequence[NewReviewItem]) -> set[str]:
    """Open review items within a transaction; the ids of the entities that have a new one.

    An entity that has an open item keeps that one alone. A candidate that somebody has told apart from the entity is
    left out, and an item without any candidate is not opened.
    """
    rows = [item.row() for item in sorted(items, key=lambda item: item.entity)]
    result = await transaction.run(statement("curation/open_items"), rows=rows, at=datetime.now(UTC))
    return {uid async for (uid,) in result}


async def accept(
    database: Database, item: str, candidate: str | None = None, *, actor: str, reason: str = ""
) -> Curated:
    """The entity in question is that candidate: merge it into it. Without a candidate: the likeliest.

    Raises NotFound, BadInput (no candidate of the item), Conflict (it is decided already), KnownDifferent.
    """

    async def work(transaction: neo4j.AsyncManagedTransaction) -> Curated:
        asked = await _open(transaction, item)
        chosen = await _candidate(transaction, asked, candidate) if candidate else asked.likeliest
        revision = new_id("Revision")
        await _decide(transaction, asked, "accepted", actor)
        pairing = Pairing(str(label_of(asked.entity)), chosen, asked.entity)
        union = await unite(transaction, pairing, revision, actor)
        act = Act("accept_review", union.survivor, {**union.before, "item": item}, union.after, (item,), revision)
        await write_revisions(transaction, [act], actor, reason)
        return Curated(revision, (union.survivor,), item)

    return await settled(database, work)


async def reject(
    database: Database, item: str, candidate: str | None = None, *, actor: str, reason: str = ""
) -> Curated:
    """The entity in question is none of the candidates, or not that one: remembered, so that no matcher asks again.

    Raises NotFound, BadInput, Conflict.
    """
    return await _reject(database, (item, candidate), "reject_review", actor, reason)


async def as_new(database: Database, item: str, *, actor: str, reason: str = "") -> Curated:
    """The entity in question is one of its own: none of the candidates. Raises NotFound, Conflict."""
    return await _reject(database, (item, None), "decide_new", actor, reason)


async def _reject(database: Database, what: tuple[str, str | None], action: str, actor: str, reason: str) -> Curated:
    item, candidate = what

    async def work(transaction: neo4j.AsyncManagedTransaction) -> Curated:
        asked = await _open(transaction, item)
        chosen = [await _candidate(transaction, asked, candidate)] if candidate else asked.candidates
        state = "open" if set(chosen) < set(asked.candidates) else "rejected"
        revision, now = new_id("Revision"), datetime.now(UTC)
        await lock_entities(transaction, [asked.entity, *chosen])
        said = {"by": actor, "at": now, "reason": reason or None, "revision": revision}
        others = {"id": asked.entity, "others": chosen}
        await transaction.run(statement("curation/tell_apart"), {**others, **said})
        dropped = [link for link in asked.links if link.other in chosen] if state == "open" else []
        await transaction.run(statement("curation/delete_links"), elements=[link.element for link in dropped])
        if state == "rejected":
            await _decide(transaction, asked, state, actor)
        before = {"item": item, "candidates": [link.stored() for link in dropped]}
        act = Act(action, asked.entity, before, {"apart": chosen}, (item, *chosen), revision)
        await write_revisions(transaction, [act], actor, reason)
        return Curated(revision, (asked.entity,), item)

    return await settled(database, work)


async def undo_rejection(
    transaction: neo4j.AsyncManagedTransaction, revision: str, item: str, state: dict[str, Any]
) -> str:
    """The candidates may be the same again; the id of the entity in question. Raises CannotUndo."""
    await lock_entities(transaction, [item])
    dropped = await up_to_date(transaction, map(stored_link, state["candidates"]))
    await create_links(transaction, item, dropped)
    entity = await reopen(transaction, item)
    await transaction.run(statement("curation/forget_distinct"), id=entity, revision=revision)
    return entity


async def reopen(transaction: neo4j.AsyncManagedTransaction, item: str) -> str:
    """Open a decided item again; the id of the entity in question. Raises CannotUndo."""
    result = await transaction.run(statement("curation/reopen_item"), id=item)
    row = await result.single()
    if row is None:
        raise CannotUndo(f"What the review item {item} asks about is gone: there is nothing left to decide")
    if row["rival"]:
        raise CannotUndo(f"{row['entity']} has another open review item, {row['rival']}: decide that one")
    return str(row["entity"])


@dataclass(frozen=True, slots=True)
class Asked:
    """An open item that is locked. `links`: its candidates, the likeliest first."""

    uid: str
    entity: str
    links: Sequence[Link]

    @property
    def candidates(self) -> list[str]:
        """Their ids."""
        return [link.other for link in self.links if link.other]

    @property
    def likeliest(self) -> str:
        """The id of the first."""
        return self.candidates[0]


async def _open(transaction: neo4j.AsyncManagedTransaction, item: str) -> Asked:
    """Lock an open item. Raises NotFound, Conflict."""
    result = await transaction.run(statement("curation/item"), id=item)
    row = await result.single()
    if row is None:
        raise NotFound(f"There is no review item {item}")
    if row["state"] != "open":
        raise Conflict(f"The review item {item} was {row['state']} by {row['by']} already; undo that first")
    links = await links_of(transaction, item)
    ranked = sorted((link for link in links if link.kind == "CANDIDATE"), key=lambda link: int(link.said["rank"]))
    about = next((link.other for link in links if link.kind == "ABOUT"), None)
    if about is None or not ranked:
        raise Conflict(f"What the review item {item} asks about is gone: withdraw it")
    return Asked(item, about, ranked)


async def _candidate(transaction: neo4j.AsyncManagedTransaction, asked: Asked, uid: str) -> str:
    """The candidate that this id means now. Raises BadInput."""
    now = (await where_now(transaction, [uid])).get(uid)
    if now is None or now.uid not in asked.candidates:
        raise BadInput(f"{uid} is no candidate of {asked.uid}: it has {', '.join(asked.candidates)}")
    return now.uid


async def _decide(transaction: neo4j.AsyncManagedTransaction, asked: Asked, state: str, actor: str) -> None:
    now = datetime.now(UTC)
    await transaction.run(statement("curation/decide"), id=asked.uid, state=state, by=actor, at=now)
