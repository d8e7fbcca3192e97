"""The report of a compliance case as a PDF: a picture, what was measured, and what was not checked."""

from typing import Any

from domain.compliance import Compliance, RuleResult, RuleSet, SetResult
from domain.compliance.coverage import coverage_of
from domain.spec import DesignSpec
from engine.pages import typeset

NOTICE = "Made by a program from a drawing. Not legal advice, and no substitute for an authority or an engineer."
NOTES = (
    "Only what the design holds is measured: the boxes of its objects, how they are turned, and their properties. "
    "What it does not hold is “not checked”, and never counts as passed.",
    "A set is “passed” only where nothing is broken and at least half of its rules for such a design could be checked;"
    " else it is a warning that says so. The whole has the worst status of its sets; it is not “passed” where one could"
    " not be checked at all.",
    "The score of a rule is the share of the measured things that lie within; the score of a set is the mean of its "
    "checked rules. A broken rule that is required fails its set; one that is advised is a warning.",
    "Codes differ by place, use and edition, and have exceptions that are not modelled. Thresholds are cited with "
    "clause and edition so that they can be looked up; what a measurement assumes stands under its rule.",
    NOTICE,
)
VALUES_SHOWN = 3
_UNITS = {"m2": " m²", "deg": "°", "1": "", "%": " %"}


def compliance_report(
    spec: DesignSpec,
    found: Compliance,
    sets: tuple[RuleSet, ...],
    picture: bytes,
    *,
    case_id: str,
    facts: dict[str, str],
) -> bytes:
    """Return the report as a PDF; the same case gives the same bytes."""
    return typeset(
        "compliance", report_data(spec, found, sets, case_id=case_id, facts=facts), {"picture.jpg": picture}
    )[0]


def report_data(
    spec: DesignSpec, found: Compliance, sets: tuple[RuleSet, ...], *, case_id: str, facts: dict[str, str]
) -> dict[str, Any]:
    """Return what the template shows."""
    about, told = {one.name: one.about for one in sets}, coverage_of(found.sets)
    return {
        "case_id": case_id,
        "design": spec.name,
        "status": found.status,
        "score": f"{found.score:g}",
        "checked": told.checked,
        "covered": told.words,
        "facts": [["Case", case_id], *([name, value] for name, value in facts.items())],
        "issues": [issue for one in found.sets.values() for issue in one.issues],
        "sets": [_set(name, one, about.get(name, "")) for name, one in found.sets.items()],
        "notes": list(NOTES),
        "notice": NOTICE,
    }


def _set(name: str, one: SetResult, about: str) -> dict[str, Any]:
    return {
        "name": name,
        "title": one.title,
        "about": about,
        "status": one.status,
        "score": f"{one.score:g}",
        "checked": one.checked,
        "not_checked": one.not_checked,
        "rules": [_rule(rule) for rule in one.rules],
    }


def _rule(rule: RuleResult) -> dict[str, str]:
    plain = {name: str(getattr(rule, name)) for name in ("title", "edition", "clause", "status", "weight", "required")}
    return {**plain, "reason": rule.reason, "assumes": rule.assumes, "measured": _measured(rule)}


def _measured(rule: RuleResult) -> str:
    unit = _UNITS.get(rule.unit, f" {rule.unit}")
    shown = [
        f"{one.value:.1f}".removesuffix(".0") + unit + (f" ({one.object_id})" if one.object_id else "")
        if rule.unit == "mm"
        else f"{one.value:.4g}{unit}" + (f" ({one.object_id})" if one.object_id else "")
        for one in rule.values[:VALUES_SHOWN]
    ]
    more = rule.measured_count - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
