"""The graph resolved anew: Tracks that a better matcher holds to be one are merged, unsure ones are asked about.

Page by page in the order of ids, each Track against older ones, so that every pair is looked at once and the older id
stays. Each merge is a transaction with a Revision of its own and can be undone; pairs that a curator told apart stay
so. Safe to stop and to run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import neo4j

from curation.merge import merge_tracks
from curation.review import NewReviewItem, open_items
from cypher import Database, read, statement, write
from graph_model.errors import KnownDifferent, NotFound
from ingestion.resolution.candidates import Candidate, candidates_of, tracks_by_id
from ingestion.resolution.exact import weigh_words
from ingestion.resolution.judging import Unsure, judged, review_item, row_matcher
from ingestion.resolution.track_records import match_text

PAGE = 1_000
REASON = "held to be one by the matcher"


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
        """Page by page: fill in what match keys are missing, then compare. What is done stays.

        Raises Unavailable, TimedOut.
        """
        after = ""
        while page := await self._ask("load/tracks_page", after=after, page=PAGE):
            after = page[-1]["id"]
            keys = {row["id"]: row["match_keys"] for row in page}
            mine = await tracks_by_id(self._ask, list(keys))
            keys |= await self._filled({uid: each for uid, each in mine.items() if keys[uid] is None})
            await self._resolve(mine, keys)
            self.report.tracks += len(page)
            if progress:
                progress(len(page))
        return self.report

    async def _ask(self, question: str, **parameters: Any) -> list[dict[str, Any]]:
        return await read(self._database, question, **parameters)

    async def _filled(self, without: Mapping[str, Candidate]) -> dict[str, str]:
        """Give these Tracks their match keys: id → keys."""
        keys = {uid: match_text(each.record, weigh_words()) for uid, each in without.items()}

        async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
            await transaction.run(statement("load/new_match_keys"), rows=[list(row) for row in keys.items()])

        if keys:
            await write(self._database, work)
        return keys

    async def _resolve(self, mine: Mapping[str, Candidate], keys: Mapping[str, str]) -> None:
        """Tracks of a page against older ones; one that was merged away since the page was read is not among `mine`."""
        ids = list(mine)
        found = await candidates_of(self._ask, {place: keys[uid] for place, uid in enumerate(ids) if keys[uid]})
        older = {ids[place]: [each for each in those if each.uid < ids[place]] for place, those in found.items()}
        apart = await self._told_apart((uid, each.uid) for uid, those in older.items() for each in those)
        items = []
        for uid, those in older.items():
            left = [each for each in those if (uid, each.uid) not in apart]
            looked_at = judged(mine[uid].record, left, self._matcher)
            if looked_at and looked_at[0].decision == "same":
                await self._merge(looked_at[0].candidate.uid, uid)
            elif unsure := [each for each in looked_at if each.decision == "unsure"]:
                items.append(review_item(Unsure(uid, mine[uid].record, unsure), self._matcher))
        self.report.asked += await self._open(items)

    async def _told_apart(self, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        asked = [list(pair) for pair in pairs]
        rows = await self._ask("load/told_apart", pairs=asked) if asked else []
        return {(row["one"], row["other"]) for row in rows}

    async def _merge(self, survivor: str, merged: str) -> None:
        """A pair that somebody decided on meanwhile is left to them."""
        try:
            await merge_tracks(self._database, survivor, merged, actor=self._actor, reason=REASON)
        except (KnownDifferent, NotFound):
            return
        self.report.merged += 1

    async def _open(self, items: Sequence[NewReviewItem]) -> int:
        async def work(transaction: neo4j.AsyncManagedTransaction) -> int:
            return len(await open_items(transaction, items))

        return await write(self._database, work) if items else 0
