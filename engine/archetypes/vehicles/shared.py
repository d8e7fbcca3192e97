"""What all vehicles are drawn with: tubes and shapes in the scene's metres, paint, glass and wheels."""

from collections.abc import Sequence
from typing import Any, TypedDict

import numpy as np

from domain.materials import CATALOGUE
from domain.spec import DesignObject, Property
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing

Line = Sequence[Triple]
Shares = list[str | float]  # numbers as an object's property holds them

_APART = 72  # of 255 in each channel: so near, a stripe does not show
_PAINTS = {
    "steampunk": "bronze_aged", "minimalist": "paint_white", "industrial": "steel_brushed", "art deco": "paint_black",
    "futuristic": "silver", "cyberpunk": "paint_black", "gothic": "paint_black", "victorian": "lacquer_black",
    "scandinavian": "paint_white", "baroque": "paint_white",
}  # fmt: skip


def paint_of(brief: Brief, *choices: str) -> str:
    """Return the style's paint for a body, or one of `choices` by the seed."""
    return _PAINTS.get(brief.style_name) or shows_stripe(brief, choices or ("paint_red", "paint_blue", "paint_white"))


def shows_stripe(brief: Brief, choices: tuple[str, ...]) -> str:
    """Return one of the paints by the seed, of those on which the stripe that the text asks for shows."""
    stripe = brief.part_colors.get("stripe", brief.part_colors.get("racing stripe", ""))
    clear = tuple(one for one in choices if not (stripe and _is_near(CATALOGUE[one].albedo, stripe)))
    return brief.choose(*(clear or choices))


