"""The report of a design becomes a PDF with its picture."""

import msgspec

from domain.work import ReportDesign
from engine.assembling.assembly import assemble
from engine.images import jpeg
from engine.pages.design import design_report
from engine.studio.picture import render_solid
from handlers.context import JobContext

PDF = "application/pdf"


class ReportResult(msgspec.Struct, frozen=True):
    """The file."""

    report_asset: str
    size_bytes: int


def perform(work: ReportDesign, job: JobContext) -> ReportResult:
    """Take the picture, set the pages, and keep the file."""
    with job.stage("rendering") as stage:
        assembly = assemble(work.spec, quality="draft", tick=lambda share, word: job.progress(share * 0.5, word))
        job.progress(0.5, "Taking the picture")
        picture = jpeg(render_solid(assembly, size=work.picture_size, samples=2, seed=work.spec.seed % 2**31))
        stage.result = {"triangles": assembly.triangles}
    with job.stage("report") as stage:
        job.progress(0.0, "Setting the pages")
        pages = design_report(work.spec_id, work.revision, work.spec, work.report, picture)
        asset = job.keep(pages, f"{work.spec_id}.pdf", PDF)
        stage.result = {"size_bytes": len(pages)}
    return ReportResult(asset, len(pages))
