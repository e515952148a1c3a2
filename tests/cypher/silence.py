"""A connection that goes silent: it stays open, and nothing comes through any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Line:
    """Hands on what both ends say, until `silent`."""

    host: str
    port: int
    silent: bool = False
    _ends: list[asyncio.StreamWriter] = field(default_factory=list)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Somebody called: call the other end."""
        far_reader, far_writer = await asyncio.open_connection(self.host, self.port)
        self._ends += [writer, far_writer]
        await asyncio.gather(self._hand_on(reader, far_writer), self._hand_on(far_reader, writer))

    async def _hand_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while said := await source.read(65_536):
            if not self.silent:
                sink.write(said)
        sink.close()

    def hang_up(self) -> None:
        """Close both ends of every call."""
        for end in self._ends:
            end.close()


@asynccontextmanager
async def line_to(host: str, port: int) -> AsyncIterator[tuple[Line, int]]:
    """A line, and the port at which it is called."""
    line = Line(host, port)
    server = await asyncio.start_server(line.connected, "127.0.0.1", 0)
    try:
        yield line, server.sockets[0].getsockname()[1]
    finally:
        line.hang_up()
        server.close()
