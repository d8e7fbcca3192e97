"""What may be asked of designs."""

from typing import Any

from msgspec.structs import replace

from commands.base import Command, Noun
from domain.design import (
    ChangesRedone,
    ChangesUndone,
    ComplianceChecked,
    ComplianceFeedbackGiven,
    ComplianceStatus,
    Design,
    DesignBranched,
    DesignEvaluated,
    DesignEvent,
    DesignGenerated,
    DesignIterated,
    GenerationMethod,
    IterationsEnded,
    ObjectsSwitched,
    evolve,
)
from domain.edits import Change, inverse, require_known_objects
from domain.errors import Conflict, Gone, Invalid, NotFound
from domain.scoring import VERSION as SCORING_VERSION
from domain.scoring import evaluate
from domain.spec import DesignSpec
from domain.switching import Update, changes_of_all
from domain.targets import Target, said

REASON_LENGTH_MAX = 1000
REVISIONS_MAX = 10_000


class _DesignCommand(Command, frozen=True):
    spec_id: str

    @property
    def stream(self) -> str:
        """Return the design's id."""
        return self.spec_id


class RecordDesign(_DesignCommand, frozen=True):
    """Keep the spec that a planner made; saying the same twice is no second fact."""

    is_creation = True

    owner: str
    spec: DesignSpec
    prompt_id: str = ""
    job_id: str = ""
    method: GenerationMethod = "planner"
    planner_version: str = ""
    model: str = ""
    fallback_reason: str = ""
    prompt: str = ""
    context: dict[str, Any] = {}
    duration_ms: int = 0


class BranchDesign(_DesignCommand, frozen=True):
    """Begin another design where one stood; who asks has read the spec of the parent at that revision."""

    is_creation = True

    owner: str
    spec: DesignSpec
    parent: str
    parent_revision: int
    reason: str = ""
    chosen: tuple[tuple[str, str], ...] = ()


class SwitchObjects(_DesignCommand, frozen=True):
    """Change material or properties of the objects that are meant; with `expected_revision` only at that one.

    `more` are further edits; all of them are one change, which is made or refused as a whole.
    """

    iteration_id: str
    target: Target
    update: Update
    reason: str = ""
    expected_revision: int | None = None
    more: tuple[tuple[Target, Update], ...] = ()


class UndoChange(_DesignCommand, frozen=True):
    """Take the newest standing change back."""

    expected_revision: int | None = None


class RedoChange(_DesignCommand, frozen=True):
    """Make the change again that was taken back last."""

    expected_revision: int | None = None


class EvaluateDesign(_DesignCommand, frozen=True):
    """Score the design as it stands; without criteria, by all."""

    evaluation_id: str
    criteria: tuple[str, ...] = ()


class KeepIteration(_DesignCommand, frozen=True):
    """Keep one step of a search, found on `revision`; the same step twice is no second fact."""

    session_id: str
    iteration: int
    revision: int
    strategy: str
    method: str
    changes: tuple[Change, ...]
    score_before: float
    score_after: float
    reason: str = ""


class EndIterations(_DesignCommand, frozen=True):
    """State that a search is over."""

    session_id: str
    strategy: str
    method: str
    iterations: int
    evaluations: int
    score_before: float
    score_after: float
    reason: str
    seed: int = 0


class RecordCompliance(_DesignCommand, frozen=True):
    """Keep what came of holding the design, as it stood at `revision`, against rule sets."""

    case_id: str
    revision: int
    status: ComplianceStatus
    score: float
    results: dict[str, Any]
    job_id: str = ""
    geometry_asset: str = ""
    report_asset: str = ""


class GiveComplianceFeedback(_DesignCommand, frozen=True):
    """Say what one thinks of a compliance case."""

    feedback_id: str
    case_id: str
    rating: int
    comments: str = ""
    suggestions: tuple[str, ...] = ()


def _record(command: RecordDesign, design: Design) -> tuple[DesignEvent, ...]:
    spec = replace(command.spec, description=command.prompt) if command.prompt else command.spec
    if design.spec == spec:
        return ()
    return (
        DesignGenerated(
            command.owner, spec, command.prompt_id, command.job_id, command.method, command.planner_version,
            command.model, command.fallback_reason, command.prompt, command.context, command.duration_ms,
        ),
    )  # fmt: skip


