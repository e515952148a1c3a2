"""Why a row is of a track: the outcome that a load would have, and reasons that add up to the probability."""

from __future__ import annotations

import math

import pytest

from cypher import Database
from graph_model.errors import BadInput
from ingestion.load import load_sets
from ingestion.resolution.alike import resolve_alike
from ingestion.resolution.explanation import explain_text
from tests.ingestion.given import ask, play, set_of


@pytest.fixture
async def known(graph: Database) -> Database:
    rows = (play("Robert Hood", "Time Stretch"), play("Kerri Chandler", "Red Light"), play("Robert Hood", "Untitled"))
    await load_sets(graph, [set_of("a", *rows)], actor="tests", resolver=resolve_alike)
    return graph


@pytest.mark.parametrize(("text", "outcome", "nearest"), [
    ("Robert Hood - Time Stretch", "known", "Time Stretch"),
    ("Robert Hood - Timestretch", "same", "Time Stretch"),
    ("Kerri Chandler - Red Lights", "unsure", "Red Light"),
    ("Moby - Porcelain", "new", None),
    ("ID - ID", "no track", None),
])  # fmt: skip
async def test_the_outcome_is_what_a_load_would_make_of_it(
    known: Database, text: str, outcome: str, nearest: str | None
) -> None:
    found = await explain_text(known, text)
    assert found.outcome == outcome
    assert [candidate.record.title for candidate, _ in found.matches[:1]] == ([nearest] if nearest else [])


async def test_a_title_that_many_pieces_share_is_new_however_alike_it_is(known: Database) -> None:
    found = await explain_text(known, "Robert Hood - Untitled [M-Plant - M.PM99]")
    assert found.outcome == "new"


async def test_the_reasons_add_up_to_the_probability(known: Database) -> None:
    ((_, match),) = (await explain_text(known, "Robert Hood - Timestretch")).matches
    odds = match.start + sum(reason.log_odds for reason in match.reasons)
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(match.probability, abs=0.02)  # the least ones are not told


async def test_nothing_is_written(known: Database) -> None:
    count = "MATCH (n) RETURN count(n)"
    before = await ask(known, count)
    await explain_text(known, "Moby - Porcelain")
    assert await ask(known, count) == before


async def test_what_is_no_row_is_refused(graph: Database) -> None:
    with pytest.raises(BadInput, match="no row of a tracklist"):
        await explain_text(graph, "   ")
