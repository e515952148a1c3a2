"""A loader in a process of its own, for tests that kill it or run two.

`python -m tests.e2e.loader_process URI FIRST LAST` loads the sets FIRST … LAST-1 of a made-up collection, three to a
batch, and prints how many are done.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import date

import neo4j

from cypher import Database
from ingestion.load import load_sets
from ingestion.observation import SetObservation
from tests.ingestion.given import set_of


def collection(first: int, last: int) -> list[SetObservation]:
    """Sets whose tracks and DJs meet again in one another."""
    return [
        set_of(
            f"s{number}",
            *(f"Track {(number * step) % 37 + 100} of many" for step in range(1, 9)),
            djs=(f"Dj {number % 5}", f"Dj {number % 7}"),
            on=date(2001, 1, 1 + number % 28),
            tags=("House", f"Tag {number % 3}"),
            event=f"Club {number % 4}",
            place="Ulm",
        )
        for number in range(first, last)
    ]


async def main(uri: str, first: str, last: str) -> None:
    password = os.environ.get("SONGNODES_TEST_NEO4J_PASSWORD")
    auth = (os.environ.get("SONGNODES_TEST_NEO4J_USER", "neo4j"), password) if password else None
    async with neo4j.AsyncGraphDatabase.driver(uri, auth=auth) as driver:
        sets = collection(int(first), int(last))
        await load_sets(
            Database(driver), sets, actor="tests", batch_sets=3, progress=lambda done: print(done, flush=True)
        )


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
