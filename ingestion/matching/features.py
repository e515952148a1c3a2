"""What two records have in common, as numbers that a model weighs.

Each axis (title, artist, version, whole, length, year, album, label) gives a few features, all 0.0–1.0 and the same
whichever record comes first: `least` and `most` are the lesser and the greater of the two directions. Where one side
says nothing of an axis its features are 0 and `…_known` is 0, so that silence is neither a match nor a mismatch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Indel

from ingestion.matching.reading import Reading
from ingestion.matching.words import WordWeights, coverage

AXES: dict[str, tuple[str, ...]] = {
    "title": (
        "title_least", "title_most", "title_letters", "title_close", "title_equal", "title_same_words",
        "title_found_least", "title_found_most", "title_start", "title_start_long", "title_numbers_differ",
        "title_start_numbers_differ", "title_serial_differs",
    ),
    "artist": (
        "artist_least", "artist_most", "artist_known", "artist_names_least", "artist_names_most", "artist_equal",
    ),
    "version": (
        "version_lost_most", "version_lost_least", "version_shared", "version_one_sided", "version_makers_shared",
        "version_makers_one_sided", "version_kind_differs",
    ),
    "guests": ("guests_shared",),
    "joint": ("joint_weakest", "joint_product"),
    "whole": ("whole_least", "whole_most"),
    "length": ("length_near", "length_far", "length_known"),
    "year": ("year_equal", "year_far", "year_known"),
    "album": ("album_least", "album_most", "album_known"),
    "label": ("label_shared", "label_known", "label_number_equal"),
}  # fmt: skip
"""Axis → its features, in the order of the vector."""
FEATURES: tuple[str, ...] = tuple(name for axis in AXES.values() for name in axis)

_NEAR_S, _FAR_S, _FAR_YEARS = 3.0, 90.0, 5.0
"""Two prints of one recording's length differ by a few seconds; 90 s or 5 years are as far as counts."""
_START_LETTERS, _LEAD_LETTERS = 24, 12
_NAME_ALIKE, _NAME_PART = 0.8, 0.9
_KIND_WORDS, _KIND_COST, _SERIAL_COST = 3, 0.6, 0.7


def features(one: Reading, other: Reading, weigh: WordWeights) -> list[float]:
    """The vector, in the order of FEATURES."""
    title, artist, version = _title(one, other, weigh), _artist(one, other, weigh), _version(one, other, weigh)
    return [*title, *artist, *version, *_guests(one, other, weigh), *_joint(title, artist, version),
            *_whole(one, other, weigh), *_length(one, other), *_year(one, other),
            *_both_known(one.album, other.album, weigh), *_label(one, other, weigh)]  # fmt: skip


def _two_ways(one: Sequence[str], other: Sequence[str], weigh: WordWeights) -> tuple[float, float] | None:
    """(least, most) of what each says that the other says too; None where one says nothing."""
    if not one or not other:
        return None
    there = coverage(one, frozenset(other), "".join(other), weigh) or 0.0
    back = coverage(other, frozenset(one), "".join(one), weigh) or 0.0
    return min(there, back), max(there, back)


def _within(some: Sequence[str] | AbstractSet[str], record: Reading, weigh: WordWeights) -> float:
    """How much of it stands anywhere in the record."""
    return coverage(some, record.all, record.all_letters, weigh) or 0.0


def _title(one: Reading, other: Reading, weigh: WordWeights) -> list[float]:
    least, most = _two_ways(one.title, other.title, weigh) or (0.0, 0.0)
    there, back = _within(one.title, other, weigh), _within(other.title, one, weigh)
    return [
        least, most, Indel.normalized_similarity(one.letters, other.letters),
        Indel.normalized_similarity(one.bare, other.bare), float(one.bare == other.bare),
        float(_stems(one.title) == _stems(other.title)), min(there, back), max(there, back), *_starts(one, other),
        float(_numbers(one.title) != _numbers(other.title)), *_start_numbers(one.title, other.title),
        float(one.serial != other.serial),
    ]  # fmt: skip


def _stems(title: Sequence[str]) -> list[str]:
    """ "Horizons" and "horizon", "Livin" and "living" are slips of one word."""
    return sorted(word[:-1] if word.endswith("s") and len(word) > 3 else word.removesuffix("g") for word in title)


def _numbers(title: Sequence[str]) -> list[str]:
    return sorted(word for word in title if word.isdigit())


def _starts(one: Reading, other: Reading) -> Iterator[float]:
    """How alike the titles begin: what was printed behind a title in the same column does not count."""
    size = min(len(one.bare), len(other.bare), _START_LETTERS)
    yield Indel.normalized_similarity(one.bare[:size], other.bare[:size]) if size else 0.0
    same = zip(one.bare, other.bare, strict=False)
    lead = next((place for place, (a, b) in enumerate(same) if a != b), size)
    yield min(lead, _LEAD_LETTERS) / _LEAD_LETTERS


