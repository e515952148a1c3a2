"""Acts of curators as their Revisions keep them: what can be undone, and what stands in the way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import neo4j

from curation.entities import where_now
from cypher import statement
from graph_model.errors import BadInput, CannotUndo, NotFound

UNDOABLE = (
    "merge_tracks",
    "merge_artists",
    "repoint_plays",
    "accept_review",
    "reject_review",
    "decide_new",
)
State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """A Revision of a curator."""

    uid: str
    action: str
    before: State
    after: State


async def standing_act(transaction: neo4j.AsyncManagedTransaction, uid: str) -> RecordedAct:
    """An act that can be undone. Raises NotFound, BadInput (an act of another kind), CannotUndo (it is undone)."""
    result = await transaction.run(statement("curation/revision"), id=uid)
    row = await result.single()
    if row is None:
        raise NotFound(f"There is no Revision {uid}")
    if row["action"] not in UNDOABLE:
        raise BadInput(f"{uid} is {row['action']}: only {', '.join(UNDOABLE)} can be undone")
    if row["undone_by"]:
        raise CannotUndo(f"{uid} is undone already, by {row['undone_by']}")
    return RecordedAct(uid, row["action"], json.loads(row["before"] or "{}"), json.loads(row["after"] or "{}"))


async def merges_into(transaction: neo4j.AsyncManagedTransaction, uid: str) -> list[tuple[str, State]]:
    """(Revision, its state before) of the merges that still stand and whose outcome is part of this entity."""
    result = await transaction.run(statement("curation/merges_into"), id=uid)
    return [(revision, json.loads(before)) async for revision, before in result]


async def refuse_merged_survivor(transaction: neo4j.AsyncManagedTransaction, survivor: str) -> None:
    """Raises CannotUndo where the survivor was itself merged away, NotFound where it is gone altogether."""
    now = (await where_now(transaction, [survivor])).get(survivor)
    if now is None:
        raise NotFound(f"{survivor} is gone: there is nothing to take apart")
    if now.uid == survivor:
        return
    merges = await merges_into(transaction, now.uid)
    later = next((uid for uid, before in merges if before["merged"]["id"] == survivor), "that merge")
    raise CannotUndo(f"{survivor} was itself merged into {now.uid} later: undo {later} first")
