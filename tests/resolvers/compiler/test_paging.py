"""Pages put together are the sorted list: nothing lost, nothing twice, whichever way and however large they are."""

from __future__ import annotations

import random
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pytest

from cypher import Database
from tests.resolvers.conftest import Ask
from tests.resolvers.sorted_rows import sorted_rows

Element = tuple[str, str | None]
"""Id and role: a track stands twice in the list of an artist that it credits twice."""

MOST_IN_PAGE = 5
TRACKS = "MATCH (node:Track)"
SETLISTS = "MATCH (node:Setlist)"
NEXT = "MATCH (parent:Track {id: $id})-[edge:TRANSITIONS_TO]->(node)"
PREVIOUS = "MATCH (parent:Track {id: $id})<-[edge:TRANSITIONS_TO]-(node)"
MOST_PLAYED = """MATCH (node:Track)-[edge:TRANSITIONS_TO]-()
WITH node.id AS id, count(edge) AS edges, count(edge.last_played) AS dated
WHERE dated < edges RETURN id ORDER BY edges DESC, id LIMIT 1"""
MOST_CREDITED = """MATCH (node:Artist)<-[edge:CREDITED_TO]-(:Track)
WITH node.id AS id, count(edge) AS edges RETURN id ORDER BY edges DESC, id LIMIT 1"""


@dataclass(frozen=True)
class Listing:
    """A connection, how it is asked for, and the same list in plain Cypher."""

    name: str
    field: str
    """The field with its arguments, but those of the page."""
    match: str
    keys: str
    """The sort keys that the list must have, `property` or `property DESC`, in order."""
    parent: str = ""
    """Root field below which it stands."""
    element: str = "node { id }"

    def question(self) -> str:
        """A query for one page; the connection is called `page`."""
        name, _, arguments = self.field.rstrip(")").partition("(")
        page = f"page: {name}(first: $first, after: $after, last: $last, before: $before, {arguments})"
        selected = "edges { cursor %s } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"
        body = f"{page} {{ {selected % self.element} }}"
        variables = "$first: Int, $after: Cursor, $last: Int, $before: Cursor"
        if self.parent:
            return f"query({variables}, $id: ID!) {{ found: {self.parent}(id: $id) {{ {body} }} }}"
        return f"query({variables}) {{ {body} }}"


LISTINGS = (
    Listing("tracks", "tracks", TRACKS, "node.sort_title, node.id"),
    Listing("tracks by title", "tracks(sort: {by: TITLE})", TRACKS, "node.sort_title, node.id"),
    Listing("tracks by title, last first", "tracks(sort: {by: TITLE, direction: DESC})", TRACKS,
            "node.sort_title DESC, node.id DESC"),
    Listing("tracks, least played first", "tracks(sort: {by: SET_COUNT})", TRACKS, "node.set_count, node.id"),
    Listing("tracks, most played first", "tracks(sort: {by: SET_COUNT, direction: DESC})", TRACKS,
            "node.set_count DESC, node.id DESC"),
    Listing("tracks by two keys", "tracks(sort: [{by: SET_COUNT, direction: DESC}, {by: TITLE}])", TRACKS,
            "node.set_count DESC, node.sort_title, node.id DESC"),
    Listing("tracks that are played twice", "tracks(where: {setCount: {gte: 2}}, sort: {by: SET_COUNT})",
            f"{TRACKS} WHERE node.set_count >= 2", "node.set_count, node.id"),
    Listing("artists", "artists", "MATCH (node:Artist)", "node.sort_name, node.id"),
    Listing("setlists", "setlists", SETLISTS, "node.played_on DESC, node.id"),
    Listing("setlists, oldest first", "setlists(sort: {by: PLAYED_ON})", SETLISTS, "node.played_on, node.id"),
    Listing("setlists, newest first", "setlists(sort: {by: PLAYED_ON, direction: DESC})", SETLISTS,
            "node.played_on DESC, node.id DESC"),
    Listing("setlists by day and title", "setlists(sort: [{by: PLAYED_ON}, {by: TITLE, direction: DESC}])", SETLISTS,
            "node.played_on, node.sort_title DESC, node.id"),
    Listing("setlists by title and day", "setlists(sort: [{by: TITLE, direction: DESC}, {by: PLAYED_ON}])", SETLISTS,
            "node.sort_title DESC, node.played_on, node.id DESC"),
    Listing("undated setlists", "setlists(where: {playedOn: {isNull: true}})",
            f"{SETLISTS} WHERE node.played_on IS NULL", "node.played_on DESC, node.id"),
    Listing("setlists since a day", 'setlists(where: {playedOn: {gte: "1990-01-01"}}, sort: {by: PLAYED_ON})',
            f"{SETLISTS} WHERE node.played_on >= date('1990-01-01')", "node.played_on, node.id"),
    Listing("next tracks", "nextTracks", NEXT, "edge.sets DESC, node.id", "track"),
    Listing("next tracks, latest first", "nextTracks(sort: {by: LAST_PLAYED})", NEXT,
            "edge.last_played DESC, node.id DESC", "track"),
    Listing("next tracks, latest last", "nextTracks(sort: {by: LAST_PLAYED, direction: ASC})", NEXT,
            "edge.last_played, node.id", "track"),
    Listing("next tracks by three keys", "nextTracks(sort: [{by: FIRST_PLAYED}, {by: SETS}, {by: TITLE}])", NEXT,
            "edge.first_played DESC, edge.sets DESC, node.sort_title DESC, node.id DESC", "track"),
    Listing("previous tracks by two nullable keys",
            "previousTracks(sort: [{by: SETS}, {by: LAST_PLAYED, direction: ASC}, {by: FIRST_PLAYED}])", PREVIOUS,
            "edge.sets DESC, edge.last_played, edge.first_played DESC, node.id DESC", "track"),
    Listing("tracks of an artist", "tracks", "MATCH (parent:Artist {id: $id})<-[edge:CREDITED_TO]-(node:Track)",
            "node.sort_title, node.id, edge.position", "artist", "role node { id }"),
    Listing("tracks of an artist, most played first", "tracks(sort: {by: SET_COUNT, direction: DESC})",
            "MATCH (parent:Artist {id: $id})<-[edge:CREDITED_TO]-(node:Track)",
            "node.set_count DESC, node.id DESC, edge.position DESC", "artist", "role node { id }"),
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Asks for pages of one listing."""

    ask: Ask
    question: str
    variables: dict[str, Any]

    async def page(self, **paging: Any) -> dict[str, Any]:
        """The connection as it was answered."""
        answer = await self.ask(self.question, **self.variables, **paging)
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"].get("found") or answer["data"]
        return dict(found["page"])


async def parent_of(database: Database, listing: Listing) -> dict[str, Any]:
    """The parent's id as a variable, where the listing has a parent: one below which stand many odd rows."""
    if not listing.parent:
        return {}
    found, _, _ = await database.driver.execute_query(MOST_CREDITED if listing.parent == "artist" else MOST_PLAYED)
    return {"id": found[0]["id"]}


async def rows_of(database: Database, listing: Listing) -> list[Any]:
    """The whole list as it must be: records with id, role, and the sort values as key0, key1 …"""
    keys = [key.partition(" ") for key in listing.keys.split(", ")]
    role = "toUpper(edge.role)" if "role" in listing.element else "null"
    values = ", ".join(f"{key} AS key{place}" for place, (key, _, _) in enumerate(keys))
    query = f"{listing.match} RETURN node.id AS id, {role} AS role, {values}"
    rows, _, _ = await database.driver.execute_query(query, await parent_of(database, listing))
    return sorted_rows(rows, [(itemgetter(f"key{at}"), way == "DESC") for at, (_, _, way) in enumerate(keys)])


async def given(ask: Ask, database: Database, listing: Listing) -> tuple[Reader, list[Element]]:
    """What asks for its pages, and the whole list as it must be."""
    whole = [(row["id"], row["role"]) for row in await rows_of(database, listing)]
    return Reader(ask, listing.question(), await parent_of(database, listing)), whole


def elements(page: dict[str, Any]) -> list[Element]:
    """What stands in a page that was answered."""
    return [(edge["node"]["id"], edge.get("role")) for edge in page["edges"]]


pytestmark = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)


