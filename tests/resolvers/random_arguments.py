"""Arguments at random: filters whose values really stand in the graph, sorts, page sizes; as literals or variables."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type, is_input_object_type, is_list_type

from tests.resolvers.plain_graph import PlainGraph

LEAF_FILTERS = ("IdFilter", "StringFilter", "IntFilter", "FloatFilter", "DateFilter")
LOGIC = ("not", "or", "and")
MOST_DEEP = 3
"""How far a filter follows the graph."""


class Enum(str):
    """An enum value: bare in a document, a text among the variables."""

    __slots__ = ()


def literal(value: Any) -> str:
    """GraphQL's form of a value."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {literal(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return value if isinstance(value, Enum) else json.dumps(value)


@dataclass
class Pool:
    """Values to choose from: by property, and by node label and property."""

    values: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def of(self, kind: str, name: str) -> list[Any]:
        """What a property of that type, or else any of that name, can be."""
        return self.values.get(f"{kind}.{name}") or self.values.get(name) or []


def pool_of(graph: PlainGraph) -> Pool:
    """All values of the graph."""
    pool = Pool()
    for node in graph.nodes:
        for name, value in node.properties.items():
            pool.values[name].append(value)
            pool.values[f"{node.label}.{name}"].append(value)
        for edges in node.outgoing.values():
            for edge in edges:
                for name, value in edge.properties.items():
                    pool.values[name].append(value)
    return pool


@dataclass
class RandomArguments:
    """Makes values; `questions` counts the relations that filters follow."""

    chance: Random
    pool: Pool
    questions: int = 0

    def filter(self, kind: GraphQLInputObjectType, deep: int = 0) -> dict[str, Any]:
        """One or two conditions."""
        about = kind.name.removesuffix("Filter")
        fields = {name: field for name, field in kind.fields.items() if self._may_follow(field.type, deep)}
        logic = [name for name in LOGIC if name in fields]
        if logic and self.chance.random() < 0.35:
            fields = {name: fields[name] for name in logic}
        names = self.chance.sample(sorted(fields), min(len(fields), self.chance.choice((1, 1, 2))))
        return {name: self._condition(about, name, kind.fields[name].type, deep) for name in names}

    def sort(self, kind: GraphQLInputObjectType) -> Any:
        """One key, or a list of up to three."""
        keys = get_named_type(kind.fields["by"].type)
        assert isinstance(keys, GraphQLEnumType)
        found = [self._sort_key(keys) for _ in range(self.chance.choice((1, 1, 2, 3)))]
        return found[0] if len(found) == 1 and self.chance.random() < 0.5 else found

    def _sort_key(self, keys: GraphQLEnumType) -> dict[str, Any]:
        by = {"by": Enum(self.chance.choice(sorted(keys.values)))}
        return by | self.chance.choice(({}, {"direction": Enum("ASC")}, {"direction": Enum("DESC")}))

    def _may_follow(self, kind: Any, deep: int) -> bool:
        named = get_named_type(kind)
        return deep < MOST_DEEP or all(not is_input_object_type(get_named_type(f.type)) for f in named.fields.values())

    def _condition(self, about: str, name: str, kind: Any, deep: int) -> Any:
        named = get_named_type(kind)
        assert isinstance(named, GraphQLInputObjectType)
        if is_list_type(kind):
            return [self.filter(named, deep + 1) for _ in range(self.chance.choice((0, 1, 2, 2, 3)))]
        if named.name in LEAF_FILTERS:
            return self._comparisons(named, self.pool.of(about, snake(name)))
        enum = get_named_type(named.fields["eq"].type) if "eq" in named.fields else None
        if isinstance(enum, GraphQLEnumType):
            return self._comparisons(named, [Enum(each) for each in enum.values])
        self.questions += name != "not"
        return self.filter(named, deep + 1)

    def _comparisons(self, kind: GraphQLInputObjectType, values: list[Any]) -> dict[str, Any]:
        names = self.chance.sample(sorted(kind.fields), self.chance.choice((1, 1, 1, 2)) if len(kind.fields) > 1 else 1)
        return {name: self._operand(name, values) for name in names}

    def _operand(self, operator: str, values: list[Any]) -> Any:
        if operator == "isNull":
            return self.chance.random() < 0.5
        if operator == "in":
            return [self._value(values) for _ in range(self.chance.randrange(4))]
        value = self._value(values)
        if operator in ("contains", "startsWith", "endsWith"):
            start, end = sorted((self.chance.randrange(len(value) + 1), self.chance.randrange(len(value) + 1)))
            return value[(0 if operator == "startsWith" else start) : (None if operator == "endsWith" else end)]
        return value

    def _value(self, values: list[Any]) -> Any:
        value = self.chance.choice(values)
        if isinstance(value, date):
            return value.isoformat()
        return value + self.chance.choice((-1, 0, 0, 1)) if isinstance(value, int) else value


@dataclass
class RandomVariables:
    """The variables of one operation: some values become one, and every connection has one for its cursor."""

    chance: Random
    count: int = 0
    definitions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def new(self, letter: str) -> str:
        """A name that nothing else in the operation has."""
        self.count += 1
        return f"{letter}{self.count}"

    def defined(self, letter: str, kind: Any) -> str:
        """The name of a new variable."""
        name = self.new(letter)
        self.definitions.append(f"${name}: {kind}")
        return name

    def given(self, kind: Any, value: Any) -> str:
        """The value as a literal or as a variable."""
        if self.chance.random() < 0.5:
            return literal(value)
        name = self.defined("v", kind)
        self.values[name] = value
        return f"${name}"
