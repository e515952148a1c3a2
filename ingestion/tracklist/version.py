"""Versions: what the brackets after a title say about it.

A version is recognised by its last word ("Remix", "Edit", "Dub" …, a number may follow), never by being in brackets:
"(Set Me Free)", "(Part 2)", "(A1)" stay in the title. "(Original Mix)" is no version at all. "(Feat. X)" is a credit.

The remixer is what stands before that word, less qualifiers ("Flume Extended Remix" → Flume):

- whole, where it is a known name, or after "Remix" and its like;
- else the longest known name that it begins with ("Len Faki Hardspace Mix" → Len Faki; "Chicago Loop's Monster Remix");
- nobody, where only qualifiers stand there ("Club Mix", "Outro Edit"), or where a "Mix" or "Dub" names nobody known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.observation import CreditObservation
from ingestion.tracklist.brackets import last_group
from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.remixer import remixer_name
from ingestion.tracklist.version_words import kind_of, last_word

_FEATURED = re.compile(r"(?:feat|ft|featuring|with)\b\.?\s*|w/\s*", re.IGNORECASE)
_ORIGINAL = re.compile(r"(?:the )?original(?: (?:mix|version|edit|track))?|orig\.? mix", re.IGNORECASE)
_NOTE = re.compile(
    r"unreleased|forthcoming\b.*|free download|free|promo|white(?: label)?|wl|cdr|dubplate|unknown|\?+", re.IGNORECASE
)
_BARE = re.compile(r"(?P<title>.+\S)\s+(?:-\s+)?(?P<version>VIP(?: Mix)?|Original Mix)$")
_DASHED = re.compile(r"(?P<title>.+?\S)\s+-\s+(?P<version>[^()\[\]]+)$")


@dataclass(frozen=True, slots=True)
class VersionedTitle:
    """A title without its version; `versions` as printed, first to last; `featured` from the brackets."""

    title: str
    versions: tuple[str, ...] = ()
    featured: tuple[tuple[str, str], ...] = ()
    """(join phrase, names as printed)"""


def split_versions(printed: str) -> VersionedTitle:
    """The brackets at the end, taken apart; what is no version stays in the title."""
    head = printed
    kept: list[str] = []
    versions: list[str] = []
    featured: list[tuple[str, str]] = []
    while found := last_group(head) or _dashed(head):
        before, group = found
        if not before:
            break
        head = before
        if as_featured := _FEATURED.match(group):
            featured.insert(0, (f" {as_featured.group().strip()} ", group[as_featured.end() :]))
        elif last_word(group):
            versions.insert(0, group)
        elif not (_ORIGINAL.fullmatch(group) or _NOTE.fullmatch(group)):
            kept.insert(0, f"({group})")
    if bare := _BARE.fullmatch(head):
        head = bare.group("title")
        versions.insert(0, bare.group("version"))
    versions = [version for version in versions if not _ORIGINAL.fullmatch(version)]
    return VersionedTitle(" ".join([head, *kept]), tuple(versions), tuple(featured))


def _dashed(text: str) -> tuple[str, str] | None:
    """ "4 My Peepz - Dubfire Rework" """
    found = _DASHED.fullmatch(text)
    if found and (last_word(found.group("version")) or _ORIGINAL.fullmatch(found.group("version"))):
        return found.group("title"), found.group("version")
    return None


def version_of(versions: tuple[str, ...]) -> tuple[str | None, str | None]:
    """(version as printed, kind) of all of them together; the last one says the kind."""
    if not versions:
        return None, None
    return ", ".join(versions), kind_of(versions[-1])


def read_remixers(versions: tuple[str, ...], names: KnownNames) -> tuple[CreditObservation, ...]:
    """Who made the versions, each once."""
    found: dict[str, CreditObservation] = {}
    for version in versions:
        printed = remixer_name(version, names)
        for credit in read_credits(printed, names, "remixer") if printed else ():
            found.setdefault(credit.name.casefold(), CreditObservation(credit.name, "remixer", credit.join_phrase))
    return tuple(found.values())
