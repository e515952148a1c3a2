"""From the rows that Cypher returns to the response: names, nulls, pages.

Cypher returns an object as a list of values, in the order of the response: it is smaller on the wire than a map, and
keeps the order, which a map over Bolt does not. A null where the schema promises a value goes up to the nearest place
that may be null, as the GraphQL specification says. That is rare, so a first pass does not keep track of paths; where
something is missing, a second one does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from graph_model.errors import SongNodesError
from resolvers.compiler.cursor import CursorSigner

PathKey = str | int


class MissingValue(Exception):
    """The graph has no value where the schema promises one; travels up to the nearest nullable place."""

    def __init__(self, error: SongNodesError | None = None) -> None:
        self.path: list[PathKey] = []
        self.error = error or SongNodesError("The graph has no value for a field that always has one")


@dataclass(slots=True)
class Shaping:
    """What shaping needs of one request, and the errors that it finds."""

    parameters: dict[str, Any]
    digests: dict[str, bytes]
    signer: CursorSigner
    errors: list[tuple[list[PathKey], SongNodesError]] = field(default_factory=list)
    tracing: bool = False
    """The second pass: each error learns its path."""


Shape = Callable[[Any, Shaping], Any]


@dataclass(frozen=True, slots=True)
class Projected:
    """A Cypher expression, and how its value becomes part of the response."""

    cypher: str
    shape: Shape
    always: bool = False
    """The expression is never null: a list, collected or literal."""


def plain(value: Any, _: Shaping) -> Any:
    """A value that is already as the response has it."""
    return value


def required(shape: Shape) -> Shape:
    """The same, but null is no answer."""

    def shaped(value: Any, shaping: Shaping) -> Any:
        if value is None:
            raise MissingValue
        return shape(value, shaping)

    return shaped


def optional(shape: Shape) -> Shape:
    """The same, but null where it is null or something in it that must not be."""

    def shaped(value: Any, shaping: Shaping) -> Any:
        if value is None:
            return None
        try:
            return shape(value, shaping)
        except MissingValue as missing:
            shaping.errors.append((missing.path, missing.error))
            return None

    return shaped


def answer(shape: Shape, value: Any, shaping: Shaping) -> Any:
    """A whole answer; errors are in `shaping.errors`. Raises MissingValue, with its path."""
    with suppress(MissingValue):
        out = shape(value, shaping)
        if not shaping.errors:
            return out
    shaping.errors.clear()
    shaping.tracing = True
    return shape(value, shaping)


def at(key: PathKey, shape: Shape, value: Any, shaping: Shaping) -> Any:
    """Shape what stands under a key or index, and put that key before the path of each error found there."""
    found = len(shaping.errors)
    try:
        return shape(value, shaping)
    except MissingValue as missing:
        missing.path.insert(0, key)
        raise
    finally:
        for path, _ in shaping.errors[found:]:
            path.insert(0, key)
