"""A design becomes a picture."""

from typing import ClassVar

from domain.spec import DesignSpec
from domain.work.base import Needs, Work


class PreviewDesign(Work, frozen=True, tag="preview_design"):
    """Photograph a design as it stood at a revision."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=2048, time_limit_s=120)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("rendering",)

    spec_id: str
    revision: int
    spec: DesignSpec
    size: int = 768  # pixels, of both sides
