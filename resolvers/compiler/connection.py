"""A connection field: one page by keyset, and what is asked of the whole list beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graphql import GraphQLObjectType, get_named_type

from graph_model.errors import BadCursor, BadPageSize
from graph_model.schema import COMPOSITE_RANGE
from resolvers.compiler.aggregates import aggregate
from resolvers.compiler.conditions import Conditions, item_type
from resolvers.compiler.cursor import digest_of
from resolvers.compiler.pages import SIZE, ConnectionShape, bare_page, column, page_info
from resolvers.compiler.paging import Key, Page
from resolvers.compiler.scope import Scope, Stitched
from resolvers.compiler.selections import Selected
from resolvers.compiler.shaping import Projected, Shape, plain
from resolvers.compiler.sorting import keys_of, sort_words

if TYPE_CHECKING:
    from resolvers.compiler.projection import Projection

ROW_PARTS = ("edges", "nodes", "pageInfo")
"""Fields of a connection that are made of the page's rows."""

DEFAULT_PAGE, LARGEST_PAGE = 20, 500


def bounded(size: int, name: str, most: int = LARGEST_PAGE) -> int:
    """A size within the limits. Raises BadPageSize, which says where it stands."""
    if not 1 <= size <= most:
        raise BadPageSize(f"{name} is {size}; give 1 to {most}")
    return size


