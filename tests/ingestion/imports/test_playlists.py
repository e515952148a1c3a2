"""M3U, CUE, XSPF, JSPF: rows, cues, ids and encodings."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.cue_sheet import read_cue
from ingestion.imports.formats import Importer
from ingestion.imports.jspf import read_jspf
from ingestion.imports.m3u import read_m3u
from ingestion.imports.source_file import SourceFile
from ingestion.imports.xspf import read_xspf
from ingestion.observation import RefusedRecord
from tests.ingestion.imports.samples import CUE, JSPF, M3U, VIRTUALDJ, XSPF


def read(importer: Importer, data: bytes, name: str = "2021-01-09.x") -> tuple[list[Draft], list[RefusedRecord]]:
    found = list(importer(SourceFile(name, data)))
    return [f for f in found if isinstance(f, Draft)], [f for f in found if isinstance(f, RefusedRecord)]


def test_m3u_rows_come_from_the_comment_else_from_the_name_of_the_file() -> None:
    (draft,), _ = read(read_m3u, M3U)
    assert [(row.text, row.measures.duration_ms) for row in draft.rows] == [
        ("Anna - One", 246_000),
        ("Boris - Two", None),
    ]
    assert (draft.title, draft.played_on) == ("2021-01-09", date(2021, 1, 9))


def test_virtualdj_tells_artist_title_and_when_it_was_played() -> None:
    (draft,), _ = read(read_m3u, VIRTUALDJ)
    one, two = draft.rows
    assert (one.artist, one.title, one.played_at) == ("Anna & Olga", "One", datetime.fromtimestamp(1612643898, UTC))
    assert (two.version, draft.played_on) == ("Dub", date(2021, 2, 6))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251", "utf-32"])
def test_an_m3u_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    names = (
        ["Björk - Jóga", "Hüsker Dü - Flé"]
        if encoding != "cp1251"
        else ["Иванушки - Тучи", "Мираж - Музыка нас связала"]
    )
    text = "#EXTM3U\r\n" + "".join(f"#EXTINF:10,{name}\r\n/m/{name}.mp3\r\n" for name in names)
    (draft,), _ = read(read_m3u, text.encode(encoding))
    assert [row.text for row in draft.rows] == names


def test_a_cue_sheet_may_be_longer_than_99_minutes() -> None:
    (draft,), refused = read(read_cue, CUE)
    assert [(row.artist, row.title, row.placed.cue_ms) for row in draft.rows] == [
        ("Anna", "One", 10_493),
        ("Boris", "Two", 7_425_000),
    ]
    assert [each.name for each in draft.performers] == ["DJ Dora"]
    assert (draft.title, draft.played_on) == ("Mix 20.12.2020", date(2020, 12, 20))
    assert draft.rows[0].external_ids == (("isrc", "GBAYE6700149"),)
    assert refused == []


@pytest.mark.parametrize("printed", ["01 00:61:00", "01 00:00:75", "01 x", "99999999", "01 999999:00:00"])
def test_a_start_that_cannot_be_is_set_aside_and_its_row_stays(printed: str) -> None:
    (draft,), (refused,) = read(read_cue, CUE.replace(b"01 123:45:00", printed.encode()))
    assert (refused.code, refused.place) == ("BAD_CUE", "2021-01-09.x, line 13")
    assert [row.placed.cue_ms for row in draft.rows] == [10_493, None]


def test_a_cue_sheet_without_titles_is_refused() -> None:
    with pytest.raises(BadRecord, match="no TRACK"):
        read(read_cue, b'FILE "a.wav" WAVE\n TRACK 01 AUDIO\n INDEX 01 00:00:00\n')


@pytest.mark.parametrize(("importer", "data"), [(read_xspf, XSPF), (read_jspf, JSPF)])
def test_xspf_and_jspf_say_the_same(importer: Importer, data: bytes) -> None:
    (draft,), (refused,) = read(importer, data)
    one, two = draft.rows
    assert (draft.title, draft.played_on, draft.performers[0].name) == ("Mix", date(2020, 12, 20), "Dora")
    assert (one.artist, one.title, one.album, one.measures.duration_ms) == ("Anna", "One", "First", 246_000)
    assert one.external_ids == (("mbid", "8f3471b5-7e6a-48da-86a9-c1c07a0f47ae"),)
    assert (two.text, two.external_ids) == ("Boris - Two", (("isrc", "GBAYE6700149"),))
    assert refused.code == "BAD_ROW"


def test_a_playlists_own_identifier_is_its_key() -> None:
    assert read(read_jspf, JSPF)[0][0].key == "urn:mix:1"
