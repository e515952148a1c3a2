"""The commands: what can be typed. What they do stands in the module that each one imports when it is called."""

from __future__ import annotations

import io
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import structlog
import typer

from graph_model.errors import BadInput, SongNodesError
from runtime.collector import collect_rarely
from runtime.telemetry import configure_logs
from songnodes.curation_cli import curator, merge_app, review_app
from songnodes.matching_cli import matching_app
from songnodes.opening import opened_settings

INTERRUPTED = 130
log = structlog.get_logger(__name__)
app = typer.Typer(
    help="The knowledge graph of DJ sets. Settings: docs/settings.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


app.add_typer(curator)  # without a name: its commands stand beside the others
app.add_typer(review_app, name="review")
app.add_typer(merge_app, name="merge")
app.add_typer(matching_app, name="match")


class Kind(StrEnum):
    """What can be loaded."""

    demo = "demo"
    gdshowsdb = "gdshowsdb"
    gd_shows_apache = "gd-shows-apache"
    sets = "sets"


@app.command()
def run(*, demo: Annotated[bool, typer.Option(help="Load the demo graph when it is not there yet.")] = True) -> None:
    """Everything on one machine: Neo4j, schema, demo graph, server. Ctrl-C stops all of it."""
    settings = opened_settings()
    from songnodes.running import run_all

    run_all(settings, demo=demo)


@app.command()
def serve() -> None:
    """The server alone, beside a Neo4j that is given (NEO4J_URI), running, or else started."""
    settings = opened_settings(to_file=False)
    from songnodes.running import serve_alone

    serve_alone(settings)


@app.command()
def migrate() -> None:
    """Bring the database's schema up to date."""
    settings = opened_settings()
    from songnodes.upkeep import migrate_database

    migrate_database(settings)


@app.command()
def neo4j() -> None:
    """The managed Neo4j alone, in the foreground. Ctrl-C stops it."""
    settings = opened_settings()
    from songnodes.running import run_neo4j

    run_neo4j(settings)


@app.command()
def load(
    kind: Annotated[Kind, typer.Argument(help="demo; gdshowsdb FOLDER; gd-shows-apache FILE; sets FILE (JSON Lines).")],
    path: Annotated[Path | None, typer.Argument(help="Folder or file; none for demo.")] = None,
) -> None:
    """Load sets into the graph; what is there already is left alone."""
    settings = opened_settings()
    from songnodes.loading import load_source

    load_source(settings, kind.value, path)


@app.command(name="import")
def import_(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of DJ programs, tracklists, or folders.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be loaded, and load nothing.")] = False,
    watch: Annotated[Path | None, typer.Option(help="A folder: import its files as they come, until Ctrl-C.")] = None,
    title: Annotated[str | None, typer.Option(help="What the set in a text or table is called.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the set in a text is from.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="A table's column, WHAT=HEADER, e.g. title=Song; several times.")
    ] = None,
) -> None:
    """Import files of DJ programs, or watch a folder of them; exit code 1 where a file gave nothing."""
    settings = opened_settings()
    from songnodes.importing import hints_of, import_paths, watch_folder

    if bool(files) == bool(watch):
        raise BadInput("import needs files or folders, or --watch FOLDER alone")
    if watch:
        watch_folder(settings, watch)
    else:
        import_paths(settings, files or [], dry_run=dry_run, hints=hints_of(title, url, column or []))


@app.command()
def check() -> None:
    """Compare every transition with the plays it is derived from; exit code 1 for a difference."""
    settings = opened_settings()
    from songnodes.upkeep import check_graph

    check_graph(settings)


@app.command()
def conflicts(
    setlist_id: Annotated[str | None, typer.Argument(help="Id of a setlist, set_…; none for all.")] = None,
) -> None:
    """What the sources of one set say differently: rows, order, segues, venue, date."""
    settings = opened_settings(to_file=False)
    from songnodes.conflicts import list_conflicts

    list_conflicts(settings, setlist_id)


@app.command()
def resolve() -> None:
    """Look through all tracks for those that are one: sure ones are merged, unsure ones wait for `review`."""
    settings = opened_settings()
    from songnodes.upkeep import resolve_graph

    resolve_graph(settings)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A row as printed: 'Artist - Title (Version)'")],
    most: Annotated[int, typer.Option(min=1, max=20, help="Tracks to compare it with, at most.")] = 3,
) -> None:
    """Say of which track a row is, and why: what each axis adds to the odds."""
    settings = opened_settings()
    from songnodes.explaining import explain as explain_row

    explain_row(settings, text, most)


@app.command()
def delete(setlist_id: Annotated[str, typer.Argument(help="Id of the setlist, set_…")]) -> None:
    """Delete one setlist and its share of the transitions."""
    settings = opened_settings()
    from songnodes.upkeep import delete_setlist

    delete_setlist(settings, setlist_id)


@app.command()
def model() -> None:
    """Print docs/model.md: node labels, relationship types, properties, constraints and indexes."""
    from songnodes.model_page import model_page

    typer.echo(model_page(), nl=False)


def main() -> None:
    """Run a command; whatever goes wrong ends in one sentence on stderr and exit code 1."""
    collect_rarely()
    configure_logs("error", "console", io.StringIO())  # until the settings say where to, nothing is to be logged
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except typer.Exit as ended:
        sys.exit(ended.exit_code)
    except SongNodesError as error:
        log.warning("command_refused", code=error.code, message=error.message, cause=repr(error.__cause__))
        _complain(error.message)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # the last door: logged, told, exit code 1
        sys.exit(_unforeseen(error))
    sys.exit(code or 0)


def _unforeseen(error: Exception) -> int:
    if hasattr(error, "exit_code") and hasattr(error, "show"):  # typer's own: a wrong argument
        error.show()
        return int(error.exit_code)
    log.error("command_failed", exc_info=error)
    _complain(
        f"Something unforeseen went wrong ({type(error).__name__}): the log has it; please report it with that log"
    )
    return 1


def _complain(sentence: str) -> None:
    print(f"songnodes: {sentence}", file=sys.stderr)
