"""Rule sets: those of the package, and those that an admin defines."""

from typing import Annotated, Literal

import msgspec
from litestar import delete, get, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.designs.family3 import stamp
from commands.rule_set import DefineRuleSet, WithdrawRuleSet
from domain.access import Caller
from domain.compliance import MEASURES, NAMES, Rule, RuleSet, built_in
from domain.compliance.checking import required
from domain.compliance.types import UNITS, Applies, Unit, Weight
from domain.errors import NotFound
from domain.rule_set import RULES_MAX
from domain.spec import DesignType
from projections.compliance import RuleSetRow
from runtime.ids import id_of

RULE_SET_MISSING = "Rule set not found"


class AppliesAsked(msgspec.Struct, forbid_unknown_fields=True):
    """Which designs a rule is for; naming nothing, all."""

    design_types: list[DesignType] = []
    archetypes: list[str] = []


class RuleAsked(msgspec.Struct, forbid_unknown_fields=True):
    """One rule: a named measurement must lie within thresholds."""

    id: Annotated[str, Meta(examples=["max-height"])]
    title: Annotated[str, Meta(examples=["Height of shelves"])]
    measures: Annotated[str, Meta(description="One of `measures` in the list", examples=["overall_height"])]
    unit: Unit
    at_least: float | None = None
    at_most: float | None = None
    clause: str = ""
    edition: str = ""
    weight: Weight = "required"
    applies: AppliesAsked = msgspec.field(default_factory=AppliesAsked)
    advice: str = ""
    assumes: str = ""
    confirmed: str = ""


class RuleSetAsked(msgspec.Struct, forbid_unknown_fields=True):
    """A rule set; defining a name again replaces what it said."""

    name: Annotated[str, Meta(examples=["house_rules"])]
    title: str
    rules: Annotated[list[RuleAsked], Meta(max_length=RULES_MAX)]
    about: str = ""


class RuleOfSet(msgspec.Struct):
    """One rule."""

    id: str
    title: str
    clause: str
    edition: str
    measures: str
    unit: str
    required: str
    weight: str
    design_types: list[str]
    archetypes: list[str]
    advice: str
    assumes: str
    confirmed: str


class RuleSetShown(msgspec.Struct):
    """A rule set."""

    name: str
    title: str
    about: str
    source: Literal["package", "admin"]
    rules: list[RuleOfSet]
    edition: int = 1
    defined_at: str = ""


class MeasureShown(msgspec.Struct):
    """A measurement that rules may name."""

    name: str
    about: str
    units: list[str]


class RuleSetsAnswer(msgspec.Struct):
    """All rule sets, and what rules may measure."""

    rule_sets: list[RuleSetShown]
    measures: list[MeasureShown]


class WithdrawnAnswer(msgspec.Struct):
    """The rule set is withdrawn; cases that were checked by it keep what they found."""

    name: str
    status: Literal["withdrawn"]


@get("/compliance/rules", operation_id="ListRuleSets", tags=["Compliance"])
async def list_rule_sets(core: Core) -> RuleSetsAnswer:
    """Return every rule set by which designs can be checked, and every measurement that a rule may name."""
    own = [_shown(one, "package") for one in built_in().values()]
    return RuleSetsAnswer([*own, *map(_row_shown, await core.views.compliance.rule_sets())], _measures())


@get("/compliance/rules/{name:str}", operation_id="GetRuleSet", tags=["Compliance"])
async def get_rule_set(name: str, core: Core) -> RuleSetShown:
    """Return one rule set."""
    return await _one_set(name, core)


async def _one_set(name: str, core: Core) -> RuleSetShown:
    if name in NAMES:
        return _shown(built_in()[name], "package")
    for row in await core.views.compliance.rule_sets():
        if row.name == name:
            return _row_shown(row)
    raise NotFound(RULE_SET_MISSING)


@post("/compliance/rules", operation_id="DefineRuleSet", tags=["Compliance"], status_code=200, opt={"admin": True})
async def define_rule_set(data: RuleSetAsked, caller: Caller, core: Core) -> RuleSetShown:
    """Define a rule set, or replace one; admins only. Everybody may then name it in /compliance/run_case."""
    rules = RuleSet(data.name, data.title, tuple(map(_rule, data.rules)), data.about)
    done = await core.do(DefineRuleSet(id_of("rules", data.name), rules), caller)
    await core.views.wait_for("compliance", done.position)
    return await _one_set(data.name, core)


@delete("/compliance/rules/{name:str}", operation_id="WithdrawRuleSet", tags=["Compliance"], status_code=200,
        opt={"admin": True})  # fmt: skip
async def withdraw_rule_set(name: str, caller: Caller, core: Core) -> WithdrawnAnswer:
    """Withdraw a rule set that an admin defined; admins only."""
    try:
        done = await core.do(WithdrawRuleSet(id_of("rules", name)), caller)
    except NotFound as error:
        raise NotFound(RULE_SET_MISSING) from error
    await core.views.wait_for("compliance", done.position)
    return WithdrawnAnswer(name, "withdrawn")


def _rule(asked: RuleAsked) -> Rule:
    plain = {name: getattr(asked, name) for name in RuleAsked.__struct_fields__ if name != "applies"}
    applies = Applies(tuple(asked.applies.design_types), tuple(asked.applies.archetypes))
    return Rule(**plain, applies=applies)


def _row_shown(row: RuleSetRow) -> RuleSetShown:
    return _shown(row.rules, "admin", row.edition, stamp(row.updated_at))


def _shown(one: RuleSet, source: Literal["package", "admin"], edition: int = 1, defined_at: str = "") -> RuleSetShown:
    rules = [
        RuleOfSet(
            rule.id, rule.title, rule.clause, rule.edition, rule.measures, rule.unit, required(rule), rule.weight,
            list(rule.applies.design_types), list(rule.applies.archetypes), rule.advice, rule.assumes, rule.confirmed,
        )
        for rule in one.rules
    ]  # fmt: skip
    return RuleSetShown(one.name, one.title, one.about, source, rules, edition, defined_at)


def _measures() -> list[MeasureShown]:
    return [
        MeasureShown(name, measure.about, [unit for unit, (base, _) in UNITS.items() if base == measure.unit])
        for name, measure in MEASURES.items()
    ]


routes: list[ControllerRouterHandler] = [list_rule_sets, get_rule_set, define_rule_set, withdraw_rule_set]
