"""How Neo4j plans what we stitch: by index and relationship, without a scan of everything and without a complaint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLObjectType, get_named_type, is_leaf_type, is_non_null_type
from graphql.execution.values import get_variable_values

from cypher import Database
from resolvers.compiler.plan import Ready
from resolvers.execution.executor import Executor
from resolvers.execution.operation import plan_operation

pytestmark = pytest.mark.usefixtures("small_graph")
FOLDER = Path(__file__).parents[3] / "web/playground/examples"
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.graphql"))}
QUERIES = {name: text for name, text in EXAMPLES.items() if "mutation" not in text}
WAYS = {  # type → a way to it, the selection stands for %s
    "Query": "{ %s }",
    "Track": '{ track(id: "x") { %s } }',
    "Artist": '{ artist(id: "x") { %s } }',
    "Setlist": '{ setlist(id: "x") { %s } }',
    "Play": '{ setlist(id: "x") { plays { %s } } }',
    "TransitionEdge": '{ track(id: "x") { nextTracks { edges { %s } } } }',
}
ARGUMENTS = {"id": '"x"', "text": '"word"', "prefix": '"wo"'}


def ready(executor: Executor, query: str) -> list[Ready]:
    document = executor.documents.get(query)
    operation = document.operation(None)
    variables = get_variable_values(executor.catalog.schema, operation.variable_definitions or (), {})
    assert not isinstance(variables, list)
    plan = plan_operation(executor.catalog, operation, document.fragments, variables, executor.signer)
    return [root.ready(variables, executor.limits.most_nodes) for root in plan.roots or ()]


def smallest(executor: Executor, kind: str, name: str) -> str:
    """The smallest query which uses the field's fragment."""
    way = WAYS.get(kind, f'{{ node(id: "x") {{ ... on {kind} {{ %s }} }} }}')
    holder = executor.catalog.schema.type_map[kind]
    assert isinstance(holder, GraphQLObjectType)
    field = holder.fields[name]
    return way % f"{name}{_arguments(field)}{_selection(field)}"


def _arguments(field: GraphQLField) -> str:
    needed = [f"{n}: {ARGUMENTS[n]}" for n, a in field.args.items() if is_non_null_type(a.type) and n in ARGUMENTS]
    return f"({', '.join(needed)})" if needed else ""


def _selection(field: GraphQLField) -> str:
    named = get_named_type(field.type)
    if is_leaf_type(named):
        return ""
    return " { nodes { id } }" if named.name.endswith("Connection") else " { __typename }"


def operators(step: dict[str, Any]) -> list[str]:
    own = str(step["operatorType"]).partition("@")[0]
    return [own, *(name for child in step.get("children", ()) for name in operators(child))]


async def complaints(database: Database, statement: Ready) -> list[str]:
    async with database.driver.session(default_access_mode="READ") as session:
        summary = await (await session.run(f"EXPLAIN {statement.statement}", statement.parameters)).consume()
    assert summary.plan is not None
    scans = [name for name in operators(summary.plan) if name in ("AllNodesScan", "CartesianProduct")]
    severe = [str(note.status_description) for note in summary.gql_status_objects if note.is_notification]
    return scans + severe


async def test_every_fragment_is_planned_without_a_scan_or_a_complaint(
    executor: Executor, small_graph: Database
) -> None:
    found: dict[str, list[str]] = {}
    for kind, name in executor.catalog.fragments:
        for statement in ready(executor, smallest(executor, kind, name)):
            if wrong := await complaints(small_graph, statement):
                found[f"{kind}.{name}"] = wrong
    assert found == {}


@pytest.mark.parametrize("example", QUERIES.values(), ids=list(QUERIES))
async def test_every_example_is_planned_without_a_scan_or_a_complaint(
    executor: Executor, small_graph: Database, example: str
) -> None:
    statements = ready(executor, example)
    assert statements
    assert [wrong for statement in statements for wrong in await complaints(small_graph, statement)] == []


@pytest.mark.parametrize(
    ("where", "unions"),
    [
        ('{playedOn: {gte: "2009-01-01"}}', 0),
        ('{playedOn: {gte: null, lt: "2009-01-01"}}', 0),
        ("{}", 1),
        ('{title: {ne: "x"}}', 1),
        ("{playedOn: {isNull: true}}", 1),
        ('{or: [{playedOn: {gte: "2009-01-01"}}, {id: {eq: "x"}}]}', 1),
        ('{not: {playedOn: {gte: "2009-01-01"}}}', 1),
    ],
)
def test_rows_without_a_date_are_looked_for_only_where_some_may_pass_the_filter(
    executor: Executor, where: str, unions: int
) -> None:
    query = f"{{ setlists(where: {where}, sort: {{by: PLAYED_ON}}) {{ nodes {{ id }} }} }}"
    assert ready(executor, query)[0].statement.count("UNION ALL") == unions
