"""The report of a design becomes a file for people."""

from typing import ClassVar

from domain.report import Report
from domain.spec import DesignSpec
from domain.work.base import Needs, Work


class ReportDesign(Work, frozen=True, tag="report_design"):
    """Photograph a design as it stands, and set its report."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=3072, time_limit_s=180)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("rendering", "report")

    spec_id: str
    revision: int
    spec: DesignSpec
    report: Report
    picture_size: int = 640  # pixels, of both sides
