"""Curiosities of house and yard: lava lamp, spinning wheel, nail, wheel of fortune, barrel sauna."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.pastimes import RAINBOW
from engine.archetypes.objects.shaping import blend, cut, lump, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "lava lamp", "furniture", "decorative", "lava lamp, lavalampe, lampe à lave, lámpara de lava",
    hints="seventies, wax blobs", about="A lava lamp: a lit glass in which coloured wax rises and sinks.",
    parts="base, cap, glass, wax, lava, liquid",
)  # fmt: skip
def lava_lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a waisted metal foot, the tapering glass with blobs of wax, and a cap."""
    metal = brief.of("base cap foot accent", "aluminium", is_accent=True)
    wax = usual(brief, "wax lava body blob", "neon", "#ff5a2e")
    spin(
        drawing,
        "base",
        [(0.062, 0.0), (0.064, 0.004), (0.035, 0.07), (0.034, 0.085), (0.054, 0.15), (0.054, 0.154)],
        metal,
    )
    wall = [
        (0.053, 0.0),
        (0.058, 0.03),
        (0.034, 0.2),
        (0.031, 0.2),
        (0.054, 0.03),
        (0.048, 0.006),
        (0.001, 0.006),
        (0.001, 0.0),
    ]
    flat: list[str | float] = [value for x, y in wall for value in (round(x / 0.058, 5), round(y / 0.2, 5))]
    drawing.add(
        "hollow_turning",
        (0.116, 0.2, 0.116),
        (0, 0.151, 0),
        profile=flat,
        name="glass",
        **brief.of("glass", "glass_clear"),
    )
    spin(drawing, "cap", [(0.036, 0.347), (0.035, 0.353), (0.024, 0.405), (0.001, 0.408)], metal)
    low = 0.157
    blobs = [lump((0, low + 0.004, 0), 0.044, (1, 0.42, 1)), lump((0.006, low + 0.026, 0), 0.022, (1, 1.3, 1)),
        lump((0.004, low + 0.058, 0.004), 0.017, (1, 1.2, 1)),
             lump((-0.006, low + 0.085, 0), 0.013), lump((-0.004, low + 0.108, -0.002), 0.018, (1, 1.15, 1)),
                 lump((0.006, low + 0.137, 0.002), 0.011),
             lump((0.002, low + 0.16, 0), 0.013, (1, 1.2, 1)), lump((0.0, low + 0.182, 0), 0.016, (1, 0.8,
                 1))]  # fmt: skip
    blend(drawing, "wax", blobs, wax, soft=0.012)
    sized(drawing, brief, (0.128, 0.408, 0.128))


@archetype(
    "spinning wheel", "object", "tool", "spinning wheel, spinnrad, rouet, rueca, wool wheel",
    hints="spin yarn, sleeping beauty", about="A spinning wheel: a treadle turns a wheel that twists wool into yarn.",
    parts="wheel, treadle, bobbin, spoke, leg, bench, yarn, distaff",
)  # fmt: skip
def spinning_wheel(drawing: Drawing, brief: Brief) -> None:
    """Draw a sloping bench on turned legs with the wheel, flyer and bobbin, treadle and distaff."""
    wood = usual(brief, "body wheel bench leg spoke", "walnut", "")
    yarn = usual(brief, "yarn wool accent", "wool", "#e9e2d0", is_main=False)
    drawing.add("box", (0.62, 0.045, 0.2), (0, 0.36, 0), turn=(0, 0, -14), radius_m=0.01, name="bench", **wood)
    for foot, top in (
        ((-0.3, 0.012, 0.16), (-0.19, 0.43, 0.04)),
        ((-0.3, 0.012, -0.16), (-0.19, 0.43, -0.04)),
        ((0.3, 0.012, 0.0), (0.22, 0.33, 0.0)),
    ):
        strut(drawing, "leg", foot, top, 0.035, wood, edge=0.3)
        drawing.add("disc", (0.05, 0.022, 0.05), (foot[0], 0, foot[2]), edge=0.3, name="foot", **wood)
    hub = (0.17, 0.66, 0.0)
    for z in (-0.06, 0.06):
        strut(drawing, "upright", (0.16, 0.33, z), (0.17, 0.7, z), 0.03, wood)
    wheel = Drawing(brief)
    wheel.add("hoop", (0.52, 0.035, 0.52), inner=0.88, name="wheel", **wood)
    spin(wheel, "hub", [(0.03, -0.012), (0.045, 0.0), (0.045, 0.035), (0.03, 0.047)], wood)
    for number in range(12):
        c, s = cos(radians(30 * number)), sin(radians(30 * number))
        strut(wheel, "spoke", (0.03 * c, 0.0175, 0.03 * s), (0.24 * c, 0.0175, 0.24 * s), 0.018, wood, edge=0.3)
    pose(drawing, wheel, (hub[0], hub[1], -0.0175), (90, 0, 0))
    strut(drawing, "axle", (hub[0], hub[1], -0.075), (hub[0], hub[1], 0.075), 0.018, plain("iron_black"))
    for x in (-0.24, -0.12):
        strut(drawing, "maiden", (x, 0.42, 0.0), (x, 0.72, 0.0), 0.026, wood)
    strut(drawing, "spindle", (-0.25, 0.66, 0), (-0.11, 0.66, 0), 0.014, plain("iron_black"))
    strut(drawing, "bobbin", (-0.22, 0.66, 0), (-0.14, 0.66, 0), 0.055, yarn, edge=0.3)
    strut(drawing, "distaff", (-0.27, 0.42, -0.03), (-0.27, 0.86, -0.03), 0.022, wood)
    blend(drawing, "wool", [lump((-0.27, 0.88, -0.03), 0.06, (0.9, 1.5, 0.9))], yarn, soft=0.01)
    wire(drawing, "yarn", [(-0.26, 0.83, -0.02), (-0.22, 0.74, 0.01), (-0.18, 0.69, 0.01)], 0.006, yarn)
    drawing.add("box", (0.3, 0.02, 0.14), (0.0, 0.05, 0.0), radius_m=0.006, name="treadle", **wood)
    strut(drawing, "bar", (-0.29, 0.06, 0.12), (-0.29, 0.06, -0.12), 0.022, wood)
    strut(drawing, "arm", (-0.29, 0.06, 0), (-0.14, 0.06, 0), 0.024, wood)
    strut(drawing, "footman", (0.12, 0.06, 0.05), (0.17, 0.66, 0.055), 0.012, wood)
    sized(drawing, brief, (0.74, 0.97, 0.35))


