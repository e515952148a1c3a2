"""A MixesDB mix title into its parts, with the mix's tags as the second witness.

    2014-08-02 - Cari Lekebusch @ Eliptica, Cali, Colombia (Drumcode Radio, DCR216)
    date         performers       event     place           series          episode
    2013-05-13 - Paul Oakenfold - Planet Perfecto 132, DI.FM
    date         performers       series          episode (the station is left out)

- Date: "2014-08-02", "1988-06", "2014-0X" (a year), "200X" (a decade).
- Performers: `performers.py`. What stands in brackets behind a name ("(Live PA)") is left out.
- After "@": the last part is the place ("Cali, Colombia" where it is a country), unless a tag has it: MixesDB's tags
  name
  venues and festivals, not towns. Everything before is the event.
- Series: the part that a tag names, else the first; its trailing number ("132", "Episode 3"), month ("Best Of March
  2013") or a code in brackets is the episode. A "Promo Mix" has no series unless a tag names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingestion.tracklist.brackets import last_group

_DATE = re.compile(r"(\d{3}[\dX])(?:-(\d[\dX]?))?(?:-(\d[\dX]?))?\s+(?:- )?")
_PART = re.compile(r",?\s*\b(?:pt|part)\b\.? ?\d+$", re.IGNORECASE)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EPISODE = re.compile(
    rf"\s+(?P<when>(?:Best Of )?{_MONTH}(?: (?:19|20)\d\d)?)$"
    r"|\s*(?:[-#]\s*|\b(?:Episode|Issue|Chapter) )?"
    r"(?P<number>(?:Vol|No|Pt|Ep)\b\.? ?\d[\d/]*|S\d+E\d+|#?\d[\d./-]*[A-Z]?|[A-Z]{2,}\.?\d+)$"
)
_CODE = re.compile(r"(?:[A-Za-z&+]+[ .#_-]?)?\d[\w./-]*(?: ?[A-Z]\d*)?")
_DAY = re.compile(r"\d{4}-[\dX]{2}(?:-[\dX]{2})?")
_TAG_NOTE = re.compile(r" \([^()]*\)$")
_NOT_PLACES_LIST = """ade, mmw, wmc, sonar, off sonar, tomorrowland, gashouder, burning man, boiler room, rave on snow,
nts radio, sun and bass, ibiza villa takeover, harder movement camp"""
_NOT_PLACES = frozenset(name.strip() for name in _NOT_PLACES_LIST.split(","))
"""Festivals, weeks and stages that end a title without being tagged as such."""
_COUNTRIES = frozenset(
    name.casefold()
    for name in
    """Argentina,Australia,Austria,Belgium,Brazil,Bulgaria,Canada,Chile,China,Colombia,Croatia,Cyprus,Czech
    Republic,Denmark,
    England,Estonia,Finland,France,Germany,Greece,Hungary,Iceland,India,Indonesia,Ireland,Israel,Italy,Japan,Latvia,Lebanon,Lithuania,
    Luxembourg,Malta,Mexico,Montenegro,Morocco,Netherlands,New Zealand,NL,North
    Carolina,Norway,Peru,Poland,Portugal,Queensland,Romania,Russia,
    Scotland,Serbia,Slovakia,Slovenia,South Africa,Spain,Sweden,Switzerland,Thailand,The
    Netherlands,Turkey,UAE,UK,Ukraine,Uruguay,USA,Venezuela,
    Wales,Wiltshire""".replace("\n", "").split(",")
    for name in [name.strip()]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MixTitle:
    """The parts; absent ones are None. `performers` as printed, uncut."""

    performers: str | None
    played_on: date | None = None
    played_precision: str | None = None
    event: str | None = None
    place: str | None = None
    series: str | None = None
    episode: str | None = None


def read_title(title: str, tags: Sequence[str], series_tags: frozenset[str] = frozenset()) -> MixTitle:
    """`tags` are the mix's, without "Category:"; `series_tags` those known to name a series (`series_named`)."""
    played_on, precision, rest = split_date(title)
    names = tag_names(tags)
    performers, mark, what = _split_performers(rest)
    if not mark:
        return MixTitle(None, played_on, precision)
    if mark == "@":
        event, place, series, episode = _occasion(what, names, series_tags)
        return MixTitle(performers, played_on, precision, event, place, series, episode)
    series, episode = _show(what, names)
    return MixTitle(performers, played_on, precision, None, None, series, episode)


def split_date(title: str) -> tuple[date | None, str | None, str]:
    """(first possible day, precision, the rest)."""
    found = _DATE.match(title)
    if found is None:
        return None, None, title
    rest = title[found.end() :]
    year, month, day = found.groups()
    if year.endswith("X"):
        return date(int(year[:3] + "0"), 1, 1), "decade", rest
    try:
        if not month or not month.isdigit():
            return date(int(year), 1, 1), "year", rest
        if not day or not day.isdigit():
            return date(int(year), int(month), 1), "month", rest
        return date(int(year), int(month), int(day)), "day", rest
    except ValueError:
        return None, None, rest


def tag_names(tags: Iterable[str]) -> dict[str, str]:
    """Tags by their folded name, without "(Berlin)" or the like at the end."""
    return {_TAG_NOTE.sub("", tag).casefold(): _TAG_NOTE.sub("", tag) for tag in tags}


def series_named(title: str, tags: Sequence[str]) -> str | None:
    """The tag, folded, that stands in a title's place for a series; None where none does or the title has an "@"."""
    _, mark, what = _split_performers(split_date(title)[2])
    series = _show(what, tag_names(tags))[0] if mark == "-" else None
    return series.casefold() if series and series.casefold() in tag_names(tags) else None


