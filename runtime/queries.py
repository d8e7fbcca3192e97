"""Connections of views: rows as dicts; a query that was lost with its connection is asked once more."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from psycopg import AsyncConnection, OperationalError
from psycopg.errors import InvalidSchemaName, UndefinedColumn, UndefinedTable
from psycopg.rows import DictRow, dict_row
from psycopg.types.json import set_json_loads
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from domain.errors import Unavailable

Parameters = Mapping[str, Any] | Sequence[Any] | None
CONNECT_TIMEOUT_S = 5


class Queries:
    """At most `size_max` connections, each in autocommit, in UTC, with rows as dicts."""

    def __init__(self, database_url: str, *, size_max: int, timeout_s: float = CONNECT_TIMEOUT_S) -> None:
        self.database_url = database_url
        self._pool = AsyncConnectionPool(
            database_url,
            connection_class=AsyncConnection[DictRow],
            min_size=1,
            max_size=size_max,
            open=False,
            timeout=timeout_s,
            kwargs={"autocommit": True, "row_factory": dict_row, "connect_timeout": CONNECT_TIMEOUT_S},
            configure=configure,
        )

    async def open(self) -> None:
        """Start connecting; a server that is away is noticed by the first query."""
        await self._pool.open()

    async def close(self) -> None:
        """Close every connection."""
        await self._pool.close()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection[DictRow]]:
        """Lend a connection.

        Raises
        ------
        Unavailable
            The database is away, or every connection is busy for too long.
        """
        try:
            async with self._pool.connection() as connection:
                yield connection
        except PoolTimeout as error:
            raise _away() from error

    async def rows(self, query: str, parameters: Parameters = None) -> list[DictRow]:
        """Return all rows of `query`.

        Raises
        ------
        Unavailable
            The database is away, or the tables are not made yet.
        """
        try:
            return await self._ask_again(query, parameters)
        except (UndefinedTable, InvalidSchemaName, UndefinedColumn) as error:
            raise Unavailable("This view is not built yet; ask again", retry_after_s=1) from error
        except OperationalError as error:
            raise _away() from error

    async def row(self, query: str, parameters: Parameters = None) -> DictRow | None:
        """Return the first row of `query`, or None."""
        found = await self.rows(query, parameters)
        return found[0] if found else None

    async def _ask_again(self, query: str, parameters: Parameters) -> list[DictRow]:
        try:
            return await self._ask(query, parameters)
        except PoolTimeout:
            raise
        except OperationalError:
            await self._pool.check()  # drops the other connections that died with this one
            return await self._ask(query, parameters)

    async def _ask(self, query: str, parameters: Parameters) -> list[DictRow]:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(query, _storable(parameters))
            return await cursor.fetchall() if cursor.description else []


async def configure(connection: AsyncConnection[Any]) -> None:
    """Give a connection the time zone and the JSON reader that all rows are read with."""
    set_json_loads(msgspec.json.decode, connection)
    await connection.execute("SET TIME ZONE 'UTC'")


def _storable(parameters: Parameters) -> Parameters:
    """Return parameters without NUL, which no text in Postgres can hold: what had one then equals nothing."""
    if isinstance(parameters, Mapping):
        return {name: _without_nul(value) for name, value in parameters.items()}
    return [_without_nul(value) for value in parameters or ()]


def _without_nul(value: Any) -> Any:
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _away() -> Unavailable:
    return Unavailable("The database is away for a moment; ask again", retry_after_s=1)
