"""The GraphQL door put together: schema, catalog, compiler, executor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ariadne import load_schema_from_path, make_executable_schema
from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import GraphQLObjectType, GraphQLSchema

from cypher.files import ROOM
from cypher.session import Database
from graph_model.ports import Curator, MatchExplainer, SetKeeper
from resolvers.compiler.catalog import Catalog, open_catalog
from resolvers.compiler.cursor import CursorSigner
from resolvers.context import Info, Services
from resolvers.curation import payloads
from resolvers.execution.documents import Documents
from resolvers.execution.engine import Engine
from resolvers.execution.executor import Executor, Limits
from resolvers.match import explaining
from resolvers.mutations import load_sets_payload, mutation
from resolvers.scalars import scalars

DOCUMENT_CACHE_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Keepers:
    """Those who change the graph, and who say why."""

    sets: SetKeeper
    curator: Curator
    matches: MatchExplainer


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the API is written down: what can be asked, and what is asked of the graph for it."""

    sdl: Path = Path(__file__).parent / "schema"
    cypher: Path = ROOM


OURS = Folders()


def open_schema(folder: Path = OURS.sdl) -> GraphQLSchema:
    """The executable schema, from the .graphql files of a folder."""
    return make_executable_schema(
        load_schema_from_path(str(folder)),
        mutation,
        load_sets_payload,
        *payloads,
        *explaining,
        *scalars,
        convert_names_case=python_name,
    )


def python_name(name: str, schema: GraphQLSchema, path: tuple[str, ...]) -> str:
    """Arguments and inputs are snake case in Python; output fields keep their name: `shaped_value` reads them."""
    is_output = len(path) == 2 and isinstance(schema.type_map[path[0]], GraphQLObjectType)
    return name if is_output else snake(name)


def open_executor(
    database: Database, keepers: Keepers, secret: bytes, limits: Limits, folders: Folders = OURS
) -> Executor:
    """Everything behind /graphql; `secret` signs cursors. Raises BrokenFragment where SDL and files disagree."""
    schema = open_schema(folders.sdl)
    catalog = open_catalog(schema, folders.cypher)
    _resolve_stitched(catalog)
    signer = CursorSigner(secret)
    services = Services(catalog, database, signer, keepers.sets, keepers.curator, keepers.matches, limits.most_nodes)
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
