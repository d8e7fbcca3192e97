"""Mechanical things by themselves: gear, spring, bolt, bell, anchor; the front is +z."""

from itertools import pairwise
from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import blend, cut, limb, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype
from engine.parts.gears import phase_to_mesh


def metal_of(brief: Brief, words: str, otherwise: str = "steel_brushed") -> Finish:
    """Return the metal of a machine's part."""
    metals = {"steampunk": "brass_polished", "rustic": "iron_black", "industrial": "iron_black", "art deco": "gold"}
    return brief.of(f"{words} body", metals.get(kin(brief), otherwise), is_main=True)


@archetype(
    "gear", "object", "mechanism",
    "gear, cog, cogwheel, gear wheel, gears, spur gear, zahnrad, engrenage, engranaje, gear train, gearbox, "
    "clockwork gear, "
    "toothed wheel, bevel gear, worm gear, ring gear, pinion, helical gear, pinion gear, sprocket, "
    "bicycle sprocket, planetary gear, set of gear, clock gear",
    hints="mechanical transmission", about="A toothed wheel that turns another wheel in a machine.",
    parts="tooth, hub, spoke, axle, plate, base, bracket",
)  # fmt: skip
def gear(drawing: Drawing, brief: Brief) -> None:
    """Draw meshing gears on a back plate with a foot: one large, one small, and as many more as are asked for."""
    metal, accent = metal_of(brief, "gear cog tooth"), brief.of("hub axle accent", "brass_polished", is_accent=True)
    count = brief.count("gear", brief.count("cog", 2), least=1, most=5)
    module = 0.0042
    teeth = [28, 14, 20, 12, 16][:count]
    places, phases = [(0.0, 0.0)], [0.0]
    for number in range(1, count):
        bearing = (22.0, 78.0, -200.0, 205.0)[number - 1] if number > 1 else 35.0
        home = 0 if number != 2 else 1
        apart = module * (teeth[home] + teeth[number]) / 2 * 1.002
        angle = bearing * pi / 180
        places.append((places[home][0] + apart * cos(angle), places[home][1] + apart * sin(angle)))
        phases.append(phase_to_mesh(teeth[home], phases[home], teeth[number], bearing))
    low = min(y - module * (size / 2 + 1) for (_, y), size in zip(places, teeth, strict=True)) - 0.022
    for number, ((x, y), size, phase) in enumerate(zip(places, teeth, phases, strict=True)):
        wheel, across = Drawing(brief), module * (size + 2)
        wheel.add("gear", (across, 0.016, across), (0, -0.008, 0), turn=(0, phase, 0), teeth=size,
                  spokes=5 if size > 18 else 0, bore=0.1, name="gear",
                  **(metal if number % 2 == 0 else accent))  # fmt: skip
        wheel.add("rod", (across * 0.11, 0.05, across * 0.11), (0, -0.036, 0), edge=0.12, name="axle", **accent)
        wheel.add("hex_nut", (across * 0.17, 0.006, across * 0.17), (0, 0.0075, 0), name="nut", **accent)
        pose(drawing, wheel, (x, y - low, 0.0), (90.0, 0, 0))
    xs = [x for x, _ in places]
    left, right = min(xs) - 0.03, max(xs) + 0.03
    wide = max(right - left, 0.1)
    top = max(y for _, y in places) - low + 0.026
    plate = [
        (left, 0.01),
        (right, 0.01),
        (right, top - 0.012),
        (right - 0.012, top),
        (left + 0.012, top),
        (left, top - 0.012),
    ]
    dark = brief.of("plate bracket", "iron_black" if brief.style_name != "steampunk" else "walnut")
    cut(drawing, "plate", plate, 0.012, dark, at=(0, 0, -0.03), bevel_m=0.003)
    drawing.add(
        "box",
        (wide + 0.05, 0.016, 0.12),
        ((left + right) / 2, 0, 0),
        radius_m=0.005,
        name="base",
        **brief.of("base", "wood"),
    )
    for x in (left + 0.012, right - 0.012):
        strut(drawing, "screw", (x, top - 0.016, -0.026), (x, top - 0.016, -0.02), 0.01, accent)
    sized(drawing, brief, (0.24, 0.19, 0.12))


