"""What the graph holds of sets that may have several records: who leads, who attests, and what each of them says.

One record *leads*: it decides head and Plays. The others *attest* them. One source has one record of a set at most.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import neo4j

from cypher import Database, read, statement
from cypher.session import Row
from ingestion.change import OldPlay
from ingestion.matching.set_faces import SetFace, face_from, folded
from ingestion.observation import SetObservation

Ask = Callable[..., Awaitable[list[Row]]]
"""Asks a question by its name with parameters: `read` of a database, or within a transaction."""


@dataclass(frozen=True, slots=True)
class Record:
    """One source's record of a set: the Observation that says it, and its face."""

    observation: str
    source: str
    confidence: float
    face: SetFace


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A Setlist with its records; `plays` are those of the leading one."""

    uid: str
    lead: Record
    attesting: tuple[Record, ...]
    plays: tuple[OldPlay, ...]

    def holds(self, observation: str) -> bool:
        """Whether this is a record that it has now."""
        return observation in {record.observation for record in (self.lead, *self.attesting)}

    def is_led_by(self, seen: SetObservation) -> bool:
        """Whether this record leads, or will: who is there stays what it is, who comes is more trusted or attests.

        Equal trust is decided by the name of the source and not by who came first, so that the order of loading does
        not matter.
        """
        if seen.source in {record.source for record in self.attesting}:
            return False
        return seen.source == self.lead.source or _rank(seen.confidence, seen.source) < _rank(
            self.lead.confidence, self.lead.source
        )


def _rank(confidence: float, source: str) -> tuple[float, str]:
    return -confidence, source


def asking(database: Database) -> Ask:
    """Questions outside a transaction."""

    async def ask(name: str, **parameters: Any) -> list[Row]:
        return await read(database, name, **parameters)

    return ask


def asking_within(transaction: neo4j.AsyncManagedTransaction) -> Ask:
    """Questions within a transaction, which sees what it has written."""

    async def ask(name: str, **parameters: Any) -> list[Row]:
        result = await transaction.run(statement(name), parameters)
        return [record.data() async for record in result]

    return ask


async def known_sets(ask: Ask, ids: Iterable[str]) -> dict[str, KnownSet]:
    """By id; what is gone is left out."""
    wanted = sorted(set(ids))
    rows = await ask("load/known_sets", ids=wanted) if wanted else []
    return {row["id"]: _known_set(row) for row in rows}


def _known_set(row: Row) -> KnownSet:
    event, place = row["venue"] or (None, None)
    played_on = row["played_on"]
    face = SetFace(
        title=row["title"], performers=folded(row["performers"]),
        rows=tuple(text for _, text, _, _ in row["plays"]), segues=tuple(bool(segue) for *_, segue in row["plays"]),
        played_on=played_on.to_native() if played_on else None, played_precision=row["played_precision"],
        event=event, place=place, url=row["url"],
    )  # fmt: skip
    lead = Record(row["observation"], row["source"], row["confidence"], face)
    attesting = (Record(seen, source, sure, face_from(text)) for seen, source, sure, text in row["attesting"])
    plays = tuple(OldPlay(uid, text, track) for uid, text, track, _ in row["plays"])
    return KnownSet(row["id"], lead, tuple(attesting), plays)
