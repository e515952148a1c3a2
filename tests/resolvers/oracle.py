"""The schema answered a second time, field by field in plain Python with graphql-core: slow, and easy to believe.

It shares the SDL with the server and nothing else: no Cypher, no compiler, no shaping.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import (
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    execute_sync,
    get_named_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    parse,
)

from resolvers.wiring import open_schema
from tests.resolvers.plain_filters import Filters
from tests.resolvers.plain_graph import PlainGraph
from tests.resolvers.plain_pages import Marks, PlainPage, keys_of, page_of
from tests.resolvers.plain_relations import Item, Relation, former_ids
from tests.resolvers.plain_schema import RELATIONS
from tests.resolvers.sorted_rows import sorted_rows

Info = GraphQLResolveInfo[None]


@dataclass(frozen=True)
class Summed:
    """All values of one property over a connection, absent ones left out."""

    values: list[Any]


@dataclass
class Oracle:
    """Answers from the plain graph. Its cursors are marks, good for later queries of the same oracle."""

    graph: PlainGraph
    marks: Marks = field(default_factory=Marks)
    schema: GraphQLSchema = field(default_factory=open_schema)

    def answer(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The data; an error is a fault of the oracle or the query."""
        self.marks.answers += 1
        result = execute_sync(
            self.schema,
            parse(query),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda value, *_: value.label,
        )
        assert not result.errors, (result.errors, query, variables)
        assert result.data is not None
        return result.data

    def _resolve(self, source: Any, info: Info, **arguments: Any) -> Any:
        relation = RELATIONS.get((info.parent_type.name, info.field_name))
        if relation is not None:
            return self._related(relation, source, info, arguments)
        if isinstance(source, tuple):  # an element of a connection, with its cursor
            cursor, source = source
            if info.field_name == "cursor":
                return cursor
        if isinstance(source, PlainPage):
            return _of_page(source, info.field_name)
        if isinstance(source, Summed):
            return _written(_sum(source.values, info.field_name), info)
        return self._own(source, info)

    def _own(self, source: Any, info: Info) -> Any:
        """A property, the node of an element, or one property summed up."""
        name = snake(info.field_name)
        if name == "former_ids":
            return former_ids(self.graph, source, {})
        if isinstance(source, list):
            return Summed([value for item in source if (value := _property(item, name)) is not None])
        if isinstance(source, dict):
            return source[name]
        if is_leaf_type(get_named_type(info.return_type)):
            return _written(source.properties.get("cue_ms" if name == "cue" else name), info)
        return source.node

    def _related(self, relation: Relation, source: Any, info: Info, arguments: dict[str, Any]) -> Any:
        parent = source[1] if isinstance(source, tuple) else source
        named = get_named_type(info.return_type)
        items = list(relation.items(self.graph, parent, arguments))
        keys = keys_of(relation, arguments.get("sort"))
        if isinstance(named, GraphQLObjectType) and named.name.endswith("Connection"):
            kept = [item for item in items if self._filters().keeps(named, item, arguments.get("where"))]
            path = ".".join(map(str, info.path.as_list()))
            return page_of(kept, keys, arguments, (self.marks, path))
        return _listed(items, keys, info)

    def _filters(self) -> Filters:
        return Filters(self.schema, self.graph)


def _listed(items: list[Item], keys: list[Any], info: Info) -> Any:
    """A plain list, or the one thing."""
    kind = info.return_type.of_type if is_non_null_type(info.return_type) else info.return_type
    name = get_named_type(kind).name
    found = [item.node if item.node.label == name or name == "Node" else item for item in sorted_rows(items, keys)]
    if is_list_type(kind):
        return found
    return found[0] if found else None


def _of_page(page: PlainPage, name: str) -> Any:
    return {
        "edges": page.rows,
        "nodes": [item.node for _, item in page.rows],
        "pageInfo": page.info,
        "totalCount": len(page.everything),
        "aggregate": page.everything,
    }[name]


def _property(item: Item, name: str) -> Any:
    return item.properties[name] if name in item.properties else item.node.properties.get(name)


def _sum(values: list[Any], name: str) -> Any:
    if name == "sum":
        return sum(values)
    if not values:
        return None
    if name == "average":
        return sum(values) / len(values)
    return min(values) if name == "min" else max(values)


def _written(value: Any, info: Info) -> Any:
    """As the response has it."""
    if isinstance(value, datetime):
        second, _, fraction = value.strftime("%Y-%m-%dT%H:%M:%S.%f").partition(".")
        return f"{second}.{fraction}".rstrip("0").rstrip(".") + ("Z" if value.tzinfo else "")
    if isinstance(value, date):
        return value.isoformat()
    return value.upper() if value is not None and is_enum_type(get_named_type(info.return_type)) else value
