"""The series and the episode in a MixesDB mix title, with the mix's tags as the second witness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingestion.tracklist.brackets import last_group

PART = re.compile(r",?\s*\b(?:pt|part)\b\.? ?\d+$", re.IGNORECASE)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EPISODE = re.compile(
    rf"\s+(?P<when>(?:Best Of )?{_MONTH}(?: (?:19|20)\d\d)?)$"
    r"|\s*(?:[-#]\s*|\b(?:Episode|Issue|Chapter) )?"
    r"(?P<number>(?:Vol|No|Pt|Ep)\b\.? ?\d[\d/]*|S\d+E\d+|#?\d[\d./-]*[A-Z]?|[A-Z]{2,}\.?\d+)$"
)
_CODE = re.compile(r"(?:[A-Za-z&+]+[ .#_-]?)?\d[\w./-]*(?: ?[A-Z]\d*)?")
_DAY = re.compile(r"\d{4}-[\dX]{2}(?:-[\dX]{2})?")
_TAG_NOTE = re.compile(r" \([^()]*\)$")


def tag_names(tags: Iterable[str]) -> dict[str, str]:
    """Tags by their folded name, without "(Berlin)" or the like at the end."""
    return {_TAG_NOTE.sub("", tag).casefold(): _TAG_NOTE.sub("", tag) for tag in tags}


def notes_of(text: str) -> tuple[str, list[str]]:
    """(text without the brackets at its end, what they hold)."""
    notes: list[str] = []
    text = text.strip()
    if text.count(")") > text.count("("):
        text = text.removesuffix(")")
    while (found := last_group(text)) and found[0] and text[len(found[0])] == " ":
        text = found[0]
        notes.insert(0, found[1])
    return text, notes


def pieces_of(notes: Sequence[str]) -> list[str]:
    """What the brackets list."""
    return [piece for note in notes for piece in re.split(r", | / ", note)]


def show_of(what: str, names: dict[str, str]) -> tuple[str | None, str | None]:
    """(series, episode) of what follows " - "."""
    text, notes = notes_of(what)
    found = tagged(re.split(r", | - ", text), names) or tagged(pieces_of(notes), names)
    code = next((note for note in notes if _CODE.fullmatch(note) and not _DAY.fullmatch(note)), None)
    if found:
        return found[0], found[1] or code or listed_code(notes)
    if "promo mix" in names or any("promo mix" in note.casefold() for note in notes):
        return None, None
    name, episode = _numbered(re.split(r", | - |: ", text)[0])
    return name or None, episode or code


def listed_code(notes: Sequence[str]) -> str | None:
    """ "DCR216" of "(Drumcode Radio, DCR216)" """
    pieces = [piece for note in notes for piece in note.split(", ")]
    return next((p for p in pieces if _CODE.fullmatch(p) and not _DAY.fullmatch(p) and not PART.fullmatch(p)), None)


def tagged(pieces: Sequence[str], names: dict[str, str]) -> tuple[str, str | None] | None:
    """(series, episode) of the first piece that a tag names; "Promo Mix" names no series."""
    names = {folded: name for folded, name in names.items() if folded != "promo mix"}
    for piece in pieces:
        for tag_for in (_same_tag, _longer_tag):
            for text, episode in _readings(piece):
                if (name := tag_for(text, names)) is not None:
                    return name, episode
    return None


def _readings(piece: str) -> list[tuple[str, str | None]]:
    before, colon, after = piece.partition(": ")
    numbered = _numbered(piece)
    return [(piece, None), numbered, *([(before, after), _numbered(before)] if colon else [])]


def _numbered(piece: str) -> tuple[str, str | None]:
    found = _EPISODE.search(piece)
    if found is None or found.start() == 0:
        return piece, None
    return piece[: found.start()].rstrip(), (found["when"] or found["number"]).lstrip("#")


def _same_tag(text: str, names: dict[str, str]) -> str | None:
    return names.get(_TAG_NOTE.sub("", text).casefold())


def _longer_tag(text: str, names: dict[str, str]) -> str | None:
    """The series' name where a tag says it with a word more ("Resident Advisor" has the tag "Resident Advisor
    Podcast"); as printed where the tag only begins it ("Restless Soul Show" has the tag "Restless Soul")."""
    folded = _TAG_NOTE.sub("", text).casefold()
    longer = (name for key, name in names.items() if key.startswith(folded + " ") or key.endswith(" " + folded))
    return next(longer, None) or next(
        (text for key in names if folded.startswith(key + " ") and _is_show(folded)), None
    )


def _is_show(folded: str) -> bool:
    return folded.endswith((" podcast", " radio", " radio show", " radioshow", " show", " mix"))


def numbered_piece(pieces: Sequence[str]) -> tuple[str | None, str | None]:
    """A show that no tag names: "(Cadenza Podcast 44)"."""
    for piece in pieces:
        name, episode = _numbered(piece)
        if episode and _is_show(name.casefold()):
            return name, episode
    return None, None
