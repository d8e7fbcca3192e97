"""Designs become better step by step: sessions of edits that raise a strategy's score."""

import difflib
import time
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import Family3, JobShown, UserId, design_of, new_seed
from api.designs.shapes import SpecShown
from api.designs.story import Story, records_of, revisions
from api.designs.switch import ChangedShown, changed_shown
from api.models.family1 import require_room
from commands.design import EndIterations
from commands.job import JOB, RequestJob
from domain.access import Caller
from domain.design import Design, DesignIterated, IterationsEnded, ObjectsSwitched
from domain.edits import Change, nested
from domain.errors import Conflict, GenerationFailed, Invalid, NotFound
from domain.events import Record
from domain.scoring.criteria import CRITERION
from domain.scoring.survey import Survey
from domain.spec import DesignSpec
from domain.work import IterateDesign
from domain.work.iterate_design import STRATEGIES, Strategy, fixed_among
from projections.job import JobRow
from runtime.ids import id_of, is_id, new_id

CHANGED = "changed"
SESSION_MISSING = "Session not found"


class IterateRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What to improve, and how."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    strategy: Annotated[str, Meta(description=f"One of {', '.join(STRATEGIES)}", examples=["improve_materials"])] = (
        "balanced"
    )
    max_iterations: Annotated[int, Meta(description="Most edits that are kept; at least 1", examples=[5])] = 5
    user_id: UserId = None
    seed: Annotated[int, Meta(ge=0, lt=2**53)] | None = None
    """The same design, strategy and seed give the same edits; without one it is drawn."""


class IterationShown(msgspec.Struct):
    """One edit that was kept."""

    iteration: Annotated[int, Meta(examples=[1])]
    before_spec: Annotated[
        dict[str, Any],
        Meta(
            description="What the changed objects had; where they differ, the range; each one is in `changes`",
            examples=[{"material": "marble_black"}],
        ),
    ]
    after_spec: Annotated[dict[str, Any], Meta(examples=[{"material": "marble_green"}])]
    score_improvement: Annotated[float, Meta(description="Gain of the strategy's score, in [0, 10]", examples=[0.5])]
    feedback: Annotated[str, Meta(description="What was done, and what it changed")]
    changes: list[ChangedShown]
    score: Annotated[float, Meta(description="The strategy's score after it")]
    revision: Annotated[int, Meta(description="The revision of the design that it made")]


class ScorePair(msgspec.Struct):
    """A score before and after the session, in [0, 10]."""

    before: float
    after: float


class IterateScores(msgspec.Struct):
    """Scores before and after the session."""

    strategy: Annotated[ScorePair, Meta(description="By the strategy's weights; it never falls")]
    overall: Annotated[ScorePair, Meta(description="The mean of all criteria that apply; it never falls")]
    criteria: dict[str, ScorePair]


class IterateAnswer(msgspec.Struct):
    """A session that has ended."""

    session_id: Annotated[str, Meta(examples=["session_01k0000000000000000000000a"])]
    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    iterations: list[IterationShown]
    final_spec: Annotated[SpecShown, Meta(description="The design as the session left it")]
    preview_url: Annotated[str, Meta(description="A JPEG of it")]
    strategy: str
    weights: Annotated[dict[str, float], Meta(description="What the strategy wants, by criterion")]
    method: Annotated[
        str,
        Meta(
            description="How the edits were found: exhaustive, each the best of all legal ones; or policy, the best of"
            " those that a trained policy ranks first, as many as the evaluations allow",
            examples=["exhaustive"],
        ),
    ]
    scores: IterateScores
    evaluations: Annotated[int, Meta(description="Edits that were tried")]
    stopped: Annotated[
        str,
        Meta(description="Why it ended: nothing improves, max_iterations, evaluations, cancelled, changed, or failed"),
    ]
    seed: int
    revision: int
    job_id: str
    processing_time: Annotated[float, Meta(description="Seconds that this answer took")]


