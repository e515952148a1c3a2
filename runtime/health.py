"""Health and metrics for those who run the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph_model.errors import SongNodesError

Check = Callable[[], Awaitable[dict[str, object]]]


def health_routes(ready: Check) -> list[Route]:
    """/health/live: the process answers. /health/ready: `ready` does not raise. /metrics: for Prometheus."""

    async def is_live(_: Request) -> Response:
        return JSONResponse({"status": "live"})

    async def is_ready(_: Request) -> Response:
        try:
            return JSONResponse({"status": "ready", **await ready()})
        except SongNodesError as error:
            return JSONResponse(
                {"status": "unavailable", "code": error.code, "message": error.message}, status_code=503
            )

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [
        Route("/health/live", is_live),
        Route("/health/ready", is_ready),
        Route("/metrics", metrics),
    ]
