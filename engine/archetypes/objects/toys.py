"""Toys; the front is +z."""

import numpy as np

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.creatures.surface import Wearer
from engine.archetypes.creatures.worn import wear
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.register import archetype


@archetype(
    "toy robot", "object", "toy",
    "robot, toy robot, tin robot, android, droid, tin toy, toy, robot toy, humanoid robot, automaton, "
    "mech, mecha, robot figure, cyborg, battle robot, toy automaton, windup robot, wind up robot, "
    "service robot, robot companion, war robot",
    parts="hat, crown, glasses, scarf, tie, bow, collar",
)  # fmt: skip
def toy_robot(drawing: Drawing, brief: Brief) -> None:
    """Draw a tin toy robot: boots, ribbed legs and arms, chest with dials, head with lamps for eyes."""
    _, height, _ = brief.box(0.2, 0.32, 0.12, keeps_shape=True)
    tin = brief.of(
        "body robot torso head",
        {"steampunk": "copper", "futuristic": "plastic_white"}.get(
            kin(brief), brief.choose("paint_red", "paint_blue", "silver")
        ),
        is_main=True,
    )
    metal = brief.of(
        "limb joint", "steel_brushed" if brief.style_name != "steampunk" else "brass_polished", is_accent=True
    )
    k = height
    for x in (1, -1):
        drawing.add(
            "box", (0.16 * k, 0.08 * k, 0.25 * k), (x * 0.12 * k, 0, 0.03 * k), radius_m=0.03 * k, name="boot", **tin
        )
        drawing.add("ribbed_limb", (0.1 * k, 0.19 * k, 0.1 * k), (x * 0.12 * k, 0.07 * k, 0), name="leg", **metal)
        if x == 1 and "holding" in brief.words:
            _bent_arm(drawing, k, metal)
        else:
            _arm(drawing, k, x, metal)
        drawing.add("ball", (0.12 * k, 0.12 * k, 0.12 * k), (x * 0.235 * k, 0.5 * k, 0), name="shoulder", **tin)
    drawing.add("torso", (0.42 * k, 0.36 * k, 0.25 * k), (0, 0.25 * k, 0), name="torso", **tin)
    drawing.add("ribbed_limb", (0.14 * k, 0.06 * k, 0.14 * k), (0, 0.595 * k, 0), name="neck", **metal)
    drawing.add("box", (0.29 * k, 0.21 * k, 0.22 * k), (0, 0.645 * k, 0), radius_m=0.035 * k, name="head", **tin)
    for x in (1, -1):
        drawing.add(
            "lens",
            (0.085 * k, 0.085 * k, 0.05 * k),
            (x * 0.068 * k, 0.74 * k, 0.112 * k),
            name="eye",
            glass_material="emissive_warm",
            **metal,
        )
        drawing.add(
            "rod", (0.055 * k, 0.05 * k, 0.055 * k), (x * 0.16 * k, 0.725 * k, 0), turn=(0, 0, 90), name="ear", **metal
        )
    drawing.add("grille", (0.15 * k, 0.045 * k, 0.016 * k), (0, 0.675 * k, 0.11 * k), slots=9, name="mouth", **metal)
    if brief.has("antenna", "aerial", default=not brief.has("hat", "cap", "beanie", "sombrero", "crown", "tiara")):
        _aerial(drawing, k, metal, brief.count("antenna", brief.counts.get("aerial", 1), least=1, most=3))
    drawing.add(
        "key", (0.12 * k, 0.09 * k, 0.1 * k), (0, 0.385 * k, -0.16 * k), name="winding_key", material="brass_polished"
    )
    wear(drawing, brief, _worn_on(k))


def _arm(drawing: Drawing, k: float, x: int, metal: Finish) -> None:
    """Draw an arm of a toy robot that hangs down."""
    size, at = (0.085 * k, 0.25 * k, 0.085 * k), (x * 0.265 * k, 0.325 * k, 0)
    drawing.add("ribbed_limb", size, at, turn=(0, 0, x * 10), name="arm", **metal)
    size, at = (0.12 * k, 0.13 * k, 0.06 * k), (x * 0.289 * k, 0.215 * k, 0)
    drawing.add("claw", size, at, turn=(0, 90, 0), name="hand", **metal)


def _bent_arm(drawing: Drawing, k: float, metal: Finish) -> None:
    """Draw the arm of a toy robot that holds something before it."""
    thick = 0.085 * k
    drawing.add("ribbed_limb", (thick, 0.16 * k, thick), (0.26 * k, 0.4 * k, 0), turn=(0, 0, 6), name="arm", **metal)
    drawing.add("ribbed_limb", (thick, 0.17 * k, thick), (0.27 * k, 0.34 * k, 0.07 * k), turn=(90, 0, 0),
                name="forearm", **metal)  # fmt: skip
    drawing.add("claw", (0.12 * k, 0.13 * k, 0.06 * k), (0.27 * k, 0.36 * k, 0.19 * k), turn=(-90, 90, 0), name="hand",
                **metal)  # fmt: skip


def _aerial(drawing: Drawing, k: float, metal: Finish, count: int) -> None:
    """Draw the aerials of a toy robot, each on its spring, with a red lamp."""
    spring, rod, lamp = (0.035 * k, 0.08 * k, 0.035 * k), (0.012 * k, 0.11 * k, 0.012 * k), (0.05 * k,) * 3
    for number in range(count):
        x = (number - (count - 1) / 2) * 0.16 * k
        drawing.add("spring", spring, (x, 0.85 * k, 0), turns=5.0, name="aerial_spring", **metal)
        drawing.add("rod", rod, (x, 0.85 * k, 0), name="aerial", **metal)
        drawing.add("ball", lamp, (x, 0.95 * k, 0), name="aerial_lamp", material="paint_red")


def _worn_on(k: float) -> Wearer:
    """Return where a toy robot of a height has its head and its neck."""
    boxy = (1.0, 1.0, 1.05)
    bones = [
        [-0.04 * k, 0.75 * k, 0, 0.105 * k, 0.04 * k, 0.75 * k, 0, 0.105 * k, *boxy],
        [0, 0.57 * k, 0, 0.105 * k, 0, 0.66 * k, 0, 0.12 * k, 1.0, 0.3, 1.25],
        [-0.13 * k, 0.43 * k, 0, 0.12 * k, 0.13 * k, 0.43 * k, 0, 0.12 * k, 1.0, 1.15, 1.18],
    ]
    eyes = np.array([[side * 0.068 * k, 0.7825 * k, 0.135 * k] for side in (1, -1)])
    return Wearer(np.array(bones), eyes, np.array([0.0, 0.75 * k, 0.0]), 0.105 * k)
