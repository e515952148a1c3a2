"""One printed row into its parts.

    [24] + Track Of The Week: Off Feat. Ann - Electrica Salsa (12" Version) [ZYX - 5548]
    cue  together segment     credits         title            version      label number

Reading has two steps, so that a whole source can be seen before one name is cut: `cut_row` finds the pieces by form alone,
`read_row` reads them with what is known of names and labels.

- The first " - " parts credits and title. A row without one is "unidentified": it does not say what is artist and what title.
- "ID", "?", "Unknown" in place of both: "unidentified"; of the title: "partial", the credits are kept; of the artist: "unidentified".
- "A - X + B - Y" and "A - X w/ B - Y" are two rows, the second together with the first; "A - X vs B - Y" is one mashup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingestion.observation import CreditObservation, RowObservation
from ingestion.tracklist.brackets import last_group
from ingestion.tracklist.credit import read_credits, segments
from ingestion.tracklist.cue import Cue, split_cue
from ingestion.tracklist.label_suffix import KnownLabels, read_label
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.text import one_line
from ingestion.tracklist.version import read_remixers, split_versions, version_of
from ingestion.tracklist.version_words import last_word

_TOGETHER = re.compile(r"(?:\+|w/)\s*", re.IGNORECASE)
_SEGMENT = re.compile(r"(?P<segment>(?!.* - .*: )[^\[\]()]{2,60}?[^\s\[\]()]):\s+(?=\S.* - )")
_NO_SEGMENT = re.compile(r".*\b(?:feat|ft|pres|vs|with)\.?", re.IGNORECASE)
_LAYERS = re.compile(r"(?<=\S)\s+(?:\+|w/)\s+(?=[^()\[\]]+ - )", re.IGNORECASE)
_DASH = re.compile(r" - | [–—] |(?<=\S)- | -(?=\S)|(?<=\S)\s*[–—]\s*(?=\S)")
_MASHUP = re.compile(r"(?P<first>.+?) (?P<join>vs\.?) (?P<credits>[^()\[\]]+?) - (?P<second>.+)", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"(?:\?+|(?:track )?id\??(?: ?#?\d+)?|unknown(?: (?:artist|track|title))?|n/a|tba|tbc)", re.IGNORECASE
)
_UNKNOWN_REMIX = re.compile(r"(?:\?+|id|unknown) (?:remix|edit|mix|bootleg|mashup)", re.IGNORECASE)
_BRACKET_NOTE = re.compile(r"(?P<before>.+?)\s*\[(?P<version>[^\[\]]+)\]\s+-\s+(?P<label>[^\[\]]+)\]?")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A row's pieces as printed; `credits` is None where the row has no separator."""

    text: str
    cue: Cue | None = None
    together: bool = False
    credits: str | None = None
    title: str = ""
    label: str | None = None


def cut_row(text: str) -> tuple[Pieces, ...]:
    """The pieces of one row: several where it prints several tracks played together."""
    line = one_line(text)
    before = _TOGETHER.match(line)
    cue, rest = split_cue(line[before.end() :] if before else line)
    after = _TOGETHER.match(rest)
    together = bool(before or after)
    parts = _LAYERS.split(rest[after.end() :] if after else rest)
    if any(_DASH.search(part) is None for part in parts):
        parts = [" + ".join(parts)] if len(parts) > 1 else parts
    return tuple(_cut(text, part, cue, together or index > 0) for index, part in enumerate(parts))


def _cut(text: str, rest: str, cue: Cue | None, together: bool) -> Pieces:
    segment = _SEGMENT.match(rest)
    if segment and not _NO_SEGMENT.fullmatch(segment.group("segment")):
        rest = rest[segment.end() :]
    rest, label = _cut_label(rest)
    dash = _DASH.search(rest)
    if dash is None:
        return Pieces(text, cue, together, None, rest, label)
    return Pieces(text, cue, together, rest[: dash.start()].strip(), rest[dash.end() :].strip(), label)


def _cut_label(rest: str) -> tuple[str, str | None]:
    """(row without the label, what its brackets hold); a version in square brackets is put into round ones."""
    if note := _BRACKET_NOTE.fullmatch(rest):
        return (
            (f"{note['before']} ({note['version']})", note["label"])
            if last_word(note["version"])
            else (note["before"], note["version"])
        )
    label = None
    while found := last_group(rest, "]"):
        before, group = found
        if not before:
            break
        if last_word(group) or group.casefold().startswith("feat"):
            return f"{before} ({group})", label
        rest, label = before, group
    if label is None and (opening := rest.rfind(" [")) > 0 and "]" not in rest[opening:]:
        return rest[:opening].rstrip(), rest[opening + 2 :]
    return rest, label


def note_names(pieces: Pieces, names: KnownNames, labels: KnownLabels) -> None:
    """Adds what the row shows of names and labels to the evidence."""
    if pieces.label:
        labels.saw(pieces.label)
    if pieces.credits is None or _UNKNOWN.fullmatch(pieces.credits):
        return
    for segment, _, _ in segments(pieces.credits):
        names.saw(segment, pieces.title)


def read_row(pieces: Pieces, names: KnownNames, labels: KnownLabels) -> RowObservation:
    """The row in its parts; the cue is left to the set (`cue.timeline`)."""
    label = read_label(pieces.label, labels) if pieces.label else None
    row = RowObservation(
        text=pieces.text, state="unidentified", together=pieces.together,
        label=label.name if label else None, catalog_number=label.catalog_number if label else None,
    )  # fmt: skip
    if pieces.credits is None or not pieces.credits or _UNKNOWN.fullmatch(pieces.credits):
        return row
    credits, printed_title = _unmash(pieces.credits, pieces.title)
    title = split_versions(printed_title)
    everyone = _everyone(credits, title.featured, names) + read_remixers(title.versions, names)
    if not title.title or _UNKNOWN.fullmatch(title.title) or any(_UNKNOWN_REMIX.fullmatch(v) for v in title.versions):
        return replace(row, state="partial", credits=everyone)
    version, kind = version_of(title.versions)
    return replace(row, state="identified", credits=everyone, title=title.title, version=version, version_kind=kind)


def _unmash(credits: str, title: str) -> tuple[str, str]:
    """ "A", "X vs B - Y (Mashup)" into "A vs B", "X vs Y (Mashup)"."""
    found = _MASHUP.fullmatch(title)
    if found is None:
        return credits, title
    return f"{credits} {found['join']} {found['credits']}", f"{found['first']} {found['join']} {found['second']}"


def _everyone(printed: str, featured: tuple[tuple[str, str], ...], names: KnownNames) -> tuple[CreditObservation, ...]:
    credits = list(read_credits(printed, names))
    for join, guests in featured:
        credits[-1] = replace(credits[-1], join_phrase=join)
        credits += read_credits(guests, names, "featured")
    return tuple(credits)


def cues_of(rows: tuple[Pieces, ...]) -> Iterator[Cue | None]:
    """The cue of each row."""
    return (row.cue for row in rows)
