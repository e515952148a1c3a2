"""Your own sets: the schema, keys, rows, and every example of docs/loading_sets.md."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.sources.sets import read_sets

GUIDE = Path(__file__).parents[3] / "docs" / "loading_sets.md"


def read(tmp_path: Path, *lines: str) -> list[SetObservation | RefusedRecord]:
    file = tmp_path / "my.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(read_sets(file))


def only(found: list[SetObservation | RefusedRecord]) -> SetObservation:
    (one,) = found
    assert isinstance(one, SetObservation)
    return one


def test_a_printed_row_and_given_parts_read_alike(tmp_path: Path) -> None:
    found = only(read(tmp_path, json.dumps({"name": "N", "tracks": [
        {"text": "Off Feat. Ann - Salsa (Bob Remix)"}, {"artist": "Off Feat. Ann", "title": "Salsa (Bob Remix)"},
    ]})))  # fmt: skip
    first, second = found.rows
    assert (first.credits, first.title, first.version) == (second.credits, second.title, second.version)


@pytest.mark.parametrize(("cue", "ms"), [(0, 0), (61.5, 61_500), ("1:02", 62_000), ("1:01:05", 3_665_000)])
def test_a_cue_is_seconds_or_a_clock(tmp_path: Path, cue: object, ms: int) -> None:
    found = only(read(tmp_path, json.dumps({"name": "N", "tracks": [{"text": "A - B", "cue": cue}]})))
    assert found.rows[0].cue_ms == ms


def test_together_segue_and_break_are_handed_on(tmp_path: Path) -> None:
    tracks = [{"text": "A - B", "segue": True}, {"text": "C - D", "together": True}, {"text": "E - F", "break": True}]
    rows = only(read(tmp_path, json.dumps({"name": "N", "tracks": tracks}))).rows
    assert [(row.segue, row.together, row.break_before) for row in rows] == [
        (True, False, False), (False, True, False), (False, False, True),
    ]  # fmt: skip


def test_a_key_is_the_id_else_the_url_else_what_describes_the_set_with_its_ordinal(tmp_path: Path) -> None:
    plain = {"name": "N", "date": "1988-06", "artists": ["A"], "tracks": []}
    lines = [plain | {"id": "mine", "url": "u"}, plain | {"url": "u"}, plain, plain]
    keys = [found.key for found in read(tmp_path, *map(json.dumps, lines)) if isinstance(found, SetObservation)]
    assert keys == ["mine", "u", "N · 1988-06 · A", "N · 1988-06 · A #2"]


@pytest.mark.parametrize(("printed", "precision"), [("1988", "year"), ("1988-06", "month"), ("1988-06-30", "day")])
def test_a_date_may_be_a_day_a_month_or_a_year(tmp_path: Path, printed: str, precision: str) -> None:
    assert only(read(tmp_path, json.dumps({"name": "N", "date": printed, "tracks": []}))).played_precision == precision


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nope", "no JSON"),
        ("[]", "object"),
        ('{"tracks": []}', "name"),
        ('{"name": "N"}', "tracks"),
        ('{"name": "N", "tracks": [{"titel": "x"}]}', "tracks[0]"),
        ('{"name": "N", "tracks": [{"text": "A - B", "cue": -1}]}', "tracks[0].cue"),
        ('{"name": "N", "date": "1988-02-30", "tracks": []}', "calendar"),
        ('{"name": "N", "date": "0000", "tracks": []}', "calendar"),
        ('{"name": "N\\ud800", "tracks": []}', "U+D800"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_bad_line_is_named_by_number_and_reason_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    refused, good = read(tmp_path, line, '{"name": "N", "tracks": []}')
    assert isinstance(refused, RefusedRecord)
    assert isinstance(good, SetObservation)
    assert (refused.place, refused.code) == ("my.jsonl, line 1", "BAD_SET")
    assert reason in refused.reason


def test_a_bad_row_is_named_and_keeps_its_position_unidentified(tmp_path: Path) -> None:
    refused, good = read(tmp_path, '{"name": "N", "tracks": [{"text": "A - B"}, {"text": "C \\u0000"}]}')
    assert isinstance(refused, RefusedRecord)
    assert isinstance(good, SetObservation)
    assert refused.place == "my.jsonl, line 1, row 2"
    assert [row.state for row in good.rows] == ["identified", "unidentified"]


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(b'{"name": "F\xfcr"}')
    with pytest.raises(BadRecord, match=r"latin\.jsonl"):
        list(read_sets(tmp_path / "latin.jsonl"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "tracks", "text", "cue"]), inner, max_size=3)
    ),
)


@given(json_values)
def test_no_line_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    read(tmp_path_factory.mktemp("sets"), json.dumps(value), '{"name": "N", "tracks": []}')


@pytest.mark.parametrize("example", re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL))
def test_the_examples_of_the_guide_load(tmp_path: Path, example: str) -> None:
    found = read(tmp_path, *example.strip().splitlines())
    assert found
    assert all(isinstance(one, SetObservation) and one.rows for one in found)
    assert all(row.state == "identified" for one in found if isinstance(one, SetObservation) for row in one.rows)
