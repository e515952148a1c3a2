"""gdshowsdb: shows, sets, segues and song ids."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.sources.gdshowsdb import read_gdshowsdb

FORM = Path(__file__).parents[2] / "data" / "gdshowsdb"


@pytest.fixture(scope="module")
def read() -> list[SetObservation | RefusedRecord]:
    return list(read_gdshowsdb(FORM))


@pytest.fixture(scope="module")
def shows(read: list[SetObservation | RefusedRecord]) -> list[SetObservation]:
    return [found for found in read if isinstance(found, SetObservation)]


def test_a_show_is_one_set_with_its_own_key_day_event_and_place(shows: list[SetObservation]) -> None:
    show = shows[0]
    assert (show.key, show.played_on, show.event, show.place) == (
        "11111111-0000-4000-8000-000000000001", date(1977, 2, 26), "Imagined Hall", "Springfield, CA, US",
    )  # fmt: skip


def test_songs_run_on_by_segue_and_sets_are_parted_by_a_break(shows: list[SetObservation]) -> None:
    assert [(row.title, row.segue, row.break_before) for row in shows[0].rows] == [
        ("First Song", True, False), ("Second Song (In Brackets)", False, False),
        ("First Song", False, True), (None, False, False),
    ]  # fmt: skip


def test_a_song_carries_the_source_id_of_the_song(shows: list[SetObservation]) -> None:
    first, second, again, _ = shows[0].rows
    assert first.external_ids == again.external_ids == (("gdshowsdb-song", "22222222-0000-4000-8000-000000000001"),)
    assert second.external_ids == ()


def test_a_show_without_songs_is_a_set_without_rows(shows: list[SetObservation]) -> None:
    assert (shows[1].event, shows[1].rows, shows[1].place) == ("Another Hall", (), "Springfield, US")


def test_a_broken_song_and_a_show_without_id_are_named_and_the_debug_file_is_left_out(
    read: list[SetObservation | RefusedRecord], shows: list[SetObservation]
) -> None:
    refused = [(found.place, found.code) for found in read if isinstance(found, RefusedRecord)]
    assert refused == [("1977.yaml, 1977/02/26, set 2, song 2", "BAD_ROW"), ("1977.yaml, 1977/03/01/2", "BAD_SET")]
    assert len(shows) == 2


def test_a_file_that_is_no_yaml_is_set_aside_and_a_folder_without_years_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="1965"):
        list(read_gdshowsdb(tmp_path))
    (tmp_path / "1965.yaml").write_text("a: [")
    assert [found.code for found in read_gdshowsdb(tmp_path) if isinstance(found, RefusedRecord)] == ["BAD_FILE"]


def test_the_whole_of_gdshowsdb_is_read(shared_data: Callable[[str], Path]) -> None:
    shows = [found for found in read_gdshowsdb(shared_data("gdshowsdb")) if isinstance(found, SetObservation)]
    assert (len(shows), sum(len(show.rows) for show in shows)) == (2_358, 39_774)
    assert sum(row.segue for show in shows for row in show.rows) == 16_577
