"""One attempt at a job: a child performs it, and the worker's side writes down what comes of it."""

import asyncio
import shutil
import tempfile
import time
from pathlib import Path

import msgspec
import structlog

from commands.base import Command
from commands.do import NOUN_OF, Done
from commands.job import (
    JOB,
    CompleteStage,
    ConfirmCancel,
    EnterStage,
    FailAttempt,
    KeepArtefact,
    Succeed,
)
from domain.errors import Conflict, Gone, MeshwrightError, NotFound, StorageFailed, Unavailable
from domain.job import Job, RetryScheduled
from handlers.child import INTERNAL_MESSAGE, code_of
from handlers.desk import Desk, Scribe, hash_of_asset
from handlers.messages import (
    Cancel,
    Completed,
    Entered,
    FromChild,
    Given,
    Kept,
    Logged,
    Perform,
    Progressed,
    Raised,
    Ready,
    Recorded,
    Returned,
    Shown,
    Stopped,
    Wanted,
)
from handlers.outlet import Outlet
from handlers.process import ChildProcess
from runtime import metrics
from runtime.blobs import asset_id as asset_id_of
from runtime.crash import crash_point
from runtime.queue import Taken
from runtime.tasks import end

MEMORY_POLL_S = 0.25
LOG_NAME = "log.jsonl"
COMMANDS: dict[str, type[Command]] = {command.__name__: command for command in NOUN_OF}

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Fenced(msgspec.Struct, frozen=True):
    """Another attempt has begun, or the job has ended: nothing of this one counts any more."""


class Lost(msgspec.Struct, frozen=True):
    """The log stayed away: somebody will begin anew."""


Outcome = Returned | Raised | Stopped | Fenced | Lost


