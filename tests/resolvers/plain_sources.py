"""Which sources tell of a set and what they say otherwise, in plain Python."""

from __future__ import annotations

from typing import Any

from tests.resolvers.plain_graph import Node, PlainGraph
from tests.resolvers.plain_relations import NOTHING, Item

FIELDS = ("kind", "position", "leading", "attesting")
STORED = ("conflict_kinds", "conflict_positions", "conflict_leading", "conflict_attesting")


def of_setlist(_: PlainGraph, setlist: Node, __: dict[str, Any]) -> list[Item]:
    """The leading record and those that attest."""
    found = []
    for edge in setlist.incoming["DESCRIBES"]:
        seen, said, plays = edge.start.properties, edge.properties, setlist.properties["play_count"]
        leads = seen["id"] == setlist.properties["observation"]
        if leads or "rows" in said:
            told = {
                "leads": leads, "rows": said.get("rows", plays), "aligned": said.get("aligned", plays),
                "conflict_count": len(said.get("conflict_kinds", [])), "observation": seen["id"],
            }  # fmt: skip
            found.append(Item(NOTHING, {**told, **{key: seen.get(key) for key in ("source", "url", "seen_at")}}))
    return found


def conflicts_of(_: PlainGraph, setlist: Node, __: dict[str, Any]) -> list[Item]:
    """What the attesting records say otherwise."""
    found = []
    for edge in setlist.incoming["DESCRIBES"]:
        columns = [edge.properties.get(name) or [] for name in STORED]
        for number, said in enumerate(zip(*columns, strict=True)):
            source = edge.start.properties["source"]
            found.append(Item(NOTHING, {"source": source, "number": number, **dict(zip(FIELDS, said, strict=True))}))
    return found
