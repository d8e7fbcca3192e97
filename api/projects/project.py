"""Projects of family 5: a film or pictures of one thing, and its reconstruction."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import delete, get, post, put
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1
from api.projects.cleaning import Cleaning
from api.projects.family5 import Limit, Number, ProjectJobShown, Skip, found_project, job_shown, state_of
from api.projects.work import begin_reconstruction
from commands.project import CreateProject, DeleteProject, EditProject
from domain.access import Caller
from domain.project import DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX, Mapper, ReconstructionQuality, pictures_in
from projections.job import JobRow
from projections.project import ProjectRow, ProjectStatus
from runtime.ids import new_id

SEED = 0
"""Reconstructions of the same files at the same quality give the same bytes."""
SEED_END = 2**53
RUNNING = "running"


class ProjectRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A new project."""

    name: Annotated[str, Meta(max_length=NAME_LENGTH_MAX, examples=["The fountain in the yard"])]
    description: Annotated[str, Meta(max_length=DESCRIPTION_LENGTH_MAX)] | None = None


class ProjectChange(msgspec.Struct, forbid_unknown_fields=True):
    """What is to be another; what is left out stays."""

    name: Annotated[str, Meta(max_length=NAME_LENGTH_MAX)] | None = None
    description: Annotated[str, Meta(max_length=DESCRIPTION_LENGTH_MAX)] | None = None
    status: Annotated[
        Literal["draft", "archived"] | None, Meta(description="archived puts it aside, draft takes it up again")
    ] = None


class ProjectShown(msgspec.Struct, kw_only=True):
    """A project."""

    id: Annotated[int, Meta(examples=[1])]
    name: str
    description: str
    status: Annotated[
        ProjectStatus,
        Meta(description="Of its newest reconstruction; where that was cancelled, of what was completed; draft: none"),
    ]
    total_frames: Annotated[int, Meta(description="Frames or pictures that the newest work looks at")]
    processed_frames: Annotated[int, Meta(description="Of those: in how many the camera was found so far")]
    reconstruction_quality: Annotated[float, Meta(ge=0, le=1, description="Of the model that it has; 0: none yet")]
    processing_time: Annotated[
        float, Meta(description="Seconds from the beginning of the newest work's first attempt to its end, or to now")
    ]
    created_at: datetime
    updated_at: datetime


class ProjectStatusShown(ProjectShown, kw_only=True):
    """A project, and how its newest reconstruction stands."""

    progress: Annotated[float, Meta(ge=0, le=100, description="Percent of the newest reconstruction")]
    current_stage: str | None
    error_message: str | None
    job: ProjectJobShown | None


@get("/projects", operation_id="ListProjects", tags=["Projects"])
async def list_projects(
    caller: Caller, core: Core, family: Family1, skip: Skip = 0, limit: Limit = 100
) -> list[ProjectShown]:
    """Return your projects, in the order in which they were begun."""
    now = datetime.now(UTC)
    rows = await core.views.project.list(caller, skip=skip, limit=limit)
    if any(row.job_status == RUNNING for row in rows):
        await _catch_up(core)
        rows = await core.views.project.list(caller, skip=skip, limit=limit)
    return [ProjectShown(**_facts(row, family, now)) for row in rows]


@post("/projects", operation_id="CreateProject", tags=["Projects"], status_code=201)
async def create_project(data: ProjectRequest, caller: Caller, core: Core, family: Family1) -> ProjectShown:
    """Begin a project."""
    command = CreateProject(new_id("project"), caller.account, data.name, data.description or "")
    done = await core.do(command, caller)
    await core.views.wait_for("project", done.position, is_needed=True)
    return ProjectShown(**_facts(await found_project(done.position, caller, core), family))


@get("/projects/{project_id:str}", operation_id="GetProject", tags=["Projects"])
async def get_project(project_id: Number, caller: Caller, core: Core, family: Family1) -> ProjectShown:
    """Return a project."""
    now = datetime.now(UTC)
    return ProjectShown(**_facts(await _row_since(now, project_id, caller, core), family, now))


@put("/projects/{project_id:str}", operation_id="EditProject", tags=["Projects"])
async def edit_project(
    project_id: Number, data: ProjectChange, caller: Caller, core: Core, family: Family1
) -> ProjectShown:
    """Give a project another name or description, or put it aside."""
    row = await found_project(project_id, caller, core)
    is_archived = None if data.status is None else data.status == "archived"
    done = await core.do(EditProject(row.id, data.name, data.description, is_archived), caller)
    await core.views.wait_for("project", done.position, is_needed=True)
    return ProjectShown(**_facts(await found_project(project_id, caller, core), family))