def _start_numbers(one: Sequence[str], other: Sequence[str]) -> Iterator[float]:
    size = min(len(one), len(other))
    yield float(_numbers(one[:size]) != _numbers(other[:size]))


def _artist(one: Reading, other: Reading, weigh: WordWeights) -> list[float]:
    names = _names(one, other)
    equal = float(bool(one.artist_letters) and one.artist_letters == other.artist_letters)
    return [*_credit(one, other, weigh), *names, equal]


def _credit(one: Reading, other: Reading, weigh: WordWeights) -> tuple[float, float, float]:
    """(least, most, known); where only one side has an artist it is looked for in all that the other says."""
    if one.artist and other.artist:
        return *(_two_ways(one.artist + one.guests, other.artist + other.guests, weigh) or (0.0, 0.0)), 1.0
    given, elsewhere = (one.artist, other) if one.artist else (other.artist, one)
    found = _within(given, elsewhere, weigh) if given else 0.5
    return found, found, 0.5 if given else 0.0


def _names(one: Reading, other: Reading) -> tuple[float, float]:
    """How far each side's names are among the other's: (least, most)."""
    if not one.names or not other.names:
        return 0.5, 0.5
    there = sum(max(_name_alike(name, o) for o in other.names) for name in one.names) / len(one.names)
    back = sum(max(_name_alike(name, o) for o in one.names) for name in other.names) / len(other.names)
    return min(there, back), max(there, back)


def _name_alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    mine, yours = frozenset(one), frozenset(other)
    if mine == yours:
        return 1.0
    if mine <= yours or yours <= mine:
        return _NAME_PART
    return Indel.normalized_similarity("".join(one), "".join(other), score_cutoff=_NAME_ALIKE)


def _version(one: Reading, other: Reading, weigh: WordWeights) -> list[float]:
    lost = [1 - _within(mine.version, yours, weigh) if mine.version else 0.0
            for mine, yours in ((one, other), (other, one))]  # fmt: skip
    shared = _two_ways(one.version, other.version, weigh)
    mine, yours = _made_by(one), _made_by(other)
    makers = _two_ways(mine, yours, weigh)
    kinds = {w for w in one.version if w not in one.makers} ^ {w for w in other.version if w not in other.makers}
    return [
        max(lost), min(lost), shared[0] if shared else 0.0, float(bool(one.version) != bool(other.version)),
        makers[0] if makers else float(not mine and not yours), float(bool(mine) != bool(yours)),
        min(len(kinds), _KIND_WORDS) / _KIND_WORDS,
    ]  # fmt: skip


def _made_by(record: Reading) -> list[str]:
    return [word for word in record.version if word in record.makers]


def _guests(one: Reading, other: Reading, weigh: WordWeights) -> Iterator[float]:
    shared = _two_ways(one.guests, other.guests, weigh)
    yield shared[0] if shared else 0.0


def _joint(title: list[float], artist: list[float], version: list[float]) -> Iterator[float]:
    """A chain is as strong as its weakest link: title, artist and version must all agree."""
    close, same_words, serial = title[3], title[5], title[12]
    axes = (
        max(close, same_words) * (1 - _SERIAL_COST * serial),
        max(artist[3], artist[5]),
        min(version[4], 1 - _KIND_COST * version[6]),
    )
    yield min(axes)
    yield math.prod(axes)


def _whole(one: Reading, other: Reading, weigh: WordWeights) -> tuple[float, float]:
    there, back = _within(one.all, other, weigh), _within(other.all, one, weigh)
    return min(there, back), max(there, back)


def _length(one: Reading, other: Reading) -> tuple[float, float, float]:
    if not one.length_s or not other.length_s:
        return 0.0, 0.0, 0.0
    apart = abs(one.length_s - other.length_s)
    return math.exp(-apart / _NEAR_S), min(apart, _FAR_S) / _FAR_S, 1.0


def _year(one: Reading, other: Reading) -> tuple[float, float, float]:
    if not one.years or not other.years:
        return 0.0, 0.0, 0.0
    apart = min(abs(a - b) for a in one.years for b in other.years)
    return float(apart == 0), min(apart, _FAR_YEARS) / _FAR_YEARS, 1.0


def _both_known(one: Sequence[str], other: Sequence[str], weigh: WordWeights) -> tuple[float, float, float]:
    shared = _two_ways(one, other, weigh)
    return (*shared, 1.0) if shared else (0.0, 0.0, 0.0)


def _label(one: Reading, other: Reading, weigh: WordWeights) -> tuple[float, float, float]:
    _, most, known = _both_known(one.label, other.label, weigh)
    return most, known, float(bool(one.catalog_number) and one.catalog_number == other.catalog_number)
