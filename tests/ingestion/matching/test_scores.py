"""How good matches are, against counting by brute force."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.clusters import pairs_within
from ingestion.matching.scores import Score, b_cubed, of_clusters, of_pairs


@st.composite
def grouped(draw: st.DrawFn) -> tuple[list[list[int]], dict[int, str]]:
    """(groups of places, place → label)."""
    groups = draw(st.lists(st.integers(0, 3), min_size=1, max_size=12))
    labels = draw(st.lists(st.sampled_from("abc"), min_size=len(groups), max_size=len(groups)))
    found = [[place for place, group in enumerate(groups) if group == number] for number in sorted(set(groups))]
    return found, dict(enumerate(labels))


@given(grouped())
def test_pairs_of_clusters_are_those_that_counting_finds(case: tuple[list[list[int]], dict[int, str]]) -> None:
    groups, labels = case
    made = set(pairs_within(groups))
    wanted = {pair for pair in combinations(sorted(labels), 2) if labels[pair[0]] == labels[pair[1]]}
    assert of_clusters(groups, labels) == Score(len(made & wanted), len(made), len(wanted))


@given(grouped())
def test_b_cubed_is_the_mean_of_what_each_item_sees(case: tuple[list[list[int]], dict[int, str]]) -> None:
    groups, labels = case
    precision, recall = [], []
    for group in groups:
        for place in group:
            same = {other for other in labels if labels[other] == labels[place]}
            precision.append(len(same & set(group)) / len(group))
            recall.append(len(same & set(group)) / len(same))
    expected = sum(precision) / len(labels), sum(recall) / len(labels)
    assert b_cubed(groups, labels) == pytest.approx(expected)


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_f1_is_the_harmonic_mean(both: list[tuple[bool, bool]]) -> None:
    score = of_pairs([made for made, _ in both], [wanted for _, wanted in both])
    assert 0.0 <= score.f1 <= 1.0
    if score.right:
        assert score.f1 == pytest.approx(2 / (1 / score.precision + 1 / score.recall))


def test_nothing_made_and_nothing_wanted_is_no_fault() -> None:
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (1.0, 1.0, 1.0)
    assert str(Score(1, 2, 4)).startswith("precision 0.5000, recall 0.2500, F1 0.3333 (1 right of 2 made")


def test_decisions_without_a_label_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        of_pairs([True, False], [True])
