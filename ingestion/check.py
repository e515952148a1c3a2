"""`songnodes check`: recompute from the Plays all that is derived, and report what differs from what is stored.

It reads in pages, so its memory does not grow with the graph. It takes no lock: while a load runs, a page may show a
set half counted; check when nothing is being written.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from cypher import Database, read
from ingestion import differences
from ingestion.differences import Difference

MOST_SHOWN = 1_000
"""Differences that a report lists; the rest is counted."""

QUESTIONS: tuple[tuple[str, int, Callable[[dict[str, Any]], Iterator[Difference]]], ...] = (
    ("check/setlists", 200, differences.of_setlist),
    ("check/tracks", 2_000, differences.of_track),
    ("check/versions", 5_000, differences.of_versions),
    ("check/stray_plays", 10_000, differences.of_plays),
    ("check/set_records", 2_000, differences.of_records),
    ("check/measures", 2_000, differences.of_measures),
    ("check/stray_measures", 10_000, differences.of_stray_measures),
    ("check/collections", 2_000, differences.of_collection),
    ("check/redirects", 5_000, differences.of_redirects),
    ("check/track_distinctions", 10_000, differences.of_distinctions),
    ("check/artist_distinctions", 10_000, differences.of_distinctions),
    ("check/reviews", 5_000, differences.of_reviews),
)
"""What is asked, nodes to a page, and what compares a row: a node, or a page of which only the faults are told."""


@dataclass
class CheckReport:
    """What a check found; clean where `count` is 0."""

    differences: list[Difference] = field(default_factory=list)
    """The first of them."""
    count: int = 0
    checked: dict[str, int] = field(default_factory=dict)
    """Nodes compared, by question."""
    seconds: float = 0.0

    def add(self, found: Difference) -> None:
        """Count a difference, and list it while there is room."""
        self.count += 1
        if len(self.differences) < MOST_SHOWN:
            self.differences.append(found)


async def check(database: Database) -> CheckReport:
    """Compare everything. Raises Unavailable, TimedOut."""
    report, started = CheckReport(), time.monotonic()
    patient = replace(database, read_timeout_s=database.write_timeout_s)
    for question, page, compare in QUESTIONS:
        after = ""
        while rows := await read(patient, question, after=after, page=page):
            for row in rows:
                for found in compare(row):
                    report.add(found)
            after = rows[-1]["id"]
            report.checked[question] = report.checked.get(question, 0) + sum(row.get("rows", 1) for row in rows)
    report.seconds = time.monotonic() - started
    return report
