"""Pipelines: several steps on one design, asked for at once, performed as one job."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.compliance import CaseId, as_it_stood, rule_sets_asked
from api.designs.family3 import Family3, JobShown, UserId, design_of, new_seed, stamp
from api.designs.generate import GenerateRequest, wanted_of
from api.designs.iterate import chosen_in, rejected_in, strategy_of
from api.designs.story import records_of, revisions, story_at
from api.models.family1 import require_room
from api.wire.strictness import decoded
from commands.job import RequestCancel, RequestJob
from domain.access import Caller
from domain.errors import Invalid, NotFound
from domain.job import Priority
from domain.scoring import asked_criteria
from domain.spec import Scale
from domain.work import RunPipeline
from domain.work.run_pipeline import PIPELINES, Pipeline
from projections.job import JobRow
from runtime.ids import is_id, new_id

KINDS = frozenset(
    ("run_pipeline", "generate_design", "preview_design", "iterate_design", "check_compliance", "report_design")
)
"""The jobs of the design family; each may be asked for where pipelines are."""
JOB_MISSING = "Job not found"
AnyInput = TypeVar("AnyInput", bound=msgspec.Struct)


class OptionsAsked(msgspec.Struct, forbid_unknown_fields=True):
    """How to run it."""

    is_async: Annotated[bool, Meta(description="Whether to answer at once, without the result")] = msgspec.field(
        default=False, name="async"
    )
    priority: Annotated[Priority, Meta(description="Higher ones are served first")] = "normal"


class PipelineRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What to run, on what."""

    pipeline: Annotated[Pipeline, Meta(examples=["full_design_generation"])]
    input_data: Annotated[
        dict[str, Any],
        Meta(
            description="`full_design_generation`: prompt, and all else that /generate takes, criteria;"
            " `evaluate_only`: spec_id, criteria; `compliance_only`: spec_id, compliance_rules, case_id;"
            " `iterate_and_evaluate`: spec_id, strategy, max_iterations, criteria",
            examples=[{"prompt": "Modern kitchen design", "constraints": ["budget: $50k", "space: 200sqft"]}],
        ),
    ]
    user_id: UserId = None
    options: OptionsAsked = msgspec.field(default_factory=OptionsAsked)


class GenerationInput(msgspec.Struct, forbid_unknown_fields=True):
    """For `full_design_generation`."""

    prompt: str
    context: dict[str, Any] | None = None
    style: str | None = None
    constraints: list[str] | None = None
    seed: Annotated[int, Meta(ge=0, lt=2**53)] | None = None
    scale: Scale = "medium"
    criteria: list[str] = []
    compliance_rules: list[str] = []


class EvaluationInput(msgspec.Struct, forbid_unknown_fields=True):
    """For `evaluate_only`."""

    spec_id: str
    criteria: list[str] = []


class ComplianceInput(msgspec.Struct, forbid_unknown_fields=True):
    """For `compliance_only`."""

    spec_id: str
    compliance_rules: list[str] = []
    case_id: CaseId | None = None


class IterationInput(msgspec.Struct, forbid_unknown_fields=True):
    """For `iterate_and_evaluate`."""

    spec_id: str
    strategy: str = "balanced"
    max_iterations: Annotated[int, Meta(ge=1)] = 5
    criteria: list[str] = []
    seed: Annotated[int, Meta(ge=0, lt=2**53)] | None = None


@post(
    "/core/run",
    operation_id="RunPipeline",
    tags=["Design"],
    status_code=200,
    responses={202: ResponseSpec(JobShown, description="It has not ended yet", generate_examples=False)},
)
async def run_pipeline(data: PipelineRequest, caller: Caller, core: Core, designing: Family3) -> Response[JobShown]:
    """Run a pipeline; with `async` the answer comes at once, else when the job has ended or it takes long."""
    caller = await acting_for(core, caller, data.user_id)
    work = await READ[data.pipeline](data.input_data, caller, core)
    # A spec is the data of whom it belongs to, whoever asks: so is a job that holds it.
    owner = (await design_of(core, work.spec_id, caller)).state.owner if work.spec else caller.account
    await require_room(core, owner)
    job_id = new_id("job")
    done = await core.do(RequestJob(job_id, owner, work, data.options.priority, parent=work.spec_id), caller)
    await core.views.wait_for("job", done.position, is_needed=True)
    timeout_s = 0.0 if data.options.is_async else core.settings.http.job_wait_s
    row = await (designing.ended(job_id, owner, timeout_s) if timeout_s else found_job(job_id, caller, core))
    return Response(await pipeline_shown(row, designing), status_code=200 if row.has_ended else 202)


@get("/core/run/{job_id:str}", operation_id="GetPipelineRun", tags=["Design"])
async def get_pipeline_run(job_id: str, caller: Caller, core: Core, designing: Family3) -> JobShown:
    """Return how far a job of the design family is, and its result once there is one."""
    return await pipeline_shown(await found_job(job_id, caller, core), designing)


@post("/core/run/{job_id:str}/cancel", operation_id="CancelPipelineRun", tags=["Design"], status_code=200)
async def cancel_pipeline_run(job_id: str, caller: Caller, core: Core, designing: Family3) -> JobShown:
    """Stop a job; what it has recorded already stays. Asking again changes nothing."""
    row = await found_job(job_id, caller, core)
    done = await core.do(RequestCancel(job_id), caller)
    await core.views.wait_for("job", done.position)
    return await pipeline_shown(await core.views.job.get(row.id, caller), designing)


