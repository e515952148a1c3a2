"""The report: ratios first, then what they are made of."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from itertools import chain

from tests.benchmarks.hits import Hits
from tests.benchmarks.loading import Loaded
from tests.benchmarks.peers import Peer
from tests.benchmarks.rounds import Extent, Measured, Ratio, per_processor_second, ratio
from tests.benchmarks.shapes import Shape
from tests.benchmarks.starting import Started

AIMS = {"a": 1.3, "b": 0.9, "c": 2.5}
LOAD_S, LOAD_MB = 90, 500
Row = list[str]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured. What was left out is None or empty; `times`: the larger graph in demos."""

    machine: dict[str, str]
    peers: list[Peer]
    shapes: list[Shape]
    extent: Extent
    sizes: dict[str, float]
    measured: list[Measured]
    hits: Hits
    larger: Hits
    times: int
    loads: list[Loaded]
    starts: list[Started]
    seconds: float


def page(found: Findings) -> str:
    """Markdown."""
    parts = [head(found), *throughput(found), *others(found), what(found)]
    return "\n\n".join(parts) + "\n"


def head(found: Findings) -> str:
    """What this is, and how noisy the machine was."""
    noise = statistics.mean(one.used.others / found.extent.seconds for one in found.measured)
    return (
        "# Benchmarks\n\nMade by `make bench`; not edited by hand. One run, on one Neo4j with the demo graph. "
        "The peers take turns, and a ratio is SongNodes' requests a second divided by a peer's in the same round: "
        "the median of the rounds, and in brackets the smallest and the largest. "
        f"{found.extent.rounds} rounds of {found.extent.seconds} s a cell, in all {found.seconds / 60:.0f} minutes. "
        f"Meanwhile other programs used {noise:.2f} processors of this machine: the more, the less the figures mean."
    )


def throughput(found: Findings) -> list[str]:
    """Ratios, the same by processor time, absolute figures."""
    rivals = [peer for peer in found.peers if peer.letter]
    heads = ["shape", "clients", *(f"({peer.letter}) {peer.name}" for peer in rivals)]
    aims = ["aim", "", *(f"≥ {AIMS[peer.letter]}" if peer.letter in AIMS else "–" for peer in rivals)]
    by_time = [
        [shape.title, str(clients), *(told(one) for one in of_cell(found, shape, clients, rivals, False))]
        for shape, clients in cells(found)
    ]
    by_work = [
        [shape.title, str(clients), *(told(one) for one in of_cell(found, shape, clients, rivals, True))]
        for shape, clients in cells(found)
    ]
    return [
        "## Throughput: SongNodes / peer",
        table(heads, [*by_time, aims]),
        "The same by requests for each processor second of server and database: whatever other programs took "
        "is not counted, and neither is waiting, so this tells what a full machine would do.",
        table(heads, by_work),
        "## Absolute figures",
        "For information: they depend on the machine. The last four columns: how many processors the database, "
        "the server, the load generator (wrk) and everything else kept busy.",
        table(
            ["shape", "clients", "peer", "requests/s", "p50 ms", "p99 ms", "database", "server", "wrk", "others"],
            list(chain.from_iterable(absolute(found, *cell) for cell in cells(found))),
        ),
    ]  # fmt: skip


def cells(found: Findings) -> list[tuple[Shape, int]]:
    """Every shape with every number of clients."""
    return [(shape, clients) for shape in found.shapes for clients in found.extent.clients]


def cell(found: Findings, shape: Shape, clients: int) -> list[Measured]:
    """What was measured of one."""
    return [one for one in found.measured if one.shape == shape.name and one.clients == clients]


def of_cell(found: Findings, shape: Shape, clients: int, rivals: list[Peer], by_work: bool) -> list[Ratio]:
    """The ratio to each rival."""
    measured, ours = cell(found, shape, clients), found.peers[0].name
    how = (per_processor_second,) if by_work else ()
    return [ratio(measured, ours, rival.name, *how) for rival in rivals]


def absolute(found: Findings, shape: Shape, clients: int) -> list[Row]:
    """One row a peer: medians over the rounds."""
    rows = []
    for peer in found.peers:
        own = [one for one in cell(found, shape, clients) if one.peer == peer.name]
        loads, used = [one.load for one in own], [one.used for one in own]
        busy = [
            statistics.median(getattr(one, part) for one in used) / found.extent.seconds
            for part in ("database", "server", "generator", "others")
        ]
        speed = [statistics.median(one.per_second for one in loads), statistics.median(one.p50_ms for one in loads)]
        tail = statistics.median(one.p99_ms for one in loads)
        numbers = [f"{speed[0]:.0f}", f"{speed[1]:.1f}", f"{tail:.1f}", *(f"{share:.2f}" for share in busy)]
        rows.append([shape.title, str(clients), peer.name, *numbers])
    return rows


def others(found: Findings) -> list[str]:
    """Database hits, load, start."""
    parts = [
        "## Database hits",
        "Of all statements of one request; for a shape the mean of 25 random draws.",
        hits(found),
    ]
    names = ("the demo, into an empty graph", f"{found.times - 1} more copies")
    loads = [load_row(name, one) for name, one in zip(names, found.loads, strict=False)]
    if loads:
        heads = ["load", "rows", "seconds", "rows/s", "Python's processor seconds", "Python's peak MiB"]
        aim = ["aim for the demo", "", f"< {LOAD_S}", "", "", f"< {LOAD_MB}"]
        parts += ["## Load", table(heads, [*loads, aim])]
    if found.starts:
        rows = [
            [str(n), f"{one.seconds:.1f}", "yes" if one.with_cache else "no"] for n, one in enumerate(found.starts, 1)
        ]
        told_so = "`songnodes run` on a loaded data folder, until the first answer from the graph."
        parts += ["## Start", told_so, table(["start", "seconds", "Java's ahead-of-time cache"], rows)]
    return parts


def load_row(name: str, one: Loaded) -> Row:
    """One load."""
    speed = [f"{one.rows:,}", f"{one.seconds:.1f}", f"{one.rows_per_second:,.0f}"]
    return [name, *speed, f"{one.processor_s:.1f}", f"{one.peak_mb:.0f}"]


def hits(found: Findings) -> str:
    """One row a query; with the larger graph where that was measured."""
    if not found.larger:
        return table(["query", "demo"], [[name, f"{value:,.0f}"] for name, value in found.hits.items()])
    rows = [
        [name, f"{value:,.0f}", f"{found.larger[name]:,.0f}", f"{found.larger[name] / max(value, 1):.2f}"]
        for name, value in found.hits.items()
    ]
    return table(["query", "demo", f"{found.times} × demo", "ratio"], rows)


def what(found: Findings) -> str:
    """Who the peers are, and the machine."""
    peers = [[f"({peer.letter}) {peer.name}" if peer.letter else peer.name, peer.about] for peer in found.peers]
    sizes = [[shape.title, f"{found.sizes[shape.name]:,.0f}"] for shape in found.shapes]
    parts = [
        "## What was measured",
        table(["peer", "what it is"], peers),
        table(["shape", "bytes of an answer"], sizes),
        "Before the timing, all peers gave equal answers on a sample of each shape. Every answer under load was "
        "checked for status 200 and no errors.",
        table(["machine", ""], [list(one) for one in found.machine.items()]),
    ]
    return "\n\n".join(parts)


def told(one: Ratio) -> str:
    """Median, smallest, largest."""
    return f"**{one.median:.2f}** ({one.least:.2f}–{one.most:.2f})"


def table(heads: Row, rows: list[Row]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
