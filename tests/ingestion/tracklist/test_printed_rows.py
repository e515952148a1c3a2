"""What is printed is read as it was meant, and what only looks alike is not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from ingestion.observation import RowObservation
from ingestion.tracklist.cue import timeline
from ingestion.tracklist.cut import cut_row
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import Placed, read_row
from tests.ingestion.tracklist.printed_rows import NAMES, REMIXERS, PrintedRow, printed_rows


def read(text: str, known: tuple[str, ...] = ()) -> list[RowObservation]:
    names = KnownNames()
    for name in known:
        names.in_graph(name, 50)
    pieces = cut_row(text)
    cues = timeline([each.cue for each in pieces]).cues_ms
    return [read_row(each, names, KnownLabels(), Placed(cue_ms=cue)) for each, cue in zip(pieces, cues, strict=True)]


@settings(max_examples=300)
@given(printed_rows())
def test_what_is_printed_is_what_is_read(printed: PrintedRow) -> None:
    assert read(printed.text, (*NAMES, *REMIXERS)) == [printed.row]


@given(printed_rows(), printed_rows())
def test_two_tracks_in_one_line_are_two_rows_together(one: PrintedRow, two: PrintedRow) -> None:
    assume(one.row.state == two.row.state == "identified" and two.row.cue_ms is None)
    text = f"{one.text} w/ {two.text.removeprefix('w/ ').removeprefix('+ ')}"
    known = (*NAMES, *REMIXERS)
    first, second = read(text, known)
    assert (first.credits, first.title, first.version) == (one.row.credits, one.row.title, one.row.version)
    assert (second.credits, second.title, second.version) == (two.row.credits, two.row.title, two.row.version)
    assert second.together


def brief(row: RowObservation) -> tuple[str, list[str], list[str], str | None, str | None, str | None]:
    """State, credit, remixers, title, version, kind."""
    credit = [each.name for each in row.credits if each.role != "remixer"]
    return (
        row.state,
        credit,
        [e.name for e in row.credits if e.role == "remixer"],
        row.title,
        row.version,
        row.version_kind,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daft Punk - Draft", ("identified", ["Daft Punk"], [], "Draft", None, None)),
        ("Кино - Группа крови", ("identified", ["Кино"], [], "Группа крови", None, None)),
        ("Off - Salsa (Ann Remix)", ("identified", ["Off"], ["Ann"], "Salsa", "Ann Remix", "remix")),
        ("Off - Salsa (Bob Remix)", ("identified", ["Off"], ["Bob"], "Salsa", "Bob Remix", "remix")),
        ("Off - Salsa (Ann Remix / Bob Edit)",
         ("identified", ["Off"], ["Ann", "Bob"], "Salsa", "Ann Remix, Bob Edit", "edit")),
        ("Off - Salsa (Ann Remix; Edit)", ("identified", ["Off"], ["Ann"], "Salsa", "Ann Remix, Edit", "edit")),
        ("Off - Live Forever", ("identified", ["Off"], [], "Live Forever", None, None)),
        ("Off - Salsa (Live)", ("identified", ["Off"], [], "Salsa", "Live", "live")),
        ("Off - Salsa (Live At Club, Rome)", ("identified", ["Off"], [], "Salsa", "Live At Club, Rome", "live")),
        ("Off - Undercover", ("identified", ["Off"], [], "Undercover", None, None)),
        ("Off - Salsa (Ann Cover)", ("identified", ["Off"], [], "Salsa", "Ann Cover", "cover")),
        ("Off - Salsa (Acap)", ("identified", ["Off"], [], "Salsa", "Acap", "acapella")),
        ("Off - Salsa Acappella", ("identified", ["Off"], [], "Salsa", "Acappella", "acapella")),
        ("Off - Acappella", ("identified", ["Off"], [], "Acappella", None, None)),
        ("Off - Sun + Ann Acapella", ("identified", ["Off"], [], "Sun + Ann Acapella", None, None)),
        ('Off - Salsa (Classic 12" Mix With Vocal Intro)',
         ("identified", ["Off"], [], "Salsa", 'Classic 12" Mix With Vocal Intro', "mix")),
        ("Off - Salsa (Mixed With Love)", ("identified", ["Off"], [], "Salsa (Mixed With Love)", None, None)),
        ("Off vs. Ann - Salsa vs. Tango (Bob Mashup)",
         ("identified", ["Off", "Ann"], ["Bob"], "Salsa vs. Tango", "Bob Mashup", "mashup")),
        ("Off - Salsa vs. Ann - Tango", ("identified", ["Off", "Ann"], [], "Salsa vs. Tango", None, None)),
        ("ID - ID", ("unidentified", [], [], None, None, None)),
        ("ID", ("unidentified", [], [], None, None, None)),
        ("? - ?", ("unidentified", [], [], None, None, None)),
        ("Off - ID", ("partial", ["Off"], [], None, None, None)),
        ("Off & ID - Salsa", ("identified", ["Off"], [], "Salsa", None, None)),
        ("ID & Off - ID", ("partial", ["Off"], [], None, None, None)),
        ("ID feat. Off - Salsa", ("partial", ["Off"], [], None, None, None)),
        ("Off - Salsa (ID Remix)", ("partial", ["Off"], [], None, None, None)),
        ("Off - ID (Bob Remix)", ("partial", ["Off"], ["Bob"], None, None, None)),
        ("ID ID - Push That", ("identified", ["ID ID"], [], "Push That", None, None)),
        ("Off - ID Card", ("identified", ["Off"], [], "ID Card", None, None)),
        ("? Bobby V. - Disco", ("identified", ["Bobby V."], [], "Disco", None, None)),
        ("? & The Mysterians - Tears", ("identified", ["? & The Mysterians"], [], "Tears", None, None)),
    ],
)  # fmt: skip
def test_rows_that_look_alike_are_told_apart(
    text: str, expected: tuple[str, list[str], list[str], str | None, str | None, str | None]
) -> None:
    (found,) = read(text)
    assert brief(found) == expected


def test_a_known_remixer_keeps_the_word_that_often_says_what_a_mix_is() -> None:
    (found,) = read("Off - Salsa (Special Request Remix)", ("Special Request",))
    assert brief(found)[2] == ["Special Request"]


@pytest.mark.parametrize(
    ("printed", "label"), [("OFF Recordings Autumn 2012", "OFF Recordings"), ("FC - 005, 1992", "FC")]
)  # fmt: skip
def test_a_year_behind_a_label_is_left_out(printed: str, label: str) -> None:
    (found,) = read(f"Off - Salsa [{printed}]")
    assert found.label == label
