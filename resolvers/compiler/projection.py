"""A selection on an object type becomes a Cypher expression and the shape that reads its value."""

from __future__ import annotations

from dataclasses import dataclass, field

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_enum_type,
    is_leaf_type,
    is_non_null_type,
)

from graph_model.errors import BrokenFragment
from resolvers.compiler.catalog import CONNECTION, Catalog, is_list, possible_types
from resolvers.compiler.connection import bounded, connection
from resolvers.compiler.cost import Cost
from resolvers.compiler.cursor import CursorSigner
from resolvers.compiler.fragment import Fragment
from resolvers.compiler.pages import cursor_shape
from resolvers.compiler.parameters import Parameters
from resolvers.compiler.records import Column, by_type, listed, record
from resolvers.compiler.scope import Names, Scope, Stitched
from resolvers.compiler.selections import Selected, Selections
from resolvers.compiler.shaping import Projected, Shape, optional, plain, required

CONVERTED = {"Date": "toString({})", "DateTime": "toString({})"}
"""Scalars that the response has in another form than the graph."""


@dataclass(slots=True)
class Projection:
    """Compiles one root field; everything below it shares names, parameters and costs."""

    catalog: Catalog
    selections: Selections
    parameters: Parameters
    signer: CursorSigner
    names: Names = field(default_factory=Names)
    cost: Cost = field(default_factory=Cost)
    sorts: dict[str, str] = field(default_factory=dict)
    """Path of a connection → its order, in words that a cursor is bound to."""
    signed: set[str] = field(default_factory=set)
    """Paths of the connections whose cursors are selected."""

    def of_type(self, named: object, nodes: Selected, scope: Scope, path: str) -> Projected:
        """What is selected of a value of this type, which stands at the scope."""
        kinds = [kind for kind in possible_types(self.catalog.schema, named) if self._may_be(kind, scope)]
        if len(kinds) == 1 and isinstance(named, GraphQLObjectType):
            return self.record(kinds[0], self.selections.under(kinds[0], nodes.nodes), scope, path)
        return self._by_type(kinds, nodes, scope, path)

    def _may_be(self, kind: GraphQLObjectType, scope: Scope) -> bool:
        return not scope.labels or scope.at_edge or scope.labels == ("map",) or kind.name in scope.labels

    def _by_type(self, kinds: list[GraphQLObjectType], nodes: Selected, scope: Scope, path: str) -> Projected:
        """One record for each type; each has a path of its own, since one key may have other arguments in each."""
        whens: list[str] = []
        shapes: dict[str, Shape] = {}
        for kind in kinds:
            one = self.record(kind, self.selections.under(kind, nodes.nodes), scope, f"{path}:{kind.name}")
            separator = ", " if one.cypher != "[]" else ""
            whens.append(f"WHEN {scope.node}:{kind.name} THEN ['{kind.name}'{separator}{one.cypher[1:]}")
            shapes[kind.name] = one.shape
        return Projected(f"CASE {' '.join(whens)} END", by_type(shapes))

    def record(self, kind: GraphQLObjectType, selected: list[Selected], scope: Scope, path: str) -> Projected:
        """The selected fields of an object type: a Cypher list, in the order of the response."""
        cells: list[str] = []
        columns: list[Column] = []
        for one in selected:
            cypher, column = self._cell(kind, one, scope, f"{path}.{one.key}" if path else one.key)
            cells.append(cypher)
            columns.append(column)
        return Projected(f"[{', '.join(cells)}]", record(columns), always=True)

    def _cell(self, kind: GraphQLObjectType, one: Selected, scope: Scope, path: str) -> tuple[str, Column]:
        if one.name == "__typename":
            return f"'{kind.name}'", Column(one.key, None, False)
        field = kind.fields[one.name]
        nullable = not is_non_null_type(field.type)
        projected = self.field(kind, field, one, scope, path)
        if projected.shape is plain:
            return projected.cypher, Column(one.key, None, nullable)
        if projected.always and not nullable:
            return projected.cypher, Column(one.key, projected.shape, nullable)
        return projected.cypher, Column(one.key, (optional if nullable else required)(projected.shape), nullable)

    def field(
        self, kind: GraphQLObjectType, definition: GraphQLField, one: Selected, scope: Scope, path: str
    ) -> Projected:
        """One field below an object: a property, a stitched question, or the node at the end of an edge."""
        named = get_named_type(definition.type)
        fragment = self.catalog.fragment(kind.name, one.name)
        if fragment is not None:
            arguments = self.parameters.open(path, definition, one.nodes[0])
            return self.asked(fragment, definition.type, one, (scope.reads, arguments), path)
        if named.name == "Cursor" and scope.at_edge:
            self.signed.add(scope.connection)
            return Projected(scope.keys, cursor_shape(scope.connection))
        if is_leaf_type(named):
            return self._leaf(f"{scope.reads}.{snake(one.name)}", definition.type)
        return self.of_type(named, one, Scope(scope.node, labels=scope.labels), path)

    def _leaf(self, cypher: str, kind: GraphQLOutputType) -> Projected:
        named = get_named_type(kind)
        if is_enum_type(named):
            return Projected(f"toUpper({cypher})", plain)
        return Projected(CONVERTED.get(named.name, "{}").format(cypher), plain)

    def asked(
        self,
        fragment: Fragment,
        kind: GraphQLOutputType,
        one: Selected,
        start: tuple[str, dict[str, object]],
        path: str,
    ) -> Projected:
        """A field behind which a .cypher file stands; `start`: the variable to start at, and the arguments."""
        parent, arguments = start
        stitched = self.names.stitch(fragment, parent, self.parameters, path)
        named = get_named_type(kind)
        if fragment.value:
            return self._leaf(self._expression(stitched), kind)
        if named.name.endswith(CONNECTION):
            assert isinstance(named, GraphQLObjectType)
            return connection(self, stitched, (named, one), arguments, path)
        scope = entered(stitched, named.name)
        if not is_list(kind):
            inner = self.of_type(named, one, scope, path)
            return Projected(f"COLLECT {{ {stitched.matched('')} RETURN {inner.cypher} LIMIT 1 }}[0]", inner.shape)
        return self._list(stitched, (named, one), scope, arguments, path)

    def _expression(self, stitched: Stitched) -> str:
        value = stitched.text(stitched.fragment.value)
        body = stitched.text(stitched.fragment.body)
        return f"COLLECT {{ {body} RETURN {value} LIMIT 1 }}[0]" if body else f"({value})"

    def _list(
        self, stitched: Stitched, what: tuple[object, Selected], scope: Scope, arguments: dict[str, object], path: str
    ) -> Projected:
        """A plain list: complete, or with a `first` of its own."""
        most = stitched.fragment.most
        limit = str(most + 1)
        if "first" in arguments:
            limit = self.parameters.value(path, ("first",), lambda first: bounded(first, f"`first` of {path}", most))
        with self.cost.below(f"{path}.first" if "first" in arguments else None):
            inner = self.of_type(*what, scope, path)
        order = order_of(stitched)
        rows = f"{stitched.matched('')} WITH {stitched.carried} ORDER BY {order} LIMIT {limit}"
        return Projected(f"COLLECT {{ {rows} RETURN {inner.cypher} }}", listed(inner.shape, most), always=True)


def entered(stitched: Stitched, type_name: str) -> Scope:
    """The scope behind a fragment: on its edge where the type is not the node's own."""
    scope = stitched.scope
    at_edge = scope.edge is not None and type_name not in scope.labels
    return Scope(scope.node, scope.edge, scope.labels, scope.edge_kind, at_edge)


def order_of(stitched: Stitched) -> str:
    """The order that the fragment's head gives."""
    scope = stitched.scope
    if not stitched.fragment.order:
        raise BrokenFragment(f"cypher/{stitched.fragment.name}.cypher needs an `order:`")
    parts = [
        f"{scope.edge if part.on == 'edge' else scope.node}.{part.key}{' DESC' if part.descending else ''}"
        for part in stitched.fragment.order
    ]
    return ", ".join(parts)
