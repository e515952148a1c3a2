"""A whole small graph in Python: what the oracle answers from, read with two statements that ask for everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher import Database

NODES = "MATCH (node) RETURN elementId(node) AS key, labels(node)[0] AS label, properties(node) AS properties"
EDGES = """MATCH (start)-[edge]->(end)
RETURN elementId(start) AS start, elementId(end) AS end, type(edge) AS kind, properties(edge) AS properties"""

Properties = Mapping[str, Any]


@dataclass(eq=False)
class Node:
    """A node with the relationships that leave and reach it, by type."""

    label: str
    properties: Properties
    outgoing: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list), repr=False)
    incoming: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list), repr=False)


@dataclass(eq=False)
class Edge:
    """A relationship."""

    start: Node
    end: Node
    properties: Properties


@dataclass(frozen=True)
class PlainGraph:
    """All nodes."""

    nodes: tuple[Node, ...]

    def of_label(self, label: str) -> list[Node]:
        """Every node of that label."""
        return [node for node in self.nodes if node.label == label]

    def with_id(self, uid: str, *labels: str) -> Node | None:
        """The one of these labels (of any, where none is named) with that id."""
        found = (node for node in self.nodes if node.properties.get("id") == uid)
        return next((node for node in found if not labels or node.label in labels), None)


async def read_graph(database: Database) -> PlainGraph:
    """Dates and times become Python's."""
    nodes, _, _ = await database.driver.execute_query(NODES)
    edges, _, _ = await database.driver.execute_query(EDGES)
    by_key = {row["key"]: Node(row["label"], _native(row["properties"])) for row in nodes}
    for row in edges:
        edge = Edge(by_key[row["start"]], by_key[row["end"]], _native(row["properties"]))
        edge.start.outgoing[row["kind"]].append(edge)
        edge.end.incoming[row["kind"]].append(edge)
    return PlainGraph(tuple(by_key.values()))


def _native(properties: Properties) -> Properties:
    return {name: value.to_native() if hasattr(value, "to_native") else value for name, value in properties.items()}
