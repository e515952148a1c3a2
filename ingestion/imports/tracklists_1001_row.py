"""One row of a saved 1001tracklists page: a normal one, one played together ("w/"), one below a mashup."""

from __future__ import annotations

import re

from parsel import Selector

from ingestion.draft import RowDraft
from ingestion.imports.page import first_text
from ingestion.observation import Measures
from ingestion.tracklist.row import Placed
from ingestion.tracklist.text import one_line

SCHEME = "1001tracklists-track"
"""The site's own ids of tracks: a remix has one of its own, an edit made for one set has none."""

_LENGTH = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:(\d{1,2})S)?")
_TRACK = re.compile(r"/track/([0-9a-z]{4,12})/")
_CUE = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_TIGHT = re.compile(r"(?<=\()\s+|\s+(?=\))")


def read_page_row(item: Selector) -> RowDraft | None:
    """The row; None for a box in the list that prints no track."""
    printed = _named(item) or _TIGHT.sub("", first_text(item.css(".trackValue")))
    if not printed:
        return None
    edit = first_text(item.css(".trackEditData"))
    text = f"{printed} {edit}".strip()
    return RowDraft(
        text=text,
        title=text,
        label=_label(item),
        placed=Placed(cue_ms=_cue_ms(item), together=_is_together(item)),
        measures=Measures(duration_ms=_length_ms(item.css('meta[itemprop="duration"]::attr(content)').get(""))),
        external_ids=() if edit else _ids(item),
    )


def track_ids(url: str) -> tuple[tuple[str, str], ...]:
    """The site's id in a link to a track."""
    found = _TRACK.search(url)
    return ((SCHEME, found[1]),) if found else ()


def _named(item: Selector) -> str:
    return one_line(item.css('meta[itemprop="name"]::attr(content)').get(""))


def _is_together(item: Selector) -> bool:
    classes = item.attrib.get("class", "").split()
    number = first_text(item.css('[id$="tracknumber_value"]'))
    return "con" in classes or "tlpSubTog" in classes or number.casefold() == "w/"


def _cue_ms(item: Selector) -> int | None:
    """The hidden field counts seconds and holds 0 where no cue is printed; rows below a mashup repeat its cue."""
    printed = _CUE.fullmatch(first_text(item.css("div.cue")))
    if printed:
        hours, minutes, seconds = (int(part or 0) for part in printed.groups())
        return ((hours * 60 + minutes) * 60 + seconds) * 1000
    seconds_field = item.css('input[id$="cue_seconds"]::attr(value)').get("").strip()
    return int(seconds_field) * 1000 if seconds_field.isdecimal() and 0 < int(seconds_field[:9]) < 10**6 else None


def _label(item: Selector) -> str | None:
    """In full where a field says so, else the short form that the row prints; owners in brackets are left out."""
    publisher = one_line(item.css('meta[itemprop="publisher"]::attr(content)').get(""))
    if publisher and "<" not in publisher:
        return publisher
    label = item.css(".trackLabel")
    return (one_line(label.css("*::text").get("")) or first_text(label).partition(" (")[0]) or None


def _length_ms(printed: str) -> int | None:
    found = _LENGTH.fullmatch(printed)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 or None


def _ids(item: Selector) -> tuple[tuple[str, str], ...]:
    own = item.attrib.get("data-trackid", "").strip()
    if re.fullmatch(r"[0-9a-z]{4,12}", own):
        return ((SCHEME, own),)
    return track_ids(item.css('meta[itemprop="url"]::attr(content)').get(""))
