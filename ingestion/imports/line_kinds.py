"""What kind of line it is: a row, a heading, or what descriptions say beside their tracklist."""

from __future__ import annotations

import re

from ingestion.imports.dates import day_in
from ingestion.imports.pasted_line import Line

_HOUR = re.compile(
    r"\W*(?:\d(?:st|nd|rd|th)\s+|first\s+|second\s+|third\s+)?(?:hour|stunde|part|side|dis[ck]|cd|block)"
    r"(?:\s*#?(?:\d{1,2}|one|two|three|four|[a-d]))?\s*(?:$|[:|(\[–—=*-].*)",
    re.IGNORECASE,
)
_FRAMED = re.compile(r"[-=*~_#—–+|]{2,}(?P<inside>.*?)[-=*~_#—–+|]{2,}|[\[(<{](?P<word>[^\[\](){}<>]*)[\])>}]")
_SECTION = re.compile(
    r"(?:(?:exclusive|special|mini)?\s*guest(?:\s*mix)?|track\s?-?list(?:ing)?|set\s?list|play\s?list|songs?|tracks)\b"
    r"(?!.* - .*\S - )",
    re.IGNORECASE,
)
_TRACKLIST = re.compile(r"\W*(?:full )?(?:track\s?-?list(?:ing)?|set\s?list|play\s?list)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:guest|mix(?:ed)?|b2b|dj|live|presents)\b", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:subscribe|follow|bookings?|download|stream|buy|order|support|patreon|merch|instagram|facebook|twitter|"
    r"soundcloud|spotify|beatport|bandcamp|youtube|tiktok|discord|website|mixed by|recorded|produced|directed|filmed|"
    r"camera|lights?|visuals?|photos?|artwork|copyright|management|contact|e-?mail|press|listen|watch|location|date|"
    r"time|genre|label|more info|socials?|thanks|credits?|sponsored)\b[^-–—]{0,30}(?:[:–—|]|\s-\s)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\W*(?:@\w|#\w+\s+#|©|℗|\(c\)\s)")
_LONGEST_ROW, _LONGEST_HEADING = 300, 100
"""Characters."""
_SET_WORDS = re.compile(
    r"\b(?:mix|set|live|podcast|radio|session|episode|show|tracklist|boiler room|b2b)\b|@", re.IGNORECASE
)


def may_be_row(line: Line) -> bool:
    """Not empty, no heading, not as long as prose."""
    return bool(line.rest) and len(line.rest) <= _LONGEST_ROW and not is_heading(line)


def is_row(line: Line) -> bool:
    """It says artist and title, and nothing speaks against it."""
    if not line.parted or not may_be_row(line):
        return False
    return line.marked or not (_NOISE.match(line.rest) or _LISTED.match(line.rest))


def goes_on(line: Line) -> bool:
    """A row that may follow the last marked one."""
    return is_row(line) and not line.link


def is_heading(line: Line) -> bool:
    """ "Hour 2", "-- Guest mix: Ann --", "Tracklist:"."""
    rest = line.rest
    if len(line.text) > _LONGEST_HEADING:
        return False
    if _HOUR.fullmatch(rest) or rest.endswith(":"):
        return True
    framed = _FRAMED.fullmatch(line.text)
    if framed and (framed["inside"] or framed["word"] or "").strip(" ?0123456789:.") and not line.time:
        return True
    return _SECTION.match(rest) is not None and line.time is None


def is_title(line: Line) -> bool:
    """It may be what the set is called."""
    if not line.rest or line.link or _LISTED.match(line.rest) or len(line.rest) > _LONGEST_ROW:
        return False
    return not (_TRACKLIST.fullmatch(line.rest.rstrip(" :-")) or _NOISE.match(line.rest))


def heads_tracklist(line: Line) -> bool:
    """ "Tracklist:" """
    return _TRACKLIST.match(line.text) is not None


def changes_dj(line: Line) -> bool:
    """A heading after which somebody else plays; "Hour 2" is none."""
    return is_heading(line) and not _HOUR.fullmatch(line.rest) and _CHANGE.search(line.text) is not None


def names_a_set(text: str) -> bool:
    """It has a date, or a word for a set: "Ann - Summer Mix"."""
    return day_in(text) is not None or _SET_WORDS.search(text) is not None
