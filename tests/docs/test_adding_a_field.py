"""The guide to a new field, carried out in a copy of the two folders: SDL, .cypher file, nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from curation.keeper import GraphCurator
from cypher import Database
from graph_model.errors import BrokenFragment
from ingestion.keeper import GraphSetKeeper
from ingestion.load import load_sets
from ingestion.observation import CreditObservation, PerformerObservation, RowObservation, SetObservation
from ingestion.resolution.explanation import GraphMatchExplainer
from resolvers.compiler.catalog import open_catalog
from resolvers.execution.executor import Executor, Limits
from resolvers.http.message import Caller, GraphQLRequest
from resolvers.wiring import OURS, Folders, Keepers, open_executor, open_schema

GUIDE = (Path(__file__).parents[2] / "docs/adding_a_field.md").read_text(encoding="utf-8")
LINES = re.findall(r"In `((?:type|input) \w+)` of `resolvers/schema/(.*?)`:\n\n```graphql\n(.*?)```", GUIDE, re.DOTALL)
FILES = re.findall(r"The new file `cypher/(.*?)`.*?```cypher\n(.*?)```", GUIDE, re.DOTALL)
LIST, FILTER, VALUE = re.findall(r"```graphql\n(\{.*?)```", GUIDE, re.DOTALL)
ERRORS = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)[0].splitlines()
REMIXERS = "track/remixers.cypher"


@pytest.fixture
def copied(tmp_path: Path) -> Folders:
    """A copy of our folders in which all that the guide says is done."""
    folders = Folders(tmp_path / "schema", tmp_path / "cypher")
    shutil.copytree(OURS.sdl, folders.sdl)
    shutil.copytree(OURS.cypher, folders.cypher)
    for kind, name, lines in LINES:
        path = folders.sdl / name
        text = re.sub(rf"^{kind}\b.*\{{\n", rf"\g<0>{lines}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    for name, text in FILES:
        (folders.cypher / name).write_text(text, encoding="utf-8")
    return folders


@pytest.fixture
async def extended(graph: Database, copied: Folders) -> Executor:
    """The server's executor with the new fields, on a graph with one remix."""
    credits = (CreditObservation("Joey Beltram"), CreditObservation("Tom Demac", "remixer"))
    rows = (
        RowObservation("Joey Beltram - Energy Flash", credits=credits[:1], title="Energy Flash"),
        RowObservation(
            "Joey Beltram - Energy Flash (Tom Demac Remix)", credits=credits, title="Energy Flash",
            version="Tom Demac Remix", version_kind="remix",
        ),
    )  # fmt: skip
    performers = (PerformerObservation("Somebody"),)
    seen = SetObservation("seeded", "one", "One", "{}", "test 1", 0.9, performers=performers, rows=rows)
    await load_sets(graph, [seen], actor="tests")
    return open_executor(
        graph,
        Keepers(GraphSetKeeper(graph), GraphCurator(graph), GraphMatchExplainer(graph)),
        b"a secret of the tests",
        Limits(),
        copied,
    )


async def answer(executor: Executor, query: str) -> Any:
    found = orjson.loads((await executor.execute(GraphQLRequest(query, None, None, True), Caller())).body)
    assert "errors" not in found
    return found["data"]


async def test_the_new_list_answers_with_all_that_is_selected_below_it(extended: Executor) -> None:
    (artist,) = (await answer(extended, LIST))["artists"]["nodes"]
    original, remix = artist["tracks"]["nodes"]
    assert original["remixers"] == []
    assert remix["remixers"] == [{"name": "Tom Demac", "setlists": {"totalCount": 0}}]


async def test_the_new_filter_finds_the_remix(extended: Executor) -> None:
    (track,) = (await answer(extended, FILTER))["tracks"]["nodes"]
    assert track["title"] == "Energy Flash (Tom Demac Remix)"


async def test_the_new_value_counts(extended: Executor) -> None:
    assert (await answer(extended, VALUE))["artists"]["nodes"] == [{"name": "Tom Demac", "remixCount": 1}]


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        (REMIXERS, "// Who remixed or edited a track, in the order of the credit.\n", ""),
        (REMIXERS, "out: node :Artist, edge CREDITED_TO", "out: node :Artist"),
        (REMIXERS, "   order: edge.position, node.id", ""),
        (REMIXERS, "'remixer'", "$role"),
        (REMIXERS, "'remixer'}]->(node)", "$role}]->(node)\n// in: parent :Track, $role text"),
        (REMIXERS, "MATCH", "match"),
        (REMIXERS, "RETURN node, edge", "RETURN node, edge LIMIT 3"),
        ("track.graphql", "remixers: [Artist!]!", "remixers: Int!"),
    ],
)
def test_what_breaks_a_rule_is_told_in_the_words_of_the_guide(copied: Folders, place: str, old: str, new: str) -> None:
    path = (copied.cypher if place == REMIXERS else copied.sdl) / place
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenFragment) as broken:
        open_catalog(open_schema(copied.sdl), copied.cypher)
    assert broken.value.message in ERRORS


def test_a_field_without_its_file_is_told_where_the_file_must_be(copied: Folders) -> None:
    (copied.cypher / REMIXERS).unlink()
    with pytest.raises(BrokenFragment) as broken:
        open_catalog(open_schema(copied.sdl), copied.cypher)
    assert broken.value.message in ERRORS
