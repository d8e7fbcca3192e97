"""What may be asked of jobs: by their owners, and by the workers that perform them.

A worker's commands carry the attempt that they belong to. Once a newer attempt has begun, or the job has ended, they
are refused: a worker that was thought dead cannot write into the work of its successor.
"""

from typing import Any

from commands.base import Command, Noun
from domain.errors import Conflict
from domain.events import Event
from domain.job import (
    ArtefactKept,
    ArtefactRole,
    CancelRequested,
    FilesDropped,
    Input,
    Job,
    JobCancelled,
    JobDeadLettered,
    JobFailed,
    JobInterrupted,
    JobRequested,
    JobStarted,
    JobSucceeded,
    Priority,
    RetryRequested,
    RetryScheduled,
    StageCompleted,
    StageEntered,
    evolve,
)
from domain.work import AnyWork


class _JobCommand(Command, frozen=True):
    job_id: str

    @property
    def stream(self) -> str:
        """Return the job's id."""
        return self.job_id


class RequestJob(_JobCommand, frozen=True):
    """Ask for work to be done."""

    is_creation = True

    owner: str
    work: AnyWork
    priority: Priority = "normal"
    attempts_max: int = 5
    parent: str = ""
    inputs: tuple[Input, ...] = ()


class RequestCancel(_JobCommand, frozen=True):
    """Stop the job; asking again is no second fact."""


class RequestRetry(_JobCommand, frozen=True):
    """Try a failed or cancelled job again, from its recorded work."""


class StartAttempt(_JobCommand, frozen=True):
    """Begin attempt number `attempt`; an attempt that was still open counts as interrupted."""

    attempt: int
    worker: str


class EnterStage(_JobCommand, frozen=True):
    """Enter a stage."""

    attempt: int
    stage: str


class CompleteStage(_JobCommand, frozen=True):
    """Finish a stage."""

    attempt: int
    stage: str
    duration_ms: int
    result: dict[str, Any] = {}


class KeepArtefact(_JobCommand, frozen=True):
    """State that a file lies in the blob store; the same file twice is no second fact."""

    attempt: int
    asset_id: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    size_bytes: int
    stage: str = ""


class Succeed(_JobCommand, frozen=True):
    """End the job with its result."""

    attempt: int
    result: dict[str, Any]
    provenance: dict[str, Any] = {}


class FailAttempt(_JobCommand, frozen=True):
    """End the attempt without a result; a passing trouble is tried again while attempts are left."""

    attempt: int
    code: str
    message: str
    stage: str = ""
    is_passing: bool = False
    delay_s: float = 0.0


class ConfirmCancel(_JobCommand, frozen=True):
    """State that nothing of the job runs any more."""

    attempt: int


class DropFiles(_JobCommand, frozen=True):
    """Let go of files that the job had kept; those that it has no more are passed over."""

    asset_ids: tuple[str, ...]


class CleanFiles(_JobCommand, frozen=True):
    """Let go of files of a job that has ended; of one that was taken up again meanwhile, none."""

    asset_ids: tuple[str, ...]


class AbandonJob(_JobCommand, frozen=True):
    """Give a job up whose message was delivered too often without an outcome."""

    reason: str


def _request(command: RequestJob, job: Job) -> tuple[Event, ...]:
    if job.owner:
        raise Conflict("There is such a job already")
    return (
        JobRequested(
            command.owner, command.work, command.priority, command.attempts_max, command.parent, command.inputs
        ),
    )


def _request_cancel(command: RequestCancel, job: Job) -> tuple[Event, ...]:
    if job.status == "cancelled" or job.is_cancel_wanted:
        return ()
    if job.has_ended:
        raise Conflict(f"The job has {job.status} already", status=job.status)
    if job.status == "running":
        return (CancelRequested(),)
    return (CancelRequested(), JobCancelled(job.attempt))


def _request_retry(command: RequestRetry, job: Job) -> tuple[Event, ...]:
    if job.status not in ("failed", "cancelled"):
        raise Conflict(
            f"Only a failed or cancelled job can be tried again; this one is {job.status}", status=job.status
        )
    return (RetryRequested(job.attempt),)


