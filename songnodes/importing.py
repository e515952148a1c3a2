"""The command `import`: files and folders into the graph, or a folder watched; what became of each, one line a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import structlog
import typer

from cypher import Database
from cypher.migrate import migrate
from graph_model.errors import BadInput, SongNodesError
from ingestion.importing import ImportReport, ReadFile, import_file, observe_file, source_file
from ingestion.imports.language_model import LanguageModel, language_model
from ingestion.imports.source_file import NO_HINTS, Hints
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.watched_folder import files_in, watch
from runtime.progress import step
from runtime.settings import Settings
from songnodes.connection import with_database
from songnodes.ending import gentle_end
from songnodes.explaining import preview_rows

ASIDE_SHOWN = 5
"""Refusals that are told of each file; all of them are kept in the graph."""
ROWS_SHOWN = 5
RETRY_S = 10.0
ACTOR = "import"


class Given(NamedTuple):
    """A file, and what is told beside it."""

    path: Path
    hints: Hints


log = structlog.get_logger(__name__)


def import_paths(settings: Settings, paths: Sequence[Path], *, dry_run: bool, hints: Hints = NO_HINTS) -> None:
    """Import files and those in folders; exit code 1 where a file gave nothing. Raises BadInput for a wrong path."""
    files = [Given(path, hints) for path in _files(paths)]
    model = model_of(settings)

    async def act(database: Database) -> bool:
        await migrate(database)
        return await (_preview(database, files, model) if dry_run else _import(database, files, model))

    if not with_database(settings, act):
        raise typer.Exit(1)


def watch_folder(settings: Settings, folder: Path) -> None:
    """Import what comes into a folder, until Ctrl-C. Raises BadInput where it is no folder."""
    check_folder(folder)

    async def act(database: Database) -> None:
        await migrate(database)
        typer.echo(f"Watching {folder}: files are read once they have settled, and stay as they are. Ctrl-C stops it.")
        await watch(database, folder, _tell, actor=ACTOR, model=model_of(settings))

    with gentle_end():
        with_database(settings, act)


async def keep_watching(database: Database, folder: Path, model: LanguageModel | None = None) -> None:
    """The same beside the server: told in the log, and begun again when the database or the folder was away."""
    while True:
        try:
            await watch(database, folder, _log, actor="watch", model=model)
        except (SongNodesError, OSError) as error:
            log.warning("watch_interrupted", folder=str(folder), reason=str(error))
            await asyncio.sleep(RETRY_S)


def hints_of(title: str | None, url: str | None, columns: Sequence[str]) -> Hints:
    """What the options tell; `columns` like "title=Song". Raises BadInput where there is no "="."""
    told = {column: column.partition("=")[::2] for column in columns}
    if wrong := next((column for column, both in told.items() if not all(both)), None):
        raise BadInput(f"--column {wrong} does not say what and where: write WHAT=HEADER, e.g. --column title=Song")
    return Hints(title, url, dict(told.values()))


def model_of(settings: Settings) -> LanguageModel | None:
    """The language model that the settings name."""
    return language_model(settings.ollama_url, settings.ollama_model, settings.ollama_timeout_s)


def check_folder(folder: Path) -> None:
    """Raises BadInput where it is no folder."""
    if not folder.is_dir():
        raise BadInput(f"{folder} is no folder: give one that exists")


def told(report: ImportReport) -> Iterator[str]:
    """One line for the file, and one for each of the first refusals."""
    file, sets, libraries = report.file, report.sets, report.libraries
    played = f" ({sets.sets_new} new, {sets.sets_updated} changed, {sets.sets_unchanged} same)" if file.sets else ""
    owned = f" ({libraries.new} new, {libraries.updated} changed)" if file.libraries else ""
    yield _line(file, played, owned)
    yield from _refusals(file.refused)


async def preview(database: Database, file: ReadFile) -> list[str]:
    """What an import would load, for people: what each set holds, and of which tracks its rows would be."""
    lines = [_line(file)]
    for seen in file.sets:
        lines += [*preview_set(seen), *await preview_rows(database, seen)]
    lines += [f"  library {library.title!r}, {_counted(len(library.rows), 'row')}" for library in file.libraries]
    return [*lines, *_refusals(file.refused)]


def preview_set(seen: SetObservation) -> Iterator[str]:
    """Title, day, rows by state, and the first rows as they were read."""
    day = f", {seen.played_on} ({seen.played_precision})" if seen.played_on else ""
    unread = sum(row.state != "identified" for row in seen.rows)
    yield f"  set {seen.title!r}{day}, {_counted(len(seen.rows), 'row')}, {unread} of them without a track"
    for number, row in enumerate(seen.rows[:ROWS_SHOWN], 1):
        yield f"    {number} {row.text}"
    if len(seen.rows) > ROWS_SHOWN:
        yield f"    … {len(seen.rows) - ROWS_SHOWN} more"


async def _import(database: Database, files: Sequence[Given], model: LanguageModel | None) -> bool:
    """Whether each file gave something."""
    all_used = True
    with step("Importing", len(files), "files") as advance:
        for given in files:
            report = await import_file(database, source_file(*given), actor=ACTOR, model=model)
            typer.echo("\n".join(told(report)))
            all_used = all_used and not report.is_empty
            advance(1)
    return all_used


async def _preview(database: Database, files: Sequence[Given], model: LanguageModel | None) -> bool:
    """Whether each file would give something."""
    all_used = True
    for given in files:
        found = await observe_file(database, source_file(*given), model=model)
        typer.echo("\n".join(await preview(database, found)))
        all_used = all_used and bool(found.held)
    typer.echo("Nothing was loaded: this was a dry run")
    return all_used


def _line(file: ReadFile, played: str = "", owned: str = "") -> str:
    """What a file holds; `played` and `owned` say what became of its sets and libraries."""
    sets, libraries = _counted(len(file.sets), "set"), _counted(len(file.libraries), "library", "libraries")
    return (
        f"{file.name}: {file.format or 'no format that can be read'}, {sets}{played}, {libraries}{owned}, "
        f"{_counted(file.rows, 'row')}, {_counted(file.tracks, 'track')}, {len(file.refused)} set aside"
    )


def _counted(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise BadInput(f"{path} does not exist: give files, or folders of them")
        yield from sorted(files_in(path)) if path.is_dir() else (path,)


def _refusals(refused: Sequence[RefusedRecord]) -> Iterator[str]:
    for each in refused[:ASIDE_SHOWN]:
        yield f"  set aside: {each.place}: {each.code}: {each.reason}"
    if len(refused) > ASIDE_SHOWN:
        yield f"  … {len(refused) - ASIDE_SHOWN} more set aside"


def _tell(report: ImportReport) -> None:
    typer.echo("\n".join(told(report)))


def _log(report: ImportReport) -> None:
    file = report.file
    log.info(
        "file_imported", file=file.name, format=file.format, sets=len(file.sets), libraries=len(file.libraries),
        rows=file.rows, set_aside=len(file.refused),
    )  # fmt: skip
