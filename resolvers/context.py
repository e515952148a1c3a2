"""What resolvers are handed: the services that `server.py` wired, and who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import GraphQLResolveInfo

from cypher.session import Database, read_value
from graph_model.errors import Unauthorized
from graph_model.ports import Curator, MatchExplainer, SetKeeper
from resolvers.compiler.catalog import Catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.compiler.plan import RootPlan, plan_expansion, plan_root
from resolvers.compiler.selections import Selected, Selections
from resolvers.compiler.shaping import MissingValue, answer
from resolvers.http.message import Caller


@dataclass(frozen=True, slots=True)
class Services:
    """Wired once."""

    catalog: Catalog
    database: Database
    signer: CursorSigner
    sets: SetKeeper
    curator: Curator
    matches: MatchExplainer
    most_nodes: int


@dataclass(frozen=True, slots=True)
class Context:
    """One request's."""

    services: Services
    caller: Caller

    def actor(self) -> str:
        """Who writes. Raises Unauthorized without a key."""
        if self.caller.key_name is None:
            raise Unauthorized
        return f"key:{self.caller.key_name}"

    async def stitched(self, info: Info) -> Any:
        """The shaped value of a stitched root field."""
        return await self._run(
            plan_root(self.services.catalog, self._selections(info), _selected(info), self.services.signer), info
        )

    async def expanded(self, info: Info, kind: str, ids: list[str]) -> list[Any]:
        """The nodes with these ids, in that order, with what the client selects of them: one statement."""
        plan = plan_expansion(
            self.services.catalog, self._selections(info), _selected(info), (kind, ids), self.services.signer
        )
        found: list[Any] = await self._run(plan, info)
        return found

    def _selections(self, info: Info) -> Selections:
        return Selections(info.schema, info.operation, dict(info.fragments), info.variable_values)

    async def _run(self, plan: RootPlan, info: Info) -> Any:
        ready = plan.ready(info.variable_values, self.services.most_nodes)
        found = await read_value(self.services.database, ready.statement, ready.parameters)
        try:
            value = answer(plan.shape, found, ready.shaping)
        except MissingValue as missing:
            raise missing.error from None
        if ready.shaping.errors:
            raise ready.shaping.errors[0][1]
        return value


def _selected(info: Info) -> Selected:
    return Selected(str(info.path.key), tuple(info.field_nodes))


Info = GraphQLResolveInfo[Context]
"""What a resolver is told of the operation; its `context` is a Context."""
