"""Documents: parsed and validated once, kept with their compiled plans in a cache bounded in bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cachetools import LRUCache
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    validate,
)

from graph_model.errors import BadDocument, QueryTooLarge
from resolvers.execution.metrics import document_hit, document_miss, plan_hit, plan_miss
from resolvers.execution.operation import PlannedOperation
from resolvers.execution.shape import ShapeKey, Shaper, shaper_of
from resolvers.execution.variables import VariableReader, variable_reader

PlanKey = tuple[str, str, ShapeKey]
"""Text of the document, name of the operation, shape of its variables."""
MOST_TOKENS = 5_000
"""The introspection query of GraphiQL has about 400."""
BYTES_PER_CHARACTER = 160
"""Measured with tracemalloc: the playground's examples take 106 to 158 bytes for each character of their text."""


@dataclass(slots=True)
class Document:
    """A document that is valid for the schema."""

    text: str
    ast: DocumentNode
    operations: dict[str, OperationDefinitionNode]
    fragments: dict[str, FragmentDefinitionNode]
    shapers: dict[str, Shaper]
    """By operation name: what tells the shape of its variables."""
    readers: dict[str, VariableReader]
    """By operation name: what reads its variables."""

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation that is meant. Raises BadDocument where the name, or its absence, does not single one out."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name in self.operations:
            return self.operations[name]
        known = ", ".join(sorted(filter(None, self.operations))) or "none with a name"
        raise BadDocument(f"`operationName` must name one of the document's operations ({known})")


class InvalidDocument(Exception):
    """The document is no valid request; `errors` say where and why."""

    def __init__(self, code: str, errors: list[GraphQLError]) -> None:
        super().__init__(code)
        self.code, self.errors = code, errors


@dataclass(slots=True)
class Documents:
    """The caches; only valid documents are kept, so that rubbish cannot push them out. `bytes` bounds each."""

    schema: GraphQLSchema
    bytes: int
    kept: LRUCache[str, Document] = field(init=False)
    plans: LRUCache[PlanKey, PlannedOperation] = field(init=False)

    def __post_init__(self) -> None:
        self.kept = LRUCache(self.bytes, getsizeof=lambda document: BYTES_PER_CHARACTER * len(document.text))
        self.plans = LRUCache(self.bytes, getsizeof=lambda plan: plan.bytes)

    def get(self, text: str) -> Document:
        """Raises InvalidDocument, or QueryTooLarge for one that is too long or too deep."""
        found = self.kept.get(text)
        (document_hit if found else document_miss).inc()
        if found is None:
            found = self._read(text)
            if BYTES_PER_CHARACTER * len(text) <= self.bytes:
                self.kept[text] = found
        return found

    def plan(self, key: PlanKey, make: Callable[[], PlannedOperation]) -> PlannedOperation:
        """The plan under this key, made where there is none; a plan as large as the cache is not kept."""
        found = self.plans.get(key)
        (plan_hit if found else plan_miss).inc()
        if found is None:
            found = make()
            if found.bytes <= self.bytes:
                self.plans[key] = found
        return found

    def _read(self, text: str) -> Document:
        try:
            ast = parse(text, max_tokens=MOST_TOKENS)
            errors = validate(self.schema, ast, max_errors=20)
        except RecursionError:
            raise QueryTooLarge("The document is nested too deeply: ask for fewer levels") from None
        except GraphQLSyntaxError as error:
            if "nested too deeply" in error.message:
                raise QueryTooLarge("The document is nested too deeply: ask for fewer levels") from None
            if "token" in error.message and str(MOST_TOKENS) in error.message:
                raise QueryTooLarge(f"The document has more than {MOST_TOKENS:,} tokens: split it") from None
            raise InvalidDocument("GRAPHQL_PARSE_FAILED", [error]) from error
        if errors:
            raise InvalidDocument("GRAPHQL_VALIDATION_FAILED", errors)
        definitions = ast.definitions
        operations = {d.name.value if d.name else "": d for d in definitions if isinstance(d, OperationDefinitionNode)}
        fragments = {d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)}
        shapers = {name: shaper_of(self.schema, operation) for name, operation in operations.items()}
        readers = {name: variable_reader(self.schema, operation) for name, operation in operations.items()}
        return Document(text, ast, operations, fragments, shapers, readers)
