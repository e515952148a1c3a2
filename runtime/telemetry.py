"""Logs: events in the past tense with keys, for people or for machines; no secret gets into them."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from runtime.secret_file import private_folder

HIDDEN = ("password", "secret", "token", "authorization", "api_key")
"""A key of a log line with one of these words has its value left out."""


def without_secrets(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out the value of every key that names a secret."""
    for key in event:
        if any(word in key.lower() for word in HIDDEN):
            event[key] = "(hidden)"
    return event


def configure_logs(level: str, form: str, stream: TextIO | None = None) -> None:
    """Send all events, and the standard library's of warnings and above, to the stream (stderr)."""
    number = logging.getLevelNamesMapping()[level.upper()]
    out = stream or sys.stderr
    structlog.configure(
        processors=[*_shared(), *_rendering(form, out)],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=True,
    )
    _standard_library(form, max(number, logging.WARNING), out)


def open_log_file(folder: Path) -> TextIO:
    """The log file in the folder, appended to; one old one of 10 MB is kept. Raises SetupError."""
    path = private_folder(folder) / "songnodes.log"
    if path.exists() and path.stat().st_size > 10_000_000:
        path.replace(path.with_suffix(".log.1"))
    return path.open("a", encoding="utf-8", buffering=1)


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_secrets,
    ]


def _rendering(form: str, out: TextIO) -> list[Processor]:
    """Stacks without the values of variables: a password may be among them."""
    if form == "json":
        stacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        return [structlog.processors.ExceptionRenderer(stacks), structlog.processors.JSONRenderer()]
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=out.isatty(), exception_formatter=plain)]


def _standard_library(form: str, level: int, out: TextIO) -> None:
    """Lines of uvicorn, neo4j and others take the same road."""
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_shared(),
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(form, out)],
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