async def test_pages_forward_are_the_sorted_list(ask: Ask, small_graph: Database, listing: Listing) -> None:
    reader, whole = await given(ask, small_graph, listing)
    chance, seen, after = random.Random(listing.name), list[Element](), None
    while True:
        size = chance.randint(1, MOST_IN_PAGE)
        page = await reader.page(first=size, after=after)
        assert elements(page) == whole[len(seen) : len(seen) + size]
        assert page["totalCount"] == len(whole)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        seen += elements(page)
        assert page["pageInfo"]["hasNextPage"] is (len(seen) < len(whole))
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert seen == whole


async def test_pages_backward_are_the_sorted_list(ask: Ask, small_graph: Database, listing: Listing) -> None:
    reader, whole = await given(ask, small_graph, listing)
    chance, left, before = random.Random(listing.name), len(whole), None
    while True:
        size = chance.randint(1, MOST_IN_PAGE)
        page = await reader.page(last=size, before=before)
        assert elements(page) == whole[max(0, left - size) : left]
        assert page["pageInfo"]["hasNextPage"] is (before is not None)
        left = max(0, left - size)
        assert page["pageInfo"]["hasPreviousPage"] is (left > 0)
        if left == 0:
            break
        before = page["pageInfo"]["startCursor"]


async def test_every_row_is_a_place_to_go_on_from(ask: Ask, small_graph: Database, listing: Listing) -> None:
    reader, whole = await given(ask, small_graph, listing)
    assert len(whole) > MOST_IN_PAGE
    cursors = [edge["cursor"] for edge in (await reader.page(first=500))["edges"]]
    chance = random.Random(listing.name)
    for place, cursor in enumerate(cursors):
        size = chance.randint(1, MOST_IN_PAGE)
        assert elements(await reader.page(first=size, after=cursor)) == whole[place + 1 : place + 1 + size]
        assert elements(await reader.page(last=size, before=cursor)) == whole[max(0, place - size) : place]


async def test_the_rows_tie_and_some_are_undated(small_graph: Database, listing: Listing) -> None:
    """Else the tests above would show little. Artists' names cannot tie: folded, they are an artist's key."""
    rows = await rows_of(small_graph, listing)
    assert len({row["key0"] for row in rows}) < len(rows) or listing.field == "artists"
    assert "played" not in listing.keys or "since" in listing.name or any(None in row.values()[2:] for row in rows)
