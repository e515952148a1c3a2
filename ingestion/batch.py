"""Sets made ready for a transaction: keys instead of names, places instead of rows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from graph_model.ids import PREFIXES
from ingestion.entities import Credit, Saying, Wanted, credits_of, entities_of_head, entities_of_row
from ingestion.keys import Key, set_key, spelling_key, track_identity
from ingestion.observation import RefusedRecord, RowObservation, SetObservation
from ingestion.set_aside import reason_to_refuse
from ingestion.transitions import places

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class ReadyPlay:
    """A row with its place; `track` is None unless the row is identified, `credits` are a partial row's."""

    position: int
    layer: int
    row: RowObservation
    track: Key | None
    credits: tuple[Credit, ...]

    @property
    def state(self) -> str:
        return self.row.state

    @property
    def break_before(self) -> bool:
        return self.row.break_before


@dataclass(frozen=True, slots=True)
class ReadySet:
    """A set with its key, the id of the Observation that says it, and its rows in their places."""

    key: Key
    observation: str
    seen: SetObservation
    plays: tuple[ReadyPlay, ...]
    entities: dict[tuple[Key, ...], Wanted]
    """All that it speaks of, by their keys."""


@dataclass(slots=True)
class Batch:
    """Sets that are written in one transaction, and the entities that they need."""

    sets: list[ReadySet] = field(default_factory=list)
    sayings: dict[tuple[Key, ...], Saying] = field(default_factory=dict)
    refused: list[RefusedRecord] = field(default_factory=list)

    def add(self, ready: ReadySet) -> None:
        """Take one more set."""
        self.sets.append(ready)
        for keys, entity in ready.entities.items():
            if keys not in self.sayings:
                self.sayings[keys] = Saying(entity, ready.observation, ready.seen.confidence)

    def without(self, keys: Set[Key]) -> Batch:
        """The same batch without the sets of these keys."""
        if not keys:
            return self
        rest = Batch(refused=self.refused)
        for ready in self.sets:
            if ready.key not in keys:
                rest.add(ready)
        return rest

    @property
    def rows(self) -> Counter[str]:
        """Rows by state."""
        return Counter(play.state for ready in self.sets for play in ready.plays)


def batches(observations: Iterable[SetObservation | RefusedRecord], size: int) -> Iterator[Batch]:
    """Batches of up to `size` sets of one source.

    A key stands in a batch once, so that a later version of a set is its update; a set, by whatever source, once too.
    """
    batch, keys = Batch(), set[Key]()
    for seen in observations:
        refused = seen if isinstance(seen, RefusedRecord) else reason_to_refuse(seen)
        if refused:
            batch.refused.append(refused)
            continue
        assert isinstance(seen, SetObservation)
        if (
            len(batch.sets) == size
            or set_key(seen) in keys
            or (batch.sets and seen.source != batch.sets[0].seen.source)
        ):
            yield batch
            batch, keys = Batch(), set()
        batch.add(ready_set(seen))
        keys.add(set_key(seen))
    if batch.sets or batch.refused:
        yield batch


def ready_set(seen: SetObservation) -> ReadySet:
    """The set with keys and places."""
    key = set_key(seen)
    entities = {entity.keys: entity for entity in entities_of_head(seen)}
    plays = []
    for row, (position, layer) in zip(seen.rows, places(row.together for row in seen.rows), strict=True):
        identity, credits = track_identity(row, key), credits_of(row)
        for entity in entities_of_row(row, identity, credits):
            entities.setdefault(entity.keys, entity)
        track = identity.keys[0] if identity.keys else None
        plays.append(ReadyPlay(position, layer, row, track, credits if row.state == "partial" else ()))
    return ReadySet(key, observation_id(seen), seen, tuple(plays), entities)


def observation_id(seen: SetObservation) -> str:
    """The id of this version of the record, as this parser reads it: the same again for the same, whoever loads it.

    So one comparison tells an unchanged set, and what an interrupted load left behind is found again.
    """
    said = "\x1f".join((seen.source, seen.key, seen.parser, seen.raw))
    number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:16])
    digits = "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
    return f"{PREFIXES['Observation']}_{digits}"


def alias_keys(seen: SetObservation) -> Iterator[tuple[Key, Key]]:
    """(alias, name) for each performer of whom the source says so; a name is no alias of itself."""
    for performer in seen.performers:
        if performer.alias_of:
            alias, name = spelling_key("artist", performer.name), spelling_key("artist", performer.alias_of)
            if alias != name:
                yield alias, name
