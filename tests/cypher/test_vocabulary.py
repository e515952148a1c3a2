"""Every word in a .cypher file is one of the model's: node labels, relationship types, properties."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cypher.files import ROOM
from graph_model.schema import schema_items
from graph_model.vocabulary import NODES, edge_models, edge_words, node_words

FILES = sorted(ROOM.rglob("*.cypher"))
ABSTRACT = {"Entity"}


def _code(path: Path) -> str:
    """Comments, texts in quotes and procedure names left out; hints and index options too."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("//")]
    text = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", "\n".join(lines))
    text = re.sub(r"OPTIONS \{.*?\}\}", "", text, flags=re.S)
    return re.sub(r"\bdb\.[\w.]+", "", text)


def labels_in(code: str) -> set[str]:
    """After a colon inside a node's parentheses, after IS, and in `x:Label` conditions."""
    nodes = re.findall(r"\(\s*\w*\s*:\s*([\w|&!: ]+)", code)
    conditions = re.findall(r"(?<![\[\w$-])(?<!\[)\b[a-z]\w*:([A-Z][a-z]\w*)", code)
    return {word for part in nodes for word in re.findall(r"\w+", part)} | set(conditions)


def types_in(code: str) -> set[str]:
    """After a colon inside a relationship's brackets."""
    return {word for part in re.findall(r"\[\s*\w*\s*:\s*([A-Z_|:! ]+)", code) for word in re.findall(r"[A-Z_]+", part)}


def accessed_in(code: str) -> set[tuple[str, str]]:
    """(variable, property) of every `variable.property`."""
    return set(re.findall(r"(?<![\w.$])([a-z]\w*)\.([a-z]\w*)\b(?!\()", code))


LABELS = {str(node.__label__) for node in NODES} | ABSTRACT
PROPERTIES = {name for label in LABELS - ABSTRACT for name in node_words(label)} | {
    name for kind in edge_models() for name in edge_words(kind)
}
TEMPORAL = {"year", "month", "day"}


def _bound(code: str) -> set[str]:
    """Variables that are bound to a node or a relationship somewhere in the file."""
    return set(re.findall(r"\(\s*([a-z]\w*)\s*[:)]", code)) | set(re.findall(r"\[\s*([a-z]\w*)\s*:", code))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_a_file_uses_only_words_of_the_model(path: Path) -> None:
    code = _code(path)
    assert labels_in(code) <= LABELS
    assert types_in(code) <= set(edge_models())
    nodes = _bound(code)
    unknown = {f"{name}.{key}" for name, key in accessed_in(code) if name in nodes and key not in PROPERTIES | TEMPORAL}
    assert {word for word in unknown if not word.endswith("._lock")} == set()


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 50
    assert any(labels_in(_code(path)) & {"Track"} and types_in(_code(path)) for path in FILES)


@pytest.mark.parametrize(
    ("text", "labels", "types"),
    [
        ("MATCH (a:Trak)-[e:TRANSITIONS]->(b)", {"Trak"}, {"TRANSITIONS"}),
        ("MATCH (:A|B)<-[:HAS|OF]-(c:D:E)", {"A", "B", "D", "E"}, {"HAS", "OF"}),
        ("MATCH (n) WHERE n:Track AND [x IN l | x.y] = []", {"Track"}, set()),
        ("RETURN {title: n.title, kind: 'Track'}", set(), set()),
    ],
)
def test_words_are_found_where_they_stand(text: str, labels: set[str], types: set[str]) -> None:
    assert labels_in(text) == labels
    assert types_in(text) == types


def test_the_schema_names_only_what_the_model_has() -> None:
    for item in schema_items():
        assert set(item.properties) <= set(node_words(item.label)), item
