"""Words become a design at once: the union of what specs 2 and 3 ask for and answer."""

import time
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from litestar import post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.acting import acting_for
from api.core import Core
from api.design_shapes import SpecShown, spec_shown
from api.family3 import Family3, UserId, new_seed, stamp
from commands.design import RecordDesign
from commands.prompt import clean_style, clean_text
from domain.access import Caller
from domain.errors import Invalid
from domain.prompt import STYLES, TEXT_LENGTH_MAX
from domain.spec import Scale
from runtime import metrics
from runtime.ids import new_id
from runtime.planning import PlanDesign, plan

CONSTRAINTS_MAX = 50
CONSTRAINT_LENGTH_MAX = 500
CONTEXT_BYTES_MAX = 16_384
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


class _Wanted(msgspec.Struct, frozen=True):
    """A request whose two forms are one."""

    text: str
    style: str
    constraints: tuple[str, ...]
    context: dict[str, Any]


@post("/generate", operation_id="GenerateDesign", tags=["Design"], status_code=200)
async def generate(data: GenerateRequest, caller: Caller, core: Core, designing: Family3) -> GenerateAnswer:
    """Make a design from words; its picture is made when it is first asked for."""
    begun = time.perf_counter()
    caller = await acting_for(core, caller, data.user_id)
    wanted = _wanted(data)
    seed = new_seed() if data.seed is None else data.seed
    question = PlanDesign(wanted.text, seed, wanted.style, data.scale, wanted.constraints)
    bus = await core.services.bus()
    planned = await plan(bus, question, timeout_s=core.settings.http.planning_wait_s)
    spec_id, took_s = new_id("spec"), time.perf_counter() - begun
    done = await core.do(
        RecordDesign(
            spec_id, caller.account, planned.spec, method=planned.method, planner_version=planned.planner_version,
            prompt=wanted.text, context=wanted.context, duration_ms=round(took_s * 1000),
        ),
        caller,
    )  # fmt: skip
    at = done.records[0].recorded_at
    shown = spec_shown(
        spec_id, done.state, created_at=at, modified_at=at, author=AUTHOR, method=planned.method,
        more={"context": wanted.context},
    )  # fmt: skip
    took_s = time.perf_counter() - begun
    metrics.generation_time_s.observe(took_s)
    return GenerateAnswer(spec_id, shown, designing.preview_url(spec_id, 1), stamp(at), round(took_s, 4))


def _wanted(data: GenerateRequest) -> _Wanted:
    context = _context(data.context or {})
    constraints = [*(data.constraints or ()), *_lines(context.get("constraints"), "context.constraints")]
    budget = context.get("budget")
    if isinstance(budget, str | int | float) and any(letter.isdigit() for letter in str(budget)):
        constraints.append(f"budget {budget}")
    style = data.style or context.get("style") or "realistic"
    if not isinstance(style, str):
        raise Invalid("A style is a text", field="context.style")
    return _Wanted(clean_text(data.prompt), clean_style(style), _constraints(constraints), context)


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
