"""What stays: Neo4j, the server, and both together."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from socket import socket

import structlog
import uvicorn
import uvloop

from cypher import Database
from cypher.migrate import is_noted, migrate
from runtime.collector import leave_out_what_stays
from runtime.database import Address, given_address
from runtime.keys import load_keys
from runtime.managed_neo4j import aot
from runtime.managed_neo4j.checks import check_port
from runtime.managed_neo4j.leash import stop
from runtime.managed_neo4j.managed import managed_neo4j
from runtime.playground import ensure_playground
from runtime.progress import step
from runtime.settings import Settings
from server import create_app
from songnodes.addresses import addresses
from songnodes.connection import chosen_neo4j, open_database
from songnodes.ending import gentle_end
from songnodes.importing import check_folder, keep_watching, model_of
from songnodes.loading import DEMO, load_demo

log = structlog.get_logger(__name__)
AOT_STOP_S = 5.0


def run_all(settings: Settings, *, demo: bool) -> None:
    """The command `run`: returns when it was told to stop."""
    check_port(settings.host, settings.port, "SONGNODES_PORT")
    given = given_address(settings)

    async def running(address: Address) -> None:
        async with open_database(address, settings) as database:
            await _prepare(database, settings, demo=demo)
            with nullcontext() if given else _start_cache(settings):  # after the load: they would share the cores
                await _serve(database, settings, lambda: print(addresses(settings, managed=not given), flush=True))

    with gentle_end():
        if given:
            uvloop.run(running(given))
            return
        with managed_neo4j(settings) as address:
            uvloop.run(running(address))


def serve_alone(settings: Settings) -> None:
    """The command `serve`."""
    check_port(settings.host, settings.port, "SONGNODES_PORT")

    async def serving(address: Address) -> None:
        async with open_database(address, settings) as database:
            await _serve(database, settings, lambda: log.info("server_started", host=settings.host, port=settings.port))

    with gentle_end(), chosen_neo4j(settings) as address:
        uvloop.run(serving(address))


def run_neo4j(settings: Settings) -> None:
    """The command `neo4j`."""
    with gentle_end(), managed_neo4j(settings), _start_cache(settings):
        print(addresses(settings, managed=True, server=False), flush=True)
        while True:
            signal.pause()


async def _prepare(database: Database, settings: Settings, *, demo: bool) -> None:
    with step("Bringing the schema up to date"):
        await migrate(database)
    if demo and not await is_noted(database, DEMO):
        await load_demo(database, settings)


class _Server(uvicorn.Server):
    """Says that it listens as soon as it does."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


async def _serve(database: Database, settings: Settings, announce: Callable[[], None]) -> None:
    keys = load_keys(settings.data_dir / "keys")
    app = create_app(database, settings, keys, ensure_playground(settings.cache_dir.absolute()))
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody here asks for the client's address
        timeout_graceful_shutdown=5,
    )
    leave_out_what_stays()
    async with _watching(database, settings):
        with suppress(asyncio.CancelledError):  # uvicorn hands Ctrl-C on after it has closed: that is the wanted end
            await _Server(config, announce).serve()


@asynccontextmanager
async def _watching(database: Database, settings: Settings) -> AsyncIterator[None]:
    """Import what comes into SONGNODES_WATCH_DIR meanwhile, where it is set."""
    if settings.watch_dir is None:
        yield
        return
    check_folder(settings.watch_dir)
    watching = asyncio.create_task(keep_watching(database, settings.watch_dir, model_of(settings)))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


@contextmanager
def _start_cache(settings: Settings) -> Iterator[None]:
    """Make the cache for faster starts meanwhile, at idle priority."""
    making = aot.make_in_background(settings.cache_dir.absolute())
    try:
        yield
    finally:
        if making:
            stop(making, AOT_STOP_S)
