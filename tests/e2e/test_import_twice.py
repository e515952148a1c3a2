"""Two processes that import overlapping files at once, one of them killed: no track is made twice, nothing is lost."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cypher import Database
from ingestion.check import check
from ingestion.importing import import_file, source_file
from runtime.database import Address
from runtime.settings import variables
from tests.fixtures.neo4j import EMPTY
from tests.ingestion.given import ask

ROOT = Path(__file__).parents[2]
FILES, OVERLAP = 12, (4, 8)
SPELLINGS = [
    ("Robert Hood", "Time Stretch", "Timestretch"), ("Kim Parker", "The Drizzle", "Drizzle"),
    ("DJ Boris", "Moon Light", "Moonlight"), ("Beethoven Brothers", "Für Elise", "Fur Elise"),
    ("Mod Twenty", "Cats & Dogs", "Cats and Dogs"), ("Anna Olga", "Star Gazer", "Stargazer"),
    ("Peter Sand", "Rain Drops", "Raindrops"), ("Carla Duo", "The Long Corridor", "Long Corridor"),
    ("Emil Frost", "Sun Flower", "Sunflower"), ("Fay Gus", "The Horizon Line", "Horizon Line"),
]  # fmt: skip
"""Artist, title, and the title by another hand: one piece each."""
PER_FILE = 5
WHO_IS_ONE = """MATCH (t:Track)<-[:OF]-(p:Play)<-[:HAS]-(s:Setlist)
RETURN collect(s.title + ' ' + p.position) AS plays"""
NODES = "MATCH (n) WHERE NOT n:Revision AND NOT n:Counter RETURN labels(n)[0], count(*)"
KEYS = "MATCH (k:Identifier)-[:IDENTIFIES]->(n) RETURN k.scheme, k.value, labels(n)[0]"
EDGES = "MATCH ()-[e:TRANSITIONS_TO]->() RETURN e.sets, e.djs, e.segues"
UNTIED = "MATCH (p:Play {state: 'identified'}) WHERE COUNT { (p)-[:OF]->() } <> 1 RETURN count(p)"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Playlists with five pieces each, in the one spelling or the other."""
    return [_playlist(tmp_path, number) for number in range(FILES)]


def _playlist(folder: Path, number: int) -> Path:
    lines = ["#EXTM3U"]
    for place in range(PER_FILE):
        artist, one, other = SPELLINGS[(number * 3 + place * (1 + number % 3)) % len(SPELLINGS)]
        title = other if (number + place) % 2 else one
        lines += [f"#EXTINF:246,{artist} - {title}", f"/Music/{number}-{place}.mp3"]
    file = folder / f"Set {number:02}.m3u8"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


async def importer(address: Address, files: Sequence[Path]) -> Process:
    """The command; it prints a line for each file that is done."""
    given = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in variables()}
    ours = {"NEO4J_URI": address.uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password or "",
            "SONGNODES_DATA_DIR": str(files[0].parent / "data"), "PYTHONUNBUFFERED": "1"}  # fmt: skip
    command = ("-m", "songnodes", "import", *map(str, files))
    return await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, env=given | ours, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL
    )


async def ended(process: Process) -> int:
    """Its exit code, once it has told all."""
    await process.communicate()
    assert process.returncode is not None
    return process.returncode


async def said(graph: Database) -> dict[str, list[Any]]:
    """What the graph holds, whoever came first: which plays are of one track, and all counts."""
    assert (await check(graph)).differences == []
    assert await ask(graph, UNTIED) == [[0]]
    return {
        "one": sorted(sorted(plays) for (plays,) in await ask(graph, WHO_IS_ONE)),
        **{name: sorted(await ask(graph, text)) for name, text in (("nodes", NODES), ("keys", KEYS), ("edges", EDGES))},
    }


async def after_one_import(graph: Database, files: Sequence[Path]) -> dict[str, list[Any]]:
    """What one import of all files makes, undisturbed."""
    async with graph.driver.session() as session:
        await (await session.run(EMPTY)).consume()
    for file in files:
        await import_file(graph, source_file(file), actor="tests")
    return await said(graph)


async def test_two_imports_at_once_end_as_one(graph: Database, neo4j_address: Address, files: list[Path]) -> None:
    one, two = await importer(neo4j_address, files[: OVERLAP[1]]), await importer(neo4j_address, files[OVERLAP[0] :])
    assert list(await asyncio.gather(ended(one), ended(two))) == [0, 0]
    together = await said(graph)
    assert ["Track", len(SPELLINGS)] in together["nodes"]
    assert together == await after_one_import(graph, files)


@pytest.mark.parametrize(("victim", "files_before"), [(0, 1), (1, 4)])
async def test_an_import_that_is_killed_beside_another_goes_on_when_it_is_begun_again(
    graph: Database, neo4j_address: Address, files: list[Path], victim: int, files_before: int
) -> None:
    parts = files[: OVERLAP[1]], files[OVERLAP[0] :]
    both = [await importer(neo4j_address, part) for part in parts]
    killed, other = both[victim], both[1 - victim]
    assert killed.stdout
    for _ in range(files_before):
        assert await killed.stdout.readline()
    killed.kill()
    assert list(await asyncio.gather(ended(killed), ended(other))) == [-9, 0]
    assert (await check(graph)).differences == []
    assert await ended(await importer(neo4j_address, parts[victim])) == 0
    resumed = await said(graph)
    assert resumed == await after_one_import(graph, files)
