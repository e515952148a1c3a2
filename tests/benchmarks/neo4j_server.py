"""The one Neo4j of the run: a managed one on ports of its own, in a folder that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import psutil

from runtime.database import Address
from runtime.managed_neo4j.managed import managed_neo4j
from runtime.settings import Settings
from tests.benchmarks.usage import listener

SERVER_PORT, BOLT_PORT, HTTP_PORT = 18400, 18487, 18474
"""Not those of `make run`, which may go on beside it; the peers' ports follow the first."""


@dataclass(frozen=True, slots=True)
class Store:
    """A Neo4j that runs, and the settings under which SongNodes finds it."""

    address: Address
    settings: Settings

    @property
    def environment(self) -> dict[str, str]:
        """What a child process needs to use it."""
        login = {"NEO4J_USER": self.address.user, "NEO4J_PASSWORD": self.address.password or ""}
        return {
            "NEO4J_URI": self.address.uri,
            "SONGNODES_DATA_DIR": str(self.settings.data_dir),
            "SONGNODES_EXPLAIN": "false",
            **(login if self.address.password else {}),
        }

    @property
    def process(self) -> psutil.Process:
        """The database's process."""
        return listener(int(self.address.uri.rpartition(":")[2]))

    def driver(self) -> neo4j.Driver:
        """A driver for the questions of the benchmark itself; the caller closes it."""
        return neo4j.GraphDatabase.driver(
            self.address.uri, auth=self.address.auth, notifications_min_severity="OFF", telemetry_disabled=True
        )


def settings_of(folder: Path) -> Settings:
    """The settings of a run in `folder`; the caches are those of every day, so that nothing is fetched twice."""
    return Settings(data_dir=folder, port=SERVER_PORT, neo4j_bolt_port=BOLT_PORT, neo4j_http_port=HTTP_PORT)


@contextmanager
def own_store(folder: Path) -> Iterator[Store]:
    """Start it, and stop it at the end. Raises SetupError and its kinds."""
    settings = settings_of(folder)
    with managed_neo4j(settings) as address:
        yield Store(address, settings)


def given_store(uri: str, folder: Path) -> Store:
    """One that runs already, without login and with the demo loaded."""
    return Store(Address(uri), settings_of(folder))
