"""1001tracklists: three generations of pages, pages without a tracklist, the exported text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsel import Selector

from graph_model.errors import BadRecord
from ingestion.imports.source_file import SourceFile
from ingestion.imports.tracklists_1001 import is_1001_page, is_1001_text, read_1001_page, read_1001_text
from ingestion.imports.tracklists_1001_row import read_page_row
from ingestion.observation import RefusedRecord
from tests.ingestion.imports.drafts import credit, is_sound, observed, only_refusal, only_set, text_file

PAGE = """<!DOCTYPE html><html><head><title>Ann @ Club, Rome, Italy 2024-05-06</title>
<link rel="canonical" href="https://www.1001tracklists.com/tracklist/abc123x/ann-club.html">
<meta property="og:title" content="Ann @ Club, Rome, Italy 2024-05-06"></head><body>
<h1><a href="/dj/ann/index.html">Ann</a> @ Club</h1>{rows}</body></html>"""
ROW = """<div class="tlpTog bItm tlpItem {classes}" data-trackid="{track}">
<input id="tlp1_cue_seconds" type="hidden" value="{seconds}"><span id="tlp0_tracknumber_value"> {number} </span>
<div id="cue_1" class="cue">{cue}</div>
<div itemprop="tracks"><meta itemprop="name" content="{name}"><meta itemprop="duration" content="PT1H2M3S">
<span class="trackValue">{name}</span><span class="trackEditData">{edit}</span>
<span class="trackLabel">ZYX <a href="/label/x/"></a><span>(SONY)</span></span></div></div>"""
TEXT = """Ann @ Club, Rome, Italy 2024-05-06

[00:30] 01. Off - Electrica Salsa (Bob Remix) [ZYX]
02. Cid Oh & Dora Ah ft. Eve - Two [SELF]
w/ Fay - Three (Acappella)
[1:02:03] 03. ID - ID

https://1001.tl/abc123x"""


def row(name: str = "Off - Salsa", **given_parts: object) -> str:
    return ROW.format(
        **{"name": name, "classes": "", "track": "", "seconds": 0, "number": "01", "cue": "", "edit": ""} | given_parts
    )


def page(*rows: str, **replaced: str) -> SourceFile:
    text = PAGE.format(rows="".join(rows))
    for old, new in replaced.items():
        text = text.replace(old, new)
    return text_file(text, "page.html")


def test_a_page_becomes_a_set_under_its_own_id() -> None:
    found = only_set(
        read_1001_page(page(row(track="7wf9fh6p"), row("Cid - ID", cue="1:02:03"), row(seconds=7, cue=" 0:07 ")))
    )
    assert (found.key, found.url) == ("abc123x", "https://www.1001tracklists.com/tracklist/abc123x/ann-club.html")
    assert ([p.name for p in found.performers], found.event, found.place) == (["Ann"], "Club", "Rome, Italy")
    assert [(r.state, r.cue_ms) for r in found.rows] == [
        ("identified", None),
        ("partial", 3_723_000),
        ("identified", 7_000),
    ]
    assert found.rows[0].external_ids == (("1001tracklists-track", "7wf9fh6p"),)
    assert (found.rows[0].label, found.rows[0].measures.duration_ms) == ("ZYX", 3_723_000)


def test_rows_played_together_and_rows_below_a_mashup_are_layers() -> None:
    rows = (row(), row("Ann - W", number="w/"), row("A vs. B - C vs. D"), row("A - C", classes="tlpSubTog con"))
    assert [r.together for r in only_set(read_1001_page(page(*rows))).rows] == [False, True, False, True]