@post(
    "/iterate",
    operation_id="IterateDesign",
    tags=["Design"],
    status_code=200,
    responses={
        202: ResponseSpec(JobShown, description="It takes longer; ask for the session", generate_examples=False)
    },
)
async def iterate(
    data: IterateRequest, caller: Caller, core: Core, designing: Family3
) -> Response[IterateAnswer | JobShown]:
    """Improve a design by the best of its legal edits, which a trained policy ranks and exact scores accept."""
    begun = time.perf_counter()
    caller = await acting_for(core, caller, data.user_id)
    work = await _work(data, caller, core)
    owner = (await design_of(core, work.spec_id, caller)).state.owner  # whose data the spec is, whoever asks
    await require_room(core, owner)
    job_id = job_of(work.session_id)
    done = await core.do(RequestJob(job_id, owner, work, "high", parent=work.spec_id), caller)
    await core.views.wait_for("job", done.position, is_needed=True)
    row = await designing.ended(job_id, owner, core.settings.http.job_wait_s)
    await _require_kept(row, work, caller, core)
    return await _answer(row, work, caller, core, designing, begun)


@get(
    "/iterate/{session_id:str}",
    operation_id="GetIterations",
    tags=["Design"],
    responses={202: ResponseSpec(JobShown, description="It has not ended yet", generate_examples=False)},
)
async def get_session(
    session_id: str, caller: Caller, core: Core, designing: Family3
) -> Response[IterateAnswer | JobShown]:
    """Return a session and what it did; its job can be stopped at `/core/run/{job_id}/cancel`."""
    begun = time.perf_counter()
    try:
        job = (await core.do.look(JOB, job_of(session_id), caller)).state if is_id(session_id, "session") else None
    except NotFound as error:
        raise NotFound(SESSION_MISSING) from error
    if job is None or not isinstance(job.work, IterateDesign):
        raise NotFound(SESSION_MISSING)
    row = await core.views.job.get(job_of(session_id), caller)
    return await _answer(row, job.work, caller, core, designing, begun)


def job_of(session_id: str) -> str:
    """Return the id of the job that performs a session."""
    return id_of("job", "iterate", session_id)


async def _work(data: IterateRequest, caller: Caller, core: Core) -> IterateDesign:
    strategy, most = strategy_of(data.strategy), core.settings.http.iterations_max
    if not 1 <= data.max_iterations <= most:
        raise Invalid(f"`max_iterations` lies between 1 and {most}", field="max_iterations", minimum=1, maximum=most)
    records = await records_of(core, data.spec_id, caller)
    *_, (_, design) = revisions(records)
    assert design.spec is not None
    seed = new_seed() if data.seed is None else data.seed
    return IterateDesign(
        data.spec_id, new_id("session"), design.revision, design.spec, strategy, seed, data.max_iterations,
        chosen_in(design), rejected_in(records), core.settings.http.evaluations_max,
        fixed_among(design.chosen),
    )  # fmt: skip


def strategy_of(name: str) -> Strategy:
    """Return the strategy of a name.

    Raises
    ------
    Invalid
        There is none; the facts `near` and `allowed` list those that are.
    """
    plain = "_".join(name.casefold().replace("-", " ").split())
    for known in STRATEGIES:
        if plain == known:
            return known
    near = difflib.get_close_matches(plain[:64], STRATEGIES, 3, 0.5)
    hint = f"; near are {', '.join(near)}" if near else ""
    raise Invalid(
        f"There is no strategy {name[:64]!r}{hint}; known are {', '.join(STRATEGIES)}",
        field="strategy", near=near, allowed=list(STRATEGIES),
    )  # fmt: skip


def chosen_in(design: Design) -> tuple[str, ...]:
    """Return the objects whose material or colour a person chose: they keep their substance."""
    return tuple(sorted({object_id for object_id, path in design.chosen if path in ("material", "color")}))


def rejected_in(records: Sequence[Record]) -> tuple[tuple[str, str], ...]:
    """Return objects with materials that a person took them away from: they do not get them again."""
    left = {(one.object_id, str(one.before["material"])) for one in _switched(records) if "material" in one.before}
    return tuple(sorted(left))


def _switched(records: Sequence[Record]) -> Iterator[Change]:
    for record in records:
        if isinstance(record.event, ObjectsSwitched):
            yield from record.event.changes


async def _require_kept(row: JobRow, work: IterateDesign, caller: Caller, core: Core) -> None:
    """Refuse where the design was changed meanwhile, after ending the session for good."""
    if row.status != "failed":
        return
    if row.code != "CONFLICT":
        raise GenerationFailed(row.message or "The search failed", stage="iterating")
    steps = _steps(await records_of(core, work.spec_id, caller), work.session_id)
    before, after = (steps[0].score_before, steps[-1].score_after) if steps else (0.0, 0.0)
    await core.do(
        EndIterations(
            work.spec_id, work.session_id, work.strategy, steps[-1].method if steps else "", len(steps), 0, before,
            after, CHANGED, work.seed,
        ),
        caller,
    )  # fmt: skip
    raise Conflict(row.message, session_id=work.session_id, iterations_kept=len(steps), stopped=CHANGED)


