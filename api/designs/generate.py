"""Words become a design at once: the union of what specs 2 and 3 ask for and answer."""

import time
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import Family3, JobShown, UserId, new_seed, stamp
from api.designs.shapes import SpecShown, spec_shown
from api.models.family1 import require_room
from commands.design import RecordDesign
from commands.job import RequestJob
from commands.prompt import clean_style, clean_text
from domain.access import Caller
from domain.design import Design, DesignGenerated
from domain.errors import GenerationFailed, Invalid
from domain.events import Record
from domain.prompt import STYLES, TEXT_LENGTH_MAX
from domain.scoring.wishes import green_words
from domain.spec import Scale
from domain.work import GenerateDesign
from runtime import metrics
from runtime.ids import new_id
from runtime.planning import PlanDesign, plan

CONSTRAINTS_MAX = 50
CONSTRAINT_LENGTH_MAX = 500
CONTEXT_BYTES_MAX = 16_384
CONTEXT_READ = frozenset(("style", "budget", "constraints"))
"""What of a context has a meaning of its own."""
CONTEXT_KEYS_MAX = 100
AUTHOR = "system"


class GenerateRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What to design."""

    prompt: Annotated[
        str,
        Meta(description=f"In words: 1 to {TEXT_LENGTH_MAX} characters", examples=["Living room with marble floor"]),
    ]
    user_id: UserId = None
    context: Annotated[
        dict[str, Any] | None,
        Meta(
            description="What else is known. `style`, `constraints` and `budget` count like words of the prompt; the"
            " rest is kept with the design",
            examples=[{"style": "modern", "budget": "high-end", "constraints": ["eco-friendly materials"]}],
        ),
    ] = None
    style: Annotated[str | None, Meta(description=f"Known are: {', '.join(STYLES)}", examples=["modern"])] = None
    constraints: list[str] | None = None
    seed: Annotated[int, Meta(ge=0, lt=2**53)] | None = None
    """The same request with the same seed gives the same design; without one it is drawn."""
    scale: Annotated[Scale, Meta(description="Half of, once, or twice the natural size")] = "medium"


class GenerateAnswer(msgspec.Struct):
    """A design."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    spec_json: SpecShown
    preview_url: Annotated[str, Meta(description="A JPEG; whoever has the path may see it, for a while")]
    created_at: str
    processing_time: Annotated[float, Meta(description="Seconds from the request to the design")]


class Wanted(msgspec.Struct, frozen=True):
    """A request whose two forms are one."""

    text: str
    style: str
    constraints: tuple[str, ...]
    context: dict[str, Any]
    seed: int
    scale: Scale


@post(
    "/generate",
    operation_id="GenerateDesign",
    tags=["Design"],
    status_code=200,
    responses={202: ResponseSpec(JobShown, description="A language model takes its time", generate_examples=False)},
)
async def generate(
    data: GenerateRequest, caller: Caller, core: Core, designing: Family3
) -> Response[GenerateAnswer | JobShown]:
    """Make a design from words; its picture is made when it is first asked for."""
    begun = time.perf_counter()
    caller = await acting_for(core, caller, data.user_id)
    wanted, spec_id = wanted_of(data), new_id("spec")
    if core.settings.lm.model:
        job = await _read_by_model(wanted, spec_id, caller, core, designing)
        if job is not None:
            return Response(job, status_code=202)
        (record, *_) = await core.services.store.load(spec_id, upto=1)
    else:
        record = await _read_at_once(wanted, spec_id, caller, core, begun)
    answer = _answer(record, designing, begun)
    metrics.generation_time_s.observe(answer.processing_time)
    return Response(answer, status_code=200)


async def _read_at_once(wanted: Wanted, spec_id: str, caller: Caller, core: Core, begun: float) -> Record:
    """Have a planning desk read the words, and keep the design."""
    question = PlanDesign(wanted.text, wanted.seed, wanted.style, wanted.scale, wanted.constraints)
    planned = await plan(await core.services.bus(), question, timeout_s=core.settings.http.planning_wait_s)
    duration_ms = round((time.perf_counter() - begun) * 1000)
    done = await core.do(
        RecordDesign(
            spec_id, caller.account, planned.spec, method=planned.method, planner_version=planned.planner_version,
            prompt=wanted.text, context=wanted.context, duration_ms=duration_ms,
        ),
        caller,
    )  # fmt: skip
    return done.records[0]


