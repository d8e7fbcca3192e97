"""A design becomes a JPEG: its parts, their materials evaluated where rays meet them."""

import msgspec

from domain.work import PreviewDesign
from engine.assembling.assembly import assemble
from engine.images import jpeg
from engine.studio.picture import render_solid
from handlers.context import JobContext

JPEG = "image/jpeg"


class PreviewResult(msgspec.Struct, frozen=True):
    """The picture of a design."""

    preview_asset: str
    size_bytes: int
    parts: int


def perform(work: PreviewDesign, job: JobContext) -> PreviewResult:
    """Make the design's shape in its coarsest form and photograph it."""
    with job.stage("rendering") as stage:
        job.progress(0.0, "Making the shape")
        whole = assemble(work.spec, quality="draft")
        job.progress(0.4, "Taking the picture")
        data = jpeg(render_solid(whole, size=work.size, samples=2, seed=work.spec.seed % 2**31))
        asset = job.keep(data, f"{work.spec_id}_v{work.revision}.jpg", JPEG, "preview")
        stage.result = {"parts": len(whole.parts), "triangles": whole.triangles, "size_bytes": len(data)}
    return PreviewResult(asset, len(data), len(whole.parts))
