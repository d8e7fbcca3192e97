"""A model becomes the file that was asked for, with what it came of beside it."""

from pathlib import Path
from typing import Any

import msgspec

from domain.errors import GenerationFailed, Invalid, Unavailable
from domain.work import Export
from engine.exporting.lineage import account_for, digest, prov_json, sha256
from engine.exporting.writing import KINDS, MOVING, Written, write
from engine.glb_reading import parse_glb
from engine.models.model import Json, Model
from engine.models.packing import PACKINGS, Packing, notes_on, packing_of
from handlers.context import JobContext
from handlers.reading import read
from runtime.settings import ExportSettings, load_settings

CREDENTIALS = "application/c2pa"
UNKNOWN = "application/octet-stream"
_MEDIA_TYPES = {
    "glb": "model/gltf-binary", "gltf": "model/gltf+json", "obj": "model/obj", "ply": "model/ply", "stl": "model/stl",
}  # fmt: skip


class ExportResult(msgspec.Struct, frozen=True):
    """The file of an export, and those beside it; assets by id, empty where there is none.

    `compression` is what packs surfaces in the file. `triangles` are those that the scene shows: a mesh that is shown
    twice counts twice.
    """

    asset: str
    format: str
    compression: str
    size_bytes: int
    triangles: int
    sha256: str
    notes: tuple[str, ...]
    metrics: dict[str, Any]
    provenance_asset: str
    c2pa_asset: str
    provenance: dict[str, Any]


def perform(work: Export, job: JobContext) -> ExportResult:
    """Read the model, write it in the wanted format, and keep the file with its provenance and credentials."""
    with job.stage("reading") as stage:
        job.progress(0.0, "Reading the model")
        source = job.load(work.mesh)
        model = read(source, work.name)
        account = account_for(work, source, model)
        stage.result = {"size_bytes": len(source), "triangles": model.triangles_shown, "format": model.source}
    with job.stage("writing") as stage:
        job.progress(0.0, "Writing the model")
        written = _written(work, source, model, account, job)
        stage.result = {"size_bytes": len(written.data), "notes": len(written.notes)}
    with job.stage("packaging") as stage:
        result = _kept(work, job, source, model, account, written)
        stage.result = {
            "size_bytes": result.size_bytes, "triangles": result.triangles, "compression": result.compression,
        }  # fmt: skip
    return result


def _written(work: Export, source: bytes, model: Model, account: Json, job: JobContext) -> Written:
    """Return the file; a GLB that a job of ours made, and of which everything is wanted, is handed out as it is."""
    is_ours = bool(work.run_id) and "provenance" in model.extras
    if work.format == "glb" and is_ours and _is_as_wanted(work, source):
        return Written(source, ())
    return write(
        model, work.format, compression=work.compression, textures=work.include_textures,
        provenance=account if work.include_provenance else None, tick=job.progress,
    )  # fmt: skip


def _is_as_wanted(work: Export, source: bytes) -> bool:
    """Tell whether a model's file is already what is asked for."""
    is_whole = work.include_textures and work.include_provenance and work.compression == "none"
    if not is_whole or source[:4] != b"glTF":
        return False
    used = parse_glb(source).document.get("extensionsUsed", [])
    return not set(PACKINGS).intersection(used)


def _kept(work: Export, job: JobContext, source: bytes, model: Model, account: Json, written: Written) -> ExportResult:
    kind, data = KINDS[work.format], written.data
    job.progress(0.0, "Keeping the file")
    name = f"{job.id}.{kind.ending}"
    asset = job.keep(data, name, kind.media_type, "result")
    told = prov_json(account, file_sha256=sha256(data), format=work.format, size_bytes=len(data))
    provenance_asset = job.keep(told, "provenance.json", "application/json", "result")
    packing = packing_of(data) if work.compression != "none" else Packing()
    notes = [*([] if data == source else model.notes), *written.notes, *notes_on(work.compression, [packing])]
    credentials = ""
    if work.include_provenance:
        job.progress(0.6, "Signing the file")
        signed, note = _signed(work, data, source, model.source, account, name)
        credentials = job.keep(signed, f"{job.id}.c2pa", CREDENTIALS, "result")
        notes += note
    return ExportResult(
        asset=asset, format=work.format, compression=packing.compression, size_bytes=len(data),
        triangles=model.triangles_shown, sha256=sha256(data), notes=tuple(dict.fromkeys(notes)),
        metrics={
            "size_before_bytes": len(source), "size_after_bytes": len(data), "triangles": model.triangles_shown,
            "triangles_stored": model.triangles if work.format in MOVING else model.triangles_shown,
            "units_and_axes": kind.axes,
        },
        provenance_asset=provenance_asset, c2pa_asset=credentials, provenance=digest(account),
    )  # fmt: skip


def _signed(
    work: Export, data: bytes, source: bytes, source_format: str, account: Json, name: str
) -> tuple[bytes, list[str]]:
    """Return the content credentials of the file, and what is to be said about who signed them."""
    from engine.exporting.credentials import Parent, Signature, credentials_of, made_for_once

    settings = load_settings().export
    own = _own_keys(settings)
    signature = Signature(*own) if own else made_for_once()
    noticed = "With the content credentials a changed byte is noticed; their certificate is trusted by nobody."
    notes = [] if own else [noticed]
    parent = Parent(source, work.name or work.mesh, _MEDIA_TYPES.get(source_format, UNKNOWN))
    media_type = KINDS[work.format].media_type
    try:
        return credentials_of(data, name, media_type, account=account, parent=parent, signature=signature), notes
    except Invalid as error:  # whoever asks for an export can do nothing about the operator's key
        raise GenerationFailed(error.message, stage="packaging") from error


def _own_keys(settings: ExportSettings) -> tuple[bytes, bytes] | None:
    """Return the operator's certificates and key, or None where the settings name none."""
    if not settings.c2pa_cert or not settings.c2pa_key:
        return None
    try:
        return Path(settings.c2pa_cert).read_bytes(), Path(settings.c2pa_key).read_bytes()
    except OSError as error:
        raise Unavailable("The certificate for content credentials cannot be read", retry_after_s=60) from error
