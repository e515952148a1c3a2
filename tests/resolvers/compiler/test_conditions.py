"""`where` finds what the same condition in Python finds, read off the values that the API itself gives."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cypher import Database
from tests.resolvers.compiler.condition_cases import (
    EVERYTHING,
    NOTHING,
    OF_LOGIC,
    OF_RELATIONS,
    OF_SETLISTS,
    OF_VALUES,
    Case,
    Where,
)
from tests.resolvers.conftest import Ask

TRACKS = """{ tracks(first: 50) { nodes {
  id title version versionKind setCount
  artists { name } credits { role printed artist { name } } releases { catalogNumber label { name } }
  nextTracks(first: 50) { edges { sets segues lastPlayed node { title versionKind } } }
  plays(first: 100) { edges { playedOn node { position state setlist { title } } } } } } }"""
SETLISTS = """{ setlists(first: 100) { nodes {
  id title playedOn playedPrecision playCount
  artists { name } event { name place { name } } series { number series { name } } tags { name }
  plays { position layer text state track { title } } } } }"""


@pytest.fixture(scope="module")
async def tracks(ask: Ask, small_graph: Database) -> list[Any]:
    """Every track of the small graph with all that a filter speaks of."""
    found: list[Any] = (await ask(TRACKS))["data"]["tracks"]["nodes"]
    return found


@pytest.fixture(scope="module")
async def setlists(ask: Ask, small_graph: Database) -> list[Any]:
    found: list[Any] = (await ask(SETLISTS))["data"]["setlists"]["nodes"]
    return found


async def check(ask: Ask, kind: str, every: list[Any], case: Case) -> int:
    """That the filter finds the same; how many it finds."""
    where, holds = case
    query = f"query($where: {kind}Filter) {{ found: {kind.lower()}s(first: 500, where: $where) {{ nodes {{ id }} }} }}"
    answer = await ask(query, where=where)
    assert "errors" not in answer
    found = {node["id"] for node in answer["data"]["found"]["nodes"]}
    assert found == {one["id"] for one in every if holds(one)}
    return len(found)


def name(case: Case) -> str:
    return json.dumps(case[0], ensure_ascii=True)


@pytest.mark.parametrize("case", [*OF_VALUES, *OF_LOGIC, *OF_RELATIONS], ids=name)
async def test_a_filter_of_tracks_finds_what_python_finds(ask: Ask, tracks: list[Any], case: Case) -> None:
    assert 0 < await check(ask, "Track", tracks, case) < len(tracks)


@pytest.mark.parametrize("case", OF_SETLISTS, ids=name)
async def test_a_filter_of_setlists_finds_what_python_finds(ask: Ask, setlists: list[Any], case: Case) -> None:
    assert 0 < await check(ask, "Setlist", setlists, case) < len(setlists)


@pytest.mark.parametrize("where", NOTHING, ids=json.dumps)
async def test_a_condition_that_cannot_hold_finds_nothing(ask: Ask, tracks: list[Any], where: Where) -> None:
    await check(ask, "Track", tracks, (where, lambda _: False))


@pytest.mark.parametrize("where", EVERYTHING, ids=json.dumps)
async def test_what_says_nothing_finds_everything(ask: Ask, tracks: list[Any], where: Where) -> None:
    await check(ask, "Track", tracks, (where, lambda _: True))


async def test_a_literal_finds_what_a_variable_finds(ask: Ask, tracks: list[Any]) -> None:
    literal = """{ tracks(first: 500,
      where: {or: [{versionKind: {in: [REMIX]}}, {title: {eq: "Jaguar"}}]}) { nodes { id } } }"""
    inside = """query($kind: [VersionKind!], $title: String) { tracks(first: 500,
      where: {or: [{versionKind: {in: $kind}}, {title: {eq: $title}}]}) { nodes { id } } }"""
    found = await ask(literal)
    assert 0 < len(found["data"]["tracks"]["nodes"]) < len(tracks)
    assert await ask(inside, kind=["REMIX"], title="Jaguar") == found


async def test_the_filter_counts_too(ask: Ask, tracks: list[Any]) -> None:
    query = "{ tracks(first: 1, where: {setCount: {gte: 9}}) { totalCount aggregate { setCount { min sum } } } }"
    counts = [one["setCount"] for one in tracks if one["setCount"] >= 9]
    assert (await ask(query))["data"]["tracks"] == {
        "totalCount": len(counts),
        "aggregate": {"setCount": {"min": min(counts), "sum": sum(counts)}},
    }


@pytest.mark.parametrize(
    "where", [{"playedOn": {"eq": "2010-02-30"}}, {"playedOn": {"eq": "1.2.2010"}}, {"playedOn": {"lt": 7}}]
)
async def test_a_day_that_is_none_is_refused(ask: Ask, small_graph: Database, where: Where) -> None:
    answer = await ask("query($where: SetlistFilter) { setlists(where: $where) { totalCount } }", where=where)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "YYYY-MM-DD" in answer["errors"][0]["message"]
