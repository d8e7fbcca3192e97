"""Things one knows at a glance: flag, ship's wheel, map, puzzle, leaf, earrings, cane, thermometer."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import (
    blend,
    chain,
    cut,
    limb,
    lump,
    pose,
    settle,
    sized,
    spin,
    strut,
    twins,
    wire,
)
from engine.archetypes.register import archetype


@archetype(
    "flag", "object", "sign", "flag, pirate flag, flagpole, flag pole, banner, fahne, bandera, drapeau, national flag, "
    "jolly roger, pennant, checkered flag, race flag, white flag, flag on a pole",
    hints="wave, nation, mast", about="A flag: a cloth that waves from a pole, striped or with a skull.",
    parts="cloth, pole, stripe, skull, knob, base, band", features="stripe, skull, star",
)  # fmt: skip
def flag(drawing: Drawing, brief: Brief) -> None:
    """Draw a pole on a foot with a cloth in waves: one colour, stripes as said, a skull, or chequers."""
    pole = brief.of("pole mast", "aluminium", is_accent=True)
    is_pirate, is_race = has(brief, "pirate jolly skull"), has(brief, "checkered chequered race")
    drawing.add("disc", (0.5, 0.06, 0.5), edge=0.25, name="base", **brief.of("base", "concrete"))
    drawing.add("rod", (0.05, 2.4, 0.05), (0, 0.04, 0), name="pole", **pole)
    drawing.add("ball", (0.09, 0.09, 0.09), (0, 2.42, 0), name="knob", **brief.of("knob", "gold"))
    usually: tuple[str, ...] = (
        ("#1c1c1f",) if is_pirate else ("#f2f0ea",) if is_race or has(brief, "white") else ("#b3201f",)
    )
    if has(brief, "rainbow"):
        usually = ("#c8281f", "#e8862a", "#f0d02e", "#3f9a4a", "#2f5fb0", "#6a3a8a")
    first = brief.of("stripe", "canvas")["color"]
    own = brief.palette("stripe", "cloth", "flag") or ((first,) if first else ()) + brief.colors or usually
    bands = brief.count("stripe", len(own) if len(own) > 1 else 1, least=1, most=13)
    tints = [own[number % len(own)] if len(own) > 1 or number % 2 == 0 else "#f2f0ea" for number in range(bands)]
    cloth = brief.of("cloth flag body", "canvas", is_main=True)
    for number, tint in enumerate(tints):
        high = 0.8 / bands
        y = 2.34 - high * (number + 1)
        wave = [(0.02 + 0.06 * k, 0.045 * sin(0.62 * k) * min(k / 6, 1.0)) for k in range(20)]
        line = [*[(x, z + 0.012) for x, z in wave], *[(x, z - 0.012) for x, z in reversed(wave)]]
        lay(drawing, "cloth", line, high * 1.001, brief.finish(cloth["material"], tint), y=y, edge_m=0.002)
    if is_race:
        dark = brief.finish("canvas", "#1c1c1f")
        for row in range(4):
            for step in range(3):
                k = 6 * step + 3 * (row % 2) + 1.0
                drawing.add("box", (0.17, 0.2, 0.11), (0.02 + 0.06 * k + 0.09, 1.54 + 0.2 * row, 0.03 * sin(0.62 * k)),
                            radius_m=0.002, name="chequer", **dark)  # fmt: skip
    if is_pirate:
        bone = brief.of("skull bone", "ceramic_white")
        for side in (-1, 1):
            z = 0.045 * sin(0.62 * 9) + 0.03 * side
            skull = [lump((0.56, 1.98, z), 0.13, (1.0, 0.95, 0.25)), lump((0.56, 1.86, z), 0.07, (1.0, 0.8, 0.4))]
            skull += [limb((0.36, 1.68, z), 0.025, (0.76, 1.84, z), 0.025), limb((0.36, 1.84, z), 0.025,
                      (0.76, 1.68, z), 0.025)]  # fmt: skip
            blend(drawing, "skull", skull, bone, soft=0.01)
            sockets = [lump((0.56 + dx, 1.98, z + 0.02 * side), 0.034, (1, 1, 0.6)) for dx in (-0.05, 0.05)]
            blend(drawing, "socket", sockets, brief.finish("paint_black", ""), soft=0.001)
    sized(drawing, brief, (1.3, 2.51, 0.5))


@archetype(
    "ship wheel", "object", "instrument", "ship wheel, ship's wheel, ships wheel, steering wheel of a ship, "
    "steuerrad, timón, pirate wheel, nautical wheel",
    hints="captain, steer, nautical", about="A ship's wheel: a wooden wheel with eight turned handles on its post.",
    parts="wheel, spoke, handle, hub, post, rim, stand",
)  # fmt: skip
def ship_wheel(drawing: Drawing, brief: Brief) -> None:
    """Draw a wheel with turned spokes and handles, a brass hub, on a pedestal."""
    wood, brass = brief.of("wheel spoke handle rim body", "mahogany", is_main=True), brief.of("hub ring", "brass_aged")
    count = brief.count("spoke", brief.counts.get("handle", 8), least=4, most=12)
    wheel = Drawing(brief)
    wheel.add("hoop", (0.84, 0.06, 0.84), (0, -0.03, 0), inner=0.84, name="rim", **wood)
    wheel.add("hoop", (0.8, 0.068, 0.8), (0, -0.034, 0), inner=0.95, name="ring", **brass)
    wheel.add("disc", (0.2, 0.1, 0.2), (0, -0.05, 0), edge=0.15, name="hub", **wood)
    wheel.add("disc", (0.11, 0.13, 0.11), (0, -0.065, 0), edge=0.25, name="cap", **brass)
    for number in range(count):
        one = Drawing(brief)
        spin(one, "spoke", [(0.018, 0.06), (0.024, 0.14), (0.017, 0.24), (0.022, 0.3), (0.022, 0.44), (0.014, 0.47),
             (0.026, 0.54), (0.018, 0.6), (0.004, 0.62)], wood)  # fmt: skip
        pose(wheel, one, (0, 0, 0), (90, 360.0 * number / count, 0))
    pose(drawing, wheel, (0, 0.86, 0.16), (90, 0, 0))
    drawing.add("box", (0.5, 0.07, 0.5), (0, 0, 0), radius_m=0.015, name="stand", **wood)
    drawing.add("box", (0.2, 0.95, 0.16), (0, 0.05, -0.02), radius_m=0.03, name="post", **wood)
    strut(drawing, "axle", (0, 0.86, 0.0), (0, 0.86, 0.15), 0.07, brass)
    sized(drawing, brief, (1.24, 1.48, 0.5))


@archetype(
    "treasure map", "object", "paper", "treasure map, map, old map, pirate map, schatzkarte, mapa del tesoro, carte au "
    "trésor, parchment map, scroll map, parchment, scroll, ancient scroll, papyrus, schriftrolle, magic scroll",
    hints="x marks the spot, route", about="A treasure map: parchment with rolled ends, islands and a red cross.",
    parts="parchment, roll, island, path, cross, ribbon, rod", features="cross, ribbon",
)  # fmt: skip
def treasure_map(drawing: Drawing, brief: Brief) -> None:
    """Draw an unrolled parchment with rolled ends, land, a dashed way and the cross; a scroll has lines of writing."""
    paper = usual(brief, "parchment paper map body", "paper", "#d9b879")
    ink = brief.finish("paper", "#6b4a28")
    drawing.add("box", (0.42, 0.006, 0.3), radius_m=0.001, name="parchment", **paper)
    for side in (-1, 1):
        strut(drawing, "roll", (0.205 * side, 0.019, -0.155), (0.205 * side, 0.019, 0.155), 0.038, paper, edge=0.05)
    if has(brief, "scroll papyrus parchment schriftrolle"):
        for number in range(8):
            drawing.add("box", (0.26 - 0.05 * (number % 3), 0.002, 0.006), (-0.01 * (number % 3), 0.005,
                        -0.11 + 0.03 * number), name="line", **ink)  # fmt: skip
        sized(drawing, brief, (0.45, 0.038, 0.31))
        return
    land = brief.finish("paper", "#8a9a58")
    for (x, z), (wide, deep), turn in (((-0.09, -0.05), (0.13, 0.1), 0.3), ((0.09, 0.06), (0.16, 0.11), 1.1)):
        coast = [(x + wide / 2 * (1 + 0.18 * sin(3 * a + turn)) * cos(a), z + deep / 2 * (1 + 0.2 * cos(2 * a + turn))
                 * sin(a)) for a in (2 * pi * k / 22 for k in range(22))]  # fmt: skip
        lay(drawing, "island", coast, 0.003, land, y=0.0055, edge_m=0.0005)
    for number in range(7):
        share = number / 6
        x, z = -0.1 + 0.17 * share, -0.03 + 0.08 * share + 0.03 * sin(4 * share)
        drawing.add("box", (0.014, 0.005, 0.005), (x, 0.005, z), turn=(0, -30, 0), name="path", **ink)
    red = brief.of("cross mark", "paint_red")
    for turn in (45, -45):
        drawing.add("box", (0.045, 0.003, 0.01), (0.105, 0.0078, 0.065), turn=(0, turn, 0), name="cross", **red)
    drawing.add("disc", (0.05, 0.002, 0.05), (-0.14, 0.0055, 0.1), name="compass", **ink)
    sized(drawing, brief, (0.45, 0.038, 0.31))


@archetype(
    "puzzle", "object", "toy", "puzzle, jigsaw puzzle, jigsaw, puzzle piece, rompecabezas, wooden puzzle, puzzle game",
    hints="interlocking, pieces", about="A jigsaw puzzle: flat pieces whose knobs fit into each other.",
    parts="piece, knob, board, frame",
)  # fmt: skip
def puzzle(drawing: Drawing, brief: Brief) -> None:
    """Draw pieces of a jigsaw in four colours, joined but for one; a single piece where one is asked for."""
    tints = brief.colors or ("#d8483f", "#3f7fc0", "#e0b030", "#58a04a")
    material = brief.of("piece puzzle body", "cardboard", is_main=True)["material"]
    is_one = "piece" in brief.words and not brief.counts
    count = 1 if is_one else brief.count("piece", 9, least=1, most=16)
    across = 1 if count == 1 else 3
    for number in range(count):
        row, step = divmod(number, across)
        away = 0.05 if count > 1 and number == count - 1 else 0.0
        x, z = 0.1 * (step - (across - 1) / 2) + away, 0.1 * row + away
        lay(drawing, "piece", [(x + a, z + b) for a, b in _piece(number)], 0.012,
            brief.finish(material, tints[(row + step) % len(tints)]), edge_m=0.0015)  # fmt: skip
    sized(drawing, brief, (0.1 * across + 0.07, 0.012, 0.1 * ((count - 1) // across + 1) + 0.07))


def _piece(number: int) -> list[tuple[float, float]]:
    """Return the outline of a piece, 0.1 m wide: knobs at two sides, hollows at the others."""
    line: list[tuple[float, float]] = []
    for side in range(4):
        out = 1.0 if (side + number) % 2 == 0 else -1.0
        edge = [(-0.0492, 0.0492), (-0.012, 0.0492)]
        knob = [(0.014 * sin(a), 0.0492 + out * (0.01 + 0.014 * cos(a))) for a in (pi * k / 8 for k in range(-6, 7))]
        edge += [*knob, (0.012, 0.0492)]
        turn = -pi / 2 * side
        line += [(x * cos(turn) - z * sin(turn), x * sin(turn) + z * cos(turn)) for x, z in edge]
    return line


@archetype(
    "leaf", "object", "nature", "leaf, autumn leaf, blatt, hoja, feuille, green leaf, leaves, "
    "fallen leaf, palm leaf, four leaf clover, clover, shamrock",
    hints="autumn, veins, foliage", about="A leaf: a flat green blade with veins and a stalk.",
    parts="blade, vein, stalk, body",
)  # fmt: skip
def leaf(drawing: Drawing, brief: Brief) -> None:
    """Draw a leaf that lies, with veins and its stalk: a plain one, a maple's, or a clover of four."""
    is_autumn = has(brief, "autumn fall fallen maple") or "maple" in brief.materials
    green = usual(brief, "blade leaf body", "leaf_green", "#c8602a" if is_autumn else "")
    if green["material"] in ("maple", "oak", "palm"):  # of such a tree, not of its wood
        green = brief.finish("leaf_green", green["color"] or ("#c8602a" if is_autumn else ""))
    vein = brief.finish("leaf_green", "#e0b07a" if is_autumn else "#a8c878")
    if has(brief, "clover shamrock"):
        count = brief.count("leaf", 3 if has(brief, "shamrock") else 4, least=3, most=6)
        for number in range(count):
            turn = 2 * pi * number / count + pi / 4
            heart = twins(lump((0.017, 0.006, -0.05), 0.026, (1.0, 0.16, 1.1)))
            heart += [limb((0, 0.006, -0.002), 0.006, (0, 0.006, -0.045), 0.03, (1.0, 0.15, 1.0))]
            one = Drawing(brief)
            blend(one, "blade", heart, green, soft=0.004)
            pose(drawing, one, (0, 0, 0), (0, turn * 180 / pi, 0))
        settle(drawing)
    elif has(brief, "maple") or "maple" in brief.materials:
        points = []
        for number in range(11):
            turn = pi * (0.5 + 2 * number / 11) + pi / 11
            reach = (0.1, 0.045)[number % 2] if number not in (0, 10) else 0.045
            points.append((reach * cos(turn), -0.05 - reach * sin(turn) * 1.05 + 0.04))
        lay(drawing, "blade", points, 0.006, green, y=0.0, edge_m=0.001)
    else:
        side = [(0.0, 0.0), (0.028, -0.02), (0.042, -0.06), (0.036, -0.1), (0.016, -0.14), (0.0, -0.165)]
        lay(drawing, "blade", [*side, *((-x, z) for x, z in side[-2:0:-1])], 0.006, green, y=0.0, edge_m=0.001,
            round_m=0.008)  # fmt: skip
        strut(drawing, "vein", (0, 0.005, 0.0), (0, 0.005, -0.155), 0.005, vein)
        for number in range(4):
            z = -0.03 - 0.03 * number
            for x in (-1, 1):
                strut(drawing, "vein", (0, 0.0055, z), ((0.03 - 0.005 * number) * x, 0.0055, z - 0.022), 0.003, vein)
    strut(drawing, "stalk", (0, 0.0036, -0.012), (0.01, 0.0035, 0.085), 0.007, vein)
    sized(drawing, brief, (0.14, 0.011, 0.25))


