"""The queries of the curators' guide run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cypher.session import Database
from ingestion.load import load_sets
from ingestion.observation import CreditObservation, PerformerObservation, RowObservation, SetObservation

GUIDE = Path(__file__).parents[2] / "docs/curators.md"
QUERIES = re.findall(r"## ([^\n]+)\n(.*?)(?=\n## |\Z)", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def row(artist: str, title: str) -> RowObservation:
    return RowObservation(text=f"{artist} - {title}", credits=(CreditObservation(artist),), title=title)


@pytest.fixture
async def played(graph: Database) -> dict[str, str]:
    """One set of two tracks; the ids that the guide's queries ask for."""
    rows = (row("The Aztec Mystic", "Jaguar"), row("Alpha", "Dawn"))
    performers = (PerformerObservation("Somebody"),)
    seen = SetObservation("mixesdb", "one", "One", "{}", "test 1", 0.9, performers=performers, rows=rows)
    await load_sets(graph, [seen], actor="tests")
    async with graph.driver.session() as session:
        result = await session.run(
            "MATCH (s:Setlist)-[:HAS]->(p:Play {position: 1})-[:OF]->(t:Track) RETURN s.id AS setlist, t.id AS id"
        )
        found = await result.single(strict=True)
    return {"id": found["id"], "setlist": found["setlist"]}


@pytest.mark.graph
@pytest.mark.parametrize(("title", "section"), QUERIES, ids=[title for title, _ in QUERIES])
async def test_a_query_of_the_guide_answers(graph: Database, played: dict[str, str], title: str, section: str) -> None:
    has_algorithms = "GDS" not in title or await has_gds(graph)
    if not has_algorithms:
        pytest.skip("no Graph Data Science here; unset SONGNODES_TEST_NEO4J_URI for the managed Neo4j")
    answers = [await rows_of(graph, query, played) for query in re.findall(r"```cypher\n(.*?)```", section, re.DOTALL)]
    assert answers
    assert all(answers) or title == "What could not be read"


async def rows_of(graph: Database, query: str, parameters: dict[str, str]) -> list[list[Any]]:
    async with graph.driver.session() as session:
        return await (await session.run(query, parameters)).values()


async def has_gds(graph: Database) -> bool:
    found = await rows_of(graph, "SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name", {})
    return bool(found)
