"""Tables: headers, delimiters, numbers, times, ids; many sets in one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.csv_table import Table, is_table, read_table
from ingestion.imports.source_file import SourceFile
from ingestion.observation import CollectionObservation, RefusedRecord, SetObservation
from tests.ingestion.imports.drafts import credit, is_sound, observed, only_set, text_file

PLAIN = "Artist,Title\nOff,Salsa\nCid,Two\n"


def read(text: str, **told: object) -> SetObservation:
    return only_set(read_table(text_file(text, "My_set.csv"), Table(**told)))  # type: ignore[arg-type]  # keywords of several types, as Table takes them


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_are_found(delimiter: str, encoding: str) -> None:
    text = f"No{delimiter}Artist{delimiter}Title\n1{delimiter}Röyksopp{delimiter}Été, été; été\n".replace(
        "Été, été; été", '"Été, été; été"'
    )
    file = text_file(text.encode(encoding), "x.csv")
    (row,) = only_set(read_table(file)).rows
    assert (credit(row), row.title) == ("Röyksopp", "Été, été; été")
    assert is_table(file)


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Artist,Title", "Off,Salsa", ("Off", "Salsa", None, None)),
        ("ARTIST_NAME,Track Title,Mix Name", "Off,Salsa,Bob Remix", ("Off", "Salsa", "Bob Remix", None)),
        ("Track,Interpreter,Artist,Label", "Salsa,x,Off,ZYX", ("Off", "Salsa", None, "ZYX")),
        ("name,byArtist", "Off ft. Ann - Salsa,Off", ("Off, Ann", "Salsa", None, None)),
        ("name,byArtist", "Salsa - Tango,Off", ("Off", "Salsa - Tango", None, None)),
        ("#,Text", "1,Off - Salsa (Bob Remix) [ZYX]", ("Off", "Salsa", "Bob Remix", "ZYX")),
        ("Title,Remixer", "Off - Salsa,None", ("Off", "Salsa", None, None)),
    ],
)
def test_columns_are_known_by_their_headers(header: str, cells: str, expected: tuple[str | None, ...]) -> None:
    (row,) = read(f"{header}\n{cells}\n").rows
    assert (credit(row), row.title, row.version, row.label) == expected


def test_columns_can_be_told() -> None:
    (row,) = read("a,b,title\nOff,Salsa,junk\n", columns={"artist": "a", "title": "b"}).rows
    assert (credit(row), row.title) == ("Off", "Salsa")


@pytest.mark.parametrize(
    ("text", "columns", "reason"),
    [
        ("a,b\n1,2\n", {}, "no column for the music"),
        ("", {}, "no column for the music"),
        (PLAIN, {"titel": "Title"}, "may say"),
        (PLAIN, {"title": "Song"}, "there is no column 'Song'"),
        ("Artist,Title\n" + "Off,Salsa\n" * 5_001, {}, "library"),
        (f'Artist,Title\nOff,"{"x" * 200_000}"\n', {}, "line 2"),
    ],
)
def test_what_is_no_table_of_music_is_refused_whole(text: str, columns: dict[str, str], reason: str) -> None:
    with pytest.raises(BadRecord, match=reason):
        list(read_table(text_file(text), Table(columns)))


@pytest.mark.parametrize(
    ("header", "cells", "measured"),
    [
        ("BPM,Key,Length", "127.995,8A,4:05", (128.0, "8A", 245_000)),
        ("tempo,key,mode,duration_ms", "127.995,7.0,0.0,245000", (128.0, "G minor", 245_000)),
        ("tempo,key,mode,duration_ms", "nan,11,1,None", (None, "B major", None)),
        ("tempo,key,mode,duration_ms", "0,99,1,x", (None, None, None)),
    ],
)
def test_what_was_measured_comes_along(header: str, cells: str, measured: tuple[object, ...]) -> None:
    (row,) = read(f"artist,title,{header}\nOff,Salsa,{cells}\n").rows
    assert (row.measures.bpm, row.measures.musical_key, row.measures.duration_ms) == measured


def test_a_time_that_rises_is_a_cue_and_one_that_does_not_is_a_length() -> None:
    rising = read("time,artist,title\n0:00,A,B\n5:00,C,D\n1:02:03,E,F\n").rows
    assert [row.cue_ms for row in rising] == [0, 300_000, 3_723_000]
    falling = read("time,artist,title\n7:00,A,B\n5:00,C,D\n6:00,E,F\n").rows
    assert [(row.cue_ms, row.measures.duration_ms) for row in falling] == [
        (None, 420_000), (None, 300_000), (None, 360_000),
    ]  # fmt: skip


def test_a_clock_is_kept() -> None:
    (row,) = read("artist,title,played at\nOff,Salsa,2024-05-06 23:10:00\n").rows
    assert row.played_at == datetime(2024, 5, 6, 23, 10)  # a clock of the place, without a zone


@pytest.mark.parametrize(
    ("numbers", "together"),
    [
        (["1", "2", "3"], [False, False, False]),
        (["01", "w/", "02"], [False, True, False]),
        (["1", "1", "2"], [False, True, False]),
        (["1", "+", "+"], [False, True, True]),
    ],
)
def test_rows_of_one_number_are_played_together(numbers: list[str], together: list[bool]) -> None:
    text = "no,artist,title\n" + "".join(f"{number},A,T{at}\n" for at, number in enumerate(numbers))
    assert [row.together for row in read(text).rows] == together


def test_a_number_that_comes_again_later_is_refused_and_leaves_an_unknown_row() -> None:
    refused, found = observed(read_table(text_file("no,artist,title\n1,A,B\n2,C,D\n1,E,F\n")))
    assert isinstance(refused, RefusedRecord)
    assert isinstance(found, SetObservation)
    assert (refused.place, refused.code) == ("set.txt, line 4", "BAD_ROW")
    assert [row.state for row in found.rows] == ["identified", "identified", "unidentified"]


def test_numbers_in_another_order_than_the_lines_decide() -> None:
    assert [row.title for row in read("no,artist,title\n2,A,Two\n1,B,One\n3,C,Three\n").rows] == ["One", "Two", "Three"]


def test_a_line_with_too_many_cells_is_refused_and_the_rest_goes_on() -> None:
    refused, found = observed(read_table(text_file("artist,title\nD,E\nA,B,C\nF\n")))
    assert isinstance(refused, RefusedRecord)
    assert isinstance(found, SetObservation)
    assert refused.place == "set.txt, line 3"
    assert [row.state for row in found.rows] == ["identified", "unidentified", "partial"]


def test_a_file_holds_many_sets() -> None:
    text = (
        "set,date,dj,artist,title,city\nOne,2024-05-06,Ann,A,B,Rome\nTwo,06.05.2024,Bob,C,D,\nOne,2024-05-06,Ann,E,F,\n"
    )
    one, two = (found for found in observed(read_table(text_file(text))) if isinstance(found, SetObservation))
    assert (one.title, len(one.rows), one.played_on, one.place) == ("One", 2, date(2024, 5, 6), "Rome")
    assert (two.title, len(two.rows), two.played_on) == ("Two", 1, date(2024, 5, 6))
    assert [performer.name for performer in one.performers] == ["Ann"]
    assert one.key != two.key


def test_a_set_without_a_name_is_called_as_the_file_or_as_told() -> None:
    assert read(PLAIN).title == "My set"
    assert read(PLAIN, title="Ann @ Club 2020-01-02").event == "Club"


def test_a_library_is_no_set() -> None:
    (found,) = observed(read_table(text_file(PLAIN), Table(plays=False)))
    assert isinstance(found, CollectionObservation)


def test_ids_are_taken_where_they_name_this_very_version() -> None:
    text = (
        "url,name,spotify0,spotify1,isrc,beatport0\n"
        "/track/abc12x/off-salsa/index.html,Off - Salsa,1honw3D3A6aQou1T76mAbr,2honw3D3A6aQou1T76mAbr,"
        "GB-ABC-12-34567,1.0\n"
        "/track/abc13x/off-two/index.html,Off - Two (Acappella),3honw3D3A6aQou1T76mAbr,,,2\n"
        "/track/abc14x/a-x/index.html,A - X,4honw3D3A6aQou1T76mAbr,,,3\n"
        "/track/abc15x/b-y/index.html,B - Y,4honw3D3A6aQou1T76mAbr,,bad,4\n"
    )
    assert [dict(row.external_ids) for row in read(text).rows] == [
        {"spotify-track": "1honw3D3A6aQou1T76mAbr", "isrc": "GBABC1234567", "beatport-track": "1",
         "1001tracklists-track": "abc12x"},
        {},
        {"beatport-track": "3", "1001tracklists-track": "abc14x"},
        {"beatport-track": "4", "1001tracklists-track": "abc15x"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["<a>\n", '{"artist": 1, "title": 2}', "1. Off - Salsa\n2. A - B", "", "Title\nx\n", '"']
)
def test_other_files_are_no_tables(text: str) -> None:
    assert not is_table(text_file(text))


@pytest.mark.parametrize(
    ("name", "rows", "together", "cues"),
    [("cosmic_gate", 13, 2, 11), ("hardwell", 55, 37, 27), ("justice", 31, 18, 22), ("night_owl_radio", 42, 0, 42),
     ("zeds_dead", 50, 3, 49)],
)  # fmt: skip
def test_real_tables(shared_data: Callable[[str], Path], name: str, rows: int, together: int, cues: int) -> None:
    path = shared_data("1001tl_example_csv") / f"{name}_example.csv"
    found = only_set(read_table(SourceFile(path.name, path.read_bytes())))
    assert found.source == "1001tracklists"
    assert (len(found.rows), sum(row.together for row in found.rows)) == (rows, together)
    assert sum(row.cue_ms is not None for row in found.rows) == cues
    assert all(row.measures.bpm for row in found.rows if dict(row.external_ids).get("spotify-track"))


CELLS = st.sampled_from(["artist", "title", "no", "time", "1", "w/", "Off - Salsa", "", '"', "\n", ";", "nan", "99:99"])


@given(
    st.lists(st.lists(CELLS | st.text(st.characters(codec="utf-8"), max_size=5), max_size=6).map(",".join), max_size=8)
)
def test_no_table_breaks_it(lines: list[str]) -> None:
    is_sound(read_table, text_file("\n".join(["no,artist,title,time", *lines])))


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    is_sound(read_table, text_file(data))
    is_table(text_file(data))


def test_the_record_is_kept() -> None:
    (draft,) = read_table(text_file(PLAIN))
    assert isinstance(draft, Draft)
    assert draft.raw == '{"rows":[{"Artist":"Off","Title":"Salsa"},{"Artist":"Cid","Title":"Two"}]}'
