"""Graphs for the tests of curation, and the whole graph as text to compare."""

from __future__ import annotations

from typing import Any

from cypher import Database
from ingestion.check import check
from ingestion.observation import CreditObservation, RowObservation
from tests.ingestion.given import ask

NODES = """MATCH (node) WHERE NOT node:Revision AND NOT node:Counter AND NOT node:Migration AND NOT node:Purpose
RETURN labels(node)[0], properties(node)"""
LINKS = """MATCH (a)-[link]->(b) WHERE NOT type(link) IN ['CHANGED', 'UNDOES', 'DISTINCT_FROM']
RETURN type(link), coalesce(a.id, a.scheme + a.value), coalesce(b.id, b.scheme + b.value), properties(link)"""


def played(credits: str, title: str, version: str | None = None, label: str | None = None) -> RowObservation:
    """An identified row; `credits`: names with commas between them."""
    names = credits.split(", ")
    shown = f"{title} ({version})" if version else title
    return RowObservation(
        text=f"{' & '.join(names)} - {shown} [{label}]",
        credits=tuple(CreditObservation(name) for name in names),
        title=title,
        version=version,
        version_kind="mix" if version else None,
        label=label,
    )


async def everything(database: Database) -> list[str]:
    """Every node and relationship but Revisions and what was told apart, in an order of its own."""
    nodes, links = await ask(database, NODES), await ask(database, LINKS)
    return sorted([repr([*row[:-1], sorted(map(str, row[-1].items()))]) for row in [*nodes, *links]])


async def is_clean(database: Database) -> list[str]:
    """What `check` finds; empty for a clean graph."""
    return [str(found) for found in (await check(database)).differences]


async def uid(database: Database, label: str, name: str) -> str:
    """The id of the one Track or Artist of that title or name."""
    text = f"MATCH (node:{label}) WHERE coalesce(node.title, node.name) = $name RETURN node.id"
    ((found,),) = await ask(database, text, name=name)
    return str(found)


async def plays_of(database: Database, track: str) -> list[str]:
    """Ids of a Track's Plays."""
    text = "MATCH (play:Play)-[:OF]->(:Track {id: $id}) RETURN play.id ORDER BY play.id"
    return [row[0] for row in await ask(database, text, id=track)]


async def value(database: Database, text: str, **parameters: Any) -> Any:
    """The one value that a question answers with."""
    ((found,),) = await ask(database, text, **parameters)
    return found
