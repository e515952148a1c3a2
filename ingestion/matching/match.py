"""Two records compared: how sure that they are one piece, what speaks for it and against it, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from ingestion.matching.features import FEATURES, features
from ingestion.matching.model import Model, model
from ingestion.matching.reading import Reading, read_both
from ingestion.matching.record import Record
from ingestion.matching.sentences import sentence
from ingestion.matching.vetoes import other_identifiers, strangers, vetoes
from ingestion.matching.words import WordWeights

Decision = Literal["same", "unsure", "different"]

SAME_IDENTIFIER, AT_MOST = 0.999, 0.5
"""An id that a source gives outranks what is alike. Two ids of one scheme, or artists of whom none is on both sides,
leave it undecided at most, however alike all else is."""
EQUAL = 0.95
"""At least so sure is it for two records that say the same, however little: a model counts each word that is shared."""
_LEAST_SAID = 0.05
"""Log-odds that a reason must add to be told."""
_UNLIKE = 0.05
"""Records so unlike that one of them must carry a wrong id: a person has to look."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one axis added to the log-odds (positive: for one piece), and why in words."""

    axis: str
    log_odds: float
    text: str

    def __str__(self) -> str:
        return f"{self.log_odds:+.1f} {self.text}"


@dataclass(frozen=True, slots=True)
class Match:
    """`probability` that both are one piece, 0.0–1.0; `reasons` the strongest first; `start` the log-odds before them.

    `veto` says what forbids to decide alone, whatever the probability.
    """

    probability: float
    decision: Decision
    start: float
    reasons: tuple[Reason, ...]
    veto: str | None = None


class Matcher:
    """Compares records by a model and by what their words are worth."""

    def __init__(self, by: Model, weigh: WordWeights) -> None:
        self._model, self.weigh = by, weigh

    @classmethod
    def named(cls, name: str, weigh: WordWeights | None = None) -> Matcher:
        """With the model `rows` or `records`."""
        return cls(model(name), weigh or WordWeights.of())

    @property
    def name(self) -> str:
        """The model and its version: what a decision is signed with."""
        return self._model.name

    @property
    def even(self) -> float:
        """From this probability on a match is likelier right than a miss is wrong (`Model.even`)."""
        return self._model.even

    def probability(self, one: Record, other: Record) -> float:
        """By the model, and by the ids that sources give."""
        return self.decide(one, other)[0]

    def decide(self, one: Record, other: Record) -> tuple[float, Decision]:
        """Probability and decision, without the reasons."""
        readings = read_both(one, other)
        values = features(*readings, self.weigh)
        probability, veto = self._judge((one, other), readings, values)
        return probability, self._decision(probability, veto)

    def compare(self, one: Record, other: Record) -> Match:
        """The whole."""
        readings = read_both(one, other)
        values = features(*readings, self.weigh)
        probability, veto = self._judge((one, other), readings, values)
        said = dict(zip(FEATURES, values, strict=True))
        added = self._model.by_axis(values).items()
        reasons = [Reason(axis, odds, sentence(axis, said)) for axis, odds in added if abs(odds) >= _LEAST_SAID]
        reasons.sort(key=lambda reason: -abs(reason.log_odds))
        return Match(probability, self._decision(probability, veto), self._model.start, tuple(reasons), veto)

    def _judge(
        self, records: tuple[Record, Record], readings: tuple[Reading, Reading], values: Sequence[float]
    ) -> tuple[float, str | None]:
        """The probability with what outranks the model, and the veto."""
        probability = self._model.probability(values)
        shared = set(records[0].identifiers) & set(records[1].identifiers)
        if shared:
            scheme, value = min(shared)
            unlike = probability < _UNLIKE
            return SAME_IDENTIFIER, f"both carry {scheme} {value}, but nothing else is alike" if unlike else None
        if veto := next(chain(other_identifiers(*records), strangers(*readings, values)), None):
            return min(probability, AT_MOST), veto
        if readings[0].title and readings[0].artist and _parts(readings[0]) == _parts(readings[1]):
            probability = max(probability, EQUAL)
        return probability, next(vetoes(*readings, values, self.weigh), None)

    def _decision(self, probability: float, veto: str | None) -> Decision:
        if probability >= self._model.accept:
            return "unsure" if veto else "same"
        return "unsure" if probability >= self._model.reject else "different"


def _parts(record: Reading) -> Reading:
    """What it says, without the words that say nothing: "(Original Mix)"."""
    return replace(record, all=frozenset(), all_letters="")
