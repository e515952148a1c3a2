"""Peer: Ariadne with a plain resolver for each field that leads on, as most would begin: N + 1 statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ariadne import ObjectType, QueryType, load_schema_from_path, make_executable_schema
from ariadne.asgi import GraphQL
from graphql import GraphQLResolveInfo

from tests.benchmarks.servers.statements import given_driver, statement_parameters

Found = dict[str, Any]
Info = GraphQLResolveInfo[Any]
HERE = Path(__file__).parent
SEARCH = (HERE / "search.cypher").read_text(encoding="utf-8")

driver = given_driver()
query = QueryType()
track, artist, setlist = ObjectType("Track"), ObjectType("Artist"), ObjectType("Setlist")


async def rows(statement: str, **parameters: Any) -> list[Found]:
    """The records of one statement."""
    records, _, _ = await driver.execute_query(statement, parameters_=parameters, database_="neo4j")
    return [record.data() for record in records]


@query.field("track")
async def resolve_track(_: None, info: Info, *, id: str) -> Found | None:
    """One track."""
    found = await rows("MATCH (t:Track {id: $id}) RETURN t", id=id)
    return found[0]["t"] if found else None


@query.field("artist")
async def resolve_artist(_: None, info: Info, *, id: str) -> Found | None:
    """One artist."""
    found = await rows("MATCH (a:Artist {id: $id}) RETURN a", id=id)
    return found[0]["a"] if found else None


@query.field("setlists")
async def resolve_setlists(_: None, info: Info, *, where: Found, first: int, sort: list[Found]) -> Found:
    """A page of setlists, newest first."""
    found = await rows(
        "MATCH (s:Setlist) WHERE date($gte) <= s.played_on < date($lt) "
        "RETURN s {.*, played_on: toString(s.played_on)} AS s ORDER BY s.played_on DESC, s.id DESC LIMIT $first",
        **where["played_on"],
        first=first,
    )
    return {"nodes": [row["s"] for row in found]}


@query.field("search")
async def resolve_search(_: None, info: Info, *, text: str, kinds: list[str], first: int) -> list[Found]:
    """The best tracks for a text."""
    return await rows(
        SEARCH,
        **statement_parameters({"text": text, "first": first}),
    )


@track.field("artists")
async def resolve_track_artists(parent: Found, info: Info) -> list[Found]:
    """Main and featured artists of one track."""
    found = await rows(
        "MATCH (:Track {id: $id})-[c:CREDITED_TO]->(a:Artist) WHERE c.role <> 'remixer' RETURN a ORDER BY c.position",
        id=parent["id"],
    )
    return [row["a"] for row in found]


@track.field("nextTracks")
async def resolve_next_tracks(parent: Found, info: Info, *, first: int) -> Found:
    """What follows one track."""
    edges = await rows(
        "MATCH (:Track {id: $id})-[n:TRANSITIONS_TO]->(node:Track) "
        "RETURN n.sets AS sets, n.djs AS djs, node ORDER BY sets DESC, node.id LIMIT $first",
        id=parent["id"],
        first=first,
    )
    return {"edges": edges}


@artist.field("tracks")
async def resolve_artist_tracks(parent: Found, info: Info, *, first: int) -> Found:
    """Tracks of one artist, by title."""
    found = await rows(
        "MATCH (:Artist {id: $id})<-[c:CREDITED_TO]-(t:Track) "
        "RETURN t ORDER BY t.sort_title, t.id, c.position LIMIT $first",
        id=parent["id"],
        first=first,
    )
    return {"nodes": [row["t"] for row in found]}


@setlist.field("artists")
async def resolve_setlist_artists(parent: Found, info: Info) -> list[Found]:
    """Who performed one setlist."""
    found = await rows(
        "MATCH (:Setlist {id: $id})-[p:PERFORMED_BY]->(a:Artist) RETURN a ORDER BY p.position", id=parent["id"]
    )
    return [row["a"] for row in found]


schema = make_executable_schema(
    load_schema_from_path(str(HERE / "fields.graphql")),
    query,
    track,
    artist,
    setlist,
    convert_names_case=True,
)
app = GraphQL(schema)
