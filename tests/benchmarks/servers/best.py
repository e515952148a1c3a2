"""Peer: the best bare handler that we can write: plain ASGI, auto-commit, kept sessions, lists, orjson."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import neo4j
import orjson
from starlette.types import Receive, Scope, Send

from tests.benchmarks.servers.statements import given_driver, statement_parameters, statements

Found = dict[str, Any]
TIMEOUT_S = 10.0
HEADERS = [(b"content-type", b"application/json")]

driver = given_driver()
idle: list[neo4j.AsyncSession] = []
"""Sessions to be used again; a handler that is to live would have to drop one after a failure."""
queries = {f"/{name}": neo4j.Query(text, timeout=TIMEOUT_S) for name, text in statements("best.cypher").items()}


def artists(rows: list[list[Any]]) -> list[Found]:
    """Rows of id and name."""
    return [{"id": uid, "name": name} for uid, name in rows]


def next_tracks(row: list[Any]) -> Found:
    """A track with what follows it."""
    uid, title, by, following = row
    nodes = [
        {"id": other, "title": name, "sets": sets, "djs": djs, "artists": artists(names)}
        for sets, djs, other, name, names in following
    ]
    return {"id": uid, "title": title, "artists": artists(by), "nextTracks": nodes}


def year(row: list[Any]) -> Found:
    """A setlist."""
    uid, title, played_on, by = row
    return {"id": uid, "title": title, "playedOn": played_on, "artists": artists(by)}


def nest(row: list[Any]) -> Found:
    """An artist with tracks and what follows them."""
    uid, name, tracks = row
    return {"id": uid, "name": name, "tracks": [nested_track(track) for track in tracks]}


def nested_track(row: list[Any]) -> Found:
    """One of those tracks."""
    uid, title, following = row
    nodes = [
        {"id": other, "title": name, "sets": sets, "artists": artists(names)} for sets, other, name, names in following
    ]
    return {"id": uid, "title": title, "nextTracks": nodes}


def search(row: list[Any]) -> Found:
    """A track that was found."""
    uid, title, set_count, by = row
    return {"id": uid, "title": title, "setCount": set_count, "artists": artists(by)}


SHAPERS: dict[str, Callable[[list[Any]], Found]] = {
    "/next_tracks": next_tracks,
    "/year": year,
    "/nest": nest,
    "/search": search,
}


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """POST /SHAPE with the statement's parameters as JSON."""
    if scope["type"] != "http":
        return
    path = scope["path"]
    parameters = statement_parameters(orjson.loads(await read_body(receive)))
    session = idle.pop() if idle else driver.session(default_access_mode=neo4j.READ_ACCESS, database="neo4j")
    record = await (await session.run(queries[path], parameters)).single()
    idle.append(session)
    shape = SHAPERS[path]
    body = orjson.dumps({"data": {"found": [shape(row) for row in record[0]] if record else []}})
    length = (b"content-length", b"%d" % len(body))
    await send({"type": "http.response.start", "status": 200, "headers": [*HEADERS, length]})
    await send({"type": "http.response.body", "body": body})


async def read_body(receive: Receive) -> bytes:
    """All of it."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)
