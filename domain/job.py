"""A job: one piece of work from its request to its end. A run, an export and every later operation are jobs."""

from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from domain.events import Event
from domain.work import AnyWork

JobStatus = Literal["queued", "running", "waiting", "succeeded", "failed", "cancelled"]
StageStatus = Literal["pending", "processing", "completed", "failed"]
ArtefactRole = Literal["result", "texture", "preview", "input", "log"]
PRIORITIES = ("high", "normal", "low")
Priority = Literal["high", "normal", "low"]


class Input(msgspec.Struct, frozen=True):
    """A file that a job is made from, as it was when the job was asked for."""

    asset_id: str
    name: str
    media_type: str
    sha256: str
    size_bytes: int
    source: str  # the stream that it stands in: a job, a prompt, or the asset itself


class JobRequested(Event, frozen=True, tag="job.requested"):
    """Somebody asked for work; everything that it is made from is in `work`."""

    owner: str
    work: AnyWork
    priority: Priority = "normal"
    attempts_max: int = 5
    parent: str = ""  # the job, prompt or design that it belongs to
    inputs: tuple[Input, ...] = ()  # files that it is made from, and may load


class JobStarted(Event, frozen=True, tag="job.started"):
    """A worker began an attempt."""

    attempt: int
    worker: str


class StageEntered(Event, frozen=True, tag="job.stage-entered"):
    """An attempt entered a stage."""

    attempt: int
    stage: str


class StageCompleted(Event, frozen=True, tag="job.stage-completed"):
    """An attempt finished a stage; `result` holds what the stage has to show."""

    attempt: int
    stage: str
    duration_ms: int
    result: dict[str, Any] = {}


class ArtefactKept(Event, frozen=True, tag="job.artefact-kept"):
    """A file that the job made lies in the blob store under its hash."""

    attempt: int
    asset_id: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    size_bytes: int
    stage: str = ""


class JobInterrupted(Event, frozen=True, tag="job.interrupted"):
    """An attempt ended without an outcome: its worker died, or a part of the server was away."""

    attempt: int
    reason: str


class RetryScheduled(Event, frozen=True, tag="job.retry-scheduled"):
    """The next attempt will be made after a delay."""

    attempt: int
    delay_s: float
    code: str
    message: str


class JobSucceeded(Event, frozen=True, tag="job.succeeded"):
    """The work is done."""

    attempt: int
    result: dict[str, Any]
    provenance: dict[str, Any] = {}


class JobFailed(Event, frozen=True, tag="job.failed"):
    """The work could not be done; `code` and `message` are safe to show."""

    attempt: int
    code: str
    message: str
    stage: str = ""


class JobDeadLettered(Event, frozen=True, tag="job.dead-lettered"):
    """No further attempt is made; the message that asked for it was put aside."""

    attempts: int
    reason: str


class CancelRequested(Event, frozen=True, tag="job.cancel-requested"):
    """Its owner wants the job stopped."""


class JobCancelled(Event, frozen=True, tag="job.cancelled"):
    """The job was stopped."""

    attempt: int


class RetryRequested(Event, frozen=True, tag="job.retry-requested"):
    """Its owner wants an ended job tried again; its attempts count on from `attempt`."""

    attempt: int


class FilesDropped(Event, frozen=True, tag="job.files-dropped"):
    """Files that the job had kept were let go: their contents are not kept any longer."""

    asset_ids: tuple[str, ...]


JobEvent = (
    JobRequested
    | JobStarted
    | StageEntered
    | StageCompleted
    | ArtefactKept
    | JobInterrupted
    | RetryScheduled
    | JobSucceeded
    | JobFailed
    | JobDeadLettered
    | CancelRequested
    | JobCancelled
    | RetryRequested
    | FilesDropped
)


class Artefact(msgspec.Struct, frozen=True):
    """A kept file."""

    asset_id: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    size_bytes: int
    stage: str = ""


class Stage(msgspec.Struct, frozen=True):
    """A stage of a job as it stands."""

    name: str
    status: StageStatus = "pending"
    duration_ms: int = 0
    result: dict[str, Any] = {}


