"""Pairs drawn at random, to be read by eye: `python -m tests.benchmarks.matching.samples` prints them, none is kept.

What was found by reading them stands in `read_by_eye.json`, as counts.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from ingestion.matching.model import model
from tests.benchmarks.matching.demo_pairs import DemoPairs, demo_pairs
from tests.benchmarks.matching.fitting import Floats
from tests.benchmarks.matching.merging import United, in_order
from tests.benchmarks.matching.sources import demo_file

SEED, EACH, NEAR = 5, 50, 100
MERGED, REJECTED = (0.75, 0.95), (0.3, 0.5)
"""Probabilities that count as near the threshold."""
TextPair = tuple[str, str]


def united_at(demo: DemoPairs, probabilities: Floats, threshold: float) -> United:
    """All pairs from the threshold up, in one."""
    united = United(demo.spellings)
    for score, pair in in_order(demo.pairs, probabilities):
        if score < threshold:
            break
        united.join(*pair)
    return united


def wrongly_united(demo: DemoPairs, united: United) -> set[TextPair]:
    """Printed rows that we take for one and that have different ids, each pair of texts once."""
    groups: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for place, spelling in enumerate(demo.spellings):
        groups[united.group(place)].update(spelling.texts)
    return _apart(groups.values())


def wrongly_apart(demo: DemoPairs, united: United) -> set[TextPair]:
    """Printed rows of one id that we take for two."""
    labels: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for place, spelling in enumerate(demo.spellings):
        for text, label in spelling.texts:
            labels[label].add((text, str(united.group(place))))
    return _apart(labels.values())


def _apart(groups: Iterable[set[tuple[str, str]]]) -> set[TextPair]:
    """The texts of each two of a group, (text, side), that stand on two sides."""
    return {
        (min(one, other), max(one, other))
        for group in groups
        for (one, side), (other, another) in combinations(sorted(group), 2)
        if side != another
    }


def near(demo: DemoPairs, probabilities: Floats, low: float, high: float) -> list[tuple[float, bool | None, TextPair]]:
    """Pairs of spellings between the two probabilities: (probability, what the ids say, rows)."""
    found = []
    for (one, other), probability in zip(demo.pairs, probabilities, strict=True):
        if low <= probability < high:
            left, right = demo.spellings[one], demo.spellings[other]
            found.append((float(probability), left.same(right), (left.text, right.text)))
    return found


def drawn(demo: DemoPairs, probabilities: Floats, accept: float) -> Iterator[str]:
    """The lines to read."""
    united, chance = united_at(demo, probabilities, accept), random.Random(SEED)
    for name, pairs in (("one", wrongly_united(demo, united)), ("two", wrongly_apart(demo, united))):
        yield f"## We say {name}, the ids do not ({len(pairs)} pairs of texts)"
        yield from (f"{left}  ||  {right}" for left, right in chance.sample(sorted(pairs), EACH))
    for name, (low, high) in (("accepted", MERGED), ("not accepted", REJECTED)):
        some = near(demo, probabilities, low, high)
        yield f"## {low}–{high} ({len(some)} pairs of spellings; {name})"
        for probability, _, (left, right) in sorted(chance.sample(some, min(NEAR, len(some))), key=lambda one: -one[0]):
            yield f"{probability:.2f} {left}  ||  {right}"


def main() -> None:
    """Print them."""
    demo = demo_pairs(demo_file())
    print("\n".join(drawn(demo, demo.held_out(), model("rows").accept)))


if __name__ == "__main__":
    main()