def _branch(command: BranchDesign, design: Design) -> tuple[DesignEvent, ...]:
    if design.owner:
        raise Conflict("There is such a design already")
    return (
        DesignBranched(
            command.owner, command.spec, command.parent, command.parent_revision, _line(command.reason), command.chosen
        ),
    )  # fmt: skip


def _switch(command: SwitchObjects, design: Design) -> tuple[DesignEvent, ...]:
    spec = _standing(design, command.expected_revision)
    changes = changes_of_all(spec, ((command.target, command.update), *command.more))
    if not changes:
        return ()
    return (ObjectsSwitched(command.iteration_id, changes, _line(command.reason) or said(command.target)),)


def _undo(command: UndoChange, design: Design) -> tuple[DesignEvent, ...]:
    _standing(design, command.expected_revision)
    if not design.done:
        raise Conflict("There is no change to take back")
    step = design.done[-1]
    return (ChangesUndone(inverse(step.changes), step.revision),)


def _redo(command: RedoChange, design: Design) -> tuple[DesignEvent, ...]:
    _standing(design, command.expected_revision)
    if not design.undone:
        raise Conflict("No change was taken back that could be made again")
    step = design.undone[-1]
    return (ChangesRedone(step.changes, step.revision),)


def _evaluate(command: EvaluateDesign, design: Design) -> tuple[DesignEvent, ...]:
    found = evaluate(_standing(design), command.criteria, chosen=design.chosen)
    return (
        DesignEvaluated(
            command.evaluation_id, design.revision, found.overall,
            {name: score.value for name, score in found.scores.items() if score.applies}, found.feedback,
            tuple(one.text for one in found.recommendations),
            {name: score.numbers for name, score in found.scores.items()}, SCORING_VERSION,
        ),
    )  # fmt: skip


def _keep_iteration(command: KeepIteration, design: Design) -> tuple[DesignEvent, ...]:
    if (command.session_id, command.iteration) in design.kept:
        return ()
    spec = _standing(design)
    if design.revision > command.revision:
        raise Conflict("The design was changed meanwhile; iterate again from there", revision=design.revision)
    if command.score_after <= command.score_before:
        raise Invalid("An iteration that gains nothing is not kept")
    require_known_objects(spec, command.changes)
    return (
        DesignIterated(
            command.session_id, command.iteration, command.strategy, command.method, command.changes,
            command.score_before, command.score_after, _line(command.reason),
        ),
    )  # fmt: skip


def _end_iterations(command: EndIterations, design: Design) -> tuple[DesignEvent, ...]:
    if command.session_id in design.sessions:
        return ()
    return (
        IterationsEnded(
            command.session_id, command.strategy, command.method, command.iterations, command.evaluations,
            command.score_before, command.score_after, command.reason, command.seed,
        ),
    )  # fmt: skip


def _record_compliance(command: RecordCompliance, design: Design) -> tuple[DesignEvent, ...]:
    _standing(design)
    return (
        ComplianceChecked(
            command.case_id, command.revision, command.status, command.score, command.results, command.job_id,
            command.geometry_asset, command.report_asset,
        ),
    )  # fmt: skip


def _give_feedback(command: GiveComplianceFeedback, design: Design) -> tuple[DesignEvent, ...]:
    if command.case_id not in design.cases:
        raise NotFound("Case not found")
    return (
        ComplianceFeedbackGiven(
            command.feedback_id, command.case_id, command.rating, command.comments, command.suggestions
        ),
    )


def _standing(design: Design, expected_revision: int | None = None) -> DesignSpec:
    """Return the spec as it stands; refuse where it is not the expected revision."""
    if design.spec is None:
        raise Gone("The design is not there any more")
    if expected_revision not in (None, design.revision):
        raise Conflict("The design was changed meanwhile", revision=design.revision, expected=expected_revision)
    if design.revision >= REVISIONS_MAX:
        raise Conflict("The design has as many revisions as one may have; branch it", revisions_max=REVISIONS_MAX)
    return design.spec


def _line(text: str) -> str:
    return " ".join(text.split())[:REASON_LENGTH_MAX]


DESIGN = Noun(
    "design",
    Design(),
    evolve,
    lambda design: design.owner,
    {
        RecordDesign: _record,
        BranchDesign: _branch,
        SwitchObjects: _switch,
        UndoChange: _undo,
        RedoChange: _redo,
        EvaluateDesign: _evaluate,
        KeepIteration: _keep_iteration,
        EndIterations: _end_iterations,
        RecordCompliance: _record_compliance,
        GiveComplianceFeedback: _give_feedback,
    },
)
