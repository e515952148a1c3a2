"""A search text becomes queries in which every word is a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadInput
from resolvers.compiler.lucene import LONGEST_TEXT, MOST_WORDS, lucene_queries


@pytest.mark.parametrize(
    ("text", "exact", "loose"),
    [
        ("abc", '("abc"^2 OR abc*)', '"abc"'),
        ("Jaguar!", '("jaguar"^2 OR jaguar*)', '("jaguar"^4 OR jaguar~1)'),
        ("Für jaguares", '"fur" AND ("jaguares"^2 OR jaguares*)', '"fur" OR ("jaguares"^4 OR jaguares~2)'),
        ("a AND NOT", '"a" AND "and" AND ("not"^2 OR not*)', '"and" OR "not"'),
        ("Knights of la", '"knights" AND "of" AND ("la"^2 OR la*)', '("knights"^4 OR knights~1)'),
        ("of la", '"of" AND ("la"^2 OR la*)', '"of" OR "la"'),
        ('a* +b~2 "c" \\', '"a" AND "b" AND "2" AND ("c"^2 OR c*)', '"a" OR "b" OR "2" OR "c"'),
    ],
)
def test_operators_quotes_and_wildcards_are_no_commands(text: str, exact: str, loose: str) -> None:
    found = lucene_queries(text)
    assert (found["exact"], found["loose"]) == (exact, loose)


@pytest.mark.parametrize("text", ["", " ", "!!!", '""', "*?~^:()[]{}\\/", "\t\n\x00"])
def test_without_a_letter_or_digit_there_is_nothing_to_look_for(text: str) -> None:
    with pytest.raises(BadInput, match="no letter or digit"):
        lucene_queries(text)


@given(text=st.text(max_size=60))
def test_no_text_brings_an_operator_of_its_own(text: str) -> None:
    try:
        found = lucene_queries(text)
    except BadInput:
        return
    for query in (found["exact"], found["loose"]):
        assert not set("+-!{}[]:\\/?") & set(query)
        assert set(re.findall(r"\b[A-Z]+\b", query.encode("ascii", "replace").decode())) <= {"AND", "OR"}


def test_long_texts_are_refused_and_many_words_cut() -> None:
    assert lucene_queries("word " * 100)["exact"].count(" AND ") == MOST_WORDS - 1
    with pytest.raises(BadInput, match="characters"):
        lucene_queries("x" * (LONGEST_TEXT + 1))
