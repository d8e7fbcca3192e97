"""Arms of old: cannon, catapult, suit of armour, bow with arrows."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import Bone, blend, chain, cut, limb, lump, pose, sized, spin, strut, twins, wire
from engine.archetypes.register import archetype


@archetype(
    "cannon", "object", "weapon",
    "cannon, old cannon, ship cannon, field cannon, naval cannon, civil war cannon, pirate cannon, kanone, canon, "
    "cañón, "
    "field gun, artillery gun, howitzer",
    hints="cannonball, artillery", about="A cannon: a heavy iron barrel on a wooden carriage with two wheels.",
    parts="barrel, carriage, wheel, ball, ring, rim",
)  # fmt: skip
def cannon(drawing: Drawing, brief: Brief) -> None:
    """Draw a barrel with rings on trunnions between the cheeks of a carriage, and a pile of balls."""
    iron = usual(brief, "body barrel cannon", "iron_cast", "")
    wood = brief.of("carriage trail accent", "oak", is_accent=True)
    rim = brief.of("rim hoop", "iron_black")
    barrel = Drawing(brief)
    profile = [(0.001, -0.2), (0.05, -0.19), (0.062, -0.155), (0.035, -0.135), (0.06, -0.12), (0.155, -0.1), (0.17,
    -0.06),
               (0.17, -0.02), (0.155, 0.0), (0.15, 0.4), (0.165, 0.42), (0.165, 0.47), (0.135, 0.5), (0.115, 1.25),
               (0.13, 1.28), (0.15, 1.36), (0.145, 1.4), (0.075, 1.4), (0.07, 1.25), (0.001, 1.24)]  # fmt: skip
    spin(barrel, "barrel", profile, iron)
    for y in (0.2, 0.8, 1.05):
        barrel.add(
            "hoop",
            (0.318 - 0.07 * (y > 0.5), 0.035, 0.318 - 0.07 * (y > 0.5)),
            (0, y, 0),
            inner=0.7,
            name="ring",
            **iron,
        )
    strut(barrel, "trunnion", (-0.27, 0.48, 0), (0.27, 0.48, 0), 0.09, iron)
    pose(drawing, barrel, (0, 0.72, -0.55), (82, 0, 0))
    cheek = [(0.32, 0.5), (0.3, 0.72), (-0.14, 0.8), (-0.24, 0.68), (-0.5, 0.6), (-1.55, 0.0), (-1.75, 0.0), (-1.72,
        0.09),
             (-0.9, 0.46)]  # fmt: skip
    for x in (-0.215, 0.215):
        cut(drawing, "cheek", cheek, 0.08, wood, at=(x, 0, 0), is_side=True, bevel_m=0.008)
    for y, z in ((0.55, 0.16), (0.5, -0.45), (0.16, -1.3)):
        strut(drawing, "transom", (-0.25, y, z), (0.25, y, z), 0.09, wood)
    strut(drawing, "axle", (-0.62, 0.56, 0.1), (0.62, 0.56, 0.1), 0.09, rim)
    for x in (-0.48, 0.48):
        _spoked(drawing, x, 0.56, 0.1, wood, rim)
    for x, z in ((0.75, 0.55), (0.92, 0.55), (0.835, 0.7)):
        drawing.add("ball", (0.17, 0.17, 0.17), (x, 0, z), name="ball", **iron)
    drawing.add("ball", (0.17, 0.17, 0.17), (0.835, 0.129, 0.6), name="ball", **iron)
    sized(drawing, brief, (1.9, 1.14, 2.8))


def _spoked(drawing: Drawing, x: float, radius: float, z: float, wood: Finish, rim: Finish) -> None:
    """Draw a wooden wheel with an iron tyre that rolls about x."""
    wheel = Drawing(drawing.brief)
    wheel.add("hoop", (2 * radius, 0.075, 2 * radius), name="rim", inner=0.95, **rim)
    wheel.add("hoop", (1.92 * radius, 0.085, 1.92 * radius), (0, -0.005, 0), name="felloe", inner=0.86, **wood)
    spin(wheel, "hub", [(0.075, -0.05), (0.1, 0.0), (0.1, 0.075), (0.06, 0.13)], wood)
    for number in range(12):
        angle = radians(30 * number)
        strut(wheel, "spoke", (0.08 * cos(angle), 0.037, 0.08 * sin(angle)),
              (0.87 * radius * cos(angle), 0.037, 0.87 * radius * sin(angle)), 0.048, wood)  # fmt: skip
    pose(drawing, wheel, (x - 0.037, radius, z), (0, 0, -90))


@archetype(
    "catapult", "object", "weapon",
    "catapult, trebuchet, mangonel, onager, siege engine, siege catapult, katapult, catapulte, catapulta, ballista",
    hints="siege, throws stones", about="A catapult: a wooden engine with a long arm that throws stones at castles.",
    parts="frame, arm, wheel, rope, stone, bucket",
)  # fmt: skip
def catapult(drawing: Drawing, brief: Brief) -> None:
    """Draw a wheeled frame, its uprights with a padded bar, the arm with a spoon and a stone, ropes."""
    wood = brief.of("frame body arm", "wood", is_main=True)
    iron = brief.of("rim accent hoop", "iron_black", is_accent=True)
    rope = brief.of("rope", "rope")
    for x in (-0.55, 0.55):
        drawing.add("box", (0.16, 0.18, 2.9), (x, 0.32, 0), radius_m=0.012, name="beam", **wood)
        drawing.add("box", (0.14, 1.3, 0.16), (x, 0.48, 0.3), radius_m=0.01, name="upright", **wood)
        strut(drawing, "brace", (x, 0.48, -0.55), (x, 1.45, 0.25), 0.11, wood, kind="box")
        strut(drawing, "brace", (x, 0.48, 1.15), (x, 1.45, 0.35), 0.11, wood, kind="box")
        for z in (-1.1, 1.1):
            wheel = Drawing(brief)
            wheel.add("disc", (0.72, 0.1, 0.72), name="wheel", edge=0.1, **wood)
            wheel.add("hoop", (0.75, 0.07, 0.75), (0, 0.015, 0), name="rim", inner=0.93, **iron)
            wheel.add("disc", (0.18, 0.16, 0.18), (0, -0.03, 0), name="hub", edge=0.2, **iron)
            pose(drawing, wheel, (x + (0.14 if x > 0 else -0.24), 0.375, z), (0, 0, -90))
    for z in (-1.1, 1.1):
        strut(drawing, "axle", (-0.72, 0.375, z), (0.72, 0.375, z), 0.08, iron)
    for z in (-1.35, -0.35, 1.35):
        drawing.add("box", (1.1, 0.14, 0.16), (0, 0.34, z), radius_m=0.01, name="beam", **wood)
    drawing.add("box", (1.3, 0.16, 0.18), (0, 1.68, 0.3), radius_m=0.01, name="crossbar", **wood)
    strut(drawing, "pad", (-0.4, 1.76, 0.21), (0.4, 1.76, 0.21), 0.24, brief.of("pad", "leather_brown"), edge=0.3)
    strut(drawing, "skein", (-0.62, 0.56, -0.02), (0.62, 0.56, -0.02), 0.2, rope)
    for number in range(7):
        x = -0.42 + 0.14 * number
        drawing.add("torus", (0.25, 0.05, 0.25), (x, 0.535, -0.02), turn=(0, 0, 90), name="coil", **rope)
    top = (0, 2.1, -0.62)
    strut(drawing, "arm", (0, 0.5, 0.0), top, 0.13, wood, kind="box")
    spin(drawing, "spoon", [(0.05, 0.0), (0.2, 0.05), (0.24, 0.16), (0.21, 0.16), (0.16, 0.07), (0.001, 0.05)], wood,
         at=(0, 2.05, -0.68))  # fmt: skip
    blend(drawing, "stone", [lump((0, 2.25, -0.68), 0.17, (1.0, 0.9, 0.95))], brief.of("stone", "granite"), soft=0.01)
    wire(drawing, "rope", [(0, 1.7, -0.46), (0.02, 1.2, -0.85), (0, 0.42, -1.35)], 0.04, rope)
    sized(drawing, brief, (1.75, 2.45, 2.9))


@archetype(
    "suit of armor", "object", "weapon",
    "suit of armor, suit of armour, armor, armour, knight's armor, knight's armour, knight armor, knight armour, "
    "plate armor, plate armour, medieval armor, medieval armour, knight in armor, knight in shining armor, knight, "
    "medieval knight, rüstung, ritterrüstung, armure, armadura, samurai armor, samurai armour, ritter",
    hints="helmet with a visor, medieval",
    about="A suit of armour: the steel plates of a knight, standing on a plinth.",
    parts="helmet, visor, plume, breastplate, sword, shield, plinth, gauntlet, cape, skirt",
)  # fmt: skip
def suit_of_armor(drawing: Drawing, brief: Brief) -> None:
    """Draw plates as they are worn, from sabatons to a plumed helmet, hands on a sword, on a plinth."""
    steel = usual(brief, "body armor armour breastplate plate", "steel_polished", "")
    gold = brief.of("trim accent rivet", "brass_polished", is_accent=True)
    dark = plain("iron_black")
    drawing.add("box", (0.72, 0.08, 0.56), radius_m=0.01, name="plinth", **brief.of("plinth base stand", "wood"))
    legs = twins(
        limb((0.12, 0.114, 0.0), 0.052, (0.12, 0.104, 0.13), 0.036, (0.9, 0.75, 1.0)),
        limb((0.12, 0.18, -0.01), 0.05, (0.118, 0.42, -0.02), 0.066), lump((0.116, 0.535, 0.01), 0.067, (1.0, 0.95,
            1.1)),
        limb((0.114, 0.6, -0.005), 0.07, (0.1, 0.86, 0.0), 0.092),
    )  # fmt: skip
    blend(drawing, "greave", legs, steel, soft=0.012)
    skirt = [(0.19, 0.78), (0.2, 0.8), (0.185, 0.88), (0.165, 0.97), (0.15, 0.99)]
    spin(drawing, "skirt", skirt, brief.of("skirt", "steel_brushed"))
    chest = [
        limb((0, 1.02, 0), 0.15, (0, 1.1, 0), 0.16, (1.0, 1.0, 0.8)),
        lump((0, 1.25, 0.015), 0.205, (1.02, 0.95, 0.78)),
    ]
    blend(drawing, "breastplate", chest, steel, soft=0.04)
    arms: list[Bone] = twins(
        lump((0.245, 1.36, 0.0), 0.1, (1.0, 0.85, 0.95)), limb((0.27, 1.29, 0.0), 0.064, (0.3, 1.1, 0.02), 0.058),
        lump((0.3, 1.055, 0.03), 0.064), limb((0.285, 1.03, 0.06), 0.05, (0.09, 0.97, 0.26), 0.042),
        lump((0.05, 0.965, 0.29), 0.05, (1.1, 1.2, 0.9)),
    )  # fmt: skip
    blend(drawing, "pauldron", arms, steel, soft=0.012)
    for y, wide in ((1.005, 0.31), (0.965, 0.345)):
        drawing.add("hoop", (wide, 0.022, wide * 0.98), (0, y, 0), inner=0.88, name="belt", **gold)
    _helmet(drawing, brief, steel, gold, dark)
    strut(
        drawing, "blade", (0, 0.08, 0.29), (0, 0.93, 0.29), 0.05, brief.of("sword blade", "steel_brushed"), kind="box"
    )
    drawing.add("box", (0.26, 0.03, 0.04), (0, 0.9, 0.29), radius_m=0.01, name="guard", **gold)
    strut(drawing, "hilt", (0, 0.91, 0.29), (0, 1.1, 0.29), 0.034, brief.of("hilt grip", "leather_brown"))
    drawing.add("ball", (0.06, 0.06, 0.06), (0, 1.08, 0.29), name="pommel", **gold)
    sized(drawing, brief, (0.72, 1.93, 0.6))


def _helmet(drawing: Drawing, brief: Brief, steel: Finish, gold: Finish, dark: Finish) -> None:
    """Draw gorget, skull, visor with its slit and breaths, and a plume."""
    spin(drawing, "gorget", [(0.13, 1.4), (0.1, 1.44), (0.085, 1.5), (0.09, 1.53)], steel)
    skull = [lump((0, 1.64, -0.01), 0.125, (0.92, 1.12, 1.0)), limb((0, 1.6, 0.07), 0.075, (0, 1.56, 0.12), 0.03)]
    blend(drawing, "helmet", skull, brief.of("helmet visor", steel["material"]), soft=0.03)
    for x in (-0.052, 0.052):
        drawing.add(
            "box", (0.075, 0.014, 0.05), (x, 1.642, 0.098), turn=(0, 28 if x > 0 else -28, 0), name="slit", **dark
        )
    for x in (-0.045, 0.045):
        for y in (1.57, 1.595):
            drawing.add("ball", (0.013, 0.013, 0.013), (x, y, 0.117 - abs(1.58 - y)), name="breath", **dark)
    for x in (-0.112, 0.112):
        drawing.add("ball", (0.04, 0.04, 0.04), (x, 1.615, 0.0), name="hinge", **gold)
    plume = chain([(0, 1.77, 0.0, 0.018), (0, 1.86, -0.03, 0.034), (0, 1.88, -0.11, 0.036), (0, 1.78, -0.19, 0.03),
                   (0, 1.62, -0.21, 0.012)], (0.7, 1, 1))  # fmt: skip
    blend(drawing, "plume", plume, usual(brief, "plume feather", "fabric_grey", "#a8231e", is_main=False), soft=0.02)


@archetype(
    "bow and arrows", "object", "weapon",
    "bow and arrows, bow and arrow, archery bow, longbow, long bow, recurve bow, hunting bow, pfeil und bogen, arc et "
    "flèches, arco y flechas, archery set, quiver of arrows, archer's bow, arrow",
    hints="archer, archery, quiver", about="A bow with its string and some arrows, leaning in a stand.",
    parts="bow, string, grip, arrow, feather, tip, quiver",
)  # fmt: skip
def bow_and_arrows(drawing: Drawing, brief: Brief) -> None:
    """Draw a strung bow upright on a stand, and arrows in a quiver beside it."""
    wood = usual(brief, "body bow", "walnut", "")
    leather = brief.of("grip quiver accent", "leather_brown", is_accent=True)
    limbs = [(0.02, 0.1, 0.0), (-0.02, 0.2, 0), (-0.12, 0.42, 0), (-0.17, 0.7, 0), (-0.175, 0.8, 0), (-0.17, 0.9, 0),
             (-0.12, 1.18, 0), (-0.02, 1.4, 0), (0.02, 1.5, 0)]  # fmt: skip
    wire(drawing, "bow", limbs, 0.03, wood)
    strut(drawing, "grip", (-0.175, 0.72, 0), (-0.175, 0.88, 0), 0.052, leather, edge=0.2)
    strut(drawing, "string", (0.016, 0.1, 0), (0.016, 1.5, 0), 0.005, brief.of("string", "linen"))
    drawing.add(
        "box", (0.6, 0.04, 0.3), (0.06, 0, 0), radius_m=0.008, name="stand", **brief.of("stand base", "oak_dark")
    )
    drawing.add(
        "box", (0.09, 0.09, 0.09), (0.018, 0.03, 0), radius_m=0.008, name="socket", **brief.of("stand base", "oak_dark")
    )
    spin(drawing, "quiver", [(0.05, 0.035), (0.056, 0.05), (0.066, 0.5), (0.07, 0.505), (0.07, 0.54), (0.058, 0.54),
                             (0.055, 0.4), (0.001, 0.38)], leather, at=(0.22, 0, 0))  # fmt: skip
    for number in range(brief.count("arrow", 5, least=1, most=12)):
        angle = radians(137.5 * number)
        lean, reach = 0.028, 0.018 + 0.018 * (number % 2)
        foot = (0.22 + 0.5 * reach * cos(angle), 0.37, 0.5 * reach * sin(angle))
        top = (0.22 + (reach + lean) * cos(angle), 0.86, (reach + lean) * sin(angle))
        strut(drawing, "arrow", foot, top, 0.009, brief.of("arrow shaft", "birch"))
        feather = [(0.0, 0.0), (0.022, 0.02), (0.024, 0.1), (0.0, 0.12)]
        for turn in (0.0, 120.0, 240.0):
            vane = Drawing(brief)
            cut(vane, "feather", feather, 0.0024, usual(brief, "feather", "paint_white", "#c8281e", is_main=False))
            drawing.include(vane, (top[0] - 0.07 * lean * cos(angle), 0.725, top[2] - 0.07 * lean * sin(angle)), turn)
    sized(drawing, brief, (0.6, 1.52, 0.3))
