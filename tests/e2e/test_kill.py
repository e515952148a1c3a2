"""`kill -9` of a loader in the middle of a load, and two loaders at once: nothing is lost, nothing is twice."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

import pytest

from cypher import Database
from ingestion.check import check
from runtime.database import Address
from tests.e2e.loader_process import collection
from tests.fixtures.neo4j import EMPTY
from tests.ingestion.given import ask, derived, load

ROOT = Path(__file__).parents[2]
SETS = 60


async def loader(address: Address, first: int, last: int) -> Process:
    """Start one; it prints the number of sets that are done."""
    arguments = ("-m", "tests.e2e.loader_process", address.uri, str(first), str(last))
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT, stdout=PIPE)


async def done(process: Process) -> str:
    """The next number that it prints; empty when it has ended."""
    assert process.stdout
    return (await process.stdout.readline()).decode().strip()


async def counts(graph: Database) -> dict[str, Any]:
    """Nodes by label; Observations and entities count, however they came about."""
    return dict(await ask(graph, "MATCH (n) RETURN labels(n)[0], count(*)"))


async def clean_load(graph: Database) -> tuple[list[str], dict[str, Any]]:
    """What an undisturbed load of the collection leaves."""
    async with graph.driver.session() as session:
        await (await session.run(EMPTY)).consume()
    await load(graph, *collection(0, SETS))
    return await derived(graph), await counts(graph)


@pytest.mark.parametrize("batches_before", [1, 5])
async def test_a_killed_load_goes_on_where_it_stopped(
    graph: Database, neo4j_address: Address, batches_before: int
) -> None:
    process = await loader(neo4j_address, 0, SETS)
    for _ in range(batches_before):
        assert await done(process)
    process.kill()
    assert await process.wait() != 0
    assert (await check(graph)).differences == []
    report = await load(graph, *collection(0, SETS))
    assert report.sets_unchanged >= 3 * batches_before
    assert report.sets_new > 0
    assert (await check(graph)).differences == []
    resumed = await derived(graph), await counts(graph)
    assert resumed == await clean_load(graph)


async def test_two_processes_with_overlapping_sets_end_as_one(graph: Database, neo4j_address: Address) -> None:
    one, two = await loader(neo4j_address, 0, 45), await loader(neo4j_address, 15, SETS)
    for process in (one, two):
        while await done(process):
            pass
        assert await process.wait() == 0
    assert (await check(graph)).differences == []
    together = await derived(graph), await counts(graph)
    assert together == await clean_load(graph)
