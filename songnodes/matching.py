"""The command `match`: anyone's records compared or gathered, without a graph."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TextIO, TypeVar

import orjson
import typer

from graph_model.errors import BadInput
from ingestion.matching.clusters import candidate_pairs, clusters
from ingestion.matching.match import Match, Matcher
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.scores import b_cubed, of_clusters, of_pairs
from ingestion.matching.tables import Item, Pair, read_items, read_pairs
from ingestion.matching.words import WordWeights
from ingestion.observation import RefusedRecord
from runtime.progress import step

MODEL = "records"
T = TypeVar("T")


def match_pairs(file: Path, out: Path | None) -> None:
    """`match pairs FILE`: a line of JSON for each pair; precision, recall and F1 on stderr where there are labels."""
    found = list(read_pairs(_existing(file)))
    pairs = list(_usable(found, Pair))
    matcher = Matcher.named(MODEL, _weights(record for pair in pairs for record in (pair.left, pair.right)))
    made: list[bool] = []
    with _writer(out) as lines, step("Comparing", len(pairs), "pairs") as advance:
        for pair in pairs:
            match = matcher.compare(pair.left, pair.right)
            made.append(match.probability >= matcher.even)
            _line(lines, {"line": pair.line, **_told(match, made[-1])})
            advance(1)
    if pairs and pairs[0].same is not None:
        typer.echo(str(of_pairs(made, (bool(pair.same) for pair in pairs))), err=True)
    _tell_refused(found)


def match_cluster(file: Path, out: Path | None) -> None:
    """`match cluster FILE`: a line of JSON for each record, with its cluster and the match that holds it there."""
    found = list(read_items(_existing(file)))
    items = list(_usable(found, Item))
    records = [item.record for item in items]
    matcher = Matcher.named(MODEL, _weights(records))
    with step("Comparing", len(records), "records") as advance:
        pairs = candidate_pairs(records, matcher, advance)
    groups = clusters(records, pairs, matcher)
    with _writer(out) as lines:
        for group in groups:
            for place in group:
                _line(lines, _member(items, group, place, matcher))
    if items and items[0].cluster is not None:
        labels = {place: (item.cluster, "" if item.cluster else item.uid) for place, item in enumerate(items)}
        precision, recall = b_cubed(groups, labels)
        typer.echo(f"pairs: {of_clusters(groups, labels)}", err=True)
        typer.echo(f"B-cubed: precision {precision:.4f}, recall {recall:.4f}", err=True)
    _tell_refused(found)


def _member(items: list[Item], group: list[int], place: int, matcher: Matcher) -> dict[str, Any]:
    """A record in its cluster, which is called by its first record's id; alone it has nothing to be compared with."""
    told: dict[str, Any] = {"id": items[place].uid, "cluster": items[group[0]].uid, "size": len(group)}
    others = [other for other in group if other != place]
    if not others:
        return told | {"probability": None, "decision": "alone", "reasons": []}
    mine = items[place].record
    nearest = max(others, key=lambda other: (matcher.probability(mine, items[other].record), -other))
    match = matcher.compare(mine, items[nearest].record)
    return told | {"nearest": items[nearest].uid, **_told(match, True)}


def _told(match: Match, same: bool) -> dict[str, Any]:
    return {
        "probability": round(match.probability, 4), "match": same, "decision": match.decision, "veto": match.veto,
        "reasons": [
            {"axis": reason.axis, "log_odds": round(reason.log_odds, 3), "text": reason.text}
            for reason in match.reasons
        ],
    }  # fmt: skip


def _weights(records: Iterable[Record]) -> WordWeights:
    return WordWeights.of(read(record).all for record in dict.fromkeys(records))


def _usable(found: Iterable[T | RefusedRecord], kind: type[T]) -> Iterator[T]:
    for each in found:
        if isinstance(each, kind):
            yield each


def _tell_refused(found: Iterable[object]) -> None:
    """Each refused line by its reason; the exit code is 0 all the same, for the rest was answered."""
    for each in found:
        if isinstance(each, RefusedRecord):
            typer.echo(f"{each.place}: {each.reason} [{each.code}]", err=True)


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise BadInput(f"{file} is no file; give a CSV file")
    return file


def _writer(out: Path | None) -> AbstractContextManager[TextIO]:
    """The file to write, or standard output left open."""
    return out.open("w", encoding="utf-8") if out else nullcontext(sys.stdout)


def _line(lines: TextIO, told: dict[str, Any]) -> None:
    lines.write(orjson.dumps(told).decode() + "\n")
