"""Database hits of each public query: the playground's examples, and the shapes with parameters of one random draw."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import neo4j
from graphql import OperationDefinitionNode, OperationType, parse

from tests.benchmarks.shapes import SHAPES, Parameters, draw

EXAMPLES = Path(__file__).parents[2] / "web" / "playground" / "examples"
DRAWN = 25
"""Parameters for each shape; its figure is their mean."""

Hits = dict[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """One query, and what it is asked with."""

    name: str
    document: str
    parameters: list[Parameters]


def public_queries(driver: neo4j.Driver) -> list[Asked]:
    """All that is measured; the draws are made once, on the demo, and asked again of the larger graph."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.graphql"))}
    examples = [Asked(name, text, [{}]) for name, text in texts.items() if only_reads(text)]
    shapes = [Asked(one.name, one.text("songnodes.graphql"), draw(driver, one, DRAWN)) for one in SHAPES]
    return [*examples, *shapes]


def only_reads(document: str) -> bool:
    """Whether nothing in it changes the graph."""
    operations = [one for one in parse(document).definitions if isinstance(one, OperationDefinitionNode)]
    return all(one.operation is OperationType.QUERY for one in operations)


def settle(driver: neo4j.Driver) -> None:
    """Fresh statistics and no plan from before them."""
    driver.execute_query("CALL db.resampleOutdatedIndexes()")
    driver.execute_query("CALL db.awaitIndexes(600)")
    driver.execute_query("CALL db.clearQueryCaches()")


def hits_of(url: str, asked: list[Asked]) -> Hits:
    """Name → mean hits of all statements of one request. Raises ValueError for an answer with errors."""
    with httpx.Client(timeout=120) as client:
        return {
            one.name: sum(_hits(client, url, one, given) for given in one.parameters) / len(one.parameters)
            for one in asked
        }


def _hits(client: httpx.Client, url: str, one: Asked, given: Parameters) -> int:
    body = {"query": one.document, "variables": given, "extensions": {"explain": True}}
    answer: dict[str, Any] = client.post(url, json=body).json()
    if "errors" in answer:
        raise ValueError(f"{one.name}: {answer['errors']}")
    return sum(int(root["dbHits"]) for root in answer["extensions"]["explain"])
