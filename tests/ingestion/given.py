"""Small sets written as strings, and the graph as text, for the tests of the load.

A row is a title by "Anna". "?" is unidentified, "~" partial; "w/ Two" is played together with the row before, "One >"
runs into the next, "| One" comes after a break.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cypher import Database
from cypher.session import read_text
from ingestion.load import LoadReport, load_sets
from ingestion.observation import CreditObservation, PerformerObservation, RefusedRecord, RowObservation, SetObservation

ANNA = (CreditObservation("Anna"),)


def row(text: str) -> RowObservation:
    """One row in the notation above."""
    title = text.removeprefix("| ").removeprefix("w/ ").removesuffix(" >")
    state = {"?": "unidentified", "~": "partial"}.get(title, "identified")
    return RowObservation(
        text=text,
        state=state,
        credits=() if state == "unidentified" else ANNA,
        title=title if state == "identified" else None,
        together=text.startswith("w/ "),
        segue=text.endswith(" >"),
        break_before=text.startswith("| "),
    )


def play(artist: str, title: str, version: str | None = None, **more: object) -> RowObservation:
    """An identified row; `artist`: names with commas between them; a version is made by its first two words."""
    names = [CreditObservation(name) for name in artist.split(", ")]
    makers = [CreditObservation(" ".join(version.split()[:-1]), "remixer")] if version else []
    shown = f"{title} ({version})" if version else title
    row = RowObservation(
        text=f"{artist} - {shown}", credits=(*names, *makers), title=title, version=version,
        version_kind="remix" if version else None,
    )  # fmt: skip
    return replace(row, **more)  # type: ignore[arg-type]  # fields of the row by name


def set_of(
    key: str,
    *rows: str | RowObservation,
    djs: Sequence[str] = ("Dora",),
    on: date | None = None,
    **head: Any,
) -> SetObservation:
    """A set; what it is made of is its raw record, so that the same set again is unchanged."""
    read = tuple(row(each) if isinstance(each, str) else each for each in rows)
    performers = tuple(_performer(name) for name in djs)
    raw = json.dumps([key, [repr(each) for each in read], list(djs), str(on), repr(head)])
    return SetObservation(
        **{
            "source": "tests", "key": key, "title": f"Set {key}", "raw": raw, "parser": "tests 1", "confidence": 0.9,
            "performers": performers, "rows": read, "played_on": on, "played_precision": "day" if on else None, **head,
        }
    )  # fmt: skip


def _performer(name: str) -> PerformerObservation:
    printed, _, meant = name.partition(" aka ")
    return PerformerObservation(printed, "main", meant or None)


async def load(database: Database, *sets: SetObservation | RefusedRecord, batch_sets: int = 50) -> LoadReport:
    """Load them."""
    return await load_sets(database, sets, actor="tests", batch_sets=batch_sets)


async def ask(database: Database, text: str, **parameters: Any) -> list[list[Any]]:
    """The rows of a question of a test's own."""
    return [list(found.values()) for found in await read_text(database, text, parameters)]


async def edges(database: Database) -> dict[tuple[str, str], tuple[int, int, int]]:
    """(title, next title) → (sets, djs, segues)."""
    rows = await ask(
        database,
        "MATCH (a:Track)-[edge:TRANSITIONS_TO]->(b:Track) RETURN a.title, b.title, edge.sets, edge.djs, edge.segues",
    )
    return {(one, two): (sets, djs, segues) for one, two, sets, djs, segues in rows}


async def dump(database: Database) -> dict[str, list[Any]]:
    """Every node and relationship with all it says, in an order of its own."""
    nodes = await ask(database, "MATCH (n) RETURN labels(n), properties(n)")
    links = await ask(database, "MATCH (a)-[r]->(b) RETURN type(r), properties(r), properties(a), properties(b)")
    return {"nodes": sorted(map(repr, map(_plain, nodes))), "links": sorted(map(repr, map(_plain, links)))}


async def derived(database: Database) -> list[str]:
    """What the graph says apart from ids, times and who said so first: equal however it came about."""
    questions = (
        "MATCH (s:Setlist)-[:HAS]->(p:Play) OPTIONAL MATCH (p)-[:OF]->(t) "
        "RETURN s.title, p.position, p.layer, p.text, p.state, t.title, s.play_count",
        "MATCH (a:Track)-[e:TRANSITIONS_TO]->(b:Track) "
        "RETURN a.title, b.title, e.sets, e.djs, e.segues, e.first_played, e.last_played, e.observations, e.confidence",
        "MATCH (s:Setlist)-[r:PERFORMED_BY|TAGGED|AT|PART_OF]->(x) RETURN s.title, type(r), x.name, r.position",
        "MATCH (t:Track) WHERE t.set_count > 0 RETURN t.title, t.set_count",
    )
    return sorted([repr(found) for question in questions for found in await ask(database, question)])


def titles(rows: Iterable[Sequence[str]]) -> list[str]:
    """The first column."""
    return [found[0] for found in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return [[key, _plain(value[key])] for key in sorted(value)]
    return [_plain(each) for each in value] if isinstance(value, list) else str(value)
