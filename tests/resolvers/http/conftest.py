"""The door before a real, small GraphQL schema, executed by graphql-core."""

from __future__ import annotations

from typing import Any

import httpx
import orjson
import pytest
from graphql import (
    ExecutionResult,
    GraphQLError,
    OperationType,
    build_schema,
    execute,
    get_operation_ast,
    parse,
    validate,
)

from graph_model.errors import MethodNotAllowed, Unauthorized, Unavailable
from resolvers.http import Caller, GraphQLAnswer, GraphQLEndpoint, GraphQLRequest
from resolvers.http.playground import Page

SCHEMA = build_schema(
    """
    type Query { echo(text: String): String  whoami: String  broken: String  twice(number: Float!): Float }
    type Mutation { rename(to: String!): String }
    """
)
LIMIT = 10_000
KEYS = {"s3cret": "first"}


class Root:
    """Answers of the small schema."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller

    def echo(self, _: Any, text: str | None = None) -> str | None:
        return text

    def whoami(self, _: Any) -> str | None:
        return self.caller.key_name

    def broken(self, _: Any) -> str:
        raise GraphQLError("broken", extensions={"code": "BROKEN"})

    def twice(self, _: Any, number: float) -> float:
        return number * 2

    def rename(self, _: Any, to: str) -> str:
        if self.caller.key_name is None:
            raise Unauthorized
        return to


async def small_executor(request: GraphQLRequest, caller: Caller) -> GraphQLAnswer:
    """Parse, validate and execute, with the promises of `Execute`."""
    try:
        document = parse(request.query)
        problems = validate(SCHEMA, document)
    except GraphQLError as error:
        problems = [error]
    if problems:
        return _answer(ExecutionResult(None, problems), executed=False)
    operation = get_operation_ast(document, request.operation_name)
    if request.read_only and operation and operation.operation is not OperationType.QUERY:
        raise MethodNotAllowed
    if "# away" in request.query:
        raise Unavailable
    if "# crash" in request.query:
        raise RuntimeError("bolt://10.0.0.1 refused MATCH (n)")
    result = execute(SCHEMA, document, Root(caller), None, request.variables, request.operation_name)
    assert isinstance(result, ExecutionResult)
    errors = result.errors or []
    refused = [error.original_error for error in errors if isinstance(error.original_error, Unauthorized)]
    if refused:
        raise refused[0]
    return _answer(result, executed=result.data is not None or any(error.path for error in errors))


def _answer(result: ExecutionResult, *, executed: bool) -> GraphQLAnswer:
    document: dict[str, Any] = {"data": result.data} if executed else {}
    if result.errors:
        document["errors"] = [error.formatted for error in result.errors]
    return GraphQLAnswer(orjson.dumps(document), executed)


@pytest.fixture(scope="session")
def endpoint() -> GraphQLEndpoint:
    page = Page(b"<!doctype html><title>Playground</title>", ((b"content-type", b"text/html; charset=utf-8"),))
    return GraphQLEndpoint(small_executor, KEYS.get, LIMIT, page)


@pytest.fixture
async def client(endpoint: GraphQLEndpoint) -> Any:
    transport = httpx.ASGITransport(app=endpoint)
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        client.headers.pop("accept")
        yield client
