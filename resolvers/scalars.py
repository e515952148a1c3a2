"""Date, DateTime and Cursor: how the outside writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from ariadne import ScalarType
from graphql import GraphQLError

date_scalar = ScalarType("Date")
cursor_scalar = ScalarType("Cursor")


@date_scalar.value_parser
def parse_date(value: Any) -> date:
    """A day from its ISO 8601 form; the error names the value and the form."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise GraphQLError(f"Date is {value!r}; give a day as YYYY-MM-DD, e.g. '2014-08-02'") from None


@cursor_scalar.value_parser
def parse_cursor(value: Any) -> str:
    """Any text: whether it is a cursor of ours shows when it is used."""
    if not isinstance(value, str):
        raise GraphQLError("Cursor must be a string, as `endCursor` gave it")
    return value


scalars = [date_scalar, cursor_scalar]
