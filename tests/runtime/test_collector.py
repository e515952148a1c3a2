"""The collector is told to look rarely, and not at what stays."""

from __future__ import annotations

import subprocess
import sys

ASK = """
import gc
from runtime.collector import ALLOCATIONS_A_ROUND, collect_rarely, leave_out_what_stays
collect_rarely()
leave_out_what_stays()
class Knot: pass
knot = Knot(); knot.own = knot; del knot
print(gc.get_threshold() == ALLOCATIONS_A_ROUND, gc.get_freeze_count() > 1_000, gc.collect() > 0)
"""


def test_what_stays_is_left_out_and_cycles_still_go() -> None:
    """In a process of its own: the setting is one of the whole process."""
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
