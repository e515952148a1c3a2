"""The tracklist inside a pasted text: which lines are rows, and what stands above them.

Rows that carry numbers or times show where the tracklist is: between the first and the last of them every line that
says artist and title is a row. Where no line is marked so, it is the longest block of such lines, the one under a
heading "Tracklist" first. Headings ("-- Guest mix: Ann --"), hour marks, links, credits and advertisement are no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingestion.imports.line_kinds import (
    changes_dj,
    goes_on,
    heads_tracklist,
    is_heading,
    is_row,
    is_title,
    may_be_row,
    names_a_set,
)
from ingestion.imports.pasted_line import Line, read_line, without_number

FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is a row; `time` printed before or behind it, which is a cue unless `times_are_lengths`."""

    text: str
    rest: str
    time: str | None = None
    together: bool = False
    break_before: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The rows, the line that names the set, and whether the times behind the rows are lengths, not cues."""

    rows: tuple[Row, ...]
    title: str | None
    times_are_lengths: bool = False


def find_rows(text: str) -> Found:
    """What of the text is a tracklist; no rows where there is none."""
    lines = _with_tails(_numbered([read_line(line) for line in text.split("\n")]))
    first, after = _block(lines)
    rows = _rows(lines[first:after])
    title = next((line.text for line in lines[:first] if is_title(line)), None)
    if title is None and rows and not _is_marked(rows[0], lines) and names_a_set(rows[0].text):
        title, rows = rows[0].text, rows[1:]
    return Found(tuple(rows), title, _are_lengths(lines[first:after]))


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """Numbers without a dot are numbers where most of them follow each other."""
    loose = [line.loose[0] for line in lines if line.loose and line.parted]
    follow = sum(later - earlier == 1 for earlier, later in pairwise(loose))
    if follow < FEWEST_ROWS - 1 or 2 * follow < len(loose):
        return list(lines)
    return [replace(line, number=line.loose[0], rest=line.loose[1]) if line.loose else line for line in lines]


def _with_tails(lines: Sequence[Line]) -> list[Line]:
    """Times at the ends are times where most rows have one."""
    parted = [line for line in lines if line.parted and line.time is None]
    tails = sum(line.tail is not None for line in parted)
    if tails < FEWEST_ROWS or 2 * tails < len(parted):
        return list(lines)
    return [_with_tail(line) if line.tail and line.time is None else line for line in lines]


def _with_tail(line: Line) -> Line:
    time, rest = line.tail or ("", line.rest)
    is_numbered = line.loose is not None and line.number == line.loose[0]
    return replace(line, time=time, rest=without_number(rest) if is_numbered else rest)


def _block(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the tracklist starts, and where it has ended; equal where there is none."""
    marked = [at for at, line in enumerate(lines) if line.marked and may_be_row(line)]
    if sum(lines[at].parted for at in marked) >= FEWEST_ROWS:
        first, after = marked[0], marked[-1] + 1
        while after < len(lines) and goes_on(lines[after]):
            after += 1
        while first and is_row(lines[first - 1]) and any(map(heads_tracklist, lines[:first])):
            first -= 1
        return first, after
    blocks = _blocks(lines)
    under = [at for at, line in enumerate(lines) if heads_tracklist(line) and not line.parted]
    headed = [block for block in blocks if under and block[0] > under[0] and _size(lines, block) >= FEWEST_ROWS]
    return headed[0] if headed else max(blocks, key=lambda block: _size(lines, block), default=(0, 0))


def _blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Runs of rows; a heading or an empty line may stand among them, prose ends them."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last = 0
    for at, line in enumerate(lines):
        if is_row(line):
            start, last = (at if start is None else start), at
        elif start is not None and line.text and not is_heading(line):
            found.append((start, last + 1))
            start = None
    return [*found, (start, last + 1)] if start is not None else found


def _size(lines: Sequence[Line], block: tuple[int, int]) -> int:
    return sum(is_row(line) for line in lines[slice(*block)])


def _rows(lines: Sequence[Line]) -> list[Row]:
    least = min((line.indent for line in lines if line.text), default=0)
    shifted = sum(line.indent > least for line in lines if line.text) * 2 < len(lines)
    rows: list[Row] = []
    change = False
    for line in lines:
        if is_row(line) or (line.marked and may_be_row(line)):
            below = bool(rows) and (line.together or (shifted and line.indent > least and not line.marked))
            rows.append(Row(line.text, line.rest, line.time, below, change and bool(rows)))
            change = False
        elif changes_dj(line):
            change = True
    return rows


def _are_lengths(lines: Sequence[Line]) -> bool:
    """Times at the ends that do not rise are how long the tracks are."""
    times = [_seconds(line.time) for line in lines if line.time and line.tail and line.tail[0] == line.time]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    return len(times) >= FEWEST_ROWS and 4 * falls > len(times)


def _seconds(time: str) -> int:
    seconds = 0
    for part in time.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def _is_marked(row: Row, lines: Sequence[Line]) -> bool:
    return any(line.marked for line in lines if line.text == row.text)
