"""The Neo4j that SongNodes starts where no NEO4J_URI is given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runtime.database import Address
from runtime.managed_neo4j import aot, checks
from runtime.managed_neo4j.home import Home, lay_out
from runtime.managed_neo4j.jars import local_jars
from runtime.managed_neo4j.ownership import is_owned, owned, owner_of, tell_owner
from runtime.managed_neo4j.process import start
from runtime.progress import step
from runtime.secret_file import made_secret
from runtime.settings import Settings


def home_of(settings: Settings) -> Home:
    """Where the managed Neo4j lives, by the settings."""
    return Home(
        settings.data_dir.absolute() / "neo4j",
        settings.neo4j_bolt_port,
        settings.neo4j_http_port,
        settings.neo4j_heap_mb,
        settings.neo4j_pagecache_mb,
    )


def running_address(settings: Settings) -> Address | None:
    """The managed Neo4j that another process of ours runs right now on this data folder, if one does."""
    home = home_of(settings)
    owner = owner_of(home.folder) if is_owned(home.folder) else None
    return Address(owner.uri, "neo4j", made_secret(home.password_file)) if owner else None


@contextmanager
def managed_neo4j(settings: Settings) -> Iterator[Address]:
    """Start it, hand on where it answers, and stop it at the end. Raises SetupError and its kinds."""
    home, cache = home_of(settings), settings.cache_dir.absolute()
    with owned(home.folder):
        _check_machine(home, cache)
        jars = local_jars(cache, settings.maven_url)
        lay_out(home, jars)
        with step("Starting Neo4j"):
            running = start(home, aot.java_flags(cache), patience_s=settings.neo4j_start_timeout_s)
        try:
            tell_owner(home, running.process.pid)
            yield Address(home.uri, "neo4j", made_secret(home.password_file))
        finally:
            with step("Stopping Neo4j"):
                running.stop()


def _check_machine(home: Home, cache: Path) -> None:
    needed_mb = checks.FIRST_START_MB if home.is_new else checks.LATER_START_MB
    checks.check_disk(home.folder, needed_mb)
    checks.check_disk(cache, needed_mb)
    checks.check_memory(home.heap_mb, home.pagecache_mb)
    checks.check_port("127.0.0.1", home.bolt_port, "SONGNODES_NEO4J_BOLT_PORT")
    checks.check_port("127.0.0.1", home.http_port, "SONGNODES_NEO4J_HTTP_PORT")
