"""Fetching the jars: straight from the lock file, so that no dependency tree has to be resolved."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from hashlib import file_digest
from pathlib import Path

import requests
from jgo.maven import MavenContext, PythonResolver

from graph_model.errors import BadDownload, NoNetwork
from runtime.managed_neo4j.jars import path_of
from runtime.managed_neo4j.lock import Jar, locked_jars
from runtime.progress import Advance, step

THREADS = 8
TIMEOUT_S = 30
TRIES = 3


def _context(folder: Path, maven_url: str | None) -> MavenContext:
    remotes = {"given": maven_url.rstrip("/")} if maven_url else None
    return MavenContext(resolver=PythonResolver(), repo_cache=folder, remote_repos=remotes, timeout=TIMEOUT_S)


def fetch_all(folder: Path, maven_url: str | None) -> None:
    """Have every jar of the lock file in the folder. Raises NoNetwork, BadDownload."""
    jars, context = locked_jars(), _context(folder, maven_url)
    with step("Fetching Neo4j", len(jars), "jars") as advance, ThreadPoolExecutor(THREADS) as pool:
        waiting = [pool.submit(_fetch, context, jar) for jar in jars]
        try:
            _wait(waiting, advance)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _wait(waiting: list[Future[None]], advance: Advance) -> None:
    for done in as_completed(waiting):
        done.result()
        advance(1)


def _fetch(context: MavenContext, jar: Jar) -> None:
    """Have this one jar, whole and right; half a file of a killed run is fetched anew."""
    path = path_of(context.repo_cache, jar)
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
    for attempt in range(1, TRIES + 1):
        try:
            artifact.resolve()
        except (requests.RequestException, OSError, RuntimeError) as error:
            path.unlink(missing_ok=True)
            if attempt == TRIES:
                raise _no_network(jar) from error
            continue
        if _digest(path) == jar.sha256:
            return
        path.unlink()
    raise BadDownload(f"{path.name} is not the file that jars.lock pins: check the proxy or SONGNODES_MAVEN_URL")


def _no_network(jar: Jar) -> NoNetwork:
    return NoNetwork(
        f"Neo4j could not be fetched ({jar.artifact} {jar.version}): connect to the network or set HTTPS_PROXY, "
        "then run again; what has arrived is kept"
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
