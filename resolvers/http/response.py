"""Sending: status, headers and body in two ASGI messages."""

from __future__ import annotations

from dataclasses import dataclass

import orjson
from starlette.types import Send

from graph_model.errors import (
    BadInput,
    BodyTooLarge,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
    SongNodesError,
    TimedOut,
    Unauthorized,
    Unavailable,
    UnsupportedMediaType,
)
from resolvers.http.media import GRAPHQL, JSON

Header = tuple[bytes, bytes]

ALLOW: Header = (b"allow", b"GET, HEAD, POST, OPTIONS")
NOT_KEPT: tuple[Header, ...] = (
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept, Authorization"),
    (b"x-content-type-options", b"nosniff"),
)
HEADERS: dict[bytes, tuple[Header, ...]] = {
    media: ((b"content-type", media + b"; charset=utf-8"), *NOT_KEPT) for media in (JSON, GRAPHQL)
}

STATUSES: dict[type[SongNodesError], int] = {
    BadInput: 400,
    Unauthorized: 401,
    NotFound: 404,
    MethodNotAllowed: 405,
    NotAcceptable: 406,
    BodyTooLarge: 413,
    UnsupportedMediaType: 415,
    Unavailable: 503,
    TimedOut: 504,
    SongNodesError: 500,
}
"""The status of an error is that of its nearest class here."""

MORE_HEADERS: dict[int, tuple[Header, ...]] = {
    401: ((b"www-authenticate", b'Bearer realm="songnodes"'),),
    405: (ALLOW,),
    413: ((b"connection", b"close"),),  # the rest of the body is not read
    415: ((b"accept", JSON), (b"accept-encoding", b"identity")),
}


@dataclass(frozen=True, slots=True)
class Response:
    """One answer over HTTP; Content-Length is added when it is sent."""

    status: int
    headers: tuple[Header, ...]
    body: bytes


def failure(error: SongNodesError, media: bytes) -> Response:
    """`{"errors": [{"message", "extensions": {"code"}}]}` with the error's status."""
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    document = {"errors": [{"message": error.message, "extensions": {"code": error.code}}]}
    return Response(status, HEADERS[media] + MORE_HEADERS.get(status, ()), orjson.dumps(document))


async def respond(send: Send, response: Response, *, with_body: bool) -> None:
    """Two ASGI messages; without the body, all headers are still those of the whole answer."""
    length = (b"content-length", b"%d" % len(response.body))
    await send({"type": "http.response.start", "status": response.status, "headers": [*response.headers, length]})
    await send({"type": "http.response.body", "body": response.body if with_body else b""})
