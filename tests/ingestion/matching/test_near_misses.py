"""Pairs that look alike and are two, and pairs that look unlike and are one."""

from __future__ import annotations

import pytest

from ingestion.matching.match import Matcher
from tests.ingestion.matching.given import record

MATCHERS = {name: Matcher.named(name) for name in ("rows", "records")}
BY_EACH = pytest.mark.parametrize("by", MATCHERS.values(), ids=MATCHERS)

TWO = [
    ("Rhadow | Drive | Tom Demac Remix | Tom Demac", "Rhadow | Drive | Len Faki Remix | Len Faki"),
    ("Rhadow | Drive | Chris Liebing Remix | Chris Liebing", "Rhadow | Drive | Chris Lake Remix | Chris Lake"),
    ("Rhadow | Drive | Day Mix", "Rhadow | Drive | Night Mix"),
    ("Rhadow | Drive | Dub Mix", "Rhadow | Drive | Vocal Mix"),
    ("Rhadow | Drive | Len Faki Remix 1 | Len Faki", "Rhadow | Drive | Len Faki Remix 2 | Len Faki"),
    ("Rhadow | Drive | Len Faki Remix | Len Faki", "Rhadow | Drive | Len Faki Dub | Len Faki"),
    ("Rhadow | Drive", "Rhadow | Drive | Len Faki Remix | Len Faki"),
    *[("Rhadow | Drive", f"Rhadow | Drive | {kind}") for kind in (
        "Dub", "Instrumental", "Extended Mix", "Radio Edit", "Live", "Live at Tresor", "VIP", "Acoustic", "Remix",
        "Club Mix", "Acappella", "Reprise", "Demo", "Part 2")],
    ("Rhadow | Drive", "Rhadow | Drive (Live at Tresor)"),
    ("Rhadow | Minus Pt. 1", "Rhadow | Minus Pt. 2"),
    ("Rhadow | Minus Part One", "Rhadow | Minus Part Two"),
    ("Rhadow | Minus II", "Rhadow | Minus III"),
    ("Rhadow | Minus", "Rhadow | Minus II"),
    ("Rhadow | Track 1", "Rhadow | Track 2"),
    ("Rhadow | Untitled A", "Rhadow | Untitled B"),
    ("Rhadow | A1", "Rhadow | A2"),
    ("Rhadow | Model 500", "Rhadow | Model 600"),
    ("Rhadow | 1998", "Rhadow | 1999"),
    ("Robert Hood | Angel", "Moby | Angel"),
    ("Robert Hood | Hold On", "Robert Owens | Hold On"),
    ("Tiesto | Urban Train", "Tiesto | Suburban Train"),
    ("Flume | Danger", "Flume | Dangerous"),
    ("Orbital | Halcyon", "Orbital | Halcyon Days"),
    ("Orbital | Acid Rain", "Orbital | Acid Train"),
    ("Orbital | Inner", "Orbital | Dinner"),
    ("Orbital | Blue Room", "Orbital | Blue Moon"),
    ("Orbital | Love You More", "Orbital | Love You"),
    ("Orbital | I Can", "Orbital | I Can't"),
    ("Aphex Twin | Windowlicker", "Aphex Twin | Window"),
    ("Autechre | VLetrmx", "Autechre | VLetrmx21"),
    ("Кино | Мама", "Кино | Мамба"),
    ("YMO | 東風", "YMO | 中国女"),
    ("!!! | ???", "!!! | ..."),
]  # fmt: skip
ONE = [
    ("Rhadow | Time Stretch", "Rhadow | Timestretch"),
    ("DJ Boris | Drive", "Boris | Drive"),
    ("Beethoven | Für Elise", "Beethoven | Fur Elise"),
    ("Kim | The Drizzle", "Kim | Drizzle"),
    ("Rhadow | Drive | Len Faki Remix | Len Faki", "Rhadow | Drive | Len Faki Mix | Len Faki"),
    ("Rhadow | Drive | Original Mix", "Rhadow | Drive"),
    ("Rhadow | Cats & Dogs", "Rhadow | Cats and Dogs"),
    ("Mod 21 | Lights", "21 Mod | Lights"),
    ("Kerri Chandler, Jerome Sydenham | Candela", "Jerome Sydenham, Kerri Chandler | Candela"),
    ("Liem | If Only", "If Only | Liem"),
    ("Кино | Группа крови", "КИНО | Группа Крови"),
]
ONE_OF_ANYBODY = [
    ("Rhadow feat. Kim | Drive", "Rhadow | Drive (feat. Kim)"),
    ("Rhadow feat. Kim | Drive", "Rhadow | Drive ft. Kim"),
    ("Rhadow, Kim | Drive", "Rhadow | Drive feat. Kim"),
    ("Rhadow | Drive (Len Faki Remix)", "Rhadow | Drive | Len Faki Remix | Len Faki"),
    ("Kerri Chandler | Atmosphere", "Kerri Chandler | Atmospere"),
]
"""The tracklist parser makes rows of these that are spelt alike; anybody's records come as they are."""


@BY_EACH
@pytest.mark.parametrize(("one", "other"), TWO)
def test_what_is_two_is_never_united_alone(by: Matcher, one: str, other: str) -> None:
    assert by.decide(record(one), record(other))[1] != "same"


@BY_EACH
@pytest.mark.parametrize(("one", "other"), ONE)
def test_what_is_one_is_united(by: Matcher, one: str, other: str) -> None:
    assert by.decide(record(one), record(other))[1] == "same"


@pytest.mark.parametrize(("one", "other"), ONE_OF_ANYBODY)
def test_what_is_one_in_other_columns_is_united(one: str, other: str) -> None:
    assert MATCHERS["records"].decide(record(one), record(other))[1] == "same"


@pytest.mark.parametrize(
    ("one", "other", "veto"),
    [
        ("A B | Drive | Day Mix", "A B | Drive | Night Mix", "another version: day; night"),
        ("A B | Drive", "A B | Drive | Dub", "only one is called dub"),
        ("A B | Minus II", "A B | Minus Part Three", "numbered otherwise: 2; 3"),
        ("A B | Go | Len Faki Remix 1", "A B | Go | Len Faki Remix 2", "the version is numbered otherwise: 1; 2"),
        ("Robert Hood | Angel", "Moby | Angel", "no artist in common: robert hood; moby"),
        ("Orbital | Halcyon", "Orbital | Halcyon Days", "the titles are only 78% alike"),
        ("Orbital | Acid Rain", "Orbital | Acid Train", "another word: rain; train"),
    ],
)
def test_what_forbids_to_decide_alone_is_told(one: str, other: str, veto: str) -> None:
    assert MATCHERS["records"].compare(record(one), record(other)).veto == veto


def test_a_title_that_holds_all_other_columns_is_not_told_apart_by_their_words_and_numbers() -> None:
    one = record("Little Big Town | Silver and Gold Pain Killer Country Music Honky Tonk $ 1.29 2014 3:33")
    other = record("Little Big Town | Silver and Gold Pain Killer ( C ) 2014 Capitol Records Nashville October 21 3:33")
    assert MATCHERS["records"].compare(one, other).veto is None
