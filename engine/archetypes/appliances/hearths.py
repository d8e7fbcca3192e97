"""Ovens built of brick and clay."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import cut, sized, strut
from engine.archetypes.register import archetype


@archetype(
    "pizza oven", "appliance", "kitchen",
    "pizza oven, wood fired oven, wood-fired oven, bread oven, clay oven, brick oven, stone oven, tandoor, pizzaofen, "
    "steinofen, horno de leña, four à pizza",
    hints="neapolitan, wood fire",
    about="A pizza oven: a dome of clay on a base of brick with an arched mouth and a fire inside.",
    parts="dome, base, arch, chimney, door, wood, slab",
)  # fmt: skip
def pizza_oven(drawing: Drawing, brief: Brief) -> None:
    """Draw a brick base with a store of logs, a slab, the dome with its arched mouth, fire, chimney and a pizza."""
    brick = usual(brief, "body base brick arch", "brick_red", "")
    dome = brief.of("dome accent", "stucco", is_accent=True)
    dark = plain("paint_black")
    for x in (-0.58, 0.58):
        drawing.add("box", (0.24, 0.86, 1.2), (x, 0, 0), radius_m=0.006, name="wall", **brick)
    drawing.add("box", (1.0, 0.86, 0.2), (0, 0, -0.5), radius_m=0.006, name="wall", **brick)
    for row in range(4):
        for column in range(5 - row % 2):
            at = (-0.36 + 0.18 * column + 0.09 * (row % 2), 0.09 + 0.155 * row)
            strut(drawing, "log", (at[0], at[1], -0.42), (at[0], at[1], 0.5), 0.18, brief.of("wood log", "birch"))
    drawing.add(
        "box", (1.5, 0.08, 1.4), (0, 0.85, 0.04), radius_m=0.012, name="slab", **brief.of("slab top", "concrete")
    )
    drawing.add("dome", (1.3, 0.68, 1.2), (0, 0.92, -0.04), name="dome", **dome)
    outer = [(0.36 * cos(radians(a)), 1.08 + 0.3 * sin(radians(a))) for a in range(0, 181, 15)]
    inner = [(0.26 * cos(radians(a)), 1.08 + 0.21 * sin(radians(a))) for a in range(0, 181, 15)]
    cut(drawing, "arch", [(0.36, 0.925), *outer, (-0.36, 0.925)], 0.34, brick, at=(0, 0, 0.46))
    cut(drawing, "mouth", [(0.26, 0.928), *inner, (-0.26, 0.928)], 0.345, dark, at=(0, 0, 0.4605))
    for x, tall in ((-0.12, 0.14), (-0.05, 0.19), (0.02, 0.13)):
        drawing.add(
            "candle_flame", (0.08, tall, 0.05), (x, 0.928, 0.62), name="flame", **plain("emissive_warm", "#ff9a3d")
        )
    drawing.add("disc", (0.24, 0.016, 0.24), (0.34, 0.928, 0.58), edge=0.4, name="pizza", **plain("bread"))
    drawing.add(
        "disc", (0.2, 0.006, 0.2), (0.34, 0.942, 0.58), edge=0.4, name="sauce", **plain("paint_white", "#c8401e")
    )
    drawing.add("rod", (0.2, 0.6, 0.2), (0, 1.32, 0.42), name="chimney", **brief.of("chimney", "iron_black"))
    drawing.add("cone", (0.32, 0.1, 0.32), (0, 1.9, 0.42), name="cowl", **brief.of("chimney", "iron_black"))
    sized(drawing, brief, (1.5, 2.0, 1.4))
