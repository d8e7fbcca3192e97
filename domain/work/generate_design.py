"""A sentence becomes a design, read by a language model."""

from typing import Annotated, Any, ClassVar

from msgspec import Meta

from domain.spec import Scale
from domain.work.base import Needs, Work


class GenerateDesign(Work, frozen=True, tag="generate_design"):
    """Plan a design from words; asked for where a language model is set, which takes its time."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=300)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("planning",)

    spec_id: str
    text: str
    seed: Annotated[int, Meta(ge=0, lt=2**53)]
    style: str = "realistic"
    scale: Scale = "medium"
    constraints: tuple[str, ...] = ()
    context: dict[str, Any] = {}
