"""Valid queries at random: aliases, fragments, directives, variables, pages in pages, fields to be merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    parse,
    validate,
)

from tests.resolvers.random_arguments import Pool, RandomArguments, RandomVariables

ROOTS = (
    *("tracks", "track", "node") * 3,
    *("artists", "artist", "setlists", "setlist", "reviewItems") * 2,
    "reviewItem",
    "stats",
)
"""Fields to start at, some more often; search, suggest and searchFacets are Lucene's affair."""
MOST_QUESTIONS, MOST_DEEP, MOST_NODES = 14, 5, 2_000
LIST_GUESS = 10
EAGER = {
    "nextTracks": 4,
    "previousTracks": 4,
    "evidence": 4,
    "edges": 3,
    "node": 2,
    "nodes": 2,
    "versions": 2,
    "links": 2,
}
"""How much rather a field is picked; 1.5 for others below which there is more."""

Path = tuple[str, ...]
"""Response keys from the root, without indices."""


@dataclass
class RandomQuery:
    """A query whose connections each take a cursor from a variable, which is null at first."""

    text: str
    variables: dict[str, Any]
    cursors: dict[str, Path]
    """Variable → the connection that it pages through."""


def random_query(schema: GraphQLSchema, pool: Pool, chance: Random) -> RandomQuery:
    """The next one that is valid: two fields of one key under different types may not agree."""
    while True:
        query = _Maker(schema, RandomArguments(chance, pool), chance, RandomVariables(chance)).query()
        if not validate(schema, parse(query.text)):
            return query


