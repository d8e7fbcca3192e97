"""Holding a design against rules: what its boxes and properties tell is measured, the rest is not checked."""

import difflib
from collections.abc import Mapping, Sequence

from domain.compliance.checking import checked
from domain.compliance.loading import NAMES, built_in, require_sound
from domain.compliance.measures import MEASURES
from domain.compliance.types import Applies, Compliance, Rule, RuleResult, RuleSet, SetResult, Value
from domain.errors import Invalid
from domain.spec import DesignSpec

__all__ = [
    "DEFAULTS", "MEASURES", "NAMES", "VERSION", "Applies", "Compliance", "Rule", "RuleResult", "RuleSet", "SetResult",
    "Value", "built_in", "check", "chosen", "require_sound",
]  # fmt: skip

VERSION = "1.4"
DEFAULTS = ("building_code", "accessibility", "fire_safety")
"""Rule sets that are checked where none is named."""


def check(spec: DesignSpec, rule_sets: Sequence[str] = (), custom: Mapping[str, RuleSet] | None = None) -> Compliance:
    """Return what comes of holding a design against rule sets by name; `custom` ones stand beside the package's.

    Raises
    ------
    Invalid
        A rule set is not known; the facts `allowed` and `near` list those that are.
    """
    return checked(spec, chosen(rule_sets, custom or {}))


def chosen(names: Sequence[str], custom: Mapping[str, RuleSet]) -> tuple[RuleSet, ...]:
    """Return rule sets by name, each once; without names the usual ones.

    Raises
    ------
    Invalid
        A rule set is not known.
    """
    known = {**custom, **built_in()}
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name[:64].casefold(), known, 3, 0.5)
            hint = f"; near are {', '.join(near)}" if near else ""
            raise Invalid(
                f"There is no rule set {name[:64]!r}{hint}; known are {', '.join(sorted(known))}",
                field="compliance_rules", allowed=sorted(known), near=near,
            )  # fmt: skip
    return tuple(known[name] for name in dict.fromkeys(names or DEFAULTS))
