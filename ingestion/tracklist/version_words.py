"""The words that make a version, and their kinds.

A group in brackets is a version by its last word; a number ("Remix 2"), or whose it is ("Remix By Ann"), may follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS = {
    "remix": r"re-?mix+(?:ed|es)?|rmx|re-?work(?:s|ed|ing)?|re-?fix+|re-?shape|re-?touch|re-?construct(?:ion|ed)|"
    r"re-?make|"
    r"re-?interpretation|re-?rub|re-?mode|re-?model|re-?boot|re-?paint|re-?spray|redux|re-?lick|re-?think|re-?cut|re-?build|"
    r"re-?vamp|interpretation|de-?construct(?:ion|ed)|bootleg",
    "edit": r"(?:dj[- ]?)?(?:re-?)?edits?|extendit",
    "mashup": r"(?:s?mash|dash)[- ]?up",
    "dub": r"(?:re-?|over)?dub+[az]?|dubstrumental",
    "vip": r"v\.?i\.?p\.?",
    "live": r"live(?: (?:pa|session|take|recording))?",
    "cover": r"cover",
    "instrumental": r"instrumental",
    "acapella": r"a[ck]+ap+ell?a|ac+ap+s?|a cap+el?la|drum-?apella|[\w-]*-a-pella|pella",
    "remaster": r"re-?master(?:ed)?",
    "extended": r"extended|xtended",
    "mix": r"\w*mix+|version|versi[oó]n|bonus beat|beat[sz]|dj[- ]tool|tool|vocal|vox|cut|rub",
}
_ANY = "|".join(rf"(?P<{kind}>{words})" for kind, words in _KINDS.items())
_LAST = re.compile(
    rf"(?:^|(?<=[\s'\"./&-]))(?:{_ANY})['\"]?"
    r"(?:\s+(?:#?\d{1,4}(?:\.\d+)?|[ivx]{1,4}|[ab]|pt\.? ?\d|part \w+|v\.?\d|vol\.? ?\d|one|two|three|version [\d.]+))?"
    r"['\"]?"
    r"(?:\s+(?:by\s+(?P<by>.+)|(?:for|feat\.?|ft\.?)\s+.+))?$",
    re.IGNORECASE,
)
_LIVE_AT = re.compile(r"live (?:at|in|from|@|on)\b.*", re.IGNORECASE)
_WITH = re.compile(r"(.*\b(?:mix|version|remix|edit))\s+with\s+.+", re.IGNORECASE)
"""What is mixed in says nothing of who made it: "Classic Mix With Vocal Intro"."""
_GLUED = re.compile(r"(?<=[a-z0-9])(?=(?:Remix|Mashup|Edit|Dub|Bootleg)\b)")
_PLAIN = ("mix", "extended")
"""A "Mix" or "Version" of something is of that something's kind: "Dub Mix", "Live Version"."""
_INNER = tuple(
    (kind, re.compile(rf"(?:^|[\s'\"-])(?:{_KINDS[kind]})(?:$|[\s'\"])", re.IGNORECASE))
    for kind in (
        "mashup",
        "vip",
        "instrumental",
        "acapella",
        "dub",
        "remix",
        "edit",
        "live",
        "cover",
        "remaster",
        "extended",
    )
)


@dataclass(frozen=True, slots=True)
class VersionWord:
    """What the last word says: the kind, what stands before it, and who follows "by"."""

    kind: str
    before: str
    by: str | None = None


def version_word(group: str) -> VersionWord | None:
    """The word that makes `group` a version; None where there is none."""
    text = _WITH.sub(r"\1", _GLUED.sub(" ", group.replace("_", " ")))
    found = _LAST.search(text)
    if found is None:
        return VersionWord("live", "") if _LIVE_AT.fullmatch(text) else None
    kind, by = next(kind for kind in _KINDS if found.group(kind)), found.group("by")
    before = text[: found.start()].strip(" '\"-")
    if kind in _PLAIN:
        kind = next((inner for inner, words in _INNER if words.search(before)), kind)
    return VersionWord(kind, before, by)
