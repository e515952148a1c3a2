"""Mutations through the whole server: who may write, what is written, and what is told of it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

import httpx
import pytest

from cypher import Database
from cypher.session import read_text, read_value
from resolvers.mutations import MOST_FILE_BYTES, MOST_SETS
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app
from tests.ingestion.imports.samples import NML

KEY = "s3cret"
BEARER = {"authorization": f"Bearer {KEY}"}
LOAD = """mutation($sets: [SetInput!]!) { loadSets(sets: $sets) {
  new updated unchanged setAside { place code reason } setlists { id title } } }"""
IMPORT = """mutation($name: String!, $content: String!) { importFile(name: $name, contentBase64: $content) {
  format rows tracks libraries kept { new updated unchanged setAside { place code reason } setlists { title
  plays { text playedAt track { title bpm musicalKey durationMs year provenance { field value source } } } } } } }"""
DELETE = 'mutation($id: ID!) { deleteSetlist(id: $id, reason: "a mistake") { id } }'
OURS = "MATCH (node) WHERE NOT node:Purpose AND NOT node:Migration RETURN count(node)"
TITLES = "MATCH (:Setlist)-[:HAS]->(play:Play) RETURN play.text AS text ORDER BY play.position, play.layer"


@pytest.fixture
async def door(graph: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The server, which knows one key."""
    keys = ApiKeys({"curator": sha256(KEY.encode()).digest()})
    transport = httpx.ASGITransport(app=create_app(graph, settings, keys))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        yield client


async def send(door: httpx.AsyncClient, query: str, headers: dict[str, str] = BEARER, **variables: Any) -> Any:
    answer = await door.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
    return answer.json()


async def load(door: httpx.AsyncClient, *sets: dict[str, Any]) -> dict[str, Any]:
    answer = await send(door, LOAD, sets=sets)
    assert "errors" not in answer
    found: dict[str, Any] = answer["data"]["loadSets"]
    return found


def a_set(key: str = "one", *texts: str) -> dict[str, Any]:
    rows = texts or ("Joey Beltram - Energy Flash", "ID - ID", "Jamie Jones Feat. Digitaria - Tantra")
    return {
        "id": key,
        "name": f"Set {key}",
        "date": "2014-08-02",
        "artists": ["Âme"],
        "tracks": [{"text": t} for t in rows],
    }


def numbers(found: dict[str, Any]) -> tuple[int, int, int]:
    return found["new"], found["updated"], found["unchanged"]


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": "Basic czNjcmV0"}])
async def test_without_a_key_nothing_is_written(
    door: httpx.AsyncClient, graph: Database, headers: dict[str, str]
) -> None:
    for query, variables in ((LOAD, {"sets": [a_set()]}), (DELETE, {"id": "set_x"})):
        answer = await send(door, query, headers, **variables)
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHORIZED"
        assert not any((answer.get("data") or {}).values())
    assert await read_value(graph, OURS, {}) == 0


async def test_a_set_is_new_then_unchanged_then_updated(door: httpx.AsyncClient, graph: Database) -> None:
    first = await load(door, a_set())
    assert numbers(first) == (1, 0, 0)
    assert numbers(again := await load(door, a_set())) == (0, 0, 1)
    assert numbers(other := await load(door, a_set("one", "Joey Beltram - Energy Flash"))) == (0, 1, 0)
    assert first["setlists"] == again["setlists"] == other["setlists"]
    assert [row["text"] for row in await read_text(graph, TITLES, {})] == ["Joey Beltram - Energy Flash"]


async def test_the_history_names_the_key_that_wrote(door: httpx.AsyncClient, graph: Database) -> None:
    await load(door, a_set())
    actors = await read_text(graph, "MATCH (revision:Revision) RETURN DISTINCT revision.actor AS actor", {})
    assert actors == [{"actor": "key:curator"}]


