"""The bus: NATS with JetStream. The log in Postgres is the truth; all that is here can be made again from it.

`WORK` holds one message for each job that waits or runs (a work queue), `EVENTS` the newest events for subscribers (its
sequence is the position in the log), `DEAD` the advisories about messages that were delivered too often.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DiscardPolicy, RetentionPolicy, StorageType, StreamConfig
from nats.js.errors import BadRequestError, NotFoundError

from domain.errors import Unavailable
from runtime.settings import Settings
from runtime.subjects import Subjects, consumer_name, consumers

BUS_ERRORS = (NatsError, OSError, TimeoutError)
CONNECT_TIMEOUT_S = 5.0
RECONNECT_WAIT_S = 0.2
REQUEST_TIMEOUT_S = 5.0
DEDUPE_WINDOW_S = 120.0
LISTEN_QUEUE_MAX = 10_000

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Bus:
    """A connection that is taken up again for ever once it stood."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self.nats = client
        self.js: JetStreamContext = client.jetstream(timeout=REQUEST_TIMEOUT_S)
        self.settings = settings
        self.subjects = Subjects(settings.bus.prefix)
        self._on_return: list[Callable[[], Awaitable[None]]] = []

    @classmethod
    async def connect(cls, settings: Settings, *, timeout_s: float = CONNECT_TIMEOUT_S) -> "Bus":
        """Return a connected bus whose streams of work are there.

        Raises
        ------
        Unavailable
            Nobody answers at `settings.nats_url` within `timeout_s`.
        """
        client = Client()
        bus = cls(client, settings)
        try:
            async with asyncio.timeout(timeout_s):
                await client.connect(
                    settings.nats_url,
                    max_reconnect_attempts=-1,
                    reconnect_time_wait=RECONNECT_WAIT_S,  # type: ignore[arg-type]
                    connect_timeout=CONNECT_TIMEOUT_S,  # type: ignore[arg-type]
                    ping_interval=10,
                    error_cb=_note_error,
                    reconnected_cb=bus._came_back,
                )
                await bus.ensure()
        except BUS_ERRORS as error:
            await client.close()
            raise Unavailable("The bus is away for a moment; ask again", retry_after_s=1) from error
        except asyncio.CancelledError:
            await client.close()
            raise
        return bus

    async def close(self) -> None:
        """Say what is still to be said, and leave."""
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                if self.is_connected:
                    await self.nats.flush()
        except BUS_ERRORS:
            log.warning("bus.unflushed")
        finally:
            await self.nats.close()

    @property
    def is_connected(self) -> bool:
        """Whether the connection stands at this moment."""
        return bool(self.nats.is_connected)

    async def check(self, timeout_s: float = 1.0) -> None:
        """Ask JetStream whether the stream of work is there.

        Raises
        ------
        Unavailable
            It does not answer, or the stream is missing.
        """
        try:
            async with asyncio.timeout(timeout_s):
                await self.js.stream_info(self.subjects.work_stream)
        except BUS_ERRORS as error:
            raise Unavailable("The bus is away for a moment; ask again", retry_after_s=1) from error

    def when_back(self, action: Callable[[], Awaitable[None]]) -> None:
        """Do `action` each time the connection stands again."""
        self._on_return.append(action)

    async def ensure(self) -> None:
        """Make the streams WORK and DEAD and their consumers, or bring them up to date; safe to repeat."""
        await self._ensure_stream(self._work_config())
        await self._ensure_stream(self._dead_config())
        for lane, priority in consumers():
            await self.js.add_consumer(
                self.subjects.work_stream,
                ConsumerConfig(
                    durable_name=consumer_name(lane, priority),
                    filter_subject=self.subjects.work_of_lane(lane, priority),
                    ack_policy=AckPolicy.EXPLICIT,
                    ack_wait=self.settings.bus.ack_wait_s,
                    max_deliver=max(self.settings.bus.deliver_max, self.settings.work.attempts_max),
                    max_ack_pending=-1,
                ),
            )

    def _work_config(self) -> StreamConfig:
        """One message per job: a second one is refused while the first is there."""
        return StreamConfig(
            name=self.subjects.work_stream,
            subjects=[self.subjects.all_work],
            retention=RetentionPolicy.WORK_QUEUE,
            storage=StorageType.FILE,
            discard=DiscardPolicy.NEW,
            discard_new_per_subject=True,
            max_msgs_per_subject=1,
            duplicate_window=DEDUPE_WINDOW_S,
        )

    def _dead_config(self) -> StreamConfig:
        return StreamConfig(
            name=self.subjects.dead_stream,
            subjects=[self.subjects.all_dead],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            max_msgs=100_000,
        )

    async def _ensure_stream(self, config: StreamConfig) -> None:
        try:
            await self.js.add_stream(config)
        except BadRequestError:  # it is there with another configuration
            await self.js.update_stream(config)

    async def _came_back(self) -> None:
        log.info("bus.reconnected")
        try:
            await self.ensure()
            for action in self._on_return:
                await action()
        except BUS_ERRORS as error:
            log.warning("bus.not_ready", error=type(error).__name__)

    async def publish(self, subject: str, data: bytes) -> None:
        """Publish to whoever listens now; while the bus is away the message is lost."""
        try:
            await self.nats.publish(subject, data)
        except BUS_ERRORS as error:
            log.debug("bus.message_lost", error=type(error).__name__)

    async def subscribe(self, subject: str, heard: Callable[[Msg], Awaitable[None]]) -> Subscription:
        """Call `heard` for each message, one after another."""
        return await self.nats.subscribe(subject, cb=heard)

    @asynccontextmanager
    async def listen(self, subject: str, *, queue_max: int = LISTEN_QUEUE_MAX) -> AsyncIterator[AsyncIterator[Msg]]:
        """Listen while the block lasts; a reader slower than `queue_max` messages misses the newest."""
        subscription = await self.nats.subscribe(subject, pending_msgs_limit=queue_max)
        await self.nats.flush()
        try:
            yield subscription.messages
        finally:
            if not self.nats.is_closed:
                await subscription.unsubscribe()

    async def ask_all(self, subject: str, *, timeout_s: float, answers_max: int) -> list[bytes]:
        """Publish a question and return the answers that came within `timeout_s`, or the first `answers_max`."""
        inbox = self.nats.new_inbox()
        answers: list[bytes] = []
        try:
            async with asyncio.timeout(timeout_s), self.listen(inbox) as messages:
                await self.nats.publish(subject, b"", reply=inbox)
                async for message in messages:
                    if message.headers and "Status" in message.headers:
                        break
                    answers.append(message.data)
                    if len(answers) >= answers_max:
                        break
        except BUS_ERRORS:
            return answers
        return answers

    async def forget(self, subject: str) -> None:
        """Remove the events of an erased account from the stream of events; the others keep their sequence."""
        try:
            await self.js.purge_stream(self.subjects.events_stream, subject=self.subjects.events_of(subject))
        except NotFoundError:
            return
        except BUS_ERRORS as error:
            raise Unavailable("The bus is away for a moment; ask again", retry_after_s=1) from error


async def _note_error(error: Exception) -> None:
    log.debug("bus.error", error=type(error).__name__)


def status_of(message: Msg) -> str:
    """Return the status that JetStream answered instead of a message, or an empty text."""
    return str((message.headers or {}).get("Status", ""))
