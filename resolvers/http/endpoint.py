"""The ASGI endpoint at /graphql."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from graph_model.errors import MethodNotAllowed, NotAcceptable, SongNodesError, Unauthorized
from resolvers.http.body import read_body
from resolvers.http.media import JSON, answer_type, check_content_type, wants_page
from resolvers.http.message import Caller, Execute, GraphQLRequest, HoldsKey
from resolvers.http.parameters import from_body, from_query_string, has_parts
from resolvers.http.playground import Page
from resolvers.http.response import ALLOW, HEADERS, Response, failure, respond

log = structlog.get_logger(__name__)

Headers = dict[bytes, bytes]
READS = ("GET", "HEAD")
ANONYMOUS = Caller()


@dataclass(frozen=True, slots=True)
class GraphQLEndpoint:
    """GraphQL over HTTP in front of `execute`; a browser gets the playground's page."""

    execute: Execute
    holds: HoldsKey
    max_body_bytes: int
    page: Page | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; HEAD gets the headers of GET."""
        try:
            response = await self._response(scope, _headers(scope), receive)
        except ClientDisconnect:
            return
        await respond(send, response, with_body=scope["method"] != "HEAD")

    async def _response(self, scope: Scope, headers: Headers, receive: Receive) -> Response:
        accept = headers.get(b"accept", b"")
        if scope["method"] == "OPTIONS":
            return Response(200, (ALLOW,), b"")
        if self.page and _is_for_people(scope, accept):
            return Response(200, self.page.headers, self.page.body)
        try:
            media = answer_type(accept)
        except NotAcceptable as error:
            return failure(error, JSON)
        try:
            request = await self._request(scope, headers, receive)
            caller = self._caller(headers.get(b"authorization", b""))
        except SongNodesError as error:
            return failure(error, media)
        return await self._executed(request, caller, media)

    async def _request(self, scope: Scope, headers: Headers, receive: Receive) -> GraphQLRequest:
        method = scope["method"]
        if method == "POST":
            check_content_type(headers.get(b"content-type", b""), headers.get(b"content-encoding", b""))
            return from_body(await read_body(receive, headers.get(b"content-length", b""), self.max_body_bytes))
        if method not in READS:
            raise MethodNotAllowed(f"{method} does nothing here: send the operation by POST, or a query by GET")
        return from_query_string(scope["query_string"], self.max_body_bytes)

    def _caller(self, authorization: bytes) -> Caller:
        """A wrong key is an error, not a stranger; what is no Bearer (a proxy's own login) is not for us."""
        scheme, _, candidate = authorization.partition(b" ")
        if scheme.lower() != b"bearer":
            return ANONYMOUS
        name = self.holds(candidate.strip().decode("latin-1"))
        if name is None:
            raise Unauthorized(
                "The API key is not one of this server's: correct the Authorization header, or leave it out"
            )
        return Caller(name)

    async def _executed(self, request: GraphQLRequest, caller: Caller, media: bytes) -> Response:
        """The answer; a fault of ours is logged in full and told without details."""
        try:
            answer = await self.execute(request, caller)
        except SongNodesError as error:
            return failure(error, media)
        except Exception:  # whatever it was, the client gets an answer, and the log the whole of it
            log.exception("graphql_request_failed", operation=request.operation_name)
            return failure(SongNodesError("Something went wrong in the server; its log has the details"), media)
        return Response(200 if answer.executed or media == JSON else 400, HEADERS[media], answer.body)


def _headers(scope: Scope) -> Headers:
    """By lower-case name; several Accept headers are one list."""
    headers: Headers = {}
    for name, value in scope["headers"]:
        headers[name] = headers[name] + b"," + value if name == b"accept" and name in headers else value
    return headers


def _is_for_people(scope: Scope, accept: bytes) -> bool:
    return scope["method"] in READS and wants_page(accept) and not has_parts(scope["query_string"])
