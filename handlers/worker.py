"""A worker: takes jobs from the queue and has its child processes perform them."""

import asyncio
import os
import secrets
import socket
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast

import msgspec
import structlog
from nats.aio.msg import Msg

from commands.do import fold
from commands.job import JOB, StartAttempt
from domain.access import Caller
from domain.errors import Conflict, Gone, NotFound, Unavailable
from domain.events import Record
from domain.job import Job, Priority
from domain.work import Lane
from handlers.attempt import Attempt
from handlers.desk import Desk, Scribe
from handlers.desk_keeper import keep_planning_desk
from handlers.erasing import keep_erasing
from handlers.process import ChildProcess
from handlers.seats import COLD, WARM, Seat, Seats
from handlers.sweeper import OpenJobs, Sweeper, open_in
from handlers.workdir import remove_abandoned
from projections.job import JobView
from runtime import metrics
from runtime.bus import BUS_ERRORS
from runtime.live import WorkerPresence, encode_presence
from runtime.machine import Device, device
from runtime.queue import Taken, Turns, WorkQueue
from runtime.services import services
from runtime.settings import Settings
from runtime.subjects import LANES
from runtime.tasks import end, once_there, pause, run_until
from runtime.version import VERSION

PAUSE_S = 0.5
REST_S = 60.0
"""How long the process of a slot that finds no seat is kept."""
HINT_WAIT_S = 0.25
STARTS_MAX = 3

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Perform jobs until `stop` is set; jobs at hand are then handed to other workers."""
    async with services(settings) as opened:
        bus = await once_there(opened.bus, stop)
        if bus is not None:
            desk = Desk(settings, opened.store, bus, opened.blobs)
            worker = Worker(desk, open_in(JobView(opened.pool)))
            await asyncio.gather(worker.run(stop), keep_planning_desk(settings, stop), keep_erasing(opened, stop))


def lanes_of(settings: Settings) -> tuple[Lane, ...]:
    """Return the lanes that the settings name."""
    named = {name.strip() for name in settings.work.lanes.split(",")}
    return tuple(lane for lane in LANES if lane in named)


class Worker:
    """Takes jobs for its slots, says that it is there, and tells its slots what is cancelled."""

    def __init__(self, desk: Desk, open_jobs: OpenJobs) -> None:
        self.name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
        self._desk = desk
        self._sweeper = Sweeper(desk, open_jobs)
        self._device: Device | None = None
        self._settings = desk.settings
        self._lanes = lanes_of(desk.settings)
        work = self._settings.work
        seats = Seats(work.slots, self._nudge)
        names = [f"{self.name}/{number}" for number in range(work.slots + work.away_max)]
        self._slots = [Slot(desk, name, self._lanes, Seat(seats)) for name in names]

    async def run(self, stop: asyncio.Event) -> None:
        """Perform jobs until `stop` is set."""
        await asyncio.to_thread(remove_abandoned)
        bus, subjects = self._desk.bus, self._desk.bus.subjects
        await bus.subscribe(subjects.events_of(tag="job.cancel-requested"), self._heard_cancel)
        await bus.subscribe(subjects.ping, self._answer)
        for lane in self._lanes:
            await bus.subscribe(subjects.work_of_lane(lane), self._heard_work)
        log.info("worker.started", worker=self.name, lanes=self._lanes, slots=self._settings.work.slots)
        ended = asyncio.Event()
        background = asyncio.create_task(run_until(ended, self._be_present(), self._sweeper.forever()))
        looking = asyncio.create_task(self._look_at_device())
        try:
            await asyncio.gather(*(slot.run(stop) for slot in self._slots))
        finally:
            ended.set()
            await end([looking])
            await background
        log.info("worker.stopped", worker=self.name)

    def presence(self) -> WorkerPresence:
        """Return what this worker serves and does."""
        jobs = tuple(slot.attempt.id for slot in self._slots if slot.attempt)
        warm = sum(slot.is_warm for slot in self._slots)
        return WorkerPresence(self.name, self._lanes, self._settings.work.slots, jobs, VERSION, self._device, warm)

    async def _look_at_device(self) -> None:
        self._device = await device()
        log.info("worker.device", worker=self.name, **msgspec.to_builtins(self._device))

    async def _be_present(self) -> None:
        while True:
            await self._desk.bus.publish(self._desk.bus.subjects.presence(self.name), encode_presence(self.presence()))
            await asyncio.sleep(self._settings.bus.heartbeat_s)

    async def _answer(self, question: Msg) -> None:
        await self._desk.bus.publish(question.reply, encode_presence(self.presence()))

    async def _heard_cancel(self, event: Msg) -> None:
        job_id = event.subject.split(".")[-3]
        for slot in self._slots:
            if slot.attempt and slot.attempt.id == job_id:
                slot.attempt.cancel()

    def _nudge(self) -> None:
        for slot in self._slots:
            slot.nudge()

    async def _heard_work(self, message: Msg) -> None:
        lane, priority = message.subject.split(".")[-4:-2]
        for slot in self._slots:
            slot.wake(cast("Lane", lane), cast("Priority", priority))


Begun = tuple[Scribe, Job, datetime]


class Slot:
    """Performs one job at a time in a warm child process of its own, when there is a seat for it."""

    def __init__(self, desk: Desk, name: str, lanes: Sequence[Lane], seat: Seat) -> None:
        self.attempt: Attempt | None = None
        self._desk = desk
        self._name = name
        self._lanes = lanes
        self._seat = seat
        self._queue = WorkQueue(desk.bus)
        self._turns = Turns()
        self._bell = asyncio.Event()
        self._hint: tuple[Lane, Priority] | None = None
        self._child: ChildProcess | None = None
        self._starting = 0

    @property
    def is_warm(self) -> bool:
        """Whether there is a child process that performs, or would perform the next job."""
        return self._child is not None and self._child.is_there

    def wake(self, lane: Lane, priority: Priority) -> None:
        """Say that a job came to this lane with this priority."""
        self._hint = (lane, priority)
        self._bell.set()

    def nudge(self) -> None:
        """Look up from waiting: somebody needs the seat."""
        self._bell.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Take jobs and perform them until `stop` is set."""
        try:
            while not stop.is_set():
                try:
                    if await self._seated(stop):
                        await self._turn(stop)
                        self._seat.make_way()
                except (*BUS_ERRORS, Unavailable) as error:
                    log.warning("worker.waits", error=type(error).__name__)
                    await pause(stop, PAUSE_S)
        finally:
            self._seat.leave()
            await self._rest()

    async def _seated(self, stop: asyncio.Event) -> bool:
        """Wait for a seat; without one for long, let the process go. False: there is none yet."""
        if self._seat.is_taken:
            return True
        waiting = [
            asyncio.create_task(self._seat.take(WARM if self.is_warm else COLD)),
            asyncio.create_task(stop.wait()),
        ]
        try:
            limit_s = REST_S if self._child is not None else None
            await asyncio.wait(waiting, timeout=limit_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end(waiting)
        if not self._seat.is_taken and not stop.is_set():
            await self._rest()
        return self._seat.is_taken

    async def _rest(self) -> None:
        if self._child is not None:
            await self._child.kill()
            self._child = None

    async def _turn(self, stop: asyncio.Event) -> None:
        child = await self._warm_child()
        taken = await self._next(stop)
        if taken is None:
            return
        keeping = asyncio.create_task(self._keep(taken))
        with structlog.contextvars.bound_contextvars(job=taken.job_id, worker=self._name):
            try:
                await self._perform(taken, child, stop)
            except Exception as error:
                log.error("worker.failed", exc_info=error)
                await taken.again(self._desk.settings.work.retry_delay_s)
            finally:
                self.attempt = None
                await end([keeping])

    async def _warm_child(self) -> ChildProcess:
        if self._child is None or not self._child.is_there:
            await self._rest()  # of one that was killed meanwhile, its end of the line is open still
            self._child = await ChildProcess.start(self._desk.settings.work.handlers_package)
        return self._child

    async def _next(self, stop: asyncio.Event) -> Taken | None:
        """Return the next job; without one, wait until the bus says that one came, or for a while."""
        self._bell.clear()
        self._hint = None
        taken = await self._queue.take_next(self._lanes, self._turns)
        if taken is not None:
            return taken
        hint = await self._wait_for_bell(stop)
        if hint is None or stop.is_set():
            return None
        return await self._queue.take(*hint, wait_s=HINT_WAIT_S)

    async def _wait_for_bell(self, stop: asyncio.Event) -> tuple[Lane, Priority] | None:
        waiting = [asyncio.create_task(event.wait()) for event in (self._bell, stop)]
        try:
            await asyncio.wait(waiting, timeout=self._desk.settings.work.poll_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end(waiting)
        return self._hint

    async def _keep(self, taken: Taken) -> None:
        while True:
            await asyncio.sleep(self._desk.settings.bus.heartbeat_s)
            await taken.still_working()

    async def _perform(self, taken: Taken, child: ChildProcess, stop: asyncio.Event) -> None:
        begun = await self._begin(taken, stop)
        if begun is None:
            return
        scribe, job, asked_at = begun
        self.attempt = Attempt(self._desk, scribe, taken, job, child, stop, seat=self._seat, asked_at=asked_at)
        if job.is_cancel_wanted:
            self.attempt.cancel()
        await self.attempt.run()

    async def _begin(self, taken: Taken, stop: asyncio.Event) -> Begun | None:
        """Begin the next attempt; wait for the log if it is away. None: there is nothing to do for this message."""
        self._starting = 0
        for _ in range(STARTS_MAX):
            try:
                return await once_there(lambda: self._start(taken), stop)
            except Conflict:  # others changed the job at this moment, or our own answer was lost: look again
                continue
            except (Gone, NotFound):
                log.info("job.gone")
                await taken.done()
                return None
        return None

    async def _start(self, taken: Taken) -> Begun | None:
        records = await self._desk.store.load(taken.job_id)
        if not records or records[0].event is None:
            raise NotFound("There is no such job any more")
        asked = records[0]
        caller = Caller(f"worker:{self._name}", "system", asked.correlation, taken.job_id)
        structlog.contextvars.bind_contextvars(correlation=asked.correlation)
        job = fold(JOB, JOB.initial, records)
        scribe = Scribe(self._desk, caller, f"{taken.job_id}:{job.attempt + 1}:{self._name}")
        if job.status == "running" and job.worker == self._name and job.attempt == self._starting:
            return scribe, job, asked.recorded_at
        if not job.has_ended:
            self._starting = job.attempt + 1  # should the answer be lost, it is known again as our own
            job = (await scribe.give(StartAttempt(taken.job_id, job.attempt + 1, self._name))).state
        if job.status == "running":
            _observe_wait(job, asked)
            return scribe, job, asked.recorded_at
        await taken.done()
        return None


def _observe_wait(job: Job, asked: Record) -> None:
    if job.attempt == 1 and job.work is not None:
        waited = datetime.now(UTC) - asked.recorded_at
        metrics.job_wait_s.labels(job.work.kind()).observe(max(waited.total_seconds(), 0.0))
