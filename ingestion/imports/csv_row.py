"""One record of a table into a row: the music, when it started, what was measured, under which ids it is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from graph_model.spelling import fold
from ingestion.draft import RowDraft
from ingestion.imports.csv_cells import Record
from ingestion.imports.csv_columns import IDS
from ingestion.imports.fields import milliseconds, number, row_text, tempo, year
from ingestion.imports.tracklists_1001_row import track_ids
from ingestion.observation import Measures
from ingestion.tracklist.row import Placed

_TOGETHER = frozenset({"w/", "+", "w", "with", "&"})
_YES = frozenset({"true", "yes", "1", "1.0", "x", "y", "w/", "+"})
_NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_ISRC = re.compile(r"[A-Z]{2}[A-Z0-9]{3}\d{7}")
_SPOTIFY = re.compile(r"(?:spotify:track:|https?://open\.spotify\.com/(?:[\w-]+/)?track/)?([0-9A-Za-z]{22})(?:\?.*)?")
_SLUG = re.compile(r"/track/[0-9a-z]+/([^/]+)/")
_GROUPS = re.compile(r"\(([^()]*)\)")


def rows_of(records: Sequence[Record]) -> tuple[RowDraft, ...]:
    """The rows of one set. A column "time" that does not rise is the length of the tracks."""
    rising = _rises(records)
    shared = _shared_ids(records)
    return tuple(
        _row(record, before, rising, shared) for before, record in zip([None, *records], records, strict=False)
    )


def _row(record: Record, before: Record | None, rising: bool, shared: frozenset[tuple[str, str]]) -> RowDraft:
    artist, title = record["artist"], record["text"] or record["title"]
    whole = record["text"] is not None or _is_whole(title, artist)
    text = record["text"] or (title if whole and title else row_text(artist, title)) or "(no title)"
    return RowDraft(
        text=text,
        artist=None if whole else artist,
        title=None if whole else title,
        version=record["version"],
        remixer=record["remixer"],
        label=record["label"],
        catalog_number=record["catalog_number"],
        album=record["album"],
        placed=Placed(cue_ms=_cue_ms(record) if rising else _ms(record["cue_ms"]), together=_together(record, before)),
        played_at=_clock(record["played_at"]),
        measures=_measures(record, rising),
        external_ids=tuple(found for found in _ids(record) if found not in shared),
    )


def _is_whole(title: str | None, artist: str | None) -> bool:
    """The title column prints the artist too: "Off - Salsa"."""
    return title is not None and " - " in title and (artist is None or title.casefold().startswith(artist.casefold()))


def _together(record: Record, before: Record | None) -> bool:
    """ "w/" for its number, the number of the row before, or a mark for a mashup and no number of its own."""
    position = (record["position"] or "").casefold()
    if before is None:
        return False
    if position in _TOGETHER or (position and position == (before["position"] or "").casefold()):
        return True
    return not position and (record["together"] or "").casefold() in _YES


def _rises(records: Iterable[Record]) -> bool:
    times = [found for record in records if (found := milliseconds(record["cue"])) is not None]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    return 4 * falls <= len(times)


def _cue_ms(record: Record) -> int | None:
    if (record["cue"] or "").strip("0:. ") == "" and record["cue"]:
        return 0
    return _ms(record["cue_ms"]) or milliseconds(record["cue"])


def _ms(text: str | None) -> int | None:
    value = number(text)
    return round(value) if value and value < 10**9 else None


def _clock(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _measures(record: Record, rising: bool) -> Measures:
    length = record["duration"] or (None if rising else record["cue"])
    return Measures(
        bpm=tempo(record["bpm"]),
        musical_key=_key(record["key"], record["mode"]),
        duration_ms=_ms(record["duration_ms"]) or milliseconds(length),
        year=year(record["year"]),
    )


def _key(key: str | None, mode: str | None) -> str | None:
    """As printed; a number beside a column "mode" is Spotify's: 0 for C to 11 for B, major where the mode is 1."""
    if key is None or mode is None or not key.replace(".", "", 1).isdecimal():
        return key
    note = int(float(key))
    return f"{_NOTES[note]} {'major' if mode.startswith('1') else 'minor'}" if note < len(_NOTES) else None


def _ids(record: Record) -> list[tuple[str, str]]:
    """Ids of others for this very version: none where the row names a version that its page's address does not."""
    printed = record["text"] or record["title"] or ""
    slug = _SLUG.search(record["url"] or "")
    if slug and not set(fold(" ".join(_GROUPS.findall(printed))).split()) <= set(fold(slug[1]).split()):
        return []
    found = [(scheme, value) for scheme in IDS if (value := _id(scheme, record[scheme] or ""))]
    return [*found, *track_ids(record["url"] or "")]


def _id(scheme: str, printed: str) -> str | None:
    if scheme == "isrc":
        plain = printed.replace("-", "").upper()
        return plain if _ISRC.fullmatch(plain) else None
    if scheme == "spotify-track":
        found = _SPOTIFY.fullmatch(printed)
        return found[1] if found else None
    return printed.removesuffix(".0") if 0 < len(printed) < 100 and not printed.isspace() else None


def _shared_ids(records: Iterable[Record]) -> frozenset[tuple[str, str]]:
    """Ids that rows of different titles carry: they name none of them."""
    titles = {
        (scheme_value, fold(r["text"] or f"{r['artist']} {r['title']}")) for r in records for scheme_value in _ids(r)
    }
    counted = Counter(scheme_value for scheme_value, _ in titles)
    return frozenset(scheme_value for scheme_value, count in counted.items() if count > 1)