async def test_what_is_selected_of_the_loaded_sets_comes_with_the_answer(door: httpx.AsyncClient) -> None:
    query = """mutation($sets: [SetInput!]!, $few: Int!, $no: Boolean = false) { done: loadSets(sets: $sets) {
      first: new
      ids: setlists { id }
      loaded: setlists { __typename name: title playedOn playedPrecision by: artists { called: name }
        rows: plays { position state of: track { heading: title setCount artists { name }
          after: nextTracks(first: $few) { totalCount edges { sets node { title } } } } }
        event { name } skipped: title @include(if: $no) } } }"""
    answer = await send(door, query, sets=[a_set("b"), a_set("a", "Alpha - Dawn", "Beta - Dusk")], few=1)
    done = answer["data"]["done"]
    assert done["first"] == 2
    assert [one["name"] for one in done["loaded"]] == ["Set b", "Set a"]
    assert len({one["id"] for one in done["ids"]}) == 2
    dawn, dusk = done["loaded"][1].pop("rows")
    assert done["loaded"][1] == {
        "__typename": "Setlist", "name": "Set a", "playedOn": "2014-08-02", "playedPrecision": "DAY",
        "by": [{"called": "Âme"}], "event": None,
    }  # fmt: skip
    assert dawn == {
        "position": 1, "state": "IDENTIFIED", "of": {
            "heading": "Dawn", "setCount": 1, "artists": [{"name": "Alpha"}],
            "after": {"totalCount": 1, "edges": [{"sets": 1, "node": {"title": "Dusk"}}]},
        },
    }  # fmt: skip
    assert dusk["of"]["after"] == {"totalCount": 0, "edges": []}
    assert done["loaded"][0]["rows"][1] == {"position": 2, "state": "UNIDENTIFIED", "of": None}


async def test_each_part_of_a_row_is_taken(door: httpx.AsyncClient, graph: Database) -> None:
    rows = [
        {"artist": "Alpha", "title": "Dawn", "cue": "61", "segue": True},
        {"text": "Beta - Dusk", "cue": "1:01:01", "together": True},
        {"text": "Gamma - Noon", "break": True},
    ]
    await load(door, {"name": "Parts", "tracks": rows})
    found = await read_text(
        graph,
        "MATCH (p:Play) RETURN p.position AS at, p.layer AS layer, p.cue_ms AS cue ORDER BY at, layer",
        {},
    )
    assert [tuple(row.values()) for row in found] == [(1, 0, 61_000), (1, 1, 3_661_000), (2, 0, None)]
    assert await read_value(graph, "MATCH ()-[edge:TRANSITIONS_TO]->() RETURN count(edge)", {}) == 0


async def test_what_cannot_be_read_is_set_aside_and_named(door: httpx.AsyncClient, graph: Database) -> None:
    no_day = {**a_set("two"), "date": "2014-02-30"}
    found = await load(door, a_set("one"), no_day, a_set("three", "Alpha - Dawn", " "))
    assert numbers(found) == (2, 0, 0)
    assert [one["title"] for one in found["setlists"]] == ["Set one", "Set three"]
    assert [(one["place"], one["code"]) for one in found["setAside"]] == [
        ("set 2", "BAD_SET"),
        ("set 3, row 2", "BAD_ROW"),
    ]
    assert "2014-02-30" in found["setAside"][0]["reason"]
    kept = await read_text(graph, "MATCH (aside:SetAside) RETURN aside.place AS place ORDER BY place", {})
    assert [row["place"] for row in kept] == ["set 2", "set 3, row 2"]


async def test_no_set_at_all_is_no_error(door: httpx.AsyncClient) -> None:
    assert await load(door) == {"new": 0, "updated": 0, "unchanged": 0, "setAside": [], "setlists": []}


async def test_more_sets_than_allowed_are_refused_as_a_whole(door: httpx.AsyncClient, graph: Database) -> None:
    sets = [a_set(str(number), "Alpha - Dawn") for number in range(MOST_SETS + 1)]
    answer = await send(door, LOAD, sets=sets)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    assert str(MOST_SETS + 1) in answer["errors"][0]["message"]
    assert await read_value(graph, OURS, {}) == 0


async def test_a_deleted_set_is_gone_and_its_tracks_stay(door: httpx.AsyncClient, graph: Database) -> None:
    (loaded,) = (await load(door, a_set("one", "Alpha - Dawn", "Beta - Dusk")))["setlists"]
    assert await send(door, DELETE, id=loaded["id"]) == {"data": {"deleteSetlist": {"id": loaded["id"]}}}
    assert await read_value(graph, "MATCH (left:Setlist|Play) RETURN count(left)", {}) == 0
    assert await read_value(graph, "MATCH ()-[edge:TRANSITIONS_TO]->() RETURN count(edge)", {}) == 0
    assert await read_value(graph, "MATCH (track:Track) RETURN collect(track.set_count)", {}) == [0, 0]
    told = await read_value(graph, "MATCH (r:Revision {action: 'delete_set'}) RETURN [r.actor, r.reason]", {})
    assert told == ["key:curator", "a mistake"]


