"""Order and keyset: which rows a page holds, without counting off the rows before it.

Null sort values stand last either way. For a root field each sort key has a range index, so the first key's condition
is written such that the planner walks the index in order; a key that may be null makes two segments, rows with a value
and rows without, of which the second is read only when the first is used up.
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

    def rows(self, stitched: Stitched, condition: str) -> str:
        """Cypher which binds the page's nodes and edges, in order."""
        if not self.indexed or not self.keys[0].nullable:
            return self._segment(stitched, condition, self.keys)
        segments = [self._half(stitched, condition, null) for null in self._halves()]
        if len(segments) == 1:
            return segments[0]
        both = " UNION ALL ".join(f"{segment} RETURN {stitched.carried}" for segment in segments)
        return f"CALL () {{ {both} }} WITH {stitched.carried} LIMIT {self.limit}"

    def _halves(self) -> list[bool]:
        """False: rows with a first key; True: rows without. In the order of reading."""
        if self.cursor and self.pattern[0] is not self.backward:
            return [self.pattern[0]]
        return [True, False] if self.backward else [False, True]

    def _half(self, stitched: Stitched, condition: str, null: bool) -> str:
        first, rest = self.keys[0], self.keys[1:]
        here = f"{first.property} IS {'' if null else 'NOT '}NULL"
        page = self if self.cursor and null == self.pattern[0] else replace(self, cursor=None)
        condition = f"{condition} AND {here}" if condition else here
        return page._segment(stitched, condition, rest if null else (replace(first, nullable=False), *rest))

    def _segment(self, stitched: Stitched, condition: str, keys: tuple[Key, ...]) -> str:
        conditions = [condition] if condition else []
        if self.cursor:
            conditions.append(self._after(self.cursor, keys))
        elif self.indexed:
            conditions.append(f"{keys[0].property} IS NOT NULL")
        body = stitched.matched(" AND ".join(conditions))
        return f"{body} WITH {stitched.carried} ORDER BY {self._order(keys)} LIMIT {self.limit}"

    def _order(self, keys: tuple[Key, ...]) -> str:
        parts: list[str] = []
        for key in keys:
            if key.nullable:
                parts.append(f"{key.property} IS NULL{' DESC' if self.backward else ''}")
            parts.append(f"{key.property}{' DESC' if key.descending is not self.backward else ''}")
        return ", ".join(parts)

    def _after(self, cursor: str, keys: tuple[Key, ...]) -> str:
        """Beyond the cursor's row: the first key lies beyond, or it is equal and the next lies beyond, and so on."""
        skipped = len(self.keys) - len(keys)
        beyond = ""
        for index, key in reversed(list(enumerate(keys, skipped))):
            beyond = self._step(key, f"{cursor}[{index}]", self.pattern[index], beyond)
        first = keys[0]
        if first.nullable or self.pattern[skipped]:
            return f"({beyond})"
        bound = "<=" if first.descending is not self.backward else ">="
        return f"{first.property} {bound} {cursor}[{skipped}] AND ({beyond})"

    def _step(self, key: Key, value: str, null: bool, rest: str) -> str:
        if null:
            equal, further = f"{key.property} IS NULL", f"{key.property} IS NOT NULL" if self.backward else ""
        else:
            sign = "<" if key.descending is not self.backward else ">"
            equal, further = f"{key.property} = {value}", f"{key.property} {sign} {value}"
            if key.nullable and not self.backward:
                further = f"{further} OR {key.property} IS NULL"
        tied = f"{equal} AND ({rest})" if rest else ""
        return " OR ".join(part for part in (further, tied) if part) or "false"
