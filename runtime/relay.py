"""Carries the log to the bus, in order, without a memory of its own.

The sequence of the stream EVENTS is the position in the log: each event is published with the expected last sequence
`position - 1`, so that nothing is lost or doubled, whoever dies, and several relays do each other no harm. The message
that asks a worker for work goes out before the event that it stems from.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import msgspec
import structlog
from nats.js.api import DiscardPolicy, RetentionPolicy, StorageType, StreamConfig
from nats.js.errors import APIError, NotFoundError

from domain.catalogue import encode
from domain.errors import Unavailable
from domain.events import Record
from domain.job import JobRequested
from runtime import metrics
from runtime.bus import BUS_ERRORS, Bus
from runtime.crash import crash_point
from runtime.queue import WorkQueue
from runtime.services import services
from runtime.settings import Settings
from runtime.store import EventStore
from runtime.tasks import once_there, run_until

PAUSE_S = 0.2
PAYLOAD_RESERVE_BYTES = 8192  # for headers and envelope
NO_ROOM = 10047  # JetStream's code: less storage is left than the stream may take
EVENTS_BYTES_MIN = 2**20
PUBLISH_TIMEOUT_S = (
    2.0  # an answer that was lost with the connection is not worth a longer wait: publishing again is safe
)
SUBJECT_RETRIES = 10
SUBJECT_PAUSE_S = 0.1
WAKING_TAGS = ("job.requested", "job.retry-requested")
ENDING_TAGS = ("job.succeeded", "job.failed", "job.cancelled")

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class EventMessage(msgspec.Struct, frozen=True):
    """A record as subscribers get it; `data` is null after an erasure, and when it is too large for the bus."""

    position: int
    stream: str
    version: int
    tag: str
    recorded_at: datetime
    actor: str
    subject: str
    correlation: str
    causation: str
    hash: str
    data: msgspec.Raw
    is_truncated: bool = False


class _Overtaken(Exception):
    """The stream is not where it was expected: another relay was faster, or the bus lost something."""


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Carry the log to the bus until `stop` is set."""
    async with services(settings) as opened:
        bus = await once_there(opened.bus, stop)
        if bus is not None:
            await run_until(stop, Relay(opened.store, bus).forever())


