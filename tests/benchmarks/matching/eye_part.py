"""What was read by eye: counts by category, beside a few examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from tests.benchmarks.matching.samples import SEED

FILE = Path(__file__).parent / "read_by_eye.json"
EXAMPLES = (
    ("`B Complex - Beautiful Lies`, `B-Complex - Beautiful Lies`", "two ids", "one; the ids are two uploads"),
    ("`Rebuke - The Pipe`, `Rebūke - The Pipe`", "two ids", "one"),
    ("`Wehbba - Psyche`, `Wehbba - Psyche (Mark Reeve Remix)`", "one id", "two; the id is the label's error"),
    ("`Danny Daze - Ready 2 Go`, `Danny Daze - Ready2Go`", "one id", "one; we miss it"),
    ("`Keeno - As One`, `Keeno Feat. Pat Fulgoni - As One`", "one id", "one; we do not unite them"),
)


def eye_read() -> dict[str, Any]:
    """The counts."""
    counts: dict[str, Any] = orjson.loads(FILE.read_bytes())
    return counts


def eye_part(counts: dict[str, Any]) -> Iterator[str]:
    """The part of the report."""
    yield "### Read by eye"
    yield ""
    yield (
        f"Pairs drawn at random (seed {SEED}; `python -m tests.benchmarks.matching.samples` prints them), read one "
        "by one from the print alone, without audio, by a language model that works on the project and saw which side "
        "said what. 100 disagreements between ours at the shipped threshold and the ids:"
    )
    yield ""
    yield "| disagreement | who is right | pairs |"
    yield "| --- | --- | --- |"
    for side, kinds in counts["disagreements"].items():
        yield from (f"| {side} | {kind} | {count} |" for kind, count in kinds.items())
    yield ""
    yield "| rows as printed (labels left out) | ids | what they are |"
    yield "| --- | --- | --- |"
    yield from (f"| {rows} | {ids} | {what} |" for rows, ids, what in EXAMPLES)
    yield ""
    yield "100 pairs drawn from 0.75–0.95 and 100 from 0.3–0.5:"
    yield ""
    heads = ("one", "two", "another length", "unclear")
    yield f"| probability | {' | '.join(heads)} |"
    yield "| --- | --- | --- | --- | --- |"
    for band, found in counts["near"].items():
        yield f"| {band} | {' | '.join(str(found[head]) for head in heads)} |"
    yield ""
    yield (
        "So the thresholds stand at 0.85 and 0.35: none of the 86 accepted is surely wrong (which says, at 95 %, "
        "that at "
        "most 3.4 % of such pairs are), and below 0.35 most pairs are two. Between them a person is asked. The "
        "probability is careful: it is fitted to the ids, which often differ for one recording, so that of the "
        "pairs at "
        "0.42–0.50 80 % are one by eye. Most of these differ in a guest or second artist whom one side leaves out."
    )
