"""A leashed child does not outlive us, however we end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from runtime.managed_neo4j.leash import leashed, stop

SLEEP = ["sleep", "600"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(600)",
]
PARENT = """
import signal, sys, time
from pathlib import Path
from runtime.managed_neo4j.leash import leashed
child = leashed(["sleep", "600"], Path(sys.argv[1]), at_death=signal.SIGTERM)
print(child.pid, flush=True)
time.sleep(600)
"""


def test_a_killed_parent_leaves_no_child(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path / "out")], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.communicate()
    child.wait(10)
    assert not child.is_running()


def test_a_child_has_a_session_of_its_own(tmp_path: Path) -> None:
    child = leashed(SLEEP, tmp_path / "out", at_death=signal.SIGTERM)
    try:
        assert os.getsid(child.pid) == child.pid != os.getsid(0)
    finally:
        stop(child, 5)


def test_idle_children_run_when_nobody_else_wants_to(tmp_path: Path) -> None:
    child = leashed(SLEEP, tmp_path / "out", at_death=signal.SIGTERM, idle=True)
    try:
        assert os.sched_getscheduler(child.pid) == os.SCHED_IDLE
    finally:
        stop(child, 5)


def test_a_child_that_ends_when_asked_ended_by_itself(tmp_path: Path) -> None:
    child = leashed(SLEEP, tmp_path / "out", at_death=signal.SIGTERM)
    assert stop(child, 5)
    assert stop(child, 5)
    assert child.returncode == -signal.SIGTERM


def test_a_child_that_does_not_is_ended_after_the_patience(tmp_path: Path) -> None:
    child = leashed(STUBBORN, tmp_path / "out", at_death=signal.SIGTERM)
    while not (tmp_path / "out").read_bytes():
        time.sleep(0.01)
    assert not stop(child, 0.2)
    assert child.returncode == -signal.SIGKILL


def test_a_second_interrupt_ends_the_child_at_once(tmp_path: Path) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` starts the tests with Ctrl-C switched off
    child = leashed(STUBBORN, tmp_path / "out", at_death=signal.SIGTERM)
    while not (tmp_path / "out").read_bytes():
        time.sleep(0.01)
    signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    with pytest.raises(KeyboardInterrupt):
        stop(child, 60)
    assert child.returncode == -signal.SIGKILL
