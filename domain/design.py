"""A design: a spec, every change of it, and what was found about it."""

from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from domain.edits import Change, applied
from domain.events import Event
from domain.spec import DesignSpec

GenerationMethod = Literal["planner", "lm_adapter", "planner_fallback"]
ComplianceStatus = Literal["PASSED", "WARNING", "FAILED", "NOT_CHECKED"]
UNDO_MAX = 1000


class DesignGenerated(Event, frozen=True, tag="design.generated"):
    """A spec was made from words."""

    owner: str
    spec: DesignSpec
    prompt_id: str = ""
    job_id: str = ""
    method: GenerationMethod = "planner"
    planner_version: str = ""
    model: str = ""  # the language model that was asked
    fallback_reason: str = ""  # why its reading was not taken
    prompt: str = ""  # the words, where no prompt of its own holds them
    context: dict[str, Any] = {}
    duration_ms: int = 0  # from the request to the spec


class DesignBranched(Event, frozen=True, tag="design.branched"):
    """A design begins where another one stood."""

    owner: str
    spec: DesignSpec
    parent: str
    parent_revision: int
    reason: str = ""
    chosen: tuple[tuple[str, str], ...] = ()  # objects, and the attributes of them that people had set there


class ObjectsSwitched(Event, frozen=True, tag="design.objects-switched"):
    """Objects are of something else now, or otherwise changed."""

    iteration_id: str
    changes: tuple[Change, ...]
    reason: str = ""  # what was asked, in words


class ChangesUndone(Event, frozen=True, tag="design.changes-undone"):
    """The newest change that still stood was taken back; `changes` are those that do it."""

    changes: tuple[Change, ...]
    revision: int  # the one that the taken back change had made


class ChangesRedone(Event, frozen=True, tag="design.changes-redone"):
    """The change that was taken back last was made again."""

    changes: tuple[Change, ...]
    revision: int  # the one that the change had made first


class DesignIterated(Event, frozen=True, tag="design.iterated"):
    """A search for a better design kept one step."""

    session_id: str
    iteration: int  # from 1
    strategy: str
    method: str  # which search found it, like "policy" or "greedy"
    changes: tuple[Change, ...]
    score_before: float
    score_after: float
    reason: str = ""


class IterationsEnded(Event, frozen=True, tag="design.iterations-ended"):
    """A search for a better design is over."""

    session_id: str
    strategy: str
    method: str
    iterations: int
    evaluations: int
    score_before: float
    score_after: float
    reason: str  # why it ended
    seed: int = 0


class DesignEvaluated(Event, frozen=True, tag="design.evaluated"):
    """The design was scored: each criterion in [0, 10], with the numbers that it came from."""

    evaluation_id: str
    revision: int
    overall: float
    criteria: dict[str, float]
    feedback: str
    recommendations: tuple[str, ...]
    numbers: dict[str, dict[str, Any]] = {}  # by criterion
    version: str = ""  # of the scoring


class ComplianceChecked(Event, frozen=True, tag="design.compliance-checked"):
    """The design was held against rule sets."""

    case_id: str  # the caller's own name of the case
    revision: int
    status: ComplianceStatus
    score: float  # in [0, 100]
    results: dict[str, Any]  # by rule set: status, score, issues, rules
    job_id: str = ""
    geometry_asset: str = ""
    report_asset: str = ""


class ComplianceFeedbackGiven(Event, frozen=True, tag="design.compliance-feedback-given"):
    """Somebody said what they think of a compliance case."""

    feedback_id: str
    case_id: str
    rating: int  # 1 to 5
    comments: str = ""
    suggestions: tuple[str, ...] = ()


SpecEvent = DesignGenerated | DesignBranched | ObjectsSwitched | ChangesUndone | ChangesRedone | DesignIterated
"""The events that make a new revision."""
FindingEvent = IterationsEnded | DesignEvaluated | ComplianceChecked | ComplianceFeedbackGiven
DesignEvent = SpecEvent | FindingEvent


class Step(msgspec.Struct, frozen=True):
    """A change that can be taken back or made again."""

    revision: int
    changes: tuple[Change, ...]
    is_chosen: bool = False  # by a person, not by a search


class Design(msgspec.Struct, frozen=True):
    """A design as it stands; its first spec is revision 1, and every change of it makes the next."""

    owner: str = ""
    spec: DesignSpec | None = None
    revision: int = 0
    parent: str = ""
    parent_revision: int = 0
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    cases: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()  # of iterations, ended ones
    kept: frozenset[tuple[str, int]] = frozenset()  # iterations: the session, and its number there
    inherited: frozenset[tuple[str, str]] = frozenset()  # what people had set where it was branched

    @property
    def chosen(self) -> frozenset[tuple[str, str]]:
        """Return objects, and the attributes of them that a person has set and not taken back."""
        changes = (change for step in self.done if step.is_chosen for change in step.changes)
        return self.inherited | {(change.object_id, path) for change in changes for path in change.after}


def evolve(design: Design, event: DesignEvent) -> Design:
    """Return the design as it stands after `event`."""
    match event:
        case DesignGenerated(owner=owner, spec=spec):
            return replace(design, owner=owner, spec=spec, revision=design.revision + 1, done=(), undone=())
        case DesignBranched(owner=owner, spec=spec, parent=parent, parent_revision=revision, chosen=chosen):
            return Design(owner, spec, 1, parent, revision, inherited=frozenset(chosen))
        case ObjectsSwitched(changes=changes):
            return _stepped(design, changes, is_chosen=True)
        case DesignIterated(session_id=session_id, iteration=iteration, changes=changes):
            return replace(_stepped(design, changes), kept=design.kept | {(session_id, iteration)})
        case ChangesUndone(changes=changes):
            return replace(_with(design, changes), done=design.done[:-1], undone=(*design.undone, *design.done[-1:]))
        case ChangesRedone(changes=changes):
            return replace(_with(design, changes), done=(*design.done, *design.undone[-1:]), undone=design.undone[:-1])
        case ComplianceChecked(case_id=case_id):
            return replace(design, cases=design.cases | {case_id})
        case IterationsEnded(session_id=session_id):
            return replace(design, sessions=design.sessions | {session_id})
        case DesignEvaluated() | ComplianceFeedbackGiven():
            return design


def _stepped(design: Design, changes: tuple[Change, ...], *, is_chosen: bool = False) -> Design:
    step = Step(design.revision + 1, changes, is_chosen)
    return replace(_with(design, changes), done=(*design.done, step)[-UNDO_MAX:], undone=())


def _with(design: Design, changes: tuple[Change, ...]) -> Design:
    spec = applied(design.spec, changes) if design.spec else None
    return replace(design, spec=spec, revision=design.revision + 1)
