"""Order and keyset: which rows a page holds, without counting off the rows before it.

Null sort values stand last either way. For a root field each sort key has a range index, so the first key's condition
is written such that the planner walks the index in order. After a cursor the page is read in segments, each only when
those before it are used up: the rows that tie with the cursor's, those beyond, and those without a value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from resolvers.compiler.scope import Stitched

Pattern = tuple[bool, ...]
"""Which sort values of a cursor are null."""


@dataclass(frozen=True, slots=True)
class Key:
    """One sort key: `property` is the Cypher that reads it."""

    property: str
    descending: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that stand together in the order: what they must fulfil, and what they are sorted by among themselves."""

    conditions: list[str]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a stitched fragment."""

    keys: tuple[Key, ...]
    limit: str
    cursor: str | None = None
    """The parameter with the sort values of the row to go on from, a list."""
    pattern: Pattern = ()
    backward: bool = False
    indexed: bool = False
    """The rows are all of a node label, and the first key has a range index."""
    composite: bool = False
    """One index holds the whole order; it has only rows with all of its properties, so these must be asked for."""

    def rows(self, stitched: Stitched, condition: str) -> str:
        """Cypher which binds the page's nodes and edges, in order."""
        segments = self._indexed() if self.indexed else [self._plain()]
        texts = [self._segment(stitched, [condition, *segment.conditions], segment.keys) for segment in segments]
        if len(texts) == 1:
            return texts[0]
        all_of_them = " UNION ALL ".join(f"{text} RETURN {stitched.carried}" for text in texts)
        return f"CALL () {{ {all_of_them} }} WITH {stitched.carried} LIMIT {self.limit}"

    def _segment(self, stitched: Stitched, conditions: list[str], keys: tuple[Key, ...]) -> str:
        body = stitched.matched(" AND ".join(filter(None, conditions)))
        return f"{body} WITH {stitched.carried} ORDER BY {self._order(keys)} LIMIT {self.limit}"

    def _plain(self) -> Segment:
        """Rows below one parent: few enough to be sorted."""
        return Segment([self._after(0)] if self.cursor else [], self.keys)

    def _indexed(self) -> list[Segment]:
        """The segments in the order of reading."""
        first, rest = self.keys[0], self.keys[1:]
        kept = [f"{key.property} IS NOT NULL" for key in rest if not key.nullable]
        there = [f"{first.property} IS NOT NULL", *(kept if self.composite else [])]
        sure = (replace(first, nullable=False), *rest)
        absent = Segment([f"{first.property} IS NULL", *kept], rest)  # in the order of the id's index
        if not self.cursor:
            return self._ordered([Segment(there, sure)], [absent] if first.nullable else [])
        if self.pattern[0]:
            onward = Segment([f"{first.property} IS NULL", self._after(1)], rest)
            return [onward, Segment(there, sure)] if self.backward else [onward]
        ties = Segment([f"{first.property} = {self.cursor}[0]", self._after(1)], sure)
        beyond = Segment([f"{first.property} {self._sign(first)} {self.cursor}[0]", *there[1:]], sure)
        return [*([ties] if rest else []), beyond, *([absent] if first.nullable and not self.backward else [])]

    def _ordered(self, present: list[Segment], absent: list[Segment]) -> list[Segment]:
        return [*absent, *present] if self.backward else [*present, *absent]

    def _order(self, keys: tuple[Key, ...]) -> str:
        parts: list[str] = []
        for key in keys:
            if key.nullable:
                parts.append(f"{key.property} IS NULL{' DESC' if self.backward else ''}")
            parts.append(f"{key.property}{' DESC' if key.descending is not self.backward else ''}")
        return ", ".join(parts)

    def _after(self, start: int) -> str:
        """Beyond the cursor's row in the keys from `start` on: the first lies beyond, or it ties and the next does."""
        beyond = ""
        for index, key in reversed(list(enumerate(self.keys))[start:]):
            beyond = self._step(key, f"{self.cursor}[{index}]", self.pattern[index], beyond)
        return f"({beyond})"

    def _step(self, key: Key, value: str, null: bool, rest: str) -> str:
        if null:
            equal, further = f"{key.property} IS NULL", f"{key.property} IS NOT NULL" if self.backward else ""
        else:
            equal, further = f"{key.property} = {value}", f"{key.property} {self._sign(key)} {value}"
            if key.nullable and not self.backward:
                further = f"{further} OR {key.property} IS NULL"
        tied = f"{equal} AND ({rest})" if rest else ""
        return " OR ".join(part for part in (further, tied) if part) or "false"

    def _sign(self, key: Key) -> str:
        return "<" if key.descending is not self.backward else ">"
