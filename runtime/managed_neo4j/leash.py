"""Child processes that do not outlive us: their own session, and a signal from the kernel when we die."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)  # loaded here: nothing may be imported between fork and exec


def leashed(
    command: Sequence[str], output: Path, *, at_death: signal.Signals, idle: bool = False, folder: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a command that gets `at_death` when the calling thread ends, however it ends.

    A session of its own, so that Ctrl-C in the terminal reaches us alone and we stop things in order.
    `idle` runs it only when nobody else wants a core.
    """
    with output.open("ab") as out:
        return subprocess.Popen(  # noqa: S603  # our own command
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=folder,
            preexec_fn=_before_exec(os.getpid(), at_death, idle),
        )


def stop(process: subprocess.Popen[bytes], patience_s: float) -> bool:
    """Ask the process to end, and end it when it has not after `patience_s`; whether it went by itself."""
    if process.poll() is not None:
        return True
    process.terminate()
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    except KeyboardInterrupt:  # a second Ctrl-C: the person does not want to wait
        process.kill()
        process.wait()
        raise
    return True


def _before_exec(parent: int, at_death: signal.Signals, idle: bool) -> Callable[[], None]:
    def run() -> None:
        if sys.platform == "linux":
            _LIBC.prctl(PR_SET_PDEATHSIG, int(at_death), 0, 0, 0)
            if os.getppid() != parent:  # we died between fork and prctl
                os._exit(1)
            if idle:
                os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
                _step_back()

    return run


def _step_back() -> None:
    """Linux shares cores among sessions first, so the new session as a whole steps back too, where it is grouped."""
    try:
        group = os.open("/proc/self/autogroup", os.O_WRONLY)
    except OSError:
        return  # a kernel without such groups
    try:
        os.write(group, b"19")
    except OSError:
        return  # it is asked too often, or not allowed
    finally:
        os.close(group)
