"""Designs to score, and how tests read a score."""

from functools import lru_cache

from domain.edits import Change, applied
from domain.scoring import CRITERION, Survey, evaluate
from domain.spec import DesignObject, DesignSpec, Dimensions, Reading
from engine.planner import plan
from engine.typical_table import SEED


@lru_cache(256)
def planned(prompt: str, style: str = "realistic") -> DesignSpec:
    return plan(prompt, style=style, seed=SEED)


def value_of(name: str, spec: DesignSpec) -> float | None:
    return CRITERION[name].measure(Survey(spec)).value


def box(name: str = "box_1", material: str = "oak", **fields: object) -> DesignObject:
    return DesignObject(name, "box", material, Dimensions(0.4, 0.8, 0.4), part_of="cabinet_1", **fields)  # type: ignore[arg-type]


def design(*objects: DesignObject, kind: str = "furniture", category: str = "storage") -> DesignSpec:
    return DesignSpec("", "", Reading(kind, category, "cabinet"), "realistic", objects)  # type: ignore[arg-type]


def with_material(spec: DesignSpec, at: int, material: str) -> DesignSpec:
    thing = spec.objects[at % len(spec.objects)]
    return applied(spec, [Change(thing.id, {}, {"material": material, "color": ""})])


def finding_of(prompt: str, criterion: str) -> str:
    return evaluate(planned(prompt)).scores[criterion].finding