class Relay:
    """Carries the log of `store` to `bus`."""

    def __init__(self, store: EventStore, bus: Bus) -> None:
        self._store = store
        self._bus = bus
        self._queue = WorkQueue(bus)
        self._window = bus.settings.bus.window
        self._refilled_upto = 0  # of these events only the work that is still open is asked for

    async def forever(self) -> None:
        """Carry, and begin anew from what the bus has whenever a part was away."""
        while True:
            try:
                await self._carry()
            except _Overtaken:
                await asyncio.sleep(PAUSE_S)
            except (*BUS_ERRORS, Unavailable) as error:
                log.warning("relay.interrupted", error=type(error).__name__, reason=str(error))
                await asyncio.sleep(PAUSE_S)

    async def _carry(self) -> None:
        async for records in self._store.follow(await self._begin(), limit=self._window):
            await self._pass_on(records)

    async def _begin(self) -> int:
        """Return the position up to which the bus has the log, after making the stream if it must be made."""
        try:
            state = (await self._bus.js.stream_info(self._bus.subjects.events_stream)).state
        except NotFoundError:
            return await self._make_stream()
        if await self._is_of_this_log(state.last_seq, is_empty=state.messages == 0):
            return state.last_seq
        log.warning("relay.foreign_stream", last=state.last_seq)
        await self._bus.js.delete_stream(self._bus.subjects.events_stream)
        return await self._make_stream()

    async def _make_stream(self) -> int:
        last = await self._store.last_position()
        first = max(last - self._bus.settings.bus.refill_max, 0) + 1
        await self._add_stream(first, self._bus.settings.bus.events_kept_bytes)
        self._refilled_upto = last
        log.info("relay.stream_made", first=first, last=last)
        return first - 1

    async def _add_stream(self, first: int, bytes_max: int) -> None:
        """Make the stream, as large as wanted or as the bus has room for: it sets the bytes aside at once."""
        config = StreamConfig(
            name=self._bus.subjects.events_stream,
            subjects=[self._bus.subjects.all_events],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            discard=DiscardPolicy.OLD,
            max_bytes=bytes_max,
            first_seq=first,
        )
        try:
            await self._bus.js.add_stream(config)
        except APIError as error:
            if error.err_code != NO_ROOM or bytes_max < EVENTS_BYTES_MIN:
                raise
            await self._add_stream(first, bytes_max // 2)

    async def _is_of_this_log(self, sequence: int, *, is_empty: bool) -> bool:
        """Whether the newest message is the record that the log has there: a restored log may be another."""
        if sequence > await self._store.last_position():
            return False
        if is_empty:
            return True
        try:
            newest = await self._bus.js.get_msg(self._bus.subjects.events_stream, seq=sequence)
        except NotFoundError:  # it was erased
            return True
        records = await self._store.read(sequence - 1, 1)
        message = msgspec.json.decode(newest.data or b"", type=EventMessage)
        return bool(records) and records[0].hash.hex() == message.hash

    async def _pass_on(self, records: Sequence[Record]) -> None:
        await asyncio.gather(*(self._ask_for_work(record) for record in records if record.tag in WAKING_TAGS))
        for record in records:
            if record.tag == "job.cancelled" and not record.actor.startswith("worker:"):
                await self._queue.drop(record.stream)
        crash_point("relay.work-asked")
        await self._publish(records)
        crash_point("relay.published")
        metrics.relayed.inc(len(records))

    async def _ask_for_work(self, record: Record) -> None:
        """Put the job into the queue; its message may still be there from a worker that has not yet let it go."""
        if record.position <= self._refilled_upto and await self._has_ended_since(record):
            return
        first = record if record.version == 1 else (await self._store.load(record.stream, upto=1))[0]
        if not isinstance(first.event, JobRequested):  # erased
            return
        message_id = f"{record.stream}:{record.version}"
        for _ in range(SUBJECT_RETRIES):
            put = await self._queue.put(record.stream, first.event.work, first.event.priority, message_id=message_id)
            if put != "taken" or record.version == 1:
                return
            await asyncio.sleep(SUBJECT_PAUSE_S)

    async def _has_ended_since(self, record: Record) -> bool:
        later = await self._store.load(record.stream, after=record.version)
        return any(one.tag in ENDING_TAGS for one in later)

    async def _publish(self, records: Sequence[Record]) -> None:
        """Publish a window; only its last message is answered, which says that all before it were taken too."""
        for record in records[:-1]:
            await self._bus.nats.publish(
                self._bus.subjects.event(record), self._encode(record), headers=_headers(record)
            )
        last = records[-1]
        subject = self._bus.subjects.event(last)
        try:
            await self._bus.js.publish(subject, self._encode(last), headers=_headers(last), timeout=PUBLISH_TIMEOUT_S)
        except APIError as error:
            raise _Overtaken from error

    def _encode(self, record: Record) -> bytes:
        body = b"null" if record.event is None else encode(record.event)
        is_truncated = len(body) > self._bus.nats.max_payload - PAYLOAD_RESERVE_BYTES
        return msgspec.json.encode(
            EventMessage(
                record.position, record.stream, record.version, record.tag, record.recorded_at, record.actor,
                record.subject, record.correlation, record.causation, record.hash.hex(),
                msgspec.Raw(b"null" if is_truncated else body), is_truncated,
            )
        )  # fmt: skip


def _headers(record: Record) -> dict[str, str]:
    return {"Nats-Expected-Last-Sequence": str(record.position - 1)}


def read_event(data: bytes) -> EventMessage:
    """Return the record that a message of the stream EVENTS holds."""
    return msgspec.json.decode(data, type=EventMessage)
