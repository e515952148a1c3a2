"""Connections: from the rows of a page to edges, cursors and page info."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from resolvers.compiler.records import each
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
    row_parts: tuple[tuple[str, Shape], ...]
    """Response key, and the shape of what is made of the page's Rows: edges, nodes, pageInfo."""
    own_parts: tuple[tuple[str, Shape], ...]
    """Response key and shape of what has a value of its own: totalCount, aggregate."""
    order: tuple[str, ...]

    def __call__(self, values: list[Any], shaping: Shaping) -> dict[str, Any]:
        """The connection; keys in the order of the selection."""
        rows = self._rows(values[0], shaping)
        out: dict[str, Any] = {}
        for key, shape in self.row_parts:
            out[key] = at(key, shape, rows, shaping) if shaping.tracing else shape(rows, shaping)
        if not self.own_parts:
            return out
        for (key, shape), value in zip(self.own_parts, values[1:], strict=True):
            out[key] = at(key, shape, value, shaping)
        return {key: out[key] for key in self.order}

    def _rows(self, values: list[Any], shaping: Shaping) -> Rows:
        size = shaping.parameters[f"{self.path}.{SIZE}"]
        more = len(values) > size
        kept = values[:size] if more else values
        return Rows(kept[::-1] if self.backward else kept, more)


def bare_page(key: str, shape: Shape, backward: bool) -> Shape:
    """A connection of which only `edges` or only `nodes` is selected: its rows are just these, and none is too many."""

    def shaped(values: list[Any], shaping: Shaping) -> dict[str, Any]:
        rows = values[::-1] if backward else values
        if shaping.tracing:
            return {key: at(key, lambda found, _: each(shape, found, shaping), rows, shaping)}
        return {key: each(shape, rows, shaping)}

    return shaped


def column(place: int, shape: Shape) -> Shape:
    """One value of each row, shaped: `edges` or `nodes`."""

    def made(rows: Rows, shaping: Shaping) -> list[Any]:
        return each(shape, [row[place] for row in rows.values], shaping)

    return made


def cursor_shape(path: str) -> Shape:
    """A row's sort values as a cursor."""

    def shaped(keys: list[Any], shaping: Shaping) -> str:
        return shaping.signer.write(shaping.digests[path], keys)

    return shaped


def page_info(
    path: str, names: tuple[tuple[str, str], ...], keys_at: int | None, backward: bool, continued: bool
) -> Shape:
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
