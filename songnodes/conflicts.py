"""The command `conflicts`: what the sources of one set, or of all, say differently, with the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import typer

from cypher import Database, read
from cypher.session import Row
from graph_model.errors import NotFound
from runtime.settings import Settings
from songnodes.connection import with_database

PAGE = 500


def list_conflicts(settings: Settings, uid: str | None) -> None:
    """Print them set by set. Raises NotFound for a set that is not there."""

    async def act(database: Database) -> int:
        return await print_conflicts(database, uid or "")

    sets = with_database(settings, act)
    typer.echo(f"{sets} sets whose sources disagree" if not uid else f"{uid}: {'as above' if sets else 'no conflict'}")


async def print_conflicts(database: Database, uid: str = "") -> int:
    """Print them, and say of how many sets. Raises NotFound."""
    patient = replace(database, read_timeout_s=database.write_timeout_s)
    printed, after = 0, ""
    while rows := await read(patient, "check/conflicts", setlist=uid, after=after, page=PAGE):
        told = [row for row in rows if row["sources"]]
        for line in (line for row in told for line in lines_of(row)):
            typer.echo(line)
        printed, after = printed + len(told), rows[-1]["id"]
    if uid and not after:
        raise NotFound(f"There is no set {uid}: it was deleted, or the id is of something else")
    return printed


def lines_of(row: Row) -> Iterator[str]:
    """The set, its sources, and a line a conflict."""
    yield f"{row['id']}  {row['played_on'] or 'undated'}  {row['title']}"
    for source, rows, aligned, *columns in row["sources"]:
        yield f"  {source}: {aligned} of its {rows} rows are rows of the set"
        yield from (f"    {_line(*conflict)}" for conflict in zip(*columns, strict=True))


def _line(kind: str, position: int, leading: str, attesting: str) -> str:
    place = f" {position}" if position else ""
    return f"{kind}{place}: {_shown(leading)} | {_shown(attesting)}"


def _shown(words: Any) -> str:
    return str(words) or "–"
