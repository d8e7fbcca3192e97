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
from projections.job import JobView
from runtime.bus import BUS_ERRORS
from runtime.live import workers
from runtime.queue import WorkQueue

OpenJobs = Callable[[], Awaitable[set[str]]]
"""Returns the ids of the jobs that wait or run."""

log: structlog.stdlib.BoundLogger = structlog.get_logger()


def open_in(view: JobView) -> OpenJobs:
    """Return what asks a view for the open jobs."""

    async def open_jobs() -> set[str]:
        found: set[str] = set()
        number = 0
        while rows := await view.open_jobs(after=number):
            found |= {row.id for row in rows}
            number = rows[-1].number
        return found

    return open_jobs


class Sweeper:
    """Compares the open jobs with the queue now and then; several at once do no harm."""

    def __init__(self, desk: Desk, open_jobs: OpenJobs) -> None:
        self._desk = desk
        self._queue = WorkQueue(desk.bus)
        self._open_jobs = open_jobs
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
        job = (await self._desk.do.look(JOB, job_id, SYSTEM)).state
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
                    await self._desk.do(AbandonJob(letter.job_id, reason), SYSTEM)
                    log.error("job.abandoned", job=letter.job_id, deliveries=letter.deliveries)
                except (NotFound, Gone):
                    log.info("job.gone", job=letter.job_id)
            await self._queue.bury(letter)
