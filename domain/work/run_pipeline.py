"""Several steps on one design, in order, as one job."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta

from domain.spec import DesignSpec, Scale
from domain.work.base import Needs, Work

Pipeline = Literal["full_design_generation", "evaluate_only"]

PIPELINES: Mapping[Pipeline, tuple[str, ...]] = {
    "full_design_generation": ("planning", "evaluation"),
    "evaluate_only": ("evaluation",),
}
"""The steps of each pipeline; a job's stages have their names."""


class RunPipeline(Work, frozen=True, tag="run_pipeline"):
    """Plan a design, score it, hold it against rules, improve it: whichever of these the pipeline has."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=4096, time_limit_s=600)
    version: ClassVar[str] = "1.0"

    pipeline: Pipeline
    spec_id: str
    seed: Annotated[int, Meta(ge=0, lt=2**53)]
    spec: DesignSpec | None = None  # as it stood at `revision`; None: it is planned from `text`
    revision: int = 0
    text: str = ""
    style: str = "realistic"
    scale: Scale = "medium"
    constraints: tuple[str, ...] = ()
    context: dict[str, Any] = {}
    criteria: tuple[str, ...] = ()
    rule_sets: tuple[str, ...] = ()
    case_id: str = ""
    strategy: str = "balanced"
    max_iterations: Annotated[int, Meta(ge=1)] = 10

    @property
    def stages(self) -> tuple[str, ...]:  # type: ignore[override]
        """Return the steps of this pipeline."""
        return PIPELINES[self.pipeline]
