"""Undo: an act of a curator as if it had never been, in whatever order acts are undone."""

from __future__ import annotations

import neo4j

from curation.acts import RecordedAct, standing_act
from curation.locks import lock_entities, settled
from curation.plays import undo_repoint
from curation.review import reopen, undo_rejection
from curation.separation import Separation
from cypher import Database, statement
from cypher.revisions import Act, write_revisions
from graph_model.ids import new_id
from graph_model.ports import Curated


async def undo(database: Database, revision: str, *, actor: str, reason: str = "") -> Curated:
    """Take back a merge, a re-pointing of Plays or a decision of a review item; the rest of the graph stays.

    What was moved and still stands where the act put it goes back; what later acts or loads have moved on stays there.
    Two that were merged, not by accepting a review item, are remembered as different. Raises NotFound, BadInput (no
    act of a curator), CannotUndo (undone already, or a later act stands on it: undo that first), Conflict.
    """

    async def work(transaction: neo4j.AsyncManagedTransaction) -> Curated:
        await standing_act(transaction, revision)
        await lock_entities(transaction, [revision])
        act = await standing_act(transaction, revision)
        uid = new_id("Revision")
        entities, item = await _taken_back(transaction, act, uid, (actor, reason))
        undoing = Act("undo", entities[0], {"undone": revision, "action": act.action}, None, tuple(entities[1:]), uid)
        await write_revisions(transaction, [undoing], actor, reason)
        await transaction.run(statement("curation/undoes"), undo=uid, revision=revision)
        await transaction.run(statement("curation/emptied"), ids=entities, undone=revision)
        return Curated(uid, tuple(entities), item)

    return await settled(database, work)


async def _taken_back(
    transaction: neo4j.AsyncManagedTransaction, act: RecordedAct, uid: str, said: tuple[str, str]
) -> tuple[list[str], str | None]:
    """The entities that the undo touches, and the review item that it opens again."""
    item: str = act.before.get("item", "")
    if act.action == "repoint_plays":
        return await undo_repoint(transaction, act), None
    if "merged" not in act.before:
        entity = await undo_rejection(transaction, act.uid, item, act.before)
        return [entity, item], item
    separation = Separation(transaction, act)
    await separation.run()
    entities = [separation.survivor, separation.merged]
    if item:
        await reopen(transaction, item)
        return [*entities, item], item
    await separation.tell_apart(uid, *said)
    return entities, None
