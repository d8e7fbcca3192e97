"""How good a design is, by stated criteria, and which changes would make it better."""

from typing import Annotated, Any

import msgspec
from litestar import post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import UserId, design_of, stamp
from commands.design import EvaluateDesign
from domain.access import Caller
from domain.design import DesignEvaluated
from domain.edits import Change, Facet, nested
from domain.errors import Invalid
from domain.scoring import CRITERIA, VERSION, Evaluation, Recommendation, Score, evaluate
from domain.scoring.criteria import asked_criteria
from domain.spec import DesignSpec
from domain.targets import Target, found
from runtime.ids import new_id

CRITERIA_MAX = 64


class EvaluateRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which design, by which criteria."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    user_id: UserId = None
    criteria: Annotated[
        list[str] | None,
        Meta(
            description=f"Known are {', '.join(CRITERIA)}; none: all of them",
            examples=[["aesthetics", "functionality", "cost"]],
        ),
    ] = None


class ScoresShown(msgspec.Struct):
    """Scores in [0, 10]."""

    overall: Annotated[float, Meta(description="The mean of the criteria that apply", examples=[7.4])]
    criteria: Annotated[
        dict[str, float | None],
        Meta(
            description="null: says nothing of this design",
            examples=[{"aesthetics": 8.1, "cost": 6.0, "stability": None}],
        ),
    ]


class DetailShown(msgspec.Struct):
    """Where a score comes from."""

    score: float | None
    applies: bool
    finding: Annotated[str, Meta(description="One sentence that follows from the numbers")]
    numbers: Annotated[dict[str, Any], Meta(description="What was measured; units stand in the names")]
    method: str
    source: str


class SwitchShown(msgspec.Struct):
    """A recommendation, ready to be sent."""

    text: str
    criterion: Annotated[str, Meta(description="What gains most")]
    gain: Annotated[float, Meta(description="By how much `overall` rises once all of `switches` are sent")]
    switches: Annotated[list[dict[str, Any]], Meta(description="Bodies for POST /switch, in this order")]


class EvaluateAnswer(msgspec.Struct):
    """An evaluation."""

    evaluation_id: Annotated[str, Meta(examples=["eval_01k0000000000000000000000a"])]
    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    scores: ScoresShown
    feedback: str
    recommendations: list[str]
    details: dict[str, DetailShown]
    recommended_switches: list[SwitchShown]
    revision: Annotated[int, Meta(description="Of the design that was scored")]
    scoring_version: str
    created_at: str


@post("/evaluate", operation_id="EvaluateDesign", tags=["Design"], status_code=200)
async def evaluate_design(data: EvaluateRequest, caller: Caller, core: Core) -> EvaluateAnswer:
    """Score a design as it stands: each criterion with its numbers, and changes that were tried and would help."""
    criteria = _criteria(data.criteria or [])
    caller = await acting_for(core, caller, data.user_id)
    await design_of(core, data.spec_id, caller)
    done = await core.do(EvaluateDesign(data.spec_id, new_id("eval"), criteria), caller)
    (record,) = done.records
    event = record.event
    assert isinstance(event, DesignEvaluated)
    spec: DesignSpec = done.state.spec
    scored = evaluate(spec, criteria, chosen=done.state.chosen)  # what the command has just computed
    return EvaluateAnswer(
        event.evaluation_id, data.spec_id, scores_shown(scored), scored.feedback,
        [one.text for one in scored.recommendations],
        {name: detail_shown(score) for name, score in scored.scores.items()},
        [_switch_shown(data.spec_id, spec, one) for one in scored.recommendations],
        event.revision, VERSION, stamp(record.recorded_at),
    )  # fmt: skip


def _criteria(names: list[str]) -> tuple[str, ...]:
    if len(names) > CRITERIA_MAX:
        raise Invalid(f"At most {CRITERIA_MAX} criteria", field="criteria", criteria_max=CRITERIA_MAX)
    return asked_criteria(names)


def scores_shown(scored: Evaluation) -> ScoresShown:
    """Return the scores as the wire shows them."""
    return ScoresShown(scored.overall, {name: detail_shown(score).score for name, score in scored.scores.items()})


def detail_shown(score: Score) -> DetailShown:
    """Return a score with where it comes from."""
    numbers = {name: value for name, value in score.numbers.items() if name != "applies"}
    return DetailShown(
        score.value if score.applies else None, score.applies, score.finding, numbers, score.method, score.source
    )


def _switch_shown(spec_id: str, spec: DesignSpec, one: Recommendation) -> SwitchShown:
    return SwitchShown(one.text, one.criterion, one.gain, switches_of(spec_id, spec, one))


def switches_of(spec_id: str, spec: DesignSpec, one: Recommendation) -> list[dict[str, Any]]:
    """Return the bodies for POST /switch that make a recommended change; one for objects that change alike."""
    alike: dict[bytes, list[Change]] = {}
    for change in one.changes:
        alike.setdefault(msgspec.json.encode(change.after), []).append(change)
    bodies = []
    for changes in alike.values():
        update = nested(_said(changes[0].after))
        targets = _targets(spec, changes)
        bodies += [{"spec_id": spec_id, "target": target, "update": update, "reason": one.text} for target in targets]
    return bodies


def _said(after: dict[str, Facet]) -> dict[str, Facet]:
    """Return what a switch must say; an empty colour follows from another material."""
    return {name: value for name, value in after.items() if name != "color" or value}


def _targets(spec: DesignSpec, changes: list[Change]) -> list[dict[str, str]]:
    """Return the fewest targets that mean exactly these objects."""
    ids = {change.object_id for change in changes}
    if len(ids) > 1:
        first = next(thing for thing in spec.objects if thing.id in ids)
        root, whole = first.id.rpartition("_")[0], first.part_of.rpartition("_")[0]
        for target in ({"type": root, "material": first.material, "part_of": whole}, {"type": root, "part_of": whole}):
            kept = {name: value for name, value in target.items() if value}
            if _meant(spec, kept) == ids:
                return [kept]
    return [{"object_id": change.object_id} for change in changes]


def _meant(spec: DesignSpec, target: dict[str, str]) -> set[str]:
    try:
        return {thing.id for thing in found(spec, Target(**target))}
    except Invalid:
        return set()


routes: list[ControllerRouterHandler] = [evaluate_design]
