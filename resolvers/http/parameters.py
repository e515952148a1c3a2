"""The parts of a GraphQL request: `query`, `operationName`, `variables`, `extensions`; others are ignored."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import orjson

from graph_model.errors import BadRequest, BodyTooLarge
from resolvers.http.message import GraphQLRequest

BOM = b"\xef\xbb\xbf"
PARTS = ("query", "operationName", "variables", "extensions")
MOST_FIELDS = 100
"""A query string has at most so many fields."""


def from_body(body: bytes) -> GraphQLRequest:
    """The request in a JSON body. Raises BadRequest."""
    parts = _json(body, "The body")
    if not isinstance(parts, dict):
        raise BadRequest("The body must be one JSON object with `query`; several operations need several requests")
    return _request(parts, read_only=False)


def from_query_string(query_string: bytes, limit: int) -> GraphQLRequest:
    """The request in a URL. Raises BadRequest, BodyTooLarge."""
    if len(query_string) > limit:
        raise BodyTooLarge(f"The URL's query is longer than {limit} bytes: send it by POST")
    parts: dict[str, Any] = {}
    for name, value in _fields(query_string):
        if name in parts:
            raise BadRequest(f"`{name}` is given twice")
        parts[name] = value
    return _request(_decoded(parts), read_only=True)


def has_parts(query_string: bytes) -> bool:
    """Whether a URL carries a document, well-formed or not."""
    return any(field.startswith(b"query=") for field in query_string.split(b"&"))


def _request(parts: dict[str, Any], *, read_only: bool) -> GraphQLRequest:
    query, name, variables = parts.get("query"), parts.get("operationName"), parts.get("variables")
    if not isinstance(query, str):
        raise BadRequest("`query` is missing" if query is None else "`query` must be a string")
    if name is not None and not isinstance(name, str):
        raise BadRequest("`operationName` must be a string or null")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest("`variables` must be an object or null")
    extensions = parts.get("extensions")
    if not isinstance(extensions, dict | None):
        raise BadRequest("`extensions` must be an object or null")
    return GraphQLRequest(query, name, variables, read_only, extensions)


def _fields(query_string: bytes) -> list[tuple[str, str]]:
    try:
        text = query_string.decode("ascii")
        fields = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:  # also UnicodeDecodeError
        raise BadRequest("The URL's query is not percent-encoded UTF-8, or has too many fields") from error
    return [(name, value) for name, value in fields if name in PARTS]


def _decoded(parts: dict[str, Any]) -> dict[str, Any]:
    """In a URL the two objects are JSON texts, and an empty value is no value."""
    given = {name: value for name, value in parts.items() if value or name == "query"}
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _json(given[name].encode(), f"`{name}`")
    return given


def _json(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text.removeprefix(BOM))
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"{what} is not JSON: {error}") from error
