"""What a curator does, as the upper floors are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curation import review
from curation.merge import merge_artists, merge_tracks
from curation.plays import repoint_plays
from curation.undo import undo
from cypher import Database
from graph_model.ports import Curated, Said


@dataclass(frozen=True, slots=True)
class GraphCurator:
    """Implements `graph_model.ports.Curator`."""

    database: Database

    async def merge(self, label: str, survivor: str, merged: str, *, said: Said, force: bool = False) -> Curated:
        """Two Tracks or Artists."""
        act = merge_tracks if label == "Track" else merge_artists
        return await act(self.database, survivor, merged, **said._asdict(), force=force)

    async def repoint(
        self, plays: Sequence[str], track: str | None, *, said: Said, title: str | None = None
    ) -> Curated:
        """Plays to another Track."""
        return await repoint_plays(self.database, plays, track, **said._asdict(), title=title)

    async def accept(self, item: str, candidate: str | None, *, said: Said) -> Curated:
        """It is that one."""
        return await review.accept(self.database, item, candidate, **said._asdict())

    async def reject(self, item: str, candidate: str | None, *, said: Said) -> Curated:
        """It is not."""
        return await review.reject(self.database, item, candidate, **said._asdict())

    async def as_new(self, item: str, *, said: Said) -> Curated:
        """It is one of its own."""
        return await review.as_new(self.database, item, **said._asdict())

    async def undo(self, revision: str, *, said: Said) -> Curated:
        """As if it had never been."""
        return await undo(self.database, revision, **said._asdict())
