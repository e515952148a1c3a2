"""Libraries: Tracks that are owned and measured, and were not played."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from cypher import Database
from ingestion.check import check
from ingestion.collection import CollectionReport, load_collections
from ingestion.observation import CollectionObservation, Measures, RowObservation
from tests.ingestion.given import ask, dump, load, row, set_of

COUNTS = """
MATCH (n) WHERE n:Track OR n:Play OR n:Setlist OR n:Collection OR n:Revision OR n:Observation
RETURN labels(n)[0], count(*)
"""
HELD = "MATCH (c:Collection)-[:HOLDS]->(t:Track) RETURN t.title, t.bpm ORDER BY t.title"


def library(key: str, *rows: str | RowObservation, **head: Any) -> CollectionObservation:
    read = tuple(row(each) if isinstance(each, str) else each for each in rows)
    return CollectionObservation("tests", key, f"Library {key}", repr([*read, head]), "tests 1", 0.8, read)


def measured(title: str, bpm: float) -> RowObservation:
    return replace(row(title), measures=Measures(bpm=bpm))


async def keep(graph: Database, *libraries: CollectionObservation) -> CollectionReport:
    return await load_collections(graph, libraries, actor="tests")


async def test_a_library_makes_tracks_and_no_plays(graph: Database) -> None:
    report = await keep(graph, library("mine", measured("One", 120.0), "Two", "?"))
    assert (report.new, report.rows) == (1, {"identified": 2, "unidentified": 1})
    assert dict(await ask(graph, COUNTS)) == {"Track": 2, "Collection": 1, "Revision": 1, "Observation": 1}
    assert await ask(graph, HELD) == [["One", 120.0], ["Two", None]]
    assert (await check(graph)).differences == []


async def test_its_tracks_are_those_that_sets_play(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"))
    await keep(graph, library("mine", measured("One", 120.0)))
    assert await ask(graph, "MATCH (t:Track {title: 'One'}) RETURN t.bpm, t.set_count") == [[120.0, 1]]


async def test_the_same_library_again_changes_nothing(graph: Database) -> None:
    await keep(graph, library("mine", measured("One", 120.0)))
    before = await dump(graph)
    report = await keep(graph, library("mine", measured("One", 120.0)))
    assert (report.new, report.updated, report.unchanged) == (0, 0, 1)
    assert await dump(graph) == before


async def test_a_newer_export_replaces_what_the_older_one_held(graph: Database) -> None:
    await keep(graph, library("mine", measured("One", 120.0), measured("Two", 99.0)))
    report = await keep(graph, library("mine", measured("Two", 100.0), "Three"))
    assert report.updated == 1
    assert await ask(graph, HELD) == [["Three", None], ["Two", 100.0]]
    assert await ask(graph, "MATCH (t:Track {title: 'One'}) RETURN t.bpm") == [[None]]
    actions = await ask(graph, "MATCH (r:Revision)-[:CHANGED]->(:Collection) RETURN r.action ORDER BY r.seq")
    assert actions == [["load_collection"], ["update_collection"]]
    assert (await check(graph)).differences == []


async def test_two_loaders_of_one_library_write_it_once(graph: Database) -> None:
    mine = library("mine", *(measured(f"Title {n}", 100.0 + n) for n in range(40)))
    await asyncio.gather(*(keep(graph, mine) for _ in range(3)))
    counts = dict(await ask(graph, COUNTS))
    assert (counts["Collection"], counts["Track"], counts["Revision"]) == (1, 40, 1)
    assert (await check(graph)).differences == []


async def test_a_library_that_cannot_be_stored_is_set_aside_and_the_next_one_is_loaded(graph: Database) -> None:
    report = await keep(graph, library("x" * 2_000, "One"), library("mine", "Two"))
    assert (report.new, report.set_aside) == (1, {"TOO_LONG": 1})
    assert await ask(graph, "MATCH (s:SetAside) RETURN s.code") == [["TOO_LONG"]]


async def test_check_finds_a_library_that_counts_wrongly(graph: Database) -> None:
    await keep(graph, library("mine", "One", "Two"))
    await graph.driver.execute_query("MATCH (c:Collection) SET c.track_count = 7")
    assert [str(each) for each in (await check(graph)).differences if each.kind == "track_count"]
