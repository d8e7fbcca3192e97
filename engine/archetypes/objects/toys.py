"""Toys; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.register import archetype


@archetype(
    "toy robot", "object", "toy",
    "robot, toy robot, tin robot, android, droid, tin toy, toy, robot toy, humanoid robot, automaton, "
    "mech, mecha, robot figure, cyborg, battle robot, toy automaton, windup robot, wind up robot, "
    "service robot, robot companion, war robot",
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
        drawing.add(
            "ribbed_limb",
            (0.085 * k, 0.25 * k, 0.085 * k),
            (x * 0.265 * k, 0.325 * k, 0),
            turn=(0, 0, x * 10),
            name="arm",
            **metal,
        )
        drawing.add("ball", (0.12 * k, 0.12 * k, 0.12 * k), (x * 0.235 * k, 0.5 * k, 0), name="shoulder", **tin)
        drawing.add(
            "claw", (0.12 * k, 0.13 * k, 0.06 * k), (x * 0.289 * k, 0.215 * k, 0), turn=(0, 90, 0), name="hand", **metal
        )
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
    drawing.add("spring", (0.035 * k, 0.08 * k, 0.035 * k), (0, 0.85 * k, 0), turns=5.0, name="aerial_spring", **metal)
    drawing.add("rod", (0.012 * k, 0.11 * k, 0.012 * k), (0, 0.85 * k, 0), name="aerial", **metal)
    drawing.add("ball", (0.05 * k, 0.05 * k, 0.05 * k), (0, 0.95 * k, 0), name="aerial_lamp", material="paint_red")
    drawing.add(
        "key", (0.12 * k, 0.09 * k, 0.1 * k), (0, 0.385 * k, -0.16 * k), name="winding_key", material="brass_polished"
    )
