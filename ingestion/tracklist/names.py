"""Known names: which "A & B" is one artist, and which are two.

"Above & Beyond" is one name, "Noisia & Phace" are two, and the text alone does not say so. Evidence is gathered in a
first pass over all rows of a source, for both readings:

- one name: the source files it as one (a tag), or it is on our own short list, or it was credited as a whole for at least
  two different titles while its parts hardly ever stand alone (for at most half as many titles);
- two names: each part stands alone elsewhere, or every part has two words or more ("Peter Broderick & Ann Other": people).

Without any evidence, two single words joined by "&", "+" or "and" are one name ("Search & Destroy"); everything else is several.
"A & The B" is one name (a singer and the band) unless both stand alone. Comparison ignores case only, so the
same file gives the same answer in any order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

ONE_NAME = frozenset(
    name.casefold()
    for name in (
        "Above & Beyond", "Aly & Fila", "Angus & Julia Stone", "Ashford & Simpson", "Basement Jaxx", "Belle & Sebastian",
        "Belle And Sebastian", "Benoit & Sergio", "Big Brother & The Holding Company", "Black & White Brothers", "Blood, Sweat & Tears",
        "Booker T. & The M.G.'s", "C + C Music Factory", "C & C Music Factory", "Camo & Krooked", "Catz 'N Dogz", "Chase & Status",
        "Cosmic Gate", "Crosby, Stills & Nash", "Crosby, Stills, Nash & Young", "Dada & Munchi", "Dimitri Vegas & Like Mike",
        "Dom & Roland", "Drumsound & Bassline Smith", "Earth, Wind & Fire", "Eli & Fur", "Emerson, Lake & Palmer",
        "Eric B. & Rakim", "Everything But The Girl", "Florence & The Machine", "Florence And The Machine", "Gabriel & Dresden",
        "Gamble & Huff", "Godspeed You! Black Emperor", "Hall & Oates", "Ike & Tina Turner", "Iron & Wine", "Jody Wisternoff & James Grant",
        "Kool & The Gang", "KC & The Sunshine Band", "Kruder & Dorfmeister", "Kyau & Albert", "Layo & Bushwacka!", "Leftwing & Kody",
        "Lost Frequencies", "M & S", "Martha & The Vandellas", "Masters At Work", "McFadden & Whitehead", "Mumford & Sons", "Myon & Shane 54",
        "Nalin & Kane", "Pete Rock & C.L. Smooth", "Prok & Fitch", "Siouxsie And The Banshees", "Siouxsie & The Banshees", "Simon & Garfunkel",
        "Sly & Robbie", "Sly & The Family Stone", "Stoneface & Terminal", "Sultan + Shepard", "Sunnery James & Ryan Marciano", "Super8 & Tab",
        "The Mamas & The Papas", "Tube & Berger", "Tyler, The Creator", "W&W", "Waze & Odyssey", "Wolf + Lamb", "Zager & Evans",
    )
)  # fmt: skip
"""Well-known names with a joiner in them, our own list; the evidence of a source adds to it."""

_BAND = re.compile(r"(?:the|his|her|their|ses|son|los|las|die|friends|orchestra)\b", re.IGNORECASE)
_PAIRING = re.compile(r"\s*(?:&|\+|and)\s*", re.IGNORECASE)


class KnownNames:
    """Evidence on names: tags, and for how many different titles each name was credited."""

    def __init__(self, tags: Iterable[str] = ()) -> None:
        self._whole = ONE_NAME | {tag.casefold() for tag in tags}
        self._titles: dict[str, set[str]] = defaultdict(set)

    def saw(self, name: str, title: str) -> None:
        """A credit read `name`, uncut, for `title`."""
        self._titles[name.casefold()].add(title.casefold())

    def count(self, name: str) -> int:
        """For how many different titles the name was credited, uncut."""
        titles = self._titles.get(name.casefold())
        return len(titles) if titles else 0

    def knows(self, name: str) -> bool:
        """It stands alone as a credit somewhere, or as a tag, or on our list."""
        folded = name.casefold()
        return folded in self._whole or folded in self._titles

    def is_one(self, printed: str, parts: Sequence[str], joins: Sequence[str]) -> bool:
        """Whether `printed`, made of `parts` with `joins` between them, is one name."""
        folded = printed.casefold()
        if folded in self._whole:
            return True
        if any(_PAIRING.fullmatch(join) is None for join in joins):
            return False
        alone = [self.count(part) for part in parts]
        if _BAND.match(parts[-1]):
            return not all(alone)
        return self._is_duo(self.count(printed), alone, parts)

    def _is_duo(self, together: int, alone: Sequence[int], parts: Sequence[str]) -> bool:
        words = sorted(len(part.split()) for part in parts)
        if words[0] >= 2:
            return False
        if words[-1] == 1 and not any(alone):
            return True
        return together >= (2 if words[-1] == 1 else 3) and 2 * max(alone) <= together
