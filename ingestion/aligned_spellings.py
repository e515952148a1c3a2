"""Spellings that two hands use of one row: the second leads to the Track of the first, so that later rows find it.

Only where nothing speaks against it: the rows stand in order and print nearly the same, without a mark ("reprise",
"part 2") that one lacks; in all sets of the batch the spelling stands beside one Track alone; it leads nowhere yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import neo4j

from cypher import Database, statement, write
from ingestion.batch import ReadySet
from ingestion.keys import Key, track_identity
from ingestion.known_sets import KnownSet
from ingestion.matching.row_titles import differing_marks
from ingestion.matching.rows import align
from ingestion.matching.set_conflicts import SAME_TITLE
from ingestion.set_plan import SetPlan

DECIDED_BY = "aligned-row"
SPELLING = "track-spelling"


async def spell_alike(database: Database, sets: Sequence[ReadySet], plan: SetPlan) -> None:
    """Write the spellings that the sets' alignments with what the graph holds decide; safe to run twice."""
    rows = agreed_spellings(sets, plan)

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        result = await transaction.run(
            statement("load/spelling_keys"), rows=rows, decided_by=DECIDED_BY, at=datetime.now(UTC)
        )
        await result.consume()

    if rows:
        await write(database, work)


def agreed_spellings(sets: Sequence[ReadySet], plan: SetPlan) -> list[list[Any]]:
    """Rows of `load/spelling_keys`: [scheme, value, id of the Track, the least similarity seen]."""
    seen: defaultdict[Key, dict[str, float]] = defaultdict(dict)
    for ready in sets:
        known = plan.known.get(plan.setlists.get(ready.key, ""))
        if known and known.lead.source != ready.seen.source:
            for key, track, similarity in _aligned(ready, known):
                seen[key][track] = min(similarity, seen[key].get(track, 1.0))
    alone = {key: next(iter(tracks.items())) for key, tracks in seen.items() if len(tracks) == 1}
    return [[*key, track, similarity] for key, (track, similarity) in sorted(alone.items())]


def _aligned(ready: ReadySet, known: KnownSet) -> Iterator[tuple[Key, str, float]]:
    """(spelling, id of a Track, similarity) of each row that is surely one that the graph has."""
    texts = known.lead.face.rows, tuple(play.row.text for play in ready.plays)
    for pair in align(*texts).pairs:
        track, row = known.plays[pair.left].track, ready.plays[pair.right].row
        differ = differing_marks(known.plays[pair.left].text, row.text)
        if track and not pair.moved and pair.similarity >= SAME_TITLE and not differ:
            for key in track_identity(row, ready.key).keys:
                if key.scheme == SPELLING:
                    yield key, track, pair.similarity
