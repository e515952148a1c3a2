"""The whole graph resolved again, on a real Neo4j: what is surely one is merged, what may be is asked, once."""

from __future__ import annotations

from curation.undo import undo
from cypher import Database
from ingestion.check import check
from ingestion.load import load_sets
from ingestion.observation import SetObservation
from ingestion.resolution.reresolution import Reresolution, ResolveReport
from tests.ingestion.given import ask, play, set_of

TRACKS = "MATCH (t:Track) RETURN t.title ORDER BY t.title"
KEYS = "MATCH (t:Track) RETURN t.title, t.match_keys ORDER BY t.title"
STRETCH, TIMESTRETCH = play("Robert Hood", "Time Stretch"), play("Robert Hood", "Timestretch")
RED_LIGHT, RED_LIGHTS = play("Kerri Chandler", "Red Light"), play("Kerri Chandler", "Red Lights")


async def load_exactly(graph: Database, *sets: SetObservation) -> None:
    await load_sets(graph, sets, actor="tests")


async def resolve(graph: Database) -> ResolveReport:
    return await Reresolution(graph, "tests").run()


async def test_two_spellings_become_one_track_and_the_older_stays(graph: Database) -> None:
    await load_exactly(graph, set_of("a", STRETCH))
    await load_exactly(graph, set_of("b", TIMESTRETCH))
    report = await resolve(graph)
    assert (report.tracks, report.merged, report.asked) == (2, 1, 0)
    assert await ask(graph, TRACKS) == [["Time Stretch"]]
    assert (await check(graph)).count == 0


async def test_tracks_without_match_keys_are_given_them_first(graph: Database) -> None:
    await load_exactly(graph, set_of("a", STRETCH), set_of("b", RED_LIGHT))
    before = await ask(graph, KEYS)
    await graph.driver.execute_query("MATCH (t:Track) REMOVE t.match_keys")
    await load_exactly(graph, set_of("c", TIMESTRETCH))
    assert (await resolve(graph)).merged == 1
    titles = {title: set(keys.split()) for title, keys in await ask(graph, KEYS)}
    assert all(set(keys.split()) <= titles[title] for title, keys in before)


async def test_what_is_unsure_is_asked_once(graph: Database) -> None:
    await load_exactly(graph, set_of("a", RED_LIGHT), set_of("b", RED_LIGHTS))
    assert (await resolve(graph)).asked == 1
    again = await resolve(graph)
    assert (again.merged, again.asked) == (0, 0)
    assert len(await ask(graph, TRACKS)) == 2


async def test_a_title_that_many_pieces_share_unites_nothing(graph: Database) -> None:
    rows = (play("Robert Hood", "Untitled", label="M-Plant", catalog_number=f"M.PM{number}") for number in (1, 2))
    await load_exactly(graph, *(set_of(str(number), row) for number, row in enumerate(rows)))
    report = await resolve(graph)
    assert (report.tracks, report.merged, report.asked) == (2, 0, 0)


async def test_a_merge_that_was_undone_is_not_made_again(graph: Database) -> None:
    await load_exactly(graph, set_of("a", STRETCH), set_of("b", TIMESTRETCH))
    assert (await resolve(graph)).merged == 1
    ((revision,),) = await ask(graph, "MATCH (r:Revision {action: 'merge_tracks'}) RETURN r.id")
    await undo(graph, revision, actor="tests", reason="two pieces")
    report = await resolve(graph)
    assert (report.merged, report.asked) == (0, 0)
    assert await ask(graph, TRACKS) == [["Time Stretch"], ["Timestretch"]]
