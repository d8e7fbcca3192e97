"""Things that help one read, count, drink and water: a magnifying glass, an abacus, a water cooler, a hose reel."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.choices import metal, usual
from engine.archetypes.objects.laying import around
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_BEADS = ("#b3211c", "#e0a038", "#2f7a3d", "#1f4fa3", "#7a3f8c")


@archetype(
    "magnifying glass", "object", "science",
    "magnifying glass, magnifier, magnifying lens, hand lens, reading glass, loupe, detective glass, lupe, "
    "vergrößerungsglas, loupe à main, lupa",
    hints="detective, enlarge, clue, small print",
    about="A magnifying glass: a round lens in a ring on a handle that makes small things look large.",
    parts="lens, ring, handle, rim, frame, collar", features="stand",
)  # fmt: skip
def magnifying_glass(drawing: Drawing, brief: Brief) -> None:
    """Draw a lens in its ring on a turned handle, propped up on a small cradle."""
    ring = metal(brief, "ring rim frame body magnifying", "brass_polished", is_main=True)
    wood = brief.of("handle grip", {"modern": "plastic_black", "futuristic": "plastic_white", "bauhaus": "paint_red",
                    "cyberpunk": "carbon_fibre"}.get(brief.style_name, "wood"), is_accent=True)  # fmt: skip
    tool = Drawing(brief)
    tool.add("hoop", (0.112, 0.014, 0.112), (0, -0.007, 0), inner=0.86, name="ring", **ring)
    tool.add("torus", (0.116, 0.009, 0.116), (0, -0.0045, 0), name="rim", **ring)
    lens: list[Pair] = [(0.001, -0.0055), (0.03, -0.0042), (0.049, -0.001), (0.049, 0.001), (0.03, 0.0042),
                        (0.001, 0.0055)]  # fmt: skip
    spin(tool, "lens", lens, brief.of("lens", "glass_clear"), is_flowing=True)
    strut(tool, "neck", (0, 0, 0.052), (0, 0, 0.08), 0.012, ring)
    strut(
        tool,
        "handle",
        (0, 0, 0.072),
        (0, 0, 0.185),
        0.024,
        wood,
        kind="turning",
        profile=[0.6, 0.0, 0.75, 0.06, 0.6, 0.14, 1.0, 0.45, 0.8, 0.75, 1.0, 0.92, 0.5, 1.0],
        is_flowing=True,
    )
    strut(tool, "collar", (0, 0, 0.07), (0, 0, 0.08), 0.02, ring)
    pose(drawing, tool, (0, 0.11, 0), (30.0, 0, 0))
    rest = brief.of("stand base", wood["material"])
    drawing.add("box", (0.08, 0.012, 0.17), (0, 0, 0.02), radius_m=0.004, name="base", **rest)
    drawing.add("box", (0.03, 0.105, 0.012), (0, 0.008, -0.052), name="post", **rest)
    strut(drawing, "prop", (-0.03, 0.133, -0.05), (0.03, 0.133, -0.05), 0.014, rest)
    drawing.add("box", (0.014, 0.044, 0.012), (0, 0.006, 0.09), name="post", **rest)
    sized(drawing, brief, (0.12, 0.15, 0.26))


@archetype(
    "abacus", "object", "toy",
    "abacus, counting frame, bead frame, bead counter, soroban, suanpan, rechenschieber mit kugeln, abakus, "
    "zählrahmen, boulier, ábaco",
    hints="count, arithmetic, school",
    about="An abacus: a frame with rows of beads that slide on rods, to count and reckon with.",
    parts="frame, bead, rod, foot, row", features="",
)  # fmt: skip
def abacus(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame on two feet with rods, ten beads on each, some of them slid over."""
    wood = brief.of("frame body abacus", "wood", is_main=True)
    rows = brief.count("row", brief.count("rod", 7, least=2, most=16), least=2, most=16)
    tall, wide = 0.06 + 0.036 * rows, 0.34
    steel = brief.of("rod", "metal")
    for x in (-wide / 2, wide / 2):
        post = drawing.add("box", (0.022, tall + 0.03, 0.026), (x, 0.012, 0), radius_m=0.004, name="post", **wood)
        dress(drawing, brief, post, "front")
        drawing.add("box", (0.034, 0.022, 0.13), (x, 0, 0), radius_m=0.006, name="foot", **same_as(brief, "foot", wood))
    for y in (0.03, tall + 0.008):
        drawing.add("box", (wide + 0.02, 0.022, 0.024), (0, y, 0), radius_m=0.004, name="rail", **wood)
    is_plain = brief.style_name in ("japanese", "rustic", "minimalist", "gothic", "steampunk", "industrial", "baroque")
    for row in range(rows):
        y = 0.075 + 0.036 * row
        strut(drawing, "rod", (-wide / 2, y, 0), (wide / 2, y, 0), 0.005, steel)
        moved = (3 * row + 2) % 9
        bead = brief.of("bead", "trim" if is_plain else "paint_white", is_accent=True)
        if not (is_plain or bead["color"] or bead["material"] != "paint_white"):
            bead = brief.finish("paint_white", _BEADS[row % 5])
        for number in range(10):
            x = -0.145 + 0.0205 * number if number < moved else 0.145 - 0.0205 * (9 - number)
            strut(drawing, "bead", (x - 0.0098, y, 0), (x + 0.0098, y, 0), 0.03, bead, kind="turning",
                  profile=[0.3, 0.0, 0.7, 0.12, 1.0, 0.5, 0.7, 0.88, 0.3, 1.0], is_flowing=True)  # fmt: skip
    sized(drawing, brief, (0.36, tall + 0.04, 0.13))


