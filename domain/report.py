"""The report of a design: how it came to be, what was found about it, and every change, told from its events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

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
    IterationsEnded,
    ObjectsSwitched,
    evolve,
)
from domain.edits import Change
from domain.events import Record

OBJECTS_NAMED_MAX = 20


class Generation(msgspec.Struct):
    """How the design came to be."""

    prompt: str = ""
    processing_time: float = 0.0  # seconds
    agent_used: str = ""
    generation_method: str = ""
    planner_version: str = ""
    model: str = ""
    fallback_reason: str = ""
    style: str = ""
    constraints: tuple[str, ...] = ()
    context: dict[str, Any] = {}
    confidence: float = 0.0
    not_understood: tuple[str, ...] = ()
    generated_objects: int = 0
    parent: str = ""
    parent_revision: int = 0


class EvaluationTold(msgspec.Struct):
    """One evaluation."""

    evaluation_id: str
    score: float
    timestamp: datetime
    revision: int
    criteria: dict[str, float]
    feedback: str
    recommendations: tuple[str, ...]
    version: str


class FeedbackTold(msgspec.Struct):
    """What somebody said of a compliance case."""

    feedback_id: str
    rating: int
    comments: str
    suggestions: tuple[str, ...]
    timestamp: datetime


class CaseTold(msgspec.Struct):
    """The newest run of a compliance case."""

    status: ComplianceStatus
    score: float
    timestamp: datetime
    revision: int
    rule_results: dict[str, Any]
    runs: int = 1
    feedback: list[FeedbackTold] = []


class IterationTold(msgspec.Struct):
    """One kept step of a search."""

    iteration: int
    revision: int
    score_before: float
    score_after: float
    score_improvement: float
    reason: str
    objects: list[str]
    timestamp: datetime


class SessionTold(msgspec.Struct):
    """A search for a better design; without `ended_because` it is not over, or was broken off."""

    session_id: str
    strategy: str
    method: str
    iterations: list[IterationTold]
    evaluations: int = 0
    score_before: float = 0.0
    score_after: float = 0.0
    ended_because: str = ""


class ChangeTold(msgspec.Struct):
    """What made a revision."""

    revision: int
    what: str
    reason: str
    by: str  # an account, or a worker
    objects: list[str]
    timestamp: datetime


class Report(msgspec.Struct):
    """Everything that happened to a design, oldest first."""

    generation_details: Generation = msgspec.field(default_factory=Generation)
    evaluation_history: list[EvaluationTold] = []
    compliance_results: dict[str, CaseTold] = {}
    iteration_logs: list[SessionTold] = []
    change_log: list[ChangeTold] = []
    created_at: datetime | None = None
    last_updated: datetime | None = None


class Told(msgspec.Struct, frozen=True):
    """A report, and the design as it stands then."""

    report: Report
    design: Design


def told(records: Iterable[Record]) -> Told:
    """Return the report of a design from all its records; erased ones say nothing."""
    report, design = Report(), Design()
    for record in records:
        if record.event is None:
            continue
        before, design = design, evolve(design, record.event)  # type: ignore[arg-type]
        _tell(report, record, record.event, before, design)  # type: ignore[arg-type]
        report.created_at = report.created_at or record.recorded_at
        report.last_updated = record.recorded_at
    return Told(report, design)


def _tell(report: Report, record: Record, event: DesignEvent, before: Design, after: Design) -> None:
    at, revision = record.recorded_at, after.revision
    if revision > before.revision:
        report.change_log.append(_change(record, event, after))
    match event:
        case DesignGenerated() | DesignBranched():
            report.generation_details = _generation(event)
        case DesignEvaluated():
            report.evaluation_history.append(
                EvaluationTold(
                    event.evaluation_id, event.overall, at, event.revision, _applying(event), event.feedback,
                    event.recommendations, event.version,
                )
            )  # fmt: skip
        case ComplianceChecked(case_id=case_id):
            earlier = report.compliance_results.get(case_id)
            report.compliance_results[case_id] = CaseTold(
                event.status, event.score, at, event.revision, event.results, earlier.runs + 1 if earlier else 1,
                earlier.feedback if earlier else [],
            )  # fmt: skip
        case ComplianceFeedbackGiven(case_id=case_id):
            if case_id in report.compliance_results:
                report.compliance_results[case_id].feedback.append(
                    FeedbackTold(event.feedback_id, event.rating, event.comments, event.suggestions, at)
                )
        case DesignIterated():
            session = _session(report, event)
            session.iterations.append(_iteration(event, revision, at))
        case IterationsEnded():
            session = _session(report, event)
            session.evaluations, session.ended_because = event.evaluations, event.reason
            session.score_before, session.score_after = event.score_before, event.score_after
        case ObjectsSwitched() | ChangesUndone() | ChangesRedone():
            return  # the log of changes has said it


def _applying(event: DesignEvaluated) -> dict[str, float]:
    """Return the criteria that say something about the design."""
    return {name: value for name, value in event.criteria.items() if event.numbers.get(name, {}).get("applies", True)}


def _generation(event: DesignGenerated | DesignBranched) -> Generation:
    spec = event.spec
    told = Generation(
        spec.description, style=spec.style, constraints=spec.constraints, confidence=spec.reading.confidence,
        not_understood=spec.reading.not_understood, generated_objects=len(spec.objects),
    )  # fmt: skip
    if isinstance(event, DesignBranched):
        told.parent, told.parent_revision, told.agent_used = event.parent, event.parent_revision, "branch"
        return told
    told.prompt = event.prompt or spec.description
    told.processing_time = event.duration_ms / 1000
    told.agent_used = event.model or "planner"
    told.generation_method, told.planner_version = event.method, event.planner_version
    told.model, told.fallback_reason, told.context = event.model, event.fallback_reason, event.context
    return told


def _session(report: Report, event: DesignIterated | IterationsEnded) -> SessionTold:
    for session in report.iteration_logs:
        if session.session_id == event.session_id:
            session.score_after = event.score_after
            return session
    begun = SessionTold(
        event.session_id, event.strategy, event.method, [], score_before=event.score_before,
        score_after=event.score_after,
    )  # fmt: skip
    report.iteration_logs.append(begun)
    return begun


def _iteration(event: DesignIterated, revision: int, at: datetime) -> IterationTold:
    gain = round(event.score_after - event.score_before, 6)
    return IterationTold(
        event.iteration, revision, event.score_before, event.score_after, gain, event.reason, _names(event.changes), at
    )


def _change(record: Record, event: DesignEvent, after: Design) -> ChangeTold:
    what, reason, changes = _said(event)
    return ChangeTold(after.revision, what, reason, record.actor, _names(changes), record.recorded_at)


def _said(event: DesignEvent) -> tuple[str, str, tuple[Change, ...]]:
    """Return what an event that makes a revision did, why, and to what."""
    match event:
        case DesignBranched(reason=reason):
            return "branched", reason, ()
        case ObjectsSwitched(reason=reason, changes=changes):
            return "switched", reason, changes
        case DesignIterated(reason=reason, changes=changes):
            return "improved", reason, changes
        case ChangesUndone(revision=revision, changes=changes):
            return "undone", f"revision {revision}", changes
        case ChangesRedone(revision=revision, changes=changes):
            return "redone", f"revision {revision}", changes
        case _:
            return "generated", "", ()


def _names(changes: tuple[Change, ...]) -> list[str]:
    return list(dict.fromkeys(change.object_id for change in changes))[:OBJECTS_NAMED_MAX]