def _is_near(one: str, other: str) -> bool:
    apart = [abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return max(apart) < _APART


class Glazing(TypedDict):
    """What a body's windows are made of."""

    glass_material: str
    glass_color: str


def glass_of(brief: Brief) -> Glazing:
    """Return the windows' finish."""
    glass = brief.of("window glass windshield", "glass_tinted")
    return Glazing(glass_material=glass["material"], glass_color=glass["color"])


def bright(brief: Brief, parts: str = "trim") -> Finish:
    """Return the finish of bright work: the style's accent where it is a metal."""
    accent = brief.style.accent
    return brief.of(parts, "chrome" if accent.startswith(("screen", "paint")) else accent, is_accent=True)


def unless_said(brief: Brief, parts: str, finish: Finish) -> Finish:
    """Return the finish that the text gives to parts alone, or else the given one of what they belong to."""
    own = brief.of(parts, finish["material"])
    is_said = any(name in brief.part_materials or name in brief.part_colors for name in parts.split())
    return own if is_said else finish


def part_of(sub: str, finish: Finish) -> dict[str, Any]:
    """Return the properties that give a maker's named piece its finish."""
    return {f"{sub}_material": finish["material"], f"{sub}_color": finish["color"]}


def tubes(
    drawing: Drawing, lines: Sequence[Line], thick: float, name: str, finish: Finish, *, bend: float = 0.0
) -> DesignObject:
    """Draw round tubes along lines of points in the scene."""
    places = np.array([point for line in lines for point in line], dtype=np.float64)
    low, high = places.min(axis=0), places.max(axis=0)
    shares = (places - low) / np.where(high - low > 1e-9, high - low, 1.0)
    size, middle = high - low + thick, (low + high) / 2
    return drawing.add(
        "tubes", (float(size[0]), float(size[1]), float(size[2])), (float(middle[0]), float(low[1] - thick / 2),
        float(middle[2])), name=name, path=[round(float(value), 5) for value in shares.ravel()], counts=[len(line)
        for line in lines], thickness_m=float(thick), bend_m=float(bend), **finish
    )  # fmt: skip


def twins(lines: Sequence[Line]) -> list[list[Triple]]:
    """Return the lines and their mirror images across x = 0."""
    return [[(side * x, y, z) for x, y, z in line] for side in (1.0, -1.0) for line in lines]


def side_shape(
    drawing: Drawing,
    outline: Sequence[tuple[float, float]],
    wide: float,
    name: str,
    finish: Finish,
    *,
    x: float = 0.0,
    edge: float = 0.0,
    soft: float = 0.0,
) -> DesignObject:
    """Draw a side view of (z, y) points in the scene, `wide` along x."""
    points = np.array(outline, dtype=np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    size, middle = high - low, (low + high) / 2
    shares = (points - [middle[0], low[1]]) / [size[0] / 2, size[1]]
    return drawing.add(
        "side_shape", (wide, float(size[1]), float(size[0])), (x, float(low[1]), float(middle[0])), name=name,
        outline=[round(float(value), 5) for value in shares.ravel()], edge_m=edge or 0.06 * wide, round_m=soft,
        **finish
    )  # fmt: skip


def plan_shape(
    drawing: Drawing,
    outline: Sequence[tuple[float, float]],
    y: float,
    thick: float,
    name: str,
    finish: Finish,
    *,
    soft: float = 0.0,
    turn: Triple = (0.0, 0.0, 0.0),
) -> DesignObject:
    """Draw a plan of (x, z) points in the scene, `thick` upwards from `y`."""
    points = np.array(outline, dtype=np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    size, middle = high - low, (low + high) / 2
    shares = (points - middle) / (size / 2) * [1.0, -1.0]
    return drawing.add(
        "plan_shape", (float(size[0]), thick, float(size[1])), (float(middle[0]), y, float(middle[1])), name=name,
        turn=turn, outline=[round(float(value), 5) for value in shares.ravel()], round_m=soft, **finish
    )  # fmt: skip


def mudguard(
    drawing: Drawing, axle: tuple[float, float], radius: float, wide: float, span: tuple[float, float], finish: Finish,
    *, x: float = 0.0, thick: float = 0.0, name: str = "mudguard",
) -> DesignObject:  # fmt: skip
    """Draw a bent sheet round a wheel whose axle is at (y, z), from and to degrees above the front."""
    thick = thick or radius * 0.03
    turn = np.radians(np.linspace(span[0], span[1], 15))
    ring = [
        (axle[1] + r * np.cos(a), axle[0] + r * np.sin(a)) for r, way in ((radius + thick, 1), (radius, -1))
        for a in turn[::way]
    ]  # fmt: skip
    return side_shape(drawing, [(float(z), float(y)) for z, y in ring], wide, name, finish, x=x, edge=thick * 0.3)


def lying(
    drawing: Drawing, kind: str, across: float, length: float, centre: Triple, name: str, finish: Finish,
    *, along: str = "z", high: float = 0.0, **properties: Property,
) -> DesignObject:  # fmt: skip
    """Draw a thing whose own axis stands up (a rod, a turning) lying along z (its top to +z) or x (its top to +x)."""
    turn = (90.0, 0.0, 0.0) if along == "z" else (0.0, 0.0, -90.0)
    return drawing.add(
        kind, (across, length, high or across), (centre[0], centre[1] - length / 2, centre[2]), turn=turn, name=name,
        **finish, **properties,
    )  # fmt: skip


def wheels(
    drawing: Drawing, brief: Brief, places: Sequence[tuple[float, float]], diameter: float, broad: float,
    **properties: Property,
) -> None:  # fmt: skip
    """Draw a pair of wheels at each (x of the middle, z)."""
    role = "aluminium" if brief.style_name != "steampunk" else "brass_polished"
    metal = brief.of("wheel rim alloy", role, is_accent=True)
    given: dict[str, Any] = {"spokes": 6, "style": brief.style.wheel} | properties
    for x, z in places:
        for side in (1.0, -1.0):
            drawing.add(
                "wheel", (broad, diameter, diameter), (side * x, 0.0, z), turn=(0.0, 0.0 if side > 0 else 180.0, 0.0),
                **metal, **given,
            )  # fmt: skip


def windshield(
    drawing: Drawing, brief: Brief, size: Triple, at: Triple, lean_deg: float, **properties: Property
) -> DesignObject:
    """Draw a flat pane that leans back by so many degrees below zero."""
    glass = glass_of(brief)
    return drawing.add(
        "box", size, at, turn=(lean_deg, 0, 0), name="windshield", material=glass["glass_material"],
        color=glass["glass_color"], **properties,
    )  # fmt: skip


def bench(
    drawing: Drawing, finish: Finish, seat: tuple[Triple, Triple], back: tuple[Triple, Triple], soft: float,
    *, lean_deg: float = -8.0,
) -> None:  # fmt: skip
    """Draw a padded seat and its back, each of a size at a place, with edges `soft` metres round."""
    drawing.add("box", *seat, name="seat", radius_m=soft, **finish)
    drawing.add("box", *back, turn=(lean_deg, 0, 0), name="seat_back", radius_m=soft, **finish)
