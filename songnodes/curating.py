"""Commands of a curator: review, merge, repoint, undo, history."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import typer

from curation.entities import history
from curation.keeper import GraphCurator
from cypher import Database, read
from graph_model.errors import NotFound
from graph_model.ports import Curated, Said
from runtime.settings import Settings
from songnodes.connection import with_database

Act = Callable[[GraphCurator], Awaitable[Curated]]


def merge_two(settings: Settings, label: str, ids: tuple[str, str], *, force: bool, reason: str) -> None:
    """The commands `merge tracks` and `merge artists`; `ids`: the one that stays, the one that goes."""
    survivor, merged = ids
    said = Said("merge", reason)
    done = _done(settings, lambda curator: curator.merge(label, survivor, merged, said=said, force=force))
    typer.echo(f"{merged} is part of {done.entities[0]} now; {_undo(done)}")


def repoint_rows(settings: Settings, plays: Sequence[str], to: tuple[str | None, str | None], reason: str) -> None:
    """The command `repoint`; `to`: id of a Track, or the title of a new one."""
    track, title = to
    said = Said("repoint", reason)
    done = _done(settings, lambda curator: curator.repoint(plays, track, said=said, title=title))
    typer.echo(f"{len(done.plays)} plays are of {done.entities[0]} now; {_undo(done)}")


def accept_item(settings: Settings, item: str, candidate: str | None, reason: str) -> None:
    """The command `review accept`."""
    said = Said("review", reason)
    done = _done(settings, lambda curator: curator.accept(item, candidate, said=said))
    typer.echo(f"{item}: it is {done.entities[0]}; {_undo(done)}")


def reject_item(settings: Settings, item: str, candidate: str | None, reason: str) -> None:
    """The command `review reject`."""
    said = Said("review", reason)
    done = _done(settings, lambda curator: curator.reject(item, candidate, said=said))
    typer.echo(f"{item}: {done.entities[0]} is {'not ' + candidate if candidate else 'none of them'}; {_undo(done)}")


def decide_new(settings: Settings, item: str, reason: str) -> None:
    """The command `review new`."""
    said = Said("review", reason)
    done = _done(settings, lambda curator: curator.as_new(item, said=said))
    typer.echo(f"{item}: {done.entities[0]} is one of its own; {_undo(done)}")


def undo_act(settings: Settings, revision: str, reason: str) -> None:
    """The command `undo`."""
    done = _done(settings, lambda curator: curator.undo(revision, said=Said("undo", reason)))
    typer.echo(f"{revision} is undone: {', '.join(done.entities)}; see {done.revision}")


def list_items(settings: Settings, most: int) -> None:
    """The command `review list`: one line an item."""
    rows = with_database(settings, lambda database: read(database, "curation/open_list", most=most))
    lines = [f"{row['id']}  {row['probability']:.2f}  {row['text']}  ~  {row['likeliest']}" for row in rows]
    typer.echo("\n".join(lines) or "Nothing waits for a decision")


def show_item(settings: Settings, item: str) -> None:
    """The command `review show`. Raises NotFound."""
    rows = with_database(settings, lambda database: read(database, "curation/item_page", id=item))
    if not rows:
        raise NotFound(f"There is no review item {item}")
    typer.echo("\n".join(_told(rows[0])))


def show_history(settings: Settings, entity: str) -> None:
    """The command `history`: one line a Revision."""

    async def act(database: Database) -> list[dict[str, Any]]:
        return await history(database, entity)

    rows = with_database(settings, act)
    typer.echo("\n".join(map(_line, rows)) or f"No change of {entity} is known")


def _done(settings: Settings, act: Act) -> Curated:
    async def acting(database: Database) -> Curated:
        return await act(GraphCurator(database))

    return with_database(settings, acting)


def _undo(done: Curated) -> str:
    return f"to take it back: songnodes undo {done.revision}"


def _told(item: dict[str, Any]) -> list[str]:
    """The item, then its candidates with their reasons."""
    state = item["state"] + (f" by {item['by']}" if item["by"] else "")
    lines = [f"{item['text']}  ({item['kind']}, {state}, {item['matcher']})", f"  {item['entity']}  {item['name']}"]
    for candidate in item["candidates"]:
        lines.append(f"  {candidate['rank']}. {candidate['probability']:.2f}  {candidate['id']}  {candidate['name']}")
        lines += [f"       {reason}" for reason in candidate["reasons"] or ()]
    return lines


def _line(row: dict[str, Any]) -> str:
    undone = f"  (undone by {row['undone_by']})" if row["undone_by"] else ""
    why = f": {row['reason']}" if row["reason"] else ""
    return f"{row['seq']}  {row['at'][:19]}  {row['id']}  {row['action']} by {row['actor']}{why}{undone}"
