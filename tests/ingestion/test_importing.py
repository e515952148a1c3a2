"""Files into the graph: sets, libraries, measures and times; again and under other names; damaged ones."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from cypher import Database
from ingestion.check import check
from ingestion.importing import IMPORTER, ImportReport, import_file, is_known, observe_file, source_file
from ingestion.imports.source_file import SourceFile
from ingestion.observation import RefusedRecord
from tests.ingestion.given import ask, dump
from tests.ingestion.imports.samples import NML, SAMPLES

PLAYED = """
MATCH (s:Setlist)-[:HAS]->(p:Play) OPTIONAL MATCH (p)-[:OF]->(t:Track)
RETURN p.text, toString(p.played_at), t.bpm, t.musical_key ORDER BY s.title, p.position
"""
NEXT = "MATCH (a:Track)-[:TRANSITIONS_TO]->(b:Track) RETURN a.title, b.title"


async def bring(graph: Database, name: str, data: bytes) -> ImportReport:
    return await import_file(graph, SourceFile(name, data), actor="tests")


async def test_a_traktor_file_is_a_set_with_times_and_a_library_with_measures(graph: Database) -> None:
    report = await bring(graph, "history.nml", NML)
    assert (report.sets.sets_new, report.libraries.new, report.file.rows, report.file.tracks) == (1, 1, 5, 3)
    assert await ask(graph, PLAYED) == [
        ["Anna - One", "2019-10-18T19:07:19", 125.0, "8m"],
        ["Boris - Two", "2019-10-18T19:10:00", None, "3"],
        ["Dan - Three", None, None, None],
    ]
    assert sorted(await ask(graph, NEXT)) == [["One", "Two (Carla Remix)"], ["Two (Carla Remix)", "Three"]]
    assert (await check(graph)).differences == []


@pytest.mark.parametrize("name", SAMPLES)
async def test_every_format_twice_and_renamed_changes_nothing(graph: Database, name: str) -> None:
    file, data = SAMPLES[name]
    first = await bring(graph, file, data)
    assert not first.is_empty
    before = [each for each in (await dump(graph))["nodes"] if "ImportedFile" not in each and "SetAside" not in each]
    again = await bring(graph, f"copy of {file}", data)
    after = [each for each in (await dump(graph))["nodes"] if "ImportedFile" not in each and "SetAside" not in each]
    assert after == before
    assert (again.sets.sets_new, again.sets.sets_updated, again.libraries.new) == (0, 0, 0)
    assert (await check(graph)).differences == []


async def test_a_file_that_is_cut_off_leaves_its_refusal_and_nothing_else(graph: Database) -> None:
    report = await bring(graph, "history.nml", NML[:1_700])
    assert report.is_empty
    labels = "MATCH (n) WHERE NOT n:Purpose AND NOT n:Migration AND NOT n:Counter RETURN DISTINCT labels(n)[0]"
    assert sorted(await ask(graph, labels)) == [["ImportedFile"], ["SetAside"]]
    ((place, code),) = await ask(graph, "MATCH (s:SetAside) RETURN s.place, s.code")
    assert (place, code) == ("history.nml, line 24", "BAD_FILE")


async def test_a_dry_run_writes_nothing(graph: Database) -> None:
    before = await dump(graph)
    found = await observe_file(graph, SourceFile("history.nml", NML))
    assert (len(found.sets), len(found.libraries)) == (1, 1)
    assert await dump(graph) == before


async def test_a_file_is_known_by_what_it_holds_until_the_importers_change(graph: Database) -> None:
    file = SourceFile("history.nml", NML)
    assert not await is_known(graph, file)
    await bring(graph, "history.nml", NML)
    assert await is_known(graph, SourceFile("other.nml", NML))
    assert await ask(graph, "MATCH (f:ImportedFile) RETURN f.format, f.importer") == [["Traktor NML", IMPORTER]]
    await graph.driver.execute_query("MATCH (f:ImportedFile) SET f.importer = 'imports 0'")
    assert not await is_known(graph, file)


async def test_two_imports_of_one_file_at_once_write_it_once(graph: Database) -> None:
    await asyncio.gather(*(bring(graph, f"{n}.nml", NML) for n in range(3)))
    counts = "MATCH (n) WHERE n:Setlist OR n:Collection OR n:Track RETURN labels(n)[0], count(*)"
    assert dict(await ask(graph, counts)) == {"Setlist": 1, "Collection": 1, "Track": 3}
    assert (await check(graph)).differences == []


def test_a_file_that_cannot_be_opened_or_is_too_large_is_refused(tmp_path: Path) -> None:
    missing = source_file(tmp_path / "gone.nml")
    assert isinstance(missing, RefusedRecord)
    assert (missing.place, missing.code) == ("gone.nml", "UNREADABLE")
    large = tmp_path / "large.nml"
    with large.open("wb") as written:
        written.truncate(50_000_001)
    refused = source_file(large)
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "TOO_LARGE"
