"""Reasons in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.features import AXES, FEATURES
from ingestion.matching.sentences import sentence

EQUAL = dict.fromkeys(FEATURES, 1.0)
NOTHING = dict.fromkeys(FEATURES, 0.0)


@pytest.mark.parametrize("axis", AXES)
@given(said=st.fixed_dictionaries(dict.fromkeys(FEATURES, st.floats(0, 1))))
def test_each_axis_tells_something_of_any_values(axis: str, said: dict[str, float]) -> None:
    assert sentence(axis, said).strip()


@pytest.mark.parametrize(
    ("axis", "said", "expected"),
    [
        ("title", EQUAL | {"title_serial_differs": 0.0}, "titles are equal"),
        ("title", EQUAL, "titles are 100% alike, but numbered otherwise"),
        ("title", NOTHING | {"title_close": 0.8}, "titles are 80% alike"),
        ("artist", EQUAL, "the same artists"),
        ("artist", NOTHING, "neither names an artist"),
        ("version", NOTHING, "the same version"),
        ("version", EQUAL, "only one of them is a version"),
        ("length", NOTHING, "the length is not known on both sides"),
        ("length", NOTHING | {"length_known": 1.0, "length_far": 0.1}, "lengths are 9 s apart (90 s or more: 90)"),
        ("year", NOTHING | {"year_known": 1.0, "year_far": 0.4}, "years are 2 apart (5 or more: 5)"),
        ("album", NOTHING | {"album_known": 1.0, "album_most": 0.5}, "some of the album name (50%) shared"),
        ("label", EQUAL, "all of the label shared"),
    ],
)
def test_an_axis_is_told_in_words(axis: str, said: dict[str, float], expected: str) -> None:
    assert sentence(axis, said) == expected
