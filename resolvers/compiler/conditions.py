"""`where` becomes a Cypher condition: names from the schema, operators from a table, values as parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import GraphQLField, GraphQLObjectType, get_named_type, is_enum_type, is_leaf_type

from graph_model.errors import BrokenFragment
from resolvers.compiler.catalog import CONNECTION, Catalog
from resolvers.compiler.fragment import Fragment
from resolvers.compiler.parameters import Defaults, Parameters
from resolvers.compiler.scope import Names, Scope, Stitched

OPERATORS = {
    "eq": "{property} = {value}",
    "ne": "({property} <> {value} OR {property} IS NULL)",
    "in": "{property} IN {value}",
    "lt": "{property} < {value}",
    "lte": "{property} <= {value}",
    "gt": "{property} > {value}",
    "gte": "{property} >= {value}",
    "contains": "{property} CONTAINS {value}",
    "starts_with": "{property} STARTS WITH {value}",
    "ends_with": "{property} ENDS WITH {value}",
}
"""All that a leaf filter can say, besides `isNull`."""

PASS_NULLS = ("ne", "is_null")
"""Operators that a property without a value can pass."""

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Compiles the `where` of one field; `path` is that field's place in the response."""

    catalog: Catalog
    names: Names
    parameters: Parameters
    path: str

    def of(self, kind: GraphQLObjectType, scope: Scope, where: dict[str, Any] | None, keys: Keys = ("where",)) -> str:
        """The condition, or "" where nothing is asked; all parts must hold."""
        parts = [
            part
            for name, value in (where or {}).items()
            if (part := self._part(kind, scope, name, value, (*keys, name)))
        ]
        return " AND ".join(parts)

    def present(self, kind: GraphQLObjectType, where: dict[str, Any] | None) -> set[str]:
        """Properties that no row which passes has without a value: each is compared with something."""
        return {
            name
            for name, value in (where or {}).items()
            if name not in ("and", "or", "not")
            and self._is_property(kind, name)
            and any(operand is not None and operator not in PASS_NULLS for operator, operand in (value or {}).items())
        }

    def _is_property(self, kind: GraphQLObjectType, name: str) -> bool:
        found, field = field_of(kind, name)
        return is_leaf_type(get_named_type(field.type)) and self.catalog.fragment(kind.name, found) is None

    def _part(self, kind: GraphQLObjectType, scope: Scope, name: str, value: Any, keys: Keys) -> str:
        if value is None:
            return ""
        if name in ("and", "or"):
            return self._joined(kind, scope, f" {name.upper()} ", value, keys)
        if name == "not":
            inner = self.of(kind, scope, value, keys)
            return f"NOT coalesce({inner}, false)" if inner else ""
        return self._field(field_of(kind, name), kind, scope, value, keys)

    def _joined(self, kind: GraphQLObjectType, scope: Scope, joint: str, values: list[Any], keys: Keys) -> str:
        """An empty `or` holds for nothing, as an empty sum is 0; an empty `and` for everything."""
        parts = [self.of(kind, scope, value, (*keys, index)) or "true" for index, value in enumerate(values)]
        if not parts:
            return "false" if joint == " OR " else ""
        return f"({joint.join(parts)})"

    def _field(
        self, found: tuple[str, GraphQLField], kind: GraphQLObjectType, scope: Scope, value: Any, keys: Keys
    ) -> str:
        name, field = found
        named = get_named_type(field.type)
        fragment = self.catalog.fragment(kind.name, name)
        if is_leaf_type(named):
            subject = f"{scope.reads}.{snake(name)}"
            if fragment is not None:
                subject = f"({self._stitched(fragment, field, scope).text(fragment.value)})"
            return " AND ".join(self._compared(subject, is_enum_type(named), value, keys))
        item = item_type(named, fragment)
        if fragment is None:
            return self.of(item, Scope(scope.node, labels=scope.labels), value, keys)
        stitched = self._stitched(fragment, field, scope)
        inner = stitched.scope
        at_edge = inner.edge is not None and item.name not in inner.labels
        condition = self.of(item, Scope(inner.node, inner.edge, inner.labels, inner.edge_kind, at_edge), value, keys)
        return f"EXISTS {{ {stitched.matched(condition)} }}"

    def _stitched(self, fragment: Fragment, field: GraphQLField, scope: Scope) -> Stitched:
        return self.names.stitch(fragment, scope.reads, Defaults(self.parameters, field), self.path)

    def _compared(self, subject: str, is_enum: bool, value: dict[str, Any], keys: Keys) -> Iterator[str]:
        for operator, operand in value.items():
            if operator == "is_null":
                if operand is not None:
                    yield f"{subject} IS {'' if operand else 'NOT '}NULL"
            elif operand is not None:
                parameter = self.parameters.value(self.path, (*keys, operator), _stored if is_enum else _same)
                yield OPERATORS[operator].format(property=subject, value=parameter)


def item_type(named: Any, fragment: Fragment | None) -> GraphQLObjectType:
    """The type that a filter on this field speaks of: for a connection its edge if that says more, else its node."""
    if named.name.endswith(CONNECTION):
        named = get_named_type(named.fields["edges"].type)
        if fragment is not None and fragment.edge is None:
            named = get_named_type(named.fields["node"].type)
    if not isinstance(named, GraphQLObjectType):
        raise BrokenFragment(f"A filter cannot speak of {named}: it is no object type")
    return named


def field_of(kind: GraphQLObjectType, name: str) -> tuple[str, GraphQLField]:
    """The field of an output type that a filter's field (snake case) speaks of. Raises BrokenFragment."""
    for field_name, field in kind.fields.items():
        if snake(field_name) == name:
            return field_name, field
    raise BrokenFragment(f"The filter on {kind.name} has a field {name}, which {kind.name} has not")


def _stored(value: Any) -> Any:
    """Enum values are kept in lower case."""
    return [each.lower() for each in value] if isinstance(value, list) else value.lower()


def _same(value: Any) -> Any:
    return value
