"""The commands that match anyone's records: what can be typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from songnodes.opening import opened_settings

matching_app = typer.Typer(
    help="Anyone's records: which are one piece of music? No graph needed. docs/matching.md", no_args_is_help=True
)
Table = Annotated[Path, typer.Argument(help="A CSV file in UTF-8; docs/matching.md names the columns.")]
Answers = Annotated[Path | None, typer.Option("--out", help="Write there, not to standard output.")]


@matching_app.command()
def pairs(file: Table, out: Answers = None) -> None:
    """Score pairs of records (left_title, right_title, …): JSON Lines with probability, decision and reasons."""
    opened_settings()
    from songnodes.matching import match_pairs

    match_pairs(file, out)


@matching_app.command()
def cluster(file: Table, out: Answers = None) -> None:
    """Gather records (id, title, …) that are one piece: JSON Lines, a line for each record."""
    opened_settings()
    from songnodes.matching import match_cluster

    match_cluster(file, out)
