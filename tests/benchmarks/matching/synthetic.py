"""Known songs printed badly on purpose: labelled pairs for slips that the real ones hardly show.

Slips in letters, lengths in five notations, years in three, values in the wrong column, cut titles; and pairs of two
songs that are hard to tell apart: of one artist, with a word in common, another version of one song.
"""

from __future__ import annotations

import csv
import random
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from ingestion.matching.reading import read
from ingestion.matching.record import Record
from tests.benchmarks.matching.itunes_amazon import LabelledPair

SEED = 7
SUFFIXES = (" (Live)", " (Acoustic)", " [Club Remix]", " (Karaoke Version)", " (Instrumental)", " Pt. 2")
_ONE_ARTIST, _COMMON_WORD, _VERSION = 0.75, 0.3, 0.25
"""How often a pair of two songs is of one artist; how often more pairs are made for one song."""
_USUAL_S = 200


@dataclass(frozen=True, slots=True)
class Song:
    """What is true of it; `seconds` and `year` are None where nobody says."""

    title: str
    artist: str
    album: str
    seconds: int | None
    year: int | None


def songs(hits: Path, records: Iterable[Record]) -> list[Song]:
    """Spotify's top hits and the songs of these records, each (title, artist) once."""
    with hits.open(encoding="utf-8") as lines:
        found = [
            Song(row["song"], row["artist"], "", int(row["duration_ms"]) // 1000, int(row["year"]))
            for row in csv.DictReader(lines)
        ]
    found += [
        Song(record.title, record.artist, record.album, int(read(record).length_s or 0) or None,
             min(read(record).years, default=None))
        for record in records
    ]  # fmt: skip
    return list({(song.title.lower(), song.artist.lower()): song for song in reversed(found)}.values())[::-1]


def synthetic_pairs(known: Sequence[Song], rounds: int) -> Iterator[LabelledPair]:
    """For each round a pair of one song and up to three pairs of two."""
    chance = random.Random(SEED)
    spoil = Spoiler(chance)
    by_artist: defaultdict[str, list[Song]] = defaultdict(list)
    for song in known:
        by_artist[song.artist].append(song)
    for _ in range(rounds):
        song = chance.choice(known)
        yield LabelledPair(spoil(song), spoil(song), True)
        for other in _others(chance, song, by_artist[song.artist], known):
            yield LabelledPair(spoil(song), spoil(other), False)


def _others(chance: random.Random, song: Song, of_artist: list[Song], known: Sequence[Song]) -> Iterator[Song]:
    theirs = [other for other in of_artist if other is not song]
    other = chance.choice(theirs if theirs and chance.random() < _ONE_ARTIST else known)
    if other is not song:
        yield other
    if chance.random() < _COMMON_WORD:
        mine = set(song.title.lower().split())
        drawn = (each for each in chance.sample(known, 60) if each is not song)
        yield from islice((each for each in drawn if mine & set(each.title.lower().split())), 1)
    if chance.random() < _VERSION:
        longer = (song.seconds or _USUAL_S) + chance.randrange(8, 90)
        yield replace(song, title=song.title + chance.choice(SUFFIXES), seconds=longer)


class Spoiler:
    """Prints a song as somebody careless would."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def __call__(self, song: Song) -> Record:
        title = self._cut(self._maybe(0.3, self._slip, song.title))
        artist = self._maybe(0.25, self._slip, song.artist)
        album = "" if self._is(0.15) else self._maybe(0.25, self._slip, song.album)
        title, artist, album = self._moved(title, artist, album)
        if self._is(0.06):
            artist = ""
        artist = self._maybe(0.06, lambda name: name.replace(" & ", " and ").replace("The ", ""), artist)
        return Record(
            title=title, artist=artist, album=album, length=self._length(song.seconds), released=self._year(song.year)
        )

    def _is(self, share: float) -> bool:
        return self._chance.random() < share

    def _maybe(self, share: float, change: Callable[[str], str], text: str) -> str:
        return change(text) if self._is(share) else text

    def _slip(self, text: str) -> str:
        """One to three letters lost, swapped, put in or wrong."""
        for _ in range(self._chance.choice((1, 1, 1, 2, 3))):
            if len(text) < 4:
                return text
            at, letter = self._chance.randrange(1, len(text) - 1), self._chance.choice(string.ascii_lowercase)
            before, here, after = text[:at], text[at], text[at + 1 :]
            text = self._chance.choice(
                (before + after, before + after[:1] + here + after[1:], before + letter + here + after,
                 before + letter + after)
            )  # fmt: skip
        return text

    def _cut(self, title: str) -> str:
        title = self._maybe(0.06, str.upper, self._maybe(0.06, str.lower, title))
        title = self._maybe(0.1, lambda text: text[: max(6, int(len(text) * self._chance.uniform(0.5, 0.9)))], title)
        return self._maybe(0.08, lambda text: text.partition("(")[0].strip() or text, title)

    def _moved(self, title: str, artist: str, album: str) -> tuple[str, str, str]:
        """Values in one another's column."""
        number = self._chance.randrange(1, 20)
        ways = (
            (0.12, (f"{artist} - {title}", self._chance.choice(("", artist, "[unknown]")), album)),
            (0.08, (f"{number:03d}-{title}", artist, album)),
            (0.05, (f"{title} - {album}" if album else title, artist, "")),
            (0.04, (f"{title} {artist}", "", album)),
            (0.03, (artist, title, album)),
        )
        drawn = self._chance.random()
        for share, moved in ways:
            if drawn < share:
                return moved
            drawn -= share
        return title, artist, album

    def _length(self, seconds: int | None) -> str:
        if not seconds or self._is(0.12):
            return self._chance.choice(("", "unk.", ""))
        length = seconds + self._chance.choice((0, 0, 0, 0, 1, -1, 2))
        minutes, rest = divmod(length, 60)
        clock, thousandths = f"{minutes}:{rest:02d}", length * 1000 + self._chance.randrange(1000)
        return self._chance.choice((str(length), str(thousandths), clock, f"{length / 60:.2f}", f"0{clock}"))

    def _year(self, year: int | None) -> str:
        if not year or self._is(0.2):
            return ""
        short = f"{year % 100:02d}"
        return self._chance.choice((str(year), str(year), str(year), short, f"'{short}"))
