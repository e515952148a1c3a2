"""The general engine answers as the fast path does: the same plans, asked for in another way."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from cypher import Database
from resolvers.execution.executor import Executor
from resolvers.http.message import Caller, GraphQLRequest
from tests.resolvers.conftest import Ask

FOLDER = Path(__file__).parents[3] / "web/playground/examples"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.graphql"))}
EXAMPLES = {name: text for name, text in TEXTS.items() if "mutation" not in text}

pytestmark = pytest.mark.usefixtures("small_graph")


async def both(executor: Executor, query: str) -> tuple[object, object]:
    """The answer, and that of the general engine."""
    request = GraphQLRequest(query, None, None, read_only=True)
    quick = await executor.execute(request, Caller())
    general, _ = await executor.engine.run(executor.documents.get(query), request, Caller())
    return orjson.loads(quick.body), orjson.loads(general.body)


@pytest.mark.parametrize("name", EXAMPLES)
async def test_an_example_has_the_same_answer(executor: Executor, name: str) -> None:
    quick, general = await both(executor, EXAMPLES[name])
    assert general == quick


@pytest.mark.parametrize(
    "query",
    [
        "{ setlists { nodes { played: playedOn playedPrecision playCount plays { cue of: track { setCount } } } } }",
        '{ search(text: "jaguar") { score node { __typename ... on Track { count: setCount } } } }',
        "{ tracks { pageInfo { hasNextPage endCursor } aggregate { setCount { average } } edges { cursor } } }",
        "{ stats { identifiedPlays setAside } }",
        '{ none: track(id: "x") { title } }',
    ],
)
async def test_a_question_has_the_same_answer_under_other_keys(executor: Executor, query: str) -> None:
    quick, general = await both(executor, query)
    assert general == quick


async def test_introspection_and_data_come_in_one_answer(ask: Ask, small_graph: Database) -> None:
    answer = await ask('{ kind: __type(name: "Track") { name } tracks(first: 1) { nodes { setCount } } }')
    assert answer["data"]["kind"] == {"name": "Track"}
    assert answer["data"]["tracks"]["nodes"][0]["setCount"] >= 0
