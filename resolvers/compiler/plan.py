"""A compiled operation: for each root field one statement, where its parameters come from, how its answer is shaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import get_named_type, is_non_null_type
from graphql.execution.values import VariableValues

from graph_model.errors import BrokenFragment
from resolvers.compiler.catalog import CONNECTION, Catalog, is_list
from resolvers.compiler.cost import Cost
from resolvers.compiler.cursor import CursorSigner, digest_of
from resolvers.compiler.parameters import Arguments, Binding, Parameters, Source
from resolvers.compiler.projection import Projection, entered
from resolvers.compiler.records import listed
from resolvers.compiler.scope import Scope
from resolvers.compiler.selections import Selected, Selections
from resolvers.compiler.shaping import Shape, Shaping, optional, required


@dataclass(frozen=True, slots=True)
class Ready:
    """A statement with the parameters of one request."""

    statement: str
    parameters: dict[str, Any]
    shaping: Shaping


@dataclass(frozen=True, slots=True)
class RootPlan:
    """One root field, compiled."""

    key: str
    name: str
    statement: str
    shape: Shape
    nullable: bool
    sources: tuple[Source, ...]
    bindings: tuple[Binding, ...]
    cost: Cost
    sorts: dict[int, tuple[str, str]]
    """Source of a connection whose cursors may be asked for → its path, and its order in words."""
    signer: CursorSigner

    def ready(self, variables: VariableValues, most_nodes: int) -> Ready:
        """Raises BadInput (page size, cursor, search text, too many nodes)."""
        arguments: list[Arguments] = [source.arguments(variables.coerced) for source in self.sources]
        nothing: Arguments = {}
        parameters = {
            binding.name: binding.get(nothing if binding.source is None else arguments[binding.source])
            for binding in self.bindings
        }
        self.cost.check(parameters, most_nodes)
        digests = {path: digest_of(words, arguments[source]) for source, (path, words) in self.sorts.items()}
        return Ready(self.statement, parameters, Shaping(parameters, digests, self.signer))


def plan_root(catalog: Catalog, selections: Selections, one: Selected, signer: CursorSigner) -> RootPlan:
    """Compile one stitched root field of Query."""
    query = catalog.schema.query_type
    fragment = catalog.fragment("Query", one.name)
    if query is None or fragment is None:
        raise BrokenFragment(f"cypher/query/{one.name}.cypher does not exist, and no resolver answers Query.{one.name}")
    definition = query.fields[one.name]
    projection = Projection(catalog, selections, Parameters(selections.variables), signer)
    arguments = projection.parameters.open(one.key, definition, one.nodes[0])
    named = get_named_type(definition.type)
    if is_list(definition.type) or named.name.endswith(CONNECTION):
        projected = projection.asked(fragment, definition.type, one, ("", arguments), one.key)
        statement = f"RETURN {projected.cypher} AS value"
    else:
        stitched = projection.names.stitch(fragment, "", projection.parameters, one.key)
        projected = projection.of_type(named, one, entered(stitched, named.name), one.key)
        statement = f"{stitched.matched('')} RETURN {projected.cypher} AS value LIMIT 1"
    return _plan(projection, one, statement, projected.shape, nullable=not is_non_null_type(definition.type))


def plan_expansion(
    catalog: Catalog, selections: Selections, one: Selected, found: tuple[str, Sequence[str]], signer: CursorSigner
) -> RootPlan:
    """Compile what is selected of nodes that a rule has found; `found`: their type and ids, kept in that order."""
    kind, ids = found
    projection = Projection(catalog, selections, Parameters(selections.variables), signer)
    given = projection.parameters.constant(one.key, "ids", list(ids))
    inner = projection.of_type(catalog.schema.type_map[kind], one, Scope("node", labels=(kind,)), one.key)
    rows = f"UNWIND range(0, size({given}) - 1) AS place MATCH (node:{kind} {{id: {given}[place]}})"
    statement = f"RETURN COLLECT {{ {rows} WITH node, place ORDER BY place RETURN {inner.cypher} }} AS value"
    return _plan(projection, one, statement, listed(inner.shape, len(ids)), nullable=False)


def _plan(projection: Projection, one: Selected, statement: str, shape: Shape, *, nullable: bool) -> RootPlan:
    parameters = projection.parameters
    by_path = {source.path: index for index, source in enumerate(parameters.sources)}
    return RootPlan(
        one.key,
        one.name,
        statement,
        (optional if nullable else required)(shape),
        nullable,
        tuple(parameters.sources),
        tuple(parameters.bindings.values()),
        projection.cost,
        {by_path[path]: (path, projection.sorts[path]) for path in projection.signed},
        projection.signer,
    )
