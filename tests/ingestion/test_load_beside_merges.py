"""A load beside a curator who merges what the load has met: no row, credit or performer is lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

from curation.merge import merge_artists, merge_tracks
from curation.undo import undo
from cypher import Database
from graph_model.errors import BadInput
from ingestion.check import check
from ingestion.load import load_sets
from ingestion.observation import SetObservation
from tests.curation.given import uid, value
from tests.ingestion.given import ask, edges, load, set_of

TITLES = [f"Take {number}" for number in range(6)]
DJS = [f"Dj {number}" for number in range(4)]


def many_sets(count: int) -> Iterator[SetObservation]:
    """Sets whose Tracks and DJs come again and again, so that a load knows them by heart."""
    for number in range(count):
        rows = [TITLES[(number + step) % 6] for step in (0, 1, 3)] + ["~", f"New {number}"]
        yield set_of(f"s{number}", *rows, djs=(DJS[number % 4], f"{DJS[(number + 1) % 4]}"))


async def merged_between(graph: Database, sets: list[SetObservation], act: str, names: tuple[str, str]) -> None:
    """Load the sets one in a batch, and merge two that the load has met before it reads the last ones."""
    met, merged = asyncio.Event(), threading.Event()

    def told(done: int) -> None:
        met.set()

    def read() -> Iterator[SetObservation]:
        """In the parser's thread: a batch goes on when the next set is read."""
        yield from sets[:3]
        assert merged.wait(30)
        yield from sets[3:]

    async def merge() -> None:
        await met.wait()
        one, other = [await uid(graph, act, name) for name in names]
        await (merge_tracks if act == "Track" else merge_artists)(graph, one, other, actor="tests")
        merged.set()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(load_sets(graph, read(), actor="tests", batch_sets=1, progress=told))
        tasks.create_task(merge())


async def test_rows_of_a_track_that_was_merged_away_go_to_the_survivor(graph: Database) -> None:
    sets = [set_of(f"s{number}", "One", "Two", "Won") for number in range(8)]
    await merged_between(graph, sets, "Track", ("One", "Won"))
    one = await uid(graph, "Track", "One")
    assert await value(graph, "MATCH (:Track {id: $id})<-[:OF]-(p) RETURN count(p)", id=one) == 16
    assert await edges(graph) == {("One", "Two"): (8, 1, 0), ("Two", "One"): (8, 1, 0)}
    assert (await check(graph)).differences == []


async def test_a_performer_that_was_merged_away_is_the_survivor(graph: Database) -> None:
    djs = [("Dora", "Emil")] * 3 + [("Emil",)] * 5
    sets = [set_of(f"s{number}", "One", f"New {number}", "~", djs=names) for number, names in enumerate(djs)]
    await merged_between(graph, sets, "Artist", ("Dora", "Emil"))
    performed = "MATCH (s:Setlist) RETURN DISTINCT [(s)-[:PERFORMED_BY]->(a) | a.name]"
    assert await ask(graph, performed) == [[["Dora"]]]
    assert await value(graph, "MATCH (t:Track) WHERE NOT (t)-[:CREDITED_TO]->() RETURN count(t)") == 0
    assert (await check(graph)).differences == []


async def test_a_credited_artist_that_was_merged_away_is_credited_as_the_survivor(graph: Database) -> None:
    sets = [set_of(f"s{number}", "One", f"New {number}", "~", djs=("Anna B",)) for number in range(8)]
    await merged_between(graph, sets, "Artist", ("Anna B", "Anna"))
    assert await value(graph, "MATCH (t:Track) WHERE NOT (t)-[:CREDITED_TO]->() RETURN count(t)") == 0
    assert await value(graph, "MATCH (p:Play {state: 'partial'}) WHERE NOT (p)-[:CREDITED_TO]->() RETURN count(p)") == 0
    assert (await check(graph)).differences == []


async def test_loads_merges_and_undos_at_once_leave_a_clean_graph(graph: Database) -> None:
    await load(graph, *many_sets(4))

    async def curate(label: str, names: list[str]) -> None:
        merge = merge_tracks if label == "Track" else merge_artists
        ids = [await uid(graph, label, name) for name in names]
        for step in range(3):
            try:
                done = await merge(graph, ids[step], ids[step + 1], actor="tests", force=True)
            except BadInput:
                continue
            if step % 2 == 0:
                await undo(graph, done.revision, actor="tests")

    async with asyncio.TaskGroup() as tasks:
        for first in (4, 0):
            sets = list(many_sets(40))[first:]
            tasks.create_task(load_sets(graph, sets, actor="tests", batch_sets=3))
        tasks.create_task(curate("Track", TITLES))
        tasks.create_task(curate("Artist", DJS))
    assert (await check(graph)).differences == []
    text = "MATCH (:Setlist)-[:HAS]->(p:Play {state: 'identified'}) WHERE NOT (p)-[:OF]->() RETURN count(p)"
    assert await value(graph, text) == 0
    assert await value(graph, "MATCH (s:Setlist) WHERE NOT (s)-[:PERFORMED_BY]->() RETURN count(s)") == 0
