"""Lengths and years, however somebody wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.amounts import seconds, seconds_within, years


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("3:41", 221),
        ("03:41", 221),
        ("1:02:03", 3723),
        ("221", 221),
        ("221 s", 221),
        ("221000", 221),
        ("221000 ms", 221),
        ("3.5", 210),
        ("3,5 min", 210),
        ("3.5m", 210),
        ("75:00", 4500),
        (" 3:41 ", 221),
        ("(3:41)", 221),
        ("", None),
        ("0", None),
        ("unk.", None),
        ("3:4", None),
        ("-3", None),
        ("1e9", None),
        ("nan", None),
        ("٣:٤١", 221),
    ],
)
def test_a_length_is_read_in_seconds(printed: str, expected: float | None) -> None:
    assert seconds(printed) == expected


def test_a_length_is_found_within_a_text_and_a_clock_of_four_parts_is_none() -> None:
    assert seconds_within("Goner twenty one pilots $ 1.29 3:56") == 236
    assert seconds_within("1:2:3:4") is None
    assert seconds_within("Model 500") is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2015", {2015}),
        ("18-May-15", {2015}),
        ("18-May-85", {1985}),
        ("May 18 , 2015", {2015}),
        ("'15", {2015}),
        ("99", {1999}),
        ("2015-05-18T00:00", {2015}),
        ("1998 / 2014", {1998, 2014}),
        ("", set()),
        ("12345", set()),
        ("1899", set()),
        ("100", set()),
    ],
)
def test_years_are_found(printed: str, expected: set[int]) -> None:
    assert years(printed) == expected


@given(st.text() | st.from_regex(r"[0-9:.,' -]{0,40}"))
def test_any_text_is_answered_with_a_length_above_nothing_and_years_of_recorded_music(text: str) -> None:
    found = seconds(text)
    assert found is None or found >= 0
    assert all(1930 <= year <= 2049 for year in years(text))
