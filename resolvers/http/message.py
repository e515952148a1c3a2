"""What the door hands to the one who executes, and what it gets back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """One operation as the client sent it: the types of the parts are checked, the document is not yet parsed."""

    query: str
    operation_name: str | None
    variables: dict[str, Any] | None
    read_only: bool
    """It came by GET: raise MethodNotAllowed unless the operation is a query."""
    extensions: dict[str, Any] | None = None
    """What the client asks for beside the operation: {"explain": true}."""


@dataclass(frozen=True, slots=True)
class GraphQLAnswer:
    """The response, ready to send."""

    body: bytes
    """JSON: an object with `data`, `errors`, `extensions`."""
    executed: bool
    """False: parsing, validation or the variables failed, and `body` has no `data`."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks."""

    key_name: str | None = None
    """Name of the API key; None for an anonymous caller, who may only read."""


Execute = Callable[[GraphQLRequest, Caller], Awaitable[GraphQLAnswer]]
"""Raises a SongNodesError for what is no answer at all: it becomes the status and the only error of the document."""

HoldsKey = Callable[[str], str | None]
"""The name of an API key, None for a key that is not ours."""
