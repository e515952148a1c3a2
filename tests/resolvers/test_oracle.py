"""Random queries, answered by the compiler on both its paths and by the oracle: the same JSON, key for key."""

from __future__ import annotations

import json
import os
from difflib import unified_diff
from random import Random
from typing import Any

import pytest

from cypher import Database
from tests.resolvers.conftest import Ask
from tests.resolvers.oracle import Oracle
from tests.resolvers.plain_graph import read_graph
from tests.resolvers.plain_pages import MARK
from tests.resolvers.random_arguments import Pool, pool_of
from tests.resolvers.random_queries import Path, RandomQuery, random_query

QUERIES = int(os.environ.get("SONGNODES_ORACLE_QUERIES", "60"))
"""Each is asked four times: on two paths, and again from a cursor of its first answer."""
INTROSPECTION = " __schema { queryType { name } } "
WHOLE_LISTS = (
    """{ tracks(first: 60) { totalCount aggregate { setCount { min max average sum } } nodes {
        __typename id title artistCredit version versionKind setCount confidence artists { id name }
        credits { printed role joinPhrase position artist { id } } releases { catalogNumber label { id name } }
        versions { kind track { id } } externalIds { scheme value confidence } links { url confidence setCount }
        provenance { field value confidence source url seenAt parser observation } } } }""",
    """{ tracks(first: 60) { nodes { nextTracks(first: 50) {
        totalCount aggregate { sets { max sum } djs { min } firstPlayed { min max } lastPlayed { max } }
        edges { node { id } sets djs segues firstPlayed lastPlayed confidence
            evidence(first: 10) { totalCount nodes { id playedOn } } } } } } }""",
    """{ tracks(first: 60) { nodes { previousTracks(first: 50, minSets: 2) { edges { node { id } sets } }
        plays(first: 50) { totalCount edges { playedOn node { id position layer cue text state segue } } } } } }""",
    """{ artists(first: 50) { totalCount nodes { id name confidence aliases { id }
        tracks(first: 100) { totalCount edges { role printed node { id } } } setlists(first: 60) { nodes { id } }
        playedTogetherWith(first: 50) { totalCount edges { transitions sets node { id } } }
        externalIds { scheme value confidence } provenance { field value confidence source observation } } } }""",
    """{ setlists(first: 60) { aggregate { playedOn { min max } playCount { min max average sum } } nodes {
        id title playedOn playedPrecision url playCount confidence artists { id } tags { id name }
        plays { id position layer track { id } credits { printed role artist { id } } setlist { id } }
        event { id name place { id name } } series { number series { id name } }
        sources { source url observation seenAt leads rows aligned conflictCount }
        conflicts { source kind number position leading attesting }
        provenance { field value confidence source url parser observation } } } }""",
    """{ setlists(first: 60) { nodes { event { setlists(first: 60) { nodes { id } } }
        series { series { setlists(first: 60) { nodes { id } } } } tags { setlists(first: 60) { totalCount } } } }
        tracks(first: 60) { nodes { releases { label { tracks(first: 60) { nodes { id } } } } } } }""",
    """{ stats { setlists plays identifiedPlays unidentifiedPlays tracks artists labels transitions setAside revision
        } }""",
)
"""Each field of each type, over all that the small graph has."""
Cursors = dict[str, str]
"""The oracle's mark → our cursor."""


@pytest.fixture(scope="module")
async def oracle(small_graph: Database) -> Oracle:
    return Oracle(await read_graph(small_graph))


@pytest.fixture(scope="module")
def pool(oracle: Oracle) -> Pool:
    return pool_of(oracle.graph)


@pytest.mark.parametrize("seed", range(QUERIES))
async def test_the_compiler_answers_as_the_oracle_does(ask: Ask, oracle: Oracle, pool: Pool, seed: int) -> None:
    chance = Random(seed)
    query = random_query(oracle.schema, pool, chance)
    cursors = await agreed(ask, oracle, query, {}, {})
    marks = {name: some_mark(cursors, path, chance) for name, path in query.cursors.items()}
    given = {name: mark for name, mark in marks.items() if mark}
    if given:
        await agreed(ask, oracle, query, given, {name: cursors[mark] for name, mark in given.items()})


@pytest.mark.parametrize("text", WHOLE_LISTS)
async def test_whole_lists_are_the_oracles(ask: Ask, oracle: Oracle, text: str) -> None:
    await agreed(ask, oracle, RandomQuery(text, {}, {}), {}, {})


async def agreed(ask: Ask, oracle: Oracle, query: RandomQuery, marks: Cursors, cursors: Cursors) -> Cursors:
    """Compare the answers; returns the cursors in them. `marks`, `cursors`: the values of the cursor variables."""
    expected = oracle.answer(query.text, {**query.variables, **marks})
    found: Cursors = {}
    for text in (query.text, both_paths(query.text)):
        answer = await ask(text, **query.variables, **cursors)
        asked = f"{text}\n{query.variables} {cursors}"
        assert "errors" not in answer, f"{answer['errors']}\n{asked}"
        answer["data"].pop("__schema", None)
        wrong = difference(marked(answer["data"], expected, found), rounded(expected))
        assert not wrong, f"{wrong}\n{asked}"
    return found


def both_paths(text: str) -> str:
    """The same query with introspection beside it, which only the general engine answers."""
    return text.replace("{", f"{{{INTROSPECTION}", 1)


def difference(ours: Any, oracles: Any) -> str:
    """Where the two differ as JSON, keys in their order; "" where they do not."""
    one, other = (json.dumps(value, ensure_ascii=False, indent=1).splitlines() for value in (ours, oracles))
    return "\n".join(unified_diff(one, other, "ours", "the oracle's", lineterm=""))


def marked(ours: Any, oracles: Any, found: Cursors) -> Any:
    """Our answer with the oracle's mark for each cursor; one mark has one cursor wherever it stands."""
    if isinstance(ours, dict) and isinstance(oracles, dict):
        return {key: marked(value, oracles.get(key), found) for key, value in ours.items()}
    if isinstance(ours, list) and isinstance(oracles, list) and len(ours) == len(oracles):
        return [marked(*pair, found) for pair in zip(ours, oracles, strict=True)]
    if isinstance(ours, str) and isinstance(oracles, str) and oracles.startswith(MARK):
        return oracles if found.setdefault(oracles, ours) == ours else ours
    return rounded(ours)


def rounded(value: Any) -> Any:
    """Means are summed up in another order here than there."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, 9) if isinstance(value, float) else value


def some_mark(found: Cursors, path: Path, chance: Random) -> str | None:
    """The mark of a row of that connection, if its cursors were asked for."""
    rows = sorted(mark for mark in found if keys_of(mark) == path)
    return chance.choice(rows) if rows else None


def keys_of(mark: str) -> Path:
    """The connection's path in the response, without indices."""
    where = mark.removeprefix(MARK).rpartition(" ")[0]
    return tuple(key for key in where.split(".") if not key.isdecimal())
