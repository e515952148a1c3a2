"""What the Revisions of a load say of each set: the state before and after, as far as no Observation has it."""

from __future__ import annotations

from typing import Any

from cypher.revisions import Act
from ingestion.batch import ReadySet
from ingestion.change import Change, OldSet


def written_act(change: Change) -> Act:
    """What the Revision says: the rest stands in the Observations."""
    old, after = change.old, _after(change.ready)
    if not old:
        return Act("load_set", change.uid, None, after, key=change.ready.key)
    before = {"observation": old.observation, "title": old.title, "plays": len(old.plays)}
    removed = set(change.removed_plays())
    before["removed"] = [play.text for play in old.plays if play.uid in removed]
    return Act("update_set", change.uid, before, after, key=change.ready.key)


def joined_act(ready: ReadySet, old: OldSet) -> Act:
    """A record that attests: nothing of the set itself changes."""
    return Act("join_set", old.uid, {"observation": old.observation}, _after(ready), key=ready.key)


def _after(ready: ReadySet) -> dict[str, Any]:
    return {"observation": ready.observation, "title": ready.seen.title, "plays": len(ready.seen.rows)}
