"""Traktor's NML: histories with their times, the library with its measures."""

from __future__ import annotations

from datetime import date, datetime

from ingestion.draft import Draft
from ingestion.imports.source_file import SourceFile
from ingestion.imports.traktor_nml import read_nml
from ingestion.observation import CuePoint, Measures, RefusedRecord
from tests.ingestion.imports.samples import NML


def read(data: bytes = NML) -> tuple[list[Draft], list[RefusedRecord]]:
    found = list(read_nml(SourceFile("history_2019.nml", data)))
    return [f for f in found if isinstance(f, Draft)], [f for f in found if isinstance(f, RefusedRecord)]


def test_a_history_is_a_set_of_what_the_audience_heard_with_its_times() -> None:
    (_, history), _ = read()
    assert (history.key, history.title, history.plays) == ("d6be", "history 2019", True)
    assert (history.played_on, history.played_precision) == (date(2019, 10, 18), "day")
    assert [(row.text, row.played_at) for row in history.rows] == [
        ("Anna - One", datetime(2019, 10, 18, 19, 7, 19)),
        ("Boris - Two", datetime(2019, 10, 18, 19, 10)),
        ("Dan - Three", None),
    ]


def test_the_collection_is_a_library_with_what_traktor_measured() -> None:
    (library, _), _ = read()
    one, two = library.rows
    assert not library.plays
    assert library.key == "collection 4e4a", "the list that Traktor makes for itself names the installation"
    assert (one.artist, one.title, one.label, one.catalog_number, one.album) == ("Anna", "One", "Acme", "AC 1", "First")
    cues = (CuePoint(52, "grid", "AutoGrid"), CuePoint(1000, "loop", "", 2000))
    assert one.measures == Measures(125.0, "8m", 419_500, 2016, cues)
    assert (two.remixer, two.measures) == ("Carla", Measures(musical_key="3"))
    assert "AAAA" not in library.raw


def test_rows_of_a_history_carry_the_collections_measures() -> None:
    (_, history), _ = read()
    assert history.rows[0].measures.bpm == 125.0


def test_an_entry_that_names_nothing_and_a_list_without_rows_are_refused_by_line() -> None:
    _, refused = read()
    assert [(each.place, each.code) for each in refused] == [
        ("history_2019.nml, line 14", "BAD_ROW"),
        ("history_2019.nml, line 26", "EMPTY_SET"),
    ]


def test_a_grown_collection_keeps_its_key_and_one_without_traktors_lists_has_a_hash() -> None:
    grown = NML.replace(b"</COLLECTION>", b'<ENTRY TITLE="Four" ARTIST="Eva"></ENTRY></COLLECTION>')
    assert read(grown)[0][0].key == read()[0][0].key
    bare = NML.replace(b'NAME="_LOOPS"', b'NAME="Mine"')
    assert read(bare)[0][0].key != read(bare.replace(b"one.mp3", b"uno.mp3"))[0][0].key
