"""gd_shows_apache: shows by path, sets by number, songs by name; whatever is wrong is named by its line."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadRecord
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.sources.gd_shows_apache import LONGEST_LINE, read_gd_shows_apache

SHOW: dict[str, Any] = {
    "_file": "shows/1977/1977-02-26-2.json", "venue": "Imagined Hall",
    "city": "Springfield", "state": "CA", "country": "US",
    "setlist": [{"set": 1, "songs": ["First Song", "Second Song"]}, {"set": 2, "songs": ["Third Song"]}],
}  # fmt: skip
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Shows, or lines as they are, into a file."""

    def written(*lines: Any, name: str = "shows.jsonl") -> Path:
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        packed = text.encode("utf-8", "surrogatepass")
        (tmp_path / name).write_bytes(gzip.compress(packed) if name.endswith("gz") else packed)
        return tmp_path / name

    return written


def one(file: Path) -> SetObservation:
    """The only set."""
    (found,) = read_gd_shows_apache(file)
    assert isinstance(found, SetObservation)
    return found


@pytest.mark.parametrize("name", ["shows.jsonl", "shows.jsonl.gz", "packed without a suffix.gz"])
def test_a_show_is_one_set_with_its_key_day_event_and_place(write: Write, name: str) -> None:
    show = one(write(SHOW, name=name))
    assert (show.key, show.played_on, show.event, show.place) == (
        "1977-02-26-2", date(1977, 2, 26), "Imagined Hall", "Springfield, CA, US",
    )  # fmt: skip


def test_sets_are_parted_by_a_break_and_nothing_is_said_of_segues(write: Write) -> None:
    rows = one(write(SHOW)).rows
    assert [(row.title, row.break_before, row.segue) for row in rows] == [
        ("First Song", False, False), ("Second Song", False, False), ("Third Song", True, False),
    ]  # fmt: skip


def test_a_show_without_a_setlist_or_a_venue_is_a_set_all_the_same(write: Write) -> None:
    show = one(write({"_file": "1966-01-01.json", "state": "", "city": "Springfield"}))
    assert (show.rows, show.event, show.place, show.title) == (
        (), None, "Springfield", "Grateful Dead @ unknown venue, Springfield",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[]", "no _file"),
        ({**SHOW, "_file": "shows/1977/1977-02-30.json"}, "in the calendar"),
        ({**SHOW, "_file": "README.json"}, "no _file"),
        ({**SHOW, "setlist": {"1": []}}, "no list"),
        ({**SHOW, "venue": 3}, "venue"),
        ("[" * 100_000, "no JSON"),
        ('"' + "x" * LONGEST_LINE + '"', "more than"),
    ],
)
def test_a_line_that_is_no_show_is_set_aside_with_its_number_and_the_rest_goes_on(
    write: Write, line: Any, said: str
) -> None:
    refused, show = list(read_gd_shows_apache(write(line, SHOW)))
    assert isinstance(refused, RefusedRecord)
    assert isinstance(show, SetObservation)
    assert (refused.code, said in refused.reason) == ("BAD_SET", True), refused.reason
    assert refused.place.startswith("shows.jsonl, line 1")


def test_a_song_that_is_none_is_named_and_its_row_stays_unidentified(write: Write) -> None:
    show = {**SHOW, "setlist": [{"set": 1, "songs": ["First Song", 7, " "]}, "no set"]}
    first, second, seen = list(read_gd_shows_apache(write(show)))
    assert isinstance(seen, SetObservation)
    assert [each.place for each in (first, second) if isinstance(each, RefusedRecord)] == [
        "shows.jsonl, line 1, set 1, song 2", "shows.jsonl, line 1, set 1, song 3",
    ]  # fmt: skip
    assert [row.state for row in seen.rows] == ["identified", "unidentified", "unidentified"]


@pytest.mark.parametrize("content", [b"\x1f\x8bnot gzip at all", gzip.compress(b'{"_file": 1}' * 99)[:-9], b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_one_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "shows.jsonl").write_bytes(content)
    with pytest.raises(BadRecord, match=r"shows\.jsonl: cannot be read"):
        list(read_gd_shows_apache(tmp_path / "shows.jsonl"))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("1977-02-26.json"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["_file", "venue", "setlist", "songs", "set"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(
    shows=st.lists(values | st.fixed_dictionaries({"_file": st.just("1977-02-26.json"), "setlist": values}), max_size=3)
)
def test_any_json_is_a_set_or_set_aside(shows: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shows.jsonl"
        file.write_text("\n".join(map(json.dumps, shows)), encoding="utf-8")
        found = list(read_gd_shows_apache(file))
    assert len([each for each in found if isinstance(each, SetObservation)]) <= len(shows)
    assert all(isinstance(each, SetObservation | RefusedRecord) for each in found)


def test_the_real_file_is_read_whole(shared_data: Callable[[str], Path]) -> None:
    found = list(read_gd_shows_apache(shared_data("gd_shows_apache") / "shows.jsonl.gz"))
    sets = [each for each in found if isinstance(each, SetObservation)]
    assert (len(found), len(sets), sum(len(each.rows) for each in sets)) == (2308, 2308, 35425)
