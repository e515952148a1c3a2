"""Words of names and titles, and how much each of them says: a rare word says more than "remix"."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Set
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import Indel

from graph_model.spelling import fold

_COMMON = Path(__file__).parent / "models" / "common_words.tsv"
_LITTLE = frozenset("the a an and of".split())  # noqa: SIM905
_LITTLE_SHARE = 0.4
_COMMON_FROM = 12
"""Records that have a common word: the table holds no rarer ones."""
"""Articles and the like say less than their rarity, for they come and go between two prints of one title."""
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
"""'I', 'V' and 'X' are words and names as well."""
_SPACED = str.maketrans({"\u00a0": " "})
_SHORTEST_ALIKE, _ALIKE = 4, 0.75
"""Letters that a word must have to be alike another one, and how alike (normalised Indel): one slip in four to eight
letters."""
_SHORTEST_INSIDE, _INSIDE = 5, 0.9
"""A word of so many letters that stands inside the other's letters run together ("time stretch", "timestretch")."""


@lru_cache(maxsize=30_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words in order; Roman numbers as figures, and "do n't", "livin '" as one word each."""
    if " '" in text or " n't" in text or " ." in text:
        text = text.replace(" n't", "n't").replace(" '", "'").replace(" .", ".")
    return tuple(_ROMAN.get(word, word) for word in fold(text.translate(_SPACED)).split())


def words_or_signs(text: str) -> tuple[str, ...]:
    """Where nothing folds ("!!!", "???"), the signs themselves as one word, spelt in letters and figures."""
    return words(text) or tuple(filter(None, ["".join(f"u{ord(sign):x}" for sign in text if not sign.isspace())]))


class WordWeights:
    """How much a word says: log(1 + records / records that have it). Built on a table of common words of tracklists."""

    def __init__(self, counts: Counter[str], records: int) -> None:
        self._counts, self._records = counts, records
        self._known: dict[str, float] = {}

    @classmethod
    def of(cls, texts: Iterable[Set[str]] = ()) -> WordWeights:
        """With what these records add to the table."""
        common, records = _common_words()
        counts = Counter(common)
        for text in texts:
            counts.update(text)
            records += 1
        return cls(counts, records)

    def __call__(self, word: str) -> float:
        weight = self._known.get(word)
        if weight is None:
            rarity = math.log(1 + (self._records + 1) / (self._counts.get(word, 0) + 0.5))
            weight = self._known[word] = rarity * (_LITTLE_SHARE if word in _LITTLE else 1.0)
        return weight

    def is_common(self, word: str) -> bool:
        """Whether so many have it that it is no slip of another one."""
        return self._counts.get(word, 0) >= _COMMON_FROM

    def rarest(self, some: Iterable[str], most: int) -> list[str]:
        """The `most` that say the most; equals in the order of the alphabet."""
        return sorted(set(some), key=lambda word: (-self(word), word))[:most]


@cache
def _common_words() -> tuple[Counter[str], int]:
    """(word → records that have it, records), counted over the demo's tracks by `tests/benchmarks/matching`."""
    head, *lines = _COMMON.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return Counter({word: int(count) for word, count in pairs}), int(head)


def coverage(some: Iterable[str], others: Set[str], together: str, weigh: WordWeights) -> float | None:
    """Which share of the weight of `some` is found among `others`, 0.0–1.0; None where there are none to be found.

    `together` are the others run together. Words that are alike count by how much.
    """
    total = found = 0.0
    for word in set(some):
        weight = weigh(word)
        total += weight
        found += weight * (1.0 if word in others else _nearest(word, others, together))
    return found / total if total else None


def _nearest(word: str, others: Set[str], together: str) -> float:
    size = len(word)
    if size < _SHORTEST_ALIKE:
        return 0.0
    if size >= _SHORTEST_INSIDE and word in together:
        return _INSIDE
    near = (o for o in others if len(o) >= _SHORTEST_ALIKE and abs(len(o) - size) <= 3)
    return max((Indel.normalized_similarity(word, other, score_cutoff=_ALIKE) for other in near), default=0.0)
