"""Connections of their own: closed however what they were opened for ends."""

import asyncio

import pytest
from psycopg import AsyncConnection

from runtime.connections import connected


async def test_a_connection_is_closed_where_it_is_cancelled_twice_while_busy(postgres_url: str) -> None:
    given: asyncio.Future[AsyncConnection[tuple[object, ...]]] = asyncio.get_running_loop().create_future()

    async def hold_while_another_works() -> None:
        async with connected(postgres_url) as connection:
            await connection.lock.acquire()  # what another task's statement does
            given.set_result(connection)
            await asyncio.Event().wait()

    task = asyncio.create_task(hold_while_another_works())
    connection = await given
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert connection.closed
