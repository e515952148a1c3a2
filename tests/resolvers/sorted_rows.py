"""Sorting as the schema promises it, in plain Python: absent values last whichever way, ties broken by the next key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
SortKey = tuple[Callable[[Any], Any], bool]
"""What reads the value, and whether the largest comes first."""


def sorted_rows(rows: Iterable[T], keys: Sequence[SortKey]) -> list[T]:
    """The rows in the order of the keys; Python's sort keeps ties as they were, so the last key goes first."""
    found = list(rows)
    for read, descending in reversed(keys):
        present = [row for row in found if read(row) is not None]
        absent = [row for row in found if read(row) is None]
        found = [*sorted(present, key=read, reverse=descending), *absent]
    return found
