"""Known names: evidence for one name and for two."""

from __future__ import annotations

import pytest

from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.names import KnownNames


@pytest.fixture
def seen() -> KnownNames:
    """Rows of an imagined source: a duo, two who work together now and then, a tagged pair of full names."""
    names = KnownNames(tags=["Sunny Shore & Rainy Hill"])
    for title in ("One", "Two", "Three"):
        names.saw("Nim & Bur", title)
        names.saw("Grete", title)
        names.saw("Otto", title)
    names.saw("Grete & Otto", "Four")
    names.saw("Solo Singer", "Five")
    return names


def printed(text: str, names: KnownNames) -> list[str]:
    return [credit.name for credit in read_credits(text, names)]


def test_two_who_are_only_credited_together_are_one_name(seen: KnownNames) -> None:
    assert printed("Nim & Bur", seen) == ["Nim & Bur"]
    assert printed("Nim and Bur", seen) == ["Nim and Bur"]


def test_two_who_stand_alone_elsewhere_are_two_names(seen: KnownNames) -> None:
    assert printed("Grete & Otto", seen) == ["Grete", "Otto"]


def test_a_duo_is_found_inside_a_longer_credit(seen: KnownNames) -> None:
    assert printed("Grete & Nim & Bur", seen) == ["Grete", "Nim & Bur"]


def test_a_tag_makes_one_name_of_two_full_names(seen: KnownNames) -> None:
    assert printed("Sunny Shore & Rainy Hill", seen) == ["Sunny Shore & Rainy Hill"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Above & Beyond", ["Above & Beyond"]),
        ("Tyler, The Creator", ["Tyler, The Creator"]),
        ("Simon & Garfunkel", ["Simon & Garfunkel"]),
        ("Man With No Name", ["Man With No Name"]),
        ("Mark With A K & Ann Other", ["Mark With A K", "Ann Other"]),
        ("Ann Other With A K", ["Ann Other", "A K"]),
        ("Search & Destroy", ["Search & Destroy"]),
        ("Willie Somebody & The Birmingham Somethings", ["Willie Somebody & The Birmingham Somethings"]),
        ("NO/ON", ["NO/ON"]),
        ("Dis X 3", ["Dis X 3"]),
        ("Jean-Michel Jarre", ["Jean-Michel Jarre"]),
        ("Peter Somebody & Ann Other", ["Peter Somebody", "Ann Other"]),
        ("Ann Other, Peter Somebody", ["Ann Other", "Peter Somebody"]),
        ("Ann Other X Peter Somebody", ["Ann Other", "Peter Somebody"]),
        ("Grete, Otto & Ann Other", ["Grete", "Otto", "Ann Other"]),
    ],
)
def test_without_a_source_the_list_and_the_form_decide(text: str, expected: list[str]) -> None:
    assert printed(text, KnownNames()) == expected


def test_the_answer_does_not_depend_on_the_order_of_the_rows(seen: KnownNames) -> None:
    again = KnownNames(tags=["Sunny Shore & Rainy Hill"])
    again.saw("Grete & Otto", "Four")
    for title in ("Three", "One", "Two"):
        for name in ("Otto", "Nim & Bur", "Grete"):
            again.saw(name, title)
    for text in ("Nim & Bur", "Grete & Otto", "Grete & Nim & Bur"):
        assert printed(text, again) == printed(text, seen)


@pytest.mark.parametrize(
    ("in_graph", "expected"),
    [
        ({}, ["Ann Other", "Peter Broderick"]),
        ({"Ann Other & Peter Broderick": 2}, ["Ann Other & Peter Broderick"]),
        ({"Ann Other & Peter Broderick": 2, "Ann Other": 9}, ["Ann Other & Peter Broderick"]),
        ({"Ann Other & Peter Broderick": 2, "Ann Other": 9, "Peter Broderick": 2}, ["Ann Other", "Peter Broderick"]),
        ({"Ann Other": 9, "Peter Broderick": 2}, ["Ann Other", "Peter Broderick"]),
    ],
)
def test_the_graph_says_one_where_the_whole_is_better_known_than_a_part(
    in_graph: dict[str, int], expected: list[str]
) -> None:
    names = KnownNames()
    for name, credits in in_graph.items():
        names.in_graph(name, credits)
    assert printed("Ann Other & Peter Broderick", names) == expected


def test_the_graph_knows_names_of_three_parts_and_single_words() -> None:
    names = KnownNames()
    names.in_graph("Nim, Bur & Ott", 4)
    names.in_graph("Search", 3)
    assert printed("Nim, Bur and Ott", names) == ["Nim, Bur and Ott"]
    assert printed("Search & Destroy", names) == ["Search", "Destroy"]
    assert names.knows("search")
    assert not names.knows("Destroy")
