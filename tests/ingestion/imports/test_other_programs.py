"""Traktor's HTML, rekordbox, Serato: what each format's rows, times and measures become."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.formats import Importer
from ingestion.imports.rekordbox_xml import read_rekordbox
from ingestion.imports.serato_crate import read_crate
from ingestion.imports.serato_session import read_session
from ingestion.imports.source_file import SourceFile
from ingestion.imports.traktor_html import read_traktor_html
from ingestion.observation import CuePoint, Measures, RefusedRecord
from tests.ingestion.imports.samples import CRATE, REKORDBOX, SESSION, TRAKTOR_HTML, serato, serato_entry


def read(importer: Importer, name: str, data: bytes) -> tuple[list[Draft], list[RefusedRecord]]:
    found = list(importer(SourceFile(name, data)))
    return [f for f in found if isinstance(f, Draft)], [f for f in found if isinstance(f, RefusedRecord)]


def test_a_traktor_page_is_a_set_in_the_order_of_its_table() -> None:
    (draft,), (refused,) = read(read_traktor_html, "evening_1.html", TRAKTOR_HTML)
    assert (draft.title, draft.played_on) == ("evening 1", date(2025, 1, 29))
    assert [(row.text, row.played_at, row.measures.bpm) for row in draft.rows] == [
        ("Anna & Olga - One", datetime(2025, 1, 29, 18, 52, 10), 125.02),
        ("Boris - Two", datetime(2025, 1, 29, 19, 4, 6), None),
    ]
    assert (refused.place, refused.code) == ("evening_1.html, line 4", "BAD_ROW")


def test_rekordbox_gives_a_library_with_cue_points_and_its_playlists_as_sets() -> None:
    (library, played), refused = read(read_rekordbox, "c.xml", REKORDBOX)
    one, two = library.rows
    assert (library.plays, played.plays) == (False, True)
    assert (one.artist, one.title, one.version, one.label) == ("Anna", "One", "Dub", "Acme")
    cues = (CuePoint(15_025, "hot", "drop"), CuePoint(0, "loop", "", 8_000))
    assert one.measures == Measures(128.0, "Fm", 172_000, 2016, cues)
    assert not two.measures
    assert (played.title, played.played_on) == ("HISTORY 2022-04-09", date(2022, 4, 9))
    assert [row.text for row in played.rows] == ["Anna - One", "(track 9)", "Boris - Two"]
    assert [(each.place, each.code) for each in refused] == [
        ("c.xml, line 11", "BAD_ROW"),
        ("c.xml, line 12", "EMPTY_SET"),
    ]


def test_a_serato_session_is_what_was_played_in_order_of_time() -> None:
    (draft,), refused = read(read_session, "1.session", SESSION)
    assert [(row.text, row.played_at) for row in draft.rows] == [
        ("Anna - One", datetime.fromtimestamp(1612643898, UTC)),
        ("Boris - Two", datetime.fromtimestamp(1612644007, UTC)),
    ]
    one = draft.rows[0]
    assert (one.measures, one.label) == (Measures(120.0, "F", 246_000, 2011), "Acme")
    assert draft.played_on == date(2021, 2, 6)
    assert refused == []


def test_a_session_that_has_grown_since_keeps_its_key() -> None:
    grown = SESSION + serato_entry(f1=6, f2="/Music/three.mp3", f6="Three", f7="Dan", f28=1612644100, f48=1, f50=1)
    ((before,), _), ((after,), _) = (read(read_session, "1.session", data) for data in (SESSION, grown))
    assert (before.key, len(before.rows)) == (after.key, len(after.rows) - 1)


def test_a_session_in_which_nothing_was_played_is_refused() -> None:
    drafts, (refused,) = read(read_session, "1.session", serato("Review", serato_entry(f1=1, f6="One", f50=0)))
    assert (drafts, refused.code) == ([], "EMPTY_SET")


def test_a_session_that_is_cut_off_is_refused_by_the_byte() -> None:
    with pytest.raises(BadRecord, match="byte"):
        list(read_session(SourceFile("1.session", SESSION[:-3])))


def test_a_crate_is_a_library_read_from_names_of_files() -> None:
    (draft,), _ = read(read_crate, "Peak%%Late.crate", CRATE)
    assert (draft.plays, draft.title) == (False, "Peak / Late")
    assert [row.text for row in draft.rows] == ["Anna - One", "Boris - Two"]
