"""Migrations: what they make is what the model asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j.exceptions import ConstraintError

from cypher import Database
from cypher.migrate import is_noted, migrate, migration_files, note
from graph_model.errors import BrokenFragment
from graph_model.schema import SchemaItem, schema_items

SHOW = """
SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint, state
WHERE type <> 'LOOKUP'
RETURN name, CASE WHEN owningConstraint IS NULL THEN type ELSE 'UNIQUENESS' END AS kind,
       labelsOrTypes[0] AS label, properties, state
"""


async def _stored(graph: Database) -> list[SchemaItem]:
    records, _, _ = await graph.driver.execute_query(SHOW)
    assert {record["state"] for record in records} == {"ONLINE"}
    return sorted(SchemaItem(r["name"], r["kind"], r["label"], tuple(r["properties"])) for r in records)


async def test_the_migrated_schema_is_the_models(graph: Database) -> None:
    assert await _stored(graph) == schema_items()


async def test_migrating_again_applies_nothing(graph: Database) -> None:
    assert await migrate(graph) == []


async def test_a_migration_that_was_cut_off_runs_again(graph: Database) -> None:
    await graph.driver.execute_query("MATCH (m:Migration {name: '0002_indexes'}) DELETE m")
    await graph.driver.execute_query("DROP INDEX track_sort_title_range")
    assert await migrate(graph) == ["0002_indexes"]
    assert await _stored(graph) == schema_items()


async def test_full_text_finds_without_accents(graph: Database) -> None:
    await graph.driver.execute_query("CREATE (:Track {id: 'trk_a', title: 'Für Immer', sort_title: 'fur immer'})")
    found, _, _ = await graph.driver.execute_query(
        "CALL db.index.fulltext.queryNodes('track_text', 'fur') YIELD node RETURN node.title AS title"
    )
    assert [record["title"] for record in found] == ["Für Immer"]


async def test_two_identifiers_may_share_a_value_but_not_the_scheme_too(graph: Database) -> None:
    await graph.driver.execute_query(
        "CREATE (:Identifier {scheme: 'isrc', value: 'X'}), (:Identifier {scheme: 'mbid', value: 'X'})"
    )
    with pytest.raises(ConstraintError):
        await graph.driver.execute_query("CREATE (:Identifier {scheme: 'isrc', value: 'X'})")


async def test_what_was_noted_is_known(graph: Database) -> None:
    assert not await is_noted(graph, "test_note")
    await note(graph, "test_note")
    await note(graph, "test_note")
    assert await is_noted(graph, "test_note")
    await graph.driver.execute_query("MATCH (m:Migration {name: 'test_note'}) DELETE m")


def test_every_statement_may_run_twice() -> None:
    statements = [text for file in migration_files() for text in file.statements]
    assert len(statements) == len(schema_items())
    assert all(" IF NOT EXISTS " in text for text in statements)


@pytest.mark.parametrize("names", [["first.cypher"], ["0001_a.cypher", "0001_b.cypher"], ["1_a.cypher"]])
def test_a_migration_without_a_number_of_its_own_is_named(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("RETURN 1;\n")
    with pytest.raises(BrokenFragment, match=names[0]):
        migration_files(tmp_path)


def test_comments_are_no_statements_and_semicolons_in_text_do_not_cut(tmp_path: Path) -> None:
    (tmp_path / "0001_a.cypher").write_text("// one; two;\nCREATE (n {a: ';b'});\n  // three\nMATCH (n)\nRETURN n;")
    assert migration_files(tmp_path)[0].statements == ("CREATE (n {a: ';b'})", "MATCH (n)\nRETURN n")
