"""Candidates among records in memory: for a file of records, and for what is new within one batch of a load."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable
from heapq import nlargest
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

MOST_OF_A_KEY = 300
"""A key that more records share says nothing: it is passed over."""


class BlockIndex(Generic[T]):
    """Which items have a key in common; a key that few share counts more."""

    def __init__(self) -> None:
        self._items: defaultdict[str, list[T]] = defaultdict(list)
        self._size = 0

    def add(self, item: T, keys: Iterable[str]) -> None:
        """Remember an item under its keys."""
        self._size += 1
        for key in keys:
            self._items[key].append(item)

    def candidates(self, keys: Iterable[str], most: int, but: T | None = None) -> list[T]:
        """Up to `most` items that share keys, those first that share more and rarer ones."""
        shared: defaultdict[T, float] = defaultdict(float)
        for key in sorted(keys):
            items = self._items.get(key, ())
            if len(items) <= MOST_OF_A_KEY:
                worth = 1.0 + math.log(self._size / len(items)) if items else 0.0
                for item in items:
                    shared[item] += worth
        if but is not None:
            shared.pop(but, None)
        places = {item: place for place, item in enumerate(shared)}
        return nlargest(most, shared, key=lambda item: (shared[item], -places[item]))
