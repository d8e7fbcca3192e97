"""Exports: a model as a file to take away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter
from litestar.types import ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.files.links import Links, provenance_of
from api.models.ancestry import ancestors_of
from api.models.failures import failure_code
from api.models.family1 import Answer, Family1, require_id, require_job_id, require_room
from api.models.run import RUN_STATUS, RunFailure, RunStatus
from api.models.sources import input_of, source_of
from api.watching.waiting import Patience, Wait, patience_of
from commands.do import Done
from commands.job import JOB, RequestJob
from commands.prompt import PROMPT
from domain.access import Caller
from domain.citations import as_json, citations_of
from domain.errors import Conflict, GenerationFailed, Invalid
from domain.job import Input, Job
from domain.work import Export, TextToModel
from domain.work.export import FORMATS, Ancestor, ExportCompression, Format, compressions_of
from runtime.ids import new_id

SOURCES = ("run_id", "job_id", "asset_id", "mesh_url")
"""What an export may be made of; a request names one of them."""
Prefer = Annotated[str, HeaderParameter(name="Prefer", description="`wait=SECONDS` (RFC 7240) does what `wait` does")]


class ExportOptions(msgspec.Struct, forbid_unknown_fields=True):
    """What goes into the file."""

    include_textures: Annotated[bool, Meta(description="Whether pictures are in the file, or their mean colours")] = (
        True
    )
    include_provenance: Annotated[bool, Meta(description="Whether the file says what it was made from")] = True
    compression: Annotated[
        ExportCompression, Meta(description="How its geometry is packed; draco and meshopt are for glb and gltf")
    ] = "none"


class ExportRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A new export; it names its model by one of `run_id`, `job_id`, `asset_id` and `mesh_url`."""

    run_id: Annotated[str, Meta(description="A completed run", examples=["run_01k0000000000000000000000a"])] = ""
    format: Annotated[
        str | None,
        Meta(
            description=f"One of: {', '.join(FORMATS)}; without it, the `export_format` of the run's prompt, else glb",
            examples=["glb"],
        ),
    ] = None
    options: ExportOptions = msgspec.field(default_factory=ExportOptions)
    job_id: Annotated[str, Meta(description="An extension: any completed operation that made a model")] = ""
    asset_id: Annotated[str, Meta(description="An extension: a model that you gave or that was made for you")] = ""
    mesh_url: Annotated[str, Meta(description="An extension: the URL of such a model, or a public one")] = ""


class ExportShown(msgspec.Struct, kw_only=True):
    """An export; the URLs and `expires_at` are there once it is completed."""

    export_id: Annotated[str, Meta(examples=["export_01k0000000000000000000000a"])]
    run_id: Annotated[str, Meta(description="The run or operation that made the model; empty: it was given")]
    format: str
    compression: Annotated[
        ExportCompression, Meta(description="What was asked for; once it is completed, what packs surfaces in the file")
    ] = "none"
    status: RunStatus
    download_url: Annotated[str | UnsetType, Meta(description="Signed link; needs no token")] = UNSET
    expires_at: Annotated[datetime | UnsetType, Meta(description="Until when the links are good, at least")] = UNSET
    size_bytes: int | UnsetType = UNSET
    sha256: Annotated[str | UnsetType, Meta(description="Of the file, in hex")] = UNSET
    provenance_url: Annotated[str | UnsetType, Meta(description="The provenance as W3C PROV-JSON")] = UNSET
    c2pa_url: Annotated[
        str | UnsetType, Meta(description="Content credentials (C2PA) of the file; absent without provenance")
    ] = UNSET
    notes: Annotated[
        list[str] | UnsetType, Meta(description="What the format has no words for, so that it is not in the file")
    ] = UNSET
    metrics: Annotated[
        dict[str, Any] | UnsetType, Meta(description="Sizes, triangles as shown and as stored, units and axes")
    ] = UNSET
    provenance: Annotated[dict[str, Any], Meta(description="seed, model_version, checkpoints, citations of the model")]
    error: Annotated[RunFailure | UnsetType, Meta(description="Of an export that failed")] = UNSET


