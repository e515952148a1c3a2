"""iTunes-Amazon [Magellan, Konda et al. 2016]: is this iTunes song the same as this Amazon song?

Only the train and valid splits are read: 430 pairs, 105 of them matches, in a Structured and a Dirty form (values in
wrong columns). The published test split is never touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingestion.matching.features import features
from ingestion.matching.reading import read, read_both
from ingestion.matching.record import Record
from ingestion.matching.words import WordWeights

FORMS = ("Structured", "Dirty")
SPLITS = ("train", "valid")
_UNLIKE_OURS = ("Genre", "Price")
"""Columns that say nothing of a piece, but hold values of others in the Dirty form."""
Vectors = npt.NDArray[np.float64]
Labels = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two records, and whether they are one piece."""

    left: Record
    right: Record
    same: bool


def read_itunes_amazon(folder: Path, form: str) -> list[LabelledPair]:
    """The pairs of a form (of FORMS); `folder` holds ditto_text."""
    files = (folder / "ditto_text" / form / f"{split}.txt" for split in SPLITS)
    return [_pair(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def vectors(pairs: Sequence[LabelledPair]) -> tuple[Vectors, Labels]:
    """(features of each pair, its label); words weigh as in a file of these records."""
    weigh = WordWeights.of(read(record).all for record in records(pairs))
    values = np.array([features(*read_both(pair.left, pair.right), weigh) for pair in pairs])
    return values, np.array([pair.same for pair in pairs])


def records(pairs: Sequence[LabelledPair]) -> list[Record]:
    """Each record once."""
    return list(dict.fromkeys(record for pair in pairs for record in (pair.left, pair.right)))


def groups(pairs: Sequence[LabelledPair]) -> npt.NDArray[np.int64]:
    """A number for each pair: pairs with a record in common, however far the chain goes, have the same."""
    group: dict[Record, int] = {}
    for number, pair in enumerate(pairs):
        joined = {group[record] for record in (pair.left, pair.right) if record in group}
        group |= {record: number for record, of in group.items() if of in joined}
        group |= {pair.left: number, pair.right: number}
    return np.array([group[pair.left] for pair in pairs])


def _pair(line: str) -> LabelledPair:
    left, right, same = line.split("\t")
    return LabelledPair(_record(left), _record(right), same == "1")


def _record(printed: str) -> Record:
    values = defaultdict(str, _values(printed))
    return Record(
        title=values["Song_Name"], artist=values["Artist_Name"], album=values["Album_Name"], length=values["Time"],
        released=values["Released"], label=values["CopyRight"], extra=" ".join(values[name] for name in _UNLIKE_OURS),
    )  # fmt: skip


def _values(printed: str) -> Iterator[tuple[str, str]]:
    for part in f" {printed}".split(" COL ")[1:]:
        name, _, value = part.partition(" VAL")
        yield name, value.strip()