def test_an_edit_for_this_set_is_a_version_and_has_no_id_of_the_site() -> None:
    (found,) = only_set(read_1001_page(page(row(track="7wf9fh6p", edit="(Live Edit)")))).rows
    assert (found.title, found.version, found.external_ids) == ("Salsa", "Live Edit", ())


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (page(**{"<h1>": "<h1>Please wait, you will be forwared to the wanted page</h1><h1>"}), "BOT_PAGE"),
        (page(), "LAYOUT_CHANGED"),
        (page(row(), **{"</h1>": '</h1><meta itemprop="numTracks" content="22">'}), "LAYOUT_CHANGED"),
        (page(**{"/tracklist/abc123x": "/search/result.php"}), "NO_TRACKLIST"),
    ],
)
def test_a_page_without_a_whole_tracklist_is_an_error(file: SourceFile, code: str) -> None:
    assert only_refusal(read_1001_page(file)).code == code


def test_the_exported_text_is_the_same_set_as_the_page() -> None:
    found = only_set(read_1001_text(text_file(TEXT)))
    assert (found.key, found.source, found.event) == ("abc123x", "1001tracklists", "Club")
    assert [(credit(r), r.title, r.label, r.cue_ms, r.together) for r in found.rows] == [
        ("Off", "Electrica Salsa", "ZYX", 30_000, False),
        ("Cid Oh, Dora Ah, Eve", "Two", "SELF", None, False),
        ("Fay", "Three", None, None, True),
        ("", None, None, 3_723_000, False),
    ]


def test_each_kind_of_file_is_known() -> None:
    assert is_1001_page(page(row()))
    assert not is_1001_text(page(row()))
    assert is_1001_text(text_file(TEXT))
    assert not is_1001_text(text_file("1. Off - A"))


@pytest.mark.parametrize(
    ("name", "rows", "together", "first_cue"),
    [
        ("bicep_whp_2023-04-28", 22, 0, None), ("curbi_tape06_2021-03-12", 31, 4, 7_000),
        ("maxstyler_edc_2025-05-16", 30, 1, None),
    ],
)  # fmt: skip
def test_three_generations_of_the_site(
    shared_data: Callable[[str], Path], name: str, rows: int, together: int, first_cue: int | None
) -> None:
    path = shared_data("1001tl_html") / f"{name}.html"
    found = only_set(read_1001_page(SourceFile(path.name, path.read_bytes())))
    assert (len(found.rows), sum(each.together for each in found.rows)) == (rows, together)
    assert found.rows[0].cue_ms == first_cue
    assert found.played_on is not None
    assert len(found.performers) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [("captcha", "BOT_PAGE"), ("search_no_result", "NO_TRACKLIST"), ("search_results_many", "NO_TRACKLIST")],
)  # fmt: skip
def test_real_pages_without_a_tracklist(shared_data: Callable[[str], Path], name: str, code: str) -> None:
    path = shared_data("1001tl_html") / f"{name}.html"
    assert only_refusal(read_1001_page(SourceFile(path.name, path.read_bytes()))).code == code


def test_only_real_rows_are_rows(shared_data: Callable[[str], Path]) -> None:
    found = {
        path.stem: [read_page_row(item) for item in Selector(path.read_text(encoding="utf-8")).css(".tlpItem")]
        for path in shared_data("1001tl_rows_html").glob("*.html")
    }
    read = {name: [each.placed.together for each in rows if each] for name, rows in found.items() if rows}
    assert read == {"row_track": [False], "row_track_concurrent": [True]}


HTML = st.lists(
    st.sampled_from(
        ["<div class='tlpItem'>", "</div>", row(), row(seconds="x"), "<meta itemprop=name content='A'>", "<!--", "<h1>"]
    )
    | st.text(st.characters(codec="utf-8"), max_size=6)
).map("".join)  # fmt: skip


@given(HTML)
def test_no_page_breaks_it(body: str) -> None:
    is_sound(read_1001_page, text_file(PAGE.replace("{rows}", body)))


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    is_sound(read_1001_text, text_file(f"{TEXT}\n{text}"))


def test_a_page_longer_than_a_set_is_refused_whole() -> None:
    with pytest.raises(BadRecord, match="rows"):
        list(read_1001_page(page("<div class='tlpItem'><meta itemprop='name' content='A - B'></div>" * 5_001)))


def test_a_half_read_page_loads_nothing() -> None:
    assert all(isinstance(each, RefusedRecord) for each in observed(read_1001_page(page())))
