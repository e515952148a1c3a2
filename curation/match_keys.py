"""The keys by which a Track is found by what looks like it: those of a merged one go to the survivor, and come back.

They are words in one text. A word that both had stands there twice, so that each merge can be undone by itself, in any
order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import neo4j

from cypher import statement

MOST_CHARACTERS = 2_000
"""A Track with more is found well enough; `load/alike_keys` has the same bound."""


async def join_keys(transaction: neo4j.AsyncManagedTransaction, survivor: str, merged: str | None) -> str:
    """Give the survivor the merged one's keys; what it was given: nothing where it has many. It is locked."""
    held = await _keys(transaction, survivor)
    if not merged or sum(map(len, held)) >= MOST_CHARACTERS:
        return ""
    await _write(transaction, survivor, [*held, *merged.split()])
    return merged


async def part_keys(transaction: neo4j.AsyncManagedTransaction, survivor: str, given: str) -> None:
    """Take away what a merge has given the survivor. It is locked."""
    if given:
        left = Counter(await _keys(transaction, survivor)) - Counter(given.split())
        await _write(transaction, survivor, left.elements())


async def _keys(transaction: neo4j.AsyncManagedTransaction, track: str) -> list[str]:
    result = await transaction.run(statement("curation/match_keys"), id=track)
    row = await result.single(strict=True)
    return (row["keys"] or "").split()


async def _write(transaction: neo4j.AsyncManagedTransaction, track: str, keys: Iterable[str]) -> None:
    text = " ".join(sorted(keys)) or None
    await transaction.run(statement("curation/write_match_keys"), id=track, keys=text)
