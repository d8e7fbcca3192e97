"""Holding a design against rules."""

from collections.abc import Mapping, Sequence

from domain.compliance.measures import MEASURES
from domain.compliance.site import Site
from domain.compliance.types import (
    UNITS,
    VALUES_KEPT,
    Compliance,
    Measured,
    Rule,
    RuleResult,
    RuleSet,
    SetResult,
    Value,
)
from domain.design import ComplianceStatus
from domain.spec import DesignSpec

PRECISION = 1e-6
_LONG = 1e9  # as a number of millimetres: what was measured of an absurd design is still legible
ENOUGH_SHARE = 0.5
"""A set of which fewer rules for such a design could be checked is not passed, however well the rest came out."""
_WORST: tuple[ComplianceStatus, ...] = ("FAILED", "WARNING", "PASSED")
_SHOWN: Mapping[str, str] = {"m2": "m²", "deg": "°", "1": ""}


def checked(spec: DesignSpec, sets: Sequence[RuleSet]) -> Compliance:
    """Return what comes of holding a design against rule sets; each measurement is made once."""
    site = Site(spec)
    made: dict[str, Measured] = {}
    results = {one.name: _set_result(one, site, made) for one in sets}
    return Compliance(
        overall([one.status for one in results.values()]),
        _mean([one.score for one in results.values() if one.checked]),
        results,
    )


def _set_result(rules: RuleSet, site: Site, made: dict[str, Measured]) -> SetResult:
    found = tuple(_rule_result(rule, site, made) for rule in rules.rules)
    done = [one for one in found if one.status != "NOT_CHECKED"]
    issues = tuple(issue for one in done for issue in one.issues)
    status = _worst([one.status for one in done])
    meant = sum(not _not_for(rule, site) for rule in rules.rules)
    if status == "PASSED" and any(rule.clause for rule in rules.rules) and not any(one.clause for one in done):
        status, issues = ("WARNING", (f"Nothing is broken, but no clause could be checked, only: {_titles(done)}.",))
    elif status == "PASSED" and len(done) < ENOUGH_SHARE * meant:
        status, issues = (
            "WARNING",
            (f"Nothing is broken, but only {len(done)} of {meant} rules for such a design could be checked.",),
        )
    return SetResult(
        rules.title, status, _mean([one.score for one in done]), issues, len(done), len(found) - len(done), found
    )


def _titles(found: Sequence[RuleResult]) -> str:
    return ", ".join(one.title for one in found)


def _rule_result(rule: Rule, site: Site, made: dict[str, Measured]) -> RuleResult:
    why_not = _not_for(rule, site)
    if not why_not:
        if rule.measures not in made:
            made[rule.measures] = MEASURES[rule.measures].measured(site)
        why_not = made[rule.measures].missing
    if why_not:
        return _result(rule, "NOT_CHECKED", reason=why_not)
    factor = UNITS[rule.unit][1]
    values = sorted(
        (Value(one.object_id, round(one.value / factor, 4)) for one in made[rule.measures].values),
        key=lambda one: (-_beyond(rule, one.value), one.object_id),
    )
    bad = [one for one in values if _beyond(rule, one.value) > PRECISION]
    broken: ComplianceStatus = "FAILED" if rule.weight == "required" else "WARNING"
    score = round(100 * (1 - len(bad) / len(values)), 1)
    return _result(rule, broken if bad else "PASSED", values=values, issues=_issues(rule, bad), score=score)


def _result(
    rule: Rule, status: ComplianceStatus, *, reason: str = "", values: Sequence[Value] = (),
    issues: tuple[str, ...] = (), score: float = 0.0,
) -> RuleResult:  # fmt: skip
    return RuleResult(
        rule.id, rule.title, rule.clause, rule.edition, status, rule.weight, rule.measures, rule.unit, required(rule),
        tuple(values[:VALUES_KEPT]), len(values), reason, rule.advice, rule.assumes, issues, score,
    )  # fmt: skip


def _not_for(rule: Rule, site: Site) -> str:
    """Return why a rule is not for a design, or an empty text."""
    applies, reading = rule.applies, site.spec.reading
    if not site.things:
        return "The design has no objects"
    kinds = {reading.archetype, reading.category} - {""}
    if kinds & set(applies.not_for):
        return f"The rule is not for: {', '.join(applies.not_for)}; this is {_one(reading.archetype)}"
    if not applies.design_types and not applies.archetypes:
        return ""
    if reading.design_type in applies.design_types or reading.archetype in applies.archetypes:
        return ""
    meant = [*(f"designs of type {name}" for name in applies.design_types), *applies.archetypes]
    return f"The rule is for: {', '.join(meant)}; this is a design of type {reading.design_type} ({reading.archetype})"


def _beyond(rule: Rule, value: float) -> float:
    """Return by how much a value lies outside of the thresholds; negative inside."""
    low = -float("inf") if rule.at_least is None else rule.at_least - value
    high = -float("inf") if rule.at_most is None else value - rule.at_most
    return max(low, high)


def required(rule: Rule) -> str:
    """Return a rule's thresholds in words."""
    if rule.at_least is not None and rule.at_most is not None:
        return f"{rule.at_least:g} to {shown(rule.at_most, rule)}"
    if rule.at_least is not None:
        return f"at least {shown(rule.at_least, rule)}"
    assert rule.at_most is not None
    return f"at most {shown(rule.at_most, rule)}"


def shown(value: float, rule: Rule) -> str:
    """Return a value with its unit."""
    is_long = abs(value) >= _LONG
    digits = f"{value:.1f}".rstrip("0").rstrip(".") if rule.unit == "mm" and not is_long else f"{value:.4g}"
    unit = _SHOWN.get(rule.unit, rule.unit)
    return f"{digits}{'' if unit in ('', '°') else ' '}{unit}"


def _issues(rule: Rule, bad: Sequence[Value]) -> tuple[str, ...]:
    if not bad:
        return ()
    worst = bad[0]
    where = f" ({worst.object_id})" if worst.object_id else ""
    more = f"; {len(bad) - 1} more" if len(bad) > 1 else ""
    found = (
        f"{worst.value:g} {'is' if worst.value == 1 else 'are'} not" if _is_count(rule) else shown(worst.value, rule)
    )
    wanted = "" if _is_count(rule) else f"{required(rule)} "
    source = f" by {rule.edition} {rule.clause}".rstrip() if rule.clause or rule.edition else ""
    verb = "required" if rule.weight == "required" else "advised"
    is_low = rule.at_least is not None and worst.value < rule.at_least
    said = rule.advice_low if is_low and rule.advice_low else rule.advice
    advice = f" {said}" if said else ""
    return (f"{rule.title}: {found}{where}{more}, {wanted}{verb}{source}.{advice}",)


def _is_count(rule: Rule) -> bool:
    """Return whether a rule counts what must not be."""
    return rule.unit == "1" and rule.at_most == 0


def _one(name: str) -> str:
    return f"{'an' if name[:1] in tuple('aeiou') else 'a'} {name}"


def overall(statuses: Sequence[ComplianceStatus]) -> ComplianceStatus:
    """Return the status of a whole case: the worst of its sets; it is not PASSED where a set could not be checked."""
    worst = _worst(statuses)
    return "WARNING" if worst == "PASSED" and "NOT_CHECKED" in statuses else worst


def _worst(statuses: Sequence[ComplianceStatus]) -> ComplianceStatus:
    return next((status for status in _WORST if status in statuses), "NOT_CHECKED")


def _mean(scores: Sequence[float]) -> float:
    return round(sum(scores) / len(scores), 1) if scores else 0.0
