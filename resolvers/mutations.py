"""What changes the graph: each resolver asks for a key, then hands on to those who keep the sets."""

from __future__ import annotations

import base64
from typing import Any, NamedTuple

from ariadne import MutationType, ObjectType

from graph_model.errors import BadInput
from graph_model.ports import KeptSets
from resolvers.context import Info

MOST_SETS = 200
MOST_FILE_BYTES = 5_000_000
"""Of one file; SONGNODES_MAX_BODY_BYTES bounds the request, in which base64 makes four bytes of three."""
LONGEST_FILE_NAME = 255


class SetAsideRecord(NamedTuple):
    """One record that could not be read."""

    place: str
    code: str
    reason: str


class Deleted(NamedTuple):
    """What is gone."""

    id: str


class ImportedFile(NamedTuple):
    """What became of a file; `kept` is what was loaded of it and what was set aside."""

    format: str | None
    kept: KeptSets
    libraries: int
    rows: int
    tracks: int


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


@mutation.field("importFile")
async def resolve_import_file(_: None, info: Info, *, name: str, content_base_64: str) -> ImportedFile:
    """Raises Unauthorized without a key, BadInput for what is no base64 or too large."""
    actor = info.context.actor()
    data = _decoded(content_base_64)
    kept = await info.context.services.sets.import_file(name[:LONGEST_FILE_NAME], data, actor=actor)
    return ImportedFile(kept.format, kept.sets, kept.libraries, kept.rows, kept.tracks)


def _decoded(content: str) -> bytes:
    try:
        data = base64.b64decode(content, validate=True)
    except ValueError:
        raise BadInput("contentBase64 is no base64: send the file's bytes in base64, without line breaks") from None
    if len(data) > MOST_FILE_BYTES:
        raise BadInput(
            f"The file has {len(data):,} bytes; send up to {MOST_FILE_BYTES:,}, or use `songnodes import FILE`"
        )
    return data


@mutation.field("deleteSetlist")
async def resolve_delete_setlist(_: None, info: Info, *, id: str, reason: str) -> Deleted:
    """Raises Unauthorized without a key, NotFound for an id that leads nowhere."""
    await info.context.services.sets.delete(id, actor=info.context.actor(), reason=reason)
    return Deleted(id)
