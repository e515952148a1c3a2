"""Connections: from the rows of a page to edges, cursors and page info."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from resolvers.compiler.shaping import Shape, Shaping, at

SIZE = "size"
"""Parameter with the rows that the client asked for; the statement reads one more where `pageInfo` is selected."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One page as it came back: in the order of the response, the extra row gone."""

    values: list[list[Any]]
    more: bool
    """Whether a further row was found beyond the page, in the direction of reading."""


@dataclass(frozen=True, slots=True)
class ConnectionShape:
    """How one connection is put together from [rows, value of a part, value of a part …]."""

    path: str
    backward: bool
    row_parts: tuple[tuple[str, Callable[[Rows, Shaping], Any]], ...]
    """Response key, and what it is made of the page's rows."""
    own_parts: tuple[tuple[str, Shape], ...]
    """Response key and shape of what has a value of its own: totalCount, aggregate."""
    order: tuple[str, ...]

    def __call__(self, values: list[Any], shaping: Shaping) -> dict[str, Any]:
        """The connection; keys in the order of the selection."""
        rows = self._rows(values[0], shaping)
        out = {key: at(key, lambda _, s, make=make: make(rows, s), None, shaping) for key, make in self.row_parts}  # type: ignore[misc]
        for (key, shape), value in zip(self.own_parts, values[1:], strict=True):
            out[key] = at(key, shape, value, shaping)
        return {key: out[key] for key in self.order}

    def _rows(self, values: list[Any], shaping: Shaping) -> Rows:
        size = shaping.parameters[f"{self.path}.{SIZE}"]
        more = len(values) > size
        kept = values[:size] if more else values
        return Rows(kept[::-1] if self.backward else kept, more)


def column(place: int, shape: Shape) -> Callable[[Rows, Shaping], list[Any]]:
    """One value of each row, shaped: `edges` or `nodes`."""

    def made(rows: Rows, shaping: Shaping) -> list[Any]:
        return [at(index, shape, row[place], shaping) for index, row in enumerate(rows.values)]

    return made


def cursor_shape(path: str) -> Shape:
    """A row's sort values as a cursor."""

    def shaped(keys: list[Any], shaping: Shaping) -> str:
        return shaping.signer.write(shaping.digests[path], keys)

    return shaped


def page_info(
    path: str, names: tuple[tuple[str, str], ...], keys_at: int | None, backward: bool, continued: bool
) -> Callable[[Rows, Shaping], dict[str, Any]]:
    """`names`: (response key, field). `continued`: the page goes on from a cursor, so something lies behind it."""

    def made(rows: Rows, shaping: Shaping) -> dict[str, Any]:
        known: dict[str, Any] = {
            "__typename": "PageInfo",
            "hasNextPage": continued if backward else rows.more,
            "hasPreviousPage": rows.more if backward else continued,
            "startCursor": None,
            "endCursor": None,
        }
        if keys_at is not None and rows.values:
            write = cursor_shape(path)
            known["startCursor"] = write(rows.values[0][keys_at], shaping)
            known["endCursor"] = write(rows.values[-1][keys_at], shaping)
        return {key: known[name] for key, name in names}

    return made
