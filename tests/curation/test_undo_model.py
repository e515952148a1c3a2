"""Random merges, repoints and undos in any order: `check` is content, and undoing all gives the former graph back."""

from __future__ import annotations

import os
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.merge import merge_artists, merge_tracks
from curation.plays import repoint_plays
from curation.undo import undo
from cypher import Database
from graph_model.errors import BadInput, CannotUndo
from ingestion.observation import SetObservation
from tests.curation.given import everything, is_clean, played
from tests.fixtures.neo4j import EMPTY
from tests.ingestion.given import ask, load, set_of

EXAMPLES = int(os.environ.get("SONGNODES_CURATION_EXAMPLES", "25"))
DJS = ("Anna", "Bert", "Cleo", "Dora")
CREDITS = ("Anna", "Bert", "Anna, Bert", "Bert, Cleo")


@st.composite
def rows(draw: st.DrawFn) -> Any:
    """One row of few pieces and versions by few artists on few labels."""
    title = draw(st.sampled_from(("One", "Two", "Three")))
    version = draw(st.sampled_from((None, None, "Dub Mix")))
    return played(draw(st.sampled_from(CREDITS)), title, version, draw(st.sampled_from((None, "Ink", "Oak"))))


@st.composite
def collections(draw: st.DrawFn) -> list[SetObservation]:
    """Two to four sets."""
    found = []
    for key in "abcd"[: draw(st.integers(2, 4))]:
        djs = draw(st.lists(st.sampled_from(DJS), min_size=1, max_size=2, unique=True))
        alias = draw(st.sampled_from(("", "", " aka Emil")))
        found.append(set_of(key, *draw(st.lists(rows(), min_size=2, max_size=6)), djs=[djs[0] + alias, *djs[1:]]))
    return found


ACTS = st.sampled_from(
    ("tracks", "tracks", "tracks", "artists", "artists", "repoint", "repoint", "new", "undo", "undo")
)


class Curating:
    """Acts on whatever the graph holds; `standing`: Revisions that are not undone."""

    def __init__(self, database: Database, chance: Random) -> None:
        self._database, self._chance = database, chance
        self.standing: list[str] = []

    async def act(self, name: str) -> None:
        """One act, if there is something to do it to."""
        try:
            await getattr(self, f"_{name}")()
        except (BadInput, CannotUndo):
            return

    async def undo_all(self) -> None:
        """In random order, those first that others stand on."""
        while self.standing:
            before = len(self.standing)
            for revision in self._chance.sample(self.standing, before):
                await self._undo_one(revision)
            assert len(self.standing) < before

    async def _tracks(self) -> None:
        one, other = await self._two("Track")
        self.standing.append((await merge_tracks(self._database, one, other, actor="tests", force=True)).revision)

    async def _artists(self) -> None:
        one, other = await self._two("Artist")
        self.standing.append((await merge_artists(self._database, one, other, actor="tests", force=True)).revision)

    async def _repoint(self) -> None:
        track, _ = await self._two("Track")
        done = await repoint_plays(self._database, await self._some_plays(), track, actor="tests")
        self.standing.append(done.revision)

    async def _new(self) -> None:
        done = await repoint_plays(self._database, await self._some_plays(), actor="tests", title="Another")
        self.standing.append(done.revision)

    async def _undo(self) -> None:
        if self.standing:
            await self._undo_one(self._chance.choice(self.standing))

    async def _undo_one(self, revision: str) -> None:
        try:
            await undo(self._database, revision, actor="tests")
        except CannotUndo:
            return
        self.standing.remove(revision)

    async def _two(self, label: str) -> list[str]:
        ids = [row[0] for row in await ask(self._database, f"MATCH (n:{label}) RETURN n.id ORDER BY n.id")]
        return self._chance.sample(ids, 2) if len(ids) > 1 else [ids[0], ids[0]]

    async def _some_plays(self) -> list[str]:
        ids = [row[0] for row in await ask(self._database, "MATCH (n:Play)-[:OF]->() RETURN n.id ORDER BY n.id")]
        return self._chance.sample(ids, min(len(ids), self._chance.choice((1, 1, 2, 3))))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sets=collections(), acts=st.lists(ACTS, min_size=1, max_size=9), seed=st.integers(0, 2**16))
async def test_undoing_everything_gives_the_former_graph_back(
    graph: Database, sets: list[SetObservation], acts: list[str], seed: int
) -> None:
    async with graph.driver.session() as session:
        await (await session.run(EMPTY)).consume()
    await load(graph, *sets)
    before = await everything(graph)
    curating = Curating(graph, Random(seed))
    for act in acts:
        await curating.act(act)
        assert await is_clean(graph) == []
    await curating.undo_all()
    assert await everything(graph) == before
    assert await is_clean(graph) == []
