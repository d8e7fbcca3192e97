"""One attempt at a job: a child performs it, and the worker's side writes down what comes of it."""

import asyncio
import time
from datetime import datetime
from pathlib import Path

import msgspec
import structlog

from commands.base import Command
from commands.do import NOUN_OF
from commands.job import (
    JOB,
    CompleteStage,
    EnterStage,
    KeepArtefact,
)
from domain.errors import Conflict, DiskFull, Gone, MeshwrightError, NotFound, StorageFailed, Unavailable
from domain.job import Job
from handlers.child import INTERNAL_MESSAGE, code_of
from handlers.desk import Desk, Scribe, hash_of_asset
from handlers.messages import (
    Admitted,
    Back,
    Cancel,
    Completed,
    Entered,
    FromChild,
    Given,
    Kept,
    Left,
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
from handlers.reconstructing.words import FULL, NO_DISK
from handlers.seats import BACK, Seat
from handlers.settle import WORKER_STOPPED, Fenced, Lost, Outcome, Settlement
from handlers.workdir import workdir
from runtime import metrics
from runtime.crash import crash_point
from runtime.queue import Taken
from runtime.tasks import end

MEMORY_POLL_S = 0.25
COMMANDS: dict[str, type[Command]] = {command.__name__: command for command in NOUN_OF}

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Attempt:
    """Attempt number `job.attempt` at a job that this worker has taken and begun."""

    def __init__(
        self,
        desk: Desk,
        scribe: Scribe,
        taken: Taken,
        job: Job,
        child: ChildProcess,
        stop: asyncio.Event,
        *,
        seat: Seat,
        asked_at: datetime,
    ) -> None:
        assert job.work is not None
        self.id = taken.job_id
        self.job = job
        self._work = job.work
        self._desk = desk
        self._settings = desk.settings.work
        self._scribe = scribe
        self._child = child
        self._stop = stop
        self._seat = seat
        self._is_back = asyncio.Event()
        self._cancelled = asyncio.Event()
        self._outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._trouble: Outcome | None = None
        self._messages: asyncio.Queue[FromChild] = asyncio.Queue()
        self._stage = ""
        self._child_is_at_rest = False
        self._workdir = Path()
        self._settlement = Settlement(desk, scribe, taken, job, asked_at)
        self._outlet = Outlet(
            desk.bus, job.owner, self.id, job.attempt, per_s_max=desk.settings.work.progress_per_s_max
        )

    def cancel(self) -> None:
        """Stop the job: its owner does not want it any more."""
        self._cancelled.set()

    async def run(self) -> None:
        """Perform the job, write its outcome down, and let its message go."""
        began = time.monotonic()
        with workdir() as self._workdir:
            outcome = await self._perform()
            await self._settlement.settle(outcome, self._outlet, is_cancelled=self._cancelled.is_set())
        log.info("attempt.ended", outcome=type(outcome).__name__, duration_ms=round((time.monotonic() - began) * 1000))

    async def _perform(self) -> Outcome:
        watchers = [
            asyncio.create_task(watcher)
            for watcher in (
                self._hear(), self._record(), self._limit_time(), self._limit_memory(), self._heed_cancel(),
                self._heed_stop(), self._look_at_times(), self._admit(),
            )
        ]  # fmt: skip
        try:
            kept = [(artefact.asset_id, artefact.name) for artefact in self.job.artefacts]
            await self._child.say(
                Perform(
                    self.id, self.job.owner, self.job.attempt, self._work.resumed(kept), str(self._workdir),
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
                    return self._end(Raised("CRASHED", await self._child.last_words(), self._stage, True))
                case Returned() | Raised() | Stopped():
                    self._child_is_at_rest = not self._outcome.done()
                    return self._end(message)
                case Progressed():
                    await self._outlet.progress(message)
                case Logged():
                    await self._outlet.logged(message)
                case Left():
                    self._seat.leave()
                case Back():
                    self._is_back.set()
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
        if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in FULL):
            return Raised("DISK_FULL", NO_DISK, self._stage)
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
            case Ready() | Returned() | Raised() | Stopped() | Progressed() | Logged() | Left() | Back():
                raise TypeError(f"{type(message).__name__} is not to be written down")

    async def _keep(self, kept: Kept) -> None:
        path = Path(kept.path)
        await self._desk.blobs.put(path)
        await asyncio.to_thread(path.unlink)
        crash_point("worker.blob-put")
        self._outlet.kept(kept.asset_id, kept.name, kept.media_type)
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

    async def _admit(self) -> None:
        """Let a job that has waited for another machine compute again, as soon as there is a seat for it."""
        while True:
            await self._is_back.wait()
            self._is_back.clear()
            await self._seat.take(BACK)
            await self._child.say(Admitted())

    async def _limit_time(self) -> None:
        limit_s = min(self._work.needs.time_limit_s, self._settings.time_limit_s_max)
        await asyncio.sleep(limit_s)
        self._end(Raised("TIME_LIMIT", self._told(f"The job took longer than {limit_s:g} seconds"), self._stage))

    async def _limit_memory(self) -> None:
        wanted_mib = self._work.needs.memory_mib + self._desk.settings.models_memory_mib
        limit_mib = min(wanted_mib, self._settings.memory_mib_max)
        while True:
            await asyncio.sleep(MEMORY_POLL_S)
            if await asyncio.to_thread(self._child.memory_mib) > limit_mib:
                break
        self._end(Raised("MEMORY_LIMIT", self._told(f"The job took more than {limit_mib} MiB of memory"), self._stage))

    def _told(self, sentence: str) -> str:
        """Return a sentence about a limit with what may be asked for instead."""
        return f"{sentence}. {self._work.lighter}" if self._work.lighter else sentence

    async def _heed_cancel(self) -> None:
        await self._cancelled.wait()
        await self._child.say(Cancel())
        await asyncio.sleep(self._settings.cancel_grace_s)
        self._end(Stopped())

    async def _heed_stop(self) -> None:
        await self._stop.wait()
        self._end(Raised(WORKER_STOPPED, "The worker was stopped", self._stage, is_passing=True))

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
