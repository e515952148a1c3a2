"""A printed row into its pieces, by form alone.

    [24] + Track Of The Week: Off Feat. Ann - Electrica Salsa (12" Version) [ZYX - 5548]
    cue  together segment     credits         title                         brackets

- The first " - " parts credits and title; without one " -", "- " or a long dash will do.
- "+" or "w/" in front: together with the row before. "A - X + B - Y" and "A - X w/ B - Y" are two rows, the second
  together with the first.
- Brackets that do not pair are set right first (`brackets.paired`).
- Square brackets at the end, one left open too, are taken off; what they say is read later (`row.read_row`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.tracklist.brackets import last_group, paired
from ingestion.tracklist.credit import segments
from ingestion.tracklist.cue import Cue, split_cue
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.text import one_line
from ingestion.tracklist.unknown import is_nobody

_TOGETHER = re.compile(r"(?:\+|w/)\s*", re.IGNORECASE)
_NO_SEGMENT = re.compile(r".*[\s\[\]()]|.*\b(?:feat|ft|pres|vs|with)\.?|.*[\[\]()].*", re.IGNORECASE)
_OF_THE_WEEK = re.compile(r"(?:[\w']+ ){1,3}of the (?:week|month|year):?\s+(?=.* - )", re.IGNORECASE)
_LAYERS = re.compile(r"(?<=\S)\s+(?:\+|w/)\s+(?=(?:(?!\s(?:\+|w/)\s)[^()\[\]])+ - )", re.IGNORECASE)
"""What follows names an artist and a title; no other joiner stands before that title's dash ("One + One w/ A - X")."""
_LOOSE_DASH = re.compile(r"(?<=\S)\s*[–—]\s*(?=\S)|(?<=\S)- +| +-(?=\S)")
_DOUBT = re.compile(r"^\?+\s*(?=\w)(?!and\b)", re.IGNORECASE)
"""A question mark before a name: the editor was not sure. "? & The Mysterians" is a band."""
_YEAR = re.compile(r"\s*\((?:19|20)\d\d\)$")
_AFTER_BRACKET = re.compile(r"(?P<before>.+?)\s*\[\s*(?P<inside>[^\[\]]+)\]\s+-\s+(?P<after>[^\[\]]+)\]?")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A row's pieces as printed; `credits` is None where nothing parts artist and title (then `title` is all)."""

    text: str
    cue: Cue | None = None
    together: bool = False
    credits: str | None = None
    title: str = ""
    brackets: tuple[str, ...] = ()


def cut_row(text: str) -> tuple[Pieces, ...]:
    """The pieces of one row: several where it prints several tracks played together."""
    rest = one_line(text)
    together = False
    if found := _TOGETHER.match(rest):
        together, rest = True, rest[found.end() :]
    cue, rest = split_cue(rest)
    if found := _TOGETHER.match(rest):
        together, rest = True, rest[found.end() :]
    parts = _layers(rest) if " + " in rest or " w/ " in rest else [rest]
    return tuple([_cut(text, part, cue, together or index > 0) for index, part in enumerate(parts)])


def note_names(pieces: Pieces, names: KnownNames, labels: KnownLabels) -> None:
    """Adds what the row shows of names and labels to the evidence."""
    for bracket in pieces.brackets:
        labels.saw(bracket)
    if pieces.credits and not is_nobody(pieces.credits):
        for segment, _, _ in segments(pieces.credits):
            names.saw(segment, pieces.title)


def _layers(rest: str) -> list[str]:
    parts = _LAYERS.split(rest)
    return parts if all(" - " in part and _is_closed(part) for part in parts) else [rest]


def _is_closed(text: str) -> bool:
    """Every bracket that opens also closes: "[SCI + TEC - TEC 5]" is no place to cut."""
    return text.count("[") == text.count("]") and text.count("(") == text.count(")")


def _cut(text: str, rest: str, cue: Cue | None, together: bool) -> Pieces:
    rest, brackets = _brackets(_without_segment(rest))
    credits, dash, title = rest.partition(" - ")
    if not dash:
        loose = _LOOSE_DASH.search(rest)
        if loose is None:
            return Pieces(text, cue, together, None, rest, brackets)
        credits, title = rest[: loose.start()], rest[loose.end() :]
    return Pieces(text, cue, together, _DOUBT.sub("", credits.strip()), title.strip(), brackets)


def _without_segment(rest: str) -> str:
    """Without a heading in front of the artist: "Tune Of The Week: A - X", the colon may be lost there."""
    if found := _OF_THE_WEEK.match(rest):
        return rest[found.end() :]
    if ": " not in rest:
        return rest
    segment, _, after = rest.partition(": ")
    if len(segment) > 60 or " - " in segment or " - " not in after or _NO_SEGMENT.fullmatch(segment):
        return rest
    return after.lstrip()


def _brackets(rest: str) -> tuple[str, tuple[str, ...]]:
    """(the row without the square brackets at its end, what they hold)."""
    if "[" not in rest and "]" not in rest:
        return rest, ()
    rest = paired(_YEAR.sub("", rest))
    if note := _AFTER_BRACKET.fullmatch(rest) if "] - " in rest else None:
        return note["before"], (note["inside"].strip(), note["after"].strip())
    found: list[str] = []
    while (group := last_group(rest, "]")) and group[0]:
        rest = group[0]
        found.insert(0, group[1])
    opening = rest.rfind(" [")
    if not found and opening > 0 and "]" not in rest[opening:]:
        return rest[:opening].rstrip(), (rest[opening + 2 :].strip(),)
    return rest, tuple(found)
