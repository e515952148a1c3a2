"""What a write changes in one set: decided from the newer record and the Plays that the graph holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_model.ids import new_id
from ingestion.alignment import same_rows
from ingestion.batch import ReadyPlay, ReadySet, alias_keys
from ingestion.entities import sorting
from ingestion.keys import Key, spelling_key
from ingestion.matching.rows import align
from ingestion.transitions import successions

YOUTUBE_CONFIDENCE = 0.3
"""A machine sought the video for the row's text; many stand at rows of another remix."""


@dataclass(frozen=True, slots=True)
class OldPlay:
    """A Play that the graph holds; `track` is the id of its Track, or None; `decided`: a curator has said so."""

    uid: str
    text: str
    track: str | None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class OldSet:
    """A Setlist that the graph holds."""

    uid: str
    title: str
    observation: str
    plays: tuple[OldPlay, ...] = ()


class Change:
    """A set to write: `old` is None for a new one. Ids of Plays whose rows are still there stay.

    `overtakes`: the older record is another source's, so that rows are the same that print the same piece otherwise.
    """

    def __init__(self, ready: ReadySet, old: OldSet | None, ids: Mapping[Key, str], *, overtakes: bool = False) -> None:
        self.ready, self.old, self.ids, self.overtakes = ready, old, ids, overtakes
        self.uid = old.uid if old else new_id("Setlist")
        self._before = old.plays if old else ()
        texts = tuple(play.text for play in self._before), tuple(play.row.text for play in ready.plays)
        same = {pair.right: pair.left for pair in align(*texts).pairs} if overtakes else same_rows(*texts)
        self.kept = {place: self._before[before] for place, before in same.items()}
        self.play_ids = [
            self.kept[place].uid if place in self.kept else new_id("Play") for place in range(len(ready.plays))
        ]

    @property
    def said_by(self) -> list[Any]:
        """Observation and confidence: what each of the set's facts carries."""
        return [self.ready.observation, self.ready.seen.confidence]

    def head(self) -> dict[str, Any]:
        """The Setlist's own properties."""
        seen = self.ready.seen
        return {
            "title": seen.title,
            "sort_title": sorting(seen.title),
            "played_on": seen.played_on,
            "played_precision": seen.played_precision,
            "url": seen.url,
            "play_count": len(seen.rows),
            "observation": self.ready.observation,
            "confidence": seen.confidence,
        }

    def new_plays(self) -> list[list[Any]]:
        """Rows of `load/plays`."""
        return [
            [self.play_ids[place], *_place(play), play.row.text, *_state(play), play.row.played_at, self.track(place)]
            for place, play in enumerate(self.ready.plays)
            if place not in self.kept
        ]

    def kept_plays(self) -> list[list[Any]]:
        """Rows of `load/kept_plays`."""
        plays = self.ready.plays
        return [
            [old.uid, *_place(plays[place]), *_state(plays[place]), plays[place].row.played_at]
            for place, old in sorted(self.kept.items())
        ]

    def moved_plays(self) -> list[list[Any]]:
        """Rows of `load/moved_plays`: kept, but of another Track than before."""
        now = {place: self.track(place) for place in self.kept}
        return [
            [old.uid, now[place], *self.said_by] for place, old in sorted(self.kept.items()) if old.track != now[place]
        ]

    def overtaken_plays(self) -> list[list[Any]]:
        """Rows of `load/overtaken_plays`: kept, but in another source's words."""
        rows = self.ready.plays if self.overtakes else ()
        return [[old.uid, rows[place].row.text, *self.said_by] for place, old in sorted(self.kept.items()) if rows]

    def removed_plays(self) -> list[str]:
        """Ids of Plays whose rows are gone."""
        kept = {old.uid for old in self.kept.values()}
        return [old.uid for old in self._before if old.uid not in kept]

    def partial_credits(self) -> list[list[Any]]:
        """Rows of `load/partial_credits`."""
        return [
            [uid, self.ids[c.artist], c.position, c.role, c.printed, c.join_phrase, *self.said_by]
            for uid, play in zip(self.play_ids, self.ready.plays, strict=True)
            for c in play.credits
        ]

    def following(self) -> Iterator[tuple[int, int]]:
        """Places of rows that stood next to each other."""
        place_of = {(play.position, play.layer): place for place, play in enumerate(self.ready.plays)}
        for before, after in successions(self.ready.plays):
            yield place_of[before.position, before.layer], place_of[after.position, after.layer]

    def successions(self) -> list[list[Any]]:
        """Rows of `load/successions`."""
        rows = self.ready.plays
        return [
            [self.play_ids[one], self.play_ids[two], rows[one].row.segue, *self.said_by]
            for one, two in self.following()
        ]

    def pairs(self) -> set[tuple[str, str]]:
        """Pairs of Tracks that stand next to each other, but for a Track that follows itself."""
        tracks = [self.track(place) for place in range(len(self.ready.plays))]
        found = {(tracks[one], tracks[two]) for one, two in self.following()}
        return {(one, two) for one, two in found if one and two and one != two}

    def tracks(self) -> set[str]:
        """Tracks that the set plays or played."""
        now = {self.track(place) for place in range(len(self.ready.plays))} | {play.track for play in self._before}
        return {uid for uid in now if uid}

    def artists(self) -> set[str]:
        """Ids of the Artists that are tied to the set, its rows or each other."""
        aliases = {self.ids[key] for pair in alias_keys(self.ready.seen) for key in pair}
        credited = {self.ids[credit.artist] for play in self.ready.plays for credit in play.credits}
        return aliases | credited | {row[0] for row in self.performers()}

    def track(self, place: int) -> str | None:
        """Id of the Track of the row at that place: what a curator said of a row that is still there holds."""
        key, old = self.ready.plays[place].track, self.kept.get(place)
        if key and old and old.decided:
            return old.track
        return self.ids[key] if key else None

    def performers(self) -> list[list[Any]]:
        """[artist id, position, role] in printed order; a name that is printed twice counts once."""
        first: dict[str, list[Any]] = {}
        for who in self.ready.seen.performers:
            uid = self.ids[spelling_key("artist", who.name)]
            first.setdefault(uid, [uid, len(first), who.role])
        return list(first.values())

    def events(self) -> list[str]:
        """Id of the Event, if any."""
        seen = self.ready.seen
        names = (seen.event, seen.place) if seen.place else (seen.event,)
        return [self.ids[spelling_key("event", *(name or "" for name in names))]] if seen.event else []

    def series(self) -> list[str]:
        """Id of the Series, if any."""
        seen = self.ready.seen
        return [self.ids[spelling_key("series", seen.series)]] if seen.series else []

    def tags(self) -> list[str]:
        """Ids of the tags."""
        return list({self.ids[spelling_key("tag", tag)]: None for tag in self.ready.seen.tags})


def _place(play: ReadyPlay) -> Sequence[Any]:
    return play.position, play.layer, play.row.cue_ms


def _state(play: ReadyPlay) -> Sequence[Any]:
    row = play.row
    confidence = YOUTUBE_CONFIDENCE if row.youtube_id else None
    return row.state, row.segue, row.break_before, row.youtube_id, confidence
