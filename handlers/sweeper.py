"""Mends the queue from the log: what is open and in nobody's hands is queued again; what died too often is given up."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import structlog

from commands.job import JOB, AbandonJob
from domain.access import SYSTEM
from domain.errors import Gone, NotFound, Unavailable
from domain.job import Job
from handlers.desk import Desk
from runtime.bus import BUS_ERRORS
from runtime.live import workers
from runtime.queue import WorkQueue

READ_MAX = 1000
OPENING_TAGS = ("job.requested", "job.retry-requested")
ENDING_TAGS = ("job.succeeded", "job.failed", "job.cancelled")
SWEEPER = SYSTEM

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class OpenJobs:
    """The jobs that have not ended, from the tags of the log; each call reads on from where the last one stopped."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._position = 0
        self._open: set[str] = set()

    async def __call__(self) -> set[str]:
        """Return the ids of the jobs that wait or run."""
        while records := await self._store.read(self._position, READ_MAX):
            for record in records:
                if record.tag in OPENING_TAGS:
                    self._open.add(record.stream)
                elif record.tag in ENDING_TAGS:
                    self._open.discard(record.stream)
            self._position = records[-1].position
        return set(self._open)


class Sweeper:
    """Compares the open jobs with the queue now and then; several at once do no harm."""

    def __init__(self, desk: Desk, open_jobs: Callable[[], Awaitable[set[str]]] | None = None) -> None:
        self._desk = desk
        self._queue = WorkQueue(desk.bus)
        self._open_jobs = open_jobs or OpenJobs(desk)
        self._missing: set[str] = set()

    async def forever(self) -> None:
        """Sweep every `sweep_s`, a little earlier or later than other workers do."""
        while True:
            await asyncio.sleep(self._desk.settings.work.sweep_s * random.uniform(0.8, 1.2))
            try:
                await self.sweep()
            except (*BUS_ERRORS, Unavailable) as error:
                log.warning("sweep.skipped", error=type(error).__name__)

    async def sweep(self) -> None:
        """Give up what died too often, and queue what was missing last time and is missing still."""
        await self._bury_the_dead()
        open_jobs = await self._open_jobs()
        missing = open_jobs - await self._queue.waiting()
        for job_id in sorted(missing & self._missing):
            await self._queue_again(job_id)
        self._missing = missing

    async def _queue_again(self, job_id: str) -> None:
        job = (await self._desk.do.look(JOB, job_id, SWEEPER)).state
        if job.work is None or job.has_ended or await self._is_in_hand(job_id, job):
            return
        if await self._queue.put(job_id, job.work, job.priority) == "stored":
            log.warning("job.queued_again", job=job_id)

    async def _is_in_hand(self, job_id: str, job: Job) -> bool:
        """Whether a worker performs the job although its message is gone."""
        if job.status != "running":
            return False
        heard = await workers(self._desk.bus)
        return any(job_id in worker.jobs for worker in heard)

    async def _bury_the_dead(self) -> None:
        for letter in await self._queue.dead_letters():
            if letter.job_id:
                try:
                    reason = f"Its work was begun {letter.deliveries} times without an outcome"
                    await self._desk.do(AbandonJob(letter.job_id, reason), SWEEPER)
                    log.error("job.abandoned", job=letter.job_id, deliveries=letter.deliveries)
                except (NotFound, Gone):
                    log.info("job.gone", job=letter.job_id)
            await self._queue.bury(letter)
