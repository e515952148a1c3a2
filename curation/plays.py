"""Plays moved from one Track to another: what a curator says of a row holds against every later load of its set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import neo4j

from curation.acts import RecordedAct
from curation.entities import followed, snapshot, where_now
from curation.links import Link, create_links, links_of, move_links
from curation.locks import SETLISTS_OF_PLAYS, Unsettled, found_setlists, lock_sets_around, pairs_around, settled
from curation.moves import REPOINT, Move, has_moved, read_moves, undone, written
from cypher import Database, statement
from cypher.recount import Pair, recount
from cypher.revisions import Act, write_revisions
from graph_model.errors import BadInput, NotFound
from graph_model.ids import new_id
from graph_model.ports import Curated
from graph_model.spelling import sortable

LONGEST_TITLE, SORT_LENGTH = 1_000, 200
MOST_PLAYS = 5_000
"""In one act."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A Play with the Track that it is of; `element` is the relationship's id in this transaction."""

    uid: str
    track: str
    element: str
    moves: list[Move]

    @property
    def link(self) -> Link:
        """The relationship as seen from its Track."""
        return Link("OF", False, "Play", self.uid, {}, self.element)


@dataclass(frozen=True, slots=True)
class Step:
    """A Play that goes from where it stands to another Track, with the moves that it has from then on."""

    play: Standing
    target: str
    moves: list[Move]


async def repoint_plays(
    database: Database,
    plays: Sequence[str],
    track: str | None = None,
    *,
    actor: str,
    reason: str = "",
    title: str | None = None,
) -> Curated:
    """Move Plays to another Track, or to a new one of that title with the credits of the first Play's Track.

    Raises NotFound, BadInput (rows that are not identified; neither or both of track and title; nothing to move),
    Conflict, Unavailable, TimedOut.
    """
    if not plays or len(set(plays)) > MOST_PLAYS:
        raise BadInput(f"Name 1 to {MOST_PLAYS:,} plays; these are {len(set(plays)):,}")
    if (track is None) == (not (title or "").strip()):
        raise BadInput("Name either the track that the plays are of, or the title of a new one")
    if len(title or "") > LONGEST_TITLE:
        raise BadInput(f"The title has {len(title or ''):,} characters, at most {LONGEST_TITLE:,} are kept")

    async def work(transaction: neo4j.AsyncManagedTransaction) -> Curated:
        target = await followed(transaction, "Track", track) if track else new_id("Track")
        repointing = Repointing(transaction, sorted(set(plays)))
        pairs, standing = await repointing.look_and_lock({target} if track else set())
        await _refuse_unidentified(transaction, set(plays) - {play.uid for play in standing})
        going = [play for play in standing if play.track != target]
        if not going:
            raise BadInput(f"All these plays are of {target} already")
        if not track:
            await _create(transaction, target, str(title), going[0].track)
        revision = new_id("Revision")
        steps = [Step(p, target, [*p.moves, Move(REPOINT, revision, p.track)]) for p in going]
        await repointing.go(steps, pairs)
        setlists = await found_setlists(transaction, SETLISTS_OF_PLAYS, [play.uid for play in going])
        before = {"plays": {play.uid: play.track for play in going}}
        after = {"track": target, "plays": [play.uid for play in going]} | ({} if track else {"new": target})
        others = (*sorted({play.track for play in going}), *sorted(setlists))
        await write_revisions(
            transaction, [Act("repoint_plays", target, before, after, others, revision)], actor, reason
        )
        return Curated(revision, (target,), plays=tuple(play.uid for play in going))

    return await settled(database, work)


