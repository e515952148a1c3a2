"""The sort keys of a connection: what the client asks for, or the fragment's own order; the id breaks ties."""

from __future__ import annotations

from typing import Any

from graph_model.errors import BrokenFragment
from graph_model.vocabulary import Word, edge_words, node_words
from resolvers.compiler.paging import Key
from resolvers.compiler.scope import Stitched


def keys_of(stitched: Stitched, sort: list[dict[str, Any]] | None) -> tuple[Key, ...]:
    """`sort`: [{by, direction}], coerced; empty or None for the order of the fragment's head."""
    if not sort:
        parts = [(part.on, part.key, part.descending) for part in stitched.fragment.order]
        return tuple(_key(stitched, on, name, descending) for on, name, descending in parts)
    asked: dict[tuple[str, str], bool] = {}
    for one in sort:
        asked.setdefault(_place(stitched, one["by"].lower()), one["direction"] == "DESC")
    way = next(iter(asked.values()))
    for breaker in _tie_breakers(stitched):
        asked.setdefault(breaker, way)  # the first key's way: one index can hold the whole order
    return tuple(_key(stitched, on, name, descending) for (on, name), descending in asked.items())


def _tie_breakers(stitched: Stitched) -> list[tuple[str, str]]:
    """The id, and what the head names after it: several edges may lead to one node."""
    head = [(part.on, part.key) for part in stitched.fragment.order]
    at = head.index(("node", "id")) if ("node", "id") in head else len(head)
    return [("node", "id"), *head[at + 1 :]]


def sort_words(name: str, keys: tuple[Key, ...]) -> str:
    """Field and order in words: what a cursor is good for."""
    words = [f"{key.property.partition('.')[2]}{' DESC' if key.descending else ''}" for key in keys]
    return f"{name} {', '.join(words)}"


def _place(stitched: Stitched, name: str) -> tuple[str, str]:
    """Where a sort key lies: on the edge, or on the node, there in its folded form if it has one."""
    if stitched.fragment.edge and name in words_of(stitched, "edge"):
        return "edge", name
    words = words_of(stitched, "node")
    for candidate in (f"sort_{name}", name):
        if candidate in words:
            return "node", candidate
    raise BrokenFragment(
        f"cypher/{stitched.fragment.name}.cypher cannot be sorted by {name}: neither node nor edge has it"
    )


def _key(stitched: Stitched, on: str, name: str, descending: bool) -> Key:
    word = words_of(stitched, on).get(name)
    variable = stitched.scope.edge if on == "edge" else stitched.scope.node
    return Key(f"{variable}.{name}", descending, word is None or not word.always)


def words_of(stitched: Stitched, on: str) -> dict[str, Word]:
    """The properties of the node or the edge behind a fragment; none where it is a map."""
    fragment = stitched.fragment
    if on == "edge":
        return edge_words(fragment.edge) if fragment.edge and fragment.edge != "map" else {}
    labels = [label for label in fragment.labels if label != "map"]
    return {name: word for label in labels for name, word in node_words(label).items()}
