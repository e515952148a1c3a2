"""The resolver that knows what is alike, on a real Neo4j: one piece, one Track; what is unsure is asked once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from curation.review import accept, reject
from cypher import Database
from ingestion.check import check
from ingestion.load import LoadReport, load_sets
from ingestion.observation import SetObservation
from ingestion.resolution.alike import resolve_alike
from tests.ingestion.given import ask, dump, edges, play, set_of

TRACKS = "MATCH (t:Track) RETURN t.title ORDER BY t.title"
OPEN = """MATCH (item:ReviewItem {state: 'open'})-[:ABOUT]->(t:Track)
RETURN t.title, [(item)-[c:CANDIDATE]->(o) | o.title], item.matcher, [(item)-[c:CANDIDATE]->() | size(c.reasons)]
ORDER BY t.title"""
PLAYS = "MATCH (p:Play)-[:OF]->(t:Track) RETURN p.text, t.title ORDER BY p.text"


async def load(graph: Database, *sets: SetObservation) -> LoadReport:
    return await load_sets(graph, sets, actor="tests", resolver=resolve_alike)


async def is_clean(graph: Database) -> bool:
    return not (await check(graph)).differences


STRETCH, TIMESTRETCH = play("Robert Hood", "Time Stretch"), play("Robert Hood", "Timestretch")
RED_LIGHT, RED_LIGHTS = play("Kerri Chandler", "Red Light"), play("Kerri Chandler", "Red Lights")
BREAK = play("Nobody Else", "Something Quite Different")


async def test_two_spellings_in_one_batch_are_one_track(graph: Database) -> None:
    await load(graph, set_of("a", STRETCH, BREAK), set_of("b", TIMESTRETCH, BREAK))
    assert await ask(graph, TRACKS) == [["Something Quite Different"], ["Time Stretch"]]
    assert await edges(graph) == {("Time Stretch", "Something Quite Different"): (2, 1, 0)}
    assert await ask(graph, OPEN) == []
    assert await is_clean(graph)


async def test_two_spellings_in_two_loads_are_one_track_and_the_matcher_signs(graph: Database) -> None:
    await load(graph, set_of("a", STRETCH, BREAK))
    await load(graph, set_of("b", TIMESTRETCH, BREAK))
    assert await ask(graph, TRACKS) == [["Something Quite Different"], ["Time Stretch"]]
    signed = (
        "MATCH (k:Identifier {scheme: 'track-spelling'})-[s:IDENTIFIES]->() RETURN k.value, s.decided_by, s.confidence"
    )
    by = {value: (who, sure) for value, who, sure in await ask(graph, signed)}
    assert by["hood robert|time stretch|"][0] == "exact-key"
    who, sure = by["hood robert|timestretch|"]
    assert who.startswith("rows ")
    assert 0.85 <= sure < 1.0
    assert await is_clean(graph)


async def test_what_is_unsure_is_two_tracks_and_one_question_with_reasons(graph: Database) -> None:
    await load(graph, set_of("a", RED_LIGHT, BREAK))
    await load(graph, set_of("b", RED_LIGHTS, BREAK))
    assert len(await ask(graph, TRACKS)) == 3
    ((title, candidates, matcher, reasons),) = await ask(graph, OPEN)
    assert (title, candidates) == ("Red Lights", ["Red Light"])
    assert matcher.startswith("rows ")
    assert reasons[0] >= 2
    assert await is_clean(graph)


async def test_what_is_unsure_within_one_batch_is_asked_too(graph: Database) -> None:
    await load(graph, set_of("a", RED_LIGHT, BREAK, RED_LIGHTS))
    assert [row[:2] for row in await ask(graph, OPEN)] == [["Red Lights", ["Red Light"]]]


async def test_loading_again_and_other_sets_of_the_same_rows_change_no_key_and_ask_nothing_more(
    graph: Database,
) -> None:
    sets = [set_of("a", STRETCH, RED_LIGHT), set_of("b", TIMESTRETCH, RED_LIGHTS)]
    await load(graph, *sets)
    before = await dump(graph)
    counted = "MATCH (k:Identifier) WHERE NOT k.scheme STARTS WITH 'set-' RETURN k.scheme, count(*) ORDER BY k.scheme"
    keys = "MATCH (t:Track) RETURN t.id, t.match_keys ORDER BY t.id"
    identifiers, matched, asked = await ask(graph, counted), await ask(graph, keys), await ask(graph, OPEN)
    report = await load(graph, *sets)
    assert report.sets_unchanged == 2
    assert await dump(graph) == before
    await load(graph, *(replace(one, key=f"{one.key}{one.key}", raw=f"other {one.raw}") for one in sets))
    assert await ask(graph, counted) == identifiers
    assert await ask(graph, keys) == matched
    assert await ask(graph, OPEN) == asked


async def test_what_a_person_told_apart_stays_two_and_is_not_asked_again(graph: Database) -> None:
    await load(graph, set_of("a", RED_LIGHT, BREAK))
    await load(graph, set_of("b", RED_LIGHTS, BREAK))
    ((item,),) = await ask(graph, "MATCH (i:ReviewItem) RETURN i.id")
    await reject(graph, item, actor="tests")
    await load(graph, set_of("c", RED_LIGHTS), set_of("d", RED_LIGHT, RED_LIGHTS))
    assert len(await ask(graph, TRACKS)) == 3
    assert await ask(graph, OPEN) == []
    await load(graph, set_of("e", play("Chandler Kerri", "Red Light"), play("K Chandler", "Red Lights")))
    about = "MATCH (a:Track)<-[:ABOUT]-(:ReviewItem)-[:CANDIDATE]->(b:Track) RETURN a.artist_credit, a.title, b.title"
    assert (await ask(graph, about)).count(["Kerri Chandler", "Red Lights", "Red Light"]) == 1
    assert await is_clean(graph)


async def test_later_rows_of_what_a_person_united_go_to_the_survivor(graph: Database) -> None:
    await load(graph, set_of("a", RED_LIGHT, BREAK))
    await load(graph, set_of("b", RED_LIGHTS, BREAK))
    ((item,),) = await ask(graph, "MATCH (i:ReviewItem) RETURN i.id")
    await accept(graph, item, actor="tests")
    await load(graph, set_of("c", RED_LIGHTS, STRETCH))
    assert await ask(graph, TRACKS) == [["Red Light"], ["Something Quite Different"], ["Time Stretch"]]
    assert {row[1] for row in await ask(graph, PLAYS) if row[0].startswith("Kerri")} == {"Red Light"}
    assert await is_clean(graph)


async def test_rows_of_one_isrc_are_one_track_and_of_two_are_never_united(graph: Database) -> None:
    one, two = (("isrc", "GB1"),), (("isrc", "GB2"),)
    await load(graph, set_of("a", play("Robert Hood", "Time Stretch", external_ids=one), BREAK))
    await load(graph, set_of("b", play("R. Hood", "The Time Strech", external_ids=one), BREAK))
    assert len(await ask(graph, TRACKS)) == 2
    await load(graph, set_of("c", play("Robert Hood", "Timestretch", external_ids=two), BREAK))
    assert len(await ask(graph, TRACKS)) == 3
    await load(graph, set_of("d", play("Robert Hood", "Time Stretch", external_ids=two), BREAK))
    assert len(await ask(graph, TRACKS)) == 3
    assert await is_clean(graph)


async def test_titles_that_many_pieces_share_are_told_apart_by_their_release(graph: Database) -> None:
    first, second = (
        play("Robert Hood", "Untitled", label="M-Plant", catalog_number=f"M.PM{number}") for number in (1, 2)
    )
    await load(graph, set_of("a", first, BREAK))
    await load(graph, set_of("b", second, BREAK))
    assert await ask(graph, TRACKS) == [["Something Quite Different"], ["Untitled"], ["Untitled"]]
    assert await ask(graph, OPEN) == []


async def test_versions_of_one_piece_are_not_united(graph: Database) -> None:
    rows = [play("Rhadow", "Drive", version) for version in (None, "Tom Demac Remix", "Len Faki Remix", "Len Faki Dub")]
    await load(graph, *(set_of(str(number), row, BREAK) for number, row in enumerate(rows)))
    assert len(await ask(graph, TRACKS)) == 5
    assert await is_clean(graph)


async def test_two_loads_at_once_that_print_one_track_in_two_ways_make_it_once(graph: Database) -> None:
    names = [
        f"{first} {second}" for first in ("Time", "Star", "Rain") for second in ("Stretches", "Horizons", "Fountain")
    ]
    ones = [set_of(f"a{name}", play("Robert Hood", name), BREAK) for name in names]
    others = [set_of(f"b{name}", play("Robert Hood", name.replace(" ", "").title()), BREAK) for name in names]
    await asyncio.gather(
        load_sets(graph, ones, actor="tests", batch_sets=1, resolver=resolve_alike),
        load_sets(graph, others, actor="tests", batch_sets=1, resolver=resolve_alike),
    )
    assert len(await ask(graph, TRACKS)) == len(names) + 1
    assert await is_clean(graph)


async def test_a_track_without_match_keys_is_no_trouble(graph: Database) -> None:
    await load(graph, set_of("a", STRETCH, BREAK))
    await graph.driver.execute_query("MATCH (t:Track) REMOVE t.match_keys")
    await load(graph, set_of("b", TIMESTRETCH, BREAK))
    await load(graph, set_of("c", play("Robert Hood", "Time-Strettch"), BREAK))
    assert await is_clean(graph)