async def undo_repoint(transaction: neo4j.AsyncManagedTransaction, act: RecordedAct) -> list[str]:
    """Move the Plays back, but for those that a later act or load has moved on; the Tracks that are concerned."""
    repointing = Repointing(transaction, sorted(act.after["plays"]))
    origins = {move.origin for play in await standing_plays(transaction, act.after["plays"]) for move in play.moves}
    now = await where_now(transaction, {*origins, act.after["track"]})
    pairs, standing = await repointing.look_and_lock({each.uid for each in now.values()})
    if {move.origin for play in standing for move in play.moves} - origins:
        raise Unsettled
    steps: list[Step] = []
    for play in standing:
        if has_moved(play.moves, act.uid):
            rest, origin = undone(play.moves, act.uid, chained=True)
            place = now[origin] if origin else None
            moves = [*rest, *read_moves(place.moves)] if place else rest
            steps.append(Step(play, place.uid if place else play.track, moves))
    await repointing.go(steps, pairs)
    return sorted({track for step in steps for track in (step.play.track, step.target)} | {act.after["track"]})


async def keep_elsewhere(transaction: neo4j.AsyncManagedTransaction, plays: Iterable[str], revision: str) -> None:
    """Take an undone merge out of the moves of those of its Plays that were moved on since: they stay there."""
    rows = [
        [play.element, written(undone(play.moves, revision, chained=True)[0])]
        for play in await standing_plays(transaction, plays)
        if has_moved(play.moves, revision)
    ]
    await transaction.run(statement("curation/set_moves"), rows=rows)


async def standing_plays(transaction: neo4j.AsyncManagedTransaction, plays: Iterable[str]) -> list[Standing]:
    """Those of these Plays that are there and identified."""
    result = await transaction.run(statement("curation/plays_of"), ids=sorted(plays))
    return [
        Standing(row["play"], row["track"], row["element"], read_moves(row["moves"]))
        async for row in result
        if row["track"] is not None
    ]


class Repointing:
    """Plays being moved within a transaction."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction, plays: list[str]) -> None:
        self._transaction, self._plays = transaction, plays

    async def look_and_lock(self, targets: set[str]) -> tuple[set[Pair], list[Standing]]:
        """Lock all that the move touches."""

        async def plays() -> set[str]:
            return set(self._plays)

        async def look() -> tuple[set[str], set[Pair]]:
            standing = await standing_plays(self._transaction, self._plays)
            tracks = targets | {play.track for play in standing}
            return tracks, await pairs_around(self._transaction, self._plays)

        pairs = await lock_sets_around(self._transaction, plays, look)
        return pairs, await standing_plays(self._transaction, self._plays)

    async def go(self, steps: Sequence[Step], pairs: set[Pair]) -> None:
        """Move, and count anew; `pairs`: those in which the Plays stand before."""
        way: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
        for step in steps:
            way[step.play.track, step.target].append(step)
        for (origin, target), some in way.items():
            if origin == target:
                rows = [[step.play.element, written(step.moves)] for step in some]
                await self._transaction.run(statement("curation/set_moves"), rows=rows)
            else:
                await move_links(self._transaction, [(step.play.link, step.moves) for step in some], origin, target)
        pairs = pairs | await pairs_around(self._transaction, self._plays)
        await recount(self._transaction, pairs, {track for ends in way for track in ends})


async def _refuse_unidentified(transaction: neo4j.AsyncManagedTransaction, plays: set[str]) -> None:
    """Raises NotFound, BadInput: these Plays have no Track."""
    result = await transaction.run(statement("curation/plays_of"), ids=sorted(plays))
    there = {row["play"] async for row in result}
    if plays - there:
        raise NotFound(f"There is no play {min(plays - there)}: its set was changed or deleted, or the id is mistyped")
    if there:
        raise BadInput(f"The row {min(there)} is not identified: only a play of a track can be moved to another")


async def _create(transaction: neo4j.AsyncManagedTransaction, uid: str, title: str, like: str) -> None:
    """A new Track with the credits of another one."""
    _, said = await snapshot(transaction, like)
    new = {
        "id": uid,
        "title": title.strip(),
        "sort_title": sortable(title)[:SORT_LENGTH],
        "artist_credit": said.get("artist_credit"),
        "confidence": 1.0,
        "set_count": 0,
    }
    await transaction.run(statement("curation/create_entity"), label="Track", said=new)
    credits = [link for link in await links_of(transaction, like) if link.kind == "CREDITED_TO"]
    await create_links(transaction, uid, [link.having([], link.other) for link in credits])
