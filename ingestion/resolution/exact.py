"""Which entity is this row's Track, Artist, Label, Event …? The seam behind which a matcher decides.

A `Resolver` answers for a batch at once and makes what nobody knows yet. `resolve_exactly` decides by keys alone; a
matcher that also knows what is alike asks candidates first, lets their keys lead to what it found, and leaves the rest
to `resolve_exactly`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Protocol

import neo4j

from cypher import Database, statement, write
from graph_model.ids import new_id
from ingestion.aliases import refuse_gone
from ingestion.entities import Saying
from ingestion.keys import Key
from ingestion.matching.words import WordWeights
from ingestion.resolution.track_records import match_keys

DECIDED_BY = "exact-key"
SPELLINGS = "-spelling"


@cache
def weigh_words() -> WordWeights:
    """By the table of common words alone: a Track's match keys must not depend on what else is loaded."""
    return WordWeights.of()


class Resolver(Protocol):
    """Finds or makes the entity of each saying. Raises MergedAway where one of `known` is gone: it is asked again."""

    async def __call__(
        self, database: Database, sayings: Sequence[Saying], known: Mapping[Key, str]
    ) -> Mapping[Key, str]:
        """Each key of each saying → id of its entity. Safe to run twice, and beside others that do the same.

        `known` holds what the load has met before: whatever a saying leans on (a Track on its Artists, an Event on its
        Place) is there or among the sayings.
        """
        ...


async def resolve_exactly(database: Database, sayings: Sequence[Saying], known: Mapping[Key, str]) -> Mapping[Key, str]:
    """Entities by their exact keys, in one transaction: made where no key leads to one."""

    async def work(transaction: neo4j.AsyncManagedTransaction) -> Mapping[Key, str]:
        decision = Decision(await known_ids(transaction, sayings))
        rivals = await rivals_of(transaction, sayings, decision.known)
        for saying in sayings:
            decision.decide(saying, rivals)
        await make_entities(transaction, decision, known)
        return decision.known

    return await write(database, work)


class Found:
    """What was found or made now, else what was met before."""

    def __init__(self, now: Mapping[Key, str], before: Mapping[Key, str]) -> None:
        self._now, self._before = now, before

    def __getitem__(self, key: Key) -> str:
        return self._now.get(key) or self._before[key]


class Decision:
    """Which entity each saying speaks of, decided without the database: `known` grows, the rest is to be written."""

    def __init__(self, known: dict[Key, str]) -> None:
        self.known = known
        self.new: list[tuple[Key, str, Saying]] = []
        self.links: list[tuple[Key, Key, float]] = []
        self.alike: list[tuple[Key, str, float, str]] = []
        """Keys that a matcher leads to a Track: key, id, probability, the spelling's match keys."""
        self._given: dict[tuple[str, str], str] = {}

    def decide(self, saying: Saying, rivals: Mapping[tuple[Key, str], str]) -> None:
        """The first key that leads to an entity decides, unless the entity has another id in the same outside scheme.

        `rivals`: (key that is known, scheme) → value of that scheme by which its entity is already known.
        """
        keys = saying.wanted.keys
        found = next((key for key in keys if key in self.known and not self._differs(key, keys, rivals)), None)
        if found is None:
            self._create(saying)
        else:
            self._link(found, keys, saying.confidence)

    def same(self, saying: Saying, uid: str, probability: float) -> None:
        """A matcher holds the saying to be of this Track."""
        keys = match_keys(saying.wanted, weigh_words())
        for key in saying.wanted.keys:
            if key not in self.known:
                self.alike.append((key, uid, probability, keys))
                self._lead(key, uid)

    def _differs(self, key: Key, keys: Sequence[Key], rivals: Mapping[tuple[Key, str], str]) -> bool:
        """Whether a stronger key than this one names another thing than the entity that this one leads to.

        A thing has one id in a scheme of others, but may be spelled in many ways.
        """
        stronger = [other for other in keys[: keys.index(key)] if not other.scheme.endswith(SPELLINGS)]
        uid = self.known[key]
        return any(
            value not in (None, other.value)
            for other in stronger
            for value in (self._given.get((uid, other.scheme)), rivals.get((key, other.scheme)))
        )

    def _create(self, saying: Saying) -> None:
        free = [key for key in saying.wanted.keys if key not in self.known]
        uid = new_id(saying.wanted.label)
        self.new.append((free[0], uid, saying))
        self._lead(free[0], uid)
        self._link(free[0], free, saying.confidence)

    def _link(self, found: Key, keys: Sequence[Key], confidence: float) -> None:
        for key in keys:
            if key not in self.known:
                self.links.append((key, found, confidence))
                self._lead(key, self.known[found])

    def _lead(self, key: Key, uid: str) -> None:
        self.known[key] = uid
        self._given.setdefault((uid, key.scheme), key.value)


