"""Peer: a bare Starlette handler as most would write it: `execute_query`, JSONResponse, uvicorn's defaults."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.benchmarks.servers.statements import given_driver, statement_parameters, statements

STATEMENTS = statements("bare.cypher")

driver = given_driver()


async def found(request: Request) -> JSONResponse:
    """POST /SHAPE with the statement's parameters as JSON."""
    parameters = statement_parameters(await request.json())
    records, _, _ = await driver.execute_query(
        STATEMENTS[request.path_params["shape"]], parameters_=parameters, database_="neo4j"
    )
    return JSONResponse({"data": {"found": [record["found"] for record in records]}})


app = Starlette(routes=[Route("/{shape}", found, methods=["POST"])])
