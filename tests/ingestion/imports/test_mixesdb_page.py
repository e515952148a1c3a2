"""MixesDB: saved pages, and its way of writing a tracklist."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.imports.mixesdb_page import is_mixesdb_page, is_mixesdb_text, read_mixesdb_page, read_mixesdb_text
from ingestion.imports.pasted import Told
from tests.ingestion.imports.drafts import credit, is_sound, only_refusal, only_set, text_file

PAGE = """<html><head><link rel="canonical" href="https://www.mixesdb.com/w/2014-08-02_-_Ann"></head><body>
<h1 id="firstHeading">2014-08-02 - Ann @ Club, Berlin</h1><ul><li>Menu - Home</li></ul>
<h2><span class="mw-headline" id="Tracklist">Tracklist</span></h2>
<ol><li>Off - Salsa [ZYX - 5548]</li><li>?</li></ol>
<dl><dt>Bob</dt><dd>[12] Bob - <b>X</b></dd><dd>[20] Cid - Y</dd></dl>
<h2>Comments</h2><ul><li>Nice - mix</li></ul></body></html>"""
TEXT = "[017] Off - Salsa (Bob Remix) [ZYX - 5548]\n[021] ?\n[??] Cid - Two\n[1:02:03] Dora - Three [Sub (Static) - 7]"


def test_a_page_becomes_a_set() -> None:
    found = only_set(read_mixesdb_page(text_file(PAGE)))
    assert (found.source, found.key, found.event, found.place) == (
        "mixesdb", "https://www.mixesdb.com/w/2014-08-02_-_Ann", "Club", "Berlin",
    )  # fmt: skip
    assert [(credit(row), row.title, row.break_before) for row in found.rows] == [
        ("Off", "Salsa", False), ("", None, False), ("Bob", "X", True), ("Cid", "Y", False),
    ]  # fmt: skip
    assert (found.rows[0].label, found.rows[0].catalog_number) == ("ZYX", "5548")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (PAGE.replace('id="Tracklist"', ""), "NO_TRACKLIST"),
        (PAGE.replace("<ol>", "<h2></h2><ol>"), "LAYOUT_CHANGED"),
    ],
)
def test_a_page_without_rows_is_an_error(page: str, code: str) -> None:
    assert only_refusal(read_mixesdb_page(text_file(page))).code == code


def test_its_way_of_writing_is_read() -> None:
    rows = only_set(read_mixesdb_text(text_file(TEXT), Told(title="2014 - Ann - Show 12"))).rows
    assert [(row.state, row.cue_ms) for row in rows] == [
        ("identified", 1_020_000), ("unidentified", 1_260_000), ("identified", None), ("identified", 3_723_000),
    ]  # fmt: skip
    assert (rows[0].version, rows[0].label, rows[3].label) == ("Bob Remix", "ZYX", "Sub (Static)")


def test_each_kind_of_file_is_known() -> None:
    assert is_mixesdb_page(text_file(PAGE))
    assert is_mixesdb_text(text_file(TEXT))
    assert not is_mixesdb_text(text_file("[00:10] 01. A - B [X]\n02. C - D\n03. E - F"))


def test_every_real_tracklist_keeps_every_row(shared_data: Callable[[str], Path]) -> None:
    lists = json.loads((shared_data("djsets_mixesdb_digger") / "tracklists.json").read_text(encoding="utf-8"))
    read = [
        len(only_set(read_mixesdb_text(text_file("\n".join(rows)), Told(title="T"))).rows) - len(rows) for rows in lists
    ]
    assert read == [0] * 11


@given(
    st.lists(st.sampled_from(["<li>", "<dd>", "<dl>", "<h2>", "A - B", "</li>", "<!--"]) | st.text(max_size=5)).map(
        "".join
    )
)
def test_no_page_breaks_it(body: str) -> None:
    is_sound(read_mixesdb_page, text_file(PAGE.replace("<ol>", body)))


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    is_sound(lambda file: read_mixesdb_text(file, Told(title="T")), text_file(f"{TEXT}\n{text}"))
