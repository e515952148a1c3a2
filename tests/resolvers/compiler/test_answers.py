"""Whole answers that were once wrong, each on the small seeded graph."""

from __future__ import annotations

import pytest

from cypher import Database
from tests.resolvers.conftest import Ask

pytestmark = pytest.mark.usefixtures("small_graph")


async def test_a_page_is_known_to_go_on_without_its_edges(ask: Ask) -> None:
    answer = await ask(
        "{ tracks(first: 1) { pageInfo { hasNextPage } } artists(last: 1) { pageInfo { hasPreviousPage } } }"
    )
    assert answer["data"]["tracks"]["pageInfo"]["hasNextPage"]
    assert answer["data"]["artists"]["pageInfo"]["hasPreviousPage"]


async def test_one_key_may_have_other_arguments_in_each_type_of_a_union(ask: Ask, small_graph: Database) -> None:
    found, _, _ = await small_graph.driver.execute_query(
        "MATCH (:Setlist)-[:AT]->(node:Event) RETURN node.id AS id LIMIT 1"
    )
    query = """query($id: ID!, $few: Int = 2) { node(id: $id) {
        ... on Event { setlists(first: $few) { nodes { id } } }
        ... on Series { setlists(first: 1, where: {title: {eq: "none"}}) { nodes { id } } }
        ... on Tag { setlists(first: 3) { nodes { id } } } } }"""
    assert len((await ask(query, id=found[0]["id"]))["data"]["node"]["setlists"]["nodes"]) == 2


async def test_the_arguments_of_a_field_do_not_reach_into_its_filters(ask: Ask) -> None:
    inner = "where: {node: {nextTracks: {sets: {gte: 1}}}}"
    query = "{ tracks(first: 500) { nodes { nextTracks(minSets: %s, %s) { totalCount } } } }"
    every = (await ask(query % (1, inner)))["data"]["tracks"]["nodes"]
    strict = (await ask(query % (2, "where: {sets: {gte: 1}}")))["data"]["tracks"]["nodes"]
    both = (await ask(query % (2, inner)))["data"]["tracks"]["nodes"]
    assert sum(node["nextTracks"]["totalCount"] for node in every) > 0
    assert 0 < sum(n["nextTracks"]["totalCount"] for n in both) <= sum(n["nextTracks"]["totalCount"] for n in strict)
    assert both != [{"nextTracks": {"totalCount": 0}}] * len(both)


async def test_a_sort_key_that_is_named_twice_counts_where_it_stands_first(ask: Ask) -> None:
    query = "query($sort: [TrackSort!]) { tracks(first: 500, sort: $sort) { nodes { id } } }"
    title, count, back = (
        {"by": "TITLE"},
        {"by": "SET_COUNT", "direction": "DESC"},
        {"by": "TITLE", "direction": "DESC"},
    )
    assert await ask(query, sort=[title, count, back]) == await ask(query, sort=[title, count])


@pytest.mark.parametrize("where", ["", '(where: {title: {eq: "none"}})'])
async def test_an_aggregate_of_nothing_but_its_type_is_no_error(ask: Ask, where: str) -> None:
    answer = await ask(f"{{ tracks{where} {{ aggregate {{ __typename setCount {{ __typename }} }} }} }}")
    assert answer["data"]["tracks"]["aggregate"] == {
        "__typename": "TrackAggregate",
        "setCount": {"__typename": "IntAggregate"},
    }


async def test_fragments_that_grow_without_end_are_refused_before_they_do(ask: Ask) -> None:
    body = "".join(
        f"fragment F{n} on Artist {{ aliases {{ ...F{n + 1} }} b: aliases {{ ...F{n + 1} }} }} " for n in range(40)
    )
    answer = await ask('{ artist(id: "x") { ...F0 } } fragment F40 on Artist { id } ' + body)
    assert answer["errors"][0]["extensions"]["code"] == "QUERY_TOO_LARGE"


async def test_not_over_an_absent_value_holds(ask: Ask) -> None:
    query = """{ a: setlists(where: {not: {playedOn: {gte: "1900-01-01"}}}) { totalCount }
        b: setlists(where: {playedOn: {isNull: true}}) { totalCount } }"""
    data = (await ask(query))["data"]
    assert data["a"]["totalCount"] == data["b"]["totalCount"] > 0


async def test_an_empty_or_holds_for_nothing_and_an_empty_and_for_everything(ask: Ask) -> None:
    query = (
        "{ a: tracks(where: {or: []}) { totalCount } b: tracks(where: {and: []}) { totalCount }"
        " c: tracks { totalCount } }"
    )
    data = (await ask(query))["data"]
    assert data["a"]["totalCount"] == 0
    assert data["b"] == data["c"]
