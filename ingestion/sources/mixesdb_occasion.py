"""What follows the "@" of a MixesDB mix title: event, place, and the show that it was broadcast in."""

from __future__ import annotations

from collections.abc import Sequence

from ingestion.sources.mixesdb_series import PART, listed_code, notes_of, numbered_piece, pieces_of, tagged

_NOT_PLACES_LIST = """ade, mmw, wmc, sonar, off sonar, tomorrowland, gashouder, burning man, boiler room, rave on snow,
nts radio, sun and bass, ibiza villa takeover, harder movement camp"""
_NOT_PLACES = frozenset(" ".join(name.split()) for name in _NOT_PLACES_LIST.split(","))
"""Festivals, weeks and stages that end a title without being tagged as such."""
_COUNTRIES_LIST = """Argentina, Australia, Austria, Belgium, Brazil, Bulgaria, Canada, Chile, China, Colombia, Croatia,
Cyprus, Czech Republic, Denmark, England, Estonia, Finland, France, Germany, Greece, Hungary, Iceland, India, Indonesia,
Ireland, Israel, Italy, Japan, Latvia, Lebanon, Lithuania, Luxembourg, Malta, Mexico, Montenegro, Morocco, Netherlands,
New Zealand, NL, North Carolina, Norway, Peru, Poland, Portugal, Queensland, Romania, Russia, Scotland, Serbia,
Slovakia, Slovenia, South Africa, Spain, Sweden, Switzerland, Thailand, The Netherlands, Turkey, UAE, UK, Ukraine,
Uruguay, USA, Venezuela, Wales, Wiltshire"""
_COUNTRIES = frozenset(" ".join(name.split()).casefold() for name in _COUNTRIES_LIST.split(","))
"""Countries, and what stands in the place of one."""


def occasion_of(
    what: str, names: dict[str, str], series_tags: frozenset[str]
) -> tuple[str | None, str | None, str | None, str | None]:
    """(event, place, series, episode) of what follows "@"."""
    text, notes = notes_of(what)
    inside = pieces_of(notes)
    series, episode = tagged(inside, names) or numbered_piece(inside)
    if series and not episode:
        episode = listed_code(notes)
    pieces = [piece for piece in PART.sub("", text).split(", ") if piece]
    if series is None:
        pieces, series, episode = _series_among(pieces, names, series_tags)
    if series is None and len(pieces) == 1 and (numbered := numbered_piece(pieces))[0]:
        return None, None, *numbered
    event, place = _place(pieces, names)
    return event, place, series, episode


def _series_among(
    pieces: list[str], names: dict[str, str], series_tags: frozenset[str]
) -> tuple[list[str], str | None, str | None]:
    """Takes out what is really a show: "Club Glow, A State Of Trance 067", "Clubnight"; not a club in its town."""
    for at, piece in enumerate(pieces):
        head, dash, tail = piece.rpartition(" - ")
        found = tagged([tail], names)
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
