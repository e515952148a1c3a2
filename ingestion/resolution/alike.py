"""The resolver that also knows what is alike: a row's Track is sought by its keys, then among Tracks that look like it.

Sure: the row's spelling leads to that Track from now on, signed by the matcher. Unsure: the row gets a Track of its own
and a review item asks a person. Else it is a new Track. One transaction at a time decides, so that two loads that print
one track in two ways at the same moment make it once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import neo4j

from curation.review import open_items
from cypher import Database, statement, write
from ingestion.entities import Saying
from ingestion.keys import Key
from ingestion.matching.index import BlockIndex
from ingestion.matching.match import Matcher
from ingestion.matching.record import Record
from ingestion.resolution.candidates import Candidate, candidates_of
from ingestion.resolution.exact import Decision, known_ids, make_entities, rivals_of
from ingestion.resolution.judging import Unsure, is_told_by_title, judged, review_item, row_matcher
from ingestion.resolution.track_records import match_keys, record_of_wanted

MOST_WITHIN = 8
"""Candidates of a row among what is new in the same batch."""


async def resolve_alike(database: Database, sayings: Sequence[Saying], known: Mapping[Key, str]) -> Mapping[Key, str]:
    """A `Resolver` by the model for rows of tracklists."""
    return await AlikeResolver(row_matcher())(database, sayings, known)


class AlikeResolver:
    """A `Resolver`; `matcher` judges."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    async def __call__(
        self, database: Database, sayings: Sequence[Saying], known: Mapping[Key, str]
    ) -> Mapping[Key, str]:
        """Entities in one transaction; see `Resolver`."""

        async def work(transaction: neo4j.AsyncManagedTransaction) -> Mapping[Key, str]:
            await transaction.run(statement("load/hold_resolution"))
            return await _Resolution(transaction, self._matcher).of(sayings, known)

        return await write(database, work)


class _Resolution:
    """One transaction's."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, matcher: Matcher) -> None:
        self._transaction, self._matcher = transaction, matcher
        self._new: BlockIndex[str] = BlockIndex()
        self._records: dict[str, Record] = {}
        self._unsure: list[Unsure] = []

    async def of(self, sayings: Sequence[Saying], met: Mapping[Key, str]) -> Mapping[Key, str]:
        decision = Decision(await known_ids(self._transaction, sayings))
        rivals = await rivals_of(self._transaction, sayings, decision.known)
        keys = {place: match_keys(saying.wanted, self._matcher.weigh) for place, saying in enumerate(sayings)
                if _is_sought(saying, decision)}  # fmt: skip
        found = await candidates_of(self._ask, {place: text for place, text in keys.items() if text})
        for place, saying in enumerate(sayings):
            if place in keys and _is_sought(saying, decision):
                self._decide(saying, decision, (keys[place].split(), found.get(place, [])))
            else:
                decision.decide(saying, rivals)
        await make_entities(self._transaction, decision, met, self._matcher.name)
        await open_items(self._transaction, [review_item(unsure, self._matcher) for unsure in self._unsure])
        return decision.known

    async def _ask(self, question: str, **parameters: Any) -> list[dict[str, Any]]:
        result = await self._transaction.run(statement(question), **parameters)
        return await result.data()

    def _decide(self, saying: Saying, decision: Decision, found: tuple[list[str], list[Candidate]]) -> None:
        """Against the graph's Tracks and those that are new in this batch."""
        record, (keys, candidates) = record_of_wanted(saying.wanted), found
        within = [Candidate(uid, self._records[uid]) for uid in self._new.candidates(keys, MOST_WITHIN)]
        found_alike = judged(record, (*candidates, *within), self._matcher)
        if found_alike and found_alike[0].decision == "same":
            decision.same(saying, found_alike[0].candidate.uid, found_alike[0].probability)
            return
        decision.decide(saying, {})
        uid = decision.known[saying.wanted.keys[0]]
        self._records[uid] = record
        self._new.add(uid, keys)
        if unsure := [each for each in found_alike if each.decision == "unsure"]:
            self._unsure.append(Unsure(uid, record, unsure, saying.observation))


def _is_sought(saying: Saying, decision: Decision) -> bool:
    """A Track that no key leads to, and that is told by more than its place in one set or a title that many share."""
    wanted = saying.wanted
    return (
        wanted.label == "Track"
        and wanted.keys[0].scheme != "track-in-set"
        and not any(key in decision.known for key in wanted.keys)
        and is_told_by_title(record_of_wanted(wanted))
    )
