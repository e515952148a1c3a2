"""Random sets through load, update and delete: the graph says what a model in Python says, and `check` is content."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher import Database
from ingestion.check import check
from ingestion.deletion import delete_set
from ingestion.observation import SetObservation
from tests.fixtures.neo4j import EMPTY
from tests.ingestion.given import ask, load
from tests.strategies import KEYS, sets

Act = SetObservation | str
"""A set to load, or the key of one to delete."""
Edges = dict[tuple[str, str], list[Any]]


class Model:
    """The rules of a transition, written once more and another way than in `ingestion/`."""

    def __init__(self) -> None:
        self.sets: dict[str, SetObservation] = {}
        self.people: list[set[str]] = []

    def do(self, act: Act) -> None:
        if isinstance(act, str):
            self.sets.pop(act, None)
            return
        if self.sets.get(act.key) != act:
            self._meet(act)
        self.sets[act.key] = act

    def edges(self) -> Edges:
        """(title, next title) → [sets, djs, segues, first played, last played]; an "Intro" is told apart by its set."""
        seen: defaultdict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
        for key, kept in self.sets.items():
            for one, two, segue in self._neighbours(kept):
                if one != two:
                    seen[one, two].append((key, segue))
        return {pair: self._totals(evidence) for pair, evidence in seen.items()}

    def _totals(self, evidence: list[tuple[str, bool]]) -> list[Any]:
        keys = {key for key, _ in evidence}
        names = {who.name for key in keys for who in self.sets[key].performers}
        days: list[date] = [day for key in keys if (day := self.sets[key].played_on)]
        segues = {key for key, segue in evidence if segue}
        djs = {self._person(name) for name in names}
        return [len(keys), len(djs), len(segues), min(days, default=None), max(days, default=None)]

    def _neighbours(self, kept: SetObservation) -> list[tuple[str, str, bool]]:
        groups: list[list[Any]] = []
        for row in kept.rows:
            if row.together and groups:
                groups[-1].append(row)
            else:
                groups.append([row])
        found = []
        for before, after in pairwise(groups):
            if any(row.break_before for row in after):
                continue
            for one, two in product(before, after):
                if one.title and two.title:
                    found.append((self._name(kept, one.title), self._name(kept, two.title), one.segue))
        return found

    @staticmethod
    def _name(kept: SetObservation, title: str) -> str:
        return f"Intro of {kept.key}" if title == "Intro" else title

    def _meet(self, told: SetObservation) -> None:
        for who in told.performers:
            if who.alias_of:
                same = [circle for circle in self.people if circle & {who.name, who.alias_of}]
                self.people = [c for c in self.people if c not in same] + [{who.name, who.alias_of}.union(*same)]

    def _person(self, name: str) -> str:
        return next((min(circle) for circle in self.people if name in circle), name)


@given(acts=st.lists(st.lists(sets() | st.sampled_from(KEYS), min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_graph_agrees_with_the_model(database: Database, acts: list[list[Act]]) -> None:
    async with database.driver.session() as session:
        await (await session.run(EMPTY)).consume()
    model = Model()
    for together in acts:
        for act in together:
            model.do(act)
        await perform(database, together)
    assert await stored_edges(database) == model.edges()
    assert (await check(database)).differences == []


async def perform(database: Database, acts: list[Act]) -> None:
    """Load neighbours in one go, as a file would; delete one by one."""
    waiting: list[SetObservation] = []
    for act in acts:
        if isinstance(act, str):
            await load(database, *waiting, batch_sets=2)
            waiting = []
            for (uid,) in await ask(database, "MATCH (s:Setlist {title: $title}) RETURN s.id", title=f"Set {act}"):
                await delete_set(database, uid, actor="tests")
        else:
            waiting.append(act)
    await load(database, *waiting, batch_sets=2)


async def stored_edges(database: Database) -> Edges:
    """The same as `Model.edges`, from the graph."""
    question = """
    MATCH (a:Track)-[e:TRANSITIONS_TO]->(b:Track)
    RETURN [track IN [a, b] | CASE track.title
        WHEN 'Intro' THEN 'Intro of ' + [(track)<-[:IDENTIFIES]-(i) | split(i.value, '|')[1]][0]
        ELSE track.title END], e.sets, e.djs, e.segues, e.first_played, e.last_played
    """
    return {
        (pair[0], pair[1]): [*counts[:3], *(day.to_native() if day else None for day in counts[3:])]
        for pair, *counts in await ask(database, question)
    }
