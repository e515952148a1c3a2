"""Under which keys an entity is found again, and which pairs must not be one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.keys import LONGEST_VALUE_BYTES, Key, TrackIdentity, key_of, spelling_key, track_identity
from ingestion.observation import CreditObservation, RowObservation

WITHIN = Key("set-key", "tests|one")
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


def identity(credits: str, title: str, version: str | None = None, **more: Any) -> TrackIdentity:
    """Of a row by "A; feat B; remixer C"."""
    printed = tuple(_credit(name.strip()) for name in credits.split(";") if name.strip())
    row = RowObservation(text=f"{credits} - {title}", credits=printed, title=title, version=version, **more)
    return track_identity(row, WITHIN)


def _credit(text: str) -> CreditObservation:
    word, _, name = text.partition(" ")
    roles = {"feat": "featured", "remixer": "remixer"}
    return CreditObservation(name, roles[word]) if word in roles else CreditObservation(text)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Âme", "Rej"), ("AME", "rej!")),
        (("Above & Beyond", "Sun"), ("Above and Beyond", "Sun")),
        (("Anna; feat Bela", "Sun"), ("Bela; Anna", "Sun")),
        (("Anna; remixer Cleo", "Sun", "Cleo Remix"), ("Anna", "Sun", "Cleo remix")),
        (("Ray Charles", "What'd I Say"), ("Ray Charles", "What’d I Say")),
    ],
)
def test_two_spellings_of_one_track_share_a_key(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert identity(*one).keys == identity(*two).keys


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Anna", "Sun", "Cleo Remix"), ("Anna", "Sun", "Dana Remix")),
        (("Anna", "Sun"), ("Anna", "Sun", "Dub")),
        (("Anna", "Sun"), ("Bela", "Sun")),
        (("Anna", "Йога"), ("Anna", "Иога")),
        (("Anna", "Sun"), ("Anna", "Sun Rise")),
    ],
)
def test_near_misses_stay_apart(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert not set(identity(*one).keys) & set(identity(*two).keys)


def test_versions_of_one_piece_share_a_group() -> None:
    assert identity("Anna", "Sun").version_group == identity("Anna; remixer Cleo", "Sun", "Cleo Remix").version_group
    assert identity("Anna", "Sun").version_group != identity("Bela", "Sun").version_group


@pytest.mark.parametrize("title", ["Intro", "untitled", "A1", "B", "Track 3", "Untitled 2", "Acapella", "7", "Side A"])
def test_a_generic_title_is_known_within_its_set_alone(title: str) -> None:
    assert [key.scheme for key in identity("Anna", title).keys] == ["track-in-set"]
    assert identity("Anna", title).version_group is None


@pytest.mark.parametrize("title", ["1999", "Intro To The Sun", "Blue", "Dub Be Good To Me", "Live Forever"])
def test_a_title_of_its_own_is_known_everywhere(title: str) -> None:
    assert [key.scheme for key in identity("Anna", title).keys] == ["track-spelling"]


def test_label_and_catalogue_number_make_a_generic_title_known() -> None:
    known = identity("Anna", "Intro", label="Perlon", catalog_number="PERL 01")
    assert [key.scheme for key in known.keys] == ["track-spelling"]
    assert known.keys != identity("Anna", "Intro", label="Perlon", catalog_number="PERL 02").keys
    assert identity("Anna", "Intro", label="Perlon").keys[0].scheme == "track-in-set"


@pytest.mark.parametrize(("credits", "title"), [("!!!", "Sun"), ("Anna", "???"), ("", "Sun")])
def test_where_nothing_folds_there_is_no_spelling(credits: str, title: str) -> None:
    assert [key.scheme for key in identity(credits, title).keys] == ["track-in-set"]


def test_an_id_of_the_source_comes_before_the_spelling() -> None:
    known = identity("Anna", "Sun", external_ids=(("gdshowsdb-song", "42"),))
    assert [key.scheme for key in known.keys] == ["gdshowsdb-song", "track-spelling"]


@pytest.mark.parametrize("state", ["partial", "unidentified"])
def test_a_row_that_names_no_track_has_no_key(state: str) -> None:
    assert identity("Anna", "ID", state=state) == TrackIdentity()


def test_a_name_of_which_nothing_folds_stands_for_itself() -> None:
    assert spelling_key("artist", "!!!") != spelling_key("artist", "???")


@given(name=names)
def test_a_spelling_key_is_the_same_for_any_case_of_it(name: str) -> None:
    assert spelling_key("artist", name) == spelling_key("artist", name.casefold())


@given(parts=st.lists(st.text(st.characters(codec="utf-8"), max_size=800), min_size=1, max_size=4))
def test_a_key_is_never_too_long_for_the_index(parts: list[str]) -> None:
    assert len(key_of("x", *parts).value.encode()) <= LONGEST_VALUE_BYTES
