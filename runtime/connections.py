"""Connections to Postgres that belong to one part of a process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from psycopg import AsyncConnection


@asynccontextmanager
async def connected(database_url: str, **options: Any) -> AsyncIterator[AsyncConnection[tuple[Any, ...]]]:
    """Give out a connection in autocommit while the block lasts, and close it however that ends.

    psycopg's own block rolls back first, and leaves the connection open where that is cancelled too.

    Raises
    ------
    psycopg.OperationalError
        The database is away.
    """
    connection = await AsyncConnection.connect(database_url, autocommit=True, **options)
    try:
        yield connection
    finally:
        await connection.close()
