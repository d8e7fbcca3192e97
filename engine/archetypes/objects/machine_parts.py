"""Parts of machines by themselves: piston, engine, pipes, valve, pulley, hook, rope, chain, hinge; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has
from engine.archetypes.objects.shaping import blend, chain, cut, limb, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "piston", "object", "machine part", "piston, engine piston, piston and connecting rod, kolben, pistón, connecting "
    "rod, pistons", hints="cylinder, crankshaft, combustion",
    about="A piston: a metal plug with rings that moves in a cylinder, on its connecting rod.",
    parts="crown, ring, rod, pin, bolt, bearing, skirt",
)  # fmt: skip
def piston(drawing: Drawing, brief: Brief) -> None:
    """Draw a piston that stands upright on its connecting rod, with rings, its pin and the bolted big end."""
    alloy = brief.of("piston crown skirt body", "aluminium", is_main=True)
    steel = brief.of("rod ring pin bolt", "steel_brushed", is_accent=True)
    spin(drawing, "skirt", [(0.043, 0.15), (0.043, 0.225), (0.04, 0.232), (0.001, 0.234)], alloy)
    for y in (0.19, 0.202, 0.214):
        drawing.add("torus", (0.0892, 0.005, 0.0892), (0, y, 0), name="ring", **steel)
    strut(drawing, "pin", (-0.046, 0.172, 0), (0.046, 0.172, 0), 0.02, steel)
    beam = [(-0.012, 0.16), (0.012, 0.16), (0.019, 0.055), (-0.019, 0.055)]
    cut(drawing, "rod", beam, 0.018, steel, bevel_m=0.003)
    big = Drawing(brief)
    big.add("hoop", (0.08, 0.026, 0.08), (0, -0.013, 0), inner=0.66, name="bearing", **steel)
    pose(drawing, big, (0, 0.04, 0), (90, 0, 0))
    for x in (-1, 1):
        drawing.add("rod", (0.013, 0.062, 0.013), (0.036 * x, 0.009, 0), edge=0.2, name="bolt", **steel)
    drawing.add("box", (0.1, 0.008, 0.05), (0, 0, 0), radius_m=0.002, name="foot",
                **brief.of("stand base", "oak_dark"))  # fmt: skip
    sized(drawing, brief, (0.1, 0.234, 0.09))


@archetype(
    "engine", "object", "machine part", "engine, motor, car engine, v8 engine, engine block, combustion engine, motor "
    "block, diesel engine, moteur, electric motor, v12 engine, v6 engine, turbine engine, jet engine, turbine",
    hints="horsepower, cylinders, fuel", about="An engine: a block with cylinder heads, pulleys, a fan and pipes.",
    parts="block, head, pulley, belt, pipe, exhaust, fan, cover, cylinder, shaft, blade", features="turbo=exhaust",
)  # fmt: skip
def engine(drawing: Drawing, brief: Brief) -> None:
    """Draw a V engine on its stand with covers, intake, exhaust pipes and pulleys; a jet or an electric motor."""
    iron = brief.of("block body engine", "iron_cast", is_main=True)
    steel, stand = brief.of("pipe exhaust shaft pulley", "steel_brushed"), brief.of("stand base frame", "paint_black")
    if has(brief, "jet turbine"):
        return _jet(drawing, brief)
    for x in (-0.22, 0.22):
        drawing.add("box", (0.06, 0.2, 0.6), (x, 0, 0), radius_m=0.01, name="stand", **stand)
    drawing.add("box", (0.5, 0.05, 0.08), (0, 0.02, 0.2), radius_m=0.01, name="stand", **stand)
    drawing.add("box", (0.5, 0.05, 0.08), (0, 0.02, -0.2), radius_m=0.01, name="stand", **stand)
    if has(brief, "electric"):
        strut(drawing, "block", (0, 0.36, -0.3), (0, 0.36, 0.3), 0.44, iron, edge=0.08)
        for number in range(18):
            turn = 2 * pi * number / 18
            x, y = 0.225 * cos(turn), 0.36 + 0.225 * sin(turn)
            strut(drawing, "fin", (x, y, -0.26), (x, y, 0.22), 0.024, iron)
        strut(drawing, "shaft", (0, 0.36, 0.28), (0, 0.36, 0.46), 0.06, steel, edge=0.1)
        drawing.add("box", (0.42, 0.16, 0.4), (0, 0.04, 0.0), radius_m=0.02, name="foot", **iron)
        drawing.add("box", (0.2, 0.14, 0.22), (0, 0.56, 0.0), radius_m=0.012, name="cover", **iron)
        sized(drawing, brief, (0.5, 0.7, 0.76))
        return None
    drawing.add("box", (0.4, 0.28, 0.58), (0, 0.17, 0), radius_m=0.02, name="block", **iron)
    drawing.add("box", (0.3, 0.1, 0.5), (0, 0.08, 0), radius_m=0.03, name="sump", **steel)
    cylinders = brief.count("cylinder", 12 if "v12" in brief.words else 6 if "v6" in brief.words else 8, least=2,
                            most=12)  # fmt: skip
    row = max(cylinders // 2, 1)
    cover = brief.of("cover head", "paint_red", is_accent=True)
    for side in (-1, 1):
        bank = Drawing(brief)
        bank.add("box", (0.2, 0.2, 0.56), (0, 0, 0), radius_m=0.014, name="head", **iron)
        bank.add("box", (0.17, 0.07, 0.54), (0, 0.18, 0), radius_m=0.024, name="cover", **cover)
        pose(drawing, bank, (0.13 * side, 0.37, 0), (0, 0, -38 * side))
        for number in range(row):
            z = 0.5 * ((number + 0.5) / row - 0.5)
            path = [(0.26 * side, 0.46, z), (0.36 * side, 0.42, z), (0.37 * side, 0.34, z - 0.02)]
            wire(drawing, "exhaust", path, 0.034, steel)
        strut(drawing, "exhaust", (0.37 * side, 0.33, -0.36), (0.37 * side, 0.33, 0.26), 0.06, steel, edge=0.1)
    drawing.add("box", (0.2, 0.16, 0.46), (0, 0.42, 0), radius_m=0.03, name="intake", **brief.of("intake", "aluminium"))
    drawing.add("rod", (0.26, 0.09, 0.26), (0, 0.565, 0.02), edge=0.2, name="filter", **brief.of("filter", "chrome"))
    for x, y, wide in ((0.0, 0.24, 0.17), (-0.14, 0.4, 0.11), (0.14, 0.4, 0.11), (0.0, 0.45, 0.13)):
        strut(drawing, "pulley", (x, y, 0.26), (x, y, 0.33), wide, steel, edge=0.12)
    rim = [(0.0, 0.155), (0.075, 0.19), (0.19, 0.41), (0.15, 0.455), (0.0, 0.515), (-0.15, 0.455), (-0.19, 0.41),
           (-0.075, 0.19), (0.0, 0.155)]  # fmt: skip
    wire(drawing, "belt", [(x, y, 0.313) for x, y in rim], 0.014, brief.of("belt", "rubber_black"))
    sized(drawing, brief, (0.8, 0.66, 0.64))
    return None


def _jet(drawing: Drawing, brief: Brief) -> None:
    """Draw a jet engine on its cradle: lip, fan blades about a spinner, the case and its nozzle."""
    alloy, steel = brief.of("body case engine", "aluminium", is_main=True), brief.of("blade fan", "titanium")
    stand = brief.of("stand base frame", "paint_black")
    axis = 0.78
    case = Drawing(brief)
    case.add("hoop", (1.2, 1.0, 1.2), (0, -0.5, 0), inner=0.9, name="case", **alloy)
    case.add("torus", (1.24, 0.13, 1.24), (0, 0.44, 0), name="lip", **brief.of("lip", "chrome"))
    spin(case, "core", [(0.05, -1.25), (0.26, -1.1), (0.34, -0.5), (0.3, 0.1), (0.16, 0.26), (0.015, 0.42)], steel)
    spin(case, "nozzle", [(0.4, -0.98), (0.5, -0.4), (0.54, -0.4), (0.47, -0.99)], alloy)
    for number in range(brief.count("blade", 20, least=6, most=32)):
        turn = 2 * pi * number / brief.count("blade", 20, least=6, most=32)
        one = Drawing(brief)
        one.add("box", (0.36, 0.02, 0.1), (0.38, -0.01, 0), turn=(38, 0, 0), radius_m=0.006, name="blade", **steel)
        pose(case, one, (0, 0.1, 0), (0, turn * 180 / pi, 0))
    pose(drawing, case, (0, axis, 0.3), (90, 0, 0))
    for z in (-0.1, 0.6):
        drawing.add("box", (0.9, 0.08, 0.1), (0, 0, z), radius_m=0.01, name="stand", **stand)
        for x in (-0.34, 0.34):
            strut(drawing, "stand", (x, 0.06, z), (x * 0.9, 0.34, z), 0.08, stand, kind="box")
    sized(drawing, brief, (1.24, 1.4, 1.8))


@archetype(
    "pipes", "object", "machine part", "pipe, pipes, water pipe, pipe system, pipework, copper pipe, "
    "plumbing, pipeline, valve, gate valve, rohr, tubería, tuyau, steam pipe, pipe with a valve, ventil, sewer pipe, "
    "water valve, warp pipe",
    hints="plumber, flange, steam", about="Pipes: tubes with flanges and a valve with a red wheel.",
    parts="pipe, flange, valve, wheel, bolt, gauge, elbow, tube", features="gauge, valve",
)  # fmt: skip
def pipes(drawing: Drawing, brief: Brief) -> None:
    """Draw a pipe that comes out of the ground, runs level and goes down again, flanges, a valve with its wheel."""
    metal = brief.of("pipe tube body", "steel_galvanised", is_main=True)
    dark = brief.of("flange bolt elbow", "iron_cast", is_accent=True)
    wheel = brief.of("wheel valve", "paint_red")
    path = [(-0.5, 0.02, 0), (-0.5, 0.34, 0), (-0.47, 0.44, 0), (-0.4, 0.48, 0), (0.4, 0.48, 0), (0.47, 0.44, 0),
            (0.5, 0.34, 0), (0.5, 0.02, 0)]  # fmt: skip
    blend(drawing, "pipe", chain([(x, y, z, 0.062) for x, y, z in path]), metal, soft=0.004, fineness=1.3, sole=0.11)
    for x in (-0.5, 0.5):
        drawing.add("disc", (0.24, 0.035, 0.24), (x, 0, 0), edge=0.2, name="flange", **dark)
        for number in range(6):
            turn = pi * number / 3
            drawing.add("rod", (0.026, 0.05, 0.026), (x + 0.095 * cos(turn), 0.002, 0.095 * sin(turn)), name="bolt",
                        **brief.of("bolt", "steel_brushed"))  # fmt: skip
    for x in (-0.3, -0.12, 0.12, 0.3):
        strut(drawing, "flange", (x - 0.017, 0.48, 0), (x + 0.017, 0.48, 0), 0.19, dark, edge=0.2)
    if brief.has("valve", "wheel", default=True):
        drawing.add("rod", (0.11, 0.14, 0.11), (0, 0.46, 0), edge=0.15, name="bonnet", **dark)
        drawing.add("rod", (0.028, 0.15, 0.028), (0, 0.59, 0), name="stem", **brief.of("stem", "brass_polished"))
        drawing.add("torus", (0.25, 0.03, 0.25), (0, 0.69, 0), name="wheel", **wheel)
        for number in range(3):
            turn = pi * number / 3
            strut(drawing, "spoke", (-0.11 * cos(turn), 0.705, -0.11 * sin(turn)),
                  (0.11 * cos(turn), 0.705, 0.11 * sin(turn)), 0.018, wheel)  # fmt: skip
    if brief.has("gauge"):
        drawing.add("rod", (0.024, 0.12, 0.024), (0.21, 0.47, 0), name="stem", **dark)
        strut(drawing, "gauge", (0.21, 0.63, -0.02), (0.21, 0.63, 0.025), 0.13, brief.of("gauge", "brass_polished"))
        strut(drawing, "dial", (0.21, 0.63, 0.02), (0.21, 0.63, 0.028), 0.11, brief.finish("enamel_white", ""))
    sized(drawing, brief, (1.24, 0.74, 0.25))


@archetype(
    "hook", "object", "machine part", "hook, crane hook, pulley, block and tackle, hook and pulley, meat hook, haken, "
    "gancho, crochet hook iron, iron hook, pulley wheel, cargo hook, pirate hook, flaschenzug",
    hints="hoist, lift, load", about="A hook that hangs from a pulley block on a gallows.",
    parts="hook, pulley, wheel, rope, chain, block, stand, cheek",
)  # fmt: skip
def hook(drawing: Drawing, brief: Brief) -> None:
    """Draw a gallows with a block: a grooved wheel between two cheeks on ropes, the hook below it."""
    steel = brief.of("hook block body cheek", "iron_cast", is_main=True)
    wood, rope = brief.of("stand base frame post", "oak"), brief.of("rope chain", "rope")
    drawing.add("box", (0.5, 0.05, 0.3), radius_m=0.01, name="stand", **wood)
    drawing.add("box", (0.07, 0.86, 0.07), (-0.2, 0.04, 0), radius_m=0.008, name="post", **wood)
    drawing.add("box", (0.46, 0.07, 0.07), (0, 0.87, 0), radius_m=0.008, name="beam", **wood)
    strut(drawing, "brace", (-0.19, 0.66, 0), (0.0, 0.89, 0), 0.045, wood, kind="box")
    for x in (0.065, 0.175):
        strut(drawing, "rope", (x, 0.54, 0), (x, 0.89, 0), 0.018, rope)
    wheel = Drawing(brief)
    spin(wheel, "wheel", [(0.066, -0.02), (0.066, -0.014), (0.05, 0.0), (0.066, 0.014), (0.066, 0.02)],
         brief.of("pulley wheel", "brass_aged"))  # fmt: skip
    pose(drawing, wheel, (0.12, 0.54, 0), (90, 0, 0))
    for z in (-0.03, 0.03):
        cut(drawing, "cheek", [(0.09, 0.63), (0.15, 0.63), (0.175, 0.54), (0.14, 0.43), (0.1, 0.43), (0.065, 0.54)],
            0.012, steel, at=(0, 0, z), bevel_m=0.003)  # fmt: skip
    strut(drawing, "axle", (0.12, 0.54, -0.04), (0.12, 0.54, 0.04), 0.03, steel)
    strut(drawing, "swivel", (0.12, 0.37, 0), (0.12, 0.46, 0), 0.034, steel)
    strut(drawing, "bolt", (0.12, 0.445, -0.04), (0.12, 0.445, 0.04), 0.02, steel)
    bend = [(0.12, 0.39, 0, 0.017), (0.12, 0.32, 0, 0.02), (0.155, 0.26, 0, 0.024), (0.13, 0.195, 0, 0.027),
            (0.07, 0.185, 0, 0.026), (0.025, 0.225, 0, 0.02), (0.025, 0.28, 0, 0.01)]  # fmt: skip
    blend(drawing, "hook", chain(bend), steel, soft=0.012, fineness=1.4)
    sized(drawing, brief, (0.5, 0.94, 0.3))


@archetype(
    "rope", "object", "machine part", "rope, coil of rope, coiled rope, seil, cuerda, corde, lasso, rope coil, ship "
    "rope, tau, chain, iron chain, kette, chaîne, anchor chain, lariat, steel chain, gold chain links",
    hints="knot, tie, hemp, links", about="A rope: a coil of twisted hemp; a chain has links of iron.",
    parts="coil, end, link, knot, body",
)  # fmt: skip
def rope(drawing: Drawing, brief: Brief) -> None:
    """Draw a coil of rope with its loose end, or a chain that lies in a bow, link in link."""
    if has(brief, "chain kette cadena chaîne links"):
        iron = brief.of("chain link body", "iron_black", is_main=True)
        count = brief.count("link", 13, least=3, most=40)
        wide = 0.071 * max(count - 1, 1) / (0.76 * pi)  # the bow's radius: links hold each other by their ends
        for number in range(count):
            turn = pi * (0.12 + 0.76 * number / max(count - 1, 1))
            x, z, ahead = -wide * cos(turn), wide * (0.7 - sin(turn)), 90.0 - turn * 180 / pi
            one = Drawing(brief)
            ring = [(0.042, 0.0), (0.03, 0.018), (-0.03, 0.018), (-0.042, 0.0), (-0.03, -0.018), (0.03, -0.018)]
            bow = [(a, 0.0, b, 0.0075) for a, b in [*ring, ring[0]]]
            blend(one, "link", chain(bow), iron, soft=0.002, fineness=1.4)
            pose(drawing, one, (x, 0.0178, z), (35.0 if number % 2 else -35.0, ahead, 0))
        sized(drawing, brief, (2 * wide, 0.036, wide))
        return
    hemp = brief.of("rope coil body", "rope", is_main=True)
    turns = 5
    for number in range(turns):
        wide = 0.42 - 0.012 * (number % 2) + 0.01 * number
        drawing.add("torus", (wide, 0.046, wide), (0.006 * (-1) ** number, 0.036 * number, 0), name="coil", **hemp)
    top = 0.036 * (turns - 1) + 0.023
    tail = [(0.2, top, 0.0, 0.022), (0.14, top + 0.02, 0.14, 0.022), (0.0, top + 0.015, 0.22, 0.022),
            (0.05, 0.1, 0.27, 0.022), (0.18, 0.023, 0.34, 0.022), (0.34, 0.022, 0.3, 0.022)]  # fmt: skip
    blend(drawing, "end", chain(tail), hemp, soft=0.01)
    wrap = brief.of("knot end", "leather_brown")
    blend(drawing, "wrap", [limb((0.3, 0.0252, 0.313), 0.025, (0.335, 0.0252, 0.302), 0.025)], wrap, soft=0.002)
    sized(drawing, brief, (0.6, 0.22, 0.57))


@archetype(
    "hinge", "object", "machine part", "hinge, door hinge, scharnier, bisagra, charnière, brass hinge, butt hinge",
    hints="cabinet, screw holes, pivot", about="A hinge: two metal leaves that turn about a pin.",
    parts="leaf, pin, knuckle, screw, plate",
)  # fmt: skip
def hinge(drawing: Drawing, brief: Brief) -> None:
    """Draw a hinge half open on the ground: two leaves with screws about the knuckles and their pin."""
    brass = brief.of("hinge leaf plate body", "brass_polished", is_main=True)
    steel = brief.of("screw pin", "steel_brushed", is_accent=True)
    for side in (-1, 1):
        leaf = Drawing(brief)
        leaf.add("box", (0.04, 0.004, 0.1), (0.023 * side, -0.002, 0), radius_m=0.001, name="leaf", **brass)
        for z in (-0.035, 0.0, 0.035):
            leaf.add("disc", (0.009, 0.0016, 0.009), (0.028 * side, 0.0016, z), name="screw", **steel)
        pose(drawing, leaf, (0, 0.002 if side < 0 else 0.0075, 0), (0, 0, 0 if side < 0 else 52.0))
    for number in range(5):
        z = -0.05 + 0.02 * number
        strut(drawing, "knuckle", (0, 0.0065, z + 0.0004), (0, 0.0065, z + 0.0196), 0.013, brass)
    for z in (-0.053, 0.053):
        drawing.add("ball", (0.012, 0.012, 0.009), (0, 0.0005, z), name="pin", **steel)
    sized(drawing, brief, (0.075, 0.043, 0.115))
