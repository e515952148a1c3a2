"""How many nodes an answer may hold at most: the product of the page sizes along each path, summed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import prod
from typing import Any

from graph_model.errors import QueryTooLarge

LIST_GUESS = 10
"""How long a plain list is taken to be: a credit has 1 to 3 names, a set about 20 rows."""


@dataclass(slots=True)
class Cost:
    """Collected while compiling; counted in each request, since page sizes may be variables."""

    path: list[str | None] = field(default_factory=list)
    terms: list[tuple[str | None, ...]] = field(default_factory=list)

    @contextmanager
    def below(self, size: str | None) -> Iterator[None]:
        """What is compiled inside stands below a list; `size`: the parameter that limits it, None for a plain list."""
        self.path.append(size)
        self.terms.append(tuple(self.path))
        yield
        self.path.pop()

    def check(self, parameters: dict[str, Any], most: int) -> None:
        """Raises QueryTooLarge where the answer could hold more than `most` nodes."""
        nodes = sum(prod(LIST_GUESS if size is None else parameters[size] for size in term) for term in self.terms)
        if nodes > most:
            raise QueryTooLarge(
                f"The answer could hold {nodes:,} nodes, and may hold {most:,}: ask for smaller pages or fewer levels"
            )