@archetype(
    "water cooler", "appliance", "kitchen",
    "water cooler, water dispenser, office water cooler, bottled water dispenser, water fountain dispenser, "
    "drinking water dispenser, wasserspender, distributeur d'eau, fontaine à eau, dispensador de agua",
    hints="office, drink, bottle, cups",
    about="A water cooler: a cabinet with taps for cold and hot water under a large upturned bottle.",
    parts="bottle, tap, tray, body, cup, door, panel, water", features="cup",
)  # fmt: skip
def water_cooler(drawing: Drawing, brief: Brief) -> None:
    """Draw a tall cabinet with a niche, two taps over a tray, an upturned bottle on top, cups at its side."""
    body = usual(brief, "body cabinet cooler", "body", "")
    trim = brief.of(
        "tray panel accent", "plastic_black" if brief.style_name == "realistic" else "metal", is_accent=True
    )
    low = drawing.add("box", (0.32, 0.66, 0.32), (0, 0.015, 0), radius_m=0.02, name="cabinet", **body)
    dress(drawing, brief, low, "left", "right")
    drawing.add("front", (0.26, 0.5, 0.02), (0, 0.09, 0.158), style=brief.style.front, name="door",
                **same_as(brief, "door", body))  # fmt: skip
    drawing.add("box", (0.32, 0.3, 0.2), (0, 0.66, -0.06), radius_m=0.01, name="back", **body)
    drawing.add("box", (0.28, 0.26, 0.012), (0, 0.68, 0.038), radius_m=0.004, name="panel", **trim)
    for x in (-0.15, 0.15):
        drawing.add("box", (0.02, 0.3, 0.3), (x, 0.66, 0), radius_m=0.006, name="cheek", **body)
    drawing.add("box", (0.33, 0.06, 0.33), (0, 0.945, 0), radius_m=0.02, name="top", **body)
    drawing.add("box", (0.26, 0.02, 0.11), (0, 0.668, 0.095), radius_m=0.006, name="tray", **trim)
    for x in (-0.1, -0.06, -0.02, 0.02, 0.06, 0.1):
        drawing.add("box", (0.012, 0.005, 0.09), (x, 0.686, 0.095), name="grid", material="steel_brushed")
    for x, tint in ((-0.06, "#1f4fa3"), (0.06, "#b3211c")):
        tap = brief.of("tap", "plastic_white")
        strut(drawing, "tap", (x, 0.86, 0.036), (x, 0.86, 0.1), 0.028, tap)
        drawing.add("cone", (0.022, 0.05, 0.022), (x, 0.815, 0.09), top=1.25, name="spout", **tap)
        lever = tap if tap["color"] or tap["material"] != "plastic_white" else brief.finish("plastic_white", tint)
        drawing.add("box", (0.026, 0.03, 0.034), (x, 0.868, 0.095), radius_m=0.006, name="lever", **lever)
    drawing.add("hoop", (0.2, 0.04, 0.2), (0, 1.0, 0), inner=0.25, name="collar", **trim)
    _bottle(drawing, brief)
    for x in (-0.12, 0.12):
        for z in (-0.12, 0.12):
            drawing.add("disc", (0.04, 0.02, 0.04), (x, 0, z), name="foot", material="rubber_black")
    if brief.has("cup", default=True):
        strut(drawing, "bracket", (0.15, 0.9, -0.05), (0.2, 0.9, -0.05), 0.02, trim)
        drawing.add(
            "rod", (0.072, 0.26, 0.072), (0.2, 0.66, -0.05), name="cup_tube", **brief.of("cup", "plastic_white")
        )
        drawing.add(
            "cone",
            (0.066, 0.05, 0.066),
            (0.2, 0.625, -0.05),
            turn=(180, 0, 0),
            top=0.75,
            name="cup",
            **brief.of("cup", "paper"),
        )
    sized(drawing, brief, (0.33, 1.42, 0.33))