@archetype(
    "spring", "object", "mechanism",
    "spring, coil spring, compression spring, helical spring, feder, ressort, resorte, metal spring, slinky, "
    "suspension spring, "
    "tension spring, torsion spring, steel spring, mattress spring, coilover, wire spring",
    hints="bouncy", about="A coil of wire that gives way when pressed and comes back.", parts="coil, wire, cap, base",
)  # fmt: skip
def spring(drawing: Drawing, brief: Brief) -> None:
    """Draw a compression spring between two seats."""
    wire_of, seat = metal_of(brief, "coil wire spring"), brief.of("cap base seat accent", "iron_black", is_accent=True)
    turns = float(brief.count("turn", brief.count("coil", 8), least=3, most=30))
    drawing.add("disc", (0.09, 0.012, 0.09), edge=0.25, name="base", **seat)
    drawing.add("spring", (0.074, 0.14, 0.074), (0, 0.0105, 0), turns=turns, wire=0.12, name="coil", **wire_of)
    drawing.add("disc", (0.09, 0.012, 0.09), (0, 0.149, 0), edge=0.25, name="cap", **seat)
    drawing.add("rod", (0.036, 0.026, 0.036), (0, 0.01, 0), edge=0.15, name="guide", **seat)
    drawing.add("rod", (0.036, 0.026, 0.036), (0, 0.125, 0), edge=0.15, name="guide", **seat)
    sized(drawing, brief, (0.09, 0.161, 0.09))


@archetype(
    "bolt", "object", "mechanism",
    "bolt, screw, hex bolt, machine screw, nut and bolt, nut, schraube, mutter, boulon, vis, tornillo, tuerca, "
    "threaded rod, "
    "carriage bolt, eye bolt, lag screw, wood screw, hexagon bolt, stud bolt, machine bolt, wing nut, "
    "hex nut",
    hints="fastener, thread", about="A threaded metal fastener with a head, and its nut.",
    parts="head, thread, nut, washer, shank",
)  # fmt: skip
def bolt(drawing: Drawing, brief: Brief) -> None:
    """Draw a hexagon bolt that stands on its head, threaded, with a washer and a nut on the thread."""
    metal, other = (
        metal_of(brief, "bolt screw head thread shank"),
        brief.of("nut washer accent", "steel_brushed", is_accent=True),
    )
    other = other if brief.style_name != "steampunk" else brief.of("nut washer", "copper")
    drawing.add("hex_nut", (0.0375, 0.0128, 0.0325), name="head", **metal)
    drawing.add("disc", (0.03, 0.0012, 0.03), (0, 0.0124, 0), name="collar", **metal)
    drawing.add("rod", (0.02, 0.024, 0.02), (0, 0.012, 0), edge=0.0, name="shank", **metal)
    drawing.add("screw_thread", (0.02, 0.06, 0.02), (0, 0.0355, 0), pitch_m=0.0025, name="thread", **metal)
    drawing.add("hoop", (0.037, 0.003, 0.037), (0, 0.0535, 0), inner=0.53, name="washer", **other)
    drawing.add(
        "hex_nut",
        (0.0346, 0.016, 0.03),
        (0, 0.0563, 0),
        turn=(0, brief.vary(0, 60), 0),
        bore=0.545,
        name="nut",
        **other,
    )
    sized(drawing, brief, (0.0375, 0.0955, 0.0325))


