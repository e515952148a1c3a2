"""Versions: what the brackets after a title say about it.

A version is recognised by its last word (`version_words`), or by a known name in front ("(Max Graham)", "(Ben Klock
Process)"),
never by being in brackets: "(Set Me Free)", "(Part 2)", "(A1)" stay in the title. "(Original Mix)" is no version at
all, "(Feat. X)"
is a credit, "(Unreleased)" and "(1990)" are notes that are left out. Several versions are printed with a comma; the
last says the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.observation import CreditObservation
from ingestion.tracklist.brackets import closed, last_group
from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.remixer import known_start, remixer_names
from ingestion.tracklist.unknown import is_unknown
from ingestion.tracklist.version_words import VersionWord, version_word

_FEATURED = re.compile(r"(?:feat|ft|featuring|with)\b\.?\s*|w/\s*", re.IGNORECASE)
_ORIGINAL = re.compile(r"(?:the )?original?(?: ?-? ?(?:mix|version|edit|track))?|orig\.? mix", re.IGNORECASE)
_NOTE = re.compile(
    r"unreleased|forthcoming\b.*|free(?: \w+)? download|free|promo|white(?: label)?|wl|cdr|dubplate|unknown|\?+"
    r"|out soon|exclusive(?: track)?|work(?:ing title| in progress)|(?:19|20)\d\d",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?P<title>.+\S)\s+(?:-\s+)?(?P<version>VIP(?: Mix)?|Original Mix|A(?:cc?|k)app?ella)")
_DASHED = re.compile(r"(?P<title>.+?\S)\s+-\s+(?P<version>[^()\[\]]+)")
_GUEST = re.compile(r"(?P<title>.+?\S)(?P<join>\s+(?:feat|ft|featuring)\b\.?\s+)(?P<names>\S.*)", re.IGNORECASE)
_TWO = re.compile(r"\s+[/-]\s+|;\s+")
_TITLE_WORDS = re.compile(r"\b(?:anthem|tribute|theme|part|session|song|memory|ep|intro|story)\b", re.IGNORECASE)
_MAKING = re.compile(
    r"re\w+|interpretation|treatment|translation|flip|fix|blend|process|definition|dubplate", re.IGNORECASE
)
_NAME_ALONE, _NAME_WITH_WORD = 15, 5
"""Titles that a single word in brackets must have been credited for to be read as "remixed by": alone; before such a
word."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version as printed, its kind, and the names of who made it as printed."""

    printed: str
    kind: str
    makers: str | None


@dataclass(frozen=True, slots=True)
class VersionedTitle:
    """A title without its versions; `featured` are (join phrase, names) from the brackets."""

    title: str
    versions: tuple[Version, ...] = ()
    featured: tuple[tuple[str, str], ...] = ()


def split_versions(printed: str, names: KnownNames) -> VersionedTitle:
    """The brackets at the end, taken apart; what is no version stays in the title."""
    printed = closed(printed)
    if not printed.endswith((")", "VIP", "Mix", "pella")) and " - " not in printed and not _GUEST.fullmatch(printed):
        return VersionedTitle(printed)
    head, kept = printed, list[str]()
    versions, featured = list[Version](), list[tuple[str, str]]()
    while found := last_group(head) or _dashed(head):
        before, group = found
        head = closed(before)
        if as_featured := _FEATURED.match(group):
            featured.insert(0, (f" {as_featured.group().strip()} ", group[as_featured.end() :]))
        elif read := _versions(group, names):
            versions[:0] = read
        elif not is_note(group):
            kept.insert(0, f"({group})")
    if (bare := _BARE.fullmatch(head)) and " + " not in head:
        head = bare["title"]
        versions[:0] = _versions(bare["version"], names)
    if guest := _GUEST.fullmatch(head):
        head = guest["title"]
        featured.insert(0, (guest["join"], guest["names"]))
    return VersionedTitle(" ".join([head, *kept]).strip(), tuple(versions), tuple(featured))


def is_note(group: str) -> bool:
    """It says nothing about which piece this is: "(Original Mix)", "(Free Download)"."""
    return bool(_ORIGINAL.fullmatch(group) or _NOTE.fullmatch(group))


def read_makers(versions: tuple[Version, ...], names: KnownNames) -> tuple[CreditObservation, ...]:
    """Who made the versions, each once."""
    found: dict[str, CreditObservation] = {}
    for version in versions:
        for credit in read_credits(version.makers, names, "remixer") if version.makers else ():
            if is_unknown(credit.name):
                continue
            found.setdefault(credit.name.casefold(), CreditObservation(credit.name, "remixer", credit.join_phrase))
    return tuple(found.values())


def _dashed(text: str) -> tuple[str, str] | None:
    """ "4 My Peepz - Dubfire Rework" """
    found = _DASHED.fullmatch(text) if " - " in text else None
    if found and (version_word(found["version"]) or _ORIGINAL.fullmatch(found["version"])):
        return found["title"], found["version"]
    return None


def _versions(group: str, names: KnownNames) -> list[Version]:
    """The versions that `group` says: none, one, or two ("A Remix / B Edit")."""
    if is_note(group):
        return []
    parts = _TWO.split(group)
    if len(parts) > 1 and version_word(parts[0]):
        return [version for part in parts for version in _versions(part, names)]
    word = version_word(group) or _by_name(group, names)
    if word is None:
        return []
    makers = remixer_names(word, names)
    return [Version(group, word.kind, makers)]


def _by_name(group: str, names: KnownNames) -> VersionWord | None:
    """A known name, alone or with words of its own after it, that means "remixed by"."""
    if _TITLE_WORDS.search(group):
        return None
    start = known_start(group, names, _NAME_WITH_WORD)
    if start is None or names.count(start) < 2:
        return None
    rest = group[len(start) :].split()
    if rest and rest[-1].isdigit():
        return None
    if " " in start or (_MAKING.fullmatch(rest[-1]) if rest else names.count(start) >= _NAME_ALONE):
        return VersionWord("remix", group)
    return None
