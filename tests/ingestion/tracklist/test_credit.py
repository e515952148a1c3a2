"""Credits: names, roles and join phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.names import KnownNames

NAMES = KnownNames()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Feat. Bob", [("Ann", "main"), ("Bob", "featured")]),
        ("Ann ft. Bob", [("Ann", "main"), ("Bob", "featured")]),
        ("Ann feat Bob Ray & Cy Dee", [("Ann", "main"), ("Bob Ray", "featured"), ("Cy Dee", "featured")]),
        ("Ann Feat. Bob vs Cy", [("Ann", "main"), ("Bob", "featured"), ("Cy", "main")]),
        ("Ann Starring Bob", [("Ann", "main"), ("Bob", "featured")]),
        ("Ann Invites Cy", [("Ann", "main"), ("Cy", "main")]),
        ("Ann Pres. Cy", [("Ann", "main"), ("Cy", "main")]),
        ("Ann aka Cy", [("Ann", "main"), ("Cy", "main")]),
        ("M.I.S.T. v High Contrast", [("M.I.S.T.", "main"), ("High Contrast", "main")]),
        ("Ann (Feat. Bob)", [("Ann", "main"), ("Bob", "featured")]),
        ("Africans (Ann & Bob)", [("Africans (Ann & Bob)", "main")]),
    ],
)
def test_words_between_names_give_their_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(credit.name, credit.role) for credit in read_credits(text, NAMES)] == expected


@pytest.mark.parametrize(
    "text", ["Daft Punk", "Draft", "Soft Cell", "Featurecast", "Vsevolod", "Presha", "With You", "V", "Starring Role"]
)
def test_a_name_that_only_looks_like_a_join_stays_whole(text: str) -> None:
    assert [credit.name for credit in read_credits(text, NAMES)] == [text]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    assert read_credits(text, NAMES)


@given(
    st.lists(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True), min_size=1, max_size=4),
    st.sampled_from([" & ", ", ", " Feat. ", " vs ", " x ", " Pres. "]),
)
def test_names_and_join_phrases_put_together_are_the_printed_credit(names: list[str], join: str) -> None:
    text = join.join(names)
    assert "".join(credit.name + credit.join_phrase for credit in read_credits(text, NAMES)) == text
