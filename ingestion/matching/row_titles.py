"""How alike two printed rows are, 0.0 to 1.0: the same piece by other hands, or another piece that only looks like it.

Words weigh by how rare they are among the rows at hand, so that "Blues" says little in a set of blues. Words that make
another piece of it (a reprise, a jam on it, a tuning, part 2) must stand on both sides. The near misses of each rule
stand in tests/ingestion/matching/test_row_titles.py.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from graph_model.spelling import sortable

SAME_WORD = 0.75
"""Two words that are so alike are one word, misspelt: "minglewod"; below stand "china" and "chinatown"."""
SHORT_FORM = 0.9
"""For "GDTRFB" beside "Goin' Down The Road Feelin' Bad", and for a title beside the same with more in brackets."""
MARK_COST = 0.25
"""For a mark that only one side has."""
PART_OF = 0.8
"""How far the words of the shorter title make it the longer one: "Minglewood Blues" and "New Minglewood Blues"."""

LEAST_LETTERS = 6
"""Below, one other letter is another word: "Deal" and "Ideal"."""
LEAST_INITIALS = 3
"""Fewer letters stand for too much."""

_MARKS = frozenset(
    (
        "reprise", "jam", "tuning", "tease", "finale", "medley", "instrumental", "acapella", "acappella", "remix",
        "rmx", "rework", "edit", "dub", "vip", "bootleg", "mashup", "live", "acoustic", "extended", "intro", "outro",
        "prelude", "part", "pt",
    )
)  # fmt: skip
_NUMBER = re.compile(r"\d+|i{1,3}|iv")
_BRACKETS = re.compile(r"([^()]*)\(([^()]+)\)([^()]*)")
_PASSED_OVER = frozenset(("the", "a", "an", "of", "and", "to", "in", "on"))


class Weights:
    """How much each word says: rare ones most. `texts`: the rows of both lists."""

    def __init__(self, texts: Iterable[str]) -> None:
        lists = [set(words(text)) for text in texts]
        self._in, self._of = Counter(word for each in lists for word in each), len(lists) or 1

    def __getitem__(self, word: str) -> float:
        small = 0.3 if word in _PASSED_OVER else 1.0
        return small * (1.0 + math.log(1 + self._of / (1 + self._in[word])))


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words; "rock'n'roll" and "rockin'" are one word each."""
    return tuple(sortable(text).split())


def row_similarity(one: str, two: str, weights: Weights) -> float:
    """Symmetric; 1.0 for rows that fold alike."""
    alike, cost, share_words = _without_weights(one, two)
    if share_words:
        alike = max(alike, _words_in_common(words(one), words(two), weights))
    return max(0.0, alike - cost)


@lru_cache(maxsize=400_000)
def _without_weights(one: str, two: str) -> tuple[float, float, bool]:
    """(how alike, what the marks cost, whether words may add to it): what does not depend on the rows around them."""
    left, right = words(one), words(two)
    if left == right:
        return 1.0, 0.0, False
    share_words = not _stems(left).isdisjoint(_stems(right))
    return max(_letters(one, two), _short_form(one, two)), MARK_COST * len(differing_marks(one, two)), share_words


def differing_marks(one: str, two: str) -> frozenset[str]:
    """Marks and numbers that stand on one side only: with them the two are no spellings of one title."""
    return _marks(one) ^ _marks(two)


@lru_cache(maxsize=100_000)
def _marks(text: str) -> frozenset[str]:
    """The first word is none ("Dub Be Good To Me", "Jam"): there it is the title."""
    return frozenset(word for word in words(text)[1:] if word in _MARKS or _NUMBER.fullmatch(word))


def _letters(one: str, two: str) -> float:
    """Spaces left out, so that "Half Step" is "Halfstep". Half of the letters are alike by chance: that is 0.0."""
    left, right = "".join(words(one)), "".join(words(two))
    if min(len(left), len(right)) < LEAST_LETTERS:
        return 0.0
    return max(0.0, 2 * fuzz.ratio(left, right) / 100 - 1)


def _words_in_common(left: tuple[str, ...], right: tuple[str, ...], weights: Weights) -> float:
    """The weight that both share against the weight of both; of the shorter one alone, where the longer holds it."""
    shared = sum(alike * min(weights[one], weights[two]) for one, two, alike in _word_pairs(left, right))
    first, second = (sum(weights[word] for word in each) for each in (left, right))
    holds = PART_OF * shared / min(first, second) if min(len(left), len(right)) > 1 else 0.0
    return max(2 * shared / (first + second), holds)


@lru_cache(maxsize=100_000)
def _stems(each: tuple[str, ...]) -> frozenset[str]:
    """Two spellings of a word begin alike."""
    return frozenset(word[:3] for word in each if word not in _PASSED_OVER)


def _word_pairs(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    """Words of both sides that are one word, each taken once, the likest first."""
    found = ((_same_word(one, two), i, j) for i, one in enumerate(left) for j, two in enumerate(right))
    lefts, rights = set[int](), set[int]()
    for alike, i, j in sorted((each for each in found if each[0] >= SAME_WORD), key=lambda each: (-each[0], each[1:])):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield left[i], right[j], alike


@lru_cache(maxsize=200_000)
def _same_word(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if one.rstrip("g") == two.rstrip("g"):  # truckin' and trucking
        return 0.98
    return float(OSA.normalized_similarity(one, two)) if min(len(one), len(two)) > 3 and one[:3] == two[:3] else 0.0


def _short_form(one: str, two: str) -> float:
    short, long = sorted((one, two), key=lambda text: (len(text), text))
    if "(" in short or not words(short):
        return 0.0
    forms = [words(part) for found in [_BRACKETS.fullmatch(long)] if found for part in (found[1] + found[3], found[2])]
    initials = "".join(word[0] for word in words(long))
    is_initials = len(initials) >= LEAST_INITIALS and words(short) == (initials,)
    return SHORT_FORM if is_initials or words(short) in forms else 0.0
