"""A record taken apart for comparing: title, version, guests, names, length, years.

The tracklist parser knows rows of DJs' tracklists and who is who among their names; records of shops and libraries
come with columns, and values in the wrong ones, so this reading leans on form alone and finds a length or a year
wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ingestion.matching.amounts import seconds, seconds_within, years
from ingestion.matching.record import PRINTED, Record
from ingestion.matching.words import words, words_or_signs

NEUTRAL = frozenset(
    "explicit clean album version original mix main edited edition deluxe bonus track single ep expanded anniversary "  # noqa: SIM905
    "standard amended video digital booklet lp vinyl mp3 download".split()
)
"""Words in brackets that name an issue of a recording, not another recording."""
_PLAIN_VERSION = frozenset(
    "mix remix rmx version rework original re the remixes mixes remixed by edition interpretation remake s".split()  # noqa: SIM905
)
"""A remixer's "Mix", "Remix" and "Rework" of a piece are one, printed three ways; what is left tells them apart."""
_REMIXES = frozenset("remix rmx rework remixes".split())  # noqa: SIM905
_VERSION = re.compile(
    r"\b(?:re-?mix\w*|rmx|mix|edit|dub|live|acoustic|demo|karaoke|instrumental|acap\w+|a cappella|remaster\w*|rework"
    r"|reprise|unplugged|session\w*|performance|cover|vip|bootleg|mashup|interlude|outro|intro|radio|extended|club"
    r"|version|commentary|stripped|orchestral|dubstrumental|skit|medley|tribute)\b",
    re.IGNORECASE,
)
_GUEST = re.compile(r"^(?:feat|ft|featuring|with|w/)\b\.?\s*", re.IGNORECASE)
_GUEST_INSIDE = re.compile(r"\s(?:feat|ft|featuring)\b\s*\.?\s*", re.IGNORECASE)
_GROUP = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TIME = re.compile(r"(?<![\d:])(?:\d{1,2}:)?\d{1,3}:\d\d(?![\d:])")
_BETWEEN_NAMES = re.compile(
    r"\s*(?:,|&|\+|/|;|\bvs\.?\b|\band\b|\bx\b|\bfeat\.?\b|\bft\.?\b|\bpres\.?\b|\bwith\b)\s*", re.IGNORECASE
)
_DROPPED_OF_NAMES = frozenset("dj the mc dr mr and".split())  # noqa: SIM905
DROPPED_OF_TITLES = frozenset("the a an and of le la".split())  # noqa: SIM905
_SERIAL = re.compile(r"\d+[a-z]?|[a-z]\d*|i{1,3}|iv|vi{0,3}|ix|[a-z]+\d+")
_NUMBER_WORDS = {"i": "1", "v": "5", "x": "10"}
_COUNTED = frozenset("part pt vol volume chapter act phase take no number".split())  # noqa: SIM905
_SPELT_OUT = {word: str(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}  # noqa: SIM905
"""Numbers behind one of those words: "One More Time" is no number 1."""
_LONGEST = 1_000
"""Characters of a field that are read: comparing costs time with the square of the words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a record; words are folded."""

    title: tuple[str, ...]
    letters: str
    """The title's letters run together."""
    bare: str
    """The same without articles."""
    serial: tuple[str, ...]
    """What numbers the piece among its like, sorted: "Pt. 2", "III", "4C", after the first word."""
    version: tuple[str, ...]
    guests: tuple[str, ...]
    artist: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    """The artist's names apart, without "DJ" and "The"."""
    artist_letters: str
    """The letters of all names, sorted: "Mod 21" and "21 Mod"."""
    makers: frozenset[str]
    album: tuple[str, ...]
    label: tuple[str, ...]
    catalog_number: str
    all: frozenset[str]
    all_letters: str
    length_s: float | None
    years: frozenset[int]
    cut: bool
    """Whether a field was too long to be read whole."""


@lru_cache(maxsize=10_000)
def read(record: Record) -> Reading:
    """The parts of the record."""
    whole, record = record, _bounded(record)
    title, versions, guests = _cut(record.title)
    found = words(title) or words_or_signs(record.title)
    artist = words(_GUEST_INSIDE.sub(" ", record.artist)) or words_or_signs(record.artist)
    names = tuple(filter(None, map(_name, _BETWEEN_NAMES.split(record.artist)))) or ((artist,) if artist else ())
    every = frozenset((*words(record.text), *found, *artist))
    return Reading(
        title=found, letters="".join(found),
        bare="".join(word for word in found if word not in DROPPED_OF_TITLES) or "".join(found),
        serial=_serial(found),
        version=_version(filter(None, (*versions, record.version))), guests=words(" ".join(guests)),
        artist=artist, names=names,
        artist_letters="".join(sorted(letter for name in names for word in name for letter in word)),
        makers=frozenset(words(record.remixer)),
        album=tuple(word for word in words(record.album) if word not in NEUTRAL),
        label=words(record.label), catalog_number="".join(words(record.catalog_number)),
        all=every, all_letters="".join(words(record.text)),
        length_s=seconds(record.length) or seconds_within(record.text),
        years=years(record.released) or years(record.text), cut=record != whole,
    )  # fmt: skip


def read_both(one: Record, other: Record) -> tuple[Reading, Reading]:
    """Two records for comparing; where one has artist and title in each other's place they are put right."""
    mine, yours = read(one), read(other)
    if not crossed(mine, yours):
        return mine, yours
    if mine.title < yours.title:
        return read(replace(one, title=one.artist, artist=one.title)), yours
    return mine, read(replace(other, title=other.artist, artist=other.title))


def crossed(one: Reading, other: Reading) -> bool:
    """Whether what is the one's title is the other's artist, and the other way round."""
    if not one.title or not one.artist or one.title == one.artist:
        return False
    return (one.title, one.artist) == (other.artist, other.title)


def _bounded(record: Record) -> Record:
    printed = {name: getattr(record, name) for name in PRINTED}
    long = {name: text[:_LONGEST] for name, text in printed.items() if len(text) > _LONGEST}
    return replace(record, **long) if long else record


def _serial(title: Sequence[str]) -> tuple[str, ...]:
    """The first word numbers nothing: there it is the title."""
    found = [_NUMBER_WORDS.get(word, word) for word in title[1:] if _SERIAL.fullmatch(word)]
    found += [_SPELT_OUT[word] for before, word in pairwise(title) if before in _COUNTED and word in _SPELT_OUT]
    return tuple(sorted(found))


def _cut(printed: str) -> tuple[str, list[str], list[str]]:
    """(title alone, versions, guests): what the brackets and the part after " - " say."""
    versions, guests = list[str](), list[str]()

    def sort(group: re.Match[str]) -> str:
        inside = group[1].strip()
        if guest := _GUEST.match(inside):
            guests.append(inside[guest.end() :])
        elif _VERSION.search(inside):
            versions.append(inside)
        elif not NEUTRAL.issuperset(words(inside)):
            return f" {inside} "
        return " ; "

    title, before = printed, ""
    while title != before:
        title, before = _GROUP.sub(sort, title), title
    head, *tail = _TIME.sub(" ", title).split(" - ")
    versions += [part for part in tail if _VERSION.search(part)]
    title = " ".join([head, *(part for part in tail if not _VERSION.search(part))])
    if guest := _GUEST_INSIDE.search(title):
        guests.append(title[guest.end() :].split(";")[0])
        title = title[: guest.start()]
    return title, versions, guests


def _version(printed: Sequence[str] | filter[str]) -> tuple[str, ...]:
    every = [word for version in printed for word in words(version)]
    kept = tuple(word for word in every if word not in _PLAIN_VERSION and word not in NEUTRAL)
    return kept or (("remix",) if not _REMIXES.isdisjoint(every) else ())


def _name(printed: str) -> tuple[str, ...]:
    every = words(printed)
    return tuple(word for word in every if word not in _DROPPED_OF_NAMES) or every
