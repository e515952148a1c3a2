"""`extensions.explain`, for development: the statements of an operation, their plans and db hits."""

from __future__ import annotations

from typing import Any

from cypher.session import Database, profile
from resolvers.compiler.plan import Ready, RootPlan
from resolvers.http.message import GraphQLRequest


async def explained(
    database: Database, roots: list[tuple[RootPlan, Ready]], request: GraphQLRequest
) -> dict[str, Any] | None:
    """The profile of each root field where the request's own `extensions` ask for it: {"explain": true}."""
    if not (request.extensions or {}).get("explain"):
        return None
    return {"explain": [await _of_root(database, root, ready) for root, ready in roots]}


async def _of_root(database: Database, root: RootPlan, ready: Ready) -> dict[str, Any]:
    found = await profile(database, ready.statement, ready.parameters)
    parameters = {name: str(value) for name, value in ready.parameters.items()}
    return {
        "field": root.key,
        "statement": ready.statement,
        "parameters": parameters,
        "dbHits": found.db_hits,
        "plan": found.plan,
    }
