"""Which Neo4j a command talks to, and an open database on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

import uvloop

from cypher import Database
from runtime.database import Address, given_address, open_driver, reach
from runtime.managed_neo4j.managed import managed_neo4j, running_address
from runtime.settings import Settings

T = TypeVar("T")


@contextmanager
def chosen_neo4j(settings: Settings) -> Iterator[Address]:
    """The given one (NEO4J_URI), else the managed one that runs already, else one for as long as this lasts."""
    known = given_address(settings) or running_address(settings)
    if known:
        yield known
        return
    with managed_neo4j(settings) as address:
        yield address


@asynccontextmanager
async def open_database(address: Address, settings: Settings) -> AsyncIterator[Database]:
    """A database that answers. Raises Unavailable, BadSetting."""
    driver = open_driver(address, settings)
    database = Database(driver, settings.read_timeout_s, settings.write_timeout_s, name=settings.neo4j_database)
    try:
        await reach(driver, address)
        yield database
    finally:
        await database.close()
        await driver.close()


def with_database(settings: Settings, act: Callable[[Database], Coroutine[None, None, T]]) -> T:
    """Do one thing with the chosen database and come back with what it gives."""

    async def acting(address: Address) -> T:
        async with open_database(address, settings) as database:
            return await act(database)

    with chosen_neo4j(settings) as address:
        return uvloop.run(acting(address))
