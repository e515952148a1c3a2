"""Tracks as records that can be compared: what a row prints, and what the graph knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from ingestion.entities import Wanted
from ingestion.matching.blocking import block_keys
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.words import WordWeights

OWN_SCHEMES = frozenset({"track-spelling", "track-in-set", "merged-id"})
"""Keys that we made; all others are ids that a source gives."""
_BETWEEN = ", "


def record_of_wanted(wanted: Wanted) -> Record:
    """A Track that a row speaks of."""
    credits = [(credit.position, credit.role, credit.printed) for credit in wanted.credits]
    given = tuple((key.scheme, key.value) for key in wanted.keys if key.scheme not in OWN_SCHEMES)
    return Record(**_texts(wanted.name, wanted.version, credits), identifiers=given)


def record_of_track(row: Mapping[str, Any]) -> Record:
    """A row of `load/candidate_tracks`."""
    releases = row["releases"]
    return Record(
        **_texts(row["title"], row["version"], row["credits"]),
        label=_BETWEEN.join(dict.fromkeys(label for label, _ in releases)),
        catalog_number=next((number for _, number in releases if number), ""),
        identifiers=tuple((scheme, value) for scheme, value in row["identifiers"]),
    )


def match_keys(wanted: Wanted, weigh: WordWeights) -> str:
    """The Track's keys for `Track.match_keys`, in one text."""
    return match_text(record_of_wanted(wanted), weigh)


@lru_cache(maxsize=10_000)
def match_text(record: Record, weigh: WordWeights) -> str:
    """The same of a record; a load asks twice, when it seeks a Track and when it makes one."""
    return " ".join(sorted(block_keys(read(record), weigh)))


def _texts(title: str, version: str | None, credits: Sequence[Sequence[Any]]) -> dict[str, str]:
    printed = sorted(tuple(credit) for credit in credits)
    return {
        "title": title.removesuffix(f" ({version})") if version else title,
        "version": version or "",
        "artist": _BETWEEN.join(name for _, role, name in printed if role != "remixer"),
        "remixer": _BETWEEN.join(name for _, role, name in printed if role == "remixer"),
    }
