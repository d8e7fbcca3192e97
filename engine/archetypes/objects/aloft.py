"""Light things: a paper airplane on its wire, a balloon on its string, a magic wand."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import cut, sized, spin, strut
from engine.archetypes.register import archetype


@archetype(
    "paper airplane", "object", "toy", "paper airplane, paper plane, paper aeroplane, paper aircraft, papierflieger, "
    "avion en papier, avión de papel", hints="folded paper glider",
    about="A paper airplane is folded from one sheet and thrown; here it glides on a wire stand.",
    parts="wing, keel, stand, base, body", features="",
)  # fmt: skip
def paper_airplane(drawing: Drawing, brief: Brief) -> None:
    """Draw two folded wings over a keel, its nose to +z, on a wire in a foot."""
    sheet = brief.of("body plane airplane wing", "paper", is_main=True)
    y, thin = 0.115, 0.0016
    cut(drawing, "keel", [(0.15, y + 0.03), (-0.14, y + 0.032), (-0.14, y), (-0.1, y)], 0.005, sheet, is_side=True)
    for side in (-1.0, 1.0):
        wing = [(0.0, 0.15), (0.0, -0.14), (side * 0.02, -0.14), (side * 0.095, -0.135)]
        lay(drawing, "wing", wing if side < 0 else wing[::-1], thin, sheet, y=y + 0.0305)
        flap = [(0.0, 0.15), (0.0, -0.14), (side * 0.03, -0.12)]
        lay(drawing, "fold", flap if side < 0 else flap[::-1], thin, sheet, y=y + 0.0318)
    metal = brief.of("stand base", "steel_brushed")
    drawing.add("rod", (0.005, y + 0.012, 0.005), (0, 0, -0.045), name="wire", **metal)
    drawing.add("disc", (0.1, 0.012, 0.1), (0, 0, -0.035), name="base", edge=0.3, **metal)
    sized(drawing, brief, (0.19, 0.15, 0.29))


@archetype(
    "balloon", "object", "toy", "balloon, party balloon, birthday balloon, helium balloon, luftballon, globo",
    hints="party, birthday, helium", about="A balloon of thin rubber filled with gas floats on a string.",
    parts="string, knot, weight, stripe, body", features="stripe, striped=stripe",
)  # fmt: skip
def balloon(drawing: Drawing, brief: Brief) -> None:
    """Draw a balloon above its string and a small weight; stripes run around it."""
    skin = brief.of("body balloon", "plastic_white", is_main=True)
    if not (brief.colors or brief.materials):
        skin = brief.finish("plastic_white", brief.choose("#c3241b", "#1f4fa3", "#e3b81f", "#2f7a3d", "#dd7f9c"))
    base = 0.62
    outline = [
        (0.012, 0.0),
        (0.03, 0.02),
        (0.09, 0.1),
        (0.135, 0.2),
        (0.14, 0.27),
        (0.115, 0.34),
        (0.06, 0.378),
        (0.004, 0.39),
    ]
    spin(drawing, "balloon", outline, skin, at=(0, base, 0), is_flowing=True)
    if brief.has("stripe"):
        second = brief.of("stripe", "plastic_white", is_accent=True)
        for low, wide in ((0.13, 0.11), (0.21, 0.142), (0.29, 0.14)):
            drawing.add("torus", (2 * wide, 0.03, 2 * wide), (0, base + low - 0.012, 0), name="stripe", **second)
    drawing.add("cone", (0.03, 0.025, 0.03), (0, base - 0.018, 0), top=0.35, name="knot", **skin)
    cord = brief.of("string", "cotton")
    strut(drawing, "string", (0, 0.05, 0), (0, base - 0.004, 0), 0.007, cord)
    drawing.add("disc", (0.13, 0.055, 0.13), (0, 0, 0), edge=0.3, name="weight", **brief.of("weight", "iron_black"))
    sized(drawing, brief, (0.28, 1.01, 0.28))


@archetype(
    "magic wand", "object", "toy", "magic wand, wand, wizard wand, fairy wand, zauberstab, baguette magique, varita",
    hints="spell, wizard, magician", about="A magic wand is a slim stick of wood, or one with a star, "
    "that casts spells.",
    parts="handle, grip, star, tip, gem, stand, base, body", features="star, glowing",
)  # fmt: skip
def magic_wand(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned wand on two rests; a fairy's bears a star."""
    wood = brief.of("body wand stick", "walnut", is_main=True)
    grip = brief.of("handle grip ring", "gold", is_accent=True)
    y = 0.05
    strut(drawing, "wand", (-0.17, y, 0), (0.17, y, 0), 0.019, wood, kind="turning",
          profile=[0.5, 0.0, 1.0, 0.02, 0.8, 0.06, 0.95, 0.2, 0.75, 0.27, 0.95, 0.3, 0.6, 0.34, 0.3, 1.0],
          is_flowing=True)  # fmt: skip
    for x in (-0.165, -0.07, -0.055):
        strut(drawing, "ring", (x - 0.003, y, 0), (x + 0.003, y, 0), 0.023, grip)
    if brief.has("star") or brief.words & {"fairy", "princess"}:
        star = [(0.045 * (1.0 if k % 2 == 0 else 0.42) * sin(pi * k / 5),
            0.045 * (1.0 if k % 2 == 0 else 0.42) * cos(pi * k / 5))
                for k in range(10)]  # fmt: skip
        cut(drawing, "star", [(x + 0.185, z + y) for x, z in star], 0.012, brief.of("star", "gold"), bevel_m=0.002)
    else:
        drawing.add(
            "ball", (0.014, 0.014, 0.014), (0.172, y - 0.007, 0), name="tip", **brief.of("tip gem", "emissive_cold")
        )
    base = brief.of("stand base", "ebony")
    drawing.add("box", (0.28, 0.014, 0.07), (-0.01, 0, 0), radius_m=0.004, name="base", **base)
    for x in (-0.1, 0.09):
        drawing.add("box", (0.012, y - 0.008, 0.03), (x, 0.006, 0), radius_m=0.003, name="rest", **base)
    sized(drawing, brief, (0.37, 0.06, 0.07))
