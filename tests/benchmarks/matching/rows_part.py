"""djmix: rows of one YouTube id found, against the share of the same id among what is united."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ingestion.matching.match import Matcher
from ingestion.matching.record import Record
from ingestion.matching.scores import Score
from tests.benchmarks.matching.candidates import DEPTHS, Pairs, pairs_at, to_find
from tests.benchmarks.matching.ceiling import AIM, Ceiling, ceiling
from tests.benchmarks.matching.demo_pairs import DemoPairs, demo_pairs
from tests.benchmarks.matching.fitting import Floats
from tests.benchmarks.matching.merging import Point, best_at, curve
from tests.benchmarks.matching.neighbours import nearest
from tests.benchmarks.matching.samples import united_at
from tests.benchmarks.matching.similarities import tfidf_cosines, token_set_ratios
from tests.benchmarks.matching.sources import demo_file
from tests.benchmarks.matching.training import ROWS

MARKS = (0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)
SHARES = (0.985, 0.983, 0.98, 0.97, 0.96)
_COMPARED, _ROUNDS = 5_000, 3
OURS = "**ours**"


@dataclass(frozen=True, slots=True)
class RowsFound:
    """`peers`: method → for each of SHARES the best point that holds it; `blocking`: candidates → (pairs, recall)."""

    rows: int
    spellings: int
    points: list[Point]
    peers: dict[str, list[Point]]
    b_cubed: tuple[float, float]
    blocking: dict[int, tuple[int, float]]
    found_at_all: dict[int, float]
    ceiling: Ceiling
    per_second: float

    def as_json(self) -> dict[str, Any]:
        """Every figure."""
        return asdict(self) | {"best_share": self.ceiling.best_share}


def rows_found() -> RowsFound:
    """Raises Absent. Some minutes on one core."""
    demo = demo_pairs(demo_file())
    probabilities = demo.held_out()
    united = united_at(demo, probabilities, ROWS.accept)
    blocking, at_all = _blocking(demo)
    return RowsFound(
        rows=sum(spelling.ids.total() for spelling in demo.spellings), spellings=len(demo.spellings),
        points=curve(demo.spellings, demo.pairs, probabilities, MARKS), peers=_peers(demo, probabilities),
        b_cubed=united.b_cubed(), blocking=blocking, found_at_all=at_all,
        ceiling=ceiling(demo.spellings, demo.pairs), per_second=_per_second(demo),
    )  # fmt: skip


def _peers(demo: DemoPairs, probabilities: Floats) -> dict[str, list[Point]]:
    records = [(demo.spellings[one].record, demo.spellings[other].record) for one, other in demo.pairs]
    scored: dict[str, tuple[Pairs, Floats]] = {
        OURS: (demo.pairs, probabilities),
        "RapidFuzz `token_set_ratio` on our candidates": (demo.pairs, token_set_ratios(records)),
        "TF-IDF cosine on our candidates": (demo.pairs, tfidf_cosines(records)),
        "TF-IDF, its own three nearest": nearest([spelling.record for spelling in demo.spellings]),
    }
    return {name: best_at(demo.spellings, pairs, scores, SHARES) for name, (pairs, scores) in scored.items()}


def _blocking(demo: DemoPairs) -> tuple[dict[int, tuple[int, float]], dict[int, float]]:
    """Candidates → (pairs compared, recall of pairs of two keys), and → recall with those that one key holds."""
    wanted = to_find(demo.spellings)
    total, of_keys = sum(wanted.values()), ceiling_exact(demo)
    alone: dict[int, tuple[int, float]] = {}
    with_keys: dict[int, float] = {}
    for depth in DEPTHS:
        pairs = pairs_at(demo.candidates, depth)
        found = sum(wanted.get(pair, 0) for pair in pairs)
        alone[depth] = len(pairs), found / total
        with_keys[depth] = (of_keys.right + found) / of_keys.wanted
    return alone, with_keys


def ceiling_exact(demo: DemoPairs) -> Score:
    """What the exact key unites."""
    return ceiling(demo.spellings, []).exact


def _per_second(demo: DemoPairs) -> float:
    """Pairs that `Matcher.compare` answers with reasons, on one core, in the best round; records are read already."""
    matcher = Matcher.named("rows")
    places = np.random.default_rng(0).choice(len(demo.pairs), _COMPARED, replace=False)
    pairs = [
        (demo.spellings[one].record, demo.spellings[other].record) for one, other in (demo.pairs[p] for p in places)
    ]
    return len(pairs) / min(_seconds(matcher, pairs) for _ in range(_ROUNDS))


def _seconds(matcher: Matcher, pairs: Sequence[tuple[Record, Record]]) -> float:
    started = time.process_time()
    for one, other in pairs:
        matcher.compare(one, other)
    return time.process_time() - started


def rows_part(found: RowsFound) -> Iterator[str]:
    """The part of the report."""
    known = found.ceiling
    yield "### Rows of tracklists: djmix"
    yield ""
    yield (
        f"{found.rows:,} rows carry a YouTube id; {known.exact.wanted:,} pairs of them the same one. The ids are "
        f"labels and "
        f"nothing reads them (a test holds that). The exact key makes {found.spellings:,} spellings of all rows; their "
        "candidates are compared by a model fitted to other artists' pairs (five folds), and united from the likeliest "
        "down. *Recall*: pairs of rows of one id that are united. *Share*: united pairs whose ids are the same. "
        "The load also heeds vetoes, so it unites a little less."
    )
    yield ""
    yield from _table("probability from | recall | share | unions", _curve_rows(found.points))
    yield ""
    precision, recall = found.b_cubed
    yield f"At the shipped threshold of {ROWS.accept}: B-cubed precision {precision:.4f}, recall {recall:.4f}."
    yield ""
    yield "Base lines without a matcher:"
    yield ""
    base = (("exact key", known.exact), ("Unicode-folded token key", known.tokens))
    yield from _table("key | recall | share", (f"{name} | {s.recall:.4f} | {s.precision:.4f}" for name, s in base))
    yield ""
    yield (
        "Recall at a share, each at its own best threshold (chosen on the same pairs, which "
        "favours the scores that are not fitted):"
    )
    yield ""
    heads = " | ".join(f"share ≥ {share}" for share in SHARES)
    rows = (
        f"{name} | {' | '.join(f'{point.score.recall:.4f}' for point in points)}"
        for name, points in found.peers.items()
    )
    yield from _table(f"method | {heads}", rows)
    yield ""
    yield from _ceiling(known)
    yield ""
    yield (
        "Blocking: pairs of rows of one id that two keys hold apart and that are among the first candidates; and "
        "recall if "
        "all of them were united, with what the exact key holds."
    )
    yield ""
    deep = (f"{depth} | {compared:,} | {share:.4f} | {found.found_at_all[depth]:.4f}"
            for depth, (compared, share) in found.blocking.items())  # fmt: skip
    yield from _table("candidates | pairs compared | of those apart | of all", deep)
    yield ""
    yield f"`Matcher.compare` answers {found.per_second:,.0f} pairs a second on one core, with reasons."


def _curve_rows(points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        yield f"{point.threshold} | {point.score.recall:.4f} | {point.score.precision:.4f} | {point.merges:,}"


def _ceiling(known: Ceiling) -> Iterator[str]:
    wrong, respelt = known.exact.made - known.exact.right, known.respelt
    yield (
        f"**The aim is recall {AIM} at share 0.985; the labels hardly allow it.** The exact key alone unites "
        f"{wrong} pairs "
        "of rows with two ids, which print the same names and words: share "
        f"{known.exact.precision:.4f} before anything is compared. Among {respelt.made:,} pairs that differ in marks, "
        f"spaces, order of names or “Mix” for “Remix” alone, {respelt.precision:.1%} have one id: there are several "
        f"uploads "
        f"of one recording. If all that is still to be found for a recall of {AIM} had labels as good as these, the "
        f"share "
        f"would be {known.best_share:.4f}. And of 50 pairs of one id that we hold apart, 22 are an original beside its "
        "remix, edit or dub (read by eye, below). Where another stands higher at a share, it is the order of the "
        "surest "
        "few hundred pairs that decides; ours is fitted to the whole range."
    )


def _table(head: str, rows: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield f"| {head} |"
    yield f"|{' --- |' * (head.count(' | ') + 1)}"
    yield from (f"| {row} |" for row in rows)
