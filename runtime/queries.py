"""Connections of views: rows as dicts; a query that was lost with its connection is asked once more, on a fresh one."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from psycopg import AsyncConnection, OperationalError
from psycopg.errors import InvalidSchemaName, UndefinedColumn, UndefinedTable
from psycopg.pq import TransactionStatus
from psycopg.rows import DictRow, dict_row
from psycopg.types.json import set_json_loads

from domain.errors import Unavailable

Parameters = Mapping[str, Any] | Sequence[Any] | None
Connection = AsyncConnection[DictRow]
CONNECT_TIMEOUT_S = 5


class Queries:
    """At most `size_max` connections, made when needed, each in autocommit and in UTC.

    A plain list of idle connections, because psycopg's own pool waits longer and longer before it connects again to a
    server that has been away.
    """

    def __init__(self, database_url: str, *, size_max: int, timeout_s: float = CONNECT_TIMEOUT_S) -> None:
        self.database_url = database_url
        self._timeout_s = timeout_s
        self._places = asyncio.Semaphore(size_max)
        self._idle: list[Connection] = []

    async def close(self) -> None:
        """Close every idle connection."""
        while self._idle:
            await self._idle.pop().close()

    async def rows(self, query: str, parameters: Parameters = None) -> list[DictRow]:
        """Return all rows of `query`.

        Raises
        ------
        Unavailable
            The database is away, all connections are busy for too long, or the tables are not made yet.
        """
        parameters = _storable(parameters)
        try:
            async with self._place():
                return await self._ask(query, parameters)
        except (UndefinedTable, InvalidSchemaName, UndefinedColumn) as error:
            raise Unavailable("This view is not built yet; ask again", retry_after_s=1) from error
        except OperationalError as error:
            raise Unavailable("The database is away for a moment; ask again", retry_after_s=1) from error

    async def row(self, query: str, parameters: Parameters = None) -> DictRow | None:
        """Return the first row of `query`, or None."""
        found = await self.rows(query, parameters)
        return found[0] if found else None

    async def _ask(self, query: str, parameters: Parameters) -> list[DictRow]:
        if self._idle:
            with contextlib.suppress(OperationalError):
                return await self._ask_on(self._idle.pop(), query, parameters)
            await self.close()  # the others were lost with it
        return await self._ask_on(await self._connect(), query, parameters)

    async def _ask_on(self, connection: Connection, query: str, parameters: Parameters) -> list[DictRow]:
        try:
            cursor = await connection.execute(query, parameters)
            return await cursor.fetchall() if cursor.description else []
        finally:
            if connection.pgconn.transaction_status == TransactionStatus.IDLE:
                self._idle.append(connection)
            else:
                await connection.close()

    async def _connect(self) -> Connection:
        connection = await AsyncConnection[DictRow].connect(
            self.database_url, autocommit=True, row_factory=dict_row, connect_timeout=CONNECT_TIMEOUT_S
        )
        await configure(connection)
        return connection

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._timeout_s):
                await self._places.acquire()
        except TimeoutError as error:
            raise Unavailable("All connections to the database are busy; ask again", retry_after_s=1) from error
        try:
            yield
        finally:
            self._places.release()


async def configure(connection: AsyncConnection[Any]) -> None:
    """Give a connection the time zone and the JSON reader that all rows are read with."""
    set_json_loads(msgspec.json.decode, connection)
    await connection.execute("SET TIME ZONE 'UTC'")


def _storable(parameters: Parameters) -> Parameters:
    """Return parameters without NUL, which no text in Postgres can hold: what had one then equals nothing."""
    if isinstance(parameters, Mapping):
        return {name: without_nul(value) for name, value in parameters.items()}
    return None if parameters is None else [without_nul(value) for value in parameters]


def without_nul(value: Any) -> Any:
    """Return `value`, with another character where a text has NUL."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
