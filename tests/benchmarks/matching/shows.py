"""gdshowsdb against gd_shows_apache: the same shows by two hands, which of them we take for one, and whose rows align.

`python -m tests.benchmarks.matching.shows [FOLDER]` prints the report in Markdown; FOLDER holds both data sets and is
`shared/data` beside the checkout unless said. No database: what is measured is the matcher that the load uses.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from graph_model.spelling import fold
from ingestion.matching.rows import Alignment, align
from ingestion.matching.set_choice import Choice, choose
from ingestion.matching.set_conflicts import conflicts
from ingestion.matching.set_faces import SetFace, face_of
from ingestion.matching.set_match import SetMatch, match_sets
from ingestion.observation import SetObservation
from ingestion.sources.gd_shows_apache import read_gd_shows_apache
from ingestion.sources.gdshowsdb import read_gdshowsdb
from tests.fixtures.shared import SHARED

LOW = 0.9
"""Pairs that are less alike are sampled to be read by eye."""
SAMPLE = 100
Printed = tuple[str, str, float, date | None]


@dataclass
class Shows:
    """What was counted over all shows that both tell of."""

    shows: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    """left, right: rows of the shows where both have some; aligned, moved; both: spelled alike in both lists."""
    unpaired: Counter[str] = field(default_factory=Counter)
    """Spelled alike in both lists of a show, and yet not paired."""
    facing: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Left alone at one place of both lists, between the same pairs: what may be one play under two names."""
    only_left: Counter[str] = field(default_factory=Counter)
    only_right: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    low: list[Printed] = field(default_factory=list)

    def add(self, left: SetFace, right: SetFace) -> None:
        """Take in one show."""
        found = align(left.rows, right.rows)
        self.shows += 1
        self.rows.update(left=len(left.rows), right=len(right.rows), aligned=len(found.pairs))
        self.rows["moved"] += len(found.pairs) - found.in_order
        self.kinds.update(each.kind for each in conflicts(left, right, found))
        alone = [Counter(fold(rows[at]) for at in places) for rows, places in _alone(left, right, found)]
        self.unpaired += alone[0] & alone[1]
        self.facing.update(_facing(left, right, found))
        self.only_left.update(left.rows[at] for at in found.only_left)
        self.only_right.update(right.rows[at] for at in found.only_right)
        pairs = ((left.rows[pair.left], right.rows[pair.right], pair.similarity) for pair in found.pairs)
        self.low += [(one, two, alike, left.played_on) for one, two, alike in pairs if alike < LOW]

    @property
    def both(self) -> int:
        """Plays that both list, at most: those that are paired, and all that may be one play."""
        return self.rows["aligned"] + self.unpaired.total() + self.facing.total()


def _facing(left: SetFace, right: SetFace, found: Alignment) -> Iterator[tuple[str, str]]:
    in_order = [(pair.left, pair.right) for pair in found.pairs if not pair.moved]
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *in_order, (len(left.rows), len(right.rows))]):
        lefts = [left.rows[at] for at in found.only_left if i < at < next_i]
        rights = [right.rows[at] for at in found.only_right if j < at < next_j]
        yield from zip(lefts, rights, strict=False)


def _alone(left: SetFace, right: SetFace, found: Alignment) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    yield left.rows, found.only_left
    yield right.rows, found.only_right


def matched(left: list[SetFace], right: list[SetFace]) -> Choice[int, int]:
    """Places in `right` → places in `left`, by day as the load blocks them."""
    days: defaultdict[date | None, list[int]] = defaultdict(list)
    for place, face in enumerate(left):
        days[face.played_on].append(place)
    matches: dict[tuple[int, int], SetMatch] = {}
    for place, face in enumerate(right):
        assert face.played_on
        for apart in (-1, 0, 1):
            for other in days[face.played_on + timedelta(days=apart)]:
                matches[place, other] = match_sets(left[other], face)
    return choose(matches)


