"""Review items: opened once, decided once, followed through merges, opened again by an undo."""

from __future__ import annotations

from typing import Any

import pytest

from curation.merge import merge_tracks
from curation.review import NewReviewItem, accept, as_new, open_items, reject
from curation.undo import undo
from cypher import Database, write
from graph_model.errors import BadInput, CannotUndo, Conflict, KnownDifferent, NotFound
from graph_model.ids import new_id
from tests.curation.given import everything, is_clean, uid, value
from tests.ingestion.given import ask, edges, load, set_of

TITLES = ("One", "Won", "Wonn", "Two")
Tracks = dict[str, str]


@pytest.fixture
async def tracks(graph: Database) -> Tracks:
    """Title → id of four Tracks of two sets."""
    await load(graph, set_of("a", *TITLES), set_of("b", "Won", "Two"))
    return {title: await uid(graph, "Track", title) for title in TITLES}


async def opened(graph: Database, entity: str, *candidates: str) -> str:
    """The id of the open item about an entity, opened unless it is there; each candidate less likely than the last."""
    likely = [(each, 0.9 - 0.1 * place, [f"reason {place}"]) for place, each in enumerate(candidates)]
    asked = NewReviewItem("track", entity, "Anna - Won", 0.9, "matcher 1", None, likely)
    await write(graph, lambda transaction: open_items(transaction, [asked]))
    text = "MATCH (item:ReviewItem {state: 'open'})-[:ABOUT]->({id: $id}) RETURN item.id"
    return str(await value(graph, text, id=entity))


async def state(graph: Database, item: str) -> list[Any]:
    """State, who decided, ids of the candidates in order."""
    text = """MATCH (item:ReviewItem {id: $id}) RETURN item.state, item.decided_by,
      COLLECT { MATCH (item)-[c:CANDIDATE]->(n) WITH n ORDER BY c.rank RETURN n.id }"""
    return (await ask(graph, text, id=item))[0]


async def test_an_entity_has_one_open_item_however_often_it_is_asked_about(graph: Database, tracks: Tracks) -> None:
    first = await opened(graph, tracks["Won"], tracks["One"])
    assert await opened(graph, tracks["Won"], tracks["Wonn"]) == first
    assert await state(graph, first) == ["open", None, [tracks["One"]]]
    assert await is_clean(graph) == []


async def test_accepting_merges_into_the_likeliest_or_into_the_named_one(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"], tracks["Two"])
    done = await accept(graph, item, actor="tests")
    assert (done.entities, done.item) == ((tracks["One"],), item)
    assert await edges(graph) == {("One", "Wonn"): (1, 1, 0), ("Wonn", "Two"): (1, 1, 0), ("One", "Two"): (1, 1, 0)}
    other = await opened(graph, tracks["Wonn"], tracks["Two"], tracks["One"])
    assert (await accept(graph, other, tracks["Won"], actor="tests")).entities == (tracks["One"],)
    assert (await state(graph, item))[:2] == ["accepted", "tests"]
    assert await is_clean(graph) == []


async def test_an_undone_acceptance_asks_again_and_tells_nothing_apart(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"], tracks["Two"])
    before = await everything(graph)
    done = await accept(graph, item, actor="tests")
    assert (await undo(graph, done.revision, actor="tests")).item == item
    assert await everything(graph) == before
    assert await value(graph, "MATCH ()-[r:DISTINCT_FROM]->() RETURN count(r)") == 0
    await accept(graph, item, actor="tests")


@pytest.mark.parametrize("decide", [reject, as_new])
async def test_a_rejection_is_remembered_for_every_candidate(graph: Database, tracks: Tracks, decide: Any) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"], tracks["Two"])
    before = await everything(graph)
    done = await decide(graph, item, actor="tests", reason="heard both")
    assert (await state(graph, item))[:2] == ["rejected", "tests"]
    for title in ("One", "Two"):
        with pytest.raises(KnownDifferent, match="heard both"):
            await merge_tracks(graph, tracks[title], tracks["Won"], actor="tests")
    await undo(graph, done.revision, actor="tests")
    assert await everything(graph) == before
    assert await value(graph, "MATCH ()-[r:DISTINCT_FROM]->() RETURN count(r)") == 0


async def test_what_was_told_apart_is_not_asked_about_again(graph: Database, tracks: Tracks) -> None:
    await reject(graph, await opened(graph, tracks["Won"], tracks["One"]), actor="tests")
    item = await opened(graph, tracks["Won"], tracks["One"], tracks["Two"])
    assert (await state(graph, item))[2] == [tracks["Two"]]


async def test_one_candidate_can_be_ruled_out_and_the_last_one_decides(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"], tracks["Two"])
    before = await everything(graph)
    one = await reject(graph, item, tracks["One"], actor="tests")
    assert await state(graph, item) == ["open", None, [tracks["Two"]]]
    two = await reject(graph, item, tracks["Two"], actor="tests")
    assert (await state(graph, item))[0] == "rejected"
    await undo(graph, two.revision, actor="tests")
    await undo(graph, one.revision, actor="tests")
    assert await everything(graph) == before


async def test_a_candidate_that_was_merged_is_followed_to_the_survivor(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["Wonn"], tracks["One"])
    done = await merge_tracks(graph, tracks["Two"], tracks["Wonn"], actor="tests")
    assert await state(graph, item) == ["open", None, [tracks["Two"], tracks["One"]]]
    await undo(graph, done.revision, actor="tests")
    assert await state(graph, item) == ["open", None, [tracks["Wonn"], tracks["One"]]]


async def test_an_item_whose_question_is_gone_is_withdrawn_and_an_undo_brings_it_back(
    graph: Database, tracks: Tracks
) -> None:
    about, named = await opened(graph, tracks["Won"], tracks["Two"]), await opened(graph, tracks["One"], tracks["Won"])
    before = await everything(graph)
    done = await merge_tracks(graph, tracks["One"], tracks["Won"], actor="tests")
    assert [(await state(graph, item))[0] for item in (about, named)] == ["withdrawn", "withdrawn"]
    assert await is_clean(graph) == []
    await undo(graph, done.revision, actor="tests")
    assert await everything(graph) == before


async def test_a_decision_is_made_once(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"])
    await as_new(graph, item, actor="first")
    for act in (accept, reject, as_new):
        with pytest.raises(Conflict, match="rejected by first already"):
            await act(graph, item, actor="second")


async def test_a_reopened_item_does_not_stand_beside_a_newer_one(graph: Database, tracks: Tracks) -> None:
    done = await as_new(graph, await opened(graph, tracks["Won"], tracks["One"]), actor="tests")
    newer = await opened(graph, tracks["Won"], tracks["Two"])
    with pytest.raises(CannotUndo, match=newer):
        await undo(graph, done.revision, actor="tests")
    assert await is_clean(graph) == []


async def test_what_cannot_be_decided_is_refused_by_name(graph: Database, tracks: Tracks) -> None:
    item = await opened(graph, tracks["Won"], tracks["One"])
    with pytest.raises(BadInput, match="is no candidate"):
        await accept(graph, item, tracks["Two"], actor="tests")
    with pytest.raises(NotFound):
        await reject(graph, new_id("ReviewItem"), actor="tests")
    assert (await state(graph, item))[0] == "open"