@delete("/projects/{project_id:str}", operation_id="DeleteProject", tags=["Projects"], status_code=200)
async def delete_project(
    project_id: Number, caller: Caller, core: Core, family: Family1, links: Links
) -> dict[str, str]:
    """Delete a project and all of its files; work on it is stopped."""
    row = await found_project(project_id, caller, core)
    cleaning = Cleaning(row, caller, core, family, links)
    known = (await state_of(row, caller, core)).jobs
    await cleaning.clean(known)
    done = await core.do(DeleteProject(row.id), caller)
    await cleaning.clean([job for job in done.state.jobs if job not in known])  # what somebody asked for meanwhile
    last = await core.services.store.last_position()
    for view in ("project", "job", "asset"):
        await core.views.wait_for(view, last)
    return {"message": "Project deleted successfully"}


@post(
    "/projects/{project_id:str}/start-reconstruction", operation_id="StartReconstruction", tags=["Projects"],
    status_code=200,
)  # fmt: skip
async def start_reconstruction(
    project_id: Number,
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    quality: Annotated[ReconstructionQuality, Parameter(description="See docs/reconstructing.md")] = "medium",
    seed: Annotated[int | None, Parameter(ge=0, lt=SEED_END, description="An extension; without it 0")] = None,
    mapper: Annotated[
        Mapper, Parameter(description="An extension: how cameras are found, see docs/reconstructing-cameras.md")
    ] = "incremental",
) -> ProjectJobShown:
    """Start making the model from the film or pictures of a project."""
    row = await found_project(project_id, caller, core)
    job = await begin_reconstruction(row, quality, SEED if seed is None else seed, caller, core, mapper=mapper)
    return job_shown(job, row.number, family.fractions, links)


@get("/projects/{project_id:str}/status", operation_id="GetProjectStatus", tags=["Projects"])
async def get_project_status(
    project_id: Number, caller: Caller, core: Core, family: Family1, links: Links
) -> ProjectStatusShown:
    """Return how the newest reconstruction of a project stands; one that was cancelled yields to what was completed."""
    now = datetime.now(UTC)
    row = await _row_since(now, project_id, caller, core)
    job: JobRow | None = await core.views.job.get(row.job_id, caller) if row.job_id else None
    shown = job_shown(job, row.number, family.fractions, links) if job else None
    return ProjectStatusShown(
        **_facts(row, family, now),
        progress=shown.progress if shown else 0.0,
        current_stage=shown.current_stage if shown else None,
        error_message=shown.error_message if shown else None,
        job=shown,
    )


async def _row_since(now: datetime, number: int, caller: Caller, core: Core) -> ProjectRow:
    """Return a project as it stood at `now`, or later: work that had ended by then is not told as running on."""
    row = await found_project(number, caller, core)
    if row.job_status != RUNNING:
        return row
    await _catch_up(core)
    return await found_project(number, caller, core)


async def _catch_up(core: Core) -> None:
    await core.views.wait_for("job", await core.services.store.last_position())


def _facts(row: ProjectRow, family: Family1, now: datetime | None = None) -> dict[str, Any]:
    total, done = _frames(row, family)
    return {
        "id": row.number,
        "name": row.name,
        "description": row.description,
        "status": row.status,
        "total_frames": total,
        "processed_frames": done,
        "reconstruction_quality": float(row.made_result.get("reconstruction_quality", 0.0)),
        "processing_time": round(row.processing_time_s(now or datetime.now(UTC)), 3),
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def _frames(row: ProjectRow, family: Family1) -> tuple[int, int]:
    """Return how many frames there are, and in how many of them the camera was found so far."""
    stages = {stage.name: stage for stage in row.job_stages}
    known = stages["frames"].result if "frames" in stages else {}
    total = int(known.get("frames", 0)) or int(row.frames_result.get("count", 0)) or pictures_in(row.pictures)
    placed = stages.get("mapping")
    if placed is None or placed.status == "pending":
        return total, 0
    if placed.status == "completed":
        return total, int(placed.result.get("registered", 0))
    return total, min(family.fractions.counted(row.job_id, "mapping"), total) if row.job_status == RUNNING else 0


routes: list[ControllerRouterHandler] = [
    list_projects, create_project, get_project, edit_project, delete_project, start_reconstruction, get_project_status,
]  # fmt: skip
