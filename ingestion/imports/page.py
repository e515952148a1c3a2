"""Saved web pages: the tree of a page, and the text of its parts. Nothing is fetched, no script runs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from parsel import Selector, SelectorList

from graph_model.errors import BadRecord
from ingestion.imports.source_file import SourceFile
from ingestion.set_aside import MOST_ROWS
from ingestion.tracklist.text import one_line

T = TypeVar("T")
LARGEST_PAGE_BYTES = 10_000_000
"""The largest saved tracklist has 300 kB."""


def page_of(file: SourceFile) -> Selector:
    """The page's tree. Raises BadRecord for what is too large or no page."""
    if len(file.data) > LARGEST_PAGE_BYTES:
        raise BadRecord(file.name, f"{len(file.data):,} bytes; pages of at most {LARGEST_PAGE_BYTES:,} are read")
    try:
        page = Selector(file.text().replace("\0", ""), type="html")
    except ValueError as problem:
        raise BadRecord(file.name, f"no page of HTML ({problem}); save it again as a web page") from problem
    if page.root is None:
        raise BadRecord(file.name, "the page is empty")
    return page


def first_text(found: Selector | SelectorList[Selector]) -> str:
    """The text of the first element, with everything in it, on one line."""
    element = found if isinstance(found, Selector) else (found[0] if found else None)
    return one_line(element.xpath("string()").get("")) if element is not None else ""


def rows_within(file: SourceFile, found: Iterable[T]) -> tuple[T, ...]:
    """The rows of a page. Raises BadRecord for more than a set may have, as soon as there are more."""
    rows = tuple(islice(found, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise BadRecord(file.name, f"the page has more than {MOST_ROWS:,} rows, a set has fewer")
    return rows


def said_by(page: Selector, name: str) -> str:
    """The content of the `meta` called so."""
    return one_line(page.xpath("//meta[@property=$name or @name=$name]/@content", name=name).get(""))
