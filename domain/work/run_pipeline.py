"""Several steps on one design, in order, as one job."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta

from domain.compliance.types import RuleSet
from domain.spec import DesignSpec, Scale
from domain.work.base import Needs, Work
from domain.work.iterate_design import EVALUATIONS_MAX, Strategy

Pipeline = Literal["full_design_generation", "evaluate_only", "compliance_only", "iterate_and_evaluate"]

PIPELINES: Mapping[Pipeline, tuple[str, ...]] = {
    "full_design_generation": ("planning", "evaluation", "compliance"),
    "evaluate_only": ("evaluation",),
    "compliance_only": ("compliance",),
    "iterate_and_evaluate": ("iteration", "evaluation"),
}
"""The steps of each pipeline; a job's stages have their names."""


class RunPipeline(Work, frozen=True, tag="run_pipeline"):
    """Plan a design, score it, hold it against rules, improve it: whichever of these the pipeline has."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=4096, time_limit_s=600)
    version: ClassVar[str] = "1.2"

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
    rule_sets: tuple[str, ...] = ()  # without any, the usual ones
    custom: tuple[RuleSet, ...] = ()  # rule sets that an admin defined, as they stood
    case_id: str = ""
    asked_at: str = ""  # the date of the case's report
    picture_size: int = 640  # pixels, of both sides of the picture in it
    strategy: Strategy = "balanced"
    max_iterations: Annotated[int, Meta(ge=1)] = 5
    chosen: tuple[str, ...] = ()  # objects whose material or colour a person chose
    rejected: tuple[tuple[str, str], ...] = ()  # objects, and materials that a person took them away from
    set_by_people: tuple[tuple[str, str], ...] = ()  # objects, and the attributes of them that a person set
    evaluations_max: Annotated[int, Meta(ge=1)] = EVALUATIONS_MAX

    @property
    def stages(self) -> tuple[str, ...]:  # type: ignore[override]
        """Return the steps of this pipeline."""
        return PIPELINES[self.pipeline]