def _bottle(drawing: Drawing, brief: Brief) -> None:
    """Draw the upturned bottle of water with ribs."""
    blue = brief.of("bottle water", "glass_coloured")
    glass = blue if blue["color"] or blue["material"] != "glass_coloured" else brief.finish("glass_coloured", "#8fc4e8")
    line: list[Pair] = [
        (0.03, 0.0),
        (0.03, 0.05),
        (0.06, 0.075),
        (0.12, 0.11),
        (0.13, 0.13),
        (0.13, 0.2),
        (0.125, 0.21),
        (0.13, 0.22),
        (0.13, 0.29),
        (0.125, 0.3),
        (0.13, 0.31),
        (0.13, 0.38),
        (0.12, 0.4),
        (0.002, 0.405),
    ]
    spin(drawing, "bottle", line, glass, at=(0, 1.01, 0))


@archetype(
    "garden hose",
    "object",
    "garden",
    "garden hose, hose reel, hose pipe, water hose, hosepipe, garden hose reel, hose cart, hose trolley, "
    "gartenschlauch, schlauchwagen, tuyau d'arrosage, manguera, watering hose",
    hints="water the lawn, sprinkle, irrigation",
    about="A garden hose: a long tube wound on a reel with a crank, with a nozzle at its end, to water a garden.",
    parts="reel, hose, nozzle, crank, handle, frame, wheel, stand",
    features="wheel, nozzle",
)
def garden_hose(drawing: Drawing, brief: Brief) -> None:
    """Draw a reel with coils of hose between two discs on a frame with a handle and wheels, the end on the ground."""
    hose = usual(
        brief,
        "hose tube body garden",
        "rubber_black" if brief.style_name in ("industrial", "steampunk") else "plastic_white",
        "" if brief.style_name in ("industrial", "steampunk") else "#3c7d3a",
    )
    frame = brief.of("frame reel handle stand", "metal", is_accent=True)
    y, radius, wide = 0.3, 0.2, 0.26
    strut(drawing, "drum", (-wide / 2, y, 0), (wide / 2, y, 0), 0.2, same_as(brief, "reel", frame))
    for side in (1.0, -1.0):
        x = side * wide / 2
        wheel = Drawing(brief)
        wheel.add(
            "hoop",
            (2 * radius, 0.016, 2 * radius),
            (0, -0.008, 0),
            inner=0.86,
            name="reel",
            **same_as(brief, "reel", frame),
        )
        for dx, dz, _ in around(6, radius * 0.93):
            strut(wheel, "spoke", (0, 0, 0), (dx, 0, dz), 0.016, frame)
        pose(drawing, wheel, (x, y, 0), (0, 0, 90.0))
        for z in (0.2, -0.2):
            strut(drawing, "stand", (x + side * 0.03, y, 0), (x + side * 0.05, 0.015, z), 0.024, frame)
        strut(drawing, "foot", (x + side * 0.05, 0.015, -0.24), (x + side * 0.05, 0.015, 0.24), 0.03, frame)
        strut(drawing, "stand", (x + side * 0.03, y, 0), (x + side * 0.03, 0.86, -0.16), 0.024, frame)
    strut(drawing, "axle", (-wide / 2 - 0.05, y, 0), (wide / 2 + 0.16, y, 0), 0.03, frame)
    strut(drawing, "handle", (-wide / 2 - 0.03, 0.86, -0.16), (wide / 2 + 0.03, 0.86, -0.16), 0.028,
          brief.of("handle grip", "rubber_black"))  # fmt: skip
    strut(drawing, "crank", (wide / 2 + 0.14, y, 0), (wide / 2 + 0.14, y + 0.13, 0.05), 0.018, frame)
    strut(drawing, "crank_grip", (wide / 2 + 0.13, y + 0.13, 0.05), (wide / 2 + 0.22, y + 0.13, 0.05), 0.03,
          brief.of("handle grip", "rubber_black"))  # fmt: skip
    for layer, across in enumerate((0.225, 0.265, 0.305)):
        for number in range(9 - layer % 2):
            x = -0.112 + 0.028 * (number + 0.5 * (layer % 2))
            drawing.add("torus", (across, 0.03, across), (x, y - 0.015, 0), turn=(0, 0, 90), name="hose", **hose)
    end = [(0.05, y - 0.13, 0.06), (0.06, 0.1, 0.2), (0.05, 0.024, 0.34), (-0.1, 0.02, 0.44), (-0.24, 0.02, 0.38)]
    bent(drawing, end, 0.03, hose, name="hose")
    brass = brief.of("nozzle", "brass_polished")
    strut(drawing, "nozzle", (-0.22, 0.018, 0.388), (-0.33, 0.02, 0.345), 0.036, brass, kind="turning",
          profile=[0.9, 0.0, 1.0, 0.12, 0.6, 0.3, 0.5, 0.7, 0.7, 0.9, 0.6, 1.0], is_flowing=True)  # fmt: skip
    sized(drawing, brief, (0.52, 0.88, 0.7))
