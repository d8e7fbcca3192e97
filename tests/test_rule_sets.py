"""Rule sets of an admin: what they may hold, and how they come and go."""

from typing import Any

import pytest
from msgspec.structs import replace

from commands.rule_set import DefineRuleSet, WithdrawRuleSet
from domain.compliance import Applies, Rule, RuleSet, check, require_sound
from domain.compliance.checking import required
from domain.errors import Invalid, NotFound
from domain.rule_set import RuleSetDefined, RuleSetWithdrawn
from tests.complying import design, rule_of, thing
from tests.decisions import given as story

CUSTOM = Rule("tall", "Height", "overall_height", "cm", at_most=100.0)


def test_a_custom_rule_set_stands_beside_those_of_the_package() -> None:
    custom = {
        "mine": RuleSet("mine", "Mine", (CUSTOM, replace(CUSTOM, id="none", applies=Applies(archetypes=("car",)))))
    }
    found = check(design(thing("box_1", "box", (1, 1.2, 1))), ["mine"], custom)
    assert found.sets["mine"].issues == ("Height: 120 cm, at most 100 cm required.",)
    assert rule_of(found, "mine", "none").reason.startswith("The rule is for: car")


@pytest.mark.parametrize("change", [{"measures": "beauty"}, {"unit": "deg"}, {"at_most": None}, {"at_least": 200.0}])
def test_rules_that_cannot_be_measured_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        require_sound([replace(CUSTOM, **change)])


def define(**change: Any) -> DefineRuleSet:
    return DefineRuleSet("rules_1", replace(RuleSet("house_rules", "House rules", (CUSTOM,)), **change))


def test_an_admin_defines_rules_once_and_may_withdraw_them() -> None:
    defined = RuleSetDefined(define().rules)
    story().when(define()).then(defined)
    story(defined).when(define()).then_nothing()
    story(defined).when(WithdrawRuleSet("rules_1", " no longer\nneeded ")).then(RuleSetWithdrawn("no longer needed"))
    story(defined, RuleSetWithdrawn()).when(WithdrawRuleSet("rules_1")).then_refuses(NotFound)
    story(defined, RuleSetWithdrawn()).when(define()).then(defined)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "Accessibility"}, "small letters"),
        ({"name": "accessibility"}, "package"),
        ({"rules": ()}, "1 to 100"),
        ({"rules": tuple(replace(CUSTOM, id=f"r{n}") for n in range(101))}, "1 to 100"),
        ({"rules": (CUSTOM, CUSTOM)}, "Two rules"),
        ({"rules": (replace(CUSTOM, at_most=float("nan")),)}, "finite"),
        ({"rules": (replace(CUSTOM, advice="a\x00b"),)}, "printable"),
        ({"about": "x" * 501}, "500"),
    ],
)
def test_rule_sets_have_limits(change: dict[str, Any], words: str) -> None:
    story().when(define(**change)).then_refuses(Invalid, words)


@pytest.mark.parametrize("value", [1e308, -2e6])
def test_a_threshold_beyond_all_bounds_is_refused(value: float) -> None:
    rule = Rule("tall", "Tall", "overall_height", "mm", at_most=value)
    with pytest.raises(Invalid, match="between") as refused:
        require_sound([rule])
    assert refused.value.facts["field"] == "rules.tall.at_most"
    assert len(required(rule)) < 30