@archetype(
    "nail", "object", "tool",
    "nail, nails, iron nail, steel nail, carpenter nail, thumbtack, pushpin, push pin, drawing pin, needle, "
    "sewing needle, safety pin",
    hints="hammered into wood", about="Nails: thin pointed pieces of steel with a head, that are driven into wood.",
    parts="head, shank, point, board",
)  # fmt: skip
def nail(drawing: Drawing, brief: Brief) -> None:
    """Draw three nails, or pins, driven into a block."""
    steel = usual(brief, "body shank", "steel_brushed", "")
    is_pin = brief.has("pushpin", "thumbtack", "drawing pin", "push pin", "pin") and not brief.has("safety")
    one = Drawing(brief)
    one.add("cone", (0.0045, 0.01, 0.0045), (0, 0, 0), turn=(180, 0, 0), top=0.05, name="point", **steel)
    one.add("rod", (0.0045, 0.06, 0.0045), (0, 0.0099, 0), name="shank", **steel)
    if is_pin:
        spin(
            one,
            "head",
            [(0.011, 0.058), (0.012, 0.062), (0.006, 0.068), (0.006, 0.08), (0.012, 0.087), (0.01, 0.09)],
            usual(brief, "head", "plastic_white", "#d8322c", is_main=False),
        )
    else:
        one.add("disc", (0.0125, 0.003, 0.0125), (0, 0.0685, 0), edge=0.3, name="head", **steel)
    drawing.add("box", (0.07, 0.03, 0.07), radius_m=0.003, name="board", **brief.of("board base stand", "pine"))
    pose(drawing, one, (-0.005, 0.012, 0.004), (0, 0, 4))
    pose(drawing, one, (0.012, 0.012, -0.018), (-5, 0, -3))
    pose(drawing, one, (0.01, 0.012, 0.02), (6, 0, -6))
    sized(drawing, brief, (0.105, 0.085, 0.08))


