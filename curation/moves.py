"""How a relationship came to where it stands: the acts that moved it, so that any of them can be undone by itself.

A relationship keeps its moves, oldest first, and takes them along wherever either of its ends goes. To undo an act is
to take its move out as if it had never been, in whatever order the acts are undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MERGE, REPOINT, HEIR = "merge", "repoint", "heir"
"""The last: a merge left it out, since the survivor had the same from another one, which has been undone since."""


class Move(NamedTuple):
    """`act`: merge, repoint or heir-N; `origin`: the id (of a group of versions the hash or '') that it came from."""

    act: str
    revision: str
    origin: str


def read_moves(said: Iterable[str] | None) -> list[Move]:
    """The moves of a relationship, oldest first."""
    return [Move(*one.split(" ", 2)) for one in said or ()]


def written(moves: Iterable[Move]) -> list[str] | None:
    """As the graph keeps them; None for none."""
    return [" ".join(move) for move in moves] or None


def moved(said: Iterable[str] | None, move: Move) -> list[str] | None:
    """With one more move."""
    return written([*read_moves(said), move])


def undone(moves: Sequence[Move], revision: str, *, chained: bool) -> tuple[list[Move], str | None]:
    """The moves without that act's, and where the end belongs then: None where a later act keeps it in its place.

    `chained`: all moves are of one end, so that a later merge moved it only because this act had brought it there; a
    later repoint says where it belongs, whatever was before. Else the other moves are of the other end, or earlier.
    """
    at = next(place for place, move in enumerate(moves) if move.revision == revision)
    before, origin, after = list(moves[:at]), moves[at].origin, list(moves[at + 1 :])
    if not chained:
        return [*before, *after], origin
    repoint = next((place for place, move in enumerate(after) if move.act == REPOINT), None)
    if repoint is None:
        return before, origin
    return [*before, after[repoint]._replace(origin=origin), *after[repoint + 1 :]], None


def heir_move(revision: str, origin: str, place: int) -> Move:
    """The move of a tie that a merge had left out, at that place of its list, and which it brings after all."""
    return Move(f"{HEIR}-{place}", revision, origin)


def heir_place(move: Move) -> int | None:
    """That place; None for other moves."""
    act, _, place = move.act.partition("-")
    return int(place) if act == HEIR else None


def has_moved(moves: Iterable[Move], revision: str) -> bool:
    """Whether that act is among the moves."""
    return any(move.revision == revision for move in moves)
