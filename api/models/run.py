"""Runs: the making of a model from a prompt, watched, stopped and tried again."""

import secrets
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import get, post
from litestar.types import ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.files.links import Links, result_of
from api.models.failures import failure_code
from api.models.family1 import Answer, Cursor, Family1, Limit, require_id, require_room
from commands.do import Done
from commands.job import JOB, RequestCancel, RequestJob, RequestRetry
from commands.prompt import PROMPT
from commands.run import run_of
from domain.access import Caller
from domain.errors import Conflict
from domain.job import Job, JobStatus, Stage, StageStatus, current_stage, progress_of
from domain.prompt import Prompt
from domain.spec import Quality
from domain.work import TextToModel
from projections.job import JobRow
from runtime.ids import new_id

KIND = TextToModel.kind()
SEED_END = 2**31
"""Seeds that are drawn here lie below it, so that every client's whole numbers hold them."""

RunStatus = Literal["started", "processing", "completed", "failed", "cancelled"]
RUN_STATUS: dict[JobStatus, RunStatus] = {
    "queued": "started",
    "running": "processing",
    "waiting": "processing",
    "succeeded": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
}
JOB_STATUS: dict[RunStatus, tuple[JobStatus, ...]] = {
    "started": ("queued",),
    "processing": ("running", "waiting"),
    "completed": ("succeeded",),
    "failed": ("failed",),
    "cancelled": ("cancelled",),
}


_EXAMPLE_URL = "http://localhost:8000/api/v1/assets/asset_01k0000000000000000000000a/"
EXAMPLE_RESULT: dict[str, Any] = {
    "mesh_url": f"{_EXAMPLE_URL}model.glb",
    "textures": {name: f"{_EXAMPLE_URL}{name}.png" for name in ("albedo", "normal", "roughness", "metallic")},
    "preview_url": f"{_EXAMPLE_URL}preview.png",
    "provenance_url": f"{_EXAMPLE_URL}provenance.json",
    "triangles": 4988,
    "size_bytes": 1_843_112,
    "provenance": {"seed": 12345, "model_version": "text_to_model/1.0", "checkpoints": []},
}


class OptionsRequest(msgspec.Struct, forbid_unknown_fields=True):
    """How to make it."""

    quality: Annotated[Quality, Meta(description="Detail, texture size and samples")] = "standard"
    enable_progressive: Annotated[bool, Meta(description="Whether previews are shown while it runs")] = True
    seed: Annotated[int, Meta(ge=0, lt=2**53)] | None = None
    """The same prompt, options and seed give the same model; without one it is drawn."""
    turntable: Annotated[
        bool, Meta(description="An extension: also film the model turning once; the result then has `turntable_url`")
    ] = False


class RunRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A new run."""

    prompt_id: Annotated[str, Meta(examples=["prompt_01k0000000000000000000000a"])]
    options: OptionsRequest = msgspec.field(default_factory=OptionsRequest)


class RunStarted(msgspec.Struct, kw_only=True):
    """A run that waits for a worker."""

    run_id: Annotated[str, Meta(examples=["run_01k0000000000000000000000a"])]
    prompt_id: str
    status: RunStatus
    websocket_url: Annotated[str, Meta(examples=["ws://localhost:8000/api/v1/ws/runs/run_01k0000000000000000000000a"])]
    seed: int


class RunStartedAnswer(Answer, kw_only=True):
    """A run that waits for a worker."""

    data: RunStarted


class StageShown(msgspec.Struct, kw_only=True):
    """A stage of a run."""

    name: Annotated[str, Meta(examples=["geometry_generation"])]
    status: StageStatus
    progress: Annotated[float, Meta(ge=0, le=1)]
    duration: Annotated[float | UnsetType, Meta(description="Seconds, once it is completed")] = UNSET
    result: Annotated[dict[str, Any] | UnsetType, Meta(description="What it has to show")] = UNSET


class RunFailure(msgspec.Struct):
    """Why a run did not end well."""

    code: Annotated[str, Meta(description="One of the codes of this family", examples=["GENERATION_FAILED"])]
    message: str


class JobShown(msgspec.Struct, kw_only=True):
    """What is told of any job as it stands."""

    status: Annotated[RunStatus, Meta(description="started: it waits for a worker; cancelled: its owner stopped it")]
    progress: Annotated[float, Meta(ge=0, le=1, description="All stages weigh the same")]
    current_stage: str | None
    stages: list[StageShown]
    attempt: Annotated[int, Meta(description="Number of the newest attempt; 0: none has begun")]
    error: Annotated[RunFailure | UnsetType, Meta(description="Of one that failed")] = UNSET
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None


class RunShown(JobShown, kw_only=True):
    """A run as it stands."""

    id: Annotated[str, Meta(examples=["run_01k0000000000000000000000a"])]
    prompt_id: str
    options: Annotated[
        dict[str, Any], Meta(description="quality, enable_progressive, seed and turntable, as they were taken")
    ]
    result: Annotated[
        dict[str, Any] | UnsetType,
        Meta(description="Links to what was made, its measures, and what it was made from", examples=[EXAMPLE_RESULT]),
    ] = UNSET


class RunAnswer(Answer, kw_only=True):
    """A run."""

    data: RunShown


class RunPage(msgspec.Struct):
    """Some runs, newest first."""

    items: list[RunShown]
    next: Annotated[str, Meta(description="Give it as `after` for the next page; empty on the last one")]


class RunsAnswer(Answer, kw_only=True):
    """Runs."""

    data: RunPage


@post("/runs", operation_id="StartRun", tags=["Runs"])
async def start_run(data: RunRequest, caller: Caller, core: Core, family: Family1, links: Links) -> RunStartedAnswer:
    """Start making the model of a prompt."""
    prompt = (await core.do.look(PROMPT, require_id(data.prompt_id, "prompt"), caller)).state
    await require_room(core, prompt.owner)
    done = await core.do(_wanted(data, prompt, core.settings.work.attempts_max), caller)
    await core.views.wait_for("job", done.position)
    return _started(done.stream, done.state, links)


@get("/runs/{run_id:str}", operation_id="GetRun", tags=["Runs"])
async def get_run(run_id: str, caller: Caller, core: Core, family: Family1, links: Links) -> RunAnswer:
    """Return how far a run is, and its result once there is one."""
    return RunAnswer(data=run_shown(await found_run(run_id, caller, core), family, links))


@get("/runs", operation_id="ListRuns", tags=["Runs"])
async def list_runs(
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    status: RunStatus | None = None,
    prompt_id: str = "",
    after: Cursor = "",
    limit: Limit = 20,
) -> RunsAnswer:
    """Return your runs, newest first; of one prompt, or in one state, if you say so."""
    statuses = JOB_STATUS[status] if status else ()
    page = await core.views.job.list(caller, kind=KIND, statuses=statuses, parent=prompt_id, after=after, limit=limit)
    return RunsAnswer(data=RunPage([run_shown(row, family, links) for row in page.items], page.after))


@post("/runs/{run_id:str}/cancel", operation_id="CancelRun", tags=["Runs"], status_code=200)
async def cancel_run(run_id: str, caller: Caller, core: Core, family: Family1, links: Links) -> RunAnswer:
    """Stop a run; one that is being worked on stops within two seconds. Asking again changes nothing."""
    found = await core.do.look(JOB, require_id(run_id, "run"), caller)
    _require_stoppable(found.state.status)
    done = await core.do(RequestCancel(run_id), caller)
    return await _after(done, "Cancel requested", caller, core, family, links)


@post("/runs/{run_id:str}/retry", operation_id="RetryRun", tags=["Runs"], status_code=200)
async def retry_run(run_id: str, caller: Caller, core: Core, family: Family1, links: Links) -> RunAnswer:
    """Try a failed or cancelled run again, with the same inputs and seed."""
    found = await core.do.look(JOB, require_id(run_id, "run"), caller)
    _require_retryable(found.state.status)
    await require_room(core, found.state.owner)
    done = await core.do(RequestRetry(run_id), caller)
    return await _after(done, "The run is tried again", caller, core, family, links)


async def found_run(run_id: str, caller: Caller, core: Core) -> JobRow:
    """Return the row of a run that the caller may see."""
    return await core.views.job.get(require_id(run_id, "run"), caller)


def run_shown(row: JobRow, family: Family1, links: Links) -> RunShown:
    """Return a run as the wire shows it."""
    return RunShown(
        id=row.id,
        prompt_id=row.parent,
        options=_options(row.job),
        result=result_of(row.job, links) if row.status == "succeeded" else UNSET,
        **job_shown(row, family, links),
    )


def job_shown(row: JobRow, family: Family1, links: Links) -> dict[str, Any]:
    """Return the members of `JobShown`."""
    job, fraction = row.job, family.fractions.newest(row.id, row.stage)
    return {
        "status": RUN_STATUS[row.status], "progress": progress_of(job, fraction),
        "current_stage": current_stage(job) or None,
        "stages": [stage_shown(stage, job, fraction, links) for stage in row.stages], "attempt": row.attempt,
        "error": RunFailure(failure_code(row.code), row.message) if row.status == "failed" else UNSET,
        "created_at": row.created_at, "updated_at": row.updated_at, "started_at": row.started_at,
        "ended_at": row.ended_at,
    }  # fmt: skip


def _require_retryable(status: JobStatus) -> None:
    """Refuse in the words of the family what the job would refuse in its own."""
    if status not in ("failed", "cancelled"):
        shown = RUN_STATUS[status]
        raise Conflict(f"Only a failed or cancelled run can be tried again; this one is {shown}", status=shown)


def _require_stoppable(status: JobStatus) -> None:
    if status in ("succeeded", "failed"):
        shown = RUN_STATUS[status]
        raise Conflict(f"The run has {shown} already", status=shown)


def _wanted(data: RunRequest, prompt: Prompt, attempts_max: int) -> RequestJob:
    options = data.options
    return run_of(
        data.prompt_id,
        prompt,
        run_id=new_id("run"),
        spec_id=new_id("spec"),
        seed=secrets.randbelow(SEED_END) if options.seed is None else options.seed,
        quality=options.quality,
        is_progressive=options.enable_progressive,
        turntable=options.turntable,
        attempts_max=attempts_max,
    )


def _started(run_id: str, job: Job, links: Links) -> RunStartedAnswer:
    url = f"{links.socket_url}/api/v1/ws/runs/{run_id}"
    started = RunStarted(
        run_id=run_id, prompt_id=job.parent, status=RUN_STATUS[job.status], websocket_url=url, seed=_seed(job)
    )
    return RunStartedAnswer(data=started, message="Run started")


async def _after(done: Done[Job], message: str, caller: Caller, core: Core, family: Family1, links: Links) -> RunAnswer:
    """Return the run as it stands after a command."""
    await core.views.wait_for("job", done.position)
    row = await core.views.job.get(done.stream, caller)
    return RunAnswer(data=run_shown(row, family, links), message=message)


def stage_shown(stage: Stage, job: Job, fraction: float, links: Links) -> StageShown:
    """Return a stage as the wire shows it; `fraction` is that of the stage in work."""
    is_done = stage.status == "completed"
    return StageShown(
        name=stage.name,
        status=stage.status,
        progress=1.0 if is_done else fraction * (stage.status == "processing"),
        duration=stage.duration_ms / 1000 if is_done else UNSET,
        result=links.of_stage(stage.name, stage.result, job.artefacts) if is_done else UNSET,
    )


def _seed(job: Job) -> int:
    return job.work.seed if isinstance(job.work, TextToModel) else 0


def _options(job: Job) -> dict[str, Any]:
    if not isinstance(job.work, TextToModel):
        return {}
    work = job.work
    return {
        "quality": work.quality, "enable_progressive": work.is_progressive, "seed": work.seed,
        "turntable": work.turntable,
    }  # fmt: skip


routes: list[ControllerRouterHandler] = [start_run, get_run, list_runs, cancel_run, retry_run]
