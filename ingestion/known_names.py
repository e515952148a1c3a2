"""What the graph knows of the names in drafts: one statement before they are read.

Asked are all readings of every printed credit ("A & B", "A", "B"), of the performers, and the words with which a
bracket begins: "(Steve Murano Vocal Mix)" is by Steve Murano where the graph has him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher import Database, read
from ingestion.keys import spelling_key
from ingestion.tracklist.brackets import last_group
from ingestion.tracklist.credit import possible_names
from ingestion.tracklist.cut import Pieces
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.unknown import is_nobody

_NAMES_AT_ONCE = 50_000
"""Seeks in one statement: half a second; an evening's import has a few hundred, a library is asked in such parts."""
_LONGEST_REMIXER = 5
"""Words."""


async def note_known(database: Database, printed: Iterable[str], names: KnownNames) -> None:
    """Adds to `names` which of the `printed` ones are artists of the graph. Raises TimedOut or Unavailable."""
    asked = sorted(set(printed))
    for start in range(0, len(asked), _NAMES_AT_ONCE):
        part = asked[start : start + _NAMES_AT_ONCE]
        spellings = [spelling_key("artist", name).value for name in part]
        for found in await read(database, "artist/known_names", spellings=spellings):
            names.in_graph(part[found["place"]], found["credits"])


def names_in(pieces: Pieces) -> Iterator[str]:
    """Everything in a row that may be an artist's name."""
    if pieces.credits and not is_nobody(pieces.credits):
        yield from possible_names(pieces.credits)
    head = pieces.title
    for bracket in pieces.brackets:
        yield from _beginnings(bracket)
    while (found := last_group(head)) and found[1]:
        head = found[0]
        yield from _beginnings(found[1])


def _beginnings(bracket: str) -> Iterator[str]:
    """Its first word, two, three …, and each reading of what is joined in it."""
    words = bracket.split()
    for end in range(1, min(len(words), _LONGEST_REMIXER) + 1):
        yield from possible_names(" ".join(words[:end]))
