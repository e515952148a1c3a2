"""Renaming: what a fragment binds gets a name of its own, and nothing else does."""

# ruff: noqa: E501  # a table
from __future__ import annotations

import pytest

from resolvers.compiler.tokens import rename, tokens


def renamed(cypher: str) -> str:
    return rename(tokens(cypher), lambda name: f"{name}7", lambda name: f"$`path.{name}`")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("MATCH (node)-[edge:OF]->(b:Track)", "MATCH (node7)-[edge7:OF]->(b7:Track)"),
        ("WHERE node.name = 'node // no comment'", "WHERE node7.name = 'node // no comment'"),
        ("RETURN 'it\\'s node', \"a \\\" node\"", "RETURN 'it\\'s node', \"a \\\" node\""),
        ("RETURN node// of the node\n, edge", "RETURN node7  , edge7"),
        ("RETURN `node x`, node", "RETURN `node x`, node7"),
        ("{kind: kind, node: a.kind}", "{kind: kind7, node: a7.kind}"),
        ("count(node) + size([x IN list WHERE x.y > 1 | x.z])", "count(node7) + size([x7 IN list7 WHERE x7.y > 1 | x7.z])"),
        ("reduce(acc = 0, x IN xs | acc + x)", "reduce(acc7 = 0, x7 IN xs7 | acc7 + x7)"),
        ("list[a..b] + r[*1..4]", "list7[a7..b7] + r7[*1..4]"),
        ("WHERE x >= coalesce($min_sets, 1)", "WHERE x7 >= coalesce($`path.min_sets`, 1)"),
        ("CALL db.index.x(kind, $t) YIELD node, score", "CALL db.index.x(kind7, $`path.t`) YIELD node AS node7, score AS score7"),
        ("YIELD node AS hit, score WHERE score > 1", "YIELD node AS hit7, score AS score7 WHERE score7 > 1"),
        ("COUNT { MATCH (a)-->(b) WHERE EXISTS { (b)<--(a) } }", "COUNT { MATCH (a7)-->(b7) WHERE EXISTS { (b7)<--(a7) } }"),
        ("CALL (parent) { RETURN parent AS x }", "CALL (parent7) { RETURN parent7 AS x7 }"),
        ("node {.title, .id, extra: x}", "node7 {.title, .id, extra: x7}"),
        ("x = true OR y IS null OR z > 1.5e3 OR w = 0xFF", "x7 = true OR y7 IS null OR z7 > 1.5e3 OR w7 = 0xFF"),
        ("_hidden + a . title", "_hidden7 + a7 . title"),
    ],
)  # fmt: skip
def test_variables_and_parameters_are_renamed_and_nothing_else(written: str, expected: str) -> None:
    assert renamed(written) == expected
