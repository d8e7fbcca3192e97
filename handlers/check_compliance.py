"""A design becomes findings, an STL file, and a report with its picture."""

from typing import Any

import msgspec

from commands.design import RecordCompliance
from domain.compliance import VERSION, check, chosen
from domain.work import CheckCompliance
from engine.assembly import assemble
from engine.images import jpeg
from engine.pages.compliance import compliance_report
from engine.picture import render_solid
from engine.stl import stl
from handlers.context import JobContext

STL, PDF, JPEG = "model/stl", "application/pdf", "image/jpeg"


class ComplianceResult(msgspec.Struct, frozen=True):
    """What was found; assets by id."""

    status: str
    score: float
    geometry_asset: str
    report_asset: str
    picture_asset: str
    geometry_bytes: int


def perform(work: CheckCompliance, job: JobContext) -> ComplianceResult:
    """Check, make the geometry, take a picture, set the report, and record the case."""
    custom = {one.name: one for one in work.custom}
    with job.stage("checking") as stage:
        job.progress(0.0, "Measuring")
        found = check(work.spec, work.rule_sets, custom)
        stage.result = {"status": found.status, "score": found.score, "version": VERSION}
    with job.stage("geometry") as stage:
        assembly = assemble(work.spec, quality="draft", tick=lambda share, word: job.progress(share * 0.4, word))
        solid = stl(assembly)
        geometry = job.keep(solid, f"{work.case_id}.stl", STL)
        job.progress(0.5, "Taking the picture")
        photo = jpeg(render_solid(assembly, size=work.picture_size, samples=2, seed=work.spec.seed % 2**31))
        picture = job.keep(photo, f"{work.case_id}.jpg", JPEG, "preview")
        stage.result = {"triangles": assembly.triangles, "size_bytes": len(solid)}
    with job.stage("report") as stage:
        pages = compliance_report(
            work.spec, found, chosen(work.rule_sets, custom), photo, case_id=work.case_id, facts=_facts(work)
        )
        report = job.keep(pages, f"{work.case_id}.pdf", PDF)
        stage.result = {"size_bytes": len(pages)}
    job.record(
        RecordCompliance(
            work.spec_id, work.case_id, work.revision, found.status, found.score, found.results(), job.id, geometry,
            report,
        )
    )  # fmt: skip
    return ComplianceResult(found.status, found.score, geometry, report, picture, len(solid))


def _facts(work: CheckCompliance) -> dict[str, Any]:
    return {
        "Design": work.spec_id,
        "Revision": str(work.revision),
        "Objects": str(len(work.spec.objects)),
        "Described as": work.spec.description[:300],
        "Asked at": work.asked_at,
        "Rules": f"Meshwright compliance {VERSION}",
    }
