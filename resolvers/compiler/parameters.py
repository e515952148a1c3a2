"""The parameters of one statement: where each value comes from, in each request anew.

A name is the path in the response plus the argument (``$`nextTracks.first` ``), so that the same selection has the
same Cypher text whatever its literals are, and so shares Neo4j's plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from graphql import FieldNode, GraphQLField, Undefined
from graphql.execution.values import VariableValues

from graph_model.spelling import sortable
from resolvers.compiler.arguments import Coerced, Read, arguments_reader
from resolvers.compiler.lucene import lucene_queries

Arguments = dict[str, Any]
CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "lucene": lucene_queries,
    "folded": sortable,
    "kinds": lambda kinds: list(dict.fromkeys(kind.lower() for kind in kinds)),
}
"""What the head of a fragment can ask for: `$text lucene`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One field of the operation whose arguments are read; without `read` they are always the same."""

    path: str
    fixed: Arguments
    read: Read | None

    def arguments(self, coerced: Coerced) -> Arguments:
        """The arguments in this request, snake case; `coerced`: the values of its variables."""
        return self.fixed if self.read is None else self.read(coerced)


@dataclass(frozen=True, slots=True)
class Binding:
    """One parameter: which field's arguments it is made of, and how."""

    name: str
    source: int | None
    """Place in the sources; None for a constant."""
    get: Callable[[Arguments], Any]


@dataclass(slots=True)
class Parameters:
    """Collects what a statement needs."""

    variables: VariableValues
    sources: list[Source] = field(default_factory=list)
    bindings: dict[str, Binding] = field(default_factory=dict)

    def open(self, path: str, definition: GraphQLField, node: FieldNode) -> Arguments:
        """Register a field's arguments under its path; returns them as they are in the request being compiled."""
        values, read = arguments_reader(definition, node, self.variables)
        self.sources.append(Source(path, values, read))
        return values

    def bind(self, path: str, name: str, get: Callable[[Arguments], Any]) -> str:
        """The Cypher of a parameter whose value `get` takes from the arguments of the field at `path`."""
        source = next(i for i in reversed(range(len(self.sources))) if self.sources[i].path == path)
        full = f"{path}.{name}"
        self.bindings[full] = Binding(full, source, get)
        return f"$`{full}`"

    def constant(self, path: str, name: str, value: Any) -> str:
        """The Cypher of a value that is no argument's."""
        full = f"{path}.{name}"
        self.bindings[full] = Binding(full, None, lambda _: value)
        return f"$`{full}`"

    def argument(self, path: str, name: str, conversion: str) -> str:
        """The Cypher of an argument that a fragment asks for by its own name."""
        convert = CONVERSIONS.get(conversion, _same)
        return self.bind(path, name, lambda arguments: convert(arguments.get(name)))

    def value(self, path: str, keys: tuple[str | int, ...], convert: Callable[[Any], Any]) -> str:
        """The Cypher of a value deep in an argument, e.g. of `where`."""
        return self.bind(path, ".".join(map(str, keys)), lambda arguments: convert(_dig(arguments, keys)))


class Asked(Protocol):
    """Where a fragment's parameters come from."""

    def argument(self, path: str, name: str, conversion: str) -> str:
        """The Cypher of an argument that a fragment asks for by its own name."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """A field in a filter has no arguments there: it stands as if asked for without any."""

    parameters: Parameters
    definition: GraphQLField
    """The field whose fragment it is."""

    def argument(self, path: str, name: str, conversion: str) -> str:
        """The Cypher of the argument's default."""
        given = {argument.out_name or key: argument.default_value for key, argument in self.definition.args.items()}
        value = given.get(name, Undefined)
        convert = CONVERSIONS.get(conversion, _same)
        return self.parameters.constant(f"{path}:default", name, None if value is Undefined else convert(value))


def _same(value: Any) -> Any:
    return value


def _dig(value: Any, keys: Iterable[str | int]) -> Any:
    for key in keys:
        value = value[key]
    return value
