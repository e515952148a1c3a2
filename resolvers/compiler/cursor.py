"""Cursors: the sort values of one row, bound to the sort and filter under which they were made, and signed."""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

import orjson
from neo4j.time import DateTime

from graph_model.errors import BadCursor

_SIGNATURE_BYTES = 9
PAGING = ("first", "after", "last", "before")
"""Arguments that say which page, not which list."""


@dataclass(frozen=True, slots=True)
class CursorSigner:
    """Makes and reads cursors under one secret, shared by all servers of a graph."""

    secret: bytes

    def write(self, digest: bytes, values: list[Any]) -> str:
        """The cursor of a row with these sort values; `digest` speaks for field, sort and where."""
        body = orjson.dumps([_plain(value) for value in values])
        return _text(self._sign(digest, body) + body)

    def read(self, digest: bytes, cursor: str) -> list[Any]:
        """The sort values. Raises BadCursor for anything that `write` has not made for the same digest."""
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (ValueError, binascii.Error):
            raise BadCursor from None
        if _text(raw) != cursor:  # the decoder skips strange characters and the last bits
            raise BadCursor
        signature, body = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
        if not body or not hmac.compare_digest(signature, self._sign(digest, body)):
            raise BadCursor
        return [_rich(value) for value in orjson.loads(body)]

    def nulls(self, cursor: str) -> tuple[bool, ...]:
        """Which sort values are null, unchecked: for the choice of a plan. `read` refuses what is not ours."""
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            return tuple(value is None for value in orjson.loads(raw[_SIGNATURE_BYTES:]))
        except (ValueError, TypeError, binascii.Error):
            return ()

    def _sign(self, digest: bytes, body: bytes) -> bytes:
        return blake2b(body, key=self.secret, salt=digest[:16], digest_size=_SIGNATURE_BYTES).digest()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def digest_of(sort: str, arguments: dict[str, Any]) -> bytes:
    """16 bytes that speak for all that decides the list: where it is, its sort, and every argument but the paging."""
    kept = {name: value for name, value in arguments.items() if name not in PAGING and value is not None}
    return blake2b(orjson.dumps([sort, kept], option=orjson.OPT_SORT_KEYS), digest_size=16).digest()


def _plain(value: Any) -> Any:
    if isinstance(value, DateTime):
        return {"time": value.iso_format()}
    return {"date": value.isoformat() if isinstance(value, date) else value.iso_format()} if _is_date(value) else value


def _is_date(value: Any) -> bool:
    return isinstance(value, date) or hasattr(value, "iso_format")


def _rich(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "date" in value:
        return date.fromisoformat(value["date"])
    return datetime.fromisoformat(value["time"])  # the driver's own DateTime would come back with another kind of zone
