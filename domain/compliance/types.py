"""What compliance is made of: rules, what was measured, and what came of it."""

from typing import Any, Literal

import msgspec

from domain.design import ComplianceStatus
from domain.spec import DesignType

Weight = Literal["required", "advised"]
Unit = Literal["mm", "cm", "m", "m2", "deg", "%", "1"]
UNITS: dict[Unit, tuple[str, float]] = {
    "mm": ("m", 0.001), "cm": ("m", 0.01), "m": ("m", 1.0), "m2": ("m2", 1.0), "deg": ("deg", 1.0), "%": ("1", 0.01),
    "1": ("1", 1.0),
}  # fmt: skip
"""Units in which a threshold may stand: the measurement's own unit, and how much of it that is."""
VALUES_KEPT = 12


class Applies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which designs a rule is for: any of the named ones; naming nothing, all; never those in `not_for`."""

    design_types: tuple[DesignType, ...] = ()
    archetypes: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()  # categories and archetypes


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One clause: a named measurement must lie within thresholds."""

    id: str
    title: str
    measures: str
    unit: Unit
    clause: str = ""
    edition: str = ""
    at_least: float | None = None
    at_most: float | None = None
    weight: Weight = "required"  # breaking what is advised is a warning
    applies: Applies = Applies()
    advice: str = ""
    assumes: str = ""  # how far the measurement stands for what the clause means
    confirmed: str = ""  # where the clause was read
    advice_low: str = ""  # instead of `advice`, where a value is less than `at_least`


class RuleSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules under one name."""

    name: str
    title: str
    rules: tuple[Rule, ...]
    about: str = ""


class Value(msgspec.Struct, frozen=True):
    """One measured thing; without an object it is the whole design."""

    object_id: str
    value: float


class Measured(msgspec.Struct, frozen=True):
    """What a measurement found, in its own unit; nothing, and why."""

    values: tuple[Value, ...] = ()
    missing: str = ""


class RuleResult(msgspec.Struct, frozen=True):
    """What came of one rule; `values` are in the rule's unit, the worst first."""

    id: str
    title: str
    clause: str
    edition: str
    status: ComplianceStatus
    weight: Weight
    measures: str
    unit: Unit
    required: str
    values: tuple[Value, ...] = ()
    measured_count: int = 0
    reason: str = ""  # why it was not checked
    advice: str = ""
    assumes: str = ""
    issues: tuple[str, ...] = ()
    score: float = 0.0  # in [0, 100]: the share of what was measured that lies within


class SetResult(msgspec.Struct, frozen=True):
    """What came of one rule set; the score counts checked rules only, and is 0 where there is none."""

    title: str
    status: ComplianceStatus
    score: float
    issues: tuple[str, ...]
    checked: int
    not_checked: int
    rules: tuple[RuleResult, ...]


class Compliance(msgspec.Struct, frozen=True):
    """What came of holding a design against rule sets."""

    status: ComplianceStatus
    score: float
    sets: dict[str, SetResult]

    def results(self) -> dict[str, Any]:
        """Return the rule sets as plain values, as an event keeps them."""
        plain: dict[str, Any] = msgspec.to_builtins(self.sets)
        return plain
