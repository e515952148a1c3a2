"""What the peers are asked with is random, the same in every run, and equal for all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from graphql import parse, validate
from hypothesis import given
from hypothesis import strategies as st

from resolvers.wiring import open_schema
from tests.benchmarks.shapes import SHAPES, Shape, slipped, typed


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shapes_question_is_valid_for_our_schema(shape: Shape) -> None:
    document = parse(shape.text("songnodes.graphql"))
    assert validate(open_schema(), document) == []
    assert f"query {shape.operation}(" in shape.text("songnodes.graphql")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("file", ["apollo.graphql", "bare.cypher", "best.cypher", "draw.cypher"])
def test_a_shape_has_the_words_of_every_peer(shape: Shape, file: str) -> None:
    assert shape.text(file).strip()


@given(word=st.text(min_size=1), seed=st.integers())
def test_a_slip_of_the_hand_keeps_the_letters(word: str, seed: int) -> None:
    assert sorted(slipped(random.Random(seed), word)) == sorted(word)


@given(text=st.text(min_size=1), seed=st.integers())
def test_what_is_typed_depends_on_the_seed_alone(text: str, seed: int) -> None:
    first, second = (typed(random.Random(seed), {"text": text}) for _ in range(2))
    assert first == second


def test_apollos_packages_are_pinned_without_hosts() -> None:
    lock = (Path(__file__).parent / "apollo" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
