"""Sets and files that come through the API: the same path as those of the command line."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cypher.session import Database, read
from graph_model.ports import KeptFile, KeptSets
from ingestion.deletion import delete_set
from ingestion.importing import import_file
from ingestion.imports.language_model import LanguageModel
from ingestion.imports.source_file import SourceFile
from ingestion.keys import set_key
from ingestion.load import load_sets
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.resolution.alike import resolve_alike
from ingestion.sources.sets import observe_sets


@dataclass(frozen=True, slots=True)
class GraphSetKeeper:
    """Implements `graph_model.ports.SetKeeper`."""

    database: Database
    model: LanguageModel | None = None
    """Reads long texts in which the rules find no tracklist."""

    async def keep(self, records: Sequence[dict[str, Any]], *, actor: str) -> KeptSets:
        """Load the records; those that cannot be read are set aside and named."""
        observed = await asyncio.to_thread(_observed, records)
        report = await load_sets(self.database, observed, actor=actor, resolver=resolve_alike)
        sets = [each for each in observed if isinstance(each, SetObservation)]
        refused = [each for each in observed if isinstance(each, RefusedRecord)]
        ids = await self._ids(sets)
        aside = tuple((each.place, each.code, each.reason) for each in refused)
        return KeptSets(ids, report.sets_new, report.sets_updated + report.sets_joined, report.sets_unchanged, aside)

    async def import_file(self, name: str, data: bytes, *, actor: str) -> KeptFile:
        """Read and load a file; what cannot be read is set aside and named."""
        report = await import_file(self.database, SourceFile(name, data), actor=actor, model=self.model)
        found, sets = report.file, report.sets
        aside = tuple((each.place, each.code, each.reason) for each in found.refused)
        kept = KeptSets(await self._ids(list(found.sets)), sets.sets_new, sets.sets_updated, sets.sets_unchanged, aside)
        return KeptFile(found.format, kept, len(found.libraries), found.rows, found.tracks)

    async def delete(self, uid: str, *, actor: str, reason: str) -> None:
        """Raises NotFound."""
        await delete_set(self.database, uid, actor=actor, reason=reason)

    async def _ids(self, sets: list[SetObservation]) -> tuple[str, ...]:
        keys = [set_key(each).value for each in sets]
        rows = await read(self.database, "load/setlists_of_keys", keys=keys)
        return tuple(row["id"] for row in rows)


def _observed(records: Sequence[dict[str, Any]]) -> list[SetObservation | RefusedRecord]:
    return list(observe_sets([_given(record) for record in records]))


def _given(record: dict[str, Any]) -> dict[str, Any]:
    """What was really given: GraphQL says null for a part that is left out, JSON leaves it out."""
    given = {name: value for name, value in record.items() if value is not None}
    given["tracks"] = [_given_row(row) for row in record["tracks"]]
    return given


def _given_row(row: dict[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in row.items() if value is not None}
    if re.fullmatch(r"\d+(\.\d+)?", str(given.get("cue", ""))):
        given["cue"] = float(given["cue"])  # GraphQL has no type for "seconds or h:mm:ss" but text
    return given
