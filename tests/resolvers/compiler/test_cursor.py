"""Cursors: what `write` made for the same list is read, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.time import DateTime

from graph_model.errors import BadCursor
from resolvers.compiler.cursor import CursorSigner, digest_of

SIGNER = CursorSigner(b"a secret")
DIGEST = digest_of("query/tracks sort_title", {"first": 3, "where": {"title": {"eq": "x"}}})
values = st.none() | st.integers(-(2**53), 2**53) | st.dates() | st.text(st.characters(exclude_categories=["Cs"]))


@given(given_values=st.lists(values, min_size=1, max_size=4))
def test_the_sort_values_come_back(given_values: list[Any]) -> None:
    cursor = SIGNER.write(DIGEST, given_values)
    assert SIGNER.read(DIGEST, cursor) == given_values
    assert SIGNER.nulls(cursor) == tuple(value is None for value in given_values)


def test_a_moment_comes_back_as_the_same_moment_to_the_microsecond() -> None:
    moment = DateTime(2026, 11, 24, 13, 49, 18, 6_820_000, UTC)
    assert SIGNER.read(DIGEST, SIGNER.write(DIGEST, [moment])) == [datetime(2026, 11, 24, 13, 49, 18, 6_820, UTC)]


def test_no_letter_of_a_cursor_can_be_changed() -> None:
    cursor = SIGNER.write(DIGEST, [date(2014, 8, 2), None, "für 東京 🔥"])
    for at in range(len(cursor)):
        for letter in "AZaz09-_!= \n":
            if letter != cursor[at]:
                with pytest.raises(BadCursor):
                    SIGNER.read(DIGEST, cursor[:at] + letter + cursor[at + 1 :])


@pytest.mark.parametrize("junk", ["", "=", "!", "A", "====", "é", "\n", "x" * 100_000, "bnVsbA"])
def test_junk_is_no_cursor(junk: str) -> None:
    with pytest.raises(BadCursor):
        SIGNER.read(DIGEST, junk)
    SIGNER.nulls(junk)


@pytest.mark.parametrize("more", ["!", "\n", "=", "A"])
def test_nothing_can_be_added_to_a_cursor(more: str) -> None:
    cursor = SIGNER.write(DIGEST, [1])
    for tampered in (cursor + more, more + cursor, cursor[:5] + more + cursor[5:]):
        with pytest.raises(BadCursor):
            SIGNER.read(DIGEST, tampered)


@pytest.mark.parametrize(
    ("sort", "arguments"),
    [
        ("query/tracks set_count", {"where": {"title": {"eq": "x"}}}),
        ("query/artists sort_title", {"where": {"title": {"eq": "x"}}}),
        ("query/tracks sort_title", {"where": {"title": {"eq": "y"}}}),
        ("query/tracks sort_title", {}),
    ],
)
def test_a_cursor_is_good_for_one_field_sort_and_where(sort: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(BadCursor):
        SIGNER.read(digest_of(sort, arguments), SIGNER.write(DIGEST, [1]))


def test_another_page_size_is_the_same_list() -> None:
    assert digest_of("query/tracks sort_title", {"last": 9, "where": {"title": {"eq": "x"}}}) == DIGEST


def test_another_secret_makes_other_cursors() -> None:
    with pytest.raises(BadCursor):
        CursorSigner(b"another").read(DIGEST, SIGNER.write(DIGEST, [1]))
