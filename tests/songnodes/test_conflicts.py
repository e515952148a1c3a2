"""The command `conflicts`, on a real graph: what is printed of one set and of all."""

from __future__ import annotations

import pytest

from cypher import Database
from graph_model.errors import NotFound
from songnodes.conflicts import print_conflicts
from tests.ingestion.given import ask, load, set_of
from tests.ingestion.test_set_joining import ROWS, first, second


async def test_a_set_is_printed_with_its_sources_and_both_sides_words(
    graph: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await load(graph, first(), set_of("alone", "One", "Two"))
    await load(graph, second(*ROWS[:-1], "Tuning"))
    assert await print_conflicts(graph) == 1
    head, source, missing, extra = capsys.readouterr().out.splitlines()
    assert head.endswith("1977-05-08  Set a")
    assert source == "  others: 5 of its 6 rows are rows of the set"
    assert (missing, extra) == ("    row_missing 6: Morning Dew | –", "    row_extra 6: – | Tuning")


async def test_one_set_can_be_asked_for_and_one_that_is_not_there_is_not_found(graph: Database) -> None:
    await load(graph, first())
    ((uid,),) = await ask(graph, "MATCH (s:Setlist) RETURN s.id")
    assert await print_conflicts(graph, uid) == 0
    with pytest.raises(NotFound):
        await print_conflicts(graph, "set_00000000000000000000000000")
