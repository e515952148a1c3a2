"""The pieces of a row, read with what is known of names and labels.

State: "identified" where the text names a Track. "ID", "?" or "Unknown" in place of the title, or of a remixer, is
"partial": the credits are kept, the title is not. In place of one artist of several ("Ann & ID") it is left out of the
credit; of the main one beside a guest, the row is "partial"; of all, "unidentified", as is a row that nothing parts
into artist and title: it does not say which is which.

"A - X vs B - Y" is one mashup, credited to both, of both titles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingestion.observation import CreditObservation, RowObservation
from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.cut import Pieces
from ingestion.tracklist.label_suffix import KnownLabels, Label, read_label
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.unknown import is_nobody, is_unknown
from ingestion.tracklist.version import is_note, read_makers, split_versions
from ingestion.tracklist.version_words import version_word

_MASHUP = re.compile(r"(?P<first>.+?) (?P<join>vs\.?) (?P<credits>[^()\[\]]+?) - (?P<second>.+)", re.IGNORECASE)
_UNKNOWN_VERSION = re.compile(r"(?:\?+|id|unknown) (?:remix|edit|mix|bootleg|mashup)", re.IGNORECASE)
_FEATURED = re.compile(r"(?:feat|ft)\b", re.IGNORECASE)
_VERSIONS_ALONE = frozenset({"remix", "edit", "re-edit", "vip", "instrumental", "acapella", "rmx"})
_KNOWN_LABEL = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """What the set, not the row's text, says of a row."""

    cue_ms: int | None = None
    together: bool = False
    segue: bool = False
    break_before: bool = False
    youtube_id: str | None = None


def read_row(pieces: Pieces, names: KnownNames, labels: KnownLabels, placed: Placed) -> RowObservation:
    """The row in its parts."""
    title, label = _sort_brackets(pieces, labels)
    state, credits, title_alone, version, kind = _read(pieces.credits, title, names)
    return RowObservation(
        text=pieces.text, state=state, credits=credits, title=title_alone, version=version, version_kind=kind,
        label=label.name if label else None, catalog_number=label.catalog_number if label else None,
        cue_ms=placed.cue_ms, together=pieces.together or placed.together, segue=placed.segue,
        break_before=placed.break_before, youtube_id=placed.youtube_id,
    )  # fmt: skip


def _sort_brackets(pieces: Pieces, labels: KnownLabels) -> tuple[str, Label | None]:
    """(title with what the square brackets say of it in round ones, label)."""
    title, label = pieces.title, None
    for bracket in pieces.brackets:
        if _FEATURED.match(bracket) or _is_version(bracket, labels):
            title = f"{title} ({bracket})"
        elif label is None and not is_note(bracket):
            label = read_label(bracket, labels)
    return title, label


def _is_version(bracket: str, labels: KnownLabels) -> bool:
    if " - " in bracket or (labels.count(bracket) >= _KNOWN_LABEL and bracket.casefold() not in _VERSIONS_ALONE):
        return False
    word = version_word(bracket)
    if word is None or word.kind in ("live", "cover"):
        return False
    return bool(
        word.before
        and bracket.casefold().endswith(("mix", "edit", "version", "rework", "rmx", "bootleg", "dub", "vip", "mashup"))
    ) or (bracket.casefold() in _VERSIONS_ALONE)


_Read = tuple[str, tuple[CreditObservation, ...], str | None, str | None, str | None]


def _read(printed_credits: str | None, printed_title: str, names: KnownNames) -> _Read:
    """(state, credits, title, version, kind)."""
    if not printed_credits or is_nobody(printed_credits):
        return "unidentified", (), None, None, None
    if " vs" in printed_title and " - " in printed_title:
        printed_credits, printed_title = _unmashed(printed_credits, printed_title)
    title = split_versions(printed_title, names)
    credits = _known(_with_featured(read_credits(printed_credits, names), title.featured, names))
    if not any(credit.role == "main" for credit in credits):
        return "partial", credits, None, None, None
    if title.versions:
        credits += read_makers(title.versions, names)
    if not title.title or is_unknown(title.title) or any(_UNKNOWN_VERSION.fullmatch(v.printed) for v in title.versions):
        return "partial", credits, None, None, None
    if not title.versions:
        return "identified", credits, title.title, None, None
    return "identified", credits, title.title, ", ".join(v.printed for v in title.versions), title.versions[-1].kind


def _known(credits: tuple[CreditObservation, ...]) -> tuple[CreditObservation, ...]:
    """Without those that stand in place of a name: "Ann & ID" is by Ann and somebody."""
    kept = [credit for credit in credits if not is_unknown(credit.name)]
    if len(kept) == len(credits):
        return credits
    return (*kept[:-1], replace(kept[-1], join_phrase="")) if kept else ()


def _unmashed(credits: str, title: str) -> tuple[str, str]:
    """ "A", "X vs B - Y (Mashup)" into "A vs B", "X vs Y (Mashup)"."""
    found = _MASHUP.fullmatch(title)
    if found is None:
        return credits, title
    return f"{credits} {found['join']} {found['credits']}", f"{found['first']} {found['join']} {found['second']}"


def _with_featured(
    credits: tuple[CreditObservation, ...], featured: tuple[tuple[str, str], ...], names: KnownNames
) -> tuple[CreditObservation, ...]:
    """Guests that the title's brackets name follow the credit, joined as printed there."""
    for join, guests in featured:
        credits = (*credits[:-1], replace(credits[-1], join_phrase=join), *read_credits(guests, names, "featured"))
    return credits
