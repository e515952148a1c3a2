"""What forbids to take two records for one on our word alone, however alike they are: a person is asked then.

A model weighs what is common; these rules know what a single word can mean. Each was measured on labelled pairs
(docs/matching.md): it must cost next to no right match. The near misses of each stand in
tests/ingestion/matching/test_near_misses.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from ingestion.matching.features import FEATURES
from ingestion.matching.reading import DROPPED_OF_TITLES, Reading
from ingestion.matching.record import Record
from ingestion.matching.words import WordWeights

_OTHER_RECORDING = frozenset(
    "dub instrumental acapella accapella acappella live extended radio vip edit club reprise acoustic demo "  # noqa: SIM905
    "karaoke".split()
)
"""Words of which a remixer's other take of the piece is called: never the same recording on our word alone."""
_LOST = 0.3
"""Share of a version's words that the other record must lack, on both sides, to be another version."""
_NOBODY, _ANY_WORD = 0.5, 0.5
"""Names and words of the artists that are shared; below, they are others."""
_SPELT_ALIKE = 0.5
"""Letters that two names must share to be one with slips."""
_CLOSE, _FOUND = 0.9, 0.95
"""Titles that are less alike, where a word of one stands nowhere in the other record, are two titles."""
_PILED = 8
"""A title of more words holds what belongs into other columns: its words and numbers tell nothing apart."""
_AT = {name: place for place, name in enumerate(FEATURES)}


def other_identifiers(one: Record, other: Record) -> Iterator[str]:
    """Ids of one scheme that differ; several of one scheme are fine where one is shared."""
    for scheme in sorted({scheme for scheme, _ in one.identifiers} & {scheme for scheme, _ in other.identifiers}):
        mine, yours = ([value for name, value in each.identifiers if name == scheme] for each in (one, other))
        if not set(mine) & set(yours):
            yield f"another {scheme}: {', '.join(sorted(mine))}; {', '.join(sorted(yours))}"


def strangers(one: Reading, other: Reading, values: Sequence[float]) -> Iterator[str]:
    """Artists without a name, word or spelling in common, none of whom stands in the other record's other columns."""
    for reason in _other_artist(one, other, values):
        alike = Indel.normalized_similarity("".join(one.artist), "".join(other.artist))
        elsewhere = other.all.intersection(one.artist) or one.all.intersection(other.artist)
        if alike < _SPELT_ALIKE and not elsewhere:
            yield reason


def vetoes(one: Reading, other: Reading, values: Sequence[float], weigh: WordWeights) -> Iterator[str]:
    """The reasons, one at a time; `values`: the features of the two."""
    if one.cut or other.cut:
        yield "too long to be compared whole"
    yield from _other_version(one, other, values)
    yield from _other_artist(one, other, values)
    if max(len(one.title), len(other.title)) <= _PILED:
        yield from _other_title(one, other, values, weigh)


def _other_version(one: Reading, other: Reading, values: Sequence[float]) -> Iterator[str]:
    differing = (set(one.version) ^ set(other.version)) & _OTHER_RECORDING
    if differing:
        yield f"only one is called {', '.join(sorted(differing))}"
    if one.version and other.version and values[_AT["version_lost_least"]] > _LOST:
        yield f"another version: {_both(one.version, other.version)}"
    mine, yours = ([word for word in each.version if word.isdigit()] for each in (one, other))
    if one.version and other.version and sorted(mine) != sorted(yours):
        yield f"the version is numbered otherwise: {_both(mine, yours)}"


def _other_artist(one: Reading, other: Reading, values: Sequence[float]) -> Iterator[str]:
    if not one.artist or not other.artist:
        return
    if values[_AT["artist_names_most"]] < _NOBODY and values[_AT["artist_most"]] < _ANY_WORD:
        yield f"no artist in common: {_both(one.artist, other.artist)}"


def _other_title(one: Reading, other: Reading, values: Sequence[float], weigh: WordWeights) -> Iterator[str]:
    """Two words that many know are two words ("rain", "train"); a slip makes one that nobody knows."""
    if one.serial != other.serial:
        yield f"numbered otherwise: {_both(one.serial, other.serial)}"
    if one.bare == other.bare or values[_AT["title_same_words"]]:
        return
    close = values[_AT["title_close"]]
    if close < _CLOSE and values[_AT["title_found_least"]] < _FOUND:
        yield f"the titles are only {close:.0%} alike"
    mine, yours = (_only(*each, weigh) for each in ((one, other), (other, one)))
    if mine and yours:
        yield f"another word: {_both(mine, yours)}"


def _only(one: Reading, other: Reading, weigh: WordWeights) -> list[str]:
    """Common words of a title that the other record does not have."""
    return [w for w in one.title if w not in other.all and w not in DROPPED_OF_TITLES and weigh.is_common(w)]


def _both(mine: Sequence[str], yours: Sequence[str]) -> str:
    return f"{' '.join(mine) or 'nothing'}; {' '.join(yours) or 'nothing'}"
