"""The only way to Neo4j: `read` for one question, `write` for a transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from cypher.files import statement
from graph_model.errors import SongNodesError, TimedOut, Unavailable

Row = dict[str, Any]
T = TypeVar("T")
TIMEOUT_CODES = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)


@dataclass(frozen=True)
class Database:
    """An open driver and the limits under which it is used."""

    driver: neo4j.AsyncDriver
    read_timeout_s: float = 10.0
    write_timeout_s: float = 120.0
    attempts: int = field(default=4)


def translated(error: Exception) -> SongNodesError:
    """Our error for one of the driver's: clients never see the driver's own words."""
    if isinstance(error, Neo4jError) and error.code in TIMEOUT_CODES:
        return TimedOut()
    return Unavailable()


async def read_text(database: Database, text: str, parameters: Mapping[str, Any]) -> list[Row]:
    """Run one statement as an auto-commit read: one Bolt round trip; transient failures are tried again.

    Raises TimedOut or Unavailable.
    """
    query = neo4j.Query(text, timeout=database.read_timeout_s)  # type: ignore[arg-type]  # compiled, not literal
    for attempt in range(1, database.attempts + 1):
        try:
            async with database.driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                result = await session.run(query, dict(parameters))
                return [dict(zip(result.keys(), record.values(), strict=True)) async for record in result]
        except (TransientError, ServiceUnavailable, SessionExpired) as error:
            if attempt == database.attempts:
                raise translated(error) from error
        except (ClientError, DriverError) as error:
            if isinstance(error, ClientError) and error.code not in TIMEOUT_CODES:
                raise
            raise translated(error) from error
    raise Unavailable


async def read(database: Database, name: str, **parameters: Any) -> list[Row]:
    """The rows that the question `name` answers with."""
    return await read_text(database, statement(name), parameters)


async def write(database: Database, work: Callable[[neo4j.AsyncManagedTransaction], Awaitable[T]]) -> T:
    """Run `work` in one write transaction; the driver tries transient failures (deadlocks) again, so it must be idempotent.

    Raises TimedOut or Unavailable.
    """
    try:
        async with database.driver.session(default_access_mode=neo4j.WRITE_ACCESS) as session:
            return await session.execute_write(neo4j.unit_of_work(timeout=database.write_timeout_s)(work))
    except (TransientError, ServiceUnavailable, SessionExpired) as error:
        raise translated(error) from error
