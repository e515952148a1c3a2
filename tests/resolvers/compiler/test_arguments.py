"""Arguments read by a plan equal what graphql-core reads in every request."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import FieldNode, OperationDefinitionNode, parse
from graphql.execution.values import VariableValues, get_argument_values, get_variable_values
from hypothesis import given
from hypothesis import strategies as st

from resolvers.compiler.arguments import arguments_reader
from resolvers.wiring import open_schema

SCHEMA = open_schema()
QUERIES = [
    "query($text: String) { tracks(first: 7, where: {title: {eq: $text}}) { totalCount } }",
    """query($text: String, $id: ID!, $n: Int = 3) {
      tracks(first: $n, where: {or: [{title: {eq: $text}}, {id: {in: [$id]}}]}) { totalCount } }""",
    """query($where: TrackFilter!, $n: Int) {
      tracks(first: $n, where: {and: [$where, {setCount: {gte: $n}}]}) { totalCount } }""",
    "query($where: TrackFilter) { tracks(where: {not: $where}, sort: {by: TITLE}) { totalCount } }",
    """query($where: TrackFilter, $n: Int) {
      tracks(where: {and: {nextTracks: {sets: {gte: $n}}, not: $where}}) { totalCount } }""",
    """query($id: ID!) { tracks(where: {id: {in: ["a", $id]}, title: null}) { totalCount } }""",
    """query($title: String! = "x") { search(text: $title) { score } }""",
    "query($n: Int) { tracks(first: $n, sort: null, where: {id: {in: null}}) { totalCount } }",
    """{ tracks(first: 3, where: {title: {eq: "a"}}) { totalCount } }""",
]
FILTERS = st.fixed_dictionaries({"title": st.fixed_dictionaries({"eq": st.text(max_size=3)})})
GIVEN = st.fixed_dictionaries(
    {"text": st.text(max_size=3), "id": st.text(max_size=3), "where": FILTERS, "n": st.integers(1, 99)}
)


def read(query: str, values: dict[str, Any]) -> tuple[FieldNode, VariableValues]:
    """The only root field, and the variables that the operation declares."""
    operation = parse(query).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    declared = {each.variable.name.value for each in operation.variable_definitions or ()}
    given = {name: value for name, value in values.items() if name in declared}
    variables = get_variable_values(SCHEMA, operation.variable_definitions or (), given)
    field = operation.selection_set.selections[0]
    assert isinstance(variables, VariableValues)
    assert isinstance(field, FieldNode)
    return field, variables


@pytest.mark.parametrize("query", QUERIES)
@given(first=GIVEN, second=GIVEN, left_out=st.sets(st.sampled_from(["text", "where", "n"])))
def test_a_plan_reads_the_arguments_of_another_request_of_its_shape(
    query: str, first: dict[str, Any], second: dict[str, Any], left_out: set[str]
) -> None:
    for name in left_out:
        if f"${name}: TrackFilter!" not in query:
            del first[name], second[name]
    field, variables = read(query, first)
    assert SCHEMA.query_type
    definition = SCHEMA.query_type.fields[field.name.value]
    values, reader = arguments_reader(definition, field, variables)
    assert values == get_argument_values(definition, field, variables)
    _, others = read(query, second)
    found = values if reader is None else reader(others.coerced)
    assert found == get_argument_values(definition, field, others)


def test_arguments_without_a_variable_are_read_once() -> None:
    field, variables = read(QUERIES[-1], {})
    assert SCHEMA.query_type
    assert arguments_reader(SCHEMA.query_type.fields["tracks"], field, variables)[1] is None
