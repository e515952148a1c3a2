"""The shapes that are measured: one folder each, with the question in every peer's words and what it is asked with."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j

FOLDER = Path(__file__).parent / "shapes"
SEED = 20_261_124
REQUESTS = 2_000
"""Different enough that no cache of results would help, and the graph's own caches are as warm as in use."""

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """One question. `title` is for people."""

    name: str
    title: str

    @property
    def operation(self) -> str:
        """The name that its GraphQL documents give it."""
        return "".join(part.capitalize() for part in self.name.split("_"))

    def text(self, file: str) -> str:
        """One of its files."""
        return (FOLDER / self.name / file).read_text(encoding="utf-8")


SHAPES = (
    Shape("next_tracks", "Track with artists, ten next tracks with theirs"),
    Shape("year", "Page of 20 of a filtered, sorted connection: setlists of a year, with artists"),
    Shape("nest", "Three levels: artist, ten tracks, five next tracks each, their artists"),
    Shape("search", "Search: ten tracks for two words, with artists"),
)


def draw(driver: neo4j.Driver, shape: Shape, many: int = REQUESTS) -> list[Parameters]:
    """`many` parameters drawn at random from the graph, the same in every run on the same graph."""
    found = driver.execute_query(shape.text("draw.cypher")).records
    chance = random.Random(f"{SEED} {shape.name}")
    drawn = [dict(record["parameters"]) for record in chance.choices(found, k=many)]
    return [typed(chance, each) if "text" in each else each for each in drawn]


def typed(chance: random.Random, parameters: Parameters) -> Parameters:
    """What somebody types to find it: two of its words, in every fourth text with a slip of the hand."""
    words = [word for word in parameters["text"].split() if sum(map(str.isalnum, word)) >= 3]
    chosen = chance.sample(words, min(2, len(words))) or [parameters["text"]]
    if chance.random() < 0.25:
        chosen[0] = slipped(chance, chosen[0])
    return {"text": " ".join(chosen)}


def slipped(chance: random.Random, word: str) -> str:
    """Two neighbouring letters of a longer word change places."""
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
