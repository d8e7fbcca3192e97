"""Read your writes: waiting until a view has reached a position, told by the database, without polling."""

import asyncio
from dataclasses import dataclass, field

import structlog
from psycopg import AsyncConnection, OperationalError

from domain.errors import Unavailable
from projections.progress import CHANNEL
from runtime.connections import connected
from runtime.queries import Queries
from runtime.tasks import end

log = structlog.get_logger()
RECONNECT_S = 0.5
ALIVE_CHECK_S = 15.0


@dataclass
class _Waiter:
    position: int
    arrived: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Arrivals:
    """Hears how far the views are, over one connection for the whole process, from the first wait on."""

    def __init__(self, pool: Queries) -> None:
        self._pool = pool
        self._positions: dict[str, int] = {}
        self._waiters: dict[str, list[_Waiter]] = {}
        self._listening: asyncio.Task[None] | None = None

    async def close(self) -> None:
        """Stop listening."""
        if self._listening:
            await end([self._listening])

    async def wait_for(self, name: str, position: int, timeout_s: float, *, is_needed: bool = False) -> bool:
        """Wait until the view `name` has taken in the event at `position`; return whether it has.

        Raises
        ------
        Unavailable
            It has not within `timeout_s`, and that `is_needed`.
        """
        if self._positions.get(name, 0) >= position:
            return True
        if self._listening is None:
            self._listening = asyncio.create_task(self._listen(), name="view arrivals")
        has_arrived = await self._arrival(name, position, timeout_s)
        if not has_arrived and is_needed:
            raise Unavailable("What was just written cannot be read yet; ask again", retry_after_s=1)
        return has_arrived

    async def _arrival(self, name: str, position: int, timeout_s: float) -> bool:
        waiter = _Waiter(position)
        waiters = self._waiters.setdefault(name, [])
        waiters.append(waiter)
        try:
            async with asyncio.timeout(timeout_s):
                await waiter.arrived
        except TimeoutError:
            return False
        finally:
            waiters.remove(waiter)
        return True

    async def _listen(self) -> None:
        while True:
            try:
                await self._hear()
            except OperationalError as error:
                log.warning("view.arrivals-interrupted", error=type(error).__name__)
            await asyncio.sleep(RECONNECT_S)

    async def _hear(self) -> None:
        async with connected(self._pool.database_url) as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            while True:  # the look also finds out that a silent connection is dead
                await self._look(connection)
                async for notice in connection.notifies(timeout=ALIVE_CHECK_S):
                    view, _, position = notice.payload.partition(" ")
                    self._note(view, int(position))

    async def _look(self, connection: AsyncConnection[tuple[object, ...]]) -> None:
        cursor = await connection.execute("SELECT to_regclass('views.progress') IS NOT NULL")
        if await cursor.fetchone() != (True,):
            return
        cursor = await connection.execute("SELECT view, position FROM views.progress WHERE schema = 'view_' || view")
        for view, position in await cursor.fetchall():
            self._note(str(view), int(str(position)))

    def _note(self, view: str, position: int) -> None:
        self._positions[view] = position
        for waiter in self._waiters.get(view, ()):
            if waiter.position <= position and not waiter.arrived.done():
                waiter.arrived.set_result(None)
