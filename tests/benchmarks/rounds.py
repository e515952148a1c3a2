"""Rounds: the peers take turns, so that what else the machine does hits all; ratios are taken within a round."""

from __future__ import annotations

import math
import statistics
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.peers import Peer
from tests.benchmarks.shapes import Shape
from tests.benchmarks.usage import Usage, usage
from tests.benchmarks.wrk import Load, command, finished


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured."""

    rounds: int
    seconds: int
    warm_up_s: int
    clients: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One peer, once."""

    shape: str
    clients: int
    round: int
    peer: str
    load: Load
    used: Usage


def per_second(one: Measured) -> float:
    """Throughput."""
    return one.load.per_second


def per_processor_second(one: Measured) -> float:
    """Requests for each processor second of server and database together: what others take is left out."""
    return one.load.requests / (one.used.server + one.used.database)


@dataclass(frozen=True, slots=True)
class Running:
    """A peer that runs, and the database behind it."""

    peer: Peer
    server: psutil.Process
    database: psutil.Process


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours divided by a peer's requests a second: the median over the rounds, the smallest and the largest."""

    median: float
    least: float
    most: float


def measure(
    running: list[Running], shapes: Mapping[Shape, Callable[[Peer], Path]], extent: Extent
) -> Iterator[Measured]:
    """All figures, as they come. `shapes`: shape → the file of a peer's request bodies."""
    for shape, bodies in shapes.items():
        for one in running:
            measured_once(one, shape, bodies(one.peer), (max(extent.clients), extent.warm_up_s, 0))
    for number in range(extent.rounds):
        for shape, bodies in shapes.items():
            for clients in extent.clients:
                for one in turned(running, number):
                    yield measured_once(one, shape, bodies(one.peer), (clients, extent.seconds, number))


def turned(running: list[Running], number: int) -> list[Running]:
    """Another begins in every round, so that none always follows the same one."""
    at = number % len(running)
    return running[at:] + running[:at]


def measured_once(one: Running, shape: Shape, bodies: Path, how: tuple[int, int, int]) -> Measured:
    """One run of wrk. `how`: clients, seconds, round."""
    clients, seconds, number = how
    before = usage(one.database, one.server)
    process = subprocess.Popen(
        command(one.peer.url(shape), bodies, clients, seconds),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    load = finished(process)
    used = usage(one.database, one.server).since(before)
    return Measured(shape.name, clients, number, one.peer.name, load, used)


def ratio(measured: list[Measured], ours: str, other: str, of: Callable[[Measured], float] = per_second) -> Ratio:
    """Over the rounds of one shape and number of clients; infinite where the other answered nothing in its time."""
    value = {(one.peer, one.round): of(one) for one in measured}
    each = [quotient(value[ours, number], value[other, number]) for peer, number in value if peer == ours]
    return Ratio(statistics.median(each), min(each), max(each))


def quotient(ours: float, other: float) -> float:
    """Ours divided by theirs."""
    return ours / other if other else math.inf
