"""What XSPF and its JSON form JSPF say alike: one playlist, its tracks in order.

A playlist's key is its own identifier where it has one, else a hash of its title and rows. Identifiers of MusicBrainz
(recordings) and ISRCs come along as ids of the tracks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingestion.draft import Draft, RowDraft
from ingestion.imports.dates import day_in
from ingestion.imports.fields import content_key, file_title, milliseconds, row_text
from ingestion.imports.source_file import SourceFile
from ingestion.observation import Measures, PerformerObservation
from ingestion.sources.record import json_text

CONFIDENCE = 0.5
_MBID = re.compile(
    r"https?://musicbrainz\.org/recording/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?", re.IGNORECASE
)
_ISRC = re.compile(r"(?:urn:)?isrc:([A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """One track as given. `identifiers` and `locations` are URIs; `duration_ms` as printed."""

    title: str | None
    creator: str | None
    album: str | None
    duration_ms: object
    identifiers: tuple[str, ...]
    locations: tuple[str, ...]

    def row(self) -> RowDraft:
        """Its row; the text is empty where it says nothing."""
        text = row_text(self.creator, self.title) or (file_title(self.locations[0]) if self.locations else "")
        length = milliseconds(self.duration_ms)
        return RowDraft(
            text=text, artist=self.creator if self.title else None, title=self.title, album=self.album,
            measures=Measures(duration_ms=round(length / 1_000) if length else None),
            external_ids=tuple(dict.fromkeys(_ids((*self.identifiers, *self.locations)))),
        )  # fmt: skip


def playlist(
    file: SourceFile, source: str, head: Mapping[str, str | None], rows: Sequence[RowDraft], record: object
) -> Draft:
    """The draft of one playlist. `head`: title, creator, date, identifier and info (a page), as far as given."""
    title = head.get("title") or file.stem
    key = head.get("identifier") or content_key(head.get("title"), *(row.text for row in rows))
    day = day_in(title) or day_in(head.get("date") or "") or (None, None)
    creator, page = head.get("creator"), head.get("info")
    return Draft(
        source, key, title, json_text(record), f"{source} 1", CONFIDENCE, tuple(rows),
        performers=(PerformerObservation(creator),) if creator else (),
        url=page if page and page.startswith("http") else None, played_on=day[0], played_precision=day[1],
    )  # fmt: skip


def _ids(uris: Iterable[str]) -> Iterable[tuple[str, str]]:
    for uri in uris:
        if found := _MBID.fullmatch(uri.strip()):
            yield "mbid", found[1].lower()
        elif found := _ISRC.fullmatch(uri.strip()):
            yield "isrc", found[1].replace("-", "").upper()
