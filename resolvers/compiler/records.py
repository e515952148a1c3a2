"""Objects and lists of the response, from the lists of values that Cypher returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph_model.errors import ListTooLong
from resolvers.compiler.shaping import MissingValue, Shape, Shaping, at


def listed(shape: Shape, most: int) -> Shape:
    """Each element; a list longer than `most` is an error, never cut in silence."""

    def shaped(values: list[Any], shaping: Shaping) -> list[Any]:
        if len(values) > most:
            raise MissingValue(
                ListTooLong(f"The complete list has more than {most} elements; ask for a connection instead")
            )
        return each(shape, values, shaping)

    return shaped


def each(shape: Shape, values: Sequence[Any], shaping: Shaping) -> list[Any]:
    """Every value shaped, under its index."""
    if shaping.tracing:
        return [at(index, shape, value, shaping) for index, value in enumerate(values)]
    if isinstance(shape, FlatRecord):
        return shape.all(values)
    return [shape(value, shaping) for value in values]


@dataclass(frozen=True, slots=True)
class Column:
    """One field of an object: its key in the response, and how its value is shaped; None: as it is."""

    key: str
    shape: Shape | None
    nullable: bool


@dataclass(frozen=True, slots=True)
class FlatRecord:
    """The shape of an object whose values are all as the response has them."""

    keys: tuple[str, ...]
    must: list[str]
    """Keys of which none may be null."""

    def __call__(self, values: list[Any], _: Shaping) -> dict[str, Any]:
        """One object."""
        out = dict(zip(self.keys, values, strict=True))
        if None in values:
            _refuse_nulls(out, self.must)
        return out

    def all(self, rows: Sequence[list[Any]]) -> list[dict[str, Any]]:
        """Many, without a call for each: most objects of an answer are such."""
        keys = self.keys
        found = [dict(zip(keys, row, strict=True)) for row in rows]
        for row, out in zip(rows, found, strict=True):
            if None in row:
                _refuse_nulls(out, self.must)
        return found


def record(columns: list[Column]) -> Shape:
    """An object from a list of its values."""
    keys = tuple(column.key for column in columns)
    shaped_keys = [(column.key, column.shape) for column in columns if column.shape is not None]
    must = [column.key for column in columns if not column.nullable and column.shape is None]

    def shaped(values: list[Any], shaping: Shaping) -> dict[str, Any]:
        out = dict(zip(keys, values, strict=True))
        if None in values:
            _refuse_nulls(out, must)
        for key, shape in shaped_keys:
            out[key] = at(key, shape, out[key], shaping) if shaping.tracing else shape(out[key], shaping)
        return out

    return shaped if shaped_keys else FlatRecord(keys, must)


def _refuse_nulls(out: dict[str, Any], must: list[str]) -> None:
    for key in must:
        if out[key] is None:
            missing = MissingValue()
            missing.path.append(key)
            raise missing


class TypedRecord(dict[str, Any]):
    """An object of the response whose type is known: keys are the response's, not the schema's."""

    __slots__ = ("typename",)
    typename: str


def by_type(shapes: dict[str, Shape]) -> Shape:
    """An object of an interface or union: the first value names its type."""

    def shaped(values: list[Any], shaping: Shaping) -> TypedRecord:
        found = TypedRecord(shapes[values[0]](values[1:], shaping))
        found.typename = values[0]
        return found

    return shaped
