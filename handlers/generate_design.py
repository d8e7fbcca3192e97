"""A sentence becomes a design, read by a language model where one is set."""

import time

import msgspec

from commands.design import RecordDesign
from domain.work import GenerateDesign
from engine import planner
from handlers.context import JobContext
from handlers.planning import plan_of
from runtime.settings import load_settings


class GenerateResult(msgspec.Struct, frozen=True):
    """The design that was made."""

    spec_id: str
    generated_objects: int
    generation_method: str
    model: str
    fallback_reason: str


def perform(work: GenerateDesign, job: JobContext) -> GenerateResult:
    """Read the words and record the design."""
    begun = time.perf_counter()
    with job.stage("planning") as stage:
        job.progress(0.0, "Reading the prompt")
        context = {name: value for name, value in work.context.items() if isinstance(value, str)}
        plan = plan_of(work, load_settings().lm, context=context, constraints=work.constraints, tick=job.progress)
        if plan.fallback_reason:
            job.log("The language model's reading was not taken", model=plan.model, reason=plan.fallback_reason)
        job.record(
            RecordDesign(
                work.spec_id, job.owner, plan.spec, "", job.id, plan.method, planner.VERSION, plan.model,
                plan.fallback_reason, work.text, work.context, round((time.perf_counter() - begun) * 1000),
            )
        )  # fmt: skip
        stage.result = {"spec_id": work.spec_id, "objects": len(plan.spec.objects), **plan.facts}
    return GenerateResult(work.spec_id, len(plan.spec.objects), plan.method, plan.model, plan.fallback_reason)