async def _read_by_model(
    wanted: Wanted, spec_id: str, caller: Caller, core: Core, designing: Family3
) -> JobShown | None:
    """Have a worker read the words with a language model; None when that is done in time."""
    await require_room(core, caller.account)
    work = GenerateDesign(
        spec_id, wanted.text, wanted.seed, wanted.style, wanted.scale, wanted.constraints, wanted.context
    )
    job_id = new_id("job")
    done = await core.do(RequestJob(job_id, caller.account, work, "high", parent=spec_id), caller)
    await core.views.wait_for("job", done.position)
    row = await designing.ended(job_id, caller.account, core.settings.http.job_wait_s)
    if row.status in ("failed", "cancelled"):
        raise GenerationFailed(row.message or "The generation was cancelled", stage="planning")
    return None if row.has_ended else await designing.job_shown(row)


def _answer(record: Record, designing: Family3, begun: float) -> GenerateAnswer:
    made, spec_id, at = record.event, record.stream, record.recorded_at
    assert isinstance(made, DesignGenerated)
    design = Design(made.owner, made.spec, 1)
    more = {"context": made.context, "planner_version": made.planner_version}
    more |= {"model": made.model, "fallback_reason": made.fallback_reason} if made.model else {}
    shown = spec_shown(spec_id, design, created_at=at, modified_at=at, author=AUTHOR, method=made.method, more=more)
    took_s = round(time.perf_counter() - begun, 4)
    return GenerateAnswer(spec_id, shown, designing.preview_url(spec_id, 1), stamp(at), took_s)


def wanted_of(data: GenerateRequest) -> Wanted:
    """Return what either form of a request asks for."""
    context = _context(data.context or {})
    constraints = [*(data.constraints or ()), *_lines(context.get("constraints"), "context.constraints")]
    budget = context.get("budget")
    if isinstance(budget, str | int | float) and any(letter.isdigit() for letter in str(budget)):
        constraints.append(f"budget {budget}")
    others = (value for name, value in context.items() if name not in CONTEXT_READ and isinstance(value, str))
    constraints += filter(None, map(green_words, others))
    style = data.style or context.get("style") or "realistic"
    if not isinstance(style, str):
        raise Invalid("A style is a text", field="context.style")
    return Wanted(
        clean_text(data.prompt, "prompt"), clean_style(style), _constraints(constraints), context,
        new_seed() if data.seed is None else data.seed, data.scale,
    )  # fmt: skip


def _context(context: Mapping[str, Any]) -> dict[str, Any]:
    size_bytes = len(msgspec.json.encode(context))
    if size_bytes > CONTEXT_BYTES_MAX:
        raise Invalid(
            f"`context` has {size_bytes} bytes; at most {CONTEXT_BYTES_MAX} are taken",
            field="context",
            size_bytes_max=CONTEXT_BYTES_MAX,
        )
    if len(context) > CONTEXT_KEYS_MAX:
        raise Invalid(f"`context` may have {CONTEXT_KEYS_MAX} keys", field="context", keys_max=CONTEXT_KEYS_MAX)
    return dict(context)


def _lines(value: Any, field: str) -> list[str]:
    lines = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise Invalid(f"`{field}` is a list of texts", field=field)
    return lines


def _constraints(lines: list[str]) -> tuple[str, ...]:
    if len(lines) > CONSTRAINTS_MAX:
        raise Invalid(
            f"There are {len(lines)} constraints; at most {CONSTRAINTS_MAX} are taken",
            field="constraints",
            constraints_max=CONSTRAINTS_MAX,
        )
    for line in lines:
        if len(line) > CONSTRAINT_LENGTH_MAX:
            raise Invalid(
                f"A constraint may have {CONSTRAINT_LENGTH_MAX} characters",
                field="constraints",
                length_max=CONSTRAINT_LENGTH_MAX,
            )
    return tuple(line.strip() for line in lines if line.strip())


routes: list[ControllerRouterHandler] = [generate]
