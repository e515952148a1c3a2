"""Deleting a set takes its share away and leaves the rest."""

from __future__ import annotations

from datetime import date

import pytest

from cypher import Database
from graph_model.errors import NotFound
from graph_model.ids import new_id
from ingestion.check import check
from ingestion.deletion import delete_set
from tests.ingestion.given import ask, derived, edges, load, set_of


async def uid_of(database: Database, key: str) -> str:
    """Id of the Setlist of this key."""
    ((uid,),) = await ask(database, "MATCH (s:Setlist {title: $title}) RETURN s.id", title=f"Set {key}")
    return str(uid)


async def test_its_share_goes_and_the_other_sets_stay(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", "Three", djs=("Dora",), on=date(2001, 1, 1)))
    alone = await derived(graph)
    await load(graph, set_of("b", "Two", "Three >", "One", "Two", djs=("Emil",), on=date(1999, 1, 1)))
    await delete_set(graph, await uid_of(graph, "b"), actor="tests")
    assert await derived(graph) == alone
    assert (await check(graph)).differences == []


async def test_tracks_and_the_observation_stay_and_a_revision_tells(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"))
    uid = await uid_of(graph, "a")
    await delete_set(graph, uid, actor="tests", reason="a mistake")
    counts = "MATCH (n) WHERE n:Track OR n:Observation OR n:Play OR n:Setlist RETURN labels(n)[0], count(*)"
    assert dict(await ask(graph, counts)) == {"Track": 2, "Observation": 1}
    ((seq, actor, reason, before),) = await ask(
        graph, "MATCH (r:Revision {action: 'delete_set'}) RETURN r.seq, r.actor, r.reason, r.before"
    )
    assert (seq, actor, reason) == (2, "tests", "a mistake")
    assert uid in before


async def test_a_deleted_set_can_be_loaded_again_under_a_new_id(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"))
    uid = await uid_of(graph, "a")
    await delete_set(graph, uid, actor="tests")
    report = await load(graph, set_of("a", "One", "Two"))
    assert report.sets_new == 1
    assert await uid_of(graph, "a") != uid
    assert await edges(graph) == {("One", "Two"): (1, 1, 0)}


async def test_a_set_that_is_not_there_is_not_found(graph: Database) -> None:
    with pytest.raises(NotFound):
        await delete_set(graph, new_id("Setlist"), actor="tests")
