"""What upper floors hand to each other, by protocol: `server.py` wires the two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


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


@dataclass(frozen=True, slots=True)
class Curated:
    """What a curator's act has done: its Revision, and the entities that stand where it acted."""

    revision: str
    entities: tuple[str, ...] = ()
    item: str | None = None
    """The review item that it decided."""
    plays: tuple[str, ...] = ()


class Said(NamedTuple):
    """Who acts, and why."""

    actor: str
    reason: str = ""


class Curator(Protocol):
    """What a curator does; each act is one transaction with its Revision."""

    async def merge(self, label: str, survivor: str, merged: str, *, said: Said, force: bool) -> Curated:
        """Make one of two Tracks or Artists. Raises NotFound, BadInput, KnownDifferent, Conflict."""

    async def repoint(self, plays: Sequence[str], track: str | None, *, said: Said, title: str | None) -> Curated:
        """Move Plays to another Track, or to a new one of that title. Raises NotFound, BadInput, Conflict."""

    async def accept(self, item: str, candidate: str | None, *, said: Said) -> Curated:
        """The entity in question is that candidate (the likeliest where none is named). Raises NotFound, Conflict."""

    async def reject(self, item: str, candidate: str | None, *, said: Said) -> Curated:
        """It is none of the candidates, or not that one. Raises NotFound, Conflict."""

    async def as_new(self, item: str, *, said: Said) -> Curated:
        """It is one of its own. Raises NotFound, Conflict."""

    async def undo(self, revision: str, *, said: Said) -> Curated:
        """Take an act back, in whatever order. Raises NotFound, BadInput, CannotUndo, Conflict."""


@dataclass(frozen=True, slots=True)
class MatchReason:
    """What one axis added to the log-odds of a match, in words."""

    axis: str
    log_odds: float
    text: str


@dataclass(frozen=True, slots=True)
class ComparedTrack:
    """A Track that a row was compared with: `start` plus all log-odds are the probability's; `veto`: why not alone."""

    track: str
    probability: float
    decision: str
    start: float
    veto: str | None
    reasons: tuple[MatchReason, ...]


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """How a row is read, and of which Track it would be. `outcome`: KNOWN, SAME, UNSURE, NEW or NO_TRACK."""

    text: str
    artists: tuple[str, ...]
    title: str | None
    version: str | None
    outcome: str
    decided_by: str | None
    track: str | None
    compared: tuple[ComparedTrack, ...]


class MatchExplainer(Protocol):
    """Says why a printed row is of this Track; nothing is written."""

    async def explain(self, text: str, most: int) -> ExplainedRow:
        """Raises BadInput for what is no row."""