@archetype(
    "earrings", "object", "jewellery", "earrings, earring, pair of earring, hoop earring, pearl earring, ohrringe, "
    "pendientes, boucles d'oreilles, diamond earring, drop earring, ear studs, gold earring, stud earrings",
    hints="ears, jewelry", about="Earrings: a pair of drops, hoops or pearls on a small stand.",
    parts="hook, drop, pearl, hoop, stone, stand, gem",
)  # fmt: skip
def earrings(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair that hangs from a stand: drops with a stone, hoops, or pearls."""
    gold = metal(brief, "hook hoop earring body", "gold", is_main=True)
    velvet = brief.of("stand base", "velvet")
    stand = [(-0.035, 0.0), (0.035, 0.0), (0.035, 0.006), (0.004, 0.01), (0.004, 0.07), (-0.004, 0.07), (-0.004, 0.01),
             (-0.035, 0.006)]  # fmt: skip
    cut(drawing, "stand", stand, 0.03, velvet, bevel_m=0.001)
    drawing.add("box", (0.074, 0.006, 0.006), (0, 0.068, 0), radius_m=0.002, name="stand", **velvet)
    stone = usual(brief, "stone gem drop", "glass_coloured", "#2f6fb0", is_main=False)
    for x in (-0.026, 0.026):
        wire(drawing, "hook", [(x, 0.072, -0.003), (x, 0.0742, 0.0), (x, 0.07, 0.006), (x, 0.06, 0.006)], 0.0012, gold)
        if has(brief, "hoop"):
            ring = Drawing(brief)
            ring.add("torus", (0.03, 0.002, 0.03), (0, -0.001, 0), name="hoop", **gold)
            pose(drawing, ring, (x, 0.0445, 0.006), (90, 0, 0))
        elif has(brief, "pearl"):
            drawing.add("ball", (0.012, 0.012, 0.012), (x, 0.0495, 0.006), name="pearl",
                        **brief.of("pearl", "porcelain"))  # fmt: skip
        else:
            drawing.add("ball", (0.006, 0.006, 0.006), (x, 0.0555, 0.006), name="bead", **gold)
            spin(drawing, "drop", [(0.001, 0.032), (0.0055, 0.036), (0.006, 0.041), (0.003, 0.05), (0.001, 0.057)],
                 stone, at=(x, 0, 0.006), is_flowing=True)  # fmt: skip
    sized(drawing, brief, (0.074, 0.076, 0.03))


@archetype(
    "cane", "object", "household", "cane, walking cane, walking stick, gehstock, bastón, canne, wooden cane, "
    "gentleman's cane, blind man's cane",
    hints="old man, support, stroll", about="A walking cane: a stick with a curved or knobbed handle.",
    parts="stick, handle, knob, tip, shaft, band, stand",
)  # fmt: skip
def cane(drawing: Drawing, brief: Brief) -> None:
    """Draw a stick in a stand: a bent handle, or a knob of metal for a gentleman's."""
    wood = brief.of("stick shaft cane body", "walnut", is_main=True)
    brass = brief.of("knob band", "brass_polished", is_accent=True)
    drawing.add("disc", (0.2, 0.03, 0.2), edge=0.3, name="stand", **brief.of("stand base", "iron_black"))
    drawing.add("rod", (0.05, 0.09, 0.05), (0, 0.02, 0), name="collar", **brief.of("stand base", "iron_black"))
    if has(brief, "gentleman knob elegant") or brief.style_name in ("victorian", "art deco", "steampunk", "baroque"):
        spin(drawing, "stick", [(0.009, 0.02), (0.013, 0.85)], wood)
        drawing.add("ball", (0.045, 0.042, 0.045), (0, 0.85, 0), name="knob", **brass)
    else:
        path = [(0.0, 0.03, 0.0, 0.0105), (0.0, 0.8, 0.0, 0.0125), (0.012, 0.86, 0.0, 0.0125),
                (0.05, 0.895, 0.0, 0.013),
                (0.095, 0.875, 0.0, 0.013), (0.11, 0.82, 0.0, 0.012)]  # fmt: skip
        blend(drawing, "stick", chain(path), wood, soft=0.01, fineness=1.3)
    drawing.add("hoop", (0.029, 0.02, 0.029), (0, 0.74, 0), inner=0.7, name="band", **brass)
    sized(drawing, brief, (0.2, 0.91, 0.2))


@archetype(
    "thermometer", "object", "instrument", "thermometer, mercury thermometer, garden thermometer, wall thermometer, "
    "termómetro, thermomètre, outdoor thermometer, room thermometer",
    hints="temperature, degrees, mercury", about="A thermometer: a glass tube with a red column on a scale.",
    parts="tube, bulb, scale, board, column, stand",
)  # fmt: skip
def thermometer(drawing: Drawing, brief: Brief) -> None:
    """Draw a board on a foot with its scale, the tube with its bulb and the red column."""
    wood, dark = brief.of("board body stand", "beech", is_main=True), brief.finish("paint_black", "")
    red = usual(brief, "column liquid", "paint_red", "", is_main=False)
    drawing.add("box", (0.09, 0.016, 0.06), radius_m=0.004, name="stand", **wood)
    drawing.add("box", (0.055, 0.26, 0.012), (0, 0.012, 0), radius_m=0.005, name="board", **wood)
    drawing.add("box", (0.042, 0.2, 0.003), (0, 0.052, 0.006), radius_m=0.001, name="scale", **brief.finish(
        "enamel_white", ""))  # fmt: skip
    strut(drawing, "tube", (0, 0.05, 0.0105), (0, 0.245, 0.0105), 0.006, brief.of("tube", "glass_clear"))
    strut(drawing, "column", (0, 0.045, 0.0105), (0, 0.17, 0.0105), 0.0035, red)
    drawing.add("ball", (0.013, 0.013, 0.011), (0, 0.036, 0.0095), name="bulb", **red)
    for number in range(11):
        long = 0.012 if number % 5 == 0 else 0.007
        for x in (-1, 1):
            drawing.add("box", (long, 0.0014, 0.001), (x * (0.006 + long / 2), 0.07 + 0.016 * number, 0.0078),
                        name="mark", **dark)  # fmt: skip
    sized(drawing, brief, (0.09, 0.272, 0.06))
