"""Known names: which "A & B" is one artist, and which are two.

"Above & Beyond" is one name, "Noisia & Phace" are two, and the text alone does not say so. Evidence is gathered in a
first pass over all rows of a source, for both readings:

- one name: the source files it as one (a tag), or it is on our own short list, or two parts were credited together
  for at least two different titles while they hardly ever stand alone (for at most half as many);
- two names: the parts stand alone elsewhere, or every part has two words or more ("Ann Other & Peter Broderick":
  people).

The graph is a witness too, of more rows than one source has: how often it credits each name. The whole is one name
where it is credited more often than the least known of its parts; else the parts count as standing alone so often.

Without any evidence, two single words joined by "&", "+", "and" or "with" are one name ("Search & Destroy"), all else
several.
"A & The B" is one (a singer and the band) unless both stand alone. Three parts and commas are one only by tag or
list.
Case is ignored, and "and" is "&": the same rows give the same answer in any order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ingestion.tracklist.unknown import is_unknown

_ONE_NAME = """
? & The Mysterians; Above & Beyond; Adam & The Ants; Aly & Fila; Angus & Julia Stone; Ashford & Simpson;
Belle & Sebastian; Benoit & Sergio;
Blood, Sweat & Tears; Booker T. & The M.G.'s; C + C Music Factory; C & C Music Factory; Camo & Krooked; Chase &
Status;
Crosby, Stills & Nash; Crosby, Stills, Nash & Young; Daryl Hall & John Oates; Dimitri Vegas & Like Mike; Dom & Roland;
Drumsound & Bassline Smith; Earth, Wind & Fire; Echo & The Bunnymen; Eli & Fur; Emerson, Lake & Palmer; Eric B. &
Rakim;
Florence & The Machine; Gabriel & Dresden; Gamble & Huff; Hall & Oates; Ike & Tina Turner; Iron & Wine; Kool & The
Gang;
Jody Wisternoff & James Grant; KC & The Sunshine Band; Kruder & Dorfmeister; Kyau & Albert; Layo & Bushwacka!;
Makossa & Megablast; Man With No Name; Mark With A K; Martha & The Vandellas; McFadden & Whitehead; Mumford & Sons;
Myon & Shane 54; Nalin & Kane;
Peter, Paul & Mary; Pete Rock & C.L. Smooth; Prok & Fitch; Simon & Garfunkel; Siouxsie & The Banshees; Sly & Robbie;
Sly & The Family Stone; Stoneface & Terminal; Sultan + Shepard; Sunnery James & Ryan Marciano; Super8 & Tab;
The Mamas & The Papas; Tube & Berger; Tyler, The Creator; Waze & Odyssey; Wolf + Lamb; Zager & Evans
"""
_BAND = re.compile(r"(?:the|his|her|their|ses|son|los|las|die|friends|orchestra)\b", re.IGNORECASE)
_PAIRING = re.compile(r"\s*(?:&|\+|and|with)\s*", re.IGNORECASE)
_NO_FIRST_NAMES = frozenset(
    """the a da d j b le la los big black dark deep soul space new digital acid dirty code audio future project sonic
    little hot
    hidden disco lil silent second lost liquid dub young white red blue golden sound love groove crystal cosmic solid
    just human electric
    beat urban unknown two stereo solar raw mad high funk double bass basic animal no van original club main rhythm
    planet mental baby
    sweet bad die system mind nu inner third ten one zero man st last cold total art mass alpha special secret
    abstract purple random hard
    full grand delta slow divine brain local ghost night cloud funky wild studio pure prince saint dead chemical
    plastic rude modern
    phantom point boy earth sun lord pink super neon glass not tv odd i grey blind dance les doctor dream ruff magic
    holy miami""".split()  # noqa: SIM905
)
_COMMON_PART = 2
"""Titles that each part of "A/B" must have been credited for alone, to be two ("NO/ON", "AC/DC" are one)."""
_COMMON_FIRST = 5
"""Known names of two words that begin with it make a word a first name."""


def name_key(name: str) -> str:
    """What makes two spellings one name here: case and the word for "&" do not count."""
    folded = name.casefold()
    return folded.replace(" and ", " & ") if " and " in folded else folded


ONE_NAME = frozenset(name_key(name.strip()) for name in _ONE_NAME.split(";"))
"""Well-known names with a joiner in them, our own list; the evidence of a source adds to it."""


class KnownNames:
    """Evidence on names: tags, for how many different titles each was credited, and what the graph credits it with."""

    def __init__(self, tags: Iterable[str] = ()) -> None:
        self._whole = ONE_NAME | {name_key(tag) for tag in tags}
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._in_graph: Counter[str] = Counter()
        self._first_names: Counter[str] = Counter()

    def saw(self, name: str, title: str) -> None:
        """A credit read `name`, uncut, for `title`."""
        key = name_key(name)
        if key not in self._titles:
            self._met(key)
        self._titles[key].add(title.casefold())

    def in_graph(self, name: str, credits: int) -> None:
        """The graph has an artist called `name`, credited so often (0 for one who only plays)."""
        key = name_key(name)
        if key not in self._titles and key not in self._in_graph:
            self._met(key)
        self._in_graph[key] = max(credits, self._in_graph[key])

    def count(self, name: str) -> int:
        """For how many different titles the name was credited, uncut, here or in the graph."""
        key = name_key(name)
        titles = self._titles.get(key)
        return max(len(titles) if titles else 0, self._in_graph[key])

    def knows(self, name: str) -> bool:
        """It stands alone as a credit somewhere, or in the graph, or as a tag, or on our list."""
        key = name_key(name)
        return key in self._titles or key in self._whole or key in self._in_graph

    def is_first_name(self, word: str) -> bool:
        """Many known artists are called so ("Steve Murano")."""
        folded = word.casefold()
        return self._first_names[folded] >= _COMMON_FIRST and folded not in _NO_FIRST_NAMES

    def is_one(self, printed: str, parts: Sequence[str], joins: Sequence[str], *, all_there_is: bool = False) -> bool:
        """Whether `printed`, made of `parts` with `joins` between them, is one name; `all_there_is`: nothing stands
        beside it."""
        if name_key(printed) in self._whole or self._is_one_in_graph(printed, parts):
            return True
        if any(map(is_unknown, parts)):
            return False
        if joins[0] == "/":
            all_slashes = all(join == "/" for join in joins)
            return all_slashes and (len(parts) > 2 or min(map(self.count, parts)) < _COMMON_PART)
        if len(parts) > 2 or _PAIRING.fullmatch(joins[0]) is None:
            return False
        alone = [self.count(part) for part in parts]
        if _BAND.match(parts[1]) and "with" not in joins[0].casefold():
            return not all(alone)
        together = self.count(printed) or int(all_there_is)
        return together > 0 and _is_duo(together, max(alone), sorted(len(part.split()) for part in parts))

    def _is_one_in_graph(self, printed: str, parts: Sequence[str]) -> bool:
        return self._in_graph[name_key(printed)] > min(self._in_graph[name_key(part)] for part in parts)

    def _met(self, key: str) -> None:
        first, _, rest = key.partition(" ")
        self._first_names[first] += bool(rest) and " " not in rest


def _is_duo(together: int, alone: int, words: Sequence[int]) -> bool:
    """By the number of titles together and alone, and of words in the parts."""
    fewest, most = words
    if fewest >= 2:
        return False
    return (most == 1 and not alone) or (together >= (2 if most == 1 else 3) and 2 * alone <= together)
