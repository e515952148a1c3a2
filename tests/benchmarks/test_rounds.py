"""Ratios are taken within a round, and no peer always follows the same one."""

from __future__ import annotations

import math

from tests.benchmarks.rounds import Measured, per_processor_second, quotient, ratio
from tests.benchmarks.usage import Usage
from tests.benchmarks.wrk import Load


def measured(peer: str, number: int, per_second: float, server_s: float = 1.0) -> Measured:
    """Five seconds of one peer."""
    load = Load(per_second, 1.0, 2.0, round(per_second * 5))
    return Measured("nest", 16, number, peer, load, Usage(1.0, server_s, 0.1, 4.0))


def test_a_slow_round_does_not_change_the_ratio() -> None:
    cell = [measured("ours", 0, 300), measured("theirs", 0, 100), measured("ours", 1, 30), measured("theirs", 1, 10)]
    found = ratio(cell, "ours", "theirs")
    assert (found.median, found.least, found.most) == (3, 3, 3)


def test_the_ratio_by_work_counts_the_processor_time_of_server_and_database() -> None:
    cell = [measured("ours", 0, 100, server_s=1.0), measured("theirs", 0, 100, server_s=3.0)]
    assert ratio(cell, "ours", "theirs", per_processor_second).median == 2


def test_a_peer_that_answers_nothing_in_its_time_is_infinitely_slower() -> None:
    assert quotient(5, 0) == math.inf


def test_what_others_used_is_the_rest() -> None:
    assert Usage(1.0, 0.5, 0.25, 4.0).others == 2.25
