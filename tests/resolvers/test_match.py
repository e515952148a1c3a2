"""`explainMatch` through the whole server: reasons, and the tracks themselves with what is selected of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from cypher import Database
from ingestion.load import load_sets
from ingestion.resolution.alike import resolve_alike
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app
from tests.ingestion.given import play, set_of

EXPLAIN = """query($text: String!, $first: Int! = 5) { explainMatch(text: $text, first: $first) {
  outcome decidedBy artists title version track { title artists { name } }
  compared { trackId probability decision veto startLogOdds reasons { axis logOdds text } } tracks { id title } } }"""


@pytest.fixture
async def door(graph: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The server on a graph of two tracks."""
    rows = (play("Robert Hood", "Time Stretch"), play("Kerri Chandler", "Red Light"))
    await load_sets(graph, [set_of("a", *rows)], actor="tests", resolver=resolve_alike)
    transport = httpx.ASGITransport(app=create_app(graph, settings, ApiKeys({})))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        yield client


async def explained(door: httpx.AsyncClient, **variables: Any) -> Any:
    return (await door.post("/graphql", json={"query": EXPLAIN, "variables": variables})).json()


async def test_it_says_why_and_gives_the_tracks(door: httpx.AsyncClient) -> None:
    found = (await explained(door, text="Robert Hood - Timestretch"))["data"]["explainMatch"]
    assert (found["outcome"], found["artists"], found["title"]) == ("SAME", ["Robert Hood"], "Timestretch")
    assert found["track"] == {"title": "Time Stretch", "artists": [{"name": "Robert Hood"}]}
    assert [one["trackId"] for one in found["compared"]] == [track["id"] for track in found["tracks"]]
    assert found["compared"][0]["decision"] == "SAME"
    assert {"title", "artist"} <= {reason["axis"] for reason in found["compared"][0]["reasons"]}


async def test_a_new_row_has_no_track(door: httpx.AsyncClient) -> None:
    found = (await explained(door, text="Moby - Porcelain"))["data"]["explainMatch"]
    assert (found["outcome"], found["track"], found["tracks"]) == ("NEW", None, [])


@pytest.mark.parametrize(("variables", "code"), [
    ({"text": "Moby - Go", "first": 0}, "BAD_PAGE_SIZE"),
    ({"text": "Moby - Go", "first": 21}, "BAD_PAGE_SIZE"),
    ({"text": " "}, "BAD_INPUT"),
])  # fmt: skip
async def test_bad_input_has_a_code(door: httpx.AsyncClient, variables: dict[str, Any], code: str) -> None:
    assert (await explained(door, **variables))["errors"][0]["extensions"]["code"] == code
