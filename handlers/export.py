"""A finished model becomes the file that was asked for."""

import msgspec

from domain.work import Export
from engine.draco import compress
from engine.glb import read_glb, strip
from handlers.context import JobContext


class ExportResult(msgspec.Struct, frozen=True):
    """The file of an export."""

    asset: str
    format: str
    compression: str
    size_bytes: int
    triangles: int


def perform(work: Export, job: JobContext) -> ExportResult:
    """Take out what is not wanted, compress if that is wanted, and keep the file."""
    with job.stage("packaging") as stage:
        job.progress(0.0, "Reading the model")
        data = job.load(work.mesh)
        triangles = read_glb(data).triangles
        data = strip(data, textures=not work.include_textures, provenance=not work.include_provenance)
        if work.compression == "draco":
            job.progress(0.3, "Compressing the geometry")
            data = compress(data)
        job.progress(0.9, "Keeping the file")
        asset = job.keep(data, f"{job.id}.glb", "model/gltf-binary", "result")
        stage.result = {"size_bytes": len(data), "triangles": triangles, "compression": work.compression}
    return ExportResult(asset, work.format, work.compression, len(data), triangles)
