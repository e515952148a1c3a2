"""A folder whose files are imported as they come. They are never moved, changed or deleted.

A file is read when its size and time have stood still for two seconds, so that none is read while it is still being
written; one whose content was read before, under whatever name, is passed over. Hidden files are no concern of ours:
programs write their drafts there.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from watchfiles import Change, awatch

from cypher import Database
from ingestion.importing import ImportReport, import_file, is_known, source_file
from ingestion.imports.language_model import LanguageModel
from ingestion.imports.source_file import SourceFile

SETTLED_S = 2.0
TICK_MS = 500
log = structlog.get_logger(__name__)

Tell = Callable[[ImportReport], None]


@dataclass
class Waiting:
    """Files that have changed and are not read yet: path → its size and time, and since when they are so."""

    seen: dict[Path, tuple[tuple[int, int], float]] = field(default_factory=dict)

    def note(self, path: Path) -> None:
        """A file has changed, or is new."""
        if not path.name.startswith(".") and (state := _state(path)):
            self.seen[path] = (state, time.monotonic())

    def settled(self) -> Iterator[Path]:
        """Those that have stood still for long enough; they wait no more."""
        for path, (state, since) in list(self.seen.items()):
            now = _state(path)
            if now is None:
                del self.seen[path]
            elif now != state:
                self.seen[path] = (now, time.monotonic())
            elif time.monotonic() - since >= SETTLED_S:
                del self.seen[path]
                yield path


async def watch(
    database: Database, folder: Path, tell: Tell, *, actor: str, model: LanguageModel | None = None
) -> None:
    """Import what lies in the folder and what comes, for as long as it is not cancelled. Raises Unavailable."""
    async for path in settled_files(folder):
        await _import(database, path, tell, (actor, model))


async def settled_files(folder: Path) -> AsyncIterator[Path]:
    """Files of the folder and the folders in it: those that are there, then new and changed ones, once settled."""
    waiting = Waiting()
    for path in sorted(files_in(folder)):
        waiting.note(path)
    async for changes in awatch(folder, rust_timeout=TICK_MS, yield_on_timeout=True):
        for kind, name in changes:
            if kind is not Change.deleted:
                waiting.note(Path(name))
        for path in waiting.settled():
            yield path


def files_in(folder: Path) -> Iterator[Path]:
    """All files below a folder but hidden ones and those in hidden folders."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


async def _import(database: Database, path: Path, tell: Tell, how: tuple[str, LanguageModel | None]) -> None:
    file = source_file(path)
    if isinstance(file, SourceFile) and await is_known(database, file):
        log.info("file_known_already", file=path.name)
        return
    actor, model = how
    tell(await import_file(database, file, actor=actor, model=model))


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of a file; None for what is no file, or is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if path.is_file() else None
