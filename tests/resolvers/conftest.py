"""What the tests of the compiler and the executor ask: a server's executor on a seeded graph."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import pytest

from curation.keeper import GraphCurator
from cypher import Database
from ingestion.keeper import GraphSetKeeper
from ingestion.resolution.explanation import GraphMatchExplainer
from resolvers.execution.executor import Executor, Limits
from resolvers.http.message import Caller, GraphQLRequest
from resolvers.wiring import Keepers, open_executor
from tests.resolvers.seeded_graph import load_small_graph

Ask = Callable[..., Awaitable[dict[str, Any]]]
"""The whole answer to a query: `await ask("{ stats { plays } }", first=3)`; keyword arguments are the variables."""


@pytest.fixture(scope="session")
def executor(database: Database) -> Executor:
    """As `server.py` wires it."""
    return open_executor(
        database,
        Keepers(GraphSetKeeper(database), GraphCurator(database), GraphMatchExplainer(database)),
        b"a secret of the tests",
        Limits(),
    )


@pytest.fixture(scope="session")
def ask(executor: Executor) -> Ask:
    async def asked(query: str, **variables: Any) -> dict[str, Any]:
        request = GraphQLRequest(query, None, variables, read_only=True)
        answer: dict[str, Any] = orjson.loads((await executor.execute(request, Caller())).body)
        return answer

    return asked


@pytest.fixture(scope="module")
async def small_graph(database: Database) -> Database:
    """The small seeded graph, for a whole file of tests that only read."""
    await load_small_graph(database)
    return database
