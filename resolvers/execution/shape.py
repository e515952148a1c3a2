"""The shape of an operation's variables: all of them that decides the Cypher text, and nothing more.

Values become parameters; what changes the statement is which filters, sorts and cursors are there, and what
@include and @skip say. Two requests of one shape share a plan.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_enum_type,
    type_from_ast,
)

from resolvers.compiler.cursor import CursorSigner

ShapeKey = Hashable


def shape_of(
    schema: GraphQLSchema, operation: OperationDefinitionNode, values: dict[str, Any], signer: CursorSigner
) -> ShapeKey:
    """One hashable for the coerced variables of a request."""
    parts: list[Hashable] = []
    for each in operation.variable_definitions or ():
        name = each.variable.name.value
        named = get_named_type(type_from_ast(schema, each.type))
        parts.append(_shape(named, values.get(name), signer) if name in values else "absent")
    return tuple(parts)


def _shape(named: Any, value: Any, signer: CursorSigner) -> Hashable:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        if isinstance(named, GraphQLInputObjectType) or is_enum_type(named):
            return tuple(_shape(named, each, signer) for each in value)
        return "list"
    if isinstance(named, GraphQLInputObjectType):
        types = {field.out_name or name: get_named_type(field.type) for name, field in named.fields.items()}
        return tuple((name, _shape(types[name], each, signer)) for name, each in value.items())
    if is_enum_type(named):
        return str(value)
    return signer.nulls(value) if getattr(named, "name", "") == "Cursor" else "value"
