"""A rule set that an admin defined, beside those that come with the package; everybody may check designs by it.

Its stream belongs to the system: thresholds are nobody's personal data.
"""

import msgspec
from msgspec.structs import replace

from domain.compliance.types import RuleSet
from domain.events import Event

NAME_PATTERN = r"^[a-z][a-z0-9_-]{2,63}$"
RULES_MAX = 100
RULE_ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
TEXT_LENGTH_MAX = 500


class RuleSetDefined(Event, frozen=True, tag="rule_set.defined"):
    """A rule set says this from now on; cases that were checked before keep what they found."""

    rules: RuleSet


class RuleSetWithdrawn(Event, frozen=True, tag="rule_set.withdrawn"):
    """Nobody can check by the rule set any more."""

    reason: str = ""


RuleSetEvent = RuleSetDefined | RuleSetWithdrawn


class CustomRuleSet(msgspec.Struct, frozen=True):
    """A rule set as it stands; without rules it was withdrawn, or never defined."""

    rules: RuleSet | None = None
    edition: int = 0  # counts definitions


def evolve(rule_set: CustomRuleSet, event: RuleSetEvent) -> CustomRuleSet:
    """Return the rule set as it stands after `event`."""
    match event:
        case RuleSetDefined(rules=rules):
            return CustomRuleSet(rules, rule_set.edition + 1)
        case RuleSetWithdrawn():
            return replace(rule_set, rules=None)