async def _answer(
    row: JobRow, work: IterateDesign, caller: Caller, core: Core, designing: Family3, begun: float
) -> Response[IterateAnswer | JobShown]:
    if not row.has_ended:
        told = {"session_id": work.session_id, "spec_id": work.spec_id}
        return Response(await designing.job_shown(row, told), status_code=202)
    records = await records_of(core, work.spec_id, caller)
    story, iterations = _told(work, records)
    ended = _end(records, work.session_id)
    assert story.design.spec is not None
    answer = IterateAnswer(
        work.session_id, work.spec_id, iterations, story.shown(), designing.preview_url(work.spec_id, story.revision),
        work.strategy, dict(STRATEGIES[work.strategy]), ended.method if ended else "",
        scores_between(work.spec, story.design.spec, work.strategy), ended.evaluations if ended else 0,
        ended.reason if ended else CHANGED if row.code == "CONFLICT" else row.status, work.seed, story.revision, row.id,
        round(time.perf_counter() - begun, 4),
    )  # fmt: skip
    return Response(answer, status_code=200)


def _told(work: IterateDesign, records: Sequence[Record]) -> tuple[Story, list[IterationShown]]:
    """Return the design as the session left it, and the steps that it kept."""
    iterations: list[IterationShown] = []
    story: Story | None = None
    for record, design in revisions(records):
        event = record.event
        is_step = isinstance(event, DesignIterated) and event.session_id == work.session_id
        if is_step or design.revision <= work.revision:
            story = Story(work.spec_id, records[0], record, design)
        if is_step and isinstance(event, DesignIterated):
            iterations.append(_iteration(event, design))
    assert story is not None
    return story, iterations


def _iteration(event: DesignIterated, design: Design) -> IterationShown:
    return IterationShown(
        event.iteration, nested(summed(event.changes, "before")), nested(summed(event.changes, "after")),
        round(event.score_after - event.score_before, 4), event.reason,
        [changed_shown(change) for change in event.changes], event.score_after, design.revision,
    )  # fmt: skip


def summed(changes: Sequence[Change], side: str) -> dict[str, Any]:
    """Return the attributes of all changed objects on one side: the value, or where they differ the range in words."""
    found: dict[str, list[Any]] = {}
    for change in changes:
        for path, value in getattr(change, side).items():
            found.setdefault(path, []).append(value)
    return {path: _summary(values) for path, values in found.items()}


def _summary(values: Sequence[Any]) -> Any:
    if all(one == values[0] for one in values):
        return values[0]
    if all(isinstance(one, int | float) for one in values):
        return f"{min(values):g} to {max(values):g}"
    return ", ".join(sorted({str(one) for one in values}))


def _steps(records: Sequence[Record], session_id: str) -> list[DesignIterated]:
    events = [record.event for record in records]
    return [event for event in events if isinstance(event, DesignIterated) and event.session_id == session_id]


def _end(records: Sequence[Record], session_id: str) -> IterationsEnded | None:
    events = [record.event for record in records]
    ends = (event for event in events if isinstance(event, IterationsEnded) and event.session_id == session_id)
    return next(ends, None)


def scores_between(before: DesignSpec, after: DesignSpec, strategy: Strategy) -> IterateScores:
    """Return all scores of two states of a design."""
    old, new = _values(before), _values(after)
    alike = [name for name in old if name in new]
    weights = {name: weight for name, weight in STRATEGIES[strategy].items() if name in alike}

    def mean(values: dict[str, float], of: dict[str, float]) -> float:
        whole = sum(of.values())
        return round(sum(weight * values[name] for name, weight in of.items()) / whole, 4) if whole else 0.0

    even = dict.fromkeys(alike, 1.0)
    criteria = {name: ScorePair(round(old[name], 4), round(new[name], 4)) for name in alike}
    return IterateScores(
        ScorePair(mean(old, weights), mean(new, weights)), ScorePair(mean(old, even), mean(new, even)), criteria
    )


def _values(spec: DesignSpec) -> dict[str, float]:
    survey = Survey(spec)
    found = {name: one.measure(survey).value for name, one in CRITERION.items()}
    return {name: value for name, value in found.items() if value is not None}


routes: list[ControllerRouterHandler] = [iterate, get_session]
