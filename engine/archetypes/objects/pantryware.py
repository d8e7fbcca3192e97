"""What stands on a worktop: cutting board, rolling pin, scale, wine rack, whisk; and the island itself."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import grips
from engine.archetypes.interiors.shell import furniture
from engine.archetypes.objects.choices import has, metal, toned
from engine.archetypes.objects.laying import around
from engine.archetypes.objects.shaping import sized, spin, strut, wire
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "cutting board", "object", "kitchenware",
    "cutting board, chopping board, butcher block, bread board, schneidebrett, planche à découper, tabla de cortar, "
    "carving board",
    about="A board on which food is cut.", parts="handle, groove, foot, hole, knife, inlay",
)  # fmt: skip
def cutting_board(drawing: Drawing, brief: Brief) -> None:
    """Draw a board with a juice groove's raised rim, a handle with a ring, and stripes of a second wood."""
    body = brief.of(
        "board body",
        {"realistic": "maple", "modern": "slate", "steampunk": "walnut"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    drawing.add("plate", (0.26, 0.022, 0.36), (0, 0.004, 0), corner_m=0.03, name="board", **body)
    drawing.add("plate", (0.075, 0.022, 0.13), (0, 0.004, 0.22), corner_m=0.035, name="handle", **body)
    drawing.add(
        "torus", (0.032, 0.026, 0.032), (0, 0.002, 0.262), name="ring", **metal(brief, "ring", "brass_polished")
    )
    inlay = brief.of("inlay", "walnut" if body["material"] != "walnut" else "maple")
    for x in (-0.07, 0.0, 0.07):
        drawing.add("box", (0.016, 0.0225, 0.359), (x, 0.004, 0), radius_m=0.0006, name="inlay", **inlay)
    for x in (-0.1, 0.1):
        for z in (-0.14, 0.14):
            drawing.add("post", (0.024, 0.005, 0.024), (x, 0, z), name="foot", **brief.of("foot", "rubber_black"))
    sized(drawing, brief, (0.26, 0.028, 0.46))


@archetype(
    "rolling pin", "object", "kitchenware", "rolling pin, nudelholz, rouleau à pâtisserie, rodillo, dough roller, "
    "pastry roller",
    about="A wooden roller with two handles that rolls out dough.", parts="handle, roller, axle, rest",
)  # fmt: skip
def rolling_pin(drawing: Drawing, brief: Brief) -> None:
    """Draw a rolling pin that lies on two rests."""
    roller = brief.of(
        "roller body pin",
        {"realistic": "maple", "art deco": "marble_black", "modern": "marble_white"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    grip, steel = brief.of("handle", "wood", is_accent=True), metal(brief, "axle ring", "chrome")
    strut(drawing, "roller", (-0.13, 0.036, 0), (0.13, 0.036, 0), 0.06, roller, edge=0.12)
    for side in (-1.0, 1.0):
        strut(drawing, "axle", (side * 0.125, 0.036, 0), (side * 0.145, 0.036, 0), 0.014, steel)
        strut(drawing, "handle", (side * 0.14, 0.036, 0), (side * 0.23, 0.036, 0), 0.028, grip, edge=0.45)
        drawing.add(
            "box", (0.016, 0.03, 0.07), (side * 0.07, 0, 0), radius_m=0.005, name="rest", **brief.of("rest", "wood")
        )
    sized(drawing, brief, (0.46, 0.066, 0.07))


@archetype(
    "kitchen scale", "object", "kitchenware",
    "kitchen scale, scale, weighing scale, balance scale, bathroom scale, weighing machine, küchenwaage, waage, "
    "balance, báscula, scales of justice",
    hints="weigh flour", about="A device that weighs things: with a pan and a dial, or a beam with two pans.",
    parts="pan, dial, body, bowl, hand, beam, chain, foot",
)  # fmt: skip
def kitchen_scale(drawing: Drawing, brief: Brief) -> None:
    """Draw a dial scale with its pan, or a beam balance with two pans."""
    steel = metal(brief, "pan bowl beam chain", "steel_polished")
    if has(brief, "balance justice") or brief.style_name in ("gothic", "baroque"):
        return _balance(drawing, brief)
    body = toned(
        brief,
        "body scale",
        "paint_white" if brief.style_name != "steampunk" else "copper",
        brief.choose("#b3261e", "#7fb0a4", "#2f4a59"),
    )
    body = body if brief.style_name != "steampunk" or brief.colors else brief.of("body scale", "copper", is_main=True)
    case = drawing.add("box", (0.2, 0.19, 0.11), (0, 0.012, 0), radius_m=0.03, name="body", **body)
    for x in (-0.075, 0.075):
        drawing.add("post", (0.03, 0.014, 0.03), (x, 0, 0), name="foot", **brief.of("foot", "rubber_black"))
    drawing.add("clock_face", (0.15, 0.15, 0.022), (0, 0.032, 0.055), name="dial", **metal(brief, "ring", "chrome"))
    drawing.add("post", (0.03, 0.03, 0.03), (0, 0.195, 0), name="stem", **steel)
    drawing.add(
        "vessel",
        (0.25, 0.06, 0.25),
        (0, 0.218, 0),
        wall=0.03,
        profile=[0.4, 0.0, 0.6, 0.1, 0.9, 0.6, 1.0, 0.96, 1.0, 1.0],
        name="pan",
        **steel,
    )
    dress(drawing, brief, case, "left", "right")
    return sized(drawing, brief, (0.25, 0.278, 0.25))


def _balance(drawing: Drawing, brief: Brief) -> None:
    brass = metal(brief, "beam pan scale body", "brass_polished", is_main=True)
    spin(
        drawing,
        "base",
        [
            (0.11, 0.0),
            (0.11, 0.012),
            (0.08, 0.025),
            (0.03, 0.04),
            (0.014, 0.07),
            (0.012, 0.2),
            (0.02, 0.24),
            (0.012, 0.28),
            (0.012, 0.4),
            (0.02, 0.42),
            (0.001, 0.45),
        ],
        brass,
    )
    wire(
        drawing,
        "beam",
        [(-0.2, 0.375, 0), (-0.1, 0.398, 0), (0.0, 0.385, 0), (0.1, 0.398, 0), (0.2, 0.375, 0)],
        0.016,
        brass,
    )
    for side in (-1.0, 1.0):
        x, y = side * 0.2, 0.14
        drawing.add("ball", (0.022, 0.022, 0.022), (x, 0.364, 0), name="knob", **brass)
        for a, b, _ in around(3, 0.08):
            strut(drawing, "chain", (x + a, y + 0.026, b), (x, 0.372, 0), 0.003, brass)
        drawing.add(
            "vessel",
            (0.17, 0.032, 0.17),
            (x, y, 0),
            wall=0.05,
            profile=[0.3, 0.0, 0.7, 0.2, 1.0, 0.9, 1.0, 1.0],
            name="pan",
            **brass,
        )
    sized(drawing, brief, (0.57, 0.45, 0.22))


@archetype(
    "wine rack", "object", "kitchenware", "wine rack, bottle rack, wine holder, weinregal, casier à vin, wine shelf, "
    "wine bottle holder, wine storage",
    about="A rack in which bottles of wine lie.", parts="frame, bottle, bar, shelf", features="bottle",
)  # fmt: skip
def wine_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw a rack of rails on two frames with bottles that lie in it."""
    body = brief.of(
        "frame rack bar shelf",
        {"modern": "iron_black", "industrial": "iron_black"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    rows, columns = _cells(brief)
    wide, tall = 0.115 * columns + 0.03, 0.125 * rows + 0.05
    for z in (-0.09, 0.09):
        for x in (-wide / 2, wide / 2):
            drawing.add("box", (0.026, tall, 0.026), (x, 0, z), radius_m=0.004, name="post", **body)
        for number in range(rows + 1):
            drawing.add("box", (wide, 0.022, 0.016), (0, 0.02 + 0.125 * number, z), radius_m=0.003, name="bar", **body)
    for number in range(rows + 1):
        for x in (-wide / 2, wide / 2):
            drawing.add("box", (0.016, 0.02, 0.18), (x, 0.021 + 0.125 * number, 0), radius_m=0.003, name="side", **body)
    if not brief.has("bottle", default=True):
        return sized(drawing, brief, (wide + 0.026, tall, 0.3))
    glass = brief.of("bottle", "glass_coloured")
    usual = [cell for cell in range(rows * columns) if cell % 4 != 2 or rows * columns <= 4]
    wanted = brief.count("bottle", len(usual), least=1, most=rows * columns)
    for number in usual if wanted == len(usual) else range(wanted):
        x, y = (number % columns - (columns - 1) / 2) * 0.115, 0.02 + 0.125 * (number // columns) + 0.0215 + 0.0375
        strut(drawing, "bottle", (x, y, -0.11), (x, y, 0.09), 0.076, glass, edge=0.3)
        strut(drawing, "neck", (x, y, 0.08), (x, y, 0.175), 0.03, glass, edge=0.2)
        strut(
            drawing,
            "foil",
            (x, y, 0.14),
            (x, y, 0.178),
            0.033,
            toned(brief, "foil cap", "paint_white", ("#7a1f2b", "#c9a24a")[number % 2], is_main=False),
            edge=0.1,
        )
    return sized(drawing, brief, (wide + 0.026, tall, 0.3))


def _cells(brief: Brief) -> tuple[int, int]:
    """Return the rows and columns of a wine rack: those asked for, else enough for the bottles."""
    bottles = min(brief.counts.get("bottle", 0), 36)
    columns = brief.count("column", next(side for side in (3, 4, 5, 6) if side * side >= bottles), least=1, most=6)
    return brief.count("row", max(3, -(-bottles // columns)), least=1, most=6), columns


@archetype(
    "kitchen island", "furniture", "kitchen", "kitchen island, island counter, kitchen counter, breakfast bar, "
    "kücheninsel, bar counter, isla de cocina, kitchen cart, home bar",
    about="A free-standing block of cabinets with a worktop in the middle of a kitchen.",
    parts="top, counter, door, drawer, handle, shelf, cabinet, stool",
    features="sink, stool",
)  # fmt: skip
def kitchen_island(drawing: Drawing, brief: Brief) -> None:
    """Draw an island: cabinets below an overhanging top, a sink with its tap, stools if asked for."""
    width, height, depth = brief.box(1.9, 0.92, 0.95)
    front = brief.of(
        "cabinet door drawer island body",
        {"realistic": "paint_white", "modern": "paint_black"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    usual_top = (
        "maple" if "butcher" in brief.words else {"rustic": "oak", "industrial": "concrete"}.get(brief.style_name)
    )
    top = brief.of(
        "top counter worktop",
        usual_top or "stone",
        is_accent=True,
    )
    units = brief.count("door", 4, least=2, most=6)
    body = drawing.add("cabinet", (width - 0.14, height - 0.04, depth - 0.33), (0, 0, 0.1), doors=units, drawers=1,
    plinth_m=0.08, name="cabinet", **grips(brief),
                       **front)  # fmt: skip
    drawing.add(
        "table_top",
        (width, 0.045, depth),
        (0, height - 0.045, 0),
        profile=brief.style.profile,
        corner_m=0.01,
        name="top",
        **top,
    )
    for x in (-width / 2 + 0.12, width / 2 - 0.12):
        drawing.add("box", (0.07, height - 0.04, 0.07), (x, 0, -depth / 2 + 0.08), radius_m=0.006, name="leg", **front)
    dress(drawing, brief, body, "left", "right")
    stools = brief.count("stool", 2 if brief.has("stool") else 0, most=int(width / 0.42))
    for number in range(stools):
        x = (number + 0.5 - stools / 2) * (width - 0.2) / max(stools, 3)
        drawing.include(furniture("stool", brief, "bar"), (x, 0.0, -depth / 2 - 0.12), 180.0)
    if brief.has("sink"):
        drawing.add(
            "vessel",
            (0.46, 0.1, 0.36),
            (-width * 0.2, height - 0.002, 0.05),
            form="bowl",
            name="sink",
            **brief.of("sink", "steel_brushed"),
        )
        drawing.add(
            "faucet",
            (0.12, 0.34, 0.22),
            (-width * 0.2, height - 0.002, -0.16),
            name="faucet",
            **brief.of("faucet tap", "chrome"),
        )


@archetype(
    "whisk", "object", "kitchenware", "whisk, egg beater, balloon whisk, schneebesen, fouet, batidor, spatula, "
    "potato masher, kitchen utensil, utensil holder, utensil crock",
    about="A bundle of wire loops with which eggs are beaten, in a crock with other utensils.",
    parts="wire, handle, crock, spoon, spatula",
)  # fmt: skip
def whisk(drawing: Drawing, brief: Brief) -> None:
    """Draw a crock with a whisk, a wooden spoon and a spatula."""
    crock = toned(
        brief, "crock holder", "stoneware" if brief.style_name != "steampunk" else "copper", "", is_main=False
    )
    steel, wood = metal(brief, "wire whisk", "steel_polished", is_main=True), brief.of("handle spoon spatula", "wood")
    drawing.add(
        "vessel",
        (0.13, 0.16, 0.13),
        wall=0.09,
        profile=[0.86, 0.0, 0.94, 0.04, 1.0, 0.5, 0.94, 0.92, 0.98, 1.0],
        name="crock",
        **crock,
    )
    strut(drawing, "handle", (0.02, 0.005, 0), (-0.035, 0.2, 0.01), 0.018, wood, edge=0.3)
    strut(drawing, "whisk", (-0.073, 0.33, 0.017), (-0.033, 0.193, 0.0095), 0.068, steel, kind="whisk", wires=6)
    strut(drawing, "spoon_stick", (-0.02, 0.005, -0.01), (0.045, 0.25, -0.015), 0.012, wood, edge=0.3)
    strut(drawing, "spoon", (0.0435, 0.245, -0.015), (0.059, 0.302, -0.0162), 0.04, wood, kind="ball")
    strut(drawing, "spatula_stick", (0.0, 0.005, 0.03), (0.005, 0.25, -0.045), 0.011, wood, edge=0.3)
    drawing.add(
        "plate", (0.06, 0.008, 0.09), (0.0055, 0.28, -0.056), turn=(72, 0, 0), corner_m=0.014, name="spatula", **wood
    )
    sized(drawing, brief, (0.18, 0.34, 0.16))
