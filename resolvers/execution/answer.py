"""Answers and errors as JSON. Clients see message, code and path; never Cypher, a host or a stack."""

from __future__ import annotations

from typing import Any

import orjson
from graphql import GraphQLError

from graph_model.errors import SongNodesError
from resolvers.http.message import GraphQLAnswer

Errors = list[dict[str, Any]]


def answered(data: dict[str, Any] | None, errors: Errors, extensions: dict[str, Any] | None = None) -> GraphQLAnswer:
    """An operation that ran, wholly or in part."""
    body: dict[str, Any] = {"errors": errors, "data": data} if errors else {"data": data}
    if extensions:
        body["extensions"] = extensions
    return GraphQLAnswer(orjson.dumps(body), executed=True)


def refused(errors: Errors) -> GraphQLAnswer:
    """An operation that was not begun."""
    return GraphQLAnswer(orjson.dumps({"errors": errors}), executed=False)


def error_of(error: SongNodesError, path: list[str | int] | None = None) -> dict[str, Any]:
    """One of our errors."""
    found: dict[str, Any] = {"message": error.message}
    if path:
        found["path"] = path
    return {**found, "extensions": {"code": error.code, "retryable": error.retryable}}


def error_of_graphql(error: GraphQLError, code: str) -> dict[str, Any]:
    """An error of the engine: ours inside it speaks for itself, anything else is hidden."""
    cause = error.original_error
    if isinstance(cause, SongNodesError):
        return error_of(cause, list(error.path or ()))
    if cause is not None and not isinstance(cause, GraphQLError):
        return error_of(
            SongNodesError("Something went wrong in the server; its log has the details"), list(error.path or ())
        )
    return {**error.formatted, "extensions": {"code": code, "retryable": False}}
