"""Reads and writes on a real Neo4j: what they answer, what goes wrong and how it is told, what is left behind."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from urllib.parse import urlsplit

import neo4j
import pytest

from cypher import Database, write
from cypher.session import read_text, read_value
from graph_model.errors import NotFound, SongNodesError, TimedOut, Unavailable
from runtime.database import Address, open_driver
from runtime.managed_neo4j.checks import free_port
from runtime.settings import Settings
from tests.cypher.silence import line_to

SLOW = "UNWIND range(1, 100000000000) AS number RETURN sum(number)"
NUMBER = "RETURN $number"
TWO = "CREATE (:Track {id: 'trk_a', set_count: 0}), (:Track {id: 'trk_b', set_count: 0})"
COUNT_UP = "MATCH (track:Track {id: $id}) SET track.set_count = track.set_count + 1"
Work = Callable[[neo4j.AsyncManagedTransaction], Awaitable[None]]


@pytest.fixture
async def narrow(graph: Database, neo4j_address: Address) -> AsyncIterator[Database]:
    """The same graph through one connection: a read that keeps it lets no other through."""
    driver = open_driver(neo4j_address, Settings(pool_size=1, pool_wait_s=5))
    database = Database(driver, attempts=2)
    yield database
    await database.close()
    await driver.close()


async def run(transaction: neo4j.AsyncManagedTransaction, text: str, **values: object) -> None:
    await (await transaction.run(text, values)).consume()


def counting_up(uid: str) -> Work:
    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await run(transaction, COUNT_UP, id=uid)

    return work


async def counts(database: Database) -> list[int]:
    return [row["n"] for row in await read_text(database, "MATCH (t:Track) RETURN t.set_count AS n ORDER BY t.id", {})]


async def terminate(database: Database, text: str) -> None:
    """End the transaction that runs this text, as an administrator would, once it runs."""
    find = "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS text WHERE text = $text RETURN id"
    for _ in range(200):
        found, _, _ = await database.driver.execute_query(find, text=text)
        if found:
            await database.driver.execute_query("TERMINATE TRANSACTIONS $id", id=found[0]["id"])
            return
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("UNWIND [] AS x RETURN x", None),
        ("RETURN null", None),
        ("RETURN 7", 7),
        ("RETURN [1, [2, 'a']], 3", [1, [2, "a"]]),
    ],
)
async def test_a_value_is_the_first_of_the_first_row_or_none(graph: Database, text: str, value: object) -> None:
    assert await read_value(graph, text, {}) == value


async def test_rows_are_read_to_the_last(graph: Database) -> None:
    rows = await read_text(graph, "UNWIND range(1, 2500) AS number RETURN number", {})
    assert [row["number"] for row in rows] == list(range(1, 2501))


async def test_a_session_is_used_again_after_a_success(narrow: Database) -> None:
    assert await read_value(narrow, NUMBER, {"number": 1}) == 1
    (first,) = narrow.idle
    assert await read_value(narrow, NUMBER, {"number": 2}) == 2
    assert narrow.idle == [first]
    await narrow.close()
    assert narrow.idle == []
    assert first.closed()


@pytest.mark.parametrize("text", ["RETURN", "RETURN $unknown", "RETURN 1 / 0"])
async def test_a_session_is_thrown_away_after_an_error(narrow: Database, text: str) -> None:
    await read_value(narrow, NUMBER, {"number": 1})
    (first,) = narrow.idle
    with pytest.raises(SongNodesError, match="log has the details"):
        await read_value(narrow, text, {})
    assert narrow.idle == []
    assert first.closed()
    assert await read_value(narrow, NUMBER, {"number": 2}) == 2


async def test_a_read_that_takes_too_long_is_ended(narrow: Database) -> None:
    hasty = Database(narrow.driver, read_timeout_s=0.2)
    with pytest.raises(TimedOut):
        await read_value(hasty, SLOW, {})
    assert hasty.idle == []
    assert await read_value(narrow, NUMBER, {"number": 2}) == 2


async def test_a_read_that_an_administrator_ends_may_be_tried_again(graph: Database) -> None:
    reading = asyncio.create_task(read_value(graph, SLOW, {}))
    await terminate(graph, SLOW)
    with pytest.raises(Unavailable) as ended:
        await reading
    assert ended.value.retryable


async def test_a_read_that_is_cancelled_leaves_nothing_behind(narrow: Database) -> None:
    await read_value(narrow, NUMBER, {"number": 1})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(read_value(narrow, SLOW, {}), 0.3)
    assert narrow.idle == []
    assert await read_value(narrow, NUMBER, {"number": 2}) == 2


async def test_reads_side_by_side_get_their_own_answers_and_share_sessions(graph: Database) -> None:
    database = Database(graph.driver)
    for _ in range(3):
        found = await asyncio.gather(*(read_value(database, NUMBER, {"number": number}) for number in range(20)))
        assert found == list(range(20))
    assert 0 < len(database.idle) <= 20
    assert len(set(map(id, database.idle))) == len(database.idle)
    await database.close()


async def test_a_database_that_is_away_is_told_in_seconds() -> None:
    driver = open_driver(Address(f"bolt://127.0.0.1:{free_port()}"), Settings())
    database, started = Database(driver), time.monotonic()
    with pytest.raises(Unavailable):
        await read_value(database, NUMBER, {"number": 1})
    assert time.monotonic() - started < 10
    assert database.idle == []
    await driver.close()


async def test_a_database_that_falls_silent_is_not_waited_for_without_end(
    neo4j_address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cypher.session.GRACE_S", 0.2)
    there = urlsplit(neo4j_address.uri)
    async with line_to(there.hostname or "", there.port or 7687) as (line, port):
        driver = open_driver(replace(neo4j_address, uri=f"bolt://127.0.0.1:{port}"), Settings())
        database = Database(driver, read_timeout_s=0.2, write_timeout_s=0.2)
        assert await read_value(database, NUMBER, {"number": 1}) == 1
        line.silent = True
        with pytest.raises(Unavailable):
            await read_value(database, NUMBER, {"number": 2})
        with pytest.raises(Unavailable):
            await write(database, counting_up("trk_a"))
        assert database.idle == []
        line.silent = False
        assert await read_value(database, NUMBER, {"number": 3}) == 3
        await database.close()
        await driver.close()


async def test_a_read_may_not_write(graph: Database) -> None:
    with pytest.raises(SongNodesError):
        await read_value(graph, "CREATE (track:Track {id: 'trk_a'}) RETURN track.id", {})
    assert await read_value(graph, "MATCH (track:Track) RETURN count(track)", {}) == 0


async def test_a_write_runs_again_after_a_deadlock(graph: Database) -> None:
    await graph.driver.execute_query(TWO)
    both, runs = asyncio.Barrier(2), []

    def locking(first: str, second: str) -> Work:
        async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
            runs.append(first)
            await run(transaction, COUNT_UP, id=first)
            if runs.count(first) == 1:
                await both.wait()
            await run(transaction, COUNT_UP, id=second)

        return work

    await asyncio.gather(write(graph, locking("trk_a", "trk_b")), write(graph, locking("trk_b", "trk_a")))
    assert len(runs) == 3
    assert await counts(graph) == [2, 2]


async def test_a_write_that_takes_too_long_is_undone(graph: Database) -> None:
    await graph.driver.execute_query(TWO)

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await run(transaction, COUNT_UP, id="trk_a")
        await run(transaction, SLOW)

    with pytest.raises(TimedOut):
        await write(Database(graph.driver, write_timeout_s=0.3), work)
    assert await counts(graph) == [0, 0]


async def test_a_write_that_waits_too_long_for_a_lock_is_told_so(graph: Database) -> None:
    await graph.driver.execute_query(TWO)
    hasty, locked = Database(graph.driver, write_timeout_s=0.3), []

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await run(transaction, COUNT_UP, id="trk_a")
        with pytest.raises(TimedOut):
            await write(hasty, counting_up("trk_a"))
        locked.append(True)

    await write(graph, work)
    assert locked
    assert await counts(graph) == [1, 0]


async def test_a_write_that_the_database_refuses_is_undone_and_told_in_our_words(graph: Database) -> None:
    await graph.driver.execute_query(TWO)

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await run(transaction, COUNT_UP, id="trk_a")
        await run(transaction, "CREATE (:Track {id: 'trk_b'})")

    with pytest.raises(SongNodesError, match="log has the details"):
        await write(graph, work)
    assert await counts(graph) == [0, 0]


async def test_an_error_of_ours_ends_a_write_as_it_is(graph: Database) -> None:
    await graph.driver.execute_query(TWO)

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await run(transaction, COUNT_UP, id="trk_a")
        raise NotFound("trk_c")

    with pytest.raises(NotFound):
        await write(graph, work)
    assert await counts(graph) == [0, 0]
