"""The stream WORK: one message for each job that waits or runs."""

from collections.abc import Awaitable, Sequence
from typing import Any, Literal

import msgspec
import structlog
from nats.aio.msg import Msg
from nats.errors import NoRespondersError
from nats.js.errors import APIError, NotFoundError

from domain.job import Priority
from domain.work import Lane, Work
from runtime.bus import BUS_ERRORS, REQUEST_TIMEOUT_S, Bus, status_of
from runtime.subjects import PRIORITIES, consumer_name, job_of

SUBJECT_IS_TAKEN = 10077  # JetStream's code: as many messages as allowed have this subject
Put = Literal["stored", "taken", "known"]
PATIENCE = {"high": 0, "normal": 4, "low": 12}
"""How many jobs of other priorities are taken while one waits, before it is asked for first."""

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class DeadLetter(msgspec.Struct, frozen=True):
    """A message that was delivered too often; `job_id` is empty when the message is gone."""

    sequence: int
    job_id: str
    deliveries: int


class _Advisory(msgspec.Struct):
    stream_seq: int
    deliveries: int = 0


class Taken:
    """A job that this process has taken from the queue, and must say something about."""

    def __init__(self, message: Msg) -> None:
        self._message = message
        self.job_id = job_of(message.subject)
        self.deliveries = message.metadata.num_delivered

    async def still_working(self) -> None:
        """Keep the message from being delivered to another worker."""
        await self._say(self._message.in_progress())

    async def done(self) -> None:
        """Remove the message; when the bus does not hear it, it comes once more and is removed then."""
        await self._say(self._message.ack_sync(timeout=1.0))

    async def again(self, delay_s: float) -> None:
        """Have the message delivered again after a delay."""
        await self._say(self._message.nak(delay=delay_s))

    async def _say(self, saying: Awaitable[Any]) -> None:
        try:
            await saying
        except BUS_ERRORS as error:
            log.info("queue.unheard", job=self.job_id, error=type(error).__name__)


class Turns:
    """Which priority is asked for first: the highest, unless a lower one has waited for too many turns."""

    def __init__(self) -> None:
        self._passed_over = dict.fromkeys(PRIORITIES, 0)

    def order(self) -> tuple[Priority, ...]:
        """Return the priorities in the order in which to ask."""
        starved = [name for name in PRIORITIES if PATIENCE[name] and self._passed_over[name] >= PATIENCE[name]]
        return tuple(sorted(PRIORITIES, key=lambda name: (name not in starved, PRIORITIES.index(name))))

    def took(self, taken: Priority) -> None:
        """Note that a job of this priority was taken; the lower ones have been passed over once more."""
        self._passed_over[taken] = 0
        for name in PRIORITIES[PRIORITIES.index(taken) + 1 :]:
            self._passed_over[name] += 1


class WorkQueue:
    """The stream WORK on a bus."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._stream = bus.subjects.work_stream

    async def put(self, job_id: str, work: Work, priority: Priority, *, message_id: str = "") -> Put:
        """Put a job into the queue, unless it stands there, or stood there under this `message_id` a moment ago.

        Raises
        ------
        One of BUS_ERRORS
            The bus is away.
        """
        headers = {"Nats-Msg-Id": message_id} if message_id else None
        subject = self._bus.subjects.work(job_id, work, priority)
        try:
            answer = await self._bus.js.publish(subject, b"", headers=headers, timeout=REQUEST_TIMEOUT_S)
        except APIError as error:
            if error.err_code == SUBJECT_IS_TAKEN:
                return "taken"
            raise
        return "known" if answer.duplicate else "stored"

    async def take(self, lane: Lane, priority: Priority, *, wait_s: float = 0.0) -> Taken | None:
        """Return the longest waiting job, or None when none came within `wait_s`."""
        wish = {"batch": 1, "expires": int(wait_s * 1e9)} if wait_s else {"batch": 1, "no_wait": True}
        subject = f"$JS.API.CONSUMER.MSG.NEXT.{self._stream}.{consumer_name(lane, priority)}"
        try:  # in the old style: a job keeps its own subject, by which the new style would not find who asked
            message = await self._bus.nats.request(
                subject, msgspec.json.encode(wish), timeout=wait_s + REQUEST_TIMEOUT_S, old_style=True
            )
        except NoRespondersError:  # the bus lost its streams
            await self._bus.ensure()
            return None
        return None if status_of(message) else Taken(message)

    async def take_next(self, lanes: Sequence[Lane], turns: Turns) -> Taken | None:
        """Return the next job of these lanes, by priority and patience, or None."""
        for priority in turns.order():
            for lane in lanes:
                taken = await self.take(lane, priority)
                if taken is not None:
                    turns.took(priority)
                    return taken
        return None

    async def drop(self, job_id: str) -> None:
        """Remove the message of a job, whether it waits or is to be delivered again."""
        await self._bus.js.purge_stream(self._stream, subject=self._bus.subjects.work_of_job(job_id))

    async def waiting(self) -> set[str]:
        """Return the jobs that have a message in the queue."""
        found = await self._bus.js.stream_info(self._stream, subjects_filter=">")
        return {job_of(subject) for subject in (found.state.subjects or {})}

    async def dead_letters(self) -> list[DeadLetter]:
        """Return the advisories about messages that were delivered too often, oldest first."""
        info = await self._bus.js.stream_info(self._bus.subjects.dead_stream)
        letters: list[DeadLetter] = []
        sequence = info.state.first_seq
        while info.state.messages and sequence <= info.state.last_seq:
            try:
                stored = await self._bus.js.get_msg(
                    self._bus.subjects.dead_stream, seq=sequence, next=True, subject=">"
                )
            except NotFoundError:
                break
            advisory = msgspec.json.decode(stored.data or b"{}", type=_Advisory)
            letters.append(
                DeadLetter(stored.seq or sequence, await self._job_at(advisory.stream_seq), advisory.deliveries)
            )
            sequence = (stored.seq or sequence) + 1
        return letters

    async def _job_at(self, sequence: int) -> str:
        try:
            return job_of((await self._bus.js.get_msg(self._stream, seq=sequence)).subject or "")
        except NotFoundError:
            return ""

    async def bury(self, letter: DeadLetter) -> None:
        """Remove a dead letter and its message."""
        if letter.job_id:
            await self.drop(letter.job_id)
        await self._bus.js.delete_msg(self._bus.subjects.dead_stream, letter.sequence)
