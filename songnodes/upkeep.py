"""Commands on the graph as a whole: migrate, check, delete."""

from __future__ import annotations

import typer

from cypher import Database, read
from cypher.migrate import migrate
from ingestion.check import CheckReport, check
from ingestion.deletion import delete_set
from ingestion.resolution.reresolution import Reresolution, ResolveReport
from runtime.progress import step
from runtime.settings import Settings
from songnodes.connection import with_database

SHOWN = 20
"""Differences that are printed; the count says how many there are."""


def migrate_database(settings: Settings) -> None:
    """The command `migrate`."""
    names = with_database(settings, migrate)
    typer.echo("\n".join(f"Applied {name}" for name in names) or "The schema is up to date")


def check_graph(settings: Settings) -> None:
    """The command `check`: exit code 1 where anything differs."""
    report = with_database(settings, check)
    typer.echo(_told(report))
    if report.count:
        raise typer.Exit(1)


def resolve_graph(settings: Settings) -> None:
    """The command `resolve`."""

    async def act(database: Database) -> ResolveReport:
        await migrate(database)
        total = (await read(database, "load/track_total"))[0]["tracks"]
        with step("Comparing tracks", total, "tracks") as advance:
            return await Reresolution(database, "resolve").run(advance)

    report = with_database(settings, act)
    typer.echo(
        f"Compared {report.tracks} tracks: {report.merged} merged into others, {report.asked} new review items "
        f"(songnodes review list); songnodes history ID and songnodes undo REVISION take a merge back"
    )


def delete_setlist(settings: Settings, uid: str) -> None:
    """The command `delete`."""

    async def act(database: Database) -> None:
        await delete_set(database, uid, actor="delete")

    with_database(settings, act)
    typer.echo(f"Deleted {uid}")


def _told(report: CheckReport) -> str:
    """The first differences, then one line that says how much was compared."""
    lines = [str(difference) for difference in report.differences[:SHOWN]]
    checked = ", ".join(f"{rows} {question.rpartition('/')[2]}" for question, rows in report.checked.items())
    found = "no difference" if report.count == 0 else f"{report.count} differences"
    return "\n".join([*lines, f"Compared {checked or 'an empty graph'} in {report.seconds:.1f} s: {found}"])
