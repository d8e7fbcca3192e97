"""Connections for reading, and the one way to ask: a broken connection is replaced once, then the log is away."""

import asyncio
from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composed
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout

from domain.errors import Unavailable
from runtime.tasks import end

Pool = AsyncConnectionPool[psycopg.AsyncConnection[tuple[Any, ...]]]
Query = LiteralString | SQL | Composed
CONNECT_TIMEOUT_S = 15.0
REFUSED_S_MAX = 3.0
"""How long a server that refuses is asked again: one that is slow gets more time than one that is not there."""
AWAY_S = 3.0
"""How long a question waits for a connection before it asks whether there are any."""
BUSY_S_MAX = 10.0


async def open_pool(
    database_url: str, *, size_max: int, timeout_s: float = CONNECT_TIMEOUT_S, busy_s_max: float = BUSY_S_MAX
) -> Pool:
    """Return a pool of connections in autocommit mode whose times are in UTC, as soon as the first one stands.

    Who asks waits `busy_s_max` for a connection that others have.

    Raises
    ------
    Unavailable
        PostgreSQL refuses for three seconds, or does not answer within `timeout_s`.
    """
    refused = asyncio.Event()

    async def note_refusal(_: Pool) -> None:
        refused.set()

    pool: Pool = AsyncConnectionPool(
        database_url,
        min_size=1,
        max_size=size_max,
        open=False,
        timeout=busy_s_max,
        reconnect_timeout=min(REFUSED_S_MAX, timeout_s),  # then the next request tries, not waiting ever longer
        reconnect_failed=note_refusal,
        configure=_configure,
        kwargs={"autocommit": True},
    )
    opening = asyncio.create_task(pool.open(wait=True, timeout=timeout_s))
    giving_up = asyncio.create_task(refused.wait())
    try:
        await asyncio.wait((opening, giving_up), return_when=asyncio.FIRST_COMPLETED)
        if not opening.done():
            raise away()
        opening.result()
    except BaseException as error:
        await end([opening])
        await pool.close()
        if isinstance(error, PoolTimeout):
            raise away() from error
        raise
    finally:
        await end([giving_up])
    return pool


async def fetch(pool: Pool, query: Query, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives.

    Raises
    ------
    Unavailable
        PostgreSQL does not answer, or all connections are busy for too long.
    """
    try:
        try:
            return await _fetch(pool, query, parameters)
        except PoolTimeout:
            raise
        except (psycopg.OperationalError, psycopg.InterfaceError):
            await pool.check()  # after a restart of PostgreSQL every idle connection is broken
            return await _fetch(pool, query, parameters)
    except (psycopg.OperationalError, psycopg.InterfaceError, PoolClosed) as error:
        raise away() from error


def away() -> Unavailable:
    """Return the error that says that PostgreSQL does not answer."""
    return Unavailable("The log is away for a moment", retry_after_s=1)


async def _fetch(pool: Pool, query: Query, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    failed = _failures(pool)
    for wait_s in (min(AWAY_S, pool.timeout), pool.timeout - AWAY_S):
        try:
            if wait_s > 0:
                return await _fetch_within(wait_s, pool, query, parameters)
        except PoolTimeout:
            if _failures(pool) > failed:
                raise
    raise Unavailable("All connections to the log are busy; ask again", retry_after_s=1)


async def _fetch_within(wait_s: float, pool: Pool, query: Query, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    async with pool.connection(timeout=wait_s) as connection:
        cursor = await connection.execute(query, parameters, prepare=True, binary=True)
        return await cursor.fetchall() if cursor.description else []


def _failures(pool: Pool) -> int:
    """Return how often PostgreSQL was asked for a connection in vain."""
    return pool.get_stats().get("connections_errors", 0)


async def _configure(connection: psycopg.AsyncConnection[Any]) -> None:
    await connection.execute("SET TIME ZONE 'UTC'")
