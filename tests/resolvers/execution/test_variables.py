"""Variables: the short way for scalars says what graphql-core says, values and errors alike."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse
from graphql.execution.values import VariableValues, get_variable_values

from resolvers.execution.variables import variable_reader
from resolvers.wiring import open_schema

SCHEMA = open_schema()
SCALARS = "query($id: ID!, $n: Int, $day: Date, $on: Boolean! = true) { __typename }"
FILTER = "query($id: ID!, $where: TrackFilter) { __typename }"


def operation(text: str) -> OperationDefinitionNode:
    found = parse(text).definitions[0]
    assert isinstance(found, OperationDefinitionNode)
    return found


@pytest.mark.parametrize("text", [SCALARS, FILTER, "{ __typename }"])
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"id": "a"},
        {"id": None},
        {"id": 7, "n": None, "day": None},
        {"id": "a", "n": 1, "day": "2014-08-02", "on": False},
        {"id": "a", "n": "1", "day": "2014-08-02", "on": False},
        {"id": "a", "n": 1, "day": "tomorrow", "on": None},
        {"id": ["a"], "n": 2**40, "day": 5, "on": "yes"},
        {"id": "a", "where": {"title": {"eq": "b"}}, "unknown": 1},
        {"id": "a", "where": {"title": {"like": "b"}}},
    ],
)
def test_values_and_errors_are_those_of_graphql_core(text: str, given: dict[str, Any]) -> None:
    asked = operation(text)
    expected = get_variable_values(SCHEMA, asked.variable_definitions or (), given)
    found = variable_reader(SCHEMA, asked).read(given)
    if isinstance(expected, VariableValues):
        assert isinstance(found, VariableValues)
        assert found.coerced == expected.coerced
        assert {k: v.value for k, v in found.sources.items()} == {k: v.value for k, v in expected.sources.items()}
    else:
        assert isinstance(found, list)
        assert [error.formatted for error in found] == [error.formatted for error in expected]
