"""The newest records of the log, read once for all views of a process."""

import asyncio
from collections import deque
from itertools import islice

from domain.events import Record
from runtime.store import EventStore

# After each reading. A lone event is never delayed, and many are not read and projected one at a time.
PAUSE_S = 0.004


class Feed:
    """Hands out records by position: new ones from memory, older ones from the log."""

    def __init__(self, store: EventStore, *, kept_max: int) -> None:
        self._store = store
        self._kept: deque[Record] = deque(maxlen=kept_max)
        self._arrived = asyncio.Event()
        self.head = 0

    async def run(self) -> None:
        """Follow the log for ever."""
        self._advance_to(await self._store.last_position())
        async for records in self._store.follow(self.head):
            self._kept.extend(records)
            self._advance_to(records[-1].position)
            await asyncio.sleep(PAUSE_S)

    async def after(self, position: int, limit: int) -> tuple[Record, ...]:
        """Return at most `limit` records behind `position`, as soon as there is one."""
        while position >= self.head:
            await self._arrived.wait()
        if not self._kept or position + 1 < self._kept[0].position:
            return await self._store.read(position, limit)
        start = position + 1 - self._kept[0].position
        return tuple(islice(self._kept, start, start + limit))

    def _advance_to(self, position: int) -> None:
        self.head = position
        self._arrived.set()
        self._arrived = asyncio.Event()
