"""An operation compiled: a plan for each root field, or the word that it needs the general engine."""

from __future__ import annotations

from dataclasses import dataclass

from graphql import FragmentDefinitionNode, OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues

from graph_model.errors import QueryTooLarge
from resolvers.compiler.catalog import Catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.compiler.plan import RootPlan, plan_root
from resolvers.compiler.selections import Selections

MOST_ROOT_FIELDS = 20
"""Each costs a statement, and all run at the same time."""

BYTES_PER_CHARACTER = 20
"""Measured with tracemalloc: plans of the playground's examples take 3 to 17 bytes a character of the statement."""


@dataclass(frozen=True, slots=True)
class PlannedOperation:
    """`roots` in the order of the response; None where introspection, a mutation or a rule in Python is asked for."""

    roots: tuple[RootPlan, ...] | None

    @property
    def bytes(self) -> int:
        """About what it takes in memory: shapes and bindings grow with the statement's text."""
        return 1_000 + sum(BYTES_PER_CHARACTER * len(root.statement) for root in self.roots or ())


def plan_operation(
    catalog: Catalog,
    operation: OperationDefinitionNode,
    fragments: dict[str, FragmentDefinitionNode],
    variables: VariableValues,
    signer: CursorSigner,
) -> PlannedOperation:
    """Raises BadInput where an argument cannot be used, QueryTooLarge for too many root fields."""
    query = catalog.schema.query_type
    if operation.operation is not OperationType.QUERY or query is None:
        return PlannedOperation(None)
    selections = Selections(catalog.schema, operation, fragments, variables)
    roots = selections.root(query)
    if len(roots) > MOST_ROOT_FIELDS:
        raise QueryTooLarge(f"The operation has {len(roots)} root fields, and may have {MOST_ROOT_FIELDS}: split it")
    if not all(catalog.is_stitched(one.name) for one in roots):
        return PlannedOperation(None)
    return PlannedOperation(tuple(plan_root(catalog, selections, one, signer) for one in roots))
