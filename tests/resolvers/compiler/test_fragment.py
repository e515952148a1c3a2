"""Fragments: a file that breaks a rule is refused at the start, by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import BrokenFragment
from resolvers.compiler.fragment import Order, read_fragment

GOOD = """// What follows.
// in: parent :Track, $min_sets int   out: node :Track, edge TRANSITIONS_TO   order: edge.sets DESC, node.id
MATCH (parent)-[edge:TRANSITIONS_TO]->(node)
WHERE edge.sets >= $min_sets
RETURN node, edge
"""


def test_a_head_says_what_goes_in_and_out_and_in_which_order(tmp_path: Path) -> None:
    path = tmp_path / "good.cypher"
    path.write_text(GOOD, encoding="utf-8")
    found = read_fragment(path, "track/good")
    assert (found.about, found.parameters, found.edge) == ("What follows.", {"min_sets": "int"}, "TRANSITIONS_TO")
    assert found.order == (Order("edge", "sets", True), Order("node", "id", False))
    assert found.labels == ("Track",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("// What follows.\n", ""),
        ("out: node :Track, edge TRANSITIONS_TO", "out: node :Track"),
        ("RETURN node, edge", "RETURN edge"),
        ("RETURN node, edge", "RETURN node, edge LIMIT 3"),
        ("RETURN node, edge", ""),
        ("$min_sets\n", "$min_set\n"),
        (", $min_sets int", ""),
        ("WHERE", "where"),
        ("order:", "most: many order:"),
        ("WHERE edge", "WHERE é OR edge"),
    ],
)
def test_a_broken_rule_names_the_file(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "bad.cypher"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenFragment, match=r"cypher/track/bad\.cypher"):
        read_fragment(path, "track/bad")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.cypher"
    path.write_bytes(b"// \xff")
    with pytest.raises(BrokenFragment, match=r"cypher/track/bad\.cypher"):
        read_fragment(path, "track/bad")