@dataclass
class _Place:
    """Where a selection stands, and how much may still hang below it."""

    path: Path = ()
    deep: int = 0
    nodes: int = MOST_NODES

    def below(self, key: str, size: int) -> _Place:
        return _Place((*self.path, key), self.deep + 1, self.nodes // size)


@dataclass
class _Maker:
    schema: GraphQLSchema
    arguments: RandomArguments
    chance: Random
    variables: RandomVariables
    cursors: dict[str, Path] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)

    def query(self) -> RandomQuery:
        root = self.schema.query_type
        assert root is not None
        names = self.chance.choices(ROOTS, k=self.chance.choice((1, 1, 2)))
        body = " ".join(self._field(root, name, _Place()) for name in names)
        head = (
            f"query Random({', '.join(self.variables.definitions)})" if self.variables.definitions else "query Random"
        )
        return RandomQuery("\n".join([f"{head} {{ {body} }}", *self.fragments]), self.variables.values, self.cursors)

    def _selection(self, kind: Any, place: _Place) -> str:
        """Some fields, each for itself or inside a fragment."""
        if not isinstance(kind, GraphQLObjectType):
            return self._of_node(place)
        names = ["__typename", *(name for name, each in kind.fields.items() if self._has_room(each, place))]
        names.sort(key=lambda name: self.chance.random() * self._eager(kind, name))
        picked = names[-self.chance.choice((1, 2, 3, 3, 4)) :]
        parts = [self._wrapped(kind, self._field(kind, name, place)) for name in picked]
        return f"{{ {' '.join(parts)} }}"

    def _eager(self, kind: GraphQLObjectType, name: str) -> float:
        return EAGER.get(name, 1.0 if self._is_plain(kind, name) else 1.5)

    def _is_plain(self, kind: GraphQLObjectType, name: str) -> bool:
        return name not in kind.fields or is_leaf_type(get_named_type(kind.fields[name].type))

    def _of_node(self, place: _Place) -> str:
        """On the interface: a fragment for some of the types."""
        kinds = self.chance.sample(self._node_kinds(), 3)
        parts = [f"... on {kind.name} {self._selection(kind, place)}" for kind in kinds]
        return f"{{ __typename {' '.join(parts)} ... on Node {{ id }} }}"

    def _has_room(self, definition: GraphQLField, place: _Place) -> bool:
        if is_leaf_type(get_named_type(definition.type)):
            return True
        return place.deep < MOST_DEEP and place.nodes >= LIST_GUESS and self.arguments.questions < MOST_QUESTIONS

    def _wrapped(self, kind: GraphQLObjectType, text: str) -> str:
        way = self.chance.choice(("bare", "bare", "bare", "bare", "inline", "plain", "named"))
        if way == "inline":
            return f"... on {kind.name} {self._directive()} {{ {text} }}"
        if way == "plain":
            return f"... {self._directive()} {{ {text} }}"
        if way == "named":
            name = self.variables.new("F")
            self.fragments.append(f"fragment {name} on {kind.name} {{ {text} }}")
            return f"...{name} {self._directive()}"
        return text

    def _directive(self) -> str:
        if self.chance.random() < 0.85:
            return ""
        given = self.variables.given("Boolean!", self.chance.random() < 0.5)
        return f"@{self.chance.choice(('include', 'skip'))}(if: {given})"

    def _field(self, kind: GraphQLObjectType, name: str, place: _Place) -> str:
        """The field; now and then twice, so that the two selections must be merged."""
        definition = kind.fields.get(name)
        alias = self.variables.new("a") if (definition and definition.args) or self.chance.random() < 0.2 else ""
        head = f"{alias}: {name}" if alias else name
        if definition is None or self._is_plain(kind, name):
            return f"{head} {self._directive()}"
        self.arguments.questions += 1
        arguments, size = self._arguments(definition, (*place.path, alias or name))
        inner = get_named_type(definition.type)
        times = 2 if self.chance.random() < 0.15 else 1
        below = place.below(alias or name, size)
        whole = f"{head}{arguments} {self._directive()}"
        return " ".join(f"{whole} {self._selection(inner, below)}" for _ in range(times))

    def _arguments(self, definition: GraphQLField, path: Path) -> tuple[str, int]:
        """The arguments in brackets, and how many rows they let in."""
        kind = definition.type.of_type if is_non_null_type(definition.type) else definition.type
        size = LIST_GUESS if is_list_type(kind) else 1
        given: dict[str, str] = {}
        if "id" in definition.args:
            given["id"] = self.variables.given("ID!", self._some_id(get_named_type(kind).name))
        if "first" in definition.args:
            size = self._page(given, path)
        for name, of in (("where", self.arguments.filter), ("sort", self.arguments.sort)):
            if name in definition.args and self.chance.random() < 0.5:
                argument = definition.args[name].type
                named = get_named_type(argument)
                assert isinstance(named, GraphQLInputObjectType)
                given[name] = self.variables.given(argument, of(named))
        if "minSets" in definition.args and self.chance.random() < 0.3:
            given["minSets"] = self.variables.given("Int", self.chance.choice((1, 2, 3)))
        written = ", ".join(f"{name}: {value}" for name, value in given.items())
        return (f"({written})" if written else ""), size

    def _page(self, given: dict[str, str], path: Path) -> int:
        """One page of some size, after or before a cursor."""
        way, size = self.chance.choice(("first", "first", "last")), self.chance.choice((1, 2, 3, 5, 20))
        if way == "last" or size != 20:
            given[way] = self.variables.given("Int", size)
        cursor = self.variables.defined("c", "Cursor")
        self.cursors[cursor] = path
        given["after" if way == "first" else "before"] = f"${cursor}"
        return size

    def _node_kinds(self) -> list[GraphQLObjectType]:
        node = self.schema.type_map["Node"]
        assert isinstance(node, GraphQLInterfaceType)
        return list(self.schema.get_possible_types(node))

    def _some_id(self, kind: str) -> str:
        """Mostly one that leads somewhere."""
        pool = self.arguments.pool
        label = kind
        if kind == "Node":
            label = self.chance.choice(self._node_kinds()).name
        return str(self.chance.choice(pool.of(label, "id"))) if self.chance.random() < 0.95 else f"{label}_of_nothing"
