"""1001tracklists: saved pages of a tracklist, and the text that the site's "copy" and "export" give.

The page has been laid out in three ways since 2021; what all share is read: a row is `.tlpItem`, its printed name a
`meta` of schema.org, its cue a hidden field, its label in `.trackLabel`. A page that shows no tracklist (the wait
page for robots, a search) is refused, and so is one whose rows we do not find: never an empty set.
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
from ingestion.imports.set_head import plain_title, read_head
from ingestion.imports.source_file import SourceFile
from ingestion.imports.tracklists_1001_row import read_page_row
from ingestion.observation import PerformerObservation, RefusedRecord
from ingestion.sources.record import json_text

SOURCE = "1001tracklists"
PARSER = "1001tracklists 1"
CONFIDENCE = 0.85
"""Many eyes see a tracklist there; corrections are suggested and voted on."""

_SITE = re.compile(r"1001tracklists\.com|1001\.tl/", re.IGNORECASE)
_ID = re.compile(r"(?:1001tracklists\.com/tracklist/|1001\.tl/)([0-9a-z]{5,12})\b", re.IGNORECASE)
_WAITING = re.compile(r"please wait, you will be forwar", re.IGNORECASE)
_CREDIT = re.compile(r"^\W*(?:tracklist|powered) by\b.*|.*(?:1001tracklists\.com|1001\.tl/).*", re.IGNORECASE)
_FEWEST_OF_COUNTED = 0.8
"""Share of the tracks that the page counts which must be found; it may count one that it does not show."""


def is_1001_page(file: SourceFile) -> bool:
    """A saved page of the site."""
    return "<html" in file.head.lower() and _SITE.search(file.head) is not None


def is_1001_text(file: SourceFile) -> bool:
    """Text that names the site and is no page. The link stands first or last: a short file is looked through."""
    return "<html" not in file.head.lower() and _SITE.search(file.data[:100_000].decode("latin-1")) is not None


def read_1001_page(file: SourceFile) -> Iterator[Draft | RefusedRecord]:
    """One set, or why the page has none: BOT_PAGE, NO_TRACKLIST, LAYOUT_CHANGED. Raises BadRecord for no page."""
    page = page_of(file)
    rows = rows_within(file, (row for item in page.css(".tlpItem") if (row := read_page_row(item))))
    if flaw := _flaw(page, rows):
        yield file.refused(SOURCE, "", *flaw)
        return
    yield _draft(page, rows)


def read_1001_text(file: SourceFile, told: Told = UNTOLD) -> Iterator[Draft | RefusedRecord]:
    """One set of the exported text; its key is the id in the link, so that text and page are one set."""
    text = text_of(file)
    found = rows_in(file, "\n".join(line for line in text.split("\n") if not _CREDIT.fullmatch(line.strip())))
    if len(found.rows) < FEWEST_ROWS:
        yield too_few(file, found, text)
        return
    link = _ID.search(told.url or text)
    title = told.title or plain_title(found.title or "") or name_of(file)
    head = read_head(title, says_who=True)
    yield Draft(
        source=SOURCE, key=told.key or (link[1] if link else content_key(*(row.text for row in found.rows))),
        title=title, raw=json_text({"text": text, "title": told.title, "url": told.url}),
        parser=PARSER, confidence=CONFIDENCE, rows=row_drafts(found.rows), performers=head.performers,
        url=told.url or (f"https://www.1001tracklists.com/tracklist/{link[1]}/" if link else None),
        played_on=head.played_on, played_precision=head.played_precision, occasion=head.occasion,
    )  # fmt: skip


def _flaw(page: Selector, rows: tuple[RowDraft, ...]) -> tuple[str, str] | None:
    """(code, reason) where this is no page with a whole tracklist."""
    if _WAITING.search(first_text(page.css("h1"))):
        return "BOT_PAGE", "it is the site's wait page, not the tracklist: open it in a browser and save it again"
    url = page.css("link[rel=canonical]::attr(href)").get("")
    if not rows and "/tracklist/" not in url:
        return "NO_TRACKLIST", "the page shows no tracklist (a search, an artist): save the tracklist's own page"
    counted = page.css('meta[itemprop="numTracks"]::attr(content)').get("").strip()
    expected = int(counted) if counted.isdecimal() and len(counted) < 5 else 0
    if not rows or len(rows) < _FEWEST_OF_COUNTED * expected:
        return "LAYOUT_CHANGED", f"{len(rows)} rows found, the page counts {expected or 'some'}: its form is not known"
    return None


def _draft(page: Selector, rows: tuple[RowDraft, ...]) -> Draft:
    url = page.css("link[rel=canonical]::attr(href)").get("") or said_by(page, "og:url")
    title = said_by(page, "og:title") or first_text(page.css("title"))
    head = read_head(title, says_who=True)
    performers = tuple(filter(None, (first_text(link) for link in page.css('h1 a[href*="/dj/"]'))))
    link = _ID.search(url)
    return Draft(
        source=SOURCE, key=link[1] if link else content_key(title, *(row.text for row in rows)), title=title,
        raw=json_text({"url": url, "title": title, "rows": [row.text for row in rows]}),
        parser=PARSER, confidence=CONFIDENCE, rows=rows, url=url or None,
        performers=tuple(map(PerformerObservation, performers)) or head.performers,
        played_on=head.played_on, played_precision=head.played_precision, occasion=head.occasion,
    )  # fmt: skip
