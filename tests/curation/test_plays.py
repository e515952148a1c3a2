"""A curator says what a row is of: the row goes there, and stays there when its set is loaded again."""

from __future__ import annotations

import pytest

from curation.plays import repoint_plays
from curation.undo import undo
from cypher import Database
from graph_model.errors import BadInput, CannotUndo, NotFound
from graph_model.ids import new_id
from tests.curation.given import everything, is_clean, plays_of, uid
from tests.ingestion.given import ask, edges, load, set_of


async def test_a_row_goes_to_another_track_and_its_transitions_with_it(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "One", "Two"), set_of("c", "Three"))
    one, three = await uid(graph, "Track", "One"), await uid(graph, "Track", "Three")
    before = await everything(graph)
    done = await repoint_plays(graph, (await plays_of(graph, one))[:1], three, actor="tests")
    assert await edges(graph) == {("One", "Two"): (1, 1, 0), ("Three", "Two"): (1, 1, 0)}
    assert await is_clean(graph) == []
    await undo(graph, done.revision, actor="tests")
    assert await everything(graph) == before


async def test_a_row_can_be_of_a_track_that_nobody_knew(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"))
    plays = await plays_of(graph, await uid(graph, "Track", "One"))
    before = await everything(graph)
    done = await repoint_plays(graph, plays, actor="tests", title="One (Live)")
    assert await edges(graph) == {("One (Live)", "Two"): (1, 1, 0)}
    credits = "MATCH (t:Track {id: $id})-[:CREDITED_TO]->(a) RETURN t.artist_credit, a.name"
    assert await ask(graph, credits, id=done.entities[0]) == [["Anna", "Anna"]]
    await undo(graph, done.revision, actor="tests")
    assert await everything(graph) == before


async def test_the_row_stays_where_the_curator_put_it_when_its_set_is_loaded_again(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "Three"))
    one, three = await uid(graph, "Track", "One"), await uid(graph, "Track", "Three")
    await repoint_plays(graph, await plays_of(graph, one), three, actor="tests")
    report = await load(graph, set_of("a", "One", "Two", "Four"))
    assert report.sets_updated == 1
    assert await edges(graph) == {("Three", "Two"): (1, 1, 0), ("Two", "Four"): (1, 1, 0)}
    assert await is_clean(graph) == []


async def test_a_row_that_changed_is_read_anew(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "Three"))
    one, three = await uid(graph, "Track", "One"), await uid(graph, "Track", "Three")
    await repoint_plays(graph, await plays_of(graph, one), three, actor="tests")
    await load(graph, set_of("a", "| One", "Two"))
    assert await edges(graph) == {("One", "Two"): (1, 1, 0)}
    assert await is_clean(graph) == []


async def test_an_undo_leaves_what_somebody_moved_on_where_that_one_put_it(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"), set_of("b", "Three"), set_of("c", "Four"))
    one, three, four = [await uid(graph, "Track", title) for title in ("One", "Three", "Four")]
    plays = await plays_of(graph, one)
    first = await repoint_plays(graph, plays, three, actor="tests")
    second = await repoint_plays(graph, plays, four, actor="tests")
    await undo(graph, first.revision, actor="tests")
    assert await plays_of(graph, four) != []
    await undo(graph, second.revision, actor="tests")
    assert plays[0] in await plays_of(graph, one)
    with pytest.raises(CannotUndo, match="undone already"):
        await undo(graph, second.revision, actor="tests")


async def test_what_cannot_be_moved_is_refused_by_name(graph: Database) -> None:
    await load(graph, set_of("a", "One", "?"))
    one = await uid(graph, "Track", "One")
    ((unknown,),) = await ask(graph, "MATCH (p:Play {state: 'unidentified'}) RETURN p.id")
    (play,) = await plays_of(graph, one)
    nobody = new_id("Play")
    for plays, track, title, error, said in (
        ([unknown], one, None, BadInput, unknown),
        ([nobody], one, None, NotFound, nobody),
        ([play], one, None, BadInput, "already"),
        ([play], None, None, BadInput, "either"),
        ([play], one, "Two", BadInput, "either"),
        ([play], new_id("Track"), None, NotFound, "no Track"),
        ([], one, None, BadInput, "Name 1 to"),
        ([play], None, "x" * 1_001, BadInput, "1,001"),
    ):
        with pytest.raises(error, match=said):
            await repoint_plays(graph, plays, track, actor="tests", title=title)