@archetype(
    "wheel of fortune", "object", "game",
    "wheel of fortune, prize wheel, lucky wheel, spin wheel, glücksrad, roulette, roulette wheel, ruleta",
    hints="spin to win", about="A wheel of fortune: a coloured wheel with pegs and a pointer on a stand.",
    parts="wheel, pointer, peg, stand, field",
)  # fmt: skip
def wheel_of_fortune(drawing: Drawing, brief: Brief) -> None:
    """Draw coloured fields on a wheel with pegs, its lamps, pointer and stand."""
    gold = brief.of("rim peg pointer accent", "gold", is_accent=True)
    wood = usual(brief, "body stand base", "mahogany", "")
    fields = brief.count("field", 16, least=6, most=24)
    radius, middle = 0.5, 1.15
    for number in range(fields):
        start, end = 360 / fields * number, 360 / fields * (number + 1)
        arc = [
            (radius * 0.96 * cos(radians(a)), radius * 0.96 * sin(radians(a))) for a in (start, (start + end) / 2, end)
        ]
        shape = [(x, middle + y) for x, y in ((0.0, 0.0), *arc)]
        cut(drawing, "field", shape, 0.03, plain("paint_white", RAINBOW[number % len(RAINBOW)]))
        angle = radians(start)
        at = (radius * cos(angle), middle + radius * sin(angle), 0.0)
        strut(drawing, "peg", (at[0], at[1], 0.0), (at[0], at[1], 0.055), 0.022, gold, edge=0.4)
    rim = Drawing(brief)
    rim.add("hoop", (2.08 * radius, 0.045, 2.08 * radius), (0, -0.0225, 0), inner=0.92, name="rim", **gold)
    pose(drawing, rim, (0, middle, 0), (90, 0, 0))
    strut(drawing, "hub", (0, middle, -0.14), (0, middle, 0.05), 0.13, gold, edge=0.2)
    cut(
        drawing,
        "pointer",
        [(-0.05, middle + radius + 0.12), (0.05, middle + radius + 0.12), (0.0, middle + radius - 0.06)],
        0.02,
        plain("paint_red"),
        at=(0, 0, 0.075),
    )
    drawing.add("box", (0.12, middle + 0.68, 0.06), (0, 0.02, -0.13), radius_m=0.01, name="post", **wood)
    drawing.add("box", (0.1, 0.05, 0.24), (0, middle + radius + 0.12, -0.03), radius_m=0.01, name="arm", **wood)
    drawing.add("box", (0.9, 0.06, 0.6), (0, 0, -0.05), radius_m=0.012, name="base", **wood)
    for sign in (-1, 1):
        strut(drawing, "brace", (sign * 0.36, 0.05, -0.13), (0, 0.5, -0.13), 0.06, wood, kind="box")
    sized(drawing, brief, (1.04, 1.85, 0.6))


@archetype(
    "sauna", "building", "residential",
    "sauna, barrel sauna, finnish sauna, steam bath, sauna cabin, garden sauna, steam room",
    hints="hot stones, birch whisk",
    about="A barrel sauna: a lying barrel of wood with a door, a window, a chimney and benches.",
    parts="barrel, hoop, door, bench, chimney, window, porch",
)  # fmt: skip
def sauna(drawing: Drawing, brief: Brief) -> None:
    """Draw a lying barrel of staves on cradles, a glazed door in its front, benches in the porch, and a flue."""
    wood = usual(brief, "body barrel wall", "cedar", "")
    dark = brief.of("hoop chimney accent", "iron_black", is_accent=True)
    radius, long, middle = 1.05, 2.6, 1.2
    drawing.add("box", (3.4, 0.1, 4.2), (0, 0, 0.2), name="ground", **plain("gravel"))
    for z in (-0.9, 0.9):
        drawing.add("box", (1.7, 0.34, 0.16), (0, 0.09, z), radius_m=0.01, name="cradle", **plain("oak_dark"))
    for number in range(28):
        angle = radians(360 * number / 28)
        at = (radius * cos(angle), middle + radius * sin(angle) - 0.12, 0)
        drawing.add(
            "box", (0.055, 0.24, long), at, turn=(0, 0, 360 * number / 28), radius_m=0.012, name="stave", **wood
        )
    ends = Drawing(brief)
    ends.add("disc", (2 * radius - 0.01, 0.05, 2 * radius - 0.01), (0, -0.025, 0), name="end", **wood)
    for z in (-1.25, 0.85):
        pose(drawing, ends, (0, middle, z), (90, 0, 0))
    for z in (-1.0, 0.0, 1.0):
        hoop = Drawing(brief)
        hoop.add("hoop", (2 * radius + 0.09, 0.06, 2 * radius + 0.09), (0, -0.03, 0), inner=0.96, name="hoop", **dark)
        pose(drawing, hoop, (0, middle, z), (90, 0, 0))
    drawing.add("frame", (0.78, 1.7, 0.08), (0, 0.32, 0.88), border_m=0.08, name="door_frame", **plain("oak_dark"))
    drawing.add("box", (0.64, 1.56, 0.03), (0, 0.39, 0.88), name="door", **brief.of("door", "glass_tinted"))
    drawing.add("box", (0.03, 0.4, 0.06), (0.24, 0.95, 0.91), radius_m=0.01, name="handle", **plain("oak"))
    for x in (-0.66, 0.66):
        drawing.add("box", (0.36, 0.06, 0.4), (x, 0.72, 1.07), radius_m=0.01, name="bench", **wood)
        drawing.add("box", (0.3, 0.12, 0.06), (x * 1.03, 0.61, 0.93), name="bracket", **wood)
    drawing.add("rod", (0.16, 0.9, 0.16), (0.35, 2.1, -0.7), name="chimney", **dark)
    drawing.add("cone", (0.3, 0.12, 0.3), (0.35, 2.97, -0.7), name="cowl", **dark)
    drawing.add("box", (0.8, 0.22, 0.5), (0, 0.08, 1.7), radius_m=0.01, name="step", **plain("oak_dark"))
    sized(drawing, brief, (3.4, 3.1, 4.2))
