"""Python's garbage collector, which looks for cycles: it is told what need not be looked at.

Our objects die when the last reference goes, without the collector; it is there for the odd cycle.
"""

from __future__ import annotations

import gc

ALLOCATIONS_A_ROUND = (50_000, 20, 100)
"""Python's own 700, 10, 10 cost a load 30 % of its parser's time: each full round goes through all that is kept."""


def collect_rarely() -> None:
    """At the start of a process."""
    gc.set_threshold(*ALLOCATIONS_A_ROUND)


def leave_out_what_stays() -> None:
    """Before a process serves: modules and schema stay until its end. Going through them was its longest pause."""
    gc.collect()
    gc.freeze()
