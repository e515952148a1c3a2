"""Commands on the graph as a whole: migrate, check, delete."""

from __future__ import annotations

import typer

from cypher import Database
from cypher.migrate import migrate
from ingestion.check import CheckReport, check
from ingestion.deletion import delete_set
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
    if report.differences:
        raise typer.Exit(1)


def delete_setlist(settings: Settings, uid: str) -> None:
    """The command `delete`."""

    async def act(database: Database) -> None:
        await delete_set(database, uid, actor="delete")

    with_database(settings, act)
    typer.echo(f"Deleted {uid}")


def _told(report: CheckReport) -> str:
    lines = [str(difference) for difference in report.differences[:SHOWN]]
    return "\n".join([*lines, f"{len(report.differences)} differences"])
