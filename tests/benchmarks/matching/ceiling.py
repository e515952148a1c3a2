"""How far the labels let anybody come: rows that print the same and whose ids differ.

A row of the same names and words is the same recording to whoever reads it; where its ids differ the labels are at odds
with the print, and no matcher of prints can please them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingestion.matching.reading import read
from ingestion.matching.scores import Score
from tests.benchmarks.matching.candidates import Pairs
from tests.benchmarks.matching.spellings import Spelling, pairs_of_one_id, pairs_within
from tests.benchmarks.matching.tokens import token_key

AIM = 0.955


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`exact`, `tokens`: rows united by the exact key, by the Unicode-folded token key.

    `respelt`: rows of two exact keys that differ in marks, spaces, order of names or "Mix" for "Remix" alone.
    """

    exact: Score
    tokens: Score
    respelt: Score

    @property
    def best_share(self) -> float:
        """The share at a recall of AIM if all that is still to be found had as good labels as `respelt`."""
        wanted = AIM * self.exact.wanted
        more = max(0.0, wanted - self.exact.right)
        return wanted / (self.exact.made + more / self.respelt.precision)


def ceiling(spellings: Sequence[Spelling], pairs: Pairs) -> Ceiling:
    """Over all rows with an id; `pairs` are the candidates."""
    wanted = pairs_of_one_id(spellings)
    tokens: defaultdict[str, list[str]] = defaultdict(list)
    for spelling in spellings:
        for text, label in spelling.texts:
            tokens[token_key(text)].append(label)
    by_exact = _score(([label for _, label in spelling.texts] for spelling in spellings), wanted)
    return Ceiling(by_exact, _score(tokens.values(), wanted), _respelt(spellings, pairs, wanted))


def _respelt(spellings: Sequence[Spelling], pairs: Pairs, wanted: int) -> Score:
    right = made = 0
    for one, other in ((spellings[a], spellings[b]) for a, b in pairs):
        if _letters(one) == _letters(other):
            made += one.ids.total() * other.ids.total()
            right += sum(count * other.ids[label] for label, count in one.ids.items())
    return Score(right, made, wanted)


def _letters(spelling: Spelling) -> tuple[str, str, frozenset[str]]:
    reading = read(spelling.record)
    return reading.letters, reading.artist_letters, frozenset(reading.version)


def _score(groups: Iterable[list[str]], wanted: int) -> Score:
    counted = [Counter(group) for group in groups]
    right = sum(pairs_within(labels.values()) for labels in counted)
    return Score(right, pairs_within(labels.total() for labels in counted), wanted)
