"""How many nodes an answer may hold: counted from the page sizes before anything is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from graph_model.errors import QueryTooLarge
from resolvers.compiler.cost import LIST_GUESS, Cost
from resolvers.execution.executor import Executor, Limits
from resolvers.http.message import Caller, GraphQLRequest

pytestmark = pytest.mark.usefixtures("small_graph")


def test_page_sizes_along_a_path_are_multiplied_and_paths_added() -> None:
    cost = Cost()
    with cost.below("tracks.size"), cost.below(None), cost.below("plays.size"):
        pass
    with cost.below("other.size"):
        pass
    sizes = {"tracks.size": 3, "plays.size": 5, "other.size": 7}
    nodes = 3 + 3 * LIST_GUESS + 3 * LIST_GUESS * 5 + 7
    cost.check(sizes, nodes)
    with pytest.raises(QueryTooLarge, match=rf"could hold {nodes} nodes, and may hold {nodes - 1}"):
        cost.check(sizes, nodes - 1)


def test_what_has_no_list_costs_nothing() -> None:
    Cost().check({}, 0)


async def is_refused(executor: Executor, most: int, query: str, variables: dict[str, Any]) -> bool:
    limited = replace(executor, limits=Limits(most_nodes=most))
    answer = orjson.loads((await limited.execute(GraphQLRequest(query, None, variables, True), Caller())).body)
    codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
    assert codes in ([], ["QUERY_TOO_LARGE"])
    return bool(codes)


@pytest.mark.parametrize(
    ("nodes", "query", "variables"),
    [
        (20, "{ tracks { nodes { id } } }", {}),
        (7, "{ tracks(first: 7) { nodes { id } } }", {}),
        (7, "{ tracks(last: 7) { edges { cursor } } }", {}),
        (14, "{ tracks(first: 7) { nodes { id } edges { node { id } } } }", {}),
        (14, "{ tracks(first: 7) { a: nodes { id } b: nodes { title } } }", {}),
        (7, "{ tracks(first: 7) { nodes { id } nodes { title } } }", {}),
        (3 + 12, "{ tracks(first: 3) { nodes { nextTracks(first: 4) { nodes { id } } } } }", {}),
        (3 + 3 * LIST_GUESS, "{ tracks(first: 3) { nodes { artists { id } } } }", {}),
        (3, "{ tracks(first: 3) { nodes { id artists @skip(if: true) { id } } } }", {}),
        (5, '{ search(text: "x", first: 5) { snippet } }', {}),
        (6, "query($n: Int) { tracks(first: $n) { nodes { id } } }", {"n": 6}),
        (20, "query($n: Int) { tracks(first: $n) { nodes { id } } }", {"n": None}),
        (20, "query($n: Int) { tracks(first: $n) { nodes { id } } }", {}),
    ],
)
async def test_an_answer_may_hold_so_many_and_not_one_more(
    executor: Executor, nodes: int, query: str, variables: dict[str, Any]
) -> None:
    assert not await is_refused(executor, nodes, query, variables)
    assert await is_refused(executor, nodes - 1, query, variables)


@pytest.mark.parametrize("query", ["{ tracks(first: 500) { totalCount } }", "{ stats { plays } }"])
async def test_counts_are_free(executor: Executor, query: str) -> None:
    assert not await is_refused(executor, 0, query, {})


async def test_the_limit_is_looked_at_again_where_a_plan_is_known(executor: Executor) -> None:
    query = "query Again($n: Int) { tracks(first: $n) { nodes { id } } }"
    assert not await is_refused(executor, 9, query, {"n": 9})
    assert await is_refused(executor, 9, query, {"n": 10})
    assert not await is_refused(executor, 9, query, {"n": 9})
