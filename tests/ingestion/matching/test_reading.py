"""A record taken apart."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from ingestion.matching.reading import read, read_both
from ingestion.matching.record import Record
from tests.ingestion.matching.given import record, records


@pytest.mark.parametrize(
    ("printed", "title", "version", "guests"),
    [
        ("Drive", "drive", "", ""),
        ("Drive (Original Mix)", "drive", "", ""),
        ("Drive (Len Faki Remix)", "drive", "len faki", ""),
        ("Drive [Len Faki Mix]", "drive", "len faki", ""),
        ("Drive (Remix)", "drive", "remix", ""),
        ("Drive - Live at Tresor", "drive", "live at tresor", ""),
        ("Drive (feat. Kim) [Dub]", "drive", "dub", "kim"),
        ("Drive ft. Kim (Dub)", "drive", "dub", "kim"),
        ("Drive (In the Night)", "drive in the night", "", ""),
        ("Drive [Explicit]", "drive", "", ""),
        ("Drive ((Len Faki) Remix)", "drive", "len faki", ""),
        ("Draft", "draft", "", ""),
        ("(Live)", "live", "live", ""),
        ("Drive (", "drive", "", ""),
        ("Песня (Ремикс)", "песня ремикс", "", ""),
        ("東風 (Live)", "東風", "live", ""),
        ("Drive 3:41", "drive", "", ""),
        ("", "", "", ""),
    ],
)
def test_brackets_and_dashes_hold_versions_and_guests(printed: str, title: str, version: str, guests: str) -> None:
    found = read(Record(title=printed))
    assert (" ".join(found.title), " ".join(found.version), " ".join(found.guests)) == (title, version, guests)


@pytest.mark.parametrize(
    ("artist", "names"),
    [
        ("Kerri Chandler & Jerome Sydenham", [("kerri", "chandler"), ("jerome", "sydenham")]),
        ("A feat. B", [("a",), ("b",)]),
        ("DJ Boris", [("boris",)]),
        ("The The", [("the", "the")]),
        ("DJ", [("dj",)]),
        ("!!!", [("u21u21u21",)]),
        ("!!!, Kim", [("kim",)]),
        ("Xandra", [("xandra",)]),
        ("", []),
    ],
)
def test_names_stand_apart(artist: str, names: list[tuple[str, ...]]) -> None:
    assert list(read(Record(artist=artist)).names) == names


@pytest.mark.parametrize(
    ("title", "serial"),
    [
        ("Minus Pt. 2", ("2",)),
        ("Minus Part Two", ("2",)),
        ("Minus II", ("2",)),
        ("Track 4C", ("4c",)),
        ("Untitled A", ("a",)),
        ("One More Time", ()),
        ("The One", ()),
        ("2001", ()),
        ("Volume Ten", ("10",)),
        ("Part One", ("1",)),
    ],
)
def test_numbers_behind_the_first_word_number_a_piece(title: str, serial: tuple[str, ...]) -> None:
    assert read(Record(title=title)).serial == serial


def test_a_length_and_a_year_are_found_in_the_wrong_columns() -> None:
    found = read(Record(title="Goner 3:56", extra="$ 1.29 2013 Polydor"))
    assert found.length_s == 236
    assert found.years == {2013}


def test_artist_and_title_in_each_others_place_are_put_right() -> None:
    mine, yours = read_both(record("Liem | If Only"), record("If Only | Liem"))
    assert (mine.title, mine.artist) == (yours.title, yours.artist)
    assert read_both(record("Liem | Liem"), record("Liem | Liem"))[0] == read(record("Liem | Liem"))


@given(records)
def test_any_record_is_read(any_record: Record) -> None:
    found = read(any_record)
    assert set(found.title) <= found.all
    assert found.letters == "".join(found.title)
    assert bool(found.title) == bool(any_record.title.strip())
    assert bool(found.artist) == bool(any_record.artist.strip())


@pytest.mark.parametrize(
    "title", ["(" * 10_000, "()" * 5_000, " " * 10_000 + "x", "a " * 5_000, " - " * 3_000, "1:" * 5_000]
)
def test_a_title_of_ten_thousand_characters_is_read_at_once(title: str) -> None:
    started = time.process_time()
    assert read(Record(title=title, artist=title)).cut
    assert time.process_time() - started < 1.0
