"""Undo by cases: what stands in the way is named, and what came later stays."""

from __future__ import annotations

import pytest

from curation.merge import merge_artists, merge_tracks
from curation.undo import undo
from cypher import Database
from graph_model.errors import BadInput, CannotUndo, NotFound
from graph_model.ids import new_id
from tests.curation.given import everything, is_clean, played, plays_of, uid, value
from tests.ingestion.given import ask, load, set_of


async def test_an_undo_is_a_revision_that_names_what_it_undid(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    done = await merge_tracks(graph, one, won, actor="tests")
    undone = await undo(graph, done.revision, actor="somebody", reason="a mistake")
    told = "MATCH (u:Revision {id: $id})-[:UNDOES]->(r) RETURN u.action, u.actor, u.reason, r.id"
    assert await ask(graph, told, id=undone.revision) == [["undo", "somebody", "a mistake", done.revision]]
    assert set(undone.entities) == {one, won}
    with pytest.raises(CannotUndo, match=undone.revision):
        await undo(graph, done.revision, actor="tests")


async def test_a_survivor_that_was_merged_later_names_the_act_to_undo_first(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won", "Wonn"))
    one, won, wonn = [await uid(graph, "Track", title) for title in ("One", "Won", "Wonn")]
    before = await everything(graph)
    first = await merge_tracks(graph, won, wonn, actor="tests")
    second = await merge_tracks(graph, one, won, actor="tests")
    with pytest.raises(CannotUndo, match=f"undo {second.revision} first"):
        await undo(graph, first.revision, actor="tests")
    await undo(graph, second.revision, actor="tests")
    await undo(graph, first.revision, actor="tests")
    assert await everything(graph) == before


async def test_merges_into_one_track_are_undone_in_any_order(graph: Database) -> None:
    rows = [played("Anna", "One"), played("Anna, Bert", "Won"), played("Anna, Bert", "Wonn")]
    await load(graph, set_of("a", *rows))
    one, won, wonn = [await uid(graph, "Track", title) for title in ("One", "Won", "Wonn")]
    before = await everything(graph)
    first = await merge_tracks(graph, one, won, actor="tests")
    second = await merge_tracks(graph, one, wonn, actor="tests")
    await undo(graph, first.revision, actor="tests")
    credited = "MATCH (:Track {id: $id})-[:CREDITED_TO]->(a) RETURN a.name ORDER BY a.name"
    assert await ask(graph, credited, id=one) == [["Anna"], ["Bert"]], "from the second one now"
    await undo(graph, second.revision, actor="tests")
    assert await everything(graph) == before


async def test_what_was_loaded_meanwhile_stays_with_the_survivor(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "Won", "Two"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    done = await merge_tracks(graph, one, won, actor="tests")
    await load(graph, set_of("c", "Won", "Two"))
    assert len(await plays_of(graph, one)) == 3
    await undo(graph, done.revision, actor="tests")
    assert (len(await plays_of(graph, one)), len(await plays_of(graph, won))) == (2, 1)
    assert await is_clean(graph) == []
    await load(graph, set_of("d", "Won", "Two"))
    assert len(await plays_of(graph, won)) == 2


async def test_an_artist_and_a_track_merge_are_undone_across_each_other(graph: Database) -> None:
    await load(graph, set_of("a", played("Anna", "One"), played("Bert", "Won")), set_of("b", played("Bert", "Two")))
    before = await everything(graph)
    tracks = [await uid(graph, "Track", title) for title in ("One", "Won")]
    artists = [await uid(graph, "Artist", name) for name in ("Anna", "Bert")]
    first = await merge_tracks(graph, *tracks, actor="tests")
    second = await merge_artists(graph, *artists, actor="tests")
    await undo(graph, first.revision, actor="tests")
    assert await is_clean(graph) == []
    await undo(graph, second.revision, actor="tests")
    assert await everything(graph) == before


async def test_only_acts_of_curators_can_be_undone(graph: Database) -> None:
    await load(graph, set_of("a", "One"))
    loaded = await value(graph, "MATCH (r:Revision) RETURN r.id")
    with pytest.raises(BadInput, match="load_set"):
        await undo(graph, loaded, actor="tests")
    with pytest.raises(NotFound):
        await undo(graph, new_id("Revision"), actor="tests")
