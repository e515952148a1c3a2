"""A file into the graph: read, its rows read with known names, loaded, and noted as done.

Sets and libraries of a file go the ways of all others (`load_sets`, `load_collections`), so the same file again, under
whatever name, changes nothing. What cannot be read is set aside with its place and reason.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j

from cypher import Database, read, statement, write
from graph_model.errors import BadRecord
from ingestion.collection import CollectionReport, load_collections
from ingestion.draft import Draft
from ingestion.imports.formats import LARGEST_BYTES, TEXT, Imported, read_file, too_large
from ingestion.imports.language_model import LanguageModel, read_with_model
from ingestion.imports.source_file import NO_HINTS, Hints, SourceFile
from ingestion.keys import Key, track_identity
from ingestion.load import LoadReport, load_sets
from ingestion.observation import CollectionObservation, RefusedRecord, SetObservation
from ingestion.reading import Observed, read_drafts
from ingestion.resolution.alike import resolve_alike
from ingestion.resolution.exact import Resolver

IMPORTER = "imports 1"
"""Goes up when a format is read better than before: a watched folder then reads its files again."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read, before anything of it is loaded."""

    name: str
    format: str | None
    sets: tuple[SetObservation, ...]
    libraries: tuple[CollectionObservation, ...]
    refused: tuple[RefusedRecord, ...]

    @property
    def held(self) -> tuple[SetObservation | CollectionObservation, ...]:
        """Sets and libraries together."""
        return (*self.sets, *self.libraries)

    @property
    def rows(self) -> int:
        """In all of them."""
        return sum(len(each.rows) for each in self.held)

    @property
    def tracks(self) -> int:
        """Different pieces among them, as far as their names tell."""
        found: set[Key] = set()
        for each in self.held:
            within = Key(each.source, each.key)
            found.update(identity.keys[0] for row in each.rows if (identity := track_identity(row, within)).keys)
        return len(found)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file."""

    file: ReadFile
    sets: LoadReport
    libraries: CollectionReport

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it came into the graph."""
        return not (self.sets.sets or self.libraries.new + self.libraries.updated + self.libraries.unchanged)


def source_file(path: Path, hints: Hints = NO_HINTS) -> SourceFile | RefusedRecord:
    """The file's content; the refusal of one that is too large or cannot be opened."""
    try:
        size = path.stat().st_size
        return too_large(path.name, size) if size > LARGEST_BYTES else SourceFile(path.name, path.read_bytes(), hints)
    except OSError as problem:
        reason = f"the file cannot be opened ({problem.strerror})"
        return SourceFile(path.name, b"").refused("import", "", "UNREADABLE", reason)


async def observe_file(
    database: Database, file: SourceFile | RefusedRecord, *, model: LanguageModel | None = None
) -> ReadFile:
    """Read a file without loading it; the graph is asked for known names only. Raises Unavailable, TimedOut.

    `model` reads long texts in which the rules find no tracklist.
    """
    if isinstance(file, RefusedRecord):
        return ReadFile(file.place, None, (), (), (file,))
    imported = await asyncio.to_thread(read_file, file)
    if model and imported.is_text_without_rows:
        imported = await _by_model(file, imported, model)
    return _sorted(imported, await read_drafts(database, [*imported.drafts, *imported.refused]))


async def import_file(
    database: Database,
    file: SourceFile | RefusedRecord,
    *,
    actor: str,
    resolver: Resolver = resolve_alike,
    model: LanguageModel | None = None,
) -> ImportReport:
    """Read a file and load what it holds. Raises Unavailable, TimedOut; what is loaded by then stays."""
    found = await observe_file(database, file, model=model)
    sets = await load_sets(database, [*found.refused, *found.sets], actor=actor, resolver=resolver)
    libraries = await load_collections(database, found.libraries, actor=actor, resolver=resolver)
    if isinstance(file, SourceFile):
        await _note(database, file, found.format)
    return ImportReport(found, sets, libraries)


async def is_known(database: Database, file: SourceFile) -> bool:
    """Whether a file with this content was read by these importers already."""
    rows = await read(database, "load/known_file", hash=_hash(file))
    return any(row["importer"] == IMPORTER for row in rows)


async def _by_model(file: SourceFile, imported: Imported, model: LanguageModel) -> Imported:
    """What the model finds, or why it gave no answer; where it finds nothing, what the rules said."""
    try:
        found = await read_with_model(file, model)
    except BadRecord:  # no text: the rules said so already
        return imported
    drafts = tuple(each for each in found if isinstance(each, Draft))
    refused = tuple(each for each in found if isinstance(each, RefusedRecord))
    return Imported(file.name, TEXT, drafts, refused)


def _sorted(imported: Imported, observed: list[Observed]) -> ReadFile:
    sets = tuple(each for each in observed if isinstance(each, SetObservation))
    libraries = tuple(each for each in observed if isinstance(each, CollectionObservation))
    refused = tuple(each for each in observed if isinstance(each, RefusedRecord))
    return ReadFile(imported.name, imported.format, sets, libraries, refused)


async def _note(database: Database, file: SourceFile, format_name: str | None) -> None:
    said: dict[str, Any] = {"hash": _hash(file), "name": file.name, "format": format_name, "importer": IMPORTER}

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await transaction.run(statement("load/imported_file"), **said, at=datetime.now(UTC))

    await write(database, work)


def _hash(file: SourceFile) -> str:
    return hashlib.sha256(file.data).hexdigest()
