"""Sets into a real graph: what is written, what stays, what two loaders do to each other."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest

from cypher import Database
from graph_model.ids import label_of
from ingestion.observation import CreditObservation, RefusedRecord, RowObservation
from tests.ingestion.given import ask, derived, dump, edges, load, row, set_of, titles


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["One", "Two"], {("One", "Two"): (1, 1, 0)}),
        (["One >", "Two"], {("One", "Two"): (1, 1, 1)}),
        (["One", "?", "Two"], {}),
        (["One", "| Two"], {}),
        (["One", "One"], {}),
        (["One", "Two", "One", "Two"], {("One", "Two"): (1, 1, 0), ("Two", "One"): (1, 1, 0)}),
        (["One", "w/ Two", "Three"], {("One", "Three"): (1, 1, 0), ("Two", "Three"): (1, 1, 0)}),
    ],
)
async def test_plays_next_to_each_other_make_a_transition(
    graph: Database, rows: list[str], expected: dict[tuple[str, str], tuple[int, int, int]]
) -> None:
    await load(graph, set_of("a", *rows))
    assert await edges(graph) == expected


async def test_a_transition_sums_up_all_sets(graph: Database) -> None:
    await load(
        graph,
        set_of("a", "One >", "Two", djs=("Dora", "Emil"), on=date(2001, 2, 3)),
        set_of("b", "One", "Two", "One", "Two", djs=("Emil",), on=date(1999, 1, 1)),
        set_of("c", "One", "Two", djs=("Fay",)),
    )
    assert (await edges(graph))["One", "Two"] == (3, 3, 1)
    ((first, last, seen),) = await ask(
        graph,
        "MATCH (:Track {title: 'One'})-[e:TRANSITIONS_TO]->(:Track {title: 'Two'}) "
        "RETURN toString(e.first_played), toString(e.last_played), size(e.observations)",
    )
    assert (first, last, seen) == ("1999-01-01", "2001-02-03", 3)


async def test_undated_sets_leave_a_transition_undated(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two"))
    assert await ask(graph, "MATCH ()-[e:TRANSITIONS_TO]->() RETURN e.first_played, e.last_played") == [[None, None]]


async def test_an_alias_counts_once_even_when_it_is_told_later(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", djs=("Dora",)), set_of("b", "One", "Two", djs=("Emil",)))
    assert (await edges(graph))["One", "Two"] == (2, 2, 0)
    await load(graph, set_of("c", "Three", djs=("Dora aka Emil",)))
    assert (await edges(graph))["One", "Two"] == (2, 1, 0)


async def test_loading_twice_changes_nothing(graph: Database) -> None:
    sets = [
        set_of("a", "One", "Intro", "w/ Two", "?", "~", djs=("Dora aka Emil",), tags=("House",), event="E", place="P"),
        set_of("b", "Two", "One", series="Show", episode="7"),
    ]
    await load(graph, *sets)
    before = await dump(graph)
    report = await load(graph, *sets)
    assert (report.sets_new, report.sets_updated, report.sets_unchanged) == (0, 0, 2)
    assert await dump(graph) == before


async def test_the_same_record_twice_in_one_file_is_one_set(graph: Database) -> None:
    report = await load(graph, set_of("a", "One", "Two"), set_of("a", "One", "Two"))
    assert (report.sets_new, report.sets_unchanged) == (1, 1)
    assert (await edges(graph))["One", "Two"] == (1, 1, 0)


async def test_the_size_of_a_batch_makes_no_difference(graph: Database) -> None:
    sets = [set_of(f"s{n}", "One", f"T{n % 3}", "Two", djs=(f"D{n % 2}",)) for n in range(7)]
    await load(graph, *sets, batch_sets=1)
    small = await derived(graph)
    await ask_write(graph, "MATCH (n) WHERE NOT n:Purpose AND NOT n:Migration DETACH DELETE n")
    await load(graph, *sets, batch_sets=50)
    assert await derived(graph) == small


async def test_rows_that_stay_keep_their_plays(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", "Three"))
    before = dict(await ask(graph, "MATCH (p:Play) RETURN p.text, p.id"))
    report = await load(graph, set_of("a", "New", "One", "Three", "Four"))
    after = dict(await ask(graph, "MATCH (p:Play) RETURN p.text, p.id"))
    assert report.sets_updated == 1
    assert {text for text in after if after[text] == before.get(text)} == {"One", "Three"}
    assert set(after) == {"New", "One", "Three", "Four"}


async def test_an_update_ends_as_a_fresh_load_would(graph: Database) -> None:
    newer = set_of("a", "Two", "Three >", "w/ ~", "One", djs=("Emil", "Dora"), tags=("Dub",), on=date(2002, 1, 1))
    await load(graph, set_of("a", "One", "Two", "?", "Three", djs=("Dora",), tags=("House",), event="E"))
    await load(graph, set_of("b", "One", "Two"))
    await load(graph, newer)
    updated = await derived(graph)
    await ask_write(graph, "MATCH (n) WHERE NOT n:Purpose AND NOT n:Migration DETACH DELETE n")
    await load(graph, newer, set_of("b", "One", "Two"))
    assert updated == await derived(graph)


async def test_a_record_may_return_to_what_it_was(graph: Database) -> None:
    old, newer = set_of("a", "One", "Two"), set_of("a", "One", "Three")
    await load(graph, old)
    await load(graph, newer)
    await load(graph, old)
    assert await edges(graph) == {("One", "Two"): (1, 1, 0)}
    assert await ask(graph, "MATCH (o:Observation)-[:DESCRIBES]->(:Setlist) RETURN count(o)") == [[2]]


async def test_every_write_has_its_revision_in_order(graph: Database) -> None:
    await load(graph, set_of("a", "One"), set_of("b", "Two"))
    await load(graph, set_of("b", "Two", "Three"))
    rows = await ask(graph, "MATCH (r:Revision)-[:CHANGED]->(s) RETURN r.seq, r.action, s.title ORDER BY r.seq")
    assert [action for _, action, _ in rows] == ["load_set", "load_set", "update_set"]
    assert [seq for seq, *_ in rows] == [1, 2, 3]
    assert rows[2][2] == "Set b"


async def test_versions_tie_to_the_original_whichever_comes_first(graph: Database) -> None:
    remix = RowObservation(
        text="Anna - Sun (Cleo Remix)", title="Sun", version="Cleo Remix", version_kind="remix",
        credits=(CreditObservation("Anna"), CreditObservation("Cleo", "remixer")),
    )  # fmt: skip
    await load(graph, set_of("a", remix))
    assert await ask(graph, "MATCH ()-[tie:VERSION_OF]->() RETURN tie") == []
    await load(graph, set_of("b", "Sun"))
    question = "MATCH (a:Track)-[tie:VERSION_OF]->(b:Track) RETURN a.title, tie.kind, b.title"
    assert await ask(graph, question) == [["Sun (Cleo Remix)", "remix", "Sun"]]


async def test_a_label_that_is_told_later_is_added(graph: Database) -> None:
    told = RowObservation(text="Sun", title="Sun", credits=row("Sun").credits, label="Perlon", catalog_number="P1")
    await load(graph, set_of("a", "Sun"))
    await load(graph, set_of("b", told))
    question = "MATCH (t:Track)-[r:RELEASED_ON]->(l:Label) RETURN t.title, r.catalog_number, l.name"
    assert await ask(graph, question) == [["Sun", "P1", "Perlon"]]


async def test_two_ids_of_one_scheme_are_two_tracks_however_alike_they_are_spelled(graph: Database) -> None:
    def song(uid: str) -> RowObservation:
        return RowObservation(text=f"Sun {uid}", title="Sun", credits=row("Sun").credits, external_ids=(("song", uid),))

    await load(graph, set_of("a", song("1"), song("2")))
    await load(graph, set_of("b", song("2"), "Sun"), set_of("c", song("3")))
    plays = await ask(graph, "MATCH (p:Play)-[:OF]->(t:Track) RETURN p.text, collect(DISTINCT t.id) AS ids")
    ids = dict(plays)
    assert len({uid for found in ids.values() for uid in found}) == 3
    assert ids["Sun"] == ids["Sun 1"]


async def test_every_fact_says_who_told_it(graph: Database) -> None:
    told = RowObservation(text="Sun", title="Sun", credits=row("Sun").credits, label="Perlon")
    await load(
        graph, set_of("a", told, "~", "Two", djs=("Dora aka Emil",), tags=("House",), event="E", place="P", series="S")
    )
    silent = await ask(
        graph,
        "MATCH ()-[r]->() WHERE NOT type(r) IN ['IDENTIFIES', 'DESCRIBES', 'CHANGED'] "
        "AND (r.observation IS NULL OR r.confidence IS NULL) RETURN type(r)",
    )
    nameless = await ask(
        graph,
        "MATCH (n:Track|Artist|Setlist|Play|Label|Event|Place|Series|Tag) "
        "WHERE NOT EXISTS { (:Observation {id: n.observation}) } OR n.confidence IS NULL RETURN labels(n)",
    )
    assert (silent, nameless) == ([], [])


async def test_every_id_says_what_it_is_of(graph: Database) -> None:
    await load(graph, set_of("a", "One", "Two", tags=("House",), event="E", place="P", series="S"))
    rows = await ask(graph, "MATCH (n) WHERE n.id IS NOT NULL RETURN n.id, labels(n)[0]")
    assert [label for uid, label in rows if label_of(uid) != label] == []


async def test_a_refused_record_is_set_aside_once_and_the_rest_loads(graph: Database) -> None:
    refused = RefusedRecord("tests", "file.json#2", "BAD_RECORD", "no rows: give it some", '{"a": 1}')
    first = await load(graph, refused, set_of("a", "One"))
    await load(graph, refused)
    assert (first.sets_new, first.set_aside) == (1, {"BAD_RECORD": 1})
    assert await ask(graph, "MATCH (s:SetAside) RETURN s.place, s.code, s.record") == [
        ["file.json#2", "BAD_RECORD", '{"a": 1}']
    ]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (set_of("x", "One" * 40_000), "TOO_LONG"),
        (set_of("x", "half \ud800"), "BAD_TEXT"),
        (set_of("x", RowObservation(text="One", state="maybe")), "BAD_ROW"),
        (set_of("x", "One", djs=("D" * 2_000,)), "TOO_LONG"),
    ],
)
async def test_a_set_that_cannot_be_stored_is_set_aside(graph: Database, broken: Any, code: str) -> None:
    report = await load(graph, set_of("a", "One"), broken, set_of("b", "Two"))
    assert (report.sets_new, dict(report.set_aside)) == (2, {code: 1})


async def test_odd_but_whole_text_is_kept_verbatim(graph: Database) -> None:
    texts = ["\x00\x01 control", "🎛️ mixer", "Ω≈ç√", "  spaces  ", "'; DETACH DELETE (n) //"]
    await load(graph, set_of("a", *texts))
    assert sorted(titles(await ask(graph, "MATCH (p:Play) RETURN p.text"))) == sorted(texts)


async def test_progress_tells_how_many_sets_are_done(graph: Database) -> None:
    from ingestion.load import load_sets

    told: list[int] = []
    sets = [set_of(f"s{n}", "One") for n in range(5)]
    await load_sets(graph, sets, actor="tests", batch_sets=2, progress=told.append)
    assert told == [2, 4, 5]


async def test_two_loaders_of_overlapping_sets_lose_nothing_and_make_no_twins(graph: Database) -> None:
    sets = [set_of(f"s{n}", "One", f"T{n % 4}", "Two", djs=(f"D{n % 3}",), tags=("House",)) for n in range(24)]
    await asyncio.gather(
        load(graph, *sets[:16], batch_sets=3),
        load(graph, *sets[::-1][:16], batch_sets=4),
        load(graph, *sets, batch_sets=5),
    )
    together = await derived(graph)
    twins = await ask(graph, "MATCH (t:Track) WITH t.title AS title, count(*) AS n WHERE n > 1 RETURN title")
    await ask_write(graph, "MATCH (n) WHERE NOT n:Purpose AND NOT n:Migration DETACH DELETE n")
    await load(graph, *sets)
    assert (twins, together) == ([], await derived(graph))


async def ask_write(database: Database, text: str) -> None:
    """Change the graph behind the loader's back."""
    await database.driver.execute_query(text)
