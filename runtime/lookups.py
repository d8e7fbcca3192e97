"""Rows by their keys, many in one query: who asks while a query is under way shares the next one.

That query begins after they asked, so nobody gets a row that is older than their question.
"""

import asyncio
from typing import Generic, TypeVar

import msgspec

from runtime.queries import Queries, without_nul

Row = TypeVar("Row", bound=msgspec.Struct)
KEYS_MAX = 200


class Lookup(Generic[Row]):
    """Finds rows by `query`, whose one parameter is a list of keys and whose rows have the key as `id`."""

    def __init__(self, pool: Queries, row: type[Row], query: str) -> None:
        self._pool = pool
        self._row = row
        self._query = query
        self._waiting: dict[str, asyncio.Future[Row | None]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def get(self, key: str) -> Row | None:
        """Return the row of `key`, or None; whoever asks for the same one at the same time gets the same object.

        Raises
        ------
        Unavailable
            The database is away, or the tables are not made yet.
        """
        key = without_nul(key)
        found = self._waiting.get(key)
        if found is None:
            found = self._waiting[key] = asyncio.get_running_loop().create_future()
            if self._asking is None:
                self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(found)  # one who goes away takes no answer from the others

    async def _ask(self) -> None:
        try:
            while self._waiting:
                keys = list(self._waiting)[:KEYS_MAX]
                await self._answer({key: self._waiting.pop(key) for key in keys})
        finally:
            self._asking = None

    async def _answer(self, asked: dict[str, asyncio.Future[Row | None]]) -> None:
        try:
            rows = await self._pool.rows(self._query, (list(asked),))
            found = {row["id"]: msgspec.convert(row, self._row) for row in rows}
        except BaseException as error:
            for future in asked.values():
                future.set_exception(error)
                future.exception()  # known now, even if nobody waits any more
            if not isinstance(error, Exception):
                raise
            return
        for key, future in asked.items():
            future.set_result(found.get(key))
