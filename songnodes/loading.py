"""Loading: a source's records through one path into the graph, with a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from cypher import Database
from cypher.migrate import migrate, note
from graph_model.errors import BadInput
from ingestion.load import LoadReport, load_sets
from ingestion.observation import RefusedRecord, SetObservation
from ingestion.resolution.alike import resolve_alike
from ingestion.set_plan import UnsureSet
from ingestion.sources.djmix import read_djmix
from ingestion.sources.gd_shows_apache import read_gd_shows_apache
from ingestion.sources.gdshowsdb import read_gdshowsdb
from ingestion.sources.sets import read_sets
from runtime import demo_data
from runtime.progress import step
from runtime.settings import Settings
from songnodes.connection import with_database

Records = Iterable[SetObservation | RefusedRecord]
READERS: dict[str, Callable[[Path], Records]] = {
    "gdshowsdb": read_gdshowsdb,
    "gd-shows-apache": read_gd_shows_apache,
    "sets": read_sets,
}
"""What reads the file or folder of each kind."""
UNSURE_SHOWN = 20
"""Sets that a load is unsure about, told one by one; the line above them says how many there are."""
DEMO = f"demo_djmix_{demo_data.VERSION}"
"""Noted in the graph once the demo has been loaded to its end."""


def load_source(settings: Settings, kind: str, path: Path | None) -> None:
    """The command `load`. Raises BadInput for a path that is missing or too much."""
    records, total = _records(settings, kind, path)

    async def act(database: Database) -> LoadReport:
        await migrate(database)
        report = await load_with_bar(database, records, f"Loading {kind}", total, actor=f"load {kind}")
        if kind == "demo":
            await note(database, DEMO)
        return report

    typer.echo(summary(with_database(settings, act)))


async def load_demo(database: Database, settings: Settings) -> LoadReport:
    """Load the demo to its end, from where an interrupted load stopped."""
    records = read_djmix(demo_data.demo_records(settings.cache_dir.absolute()))
    report = await load_with_bar(database, records, "Loading the demo graph", demo_data.MIXES, actor="load demo")
    await note(database, DEMO)
    return report


async def load_with_bar(
    database: Database, records: Records, what: str, total: int | None, *, actor: str
) -> LoadReport:
    """Load, and show how many sets are done."""
    done = 0
    with step(what, total, "sets") as advance:

        def show(sets: int) -> None:
            nonlocal done
            advance(sets - done)
            done = sets

        return await load_sets(database, records, actor=actor, progress=show, resolver=resolve_alike)


def summary(report: LoadReport) -> str:
    """What a load did: one line, and one for each of the first sets that may be another source's."""
    aside = sum(report.set_aside.values())
    rows = ", ".join(f"{count} {state}" for state, count in sorted(report.rows.items()))
    done = (
        f"{report.sets} sets ({report.sets_new} new, {report.sets_updated} changed, "
        f"{report.sets_joined} of others' sets, {report.sets_unchanged} same), "
        f"{len(report.unsure)} that may be others', "
        f"{sum(report.rows.values())} rows ({rows or 'none'}), {aside} records set aside, in {report.seconds:.1f} s"
    )
    return "\n".join([done, *map(_unsure_line, report.unsure[:UNSURE_SHOWN])])


def _unsure_line(unsure: UnsureSet) -> str:
    likeliest, match = unsure.candidates[0]
    told = f"{unsure.setlist} {unsure.title!r} may be {likeliest} ({match.probability:.2f})"
    return f"  {told}: it is kept as a set of its own"


def _records(settings: Settings, kind: str, path: Path | None) -> tuple[Records, int | None]:
    if kind == "demo":
        if path is not None:
            raise BadInput("load demo takes no path")
        return read_djmix(demo_data.demo_records(settings.cache_dir.absolute())), demo_data.MIXES
    if path is None or not path.exists():
        raise BadInput(
            f"load {kind} needs a {'folder' if kind == 'gdshowsdb' else 'file'} that exists: {path} does not"
        )
    return READERS[kind](path), None
