"""How long it takes to load the demo, and how much memory. `python -m tests.benchmarks.loading COPY…` is the child."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

import orjson
import uvloop

from cypher.migrate import migrate, note
from ingestion.load import load_sets
from ingestion.observation import CreditObservation, PerformerObservation, RefusedRecord, RowObservation, SetObservation
from ingestion.resolution.alike import resolve_alike
from ingestion.sources.djmix import read_djmix
from runtime import demo_data
from runtime.collector import collect_rarely
from runtime.database import given_address
from runtime.settings import load_settings
from songnodes.connection import open_database
from songnodes.loading import DEMO
from tests.benchmarks.neo4j_server import Store


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load: `peak_mb` is the most memory that the loading process held at once; `processor_s` its own time."""

    sets: int
    rows: int
    seconds: float
    peak_mb: float
    processor_s: float

    @property
    def rows_per_second(self) -> float:
        """How fast."""
        return self.rows / self.seconds


def loaded(store: Store, copies: range) -> Loaded:
    """Load the demo in a process of its own, once a copy; copy 0 is the demo itself, the others have other names."""
    command = [sys.executable, "-m", "tests.benchmarks.loading", *map(str, copies)]
    done = subprocess.run(command, env=os.environ | store.environment, stdout=subprocess.PIPE, check=True)
    return Loaded(**orjson.loads(done.stdout.splitlines()[-1]))


async def load_here(copies: list[int]) -> Loaded:
    """In this process."""
    settings = load_settings()
    address = given_address(settings)
    assert address is not None
    records = demo_data.demo_records(settings.cache_dir.absolute())
    started, sets, rows = time.monotonic(), 0, 0
    async with open_database(address, settings) as database:
        await migrate(database)
        for copy in copies:
            report = await load_sets(
                database, (renamed(one, copy) for one in read_djmix(records)), actor="benchmark", resolver=resolve_alike
            )
            sets, rows = sets + report.sets, rows + sum(report.rows.values())
        await note(database, DEMO)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = time.monotonic() - started
    return Loaded(sets, rows, seconds, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def renamed(record: SetObservation | RefusedRecord, copy: int) -> SetObservation | RefusedRecord:
    """The same set of another world: nothing that it names is named in the other copies, but tags and places are."""
    if copy == 0 or isinstance(record, RefusedRecord):
        return record
    return replace(
        record,
        key=f"{record.key} {copy}",
        title=f"{record.title} {copy}",
        performers=tuple(_performer(one, copy) for one in record.performers),
        rows=tuple(_rows(record.rows, copy)),
    )


def _performer(one: PerformerObservation, copy: int) -> PerformerObservation:
    other = f"{one.alias_of} {copy}" if one.alias_of else None
    return replace(one, name=f"{one.name} {copy}", alias_of=other)


def _rows(rows: tuple[RowObservation, ...], copy: int) -> Iterator[RowObservation]:
    for row in rows:
        credits = tuple(CreditObservation(f"{one.name} {copy}", one.role, one.join_phrase) for one in row.credits)
        yield replace(row, credits=credits, title=row.title and f"{row.title} {copy}")


if __name__ == "__main__":
    collect_rarely()  # as the command does
    print(orjson.dumps(asdict(uvloop.run(load_here([int(copy) for copy in sys.argv[1:]])))).decode())
