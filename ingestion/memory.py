"""What one load has met already: keys whose entity is known need no second look-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from ingestion.keys import Key

MOST_KEYS = 400_000
"""About 150 MB; when it is full the oldest go."""


class KeyMemory(Mapping[Key, str]):
    """Key → id of its entity, bounded. What is merged away while the load runs is forgotten when it is missed."""

    def __init__(self, most: int = MOST_KEYS) -> None:
        self._most = most
        self._ids: dict[Key, str] = {}

    def __getitem__(self, key: Key) -> str:
        return self._ids[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def learn(self, found: Mapping[Key, str]) -> None:
        """Remember these, and forget the oldest beyond the bound."""
        self._ids.update(found)
        while len(self._ids) > self._most:
            del self._ids[next(iter(self._ids))]

    def forget(self, ids: Set[str]) -> None:
        """Let these entities be sought anew: their keys lead to others now."""
        self._ids = {key: uid for key, uid in self._ids.items() if uid not in ids}