async def test_a_set_that_is_not_there_cannot_be_deleted(door: httpx.AsyncClient, graph: Database) -> None:
    await load(door, a_set("one", "Alpha - Dawn"))
    track = await read_value(graph, "MATCH (track:Track) RETURN track.id", {})
    before = await read_value(graph, OURS, {})
    for uid in ("set_x", "", track):
        answer = await send(door, DELETE, id=uid)
        assert answer["errors"][0]["extensions"] == {"code": "NOT_FOUND", "retryable": False}
        assert answer["errors"][0]["path"] == ["deleteSetlist"]
    assert await read_value(graph, OURS, {}) == before


async def test_mutations_run_one_after_the_other_and_a_failed_one_does_not_undo_the_others(
    door: httpx.AsyncClient,
) -> None:
    query = """mutation($sets: [SetInput!]!) { a: loadSets(sets: $sets) { new }
      b: deleteSetlist(id: "set_x") { id }  c: loadSets(sets: $sets) { new unchanged } }"""
    answer = await send(door, query, sets=[a_set()])
    assert answer["data"] == {"a": {"new": 1}, "b": None, "c": {"new": 0, "unchanged": 1}}
    assert [error["path"] for error in answer["errors"]] == [["b"]]


async def test_a_mutation_by_get_is_refused(door: httpx.AsyncClient, graph: Database) -> None:
    query = 'mutation { loadSets(sets: [{name: "One", tracks: [{text: "Alpha - Dawn"}]}]) { new } }'
    answer = await door.get("/graphql", params={"query": query}, headers=BEARER)
    assert answer.status_code == 405
    assert answer.json()["errors"][0]["extensions"]["code"] == "METHOD_NOT_ALLOWED"
    assert await read_value(graph, OURS, {}) == 0


async def send_file(door: httpx.AsyncClient, name: str, data: bytes) -> dict[str, Any]:
    answer = await send(door, IMPORT, name=name, content=b64encode(data).decode())
    assert "errors" not in answer
    found: dict[str, Any] = answer["data"]["importFile"]
    return found


async def test_a_file_is_imported_and_what_it_measures_can_be_asked(door: httpx.AsyncClient) -> None:
    found = await send_file(door, "history.nml", NML)
    assert (found["format"], found["rows"], found["tracks"], found["libraries"]) == ("Traktor NML", 5, 3, 1)
    assert numbers(found["kept"]) == (1, 0, 0)
    assert [each["code"] for each in found["kept"]["setAside"]] == ["BAD_ROW", "EMPTY_SET"]
    ((one, *_),) = [each["plays"] for each in found["kept"]["setlists"]]
    assert one["playedAt"] == "2019-10-18T19:07:19"
    assert (one["track"]["bpm"], one["track"]["musicalKey"], one["track"]["durationMs"]) == (125.0, "8m", 419500)
    assert {"field": "bpm", "value": "125.0", "source": "traktor"} in one["track"]["provenance"]
    assert numbers((await send_file(door, "renamed.nml", NML))["kept"]) == (0, 0, 1)


async def test_a_file_that_is_no_tracklist_is_set_aside_with_its_reason(door: httpx.AsyncClient) -> None:
    found = await send_file(door, "sets.zip", b"PK\x03\x04" + bytes(50))
    assert (found["format"], [each["code"] for each in found["kept"]["setAside"]]) == (None, ["ARCHIVE"])


@pytest.mark.parametrize("content", ["no base64!", "QUJD\n", b64encode(bytes(MOST_FILE_BYTES + 1)).decode()])
async def test_what_is_no_base64_or_too_large_is_refused(graph: Database, settings: Settings, content: str) -> None:
    wide = settings.model_copy(update={"max_body_bytes": 10_000_000})
    app = create_app(graph, wide, ApiKeys({"curator": sha256(KEY.encode()).digest()}))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://door") as client:
        answer = await send(client, IMPORT, name="x", content=content)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_INPUT"


async def test_importing_needs_a_key(door: httpx.AsyncClient, graph: Database) -> None:
    answer = await send(door, IMPORT, {}, name="history.nml", content=b64encode(NML).decode())
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHORIZED"
    assert await read_value(graph, OURS, {}) == 0
