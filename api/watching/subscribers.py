"""The log, handed on as it grows: one reader of it per process, for all who subscribe.

A subscriber first reads from the log what it has missed, then gets what comes. Who falls behind does not make anybody
wait and costs no memory: what waits for it is dropped, and it reads on from the log.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import msgspec

from domain.events import Record
from runtime.store import EventStore
from runtime.tasks import end

WAITING_MAX = 256
"""Records that wait for one subscriber before it has to read them from the log."""
WINDOW = 20_000
"""Positions looked at in one query while reading what was missed."""
BATCH_MAX = 200


class Wanted(msgspec.Struct, frozen=True):
    """Which events a subscriber wants; an empty field stands for all."""

    subject: str = ""
    stream: str = ""
    tags: tuple[str, ...] = ()  # whole tags, or nouns with a dot: `design.`

    def has(self, record: Record) -> bool:
        """Return whether an event is one of them."""
        return (
            self.subject in ("", record.subject)
            and self.stream in ("", record.stream)
            and (not self.tags or any(_fits(tag, record.tag) for tag in self.tags))
        )


class Subscriber:
    """One who wants events, from position `after` on."""

    def __init__(self, store: EventStore, wanted: Wanted, after: int) -> None:
        self.position = after  # up to here everything was handed over
        self.is_behind = True
        self._store = store
        self._wanted = wanted
        self._waiting: deque[Record] = deque()
        self._is_new = asyncio.Event()

    def push(self, record: Record) -> None:
        """Let a new event wait, unless too many do: then it is read from the log later."""
        if self.is_behind or not self._wanted.has(record):
            return
        if len(self._waiting) >= WAITING_MAX:
            self._waiting.clear()
            self.is_behind = True
        else:
            self._waiting.append(record)
        self._is_new.set()

    async def missed(self, upto: int) -> AsyncIterator[list[Record]]:
        """Read what has happened up to a position; what comes behind it is pushed from now on."""
        self.is_behind = False
        wanted = self._wanted
        while self.position < upto:
            last = min(self.position + WINDOW, upto)
            found = await self._store.select(
                self.position, last, subject=wanted.subject, stream=wanted.stream, tags=wanted.tags, limit=BATCH_MAX
            )
            self.position = found[-1].position if len(found) == BATCH_MAX else last
            yield list(found)

    async def news(self, timeout_s: float) -> list[Record]:
        """Return what has come, or nothing when nothing does within `timeout_s`."""
        if not self._waiting and not self.is_behind:
            self._is_new.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout_s):
                    await self._is_new.wait()
        found = [record for record in self._waiting if record.position > self.position]
        self._waiting.clear()
        self.position = found[-1].position if found else self.position
        return found


class Subscribers:
    """All who subscribe through this process; the log is followed while there is one."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._all: set[Subscriber] = set()
        self._position = 0
        self._following: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def subscribed(self, wanted: Wanted, after: int | None) -> AsyncIterator[Subscriber]:
        """Give a subscriber, from `after` on, or from now on."""
        await self._begin()
        subscriber = Subscriber(self._store, wanted, self._position if after is None else after)
        self._all.add(subscriber)
        try:
            yield subscriber
        finally:
            self._all.discard(subscriber)
            if not self._all:
                await self.stop()

    async def batches(self, subscriber: Subscriber, pause_s: float) -> AsyncIterator[list[Record]]:
        """Yield events in order, each once; an empty list after each `pause_s` in which none came."""
        while True:
            async for records in subscriber.missed(self._position):
                if records:
                    yield records
            while not subscriber.is_behind:
                news = await subscriber.news(pause_s)
                yield news
                await self._begin()

    async def stop(self) -> None:
        """Follow the log no more."""
        following, self._following = self._following, None
        if following is not None:
            await end([following])

    async def _begin(self) -> None:
        """Follow the log, also again when that broke off: all then read for themselves what it has had since."""
        if self._following is not None and not self._following.done():
            return
        async with self._lock:
            if self._following is None or self._following.done():
                self._position = await self._store.last_position()
                self._following = asyncio.create_task(self._follow(), name="subscribers")
                for subscriber in self._all:
                    subscriber.is_behind = True

    async def _follow(self) -> None:
        async for records in self._store.follow(self._position):
            for record in records:
                for subscriber in self._all:
                    subscriber.push(record)
            self._position = records[-1].position


def _fits(tag: str, found: str) -> bool:
    return found.startswith(tag) if tag.endswith(".") else found == tag
