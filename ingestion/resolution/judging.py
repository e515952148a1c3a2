"""What the matcher says of a Track and its candidates: one place for loads, for `resolve` and for explanations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from curation.review import NewReviewItem
from graph_model.spelling import fold
from ingestion.keys import is_generic
from ingestion.matching.match import Decision, Match, Matcher
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.strangers import are_strangers
from ingestion.resolution.candidates import Candidate
from ingestion.resolution.exact import weigh_words

MODEL = "rows"
MOST_ASKED = 5
"""Candidates that a review item names."""
MOST_REASONS = 4


class Judged(NamedTuple):
    """A candidate with the probability that it is the same, and what follows."""

    probability: float
    decision: Decision
    candidate: Candidate


class Unsure(NamedTuple):
    """A Track that may be one of these, the likeliest first; `observation` printed it, as far as one did."""

    entity: str
    record: Record
    nearest: Sequence[Judged]
    observation: str | None = None


@cache
def row_matcher() -> Matcher:
    """By the model for rows, with the words that match keys are made of."""
    return Matcher.named(MODEL, weigh_words())


def is_told_by_title(record: Record) -> bool:
    """Whether its title tells it from others: not so "Untitled", of which an artist has many."""
    return not is_generic(fold(record.title))


def judged(record: Record, candidates: Iterable[Candidate], matcher: Matcher) -> list[Judged]:
    """The candidates worth a look, the likeliest first; none where the title is one that many pieces share."""
    if not is_told_by_title(record):
        return []
    near = (each for each in candidates
            if record.identifiers or not are_strangers(read(record), read(each.record)))  # fmt: skip
    found = [Judged(*matcher.decide(record, each.record), each) for each in near]
    return sorted(found, key=lambda one: (-one.probability, one.candidate.uid))


def review_item(unsure: Unsure, matcher: Matcher) -> NewReviewItem:
    """What a person is asked, with the strongest reasons for each candidate."""
    nearest = unsure.nearest[:MOST_ASKED]
    matches = [(each.candidate.uid, matcher.compare(unsure.record, each.candidate.record)) for each in nearest]
    return NewReviewItem(
        kind="track", entity=unsure.entity, text=printed(unsure.record), probability=nearest[0].probability,
        matcher=matcher.name, observation=unsure.observation,
        candidates=[(uid, match.probability, reasons_told(match)) for uid, match in matches],
    )  # fmt: skip


def printed(record: Record) -> str:
    """ "Artist - Title (Version)"."""
    version = f" ({record.version})" if record.version else ""
    return f"{record.artist or '?'} - {record.title}{version}"


def reasons_told(match: Match, most: int = MOST_REASONS) -> list[str]:
    """The veto and the strongest reasons, each with what it added to the log-odds."""
    return [*([match.veto] if match.veto else []), *map(str, match.reasons[:most])]
