"""Cues: when a row starts, as printed before it.

The unit is decided by form, and for two numbers by the mix:

- `[24]`, `[090]`: minutes.           `[1:04:37]`: hours, minutes, seconds.
- `[61:30]`, `[61.30]`: minutes and seconds, unless the mix's rows would then follow each other faster than music
  does (median step under 20 s): then it is the time of day (`[22:06]`), counted from the first printed one.
- `(23:39]`: a slip of the hand, read as `[23:39]`.
- `[??]`, `[0?]`, `[1:?5]`: unknown. `[54:??]` is minute 54.
- `(05) Rank 1 - …` is a number in a list, not a cue.

Where the numbers start again from nought, another recording begins ("hour 2", the next DJ's file): a restart. How far
into
the set its rows lie is not printed, so their cues are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_CUE = re.compile(r"[\[(]\s*([0-9?X]{1,4}(?:[:.][0-9?X]{1,4}){0,2})\s*\]\s*")
_LIST_NUMBER = re.compile(r"\(\d{2}\)\s+")
_FASTEST_STEP_S = 20
_DAY_S = 24 * 3600
_RESTART_S = 180


@dataclass(frozen=True, slots=True)
class Cue:
    """The numbers as printed, one to three of them."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Each row's cue in milliseconds (None: unknown) and the rows at which the count starts again."""

    cues_ms: tuple[int | None, ...]
    restarts: frozenset[int]


def split_cue(text: str) -> tuple[Cue | None, str]:
    """The leading cue, None where there is none or it is unknown, and the text after it."""
    found = _CUE.match(text)
    if found is None:
        number = _LIST_NUMBER.match(text)
        return None, text[number.end() :] if number else text
    return _cue(found.group(1)), text[found.end() :]


def timeline(cues: Sequence[Cue | None]) -> Timeline:
    """The cues of one set in its order, the unit decided for all of them together."""
    seconds = _seconds(cues)
    restarts = frozenset(_restarts(seconds))
    first = min(restarts, default=len(seconds))
    known = [None if s is None or i >= first else s * 1000 for i, s in enumerate(seconds)]
    return Timeline(tuple(known), restarts)


def _cue(printed: str) -> Cue | None:
    first, *later = re.split(r"[:.]", printed)
    if len(later) == 1 and set(later[0]) == {"?"}:
        later = []
    if not all(part.isdigit() for part in (first, *later)) or any(len(part) != 2 or part > "59" for part in later):
        return None
    return Cue((int(first), *map(int, later)))


def _seconds(cues: Sequence[Cue | None]) -> list[int | None]:
    if _is_time_of_day([cue.numbers for cue in cues if cue and len(cue.numbers) == 2]):
        return _since_first([None if cue is None else _scaled(cue.numbers, 3600) for cue in cues])
    return [None if cue is None else _scaled(cue.numbers, 3600 if len(cue.numbers) == 3 else 60) for cue in cues]


def _is_time_of_day(pairs: Sequence[tuple[int, ...]]) -> bool:
    if len(pairs) < 5 or any(pair[0] > 23 for pair in pairs):
        return False
    seconds = [_scaled(pair, 60) for pair in pairs]
    return median(later - earlier for earlier, later in pairwise(seconds)) < _FASTEST_STEP_S


def _scaled(numbers: tuple[int, ...], unit: int) -> int:
    """Seconds, where the first number counts `unit` seconds and each later one a sixtieth of the one before."""
    total = 0
    for number in numbers:
        total, unit = total + number * unit, unit // 60
    return total


def _since_first(times: list[int | None]) -> list[int | None]:
    """Times of day as seconds since the first one, over midnight where they fall by hours."""
    origin = next((time for time in times if time is not None), 0)
    return [None if time is None else (time - origin) % _DAY_S for time in times]


def _restarts(seconds: Sequence[int | None]) -> list[int]:
    found, latest = [], 0
    for index, second in enumerate(seconds):
        if second is None:
            continue
        if second < _RESTART_S and latest > 5 * _RESTART_S:
            found.append(index)
            latest = second
        latest = max(latest, second)
    return found
