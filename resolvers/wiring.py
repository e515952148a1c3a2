"""The GraphQL door put together: schema, catalog, compiler, executor."""

from __future__ import annotations

from pathlib import Path

from ariadne import load_schema_from_path, make_executable_schema
from graphql import GraphQLSchema

from cypher.files import ROOM
from cypher.session import Database
from graph_model.ports import SetKeeper
from resolvers.compiler.catalog import Catalog, open_catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.context import Info, Services
from resolvers.execution.documents import Documents
from resolvers.execution.engine import Engine
from resolvers.execution.executor import Executor, Limits
from resolvers.mutations import load_sets_payload, mutation
from resolvers.scalars import scalars

SDL = Path(__file__).parent / "schema"
DOCUMENT_CACHE_BYTES = 32_000_000


def open_schema() -> GraphQLSchema:
    """The executable schema, from the files in `schema/`."""
    return make_executable_schema(
        load_schema_from_path(str(SDL)), mutation, load_sets_payload, *scalars, convert_names_case=True
    )


def open_executor(database: Database, sets: SetKeeper, secret: bytes, limits: Limits) -> Executor:
    """Everything behind /graphql; `secret` signs cursors. Raises BrokenFragment where SDL and files disagree."""
    schema = open_schema()
    catalog = open_catalog(schema, ROOM)
    _resolve_stitched(catalog)
    signer = CursorSigner(secret)
    services = Services(catalog, database, signer, sets, limits.most_nodes)
    documents = Documents(schema, DOCUMENT_CACHE_BYTES)
    return Executor(catalog, documents, database, signer, Engine(schema, services), limits)


def _resolve_stitched(catalog: Catalog) -> None:
    """The general engine answers stitched root fields through their plans."""
    query = catalog.schema.query_type
    for name, field in query.fields.items() if query else ():
        if catalog.is_stitched(name):
            field.resolve = resolve_stitched


async def resolve_stitched(_: None, info: Info, **__: object) -> object:
    """One stitched root field in an operation that has others."""
    return await info.context.stitched(info)
