"""Merging Tracks and Artists: what moves, what is counted anew, where the old id leads, who may say no."""

from __future__ import annotations

import asyncio

import pytest

from curation.merge import merge_artists, merge_tracks
from curation.undo import undo
from cypher import Database
from graph_model.errors import BadInput, KnownDifferent, NotFound
from graph_model.ids import new_id
from tests.curation.given import everything, is_clean, played, plays_of, uid, value
from tests.ingestion.given import ask, edges, load, set_of

LEADS = "MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(now) RETURN now.id"


async def test_plays_keys_credits_and_releases_go_to_the_survivor(graph: Database) -> None:
    rows = [played("Anna", "One", label="Ink"), played("Anna, Bert", "Won", label="Oak"), played("Anna", "Two")]
    await load(graph, set_of("a", *rows))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    done = await merge_tracks(graph, one, won, actor="tests", reason="a typing mistake")
    assert done.entities == (one,)
    assert len(await plays_of(graph, one)) == 2
    credits = "MATCH (:Track {id: $id})-[c:CREDITED_TO]->(a) RETURN a.name ORDER BY a.name"
    assert await ask(graph, credits, id=one) == [["Anna"], ["Bert"]]
    assert await value(graph, "MATCH (:Track {id: $id})-[r:RELEASED_ON]->() RETURN count(r)", id=one) == 2
    keys = "MATCH (:Track {id: $id})<-[:IDENTIFIES]-(k) WHERE k.scheme = 'track-spelling' RETURN count(k)"
    assert await value(graph, keys, id=one) == 2
    assert await edges(graph) == {("One", "Two"): (1, 1, 0)}
    assert await value(graph, LEADS, id=won) == one
    assert await is_clean(graph) == []


async def test_transitions_of_both_are_added_up_and_none_leads_to_itself(graph: Database) -> None:
    await load(
        graph, set_of("a", "One", "Two", "Won"), set_of("b", "Won", "Two", djs=("Emil",)), set_of("c", "One", "Won")
    )
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    await merge_tracks(graph, one, won, actor="tests")
    assert await edges(graph) == {("One", "Two"): (2, 2, 0), ("Two", "One"): (1, 1, 0)}
    assert await value(graph, "MATCH (t:Track {id: $id}) RETURN t.set_count", id=one) == 3
    assert await is_clean(graph) == []


async def test_versions_of_the_merged_one_become_versions_of_the_survivor(graph: Database) -> None:
    rows = [played("Anna", "One"), played("Anna, Bert", "One"), played("Anna, Bert", "One", "Dub Mix")]
    await load(graph, set_of("a", *rows))
    (plain,), (other,) = await ask(graph, "MATCH (t:Track {title: 'One'}) RETURN t.id ORDER BY size(t.artist_credit)")
    await merge_tracks(graph, plain, other, actor="tests")
    tied = "MATCH (:Track {version: 'Dub Mix'})-[:VERSION_OF]->(original) RETURN original.id"
    assert await value(graph, tied) == plain
    assert await is_clean(graph) == []


async def test_the_revision_tells_who_why_and_what(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    done = await merge_tracks(graph, one, won, actor="key:curator", reason="the same")
    told = await ask(
        graph,
        "MATCH (r:Revision {id: $id})-[:CHANGED]->(t) RETURN r.action, r.actor, r.reason, r.before CONTAINS $won, t.id",
        id=done.revision,
        won=won,
    )
    assert told == [["merge_tracks", "key:curator", "the same", True, one]]


async def test_a_redirect_of_a_redirect_leads_to_the_last_one(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won", "Wonn"))
    one, won, wonn = [await uid(graph, "Track", title) for title in ("One", "Won", "Wonn")]
    await merge_tracks(graph, won, wonn, actor="tests")
    await merge_tracks(graph, one, won, actor="tests")
    assert await value(graph, LEADS, id=wonn) == one
    with pytest.raises(BadInput, match="one already"):
        await merge_tracks(graph, wonn, one, actor="tests")


async def test_names_of_one_person_are_counted_once_after_a_merge(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", djs=("Dora",)), set_of("b", "One", "Two", djs=("Dora D",)))
    assert await edges(graph) == {("One", "Two"): (2, 2, 0)}
    dora, other = await uid(graph, "Artist", "Dora"), await uid(graph, "Artist", "Dora D")
    done = await merge_artists(graph, dora, other, actor="tests")
    assert await edges(graph) == {("One", "Two"): (2, 1, 0)}
    assert await value(graph, LEADS, id=other) == dora
    await undo(graph, done.revision, actor="tests")
    assert await edges(graph) == {("One", "Two"): (2, 2, 0)}
    assert await is_clean(graph) == []


async def test_aliases_of_each_other_become_one_without_a_loop(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", djs=("Dora aka Emil", "Fay")))
    dora, emil = await uid(graph, "Artist", "Dora"), await uid(graph, "Artist", "Emil")
    before = await everything(graph)
    done = await merge_artists(graph, emil, dora, actor="tests")
    assert await value(graph, "MATCH (a:Artist)-[r:ALIAS_OF]->() RETURN count(r)") == 0
    await undo(graph, done.revision, actor="tests")
    assert await everything(graph) == before


async def test_two_that_somebody_told_apart_are_merged_by_force_only(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    done = await merge_tracks(graph, one, won, actor="tests")
    await undo(graph, done.revision, actor="somebody", reason="another take")
    with pytest.raises(KnownDifferent, match=r"somebody .* \(another take\)"):
        await merge_tracks(graph, won, one, actor="tests")
    await merge_tracks(graph, won, one, actor="tests", force=True)
    assert await is_clean(graph) == []


async def test_what_cannot_be_merged_is_refused_and_nothing_changes(graph: Database) -> None:
    await load(graph, set_of("a", "One"))
    one, dora = await uid(graph, "Track", "One"), await uid(graph, "Artist", "Dora")
    before = await everything(graph)
    for survivor, merged, error in ((one, new_id("Track"), NotFound), (one, one, BadInput), (one, dora, BadInput)):
        with pytest.raises(error):
            await merge_tracks(graph, survivor, merged, actor="tests")
    with pytest.raises(NotFound):
        await merge_artists(graph, dora, "Dora", actor="tests")
    assert await everything(graph) == before


async def test_many_merges_of_overlapping_pairs_at_once_end_in_one(graph: Database) -> None:
    titles = [f"Take {number}" for number in range(8)]
    await load(graph, set_of("a", *titles), set_of("b", *reversed(titles)))
    ids = [await uid(graph, "Track", title) for title in titles]
    pairs = [(ids[place], ids[(place + step) % 8]) for step in (1, 3) for place in range(8)]
    acts = [merge_tracks(graph, one, other, actor="tests") for one, other in pairs]
    done = await asyncio.gather(*acts, return_exceptions=True)
    assert {type(each) for each in done if isinstance(each, BaseException)} <= {BadInput}
    assert await value(graph, "MATCH (t:Track) RETURN count(t)") == 1
    assert await value(graph, "MATCH (r:Revision {action: 'merge_tracks'}) RETURN count(r)") == 7
    assert await is_clean(graph) == []
