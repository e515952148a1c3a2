"""Bad input through the whole server: a clear error with its code, nothing of the inside told, and life goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest

from cypher import Database
from runtime.database import Address, open_driver
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app

TOLD = ("MATCH", "RETURN", "bolt://", "127.0.0.1", "Traceback", "File ", "neo4j", "$`")
LONG = "x" * 100_000
FIELD = "{ tracks(%s) { nodes { id } } }"
BY_ID = "query($id: ID!) { track(id: $id) { id } }"
WHERE = "query($w: TrackFilter) { tracks(first: 1, where: $w) { nodes { id } } }"
SEARCH = "query($text: String!) { search(text: $text) { snippet } suggest(prefix: $text) { text } }"


def nested(levels: int, wrap: str, inside: str) -> str:
    before, after = wrap.split("%s")
    return before * levels + inside + after * levels


def not_nested(levels: int) -> dict[str, Any]:
    where: dict[str, Any] = {"title": {"eq": "x"}}
    for _ in range(levels):
        where = {"not": where}
    return where


@pytest.fixture
async def door(graph: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=create_app(graph, settings, ApiKeys({})))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        yield client


async def post(door: httpx.AsyncClient, body: bytes) -> dict[str, Any]:
    answer = await door.post("/graphql", content=body, headers={"content-type": "application/json"})
    found: dict[str, Any] = orjson.loads(answer.content)
    return found


def told_nothing(answer: dict[str, Any]) -> bool:
    messages = " ".join(str(error["message"]) for error in answer.get("errors", ()))
    return not any(word in messages for word in TOLD)


CASES: list[tuple[str, str, dict[str, Any] | None]] = [
    ("GRAPHQL_PARSE_FAILED", "{ tracks", None),
    ("GRAPHQL_PARSE_FAILED", "\x00\x07", None),
    ("GRAPHQL_PARSE_FAILED", "", None),
    ("GRAPHQL_PARSE_FAILED", '{ track(id: "\\uD800") { id } }', None),
    ("GRAPHQL_VALIDATION_FAILED", "{ nothing }", None),
    ("GRAPHQL_VALIDATION_FAILED", "{ artist(id: 1) { ...A } } fragment A on Artist { aliases { ...A } }", None),
    ("BAD_CURSOR", FIELD % 'after: "abc"', None),
    ("BAD_CURSOR", FIELD % f'after: "{LONG}"', None),
    ("BAD_CURSOR", FIELD % 'first: 1, before: "abc"', None),
    ("BAD_PAGE_SIZE", FIELD % "first: -1", None),
    ("BAD_PAGE_SIZE", FIELD % "first: 0", None),
    ("BAD_PAGE_SIZE", FIELD % "first: 501", None),
    ("BAD_PAGE_SIZE", FIELD % "first: 1, last: 1", None),
    ("BAD_INPUT", SEARCH, {"text": "!!!"}),
    ("BAD_INPUT", SEARCH, {"text": LONG}),
    ("BAD_USER_INPUT", BY_ID, {"id": {}}),
    ("BAD_USER_INPUT", BY_ID, None),
    ("BAD_USER_INPUT", WHERE, {"w": {"nothing": 1}}),
    ("BAD_USER_INPUT", WHERE, {"w": not_nested(200)}),
    ("QUERY_TOO_LARGE", nested(10_000, "{ a %s }", "id"), None),
    ("QUERY_TOO_LARGE", "{ artist(id: 1) " + nested(150, "{ aliases %s }", "{ id }") + " }", None),
    ("QUERY_TOO_LARGE", FIELD % ("where: " + nested(10_000, "{not: %s}", "{}")), None),
    ("QUERY_TOO_LARGE", FIELD % ("where: " + nested(10_000, "{and: [%s]}", "{}")), None),
    ("QUERY_TOO_LARGE", "{ " + " ".join(f"a{n}: stats {{ plays }}" for n in range(10_000)) + " }", None),
    ("QUERY_TOO_LARGE", "{ " + " ".join(f"a{n}: stats {{ plays }}" for n in range(50)) + " }", None),
    ("QUERY_TOO_LARGE", "{ tracks(first: 500) { nodes { nextTracks(first: 500) { nodes { id } } } } }", None),
]


@pytest.mark.parametrize(("code", "query", "variables"), CASES, ids=range(len(CASES)))
async def test_bad_input_has_its_code_and_the_next_request_an_answer(
    door: httpx.AsyncClient, code: str, query: str, variables: dict[str, Any] | None
) -> None:
    answer = await post(door, orjson.dumps({"query": query, "variables": variables}))
    assert answer["errors"][0]["extensions"]["code"] == code
    assert told_nothing(answer)
    assert (await post(door, b'{"query": "{ stats { plays } }"}'))["data"] == {"stats": {"plays": 0}}


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("BODY_TOO_LARGE", b'{"query": "' + b"x" * 5_000_000 + b'"}'),
        ("BAD_REQUEST", b'{"query": "{ stats { plays } }", "variables": {"x": "\\ud800"}}'),
        ("BAD_REQUEST", b'{"query": "\xff"}'),
        ("BAD_REQUEST", b'{"query": ' + b"[" * 10_000),
        ("BAD_REQUEST", b'{"query": "{ x }", "variables": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001),
    ],
)
async def test_a_body_that_is_no_request_is_refused(door: httpx.AsyncClient, code: str, body: bytes) -> None:
    answer = await post(door, body)
    assert answer["errors"][0]["extensions"]["code"] == code
    assert told_nothing(answer)


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (BY_ID, {"id": LONG}),
        (BY_ID, {"id": "\x00\n\x1b"}),
        (WHERE, {"w": {"title": {"contains": LONG}}}),
        (WHERE, {"w": {"id": {"in": ["x"] * 50_000}}}),
        (SEARCH, {"text": 'AND OR NOT "a" (b) [c TO d] *? ~ ^ \x00'}),
    ],
)
async def test_strange_values_are_only_values(door: httpx.AsyncClient, query: str, variables: dict[str, Any]) -> None:
    answer = await post(door, orjson.dumps({"query": query, "variables": variables}))
    assert "errors" not in answer


async def test_a_database_that_is_away_is_said_so(settings: Settings) -> None:
    driver = open_driver(Address("bolt://127.0.0.1:9"), settings)
    transport = httpx.ASGITransport(app=create_app(Database(driver, attempts=1), settings, ApiKeys({})))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as door:
        answer = await post(door, b'{"query": "{ stats { plays } }"}')
    await driver.close()
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"] == {"code": "UNAVAILABLE", "retryable": True}
    assert told_nothing(answer)
