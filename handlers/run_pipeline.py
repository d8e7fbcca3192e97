"""A pipeline: its steps, each of which records what it found, one after the other."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from commands.design import EvaluateDesign, RecordDesign
from domain.scoring import evaluate
from domain.spec import DesignSpec
from domain.work import CheckCompliance, IterateDesign, RunPipeline
from domain.work.iterate_design import fixed_among
from engine import planner
from handlers.check_compliance import checked, photographed, record, reported
from handlers.context import JobContext
from handlers.iterate_design import iterated
from handlers.planning import plan_of
from runtime.ids import id_of
from runtime.settings import load_settings

Facts = dict[str, Any]


class PipelineResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of the steps; what no step of the pipeline finds is left out."""

    spec_id: str
    pipeline: str
    revision: int
    generated_objects: int | None = None
    generation_method: str = ""
    evaluation_id: str = ""
    scores: Facts | None = None
    feedback: str = ""
    recommendations: tuple[str, ...] = ()
    case_id: str = ""
    compliance_status: str = ""
    compliance_score: float | None = None
    compliance_issues: tuple[str, ...] = ()
    session_id: str = ""
    method: str = ""
    iterations: int | None = None
    score_improvement: float | None = None  # of the strategy's score
    stopped: str = ""


class Standing(msgspec.Struct, frozen=True):
    """The design between two steps."""

    spec: DesignSpec
    revision: int


Step = Callable[[RunPipeline, Standing | None, JobContext], tuple[Standing, Facts]]


def perform(work: RunPipeline, job: JobContext) -> PipelineResult:
    """Take the steps of the pipeline in order."""
    standing = Standing(work.spec, work.revision) if work.spec else None
    found: Facts = {}
    for name in work.stages:
        with job.stage(name) as stage:
            standing, facts = STEPS[name](work, standing, job)
            stage.result = facts
            found |= facts
    assert standing is not None
    return msgspec.convert(
        {**found, "spec_id": work.spec_id, "pipeline": work.pipeline, "revision": standing.revision}, PipelineResult
    )


def _plan(work: RunPipeline, _: Standing | None, job: JobContext) -> tuple[Standing, Facts]:
    job.progress(0.0, "Reading the prompt")
    begun = time.perf_counter()
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
    return Standing(plan.spec, 1), {"generated_objects": len(plan.spec.objects), "generation_method": plan.method}


def _evaluate(work: RunPipeline, standing: Standing | None, job: JobContext) -> tuple[Standing, Facts]:
    assert standing is not None
    job.progress(0.0, "Scoring the design")
    evaluation = evaluate(standing.spec, work.criteria, chosen=frozenset(work.set_by_people))
    evaluation_id = id_of("eval", job.id, "evaluation")
    job.record(EvaluateDesign(work.spec_id, evaluation_id, work.criteria))
    criteria = {
        name: score.value if score.numbers.get("applies", True) else None for name, score in evaluation.scores.items()
    }
    return standing, {
        "evaluation_id": evaluation_id,
        "scores": {"overall": evaluation.overall, "criteria": criteria},
        "feedback": evaluation.feedback,
        "recommendations": [one.text for one in evaluation.recommendations],
    }


def _check(work: RunPipeline, standing: Standing | None, job: JobContext) -> tuple[Standing, Facts]:
    assert standing is not None
    job.progress(0.0, "Measuring")
    case = CheckCompliance(
        work.spec_id,
        standing.revision,
        work.case_id,
        standing.spec,
        work.rule_sets,
        work.asked_at,
        work.custom,
        work.picture_size,
    )
    found = checked(case)
    seen = photographed(case, job)
    report, _ = reported(case, found, seen.photo, job)
    record(case, found, seen.geometry, report, job)
    return standing, {
        "case_id": work.case_id,
        "compliance_status": found.status,
        "compliance_score": found.score,
        "compliance_issues": [issue for one in found.sets.values() for issue in one.issues],
    }


def _iterate(work: RunPipeline, standing: Standing | None, job: JobContext) -> tuple[Standing, Facts]:
    assert standing is not None
    search = IterateDesign(
        work.spec_id, id_of("session", job.id), standing.revision, standing.spec, work.strategy, work.seed,
        work.max_iterations, work.chosen, work.rejected, work.evaluations_max, fixed_among(work.set_by_people),
    )  # fmt: skip
    result, session = iterated(search, job)
    return Standing(session.spec, result.revision), {
        "session_id": result.session_id,
        "method": result.method,
        "iterations": result.iterations,
        "score_improvement": round(result.score_after - result.score_before, 4),
        "stopped": result.reason,
    }


STEPS: Mapping[str, Step] = {
    "planning": _plan,
    "evaluation": _evaluate,
    "compliance": _check,
    "iteration": _iterate,
}
