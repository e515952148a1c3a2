"""What changes the graph: each resolver asks for a key, then hands on to those who keep the sets."""

from __future__ import annotations

from typing import Any, NamedTuple

from ariadne import MutationType, ObjectType

from graph_model.errors import BadInput
from graph_model.ports import KeptSets
from resolvers.context import Info

MOST_SETS = 200


class SetAsideRecord(NamedTuple):
    """One record that could not be read."""

    place: str
    code: str
    reason: str


class Deleted(NamedTuple):
    """What is gone."""

    id: str


mutation = MutationType()
load_sets_payload = ObjectType("LoadSetsPayload")


@mutation.field("loadSets")
async def resolve_load_sets(_: None, info: Info, *, sets: list[dict[str, Any]]) -> KeptSets:
    """Raises Unauthorized without a key, BadInput for too many sets at once."""
    actor = info.context.actor()
    if len(sets) > MOST_SETS:
        raise BadInput(
            f"{len(sets)} sets at once; send up to {MOST_SETS}, or load a file with `songnodes load sets FILE`"
        )
    return await info.context.services.sets.keep(sets, actor=actor)


@load_sets_payload.field("setlists")
async def resolve_setlists(kept: KeptSets, info: Info) -> list[Any]:
    """The loaded Setlists with whatever is selected of them, in one more statement."""
    return await info.context.expanded(info, "Setlist", list(kept.setlists))


@load_sets_payload.field("setAside")
def resolve_set_aside(kept: KeptSets, _: Info) -> list[SetAsideRecord]:
    """Each refused record as an object."""
    return [SetAsideRecord(*record) for record in kept.set_aside]


@mutation.field("deleteSetlist")
async def resolve_delete_setlist(_: None, info: Info, *, id: str, reason: str) -> Deleted:
    """Raises Unauthorized without a key, NotFound for an id that leads nowhere."""
    await info.context.services.sets.delete(id, actor=info.context.actor(), reason=reason)
    return Deleted(id)
