"""Who reads a prompt: the planner, or a language model where one is set, with the planner to fall back on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from commands.design import RecordDesign
from domain.design import GenerationMethod
from domain.errors import Invalid
from domain.prompt import STYLES
from domain.spec import DesignSpec, Scale
from domain.work import TextToModel
from engine import planner
from engine.language.model import NotUsable
from engine.language.reader import read_by_model
from engine.shapes import Tick
from handlers.context import JobContext, Stage
from runtime.settings import LmSettings, load_settings

SECONDS_FACT = "lm_seconds"  # differs between runs, so it stays out of what is written into models


class Words(Protocol):
    """What is asked for: a prompt, and how to take it."""

    @property
    def text(self) -> str:
        """Return the prompt."""

    @property
    def style(self) -> str:
        """Return the style to draw in."""

    @property
    def scale(self) -> Scale:
        """Return how large, beside the natural size."""

    @property
    def seed(self) -> int:
        """Return the seed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A design, who read the words for it, and why nobody better did."""

    spec: DesignSpec
    method: GenerationMethod = "planner"
    model: str = ""
    fallback_reason: str = ""
    facts: dict[str, int | float] = field(default_factory=dict)


def planned(
    work: TextToModel, job: JobContext, stage: Stage, *, context: Mapping[str, str] | None = None
) -> DesignSpec:
    """Return the design for a prompt; it is recorded, and the stage's facts say who read the prompt and how.

    A design that the work brings along is taken as it is.
    """
    if work.spec is not None:
        stage.result = {"spec_id": work.spec_id, "objects": len(work.spec.objects), "generation_method": "given"}
        return work.spec
    plan = plan_of(work, load_settings().lm, context=context, tick=job.progress)
    spec = plan.spec
    job.record(
        RecordDesign(
            work.spec_id, job.owner, spec, work.prompt_id, job.id, plan.method, planner.VERSION, plan.model,
            plan.fallback_reason,
        )
    )  # fmt: skip
    if plan.fallback_reason:
        job.log("The language model's reading was not taken", model=plan.model, reason=plan.fallback_reason)
    stage.result = {
        "spec_id": work.spec_id, "archetype": spec.reading.archetype, "objects": len(spec.objects),
        "materials": list(spec.reading.materials), "features": list(spec.reading.features),
        "confidence": spec.reading.confidence, "is_nearest": spec.reading.is_nearest,
        "not_understood": list(spec.reading.not_understood),
        "generation_method": plan.method, "model": plan.model, "fallback_reason": plan.fallback_reason, **plan.facts,
    }  # fmt: skip
    return spec


def require_style(name: str) -> None:
    """Refuse a style that nobody can draw.

    Raises
    ------
    Invalid
        It is neither one of the styles nor another name of one.
    """
    if name not in STYLES and not planner.knows_style(name):
        raise Invalid(f"There is no such style; known are: {', '.join(STYLES)}", field="style")


def plan_of(
    work: Words,
    settings: LmSettings,
    *,
    context: Mapping[str, str] | None = None,
    constraints: Sequence[str] = (),
    tick: Tick,
) -> Plan:
    """Return the design for a prompt: by the language model where one is set and its reading can be right."""
    if not settings.model:
        return Plan(_by_planner(work, constraints))
    name = known_as(settings.model)
    try:
        reading = read_by_model(
            settings.model, ". ".join((work.text, *constraints)),
            style="" if work.style == "realistic" else work.style, context=context, timeout_s=settings.timeout_s,
            tokens_max=settings.tokens_max, tick=tick,
        )  # fmt: skip
    except NotUsable as reason:
        return Plan(_by_planner(work, constraints), "planner_fallback", name, str(reason))
    spec = planner.spec_of(reading.seen, style=work.style, scale=work.scale, constraints=constraints, seed=work.seed)
    written = reading.written
    facts = {
        "lm_tokens_read": written.tokens_read, "lm_tokens_written": written.tokens_written,
        SECONDS_FACT: round(written.seconds, 3),
    }  # fmt: skip
    return Plan(spec, "lm_adapter", name, facts=facts)


def _by_planner(work: Words, constraints: Sequence[str]) -> DesignSpec:
    return planner.plan(work.text, style=work.style, scale=work.scale, constraints=constraints, seed=work.seed)


def known_as(model: str) -> str:
    """Return a hub's name as it is, and of a folder only its own name: paths of the server stay out of models."""
    path = Path(model)
    return path.name if path.is_absolute() or path.is_dir() or model.startswith((".", "~")) else model
