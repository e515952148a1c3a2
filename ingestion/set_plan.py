"""Which sets of a batch are known already by other hands: decided before their names are resolved.

It is decided from what others have committed, and looked at again under a lock before the batch is written (`held`):
two loaders with two sources cannot make two Setlists of one show. A graph with one source pays two cheap questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import neo4j

from cypher.revisions import Act
from graph_model.errors import Conflict
from ingestion.batch import ReadySet
from ingestion.keys import Key, spelling_key
from ingestion.known_sets import Ask, KnownSet, asking_within, known_sets
from ingestion.matching.set_choice import choose
from ingestion.matching.set_faces import face_of
from ingestion.matching.set_match import SetMatch, match_sets
from ingestion.observation import SetObservation

DAY_PRECISIONS = ("day", None)
LEAST_TRACKS, MOST_SETS = 3, 20
"""Sets without a date are candidates where they share so many Tracks, each played in at most so many sets."""

Found = tuple[str, SetMatch]


@dataclass(frozen=True, slots=True)
class SetPlan:
    """What was decided of a batch. `known`: id → what the graph holds of sets that are known or joined."""

    others: bool = False
    """Whether the graph has other sources at all; if not, the rest is empty."""
    known: Mapping[str, KnownSet] = field(default_factory=dict)
    setlists: Mapping[Key, str] = field(default_factory=dict)
    """Sets that the graph has, by their own key or by another source's record."""
    joins: Mapping[Key, Found] = field(default_factory=dict)
    """Those of them that are new to it by this key."""
    unsure: Mapping[Key, Sequence[Found]] = field(default_factory=dict)
    candidates: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """What was looked at for each set whose key is new."""

    def attests(self, ready: ReadySet) -> bool:
        """Whether this record only attests what another one says, so that none of its names is needed."""
        known = self.known.get(self.setlists.get(ready.key, ""))
        return known is not None and not known.is_led_by(ready.seen)


ALONE = SetPlan()


@dataclass(frozen=True, slots=True)
class UnsureSet:
    """A Setlist that may be one of `candidates` [id, how sure and why], likeliest first; `observation` tells of it."""

    setlist: str
    observation: str
    title: str
    candidates: tuple[Found, ...]


def unsure_sets(plan: SetPlan, acts: Iterable[Act]) -> list[UnsureSet]:
    """What a person should decide of the sets that were made."""
    made = {act.key: act for act in acts if act.action == "load_set"}
    found = []
    for key, candidates in plan.unsure.items():
        if key in made and (told := made[key].after):
            found.append(UnsureSet(made[key].entity, told["observation"], told["title"], tuple(candidates)))
    return found


async def plan_sets(ask: Ask, sets: Sequence[ReadySet]) -> SetPlan:
    """Look for what the sets of a batch, all of one source, are known by already."""
    if not sets or not await ask("load/other_sources", source=sets[0].seen.source):
        return ALONE
    rows = await ask("load/setlists_by_key", keys=[ready.key.value for ready in sets])
    by_value = {ready.key.value: ready.key for ready in sets}
    setlists = {by_value[row["key"]]: row["id"] for row in rows}
    new = [ready for ready in sets if ready.key not in setlists]
    candidates = await _candidates(ask, new)
    known = await known_sets(ask, {*setlists.values(), *(uid for ids in candidates.values() for uid in ids)})
    choice = choose(_matches(new, candidates, known))
    joined = {key: uid for key, (uid, _) in choice.sure.items()}
    return SetPlan(True, known, {**setlists, **joined}, choice.sure, choice.unsure, candidates)


async def held(transaction: neo4j.AsyncManagedTransaction, plan: SetPlan, sets: Sequence[ReadySet]) -> None:
    """Hold the list of sets until the transaction ends: shared by one source alone, else alone.

    Raises Conflict where somebody has written what the plan did not see: make a new one.
    """
    ask = asking_within(transaction)
    if not plan.others:
        if await ask("load/share_sets", source=sets[0].seen.source):
            raise Conflict
        return
    await ask("load/hold_sets")
    new = [ready for ready in sets if ready.key in plan.candidates]
    if await _candidates(ask, new) != plan.candidates:
        raise Conflict


async def _candidates(ask: Ask, sets: Sequence[ReadySet]) -> dict[Key, frozenset[str]]:
    """Blocking: for each set the Setlists of other sources that a day and a performer, an address or Tracks lead to."""
    found: dict[Key, set[str]] = {ready.key: set() for ready in sets}
    if sets:
        asked = [_blocks(ready) for ready in sets]
        for row in await ask("load/set_candidates", rows=asked, least=LEAST_TRACKS, most=MOST_SETS):
            found[sets[row["place"]].key].add(row["id"])
    return {key: frozenset(ids) for key, ids in found.items()}


def _blocks(ready: ReadySet) -> dict[str, Any]:
    """A row of `load/set_candidates`."""
    seen = ready.seen
    names = {name for who in seen.performers for name in (who.name, who.alias_of) if name}
    return {
        "source": seen.source,
        "spans": _spans(seen),
        "artists": sorted(spelling_key("artist", name).value for name in names),
        "url": seen.url,
        "tracks": sorted({play.track.value for play in ready.plays if play.track}),
        "dated": seen.played_on is not None,
    }


def _spans(seen: SetObservation) -> list[list[Any]]:
    """[first day, last day, precision or ''] within which `played_on` of a Setlist may stand.

    One that is known by its month stands on the month's first day, and so on; around a day, its neighbours.
    """
    span = face_of(seen).span
    if span is None:
        return []
    first, last = (span[0].toordinal(), span[1].toordinal())
    if seen.played_precision in DAY_PRECISIONS:
        first, last = max(first - 1, date.min.toordinal()), min(last + 1, date.max.toordinal())
    months = [span[0].replace(day=1), "month"], [span[0].replace(month=1, day=1), "year"]
    decade = [span[0].replace(year=max(1, span[0].year // 10 * 10), month=1, day=1), "decade"]
    rough = [[day, day, precision] for day, precision in (*months, decade)]
    return [[date.fromordinal(first), date.fromordinal(last), ""], *rough]


def _matches(
    sets: Iterable[ReadySet], candidates: Mapping[Key, frozenset[str]], known: Mapping[str, KnownSet]
) -> dict[tuple[Key, str], SetMatch]:
    """Each set against each of its candidates, by the face of the candidate's leading record."""
    found = {}
    for ready in sets:
        face = face_of(ready.seen)
        for uid in candidates[ready.key]:
            if uid in known:
                found[ready.key, uid] = match_sets(known[uid].lead.face, face)
    return found