class ExportAnswer(Answer, kw_only=True):
    """An export."""

    data: ExportShown


@dataclass(frozen=True, slots=True)
class _Source:
    """The model of an export: its file, whose it is, and the job that made it, if one did."""

    file: Input
    owner: str
    ancestors: tuple[Ancestor, ...] = ()
    job_id: str = ""
    job: Job | None = None


@post(
    "/exports",
    operation_id="CreateExport",
    tags=["Exports"],
    responses={202: ResponseSpec(ExportAnswer, description="It takes longer: ask again", generate_examples=False)},
)
async def create_export(
    data: ExportRequest,
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    wait: Wait = None,
    prefer: Prefer = "",
) -> Response[ExportAnswer]:
    """Write a model as a file; 202 when that takes longer than the server lets you wait."""
    source = await _source(data, caller, core, family, links)
    work = await _work(data, source, caller, core)
    await require_room(core, source.owner)
    export_id = new_id("export")
    command = RequestJob(
        export_id, source.owner, work, "high", core.settings.work.attempts_max, source.job_id, (source.file,)
    )
    await core.do(command, caller)
    patience = _patience(wait, prefer, core, is_new=True)
    await family.hub.wait_for_end(export_id, source.owner, links, patience.wait_s)
    done = await core.do.look(JOB, export_id, caller)
    if done.state.status == "failed":
        raise _failure(done)
    status_code = 201 if done.state.has_ended else 202
    shown = ExportAnswer(data=_shown(done, source.job, core, links))
    return Response(shown, status_code=status_code, headers=patience.headers)


@get("/exports/{export_id:str}", operation_id="GetExport", tags=["Exports"])
async def get_export(
    export_id: str,
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    wait: Wait = None,
    prefer: Prefer = "",
) -> Response[ExportAnswer]:
    """Return an export, with fresh links to its files; `wait` has it return once it has ended."""
    done = await core.do.look(JOB, require_id(export_id, "export"), caller)
    patience = _patience(wait, prefer, core, is_new=False)
    if patience.wait_s and not done.state.has_ended:
        await family.hub.wait_for_end(export_id, done.state.owner, links, patience.wait_s)
        done = await core.do.look(JOB, export_id, caller)
    parent = (await core.do.look(JOB, done.state.parent, caller)).state if done.state.parent else None
    return Response(ExportAnswer(data=_shown(done, parent, core, links)), headers=patience.headers)


def _patience(wait: float | None, prefer: str, core: Core, *, is_new: bool) -> Patience:
    """Return how long to wait; a new export that says nothing of it is waited for as long as the server allows."""
    longest = core.settings.http.export_wait_s
    patience = patience_of(wait, prefer, longest)
    is_said = wait is not None or patience.is_preference
    return patience if is_said or not is_new else Patience(longest)


def _failure(done: Done[Job]) -> Exception:
    """Return why an export came to nothing: what the caller can change is a refusal."""
    message = done.state.message or "The export failed"
    if failure_code(done.state.code) == "VALIDATION_ERROR":
        return Invalid(message, export_id=done.stream)
    return GenerationFailed(message, stage="packaging", export_id=done.stream)


async def _source(data: ExportRequest, caller: Caller, core: Core, family: Family1, links: Links) -> _Source:
    """Return the model that is asked for.

    Raises
    ------
    Refused
        The request names no model, or several; it is not there, somebody else's, or not finished.
    """
    named = [name for name in SOURCES if getattr(data, name)]
    if len(named) != 1:
        allowed = ", ".join(f"`{name}`" for name in SOURCES)
        raise Invalid(f"Name the model by one of {allowed}", field="run_id", allowed=SOURCES)
    (field,) = named
    text: str = getattr(data, field)
    if field in ("run_id", "job_id"):
        await _require_made(require_job_id(text), caller, core)
    row = await source_of(text, caller, core, family, links, field=field)
    maker = (await core.do.look(JOB, row.job_id, caller)).state if row.job_id else None
    return _Source(input_of(row), row.owner, await ancestors_of(row, caller, core), row.job_id, maker)