async def known_ids(transaction: neo4j.AsyncManagedTransaction, sayings: Sequence[Saying]) -> dict[Key, str]:
    """Key → id for the keys that lead somewhere; all exist from here on, locked in their order where they are new."""
    keys = sorted({key for saying in sayings for key in saying.wanted.keys})
    result = await transaction.run(statement("load/identifiers"), keys=[list(key) for key in keys])
    return {keys[place]: uid async for place, uid in result}


async def rivals_of(
    transaction: neo4j.AsyncManagedTransaction, sayings: Sequence[Saying], known: Mapping[Key, str]
) -> dict[tuple[Key, str], str]:
    """Where a weaker key is known and a stronger one is not: what the entity is called in the stronger one's scheme."""
    asked = [
        (weaker, stronger.scheme)
        for saying in sayings
        if len(saying.wanted.keys) > 1
        for place, stronger in enumerate(saying.wanted.keys)
        if stronger not in known and not stronger.scheme.endswith(SPELLINGS)
        for weaker in saying.wanted.keys[place + 1 :]
        if weaker in known
    ]
    if not asked:
        return {}
    rows = [[key.scheme, key.value, scheme] for key, scheme in asked]
    result = await transaction.run(statement("load/rival_keys"), rows=rows)
    return {asked[place]: value async for place, value in result}


async def make_entities(
    transaction: neo4j.AsyncManagedTransaction, decision: Decision, met: Mapping[Key, str], matcher: str = DECIDED_BY
) -> None:
    """Write the new entities, those first to which others point; `matcher` signs what it holds to be the same.

    Raises MergedAway.
    """
    now = datetime.now(UTC)
    known, how = Found(decision.known, met), {"decided_by": DECIDED_BY, "at": now}
    named = [_named_row(*new) for new in decision.new if new[2].wanted.label != "Track"]
    places = [
        [uid, known[saying.wanted.within], saying.observation, saying.confidence]
        for _, uid, saying in decision.new
        if saying.wanted.within
    ]
    tracks = [_track_row(*new, known) for new in decision.new if new[2].wanted.label == "Track"]
    credited = {known[credit.artist] for _, _, saying in decision.new for credit in saying.wanted.credits}
    links = [[*key, *found, confidence] for key, found, confidence in decision.links]
    steps: Sequence[tuple[str, list[Any], dict[str, Any]]] = (
        ("named_entities", named, how),
        ("event_places", places, {}),
        ("tracks", tracks, how),
        ("alike_keys", [[*key, *rest] for key, *rest in decision.alike], {"decided_by": matcher, "at": now}),
        ("further_keys", links, how),
    )
    for name, rows, given in steps:
        if name == "tracks" and rows:
            await refuse_gone(transaction, credited)
        if rows:
            await transaction.run(statement(f"load/{name}"), rows=rows, **given)


def _named_row(key: Key, uid: str, saying: Saying) -> list[Any]:
    wanted = saying.wanted
    return [*key, wanted.label, uid, wanted.name, wanted.sort_name, saying.observation, saying.confidence]


def _track_row(key: Key, uid: str, saying: Saying, known: Found) -> list[Any]:
    wanted = saying.wanted
    credits = [[known[c.artist], c.position, c.role, c.printed, c.join_phrase] for c in wanted.credits]
    return [
        *key, uid, wanted.name, wanted.sort_name, wanted.artist_credit, wanted.version, wanted.version_kind,
        wanted.version_group, saying.observation, saying.confidence, match_keys(wanted, weigh_words()), credits,
    ]  # fmt: skip
