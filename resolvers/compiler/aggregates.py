"""Sums over a whole connection: `aggregate { setCount { max average } }`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import GraphQLObjectType, get_named_type

from resolvers.compiler.records import Column, record
from resolvers.compiler.scope import Stitched
from resolvers.compiler.selections import Selected
from resolvers.compiler.shaping import Projected, plain
from resolvers.compiler.sorting import words_of

if TYPE_CHECKING:
    from resolvers.compiler.projection import Projection

FUNCTIONS = {"min": "min({})", "max": "max({})", "average": "avg({})", "sum": "sum({})"}


def aggregate(
    projection: Projection, stitched: Stitched, kind: GraphQLObjectType, part: Selected, condition: str
) -> Projected:
    """One pass over the filtered list for all that is asked of it."""
    sums = get_named_type(kind.fields[part.name].type)
    assert isinstance(sums, GraphQLObjectType)
    cells: list[str] = []
    columns: list[Column] = []
    for one in projection.selections.under(sums, part.nodes):
        inner = _of_property(projection, stitched, sums, one)
        cells.append(inner.cypher)
        columns.append(Column(one.key, inner.shape, False))
    values = f"[{', '.join(cells)}]"
    if "(" not in values:  # only __typename: no function would make one row of all of them
        return Projected(values, record(columns))
    return Projected(f"COLLECT {{ {stitched.matched(condition)} RETURN {values} }}[0]", record(columns))


def _of_property(projection: Projection, stitched: Stitched, sums: GraphQLObjectType, one: Selected) -> Projected:
    if one.name == "__typename":
        return Projected(f"'{sums.name}'", plain)
    name = snake(one.name)
    on_edge = stitched.fragment.edge is not None and name in words_of(stitched, "edge")
    subject = f"{stitched.scope.edge if on_edge else stitched.scope.node}.{name}"
    numbers = get_named_type(sums.fields[one.name].type)
    assert isinstance(numbers, GraphQLObjectType)
    is_date = numbers.name.startswith("Date")
    cells: list[str] = []
    columns: list[Column] = []
    for inner in projection.selections.under(numbers, one.nodes):
        if inner.name == "__typename":
            cells.append(f"'{numbers.name}'")
        else:
            value = FUNCTIONS[inner.name].format(subject)
            cells.append(f"toString({value})" if is_date else value)
        columns.append(Column(inner.key, None, True))
    return Projected(f"[{', '.join(cells)}]", record(columns))
