"""A merged Track's match keys: the survivor is found by them, and an undo gives them back."""

from __future__ import annotations

from itertools import permutations

import pytest

from curation.match_keys import MOST_CHARACTERS
from curation.merge import merge_tracks
from curation.undo import undo
from cypher import Database
from tests.curation.given import everything, uid, value
from tests.ingestion.given import ask, load, set_of

KEYS = "MATCH (t:Track {id: $id}) RETURN t.match_keys"
ALL = "MATCH (t:Track) RETURN t.title, t.match_keys ORDER BY t.title"


async def keys_of(graph: Database, track: str) -> list[str]:
    return str(await value(graph, KEYS, id=track)).split()


async def without_keys(graph: Database, track: str) -> None:
    await graph.driver.execute_query("MATCH (t:Track {id: $id}) REMOVE t.match_keys", id=track)


async def test_the_survivor_has_both_and_an_undo_gives_them_back(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    before, apart = await everything(graph), await ask(graph, ALL)
    mine, yours = await keys_of(graph, one), await keys_of(graph, won)
    merged = await merge_tracks(graph, one, won, actor="tests")
    assert await keys_of(graph, one) == sorted([*mine, *yours])
    await undo(graph, merged.revision, actor="tests")
    assert await ask(graph, ALL) == apart
    assert await everything(graph) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_merges_are_undone_in_any_order(graph: Database, order: tuple[int, ...]) -> None:
    await load(graph, set_of("a", "One", "Won", "Onne", "Wone"))
    apart = await ask(graph, ALL)
    one, *others = [await uid(graph, "Track", title) for title in ("One", "Won", "Onne", "Wone")]
    acts = [(await merge_tracks(graph, one, other, actor="tests")).revision for other in others]
    for place in order:
        await undo(graph, acts[place], actor="tests")
    assert await ask(graph, ALL) == apart


@pytest.mark.parametrize("bare", ["One", "Won"])
async def test_a_track_without_keys_takes_and_gives_what_there_is(graph: Database, bare: str) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    await without_keys(graph, one if bare == "One" else won)
    apart = await ask(graph, ALL)
    merged = await merge_tracks(graph, one, won, actor="tests")
    assert await keys_of(graph, one)
    await undo(graph, merged.revision, actor="tests")
    assert await ask(graph, ALL) == apart


async def test_a_survivor_with_many_keys_is_given_none(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Won"))
    one, won = await uid(graph, "Track", "One"), await uid(graph, "Track", "Won")
    many = "MATCH (t:Track {id: $id}) SET t.match_keys = $keys"
    await graph.driver.execute_query(many, id=one, keys="k" * MOST_CHARACTERS)
    apart = await ask(graph, ALL)
    merged = await merge_tracks(graph, one, won, actor="tests")
    assert await keys_of(graph, one) == ["k" * MOST_CHARACTERS]
    await undo(graph, merged.revision, actor="tests")
    assert await ask(graph, ALL) == apart
