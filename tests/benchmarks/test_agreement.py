"""Answers that differ in wrapping only are equal."""

from __future__ import annotations

import pytest

from tests.benchmarks.agreement import as_list, plain

SONGNODES = {
    "id": "trk_1",
    "nextTracks": {"edges": [{"sets": 3, "node": {"id": "trk_2", "artists": [{"id": "art_1"}]}}]},
}
APOLLO = {
    "id": "trk_1",
    "nextTracks": {
        "edges": [
            {"properties": {"sets": 3}, "node": {"id": "trk_2", "artists": {"edges": [{"node": {"id": "art_1"}}]}}}
        ]
    },
}
BARE = {"id": "trk_1", "nextTracks": [{"sets": 3, "id": "trk_2", "artists": [{"id": "art_1"}]}]}


@pytest.mark.parametrize("other", [APOLLO, BARE])
def test_the_peers_ways_to_say_one_thing_are_laid_flat(other: object) -> None:
    assert plain(other) == plain(SONGNODES)


def test_another_order_is_another_answer() -> None:
    first, second = {"nodes": [{"id": "a"}, {"id": "b"}]}, {"nodes": [{"id": "b"}, {"id": "a"}]}
    assert plain(first) != plain(second)


@pytest.mark.parametrize(("value", "expected"), [(None, []), ({"id": "a"}, [{"id": "a"}]), ([], [])])
def test_one_thing_or_none_is_a_list_of_it(value: object, expected: list[object]) -> None:
    assert as_list(value) == expected
