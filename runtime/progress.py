"""Progress of long steps: a bar in a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Advance = Callable[[int], None]
"""Call with how many more are done."""

LINE_EVERY_S = 10.0
CONSOLE = Console(file=sys.stderr, highlight=False)


@contextmanager
def step(what: str, total: int | None = None, unit: str = "") -> Iterator[Advance]:
    """Show one long step while it runs; without `total` it is a spinner with the time."""
    shown = _bar(what, total) if CONSOLE.is_terminal else _lines(what, total, unit)
    with shown as advance:
        yield advance


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[Advance]:
    counted = [BarColumn(), MofNCompleteColumn()] if total else []
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), *counted, TimeElapsedColumn(), console=CONSOLE
    ) as bar:
        task = bar.add_task(what, total=total)
        yield lambda more: bar.advance(task, more)
        bar.update(task, completed=total or 1, total=total or 1)


@contextmanager
def _lines(what: str, total: int | None, unit: str) -> Iterator[Advance]:
    began = shown = time.monotonic()
    done = 0
    print(f"{what} …", file=sys.stderr, flush=True)

    def advance(more: int) -> None:
        nonlocal done, shown
        done += more
        if total and time.monotonic() - shown >= LINE_EVERY_S:
            shown = time.monotonic()
            print(f"{what}: {done} of {total} {unit}".rstrip(), file=sys.stderr, flush=True)

    yield advance
    print(f"{what}: done in {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
