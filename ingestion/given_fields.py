"""What a file gives of a row in fields of its own: how it enters the row, and wins over what the text says."""

from __future__ import annotations

from dataclasses import replace

from graph_model.spelling import fold
from ingestion.draft import RowDraft
from ingestion.observation import CreditObservation, RowObservation
from ingestion.tracklist.brackets import last_group
from ingestion.tracklist.credit import read_credits
from ingestion.tracklist.cut import Pieces, cut_row
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.text import fault, one_line
from ingestion.tracklist.unknown import is_unknown
from ingestion.tracklist.version import is_note
from ingestion.tracklist.version_words import version_word

_NO_NUMBER = frozenset({"none", "n/a", "null"})


def flaw_of(row: RowDraft) -> str | None:
    """Why this row cannot be read; None where it can."""
    texts = (row.text, row.artist, row.title, row.version, row.remixer, row.label, row.catalog_number, row.album)
    flaw = next(filter(None, (fault(text) for text in texts if text is not None)), None)
    return flaw or (None if row.text.strip() else "the row is empty")


def pieces_of(row: RowDraft) -> tuple[Pieces, ...]:
    """An artist beside the title is taken as it is, with the title; else the title, or the text, is cut."""
    if row.artist and row.artist.strip():
        title = _with_version(_in_round_brackets(one_line(row.title or "")), row)
        return (Pieces(row.text, credits=one_line(row.artist), title=title),)
    if row.title and row.title.strip() and row.title != row.text:
        return tuple(replace(pieces, text=row.text) for pieces in cut_row(row.title))
    return cut_row(row.text)


def give(row: RowDraft, read: RowObservation, names: KnownNames) -> RowObservation:
    """`read` with what the file gives. A version or remixer makes no Track of a row that does not name one."""
    identified = read.state == "identified"
    version, kind = _version(row, read) if identified else (None, None)
    remixed = _remixers(row, names) if identified else ()
    kept = tuple(credit for credit in read.credits if credit.role != "remixer" or not remixed)
    return replace(
        read,
        credits=(*kept, *remixed),
        version=version,
        version_kind=kind,
        label=_given(row.label) or read.label,
        catalog_number=_given(row.catalog_number) or read.catalog_number,
        album=_given(row.album),
        played_at=row.played_at,
        measures=row.measures,
        external_ids=row.external_ids,
    )


def _given(text: str | None) -> str | None:
    """A field's text; None for an empty one, and for the words that programs write into empty ones."""
    plain = one_line(text or "")
    return plain if plain and plain.casefold() not in _NO_NUMBER else None


def _in_round_brackets(title: str) -> str:
    """ "X [Ann Remix]" is "X (Ann Remix)": beside a field for the label, square brackets say what round ones do."""
    kept: list[str] = []
    while (found := last_group(title, "]")) and found[0]:
        title = found[0]
        kept.insert(0, f"({found[1]})")
    return " ".join([title, *kept])


def _with_version(title: str, row: RowDraft) -> str:
    """The title with the version and remixer of the fields, in front of a version of its own (the last says the kind).

    A remixer whom neither names makes the version: "X" by "Ann" is "X (Ann Remix)".
    """
    if not title:
        return title
    version, remixer = _given(row.version), _given(row.remixer)
    if version and version_word(version) and fold(version) not in fold(title):
        head, *groups = _groups(title)
        title = " ".join([head, f"({version})", *groups])
    if remixer is None or is_unknown(remixer) or fold(remixer) in fold(title) or _has_version(title):
        return title
    return f"{title} ({remixer} Remix)"


def _groups(title: str) -> list[str]:
    """The title, and its brackets at the end."""
    found = last_group(title)
    return [*_groups(found[0]), f"({found[1]})"] if found and found[0] else [title]


def _has_version(title: str) -> bool:
    return any(version_word(group[1:-1]) and not is_note(group[1:-1]) for group in _groups(title)[1:])


def _version(row: RowDraft, read: RowObservation) -> tuple[str | None, str | None]:
    """(version, kind). One of a field is a version also where its words do not say so: "Radio"."""
    given = _given(row.version)
    if given is None or is_note(given) or fold(given) in fold(f"{read.title} {read.version or ''}"):
        return read.version, read.version_kind
    return (f"{given}, {read.version}", read.version_kind) if read.version else (given, "mix")


def _remixers(row: RowDraft, names: KnownNames) -> tuple[CreditObservation, ...]:
    remixer = _given(row.remixer)
    if remixer is None or is_unknown(remixer):
        return ()
    return tuple(replace(credit, role="remixer") for credit in read_credits(remixer, names, "remixer"))
