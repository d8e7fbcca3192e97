"""Ways and places to arrive: garden path, jetty, helipad; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

_PAVED_M = 0.06  # how thick the ground under slabs is


@archetype(
    "garden path", "object", "nature", "garden path, stone path, path, footpath, pathway, walkway, stepping stone, "
    "gravel path, brick path, paved path, gartenweg, sentier, sendero, cobblestone path",
    hints="stroll, paving, slabs", about="A garden path: slabs of stone one after the other in grass or gravel.",
    parts="slab, stone, ground, border, grass, edge", features="border",
)  # fmt: skip
def garden_path(drawing: Drawing, brief: Brief) -> None:
    """Draw slabs in grass that wind a little; bricks and cobbles lie close, gravel lies between two kerbs."""
    width, _, depth = brief.box(1.8, 0.1, 4.6)
    drawing.add("floor", (width, _PAVED_M, depth), name="ground", unit_m=1.0, **brief.of("ground grass lawn", "grass"))
    stone = brief.of("slab stone path", "limestone", is_main=True)
    across = width * 0.56
    close = {"brick": "brick_red", "gravel": "gravel", "cobblestone": "cobblestone"}
    kind = next((word for word in close if word in brief.words or stone["material"] == close[word]), "")
    if kind:
        laid = brief.of("slab stone path", close[kind], is_main=True)
        drawing.add("floor", (across, 0.05, depth * 0.995), (0, _PAVED_M - 0.02, 0), pattern="plain", unit_m=0.4,
                    name="path", **laid)  # fmt: skip
    else:
        count = brief.count("slab", brief.counts.get("stone", max(round(depth / 0.66), 2)), least=2, most=40)
        step = depth / count
        for number in range(count):
            z, x = (number + 0.5) * step - depth / 2, 0.12 * width * sin(1.1 * number)
            size = (across * brief.vary(0.82, 1.0), 0.055, step * brief.vary(0.74, 0.84))
            drawing.add("box", size, (x, _PAVED_M - 0.02, z), turn=(0, brief.vary(-7, 7), 0), radius_m=0.02,
                        name="slab", **stone)  # fmt: skip
    if brief.has("border", "edging", "kerb", default=bool(kind)):
        for x in (-1, 1):
            drawing.add("box", (0.09, 0.11, depth * 0.995), (x * (across / 2 + 0.04), _PAVED_M - 0.02, 0),
                        radius_m=0.015, name="border", **brief.of("border edge kerb", "granite"))  # fmt: skip


@archetype(
    "jetty", "building", "landmark", "jetty, dock, wooden dock, boat dock, wooden pier, jetty pier, landing stage, "
    "boardwalk, bootssteg, muelle, embarcadère, quay",
    hints="mooring, lake shore, fishing", about="A jetty: planks on piles that lead out over the water.",
    parts="plank, pile, post, water, railing, rope, deck", features="railing, lantern",
)  # fmt: skip
def jetty(drawing: Drawing, brief: Brief) -> None:
    """Draw a deck of planks on piles that stand in water and reach above it; a railing where it is asked for."""
    width, height, depth = brief.box(1.9, 1.5, 6.0)
    drawing.add("floor", (width * 1.9, 0.1, depth * 1.1), pattern="plain", name="water", unit_m=2.0,
                **brief.of("water lake sea", "water"))  # fmt: skip
    wood = brief.of("plank deck jetty", "wood_weathered", is_main=True)
    post = brief.of("pile post", wood["material"], is_accent=True)
    deck = height * 0.52
    for x in (-1, 1):
        drawing.add("box", (0.09, 0.16, depth * 0.99), (x * (width / 2 - 0.19), deck - 0.155, 0), name="beam", **post)
        pairs = max(round(depth / 1.9), 2)
        for number in range(pairs):
            z = (number / (pairs - 1) - 0.5) * (depth - 0.4)
            drawing.add("rod", (0.17, height * 0.92, 0.17), (x * (width / 2 - 0.055), 0.04, z), name="pile", **post)
    count = max(round(depth / 0.2), 4)
    for number in range(count):
        z = ((number + 0.5) / count - 0.5) * depth
        drawing.add("box", (width * brief.vary(0.985, 1.0), 0.045, depth / count * 0.93), (0, deck, z), radius_m=0.006,
                    name="plank", **wood)  # fmt: skip
    if brief.has("railing", "rail", "handrail"):
        rail = brief.of("railing rail handrail", wood["material"])
        for x in (-1, 1):
            drawing.add("box", (0.07, 0.05, depth * 0.96), (x * (width / 2 - 0.055), height * 0.92, 0), radius_m=0.01,
                        name="rail", **rail)  # fmt: skip


@archetype(
    "helipad", "building", "landmark", "helipad, helicopter pad, landing pad, heliport, hubschrauberlandeplatz, "
    "helipuerto, héliport", hints="touchdown, rooftop landing",
    about="A helipad: a round pad of concrete with a white ring and an H on which a helicopter lands.",
    parts="pad, ring, letter, light, marking", features="light",
)  # fmt: skip
def helipad(drawing: Drawing, brief: Brief) -> None:
    """Draw a round pad with its ring, its letter and lights at the edge."""
    width, height, _ = brief.box(13.0, 0.3, 13.0, keeps_shape=True)
    drawing.add(
        "disc", (width, height, width), name="pad", edge=0.1, **brief.of("pad ground", "concrete", is_main=True)
    )
    paint = brief.of("marking ring letter", "paint_white")
    drawing.add("hoop", (width * 0.86, 0.02, width * 0.86), (0, height - 0.012, 0), inner=0.93, name="ring", **paint)
    tall, stroke = width * 0.4, width * 0.055
    for x in (-1, 1):
        drawing.add("box", (stroke, 0.02, tall), (x * tall * 0.32, height - 0.012, 0), name="letter", **paint)
    drawing.add("box", (tall * 0.64, 0.0196, stroke), (0, height - 0.012, 0), name="letter", **paint)
    if brief.has("light", default=True):
        for number in range(brief.count("light", 12, least=0, most=36)):
            turn = 2 * pi * number / 12
            drawing.add("dome", (0.2, 0.1, 0.2), (0.475 * width * cos(turn), height - 0.01, 0.475 * width * sin(turn)),
                        name="light", **brief.of("light", "emissive_warm"))  # fmt: skip
