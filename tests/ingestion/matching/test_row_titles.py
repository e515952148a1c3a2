"""Rows that two hands print otherwise, and the near misses that are other pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.matching.row_titles import Weights, differing_marks, row_similarity
from ingestion.matching.rows import ALIKE
from ingestion.matching.set_conflicts import SAME_TITLE

SAME = [
    ("Truckin'", "Trucking"),
    ("Drumz", "Drums"),
    ("GDTRFB", "Goin' Down The Road Feelin' Bad"),
    ("Goin' Down The Road Feelin' Bad", "Going Down The Road Feeling Bad"),
    ("Minglewood Blues", "New Minglewood Blues"),
    ("Mississippi Half Step", "Mississippi Halfstep"),
    ("Mississippi Half Step", "Mississippi Half Step Uptown Toodeloo"),
    ("Caution", "Caution (Do Not Stop On Tracks)"),
    ("Satisfaction", "(I Can't Get No) Satisfaction"),
    ("Quinn The Eskimo", "The Mighty Quinn (Quinn The Eskimo)"),
    ("Ollin Arageed", "Ollin Arrageed"),
    ("Сансара", "сансара"),
    ("Joey Beltram - Energy Flash", "Beltram, Joey - Energy Flash"),
    ("Daft Punk - Da Funk [Virgin]", "Daft Punk - Da Funk"),
]
APART = [
    ("China Cat Sunflower", "China Doll"),
    ("Chinatown Shuffle", "China Doll"),
    ("Loser", "Loose Lucy"),
    ("Mexicali Blues", "Big Railroad Blues"),
    ("Good Times", "Good Lovin'"),
    ("Jam", "Spanish Jam"),
    ("Space", "Drums"),
    ("Morning Dew", "Good Morning Little Schoolgirl"),
    ("Deal", "Ideal"),
    ("Da Funk", "Da Feat"),
    ("Joey Beltram - Energy Flash", "Joey Beltram - Gameform"),
    ("", "Deal"),
    ("?", "!!!"),
]
MARKED = [
    ("Playing In The Band", "Playing In The Band Reprise"),
    ("Weather Report Suite Part 1", "Weather Report Suite Part 2"),
    ("Foxy Lady", "Foxy Lady Jam"),
    ("Dark Star", "Dark Star Tease"),
    ("Photek - Ni-Ten-Ichi-Ryu", "Photek - Ni-Ten-Ichi-Ryu (Teebee Remix)"),
]


def similarity(one: str, two: str) -> float:
    """Among themselves and a few others."""
    return row_similarity(one, two, Weights([one, two, "Big Railroad Blues", "Playing In The Band", "Sugar Magnolia"]))


@pytest.mark.parametrize(("one", "two"), SAME)
def test_one_piece_by_two_hands_is_alike(one: str, two: str) -> None:
    assert similarity(one, two) >= SAME_TITLE
    assert not differing_marks(one, two)


@pytest.mark.parametrize(("one", "two"), APART)
def test_pieces_that_only_look_alike_stay_apart(one: str, two: str) -> None:
    assert similarity(one, two) < ALIKE


@pytest.mark.parametrize(("one", "two"), MARKED)
def test_a_mark_that_one_side_lacks_forbids_a_common_spelling(one: str, two: str) -> None:
    assert differing_marks(one, two)
    assert similarity(one, two) < 1.0


def test_a_word_that_is_the_whole_title_is_no_mark() -> None:
    assert differing_marks("Jam", "Jam") == frozenset()
    assert differing_marks("Dub Be Good To Me", "Be Good To Me") == frozenset()


@given(one=st.text(max_size=40), two=st.text(max_size=40))
def test_similarity_of_any_texts_is_the_same_both_ways_and_in_bounds(one: str, two: str) -> None:
    there, back = similarity(one, two), similarity(two, one)
    assert there == pytest.approx(back)
    assert 0.0 <= there <= 1.0
    assert similarity(one, one) == 1.0