def read_faces(folder: Path) -> tuple[list[SetFace], list[SetFace]]:
    """gdshowsdb's shows and gd_shows_apache's."""
    right = folder / "gd_shows_apache" / "shows.jsonl.gz"
    return _faces(read_gdshowsdb(folder / "gdshowsdb")), _faces(read_gd_shows_apache(right))


def counted_shows(left: list[SetFace], right: list[SetFace], choice: Choice[int, int]) -> Shows:
    """Over the shows that are surely one and of which both have rows."""
    counted = Shows()
    for place, (other, _) in choice.sure.items():
        if left[other].rows and right[place].rows:
            counted.add(left[other], right[place])
    return counted


def report(folder: Path) -> Iterator[str]:
    """The report's lines."""
    left, right = read_faces(folder)
    started = time.monotonic()
    choice = matched(left, right)
    counted = counted_shows(left, right, choice)
    seconds = time.monotonic() - started
    yield from _of_shows(left, right, choice, seconds)
    yield from _of_rows(counted)
    yield from _to_read(counted.low)
    yield from _unsure(left, right, choice)


def _faces(observations: Iterator[object]) -> list[SetFace]:
    return [face_of(seen) for seen in observations if isinstance(seen, SetObservation)]


def _of_shows(left: list[SetFace], right: list[SetFace], choice: Choice[int, int], seconds: float) -> Iterator[str]:
    days: defaultdict[date | None, int] = defaultdict(int)
    for face in left:
        days[face.played_on] += 1
    shared = sum(days[face.played_on] > 0 for face in right)
    yield "## Shows"
    yield f"- gdshowsdb {len(left)}, gd_shows_apache {len(right)}, of which {shared} on a day that gdshowsdb has too"
    yield f"- one show: {len(choice.sure)}; for a person: {len(choice.unsure)}; new: {_new(right, choice)}"
    yield f"- compared and aligned in {seconds:.1f} s"


def _new(right: list[SetFace], choice: Choice[int, int]) -> int:
    return len(right) - len(choice.sure) - len(choice.unsure)


def _of_rows(counted: Shows) -> Iterator[str]:
    rows, both = counted.rows, counted.both
    yield f"\n## Plays of the {counted.shows} shows of which both have rows"
    yield f"- gdshowsdb {rows['left']}, gd_shows_apache {rows['right']}, aligned {rows['aligned']}"
    yield f"- aligned, of those that both may list ({both}): {rows['aligned'] / both:.4f}; out of order {rows['moved']}"
    yield f"- spelled alike and not aligned: {counted.unpaired.total()}"
    yield f"- at one place, not aligned: {counted.facing.total()}, of which {counted.facing.most_common(25)}"
    yield f"- aligned, of gdshowsdb's rows {rows['aligned'] / rows['left']:.4f}, of gd_shows_apache's "
    yield f"  {rows['aligned'] / rows['right']:.4f}"
    yield f"- conflicts by kind: {dict(counted.kinds.most_common())}"
    yield f"- only in gdshowsdb: {counted.only_left.most_common(15)}"
    yield f"- only in gd_shows_apache: {counted.only_right.most_common(15)}"


def _to_read(low: list[Printed]) -> Iterator[str]:
    """A sample that is the same in each run, with what both print."""
    yield f"\n## {SAMPLE} of the {len(low)} aligned pairs that are less than {LOW} alike, drawn at random"
    chosen = random.Random(5).sample(sorted(low, key=str), min(SAMPLE, len(low)))
    for one, two, alike, day in sorted(chosen, key=lambda each: each[2]):
        yield f"- {alike:.2f} {day}: {one} | {two}"


def _unsure(left: list[SetFace], right: list[SetFace], choice: Choice[int, int]) -> Iterator[str]:
    yield "\n## Shows for a person, with the likeliest candidate"
    for place, found in sorted(choice.unsure.items()):
        other, match = found[0]
        told = "; ".join(map(str, match.reasons))
        yield f"- {_shown(right[place])} | {_shown(left[other])} | {match.probability:.3f}: {told}"


def _shown(face: SetFace) -> str:
    return f"{face.played_on} {face.event}, {len(face.rows)} rows"


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)))