async def found_job(job_id: str, caller: Caller, core: Core) -> JobRow:
    """Return a job of the design family.

    Raises
    ------
    NotFound
        There is no such job, it belongs to somebody else, or to another family.
    """
    try:
        row = await core.views.job.get(job_id, caller) if is_id(job_id, "job") else None
    except NotFound as error:
        raise NotFound(JOB_MISSING) from error
    if row is None or row.kind not in KINDS:
        raise NotFound(JOB_MISSING)
    return row


async def pipeline_shown(row: JobRow, designing: Family3) -> JobShown:
    """Return a job as the wire shows it, with the path of the picture of its design."""
    result = row.result
    if row.status == "succeeded" and isinstance(row.work, RunPipeline):
        result = {**result, "preview_url": designing.preview_url(row.work.spec_id, int(result["revision"]))}
    return await designing.job_shown(row, result)


async def _generation(values: dict[str, Any], caller: Caller, core: Core) -> RunPipeline:
    asked = _input(values, GenerationInput)
    request = GenerateRequest(
        asked.prompt, None, asked.context, asked.style, asked.constraints, asked.seed, asked.scale
    )
    wanted = wanted_of(request)
    return RunPipeline(
        "full_design_generation", new_id("spec"), wanted.seed, text=wanted.text, style=wanted.style,
        scale=wanted.scale, constraints=wanted.constraints, context=wanted.context, criteria=_criteria(asked.criteria),
        case_id=new_id("case"), asked_at=stamp(datetime.now(UTC)),
        picture_size=core.settings.http.report_picture_size, **await _rules(asked.compliance_rules, core),
    )  # fmt: skip


async def _evaluation(values: dict[str, Any], caller: Caller, core: Core) -> RunPipeline:
    asked = _input(values, EvaluationInput)
    design = (await design_of(core, asked.spec_id, caller)).state
    return RunPipeline(
        "evaluate_only", asked.spec_id, new_seed(), design.spec, design.revision, criteria=_criteria(asked.criteria),
        set_by_people=tuple(sorted(design.chosen)),
    )  # fmt: skip


async def _compliance(values: dict[str, Any], caller: Caller, core: Core) -> RunPipeline:
    asked = _input(values, ComplianceInput)
    story = await story_at(core, asked.spec_id, caller)
    return RunPipeline(
        "compliance_only", asked.spec_id, new_seed(), story.design.spec, story.revision,
        case_id=asked.case_id or new_id("case"), asked_at=as_it_stood(story),
        picture_size=core.settings.http.report_picture_size, **await _rules(asked.compliance_rules, core),
    )  # fmt: skip


async def _iteration(values: dict[str, Any], caller: Caller, core: Core) -> RunPipeline:
    asked = _input(values, IterationInput)
    with _placed("strategy"):
        strategy = strategy_of(asked.strategy)
    if asked.max_iterations > (most := core.settings.http.iterations_max):
        raise Invalid(f"At most {most} iterations", field="input_data.max_iterations", maximum=most)
    records = await records_of(core, asked.spec_id, caller)
    *_, (_, design) = revisions(records)
    return RunPipeline(
        "iterate_and_evaluate", asked.spec_id, new_seed() if asked.seed is None else asked.seed, design.spec,
        design.revision, criteria=_criteria(asked.criteria), strategy=strategy, max_iterations=asked.max_iterations,
        chosen=chosen_in(design), rejected=rejected_in(records), set_by_people=tuple(sorted(design.chosen)),
        evaluations_max=core.settings.http.evaluations_max,
    )  # fmt: skip


READ: Mapping[Pipeline, Callable[[dict[str, Any], Caller, Core], Awaitable[RunPipeline]]] = {
    "full_design_generation": _generation,
    "evaluate_only": _evaluation,
    "compliance_only": _compliance,
    "iterate_and_evaluate": _iteration,
}
"""How the input of each pipeline becomes work."""
assert READ.keys() == PIPELINES.keys()


def _input(values: dict[str, Any], kind: type[AnyInput]) -> AnyInput:
    with _placed():
        found: AnyInput = decoded(msgspec.json.encode(values), kind)
    return found


def _criteria(names: list[str]) -> tuple[str, ...]:
    with _placed("criteria"):
        return asked_criteria(names)


async def _rules(names: list[str], core: Core) -> dict[str, Any]:
    """Return what the check of a case needs to know of its rules."""
    with _placed("compliance_rules"):
        rule_sets, custom = await rule_sets_asked(core, names)
    return {"rule_sets": rule_sets, "custom": custom}


@contextmanager
def _placed(field: str = "") -> Iterator[None]:
    """Say of what is refused in the block that it stands in `input_data`."""
    try:
        yield
    except Invalid as error:
        place = ".".join(filter(None, ("input_data", field or str(error.facts.get("field", "")))))
        raise Invalid(f"input_data: {error.message}", **{**error.facts, "field": place}) from error


routes: list[ControllerRouterHandler] = [run_pipeline, get_pipeline_run, cancel_pipeline_run]
