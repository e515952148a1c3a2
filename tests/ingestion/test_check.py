"""`check` says nothing of a sound graph, and names every fault."""

from __future__ import annotations

import pytest

from cypher import Database
from ingestion.check import MOST_SHOWN, CheckReport, check
from ingestion.differences import Difference
from ingestion.observation import CreditObservation, RowObservation
from tests.ingestion.given import load, set_of

REMIX = RowObservation(
    text="Anna - One (Cleo Remix)",
    title="One",
    version="Cleo Remix",
    version_kind="remix",
    credits=(CreditObservation("Anna"), CreditObservation("Cleo", "remixer")),
)


async def some_sets(graph: Database) -> None:
    """Three sets with all that a check looks at."""
    await load(
        graph,
        set_of("a", "One >", "Two", "w/ Three", "?", "Four", REMIX, djs=("Dora", "Emil")),
        set_of("b", "One", "Two", "| Three", "Four", djs=("Dora aka Fay",)),
        set_of("c", "One", "Two", "~", "Four", djs=("Fay",)),
    )


async def test_a_sound_graph_is_clean(graph: Database) -> None:
    await some_sets(graph)
    report = await check(graph)
    assert (report.count, report.differences) == (0, [])
    assert report.checked["check/setlists"] == 3


async def test_an_empty_graph_is_clean(graph: Database) -> None:
    assert (await check(graph)).count == 0


ONE_TO_TWO = "MATCH (a:Track {title: 'One'})-[e:TRANSITIONS_TO]->(b:Track {title: 'Two'})"


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (f"{ONE_TO_TWO} SET e.sets = e.sets + 1", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} SET e.djs = e.djs - 1", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} SET e.segues = 0", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} SET e.first_played = date('2001-01-01')", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} SET e.observations = e.observations[1..]", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} SET e.confidence = 0.1", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} DELETE e", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} CREATE (b)-[:TRANSITIONS_TO {{sets: 1}}]->(a)", "TRANSITIONS_TO"),
        (f"{ONE_TO_TWO} CREATE (a)-[f:TRANSITIONS_TO]->(b) SET f = e", "TRANSITIONS_TO"),
        ("MATCH (t:Track {title: 'One'}) CREATE (t)-[:TRANSITIONS_TO {sets: 1}]->(t)", "TRANSITIONS_TO"),
        ("CREATE (:Identifier {scheme: 'merged-id', value: 'trk_x'})", "merged-id"),
        (
            "MATCH (t:Track {title: 'One'}) CREATE (:Identifier {scheme: 'merged-id', value: t.id})-[:IDENTIFIES]->(t)",
            "merged-id",
        ),
        ("MATCH (t:Track {title: 'One'}) CREATE (t)-[:DISTINCT_FROM]->(t)", "DISTINCT_FROM"),
        ("MATCH (a:Artist {name: 'Dora'}) CREATE (a)-[:DISTINCT_FROM]->(a)", "DISTINCT_FROM"),
        ("CREATE (:ReviewItem {id: 'rvw_x', state: 'open'})", "ReviewItem"),
        ("MATCH (t:Track {title: 'One'}) CREATE (:ReviewItem {id: 'r', state: 'open'})-[:ABOUT]->(t)", "ReviewItem"),
        (
            "MATCH (t:Track {title: 'One'}), (u:Track {title: 'Two'}) UNWIND ['rvw_x', 'rvw_y'] AS id "
            "CREATE (u)<-[:CANDIDATE]-(:ReviewItem {id: id, state: 'open'})-[:ABOUT]->(t)",
            "ReviewItem",
        ),
        ("MATCH (t:Track {title: 'Four'}) SET t.set_count = 2", "set_count"),
        ("MATCH (t:Track {title: 'Four'}) REMOVE t.set_count", "set_count"),
        ("MATCH (s:Setlist {title: 'Set a'}) SET s.play_count = 0", "play_count"),
        ("MATCH ()-[e:THEN]->() WITH e LIMIT 1 DELETE e", "THEN"),
        ("MATCH ()-[e:THEN]->() WITH e LIMIT 1 SET e.segue = NOT e.segue", "THEN"),
        ("MATCH (p:Play {text: '?'}), (q:Play {text: '~'}) CREATE (p)-[:THEN {segue: false}]->(q)", "THEN"),
        ("MATCH (p:Play {text: 'Four'})-[e:OF]->() WITH e LIMIT 1 DELETE e", "OF"),
        ("MATCH (p:Play {text: '?'}), (t:Track {title: 'One'}) CREATE (p)-[:OF]->(t)", "OF"),
        ("MATCH ()-[e:VERSION_OF]->() DELETE e", "VERSION_OF"),
        ("MATCH (a:Track {title: 'One'}), (b:Track {title: 'Two'}) CREATE (a)-[:VERSION_OF]->(b)", "VERSION_OF"),
        ("MATCH ()-[e:HAS]->(:Play {text: '?'}) DELETE e", "HAS"),
        ("MATCH (:Setlist {title: 'Set a'})<-[:IDENTIFIES]-(i) DETACH DELETE i", "IDENTIFIES"),
        ("MATCH (:Setlist {title: 'Set a'})<-[e:DESCRIBES]-() DELETE e", "DESCRIBES"),
    ],
)  # fmt: skip
async def test_damage_is_found(graph: Database, damage: str, kind: str) -> None:
    await some_sets(graph)
    _, summary, _ = await graph.driver.execute_query(damage)
    assert summary.counters.contains_updates
    report = await check(graph)
    assert kind in {found.kind for found in report.differences}
    assert all(found.ids for found in report.differences)


def test_a_difference_reads_as_a_sentence() -> None:
    found = Difference("set_count", ("trk_1",), "2", "3")
    assert str(found) == "set_count trk_1: stored 2, expected 3"


def test_a_report_lists_the_first_and_counts_all() -> None:
    report = CheckReport()
    for _ in range(MOST_SHOWN + 5):
        report.add(Difference("set_count", ("trk_1",), "2", "3"))
    assert (report.count, len(report.differences)) == (MOST_SHOWN + 5, MOST_SHOWN)
