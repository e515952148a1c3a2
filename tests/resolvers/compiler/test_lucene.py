"""A search text becomes a query in which every word is a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadInput
from resolvers.compiler.lucene import LONGEST_WORD, MOST_WORDS, lucene_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("abc", '("abc"^4 OR abc*^2)'),
        ("Jaguar", '("jaguar"^4 OR jaguar*^2 OR jaguar~1)'),
        ("Knights!", '("knights"^4 OR knights*^2 OR knights~1)'),
        ("jaguares", '("jaguares"^4 OR jaguares*^2 OR jaguares~2)'),
        ("this AND", '("this"^4 OR this*^2 OR this~1) AND ("and"^4 OR and*^2)'),
        ("NOT", '("not"^4 OR not*^2)'),
        ('a* +b~2 "c" (d) [e]^9 f:g \\', " AND ".join(f'("{c}"^4 OR {c}*^2)' for c in "ab2cde9fg")),
        ("Für", '("fur"^4 OR fur*^2)'),
    ],
)  # fmt: skip
def test_operators_quotes_and_wildcards_are_no_commands(text: str, query: str) -> None:
    assert lucene_query(text) == query


@pytest.mark.parametrize("text", ["", " ", "!!!", '"" AND'[:2], "*?~^:()[]{}\\/", "\t\n\x00"])
def test_without_a_letter_or_digit_there_is_nothing_to_look_for(text: str) -> None:
    with pytest.raises(BadInput, match="no letter or digit"):
        lucene_query(text)


@given(text=st.text(max_size=60).filter(lambda text: any(c.isalnum() for c in text)))
def test_no_text_brings_an_operator_of_its_own(text: str) -> None:
    try:
        query = lucene_query(text)
    except BadInput:
        return
    for word in query.removeprefix("(").removesuffix(")").split(") AND ("):
        assert not set("+-!(){}[]:\\/?") & set(word)


def test_long_texts_are_cut_to_what_helps() -> None:
    assert lucene_query("word " * 1000).count(" AND ") == MOST_WORDS - 1
    assert max(map(len, lucene_query("w" * 100_000).split('"'))) == LONGEST_WORD * 2 + len("^4 OR *^2 OR ~2)")
