"""A curator through the whole server: who may act, what comes back, which ids still lead somewhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

import httpx
import pytest

from curation.review import NewReviewItem, open_items
from cypher import Database, write
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app
from tests.curation.given import everything, plays_of, uid, value
from tests.ingestion.given import load, set_of

KEY = "s3cret"
BEARER = {"authorization": f"Bearer {KEY}"}
MERGE = """mutation($one: ID!, $other: ID!) { mergeTracks(survivor: $one, merged: $other, reason: "the same") {
  track { id title setCount formerIds revisions { nodes { action } } } revision { id action actor reason } } }"""
UNDO = """mutation($id: ID!) { undo(revision: $id) { tracks { id title } artists { id } item { id state }
  revision { action } } }"""
Ids = dict[str, str]


@pytest.fixture
async def door(graph: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The server, which knows one key."""
    keys = ApiKeys({"curator": sha256(KEY.encode()).digest()})
    transport = httpx.ASGITransport(app=create_app(graph, settings, keys))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        yield client


@pytest.fixture
async def ids(graph: Database) -> Ids:
    """Title or name → id; `item` asks whether Won is One or Two."""
    await load(graph, set_of("a", "One", "Two", "Won", djs=("Dora", "Dora D")))
    found = {title: await uid(graph, "Track", title) for title in ("One", "Two", "Won")}
    found |= {name: await uid(graph, "Artist", name) for name in ("Dora", "Dora D")}
    likely = [(found["One"], 0.9, ["title 0.8"]), (found["Two"], 0.4, [])]
    asked = NewReviewItem("track", found["Won"], "Anna - Won", 0.9, "matcher 1", None, likely)
    await write(graph, lambda transaction: open_items(transaction, [asked]))
    return found | {"item": await value(graph, "MATCH (item:ReviewItem) RETURN item.id")}


async def send(door: httpx.AsyncClient, query: str, headers: dict[str, str] = BEARER, **variables: Any) -> Any:
    answer = await door.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
    return answer.json()


async def done(door: httpx.AsyncClient, query: str, **variables: Any) -> Any:
    answer = await send(door, query, **variables)
    assert "errors" not in answer, answer["errors"]
    return next(iter(answer["data"].values()))


@pytest.mark.parametrize(
    "mutation",
    [
        'mergeTracks(survivor: "$One", merged: "$Won") { track { id } }',
        'mergeArtists(survivor: "$Dora", merged: "$Dora D") { artist { id } }',
        'repointPlays(plays: ["ply_x"], track: "$Two") { track { id } }',
        'acceptReview(item: "$item") { item { id } }',
        'rejectReview(item: "$item") { item { id } }',
        'decideNew(item: "$item") { item { id } }',
        'undo(revision: "rev_x") { revision { id } }',
    ],
)
async def test_without_a_key_nothing_is_changed(
    door: httpx.AsyncClient, graph: Database, ids: Ids, mutation: str
) -> None:
    before = await everything(graph)
    for name in sorted(ids, key=len, reverse=True):
        mutation = mutation.replace(f"${name}", ids[name])
    answer = await send(door, f"mutation {{ {mutation} }}", {})
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHORIZED"
    assert await everything(graph) == before


async def test_a_merge_answers_with_the_track_and_an_undo_with_both(door: httpx.AsyncClient, ids: Ids) -> None:
    merged = await done(door, MERGE, one=ids["One"], other=ids["Won"])
    assert merged["track"] == {
        "id": ids["One"], "title": "One", "setCount": 1, "formerIds": [ids["Won"]],
        "revisions": {"nodes": [{"action": "merge_tracks"}]},
    }  # fmt: skip
    assert merged["revision"]["actor"] == "key:curator"
    undone = await done(door, UNDO, id=merged["revision"]["id"])
    assert sorted(track["title"] for track in undone["tracks"]) == ["One", "Won"]
    assert (undone["artists"], undone["item"], undone["revision"]) == ([], None, {"action": "undo"})
    answer = await send(door, UNDO, id=merged["revision"]["id"])
    assert answer["errors"][0]["extensions"]["code"] == "CANNOT_UNDO"
    answer = await send(door, MERGE, one=ids["One"], other=ids["Won"])
    assert answer["errors"][0]["extensions"]["code"] == "KNOWN_DIFFERENT"
    forced = MERGE.replace("reason:", "force: true, reason:")
    assert (await done(door, forced, one=ids["One"], other=ids["Won"]))["track"]["id"] == ids["One"]


@pytest.mark.parametrize("introspects", ["", "__schema { queryType { name } }"])
async def test_an_id_that_was_merged_away_leads_to_the_survivor_on_both_paths(
    door: httpx.AsyncClient, ids: Ids, introspects: str
) -> None:
    await done(door, MERGE, one=ids["One"], other=ids["Won"])
    artists = "mutation($one: ID!, $other: ID!) { mergeArtists(survivor: $one, merged: $other) { artist { name } } }"
    assert (await done(door, artists, one=ids["Dora"], other=ids["Dora D"])) == {"artist": {"name": "Dora"}}
    query = f"""query($track: ID!, $artist: ID!) {{ {introspects}
      track(id: $track) {{ id }} a: node(id: $track) {{ __typename id }}
      artist(id: $artist) {{ id formerIds }} b: node(id: $artist) {{ __typename id }}
      c: artist(id: $track) {{ id }} d: setlist(id: $track) {{ id }} }}"""
    data = (await send(door, query, track=ids["Won"], artist=ids["Dora D"]))["data"]
    data.pop("__schema", None)
    assert data == {
        "track": {"id": ids["One"]}, "a": {"__typename": "Track", "id": ids["One"]},
        "artist": {"id": ids["Dora"], "formerIds": [ids["Dora D"]]}, "b": {"__typename": "Artist", "id": ids["Dora"]},
        "c": None, "d": None,
    }  # fmt: skip


