"""What curators change: each resolver asks for a key, then hands on to the Curator; payloads are expanded by id."""

from __future__ import annotations

from typing import Any

from ariadne import ObjectType

from graph_model.ids import label_of
from graph_model.ports import Curated, Said
from resolvers.context import Info
from resolvers.mutations import mutation

merge_tracks_payload = ObjectType("MergeTracksPayload")
merge_artists_payload = ObjectType("MergeArtistsPayload")
repoint_payload = ObjectType("RepointPlaysPayload")
review_payload = ObjectType("ReviewPayload")
undo_payload = ObjectType("UndoPayload")
payloads = (merge_tracks_payload, merge_artists_payload, repoint_payload, review_payload, undo_payload)


def said_by(info: Info, reason: str) -> Said:
    """Who acts, and why. Raises Unauthorized without a key."""
    return Said(info.context.actor(), reason)


@mutation.field("mergeTracks")
async def resolve_merge_tracks(_: None, info: Info, *, survivor: str, merged: str, force: bool, reason: str) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, KnownDifferent, Conflict."""
    said = said_by(info, reason)
    return await info.context.services.curator.merge("Track", survivor, merged, said=said, force=force)


@mutation.field("mergeArtists")
async def resolve_merge_artists(
    _: None, info: Info, *, survivor: str, merged: str, force: bool, reason: str
) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, KnownDifferent, Conflict."""
    said = said_by(info, reason)
    return await info.context.services.curator.merge("Artist", survivor, merged, said=said, force=force)


@mutation.field("repointPlays")
async def resolve_repoint_plays(
    _: None, info: Info, *, plays: list[str], reason: str, track: str | None = None, title: str | None = None
) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, Conflict."""
    said = said_by(info, reason)
    return await info.context.services.curator.repoint(plays, track, said=said, title=title)


@mutation.field("acceptReview")
async def resolve_accept(_: None, info: Info, *, item: str, reason: str, candidate: str | None = None) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, KnownDifferent, Conflict."""
    return await info.context.services.curator.accept(item, candidate, said=said_by(info, reason))


@mutation.field("rejectReview")
async def resolve_reject(_: None, info: Info, *, item: str, reason: str, candidate: str | None = None) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, Conflict."""
    return await info.context.services.curator.reject(item, candidate, said=said_by(info, reason))


@mutation.field("decideNew")
async def resolve_decide_new(_: None, info: Info, *, item: str, reason: str) -> Curated:
    """Raises Unauthorized, NotFound, Conflict."""
    return await info.context.services.curator.as_new(item, said=said_by(info, reason))


@mutation.field("undo")
async def resolve_undo(_: None, info: Info, *, revision: str, reason: str) -> Curated:
    """Raises Unauthorized, NotFound, BadInput, CannotUndo, Conflict."""
    return await info.context.services.curator.undo(revision, said=said_by(info, reason))


@merge_tracks_payload.field("revision")
@merge_artists_payload.field("revision")
@repoint_payload.field("revision")
@review_payload.field("revision")
@undo_payload.field("revision")
async def resolve_revision(done: Curated, info: Info) -> Any:
    """The change, with whatever is selected of it."""
    return (await info.context.expanded(info, "Revision", [done.revision]))[0]


@merge_tracks_payload.field("track")
@repoint_payload.field("track")
async def resolve_track(done: Curated, info: Info) -> Any:
    """The Track that stands now."""
    return (await info.context.expanded(info, "Track", list(done.entities)))[0]


@merge_artists_payload.field("artist")
async def resolve_artist(done: Curated, info: Info) -> Any:
    """The Artist that stands now."""
    return (await info.context.expanded(info, "Artist", list(done.entities)))[0]


@repoint_payload.field("plays")
async def resolve_plays(done: Curated, info: Info) -> list[Any]:
    """The rows that were moved."""
    return await info.context.expanded(info, "Play", list(done.plays))


@review_payload.field("item")
@undo_payload.field("item")
async def resolve_item(done: Curated, info: Info) -> Any:
    """The review item, if the act was about one."""
    return (await info.context.expanded(info, "ReviewItem", [done.item]))[0] if done.item else None


@undo_payload.field("tracks")
async def resolve_tracks(done: Curated, info: Info) -> list[Any]:
    """The Tracks among the entities."""
    return await info.context.expanded(info, "Track", _of(done, "Track"))


@undo_payload.field("artists")
async def resolve_artists(done: Curated, info: Info) -> list[Any]:
    """The Artists among them."""
    return await info.context.expanded(info, "Artist", _of(done, "Artist"))


def _of(done: Curated, label: str) -> list[str]:
    return [uid for uid in done.entities if label_of(uid) == label]
