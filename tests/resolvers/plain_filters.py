"""What `where` means, in plain Python: an absent value fulfils nothing but `isNull`, `ne`, and what `not` negates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import GraphQLObjectType, GraphQLSchema, get_named_type, is_enum_type, is_leaf_type

from tests.resolvers.plain_graph import Node, PlainGraph
from tests.resolvers.plain_relations import Item
from tests.resolvers.plain_schema import RELATIONS

OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, given: value == given,
    "in": lambda value, given: value in given,
    "lt": lambda value, given: value < given,
    "lte": lambda value, given: value <= given,
    "gt": lambda value, given: value > given,
    "gte": lambda value, given: value >= given,
    "contains": lambda value, given: given in value,
    "starts_with": lambda value, given: value.startswith(given),
    "ends_with": lambda value, given: value.endswith(given),
}

Where = dict[str, Any]
"""A coerced filter: snake case, dates as dates."""


@dataclass(frozen=True)
class Filters:
    """Judges nodes and list elements."""

    schema: GraphQLSchema
    graph: PlainGraph

    def holds(self, kind: str, subject: Node | Item, where: Where | None) -> bool:
        """Whether all parts hold for a value of the GraphQL type `kind`."""
        return all(self._part(kind, subject, name, given) for name, given in (where or {}).items() if given is not None)

    def keeps(self, connection: GraphQLObjectType, item: Item, where: Where | None) -> bool:
        """Whether an element of a connection stays: its filter speaks of the edge where that has words of its own."""
        edge = get_named_type(connection.fields["edges"].type)
        assert isinstance(edge, GraphQLObjectType)
        if set(edge.fields) == {"cursor", "node"}:
            return self.holds(get_named_type(edge.fields["node"].type).name, item.node, where)
        return self.holds(edge.name, item, where)

    def _part(self, kind: str, subject: Node | Item, name: str, given: Any) -> bool:
        if name == "and":
            return all(self.holds(kind, subject, each) for each in given)
        if name == "or":
            return any(self.holds(kind, subject, each) for each in given)
        if name == "not":
            return not _asks(given) or not self.holds(kind, subject, given)
        return self._field(kind, subject, name, given)

    def _field(self, kind: str, subject: Node | Item, name: str, given: Where) -> bool:
        definition = self.schema.type_map[kind]
        assert isinstance(definition, GraphQLObjectType)
        field_name, field = next((key, field) for key, field in definition.fields.items() if snake(key) == name)
        named = get_named_type(field.type)
        if is_leaf_type(named):
            return _compares(subject.properties.get(name), given, is_enum=is_enum_type(named))
        relation = RELATIONS.get((kind, field_name))
        if relation is None:
            assert isinstance(subject, Item)
            return self.holds(named.name, subject.node, given)
        return any(self._related(named, item, given) for item in relation.items(self.graph, subject, {}))

    def _related(self, named: Any, item: Item, given: Where) -> bool:
        if named.name.endswith("Connection"):
            return self.keeps(named, item, given)
        return self.holds(named.name, item if named.name != item.node.label else item.node, given)


def _asks(where: Where) -> bool:
    """Whether a filter asks for anything; the `not` of one that does not is no condition either."""
    empty: tuple[object, ...] = (None, {}, [])
    return any(
        (_asks(given) if name == "not" else given not in empty or name == "or")
        for name, given in where.items()
        if given is not None
    )


def _compares(value: Any, given: Where, *, is_enum: bool) -> bool:
    return all(
        _compare(value, operator, operand, is_enum) for operator, operand in given.items() if operand is not None
    )


def _compare(value: Any, operator: str, operand: Any, is_enum: bool) -> bool:
    if operator == "is_null":
        return (value is None) is operand
    if is_enum:
        operand = [each.lower() for each in operand] if operator == "in" else operand.lower()
    if operator == "ne":
        return bool(value != operand)
    return value is not None and OPERATORS[operator](value, operand)