def _split_performers(rest: str) -> tuple[str, str, str]:
    found = re.search(r" (@|-) ", rest)
    return (rest[: found.start()], found.group(1), rest[found.end() :]) if found else (rest, "", "")


def _notes(text: str) -> tuple[str, list[str]]:
    """(text without the brackets at its end, what they hold)."""
    notes: list[str] = []
    text = text.strip()
    if text.count(")") > text.count("("):
        text = text.removesuffix(")")
    while (found := last_group(text)) and found[0] and text[len(found[0])] == " ":
        text = found[0]
        notes.insert(0, found[1])
    return text, notes


def _show(what: str, names: dict[str, str]) -> tuple[str | None, str | None]:
    """(series, episode) of what follows " - "."""
    text, notes = _notes(what)
    tagged = _tagged(re.split(r", | - ", text), names) or _tagged(
        [p for n in notes for p in re.split(r", | / ", n)], names
    )
    code = next((note for note in notes if _CODE.fullmatch(note) and not _DAY.fullmatch(note)), None)
    if tagged:
        return tagged[0], tagged[1] or code or _listed_code(notes)
    if "promo mix" in names or any("promo mix" in note.casefold() for note in notes):
        return None, None
    name, episode = _numbered(re.split(r", | - |: ", text)[0])
    return name or None, episode or code


def _listed_code(notes: Sequence[str]) -> str | None:
    """ "DCR216" of "(Drumcode Radio, DCR216)" """
    pieces = [piece for note in notes for piece in note.split(", ")]
    return next((p for p in pieces if _CODE.fullmatch(p) and not _DAY.fullmatch(p) and not _PART.fullmatch(p)), None)


def _tagged(pieces: Sequence[str], names: dict[str, str]) -> tuple[str, str | None] | None:
    """(series, episode) of the first piece that a tag names; "Promo Mix" names no series."""
    names = {folded: name for folded, name in names.items() if folded != "promo mix"}
    for piece in pieces:
        for tag_for in (_same_tag, _longer_tag):
            for text, episode in _readings(piece):
                if (name := tag_for(text, names)) is not None:
                    return name, episode
    return None


def _readings(piece: str) -> list[tuple[str, str | None]]:
    before, colon, after = piece.partition(": ")
    numbered = _numbered(piece)
    return [(piece, None), numbered, *([(before, after), _numbered(before)] if colon else [])]


def _numbered(piece: str) -> tuple[str, str | None]:
    found = _EPISODE.search(piece)
    if found is None or found.start() == 0:
        return piece, None
    return piece[: found.start()].rstrip(), (found["when"] or found["number"]).lstrip("#")


def _same_tag(text: str, names: dict[str, str]) -> str | None:
    return names.get(_TAG_NOTE.sub("", text).casefold())


def _longer_tag(text: str, names: dict[str, str]) -> str | None:
    """The series' name where a tag says it with a word more ("Resident Advisor" has the tag "Resident Advisor
    Podcast"); as printed where the tag only begins it ("Restless Soul Show" has the tag "Restless Soul")."""
    folded = _TAG_NOTE.sub("", text).casefold()
    longer = (name for key, name in names.items() if key.startswith(folded + " ") or key.endswith(" " + folded))
    return next(longer, None) or next(
        (text for key in names if folded.startswith(key + " ") and _is_show(folded)), None
    )


def _is_show(folded: str) -> bool:
    return folded.endswith((" podcast", " radio", " radio show", " radioshow", " show", " mix"))


def _occasion(
    what: str, names: dict[str, str], series_tags: frozenset[str]
) -> tuple[str | None, str | None, str | None, str | None]:
    """(event, place, series, episode) of what follows "@"."""
    text, notes = _notes(what)
    inside = [piece for note in notes for piece in re.split(r", | / ", note)]
    series, episode = _tagged(inside, names) or _numbered_piece(inside)
    if series and not episode:
        episode = _listed_code(notes)
    pieces = [piece for piece in _PART.sub("", text).split(", ") if piece]
    if series is None:
        pieces, series, episode = _series_among(pieces, names, series_tags)
    if series is None and len(pieces) == 1 and (numbered := _numbered_piece(pieces))[0]:
        return None, None, *numbered
    event, place = _place(pieces, names)
    return event, place, series, episode


def _numbered_piece(pieces: Sequence[str]) -> tuple[str | None, str | None]:
    """A show that no tag names: "(Cadenza Podcast 44)"."""
    for piece in pieces:
        name, episode = _numbered(piece)
        if episode and _is_show(name.casefold()):
            return name, episode
    return None, None


def _series_among(
    pieces: list[str], names: dict[str, str], series_tags: frozenset[str]
) -> tuple[list[str], str | None, str | None]:
    """Takes out what is really a show: "Club Glow, A State Of Trance 067", "Clubnight"; not a club in its town."""
    for at, piece in enumerate(pieces):
        head, dash, tail = piece.rpartition(" - ")
        found = _tagged([tail], names)
        is_venue = found and at == 0 and len(pieces) > 1 and not dash and not found[1]
        if found and found[0].casefold() in series_tags and not is_venue:
            return [*pieces[:at], *([head] if dash else []), *pieces[at + 1 :]], *found
    return pieces, None, None


def _place(pieces: Sequence[str], names: dict[str, str]) -> tuple[str | None, str | None]:
    if not pieces:
        return None, None
    last = pieces[-1]
    if len(pieces) == 1 or last.casefold() in names or last.casefold() in _NOT_PLACES or last.startswith("Boiler Room"):
        return ", ".join(pieces), None
    size = 2 if last.casefold() in _COUNTRIES and len(pieces) > 2 and pieces[-2].casefold() not in names else 1
    return ", ".join(pieces[:-size]), ", ".join(pieces[-size:])
