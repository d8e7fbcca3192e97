"""The rule sets that come with the package: one readable file each, in `rules/`."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from domain.compliance.measures import MEASURES
from domain.compliance.types import UNITS, Rule, RuleSet
from domain.errors import Invalid

THRESHOLD_MAX = 1e6  # in any unit: a thousand kilometres, and still legible
NAMES = ("building_code", "accessibility", "fire_safety", "structural", "electrical", "vehicle", "product_safety")


@cache
def built_in() -> dict[str, RuleSet]:
    """Return the rule sets of the package by name."""
    folder = files("domain.compliance") / "rules"
    found = {}
    for name in NAMES:
        content = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        found[name] = msgspec.convert({"name": name, **content}, RuleSet)
        require_sound(found[name].rules)
    return found


def require_sound(rules: Sequence[Rule]) -> None:
    """Refuse rules that name no known measurement, or thresholds that do not fit it.

    Raises
    ------
    Invalid
        The facts name the rule and what is allowed.
    """
    seen: set[str] = set()
    for rule in rules:
        field = f"rules.{rule.id}"
        if rule.id in seen:
            raise Invalid(f"Two rules have the id {rule.id!r}", field=field)
        seen.add(rule.id)
        if rule.measures not in MEASURES:
            raise Invalid(f"There is no measurement {rule.measures!r}", field=field, allowed=sorted(MEASURES))
        own = MEASURES[rule.measures].unit
        if UNITS[rule.unit][0] != own:
            fitting = [unit for unit, (base, _) in UNITS.items() if base == own]
            raise Invalid(f"{rule.measures} is measured in another unit than {rule.unit}", field=field, allowed=fitting)
        _require_thresholds(rule, field)


def _require_thresholds(rule: Rule, field: str) -> None:
    if rule.at_least is None and rule.at_most is None:
        raise Invalid("A rule needs `at_least` or `at_most`", field=field)
    for name, value in (("at_least", rule.at_least), ("at_most", rule.at_most)):
        if value is not None and not abs(value) <= THRESHOLD_MAX:
            raise Invalid(
                f"A threshold lies between -{THRESHOLD_MAX:,.0f} and {THRESHOLD_MAX:,.0f}", field=f"{field}.{name}",
                threshold_max=THRESHOLD_MAX,
            )  # fmt: skip
    if rule.at_least is not None and rule.at_most is not None and rule.at_least > rule.at_most:
        raise Invalid("`at_least` is more than `at_most`", field=field)
