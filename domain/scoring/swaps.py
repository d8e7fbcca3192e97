"""Which other materials an object might sensibly be made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from domain.edits import Change, change_of
from domain.materials import CATALOGUE, Family
from domain.scoring.grades import SUBSTANCES, Substance
from domain.scoring.lasting import is_bearing
from domain.scoring.parts import Part
from domain.scoring.sensible import materials_for
from domain.scoring.survey import Survey
from domain.scoring.typical import fit_of
from domain.scoring.use import (
    BRIGHT_TYPES,
    CLEAR_ROOTS,
    CLEAR_TYPES,
    SOFT_TYPES,
    STRENGTH_BEST,
    WET_TYPES,
    asked_of,
)
from domain.spec import DesignType

Task = Literal["floor", "soft", "clear", "wet", "bearing", "case", "plain"]

GROUPS_MAX = 6
_FIT_LEAST = 0.15
_WET_LEAST = 7.0
LEFT_TYPES = BRIGHT_TYPES | frozenset((
    "books", "book", "picture", "wallpaper", "display", "keyboard", "key_grid", "clock_face", "flag_pole", "laundry",
    "mug", "hob", "fridge", "oven", "hood", "wheel", "wire_wheel", "track", "bread_slice", "circuit", "traces", "cable",
    "facade", "lens", "rivets", "tree", "bush", "foliage", "grown", "boulder", "hill", "mountain", "stepped_rock",
))  # fmt: skip
LEFT_ROOTS = frozenset(("rooms", "inside"))
"""What stands for the dark inside of a building, as its windows show it."""
_CASES = frozenset(("body", "housing", "case", "shell", "frame", "lid", "base", "top", "panel", "front", "carcass"))
_NATURAL = frozenset(("creature", "nature", "plant", "food"))
_LEFT_ALONE: frozenset[Family] = frozenset(("plant", "food", "light", "earth"))


@dataclass(slots=True)
class Group:
    """Objects that are alike: of the same name and material, in the same kind of thing."""

    task: Task
    substance: Substance
    parts: list[Part] = field(default_factory=list)
    weight: float = 0.0  # how much of the surface, the price and the carbon is theirs


def task_of(part: Part) -> Task:
    """Return what a part's material is for."""
    kind = part.thing.type
    if kind == "floor":
        return "floor"
    if kind in SOFT_TYPES:
        return "soft"
    if kind in CLEAR_TYPES or part.root in CLEAR_ROOTS or part.substance.is_transparent:
        return "clear"
    if kind in WET_TYPES:
        return "wet"
    if is_bearing(kind, part.root):
        return "bearing"
    return "case" if part.root in _CASES else "plain"


def groups_of(survey: Survey) -> list[Group]:
    """Return the groups whose material matters most, the heaviest first; what was asked for by name is left alone."""
    if survey.spec.reading.category in _NATURAL:
        return []
    asked = asked_of(survey.spec.reading)
    found: dict[tuple[str, str, str], Group] = {}
    price = sum(part.price_usd for part in survey.parts) or 1.0
    carbon = sum(part.carbon_kg for part in survey.parts) or 1.0
    for part in survey.parts:
        made_of = part.substance
        if (
            made_of.family in _LEFT_ALONE
            or CATALOGUE[made_of.name].substance in asked
            or part.thing.type in LEFT_TYPES
            or part.root in LEFT_ROOTS
        ):
            continue
        if not part.thing.editable:
            continue
        key = (part.kind, part.root, made_of.name)
        group = found.get(key)
        if group is None:
            group = found[key] = Group(task_of(part), made_of)
        group.parts.append(part)
        group.weight += part.area_m2 / survey.area_m2 + part.price_usd / price + part.carbon_kg / carbon
    return sorted(found.values(), key=lambda group: -group.weight)[:GROUPS_MAX]


def candidates_for(group: Group, survey: Survey) -> Iterator[str]:
    """Give materials that may replace a group's, the greenest, cheapest, toughest and most fitting of each family."""
    excluded = " ".join(survey.spec.reading.excluded).casefold().replace("_", " ").split()
    for name in _candidates(group.task, survey.spec.style, _sensible(group, survey.spec.reading.design_type)):
        if not set(excluded) & {*name.split("_"), SUBSTANCES[name].family}:
            yield name


def _sensible(group: Group, design_type: DesignType) -> frozenset[str]:
    """Return what every part of a group might be of."""
    forms = {(part.root, part.thing.type, part.kind) for part in group.parts}
    found = [materials_for(*form, design_type, group.substance.name) for form in forms]
    return frozenset.intersection(*found)


@lru_cache(2048)
def _candidates(task: Task, style: str, sensible: frozenset[str]) -> tuple[str, ...]:
    fits = fit_of(style)
    able = [SUBSTANCES[name] for name in sorted(sensible)]
    able = [one for one in able if fits.get(one.name, 0.0) >= _FIT_LEAST and _is_able(one, task)]
    names: dict[str, None] = {}
    for family in dict.fromkeys(one.family for one in able):
        alike = [one for one in able if one.family == family]
        names[min(alike, key=lambda one: one.carbon_kg_per_kg * one.density_kg_per_m3).name] = None
        names[min(alike, key=lambda one: one.price_per_m3 + 50 * one.price_per_m2).name] = None
        names[max(alike, key=lambda one: one.grades.wear + one.grades.toughness).name] = None
        names[max(alike, key=lambda one: fits.get(one.name, 0.0)).name] = None
        if task == "floor":
            names[max(alike, key=lambda one: one.roughness).name] = None
    return tuple(names)


def _is_able(one: Substance, task: Task) -> bool:
    match task:
        case "soft":
            return one.is_soft
        case "clear":
            return one.is_transparent and one.name not in ("water", "ice")
        case "wet":
            return one.grades.weather >= _WET_LEAST
        case "bearing":
            return one.grades.strength >= STRENGTH_BEST
        case "floor":
            return one.grades.wear >= 2 and one.grades.strength > 1
        case "plain" | "case":
            return not one.is_transparent


def swap(group: Group, material: str, *, is_tinted: bool = False) -> tuple[Change, ...]:
    """Return the changes that make a group of another material; `is_tinted`: tints were asked for, and stay."""
    changes = (
        change_of(part.thing, {"material": material} | ({"color": ""} if part.thing.color and not is_tinted else {}))
        for part in group.parts
    )
    return tuple(change for change in changes if change)
