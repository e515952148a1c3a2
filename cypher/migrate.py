"""Schema migrations: numbered files of `cypher/migrations/`, each run once and safe to run twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from cypher.files import ROOM, statement
from cypher.session import Database, read, translated, write
from graph_model.errors import BrokenFragment, SetupError

MIGRATIONS = ROOM / "migrations"
INDEXES_ONLINE_S = 600
"""How long filling the indexes may take."""
_NAME = re.compile(r"\d{4}_[a-z0-9_]+")


@dataclass(frozen=True)
class MigrationFile:
    """One file: its name without the ending, and its statements."""

    name: str
    statements: tuple[str, ...]


def migration_files(folder: Path = MIGRATIONS) -> list[MigrationFile]:
    """All of them, in order. Raises BrokenFragment for a name without number, or a number that comes twice."""
    paths = sorted(folder.glob("*.cypher"))
    numbers = [path.stem[:4] for path in paths]
    for path in paths:
        if not _NAME.fullmatch(path.stem) or numbers.count(path.stem[:4]) > 1:
            raise BrokenFragment(f"{path.name} needs a number of its own: name it like 0007_what_it_does.cypher")
    return [MigrationFile(path.stem, _statements(path)) for path in paths]


async def migrate(database: Database) -> list[str]:
    """Bring the schema up to date; the names of the migrations that ran now.

    Every statement commits by itself (Neo4j's schema changes cannot share a transaction with data), a migration is
    noted after its last one: a kill in between runs it again. Raises Unavailable, SetupError.
    """
    files = migration_files()
    try:
        async with database.session(neo4j.WRITE_ACCESS) as session:
            done = await _applied(session)
            fresh = [file for file in files if file.name not in done]
            for file in fresh:
                await _apply(session, file)
            if fresh:
                await _run(session, "CALL db.awaitIndexes($s)", s=INDEXES_ONLINE_S)
    except Neo4jError as error:
        raise SetupError(f"The database refuses a migration ({error.code}): see the log, and its own") from error
    except DriverError as error:
        raise translated(error) from error
    return [file.name for file in fresh]


async def is_noted(database: Database, name: str) -> bool:
    """Whether something that runs once (a migration, the demo's load) has run to its end."""
    return any(row["name"] == name for row in await read(database, "migration/applied"))


async def note(database: Database, name: str) -> None:
    """Note that it has."""

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        result = await transaction.run(statement("migration/note"), name=name, at=datetime.now(UTC))
        await result.consume()

    await write(database, work)


async def _applied(session: neo4j.AsyncSession) -> set[str]:
    result = await session.run(statement("migration/applied"))
    return {record["name"] async for record in result}


async def _apply(session: neo4j.AsyncSession, file: MigrationFile) -> None:
    for text in file.statements:
        await _run(session, text)
    await _run(session, statement("migration/note"), name=file.name, at=datetime.now(UTC))


async def _run(session: neo4j.AsyncSession, text: str, **values: object) -> None:
    result = await session.run(text, values)
    await result.consume()


def _statements(path: Path) -> tuple[str, ...]:
    """Parts between semicolons at line ends, heading comments left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("//")]
    parts = re.split(r";[ \t]*(?:\n|$)", "\n".join(lines) + "\n")
    return tuple(part.strip() for part in parts if part.strip())
