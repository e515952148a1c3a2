"""The resolver that also knows what is alike: a row's Track is sought by its keys, then among Tracks that look like it.

Sure: the row's spelling leads to that Track from now on, signed by the matcher. Unsure: the row gets a Track of its own
and a review item asks a person. Else it is a new Track. One transaction at a time decides, so that two loads that print
one track in two ways at the same moment make it once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import neo4j

from curation.review import NewReviewItem, open_items
from cypher import Database, statement, write
from graph_model.spelling import fold
from ingestion.candidates import Candidate, candidates_of
from ingestion.entities import Saying
from ingestion.keys import Key, is_generic
from ingestion.matching.index import BlockIndex
from ingestion.matching.match import Match, Matcher
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.strangers import are_strangers
from ingestion.resolution import Decision, known_ids, make_entities, rivals_of, weigh_words
from ingestion.track_records import match_keys, record_of_wanted

MODEL = "rows"
MOST_WITHIN = 8
"""Candidates of a row among what is new in the same batch."""
MOST_ASKED = 5
"""Candidates that a review item names."""
MOST_REASONS = 4


async def resolve_alike(database: Database, sayings: Sequence[Saying], known: Mapping[Key, str]) -> Mapping[Key, str]:
    """A `Resolver` by the model for rows of tracklists."""
    return await AlikeResolver(row_matcher())(database, sayings, known)


@cache
def row_matcher() -> Matcher:
    """By the model for rows, with the words that match keys are made of."""
    return Matcher.named(MODEL, weigh_words())


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


@dataclass(frozen=True, slots=True)
class _Unsure:
    """A new Track that may be one of these."""

    saying: Saying
    uid: str
    nearest: list[tuple[float, Candidate]]


class _Resolution:
    """One transaction's."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, matcher: Matcher) -> None:
        self._transaction, self._matcher = transaction, matcher
        self._new: BlockIndex[str] = BlockIndex()
        self._records: dict[str, Record] = {}
        self._unsure: list[_Unsure] = []

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
        await open_items(self._transaction, [self._item(unsure) for unsure in self._unsure])
        return decision.known

    async def _ask(self, question: str, **parameters: Any) -> list[dict[str, Any]]:
        result = await self._transaction.run(statement(question), **parameters)
        return await result.data()

    def _decide(self, saying: Saying, decision: Decision, found: tuple[list[str], list[Candidate]]) -> None:
        """Against the graph's Tracks and those that are new in this batch."""
        record, (keys, candidates) = record_of_wanted(saying.wanted), found
        within = [Candidate(uid, self._records[uid]) for uid in self._new.candidates(keys, MOST_WITHIN)]
        judged = [(*self._matcher.decide(record, each.record), each) for each in (*candidates, *within)
                  if not are_strangers(read(record), read(each.record)) or record.identifiers]  # fmt: skip
        judged.sort(key=lambda one: (-one[0], one[2].uid))
        if judged and judged[0][1] == "same":
            decision.same(saying, judged[0][2].uid, judged[0][0])
            return
        decision.decide(saying, {})
        uid = decision.known[saying.wanted.keys[0]]
        self._records[uid] = record
        self._new.add(uid, keys)
        unsure = [(probability, each) for probability, what, each in judged if what == "unsure"]
        if unsure:
            self._unsure.append(_Unsure(saying, uid, unsure[:MOST_ASKED]))

    def _item(self, unsure: _Unsure) -> NewReviewItem:
        record = record_of_wanted(unsure.saying.wanted)
        matches = [(each.uid, self._matcher.compare(record, each.record)) for _, each in unsure.nearest]
        return NewReviewItem(
            kind="track", entity=unsure.uid, text=printed(record), probability=unsure.nearest[0][0],
            matcher=self._matcher.name, observation=unsure.saying.observation,
            candidates=[(uid, match.probability, reasons_told(match)) for uid, match in matches],
        )  # fmt: skip


def printed(record: Record) -> str:
    """ "Artist - Title (Version)"."""
    version = f" ({record.version})" if record.version else ""
    return f"{record.artist or '?'} - {record.title}{version}"


def reasons_told(match: Match) -> list[str]:
    """The veto and the strongest reasons, each with what it added to the log-odds."""
    return [*([match.veto] if match.veto else []), *map(str, match.reasons[:MOST_REASONS])]


def _is_sought(saying: Saying, decision: Decision) -> bool:
    """A Track that no key leads to, and that is told by more than its place in one set or a title that many share."""
    wanted = saying.wanted
    return (
        wanted.label == "Track"
        and wanted.keys[0].scheme != "track-in-set"
        and not any(key in decision.known for key in wanted.keys)
        and not is_generic(fold(record_of_wanted(wanted).title))
    )
