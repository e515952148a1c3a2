"""How what stays comes to its end."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gentle_end() -> Iterator[None]:
    """SIGTERM and a closed terminal end us as Ctrl-C does: in order, and as a success once we serve."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a script's `&` starts us with Ctrl-C switched off
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        yield
    except KeyboardInterrupt:
        print("Stopped", file=sys.stderr)
