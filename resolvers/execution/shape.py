"""The shape of an operation's variables: all of them that decides the Cypher text, and nothing more.

Values become parameters; what changes the statement is which filters, sorts and cursors are there, and what
@include and @skip say. Two requests of one shape share a plan.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from graphql import (
    GraphQLNamedType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    type_from_ast,
)

from resolvers.compiler.cursor import CursorSigner

ShapeKey = Hashable
Shaper = tuple[tuple[str, GraphQLNamedType], ...]
"""The variables of an operation with their types."""


def shaper_of(schema: GraphQLSchema, operation: OperationDefinitionNode) -> Shaper:
    """Read once for each operation."""
    found = [
        (each.variable.name.value, type_from_ast(schema, each.type)) for each in operation.variable_definitions or ()
    ]
    return tuple((name, get_named_type(kind)) for name, kind in found if kind is not None)


def shape_of(shaper: Shaper, values: dict[str, Any], signer: CursorSigner) -> ShapeKey:
    """One hashable for the coerced variables of a request."""
    return tuple(_shape(named, values[name], signer) if name in values else "absent" for name, named in shaper)


def _shape(named: GraphQLNamedType, value: Any, signer: CursorSigner) -> Hashable:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        if is_input_object_type(named) or is_enum_type(named):
            return tuple(_shape(named, each, signer) for each in value)
        return "list"
    if is_input_object_type(named):
        types = {field.out_name or name: get_named_type(field.type) for name, field in named.fields.items()}
        return tuple((name, _shape(types[name], each, signer)) for name, each in value.items())
    if is_enum_type(named):
        return str(value)
    return signer.nulls(value) if named.name == "Cursor" else "value"
