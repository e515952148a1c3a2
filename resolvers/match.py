"""Why a row is of this track: what the matcher says, with the tracks themselves expanded in one more statement."""

from __future__ import annotations

from typing import Any

from ariadne import ObjectType, QueryType

from graph_model.errors import BadPageSize
from graph_model.ports import ComparedTrack, ExplainedRow
from resolvers.context import Info

MOST_COMPARED = 20
match_query = QueryType()
explanation = ObjectType("MatchExplanation")
compared_track = ObjectType("ComparedTrack")
match_reason = ObjectType("MatchReason")
explaining = (match_query, explanation, compared_track, match_reason)

compared_track.set_alias("trackId", "track")
compared_track.set_alias("startLogOdds", "start")
match_reason.set_alias("logOdds", "log_odds")
explanation.set_alias("decidedBy", "decided_by")


@match_query.field("explainMatch")
async def resolve_explain_match(_: None, info: Info, *, text: str, first: int) -> ExplainedRow:
    """Raises BadInput, BadPageSize."""
    if not 1 <= first <= MOST_COMPARED:
        raise BadPageSize(f"first is {first}; it must be from 1 to {MOST_COMPARED}")
    return await info.context.services.matches.explain(text, first)


@explanation.field("track")
async def resolve_track(row: ExplainedRow, info: Info) -> Any:
    """The Track that it is held to be of."""
    found = await info.context.expanded(info, "Track", [row.track]) if row.track else []
    return found[0] if found else None


@explanation.field("tracks")
async def resolve_tracks(row: ExplainedRow, info: Info) -> list[Any]:
    """Those that it was compared with, in one statement."""
    ids = [each.track for each in row.compared]
    return await info.context.expanded(info, "Track", ids) if ids else []


@explanation.field("compared")
def resolve_compared(row: ExplainedRow, _: Info) -> list[ComparedTrack]:
    """A list, as the general engine wants it."""
    return list(row.compared)
