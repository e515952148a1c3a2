"""The arguments of a field, read anew in each request, without walking its syntax and types again.

A plan belongs to one shape of the variables (`execution/shape.py`): the same ones are there and the same are null. What
is no variable therefore has the value that it had when the plan was made, and a variable stands for its coerced value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInputType,
    ListValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues, get_argument_values

Coerced = dict[str, Any]
"""Values of the variables, by name."""
Read = Callable[[Coerced], Any]


def arguments_reader(
    definition: GraphQLField, node: FieldNode, variables: VariableValues
) -> tuple[dict[str, Any], Read | None]:
    """The arguments in the request being compiled, snake case, and how to read them in another one of its shape.

    None where no variable stands in them. Raises GraphQLError where an argument has no usable value.
    """
    values = get_argument_values(definition, node, variables)
    given = {argument.name.value: argument.value for argument in node.arguments or ()}
    types = {argument.out_name or name: (name, argument.type) for name, argument in definition.args.items()}
    readers: dict[str, Read] = {}
    for key, value in values.items():
        name, kind = types[key]
        if name in given and (read := _reader(given[name], kind, value, variables.coerced)):
            readers[key] = read
    return values, _object_reader(values, readers)


def _reader(node: ValueNode, kind: GraphQLInputType, value: Any, known: Coerced) -> Read | None:
    """How to read one value; None for one that is always `value`."""
    if is_non_null_type(kind):
        return _reader(node, kind.of_type, value, known)
    if isinstance(node, VariableNode):
        name = node.name.value
        return (lambda coerced: coerced[name]) if name in known else None
    if isinstance(node, ObjectValueNode) and is_input_object_type(kind):
        return _reader_of_fields(node, kind.fields, value, known)
    if value is None or not is_list_type(kind):
        return None
    nodes = node.values if isinstance(node, ListValueNode) else (node,)  # a lone element is a list of one
    return _list_reader(
        [_reader(one, kind.of_type, item, known) for one, item in zip(nodes, value, strict=True)], value
    )


def _reader_of_fields(node: ObjectValueNode, fields: dict[str, Any], value: Any, known: Coerced) -> Read | None:
    readers: dict[str, Read] = {}
    for one in node.fields:
        definition = fields[one.name.value]
        key = definition.out_name or one.name.value
        if key in value and (read := _reader(one.value, definition.type, value[key], known)):
            readers[key] = read
    return _object_reader(value, readers)


def _object_reader(values: dict[str, Any], readers: dict[str, Read]) -> Read | None:
    if not readers:
        return None
    parts = tuple(readers.items())
    return lambda coerced: values | {key: read(coerced) for key, read in parts}


def _list_reader(readers: list[Read | None], values: list[Any]) -> Read | None:
    if not any(readers):
        return None
    return lambda coerced: [
        value if read is None else read(coerced) for read, value in zip(readers, values, strict=True)
    ]
