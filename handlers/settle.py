"""How an attempt ends: its outcome is written down, then the message that asked for it is let go."""

import time
from datetime import UTC, datetime

import msgspec
import structlog

from commands.do import Done
from commands.job import JOB, ConfirmCancel, FailAttempt, KeepArtefact, Succeed
from domain.errors import Conflict, Gone, NotFound, StorageFailed, Unavailable
from domain.job import Job, RetryScheduled
from domain.work import AnyWork, RunPipeline, TextToModel
from handlers.desk import Desk, Scribe
from handlers.messages import Raised, Returned, Stopped
from handlers.outlet import Outlet
from runtime import metrics
from runtime.blobs import asset_id as asset_id_of
from runtime.crash import crash_point
from runtime.queue import Taken

LOG_NAME = "log.jsonl"
LOG_MEDIA_TYPE = "application/x-ndjson"
WORKER_STOPPED = "WORKER_STOPPED"

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Fenced(msgspec.Struct, frozen=True):
    """Another attempt has begun, or the job has ended: nothing of this one counts any more."""


class Lost(msgspec.Struct, frozen=True):
    """The log stayed away: somebody will begin anew."""


Outcome = Returned | Raised | Stopped | Fenced | Lost


class Settlement:
    """Ends attempt number `job.attempt` at a job."""

    def __init__(self, desk: Desk, scribe: Scribe, taken: Taken, job: Job, asked_at: datetime) -> None:
        assert job.work is not None
        self._id = taken.job_id
        self._job = job
        self._work = job.work
        self._desk = desk
        self._settings = desk.settings.work
        self._scribe = scribe
        self._taken = taken
        self._asked_at = asked_at
        self._began = time.monotonic()

    async def settle(self, outcome: Outcome, outlet: Outlet, *, is_cancelled: bool) -> None:
        """Write the outcome down, then let the message go: never the other way round."""
        try:
            match outcome:
                case Fenced():
                    await self._step_back()
                case Lost():
                    await self._taken.again(self._settings.retry_delay_s)
                case Returned() | Raised() | Stopped():
                    await self._write_log(outlet.log_file(_word_for(outcome)))
                    await self._write_outcome(outcome, is_cancelled=is_cancelled)
        except (Conflict, Gone, NotFound):
            await self._step_back()
        except Unavailable:
            log.error("outcome.unwritten", outcome=type(outcome).__name__)
            await self._taken.again(self._settings.retry_delay_s)

    async def _write_outcome(self, outcome: Returned | Raised | Stopped, *, is_cancelled: bool) -> None:
        number = self._job.attempt
        crash_point("worker.before-outcome")
        if is_cancelled or isinstance(outcome, Stopped):
            done = await self._scribe.give(ConfirmCancel(self._id, number))
        elif isinstance(outcome, Returned):
            done = await self._scribe.give(Succeed(self._id, number, outcome.result, outcome.provenance))
        else:
            done = await self._scribe.give(self._failure(outcome))
        crash_point("worker.after-outcome")
        await self._let_go(done)

    def _failure(self, raised: Raised) -> FailAttempt:
        if raised.detail:
            say = log.error if raised.is_bug else log.info if raised.is_refusal else log.warning
            say("handler.raised", code=raised.code, detail=raised.detail)
        is_passing = raised.is_passing or (raised.is_bug and self._job.attempts_made < 2)
        return FailAttempt(
            self._id, self._job.attempt, raised.code, raised.message, raised.stage, is_passing, self._delay_s(raised)
        )

    def _delay_s(self, raised: Raised) -> float:
        if raised.code == WORKER_STOPPED:
            return 0.0
        delay_s = self._settings.retry_delay_s * 2.0 ** (self._job.attempts_made - 1)
        return min(delay_s, self._settings.retry_delay_s_max)

    async def _let_go(self, done: Done[Job]) -> None:
        job = done.state
        if job.status == "waiting":
            metrics.job_retries.labels(self._work.kind()).inc()
            await self._taken.again(max(_delays(done), default=0.0))
        elif job.has_ended:
            self._observe(job)
            await self._taken.done()

    def _observe(self, job: Job) -> None:
        kind = self._work.kind()
        metrics.jobs.labels(kind, job.status).inc()
        metrics.job_duration_s.labels(kind, job.status).observe(time.monotonic() - self._began)
        if job.status == "succeeded" and _is_generation(self._work):
            metrics.generation_time_s.observe((datetime.now(UTC) - self._asked_at).total_seconds())

    async def _step_back(self) -> None:
        """Let the message go unless it belongs to another attempt now."""
        log.info("attempt.fenced", attempt=self._job.attempt)
        try:
            job = (await self._desk.do.look(JOB, self._id, self._scribe.caller)).state
        except Unavailable:
            await self._taken.again(self._settings.retry_delay_s)
            return
        except NotFound:
            job = Job()
        if job.has_ended or not job.owner:
            await self._taken.done()
        elif job.status == "waiting":
            await self._taken.again(self._settings.retry_delay_s)

    async def _write_log(self, data: bytes) -> None:
        """Keep the log of the attempt as a file of the job; a job does not fail for want of it."""
        try:
            sha256, size_bytes = await self._desk.blobs.put(data)
        except StorageFailed:
            log.warning("log.unkept", job=self._id)
            return
        asset = asset_id_of(self._id, LOG_NAME, sha256)
        await self._scribe.give(
            KeepArtefact(
                self._id, self._job.attempt, asset, LOG_NAME, "log", "application/x-ndjson", sha256, size_bytes
            )
        )


def _is_generation(work: AnyWork) -> bool:
    """Return whether a design or a model was made from words."""
    return isinstance(work, TextToModel) or (isinstance(work, RunPipeline) and not work.spec)


def _delays(done: Done[Job]) -> list[float]:
    return [record.event.delay_s for record in done.records if isinstance(record.event, RetryScheduled)]


def _word_for(outcome: Outcome) -> str:
    return outcome.code if isinstance(outcome, Raised) else type(outcome).__name__.lower()
