"""What somebody types into a search box, as a query for Neo4j's full-text indexes."""

from __future__ import annotations

from graph_model.errors import BadInput
from graph_model.spelling import fold

MOST_WORDS = 16
"""More words than a title has help nobody and cost time."""
LONGEST_WORD = 64
"""Letters of a word that are looked at: forgiving mistakes in a longer one costs seconds."""


def lucene_query(text: str) -> str:
    """Every word must be found: exactly (best), as the start of a longer word, or with small typing mistakes.

    One wrong letter is forgiven from four letters on, two from eight on: Lucene's own defaults for `fuzziness: AUTO`
    start at three and six, too loose for artist names. Raises BadInput where nothing is left to look for.
    """
    words = [word[:LONGEST_WORD] for word in fold(text).split()[:MOST_WORDS]]
    if not words:
        raise BadInput("Nothing to look for: `text` has no letter or digit; give a word of a name or title")
    return " AND ".join(_word(word) for word in words)


def _word(word: str) -> str:
    """Folded words have no character that Lucene reads as an operator, but AND, OR and NOT must stay words."""
    forms = [f'"{word}"^4', f"{word}*^2"]
    edits = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    if edits:
        forms.append(f"{word}~{edits}")
    return f"({' OR '.join(forms)})"
