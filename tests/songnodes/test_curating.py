"""The curator's commands on a real graph, as docs/curating.md tells of them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from curation.review import NewReviewItem, open_items
from cypher import Database, write
from runtime.database import Address
from songnodes.cli import app
from tests.curation.given import is_clean, plays_of, uid, value
from tests.ingestion.given import edges, load, set_of

GUIDE = Path(__file__).parents[2] / "docs/curating.md"
Command = Callable[..., Awaitable[str]]


@pytest.fixture
def songnodes(neo4j_address: Address, bare_environment: pytest.MonkeyPatch) -> Command:
    """Runs a command on the tests' Neo4j, and gives what it prints."""
    bare_environment.setenv("NEO4J_URI", neo4j_address.uri)
    bare_environment.setenv("NEO4J_USER", neo4j_address.user)
    if neo4j_address.password:
        bare_environment.setenv("NEO4J_PASSWORD", neo4j_address.password)

    async def run(*arguments: str) -> str:
        done = await asyncio.to_thread(CliRunner().invoke, app, arguments)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output

    return run


async def opened(graph: Database, entity: str, *candidates: str) -> str:
    likely = [(each, 0.9 - 0.1 * place, ["title 0.8"]) for place, each in enumerate(candidates)]
    asked = NewReviewItem("track", entity, "Anna - Won", 0.9, "matcher 1", None, likely)
    await write(graph, lambda transaction: open_items(transaction, [asked]))
    return str(await value(graph, "MATCH (i:ReviewItem {state: 'open'})-[:ABOUT]->({id: $id}) RETURN i.id", id=entity))


def revision_in(text: str) -> str:
    found = re.search(r"rev_\w{26}", text)
    assert found, text
    return found.group()


async def test_tracks_are_merged_shown_and_taken_apart(graph: Database, songnodes: Command) -> None:
    await load(graph, set_of("a", "One", "Two", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    told = await songnodes("merge", "tracks", one, won, "--reason", "a typing mistake")
    assert f"{won} is part of {one} now" in told
    shown = await songnodes("history", won)
    assert "merge_tracks by merge: a typing mistake" in shown
    assert one in await songnodes("undo", revision_in(told), "--reason", "another take")
    assert "undone by rev_" in await songnodes("history", one)
    told = await songnodes("merge", "tracks", one, won, "--force")
    assert "is part of" in told
    assert await is_clean(graph) == []


async def test_artists_are_merged(graph: Database, songnodes: Command) -> None:
    await load(graph, set_of("a", "One", djs=("Dora", "Dora D")))
    dora, other = await uid(graph, "Artist", "Dora"), await uid(graph, "Artist", "Dora D")
    assert f"{other} is part of {dora} now" in await songnodes("merge", "artists", dora, other)
    assert "No change of" in await songnodes("history", await uid(graph, "Track", "One"))


async def test_rows_are_moved_to_a_track_or_to_a_new_one(graph: Database, songnodes: Command) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "Three"))
    plays, three = await plays_of(graph, await uid(graph, "Track", "One")), await uid(graph, "Track", "Three")
    assert f"1 plays are of {three} now" in await songnodes("repoint", *plays, "--track", three)
    await songnodes("repoint", *plays, "--title", "Energy Flash (Live)")
    assert await edges(graph) == {("Energy Flash (Live)", "Two"): (1, 1, 0)}


async def test_items_are_listed_shown_and_decided(graph: Database, songnodes: Command) -> None:
    assert "Nothing waits" in await songnodes("review", "list")
    await load(graph, set_of("a", "One", "Two", "Won", "Wonn"))
    one, two, won, wonn = [await uid(graph, "Track", title) for title in ("One", "Two", "Won", "Wonn")]
    item = await opened(graph, won, one, two)
    assert f"{item}  0.90  Anna - Won  ~  Anna - One" in await songnodes("review", "list")
    shown = await songnodes("review", "show", item)
    assert "(track, open, matcher 1)" in shown
    assert f"1. 0.90  {one}  Anna - One\n       title 0.8" in shown
    assert f"{won} is not {one}" in await songnodes("review", "reject", item, one)
    told = await songnodes("review", "reject", item)
    assert f"{won} is none of them" in told
    await songnodes("undo", revision_in(told))
    assert f"{won} is one of its own" in await songnodes("review", "new", item)
    item = await opened(graph, wonn, one)
    assert f"it is {one}" in await songnodes("review", "accept", item)
    assert "accepted by review" in await songnodes("review", "show", item)
    assert await is_clean(graph) == []


def test_every_command_of_the_guide_is_one() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.split() for block in blocks for line in block.splitlines() if line.startswith("songnodes ")]
    assert len(lines) >= 8
    for _, *words in lines:
        names = words[: 2 if words[0] in ("merge", "review") else 1]
        done = CliRunner().invoke(app, [*names, "--help"])
        assert done.exit_code == 0, names
        options = {word for word in words if word.startswith("--")}
        assert all(option in done.output for option in options), (names, done.output)
