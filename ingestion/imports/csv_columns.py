"""Which column of a table says what: headers are guessed by their names, or told one by one.

A header counts folded and without a number at its end: "Track Title", "track_title" and "DJ0" are "track title" and
"dj". Of columns that may say the same ("track number", "index") the surest counts; of those that are counted
("spotify0", "spotify1") the first that holds something, and all of the performers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph_model.errors import BadRecord
from graph_model.spelling import fold

SYNONYMS: dict[str, tuple[str, ...]] = {
    "set_id": ("tracklist id", "set id", "setlist id", "mix id", "playlist id"),
    "set_title": ("tracklist name", "set title", "set name", "setlist", "set", "mix title", "tracklist", "playlist"),
    "set_date": ("tracklist date", "set date", "date played", "played on", "date"),
    "set_url": ("set url", "tracklist url", "mix url"),
    "performer": ("dj", "djs", "performer", "performers", "played by", "selector", "set artist"),
    "event": ("event", "open air festival", "festival", "label events", "club", "party"),
    "place": ("place", "city", "location", "venue"),
    "series": ("radio show", "show", "podcast", "series"),
    "episode": ("episode",),
    "position": (
        "position",
        "pos",
        "track number",
        "track no",
        "number",
        "no",
        "nr",
        "order",
        "playorder",
        "index",
        "",
    ),
    "cue": ("cue", "cue time", "start", "start time", "timestamp", "offset", "cue s", "time"),
    "cue_ms": ("cue ms", "start ms"),
    "played_at": ("played at", "start datetime", "time played"),
    "together": ("together", "layer", "with", "mashup"),
    "text": ("row", "text", "raw", "full name", "full title", "artist title", "track name artist"),
    "artist": (
        "artist",
        "artists",
        "by artist",
        "byartist",
        "track artist",
        "artist name",
        "artist names",
        "interpret",
    ),
    "title": ("title", "track title", "song title", "track name", "song name", "song", "track", "name", "titel"),
    "version": ("version", "mix", "mix name", "remix", "subtitle"),
    "remixer": ("remixer", "remixers", "remixed by"),
    "label": ("label", "record label", "publisher"),
    "catalog_number": ("catalog number", "catalogue number", "catalog", "cat no", "catno", "cat", "catalog no"),
    "album": ("album", "release", "album title", "album name"),
    "bpm": ("bpm", "tempo"),
    "key": ("key", "musical key", "initial key", "initialkey", "camelot", "tonality"),
    "mode": ("mode",),
    "duration": ("duration", "length", "track length", "total time"),
    "duration_ms": ("duration ms", "length ms"),
    "year": ("year", "release year", "released", "release date"),
    "isrc": ("isrc",),
    "spotify-track": ("spotify", "spotify id", "spotify track id", "spotify uri", "spotify url"),
    "beatport-track": ("beatport", "beatport id", "beatport track id"),
    "apple-music-track": ("apple", "apple music id", "apple id"),
    "traxsource-track": ("traxsource", "traxsource id"),
    "musicbrainz-recording": ("mbid", "musicbrainz", "musicbrainz id", "recording mbid", "musicbrainz recording id"),
    "url": ("url", "track url", "link"),
}
"""What a column may say → names of such columns, the surest first."""
IDS = tuple(field for field in SYNONYMS if field.endswith(("-track", "-recording")) or field == "isrc")
_NAMES = {name: (field, rank) for field, names in SYNONYMS.items() for rank, name in enumerate(names)}

Columns = dict[str, tuple[int, ...]]
"""What it says → numbers of the columns, in the order in which they are believed."""


def columns_of(header: Sequence[str], told: Mapping[str, str]) -> Columns:
    """The columns by what they say; `told`: what it says → the header as printed. Raises BadRecord for unknown ones."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, printed in enumerate(header):
        if field_rank := _guess(printed):
            found.setdefault(field_rank[0], []).append((field_rank[1], number))
    columns = {field: tuple(n for rank, n in ranked if rank == min(ranked)[0]) for field, ranked in found.items()}
    given = {field: (_column(field, printed, header),) for field, printed in told.items()}
    taken = {number for numbers in given.values() for number in numbers}
    return {field: kept for field, numbers in columns.items() if (kept := _without(numbers, taken))} | given


def names_tracks(columns: Columns) -> bool:
    """There is a column for the music."""
    return "text" in columns or "title" in columns


def _guess(printed: str) -> tuple[str, int] | None:
    """(what it says, rank of that name); a number at the end counts the columns of one kind."""
    name = fold(printed.replace("_", " ").replace("#", " number "))
    return _NAMES.get(name) or (_NAMES.get(name.rstrip("0123456789").strip()) if name.strip("0123456789 ") else None)


def _column(field: str, printed: str, header: Sequence[str]) -> int:
    if field not in SYNONYMS:
        raise BadRecord("columns", f"{field!r} is nothing that a column says; it may say {', '.join(SYNONYMS)}")
    if printed not in header:
        raise BadRecord("columns", f"there is no column {printed!r}; there are {', '.join(header)[:500]}")
    return list(header).index(printed)


def _without(numbers: Sequence[int], taken: set[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number not in taken)
