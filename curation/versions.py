"""Groups of versions: two Tracks that turn out to be one join their groups, since both are versions of one piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import neo4j

from curation.moves import MERGE, Move, has_moved, moved, read_moves, undone, written
from cypher import statement


async def groups_of(transaction: neo4j.AsyncManagedTransaction, ids: Iterable[str]) -> dict[str, str | None]:
    """Track → its group."""
    result = await transaction.run(statement("curation/groups"), ids=sorted(ids))
    return {uid: group async for uid, group in result}


async def tracks_of_groups(transaction: neo4j.AsyncManagedTransaction, groups: Iterable[str | None]) -> set[str]:
    """All Tracks of these groups."""
    wanted = sorted({group for group in groups if group})
    result = await transaction.run(statement("curation/tracks_of_groups"), groups=wanted)
    return {uid async for uid, _, _ in result}


async def join_groups(
    transaction: neo4j.AsyncManagedTransaction, revision: str, survivor: str, merged: str
) -> list[str]:
    """Put the Tracks of the merged one's group into the survivor's; the ids of those whose group changed.

    All are locked. A survivor without a group (its title says too little) gets the merged one's.
    """
    groups = await groups_of(transaction, (survivor, merged))
    of_survivor, of_merged = groups[survivor], groups[merged]
    if not of_merged or of_merged == of_survivor:
        return []
    ids = {survivor} if not of_survivor else await tracks_of_groups(transaction, [of_merged]) - {merged}
    move = Move(MERGE, revision, of_merged if of_survivor else "")
    result = await transaction.run(statement("curation/group_moves"), ids=sorted(ids))
    rows = [[uid, of_survivor or of_merged, moved(moves, move)] async for uid, _, moves in result]
    await transaction.run(statement("curation/regroup"), rows=rows)
    return sorted(ids)


async def part_groups(transaction: neo4j.AsyncManagedTransaction, revision: str, ids: Iterable[str]) -> None:
    """Give Tracks whose group a merge had changed their former one back. All are locked."""
    result = await transaction.run(statement("curation/group_moves"), ids=sorted(ids))
    rows: list[list[Any]] = []
    async for uid, _, said in result:
        moves = read_moves(said)
        if has_moved(moves, revision):
            rest, group = undone(moves, revision, chained=True)
            rows.append([uid, group or None, written(rest)])
    await transaction.run(statement("curation/regroup"), rows=rows)


async def tie_versions(transaction: neo4j.AsyncManagedTransaction, groups: Iterable[str | None]) -> None:
    """Tie each version of these groups to the plain originals, and nothing else. All their Tracks are locked."""
    wanted = sorted({group for group in groups if group})
    await transaction.run(statement("curation/untie"), groups=wanted)
    result = await transaction.run(statement("load/untied_versions"), groups=wanted)
    rows = sorted([[version, original] async for version, original in result])
    await transaction.run(statement("load/versions"), rows=rows)
