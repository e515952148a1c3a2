"""A table's text into cells: the delimiter is found by trying, quotes are read as the csv module does."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from graph_model.errors import BadRecord
from ingestion.imports.csv_columns import Columns, columns_of

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 20_000


class Record:
    """One line of the table: what its cells say, by what the columns say."""

    def __init__(self, line: int, cells: Sequence[str], columns: Columns) -> None:
        self.line, self.cells, self._columns = line, cells, columns

    def __getitem__(self, field: str) -> str | None:
        """The first cell that holds something; None for none. "nan" and "None" are how programs write nothing."""
        return next(iter(self.all(field)), None)

    def all(self, field: str) -> tuple[str, ...]:
        """Every cell that holds something."""
        held = (self.cells[number].strip() for number in self._columns.get(field, ()) if number < len(self.cells))
        return tuple(cell for cell in held if cell and cell.casefold() not in ("nan", "none", "null", "n/a"))


def delimiter_of(text: str) -> str:
    """The delimiter with which the first line gives the most columns that we know, then the most columns."""
    line = text.lstrip("\n")[:_LONGEST_HEADER].partition("\n")[0]
    return max(_DELIMITERS, key=lambda delimiter: _known(_split(line, delimiter)))


def header_of(text: str) -> list[str]:
    """The cells of the first line."""
    return _split(text.lstrip("\n")[:_LONGEST_HEADER].partition("\n")[0], delimiter_of(text))


def lines_of(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """(number of the line, its cells), empty lines left out. Raises BadRecord by line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as problem:
        raise BadRecord(f"{name}, line {reader.line_num}", f"no table ({problem}); save it as CSV again") from problem


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(islice(csv.reader([line], delimiter=delimiter), 1), [])
    except csv.Error:  # a quote that never closes, or a cell beyond the limit: not with this delimiter
        return []


def _known(header: Sequence[str]) -> tuple[int, int]:
    return len(columns_of(header, {})), len(header)
