"""The files of a compliance case: geometry as STL, the report as PDF; both the same bytes each time."""

import struct

import numpy as np
import pytest

from domain.compliance import check, chosen
from domain.design import ComplianceChecked
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Reading
from domain.work import CheckCompliance
from engine.assembling.assembly import assemble
from engine.images import jpeg
from engine.pages import typeset
from engine.pages.compliance import NOTICE, compliance_report, report_data
from engine.stl import stl
from handlers.check_compliance import perform
from handlers.context import ReplayContext

BLOCK = DesignObject("leaf_1", "front", "oak", Dimensions(0.8, 2.0, 0.04), Position(1.0, 0.5, -2.0), part_of="door_1")
DOOR = DesignSpec(
    "Door *x* #let", "Words with $math$ and \\ and @labels", Reading("object", "a", "door"), "realistic", (BLOCK,)
)
SETS = ("building_code", "accessibility")
PICTURE = jpeg(np.full((8, 8, 3), 200, np.uint8))


def triangles(data: bytes) -> np.ndarray:
    (count,) = struct.unpack_from("<I", data, 80)
    assert len(data) == 84 + 50 * count
    kind = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    return np.frombuffer(data, kind, count, 84)


def test_a_solid_is_written_in_millimetres_with_z_up() -> None:
    data = stl(assemble(DOOR, quality="draft"))
    corners = triangles(data)["corners"].reshape(-1, 3)
    assert not data.startswith(b"solid")
    assert corners.min(axis=0) == pytest.approx([600, 1980, 500], abs=1)
    assert corners.max(axis=0) == pytest.approx([1400, 2020, 2500], abs=1)


def test_the_written_solid_is_closed_and_its_faces_look_outwards() -> None:
    found = triangles(stl(assemble(DOOR, quality="draft")))
    a, b, c = (found["corners"][:, n].astype(float) for n in range(3))
    across = np.cross(b - a, c - a)
    assert np.allclose(across / np.linalg.norm(across, axis=1)[:, None], found["normal"], atol=1e-5)
    volume_mm3 = float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)
    assert 0.5 * 800 * 2000 * 40 < volume_mm3 <= 800 * 2000 * 40


def report(case_id: str = "case_001") -> bytes:
    found = check(DOOR, SETS)
    return compliance_report(DOOR, found, chosen(SETS, {}), PICTURE, case_id=case_id, facts={"Design": "spec_1"})


def test_the_same_case_gives_the_same_report_to_the_byte() -> None:
    assert report() == report()
    assert report() != report("case_002")
    assert report().startswith(b"%PDF-")


def test_texts_of_people_are_data_for_the_pages_and_never_markup() -> None:
    data = report_data(DOOR, check(DOOR, SETS), chosen(SETS, {}), case_id='#panic("x")', facts={"a": "*b* `c` $d$"})
    pages = typeset("compliance", data, {"picture.jpg": PICTURE}, form="png")
    assert len(pages) >= 2
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_the_report_tells_every_rule_and_that_it_is_no_legal_advice() -> None:
    data = report_data(DOOR, check(DOOR, SETS), chosen(SETS, {}), case_id="case_001", facts={})
    rules = [rule for one in data["sets"] for rule in one["rules"]]
    assert len(rules) == sum(len(one.rules) for one in chosen(SETS, {}))
    assert all(rule["reason"] or rule["measured"] for rule in rules)
    assert "Not legal advice" in NOTICE
    assert NOTICE in data["notes"]


def test_the_job_keeps_files_and_records_the_case_and_does_it_again_alike() -> None:
    work = CheckCompliance("spec_1", 3, "case_001", DOOR, SETS, "2026-01-01T00:00:00Z", picture_size=64)
    first, again = ReplayContext("job_1"), ReplayContext("job_1")
    result = perform(work, first)
    assert perform(work, again) == result
    assert list(first.stages) == list(CheckCompliance.stages)
    assert {name: file.sha256 for name, file in first.artefacts.items()} == {
        name: file.sha256 for name, file in again.artefacts.items()
    }
    assert {file.media_type for file in first.kept} == {"model/stl", "application/pdf", "image/jpeg"}
    assert [command.name for command in first.commands] == ["RecordCompliance"]
    assert result.status == check(DOOR, SETS).status
    assert ComplianceChecked.tag() == "design.compliance-checked"
