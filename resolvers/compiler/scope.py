"""Where in the graph a selection stands, and the names under which its pieces are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from graph_model.errors import QueryTooLarge
from resolvers.compiler.fragment import Fragment
from resolvers.compiler.parameters import Asked
from resolvers.compiler.tokens import Token, rename

MOST_QUESTIONS = 60
"""Stitched fragments in one statement: Neo4j plans about a hundred in a second, and the time grows faster than they."""
MOST_LEVELS = 10
"""Fragments inside each other: ten levels are planned in under a second, sixteen in more than ten."""

Renamer = Callable[[tuple[Token, ...]], str]


@dataclass(frozen=True, slots=True)
class Scope:
    """The variables that a selection reads: a node, and the edge that led to it.

    `at_edge`: the selection is on the edge's type (credits, connection edges), so bare properties are the edge's.
    """

    node: str
    edge: str | None = None
    labels: tuple[str, ...] = ()
    edge_kind: str | None = None
    at_edge: bool = False
    keys: str = ""
    """Cypher of the sort values, on the edges of a connection."""
    connection: str = ""
    """Path of the connection whose edge this is."""

    @property
    def reads(self) -> str:
        """The variable whose properties the selection's plain fields are."""
        return self.edge if self.at_edge and self.edge else self.node


@dataclass(slots=True)
class Names:
    """Numbers every name that a stitched fragment binds: an inner `edge` must never meet an outer one."""

    numbers: count[int] = field(default_factory=lambda: count(1))
    levels: dict[str, int] = field(default_factory=dict)
    """Name of a node or edge → how many fragments lead to it."""

    def stitch(self, fragment: Fragment, parent: str, arguments: Asked, path: str) -> Stitched:
        """The fragment's text with names of its own, starting at the variable `parent`. Raises QueryTooLarge."""
        number = self._number(parent)

        def variable(name: str) -> str:
            return parent if name == "parent" else f"{name}{number}"

        def parameter(name: str) -> str:
            return arguments.argument(path, name, fragment.parameters.get(name, ""))

        def text(parts: tuple[Token, ...]) -> str:
            return rename(list(parts), variable, parameter)

        return Stitched(
            fragment,
            text,
            Scope(f"node{number}", f"edge{number}" if fragment.edge else None, fragment.labels, fragment.edge),
        )

    def _number(self, parent: str) -> int:
        number, level = next(self.numbers), self.levels.get(parent, 0) + 1
        if level > MOST_LEVELS:
            raise QueryTooLarge(f"The query follows the graph over more than {MOST_LEVELS} levels: ask for fewer")
        if number > MOST_QUESTIONS:
            raise QueryTooLarge(f"A root field asks more than {MOST_QUESTIONS} questions of the graph: split the query")
        self.levels[f"node{number}"] = self.levels[f"edge{number}"] = level
        return number


@dataclass(frozen=True, slots=True)
class Stitched:
    """A fragment with its own names, ready to stand in a statement."""

    fragment: Fragment
    text: Renamer
    scope: Scope

    def matched(self, condition: str) -> str:
        """The body with one more condition, put where the planner can use an index for it."""
        fragment = self.fragment
        if not condition:
            return self.text(fragment.body)
        if fragment.where_at is not None and fragment.ends_in_match:
            before, after = fragment.body[: fragment.where_at], fragment.body[fragment.where_at + 1 :]
            return f"{self.text(before)} WHERE ({self.text(after)}) AND {condition}"
        body = self.text(fragment.body)
        return f"{body} WHERE {condition}" if fragment.ends_in_match else f"{body} WITH * WHERE {condition}"

    @property
    def carried(self) -> str:
        """The names that go on after the body."""
        return f"{self.scope.node}, {self.scope.edge}" if self.scope.edge else self.scope.node
