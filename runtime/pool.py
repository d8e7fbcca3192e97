"""Connections for reading, and the one way to ask: a broken connection is replaced once, then the log is away."""

from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composed
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout

from domain.errors import Unavailable

Pool = AsyncConnectionPool[psycopg.AsyncConnection[tuple[Any, ...]]]
Query = LiteralString | SQL | Composed
CONNECT_TIMEOUT_S = 3.0


async def open_pool(database_url: str, *, size_max: int) -> Pool:
    """Return a pool of connections in autocommit mode whose times are in UTC.

    Raises
    ------
    Unavailable
        PostgreSQL does not answer.
    """
    pool: Pool = AsyncConnectionPool(
        database_url,
        min_size=1,
        max_size=size_max,
        open=False,
        timeout=CONNECT_TIMEOUT_S,
        reconnect_timeout=CONNECT_TIMEOUT_S,  # then the next request tries, instead of waiting ever longer
        configure=_configure,
        kwargs={"autocommit": True},
    )
    try:
        await pool.open(wait=True, timeout=CONNECT_TIMEOUT_S)
    except PoolTimeout as error:
        await pool.close()
        raise away() from error
    return pool


async def fetch(pool: Pool, query: Query, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives.

    Raises
    ------
    Unavailable
        PostgreSQL does not answer.
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
    async with pool.connection() as connection:
        cursor = await connection.execute(query, parameters, prepare=True, binary=True)
        return await cursor.fetchall() if cursor.description else []


async def _configure(connection: psycopg.AsyncConnection[Any]) -> None:
    await connection.execute("SET TIME ZONE 'UTC'")