@archetype(
    "bell", "object", "mechanism",
    "bell, hand bell, church bell, ship bell, glocke, cloche, campana, school bell, jingle bell, dinner bell, "
    "call bell, liberty bell, "
    "handbell, cowbell, doorbell bell, alarm bell, brass bell, bicycle bell, reception bell, temple bell, "
    "tower bell",
    hints="ringing", about="A hollow metal cup that rings when it is struck.",
    parts="handle, clapper, yoke, frame, base, stand",
)  # fmt: skip
def bell(drawing: Drawing, brief: Brief) -> None:
    """Draw a bell with its clapper hung from a wooden yoke in a frame; a hand bell where the words say so."""
    metal, wood = (
        metal_of(brief, "bell", "bronze_aged"),
        brief.of("yoke frame base handle stand accent", "wood", is_accent=True),
    )
    k = 0.5 if brief.has("hand", "school", "dinner") else 1.0
    wall = [
        (0.125, 0.0), (0.13, 0.012), (0.118, 0.045), (0.096, 0.09), (0.082, 0.135), (0.076, 0.175),
        (0.066, 0.205), (0.04, 0.222), (0.012, 0.226)
    ]  # fmt: skip
    inner = [
        (0.012, 0.212), (0.034, 0.208), (0.056, 0.193), (0.064, 0.17), (0.07, 0.135), (0.083, 0.09),
        (0.103, 0.045), (0.114, 0.006), (0.12, 0.0)
    ]  # fmt: skip
    y = 0.1 if k == 1.0 else 0.012
    flat: list[str | float] = []
    for radius, height in [*wall, *inner]:
        flat += [round(radius / 0.13, 4), round(height / 0.226, 4)]
    drawing.add("hollow_turning", (0.26 * k, 0.226 * k, 0.26 * k), (0, y, 0), profile=flat, name="bell", **metal)
    for height, radius in ((0.03, 0.125), (0.045, 0.1195), (0.17, 0.0785), (0.18, 0.0765)):
        drawing.add(
            "torus", (2 * radius * k, 0.006 * k, 2 * radius * k), (0, y + height * k, 0), name="moulding", **metal
        )
    strut(
        drawing, "clapper_rod", (0, y + 0.22 * k, 0), (0, y + 0.02 * k, 0), 0.012 * k, brief.of("clapper", "iron_black")
    )
    drawing.add(
        "ball",
        (0.045 * k, 0.05 * k, 0.045 * k),
        (0, y - 0.012 * k, 0),
        name="clapper",
        **brief.of("clapper", "iron_black"),
    )
    spin(drawing, "crown", [(0.02 * k, y + 0.218 * k), (0.03 * k, y + 0.235 * k), (0.018 * k, y + 0.25 * k)], metal)
    if k < 1.0:
        grip = [
            (0.007, y + 0.12), (0.012, y + 0.15), (0.016, y + 0.19), (0.011, y + 0.22),
            (0.018, y + 0.245), (0.008, y + 0.262)
        ]  # fmt: skip
        spin(drawing, "handle", grip, wood, is_flowing=True)
        drawing.add("disc", (0.15, 0.013, 0.15), edge=0.3, name="stand", **brief.of("stand base", "walnut"))
        return sized(drawing, brief, (0.15, 0.275, 0.15))
    _bell_frame(drawing, brief, wood)
    sized(drawing, brief, (0.44, 0.44, 0.26))
    return None


def _bell_frame(drawing: Drawing, brief: Brief, wood: Finish) -> None:
    """Draw the yoke that the bell hangs from, between two posts on a base."""
    drawing.add("box", (0.34, 0.06, 0.07), (0, 0.345, 0), radius_m=0.012, name="yoke", **wood)
    for x in (-0.185, 0.185):
        post = [
            (-0.1, 0.0),
            (0.1, 0.0),
            (0.1, 0.03),
            (0.04, 0.06),
            (0.034, 0.33),
            (0.045, 0.42),
            (0.0, 0.44),
            (-0.045, 0.42),
            (-0.034, 0.33),
            (-0.04, 0.06),
            (-0.1, 0.03),
        ]
        cut(drawing, "post", post, 0.045, wood, at=(x, 0, 0), is_side=True, bevel_m=0.008)
        strut(
            drawing,
            "pivot",
            (x * 0.85, 0.375, 0),
            (x * 1.18, 0.375, 0),
            0.028,
            brief.of("pivot", "iron_black"),
            edge=0.2,
        )
    for side in (-0.05, 0.05):
        strut(drawing, "strap", (side, 0.32, 0), (side, 0.41, 0), 0.022, brief.of("strap", "iron_black"), kind="box")
    drawing.add("box", (0.4, 0.03, 0.13), (0, 0, 0), radius_m=0.006, name="base", **wood)
    drawing.add(
        "box", (0.12, 0.035, 0.05), (0, 0.32, 0), radius_m=0.008, name="headstock", **brief.of("strap", "iron_black")
    )


