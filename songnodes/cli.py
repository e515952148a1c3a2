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
from runtime.secret_file import private_folder
from runtime.settings import Settings, load_settings
from runtime.telemetry import configure_logs, open_log_file

INTERRUPTED = 130
log = structlog.get_logger(__name__)
app = typer.Typer(
    help="The knowledge graph of DJ sets. Settings: docs/settings.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


Reason = Annotated[str, typer.Option(help="Why, for the history.")]
review_app = typer.Typer(help="What matchers left for you to decide.", no_args_is_help=True)
merge_app = typer.Typer(help="Make one of two.", no_args_is_help=True)
app.add_typer(review_app, name="review")
app.add_typer(merge_app, name="merge")


class Kind(StrEnum):
    """What can be loaded."""

    demo = "demo"
    gdshowsdb = "gdshowsdb"
    sets = "sets"


@app.command()
def run(*, demo: Annotated[bool, typer.Option(help="Load the demo graph when it is not there yet.")] = True) -> None:
    """Everything on one machine: Neo4j, schema, demo graph, server. Ctrl-C stops all of it."""
    settings = _settings()
    from songnodes.running import run_all

    run_all(settings, demo=demo)


@app.command()
def serve() -> None:
    """The server alone, beside a Neo4j that is given (NEO4J_URI), running, or else started."""
    settings = _settings(to_file=False)
    from songnodes.running import serve_alone

    serve_alone(settings)


@app.command()
def migrate() -> None:
    """Bring the database's schema up to date."""
    settings = _settings()
    from songnodes.upkeep import migrate_database

    migrate_database(settings)


@app.command()
def neo4j() -> None:
    """The managed Neo4j alone, in the foreground. Ctrl-C stops it."""
    settings = _settings()
    from songnodes.running import run_neo4j

    run_neo4j(settings)


@app.command()
def load(
    kind: Annotated[Kind, typer.Argument(help="demo; gdshowsdb PATH (its folder); sets FILE (JSON Lines).")],
    path: Annotated[Path | None, typer.Argument(help="Folder or file; none for demo.")] = None,
) -> None:
    """Load sets into the graph; what is there already is left alone."""
    settings = _settings()
    from songnodes.loading import load_source

    load_source(settings, kind.value, path)


@app.command(name="import")
def import_(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of DJ programs, tracklists, or folders.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be loaded, and load nothing.")] = False,
    watch: Annotated[Path | None, typer.Option(help="A folder: import its files as they come, until Ctrl-C.")] = None,
) -> None:
    """Import files of DJ programs, or watch a folder of them; exit code 1 where a file gave nothing."""
    settings = _settings()
    from songnodes.importing import import_paths, watch_folder

    if bool(files) == bool(watch):
        raise BadInput("import needs files or folders, or --watch FOLDER alone")
    if watch:
        watch_folder(settings, watch)
    else:
        import_paths(settings, files or [], dry_run=dry_run)


@app.command()
def check() -> None:
    """Compare every transition with the plays it is derived from; exit code 1 for a difference."""
    settings = _settings()
    from songnodes.upkeep import check_graph

    check_graph(settings)


@app.command()
def delete(setlist_id: Annotated[str, typer.Argument(help="Id of the setlist, set_…")]) -> None:
    """Delete one setlist and its share of the transitions."""
    settings = _settings()
    from songnodes.upkeep import delete_setlist

    delete_setlist(settings, setlist_id)


@app.command()
def undo(revision_id: Annotated[str, typer.Argument(help="Id of the act, rev_…")], reason: Reason = "") -> None:
    """Take a merge, a repointing or a review's decision back, as if it had never been."""
    settings = _settings()
    from songnodes.curating import undo_act

    undo_act(settings, revision_id, reason)


@app.command()
def history(entity_id: Annotated[str, typer.Argument(help="Id of a track, artist, setlist or review item")]) -> None:
    """Show what changed an entity, newest first, and what of it was undone."""
    settings = _settings()
    from songnodes.curating import show_history

    show_history(settings, entity_id)


@app.command()
def model() -> None:
    """Print docs/model.md: node labels, relationship types, properties, constraints and indexes."""
    from songnodes.model_page import model_page

    typer.echo(model_page(), nl=False)


matching = typer.Typer(help="Anyone's records: which are one piece of music? No graph needed. docs/matching.md")
app.add_typer(matching, name="match")
Table = Annotated[Path, typer.Argument(help="A CSV file in UTF-8; docs/matching.md names the columns.")]
Answers = Annotated[Path | None, typer.Option("--out", help="Write there, not to standard output.")]


@matching.command()
def pairs(file: Table, out: Answers = None) -> None:
    """Score pairs of records (left_title, right_title, …): JSON Lines with probability, decision and reasons."""
    _settings()
    from songnodes.matching import match_pairs

    match_pairs(file, out)


@matching.command()
def cluster(file: Table, out: Answers = None) -> None:
    """Gather records (id, title, …) that are one piece: JSON Lines, a line for each record."""
    _settings()
    from songnodes.matching import match_cluster

    match_cluster(file, out)


ItemId = Annotated[str, typer.Argument(help="Id of the review item, rvw_…")]
Survivor = Annotated[str, typer.Argument(help="Id of the one that stays")]
Merged = Annotated[str, typer.Argument(help="Id of the one that goes")]
Force = Annotated[bool, typer.Option("--force", help="Although somebody has decided that they differ.")]


@review_app.command("list")
def review_list(most: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 20) -> None:
    """List the open items, the likeliest first."""
    settings = _settings()
    from songnodes.curating import list_items

    list_items(settings, most)


@review_app.command("show")
def review_show(item_id: ItemId) -> None:
    """Show one item with its candidates and their reasons."""
    settings = _settings()
    from songnodes.curating import show_item

    show_item(settings, item_id)


@review_app.command("accept")
def review_accept(
    item_id: ItemId,
    candidate: Annotated[str | None, typer.Argument(help="Id of the candidate; the likeliest if left out")] = None,
    reason: Reason = "",
) -> None:
    """The entity in question is that candidate: merge it into it."""
    settings = _settings()
    from songnodes.curating import accept_item

    accept_item(settings, item_id, candidate, reason)


@review_app.command("reject")
def review_reject(
    item_id: ItemId,
    candidate: Annotated[str | None, typer.Argument(help="Id of the one that it is not; all if left out")] = None,
    reason: Reason = "",
) -> None:
    """The entity in question is none of the candidates, or not that one."""
    settings = _settings()
    from songnodes.curating import reject_item

    reject_item(settings, item_id, candidate, reason)


@review_app.command("new")
def review_new(item_id: ItemId, reason: Reason = "") -> None:
    """The entity in question is one of its own."""
    settings = _settings()
    from songnodes.curating import decide_new

    decide_new(settings, item_id, reason)


@merge_app.command("tracks")
def merge_two_tracks(survivor: Survivor, merged: Merged, *, force: Force = False, reason: Reason = "") -> None:
    """Make one of two tracks: plays, credits and keys move, the id that goes leads to the one that stays."""
    settings = _settings()
    from songnodes.curating import merge_two

    merge_two(settings, "Track", (survivor, merged), force=force, reason=reason)


@merge_app.command("artists")
def merge_two_artists(survivor: Survivor, merged: Merged, *, force: Force = False, reason: Reason = "") -> None:
    """Make one of two artists: credits, sets, aliases and keys move, and DJs are counted anew."""
    settings = _settings()
    from songnodes.curating import merge_two

    merge_two(settings, "Artist", (survivor, merged), force=force, reason=reason)


@app.command()
def repoint(
    plays: Annotated[list[str], typer.Argument(help="Ids of plays, ply_…")],
    track: Annotated[str | None, typer.Option(help="Id of the track that they are of.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of a new track that they are of.")] = None,
    reason: Reason = "",
) -> None:
    """Move plays to another track, or to a new one; they stay there when their set is loaded again."""
    settings = _settings()
    from songnodes.curating import repoint_rows

    repoint_rows(settings, plays, (track, title), reason)


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


def _settings(*, to_file: bool = True) -> Settings:
    """The settings; from here on events go to the log file, or to stderr where that is the log."""
    settings = load_settings()
    private_folder(settings.data_dir)
    stream = open_log_file(settings.data_dir / "logs") if to_file else None
    configure_logs(settings.log_level, settings.log_format, stream)
    return settings
