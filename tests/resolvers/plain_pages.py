"""Connections in plain Python: the whole list is sorted, then cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from tests.resolvers.plain_relations import Item, Relation, of_edge, of_node
from tests.resolvers.sorted_rows import SortKey, sorted_rows

SORTS = {
    "TITLE": of_node("sort_title"),
    "NAME": of_node("sort_name"),
    "SET_COUNT": of_node("set_count"),
    "BPM": of_node("bpm"),
    "PLAYED_ON": of_node("played_on"),
    "SETS": of_edge("sets"),
    "DJS": of_edge("djs"),
    "SEGUES": of_edge("segues"),
    "FIRST_PLAYED": of_edge("first_played"),
    "LAST_PLAYED": of_edge("last_played"),
    "PROBABILITY": of_node("probability"),
    "OPENED_AT": of_node("opened_at"),
}
MARK = "cursor at "
"""How the oracle's cursors start: the answer's number, the connection's path in it, and the row's place follow."""

Values = tuple[Any, ...]
Row = tuple[Values, Item | None]


@dataclass
class Marks:
    """The oracle's cursors, with the sort values that each stands for."""

    values: dict[str, Values] = field(default_factory=dict)
    answers: int = 0

    def mark(self, path: str, place: int, values: Values) -> str:
        """The cursor of a row."""
        text = f"{MARK}{self.answers}.{path} {place}"
        self.values[text] = values
        return text


@dataclass(frozen=True)
class PlainPage:
    """One page: `rows` are cursor and element; `everything` is the filtered list that it is cut from."""

    everything: list[Item]
    rows: list[tuple[str, Item]]
    info: dict[str, Any]


def keys_of(relation: Relation, sort: list[dict[str, Any]] | None) -> list[SortKey]:
    """The client's keys, then what cannot tie, the way of the first; else the field's own order."""
    if not sort:
        return list(relation.order)
    asked = [(SORTS[one["by"]][0], one["direction"] == "DESC") for one in sort]
    tie_breakers = [of_node("id")[0], of_edge("position")[0]]
    return [*asked, *((read, asked[0][1]) for read in tie_breakers)]


def page_of(items: list[Item], keys: list[SortKey], arguments: dict[str, Any], marks: tuple[Marks, str]) -> PlainPage:
    """`marks`: where cursors are noted, and the path of the connection in the response."""
    noted, path = marks
    by_place: list[SortKey] = [(_value(place), descending) for place, (_, descending) in enumerate(keys)]
    rows: list[Row] = [(tuple(read(item) for read, _ in keys), item) for item in items]
    rows = sorted_rows(rows, by_place)
    cursors = {id(row): noted.mark(path, place, row[0]) for place, row in enumerate(rows)}
    backward = arguments.get("last") is not None
    given = arguments.get("before" if backward else "after")
    rest = _beyond(rows, by_place, noted.values[given], backward) if given else rows
    size = arguments["last"] if backward else 20 if arguments.get("first") is None else arguments["first"]
    kept = rest[-size:] if backward else rest[:size]
    more, before = len(rest) > size, given is not None
    page = [(cursors[id(row)], row[1]) for row in kept if row[1] is not None]
    return PlainPage([row[1] for row in rows if row[1] is not None], page, {
        "has_next_page": before if backward else more, "has_previous_page": more if backward else before,
        "start_cursor": page[0][0] if page else None, "end_cursor": page[-1][0] if page else None,
    })  # fmt: skip


def _value(place: int) -> Any:
    return lambda row: itemgetter(place)(row[0])


def _beyond(rows: list[Row], keys: list[SortKey], values: Values, backward: bool) -> list[Row]:
    """Rows on the far side of these sort values, found by sorting the values in among them."""
    others = [row for row in rows if row[0] != values]
    cut: Row = (values, None)
    order = sorted_rows([*others, cut], keys)
    place = next(index for index, row in enumerate(order) if row is cut)
    return order[:place] if backward else order[place + 1 :]
