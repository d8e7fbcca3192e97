"""Exports: a finished model as a file to take away."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.failures import failure_code
from api.family1 import Answer, Family1, require_id, require_room
from api.links import Links, provenance_of
from api.run import RUN_STATUS, RunFailure, RunStatus
from commands.do import Done
from commands.job import JOB, RequestJob
from commands.prompt import PROMPT
from domain.access import Caller
from domain.errors import Conflict, GenerationFailed, Invalid
from domain.job import Artefact, Job
from domain.work import Export, TextToModel
from runtime.ids import new_id

FORMATS = ("glb",)
"""Formats that this server writes now."""


class ExportOptions(msgspec.Struct, forbid_unknown_fields=True):
    """What goes into the file."""

    include_textures: Annotated[bool, Meta(description="Whether pictures are in the file, or plain colours")] = True
    include_provenance: Annotated[bool, Meta(description="Whether the file says what it was made from")] = True
    compression: Annotated[Literal["none", "draco"], Meta(description="How its geometry is packed")] = "none"


class ExportRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A new export."""

    run_id: Annotated[str, Meta(examples=["run_01k0000000000000000000000a"])]
    format: Annotated[
        str | None,
        Meta(description=f"One of: {', '.join(FORMATS)}; without it, the prompt's `export_format`", examples=["glb"]),
    ] = None
    options: ExportOptions = msgspec.field(default_factory=ExportOptions)


class ExportShown(msgspec.Struct, kw_only=True):
    """An export; `download_url` and `expires_at` are there once it is completed."""

    export_id: Annotated[str, Meta(examples=["export_01k0000000000000000000000a"])]
    run_id: str
    format: str
    status: RunStatus
    download_url: Annotated[str | UnsetType, Meta(description="Signed link; needs no token")] = UNSET
    expires_at: Annotated[datetime | UnsetType, Meta(description="Until when the link is good, at least")] = UNSET
    size_bytes: int | UnsetType = UNSET
    provenance: Annotated[dict[str, Any], Meta(description="seed, model_version, checkpoints, citations of the run")]
    error: Annotated[RunFailure | UnsetType, Meta(description="Of an export that failed")] = UNSET


class ExportAnswer(Answer, kw_only=True):
    """An export."""

    data: ExportShown


@post(
    "/exports",
    operation_id="CreateExport",
    tags=["Exports"],
    responses={202: ResponseSpec(ExportAnswer, description="It takes longer: ask again", generate_examples=False)},
)
async def create_export(
    data: ExportRequest, caller: Caller, core: Core, family: Family1, links: Links
) -> Response[ExportAnswer]:
    """Write the model of a completed run as a file; 202 when that takes longer than the server lets you wait."""
    run = (await core.do.look(JOB, require_id(data.run_id, "run"), caller)).state
    work = await _work(data, run, caller, core)
    await require_room(core, run.owner)
    export_id = new_id("export")
    command = RequestJob(export_id, run.owner, work, "high", core.settings.work.attempts_max, data.run_id)
    await core.do(command, caller)
    await family.hub.wait_for_end(export_id, run.owner, links, core.settings.http.export_wait_s)
    done = await core.do.look(JOB, export_id, caller)
    if done.state.status == "failed":
        raise GenerationFailed(done.state.message or "The export failed", stage="packaging", export_id=export_id)
    status_code = 201 if done.state.has_ended else 202
    return Response(ExportAnswer(data=_shown(done, run, core, links)), status_code=status_code)


@get("/exports/{export_id:str}", operation_id="GetExport", tags=["Exports"])
async def get_export(export_id: str, caller: Caller, core: Core, links: Links) -> ExportAnswer:
    """Return an export, with a fresh link to its file."""
    done = await core.do.look(JOB, require_id(export_id, "export"), caller)
    run = (await core.do.look(JOB, done.state.parent, caller)).state
    return ExportAnswer(data=_shown(done, run, core, links))


async def _work(data: ExportRequest, run: Job, caller: Caller, core: Core) -> Export:
    """Return the work that is asked for.

    Raises
    ------
    Conflict
        The run has no model.
    Invalid
        The format is not one that this server writes.
    """
    if run.status != "succeeded" or not isinstance(run.work, TextToModel):
        raise Conflict("Only a completed run can be exported", status=RUN_STATUS[run.status])
    wanted = data.format
    if wanted is None:
        wanted = (await core.do.look(PROMPT, run.parent, caller)).state.parameters.export_format
    if wanted not in FORMATS:
        allowed = ", ".join(FORMATS)
        raise Invalid(
            f"`format` must be one of: {allowed}; this server does not write others yet",
            field="format",
            allowed=FORMATS,
        )
    options = msgspec.to_builtins(data.options)
    return msgspec.convert(
        {"kind": Export.kind(), "run_id": data.run_id, "mesh": _mesh(run).asset_id, "format": wanted, **options}, Export
    )


def _mesh(run: Job) -> Artefact:
    found = next((kept for kept in run.artefacts if kept.role == "result" and kept.name.endswith(".glb")), None)
    if found is None:
        raise Conflict("The run kept no model")
    return found


def _shown(done: Done[Job], run: Job, core: Core, links: Links) -> ExportShown:
    job = done.state
    work = job.work
    shown = ExportShown(
        export_id=done.stream,
        run_id=job.parent,
        format=work.format if isinstance(work, Export) else "",
        status=RUN_STATUS[job.status],
        provenance={"citations": [], **provenance_of(run)},
    )
    if job.status == "failed":
        shown.error = RunFailure(failure_code(job.code), job.message)
    file = next((kept for kept in job.artefacts if kept.role == "result"), None)
    if job.status == "succeeded" and file:
        ttl_s = core.settings.blobs.export_ttl_s
        shown.download_url = links.to(file.asset_id, file.name, ttl_s=ttl_s)
        shown.expires_at = links.end(ttl_s)
        shown.size_bytes = file.size_bytes
    return shown


routes: list[ControllerRouterHandler] = [create_export, get_export]
