"""The request's body: read up to a limit, and not a byte further."""

from __future__ import annotations

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from graph_model.errors import BodyTooLarge


async def read_body(receive: Receive, declared: bytes, limit: int) -> bytes:
    """The whole body. Raises BodyTooLarge as soon as it is known, ClientDisconnect when the client has gone.

    `declared`, the Content-Length, is only believed when it says too much: what arrives is counted.
    """
    if declared.isdigit() and int(declared[:20]) > limit:
        raise too_large(limit)
    chunks: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunks.append(message.get("body", b""))
        size, more = size + len(chunks[-1]), message.get("more_body", False)
        if size > limit:
            raise too_large(limit)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def too_large(limit: int) -> BodyTooLarge:
    return BodyTooLarge(f"The request is larger than {limit} bytes: send less, or raise the server's limit")
