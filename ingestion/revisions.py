"""The Revisions of a transaction: who changed which set, with the state before and after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import neo4j

from cypher import statement
from graph_model.ids import new_id


@dataclass(frozen=True, slots=True)
class Act:
    """One set that was loaded, updated or deleted; a state is what its Observation does not say already."""

    action: str
    setlist: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def row(self) -> dict[str, Any]:
        """A row of `load/revisions`."""
        return {
            "id": new_id("Revision"),
            "setlist": self.setlist,
            "action": self.action,
            "before": _compact(self.before),
            "after": _compact(self.after),
        }


async def write_revisions(
    transaction: neo4j.AsyncManagedTransaction, acts: Sequence[Act], actor: str, reason: str | None = None
) -> None:
    """Write one Revision for each act: the last thing in a transaction, for the counter is locked from here on."""
    rows = [act.row() for act in acts]
    await transaction.run(
        statement("load/revisions"), rows=rows, actor=actor, reason=reason or None, at=datetime.now(UTC)
    )


def _compact(state: dict[str, Any] | None) -> str | None:
    return json.dumps(state, ensure_ascii=False, separators=(",", ":")) if state else None
