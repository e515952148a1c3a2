"""One line of a pasted text, taken apart by form: number, time, bullets, links, and the text that is left.

    12. [1:02:03] w/ Ann - Salsa (Bob Remix) https://…
    ▶ 0:00 – 3:45 | Ann - Salsa            Ann - Salsa	3:45            ⤷ Ann - Salsa

What a number without a dot, or a time at the end, means ("50 Cent", "Jay-Z - 4:44") only the other lines can tell:
both readings are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.tracklist.text import LONGEST_ROW, one_line
from ingestion.tracklist.unknown import is_unknown

_EMOJI = "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\u200d\u20e3"
_BULLET = re.compile(rf"[•●▪■◆◇○»›·∙*~>|–—_-]{{1,3}}\s+|[{_EMOJI}•●▪■]+\s*")
_BELOW = re.compile(r"[└├∟↳⤷⮑]+[─-]*\s*")
_KEYCAP = re.compile(r"(?:\d\ufe0f?\u20e3)+\s*")
_CLOCK = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?"
_FRACTION = r"(?:[.,]\d{1,3})?"
_TIME = re.compile(
    rf"[\[(<{{]?\s*(?P<time>{_CLOCK}){_FRACTION}(?:\s*(?:[-–—]|to|->|→)\s*{_CLOCK}{_FRACTION})?\s*[\])>}}]?"
    r"(?=\s|$|[-–—:|.)»>,])[\s:|.)»>,]*(?:[-–—]+\s+|[|»>]\s*)?"
)
_TAIL = re.compile(rf"(?:\s+[-–—|@]*\s*|\t)[\[(]?(?P<time>{_CLOCK}){_FRACTION}[\])]?\s*$")
_NUMBER = re.compile(
    r"(?:track\s*)?(?:#\s*|nr?\.\s*)?(?P<number>\d{1,3})(?:\s*[.):]\s*(?=[^\d\s])|[.)]\s+)", re.IGNORECASE
)
_HASH = re.compile(r"#(?P<number>\d{1,3})\s+[-–—]?\s*")
_LOOSE = re.compile(r"(?P<number>\d{1,3})(?:\s*[-–—|\]]\s+|\s+)(?=\S)")
_SPACES = re.compile(r"\s+")
"""Made one, so that no pattern here has to try a long run of them piece by piece."""
_NUMBER_CELL = re.compile(r"^(\d{1,3})\.?\s*\t\s*(?=.*\t)")
"""In a table: a number, a tab, and more cells."""
_URL = re.compile(r"[(\[<]?(?:https?://|www\.)\S+", re.IGNORECASE)
_CUE = re.compile(r"[\[(]\s*[0-9?X]{1,4}(?:[:.][0-9?X]{1,4}){0,2}\s*\]")
_TOGETHER = re.compile(r"(?:\+\s*(?=\D)|w/)\s*", re.IGNORECASE)
_PARTED = re.compile(r"\S\s+[-–—]\s+\S|\S[–—]\S|\S\s-\S|\S-\s\S")
_NOBODY_KNOWS = re.compile(
    r"white label|unreleased|unknown\b.{0,20}|dubplate|untitled|intro|outro|interlude|skit", re.IGNORECASE
)
_MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """`text` as printed; `rest` without what stands before the music; `indent` in columns."""

    text: str
    rest: str
    indent: int = 0
    time: str | None = None
    number: int | None = None
    together: bool = False
    link: bool = False
    tail: tuple[str, str] | None = None
    """(time at the end, rest without it), where it may be one."""
    loose: tuple[int, str] | None = None
    """(number in front, rest without it), where it may be one."""

    @property
    def marked(self) -> bool:
        """A number or time stands in front, as before a row."""
        return self.time is not None or self.number is not None or _CUE.match(self.rest) is not None

    @property
    def parted(self) -> bool:
        """It says artist and title, or that nobody knows them."""
        text = _CUE.sub("", self.rest, count=1).strip() if self.rest[:1] in "[(" else self.rest
        bare = _TOGETHER.sub("", text)
        return _PARTED.search(text) is not None or is_unknown(bare) or _NOBODY_KNOWS.fullmatch(bare) is not None


def read_line(text: str) -> Line:
    """The line in its parts; one that is longer than any row is prose, and has none."""
    if len(text) > LONGEST_ROW:
        return Line(text, "")
    indent = len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip())
    plain = _SPACES.sub(lambda found: "\t" if "\t" in found.group() else " ", text.strip())
    rest, found = _front(_NUMBER_CELL.sub(r"\1. ", plain))
    bare = _URL.sub("", rest)
    tail = _TAIL.search(bare) if "time" not in found else None
    in_cell = tail is not None and "\t" in tail.group()
    link, rest = bare != rest, _cells(bare[: tail.start()] if tail and in_cell else bare)
    loose = _LOOSE.match(rest) if "number" not in found else None
    return Line(
        text=text.strip(), rest=rest, indent=indent, link=link,
        time=tail["time"] if tail and in_cell else found.get("time"),
        number=int(found["number"]) if "number" in found else None,
        together="below" in found or _TOGETHER.match(rest) is not None,
        tail=(tail["time"], _cells(bare[: tail.start()])) if tail else None,
        loose=(int(loose["number"]), rest[loose.end() :]) if loose else None,
    )  # fmt: skip


def without_number(rest: str) -> str:
    """Without the number in front that other lines showed to be one."""
    loose = _LOOSE.match(rest)
    return rest[loose.end() :] if loose else rest


def _front(rest: str) -> tuple[str, dict[str, str]]:
    """(what is left, the marks in front of it): each kind once, in any order."""
    found: dict[str, str] = {}
    for _ in range(_MOST_MARKS):
        if (below := _BELOW.match(rest)) and "below" not in found:
            found["below"], rest = below.group(), rest[below.end() :]
        elif (time := _TIME.match(rest)) and "time" not in found:
            found["time"], rest = time["time"], rest[time.end() :]
        elif (number := _number(rest)) and "number" not in found:
            found["number"], rest = number[0], rest[number[1] :]
        elif (bullet := _BULLET.match(rest)) and not _TOGETHER.match(rest):
            rest = rest[bullet.end() :]
        else:
            break
    return rest, found


def _number(rest: str) -> tuple[str, int] | None:
    """(digits, where it ends)."""
    if keycap := _KEYCAP.match(rest):
        return "".join(filter(str.isdecimal, keycap.group())), keycap.end()
    found = _NUMBER.match(rest) or _HASH.match(rest)
    return (found["number"], found.end()) if found else None


def _cells(rest: str) -> str:
    """On one line; a tab between two texts parts artist and title where no dash does."""
    cells = [cell.strip() for cell in rest.split("\t") if cell.strip()]
    joined = one_line(" ".join(cells))
    return one_line(" - ".join(cells)) if len(cells) == 2 and not _PARTED.search(joined) else joined