class Job(msgspec.Struct, frozen=True):
    """A job as it stands.

    `attempt` is the number of the newest attempt that was begun, from 1.
    """

    owner: str = ""
    work: AnyWork | None = None
    priority: Priority = "normal"
    parent: str = ""
    status: JobStatus = "queued"
    attempt: int = 0
    attempts_max: int = 5
    attempts_base: int = 0  # attempts made before the last retry that its owner asked for
    worker: str = ""
    stages: tuple[Stage, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    is_cancel_wanted: bool = False
    result: dict[str, Any] = {}
    provenance: dict[str, Any] = {}
    code: str = ""
    message: str = ""
    inputs: tuple[Input, ...] = ()

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen unless somebody asks."""
        return self.status in ("succeeded", "failed", "cancelled")

    @property
    def attempts_made(self) -> int:
        """Return how many attempts count against `attempts_max`."""
        return self.attempt - self.attempts_base


def evolve(job: Job, event: JobEvent) -> Job:
    """Return the job as it stands after `event`."""
    match event:
        case JobRequested(owner, work, priority, attempts_max, parent, inputs):
            stages = tuple(Stage(name) for name in work.stages)
            return Job(owner, work, priority, parent, attempts_max=attempts_max, stages=stages, inputs=inputs)
        case JobStarted(attempt=attempt, worker=worker):
            return replace(_afresh(job), status="running", attempt=attempt, worker=worker, code="", message="")
        case StageEntered(stage=stage):
            return _with_stage(job, Stage(stage, "processing"))
        case StageCompleted(stage=stage, duration_ms=duration_ms, result=result):
            return _with_stage(job, Stage(stage, "completed", duration_ms, result))
        case ArtefactKept():
            return _with_artefact(job, event)
        case JobInterrupted(reason=reason):
            return replace(job, status="waiting", message=reason)
        case RetryScheduled(code=code, message=message):
            return replace(job, status="waiting", code=code, message=message)
        case JobSucceeded(result=result, provenance=provenance):
            return replace(job, status="succeeded", result=result, provenance=provenance)
        case JobFailed(code=code, message=message):
            return replace(_with_failed_stage(job), status="failed", code=code, message=message)
        case JobDeadLettered():
            return job
        case CancelRequested():
            return replace(job, is_cancel_wanted=True)
        case JobCancelled():
            return replace(_with_failed_stage(job), status="cancelled")
        case RetryRequested(attempt=attempt):
            return replace(
                _afresh(job), status="queued", is_cancel_wanted=False, attempts_base=attempt, code="", message=""
            )
        case FilesDropped(asset_ids=asset_ids):
            return replace(job, artefacts=tuple(kept for kept in job.artefacts if kept.asset_id not in asset_ids))


def progress_of(job: Job, stage_fraction: float = 0.0) -> float:
    """Return the fraction done in [0, 1], all stages weighing the same; `stage_fraction` belongs to the current one."""
    if job.status == "succeeded":
        return 1.0
    if not job.stages:
        return 0.0
    done = sum(stage.status == "completed" for stage in job.stages)
    return min((done + stage_fraction * (done < len(job.stages))) / len(job.stages), 1.0)


def current_stage(job: Job) -> str:
    """Return the name of the stage that is being worked on, or an empty text."""
    return next((stage.name for stage in job.stages if stage.status == "processing"), "")


def _afresh(job: Job) -> Job:
    return replace(job, stages=tuple(Stage(stage.name) for stage in job.stages), result={}, provenance={})


def _with_stage(job: Job, stage: Stage) -> Job:
    if any(known.name == stage.name for known in job.stages):
        return replace(job, stages=tuple(stage if known.name == stage.name else known for known in job.stages))
    return replace(job, stages=(*job.stages, stage))


def _with_failed_stage(job: Job) -> Job:
    stages = tuple(replace(stage, status="failed") if stage.status == "processing" else stage for stage in job.stages)
    return replace(job, stages=stages)


def _with_artefact(job: Job, kept: ArtefactKept) -> Job:
    artefact = Artefact(kept.asset_id, kept.name, kept.role, kept.media_type, kept.sha256, kept.size_bytes, kept.stage)
    others = tuple(known for known in job.artefacts if known.asset_id != kept.asset_id)
    return replace(job, artefacts=(*others, artefact))
