"""What two records of one set disagree on: one line a disagreement, with the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingestion.matching.rows import Alignment, Pair
from ingestion.matching.set_faces import SetFace
from ingestion.matching.set_match import venue_similarity

CONFLICT_KINDS = ("date", "venue", "row_missing", "row_extra", "order", "title", "segue")
"""row_missing: only the leading record has the row; row_extra: only the other one. title: both have a row there,
printed so differently that it may be another piece."""

SAME_VENUE = 0.75
"""From here on two ways to print a venue are no conflict."""
SAME_TITLE = 0.8
"""From here on two ways to print a row are no conflict. "Minglewood Blues" and "New Minglewood Blues" have 0.82."""


class Conflict(NamedTuple):
    """`position`: of the row in the leading record, from 1, else in the one that has it; 0 for the head."""

    kind: str
    position: int
    leading: str
    attesting: str


def conflicts(leading: SetFace, attesting: SetFace, rows: Alignment) -> tuple[Conflict, ...]:
    """All that they disagree on: the head first, then row by row. `rows`: the leading rows left, the others right."""
    found = [*_head(leading, attesting), *_rows(leading, attesting, rows)]
    return tuple(found)


def _head(leading: SetFace, attesting: SetFace) -> Iterator[Conflict]:
    first, second = leading.span, attesting.span
    if first and second and (first[0] > second[1] or second[0] > first[1]):
        yield Conflict("date", 0, str(leading.played_on), str(attesting.played_on))
    alike = venue_similarity(leading, attesting)
    if leading.event and attesting.event and alike is not None and alike < SAME_VENUE:
        yield Conflict("venue", 0, _venue(leading), _venue(attesting))


def _venue(face: SetFace) -> str:
    return ", ".join(filter(None, (face.event, face.place)))


def _rows(leading: SetFace, attesting: SetFace, rows: Alignment) -> Iterator[Conflict]:
    yield from (Conflict("row_missing", place + 1, leading.rows[place], "") for place in rows.only_left)
    yield from (Conflict("row_extra", place + 1, "", attesting.rows[place]) for place in rows.only_right)
    tell_segues = any(leading.segues) and any(attesting.segues)
    for pair in rows.pairs:
        yield from _pair(leading, attesting, pair)
        if tell_segues and leading.segues[pair.left] != attesting.segues[pair.right]:
            yield Conflict("segue", pair.left + 1, _segue(leading, pair.left), _segue(attesting, pair.right))


def _pair(leading: SetFace, attesting: SetFace, pair: Pair) -> Iterator[Conflict]:
    printed = leading.rows[pair.left], attesting.rows[pair.right]
    if pair.moved:
        before = (_after(leading.rows, pair.left), _after(attesting.rows, pair.right))
        yield Conflict("order", pair.left + 1, *before)
    if pair.similarity < SAME_TITLE:
        yield Conflict("title", pair.left + 1, *printed)


def _after(rows: Sequence[str], place: int) -> str:
    """'Deal, after Sugaree': where a row stands, in words."""
    return f"{rows[place]}, after {rows[place - 1]}" if place else f"{rows[place]}, first"


def _segue(face: SetFace, place: int) -> str:
    """As printed, and with ">" where it runs on and the text does not say so itself."""
    text = face.rows[place]
    return f"{text} >" if face.segues[place] and not text.rstrip().endswith(">") else text