class Attempt:
    """Attempt number `job.attempt` at a job that this worker has taken and begun."""

    def __init__(
        self, desk: Desk, scribe: Scribe, taken: Taken, job: Job, child: ChildProcess, stop: asyncio.Event
    ) -> None:
        assert job.work is not None
        self.id = taken.job_id
        self.job = job
        self._work = job.work
        self._desk = desk
        self._settings = desk.settings.work
        self._scribe = scribe
        self._taken = taken
        self._child = child
        self._stop = stop
        self._cancelled = asyncio.Event()
        self._outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._trouble: Outcome | None = None
        self._messages: asyncio.Queue[FromChild] = asyncio.Queue()
        self._stage = ""
        self._child_is_at_rest = False
        self._workdir = Path()
        self._outlet = Outlet(
            desk.bus, job.owner, self.id, job.attempt, per_s_max=desk.settings.work.progress_per_s_max
        )

    def cancel(self) -> None:
        """Stop the job: its owner does not want it any more."""
        self._cancelled.set()

    async def run(self) -> None:
        """Perform the job, write its outcome down, and let its message go."""
        began = time.monotonic()
        self._workdir = Path(tempfile.mkdtemp(prefix="meshwright-job-"))
        try:
            outcome = await self._perform()
            await self._settle(outcome)
        finally:
            await asyncio.to_thread(shutil.rmtree, self._workdir, ignore_errors=True)
        log.info("attempt.ended", outcome=type(outcome).__name__, duration_ms=round((time.monotonic() - began) * 1000))

    async def _perform(self) -> Outcome:
        watchers = [
            asyncio.create_task(watcher)
            for watcher in (
                self._hear(), self._record(), self._limit_time(), self._limit_memory(), self._heed_cancel(),
                self._heed_stop(), self._look_at_times(),
            )
        ]  # fmt: skip
        try:
            await self._child.say(
                Perform(
                    self.id, self.job.owner, self.job.attempt, self._work, str(self._workdir),
                    self._settings.log_lines_max, self._desk.settings.blobs.asset_bytes_max,
                )
            )  # fmt: skip
            outcome = await self._outcome
            if not self._child_is_at_rest:
                await self._child.kill()
            if not isinstance(outcome, Fenced | Lost):
                await self._messages.join()
            return self._trouble or outcome
        finally:
            await end(watchers)
            await self._outlet.close()
            if not self._child_is_at_rest:
                await self._child.kill()

    def _end(self, outcome: Outcome) -> None:
        if not self._outcome.done():
            self._outcome.set_result(outcome)

    async def _hear(self) -> None:
        while True:
            message = await self._child.hear()
            match message:
                case None:
                    return self._end(Raised("CRASHED", "The process of the job was ended", self._stage, True))
                case Returned() | Raised() | Stopped():
                    self._child_is_at_rest = not self._outcome.done()
                    return self._end(message)
                case Progressed():
                    await self._outlet.progress(message)
                case Logged():
                    await self._outlet.logged(message)
                case _:
                    self._note(message)
                    self._messages.put_nowait(message)

    def _note(self, message: FromChild) -> None:
        match message:
            case Entered(stage=stage):
                self._stage = stage
                self._outlet.noted(stage, "stage entered")
            case Completed(stage=stage, duration_ms=duration_ms):
                self._stage = ""
                self._outlet.noted(stage, "stage completed", duration_ms=duration_ms)
            case _:
                return

    async def _record(self) -> None:
        """Write down, one after another, what outlives the attempt; after a trouble nothing more."""
        while True:
            message = await self._messages.get()
            try:
                if self._trouble is None:
                    await self._write(message)
            except Exception as error:
                self._trouble = self._trouble_of(error, message)
                self._end(self._trouble)
            finally:
                self._messages.task_done()

    def _trouble_of(self, error: Exception, message: FromChild) -> Outcome:
        if not isinstance(error, MeshwrightError):
            log.error("attempt.unwritable", message=type(message).__name__, exc_info=error)
            return Raised("INTERNAL_ERROR", INTERNAL_MESSAGE, self._stage, is_bug=True)
        if isinstance(error, Unavailable):
            return Lost()
        if isinstance(error, Conflict | Gone | NotFound) and not isinstance(message, Recorded):
            return Fenced()
        return Raised(code_of(error), error.message, self._stage, is_passing=isinstance(error, StorageFailed))

    async def _write(self, message: FromChild) -> None:
        number = self.job.attempt
        match message:
            case Entered(stage=stage):
                await self._scribe.give(EnterStage(self.id, number, stage))
                crash_point("worker.stage-entered")
            case Completed(stage=stage, duration_ms=duration_ms, result=result):
                await self._outlet.flush()
                await self._scribe.give(CompleteStage(self.id, number, stage, duration_ms, result))
                metrics.stage_duration_s.labels(self._work.kind(), stage).observe(duration_ms / 1000)
            case Kept():
                await self._keep(message)
            case Shown(asset_id=asset_id, stage=stage):
                await self._outlet.preview(stage, asset_id)
            case Recorded(name=name, payload=payload):
                await self._scribe.give(msgspec.msgpack.decode(payload, type=COMMANDS[name]))
            case Wanted(asset_id=asset_id):
                await self._child.say(await self._give(asset_id))
            case Ready() | Returned() | Raised() | Stopped() | Progressed() | Logged():
                raise TypeError(f"{type(message).__name__} is not to be written down")

    async def _keep(self, kept: Kept) -> None:
        path = Path(kept.path)
        await self._desk.blobs.put(path)
        await asyncio.to_thread(path.unlink)
        crash_point("worker.blob-put")
        self._outlet.kept(kept.asset_id, kept.media_type)
        await self._scribe.give(
            KeepArtefact(
                self.id, self.job.attempt, kept.asset_id, kept.name, kept.role, kept.media_type, kept.sha256,
                kept.size_bytes, kept.stage,
            )
        )  # fmt: skip

    async def _give(self, asset_id: str) -> Given:
        try:
            sha256 = await hash_of_asset(self._desk.do, self.id, self.job, asset_id)
        except NotFound as error:
            return Given(error=error.message)
        path = self._workdir / f".{asset_id}"
        data = await self._desk.blobs.get(sha256)
        await asyncio.to_thread(path.write_bytes, data)
        return Given(path=str(path))

    async def _limit_time(self) -> None:
        limit_s = min(self._work.needs.time_limit_s, self._settings.time_limit_s_max)
        await asyncio.sleep(limit_s)
        self._end(Raised("TIME_LIMIT", f"The job took longer than {limit_s:g} seconds", self._stage))

    async def _limit_memory(self) -> None:
        limit_mib = min(self._work.needs.memory_mib, self._settings.memory_mib_max)
        while await asyncio.to_thread(self._child.memory_mib) <= limit_mib:  # noqa: ASYNC110 - the kernel tells nobody
            await asyncio.sleep(MEMORY_POLL_S)
        self._end(Raised("MEMORY_LIMIT", f"The job took more than {limit_mib} MiB of memory", self._stage))

    async def _heed_cancel(self) -> None:
        await self._cancelled.wait()
        await self._child.say(Cancel())
        await asyncio.sleep(self._settings.cancel_grace_s)
        self._end(Stopped())

    async def _heed_stop(self) -> None:
        await self._stop.wait()
        self._end(Raised("WORKER_STOPPED", "The worker was stopped", self._stage, is_passing=True))

    async def _look_at_times(self) -> None:
        """Look in the log whether the job is still wanted and still ours, should the bus not have said so."""
        while True:
            await asyncio.sleep(self._desk.settings.bus.heartbeat_s)
            try:
                job = (await self._desk.do.look(JOB, self.id, self._scribe.caller)).state
            except Unavailable:
                continue
            if job.status != "running" or job.attempt != self.job.attempt:
                self._end(Fenced())
            elif job.is_cancel_wanted:
                self.cancel()

    async def _settle(self, outcome: Outcome) -> None:
        """Write the outcome down, then let the message go: never the other way round."""
        try:
            match outcome:
                case Fenced():
                    await self._step_back()
                case Lost():
                    await self._taken.again(self._settings.retry_delay_s)
                case Returned() | Raised() | Stopped():
                    await self._write_log(outcome)
                    await self._write_outcome(outcome)
        except (Conflict, Gone, NotFound):
            await self._step_back()
        except Unavailable:
            log.error("outcome.unwritten", outcome=type(outcome).__name__)
            await self._taken.again(self._settings.retry_delay_s)

    async def _write_outcome(self, outcome: Returned | Raised | Stopped) -> None:
        number = self.job.attempt
        crash_point("worker.before-outcome")
        if self._cancelled.is_set() or isinstance(outcome, Stopped):
            done = await self._scribe.give(ConfirmCancel(self.id, number))
        elif isinstance(outcome, Returned):
            done = await self._scribe.give(Succeed(self.id, number, outcome.result, outcome.provenance))
        else:
            done = await self._scribe.give(self._failure(outcome))
        crash_point("worker.after-outcome")
        await self._let_go(done)

    def _failure(self, raised: Raised) -> FailAttempt:
        if raised.detail:
            log.warning("handler.raised", code=raised.code, detail=raised.detail)
        is_passing = raised.is_passing or (raised.is_bug and self.job.attempts_made < 2)
        return FailAttempt(
            self.id, self.job.attempt, raised.code, raised.message, raised.stage, is_passing, self._delay_s(raised)
        )

    def _delay_s(self, raised: Raised) -> float:
        if raised.code == "WORKER_STOPPED":
            return 0.0
        delay_s = self._settings.retry_delay_s * 2.0 ** (self.job.attempts_made - 1)
        return min(delay_s, self._settings.retry_delay_s_max)

    async def _let_go(self, done: Done[Job]) -> None:
        job = done.state
        if job.status == "waiting":
            metrics.job_retries.labels(self._work.kind()).inc()
            await self._taken.again(max(_delays(done), default=0.0))
        elif job.has_ended:
            metrics.jobs.labels(self._work.kind(), job.status).inc()
            await self._taken.done()

    async def _step_back(self) -> None:
        """Let the message go unless it belongs to another attempt now."""
        log.info("attempt.fenced", attempt=self.job.attempt)
        try:
            job = (await self._desk.do.look(JOB, self.id, self._scribe.caller)).state
        except Unavailable:
            await self._taken.again(self._settings.retry_delay_s)
            return
        except NotFound:
            job = Job()
        if job.has_ended or not job.owner:
            await self._taken.done()
        elif job.status == "waiting":
            await self._taken.again(self._settings.retry_delay_s)

    async def _write_log(self, outcome: Outcome) -> None:
        """Keep the log of the attempt as a file of the job; a job does not fail for want of it."""
        self._outlet.noted(
            self._stage, "attempt ended", outcome=getattr(outcome, "code", type(outcome).__name__.lower())
        )
        data = self._outlet.log_file()
        try:
            sha256, size_bytes = await self._desk.blobs.put(data)
        except StorageFailed:
            log.warning("log.unkept", job=self.id)
            return
        asset = asset_id_of(self.id, LOG_NAME, sha256)
        await self._scribe.give(
            KeepArtefact(self.id, self.job.attempt, asset, LOG_NAME, "log", "application/x-ndjson", sha256, size_bytes)
        )


def _delays(done: Done[Job]) -> list[float]:
    return [record.event.delay_s for record in done.records if isinstance(record.event, RetryScheduled)]
