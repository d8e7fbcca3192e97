"""Carries what happens to jobs from the log and the bus to those who watch: one subscription per job, for all of them.

The log is what is true. An event on the bus only says that the log has something new: the topic then reads on from
where it was, so nothing comes twice, out of order, or is left out. What is heard while a read is under way waits.
"""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Protocol

import structlog
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription

from api.files.links import Links
from api.watching.feed import Feed, Message
from domain.errors import TooMany, Unavailable
from runtime.bus import BUS_ERRORS, Bus
from runtime.live import read_live
from runtime.settings import HttpSettings
from runtime.store import EventStore

RESYNC_S = 5.0
"""How often the log is read without being told to: the bus may be away."""

Settled = Callable[[int], Awaitable[object]]
"""Waits, for a while, until readers of views see the event at a position: who hears of an end may then ask for it."""

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Watcher:
    """The messages that wait for one reader."""

    def __init__(self, queue_max: int) -> None:
        self._queue: deque[Message] = deque()
        self._queue_max = queue_max
        self._is_new = asyncio.Event()
        self.is_slow = False
        self.has_seen_all = False
        """Whether the job had ended when the reader came, and the reader knew."""

    def push(self, message: Message) -> None:
        """Let `message` wait; of percentages only the newest waits."""
        last = self._queue[-1] if self._queue else None
        if last and message.replaces(last):
            self._queue[-1] = message
        elif len(self._queue) >= self._queue_max:
            self.is_slow = True
        else:
            self._queue.append(message)
        self._is_new.set()

    def catch_up(self, missed: Sequence[Message]) -> None:
        """Let what was missed wait, however much it is: only what comes on top of it tells a slow reader."""
        self._queue_max += len(missed)
        for message in missed:
            self.push(message)

    async def next(self, timeout_s: float) -> Message | None:
        """Return the next message, or None when there is none within `timeout_s`, or never any more."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while not self._queue and not self.is_slow:
                    self._is_new.clear()
                    await self._is_new.wait()
        return self._queue.popleft() if self._queue and not self.is_slow else None


class Topic:
    """One job, and all who watch it under the same address of the server."""

    def __init__(self, job_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        self.feed = Feed(job_id, links)
        self.watchers: set[Watcher] = set()
        self.users = 0
        self.owner = owner
        self.store = store
        self.settled = settled
        self._lock = asyncio.Lock()
        self._subscriptions: list[Subscription] = []
        self._is_started = False

    @property
    def heard(self) -> str:
        """Return which of the owner's streams is listened to."""
        return self.feed.job_id

    async def start(self, bus: Callable[[], Awaitable[Bus]]) -> None:
        """Listen, then read what has happened; only the first call does so."""
        async with self._lock:
            if self._is_started:
                return
            try:
                await self._subscribe(bus)
                await self._read()
            except BaseException:
                await self.stop()
                raise
            self._is_started = True

    @property
    def has_ended(self) -> bool:
        """Whether nothing new will come."""
        return self.feed.job.has_ended

    @property
    def position(self) -> int:
        """Return the place in the log up to which everything was told."""
        return self.feed.position

    def since(self, position: int) -> list[Message]:
        """Return what a watcher gets first who has seen everything up to `position`."""
        return self.feed.since(position)

    async def stop(self) -> None:
        """Listen no more."""
        while self._subscriptions:
            with suppress(*BUS_ERRORS):  # the connection may be closed; then nothing is left to end
                await self._subscriptions.pop().unsubscribe()

    async def read(self) -> None:
        """Read on in the log, and tell the watchers."""
        async with self._lock:
            await self._read()

    async def _read(self) -> None:
        messages = self.feed.take(await self.store.load(self.feed.job_id, after=self.feed.version))
        if any(message.is_end for message in messages):
            await self.settled(self.feed.position)
        for message in messages:
            self._tell(message)

    async def _subscribe(self, bus: Callable[[], Awaitable[Bus]]) -> None:
        try:
            opened = await bus()
        except Unavailable:
            log.warning("hub.without_bus")
            return
        names = opened.subjects
        self._subscriptions.append(await opened.subscribe(names.events_of(self.owner, self.heard), self._hear_event))
        self._subscriptions.append(await opened.subscribe(names.live(self.owner, self.heard), self._hear_live))
        with suppress(*BUS_ERRORS):
            await opened.nats.flush()

    async def _hear_event(self, _: Msg) -> None:
        try:
            await self.read()
        except Unavailable:
            log.warning("hub.read_failed")

    async def _hear_live(self, heard: Msg) -> None:
        live = read_live(heard.data)
        if not self.feed.knows(live):
            await self._hear_event(heard)
        for message in self.feed.take_live(live):
            self._tell(message)

    def _tell(self, message: Message) -> None:
        for watcher in self.watchers:
            watcher.push(message)


class OpenedBus(Protocol):
    """Whatever opens the bus when it is first needed."""

    async def bus(self) -> Bus:
        """Return the bus."""


class Hub:
    """All that is watched through this process."""

    def __init__(self, store: EventStore, opened: OpenedBus, settings: HttpSettings, settled: Settled) -> None:
        self._store = store
        self._settled = settled
        self._opened = opened
        self._settings = settings
        self._topics: dict[tuple[str, str], Topic] = {}
        self._seats: Counter[str] = Counter()

    @contextmanager
    def seat(self, account: str) -> Iterator[None]:
        """Count a live connection of an account while the block lasts.

        Raises
        ------
        TooMany
            It has as many as it may have.
        """
        if self._seats[account] >= self._settings.sockets_per_user_max:
            raise TooMany(
                "There are too many live connections of this account; close one first",
                connections_max=self._settings.sockets_per_user_max,
                retry_after_s=5,
            )
        self._seats[account] += 1
        try:
            yield
        finally:
            self._seats[account] -= 1
            if not self._seats[account]:
                del self._seats[account]

    @asynccontextmanager
    async def watch(
        self, job_id: str, owner: str, links: Links, *, after: int = 0, kind: type[Topic] = Topic
    ) -> AsyncIterator[Watcher]:
        """Give a watcher who has seen everything up to position `after`; whoever asks must be allowed to."""
        key = (job_id, links.base_url)
        topic = self._topics.setdefault(key, kind(job_id, owner, links, self._store, self._settled))
        topic.users += 1
        watcher = Watcher(self._settings.socket_queue_max)
        try:
            await topic.start(self._opened.bus)
            if after > topic.position:  # another process, or this topic before it stopped, was further on
                await topic.read()
            missed = topic.since(after)
            watcher.catch_up(missed)
            watcher.has_seen_all = topic.has_ended and not missed
            topic.watchers.add(watcher)
            yield watcher
        finally:
            topic.watchers.discard(watcher)
            topic.users -= 1
            if not topic.users:
                self._topics.pop(key, None)
                await topic.stop()

    async def wait_for_end(self, job_id: str, owner: str, links: Links, timeout_s: float) -> None:
        """Return when the job has ended, or `timeout_s` have passed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s), self.watch(job_id, owner, links) as watcher:
                while not watcher.has_seen_all and (message := await watcher.next(timeout_s)) and not message.is_end:
                    continue

    async def keep_in_step(self) -> None:
        """Read the log for all topics now and then, until cancelled."""
        while True:
            await asyncio.sleep(RESYNC_S)
            for topic in list(self._topics.values()):
                with suppress(Unavailable):
                    await topic.read()
