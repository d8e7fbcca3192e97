"""Roller skates: a boot on a plate with four wheels; toes to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import blend, limb, lump, sized, strut
from engine.archetypes.register import archetype


@archetype(
    "roller skates", "object", "sport", "roller skate, rollerskate, inline skate, rollerblade, roller blade, "
    "ice skate, "
    "quad skate, rollschuh, patin à roulettes, patín", hints="roller rink, skating boots, disco",
    about="Roller skates are boots on four wheels each; inline skates have them in a row, ice skates a blade.",
    parts="wheel, boot, lace, stopper, plate, sole, blade, cuff", features="",
)  # fmt: skip
def roller_skates(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair of laced boots on plates with two pairs of wheels, wheels in a row, or a blade."""
    words = brief.words
    is_row = bool(words & {"inline", "rollerblade", "blade"})
    skate = Drawing(brief)
    boot = brief.of("boot skate body", "leather_white", is_main=True)
    _boot(skate, brief, boot)
    plate = brief.of("plate frame", "aluminium")
    skate.add("box", (0.07, 0.014, 0.25), (0, 0.083, 0.015), radius_m=0.004, name="plate", **plate)
    if "ice" in words:
        skate.add("box", (0.005, 0.09, 0.27), (0, 0.0, 0.02), name="blade", **brief.of("blade", "steel_polished"))
        skate.add(
            "box", (0.06, 0.02, 0.27), (0, 0.0, 0.02), radius_m=0.004, name="guard", **brief.of("wheel", "rubber_black")
        )
    else:
        _wheels(skate, brief, is_row=is_row)
    for side in (-1, 1):
        drawing.include(skate, (0.085 * side, 0.0, 0.0), 6.0 * side)
    sized(drawing, brief, (0.3, 0.32, 0.32))


def _boot(skate: Drawing, brief: Brief, boot: Finish) -> None:
    """Draw the foot, the shaft, its sole, cuff and laces."""
    finish = boot
    blend(skate, "boot", [
        limb((0, 0.14, -0.06), 0.043, (0, 0.135, 0.06), 0.04, (0.9, 1.0, 1.0)), lump((0, 0.128, 0.105), 0.04, (0.95,
            0.8, 1.1)),
        limb((0, 0.16, -0.055), 0.043, (0, 0.28, -0.065), 0.043, (0.92, 1.0, 1.05)),
    ], finish, soft=0.03)  # fmt: skip
    skate.add(
        "pod",
        (0.082, 0.018, 0.25),
        (0, 0.093, 0.015),
        radius_m=0.04,
        edge_m=0.005,
        name="sole",
        **brief.of("sole", "rubber_black"),
    )
    skate.add(
        "torus",
        (0.088, 0.02, 0.098),
        (0, 0.295, -0.065),
        name="cuff",
        **brief.of("cuff accent", "leather_tan", is_accent=True),
    )
    lace = brief.of("lace", "paint_white")
    for row in range(5):
        y = 0.19 + 0.022 * row
        strut(skate, "lace", (-0.025, y, -0.016 - 0.002 * row), (0.025, y, -0.016 - 0.002 * row), 0.009, lace)


def _wheels(skate: Drawing, brief: Brief, *, is_row: bool) -> None:
    """Draw four wheels, in two pairs or in a row, and the stopper."""
    rubber = (
        brief.of("wheel", "rubber_black") if not brief.colors[1:] else brief.of("wheel", "rubber_black", is_accent=True)
    )
    metal = brief.of("axle truck", "steel_polished")
    if is_row:
        skate.add("box", (0.03, 0.05, 0.23), (0, 0.045, 0.015), radius_m=0.004, name="frame", **metal)
    for number in range(4):
        x, z = (0.0, -0.09 + 0.07 * number) if is_row else ((-0.042, 0.042)[number % 2], (-0.065, 0.09)[number // 2])
        wide = 0.026 if is_row else 0.034
        strut(skate, "wheel", (x - wide / 2, 0.034, z), (x + wide / 2, 0.034, z), 0.068, rubber, edge=0.2)
        strut(skate, "axle", (x - wide * 0.62, 0.034, z), (x + wide * 0.62, 0.034, z), 0.022, metal)
    if not is_row:
        for z in (-0.065, 0.09):
            skate.add("box", (0.06, 0.05, 0.026), (0, 0.036, z), radius_m=0.004, name="truck", **metal)
        strut(
            skate, "stopper", (0, 0.032, 0.148), (0, 0.09, 0.128), 0.04, brief.of("stopper", "rubber_black"), edge=0.2
        )
