"""Ids say what they are of, and are never the same."""

from __future__ import annotations

import pytest

from graph_model.ids import PREFIXES, label_of, new_id
from graph_model.vocabulary import NODES


@pytest.mark.parametrize("label", PREFIXES)
def test_an_id_tells_its_node_label(label: str) -> None:
    assert label_of(new_id(label)) == label


@pytest.mark.parametrize(
    "text", ["", "trk_", "trk_1", "xyz_01ARZ3NDEKTSV4RRFFQ69G5FAV", "trk-01ARZ3NDEKTSV4RRFFQ69G5FAV"]
)
def test_what_is_no_id_of_ours_has_no_label(text: str) -> None:
    assert label_of(text) is None


def test_ids_differ_and_every_label_with_a_prefix_is_in_the_model() -> None:
    assert len({new_id("Track") for _ in range(1_000)}) == 1_000
    assert set(PREFIXES) <= {node.__label__ for node in NODES}
