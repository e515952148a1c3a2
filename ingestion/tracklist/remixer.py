"""Who made a version, from its printed words."""

from __future__ import annotations

import re

from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.version_words import last_word

_QUALIFIERS = frozenset(
    """extended club radio vocal instrumental dub original main full short long album single deep dark hard big room warehouse festival
    intro outro piano acoustic live vip remix mix edit version rmx dj re-edit mainroom unreleased official private special exclusive classic old
    school rave techno house trance tech disco dubstep ambient beatless electro afro tribal progressive acid uplifting psy bonus
    beats beat drum drums tool minimal summer sunrise sunset midnight morning night day late raw rough hi lo alternative alternate
    second first new the a an in and & of for 1 2 3 4 i ii iii iv inch 12 7 12" 7" 12'' 7'' 12inch 7inch anniversary video tv pa
    street underground epic power pop rock jazz funk soul latin garage uk us detroit chicago berlin london ibiza miami tour bootleg mashup
    rework reprise remaster remastered digital vinyl cd dubplate groove bass percussion party peak time terrace after hours afterhours dance
    floor dancefloor chill out chillout slow fast low high bpm up down tempo early final last demo unplugged orchestral string strings breaks
    breakbeat hip hop hardcore jungle drum'n'bass dnb d&b moombahton trap future vip' fx no other special's personal work standard
    clean dirty explicit uncensored cover instrumental' acapella half step halftime double speed tribute sample loop continuous mixed""".split()
)
_YEAR = re.compile(r"['’]?\d{2,4}(?:'?s)?")
_OWNER = re.compile(r"(?P<name>.+?)(?:['’´]s|(?<=s)['’])(?:\s+(?P<rest>.+))?")
_NAMED = frozenset({"remix", "mashup", "edit", "vip"})
"""Kinds whose words are usually preceded by a name, known or not."""


def remixer_name(version: str, names: KnownNames) -> str | None:
    """The printed name or names before the version's last word; None where nobody is named."""
    found = last_word(version)
    if found is None or found.lastgroup is None or found.lastgroup == "cover":
        return None
    who = version[: found.start()].strip(" '\"-")
    if not who:
        return None
    if names.knows(who):
        return None if _only_qualifiers(who) else who
    return _among(who, found.lastgroup in _NAMED, names)


def _only_qualifiers(who: str) -> bool:
    return not _unqualified(who)


def _unqualified(who: str) -> str:
    """Without the qualifiers at its end."""
    words = who.split()
    while words and (words[-1].casefold().strip("'\"()[]/") in _QUALIFIERS or _YEAR.fullmatch(words[-1])):
        words.pop()
    return " ".join(words)


def _among(who: str, named: bool, names: KnownNames) -> str | None:
    bare = _unqualified(who)
    if not bare:
        return None
    owner = _OWNER.fullmatch(bare)
    if owner and (owner.group("rest") is None or not names.knows(bare)):
        return owner.group("name")
    if names.knows(bare):
        return bare
    return _known_start(bare, names, named) or (bare if named else None)


def _known_start(text: str, names: KnownNames, named: bool) -> str | None:
    """The longest known name that `text` begins with, where it is surely meant."""
    words = text.split()
    for end in range(len(words) - 1, 0, -1):
        start = " ".join(words[:end])
        if names.knows(start) and (end > 1 or names.count(start) >= (12 if named else 4)):
            return start
    return None