async def test_rows_are_moved_and_told(door: httpx.AsyncClient, graph: Database, ids: Ids) -> None:
    query = """mutation($plays: [ID!]!, $track: ID, $title: String) {
      repointPlays(plays: $plays, track: $track, title: $title) { track { title setCount }
        plays { id track { title } } } }"""
    plays = await plays_of(graph, ids["One"])
    moved = await done(door, query, plays=plays, track=ids["Two"])
    assert moved == {"track": {"title": "Two", "setCount": 1}, "plays": [{"id": plays[0], "track": {"title": "Two"}}]}
    assert (await done(door, query, plays=plays, title="One (Live)"))["track"]["title"] == "One (Live)"
    answer = await send(door, query, plays=plays)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_INPUT"


async def test_items_are_found_decided_and_opened_again(door: httpx.AsyncClient, ids: Ids) -> None:
    query = """query($where: ReviewItemFilter) { reviewItems(where: $where, sort: [{by: OPENED_AT}]) {
      totalCount nodes { id kind state text about { id } candidates { rank probability reasons candidate { id
        ... on Track { title } } } } edges { cursor } pageInfo { endCursor } } }"""
    found = await done(door, query, where={"state": {"eq": "OPEN"}})
    assert found["nodes"] == [{
        "id": ids["item"], "kind": "TRACK", "state": "OPEN", "text": "Anna - Won", "about": {"id": ids["Won"]},
        "candidates": [
            {"rank": 1, "probability": 0.9, "reasons": ["title 0.8"], "candidate": {"id": ids["One"], "title": "One"}},
            {"rank": 2, "probability": 0.4, "reasons": [], "candidate": {"id": ids["Two"], "title": "Two"}},
        ],
    }]  # fmt: skip
    decide = "mutation($item: ID!) { %s(item: $item%s) { item { state decidedBy } revision { id } } }"
    for name, more, state in (
        ("acceptReview", "", "ACCEPTED"),
        ("rejectReview", "", "REJECTED"),
        ("decideNew", "", "REJECTED"),
        ("acceptReview", f', candidate: "{ids["Two"]}"', "ACCEPTED"),
    ):
        decided = await done(door, decide % (name, more), item=ids["item"])
        assert decided["item"] == {"state": state, "decidedBy": "key:curator"}
        assert (await done(door, query, where={"state": {"eq": "OPEN"}}))["totalCount"] == 0
        assert (await done(door, UNDO, id=decided["revision"]["id"]))["item"] == {"id": ids["item"], "state": "OPEN"}


async def test_a_page_of_items_goes_on_from_its_cursor(door: httpx.AsyncClient, graph: Database, ids: Ids) -> None:
    asked = NewReviewItem("track", ids["Two"], "Anna - Too", 0.5, "matcher 1", None, [(ids["One"], 0.5, [])])
    await write(graph, lambda transaction: open_items(transaction, [asked]))
    query = """query($sort: [ReviewItemSort!], $after: Cursor) { reviewItems(first: 1, after: $after, sort: $sort) {
      nodes { text } pageInfo { endCursor hasNextPage } } }"""
    for sort, texts in (
        (None, ["Anna - Won", "Anna - Too"]),
        ([{"by": "OPENED_AT", "direction": "DESC"}], ["Anna - Too", "Anna - Won"]),
        ([{"by": "PROBABILITY"}], ["Anna - Too", "Anna - Won"]),
    ):
        first = await done(door, query, sort=sort)
        second = await done(door, query, sort=sort, after=first["pageInfo"]["endCursor"])
        assert [first["nodes"][0]["text"], second["nodes"][0]["text"]] == texts


async def test_what_was_told_apart_and_what_changed_can_be_read(door: httpx.AsyncClient, ids: Ids) -> None:
    reject = 'mutation($item: ID!) { rejectReview(item: $item, reason: "heard both") { revision { id } } }'
    revision = (await done(door, reject, item=ids["item"]))["revision"]["id"]
    query = """query($id: ID!, $rev: ID!, $item: ID!) {
      track(id: $id) { distinctFrom { by reason track { title } } revisions { totalCount nodes { id undoneBy { id } } }
      }
      node(id: $rev) { ... on Revision { action changed { __typename } } } reviewItem(id: $item) { state } }"""
    data = (await send(door, query, id=ids["One"], rev=revision, item=ids["item"]))["data"]
    said = {"by": "key:curator", "reason": "heard both", "track": {"title": "Won"}}
    assert data["track"]["distinctFrom"] == [said]
    assert data["track"]["revisions"] == {"totalCount": 1, "nodes": [{"id": revision, "undoneBy": None}]}
    assert data["node"]["action"] == "reject_review"
    assert sorted(each["__typename"] for each in data["node"]["changed"]) == ["ReviewItem", "Track", "Track", "Track"]
    assert data["reviewItem"] == {"state": "REJECTED"}
