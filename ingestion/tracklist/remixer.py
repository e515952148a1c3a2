"""Who made a version, from the words before its last word ("Flume Extended | Remix").

- The longest known name that they begin with: "Len Faki Hardspace Mix", "Chicago Loop's Monster Warehouse Remix". A
  single word
  must be known well ("Slam Track Series Remix").
- Where a joiner follows, the rest is read alike: "Adam Beyer & Layton Giordani Renaissance Remix" has two.
- Else, without the qualifiers at the end ("Extended", "Club", "2012"): after "Remix", "Edit", "Mashup" all of it;
  after "Mix",
  "Dub" and so on a person ("Steve Murano Vocal Mix": many are called Steve) or nobody ("Riddle Mix", "Club Mix").
"""

from __future__ import annotations

import re

from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.version_words import VersionWord

_QUALIFIERS = frozenset(
    """extended club radio vocal instrumental dub original main full short long album single vip remix mix edit
    version rmx dj re-edit
    mainroom unreleased official private special exclusive classic bootleg mashup rework reprise remaster remastered
    live tool intro outro
    dubplate alternative alternate second first new the a 1 2 3 i ii iii 12" 7" 12'' 7'' 12' inch anniversary video
    acapella cover beat beats
    festival vox cut clean dirty final demo big room mega b2b""".split()  # noqa: SIM905
)
"""Words that are never the end of a name here."""
_STYLES = frozenset(
    """deep dark hard warehouse piano acoustic old school rave techno house trance tech disco dubstep ambient beatless
    electro
    afro tribal progressive acid uplifting psy bonus drum drums minimal summer sunrise sunset midnight morning night
    day late raw rough
    street underground epic power pop rock jazz funk soul latin garage uk us detroit chicago berlin london ibiza miami
    tour digital vinyl
    groove bass percussion party peak time terrace after hours afterhours dance floor dancefloor chill out slow fast
    low high up down
    early last breaks breakbeat hip hop hardcore jungle dnb d&b moombahton trap future fx no other work personal
    standard tribute sample loop
    string strings klub deeper space love dream black white green blue north south east west and & of in
    for""".split()  # noqa: SIM905
)
"""Words that may end a name ("Tongue & Groove") but are nobody when nothing else is there."""
_YEAR = re.compile(r"(?:19|20)\d\d|['’]?\d\d(?:'?s)?")
_OWNER = re.compile(r"(?P<name>.+?)(?:['’´]s|(?<=s)['’])(?:\s+.+)?")
_JOINER = re.compile(r"\s+(?:&|and|x|\+|/|(?:vs|feat|ft|pres)\.?|aka|with)\s+|,\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:special|extended|unreleased|exclusive|official|original)\s+(?=\S)", re.IGNORECASE)
_NAMED = frozenset({"remix", "mashup", "edit", "vip"})
"""Kinds whose words are usually preceded by a name, known or not."""
_WELL_KNOWN = {True: 8, False: 20}
"""Titles that a single word must have been credited for, to count as a name that further words follow: in a named
kind or not."""


def remixer_names(word: VersionWord, names: KnownNames) -> str | None:
    """The printed name or names; None where nobody is named."""
    if word.by:
        return word.by
    if not word.before or (word.kind in ("cover", "live") and not names.knows(word.before)):
        return None
    who = word.before.rpartition(" - ")[2]
    return _read(who if names.knows(who) else _LEADING.sub("", who), word.kind in _NAMED, names)


def known_start(text: str, names: KnownNames, well_known: int) -> str | None:
    """The longest known name that `text` begins with, with an "'s" or without "The" as it may be."""
    words = text.split()
    for end in range(len(words), 0, -1):
        start = " ".join(words[:end])
        if not _is_qualifier(start) and (name := _known(start, names)) and (end > 1 or name != start or _is_enough(
            name, words, names, well_known)):  # fmt: skip
            return name
    return None


def _known(start: str, names: KnownNames) -> str | None:
    bare = start.rstrip(",")
    if names.knows(bare) or (names.knows(f"The {bare}") and " " in bare):
        return bare
    owner = _OWNER.fullmatch(bare)
    return owner.group("name") if owner and bare[-1] in "s'’" and names.knows(owner.group("name")) else None


def _is_enough(name: str, words: list[str], names: KnownNames, well_known: int) -> bool:
    if len(words) == 1:
        return names.count(name) >= min(3, well_known)
    return (
        names.count(name) >= well_known
        or (len(words) > 2 and _JOINER.match(f" {words[1]} ") is not None)
        or words[0].endswith(",")
    )


def _is_qualifier(text: str) -> bool:
    word = text.casefold().strip("'\"()[]/")
    return word in _QUALIFIERS or word in _STYLES or _YEAR.fullmatch(text) is not None


def _read(who: str, named: bool, names: KnownNames) -> str | None:
    if start := known_start(who, names, _WELL_KNOWN[named]):
        return start + _joined(who[len(start) :], named, names)
    joiner = _JOINER.search(who)
    if joiner and joiner.start() and not _is_qualifier(who[: joiner.start()]) and (named or "&" in joiner.group()):
        return (
            who[: joiner.start()] + joiner.group() + _last_of(who[joiner.end() :], who[: joiner.start()], named, names)
        )
    return _unknown(who, named, names)


def _joined(rest: str, named: bool, names: KnownNames) -> str:
    """What follows a known name: the joiner and the names after it, or nothing."""
    joiner = _JOINER.match(rest)
    if joiner is None:
        return ""
    return joiner.group() + _last_of(rest[joiner.end() :], "", named, names)


def _last_of(rest: str, before: str, named: bool, names: KnownNames) -> str:
    """The names after a joiner; an unknown single word in a duo of such is one word long ("Serge & Tyrell Space
    Dub")."""
    if found := _read(rest, True, names):
        if not named and before and " " not in before and not names.knows(found):
            return found.split()[0]
        return found
    return rest


def _unknown(who: str, named: bool, names: KnownNames) -> str | None:
    if owner := _OWNER.fullmatch(who):
        return owner.group("name")
    words = re.split(r"\s['\"]", who)[0].split()
    while words and (words[-1].casefold().strip("'\"()[]/") in _QUALIFIERS or _YEAR.fullmatch(words[-1])):
        words.pop()
    if all(_is_qualifier(word) for word in words):
        return None
    if named:
        return " ".join(words)
    is_person = (
        len(words) > 1 and names.is_first_name(words[0]) and words[1][0].isupper() and not _is_qualifier(words[1])
    )
    return " ".join(words[:2]) if is_person else None
