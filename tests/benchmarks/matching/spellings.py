"""The demo's rows as labelled data: each spelling of a track once, with the YouTube ids that stand beside its rows.

The ids are labels, not evidence: two rows with one id are mostly one recording. They were put there by a machine, so
some are wrong; the report says how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingestion.entities import credits_of, track
from ingestion.keys import set_key, track_identity
from ingestion.matching.record import Record
from ingestion.observation import RefusedRecord, RowObservation, SetObservation
from ingestion.resolution.track_records import record_of_wanted
from ingestion.sources.djmix import read_djmix


@dataclass(slots=True)
class Spelling:
    """Rows that the exact key holds for one track: what the matcher compares, and what it is measured by."""

    key: str
    record: Record
    label: str
    text: str
    """The first row as printed."""
    ids: Counter[str] = field(default_factory=Counter)
    """YouTube id → rows."""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """(row as printed, id) of each row with an id."""

    def same(self, other: Spelling) -> bool | None:
        """What the labels say; None where one of them has none."""
        return bool(self.ids.keys() & other.ids.keys()) if self.ids and other.ids else None


def read_spellings(file: Path) -> list[Spelling]:
    """In the order of their first rows."""
    return gathered(read_djmix(file))


def gathered(observations: Iterable[SetObservation | RefusedRecord]) -> list[Spelling]:
    """The spellings of identified rows."""
    found: dict[str, Spelling] = {}
    for seen, row in _rows(observations):
        identity = track_identity(row, set_key(seen))
        key = identity.keys[0].value
        if key not in found:
            wanted = track(row, identity, credits_of(row))
            found[key] = Spelling(key, record_of_wanted(wanted), row.label or "", row.text)
        if row.youtube_id:
            found[key].ids[row.youtube_id] += 1
            found[key].texts.append((row.text, row.youtube_id))
    return list(found.values())


def _rows(observations: Iterable[SetObservation | RefusedRecord]) -> Iterator[tuple[SetObservation, RowObservation]]:
    for seen in observations:
        if isinstance(seen, SetObservation):
            yield from ((seen, row) for row in seen.rows if row.state == "identified")


def pairs_within(counts: Iterable[int]) -> int:
    """Pairs of rows within groups of these sizes."""
    return sum(count * (count - 1) // 2 for count in counts)


def pairs_of_one_id(spellings: Iterable[Spelling]) -> int:
    """All pairs of rows with one id."""
    total: Counter[str] = Counter()
    for spelling in spellings:
        total.update(spelling.ids)
    return pairs_within(total.values())
