"""The executor: from a GraphQL request to its answer, one Cypher statement for each root field."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import structlog
from graphql import OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues

from cypher.session import Database, read_value
from graph_model.errors import MethodNotAllowed, SongNodesError
from resolvers.compiler.catalog import Catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.compiler.plan import Ready, RootPlan
from resolvers.compiler.shaping import MissingValue
from resolvers.compiler.shaping import answer as shaped_answer
from resolvers.execution.answer import Errors, answered, error_of, error_of_graphql, refused
from resolvers.execution.documents import Document, Documents, InvalidDocument
from resolvers.execution.engine import Engine
from resolvers.execution.explain import explained
from resolvers.execution.metrics import operation_meter, statement_meter
from resolvers.execution.operation import PlannedOperation, plan_operation
from resolvers.execution.shape import shape_of
from resolvers.http.message import Caller, GraphQLAnswer, GraphQLRequest

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one operation may cost."""

    most_nodes: int = 200_000
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Executor:
    """Everything that an operation needs, wired once."""

    catalog: Catalog
    documents: Documents
    database: Database
    signer: CursorSigner
    engine: Engine
    limits: Limits

    async def execute(self, request: GraphQLRequest, caller: Caller) -> GraphQLAnswer:
        """The answer; errors of the request itself come back as an answer that was not executed."""
        started = time.perf_counter()
        answer, outcome, name = await self._answer(request, caller)
        operation_meter(name).count(outcome, time.perf_counter() - started)
        return answer

    async def _answer(self, request: GraphQLRequest, caller: Caller) -> tuple[GraphQLAnswer, str, str | None]:
        """The answer, its outcome, and the operation's name."""
        name = request.operation_name
        try:
            document = self.documents.get(request.query)
            operation = document.operation(request.operation_name)
            name = operation.name.value if operation.name else None
            _refuse_write_by_get(request, operation)
            variables = document.readers[name or ""].read(request.variables or {})
            if isinstance(variables, list):
                return refused([error_of_graphql(error, "BAD_USER_INPUT") for error in variables]), "refused", name
            plan = self._plan(document, operation, variables)
            ready = [root.ready(variables, self.limits.most_nodes) for root in plan.roots or ()]
        except InvalidDocument as invalid:
            return refused([error_of_graphql(error, invalid.code) for error in invalid.errors]), "refused", name
        except MethodNotAllowed:
            raise
        except SongNodesError as error:
            return refused([error_of(error)]), "refused", name
        if plan.roots is None:
            return *await self.engine.run(document, request, caller), name
        return *await self._run(list(zip(plan.roots, ready, strict=True)), request), name

    def _plan(
        self, document: Document, operation: OperationDefinitionNode, variables: VariableValues
    ) -> PlannedOperation:
        name = operation.name.value if operation.name else ""
        key = document.text, name, shape_of(document.shapers[name], variables.coerced, self.signer)
        return self.documents.plan(
            key, lambda: plan_operation(self.catalog, operation, document.fragments, variables, self.signer)
        )

    async def _run(self, roots: list[tuple[RootPlan, Ready]], request: GraphQLRequest) -> tuple[GraphQLAnswer, str]:
        errors: Errors = []
        if len(roots) == 1:
            values = [await self._root(*roots[0], errors)]
        else:
            values = await asyncio.gather(*(self._root(root, ready, errors) for root, ready in roots))
        data: dict[str, Any] | None = {root.key: value for (root, _), value in zip(roots, values, strict=True)}
        if any(value is None and not root.nullable for (root, _), value in zip(roots, values, strict=True)):
            data = None
        extensions = await explained(self.database, roots, request) if self.limits.explain else None
        return answered(data, errors, extensions), "failed" if errors else "done"

    async def _root(self, root: RootPlan, ready: Ready, errors: Errors) -> Any:
        """One root field's value; a failure is noted under its path and leaves null."""
        meter, started = statement_meter(root.name), time.perf_counter()
        try:
            found = await read_value(self.database, ready.statement, ready.parameters)
            value = shaped_answer(root.shape, found, ready.shaping)
        except MissingValue as missing:
            errors.append(error_of(missing.error, [root.key, *missing.path]))
        except SongNodesError as error:
            log.warning("statement_failed", field=root.name, code=error.code, exc_info=error)
            errors.append(error_of(error, [root.key]))
        else:
            errors.extend(error_of(error, [root.key, *path]) for path, error in ready.shaping.errors)
            meter.count("done", time.perf_counter() - started)
            return value
        meter.count("failed", time.perf_counter() - started)
        return None


def _refuse_write_by_get(request: GraphQLRequest, operation: OperationDefinitionNode) -> None:
    if request.read_only and operation.operation is not OperationType.QUERY:
        raise MethodNotAllowed("A mutation changes the graph: send it by POST")
