"""One set known from two sources is one Setlist: who leads, who attests, and what they say otherwise."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

from cypher import Database
from ingestion.check import check
from ingestion.deletion import delete_set
from ingestion.observation import SetObservation
from tests.ingestion.given import ask, derived, edges, load, set_of

DAY = date(1977, 5, 8)
ROWS = ("Scarlet Begonias >", "Fire", "Estimated Prophet", "Saint Stephen", "Not Fade Away", "Morning Dew")


def first(*rows: str, key: str = "a", on: date | None = DAY, **head: Any) -> SetObservation:
    """A record of the source that is trusted more."""
    return set_of(key, *(rows or ROWS), on=on, **{"event": "Barton Hall", "place": "Ithaca", **head})


def second(*rows: str, key: str = "b", on: date | None = DAY, **head: Any) -> SetObservation:
    """A record of the other one."""
    given = {"event": "Barton Hall", "place": "Ithaca", "source": "others", "confidence": 0.8, **head}
    return set_of(key, *(rows or ROWS), on=on, **given)


async def described(database: Database) -> list[list[Any]]:
    """[source, rows, aligned, kinds of conflicts] of the records that attest, by source."""
    return await ask(
        database,
        "MATCH (o:Observation)-[d:DESCRIBES]->(:Setlist) WHERE d.rows IS NOT NULL "
        "RETURN o.source, d.rows, d.aligned, d.conflict_kinds ORDER BY o.source",
    )


async def said_otherwise(database: Database) -> list[tuple[Any, ...]]:
    """(kind, position, leading, attesting) of all conflicts."""
    ((kinds, *others),) = await ask(
        database,
        "MATCH ()-[d:DESCRIBES]->() WHERE d.rows IS NOT NULL "
        "RETURN d.conflict_kinds, d.conflict_positions, d.conflict_leading, d.conflict_attesting",
    )
    return list(zip(kinds, *others, strict=True))


async def write_text(database: Database, text: str) -> None:
    """Change the graph by hand."""
    async with database.driver.session() as session:
        await (await session.run(text)).consume()


async def play_ids(database: Database) -> dict[str, str]:
    """Text → id."""
    return dict(await ask(database, "MATCH (p:Play) RETURN p.text, p.id"))


async def test_the_second_source_attests_and_a_transition_counts_the_set_once(graph: Database) -> None:
    await load(graph, first())
    alone = await derived(graph)
    report = await load(graph, second())
    assert (report.sets_joined, report.sets_new) == (1, 0)
    assert await derived(graph) == alone
    assert await described(graph) == [["others", 6, 6, []]]
    assert (await edges(graph))["Estimated Prophet", "Saint Stephen"] == (1, 1, 0)
    assert (await check(graph)).differences == []


async def test_loading_again_changes_nothing(graph: Database) -> None:
    await load(graph, first(), second())
    report = await load(graph, first(), second())
    assert (report.sets_unchanged, report.sets) == (2, 2)


async def test_a_more_trusted_source_takes_the_lead_and_plays_keep_their_ids(graph: Database) -> None:
    await load(graph, second("Scarlet Begonia", *ROWS[1:]))
    before = await play_ids(graph)
    await load(graph, first())
    after = await play_ids(graph)
    assert after["Morning Dew"] == before["Morning Dew"]
    assert after["Scarlet Begonias >"] == before["Scarlet Begonia"]
    assert await described(graph) == [["others", 6, 6, []]]
    assert (await edges(graph))["Scarlet Begonia", "Fire"] == (1, 1, 1)
    assert (await check(graph)).differences == []


async def test_what_they_say_otherwise_is_listed_with_both_sides_words(graph: Database) -> None:
    ours = (*ROWS, "Deal", "Sugaree >", "Loser", "Bertha")
    theirs = ("Tuning", *ROWS[:2], "Saint Stephen", "Estimated Prophet", *ROWS[4:], "Deal", "Sugaree", "Loser")
    await load(graph, first(*ours), second(*theirs, event="Winterland", place="San Francisco"))
    assert await said_otherwise(graph) == [
        ("venue", 0, "Barton Hall, Ithaca", "Winterland, San Francisco"),
        ("row_missing", 10, "Bertha", ""),
        ("row_extra", 1, "", "Tuning"),
        ("order", 3, "Estimated Prophet, after Fire", "Estimated Prophet, after Saint Stephen"),
        ("segue", 8, "Sugaree >", "Sugaree"),
    ]


async def test_a_row_that_the_other_spells_otherwise_leads_later_rows_to_its_track(graph: Database) -> None:
    await load(graph, first())
    await load(graph, second(*ROWS[:-1], "Mornin' Dew"))
    await load(graph, second("Mornin Dew", "Casey Jones", key="later", on=date(1980, 1, 1)))
    rows = await ask(graph, "MATCH (t:Track {title: 'Morning Dew'}) RETURN t.set_count")
    assert rows == [[2]]
    ((decided_by,),) = await ask(
        graph, "MATCH (k:Identifier)-[i:IDENTIFIES]->(:Track) WHERE k.value CONTAINS 'mornin ' RETURN i.decided_by"
    )
    assert decided_by == "aligned-row"


async def test_a_spelling_that_is_another_track_stays_that_tracks(graph: Database) -> None:
    await load(graph, first("Minglewood Blues", *ROWS), first("New Minglewood Blues", key="x", on=date(1980, 1, 1)))
    await load(graph, second("New Minglewood Blues", *ROWS))
    counts = await ask(
        graph, "MATCH (t:Track) WHERE t.title CONTAINS 'Mingle' RETURN t.title, t.set_count ORDER BY t.title"
    )
    assert counts == [["Minglewood Blues", 1], ["New Minglewood Blues", 1]]


async def test_a_record_that_only_attests_makes_no_tracks(graph: Database) -> None:
    await load(graph, first())
    await load(graph, second(*ROWS, "Something Else"))
    assert await ask(graph, "MATCH (t:Track {title: 'Something Else'}) RETURN t") == []


async def test_a_newer_leading_record_aligns_the_others_anew(graph: Database) -> None:
    await load(graph, first(), second())
    await load(graph, first(*ROWS[:-1]))
    assert await described(graph) == [["others", 6, 5, ["row_extra"]]]
    assert (await check(graph)).differences == []


async def test_a_newer_attesting_record_replaces_the_older(graph: Database) -> None:
    await load(graph, first(), second(*ROWS[:3]))
    await load(graph, second())
    assert await described(graph) == [["others", 6, 6, []]]
    assert (await check(graph)).differences == []


async def test_a_third_source_attests_too(graph: Database) -> None:
    third = second(*ROWS[1:], key="c", source="thirds", confidence=0.7)
    await load(graph, third)
    await load(graph, second())
    await load(graph, first())
    assert await described(graph) == [["others", 6, 6, []], ["thirds", 5, 5, ["row_missing"]]]
    assert (await check(graph)).differences == []


async def test_early_and_late_shows_of_a_day_are_told_apart_by_their_rows(graph: Database) -> None:
    early, late = ("One", "Two", "Three", "Four", "Five", "Six"), ("Ten", "Eleven", "Twelve", "Dozen", "Score", "Gross")
    await load(graph, first(*early, key="early"), first(*late, key="late"))
    report = await load(graph, second(*late, key="1"), second(*early, key="2"))
    assert report.sets_joined == 2
    assert [aligned for _, _, aligned, _ in await described(graph)] == [6, 6]


async def test_two_nights_with_the_same_rows_stay_two_and_a_person_is_asked(graph: Database) -> None:
    await load(graph, first())
    report = await load(graph, second(on=date(1977, 5, 9)))
    assert report.sets_new == 1
    ((unsure,),) = [report.unsure]
    assert unsure.candidates[0][1].probability < 0.95


async def test_sets_of_one_source_are_never_one(graph: Database) -> None:
    report = await load(graph, first(key="a"), first(key="b"))
    assert report.sets_new == 2


async def test_an_undated_record_of_the_same_address_joins(graph: Database) -> None:
    await load(graph, first(url="https://example.org/a"))
    report = await load(graph, second(on=None, url="https://example.org/a"))
    assert report.sets_joined == 1


async def test_deleting_the_set_deletes_both_keys_and_both_can_come_again(graph: Database) -> None:
    await load(graph, first(), second())
    ((uid,),) = await ask(graph, "MATCH (s:Setlist) RETURN s.id")
    await delete_set(graph, uid, actor="tests")
    assert await ask(graph, "MATCH (k:Identifier {scheme: 'set-key'}) RETURN k") == []
    report = await load(graph, second(), first())
    assert (report.sets_new, report.sets_updated) == (1, 1)
    assert (await check(graph)).differences == []


async def test_two_loaders_with_two_sources_at_once_make_one_set_of_each_show(graph: Database) -> None:
    days = [date(1977, 5, number) for number in range(1, 29, 2)]
    ours = [first(key=f"a{day}", on=day) for day in days]
    theirs = [second(key=f"b{day}", on=day) for day in days]
    await asyncio.gather(load(graph, *ours, batch_sets=2), load(graph, *theirs, batch_sets=3))
    assert await ask(graph, "MATCH (s:Setlist) RETURN count(s)") == [[len(days)]]
    assert [aligned for _, _, aligned, _ in await described(graph)] == [6] * len(days)
    assert (await check(graph)).differences == []


async def test_a_set_that_its_records_do_not_fit_is_found_by_the_check(graph: Database) -> None:
    await load(graph, first())
    await load(graph, second())
    await write_text(graph, "MATCH (:Observation)-[a:ATTESTS]->(:Play {position: 1}) DELETE a")
    await write_text(
        graph, "MATCH (k:Identifier {scheme: 'set-key'}) WHERE k.value STARTS WITH 'others' DETACH DELETE k"
    )
    kinds = [found.kind for found in (await check(graph)).differences]
    assert sorted(kinds) == ["ATTESTS", "IDENTIFIES"]
