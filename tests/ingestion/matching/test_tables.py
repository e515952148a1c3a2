"""Files of pairs and of records: what is read, and what is refused by its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_model.errors import BadRecord
from ingestion.matching.record import Record
from ingestion.matching.tables import LONGEST_FIELD, Item, Pair, read_items, read_pairs
from ingestion.observation import RefusedRecord

PAIRS = "left_title,left_artist,right_title,right_artist,label\n"
ITEMS = "id,title,artist,label\n"


def file_of(folder: Path, text: str | bytes) -> Path:
    file = folder / "some.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def refused(found: list[Pair | RefusedRecord] | list[Item | RefusedRecord]) -> list[tuple[str, str]]:
    """(place, the reason's beginning)."""
    return [(each.place, each.reason.split(";")[0]) for each in found if isinstance(each, RefusedRecord)]


def pair_of(folder: Path, text: str | bytes) -> Pair:
    (pair,) = read_pairs(file_of(folder, text))
    assert isinstance(pair, Pair)
    return pair


def test_a_pair_has_two_records_and_a_label(tmp_path: Path) -> None:
    pair = pair_of(tmp_path, PAIRS + "Go,Moby,Go (Live),Moby Hall,0\n")
    assert (pair.line, pair.same) == (2, False)
    assert pair.left == Record(title="Go", artist="Moby")
    assert pair.right == Record(title="Go (Live)", artist="Moby Hall")


def test_columns_are_found_by_other_names_and_what_no_name_fits_is_kept(tmp_path: Path) -> None:
    head = "left_Song_Name,left_Time,left_Released,left_Genre,left_ISRC,right_name\n"
    pair = pair_of(tmp_path, head + "Go,3:41,1991,Techno,GB1,Go\n")
    expected = Record(title="Go", length="3:41", released="1991", extra="Techno", identifiers=(("isrc", "GB1"),))
    assert (pair.left, pair.right, pair.same) == (expected, Record(title="Go"), None)


@pytest.mark.parametrize("unsaid", ["", " ", "unk.", "N/A", "-", "[unknown]", "NaN", "None"])
def test_what_says_that_nothing_is_known_is_nothing(tmp_path: Path, unsaid: str) -> None:
    assert pair_of(tmp_path, f"{PAIRS}Go,{unsaid},Go,Moby,1\n").left == Record(title="Go")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + PAIRS + 'Go,"Moby, Hall",Go,Moby,1\n',
        PAIRS.replace(",", ";") + "Go;Moby, Hall;Go;Moby;yes\n",
        PAIRS.replace(",", "\t") + "Go\tMoby, Hall\tGo\tMoby\tTRUE\n",
        PAIRS.replace("\n", "\r\n") + 'Go,"Moby, Hall",Go,Moby,1\r\n\r\n',
        PAIRS.replace("\n", "\r") + 'Go,"Moby, Hall",Go,Moby,1\r',
    ],
    ids=["mark", "semicolons", "tabs", "windows", "old mac"],
)
def test_marks_delimiters_quotes_and_line_ends_are_those_of_anybody(tmp_path: Path, text: str) -> None:
    pair = pair_of(tmp_path, text)
    assert (pair.left.artist, pair.same) == ("Moby, Hall", True)


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c", "\x1c", "\0"])
def test_signs_that_only_look_like_the_end_of_a_line_end_none(tmp_path: Path, sign: str) -> None:
    pair = pair_of(tmp_path, f"{PAIRS}Go{sign}On,Moby,Go,Moby,1\n")
    assert pair.left.title == f"Go{sign}On".replace("\0", "\ufffd")


def test_every_bad_line_is_refused_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ['"Go\nOn",Moby,Go,Moby,1', "Go,Moby", "Go,Moby,Go,Moby,perhaps", "", "Go,M,Go,M,1",
             f"{'x' * (LONGEST_FIELD + 1)},M,Go,M,1", f"{'x' * 200_000},M,Go,M,1", "Go,M,Go,M,0"]  # fmt: skip
    found = list(read_pairs(file_of(tmp_path, PAIRS + "\n".join(lines) + "\n")))
    assert [each.line for each in found if isinstance(each, Pair)] == [2, 7, 10]
    assert refused(found) == [
        ("some.csv, line 4", "2 values for 5 columns"),
        ("some.csv, line 5", "label is 'perhaps'"),
        ("some.csv, line 8", "a value has 20,001 characters, more than 20,000"),
        ("some.csv, line 9", "no CSV (field larger than field limit (131072))"),
    ]


def test_a_record_needs_an_id_of_its_own(tmp_path: Path) -> None:
    found = list(read_items(file_of(tmp_path, ITEMS + "1,Go,Moby,a\n,Go,Moby,a\n1,Go,Moby,b\n2,Go,Moby,\n")))
    assert [(each.uid, each.cluster) for each in found if isinstance(each, Item)] == [("1", "a"), ("2", "")]
    assert refused(found) == [
        ("some.csv, line 3", "the id is empty"),
        ("some.csv, line 4", "the id '1' stands in line 2 already"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "fewer than two columns"),
        ("id\n1\n", "fewer than two columns"),
        ("id,id,title\n", "one twice"),
        ("title,artist\nGo,Moby\n", "no columns id and title"),
        (b"id,title\n1,\xff\n", "not UTF-8"),
        ("id,title\n".encode("utf-16"), "not UTF-8"),
        ("x" * 200_000 + ",title\n", "line 1 is no line of CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_what_to_do(
    tmp_path: Path, text: str | bytes, reason: str
) -> None:
    with pytest.raises(BadRecord, match=reason):
        list(read_items(file_of(tmp_path, text)))


@pytest.mark.parametrize("head", ["id,title", "left_title,left_artist", "right_title,label"])
def test_a_file_of_pairs_needs_columns_for_both_sides(tmp_path: Path, head: str) -> None:
    with pytest.raises(BadRecord, match="no columns left_title"):
        list(read_pairs(file_of(tmp_path, head + "\n")))


cell = st.text(max_size=12) | st.sampled_from(['"', '""', ",", "\n", "\r", "\0", "é", "1", '"a'])
tables = st.lists(st.lists(cell, max_size=6).map(",".join), max_size=8).map("\n".join)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=tables | st.binary(max_size=200).map(lambda raw: raw.decode("utf-8", "ignore")))
def test_any_table_is_read_or_refused_line_by_line(tmp_path: Path, text: str) -> None:
    body = text.encode("utf-8", "replace")
    pairs = list(read_pairs(file_of(tmp_path, PAIRS.encode() + body)))
    items = list(read_items(file_of(tmp_path, ITEMS.encode() + body)))
    for found in (pairs, items):
        lines = [each.line if not isinstance(each, RefusedRecord) else int(each.place.split()[-1]) for each in found]
        assert lines == sorted(set(lines))
        assert all(line > 1 for line in lines)