async def _require_made(job_id: str, caller: Caller, core: Core) -> None:
    """Refuse a run or operation that has no result."""
    job = (await core.do.look(JOB, job_id, caller)).state
    if job.status != "succeeded":
        raise Conflict("Only a completed run or operation can be exported", status=RUN_STATUS[job.status])


async def _work(data: ExportRequest, source: _Source, caller: Caller, core: Core) -> Export:
    """Return the work that is asked for.

    Raises
    ------
    Invalid
        The format is not one that this server writes, or does not allow the compression.
    """
    wanted = await _format(data, source, caller, core)
    options = data.options
    if options.compression not in compressions_of(wanted):
        allowed = compressions_of(wanted)
        raise Invalid(
            f"`compression` of {wanted} must be one of: {', '.join(allowed)}; draco and meshopt are for glb and gltf",
            field="options.compression",
            allowed=allowed,
        )
    return Export(
        source.job_id, source.file.asset_id, wanted, options.include_textures, options.include_provenance,
        options.compression, source.file.name[:255], source.ancestors,
    )  # fmt: skip


async def _format(data: ExportRequest, source: _Source, caller: Caller, core: Core) -> Format:
    wanted = data.format
    if wanted is None and source.job is not None and isinstance(source.job.work, TextToModel):
        wanted = (await core.do.look(PROMPT, source.job.parent, caller)).state.parameters.export_format
    found = next((each for each in FORMATS if each == (wanted if wanted is not None else "glb")), None)
    if found is None:
        raise Invalid(f"`format` must be one of: {', '.join(FORMATS)}", field="format", allowed=FORMATS)
    return found


def _shown(done: Done[Job], maker: Job | None, core: Core, links: Links) -> ExportShown:
    job = done.state
    work = job.work
    shown = ExportShown(
        export_id=done.stream,
        run_id=job.parent,
        format=work.format if isinstance(work, Export) else "",
        compression=work.compression if isinstance(work, Export) else "none",
        status=RUN_STATUS[job.status],
        provenance=_provenance(job, maker),
    )
    if job.status == "failed":
        shown.error = RunFailure(failure_code(job.code), job.message)
    if job.status == "succeeded":
        _show_files(shown, job, core, links)
    return shown


def _provenance(job: Job, maker: Job | None) -> dict[str, Any]:
    """Return what the model came of, and then the export; citations are those of both."""
    made = provenance_of(maker) if maker else {"seed": None, "model_version": "", "checkpoints": []}
    cited = job.provenance.get("citations") or as_json(citations_of(made))
    export = {name: value for name, value in job.provenance.items() if name not in ("citations", "seed")}
    checkpoints = made["checkpoints"] or [each["name"] for each in cited if each["kind"] == "model"]
    return {**made, "checkpoints": checkpoints, "citations": cited, **({"export": export} if export else {})}


def _show_files(shown: ExportShown, job: Job, core: Core, links: Links) -> None:
    """Put in what a completed export has to show; one of an earlier version has its file alone."""
    kept = {artefact.asset_id: artefact for artefact in job.artefacts}
    ttl_s = core.settings.blobs.export_ttl_s

    def link(name: str) -> str | UnsetType:
        found = kept.get(job.result.get(name, ""))
        return links.to(found.asset_id, found.name, ttl_s=ttl_s) if found else UNSET

    shown.download_url, shown.expires_at = link("asset"), links.end(ttl_s)
    shown.provenance_url, shown.c2pa_url = link("provenance_asset"), link("c2pa_asset")
    shown.size_bytes = int(job.result["size_bytes"])
    shown.compression = job.result.get("compression", shown.compression)
    shown.sha256 = kept[job.result["asset"]].sha256
    shown.notes, shown.metrics = list(job.result.get("notes", ())), dict(job.result.get("metrics", {}))


routes: list[ControllerRouterHandler] = [create_export, get_export]
