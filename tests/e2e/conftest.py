"""The whole server in a process of its own, and a browser before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, async_playwright

from cypher import Database
from runtime.database import Address
from runtime.managed_neo4j.checks import free_port
from runtime.settings import Settings, variables

CHECKOUT = Path(__file__).resolve().parents[2]
START_S = 300
"""The first start builds the playground."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""A browser that asks for nothing by itself, and that finds no host but this machine."""


@pytest.fixture(scope="session")
def server_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server's data folder."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def server_url(database: Database, neo4j_address: Address, server_data: Path) -> Iterator[str]:
    """Where the server answers: `songnodes serve` on the tests' database, which has its schema by now."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    given = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in variables()}
    ours = {
        "NEO4J_URI": neo4j_address.uri,
        "NEO4J_USER": neo4j_address.user,
        "NEO4J_PASSWORD": neo4j_address.password or "",
        "SONGNODES_PORT": str(port),
        "SONGNODES_DATA_DIR": str(server_data),
        "SONGNODES_CACHE_DIR": str(Settings().cache_dir.absolute()),
    }
    log = server_data / "server.log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "songnodes", "serve"]
        process = subprocess.Popen(command, cwd=CHECKOUT, env=given | ours, stdout=out, stderr=out)
    try:
        _wait_until_ready(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="session")
def api_key(server_url: str, server_data: Path) -> str:
    """The key that the server made at its first start."""
    return (server_data / "keys" / "first.key").read_text(encoding="utf-8").strip()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium, closed afterwards."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])
        yield browser
        await browser.close()


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(f"{url}/health/ready").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
