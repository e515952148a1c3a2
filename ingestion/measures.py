"""What sources measured of Tracks: as they said it on MEASURED, and the one value that a Track shows for each field.

The rule, field by field: the word of the most confident Observation, of several such that of the newest, then that of
the lowest id. An Observation that measures a Track twice (played twice in a set) says for each field what its first
row says; only a merge can leave two measures of one Observation at a Track, and then the shortest and slowest counts.
`load/derived_measures` does it in the graph, `check` by `derived` here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

import neo4j

from cypher import statement
from ingestion.batch import ReadySet
from ingestion.keys import Key
from ingestion.observation import UNMEASURED, Measures
from ingestion.sources.record import json_text

FIELDS = ("bpm", "musical_key", "duration_ms", "year")
"""Properties of MEASURED from which those of a Track are derived; cue points stay where they were said."""


class Said(NamedTuple):
    """One MEASURED and the Observation that it comes from; `seen_at` compares as the database's time does."""

    confidence: float
    seen_at: Any
    observation: str
    duration_ms: int | None
    bpm: float | None
    year: int | None
    musical_key: str | None


def derived(measures: Sequence[Said]) -> tuple[Any, ...]:
    """The values of FIELDS that a Track with these measures has; None where none says anything."""
    ranked = sorted(measures, key=_lowest_first)
    ranked.sort(key=lambda said: said.seen_at, reverse=True)
    ranked.sort(key=lambda said: said.confidence, reverse=True)
    said = [[getattr(each, name) for each in ranked] for name in FIELDS]
    return tuple(next((value for value in values if value is not None), None) for values in said)


def measure_rows(ready: ReadySet, ids: Mapping[Key, str]) -> list[list[Any]]:
    """Rows of `load/measures`: one for each Track that the record measures."""
    found: dict[str, list[Measures]] = {}
    for play in ready.plays:
        if play.row.measures is not UNMEASURED and play.track and play.row.measures:
            found.setdefault(ids[play.track], []).append(play.row.measures)
    return [[ready.observation, uid, *_joined(measures)] for uid, measures in sorted(found.items())]


async def measured_tracks(transaction: neo4j.AsyncManagedTransaction, observations: Sequence[str]) -> set[str]:
    """Ids of the Tracks that these Observations measure."""
    if not observations:
        return set()
    result = await transaction.run(statement("load/measured_tracks"), ids=list(observations))
    return {uid async for (uid,) in result}


async def forget_measures(transaction: neo4j.AsyncManagedTransaction, observations: Sequence[str]) -> None:
    """Remove what Observations measured that nothing is derived from any more."""
    if observations:
        await transaction.run(statement("load/stale_measures"), ids=list(observations))


async def keep_measures(transaction: neo4j.AsyncManagedTransaction, rows: Sequence[list[Any]]) -> None:
    """Write what was measured."""
    if rows:
        await transaction.run(statement("load/measures"), rows=rows)


def _joined(measures: Iterable[Measures]) -> list[Any]:
    """Each field's first word, the cue points as JSON."""
    first = [next((v for each in measures if (v := getattr(each, name)) is not None), None) for name in FIELDS]
    points = next((each.cue_points for each in measures if each.cue_points), ())
    return [*first, json_text([_given(asdict(point)) for point in points]) if points else None]


def _given(point: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in point.items() if value not in (None, "")}


def _lowest_first(said: Said) -> tuple[Any, ...]:
    """Null after every value, as the database orders it."""
    rest = (said.duration_ms, said.bpm, said.year, said.musical_key)
    return (said.observation, *((value is None, value if value is not None else 0) for value in rest))
