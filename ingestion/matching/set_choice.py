"""Which of the sets that may be it is it: each record is one set's, and one set has one record of a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingestion.matching.set_match import SURE, UNSURE, SetMatch

MARGIN = 2.0
"""So much likelier, in log-odds, than a rival of either side; else a person decides: two shows of a day, no rows."""
SideT = TypeVar("SideT")
OtherT = TypeVar("OtherT")


@dataclass(frozen=True, slots=True)
class Choice(Generic[SideT, OtherT]):
    """`sure`: the one that it is. `unsure`: those that it may be, likeliest first."""

    sure: dict[SideT, tuple[OtherT, SetMatch]]
    unsure: dict[SideT, list[tuple[OtherT, SetMatch]]]


def choose(matches: Mapping[tuple[SideT, OtherT], SetMatch]) -> Choice[SideT, OtherT]:
    """Decide all pairs together, the likeliest first. What is surely somebody else's is no rival any more."""
    likely = {pair: match for pair, match in matches.items() if match.probability >= UNSURE}
    ranked = sorted(likely, key=lambda pair: (-likely[pair].odds, str(pair)))
    sure: dict[SideT, tuple[OtherT, SetMatch]] = {}
    taken: set[OtherT] = set()
    rivals = _rivals(ranked)
    for side, other in ranked:
        match = likely[side, other]
        open_rivals = (pair for pair in rivals[side, other] if pair[0] not in sure and pair[1] not in taken)
        if side in sure or other in taken or match.probability < SURE:
            continue
        if all(likely[pair].odds <= match.odds - MARGIN for pair in open_rivals):
            sure[side] = (other, match)
            taken.add(other)
    unsure: dict[SideT, list[tuple[OtherT, SetMatch]]] = {}
    for side, other in ranked:
        if side not in sure and other not in taken:
            unsure.setdefault(side, []).append((other, likely[side, other]))
    return Choice(sure, unsure)


def _rivals(pairs: Iterable[tuple[SideT, OtherT]]) -> dict[tuple[SideT, OtherT], list[tuple[SideT, OtherT]]]:
    """For each pair those that share one side with it."""
    by_side: defaultdict[SideT, list[tuple[SideT, OtherT]]] = defaultdict(list)
    by_other: defaultdict[OtherT, list[tuple[SideT, OtherT]]] = defaultdict(list)
    known = list(pairs)
    for pair in known:
        by_side[pair[0]].append(pair)
        by_other[pair[1]].append(pair)
    return {pair: [each for each in by_side[pair[0]] + by_other[pair[1]] if each != pair] for pair in known}
