"""Where and with what the figures were made."""

from __future__ import annotations

import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import neo4j
import orjson
import psutil

from tests.benchmarks.peers import HERE, NODE

PACKAGES = (
    "ariadne",
    "graphql-core",
    "httptools",
    "neo4j",
    "neo4j-rust-ext",
    "orjson",
    "starlette",
    "uvicorn",
    "uvloop",
)
MEGABYTE = 1_048_576


def machine(driver: neo4j.Driver) -> dict[str, str]:
    """Name → value, in the order of the report."""
    database = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS version").records[0]
    pinned = orjson.loads((HERE / "apollo" / "package.json").read_bytes())["dependencies"]
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "processors": f"{psutil.cpu_count()} × {processor()}",
        "memory": f"{psutil.virtual_memory().total // MEGABYTE:,} MiB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "Node.js": said(str(NODE), "--version"),
        "Neo4j": str(database["version"]),
        "Python packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "npm packages": ", ".join(f"{name} {pin}" for name, pin in pinned.items()),
    }


def commit() -> str:
    """The commit, and whether the checkout differs from it."""
    changed = said("git", "status", "--porcelain", "--untracked-files=no")
    return said("git", "rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def processor() -> str:
    """The model's name where Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def said(*command: str) -> str:
    """What a program prints; empty where there is no such program."""
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=False).stdout.strip()
    except OSError:
        return ""
