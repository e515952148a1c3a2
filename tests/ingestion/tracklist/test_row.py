"""Rows: every part at once, and the traps of real tracklists."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.observation import RowObservation
from ingestion.tracklist.cut import cut_row
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import Placed, read_row
from ingestion.tracklist.text import fault


def rows(text: str) -> list[RowObservation]:
    return [read_row(pieces, KnownNames(), KnownLabels(), Placed()) for pieces in cut_row(text)]


def row(text: str) -> RowObservation:
    (only,) = rows(text)
    return only


def parts(found: RowObservation) -> tuple[str, str | None, str | None, str | None, str | None]:
    printed = "".join(c.name + c.join_phrase for c in found.credits if c.role != "remixer")
    return printed, found.title, found.version, found.label, found.catalog_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '[24] Off - Electrica Salsa (12" Version) [ZYX - 5548]',
            ("Off", "Electrica Salsa", '12" Version', "ZYX", "5548"),
        ),
        ("Off - Für Immer", ("Off", "Für Immer", None, None, None)),
        ("Кино - Группа крови [Мороз]", ("Кино", "Группа крови", None, "Мороз", None)),
        ("Jean-Michel Jarre - Oxygène", ("Jean-Michel Jarre", "Oxygène", None, None, None)),
        ("Track Of The Week: Off - Salsa", ("Off", "Salsa", None, None, None)),
        ("Off - The Solution: Revolution", ("Off", "The Solution: Revolution", None, None, None)),
        ("Nu:Tone - Salsa [Soul:R]", ("Nu:Tone", "Salsa", None, "Soul:R", None)),
        ("Off - Salsa - Ann Rework [ZYX]", ("Off", "Salsa", "Ann Rework", "ZYX", None)),
        ("Off - Sun - Moon", ("Off", "Sun - Moon", None, None, None)),
        ("Off - Salsa [Ann Remix]", ("Off", "Salsa", "Ann Remix", None, None)),
        ("Off - Salsa [Ann Remix] - ZYX]", ("Off", "Salsa", "Ann Remix", "ZYX", None)),
        ("Off - Salsa [Toolroom - TOOL 040]", ("Off", "Salsa", None, "Toolroom", "TOOL 040")),
        ("Off - Salsa [Ann Remix) [ZYX]", ("Off", "Salsa", "Ann Remix", "ZYX", None)),
        ("Off - Salsa (Ann Remix [ZYX]", ("Off", "Salsa", "Ann Remix", "ZYX", None)),
        ("Off - Salsa (Ann Remix] [ZYX]", ("Off", "Salsa", "Ann Remix", "ZYX", None)),
        ("Off - Salsa (Ann Remix]", ("Off", "Salsa", "Ann Remix", None, None)),
        ("Off - Salsa (Ann Remix}", ("Off", "Salsa", "Ann Remix", None, None)),
        ("Off - Salsa (Sun] (Ann Remix)", ("Off", "Salsa (Sun)", "Ann Remix", None, None)),
        ("Off - Salsa (Ann Remix))", ("Off", "Salsa", "Ann Remix", None, None)),
        ("Off - Salsa (Sun (Ann Remix)", ("Off", "Salsa (Sun)", "Ann Remix", None, None)),
        ("Off - Salsa (Original Mix [ZYX]", ("Off", "Salsa", None, "ZYX", None)),
        ("Off - Salsa (ZYX]", ("Off", "Salsa", None, "ZYX", None)),
        ("Off - Salsa [ZYX)]", ("Off", "Salsa", None, "ZYX", None)),
        ("Off - Salsa [Nano (Psy)]", ("Off", "Salsa", None, "Nano (Psy)", None)),
        ("Off - Salsa) [ZYX]", ("Off", "Salsa", None, "ZYX", None)),
        ("Off - Salsa :) [ZYX]", ("Off", "Salsa :)", None, "ZYX", None)),
        ("Off - *)* (808) [ZYX]", ("Off", "*)* (808)", None, "ZYX", None)),
        ("Off - Salsa [ZYX - 5548", ("Off", "Salsa", None, "ZYX", "5548")),
        ("Off - Salsa [The Riddle] (Original Mix)", ("Off", "Salsa [The Riddle]", None, None, None)),
        ("Off & On - Salsa [SCI + TEC - TEC 5]", ("Off & On", "Salsa", None, "SCI + TEC", "TEC 5")),
        ("Off — Salsa", ("Off", "Salsa", None, None, None)),
        ("Off -Salsa", ("Off", "Salsa", None, None, None)),
        ("Off - X vs Ann - Y (Bob Mashup)", ("Off vs Ann", "X vs Y", "Bob Mashup", None, None)),
    ],
)
def test_a_row_is_read_in_every_part(text: str, expected: tuple[str | None, ...]) -> None:
    assert parts(row(text)) == expected


@pytest.mark.parametrize(
    ("text", "state", "names"),
    [
        ("Off - Salsa", "identified", ["Off"]),
        ("Off - ID", "partial", ["Off"]),
        ("Off - ?", "partial", ["Off"]),
        ("Off - Salsa (ID Remix)", "partial", ["Off"]),
        ("ID - ID", "unidentified", []),
        ("? - Salsa", "unidentified", []),
        ("VA - Salsa", "unidentified", []),
        ("[00] Intro", "unidentified", []),
        ("?", "unidentified", []),
    ],
)
def test_the_text_alone_says_whether_a_row_is_identified(text: str, state: str, names: list[str]) -> None:
    found = row(text)
    assert (found.state, [credit.name for credit in found.credits]) == (state, names)
    assert (found.title is None) == (state != "identified")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Off - Salsa (Ann Remix)", "Off - Salsa (Bob Remix)"),
        ("Off - Salsa", "Off - Salsa (Extended Mix)"),
        ("Off - Salsa (Part 1)", "Off - Salsa (Part 2)"),
        ("Daft Punk - Salsa", "Da Feat. Punk - Salsa"),
        ("Off - Caller ID", "Off - ID"),
    ],
)
def test_near_misses_stay_apart(one: str, other: str) -> None:
    assert parts(row(one)) != parts(row(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[24] Off - Salsa [ZYX]", "Off - Salsa [ZYX - 5548]"),
        ("Off - Salsa (Original Mix)", "Off - Salsa"),
        ("Off - Gain VIP", "Off - Gain (VIP)"),
        ("+ Off - Salsa", "Hot Or Not: Off - Salsa"),
        ("Off -\u00a0Salsa\ufeff", "Off - Salsa"),
    ],
)
def test_print_that_says_nothing_of_the_track_does_not_part_it(one: str, other: str) -> None:
    assert parts(row(one))[:3] == parts(row(other))[:3]


@pytest.mark.parametrize("text", ["+ Off - Salsa", "[24] + Off - Salsa", "w/ Off - Salsa", "[??] w/ Off - Salsa"])
def test_a_plus_in_front_joins_a_row_to_the_one_before(text: str) -> None:
    assert row(text).together


def test_two_tracks_in_one_row_are_two_rows_of_one_position() -> None:
    first, second = rows("Off - Salsa [ZYX - 1] + Ann - Rumba [Dial - 2]")
    assert (first.title, second.title, first.label, second.label) == ("Salsa", "Rumba", "ZYX", "Dial")
    assert (first.together, second.together) == (False, True)
    assert first.text == second.text == "Off - Salsa [ZYX - 1] + Ann - Rumba [Dial - 2]"


@dataclass(frozen=True)
class Printed:
    """A row that is made of parts."""

    artist: str
    title: str
    remixer: str | None
    label: str | None
    number: str | None

    def __str__(self) -> str:
        version = f" ({self.remixer} Remix)" if self.remixer else ""
        number = f" - {self.number}" if self.number else ""
        return f"{self.artist} - {self.title}{version}" + (f" [{self.label}{number}]" if self.label else "")


words = st.sampled_from(["Zarf", "Quill", "Bodkin", "Ümlaut", "Ящик", "Тень", "Öl", "Plinth"])
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
printed_rows = st.builds(
    Printed,
    phrases,
    phrases,
    st.none() | phrases,
    st.none() | phrases,
    st.none() | st.from_regex(r"[A-Z]{2,4} \d{3}", fullmatch=True),
)


@given(printed_rows)
def test_a_row_made_of_parts_is_read_back_into_them(made: Printed) -> None:
    found = row(str(made))
    remixers = [credit.name for credit in found.credits if credit.role == "remixer"]
    assert (found.credits[0].name, found.title, remixers) == (
        made.artist,
        made.title,
        [made.remixer] if made.remixer else [],
    )
    assert (found.label, found.catalog_number) == (made.label, made.number if made.label else None)


@given(st.text(max_size=200))
def test_no_text_breaks_the_parser_and_the_text_stays_verbatim(text: str) -> None:
    if fault(text) is None:
        for found in rows(text):
            assert found.text == text
            assert found.state in ("identified", "partial", "unidentified")


@given(st.text(alphabet=" -–[]()+/&,.:?'\"IDaxvs1", max_size=60))
def test_no_heap_of_separators_breaks_the_parser(text: str) -> None:
    for found in rows(text):
        assert (found.title is None) == (found.state != "identified")
        assert all(credit.name for credit in found.credits) or found.state != "identified"
