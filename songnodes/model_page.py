"""docs/model.md, made from the model: what `songnodes model` prints."""

from __future__ import annotations

from collections.abc import Iterable

from neomodel import AsyncStructuredNode
from neomodel.async_.relationship_manager import AsyncRelationshipDefinition

from graph_model.ids import PREFIXES
from graph_model.schema import schema_items
from graph_model.vocabulary import NODES, Word, edge_models, edge_words, node_words

HEAD = """# The graph model

Made by `python -m songnodes model` from `graph_model/`; a test compares. A property marked • is always there.
"""


def model_page() -> str:
    """The whole page, Markdown, ending in a line break."""
    nodes = [_node(node) for node in NODES]
    edges = [_edge(kind) for kind in sorted(edge_models())]
    return "\n".join(
        [HEAD, "## Nodes\n", *nodes, "## Relationships\n", *edges, "## Constraints and indexes\n", *_schema()]
    )


def _node(node: type[AsyncStructuredNode]) -> str:
    label = node.__label__
    prefix = f" Ids start with `{PREFIXES[label]}_`." if label in PREFIXES else ""
    return f"### {label}\n\n{_first_line(node)}{prefix}\n\n{_table(node_words(label).values())}\n"


def _edge(kind: str) -> str:
    ends = "\n".join(f"- `(:{start})-[:{kind}]->(:{end})`" for start, end in _ends(kind))
    about = " ".join(_first_line(model) for model in dict.fromkeys(edge_models()[kind]))
    words = edge_words(kind)
    parts = [f"### {kind}", about, ends, _table(words.values()) if words else ""]
    return "\n\n".join(part for part in parts if part) + "\n"


def _ends(kind: str) -> list[tuple[str, str]]:
    """Every pair of node labels that the relationship type joins; `Entity` stands for all that have an id of ours."""
    return [
        (str(node.__label__), str(defined._raw_class).rpartition(".")[2])
        for node in NODES
        for defined in vars(node).values()
        if isinstance(defined, AsyncRelationshipDefinition) and defined.definition["relation_type"] == kind
    ]


def _table(words: Iterable[Word]) -> str:
    rows = [f"| `{word.name}`{' •' if word.always else ''} | {word.kind} | {word.about} |" for word in words]
    return "\n".join(["| Property | Type | What it is |", "| --- | --- | --- |", *rows])


def _schema() -> list[str]:
    rows = [f"| `{i.name}` | {i.kind} | {i.label} | {', '.join(i.properties)} |" for i in schema_items()]
    return ["| Name | Kind | Label | Properties |", "| --- | --- | --- | --- |", *rows, ""]


def _first_line(thing: type) -> str:
    return (thing.__doc__ or "").strip().splitlines()[0]
