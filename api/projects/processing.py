"""The jobs of projects: lists, logs, and stopping them."""

from typing import Annotated, Any

import msgspec
from litestar import get, post
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1
from api.models.story import lines_of
from api.projects.family5 import (
    KINDS,
    NUMBER_MAX,
    STATES,
    STATUSES,
    JobState,
    JobType,
    Limit,
    Number,
    ProjectJobShown,
    Skip,
    found_job,
    found_project,
    job_shown,
)
from commands.job import JOB, RequestCancel
from domain.access import Caller
from domain.errors import Conflict


class JobsStatus(msgspec.Struct):
    """How the jobs of a project stand."""

    project_id: int
    total_jobs: int
    pending: int
    processing: int
    completed: int
    failed: int
    cancelled: int
    jobs: list[ProjectJobShown]


class LogsShown(msgspec.Struct):
    """The lines that a job wrote, oldest first."""

    job_id: int
    logs: Annotated[list[dict[str, Any]], Meta(description="Each with its time, stage, message and values")]


@get("/jobs", operation_id="ListJobs", tags=["Jobs"])
async def list_jobs(
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    project_id: Annotated[int | None, Parameter(ge=1, le=NUMBER_MAX)] = None,
    status: JobState | None = None,
    job_type: JobType | None = None,
    skip: Skip = 0,
    limit: Limit = 100,
) -> list[ProjectJobShown]:
    """Return the jobs of your projects, newest first."""
    parent = (await found_project(project_id, caller, core)).id if project_id is not None else ""
    rows = await core.views.project.jobs(
        caller,
        kinds=[KINDS[job_type]] if job_type else list(KINDS.values()),
        statuses=STATUSES[status] if status else (),
        parent=parent,
        skip=skip,
        limit=limit,
    )
    return [job_shown(row, number, family.fractions, links) for row, number in rows]


@get("/jobs/{job_id:str}", operation_id="GetJob", tags=["Jobs"])
async def get_job(job_id: Number, caller: Caller, core: Core, family: Family1, links: Links) -> ProjectJobShown:
    """Return a job of a project."""
    row, project = await found_job(job_id, caller, core)
    return job_shown(row, project, family.fractions, links)


@post("/jobs/{job_id:str}/cancel", operation_id="CancelJob", tags=["Jobs"], status_code=200)
async def cancel_job(job_id: Number, caller: Caller, core: Core, family: Family1, links: Links) -> ProjectJobShown:
    """Stop a job; one that is being worked on stops within two seconds. Asking again changes nothing."""
    row, project = await found_job(job_id, caller, core)
    state = (await core.do.look(JOB, row.id, caller)).state.status
    if state in ("succeeded", "failed"):
        raise Conflict(f"The job has {STATES[state]} already")
    done = await core.do(RequestCancel(row.id), caller)
    await core.views.wait_for("job", done.position)
    return job_shown(await core.views.job.get(row.id, caller), project, family.fractions, links)


@get("/jobs/{job_id:str}/logs", operation_id="GetJobLogs", tags=["Jobs"])
async def get_job_logs(job_id: Number, caller: Caller, core: Core, family: Family1) -> LogsShown:
    """Return what a job wrote into its log; of an attempt that runs, what this process has heard of it."""
    row, _ = await found_job(job_id, caller, core)
    job = (await core.do.look(JOB, row.id, caller)).state
    kept = await lines_of(job, core)
    heard = family.lines.newest(row.id, kept={line.get("attempt", 0) for line in kept})
    return LogsShown(row.number, kept + heard)


@get("/jobs/project/{project_id:str}/status", operation_id="GetProjectJobs", tags=["Jobs"])
async def get_project_jobs(project_id: Number, caller: Caller, core: Core, family: Family1, links: Links) -> JobsStatus:
    """Return how all jobs of a project stand."""
    project = await found_project(project_id, caller, core)
    rows = await core.views.job.of_parent(project.id, caller)
    shown = [job_shown(row, project.number, family.fractions, links) for row in rows]
    counts = {state: sum(one.status == state for one in shown) for state in STATUSES}
    return JobsStatus(project_id=project.number, total_jobs=len(shown), jobs=shown, **counts)


routes: list[ControllerRouterHandler] = [list_jobs, get_job, cancel_job, get_job_logs, get_project_jobs]
"""`/jobs/project/…` stands after `/jobs/{number}`: numbers are digits, so neither takes the other's requests."""
