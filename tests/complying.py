"""Small designs to hold against rules, and what is measured of them."""

import pytest

from domain.compliance import MEASURES
from domain.compliance.site import Site
from domain.compliance.types import Compliance, RuleResult
from domain.spec import DesignObject, DesignSpec, DesignType, Dimensions, Position, Property, Reading, Rotation


def thing(
    object_id: str, kind: str, size: tuple[float, float, float], at: tuple[float, float, float] = (0, 0, 0),
    *, part_of: str = "", material: str = "oak", turn: float = 0.0, **properties: Property,
) -> DesignObject:  # fmt: skip
    return DesignObject(
        object_id, kind, material, Dimensions(*size), Position(*at), Rotation(0, turn, 0), properties=properties,
        part_of=part_of,
    )  # fmt: skip


def design(*things: DesignObject, of: DesignType = "object", archetype: str = "object") -> DesignSpec:
    return DesignSpec("Design", "", Reading(of, archetype, archetype), "realistic", things)


def room(*things: DesignObject, height: float = 2.5, archetype: str = "bedroom") -> DesignSpec:
    """A room of 4 by 3 m between walls of 0.1 m at the back and on the left; its floor's top is at 0.1 m."""
    window: list[str | float] = [0.0, 0.9, 1.2, 1.2]
    return design(
        thing("floor_1", "floor", (4.1, 0.1, 3.1)),
        thing("wall_1", "facade", (4.1, height, 0.1), (0, 0.1, -1.5), openings_m=window),
        thing("wall_2", "wall", (3.0, height, 0.1), (-2.0, 0.1, 0.05), turn=90),
        *things, of="interior", archetype=archetype,
    )  # fmt: skip


def measured(spec: DesignSpec, name: str) -> dict[str, float]:
    found = MEASURES[name].measured(Site(spec))
    assert found.values, found.missing
    return {one.object_id: pytest.approx(one.value, abs=1e-6) for one in found.values}


def missing(spec: DesignSpec, name: str) -> str:
    found = MEASURES[name].measured(Site(spec))
    assert not found.values
    return found.missing


def rule_of(found: Compliance, name: str, rule_id: str) -> RuleResult:
    return next(rule for rule in found.sets[name].rules if rule.id == rule_id)
