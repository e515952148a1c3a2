"""The report: put between two marks of docs/matching.md, so that what people wrote around it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from tests.benchmarks.machine import commit, processor
from tests.benchmarks.matching.eye_part import eye_part, eye_read
from tests.benchmarks.matching.pairs_part import pairs_found, pairs_part
from tests.benchmarks.matching.rows_part import rows_found, rows_part
from tests.benchmarks.matching.sources import Absent

BEGIN, END = "<!-- made by `make bench-matching`: begin -->", "<!-- end -->"
PACKAGES = ("rapidfuzz", "scikit-learn", "splink", "duckdb", "numpy", "pandas")
Part = tuple[list[str], Any]


def parts() -> Iterator[tuple[str, Part]]:
    """Name → (lines, figures); a part whose data are absent says so."""
    yield "pairs", _part(pairs_found, pairs_part)
    yield "rows", _part(rows_found, rows_part)
    counts = eye_read()
    yield "read_by_eye", ([*eye_part(counts), ""], counts)


def _part(find: Callable[[], Any], tell: Callable[[Any], Iterator[str]]) -> Part:
    try:
        found = find()
    except Absent as absent:
        return [f"Not measured here: {absent} is not on this machine.", ""], None
    return [*tell(found), ""], found.as_json()


def write(docs: Path) -> str:
    """Measure, and write matching.md and matching.json into the folder; the report."""
    found = dict(parts())
    lines = [*_head(), *(line for part, _ in found.values() for line in part)]
    report = "\n".join(lines).rstrip()
    page = docs / "matching.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{after}", encoding="utf-8")
    figures = {"machine": _machine(), **{name: figures for name, (_, figures) in found.items()}}
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    (docs / "matching.json").write_bytes(orjson.dumps(figures, option=options))
    return report


def _head() -> Iterator[str]:
    told = ", ".join(f"{name} {value}" for name, value in _machine().items())
    yield f"Made by `make bench-matching`; not edited by hand. {told}."
    yield ""


def _machine() -> dict[str, str]:
    made = {"date": datetime.now(UTC).date().isoformat(), "commit": commit(), "processor": processor()}
    return made | {name: version(name) for name in PACKAGES}
