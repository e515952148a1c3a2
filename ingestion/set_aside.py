"""What cannot be loaded is kept whole, with its reason and place, and the rest goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import neo4j

from cypher import statement
from graph_model.setlist import PLAY_STATES
from ingestion.observation import RefusedRecord, SetObservation

LONGEST_NAME = 1_000
"""Characters of a name, title or key; more is no name."""
LONGEST_ROW = 10_000
"""Characters of a row's text."""
LONGEST_RECORD = 4_000_000
"""Characters of a record as read."""
MOST_ROWS = 5_000
"""Rows of one set: they are written in one transaction."""


def reason_to_refuse(seen: SetObservation) -> RefusedRecord | None:
    """Why this set cannot be stored, or None where it can."""
    found = next(_faults(seen), None)
    if not found:
        return None
    code, reason = found
    return RefusedRecord(storable(seen.source), storable(seen.key), code, storable(reason), storable(seen.raw))


def storable(text: str) -> str:
    """The text with lone surrogates as `\\udXXX` and cut to the longest record: what the database can keep."""
    return text[:LONGEST_RECORD].encode("utf-8", "backslashreplace").decode()


def _faults(seen: SetObservation) -> Iterator[tuple[str, str]]:
    if len(seen.raw) > LONGEST_RECORD:
        yield "TOO_LONG", f"the record has {len(seen.raw):,} characters, at most {LONGEST_RECORD:,} are kept: split it"
    if len(seen.rows) > MOST_ROWS:
        yield "TOO_LONG", f"the set has {len(seen.rows):,} rows, at most {MOST_ROWS:,} are loaded: split it"
    for place, text, longest in _texts(seen):
        if len(text) > longest:
            yield "TOO_LONG", f"{place} has {len(text):,} characters, at most {longest:,} are allowed: shorten it"
        if not _is_unicode(text):
            yield "BAD_TEXT", f"{place} holds half of a character (a lone surrogate): write it as UTF-8"
    for number, row in enumerate(seen.rows, 1):
        if row.state not in PLAY_STATES:
            yield "BAD_ROW", f"row {number} has the state {row.state!r}, which is none of {', '.join(PLAY_STATES)}"


def _texts(seen: SetObservation) -> Iterator[tuple[str, str, int]]:
    """Every text of the set with its place and how long it may be."""
    yield "the record", seen.raw, LONGEST_RECORD
    for text in (seen.source, seen.key, seen.title, seen.url, seen.event, seen.place, seen.series, seen.episode):
        yield "the set's head", text or "", LONGEST_NAME
    for text in (*seen.tags, *(name for who in seen.performers for name in (who.name, who.alias_of or ""))):
        yield "a tag or performer", text, LONGEST_NAME
    for number, row in enumerate(seen.rows, 1):
        yield f"row {number}", row.text, LONGEST_ROW
        for text in (row.title, row.version, row.label, row.catalog_number, row.youtube_id):
            yield f"row {number}", text or "", LONGEST_NAME
        for part in (*((c.name + c.join_phrase) for c in row.credits), *(v for pair in row.external_ids for v in pair)):
            yield f"row {number}", part, LONGEST_NAME


def _is_unicode(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


async def keep_aside(transaction: neo4j.AsyncManagedTransaction, refused: Sequence[RefusedRecord]) -> None:
    """Store the refused records; the same record of the same place is stored once."""
    rows = [_kept(record) for record in refused]
    await transaction.run(statement("load/set_aside"), rows=rows, at=datetime.now(UTC))


def _kept(record: RefusedRecord) -> dict[str, str]:
    source, place, text = storable(record.source), storable(record.place), storable(record.record)
    key = hashlib.sha256("\x1f".join((source, place, text)).encode()).hexdigest()
    return {
        "key": key, "source": source, "place": place, "code": record.code,
        "reason": storable(record.reason), "record": text,
    }  # fmt: skip
