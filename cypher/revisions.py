"""The Revisions of a transaction: who changed which entities, with the state before and after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

import neo4j

from cypher.files import statement
from graph_model.ids import new_id


@dataclass(frozen=True, slots=True)
class Act:
    """One change. `entity`: what it is about; a set's state is what its Observation does not say already."""

    action: str
    entity: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    others: tuple[str, ...] = ()
    """Further entities that it changed."""
    uid: str = field(default_factory=partial(new_id, "Revision"))
    key: tuple[str, str] | None = None
    """By which key, scheme and value, a set was told of."""

    def row(self) -> dict[str, Any]:
        """A row of `load/revisions`."""
        return {
            "id": self.uid,
            "changed": list(dict.fromkeys((self.entity, *self.others))),
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
