"""`make bench-matching`: the matcher beside others on the same pairs; writes docs/matching.md and matching.json."""

from __future__ import annotations

from threadpoolctl import threadpool_limits

from tests.benchmarks.matching.report import write
from tests.benchmarks.peers import HERE

DOCS = HERE.parents[1] / "docs"

if __name__ == "__main__":
    with threadpool_limits(1):
        print(write(DOCS))
