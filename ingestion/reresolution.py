"""The graph resolved anew: Tracks that a better matcher holds to be one are merged, unsure ones are asked about.

Page by page in the order of ids, each Track against older ones, so that every pair is looked at once and the older id
stays. Each merge is a transaction with a Revision of its own and can be undone; pairs that a curator told apart stay
so. Safe to stop and to run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import neo4j

from curation.merge import merge_tracks
from curation.review import NewReviewItem, open_items
from cypher import Database, read, statement, write
from graph_model.errors import KnownDifferent, NotFound
from ingestion.alike import MOST_ASKED, printed, reasons_told, row_matcher
from ingestion.candidates import Candidate, candidates_of, tracks_by_id
from ingestion.matching.match import Decision
from ingestion.matching.reading import read as read_record
from ingestion.matching.strangers import are_strangers
from ingestion.resolution import weigh_words
from ingestion.track_records import match_text

PAGE = 1_000
REASON = "held to be one by the matcher"

Judged = tuple[float, Decision, Candidate]


@dataclass
class ResolveReport:
    """What was done."""

    tracks: int = 0
    merged: int = 0
    asked: int = 0


class Reresolution:
    """One run over the graph; `actor` signs the Revisions."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor
        self._matcher = row_matcher()
        self.report = ResolveReport()

    async def run(self, progress: Callable[[int], None] | None = None) -> ResolveReport:
        """Fill in what match keys are missing, then compare. Raises Unavailable, TimedOut; what is done stays."""
        async for page in self._pages():
            await self._fill([row["id"] for row in page if row["match_keys"] is None])
        async for page in self._pages():
            await self._resolve(page)
            self.report.tracks += len(page)
            if progress:
                progress(len(page))
        return self.report

    async def _pages(self) -> Any:
        after = ""
        while page := await self._ask("load/tracks_page", after=after, page=PAGE):
            yield page
            after = page[-1]["id"]

    async def _ask(self, question: str, **parameters: Any) -> list[dict[str, Any]]:
        return await read(self._database, question, **parameters)

    async def _fill(self, ids: Sequence[str]) -> None:
        found = await tracks_by_id(self._ask, ids)
        rows = [[uid, match_text(each.record, weigh_words())] for uid, each in found.items()]

        async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
            await transaction.run(statement("load/new_match_keys"), rows=rows)

        if rows:
            await write(self._database, work)

    async def _resolve(self, page: Sequence[dict[str, Any]]) -> None:
        mine = await tracks_by_id(self._ask, [row["id"] for row in page])
        found = await candidates_of(self._ask, {place: row["match_keys"] for place, row in enumerate(page)
                                                if row["match_keys"]})  # fmt: skip
        older = {page[place]["id"]: [each for each in those if each.uid < page[place]["id"]]
                 for place, those in found.items()}  # fmt: skip
        apart = await self._told_apart((uid, each.uid) for uid, those in older.items() for each in those)
        items = []
        for uid, those in older.items():
            left = [each for each in those if (uid, each.uid) not in apart]
            judged = sorted(self._judged(mine[uid], left), key=lambda one: (-one[0], one[2].uid))
            if judged and judged[0][1] == "same":
                await self._merge(judged[0][2].uid, uid)
            elif unsure := [each for each in judged if each[1] == "unsure"]:
                items.append(self._item(mine[uid], unsure[:MOST_ASKED]))
        self.report.asked += await self._open(items)

    async def _told_apart(self, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        asked = [list(pair) for pair in pairs]
        rows = await self._ask("load/told_apart", pairs=asked) if asked else []
        return {(row["one"], row["other"]) for row in rows}

    def _judged(self, mine: Candidate, others: Iterable[Candidate]) -> list[Judged]:
        near = (each for each in others if not are_strangers(read_record(mine.record), read_record(each.record)))
        return [(*self._matcher.decide(mine.record, each.record), each) for each in near]

    async def _merge(self, survivor: str, merged: str) -> None:
        """A pair that somebody decided on meanwhile is left to them."""
        try:
            await merge_tracks(self._database, survivor, merged, actor=self._actor, reason=REASON)
        except (KnownDifferent, NotFound):
            return
        self.report.merged += 1

    def _item(self, mine: Candidate, unsure: Sequence[Judged]) -> NewReviewItem:
        compared = [(each, self._matcher.compare(mine.record, each.record)) for _, _, each in unsure]
        return NewReviewItem(
            kind="track", entity=mine.uid, text=printed(mine.record), probability=unsure[0][0],
            matcher=self._matcher.name, observation=None,
            candidates=[(each.uid, match.probability, reasons_told(match)) for each, match in compared],
        )  # fmt: skip

    async def _open(self, items: Sequence[NewReviewItem]) -> int:
        async def work(transaction: neo4j.AsyncManagedTransaction) -> int:
            return len(await open_items(transaction, items))

        return await write(self._database, work) if items else 0
