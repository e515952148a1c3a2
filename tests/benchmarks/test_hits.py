"""Only what reads is counted."""

from __future__ import annotations

import pytest

from tests.benchmarks.hits import EXAMPLES, only_reads


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ stats { tracks } }", True),
        ("query A { a { b } } query B { b { c } }", True),
        ("query A { a { b } } mutation B { c { d } }", False),
    ],
)
def test_a_document_with_a_mutation_does_not_only_read(document: str, expected: bool) -> None:
    assert only_reads(document) is expected


def test_the_playground_has_examples_that_read() -> None:
    assert any(only_reads(path.read_text(encoding="utf-8")) for path in EXAMPLES.glob("*.graphql"))
