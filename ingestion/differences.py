"""What is stored against what the rules derive: pure, one row of a `cypher/check` question at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ingestion.measures import FIELDS, Said, derived
from ingestion.transitions import Evidence, Totals, successions, totals

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something stored is not what follows from the Plays; `ids` name the nodes that it is about."""

    kind: str
    ids: tuple[str, ...]
    stored: str
    expected: str

    def __str__(self) -> str:
        return f"{self.kind} {' → '.join(self.ids)}: stored {self.stored}, expected {self.expected}"


class CheckedPlay(NamedTuple):
    """A Play as `check/setlists` tells of it."""

    uid: str
    position: int
    state: str
    break_before: bool
    segue: bool
    tracks: int


def of_setlist(row: Row) -> Iterator[Difference]:
    """The number of Plays, the Track of each, and THEN."""
    uid, plays = row["id"], [CheckedPlay(*fields) for fields in row["plays"]]
    if row["play_count"] != len(plays):
        yield Difference("play_count", (uid,), str(row["play_count"]), str(len(plays)))
    for play in plays:
        expected = 1 if play.state == "identified" else 0
        if play.tracks != expected:
            yield Difference("OF", (uid, play.uid), f"{play.tracks} tracks", f"{expected} ({play.state})")
    stored = Counter((before, after, segue) for before, after, segue in row["thens"])
    derived = Counter((before.uid, after.uid, before.segue) for before, after in successions(plays))
    for before, after, segue in (stored - derived) + (derived - stored):
        then = (before, after, segue)
        yield Difference("THEN", (before, after), f"{stored[then]} (segue {segue})", str(derived[then]))


def of_track(row: Row) -> Iterator[Difference]:
    """The number of sets, and each TRANSITIONS_TO that leaves the Track."""
    uid = row["id"]
    if row["set_count"] != row["sets"]:
        yield Difference("set_count", (uid,), str(row["set_count"]), str(row["sets"]))
    stored: defaultdict[str, list[Totals]] = defaultdict(list)
    for following, *said in row["edges"]:
        stored[following].append(_stored_totals(said))
    derived = _derived_totals(row["evidence"])
    for following in sorted(stored.keys() | derived.keys()):
        expected = [derived[following]] if following in derived else []
        if stored[following] != expected:
            yield Difference("TRANSITIONS_TO", (uid, following), str(stored[following]), str(expected))


def of_versions(page: Row) -> Iterator[Difference]:
    """Ties between versions and their plain original."""
    for version, original in page["missing"]:
        yield Difference("VERSION_OF", (version, original), "none", "a tie")
    for version, other in page["wrong"]:
        yield Difference("VERSION_OF", (version, other), "a tie", "none")


def of_plays(page: Row) -> Iterator[Difference]:
    """Each Play is of one Setlist."""
    for uid, setlists in page["strays"]:
        yield Difference("HAS", (uid,), f"{setlists} setlists", "1")


def of_records(row: Row) -> Iterator[Difference]:
    """Each Setlist has a key for each of its records, the Observation that it names, and what the others attest."""
    attesting = row["attesting"]
    if row["keys"] != 1 + len(attesting):
        yield Difference("IDENTIFIES", (row["id"],), f"{row['keys']} set keys", str(1 + len(attesting)))
    if not row["described"]:
        yield Difference("DESCRIBES", (row["id"],), "none from the Observation that it names", "1")
    sources = Counter([row["source"], *(source for _, source, *_ in attesting)])
    for source in [source for source, records in sources.items() if records > 1]:
        yield Difference("DESCRIBES", (row["id"],), f"{sources[source]} records of {source}", "1")
    for observation, _, aligned, plays in attesting:
        if aligned != plays:
            yield Difference("ATTESTS", (row["id"], observation), f"{plays} plays", str(aligned))


def of_measures(page: Row) -> Iterator[Difference]:
    """What a Track says of its tempo, key, length and year follows from what was measured of it."""
    for uid, bpm, musical_key, duration_ms, year, said in page["tracks"]:
        stored = dict(zip(FIELDS, (bpm, musical_key, duration_ms, year), strict=True))
        for name, expected in zip(FIELDS, derived([Said(*each) for each in said]), strict=True):
            if stored[name] != expected:
                yield Difference(name, (uid,), str(stored[name]), str(expected))


def of_stray_measures(page: Row) -> Iterator[Difference]:
    """Only Observations that a set or library is derived from measure anything."""
    for uid in page["strays"]:
        yield Difference("MEASURED", (uid,), "measures", "none: it is not what anything is derived from")


def of_collection(row: Row) -> Iterator[Difference]:
    """The number of Tracks, the one key, and the Observation that it names."""
    if row["track_count"] != row["tracks"]:
        yield Difference("track_count", (row["id"],), str(row["track_count"]), str(row["tracks"]))
    if row["keys"] != 1:
        yield Difference("IDENTIFIES", (row["id"],), f"{row['keys']} keys", "1")
    if not row["described"]:
        yield Difference("DESCRIBES", (row["id"],), "none from the Observation that it names", "1")


def of_redirects(page: Row) -> Iterator[Difference]:
    """Each id that was merged away leads to one entity that is there, and no entity has it."""
    for uid, leads, own in page["wrong"]:
        if leads != 1:
            yield Difference("merged-id", (uid,), f"{leads} entities", "1")
        if own:
            yield Difference("merged-id", (uid,), "an entity of its own", "none: it was merged away")


def of_distinctions(page: Row) -> Iterator[Difference]:
    """Nothing is told apart from itself."""
    for uid in page["wrong"]:
        yield Difference("DISTINCT_FROM", (uid, uid), "a tie", "none")


def of_reviews(page: Row) -> Iterator[Difference]:
    """An open review item asks about one entity, of which no other asks, and has candidates."""
    for uid, entities, candidates, others in page["wrong"]:
        stored = f"{entities} entities, {candidates} candidates, {others} other open items"
        yield Difference("ReviewItem", (uid,), stored, "1 entity, some candidates, no other")


def _stored_totals(said: list[Any]) -> Totals:
    sets, djs, segues, first_played, last_played, observations, confidence = said
    first, last = (day.to_native() if day else None for day in (first_played, last_played))
    return Totals(sets, djs, segues, first, last, tuple(observations or ()), confidence)


def _derived_totals(rows: list[list[Any]]) -> dict[str, Totals]:
    """Following Track → totals of its evidence."""
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for following, setlist, segue, played_on, djs, observation, confidence in rows:
        day = played_on.to_native() if played_on else None
        evidence[following].append(Evidence(setlist, segue, day, frozenset(djs), observation, confidence))
    return {following: totals(seen) for following, seen in evidence.items()}
