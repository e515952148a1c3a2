"""Pasted tracklists: what of a text is a row, when it starts, what the text says of the set."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph_model.errors import BadRecord
from ingestion.imports.pasted import LONGEST_BYTES, Told, is_pasted, read_pasted
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.reading import observations
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from tests.ingestion.imports.drafts import credit, is_sound, only_refusal, only_set, text_file

DESCRIPTION = """
Ann Other b2b Bob - Live at Sunrise Festival, Berlin (12.07.2019)

Subscribe: https://example.org/sub
Follow Ann - https://example.org/ann
Recorded by Cid - thanks to all

Tracklist:
00:00 Intro
1:10 Off - Electrica Salsa (Bob Remix) [ZYX]
🔥 5:20 – 9:00 | Above & Beyond feat. Zoë Johnston - No One On Earth
   w/ Cid - Hello (Acappella)
09:00 - ID - ID
12:34 Ann Other - ID
Hour 2
-- Guest mix: Dora --
[1:02:03] 50 Cent - In Da Club
1:05:00 A vs. B - One vs. Two (Cid Mashup)
1:10:00 Кино - Группа крови https://example.org/x

Buy the EP - https://example.org
Instagram - @ann
#techno #house
℗ 2019 Ann - All rights
"""


def read(text: str, **told: str) -> SetObservation:
    return only_set(read_pasted(text_file(text), Told(title="T", **told)))


def parts(text: str) -> list[tuple[str, str | None]]:
    return [(credit(row), row.title) for row in read(text).rows]


def test_a_description_becomes_a_set() -> None:
    found = only_set(read_pasted(text_file(DESCRIPTION)))
    assert [performer.name for performer in found.performers] == ["Ann Other", "Bob"]
    assert (found.played_on, found.played_precision) == (date(2019, 7, 12), "day")
    assert (found.event, found.place) == ("Sunrise Festival", "Berlin")
    assert [(credit(row), row.title, row.state) for row in found.rows] == [
        ("", None, "unidentified"),
        ("Off", "Electrica Salsa", "identified"),
        ("Above & Beyond, Zoë Johnston", "No One On Earth", "identified"),
        ("Cid", "Hello", "identified"),
        ("", None, "unidentified"),
        ("Ann Other", None, "partial"),
        ("50 Cent", "In Da Club", "identified"),
        ("A, B", "One vs. Two", "identified"),
        ("Кино", "Группа крови", "identified"),
    ]
    assert [row.cue_ms for row in found.rows] == [
        0, 70_000, 320_000, None, 540_000, 754_000, 3_723_000, 3_900_000, 4_200_000,
    ]  # fmt: skip
    assert [row.together for row in found.rows].index(True) == 3
    assert [row.break_before for row in found.rows].index(True) == 6
    assert found.rows[2].text == "🔥 5:20 – 9:00 | Above & Beyond feat. Zoë Johnston - No One On Earth"


@pytest.mark.parametrize(
    "printed",
    [
        "{time} Off - Salsa", "{time} - Off - Salsa", "[{time}] Off - Salsa", "({time}) Off - Salsa",
        "{n}. Off - Salsa {time}", "{n}. Off - Salsa ({time})", "{n}) {time} Off - Salsa", "#{n} {time}: Off - Salsa",
        "{time} | {n}. Off – Salsa", "• {time} » Off — Salsa", "►{time} Off - Salsa", "{time}-9:59:59 Off - Salsa",
        "Off - Salsa\t{time}", "{n}\tOff\tSalsa\t{time}", "{n} - Off - Salsa - {time}", "{n}️⃣ Off - Salsa | {time}",
        "{time}. Off - Salsa", "<{time}> Off - Salsa", "* [{time}] Off - Salsa", "Track {n}: Off - Salsa @ {time}",
        "{time}.250 Off - Salsa", "⏱ {time} 🎵 Off - Salsa",
    ],
)  # fmt: skip
def test_a_time_is_found_wherever_it_stands(printed: str) -> None:
    times = ("0:00", "4:05", "59:59", "1:02:03")
    rows = read("\n".join(printed.format(n=n, time=time) for n, time in enumerate(times, 1))).rows
    assert [(credit(row), row.title) for row in rows] == [("Off", "Salsa")] * 4
    assert [row.cue_ms for row in rows] == [0, 245_000, 3_599_000, 3_723_000]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["50 Cent - A", "2 Unlimited - B", "Ann - C"], [("50 Cent", "A"), ("2 Unlimited", "B"), ("Ann", "C")]),
        (["1 50 Cent - A", "2 808 State - B", "3 Off - C"], [("50 Cent", "A"), ("808 State", "B"), ("Off", "C")]),
        (["Jay-Z - 4:44", "Off - A", "Ann - B"], [("Jay-Z", "4:44"), ("Off", "A"), ("Ann", "B")]),
        (["69 - Desire", "747 - Aurora", "Off - A"], [("69", "Desire"), ("747", "Aurora"), ("Off", "A")]),
        (["+ 44 - A", "Off - B", "Ann - C"], [("44", "A"), ("Off", "B"), ("Ann", "C")]),
        (["AC/DC - A", "Hour Glass - B", "Part Time - C"], [("AC/DC", "A"), ("Hour Glass", "B"), ("Part Time", "C")]),
        (["Download - A", "Stream - B", "Off - C"], [("Download", "A"), ("Stream", "B"), ("Off", "C")]),
    ],
)  # fmt: skip
def test_near_misses_keep_their_names(lines: list[str], expected: list[tuple[str, str]]) -> None:
    numbered = [f"{n}. {line}" for n, line in enumerate(lines, 1)] if "Download" in lines[0] else lines
    assert parts("\n".join(numbered)) == expected


def test_times_that_do_not_rise_are_lengths() -> None:
    rows = read("1. Off - A 7:10\n2. Off - B 3:05\n3. Off - C 6:01\n4. Off - D 2:22").rows
    assert [row.cue_ms for row in rows] == [None] * 4
    assert [row.measures.duration_ms for row in rows] == [430_000, 185_000, 361_000, 142_000]


@pytest.mark.parametrize("mark", ["w/ ", "+ ", "    ", "\t", "↳ ", "└ ", "W/"])
def test_a_layer_is_played_together_with_the_row_above(mark: str) -> None:
    rows = read(f"Off - A\n{mark}Ann - B\nCid - C\nDora - D").rows
    assert [(row.title, row.together) for row in rows] == [("A", False), ("B", True), ("C", False), ("D", False)]


@pytest.mark.parametrize(
    ("heading", "breaks"),
    [
        ("Hour 2", False), ("== HOUR 2 ==", False), ("Part 2:", False), ("[Second hour]", False), ("Peak time:", False),
        ("-- Guest mix: Ann --", True), ("Guest Mix - Ann Other", True), ("*** Dora Live ***", True),
    ],
)  # fmt: skip
def test_a_heading_is_no_row_and_a_change_of_dj_breaks_the_set(heading: str, breaks: bool) -> None:
    rows = read(f"1. Off - A\n2. Ann - B\n\n{heading}\n3. Cid - C\n4. Dora - D").rows
    assert [row.title for row in rows] == ["A", "B", "C", "D"]
    assert [row.break_before for row in rows] == [False, False, breaks, False]


def test_without_marks_the_block_under_the_heading_is_the_tracklist() -> None:
    text = "Ann - Bio\nBorn - Berlin\nLives - Rome\nSome prose here\nTracklist\nOff - A\n\nCid - B\nID - ID\nThanks all"
    assert parts(text) == [("Off", "A"), ("Cid", "B"), ("", None)]


def test_without_marks_and_heading_the_longest_block_is_it() -> None:
    assert parts("Some - Prose\nhello there\nOff - A\nCid - B\nAnn - C\nbye") == [
        ("Off", "A"),
        ("Cid", "B"),
        ("Ann", "C"),
    ]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Ann @ Club 2020-01-02", "Ann @ Club 2020-01-02"),
        ("Tracklist: Ann @ Club", "Ann @ Club"),
        ("https://example.org/ann\n\nAnn @ Club", "Ann @ Club"),
        ("Ann - Summer Mix 2020", "Ann - Summer Mix 2020"),
    ],
)
def test_the_title_is_the_first_line_that_is_none_of_the_rest(first: str, title: str) -> None:
    assert only_set(read_pasted(text_file(f"{first}\nOff - A\nCid - B\nDora - C"))).title == title


def test_a_file_of_rows_alone_is_called_as_the_file_and_a_text_of_rows_alone_needs_a_title() -> None:
    rows = "Off - A\nCid - B\nDora - C"
    assert only_set(read_pasted(text_file(rows, "My_set.txt"))).title == "My set"
    (refused,) = observations(read_pasted(text_file(rows, "pasted")), KnownNames(), KnownLabels())
    assert isinstance(refused, RefusedRecord)
    assert "title" in refused.reason


def test_the_key_is_told_or_the_url_or_made_of_the_rows() -> None:
    rows = "1. Off - A\n2. Cid - B\n3. Dora - C"
    assert read(rows, key="k", url="u").key == "k"
    assert read(rows, url="u").key == "u"
    assert read(f"\n{rows}\nbye").key == read(rows).key != read(rows + "\n4. Eve - D").key


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "TOO_FEW_ROWS"),
        (b"Just prose - nothing more", "TOO_FEW_ROWS"),
        (b"1. Off - A\n2. Cid - B", "TOO_FEW_ROWS"),
        (b"00:00 Start\n10:00 Interview\n20:00 Questions\n30:00 End", "TOO_FEW_ROWS"),
    ],
)
def test_a_text_without_a_tracklist_is_refused(data: bytes, code: str) -> None:
    assert only_refusal(read_pasted(text_file(data))).code == code


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"a\0b", "zero bytes"), (b"1. A - B\n" * (LONGEST_BYTES // 8), "bytes"), (b"1. A - B\n" * 10_001, "rows")],
)
def test_what_is_no_text_or_too_long_is_refused_whole(data: bytes, reason: str) -> None:
    with pytest.raises(BadRecord, match=reason):
        list(read_pasted(text_file(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = "Zoë @ Café\n1. Röyksopp - Été\n2. Cid - B\n3. Dora - C\n"
    assert credit(only_set(read_pasted(text_file(text.encode(encoding)))).rows[0]) == "Röyksopp"


def test_a_control_character_sets_its_row_aside_and_the_rest_goes_on() -> None:
    names, labels = KnownNames(), KnownLabels()
    text = "T @ X\n1. Off - A\n2. C\x07id - B\n3. Dora - C"
    refused, found = observations(read_pasted(text_file(text)), names, labels)
    assert isinstance(refused, RefusedRecord)
    assert isinstance(found, SetObservation)
    assert (refused.code, [row.state for row in found.rows]) == (
        "BAD_ROW", ["identified", "unidentified", "identified"],
    )  # fmt: skip


def test_it_knows_its_texts() -> None:
    assert is_pasted(text_file(DESCRIPTION))
    assert not is_pasted(text_file("<html>1. A - B\n2. C - D\n3. E - F"))
    assert not is_pasted(text_file("Nothing here"))


PIECES = [
    "1. ", "[0:00] ", "\t", "w/ ", "- ", "🔥", "Hour 2", "A - B", " – ", ":", "12:34", "(", "]", "www.x", "ID",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=8).map("".join)


@given(st.lists(LINES, max_size=12).map("\n".join))
@example("1. A - B\n" * 3 + "\x00")
def test_no_text_breaks_it(text: str) -> None:
    is_sound(lambda file: read_pasted(file, Told(title="T")), text_file(text))


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    is_sound(lambda file: read_pasted(file, Told(title="T")), text_file(data))


RUNS = [
    "(" * 50, "- " * 400, "[0" * 300, "1." * 400, "\t" * 1500, "0:00 " * 300, "•" * 900, "a" * 50_000,
    "a" + " " * 1_000 + "-", "-" * 1_900 + "a", (" " * 1_000 + "-") * 500,
]  # fmt: skip


@pytest.mark.parametrize("piece", RUNS)
def test_long_runs_of_one_thing_do_not_hang(piece: str) -> None:  # fmt: skip
    is_sound(
        lambda file: read_pasted(file, Told(title="T")), text_file("\n".join([piece, "A - B", piece + " - X"] * 20))
    )
