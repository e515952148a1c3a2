"""`songnodes run` as a person meets it: it comes up, says where, and leaves nothing behind however it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from runtime.managed_neo4j.checks import free_port

pytestmark = pytest.mark.graph
CHECKOUT = Path(__file__).parents[2]
READY_S = 240


class Run:
    """One `songnodes run` in a session of its own, as a terminal starts it."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment, self.log = environment, log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "songnodes", "run", "--no-demo"],
                env=environment,
                cwd=CHECKOUT,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        """All that it printed so far."""
        return self.log.read_text()

    def until_ready(self) -> None:
        deadline = time.monotonic() + READY_S
        while "SongNodes is ready" not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self, number: signal.Signals) -> list[psutil.Process]:
        """Send the signal to the whole group, as Ctrl-C does; the children that are still there a while later."""
        children = self.family()
        os.killpg(self.process.pid, number)
        self.process.wait(90)
        return psutil.wait_procs(children, timeout=60)[1]


@pytest.fixture
def environment(bare_environment: pytest.MonkeyPatch) -> dict[str, str]:
    ports = {f"SONGNODES_{name}": str(free_port()) for name in ("PORT", "NEO4J_BOLT_PORT", "NEO4J_HTTP_PORT")}
    return {**os.environ, **ports, "SONGNODES_NEO4J_HEAP_MB": "512", "SONGNODES_NEO4J_PAGECACHE_MB": "64"}


@pytest.fixture
def first(environment: dict[str, str], tmp_path: Path) -> Iterator[Run]:
    run = Run(environment, tmp_path / "first.log")
    yield run
    if run.process.poll() is None:
        run.end(signal.SIGKILL)


def test_it_comes_up_says_where_and_every_end_leaves_no_process(first: Run, tmp_path: Path) -> None:
    first.until_ready()
    _looks_right(first)
    _a_second_one_is_refused(first)

    assert first.end(signal.SIGINT) == []
    assert first.process.returncode == 0
    assert "Traceback" not in first.said

    second = Run(first.environment, tmp_path / "second.log")
    second.until_ready()
    assert second.end(signal.SIGKILL) == [], "kill -9 leaves no Neo4j behind"

    third = Run(first.environment, tmp_path / "third.log")
    third.until_ready()
    assert third.end(signal.SIGTERM) == []
    assert third.process.returncode == 0


def _looks_right(run: Run) -> None:
    port = run.environment["SONGNODES_PORT"]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=10) as answer:
        assert answer.status == 200
    browser = re.search(r"http://127\.0\.0\.1:\d+/browser/", run.said)
    assert browser is not None
    with urllib.request.urlopen(browser.group(), timeout=30) as answer:
        assert answer.status == 200
    assert f"http://127.0.0.1:{port}/graphql" in run.said
    assert f"http://127.0.0.1:{port}/metrics" in run.said
    for name in ("keys/first.key", "neo4j/password"):
        file = Path(run.environment["SONGNODES_DATA_DIR"]) / name
        assert str(file) in run.said
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.read_text().strip() not in run.said


def _a_second_one_is_refused(run: Run) -> None:
    command = [sys.executable, "-m", "songnodes", "run", "--no-demo"]
    other = {**run.environment, "SONGNODES_PORT": str(free_port())}
    done = subprocess.run(command, env=other, cwd=CHECKOUT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"SongNodes runs already on {run.environment['SONGNODES_DATA_DIR']}" in done.stderr
