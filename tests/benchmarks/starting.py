"""How soon `songnodes run` answers when its graph is there: the second `make run`, without make."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from runtime.managed_neo4j import aot
from runtime.settings import Settings
from tests.benchmarks.children import end

PATIENCE_S = 180.0
QUESTION = {"query": "{ tracks(first: 1) { nodes { title artists { name } } } }"}


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds until the first answer from the graph; with or without Java's ahead-of-time cache."""

    seconds: float
    with_cache: bool


def started(settings: Settings, log: Path) -> Started:
    """Start it on a loaded data folder, ask until it answers, stop it. Raises TimeoutError."""
    environment = {
        "SONGNODES_DATA_DIR": str(settings.data_dir),
        "SONGNODES_PORT": str(settings.port),
        "SONGNODES_NEO4J_BOLT_PORT": str(settings.neo4j_bolt_port),
        "SONGNODES_NEO4J_HTTP_PORT": str(settings.neo4j_http_port),
    }
    given = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    with_cache = bool(aot.java_flags(settings.cache_dir.absolute()))
    begun = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "songnodes", "run"], env=given | environment, stdout=out, stderr=out
        )
    try:
        return Started(first_answer(f"http://127.0.0.1:{settings.port}/graphql", process) - begun, with_cache)
    finally:
        end(process)


def first_answer(url: str, process: subprocess.Popen[bytes]) -> float:
    """The moment (monotonic) of the first answer that holds a track. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            answer = httpx.post(url, json=QUESTION, timeout=30).json()
        except (httpx.TransportError, ValueError):
            time.sleep(0.02)
            continue
        if answer.get("data", {}).get("tracks", {}).get("nodes"):
            return time.monotonic()
        time.sleep(0.02)
    raise TimeoutError(f"no answer at {url} within {PATIENCE_S:g} s")
