"""The commands of a curator: what can be typed."""

from __future__ import annotations

from typing import Annotated

import typer

from songnodes.opening import opened_settings

Reason = Annotated[str, typer.Option(help="Why, for the history.")]
review_app = typer.Typer(help="What matchers left for you to decide.", no_args_is_help=True)
curator = typer.Typer()
merge_app = typer.Typer(help="Make one of two.", no_args_is_help=True)


ItemId = Annotated[str, typer.Argument(help="Id of the review item, rvw_…")]
Survivor = Annotated[str, typer.Argument(help="Id of the one that stays")]
Merged = Annotated[str, typer.Argument(help="Id of the one that goes")]
Force = Annotated[bool, typer.Option("--force", help="Although somebody has decided that they differ.")]


@review_app.command("list")
def review_list(most: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 20) -> None:
    """List the open items, the likeliest first."""
    settings = opened_settings()
    from songnodes.curating import list_items

    list_items(settings, most)


@review_app.command("show")
def review_show(item_id: ItemId) -> None:
    """Show one item with its candidates and their reasons."""
    settings = opened_settings()
    from songnodes.curating import show_item

    show_item(settings, item_id)


@review_app.command("accept")
def review_accept(
    item_id: ItemId,
    candidate: Annotated[str | None, typer.Argument(help="Id of the candidate; the likeliest if left out")] = None,
    reason: Reason = "",
) -> None:
    """The entity in question is that candidate: merge it into it."""
    settings = opened_settings()
    from songnodes.curating import accept_item

    accept_item(settings, item_id, candidate, reason)


@review_app.command("reject")
def review_reject(
    item_id: ItemId,
    candidate: Annotated[str | None, typer.Argument(help="Id of the one that it is not; all if left out")] = None,
    reason: Reason = "",
) -> None:
    """The entity in question is none of the candidates, or not that one."""
    settings = opened_settings()
    from songnodes.curating import reject_item

    reject_item(settings, item_id, candidate, reason)


@review_app.command("new")
def review_new(item_id: ItemId, reason: Reason = "") -> None:
    """The entity in question is one of its own."""
    settings = opened_settings()
    from songnodes.curating import decide_new

    decide_new(settings, item_id, reason)


@merge_app.command("tracks")
def merge_two_tracks(survivor: Survivor, merged: Merged, *, force: Force = False, reason: Reason = "") -> None:
    """Make one of two tracks: plays, credits and keys move, the id that goes leads to the one that stays."""
    settings = opened_settings()
    from songnodes.curating import merge_two

    merge_two(settings, "Track", (survivor, merged), force=force, reason=reason)


@merge_app.command("artists")
def merge_two_artists(survivor: Survivor, merged: Merged, *, force: Force = False, reason: Reason = "") -> None:
    """Make one of two artists: credits, sets, aliases and keys move, and DJs are counted anew."""
    settings = opened_settings()
    from songnodes.curating import merge_two

    merge_two(settings, "Artist", (survivor, merged), force=force, reason=reason)


@curator.command()
def repoint(
    plays: Annotated[list[str], typer.Argument(help="Ids of plays, ply_…")],
    track: Annotated[str | None, typer.Option(help="Id of the track that they are of.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of a new track that they are of.")] = None,
    reason: Reason = "",
) -> None:
    """Move plays to another track, or to a new one; they stay there when their set is loaded again."""
    settings = opened_settings()
    from songnodes.curating import repoint_rows

    repoint_rows(settings, plays, (track, title), reason)


@curator.command()
def undo(revision_id: Annotated[str, typer.Argument(help="Id of the act, rev_…")], reason: Reason = "") -> None:
    """Take a merge, a repointing or a review's decision back, as if it had never been."""
    settings = opened_settings()
    from songnodes.curating import undo_act

    undo_act(settings, revision_id, reason)


@curator.command()
def history(entity_id: Annotated[str, typer.Argument(help="Id of a track, artist, setlist or review item")]) -> None:
    """Show what changed an entity, newest first, and what of it was undone."""
    settings = opened_settings()
    from songnodes.curating import show_history

    show_history(settings, entity_id)
