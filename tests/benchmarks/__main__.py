"""`make bench`: throughput against the peers, database hits, load, start; one report of it all."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from graph_model.errors import SongNodesError
from tests.benchmarks.peers import HERE
from tests.benchmarks.report import Findings, page
from tests.benchmarks.rounds import Extent
from tests.benchmarks.run import Bench, Wish
from tests.benchmarks.wrk import wrk_path

DOCS = HERE.parents[1] / "docs"
FULL = Extent(rounds=3, seconds=5, warm_up_s=3, clients=(1, 16, 64))
QUICK = Extent(rounds=3, seconds=2, warm_up_s=2, clients=(16,))


def wished(arguments: list[str]) -> Wish:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one number of clients, short rounds, the demo only")
    parser.add_argument("--times", type=int, help="size of the larger graph in demos (4; 10 takes much longer)")
    parser.add_argument(
        "--neo4j", metavar="URI", help="a Neo4j without login that has the demo: nothing is loaded or started"
    )
    parser.add_argument("--out", type=Path, default=DOCS, help="folder of the report")
    given = parser.parse_args(arguments)
    times = given.times or (1 if given.quick or given.neo4j else 4)
    return Wish(QUICK if given.quick else FULL, times, given.neo4j, given.out)


def as_json(found: Findings) -> bytes:
    """All figures of all rounds."""
    simple: dict[str, Any] = {
        name: getattr(found, name)
        for name in ("machine", "sizes", "hits", "larger", "times", "seconds")
    }  # fmt: skip
    lists = {name: [asdict(one) for one in getattr(found, name)] for name in ("measured", "loads", "starts")}
    return orjson.dumps({**simple, **lists}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def main() -> None:
    """Run, write, print."""
    wish = wished(sys.argv[1:])
    wrk_path()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: stopped"))  # ends what was started, as Ctrl-C does
    with tempfile.TemporaryDirectory(prefix="songnodes-bench-") as folder:
        found = Bench(wish, Path(folder)).findings()
    wish.out.mkdir(parents=True, exist_ok=True)
    report = page(found)
    (wish.out / "benchmarks.md").write_text(report, encoding="utf-8")
    (wish.out / "benchmarks.json").write_bytes(as_json(found))
    print(report)


if __name__ == "__main__":
    try:
        main()
    except SongNodesError as error:
        sys.exit(f"bench: {error.message}")
