"""Processes that the benchmark starts: each is waited for until it answers, and ended by its own id."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import psutil

from graph_model.errors import SetupError
from tests.benchmarks.neo4j_server import Store
from tests.benchmarks.peers import Peer, start
from tests.benchmarks.rounds import Running

ANSWER_S, END_S = 120.0, 60.0


@contextmanager
def running(peers: list[Peer], store: Store, logs: Path, **more: str) -> Iterator[list[Running]]:
    """Start all of them, and end them afterwards. `more`: environment of all. Raises SetupError where one is silent."""
    with ExitStack() as stack:
        found: list[Running] = []
        for peer in peers:
            log = logs / f"{peer.port}.log"
            process = start(peer, store.environment | more, log)
            stack.callback(end, process)
            answers(f"http://127.0.0.1:{peer.port}/", process, log)
            found.append(Running(peer, psutil.Process(process.pid), store.process))
        yield found


def answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once something answers at `url`, whatever it says. Raises SetupError with the end of the log."""
    until = time.monotonic() + ANSWER_S
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    told = log.read_text(errors="replace")[-2000:]
    raise SetupError(f"Nothing answers at {url}; what should have ({log.name}) said:\n{told}")


def end(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM, and SIGKILL for one that does not listen."""
    if process.poll() is None:
        os.kill(process.pid, signal.SIGTERM)
    try:
        process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
