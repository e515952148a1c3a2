"""What somebody types into a search box, as queries for Neo4j's full-text indexes."""

from __future__ import annotations

from graph_model.errors import BadInput
from graph_model.spelling import fold

LONGEST_TEXT = 1_000
"""Characters; the longest title of the demo graph has 180."""
MOST_WORDS = 16
"""More words than a title has help nobody and cost time."""
SHORTEST_CONTENT_WORD = 3
"""Shorter words ("of", "la", "x") alone say nothing: a loose search does not go by them where it has others."""


def lucene_queries(text: str) -> dict[str, str]:
    """`exact`: every word stands there, the last one perhaps as the start of a longer one.

    `loose`, for where that finds too little: any of the words, small typing mistakes forgiven, the more the better.
    `folded`: the text as names are folded. Raises BadInput where nothing is left to look for, or the text is too long.
    """
    if len(text) > LONGEST_TEXT:
        raise BadInput(f"`text` has {len(text)} characters, and may have {LONGEST_TEXT}: give a name or a title")
    words = fold(text).split()[:MOST_WORDS]
    if not words:
        raise BadInput("Nothing to look for: `text` has no letter or digit; give a word of a name or title")
    *whole, last = words
    exact = [f'"{word}"' for word in whole] + [f'("{last}"^2 OR {last}*)']
    content = [word for word in words if len(word) >= SHORTEST_CONTENT_WORD] or words
    return {
        "exact": " AND ".join(exact),
        "loose": " OR ".join(_loose(word) for word in content),
        "folded": " ".join(words),
    }


def _loose(word: str) -> str:
    """One wrong, missing or swapped letter from four letters on, two from eight on.

    Lucene's own default starts at three and six, too loose for artist names. Folded words hold no operator of Lucene's,
    but AND, OR and NOT are words only in quotes.
    """
    edits = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    return f'("{word}"^4 OR {word}~{edits})' if edits else f'"{word}"'
