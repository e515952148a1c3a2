"""The commands `match pairs` and `match cluster`: what they print, and what they do with files of any kind."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_model.errors import BadInput, BadRecord
from songnodes.matching import match_cluster, match_pairs
from tests.ingestion.matching.given import printed

PAIRS = "left_title,left_artist,left_isrc,right_title,right_artist,right_isrc,label\n"
ITEMS = "id,title,artist,label\n"


def table(folder: Path, text: str) -> Path:
    file = folder / "some.csv"
    file.write_text(text, encoding="utf-8", newline="")
    return file


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def test_pairs_are_answered_a_line_each_with_reasons_and_the_score(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Go,Moby,,Go,DJ Moby,,1\nGo,Moby\nAngel,Robert Hood,,Angel,Moby,,0\nGo,Moby,A,Strange,Other,A,1\n"
    match_pairs(table(tmp_path, PAIRS + rows), tmp_path / "out.jsonl")
    first, second, third = lines(tmp_path / "out.jsonl")
    assert (first["line"], first["decision"], first["match"], first["veto"]) == (2, "same", True, None)
    assert {"axis", "log_odds", "text"} == set(first["reasons"][0])
    assert (second["line"], second["decision"], second["match"]) == (4, "unsure", False)
    assert second["veto"] == "no artist in common: robert hood; moby"
    assert (third["line"], third["probability"]) == (5, 0.999)
    told = capsys.readouterr().err
    assert "precision 1.0000, recall 1.0000" in told
    assert "some.csv, line 3: 2 values for 7 columns; quote what holds the delimiter [BAD_ROW]" in told


def test_pairs_without_a_label_have_no_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    match_pairs(table(tmp_path, "left_title,right_title\nGo,Go\n"), None)
    shown = capsys.readouterr()
    assert json.loads(shown.out)["line"] == 2
    assert "precision" not in shown.err


def test_records_are_gathered_a_line_each_with_their_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "1,Go,Moby,a\n2,Minus,Robert Hood,b\n3,Go,DJ Moby,a\n1,Go,Moby,a\n4,Drive,Rhadow,\n"
    match_cluster(table(tmp_path, ITEMS + rows), tmp_path / "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [(each["id"], each["cluster"], each["size"]) for each in found] == [
        ("1", "1", 2), ("3", "1", 2), ("2", "2", 1), ("4", "4", 1)]  # fmt: skip
    assert (found[0]["nearest"], found[0]["decision"]) == ("3", "same")
    assert (found[2]["decision"], found[2]["probability"]) == ("alone", None)
    told = capsys.readouterr().err
    assert "F1 1.0000 (1 right of 1 made and 1 wanted)" in told
    assert "B-cubed: precision 1.0000, recall 1.0000" in told
    assert "line 5: the id '1' stands in line 2 already" in told


def test_a_record_without_a_cluster_is_one_of_its_own_even_where_its_id_is_a_clusters_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    match_cluster(table(tmp_path, ITEMS + "1,Go,Moby,2\n2,Minus,Robert Hood,\n"), tmp_path / "out.jsonl")
    assert "(0 right of 0 made and 0 wanted)" in capsys.readouterr().err


@pytest.mark.parametrize("command", [match_pairs, match_cluster])
def test_what_is_no_table_is_refused(tmp_path: Path, command: Any) -> None:
    with pytest.raises(BadInput, match="is no file"):
        command(tmp_path / "missing.csv", None)
    with pytest.raises(BadRecord, match="fewer than two columns"):
        command(table(tmp_path, ""), None)


def test_a_table_without_rows_is_answered_with_nothing(tmp_path: Path) -> None:
    match_pairs(table(tmp_path, PAIRS), tmp_path / "pairs.jsonl")
    match_cluster(table(tmp_path, ITEMS), tmp_path / "items.jsonl")
    assert lines(tmp_path / "pairs.jsonl") == lines(tmp_path / "items.jsonl") == []


@pytest.mark.parametrize("filler", ["a ", "é", "(", "東風 ", "ab cd ef gh "])
def test_titles_of_ten_thousand_characters_are_answered_at_once(tmp_path: Path, filler: str) -> None:
    long = (filler * 10_000)[:10_000]
    items = "".join(f'{number},"{long} {number}","{long}",\n' for number in range(10))
    started = time.process_time()
    match_pairs(table(tmp_path, f'{PAIRS}"{long}","{long}",,"{long} b","{long}",,\n'.replace(",\n", ",1\n")), None)
    match_cluster(table(tmp_path, ITEMS + items), tmp_path / "out.jsonl")
    assert time.process_time() - started < 10
    assert len(lines(tmp_path / "out.jsonl")) == 10


cell = printed | st.sampled_from(["1", "2", '"', "\n", "\r", ";", "\u2028"])
rows = st.lists(st.lists(cell, max_size=8).map(",".join), max_size=6).map("\n".join)


@settings(max_examples=60, deadline=2_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=rows)
def test_any_table_is_answered_line_by_line(tmp_path: Path, text: str) -> None:
    body = text.encode("utf-8", "replace").decode()
    match_pairs(table(tmp_path, PAIRS + body), tmp_path / "out.jsonl")
    assert all(0.0 <= each["probability"] <= 1.0 for each in lines(tmp_path / "out.jsonl"))
    match_cluster(table(tmp_path, ITEMS + body), tmp_path / "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert len({each["id"] for each in found}) == len(found)
    assert {each["cluster"] for each in found} <= {each["id"] for each in found}