def page_size(arguments: dict[str, Any], path: str) -> int:
    """How many rows the client asks for. Raises BadPageSize."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise BadPageSize(f"{path} has both `first` and `last`; give one of them")
    given = first if first is not None else last if last is not None else DEFAULT_PAGE
    return bounded(given, f"`{'last' if last is not None else 'first'}` of {path}")


def connection(
    projection: Projection,
    stitched: Stitched,
    what: tuple[GraphQLObjectType, Selected],
    arguments: dict[str, Any],
    path: str,
) -> Projected:
    """Cypher `[rows, own value, …]` of one connection, and its shape; `what`: its type, and what is selected of it."""
    return _Connection(projection, stitched, what, (arguments, path)).compiled()


class _Connection:
    """The pieces of one connection while it is being compiled."""

    def __init__(
        self,
        projection: Projection,
        stitched: Stitched,
        what: tuple[GraphQLObjectType, Selected],
        start: tuple[dict[str, Any], str],
    ) -> None:
        self.projection, self.stitched = projection, stitched
        self.arguments, self.path = start
        kind, one = what
        self.kind = kind
        self.selected = projection.selections.under(kind, one.nodes)
        self.edge_type = get_named_type(kind.fields["edges"].type)
        self.node_type = get_named_type(kind.fields["nodes"].type)
        self.keys = keys_of(stitched, self.arguments.get("sort"))
        self.backward = self.arguments.get("last") is not None
        scope = stitched.scope
        self.keys_list = f"[{', '.join(key.property for key in self.keys)}]"
        self.edge_scope = Scope(scope.node, scope.edge, scope.labels, scope.edge_kind, True, self.keys_list, self.path)
        projection.sorts[self.path] = sort_words(stitched.fragment.name, self.keys)

    def compiled(self) -> Projected:
        """The whole connection; the cheapest form where only edges or only nodes are selected."""
        size = self.projection.parameters.bind(self.path, SIZE, lambda given: page_size(given, self.path))
        condition = self._condition()
        page = self._page(size)
        if len(self.selected) == 1 and self.selected[0].name in ("edges", "nodes"):
            return self._bare(self.selected[0], page, condition)
        return self._full(page, condition)

    def _bare(self, part: Selected, page: Page, condition: str) -> Projected:
        inner = self._elements(part)
        rows = f"COLLECT {{ {page.rows(self.stitched, condition)} RETURN {inner.cypher} }}"
        return Projected(rows, bare_page(part.key, inner.shape, self.backward), always=True)

    def _full(self, page: Page, condition: str) -> Projected:
        cells: list[str] = []
        of_rows = [(part.key, self._row_part(part, cells)) for part in self.selected if part.name in ROW_PARTS]
        own = [(part.key, self._own_part(part, condition)) for part in self.selected if part.name not in ROW_PARTS]
        rows = f"COLLECT {{ {page.rows(self.stitched, condition)} RETURN [{', '.join(cells)}] }}" if of_rows else "[]"
        shape = ConnectionShape(
            self.path,
            self.backward,
            tuple(of_rows),
            tuple((key, projected.shape) for key, projected in own),
            tuple(part.key for part in self.selected),
        )
        return Projected(f"[{', '.join([rows, *(projected.cypher for _, projected in own)])}]", shape, always=True)

    def _page(self, size: str) -> Page:
        extra = any(part.name == "pageInfo" for part in self.selected)
        cursor, pattern = self._cursor()
        return Page(
            self._page_keys(pattern),
            f"{size} + 1" if extra else size,
            cursor,
            pattern,
            self.backward,
            self._is_indexed(),
            self._is_composite(),
        )

    def _cursor(self) -> tuple[str | None, tuple[bool, ...]]:
        """The parameter with the sort values to go on from, and which of them are null."""
        name = "before" if self.backward else "after"
        if self.arguments.get("after" if self.backward else "before") is not None:
            raise BadCursor("`first` goes with `after`, `last` with `before`")
        given = self.arguments.get(name)
        if given is None:
            return None, ()
        words, signer = self.projection.sorts[self.path], self.projection.signer
        read = self.projection.parameters.bind(self.path, name, lambda a: signer.read(digest_of(words, a), a[name]))
        return read, tuple(value is None for value in signer.read(digest_of(words, self.arguments), given))

    def _is_composite(self) -> bool:
        order = tuple(key.property.partition(".")[2] for key in self.keys)
        return any((label, order) in COMPOSITE_RANGE for label in self.stitched.scope.labels)

    def _is_indexed(self) -> bool:
        return self.stitched.fragment.name.startswith("query/")

    def _page_keys(self, pattern: tuple[bool, ...]) -> tuple[Key, ...]:
        """The order; where the filter leaves no row without its first key, none is looked for."""
        kind = item_type(self.kind, self.stitched.fragment)
        first, *rest = self.keys
        scope = self.stitched.scope
        sure = self._conditions().present(kind, self.arguments.get("where")) if kind is not self.edge_type else set()
        if first.property.removeprefix(f"{scope.node}.") in sure and not any(pattern[:1]):
            return replace(first, nullable=False), *rest
        return self.keys

    def _condition(self) -> str:
        kind = item_type(self.kind, self.stitched.fragment)
        scope = self.edge_scope if kind is self.edge_type else self.stitched.scope
        return self._conditions().of(kind, scope, self.arguments.get("where"))

    def _conditions(self) -> Conditions:
        return Conditions(self.projection.catalog, self.projection.names, self.projection.parameters, self.path)

    def _row_part(self, part: Selected, cells: list[str]) -> Shape:
        if part.name == "pageInfo":
            return self._page_info(part, cells)
        inner = self._elements(part)
        cells.append(inner.cypher)
        return column(len(cells) - 1, inner.shape)

    def _elements(self, part: Selected) -> Projected:
        """What is selected of each edge or node of the page."""
        scope, path = self.stitched.scope, f"{self.path}.{part.key}"
        with self.projection.cost.below(f"{self.path}.{SIZE}"):
            if part.name == "edges":
                return self.projection.of_type(self.edge_type, part, self.edge_scope, path)
            return self.projection.of_type(self.node_type, part, Scope(scope.node, labels=scope.labels), path)

    def _page_info(self, part: Selected, cells: list[str]) -> Shape:
        kind = self.projection.catalog.schema.type_map["PageInfo"]
        assert isinstance(kind, GraphQLObjectType)
        names = tuple((one.key, one.name) for one in self.projection.selections.under(kind, part.nodes))
        keys_at = None
        if any(name.endswith("Cursor") for _, name in names):
            self.projection.signed.add(self.path)
            cells.append(self.keys_list)
            keys_at = len(cells) - 1
        continued = self.arguments.get("before" if self.backward else "after") is not None
        return page_info(self.path, names, keys_at, self.backward, continued)

    def _own_part(self, part: Selected, condition: str) -> Projected:
        if part.name == "__typename":
            return Projected(f"'{self.kind.name}'", plain)
        if part.name == "totalCount":
            return Projected(f"COUNT {{ {self.stitched.matched(condition)} }}", plain)
        return aggregate(self.projection, self.stitched, self.kind, part, condition)
