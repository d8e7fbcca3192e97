"""What may be asked of rule sets, by admins alone."""

import math
import re
from typing import ClassVar

from commands.base import Command, Noun
from domain.compliance import NAMES, Rule, RuleSet, require_sound
from domain.errors import Invalid, NotFound
from domain.rule_set import (
    NAME_PATTERN,
    RULE_ID_PATTERN,
    RULES_MAX,
    TEXT_LENGTH_MAX,
    CustomRuleSet,
    RuleSetDefined,
    RuleSetEvent,
    RuleSetWithdrawn,
    evolve,
)


class DefineRuleSet(Command, frozen=True):
    """Give a name to rules; saying the same twice is no second fact."""

    is_creation = True
    is_for_admins: ClassVar[bool] = True

    rule_set_id: str
    rules: RuleSet
    owner: str = "system"

    @property
    def stream(self) -> str:
        """Return the one id that belongs to the name."""
        return self.rule_set_id


class WithdrawRuleSet(Command, frozen=True):
    """Let nobody check by these rules any more."""

    is_for_admins: ClassVar[bool] = True

    rule_set_id: str
    reason: str = ""

    @property
    def stream(self) -> str:
        """Return the rule set's id."""
        return self.rule_set_id


def _define(command: DefineRuleSet, rule_set: CustomRuleSet) -> tuple[RuleSetEvent, ...]:
    rules = command.rules
    if not re.fullmatch(NAME_PATTERN, rules.name):
        raise Invalid("A name has 3 to 64 small letters, digits, - and _, a letter first", field="name")
    if rules.name in NAMES:
        raise Invalid("A rule set of the package has this name", field="name", taken=list(NAMES))
    if not 1 <= len(rules.rules) <= RULES_MAX:
        raise Invalid(f"A rule set has 1 to {RULES_MAX} rules", field="rules", rules_max=RULES_MAX)
    for place, rule in enumerate(rules.rules):
        _require_plain(rule, f"rules[{place}]")
    for field in ("title", "about"):
        _require_text(getattr(rules, field), field)
    require_sound(rules.rules)
    return () if rule_set.rules == rules else (RuleSetDefined(rules),)


def _require_plain(rule: Rule, field: str) -> None:
    """Refuse rules whose texts are too long, or whose thresholds are no finite numbers."""
    if not re.fullmatch(RULE_ID_PATTERN, rule.id):
        raise Invalid("A rule's id has 1 to 64 letters, digits, . - and _", field=f"{field}.id")
    for name in ("title", "clause", "edition", "advice", "assumes", "confirmed"):
        _require_text(getattr(rule, name), f"{field}.{name}")
    for name in rule.applies.archetypes:
        _require_text(name, f"{field}.applies.archetypes")
    if len(rule.applies.archetypes) > RULES_MAX:
        raise Invalid(f"At most {RULES_MAX} archetypes may be named", field=f"{field}.applies.archetypes")
    for name in ("at_least", "at_most"):
        value = getattr(rule, name)
        if value is not None and not math.isfinite(value):
            raise Invalid("A threshold must be a finite number", field=f"{field}.{name}")


def _require_text(text: str, field: str) -> None:
    if len(text) > TEXT_LENGTH_MAX or not text.isprintable():
        raise Invalid(f"It may have {TEXT_LENGTH_MAX} printable characters", field=field, length_max=TEXT_LENGTH_MAX)


def _withdraw(command: WithdrawRuleSet, rule_set: CustomRuleSet) -> tuple[RuleSetEvent, ...]:
    if rule_set.rules is None:
        raise NotFound("Rule set not found")
    return (RuleSetWithdrawn(" ".join(command.reason.split())[:TEXT_LENGTH_MAX]),)


RULE_SET = Noun(
    "rule_set",
    CustomRuleSet(),
    evolve,
    lambda rule_set: "system",
    {DefineRuleSet: _define, WithdrawRuleSet: _withdraw},
)
