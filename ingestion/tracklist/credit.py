"""Credits: the names of one printed credit, in order, with role and join phrase.

"Feat.", "ft.", "starring", "vs", "pres.", "invites", "aka", "meets" always join two names (as words: "Daft Punk" has
no "ft"). "&", "+", "and", "with", ",", "x" and "/" join two names or stand in one: names.KnownNames decides, longest
run first. Nothing is cut inside brackets. The printed credit is always the names and join phrases put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingestion.observation import CreditObservation
from ingestion.tracklist.names import KnownNames

_HARD = re.compile(
    r"\s+\(?(?P<feat>(?:feat|ft)\b[.:]?|featuring\b|starring\b)\s*(?=\S)"
    r"|\s+(?:(?:pres|presents|presenting|invites|vs|versus|aka|a\.k\.a|meets|b2b)\b\.?|(?-i:v\b\.?))\s+(?=\S)",
    re.IGNORECASE,
)
_SOFT = re.compile(r",\s+(?:(?:&|and)\s+)?|\s+(?:&|\+|and|with|w/|[x×](?!\s+\d+$)|/)\s+|(?<=\w)/(?=\w)", re.IGNORECASE)
_MAYBE_SOFT = re.compile(r"[,&+/]|\s(?:and|with|x|×)\s", re.IGNORECASE)
_MAYBE_HARD = re.compile(r"\s(?:\(?f(?:ea)?t|pres|v|a\.?k|meets|b2b|invites|starring)", re.IGNORECASE)
_JOINED = re.compile(rf"{_MAYBE_SOFT.pattern}|{_MAYBE_HARD.pattern}", re.IGNORECASE)
"""A quick look first: most credits are one plain name."""
_LONGEST_RUN = 5
"""Parts of one name: "Crosby, Stills, Nash & Young" has four."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def read_credits(printed: str, names: KnownNames, role: str = "main") -> tuple[CreditObservation, ...]:
    """The names in `printed`; those after "Feat." are featured, until "vs" or the like."""
    if not _JOINED.search(printed):
        return (CreditObservation(printed, role),)
    credits: list[CreditObservation] = []
    for segment, join, segment_role in segments(printed, role):
        *cut, (last, _) = _split(segment, names)
        credits += [CreditObservation(name, segment_role, between) for name, between in cut]
        credits.append(CreditObservation(last, segment_role, join))
    return tuple(credits)


def segments(printed: str, role: str = "main") -> Iterator[tuple[str, str, str]]:
    """What stands between the joins that always split: (segment, join after it, role)."""
    start, current = 0, role
    for found in _HARD.finditer(printed) if _MAYBE_HARD.search(printed) else ():
        if found.start() == 0 or _bracketed(printed, found):
            continue
        yield printed[start : found.start()], found.group(), current
        start, current = found.end(), "featured" if found.group("feat") else role
    rest = printed[start:]
    yield rest.removesuffix(")") if rest.count(")") > rest.count("(") else rest, "", current


def possible_names(printed: str) -> Iterator[str]:
    """All that may be one name in a credit: what stands between joins, and every run of it."""
    for segment, _, _ in segments(printed):
        bounds, _ = _parts(segment)
        for at in range(len(bounds)):
            for end in range(at + 1, min(len(bounds), at + _LONGEST_RUN) + 1):
                yield segment[bounds[at][0] : bounds[end - 1][1]]


def _bracketed(printed: str, found: re.Match[str]) -> bool:
    if "(" not in printed and "[" not in printed:
        return False
    return any(b.start() < found.start() and found.end() < b.end() for b in _BRACKETS.finditer(printed))


def _split(segment: str, names: KnownNames) -> list[tuple[str, str]]:
    """(name, join after it); the last join is empty."""
    bounds, joins = _parts(segment)
    if not joins:
        return [(segment, "")]
    cut, at = [], 0
    while at < len(bounds):
        end = _longest_name(segment, bounds, at, names)
        after = joins[end - 1] if end <= len(joins) else ""
        cut.append((segment[bounds[at][0] : bounds[end - 1][1]], after))
        at = end
    return cut


def _parts(segment: str) -> tuple[list[tuple[int, int]], list[str]]:
    """(where each part starts and ends, the joins between them)."""
    if not _MAYBE_SOFT.search(segment):
        return [(0, len(segment))], []
    joins = [found for found in _SOFT.finditer(segment) if found.start() and not _bracketed(segment, found)]
    bounds = zip([0, *(j.end() for j in joins)], [*(j.start() for j in joins), len(segment)], strict=True)
    return list(bounds), [join.group() for join in joins]


def _longest_name(segment: str, bounds: Sequence[tuple[int, int]], at: int, names: KnownNames) -> int:
    """Where the longest run of parts from `at` ends that is one name (exclusive)."""
    for end in range(len(bounds), at + 1, -1):
        run = bounds[at:end]
        parts = [segment[first:last] for first, last in run]
        joins = [segment[one[1] : other[0]] for one, other in pairwise(run)]
        if names.is_one(segment[run[0][0] : run[-1][1]], parts, joins, all_there_is=len(run) == len(bounds)):
            return end
    return at + 1
