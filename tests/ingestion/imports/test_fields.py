"""Numbers, lengths and names of files as programs print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.imports.fields import content_key, file_title, milliseconds, number, tempo, year


@pytest.mark.parametrize(
    ("printed", "ms"),
    [("246.000", 246_000), ("4:06", 246_000), ("04:06.50", 246_500), ("1:02:03", 3_723_000), ("0", None), ("", None),
     ("x", None), (None, None), (246, 246_000), ("999999999", None), ("inf", None), ("-5", None)],
)  # fmt: skip
def test_a_length_is_read(printed: object, ms: int | None) -> None:
    assert milliseconds(printed) == ms


@pytest.mark.parametrize(
    ("path", "title"),
    [("/a/b/09 Sugar Water (Coldcut remix).mp3", "09 Sugar Water (Coldcut remix)"), (r"C:\Music\One.m4a", "One"),
     ("osx/:Users/:One - Two.mp3", "One - Two"), ("Mr. Oizo - Flat Beat", "Mr. Oizo - Flat Beat"), (".mp3", ".mp3")],
)  # fmt: skip
def test_a_files_name_is_a_title(path: str, title: str) -> None:
    assert file_title(path) == title


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none()))
def test_any_field_is_a_positive_number_or_none(field: object) -> None:
    assert all(value is None or value > 0 for value in (number(field), milliseconds(field), tempo(field), year(field)))


def test_a_content_key_tells_parts_from_one_another() -> None:
    assert content_key("ab", "c") != content_key("a", "bc")
    assert content_key("a", None) == content_key("a", None)
