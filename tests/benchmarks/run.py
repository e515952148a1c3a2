"""One run of the benchmark, part by part."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from runtime.node import install
from tests.benchmarks.agreement import agree
from tests.benchmarks.children import running
from tests.benchmarks.hits import Asked, Hits, hits_of, public_queries, settle
from tests.benchmarks.loading import Loaded, loaded
from tests.benchmarks.machine import machine
from tests.benchmarks.neo4j_server import SERVER_PORT, Store, given_store, own_store, settings_of
from tests.benchmarks.peers import HERE, Peer, peers
from tests.benchmarks.report import Findings
from tests.benchmarks.rounds import Extent, Measured, Running, measure
from tests.benchmarks.shapes import SHAPES, Parameters, Shape, draw
from tests.benchmarks.starting import Started, started

SAMPLE = 50
"""Questions of each shape on which all peers must agree."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    extent: Extent
    times: int
    neo4j: str | None
    out: Path


class Bench:
    """One run: what it finds, part by part."""

    def __init__(self, wish: Wish, folder: Path) -> None:
        self.wish, self.folder = wish, folder
        self.begun = time.monotonic()
        self.measured: list[Measured] = []
        self.sizes: dict[str, float] = {}
        self.machine: dict[str, str] = {}
        self.peers: list[Peer] = []
        self.asked: list[Asked] = []

    def findings(self) -> Findings:
        """Measure everything. Raises SongNodesError, Disagreement, WrongAnswers."""
        loads: list[Loaded] = []
        starts: list[Started] = []
        larger: Hits = {}
        with self._store() as store:
            if not self.wish.neo4j:
                loads.append(self._loaded(store, range(1)))
            self._throughput(store)
            hits = self._hits(store)
        if not self.wish.neo4j:
            say("Starting on a loaded data folder, twice")
            starts = [started(settings_of(self.folder), self.folder / f"start-{n}.log") for n in (1, 2)]
        if self.wish.times > 1 and not self.wish.neo4j:
            with self._store() as store:
                loads.append(self._loaded(store, range(1, self.wish.times)))
                larger = self._hits(store)
        return Findings(
            self.machine, self.peers, list(SHAPES), self.wish.extent, self.sizes, self.measured, hits, larger,
            self.wish.times, loads, starts, time.monotonic() - self.begun,
        )  # fmt: skip

    @contextmanager
    def _store(self) -> Iterator[Store]:
        if self.wish.neo4j:
            yield given_store(self.wish.neo4j, self.folder)
        else:
            with own_store(self.folder) as store:
                yield store

    def _loaded(self, store: Store, copies: range) -> Loaded:
        say(f"Loading the demo {len(copies)} time(s)")
        return loaded(store, copies)

    def _throughput(self, store: Store) -> None:
        apollo = self.folder / "apollo"
        say("Installing the packages of Apollo's peer")
        install(HERE / "apollo", apollo, store.settings.cache_dir.absolute())
        self.peers = peers(SERVER_PORT, apollo)
        with store.driver() as driver:
            settle(driver)
            self.machine = machine(driver)
            drawn = {shape: draw(driver, shape) for shape in SHAPES}
        with running(self.peers, store, self.folder) as servers:
            for shape, parameters in drawn.items():
                self.sizes[shape.name] = agree(self.peers, shape, parameters[:SAMPLE])
            say("All peers give equal answers; warming up")
            self._rounds(servers, drawn)

    def _rounds(self, servers: list[Running], drawn: dict[Shape, list[Parameters]]) -> None:
        files = {shape: self._bodies(shape, parameters) for shape, parameters in drawn.items()}
        of_peer = {shape: file_of(by_peer) for shape, by_peer in files.items()}
        for one in measure(servers, of_peer, self.wish.extent):
            self.measured.append(one)
            where = f"round {one.round + 1}, {one.shape}, {one.clients} clients"
            say(f"{where}: {one.peer} {one.load.per_second:.0f}/s, p99 {one.load.p99_ms:.0f} ms")

    def _bodies(self, shape: Shape, parameters: list[Parameters]) -> dict[str, Path]:
        """Name of a peer → a file with its request bodies, one a line."""
        written: dict[str, Path] = {}
        for peer in self.peers:
            path = self.folder / f"{shape.name}-{peer.port}.jsonl"
            path.write_bytes(b"".join(peer.body(shape, one) + b"\n" for one in parameters))
            written[peer.name] = path
        return written

    def _hits(self, store: Store) -> Hits:
        say("Counting database hits")
        with store.driver() as driver:
            settle(driver)
            self.asked = self.asked or public_queries(driver)
        ours = self.peers[:1]
        with running(ours, store, self.folder, SONGNODES_EXPLAIN="true"):
            return hits_of(f"http://127.0.0.1:{ours[0].port}/graphql", self.asked)


def file_of(by_peer: dict[str, Path]) -> Callable[[Peer], Path]:
    """The file of a peer's requests."""
    return lambda peer: by_peer[peer.name]


def say(what: str) -> None:
    """Progress, on stderr."""
    print(what, file=sys.stderr, flush=True)
