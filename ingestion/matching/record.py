"""What is known of one piece of music, in the words of whoever wrote it down."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Record:
    """A piece as printed. Any part may be empty, and may hold what belongs into another ("Song 3:41" as a title).

    `version` is for sources that print it apart; else it stands in the title's brackets. `length` as printed ("3:41",
    "221", "221000", "3.68"), `released` a date or year in any form, `extra` whatever else was said.
    """

    title: str = ""
    artist: str = ""
    album: str = ""
    length: str = ""
    released: str = ""
    version: str = ""
    remixer: str = ""
    label: str = ""
    catalog_number: str = ""
    bpm: str = ""
    language: str = ""
    extra: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    """(scheme, value), e.g. ("isrc", "GBAYE0000351")."""

    @property
    def text(self) -> str:
        """All that was printed, for what must be found wherever it stands."""
        return "\n".join(getattr(self, name) for name in PRINTED)


PRINTED = tuple(part.name for part in fields(Record) if part.name not in ("bpm", "language", "identifiers"))
