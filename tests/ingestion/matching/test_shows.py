"""The same shows by two hands, on the real data: the figures that docs/decisions/0016 gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingestion.matching.set_faces import SetFace
from tests.benchmarks.matching.shows import Shows, counted_shows, matched, read_faces


def test_most_shows_are_one_and_of_the_plays_that_both_list_nearly_all_align(
    shared_data: Callable[[str], Path],
) -> None:
    shared_data("gdshowsdb")
    left, right = read_faces(shared_data("gd_shows_apache").parent)
    choice = matched(left, right)
    counted = counted_shows(left, right, choice)
    assert len(choice.sure) >= 2_100
    assert counted.rows["aligned"] / counted.both >= 0.995
    assert counted.unpaired.total() == 0


def test_rows_that_face_each_other_unpaired_count_against_us() -> None:
    counted = Shows()
    titles = ("Bertha", "Good Time Blues", "Deal", "Drums"), ("Bertha", "Never Trust A Woman", "Deal")
    counted.add(*(SetFace("x", frozenset(), rows, (False,) * len(rows)) for rows in titles))
    assert (counted.rows["aligned"], counted.both) == (2, 3)
    assert dict(counted.facing) == {("Good Time Blues", "Never Trust A Woman"): 1}
