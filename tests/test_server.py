"""What the server's paths lead to."""

from __future__ import annotations

import httpx
import pytest

from cypher import Database
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app


@pytest.mark.graph
@pytest.mark.parametrize(
    ("path", "status", "answer"),
    [
        ("/graphql?query=%7B__typename%7D", 200, '{"data":{"__typename":"Query"}}'),
        ("/graphql/", 307, ""),
        ("/health/live", 200, None),
        ("/nowhere", 404, "Not Found"),
    ],
)
async def test_each_path_has_its_door(
    graph: Database, settings: Settings, path: str, status: int, answer: str | None
) -> None:
    app = create_app(graph, settings, ApiKeys({}))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://x") as client:
        found = await client.get(path)
    assert found.status_code == status
    assert answer is None or found.text == answer
