"""Random sets by two hands: whatever order they are loaded in, and however often, one graph comes out."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher import Database
from ingestion.check import check
from ingestion.observation import SetObservation
from tests.fixtures.neo4j import EMPTY
from tests.ingestion.given import ask, load, set_of

TITLES = ("Scarlet Begonias", "Estimated Prophet", "Morning Dew", "Casey Jones", "Wharf Rat", "Ripple", "Black Peter")
THEIR_TITLES = {"Casey Jones": "Casey Jone", "Wharf Rat": "The Wharf Rat", "Black Peter": "Black Petre"}
"""How the other hand spells some of them: always the same way."""
CONFIDENCE = {"first": 0.9, "second": 0.7}


@st.composite
def shows(draw: st.DrawFn) -> dict[str, list[SetObservation]]:
    """Up to four days, each told of by one hand or both; the second leaves rows out, adds one, or swaps two."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    told: dict[str, list[SetObservation]] = {"first": [], "second": []}
    for number in range(draw(st.integers(1, 4))):
        titles = draw(st.permutations(TITLES))
        for source in draw(st.sampled_from([("first",), ("second",), ("first", "second"), ("first", "second")])):
            told[source].append(_told(source, number, _by(source, list(titles), chance)))
    return told


def _by(source: str, titles: list[str], chance: random.Random) -> list[str]:
    if source == "first":
        return titles
    theirs = [THEIR_TITLES.get(title, title) for title in titles]
    change = chance.choice(("none", "leave", "add", "swap"))
    if change == "leave":
        del theirs[chance.randrange(len(theirs))]
    if change == "add":
        theirs.insert(chance.randrange(len(theirs)), "Tuning")
    if change == "swap":
        theirs[2], theirs[3] = theirs[3], theirs[2]
    return theirs


def _told(source: str, number: int, titles: list[str]) -> SetObservation:
    day = date(1977, 5, 1) + timedelta(days=3 * number)
    seen = set_of(str(number), *titles, on=day, event="Barton Hall", place="Ithaca", title=f"Show {number}")
    return dataclasses.replace(seen, source=source, confidence=CONFIDENCE[source], raw=f"{source} {seen.raw}")


async def graph_as_text(database: Database) -> list[Any]:
    """Sets, Plays, Tracks by where they are played (their title is the first one that was printed), records."""
    questions = (
        "MATCH (s:Setlist)-[:HAS]->(p:Play) RETURN s.title, p.position, p.text, p.confidence, s.play_count",
        "MATCH (t:Track) WHERE t.set_count > 0 "
        "RETURN t.set_count, COLLECT { MATCH (t)<-[:OF]-(p:Play)<-[:HAS]-(s) WITH s, p ORDER BY s.title, p.position "
        "RETURN [s.title, p.position] } AS plays",
        "MATCH (a:Track)-[e:TRANSITIONS_TO]->(b:Track) RETURN e.sets, e.djs, e.segues, e.observations, e.first_played, "
        "COLLECT { MATCH (a)<-[:OF]-(p:Play)<-[:HAS]-(s) WITH s, p ORDER BY s.title RETURN s.title + p.position }, "
        "COLLECT { MATCH (b)<-[:OF]-(p:Play)<-[:HAS]-(s) WITH s, p ORDER BY s.title RETURN s.title + p.position }",
        "MATCH (o:Observation)-[d:DESCRIBES]->(s:Setlist) RETURN o.id, s.title, s.observation, d.rows, d.aligned, "
        "d.conflict_kinds, d.conflict_positions, d.conflict_leading, d.conflict_attesting",
        "MATCH (o:Observation)-[a:ATTESTS]->(p:Play) RETURN o.id, p.position, p.text, a.position, a.text, a.similarity",
        "MATCH (k:Identifier {scheme: 'set-key'})-[:IDENTIFIES]->(s:Setlist) RETURN k.value, s.title",
    )
    return [sorted(repr(row) for row in await ask(database, question)) for question in questions]


@pytest.mark.parametrize("orders", [(("first", "second"), ("second", "first", "second", "first"))])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=shows())
async def test_order_and_repetition_do_not_matter(
    graph: Database, orders: tuple[tuple[str, ...], ...], told: dict[str, list[SetObservation]]
) -> None:
    found = []
    for order in orders:
        async with graph.driver.session() as session:
            await (await session.run(EMPTY)).consume()
        for source in order:
            await load(graph, *told[source])
        assert (await check(graph)).differences == []
        found.append(await graph_as_text(graph))
    assert found[0] == found[1]
    days = {seen.played_on for sets in told.values() for seen in sets}
    assert await ask(graph, "MATCH (s:Setlist) RETURN count(s)") == [[len(days)]]
