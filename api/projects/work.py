"""Work that is asked for on projects: frames of a film, and reconstructions; of each kind one at a time."""

from typing import Annotated, Any

import msgspec
from litestar import Request, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.files.links import Links
from api.files.multipart import MEDIA_TYPE
from api.models.family1 import Family1, require_room
from api.models.sources import input_of
from api.projects.family5 import NUMBER_MAX, ProjectJobShown, found_project, job_shown, state_of
from api.wire.wording import place_of, reworded
from commands.job import JOB
from commands.project import RemovePicture, StartProjectJob
from domain.access import Caller
from domain.errors import Conflict, Invalid, NotFound
from domain.job import Input, JobRequested
from domain.project import Given, Mapper, Project, ReconstructionQuality
from domain.work import ExtractFrames, Reconstruct
from domain.work.extract_frames import FRAMES_MAX, INTERVAL_S_MAX, INTERVAL_S_MIN
from domain.work.reconstruct import KEPT_PREFIX, NamedAsset
from projections.asset import AssetRow
from projections.job import JobRow
from projections.project import ProjectRow
from runtime.ids import new_id

ATTEMPTS_MAX = 3
"""Fewer than of other jobs: what makes a reader of films crash once does so again."""


class FramesRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which frames to take."""

    project_id: Annotated[int, Meta(ge=1, le=NUMBER_MAX)]
    interval: Annotated[
        Annotated[float, Meta(ge=INTERVAL_S_MIN, le=INTERVAL_S_MAX)] | None,
        Meta(description="Seconds; without it the best are found by themselves"),
    ] = None
    frames_max: Annotated[
        Annotated[int, Meta(ge=1, le=FRAMES_MAX)] | None, Meta(description="An extension; without it 200")
    ] = None


class FramesStarted(msgspec.Struct, kw_only=True):
    """Frames are being taken."""

    message: Annotated[str, Meta(examples=["Frame extraction started"])]
    job_id: int
    project_id: int
    job: ProjectJobShown


def _forms() -> dict[str, Any]:
    schema = msgspec.json.schema(FramesRequest)["$defs"]["FramesRequest"]
    kinds = (MEDIA_TYPE, "application/x-www-form-urlencoded", "application/json")
    return {"required": True, "content": {kind: {"schema": schema} for kind in kinds}}


@post(
    "/files/extract-frames", operation_id="ExtractFrames", tags=["Files"], status_code=200, opt={"body": _forms()},
)  # fmt: skip
async def extract_frames(
    request: Request[Any, Any, Any], caller: Caller, core: Core, family: Family1, links: Links
) -> FramesStarted:
    """Start taking frames from the film of a project: at an interval, or by themselves the ones worth looking at."""
    wanted = await _wanted(request)
    row = await found_project(wanted.project_id, caller, core)
    project = await state_of(row, caller, core)
    if project.video is None:
        raise Conflict(
            "The project has pictures, of which all are used; frames are taken from films"
            if project.pictures
            else "The project has no film yet; upload one first"
        )
    work = ExtractFrames(row.id, project.video.asset_id, wanted.interval)
    if wanted.frames_max is not None:
        work = msgspec.structs.replace(work, frames_max=wanted.frames_max)
    job = await _begun(row, StartProjectJob(
        row.id, new_id("frames"), work.kind(), request=_request(row, work, (_input(project.video),), core),
        before=project.frames,
    ), caller, core)  # fmt: skip
    shown = job_shown(job, row.number, family.fractions, links)
    return FramesStarted(message="Frame extraction started", job_id=job.number, project_id=row.number, job=shown)


async def begin_reconstruction(
    row: ProjectRow,
    quality: ReconstructionQuality,
    seed: int,
    caller: Caller,
    core: Core,
    *,
    mapper: Mapper = "incremental",
) -> JobRow:
    """Ask for a reconstruction, with what earlier jobs of the project kept of their stages, and return it.

    Raises
    ------
    Conflict
        There is nothing to reconstruct from, or a reconstruction waits or runs.
    """
    project = await state_of(row, caller, core)
    if project.video is None and not project.pictures:
        raise Conflict("The project has no film and no pictures yet; upload some first")
    given = (project.video,) if project.video else project.pictures
    earlier, frames = await _earlier(project, caller, core)
    work = Reconstruct(
        project_id=row.id,
        video=project.video.asset_id if project.video else "",
        pictures=tuple(NamedAsset(picture.asset_id, picture.name) for picture in project.pictures),
        frames=frames.id if frames else "",
        quality=quality,
        earlier=tuple(NamedAsset(one.id, one.name) for one in earlier),
        seed=seed,
        mapper=mapper,
    )
    inputs = (*map(_input, given), *map(input_of, earlier), *([input_of(frames)] if frames else []))
    command = StartProjectJob(
        row.id, new_id("recon"), work.kind(), quality, _request(row, work, inputs, core), project.newest
    )  # fmt: skip
    return await _begun(row, command, caller, core)


async def remove_picture(row: ProjectRow, asset_id: str, caller: Caller, core: Core) -> Given:
    """Take a picture out of a project, once nothing works on it any more, and return it.

    Raises
    ------
    NotFound
        The project has no such picture.
    Conflict
        A reconstruction waits or runs, or the project is archived.
    """
    project = await state_of(row, caller, core)
    picture = project.find(asset_id)
    if picture is None:
        raise NotFound("The project has no such picture")
    if project.newest and not await _has_ended(project.newest, caller, core):
        raise Conflict("A reconstruction of this project waits or runs; wait for it, or cancel it first")
    done = await core.do(RemovePicture(row.id, asset_id, project.newest), caller)
    await core.views.wait_for("project", done.position, is_needed=True)
    return picture


async def _begun(row: ProjectRow, command: StartProjectJob, caller: Caller, core: Core) -> JobRow:
    """Carry the command out unless work of the same kind waits or runs, and return the job."""
    if command.before and not await _has_ended(command.before, caller, core):
        what = "A reconstruction" if command.quality else "An extraction of frames"
        raise Conflict(f"{what} of this project waits or runs already; wait for it, or cancel it first")
    await require_room(core, row.owner)
    done = await core.do(command, caller)
    for view in ("job", "project"):
        await core.views.wait_for(view, done.position, is_needed=True)
    return await core.views.job.get(command.job_id, caller)


async def _has_ended(job_id: str, caller: Caller, core: Core) -> bool:
    try:
        return (await core.do.look(JOB, job_id, caller)).state.has_ended
    except NotFound:
        return True


async def _earlier(project: Project, caller: Caller, core: Core) -> tuple[list[AssetRow], AssetRow | None]:
    """Return what jobs of the project kept of their stages, and the frames of the film, if any were taken."""
    kept: dict[str, AssetRow] = {}
    frames: AssetRow | None = None
    for job_id in project.jobs:
        for one in await core.views.asset.of_job(job_id, caller):
            if one.name.startswith(KEPT_PREFIX):
                kept[one.name] = one
            elif job_id == project.frames and one.name == "frames.zip" and await _succeeded(job_id, caller, core):
                frames = one
    return list(kept.values()), frames


async def _succeeded(job_id: str, caller: Caller, core: Core) -> bool:
    return (await core.do.look(JOB, job_id, caller)).state.status == "succeeded"


def _request(row: ProjectRow, work: ExtractFrames | Reconstruct, inputs: tuple[Input, ...], core: Core) -> JobRequested:
    attempts_max = min(ATTEMPTS_MAX, core.settings.work.attempts_max)
    return JobRequested(row.owner, work, "normal", attempts_max, row.id, inputs)


def _input(given: Given) -> Input:
    return Input(given.asset_id, given.name, given.media_type, given.sha256, given.size_bytes, given.asset_id)


async def _wanted(request: Request[Any, Any, Any]) -> FramesRequest:
    """Read a form, or the same as JSON.

    Raises
    ------
    Invalid
        A field is missing, or has a value that is not allowed.
    """
    is_json = request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"
    sent: Any = await request.json() if is_json else await _form(request)
    try:
        return msgspec.convert(sent, FramesRequest, strict=is_json)
    except msgspec.ValidationError as error:
        field, message = reworded(place_of(str(error)), str(error), FramesRequest)
        raise Invalid(message, field=field) from error


async def _form(request: Request[Any, Any, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in (await request.form()).multi_items():
        if name in found:
            raise Invalid(f"The form has the field `{name[:100]}` twice", field=name[:100])
        found[name] = value
    return {name: value for name, value in found.items() if value != ""}


routes: list[ControllerRouterHandler] = [extract_frames]