def _start(command: StartAttempt, job: Job) -> tuple[Event, ...]:
    if job.has_ended:
        raise Conflict("The job has ended", status=job.status)
    if command.attempt != job.attempt + 1:
        raise Conflict("Another attempt has begun", attempt=job.attempt)
    interrupted: tuple[Event, ...] = ()
    if job.status == "running":
        interrupted = (JobInterrupted(job.attempt, "The worker was lost"),)
    if job.is_cancel_wanted:
        return (*interrupted, JobCancelled(job.attempt))
    if job.attempts_made >= job.attempts_max:
        return (*interrupted, *_given_up(job, "The workers were lost at each attempt"))
    return (*interrupted, JobStarted(command.attempt, command.worker))


def _enter_stage(command: EnterStage, job: Job) -> tuple[Event, ...]:
    _require_current(command.attempt, job)
    return (StageEntered(command.attempt, command.stage),)


def _complete_stage(command: CompleteStage, job: Job) -> tuple[Event, ...]:
    _require_current(command.attempt, job)
    return (StageCompleted(command.attempt, command.stage, command.duration_ms, command.result),)


def _keep_artefact(command: KeepArtefact, job: Job) -> tuple[Event, ...]:
    _require_current(command.attempt, job)
    if any(known.asset_id == command.asset_id for known in job.artefacts):
        return ()
    return (
        ArtefactKept(
            command.attempt, command.asset_id, command.name, command.role, command.media_type, command.sha256,
            command.size_bytes, command.stage,
        ),
    )  # fmt: skip


def _succeed(command: Succeed, job: Job) -> tuple[Event, ...]:
    _require_current(command.attempt, job)
    return (JobSucceeded(command.attempt, command.result, command.provenance),)


def _fail(command: FailAttempt, job: Job) -> tuple[Event, ...]:
    _require_current(command.attempt, job)
    if not command.is_passing:
        return (JobFailed(command.attempt, command.code, command.message, command.stage),)
    if job.attempts_made < job.attempts_max:
        return (RetryScheduled(command.attempt, command.delay_s, command.code, command.message),)
    return (
        JobFailed(command.attempt, command.code, command.message, command.stage),
        JobDeadLettered(job.attempts_made, command.message),
    )


def _confirm_cancel(command: ConfirmCancel, job: Job) -> tuple[Event, ...]:
    if job.status == "cancelled":
        return ()
    _require_current(command.attempt, job)
    return (JobCancelled(command.attempt),)


def _abandon(command: AbandonJob, job: Job) -> tuple[Event, ...]:
    return () if job.has_ended else _given_up(job, command.reason)


def _drop_files(command: DropFiles, job: Job) -> tuple[Event, ...]:
    found = tuple(kept.asset_id for kept in job.artefacts if kept.asset_id in command.asset_ids)
    return (FilesDropped(found),) if found else ()


def _clean_files(command: CleanFiles, job: Job) -> tuple[Event, ...]:
    return _drop_files(DropFiles(command.job_id, command.asset_ids), job) if job.has_ended else ()


def _given_up(job: Job, reason: str) -> tuple[Event, ...]:
    return (
        JobFailed(job.attempt, "ATTEMPTS_EXHAUSTED", f"{reason}; no further attempt is made"),
        JobDeadLettered(job.attempts_made, reason),
    )


def _require_current(attempt: int, job: Job) -> None:
    if job.status != "running" or attempt != job.attempt:
        raise Conflict("This attempt is not the running one", attempt=job.attempt, status=job.status)


JOB = Noun(
    "job",
    Job(),
    evolve,
    lambda job: job.owner,
    {
        RequestJob: _request,
        RequestCancel: _request_cancel,
        RequestRetry: _request_retry,
        StartAttempt: _start,
        EnterStage: _enter_stage,
        CompleteStage: _complete_stage,
        KeepArtefact: _keep_artefact,
        Succeed: _succeed,
        FailAttempt: _fail,
        ConfirmCancel: _confirm_cancel,
        AbandonJob: _abandon,
        DropFiles: _drop_files,
        CleanFiles: _clean_files,
    },
)
