"""A design is held against rule sets."""

from typing import ClassVar

from domain.compliance.types import RuleSet
from domain.spec import DesignSpec
from domain.work.base import Needs, Work


class CheckCompliance(Work, frozen=True, tag="check_compliance"):
    """Measure a design as it stood at a revision; make its geometry a file, and write the report."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=3072, time_limit_s=300)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("checking", "geometry", "report")

    spec_id: str
    revision: int
    case_id: str
    spec: DesignSpec
    rule_sets: tuple[str, ...]
    asked_at: str  # the report's date: when the design became as it is, so that asking twice gives the same bytes
    custom: tuple[RuleSet, ...] = ()  # rule sets that an admin defined, as they stood
    picture_size: int = 640  # pixels, of both sides
