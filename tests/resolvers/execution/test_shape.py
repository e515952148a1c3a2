"""The shape of variables: what changes the statement changes it, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest
from graphql.execution.values import get_variable_values

from cypher.files import ROOM
from resolvers.compiler.catalog import Catalog, open_catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.execution.documents import Documents
from resolvers.execution.operation import plan_operation
from resolvers.execution.shape import shape_of
from resolvers.wiring import open_schema

SIGNER = CursorSigner(b"a secret of the tests")
QUERY = """query($id: ID = "x", $first: Int, $where: TrackFilter, $sort: [TrackSort!], $on: Boolean = true,
  $text: String = "a", $kinds: [Kind!] = [TRACK]) {
  track(id: $id) { title setCount @include(if: $on) }
  tracks(first: $first, where: $where, sort: $sort) { nodes { id } }
  search(text: $text, kinds: $kinds) { score } }"""
Variables = dict[str, Any]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_catalog(open_schema(), ROOM)


def compiled(catalog: Catalog, query: str, values: Variables) -> tuple[object, list[str]]:
    """The shape of the variables, and the statements that are compiled with them."""
    document = Documents(catalog.schema, 1_000_000).get(query)
    operation = document.operation(None)
    variables = get_variable_values(catalog.schema, operation.variable_definitions or (), values)
    assert not isinstance(variables, list)
    plan = plan_operation(catalog, operation, document.fragments, variables, SIGNER)
    shape = shape_of(document.shapers[""], variables.coerced, SIGNER)
    return shape, [root.statement for root in plan.roots or ()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"id": "a"}, {"id": "b"}),
        ({"id": "a"}, {}),
        ({"first": 1}, {"first": 500}),
        ({"text": "a"}, {"text": "several words"}),
        ({"where": {"title": {"eq": "a"}}}, {"where": {"title": {"eq": "b"}}}),
        ({"where": {"title": {"in": ["a"]}}}, {"where": {"title": {"in": ["a", "b", "c"]}}}),
        ({"where": {"setCount": {"gte": 0}}}, {"where": {"setCount": {"gte": 7}}}),
        (
            {"where": {"plays": {"playedOn": {"lt": "2010-01-01"}}}},
            {"where": {"plays": {"playedOn": {"lt": "1999-01-01"}}}},
        ),
        ({"where": {"or": [{"id": {"eq": "a"}}, {}]}}, {"where": {"or": [{"id": {"eq": "b"}}, {}]}}),
        ({"sort": [{"by": "TITLE"}]}, {"sort": [{"by": "TITLE", "direction": "ASC"}]}),
    ],
)
def test_values_do_not_change_the_shape(catalog: Catalog, one: Variables, other: Variables) -> None:
    assert compiled(catalog, QUERY, one) == compiled(catalog, QUERY, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"on": True}, {"on": False}),
        ({"where": {"title": {"eq": "a"}}}, {}),
        ({"where": {"title": {"eq": "a"}}}, {"where": {"title": {"ne": "a"}}}),
        ({"where": {"title": {"eq": "a"}}}, {"where": {"artistCredit": {"eq": "a"}}}),
        ({"where": {"title": {"eq": "a"}}}, {"where": {"title": {"eq": None}}}),
        ({"where": {"title": {"eq": "a"}}}, {"where": {"not": {"title": {"eq": "a"}}}}),
        ({"where": {"version": {"isNull": True}}}, {"where": {"version": {"isNull": False}}}),
        ({"where": {"or": [{"id": {"eq": "a"}}]}}, {"where": {"or": [{"id": {"eq": "a"}}, {"id": {"eq": "b"}}]}}),
        ({"where": {"or": []}}, {"where": {"and": []}}),
        ({"where": {"or": []}}, {"where": {"or": None}}),
        ({"where": {"artists": {}}}, {"where": {"artists": None}}),
        ({"sort": [{"by": "TITLE"}]}, {"sort": [{"by": "SET_COUNT"}]}),
        ({"sort": [{"by": "TITLE"}]}, {"sort": [{"by": "TITLE", "direction": "DESC"}]}),
        ({"sort": [{"by": "TITLE"}, {"by": "SET_COUNT"}]}, {"sort": [{"by": "SET_COUNT"}, {"by": "TITLE"}]}),
    ],
)
def test_what_changes_the_statement_changes_the_shape(catalog: Catalog, one: Variables, other: Variables) -> None:
    (shape, statements), (other_shape, others) = compiled(catalog, QUERY, one), compiled(catalog, QUERY, other)
    assert statements != others
    assert shape != other_shape


PAGED = """query($after: Cursor, $first: Int, $last: Int, $before: Cursor) {
  setlists(first: $first, after: $after) { totalCount } a: setlists(last: $last, before: $before) { totalCount } }"""


@pytest.mark.parametrize(
    ("one", "other"),
    [({"first": 1}, {"last": 1}), ({"first": None}, {"first": 3}), ({"last": None}, {"last": 3}), ({"first": 3}, {})],
)
def test_the_way_of_paging_is_part_of_the_shape(catalog: Catalog, one: Variables, other: Variables) -> None:
    (shape, _), (other_shape, _) = compiled(catalog, PAGED, one), compiled(catalog, PAGED, other)
    assert shape != other_shape


def test_which_values_of_a_cursor_are_null_is_part_of_the_shape(catalog: Catalog) -> None:
    shaper = Documents(catalog.schema, 1_000_000).get(PAGED).shapers[""]
    dated, other, undated = (SIGNER.write(b"", values) for values in (["2010", "a"], ["2011", "b"], [None, "a"]))
    shapes = [shape_of(shaper, {"after": cursor}, SIGNER) for cursor in (dated, other, undated, "no cursor")]
    assert shapes[0] == shapes[1]
    assert len(set(shapes)) == 3


def test_each_shape_is_a_key(catalog: Catalog) -> None:
    values: Variables = {
        "first": 3,
        "where": {"and": [{"title": {"in": ["a"]}}, {"versionKind": {"in": ["REMIX"]}}]},
        "sort": [{"by": "TITLE"}],
        "kinds": ["TRACK", "LABEL"],
    }
    assert len({compiled(catalog, QUERY, values)[0], compiled(catalog, QUERY, {})[0]}) == 2
