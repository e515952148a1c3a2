"""Reading a body, chunk by chunk."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message

from graph_model.errors import BodyTooLarge
from resolvers.http.body import read_body


class Client:
    """What arrives, message by message; `left` counts what nobody asked for."""

    def __init__(self, *chunks: bytes, leaves: bool = False) -> None:
        last = len(chunks) - 1
        self.messages: list[Message] = [
            {"type": "http.request", "body": chunk, "more_body": leaves or number < last}
            for number, chunk in enumerate(chunks)
        ]
        self.messages += [{"type": "http.disconnect"}] if leaves else []

    async def __call__(self) -> Any:
        return self.messages.pop(0)

    @property
    def left(self) -> int:
        return len(self.messages)


@pytest.mark.parametrize("chunks", [(b"",), (b"abc",), (b"a", b"", b"bc"), (b"12345", b"67890")])
async def test_a_body_is_its_chunks_in_order(chunks: tuple[bytes, ...]) -> None:
    assert await read_body(Client(*chunks), b"", 10) == b"".join(chunks)


async def test_a_declared_size_over_the_limit_is_refused_unread() -> None:
    client = Client(b"a")
    with pytest.raises(BodyTooLarge):
        await read_body(client, b"11", 10)
    assert client.left == 1


@pytest.mark.parametrize("declared", [b"", b"5", b"-1", b"x"])
async def test_chunks_are_counted_whatever_was_declared(declared: bytes) -> None:
    client = Client(b"12345", b"67890", b"!", b"never read", b"never read")
    with pytest.raises(BodyTooLarge, match="10 bytes"):
        await read_body(client, declared, 10)
    assert client.left == 2


async def test_an_absurd_declared_size_is_refused() -> None:
    with pytest.raises(BodyTooLarge):
        await read_body(Client(b""), b"9" * 5_000, 10)


async def test_a_client_that_leaves_ends_the_reading() -> None:
    with pytest.raises(ClientDisconnect):
        await read_body(Client(b"a", leaves=True), b"", 10)
