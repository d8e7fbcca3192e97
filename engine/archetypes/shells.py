"""What housings of machines are made of in each style, and their common small parts."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing

_PLAIN_STYLES = frozenset({"realistic", "modern", "contemporary"})
CREAM = "#eae0c8"
Row = list[str | float]  # numbers as an object's property holds them


def shell(brief: Brief, parts: str, natural: str, *, color: str = "", may_be_wood: bool = False) -> Finish:
    """Return the finish of a housing: `natural` (tinted by `color`) where the style has no say, never of wood
    unless it may be."""
    role, tint = _by_style(brief, natural, color, may_be_wood=may_be_wood)
    found = brief.of(parts, role, is_main=True)
    said = found["color"] or found["material"] != brief.style.material(role)
    return found if said or not tint else Finish(material=found["material"], color=tint)


def _by_style(brief: Brief, natural: str, color: str, *, may_be_wood: bool) -> tuple[str, str]:
    style = brief.style_name
    if style in _PLAIN_STYLES:
        return natural, color
    body = brief.style.material("body")
    if CATALOGUE[body].family == "wood" and not may_be_wood:
        return "enamel_white", CREAM
    return body, ""


def like(brief: Brief, parts: str, whole: Finish) -> Finish:
    """Return the finish of a part that is as the whole, unless the text says something of the part."""
    is_said = any(name in brief.part_materials or name in brief.part_colors for name in parts.split())
    return brief.of(parts, whole["material"]) if is_said else whole


def subs(brief: Brief, **roles: str) -> dict[str, Any]:
    """Return the properties that give a maker's pieces what the text says of them, each by its own name."""
    made: dict[str, Any] = {}
    for name, role in roles.items():
        finish = brief.of(name if not name.endswith("s") else f"{name} {name[:-1]}", role)
        made[f"{name}_material"] = finish["material"]
        if finish["color"]:
            made[f"{name}_color"] = finish["color"]
    return made


def trim(brief: Brief, parts: str, natural: str) -> Finish:
    """Return the finish of handles, rings and knobs: the style's metal where it has a say."""
    role = natural if brief.style_name in _PLAIN_STYLES else "accent"
    if brief.style.material(role) == "screen_emissive":
        role = "metal"
    return brief.of(parts, role, is_accent=True)


def run(drawing: Drawing, kind: str, points: Sequence[Triple], thickness: float, finish: Finish, name: str) -> None:
    """Draw a `cord` or `ribbed_hose` that goes exactly through places of the scene."""
    low = [min(point[axis] for point in points) - thickness / 2 for axis in range(3)]
    high = [max(point[axis] for point in points) + thickness / 2 for axis in range(3)]
    half = [(high[axis] - low[axis]) / 2 for axis in range(3)]
    path: list[str | float] = [(point[axis] - low[axis]) / half[axis] - 1 for point in points for axis in range(3)]
    size, at = (2 * half[0], 2 * half[1], 2 * half[2]), (low[0] + half[0], low[1], low[2] + half[2])
    drawing.add(kind, size, at, path=path, thickness_m=thickness, name=name, **finish)


def lift(drawing: Drawing, flat: Drawing, middle: Triple, lean_deg: float, out: float, rise: float) -> None:
    """Include flat things that face +z, `rise` their half height, on a face that leans back about its `middle`.

    `lean_deg` is the face's turn about x (negative leans back), `out` how far they stand before its middle plane.
    """
    cos, sin = np.cos(np.radians(lean_deg)), np.sin(np.radians(lean_deg))
    for thing in flat.objects:
        half = thing.dimensions.height / 2
        up, forward = thing.position.y + half - rise, thing.position.z + out
        place = (
            thing.position.x + middle[0],
            middle[1] + up * cos - forward * sin - half,
            middle[2] + up * sin + forward * cos,
        )
        size = (thing.dimensions.width, thing.dimensions.height, thing.dimensions.depth)
        drawing.add(
            thing.type, size, place, turn=(lean_deg, 0.0, 0.0), name=thing.id.rpartition("_")[0],
            material=thing.material, color=thing.color, **thing.properties,
        )  # fmt: skip
