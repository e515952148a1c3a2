"""The only way to Neo4j: `read` for one question, `write` for a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
import structlog
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError
from prometheus_client import Counter, Gauge
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from cypher.files import statement
from graph_model.errors import SongNodesError, TimedOut, Unavailable

Row = dict[str, Any]
T = TypeVar("T")
Consume = Callable[[neo4j.AsyncResult], Awaitable[T]]
TRANSIENT = (TransientError, ServiceUnavailable, SessionExpired)
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Reads:
    """How many are under way; counted in one event loop, so without the lock that a gauge of its own would take."""

    count: int = 0


_reads = Reads()
IN_FLIGHT = Gauge("songnodes_cypher_in_flight", "Reads that run, or wait for a connection of the pool.")
IN_FLIGHT.set_function(lambda: _reads.count)
RETRIES = Counter("songnodes_cypher_retries_total", "Reads tried again after a transient failure.")
GRACE_S = 30.0
"""The database ends a statement at its own timeout; so much later we stop waiting for one that says nothing at all."""
MOST_ROWS = 100_000
"""No question of ours answers with more rows; what is larger is asked in pages."""

TIMEOUT_CODES = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.ClientError.Transaction.LockClientStopped",
)
"""The last: the time ran out while it waited for a lock."""
ENDED_CODE = "Neo.ClientError.Transaction.Terminated"
"""Ended from outside: by an administrator, or since the database shuts down."""


@dataclass(frozen=True)
class Database:
    """An open driver and the limits under which it is used."""

    driver: neo4j.AsyncDriver
    read_timeout_s: float = 10.0
    write_timeout_s: float = 120.0
    attempts: int = 4
    name: str = "neo4j"
    """The database on that server; naming it spares the driver asking which one is meant."""
    idle: list[neo4j.AsyncSession] = field(default_factory=list, repr=False, compare=False)
    """Read sessions to be used again: opening one costs a tenth of a short read's time on our side."""

    def session(self, access: str) -> neo4j.AsyncSession:
        """A session that takes a whole answer at once: no statement of ours has an unbounded one."""
        return self.driver.session(database=self.name, default_access_mode=access, fetch_size=-1)

    async def close(self) -> None:
        """Give the idle sessions back; whoever opened the driver closes it."""
        while self.idle:
            await self.idle.pop().close()


def translated(error: Exception) -> SongNodesError:
    """Our error for one of the driver's: clients never see the driver's own words."""
    if isinstance(error, Neo4jError) and error.code in TIMEOUT_CODES:
        return TimedOut()
    if isinstance(error, ClientError) and error.code != ENDED_CODE:
        return SongNodesError("A question of ours is not one that the database understands; the log has the details")
    return Unavailable()


async def read_value(database: Database, text: str, parameters: Mapping[str, Any]) -> Any:
    """The first value of the first row of one auto-commit read, None where there is no row.

    One Bolt round trip (BEGIN and COMMIT would be two more); transient failures are tried again. Raises TimedOut or
    Unavailable.
    """

    async def first(result: neo4j.AsyncResult) -> Any:
        found = await result.single()
        return found[0] if found else None

    return await _asked(database, text, parameters, first)


async def read_text(database: Database, text: str, parameters: Mapping[str, Any]) -> list[Row]:
    """All rows of one auto-commit read. Raises TimedOut or Unavailable."""

    async def rows(result: neo4j.AsyncResult) -> list[Row]:
        found = [record.data() for record in await result.fetch(MOST_ROWS)]
        await result.consume()
        return found

    return await _asked(database, text, parameters, rows)


async def _asked(database: Database, text: str, parameters: Mapping[str, Any], consume: Consume[T]) -> T:
    """One auto-commit read; only a failure brings in the machinery of retries."""
    query = neo4j.Query(text, timeout=database.read_timeout_s)
    try:
        try:
            return await _once(database, query, parameters, consume)
        except TRANSIENT as error:
            log.info("read_failed_once", code=getattr(error, "code", type(error).__name__))
            return await _again(database)(_once, database, query, parameters, consume)
    except (Neo4jError, DriverError, TimeoutError) as error:
        raise translated(error) from error


async def _once(database: Database, query: neo4j.Query, parameters: Mapping[str, Any], consume: Consume[T]) -> T:
    """`consume` must use the result up, so that the session holds no connection when it waits for its next use."""
    session = database.idle.pop() if database.idle else database.session(neo4j.READ_ACCESS)
    _reads.count += 1
    try:
        async with asyncio.timeout(database.read_timeout_s + GRACE_S):
            found = await consume(await session.run(query, dict(parameters)))
    except (asyncio.CancelledError, TimeoutError):  # a session that may still wait for an answer: not closed, cut
        session.cancel()
        raise
    except Exception:  # whatever it was, the session may be spoilt: it is not used again, and the error goes on
        await session.close()
        raise
    finally:
        _reads.count -= 1
    database.idle.append(session)
    return found


def _again(database: Database) -> AsyncRetrying:
    """Waits grow from 0–0.1 s, at random, so that many callers do not come back at once."""
    return AsyncRetrying(
        stop=stop_after_attempt(database.attempts - 1),
        wait=wait_random_exponential(multiplier=0.1, max=2),
        retry=retry_if_exception_type(TRANSIENT),
        before=lambda _: RETRIES.inc(),
        reraise=True,
    )


async def read(database: Database, name: str, **parameters: Any) -> list[Row]:
    """The rows that the question `name` answers with."""
    return await read_text(database, statement(name), parameters)


async def write(database: Database, work: Callable[[neo4j.AsyncManagedTransaction], Awaitable[T]]) -> T:
    """Run `work` in one write transaction; the driver runs it again after a deadlock, so it must be idempotent.

    Raises TimedOut or Unavailable, SongNodesError for a statement that the database refuses, and what `work` raises.
    """
    try:
        # the driver tries again for half a minute, and the last try has its own time
        async with asyncio.timeout(database.write_timeout_s + 2 * GRACE_S):
            async with database.session(neo4j.WRITE_ACCESS) as session:
                return await session.execute_write(neo4j.unit_of_work(timeout=database.write_timeout_s)(work))
    except (Neo4jError, DriverError, TimeoutError) as error:
        raise translated(error) from error


@dataclass(frozen=True, slots=True)
class Profile:
    """How the database ran a statement: `plan` is its tree of operators, `db_hits` their sum."""

    plan: dict[str, Any]
    db_hits: int


async def profile(database: Database, text: str, parameters: Mapping[str, Any]) -> Profile:
    """Run a read under PROFILE."""

    async def tree(result: neo4j.AsyncResult) -> Profile:
        found = (await result.consume()).profile
        return Profile(_operator(found), _hits(found)) if found else Profile({}, 0)

    return await _asked(database, f"PROFILE {text}", parameters, tree)


def _operator(step: Mapping[str, Any]) -> dict[str, Any]:
    arguments = step.get("args", {})
    return {
        "operator": str(step["operatorType"]).partition("@")[0],
        "details": arguments.get("Details", ""),
        "rows": step.get("rows", 0),
        "dbHits": step.get("dbHits", 0),
        "children": [_operator(child) for child in step.get("children", [])],
    }


def _hits(step: Mapping[str, Any]) -> int:
    return int(step.get("dbHits", 0)) + sum(_hits(child) for child in step.get("children", []))
