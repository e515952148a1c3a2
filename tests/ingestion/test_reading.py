"""Drafts into observations: what the file gives, what the text says, what the graph knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher import Database
from ingestion.draft import Draft, RowDraft
from ingestion.observation import (
    CollectionObservation,
    CreditObservation,
    Measures,
    PerformerObservation,
    RefusedRecord,
    RowObservation,
    SetObservation,
)
from ingestion.reading import Observed, note_drafts, observations, read_drafts
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.row import Placed
from tests.ingestion.given import load, set_of


def draft(*rows: RowDraft | str, **head: object) -> Draft:
    read = tuple(RowDraft(row) if isinstance(row, str) else row for row in rows)
    given_head = {"source": "tests", "key": "k", "title": "A set", "raw": "{}", "parser": "tests 1", "confidence": 0.9}
    return Draft(rows=read, **(given_head | head))  # type: ignore[arg-type]  # the tests' own heads


def read(*drafts: Draft | RefusedRecord) -> list[Observed]:
    names, labels = KnownNames(), KnownLabels()
    note_drafts(drafts, names, labels)
    return list(observations(drafts, names, labels))


def rows(*given_rows: RowDraft | str) -> tuple[RowObservation, ...]:
    (found,) = read(draft(*given_rows))
    assert isinstance(found, SetObservation)
    return found.rows


def names_of(row: RowObservation, role: str = "main") -> list[str]:
    return [credit.name for credit in row.credits if credit.role == role]


def test_given_parts_and_a_printed_row_read_alike() -> None:
    printed, given_parts = rows(
        "Off Feat. Ann - Salsa (Bob Remix)", RowDraft("x", artist="Off Feat. Ann", title="Salsa (Bob Remix)")
    )
    assert (printed.credits, printed.title, printed.version, printed.version_kind) == (
        given_parts.credits, given_parts.title, given_parts.version, given_parts.version_kind,
    )  # fmt: skip


def test_a_row_that_prints_several_tracks_is_several_rows_played_together() -> None:
    found = rows("[3] Ann - One w/ Bob - Two", "Cid - Three")
    assert [(row.title, row.together) for row in found] == [("One", False), ("Two", True), ("Three", False)]
    assert {row.text for row in found[:2]} == {"[3] Ann - One w/ Bob - Two"}
    assert [row.cue_ms for row in found] == [180_000, 180_000, None]


def test_cues_of_the_file_win_over_printed_ones() -> None:
    found = rows(RowDraft("[3] Ann - One", placed=Placed(cue_ms=5)), "[9] Bob - Two")
    assert [row.cue_ms for row in found] == [5, None]


def test_fields_win_over_the_text_and_belong_to_its_first_track() -> None:
    given_row = RowDraft(
        "Ann - One [Old - 1] w/ Bob - Two", label="New", catalog_number="N 2", album="LP",
        measures=Measures(bpm=124.0), external_ids=(("isrc", "X"),),
    )  # fmt: skip
    first, second = rows(given_row)
    assert (first.label, first.catalog_number, first.album, first.measures.bpm) == ("New", "N 2", "LP", 124.0)
    assert (second.label, second.album, second.external_ids, second.measures.bpm) == (None, None, (), None)


@pytest.mark.parametrize(
    ("title", "version", "remixer", "read_version", "kind", "remixers"),
    [
        ("One", "Bob Remix", None, "Bob Remix", "remix", ["Bob"]),
        ("One", None, "Bob", "Bob Remix", "remix", ["Bob"]),
        ("One (Bob's Dub)", None, "Bob", "Bob's Dub", "dub", ["Bob"]),
        ("One (Warehouse Mix)", None, "Bob", "Warehouse Mix", "mix", ["Bob"]),
        ("One (Bob Remix)", "Bob Remix", "Bob", "Bob Remix", "remix", ["Bob"]),
        ("One (Bob Remix)", "Extended Mix", None, "Extended Mix, Bob Remix", "remix", ["Bob"]),
        ("One", "Radio", None, "Radio", "mix", []),
        ("One", "Original Mix", None, None, None, []),
        ("One", "Original Mix", "Bob", "Bob Remix", "remix", ["Bob"]),
        ("One [Bob Remix]", None, None, "Bob Remix", "remix", ["Bob"]),
        ("One", "None", "none", None, None, []),
        ("One (Cid Remix)", None, "Bob & Cid", "Cid Remix", "remix", ["Bob & Cid"]),
    ],
)
def test_version_and_remixer_of_the_file(
    title: str,
    version: str | None,
    remixer: str | None,
    read_version: str | None,
    kind: str | None,
    remixers: list[str],
) -> None:
    (found,) = rows(RowDraft("x", artist="Ann", title=title, version=version, remixer=remixer))
    assert (found.title, found.version, found.version_kind) == ("One", read_version, kind)
    assert names_of(found, "remixer") == remixers


def test_a_title_without_an_artist_is_cut_like_a_text() -> None:
    alone, unread = rows(RowDraft("track.mp3", title="Ann - One"), RowDraft("track.mp3", title="One"))
    assert (alone.state, alone.title, alone.text) == ("identified", "One", "track.mp3")
    assert unread.state == "unidentified"


def test_a_version_makes_no_track_of_a_row_that_does_not_name_one() -> None:
    (found,) = rows(RowDraft("Ann - ID", remixer="Bob", version="Bob Remix"))
    assert (found.state, found.version, names_of(found, "remixer")) == ("partial", None, [])


def test_an_unreadable_row_is_refused_and_keeps_its_place() -> None:
    refused, found = read(draft("Ann - One", "Bad \x07 row", "Bob - Two"))
    assert isinstance(refused, RefusedRecord)
    assert isinstance(found, SetObservation)
    assert (refused.place, refused.code) == ("k, row 2", "BAD_ROW")
    assert [row.state for row in found.rows] == ["identified", "unidentified", "identified"]


@pytest.mark.parametrize(
    ("head", "reason"),
    [({"title": " "}, "no title"), ({"title": "a\x00"}, "control"), ({"key": "\ud800"}, "surrogate")],
)
def test_a_set_without_a_usable_head_is_refused_whole(head: dict[str, object], reason: str) -> None:
    (refused,) = read(draft("Ann - One", **head))
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "BAD_SET"
    assert reason in refused.reason


def test_a_set_without_rows_is_refused() -> None:
    (refused,) = read(draft())
    assert isinstance(refused, RefusedRecord)


def test_a_library_is_a_collection() -> None:
    (found,) = read(draft("Ann - One", plays=False))
    assert isinstance(found, CollectionObservation)


def test_what_an_importer_refused_is_handed_on_in_its_place() -> None:
    refused = RefusedRecord("tests", "here", "BAD_SET", "why", "")
    assert read(refused, draft("Ann - One"))[0] is refused


def test_performers_are_cut_by_known_names() -> None:
    (found,) = read(
        draft("Ann - One", performers=(PerformerObservation("Above & Beyond"), PerformerObservation("Ann O, Bob P")))
    )
    assert isinstance(found, SetObservation)
    assert [performer.name for performer in found.performers] == ["Above & Beyond", "Ann O", "Bob P"]


def test_the_occasion_is_handed_on() -> None:
    (found,) = read(draft("Ann - One", occasion={"event": "Fest", "series": "Show", "episode": "12"}))
    assert isinstance(found, SetObservation)
    assert (found.event, found.place, found.series, found.episode) == ("Fest", None, "Show", "12")


TEXT = st.text(st.characters())
"""Surrogates and control characters too."""
ROWS = st.builds(RowDraft, TEXT, *[st.none() | TEXT] * 6)


@given(st.lists(ROWS, min_size=1))
def test_any_draft_is_read_or_refused_row_by_row(given_rows: list[RowDraft]) -> None:
    *refused, found = read(draft(*given_rows))
    assert isinstance(found, SetObservation)
    assert len(found.rows) >= len(given_rows)
    assert all(isinstance(each, RefusedRecord) for each in refused)


def credited(title: str, *names: str) -> RowObservation:
    return RowObservation(f"{names} - {title}", credits=tuple(map(CreditObservation, names)), title=title)


async def test_the_graph_says_which_joined_names_are_one_artist(graph: Database) -> None:
    known = [credited(f"T{number}", "Sun Rise & Moon Fall") for number in range(3)]
    known += [credited("U", "Nim"), credited("V", "Bur"), credited("W", "Moon Fall")]
    await load(graph, set_of("s", *known))
    (found,) = await read_drafts(graph, [draft("Sun Rise & Moon Fall - X", "Nim & Bur - Y", "Search & Destroy - Z")])
    assert isinstance(found, SetObservation)
    assert [names_of(row) for row in found.rows] == [
        ["Sun Rise & Moon Fall"], ["Nim", "Bur"], ["Search & Destroy"],
    ]  # fmt: skip


async def test_parts_that_the_graph_credits_more_often_than_the_whole_are_two(graph: Database) -> None:
    known = [credited("T", "Nim & Bur"), *(credited(f"{name}{n}", name) for name in ("Nim", "Bur") for n in range(3))]
    await load(graph, set_of("s", *known))
    (found,) = await read_drafts(graph, [draft("nim and BUR - X")])
    assert isinstance(found, SetObservation)
    assert names_of(found.rows[0]) == ["nim", "BUR"]


async def test_a_remixer_that_the_graph_knows_is_found_at_the_start_of_a_mix_name(graph: Database) -> None:
    await load(graph, set_of("s", credited("T", "Grete Meier")))
    (found,) = await read_drafts(graph, [draft("Ann - X (Grete Meier Vocal Mix)")])
    assert isinstance(found, SetObservation)
    assert names_of(found.rows[0], "remixer") == ["Grete Meier"]
