"""A design becomes findings, an STL file, and a report with its picture."""

from typing import Any, NamedTuple

import msgspec

from commands.design import RecordCompliance
from domain.compliance import VERSION, Compliance, RuleSet, check, chosen
from domain.work import CheckCompliance
from engine.assembling.assembly import assemble
from engine.images import jpeg
from engine.pages.compliance import compliance_report
from engine.stl import stl
from engine.studio.picture import render_solid
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
    with job.stage("checking") as stage:
        job.progress(0.0, "Measuring")
        found = checked(work)
        stage.result = {"status": found.status, "score": found.score, "version": VERSION}
    with job.stage("geometry") as stage:
        seen = photographed(work, job)
        stage.result = {"triangles": seen.triangles, "size_bytes": seen.size_bytes}
    with job.stage("report") as stage:
        report, size_bytes = reported(work, found, seen.photo, job)
        stage.result = {"size_bytes": size_bytes}
    record(work, found, seen.geometry, report, job)
    return ComplianceResult(found.status, found.score, seen.geometry, report, seen.picture, seen.size_bytes)


class Photographed(NamedTuple):
    """The geometry of a design and its picture, both kept."""

    geometry: str
    picture: str
    photo: bytes
    triangles: int
    size_bytes: int


def checked(work: CheckCompliance) -> Compliance:
    """Return what comes of holding the design against the rules."""
    return check(work.spec, work.rule_sets, _custom(work))


def photographed(work: CheckCompliance, job: JobContext) -> Photographed:
    """Make the geometry of the design and its picture, inside a stage."""
    assembly = assemble(work.spec, quality="draft", tick=lambda share, word: job.progress(share * 0.4, word))
    solid = stl(assembly)
    geometry = job.keep(solid, f"{work.case_id}.stl", STL)
    job.progress(0.5, "Taking the picture")
    photo = jpeg(render_solid(assembly, size=work.picture_size, samples=2, seed=work.spec.seed % 2**31))
    picture = job.keep(photo, f"{work.case_id}.jpg", JPEG, "preview")
    return Photographed(geometry, picture, photo, assembly.triangles, len(solid))


def reported(work: CheckCompliance, found: Compliance, photo: bytes, job: JobContext) -> tuple[str, int]:
    """Set the report, inside a stage; return its asset and size in bytes."""
    sets = chosen(work.rule_sets, _custom(work))
    pages = compliance_report(work.spec, found, sets, photo, case_id=work.case_id, facts=_facts(work))
    return job.keep(pages, f"{work.case_id}.pdf", PDF), len(pages)


def record(work: CheckCompliance, found: Compliance, geometry: str, report: str, job: JobContext) -> None:
    """Record the case."""
    job.record(
        RecordCompliance(
            work.spec_id, work.case_id, work.revision, found.status, found.score, found.results(), job.id, geometry,
            report,
        )
    )  # fmt: skip


def _custom(work: CheckCompliance) -> dict[str, RuleSet]:
    return {one.name: one for one in work.custom}


def _facts(work: CheckCompliance) -> dict[str, Any]:
    return {
        "Design": work.spec_id,
        "Revision": str(work.revision),
        "Objects": str(len(work.spec.objects)),
        "Described as": work.spec.description[:300],
        "As it stood at": work.asked_at,
        "Rules": f"Meshwright compliance {VERSION}",
    }
