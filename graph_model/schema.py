"""The constraints and indexes that the model asks for, each with a name of ours; the migrations make them."""

from __future__ import annotations

from dataclasses import dataclass

from neomodel import AsyncStructuredNode

from graph_model.vocabulary import NODES

FULL_TEXT: dict[str, tuple[str, ...]] = {
    "Track": ("title", "artist_credit"),
    "Artist": ("name",),
    "Setlist": ("title",),
    "Label": ("name",),
    "Event": ("name",),
    "Series": ("name",),
    "Place": ("name",),
    "Tag": ("name",),
}
"""What a search looks into, per node label; accents are folded by the analyzer `standard-folding`."""

MATCH: dict[str, str] = {"Track": "match_keys"}
"""Keys of which candidates for a match are found; the analyzer `whitespace` tells them apart and leaves them be."""

TEXT: dict[str, str] = {"Track": "title", "Artist": "name", "Setlist": "title"}
"""Properties that `contains` and `ends with` look into."""

RANGE: tuple[tuple[str, str], ...] = (("Observation", "source"),)
"""Range indexes beside those that the classes declare."""

COMPOSITE_RANGE: tuple[tuple[str, tuple[str, ...]], ...] = (("Track", ("set_count", "id")),)
"""Orders with many ties, which an index must hold as a whole: most tracks are played in one set."""

COMPOSITE_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (("Identifier", ("scheme", "value")),)
"""Uniqueness over several properties, which a neomodel class cannot say."""


@dataclass(frozen=True, order=True)
class SchemaItem:
    """One constraint or index as Neo4j lists it. `kind`: UNIQUENESS, RANGE, TEXT or FULLTEXT."""

    name: str
    kind: str
    label: str
    properties: tuple[str, ...]


def schema_items() -> list[SchemaItem]:
    """All of them, by name. The index behind a uniqueness constraint is not listed again."""
    items = [item for node in NODES for item in _declared(node)]
    items += [SchemaItem(f"{label.lower()}_key", "UNIQUENESS", label, keys) for label, keys in COMPOSITE_KEYS]
    items += [SchemaItem(_range_name(label, key), "RANGE", label, (key,)) for label, key in RANGE]
    items += [SchemaItem(_range_name(label, "_".join(keys)), "RANGE", label, keys) for label, keys in COMPOSITE_RANGE]
    items += [SchemaItem(f"{label.lower()}_{key}_text", "TEXT", label, (key,)) for label, key in TEXT.items()]
    items += [SchemaItem(f"{label.lower()}_text", "FULLTEXT", label, keys) for label, keys in FULL_TEXT.items()]
    items += [SchemaItem(f"{label.lower()}_match", "FULLTEXT", label, (key,)) for label, key in MATCH.items()]
    return sorted(items)


def _declared(node: type[AsyncStructuredNode]) -> list[SchemaItem]:
    label = node.__label__
    items = []
    for name, prop in node.defined_properties(aliases=False, rels=False).items():
        key = prop.db_property or name
        if prop.unique_index:
            items.append(SchemaItem(f"{label.lower()}_{key}_unique", "UNIQUENESS", label, (key,)))
        elif prop.index:
            items.append(SchemaItem(_range_name(label, key), "RANGE", label, (key,)))
    return items


def _range_name(label: str, key: str) -> str:
    return f"{label.lower()}_{key}_range"
