"""Why a row is of this track, for people: the command `explain`, and what a dry run tells of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import typer

from cypher import Database
from ingestion.matching.match import Match
from ingestion.observation import SetObservation
from ingestion.resolution.candidates import Candidate
from ingestion.resolution.explanation import Explained, explain_rows, explain_text
from ingestion.resolution.judging import printed, reasons_told
from runtime.settings import Settings
from songnodes.connection import with_database

TOLD = {
    "known": "known", "same": "the same as a track of the graph", "unsure": "unsure: a review item",
    "new": "a new track", "no track": "no track",
}  # fmt: skip
REASONS_SHOWN = 3
EXAMPLES = 5
"""Rows of a set whose matches a dry run tells."""


def explain(settings: Settings, text: str, most: int) -> None:
    """The command `explain`."""

    async def act(database: Database) -> Explained:
        return await explain_text(database, text, most)

    typer.echo("\n".join(told(with_database(settings, act))))


def told(found: Explained) -> Iterator[str]:
    """How the row was read, what would become of it, and a waterfall for each track it was compared with."""
    row = found.row
    yield f"Row      {row.text}"
    yield f"Artists  {', '.join(f'{credit.name} ({credit.role})' for credit in row.credits) or 'none'}"
    yield f"Title    {row.title or 'none'}{f'   Version  {row.version}' if row.version else ''}"
    by = f", decided by {found.decided_by}" if found.decided_by else ""
    yield f"Outcome  {TOLD[found.outcome]}{f' {found.track}' if found.track else ''}{by}"
    for candidate, match in found.matches:
        yield ""
        yield from waterfall(candidate, match)


def waterfall(candidate: Candidate, match: Match) -> Iterator[str]:
    """From the log-odds of a usual pair to those of this one, axis by axis."""
    yield f"{match.probability:.3f}  {match.decision:9}  {candidate.uid}  {printed(candidate.record)}"
    if match.veto:
        yield f"       veto: {match.veto}"
    total = match.start
    yield f"       {total:+6.1f}  a pair of rows as they usually are"
    for reason in match.reasons:
        total += reason.log_odds
        yield f"       {reason.log_odds:+6.1f}  {reason.axis:8} {reason.text}"
    yield f"       {total:+6.1f}  in all"


async def preview_rows(database: Database, seen: SetObservation) -> list[str]:
    """What a load would make of the set's rows: how many of each outcome, and the first that are alike or unsure."""
    found = await explain_rows(database, seen.rows, 2)
    counts = Counter(each.outcome for each in found)
    lines = [f"    {', '.join(f'{count} {TOLD[outcome]}' for outcome, count in counts.most_common())}"]
    telling = [each for each in found if each.outcome in ("same", "unsure")]
    for each in telling[:EXAMPLES]:
        lines += _example(each)
    return lines


def _example(found: Explained) -> Sequence[str]:
    candidate, match = found.matches[0]
    why = "; ".join(reasons_told(match, REASONS_SHOWN))
    return (
        f"    {found.row.text}",
        f"      {found.outcome} {match.probability:.2f}: {printed(candidate.record)} ({candidate.uid})",
        f"      {why}",
    )
