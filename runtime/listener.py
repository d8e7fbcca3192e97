"""Hears what PostgreSQL notifies, over a connection of its own that is made again whenever it is lost."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping

import psycopg
import structlog
from psycopg.sql import SQL, Identifier

from runtime.connections import connected
from runtime.tasks import end

log = structlog.get_logger(__name__)

PAUSE_S, PAUSE_S_MAX = 0.05, 2.0


class Bell:
    """Wakes everyone who waits at the moment."""

    def __init__(self) -> None:
        self._ring = asyncio.Event()

    def ring(self) -> None:
        """Wake those who hold the present ring."""
        self._ring.set()
        self._ring = asyncio.Event()

    def next(self) -> asyncio.Event:
        """Return what the next ring sets; take it before looking, so that nothing in between is missed."""
        return self._ring


class Listener:
    """Calls `hear[channel]` for each notification, and `turned(is_connected)` when the connection comes or goes."""

    def __init__(
        self, database_url: str, hear: Mapping[str, Callable[[], None]], turned: Callable[[bool], None]
    ) -> None:
        self._url = database_url
        self._hear = hear
        self._turned = turned
        self._ready = asyncio.Event()
        self._task = asyncio.create_task(self._run(), name="listener")

    async def ready(self, timeout_s: float) -> None:
        """Wait until the first connection listens, or for `timeout_s`."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self._ready.wait()

    async def close(self) -> None:
        """Stop listening."""
        await end([self._task])
        self._turned(False)

    async def _run(self) -> None:
        pause_s = PAUSE_S
        while True:
            try:
                await self._listen()
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                log.warning("listener.lost", error=type(error).__name__)
            pause_s = PAUSE_S if self._ready.is_set() else min(2 * pause_s, PAUSE_S_MAX)
            self._ready.clear()
            self._turned(False)
            await asyncio.sleep(pause_s)

    async def _listen(self) -> None:
        options = {"connect_timeout": 5, "keepalives_idle": 5, "tcp_user_timeout": 15_000}
        async with connected(self._url, **options) as connection:
            for channel in self._hear:
                await connection.execute(SQL("LISTEN {}").format(Identifier(channel)))
            self._ready.set()
            self._turned(True)
            async for notification in connection.notifies():
                self._hear[notification.channel]()
