"""Words and what they are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.words import WordWeights, coverage, words, words_or_signs
from tests.ingestion.matching.given import printed

WEIGH = WordWeights.of()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Livin ' On A Prayer", ("livin", "on", "a", "prayer")),
        ("I Do n't Care", ("i", "dont", "care")),
        ("Minus III", ("minus", "3")),
        ("I Vow X", ("i", "vow", "x")),
        ("Für Elise", ("fur", "elise")),
        ("Кино", ("кино",)),
        ("坂本 龍一", ("坂本", "龍一")),
        ("A\u00a0B", ("a", "b")),
        ("!!!", ()),
        ("", ()),
    ],
)
def test_words_are_folded_and_roman_numbers_are_figures(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("!!!", ("u21u21u21",)), ("? ?", ("u3fu3f",)), (" ", ()), ("a!", ("a",))]
)
def test_signs_are_a_word_where_nothing_folds(text: str, expected: tuple[str, ...]) -> None:
    assert words_or_signs(text) == expected


@given(st.text())
def test_a_word_holds_no_space(text: str) -> None:
    assert all(word and len(word.split()) == 1 for word in words_or_signs(text))


def test_a_rare_word_says_more_than_a_common_one_and_an_article_least() -> None:
    assert WEIGH("ectoplasmo") > WEIGH("remix") > WEIGH("the") > 0
    assert WEIGH.is_common("remix")
    assert not WEIGH.is_common("ectoplasmo")
    assert WEIGH.rarest(["remix", "ectoplasmo", "the", "remix"], 2) == ["ectoplasmo", "remix"]


def test_a_file_of_records_teaches_what_is_common_in_it() -> None:
    taught = WordWeights.of([{"ectoplasmo"}] * 50_000)
    assert taught("ectoplasmo") < WEIGH("ectoplasmo")


@pytest.mark.parametrize(
    ("some", "others", "least", "most"),
    [
        (["horizon"], ["horizon"], 1.0, 1.0),
        (["horizon"], ["horizonn"], 0.9, 0.95),
        (["stretch"], ["timestretch"], 0.89, 0.91),
        (["rez"], ["rex"], 0.0, 0.0),
        (["black"], ["white"], 0.0, 0.0),
    ],
)
def test_coverage_counts_slips_in_long_words_only(
    some: list[str], others: list[str], least: float, most: float
) -> None:
    found = coverage(some, frozenset(others), "".join(others), WEIGH)
    assert found is not None
    assert least <= found <= most


@given(st.lists(st.sampled_from(["love", "horizon", "2", "東風"])), printed)
def test_coverage_is_a_share_and_unknown_for_nothing(some: list[str], text: str) -> None:
    found = coverage(some, frozenset(words(text)), "".join(words(text)), WEIGH)
    assert (found is None) if not some else (found is not None and 0.0 <= found <= 1.0)
