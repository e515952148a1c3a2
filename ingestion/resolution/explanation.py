"""Why a row is of this Track: what a load would decide of it, with the reasons; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from cypher import Database, read
from graph_model.errors import BadInput
from graph_model.ports import ComparedTrack, ExplainedRow, MatchReason
from ingestion.draft import Draft, RowDraft
from ingestion.entities import Wanted, credits_of, track
from ingestion.keys import TrackIdentity, key_of, track_identity
from ingestion.matching.match import Match
from ingestion.observation import RefusedRecord, RowObservation, SetObservation
from ingestion.reading import read_drafts
from ingestion.resolution.candidates import Candidate, candidates_of, tracks_by_id
from ingestion.resolution.exact import weigh_words
from ingestion.resolution.judging import is_told_by_title, row_matcher
from ingestion.resolution.track_records import match_keys, record_of_wanted

Outcome = Literal["known", "same", "unsure", "new", "no track"]
"""known: its spelling leads to a Track already. same, unsure, new: what the matcher decides. no track: the row names
none."""
_NOWHERE = key_of("set-key", "explain", "")


@dataclass(frozen=True, slots=True)
class Explained:
    """One row: how it was read, what would become of it, and the Tracks that it was compared with, likeliest first."""

    row: RowObservation
    outcome: Outcome
    track: str | None = None
    """Id of the Track that it is held to be of."""
    decided_by: str | None = None
    matches: tuple[tuple[Candidate, Match], ...] = ()


@dataclass(slots=True)
class _Question:
    row: RowObservation
    wanted: Wanted
    known: tuple[str, str] | None = None
    """(id, decided by) where a key leads somewhere."""
    candidates: list[Candidate] = field(default_factory=list)


async def explain_text(database: Database, text: str, most: int = 5) -> Explained:
    """A printed row, e.g. 'Boris - Language (Carlo Lio Remix)'. Raises BadInput where it is no row."""
    draft = Draft("explain", "explain", "explain", text, "explain 1", 1.0, (RowDraft(text),))
    read_as = await read_drafts(database, [draft])
    if refused := next((each for each in read_as if isinstance(each, RefusedRecord)), None):
        raise BadInput(f"this is no row of a tracklist: {refused.reason}")
    rows = [row for seen in read_as if isinstance(seen, SetObservation) for row in seen.rows]
    return (await explain_rows(database, rows[:1], most))[0]


async def explain_rows(database: Database, rows: Sequence[RowObservation], most: int = 5) -> list[Explained]:
    """The same for rows that are read already, in three statements for all of them."""

    async def ask(question: str, **parameters: Any) -> list[dict[str, Any]]:
        return await read(database, question, **parameters)

    questions = [_question(row) for row in rows]
    asked = {place: question for place, question in enumerate(questions) if isinstance(question, _Question)}
    keys = [(key, place) for place, question in asked.items() for key in question.wanted.keys]
    for found in reversed(await ask("load/leading_keys", keys=[list(key) for key, _ in keys]) if keys else []):
        asked[keys[found["place"]][1]].known = (found["id"], found["decided_by"])
    sought = {place: match_keys(question.wanted, weigh_words()) for place, question in asked.items()}
    for place, candidates in (await candidates_of(ask, {p: text for p, text in sought.items() if text})).items():
        asked[place].candidates = candidates
    known = await tracks_by_id(ask, sorted({q.known[0] for q in asked.values() if q.known}))
    return [_answer(question, known, most) if isinstance(question, _Question) else question for question in questions]


def _question(row: RowObservation) -> _Question | Explained:
    identity: TrackIdentity = track_identity(row, _NOWHERE)
    if not identity.keys:
        return Explained(row, "no track")
    return _Question(row, track(row, identity, credits_of(row)))


def _answer(question: _Question, known: dict[str, Candidate], most: int) -> Explained:
    matcher, record = row_matcher(), record_of_wanted(question.wanted)
    candidates = {each.uid: each for each in question.candidates}
    if question.known and question.known[0] in known:
        candidates[question.known[0]] = known[question.known[0]]
    matches = [(each, matcher.compare(record, each.record)) for each in candidates.values()]
    matches.sort(key=lambda pair: (-pair[1].probability, pair[0].uid))
    best = tuple(matches[:most])
    if question.known:
        uid, decided_by = question.known
        first = tuple(pair for pair in matches if pair[0].uid == uid)
        others = tuple(pair for pair in best if pair[0].uid != uid)
        return Explained(question.row, "known", uid, decided_by, (first + others)[:most])
    if not best or best[0][1].decision == "different" or not is_told_by_title(record):
        return Explained(question.row, "new", None, None, best)
    if best[0][1].decision == "same":
        return Explained(question.row, "same", best[0][0].uid, matcher.name, best)
    return Explained(question.row, "unsure", None, matcher.name, best)


@dataclass(frozen=True, slots=True)
class GraphMatchExplainer:
    """Implements `graph_model.ports.MatchExplainer`."""

    database: Database

    async def explain(self, text: str, most: int) -> ExplainedRow:
        """Raises BadInput for what is no row."""
        found = await explain_text(self.database, text, most)
        row = found.row
        return ExplainedRow(
            text=row.text, artists=tuple(credit.name for credit in row.credits), title=row.title, version=row.version,
            outcome=found.outcome.replace(" ", "_").upper(), decided_by=found.decided_by, track=found.track,
            compared=tuple(_compared(candidate, match) for candidate, match in found.matches),
        )  # fmt: skip


def _compared(candidate: Candidate, match: Match) -> ComparedTrack:
    reasons = tuple(MatchReason(each.axis, each.log_odds, each.text) for each in match.reasons)
    return ComparedTrack(candidate.uid, match.probability, match.decision.upper(), match.start, match.veto, reasons)
