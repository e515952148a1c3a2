"""Further records of a set attest what the leading one says: which row is which Play, and what they say otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import neo4j

from cypher import statement
from ingestion.batch import ReadySet
from ingestion.change import Change
from ingestion.known_sets import KnownSet, Record
from ingestion.matching.rows import align
from ingestion.matching.set_conflicts import conflicts
from ingestion.matching.set_faces import SetFace, face_of, face_text


@dataclass(frozen=True, slots=True)
class Attested:
    """A Setlist as its leading record has it after the write, and the records that attest it."""

    uid: str
    lead: SetFace
    plays: Sequence[str]
    """Ids of the Plays, in the order of the leading rows."""
    records: tuple[Record, ...]

    def rows(self) -> list[dict[str, Any]]:
        """Rows of `load/attestations`."""
        return [self._row(record) for record in self.records]

    def _row(self, record: Record) -> dict[str, Any]:
        face = record.face
        rows = align(self.lead.rows, face.rows)
        told = conflicts(self.lead, face, rows)
        return {
            "observation": record.observation,
            "setlist": self.uid,
            "description": {
                "rows": len(face.rows),
                "aligned": len(rows.pairs),
                "said": face_text(face),
                "conflict_kinds": [each.kind for each in told],
                "conflict_positions": [each.position for each in told],
                "conflict_leading": [each.leading for each in told],
                "conflict_attesting": [each.attesting for each in told],
            },
            "plays": [
                [self.plays[pair.left], pair.right + 1, face.rows[pair.right], pair.similarity] for pair in rows.pairs
            ],
        }


def record_of(ready: ReadySet) -> Record:
    """The record that a batch brings."""
    seen = ready.seen
    return Record(ready.observation, seen.source, seen.confidence, face_of(seen))


def led_anew(change: Change, known: KnownSet) -> Attested:
    """The set after its leading record has changed, or another one has taken the lead."""
    source = change.ready.seen.source
    others = (known.lead, *known.attesting)
    records = tuple(record for record in others if record.source != source)
    return Attested(change.uid, face_of(change.ready.seen), change.play_ids, records)


def attested_anew(ready: ReadySet, known: KnownSet) -> Attested:
    """The set after one more record attests it, or a newer one of the same source."""
    records = [record for record in known.attesting if record.source != ready.seen.source]
    plays = [play.uid for play in known.plays]
    return Attested(known.uid, known.lead.face, plays, (*records, record_of(ready)))


async def write_attestations(transaction: neo4j.AsyncManagedTransaction, sets: Sequence[Attested]) -> None:
    """Replace what is stored of all records that attest these Setlists."""
    told = [each for each in sets if each.records]
    if not told:
        return
    await transaction.run(statement("load/stale_attestations"), ids=sorted(each.uid for each in told))
    await transaction.run(statement("load/attestations"), rows=[row for each in told for row in each.rows()])


def replaced(changes: Sequence[Change], joined: Mapping[str, KnownSet]) -> list[Attested]:
    """The sets with several records whose leading one is written."""
    return [led_anew(change, joined[change.uid]) for change in changes if change.uid in joined]
