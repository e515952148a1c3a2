"""MixesDB: saved pages of a mix, and its way of writing a tracklist in plain text.

    [017] Artist - Title (Remix) [Label - CAT]

On a page the tracklist stands under the headline "Tracklist", as items of lists; a term of a list (`dt`) is a heading.
In the text a row that is only "?" counts, and so does one without a cue between rows that have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsel import Selector

from ingestion.draft import Draft, RowDraft
from ingestion.imports.fields import content_key
from ingestion.imports.page import first_text, page_of, rows_within, said_by
from ingestion.imports.pasted import UNTOLD, Told, name_of, row_drafts, rows_in, text_of, too_few
from ingestion.imports.pasted_rows import FEWEST_ROWS
from ingestion.imports.source_file import SourceFile
from ingestion.observation import PerformerObservation, RefusedRecord
from ingestion.sources.mixesdb_title import read_title
from ingestion.sources.record import json_text
from ingestion.tracklist.row import Placed

SOURCE = "mixesdb"
PARSER = "mixesdb 1"
CONFIDENCE = 0.9
"""A wiki whose editors listen and correct each other; now and then a row is a guess."""

_SITE = re.compile(r"mixesdb\.com|mixes\.wiki", re.IGNORECASE)
_ROW = re.compile(r"^\s*\[[0-9?]{2,3}(?::[0-9?]{2})?\] \S", re.MULTILINE)
_ITEMS = (
    '//*[@id="Tracklist"]/following::*[self::h1 or self::h2 or self::h3 or self::li or self::dd or self::dt'
    ' or contains(@class, "list-track")][not(.//li or .//dd or .//*[contains(@class, "list-track")])]'
)
"""What follows the headline "Tracklist": innermost items, and the headlines after it."""
_HEADLINES = ("h1", "h2", "h3")


def is_mixesdb_page(file: SourceFile) -> bool:
    """A saved page of the wiki."""
    return "<html" in file.head.lower() and _SITE.search(file.head) is not None


def is_mixesdb_text(file: SourceFile) -> bool:
    """At least three rows begin with their minute in square brackets."""
    return not file.head.lstrip().startswith(("<", "{")) and len(_ROW.findall(file.head)) >= FEWEST_ROWS


def read_mixesdb_page(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set, or why the page has none: NO_TRACKLIST, LAYOUT_CHANGED. Raises BadRecord for no page."""
    page = page_of(file)
    rows = rows_within(file, _rows(page))
    if not rows:
        code = "LAYOUT_CHANGED" if page.css("#Tracklist") else "NO_TRACKLIST"
        yield file.refused(SOURCE, "", code, "no rows found on the page: save the page of a mix that has a tracklist")
        return
    url = page.css("link[rel=canonical]::attr(href)").get("") or said_by(page, "og:url")
    title = first_text(page.css("#firstHeading")) or first_text(page.css("h1"))
    yield _draft(title, rows, url or None, json_text({"url": url, "title": title, "rows": [row.text for row in rows]}))


def read_mixesdb_text(file: SourceFile, told: Told = UNTOLD) -> Iterator[Draft | RefusedRecord]:
    """The set that the text writes. Its key is told, or the url, or a hash of the rows."""
    text = text_of(file)
    found = rows_in(file, text)
    if len(found.rows) < FEWEST_ROWS:
        yield too_few(file, found, text)
        return
    raw = json_text({"text": text, "title": told.title, "url": told.url})
    yield _draft(told.title or found.title or name_of(file), row_drafts(found.rows), told.url, raw)


def _rows(page: Selector) -> Iterator[RowDraft]:
    heading = False
    for item in page.xpath(_ITEMS):
        text = first_text(item)
        if item.root.tag in _HEADLINES:
            return
        if item.root.tag == "dt":
            heading = True
        elif text:
            yield RowDraft(text, placed=Placed(break_before=heading))
            heading = False


def _draft(title: str, rows: tuple[RowDraft, ...], url: str | None, raw: str) -> Draft:
    head = read_title(title, ())
    occasion = {part: said for part in ("event", "place", "series", "episode") if (said := getattr(head, part))}
    return Draft(
        source=SOURCE, key=url or content_key(title, *(row.text for row in rows)), title=title, raw=raw,
        parser=PARSER, confidence=CONFIDENCE, rows=rows, url=url,
        performers=(PerformerObservation(head.performers),) if head.performers else (),
        played_on=head.played_on, played_precision=head.played_precision, occasion=occasion,
    )  # fmt: skip
