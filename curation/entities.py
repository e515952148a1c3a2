"""Which entity an id means now, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import neo4j

from cypher import Database, read, statement
from graph_model.errors import BadInput, NotFound
from graph_model.ids import label_of


class Now(NamedTuple):
    """Where an id leads: `moves` tell how a redirect came to lead there, None where the entity itself is there."""

    uid: str
    label: str
    moves: list[str] | None


async def where_now(transaction: neo4j.AsyncManagedTransaction, ids: Iterable[str]) -> dict[str, Now]:
    """Id → the entity that it means now; ids that lead nowhere are left out. An entity goes before a redirect."""
    result = await transaction.run(statement("curation/followed"), ids=sorted(set(ids)))
    found: dict[str, Now] = {}
    async for uid, now, label, moves in result:
        if uid not in found or moves is None:
            found[uid] = Now(now, label, moves)
    return found


async def followed(transaction: neo4j.AsyncManagedTransaction, label: str, uid: str) -> str:
    """The id of the entity that this id means now. Raises BadInput for another kind's id, NotFound."""
    if label_of(uid) not in (label, None):
        raise BadInput(f"{uid} is no id of a {label}")
    found = (await where_now(transaction, [uid])).get(uid)
    if found is None or found.label != label:
        raise NotFound(f"There is no {label} {uid}: it was deleted, or the id is mistyped")
    return found.uid


async def snapshot(transaction: neo4j.AsyncManagedTransaction, uid: str) -> tuple[str, dict[str, Any]]:
    """Label and properties of an entity that is locked."""
    result = await transaction.run(statement("curation/snapshot"), id=uid)
    row = await result.single(strict=True)
    return row["label"], row["said"]


async def history(database: Database, uid: str) -> list[dict[str, Any]]:
    """The Revisions that changed an entity, newest first; those of what was merged into it among them."""
    return await read(database, "curation/history", id=uid)
