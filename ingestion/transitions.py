"""The rules of what follows what, without a database: the load writes by them, `check` recomputes by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise, product
from typing import Protocol, TypeVar

MOST_OBSERVATIONS = 8
"""Ids of Observations that a transition names."""


class Standing(Protocol):
    """What the rules look at in a Play."""

    @property
    def position(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def break_before(self) -> bool: ...


StandingT = TypeVar("StandingT", bound=Standing)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One Setlist in which the pair stood next to each other; `djs` are its main performers, aliases resolved."""

    setlist: str
    segue: bool
    played_on: date | None
    djs: frozenset[str]
    observation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Totals:
    """The properties of a TRANSITIONS_TO."""

    sets: int
    djs: int
    segues: int
    first_played: date | None
    last_played: date | None
    observations: tuple[str, ...]
    confidence: float


def places(together: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Position (from 1) and layer (from 0) of each row, given whether it was played together with the row before."""
    position = layer = 0
    for with_former in together:
        position, layer = (position, layer + 1) if with_former and position else (position + 1, 0)
        yield position, layer


def successions(plays: Sequence[StandingT]) -> Iterator[tuple[StandingT, StandingT]]:
    """Pairs of Plays that really stood next to each other: THEN. `plays` come in order of position and layer.

    Each identified Play of a position is followed by each of the next one, unless something stands between: a break,
    a missing position, or a position of which nothing is identified.
    """
    positions = [list(layers) for _, layers in groupby(plays, key=lambda play: play.position)]
    for before, after in pairwise(positions):
        if after[0].position == before[0].position + 1 and not any(play.break_before for play in after):
            yield from product(filter(_is_identified, before), filter(_is_identified, after))


def totals(evidence: Collection[Evidence]) -> Totals:
    """What TRANSITIONS_TO says of a pair; there is at least one piece of evidence."""
    dates = [seen.played_on for seen in evidence if seen.played_on]
    return Totals(
        sets=len({seen.setlist for seen in evidence}),
        djs=len(frozenset().union(*(seen.djs for seen in evidence))),
        segues=len({seen.setlist for seen in evidence if seen.segue}),
        first_played=min(dates, default=None),
        last_played=max(dates, default=None),
        observations=tuple(sorted({seen.observation for seen in evidence})[:MOST_OBSERVATIONS]),
        confidence=max(seen.confidence for seen in evidence),
    )


def _is_identified(play: Standing) -> bool:
    return play.state == "identified"