@archetype(
    "anchor", "object", "mechanism",
    "anchor, ship anchor, boat anchor, anker, ancre, ancla, sea anchor, nautical anchor, "
    "admiralty anchor, stock anchor, grapnel, kedge",
    hints="nautical, mooring", about="A heavy iron hook on a chain that holds a ship in place.",
    parts="shank, fluke, ring, stock, arm, base, rope",
)  # fmt: skip
def anchor(drawing: Drawing, brief: Brief) -> None:
    """Draw an admiralty anchor set upright into a stone block: shank, stock, flukes, ring, rope."""
    iron = metal_of(brief, "anchor shank arm fluke", "iron_black")
    wood = brief.of("stock accent", "walnut" if kin(brief) in ("realistic", "rustic") else "accent", is_accent=True)
    arms = [limb((0, 0.07, 0), 0.034, (0, 0.68, 0), 0.024, (1, 1, 0.75))]
    for side in (-1.0, 1.0):
        bend = [
            (side * 0.31 * sin(pi * step / 12), 0.42 - 0.35 * cos(pi * step / 12), 0.034 - 0.0024 * step)
            for step in range(7)
        ]
        arms += [limb((ax, ay, 0), ar, (bx, by, 0), br, (1, 1, 0.75)) for (ax, ay, ar), (bx, by, br) in pairwise(bend)]
        fluke = [(0.0, 0.0), (0.075, -0.03), (0.03, 0.12), (-0.09, 0.1), (-0.065, -0.01)]
        cut(drawing, "fluke", [(side * (0.295 + 0.8 * x), 0.36 + y) for x, y in fluke], 0.05, iron, bevel_m=0.015)
    blend(drawing, "shank", arms, iron, soft=0.03, fineness=1.2)
    spin_along = [(0.016, -0.3), (0.024, -0.1), (0.027, 0.0), (0.024, 0.1), (0.016, 0.3)]
    bar = Drawing(brief)
    spin(bar, "stock", spin_along, wood, is_flowing=True)
    pose(drawing, bar, (0, 0.62, 0.0), (0, 0, 90.0))
    ring = Drawing(brief)
    ring.add("rounded_ring", (0.13, 0.02, 0.13), (0, -0.01, 0), name="ring", **iron)
    pose(drawing, ring, (0, 0.74, 0), (90.0, 0, 0))
    rope = brief.of("rope", "rope")
    path = [(0.0, 0.7, 0.03), (0.0, 0.655, 0.06)]
    for step in range(17):
        turn, rise = 0.8 * step, 0.6 - 0.0235 * step
        shank = 0.034 - 0.0164 * (rise - 0.07)
        path.append(((shank + 0.008) * sin(turn), rise, (0.75 * shank + 0.008) * cos(turn)))
    path += [(0.07, 0.18, 0.06), (0.08, 0.133, 0.078)]
    wire(drawing, "rope", path, 0.02, rope)
    drawing.add("rounded_ring", (0.16, 0.026, 0.16), (0.12, 0.097, 0.12), name="rope_coil", **rope)
    drawing.add("rounded_ring", (0.12, 0.026, 0.12), (0.12, 0.119, 0.12), name="rope_coil", **rope)
    drawing.add(
        "box", (0.46, 0.1, 0.36), (0.02, 0, 0.03), radius_m=0.012, name="base", **brief.of("base block", "stone")
    )
    sized(drawing, brief, (0.66, 0.8, 0.36))
