"""What pieces of furniture share: which finish is soft and which hard, legs at the corners, fronts and their grips."""

from typing import TypedDict

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing

_SOFT = frozenset({"textile", "leather"})
_TURNS = {(1, 1): 0.0, (-1, 1): -90.0, (-1, -1): 180.0, (1, -1): 90.0}
CORNERS = ((1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0))
_FLARED = frozenset({"sabre", "cabriole", "splayed", "angle"})  # their feet point to +x and +z
_WIDER = {"hairpin": 2.2, "splayed": 1.8, "sabre": 1.25, "cabriole": 1.25, "angle": 1.2}


class Grips(TypedDict):
    """How fronts and their handles look, as properties of a cabinet."""

    front: str
    handle: str
    handles_material: str
    handles_color: str


def soft_and_hard(
    brief: Brief, soft: str, hard: str, soft_role: str = "fabric", hard_role: str = "wood"
) -> tuple[Finish, Finish]:
    """Return the finish of what is upholstered and of what carries it.

    A bare material goes to the one that can be made of it: "a walnut armchair" has a walnut frame.
    """
    is_soft_main = not brief.materials or CATALOGUE[brief.materials[0]].family in _SOFT
    cover = brief.of(soft, soft_role, is_main=is_soft_main, is_accent=not is_soft_main)
    frame = brief.of(hard, hard_role, is_main=not is_soft_main, is_accent=is_soft_main)
    return cover, frame


def is_hard(brief: Brief) -> bool:
    """Return whether the text gives the whole a material that cannot be sat on softly."""
    return bool(brief.materials) and CATALOGUE[brief.materials[0]].family not in _SOFT


def same_as(brief: Brief, parts: str, whole: Finish, *, is_accent: bool = False) -> Finish:
    """Return a part's finish, that of the whole where the text says nothing of it."""
    own = brief.of(parts, whole["material"], is_accent=is_accent)
    tint = own["color"] or (whole["color"] if own["material"] == whole["material"] else "")
    return Finish(material=own["material"], color=tint)


def corner_legs(
    drawing: Drawing,
    brief: Brief,
    finish: Finish,
    spread: tuple[float, float],
    tall: float,
    thick: float,
    *,
    style: str = "",
    rake: tuple[float, float] = (0.0, 0.0),
    y: float = 0.0,
) -> None:
    """Draw four legs at ±spread (x, z), their feet moved outwards by `rake` (x, z)."""
    form = style or brief.style.leg
    wide = thick * _WIDER.get(form, 1.0)
    is_shod = any(rake) and _is_said(brief, "foot")
    foot = brief.of("foot", "brass_polished") if is_shod else Finish(material="", color="")
    for x, z in CORNERS:
        turn = _TURNS[int(x), int(z)] if form in _FLARED else 0.0
        at = (x * spread[0], y, z * spread[1])
        if any(rake) and form not in _FLARED:
            ferrule = (foot["material"], foot["color"])
            lean_leg(drawing, finish, (wide, tall, wide), at, (x * rake[0], z * rake[1]), style=form, foot=ferrule)
        else:
            drawing.add("leg", (wide, tall, wide), at, turn=(0, turn, 0), style=form, **finish)


def lean_leg(
    drawing: Drawing,
    finish: Finish,
    size: Triple,
    at: Triple,
    rake: tuple[float, float],
    *,
    style: str,
    name: str = "leg",
    foot: tuple[str, str] = ("", ""),
) -> None:
    """Draw a leg of a size, whose top is over `at` and whose foot stands `rake` (x, z) from there."""
    (wide, tall, deep), (x, z) = size, rake
    box, middle = (wide + abs(x), tall, deep + abs(z)), (at[0] + x / 2, at[1], at[2] + z / 2)
    drawing.add(
        "raked_leg", box, middle, name=name, style=style, rake_x_m=float(x), rake_z_m=float(z), foot_material=foot[0],
        foot_color=foot[1], **finish,
    )  # fmt: skip


def _is_said(brief: Brief, part: str) -> bool:
    return part in brief.part_materials or part in brief.part_colors


def leg_style(brief: Brief, other: str) -> str:
    """Return the style's form of leg, another where it only suits a tall one."""
    return other if brief.style.leg in ("sabre", "sled") else brief.style.leg


def path_of(places: str) -> list[str | float]:
    """Return a path from "x y z, x y z": shares of half the box around its middle."""
    return [float(number) for place in places.split(",") for number in place.split()]


def grips(brief: Brief) -> Grips:
    """Return how fronts and handles look in the brief's style and by its words."""
    metal = brief.of("handle knob grip", brief.style.metal, is_accent=True)
    front = brief.style.front
    for word, form in (("louvered", "slatted"), ("slatted", "slatted"), ("panelled", "raised"), ("shaker", "shaker")):
        front = form if word in brief.words else front
    handle = "knob" if "knob" in brief.words else brief.style.handle
    handle = handle if brief.has("handle", default=True) else "none"
    return Grips(front=front, handle=handle, handles_material=metal["material"], handles_color=metal["color"])
