"""The report of a design as a PDF: its picture, how it came to be, its scores, its cases, and every change."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from domain.compliance.coverage import coverage_of
from domain.report import CaseTold, ChangeTold, Report, SessionTold
from domain.spec import DesignSpec
from engine.pages import typeset

NEWEST_SHOWN = 40
ISSUES_SHOWN = 12


def design_report(spec_id: str, revision: int, spec: DesignSpec, report: Report, picture: bytes) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes."""
    return typeset("design", report_data(spec_id, revision, spec, report), {"picture.jpg": picture})[0]


def report_data(spec_id: str, revision: int, spec: DesignSpec, report: Report) -> dict[str, Any]:
    """Return what the template shows; of long lists the newest."""
    materials = Counter(one.material for one in spec.objects)
    newest = report.evaluation_history[-1] if report.evaluation_history else None
    return {
        "spec_id": spec_id,
        "name": spec.name,
        "revision": revision,
        "prompt": report.generation_details.prompt or spec.description,
        "facts": _facts(spec_id, revision, spec, report),
        "score": f"{newest.score:.2f}" if newest else "",
        "scores": sorted([name, value, f"{value:.2f}"] for name, value in newest.criteria.items()) if newest else [],
        "feedback": newest.feedback if newest else "",
        "recommendations": list(newest.recommendations) if newest else [],
        "evaluations": [
            [_time(one.timestamp), str(one.revision), f"{one.score:g}", ", ".join(one.criteria)]
            for one in report.evaluation_history[-NEWEST_SHOWN:]
        ],
        "cases": [
            {
                "name": name, "status": one.status, "score": f"{one.score:g}", "revision": one.revision,
                "time": _time(one.timestamp), "covered": coverage_of(_sets(one)).words,
                "issues": _issues(one.rule_results),
            }
            for name, one in report.compliance_results.items()
        ],
        "sessions": [_session(one) for one in report.iteration_logs],
        "changes": [_change(one) for one in report.change_log[-NEWEST_SHOWN:]],
        "changes_left_out": max(len(report.change_log) - NEWEST_SHOWN, 0),
        "materials": [[name, str(count)] for name, count in materials.most_common()],
        "objects": [
            [one.id, one.part_of, one.type, one.material, " × ".join(f"{side:.2f}" for side in _sides(one.dimensions))]
            for one in spec.objects
        ],
    }  # fmt: skip


def _facts(spec_id: str, revision: int, spec: DesignSpec, report: Report) -> list[list[str]]:
    made = report.generation_details
    told = {
        "Design": spec_id,
        "Revision": str(revision),
        "Made": _time(report.created_at) if report.created_at else "",
        "Changed last": _time(report.last_updated) if report.last_updated else "",
        "Read by": " ".join(filter(None, (made.agent_used, made.planner_version))),
        "In": f"{made.processing_time:.3f} s" if made.processing_time else "",
        "Style": spec.style,
        "Constraints": "; ".join(spec.constraints),
        "Branched from": f"{made.parent}, revision {made.parent_revision}" if made.parent else "",
        "Not understood": "; ".join(made.not_understood),
    }
    return [[name, value] for name, value in told.items() if value]


def _session(one: SessionTold) -> dict[str, Any]:
    return {
        "strategy": one.strategy.replace("_", " "),
        "method": one.method,
        "before": f"{one.score_before:.2f}",
        "after": f"{one.score_after:.2f}",
        "ended": one.ended_because or "not ended",
        "steps": [[str(step.revision), f"{step.score_improvement:+.3f}", step.reason] for step in one.iterations],
    }


def _change(one: ChangeTold) -> list[str]:
    objects = ", ".join(one.objects[:4]) + (f" and {len(one.objects) - 4} more" if len(one.objects) > 4 else "")
    return [str(one.revision), _time(one.timestamp), one.what, one.reason or "–", objects or "–"]


def _issues(results: dict[str, Any]) -> list[str]:
    found = [str(issue) for one in results.values() if isinstance(one, dict) for issue in one.get("issues", ())]
    return [*found[:ISSUES_SHOWN], *([f"and {len(found) - ISSUES_SHOWN} more"] if len(found) > ISSUES_SHOWN else [])]


def _sets(one: CaseTold) -> dict[str, Any]:
    return {name: found for name, found in one.rule_results.items() if isinstance(found, dict)}


def _sides(size: Any) -> tuple[float, float, float]:
    return size.width, size.height, size.depth


def _time(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
