"""What sources measured, and the one value that a Track shows for it, through loads, updates and deletions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher import Database
from ingestion.check import check
from ingestion.deletion import delete_set
from ingestion.measures import FIELDS, Said, derived
from ingestion.observation import CuePoint, Measures, RowObservation
from tests.ingestion.given import ask, dump, load, row, set_of

VALUES = "MATCH (t:Track {title: $title}) RETURN t.bpm, t.musical_key, t.duration_ms, t.year"
PLAYED = "MATCH (p:Play) RETURN p.text, toString(p.played_at) ORDER BY p.position"


def measured(title: str, **said: Any) -> RowObservation:
    return replace(row(title), measures=Measures(**said))


async def values(graph: Database, title: str = "One") -> list[Any]:
    (found,) = await ask(graph, VALUES, title=title)
    return found


async def differences(graph: Database) -> list[str]:
    return [str(each) for each in (await check(graph)).differences]


def said(**given: Any) -> Said:
    return Said(**{
        "confidence": 0.5, "seen_at": 1, "observation": "obs_A", "duration_ms": None, "bpm": None, "year": None,
        "musical_key": None, **given,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("measures", "bpm"),
    [
        ([], None),
        ([said(bpm=120.0), said(bpm=121.0, confidence=0.9)], 121.0),
        ([said(bpm=120.0), said(bpm=121.0, seen_at=2)], 121.0),
        ([said(bpm=120.0, confidence=0.9), said(bpm=121.0, seen_at=2)], 120.0),
        ([said(bpm=120.0), said(observation="obs_B", bpm=121.0)], 120.0),
        ([said(bpm=121.0), said(bpm=120.0)], 120.0),
        ([said(bpm=120.0), said(year=1999, confidence=0.9)], 120.0),
    ],
)
def test_the_most_confident_then_the_newest_word_counts_field_by_field(measures: list[Said], bpm: float | None) -> None:
    assert derived(measures)[FIELDS.index("bpm")] == bpm


@given(
    st.permutations([said(bpm=120.0), said(bpm=121.0), said(year=1999, seen_at=2), said(musical_key="8A", bpm=99.0)])
)
def test_the_order_in_which_measures_come_is_of_no_account(measures: list[Said]) -> None:
    assert derived(measures) == (99.0, "8A", None, 1999)


async def test_a_track_shows_what_was_measured_and_check_agrees(graph: Database) -> None:
    points = (CuePoint(52, "grid", "AutoGrid"), CuePoint(1000, "loop", "", 2000))
    rows = (
        measured("One", bpm=120.5, musical_key="8A", cue_points=points),
        measured("One", bpm=99.0, year=1999),
        "Two",
    )
    await load(graph, set_of("a", *rows))
    assert await values(graph) == [120.5, "8A", None, 1999]
    assert await values(graph, "Two") == [None, None, None, None]
    ((cues,),) = await ask(graph, "MATCH (:Observation)-[said:MEASURED]->(:Track) RETURN said.cue_points")
    assert cues == '[{"at_ms":52,"kind":"grid","name":"AutoGrid"},{"at_ms":1000,"kind":"loop","length_ms":2000}]'
    assert await differences(graph) == []


async def test_the_same_file_twice_changes_nothing(graph: Database) -> None:
    one = set_of("a", measured("One", bpm=120.0))
    await load(graph, one)
    before = await dump(graph)
    await load(graph, one)
    assert await dump(graph) == before


async def test_a_newer_record_replaces_what_the_older_one_measured(graph: Database) -> None:
    await load(graph, set_of("a", measured("One", bpm=120.0), measured("Two", bpm=99.0)))
    await load(graph, set_of("a", measured("One", bpm=121.0), "Three"))
    assert await values(graph) == [121.0, None, None, None]
    assert await values(graph, "Two") == [None, None, None, None]
    assert await differences(graph) == []


async def test_a_deleted_sets_measures_go_and_the_next_best_word_counts(graph: Database) -> None:
    await load(graph, set_of("a", measured("One", bpm=120.0)))
    await load(graph, set_of("b", measured("One", bpm=121.0, year=1999), confidence=1.0))
    assert await values(graph) == [121.0, None, None, 1999]
    ((uid,),) = await ask(graph, "MATCH (s:Setlist {title: 'Set b'}) RETURN s.id")
    await delete_set(graph, uid, actor="tests")
    assert await values(graph) == [120.0, None, None, None]
    assert await differences(graph) == []


async def test_check_finds_a_value_that_nobody_measured_and_a_measure_of_an_old_record(graph: Database) -> None:
    await load(graph, set_of("a", measured("One", bpm=120.0)), set_of("b", measured("One", year=1999)))
    await graph.driver.execute_query("MATCH (t:Track {title: 'One'}) SET t.bpm = 130.0")
    await graph.driver.execute_query("MATCH (s:Setlist {title: 'Set b'})<-[gone:DESCRIBES]-() DELETE gone")
    found = await differences(graph)
    assert any("bpm" in each and "expected 120.0" in each for each in found)
    assert any(each.startswith("MEASURED") for each in found)


async def test_a_play_keeps_when_it_began_in_utc_or_on_the_clock_of_the_place(graph: Database) -> None:
    one = replace(row("One"), played_at=datetime(2019, 10, 18, 19, 7, 19))
    two = replace(row("Two"), played_at=datetime(2019, 10, 18, 17, 12, tzinfo=UTC))
    await load(graph, set_of("a", one, two))
    assert await ask(graph, PLAYED) == [["One", "2019-10-18T19:07:19"], ["Two", "2019-10-18T17:12:00Z"]]
    await load(graph, set_of("a", replace(one, played_at=None), two))
    assert await ask(graph, PLAYED) == [["One", None], ["Two", "2019-10-18T17:12:00Z"]]
