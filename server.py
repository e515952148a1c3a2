"""The wiring: what is mounted where, and who is handed what."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from curation.keeper import GraphCurator
from cypher.session import Database, read
from graph_model.errors import Unavailable
from ingestion.imports.language_model import language_model
from ingestion.keeper import GraphSetKeeper
from ingestion.resolution.explanation import GraphMatchExplainer
from resolvers.execution.executor import Limits
from resolvers.http.endpoint import GraphQLEndpoint
from resolvers.http.playground import playground_assets, playground_page
from resolvers.wiring import Keepers, open_executor
from runtime.health import health_routes
from runtime.keys import ApiKeys
from runtime.secret_file import made_secret
from runtime.settings import Settings

GRAPHQL = "/graphql"


@dataclass(frozen=True, slots=True)
class App:
    """The server: GraphQL's own path goes straight to its door, all else to the routes.

    Router and middleware are a tenth of a short query's time, and this door catches its errors itself.
    """

    graphql: ASGIApp
    others: Starlette

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        straight = scope["type"] == "http" and scope["path"] == GRAPHQL
        await (self.graphql if straight else self.others)(scope, receive, send)


def create_app(database: Database, settings: Settings, keys: ApiKeys, playground: Path | None = None) -> App:
    """The whole server. `playground`: the built page's folder; without it /graphql speaks GraphQL only."""
    limits = Limits(settings.most_nodes, settings.explain)
    model = language_model(settings.ollama_url, settings.ollama_model, settings.ollama_timeout_s)
    keepers = Keepers(GraphSetKeeper(database, model), GraphCurator(database), GraphMatchExplainer(database))
    executor = open_executor(database, keepers, cursor_secret(settings), limits)
    page = playground_page(playground) if playground else None
    graphql = GraphQLEndpoint(executor.execute, keys.holds, settings.max_body_bytes, page)
    # the first is there for `/graphql/`, which it sends to the door
    routes: list[BaseRoute] = [Route(GRAPHQL, graphql), *health_routes(lambda: is_ready(database))]
    if playground:
        routes.append(Mount(f"{GRAPHQL}/assets", playground_assets(playground)))
        routes.append(Route("/", lambda _: RedirectResponse(GRAPHQL)))
    return App(graphql, Starlette(routes=routes))


def cursor_secret(settings: Settings) -> bytes:
    """What signs cursors: equal on all servers of one graph where it is set, else made once in the data folder."""
    given = settings.cursor_secret
    secret = given.get_secret_value() if given else made_secret(settings.data_dir / "cursor.secret")
    return sha256(secret.encode()).digest()


async def is_ready(database: Database) -> dict[str, object]:
    """Raises Unavailable where the database does not answer or has no schema."""
    found = (await read(database, "health/ready"))[0]["migrations"]
    if not found:
        raise Unavailable("The database has no schema yet: run `songnodes migrate`")
    return {"migrations": found}
