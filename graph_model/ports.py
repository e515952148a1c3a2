"""What upper floors hand to each other, by protocol: `server.py` wires the two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class KeptSets:
    """What became of the sets that somebody sent. `setlists`: ids of those that the graph now holds, in that order."""

    setlists: tuple[str, ...]
    new: int
    updated: int
    unchanged: int
    set_aside: tuple[tuple[str, str, str], ...]
    """(place, code, reason) of each record that could not be read."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What became of a file. `format`: None where it has none that can be read. `rows`: of sets and libraries."""

    format: str | None
    sets: KeptSets
    libraries: int
    rows: int
    tracks: int
    """Different pieces in it, as far as their names tell."""


class SetKeeper(Protocol):
    """Takes sets into the graph and out of it."""

    async def import_file(self, name: str, data: bytes, *, actor: str) -> KeptFile:
        """Load what a file of a DJ program holds; the same file again, whatever its name, changes nothing."""

    async def keep(self, records: Sequence[dict[str, Any]], *, actor: str) -> KeptSets:
        """Load sets in the form of docs/loading_sets.md; the same set again changes nothing."""

    async def delete(self, uid: str, *, actor: str, reason: str) -> None:
        """Take a set and its share of the transitions away. Raises NotFound."""
