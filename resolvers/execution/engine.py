"""The general engine (graphql-core), for introspection, mutations and fields with a rule in Python.

Stitched fields in such an operation run through the same compiled plans: their resolver returns the shaped value,
whose keys are the response's own, so that below it there is nothing left to resolve.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import structlog
from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, execute
from graphql.pyutils import is_awaitable

from graph_model.errors import SongNodesError
from resolvers.compiler.records import TypedRecord
from resolvers.context import Context, Info, Services
from resolvers.execution.answer import answered, error_of_graphql
from resolvers.execution.documents import Document
from resolvers.http.message import Caller, GraphQLAnswer, GraphQLRequest

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Engine:
    """Runs what the fast path does not."""

    schema: GraphQLSchema
    services: Services

    async def run(self, document: Document, request: GraphQLRequest, caller: Caller) -> tuple[GraphQLAnswer, str]:
        """The answer, and its outcome for the metrics."""
        result = execute(
            self.schema,
            document.ast,
            context_value=Context(self.services, caller),
            variable_values=request.variables,
            operation_name=request.operation_name,
            field_resolver=shaped_value,
            type_resolver=shaped_type,
        )
        done = await result if is_awaitable(result) else result
        assert isinstance(done, ExecutionResult)
        errors = [self._told(error) for error in done.errors or ()]
        return answered(done.data, errors), "failed" if errors else "done"

    def _told(self, error: GraphQLError) -> dict[str, Any]:
        cause = error.original_error
        if cause is not None and not isinstance(cause, SongNodesError):
            log.error("resolver_failed", path=error.path, exc_info=cause)
        return error_of_graphql(error, "INTERNAL")


def shaped_value(source: Any, info: Info, **_: Any) -> Any:
    """A shaped value is a dict under the response's keys; what a resolver returns otherwise has attributes."""
    if isinstance(source, dict):
        return source[str(info.path.key)]
    return getattr(source, snake(info.field_name), None)


def shaped_type(value: Any, *_: Any) -> str | None:
    """The type of a value of an interface or union."""
    return value.typename if isinstance(value, TypedRecord) else None
