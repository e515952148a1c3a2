"""djmix: the first pass, the rows of a mix, and what is refused."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.sources.djmix import read_djmix

FORM = Path(__file__).parents[2] / "data" / "djmix_form.json"


@pytest.fixture(scope="module")
def read() -> list[SetObservation | RefusedRecord]:
    return list(read_djmix(FORM))


@pytest.fixture(scope="module")
def sets(read: list[SetObservation | RefusedRecord]) -> dict[str, SetObservation]:
    return {found.key: found for found in read if isinstance(found, SetObservation)}


def test_a_mix_title_and_its_tags_say_where_and_in_what_frame_it_was_played(sets: dict[str, SetObservation]) -> None:
    mix = sets["mix9001"]
    assert (mix.played_on, mix.played_precision, mix.event, mix.place) == (
        date(2014, 8, 2),
        "day",
        "Garden Club",
        "Cali, Colombia",
    )
    assert (mix.series, mix.episode, mix.tags) == ("Tidal Radio", "TDR216", ("Techno",))
    assert [performer.name for performer in mix.performers] == ["Ann Other"]


def test_a_tag_holds_a_name_together_and_an_mc_is_a_guest(sets: dict[str, SetObservation]) -> None:
    mix = sets["mix9002"]
    assert [(p.name, p.role) for p in mix.performers] == [("Sun & Moon", "main"), ("MC Loud", "guest")]
    assert (mix.played_precision, mix.series, mix.episode, mix.event) == ("month", "Harbour Lights", "132", None)


def test_the_rows_keep_text_cue_layer_and_video(sets: dict[str, SetObservation]) -> None:
    first, second, *_ = sets["mix9001"].rows
    assert (first.text, first.cue_ms, first.youtube_id) == (
        '[00] Off - Electrica Salsa (12" Version) [ZYX - 5548]', 0, "vid00000001",
    )  # fmt: skip
    assert (second.together, second.cue_ms, second.version_kind) == (True, 24 * 60_000, "remix")


def test_a_refused_row_is_named_and_keeps_its_position_unidentified(
    read: list[SetObservation | RefusedRecord], sets: dict[str, SetObservation]
) -> None:
    refused = [(found.place, found.code) for found in read if isinstance(found, RefusedRecord)]
    assert refused[:2] == [("mix9001, row 5", "BAD_ROW"), ("mix9001, row 6", "BAD_ROW")]
    rows = sets["mix9001"].rows
    assert [row.state for row in rows] == [
        "identified", "identified", "unidentified", "partial", "unidentified", "unidentified", "identified",
    ]  # fmt: skip
    assert sets["mix9001"].raw.encode()


def test_a_heading_is_no_row_and_a_restart_is_a_break(sets: dict[str, SetObservation]) -> None:
    rows = sets["mix9002"].rows
    assert [(row.title, row.break_before, row.cue_ms) for row in rows] == [
        ("One", False, 0), ("Two", False, 59 * 60_000), ("Three", True, None),
    ]  # fmt: skip


def test_a_mix_without_rows_or_title_is_refused_and_the_rest_goes_on(
    read: list[SetObservation | RefusedRecord],
) -> None:
    refused = [(found.place, found.code) for found in read if isinstance(found, RefusedRecord)]
    assert refused[2:] == [("mix9003", "BAD_SET"), ("mix9004", "BAD_SET"), ("mix 5", "BAD_SET")]


def test_wheel_gzip_and_json_read_alike(tmp_path: Path, read: list[SetObservation | RefusedRecord]) -> None:
    packed = gzip.compress(FORM.read_bytes())
    (tmp_path / "form.json.gz").write_bytes(packed)
    with zipfile.ZipFile(tmp_path / "form.whl", "w") as wheel:
        wheel.writestr("djmix/dataset/djmix-dataset.json.gz", packed)
    assert list(read_djmix(tmp_path / "form.json.gz")) == read
    assert list(read_djmix(tmp_path / "form.whl")) == read


@pytest.mark.parametrize("content", [b"", b"{}", b"no json", b"\x1f\x8bbroken"])
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.json").write_bytes(content)
    with pytest.raises(BadRecord, match=r"other\.json"):
        list(read_djmix(tmp_path / "other.json"))
