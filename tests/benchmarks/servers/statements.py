"""What the bare handlers answer with: one Cypher statement a shape, and the driver that all peers use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j

from graph_model.errors import BadSetting
from resolvers.compiler.lucene import lucene_queries
from runtime.database import given_address, open_driver
from runtime.settings import load_settings

SHAPES = Path(__file__).parent.parent / "shapes"


def statements(file: str) -> dict[str, str]:
    """Name of a shape → its statement in the file of that name."""
    return {path.parent.name: path.read_text(encoding="utf-8") for path in SHAPES.glob(f"*/{file}")}


def given_driver() -> neo4j.AsyncDriver:
    """The driver as SongNodes opens it, so that pool and notifications are the same for all. Raises BadSetting."""
    settings = load_settings()
    address = given_address(settings)
    if address is None:
        raise BadSetting("NEO4J_URI is not set: a peer of the benchmark has no Neo4j of its own")
    return open_driver(address, settings)


def statement_parameters(given: dict[str, Any]) -> dict[str, Any]:
    """A request's parameters as its statement takes them: what was typed becomes full-text queries, as ours does it."""
    return {**given, **lucene_queries(given["text"])} if "text" in given else given
