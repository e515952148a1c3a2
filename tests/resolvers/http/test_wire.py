"""The door behind a real uvicorn: what only the wire shows."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
import uvicorn

from resolvers.http import GraphQLEndpoint

HEAD = b"POST /graphql HTTP/1.1\r\nHost: door\r\nContent-Type: application/json\r\n"


@pytest.fixture
async def port(endpoint: GraphQLEndpoint) -> AsyncIterator[int]:
    """Port of a server in this process, stopped afterwards; who connects early waits in the socket's queue."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(endpoint, lifespan="off", log_config=None))
    serving = asyncio.create_task(server.serve([listener]))
    yield listener.getsockname()[1]
    server.should_exit = True
    await serving


async def exchange(port: int, *parts: bytes) -> bytes:
    """Everything that comes back until the server closes; parts after its close are lost."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
        return await asyncio.wait_for(reader.read(), timeout=5)
    finally:
        writer.close()


async def test_an_endless_chunked_body_is_cut_off(port: int, endpoint: GraphQLEndpoint) -> None:
    size = endpoint.max_body_bytes
    chunk = b"%x\r\n%b\r\n" % (size, b" " * size)
    answer = await exchange(port, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunk, chunk)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"BODY_TOO_LARGE" in answer


async def test_a_huge_declared_body_is_refused_before_it_comes(port: int) -> None:
    answer = await exchange(port, HEAD + b"Content-Length: 1000000000000\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_client_that_hangs_up_leaves_the_server_alive(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HEAD + b"Content-Length: 100\r\n\r\n{")
    await writer.drain()
    writer.close()
    body = b'{"query": "{ whoami }"}'
    answer = await exchange(port, HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b'{"data":{"whoami":null}}')
