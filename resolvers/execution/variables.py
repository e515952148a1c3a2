"""The variables of a request, coerced.

graphql-core reads each variable's type from the syntax in every request. What most requests have, scalars that are all
given, is read by a list made once; anything else, and every error, is left to graphql-core.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    coerce_input_value,
    get_nullable_type,
    is_scalar_type,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values


@dataclass(frozen=True, slots=True)
class VariableReader:
    """Reads the variables of one operation."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    plain: tuple[GraphQLVariableSignature, ...] | None
    """None where a variable is no scalar."""

    def read(self, given: dict[str, Any]) -> VariableValues | list[GraphQLError]:
        """The values, or all that is wrong with them."""
        if self.plain is not None and (found := _read_plain(self.plain, given)):
            return found
        return get_variable_values(self.schema, self.operation.variable_definitions or (), given)


def variable_reader(schema: GraphQLSchema, operation: OperationDefinitionNode) -> VariableReader:
    """Made once for each operation of a document."""
    plain: list[GraphQLVariableSignature] = []
    for each in operation.variable_definitions or ():
        signature = get_variable_signature(schema, each)
        if isinstance(signature, GraphQLError) or not is_scalar_type(get_nullable_type(signature.type)):
            return VariableReader(schema, operation, None)
        plain.append(signature)
    return VariableReader(schema, operation, tuple(plain))


def _read_plain(plain: tuple[GraphQLVariableSignature, ...], given: dict[str, Any]) -> VariableValues | None:
    """None where a variable is not given, or cannot be used."""
    sources: dict[str, VariableValueSource] = {}
    coerced: dict[str, Any] = {}
    for signature in plain:
        name = signature.name
        if name not in given:
            return None
        value = coerce_input_value(given[name], signature.type)
        if value is Undefined:
            return None
        coerced[name] = value
        sources[name] = VariableValueSource(signature, given[name])
    return VariableValues(sources, coerced)
