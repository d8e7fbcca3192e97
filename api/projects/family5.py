"""What the routes of family 5 share: numbers for ids, and how a job is shown."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar.params import Parameter
from msgspec import Meta

from api.core import Core
from api.files.links import Links, result_of
from api.watching.fractions import Fractions
from commands.project import PROJECT
from domain.access import MISSING, Caller
from domain.errors import NotFound
from domain.job import JobStatus, current_stage, progress_of
from domain.project import Project
from domain.work import ExtractFrames, Reconstruct
from projections.job import JobRow
from projections.project import ProjectRow

NUMBER_MAX = 2**53
"""Paths take any text where a number stands, so that what is none is told as such, not as a path that is unknown."""
Number = Annotated[int, Parameter(ge=1, le=NUMBER_MAX)]
Skip = Annotated[int, Parameter(ge=0, le=1_000_000, description="How many are passed over")]
Limit = Annotated[int, Parameter(ge=1, le=1000, description="Most in the answer")]
JobType = Literal["frame_extraction", "reconstruction"]
JobState = Literal["pending", "processing", "completed", "failed", "cancelled"]

KINDS: dict[JobType, str] = {"frame_extraction": ExtractFrames.kind(), "reconstruction": Reconstruct.kind()}
TYPES: dict[str, JobType] = {kind: name for name, kind in KINDS.items()}
STATES: dict[JobStatus, JobState] = {
    "queued": "pending", "waiting": "pending", "running": "processing", "succeeded": "completed", "failed": "failed",
    "cancelled": "cancelled",
}  # fmt: skip
STATUSES: dict[JobState, tuple[JobStatus, ...]] = {
    state: tuple(status for status, shown in STATES.items() if shown == state) for state in STATES.values()
}


class ProjectJobShown(msgspec.Struct, kw_only=True):
    """A job of a project."""

    id: Annotated[int, Meta(examples=[42])]
    project_id: int
    job_type: JobType
    status: JobState
    progress: Annotated[float, Meta(ge=0, le=100, description="Percent; all stages weigh the same")]
    current_stage: str | None
    parameters: Annotated[dict[str, Any], Meta(description="What was asked for")]
    result: Annotated[dict[str, Any] | None, Meta(description="Measures of what was made, and links to its files")]
    error_message: str | None
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    updated_at: datetime


def job_shown(row: JobRow, project: int, fractions: Fractions, links: Links) -> ProjectJobShown:
    """Return a job as the wire shows it."""
    fraction = fractions.newest(row.id, row.stage or _broken_off(row))
    return ProjectJobShown(
        id=row.number,
        project_id=project,
        job_type=TYPES[row.kind],
        status=STATES[row.status],
        progress=round(100 * progress_of(row.job, fraction), 1),
        current_stage=current_stage(row.job) or None,
        parameters=parameters_of(row),
        result=result_of(row.job, links) if row.status == "succeeded" else None,
        error_message=row.message if row.status == "failed" else None,
        created_at=row.created_at,
        started_at=row.started_at,
        completed_at=row.ended_at,
        updated_at=row.updated_at,
    )


def _broken_off(row: JobRow) -> str:
    """Return the stage in which a job failed or was cancelled, of which a part was done."""
    return next((stage.name for stage in row.stages if stage.status == "failed"), "")


def parameters_of(row: JobRow) -> dict[str, Any]:
    """Return what was asked for, in the words of the request."""
    match row.work:
        case ExtractFrames(interval_s=interval_s, frames_max=frames_max):
            return {"interval": interval_s, "frames_max": frames_max}
        case Reconstruct(quality=quality, seed=seed):
            return {"quality": quality, "seed": seed}
        case _:
            return {}


async def found_project(number: int, caller: Caller, core: Core) -> ProjectRow:
    """Return a project that the caller may see.

    Raises
    ------
    NotFound
        There is no such project, or it belongs to somebody else.
    """
    return await core.views.project.by_number(number, caller)


async def state_of(row: ProjectRow, caller: Caller, core: Core) -> Project:
    """Return a project as the log has it now."""
    state = (await core.do.look(PROJECT, row.id, caller)).state
    if state.is_deleted:
        raise NotFound(MISSING)
    return state


async def found_job(number: int, caller: Caller, core: Core) -> tuple[JobRow, int]:
    """Return a job of a project, and the project's number.

    Raises
    ------
    NotFound
        There is no such job, it belongs to somebody else, or it is of another family.
    """
    row = await core.views.job.by_number(number, caller)
    if row.kind not in TYPES:
        raise NotFound(MISSING)
    return row, await core.views.project.number_of(row.parent, caller)
