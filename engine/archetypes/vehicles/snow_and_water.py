"""What glides over snow and water: snowmobile, sled, jet ski, hovercraft; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.boats import cradle
from engine.archetypes.vehicles.shared import (
    Line, bright, glass_of, lying, paint_of, part_of, side_shape, tubes, twins,
)  # fmt: skip

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def _bars(drawing: Drawing, brief: Brief, y: float, z: float, wide: float, k: float) -> None:
    """Draw a handlebar with grips on its stem, rising from below."""
    metal = bright(brief, "handlebar")
    stem: list[Line] = [[(0, y - 0.26 * k, z + 0.14 * k), (0, y, z)]]
    bar = [(0, y, z), (wide * 0.4, y + 0.04 * k, z), (wide, y + 0.02 * k, z - 0.1 * k)]
    tubes(drawing, [*stem, *twins([bar])], 0.035 * k, "handlebar", metal, bend=0.05 * k)
    grip: list[Line] = [[(wide * 0.66, y + 0.03 * k, z - 0.045 * k), (wide * 1.02, y + 0.02 * k, z - 0.104 * k)]]
    tubes(drawing, twins(grip), 0.05 * k, "grip", brief.of("grip", "rubber_black"))


@archetype(
    "snowmobile", "vehicle", "machine",
    "snowmobile, snow mobile, ski-doo, skidoo, snow scooter, sno-cat, motoschlitten, schneemobil",
    hints="snow trail, arctic",
    about="A motor sledge with a track behind and two steerable skis in front.",
    parts="ski, track, seat, windshield, handlebar, hood, body",
    features="windshield, luggage",
)  # fmt: skip
def snowmobile(drawing: Drawing, brief: Brief) -> None:
    """Draw a snowmobile: track in its tunnel, skis on arms, hood with lamps, windscreen, seat, handlebar."""
    k = brief.box(1.15, 1.3, 3.0, keeps_shape=True)[2] / 3.0
    paint = brief.of("body hood paint", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    drawing.add("track", (0.4 * k, 0.4 * k, 1.9 * k), (0, 0, -0.5 * k), name="track", shoes=40, **_IRON)
    tunnel = [(-1.4, 0.36), (-1.42, 0.5), (0.5, 0.52), (0.6, 0.36)]
    side_shape(drawing, [(z * k, y * k) for z, y in tunnel], 0.48 * k, "tunnel", paint, edge=0.03 * k)
    drawing.add(
        "streamlined", (0.94 * k, 0.66 * k, 1.5 * k), (0, 0.3 * k, 0.65 * k), name="hood", along=[-1, -0.5, 0.1, 0.7, 1],
        half=[0.56, 0.84, 1.0, 0.74, 0.3], low=[0.1, 0.02, 0, 0.1, 0.3], high=[0.86, 1.0, 0.94, 0.66, 0.42], square=2.8,
        lamps=[0.4, 0.52, 0.14], lamps_wide=1.5, stripes=[0.3, 0.36], **part_of("stripe", brief.of("stripe",
        "paint_white" if paint["material"] != "paint_white" else "paint_black", is_accent=True)), **paint,
    )  # fmt: skip
    seat = [(-1.3, 0.48), (-1.34, 0.74), (-0.9, 0.8), (-0.2, 0.72), (0.05, 0.78), (0.1, 0.48)]
    side_shape(drawing, [(z * k, y * k) for z, y in seat], 0.36 * k, "seat", brief.of("seat", "leather_black"),
               edge=0.06 * k, soft=0.04 * k)  # fmt: skip
    glass = glass_of(brief)
    drawing.add("box", (0.6 * k, 0.44 * k, 0.015 * k), (0, 0.84 * k, 0.5 * k), turn=(-38, 0, 0), name="windshield",
                radius_m=0.006 * k, material=glass["glass_material"], color=glass["glass_color"])  # fmt: skip
    _bars(drawing, brief, 1.06 * k, 0.14 * k, 0.34 * k, k)
    for side in (1.0, -1.0):
        x = side * 0.48 * k
        ski = [(0.2, 0.0), (0.16, 0.04), (1.3, 0.05), (1.5, 0.2), (1.54, 0.18), (1.36, 0.0)]
        side_shape(drawing, [(z * k, y * k) for z, y in ski], 0.16 * k, "ski", brief.of("ski", "plastic_black"), x=x,
                   edge=0.01 * k)  # fmt: skip
        drawing.add("spring", (0.1 * k, 0.4 * k, 0.1 * k), (x * 0.86, 0.2 * k, 0.82 * k), turn=(0, 0, side * 14),
                    name="spring", turns=7, wire=0.18, **bright(brief, "spring"))  # fmt: skip
        arms: list[Line] = [[(x, 0.03 * k, 0.85 * k), (x, 0.3 * k, 0.85 * k)], [(x, 0.24 * k, 0.85 * k), (x * 0.3, 0.4 * k, 0.6 * k)],
                            [(x, 0.3 * k, 0.85 * k), (x * 0.3, 0.46 * k, 1.0 * k)],
                            [(x, 0.22 * k, 0.85 * k), (x * 0.72, 0.62 * k, 0.82 * k)]]  # fmt: skip
        tubes(drawing, arms, 0.045 * k, "ski_arm", _STEEL)
        drawing.add("box", (0.14 * k, 0.03 * k, 1.0 * k), (side * 0.28 * k, 0.4 * k, -0.5 * k), name="foot_board", **_IRON)
    drawing.add("box", (0.5 * k, 0.06 * k, 0.1 * k), (0, 0.42 * k, -1.4 * k), name="bumper", radius_m=0.02 * k, **_IRON)
    drawing.add("box", (0.2 * k, 0.08 * k, 0.04 * k), (0, 0.62 * k, -1.32 * k), name="tail_light", material="paint_red")


@archetype(
    "sled", "vehicle", "machine",
    "sled, sledge, sleigh, toboggan, wooden sled, snow sled, santa sleigh, santa's sleigh, horse sleigh, dog sled, "
    "schlitten, trineo, bobsled, bobsleigh",
    hints="santa claus, reindeer, sledding",
    about="A vehicle on runners that slides over snow, pulled or ridden downhill.",
    parts="runner, slat, seat, rope, body, cushion",
    features="rope, sack, gift=sack",
)  # fmt: skip
def sled(drawing: Drawing, brief: Brief) -> None:
    """Draw a sled of slats on curved runners with a rope, or a sleigh with a seat and scrolled sides."""
    if brief.words & {"sleigh", "santa", "horse", "reindeer"}:
        _sleigh(drawing, brief)
        return
    k = brief.box(0.44, 0.34, 1.2, keeps_shape=True)[2] / 1.2
    wood = brief.of("body slat", "pine" if brief.style_name not in ("industrial", "futuristic") else "aluminium",
                    is_main=True)  # fmt: skip
    iron = brief.of("runner", "iron_black" if brief.style_name != "steampunk" else "brass_polished", is_accent=True)
    runner = [(0.18, 0.02, -0.56), (0.18, 0.015, 0.3), (0.18, 0.06, 0.46), (0.18, 0.2, 0.56), (0.18, 0.27, 0.5)]
    bows: list[Line] = [[(0.18 * k, 0.015 * k, z * k), (0.17 * k, 0.24 * k, z * k)] for z in (-0.42, 0.0, 0.3)]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in runner], *bows]), 0.03 * k, "runner", iron, bend=0.1 * k)
    for z in (-0.42, 0.0, 0.3):
        drawing.add("box", (0.42 * k, 0.03 * k, 0.05 * k), (0, 0.225 * k, z * k), name="cross_bar", **wood)
    for step in range(5):
        drawing.add("box", (0.066 * k, 0.02 * k, 1.02 * k), ((step - 2) * 0.083 * k, 0.252 * k, -0.06 * k), name="slat",
                    radius_m=0.006 * k, **wood)  # fmt: skip
    tubes(drawing, [[(-0.19 * k, 0.268 * k, 0.5 * k), (0.19 * k, 0.268 * k, 0.5 * k)]], 0.034 * k, "front_bar", wood)
    if brief.has("rope", default=True):
        rope: Line = [(-0.16 * k, 0.268 * k, 0.5 * k), (-0.1 * k, 0.1 * k, 0.74 * k), (0, 0.012 * k, 0.86 * k),
                      (0.1 * k, 0.1 * k, 0.74 * k), (0.16 * k, 0.268 * k, 0.5 * k)]  # fmt: skip
        tubes(drawing, [rope], 0.014 * k, "rope", brief.of("rope", "rope"), bend=0.1 * k)


def _sleigh(drawing: Drawing, brief: Brief) -> None:
    """Draw a sleigh: scrolled sides, floor, dashboard, padded seat, gilded runners; a sack where one is named."""
    k = brief.box(1.3, 1.5, 2.6, keeps_shape=True)[2] / 2.6
    paint = brief.of("body side", {"industrial": "steel_brushed", "steampunk": "bronze_aged"}.get(brief.style_name,
                     "lacquer_red"), is_main=True)  # fmt: skip
    gold = brief.of("runner trim", "gold" if brief.style_name != "industrial" else "iron_black", is_accent=True)
    side = [(-1.1, 0.5), (-1.25, 1.0), (-1.2, 1.45), (-0.9, 1.5), (-0.7, 1.25), (-0.2, 0.95), (0.4, 0.9), (0.8, 1.05),
            (1.0, 1.2), (1.16, 1.05), (1.0, 0.7), (0.6, 0.45), (-0.5, 0.4)]  # fmt: skip
    for way in (1.0, -1.0):
        side_shape(drawing, [(z * k, y * k) for z, y in side], 0.06 * k, "side", paint, x=way * 0.52 * k, edge=0.02 * k,
                   soft=0.05 * k)  # fmt: skip
    drawing.add("box", (1.02 * k, 0.06 * k, 1.5 * k), (0, 0.46 * k, -0.15 * k), name="floor", **paint)
    front = [(0.55, 0.46), (0.98, 0.72), (1.1, 1.02), (1.04, 1.04), (0.92, 0.78), (0.52, 0.52)]
    back = [(-1.06, 0.5), (-1.18, 1.0), (-1.12, 1.4), (-1.04, 1.4), (-1.08, 1.0), (-0.96, 0.5)]
    for name, shape in (("dashboard", front), ("back", back)):
        side_shape(drawing, [(z * k, y * k) for z, y in shape], 1.02 * k, name, paint, edge=0.02 * k)
    cushion = brief.of("seat cushion", "velvet")
    drawing.add("box", (0.96 * k, 0.34 * k, 0.5 * k), (0, 0.5 * k, -0.74 * k), name="seat_box", **paint)
    drawing.add("box", (0.96 * k, 0.14 * k, 0.52 * k), (0, 0.82 * k, -0.72 * k), name="seat", radius_m=0.05 * k, **cushion)
    drawing.add("box", (0.96 * k, 0.46 * k, 0.12 * k), (0, 0.9 * k, -1.0 * k), turn=(-6, 0, 0), name="seat_back",
                radius_m=0.05 * k, **cushion)  # fmt: skip
    runner = [(0.46, 0.03, -1.2), (0.46, 0.03, 0.8), (0.46, 0.12, 1.15), (0.46, 0.5, 1.34), (0.46, 0.72, 1.2),
              (0.46, 0.62, 1.08)]  # fmt: skip
    posts: list[Line] = [[(0.46 * k, 0.03 * k, z * k), (0.46 * k, 0.5 * k, z * 0.9 * k)] for z in (-0.8, -0.1, 0.55)]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in runner], *posts]), 0.06 * k, "runner", gold, bend=0.2 * k)
    for z in (-0.8, -0.1, 0.55):
        drawing.add("box", (0.96 * k, 0.06 * k, 0.08 * k), (0, 0.42 * k, z * 0.9 * k), name="cross_bar", **gold)
    edge = [(0.55, 0.98, 0.3), (0.55, 1.05, 0.75), (0.55, 1.18, 0.98)]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in edge]]), 0.04 * k, "trim", gold)
    if brief.has("sack", default="santa" in brief.words):
        drawing.add("ball", (0.8 * k, 0.8 * k, 0.6 * k), (0, 0.5 * k, 0.0), name="sack", **brief.of("sack", "leather_tan"))


@archetype(
    "jet ski", "vehicle", "boat",
    "jet ski, jetski, jet-ski, water scooter, personal watercraft, waverunner, sea-doo, aqua scooter, wassermotorrad",
    hints="wave riding",
    about="A small motor boat that one rides like a motorcycle.",
    parts="hull, seat, handlebar, mirror, stripe, body, deck",
    features="mirror, stripe",
)  # fmt: skip
def jet_ski(drawing: Drawing, brief: Brief) -> None:
    """Draw a jet ski on its cradle: hull, deck with a rising bow, saddle, handlebar, foot wells, jet nozzle."""
    k = brief.box(1.2, 1.2, 3.1, keeps_shape=True)[2] / 3.1
    paint = brief.of("hull body", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    second = brief.of("deck hood stripe", "paint_white" if paint["material"] != "paint_white" else "paint_black",
                      is_accent=True)  # fmt: skip
    low = 0.14 * k
    drawing.add(
        "streamlined", (1.16 * k, 0.5 * k, 3.0 * k), (0, low, 0), name="hull", along=[-1, -0.9, 0.1, 0.6, 0.9, 1],
        half=[0.8, 0.92, 1.0, 0.82, 0.4, 0.1], low=[0.16, 0.04, 0, 0.04, 0.4, 0.7], high=[0.8, 0.84, 0.84, 0.9, 1.0, 0.96],
        square=2.6, **paint,
    )  # fmt: skip
    drawing.add(
        "streamlined", (0.78 * k, 0.5 * k, 1.5 * k), (0, low + 0.34 * k, 0.68 * k), name="hood", along=[-1, -0.5, 0.2, 1],
        half=[0.6, 1.0, 0.86, 0.12], low=[0, 0, 0, 0.2], high=[0.9, 1.0, 0.72, 0.3], square=2.6, **second,
    )  # fmt: skip
    seat = [(-1.2, 0.5), (-1.26, 0.74), (-1.1, 0.86), (-0.5, 0.8), (0.0, 0.82), (0.15, 0.88), (0.2, 0.5)]
    side_shape(drawing, [(z * k, y * k) for z, y in seat], 0.36 * k, "seat", brief.of("seat", "leather_black"),
               edge=0.08 * k, soft=0.05 * k)  # fmt: skip
    _bars(drawing, brief, 1.1 * k, 0.22 * k, 0.34 * k, k)
    for side in (1.0, -1.0):
        drawing.add("box", (0.24 * k, 0.02 * k, 1.5 * k), (side * 0.34 * k, low + 0.4 * k, -0.55 * k), name="foot_mat",
                    material="rubber_black")  # fmt: skip
        if brief.has("mirror", default=True):
            drawing.add("box", (0.12 * k, 0.1 * k, 0.16 * k), (side * 0.3 * k, low + 0.74 * k, 0.62 * k), name="mirror",
                        radius_m=0.03 * k, **second)  # fmt: skip
            drawing.add("box", (0.12 * k, 0.04 * k, 0.06 * k), (side * 0.24 * k, low + 0.72 * k, 0.62 * k),
                        name="mirror_arm", **second)  # fmt: skip
    lying(drawing, "rod", 0.2 * k, 0.2 * k, (0, low + 0.14 * k, -1.52 * k), "jet_nozzle", _IRON)
    cradle(drawing, brief, 1.0 * k, 0.5 * k, (-0.7 * k, 0.6 * k))
    for z in (-0.7, 0.6):
        drawing.add("box", (0.2 * k, low + 0.04 * k, 0.2 * k), (0, 0, z * k), name="keel_block",
                    **brief.of("cradle", "pine"))  # fmt: skip


@archetype(
    "hovercraft", "vehicle", "boat",
    "hovercraft, hover craft, air cushion vehicle, luftkissenboot, aerodeslizador, airboat, swamp boat",
    hints="air cushion",
    about="A vehicle that floats on a cushion of air over water and land, driven by fans.",
    parts="skirt, cabin, fan, propeller, rudder, deck, hull",
    features="fan, flag",
)  # fmt: skip
def hovercraft(drawing: Drawing, brief: Brief) -> None:
    """Draw a hovercraft: rubber skirt, deck, cabin with windows, ducted fans with rudders behind, mast."""
    k = brief.box(6.0, 4.6, 11.0, keeps_shape=True)[2] / 11.0
    paint = brief.of("cabin body", paint_of(brief, "paint_white", "paint_red", "paint_blue"), is_main=True)
    deck = brief.of("deck", "steel_brushed", is_accent=True)
    drawing.add("streamlined", (5.9 * k, 1.1 * k, 10.8 * k), (0, 0, 0), name="skirt", along=[-1, -0.95, 0.5, 0.85, 1],
                half=[0.86, 0.97, 1, 0.8, 0.4], low=[0, 0, 0, 0, 0], high=[0.9, 1, 1, 1, 0.9], square=4.5,
                livery="", **brief.of("skirt", "rubber_black"))  # fmt: skip
    drawing.add("streamlined", (5.5 * k, 0.4 * k, 10.2 * k), (0, 0.96 * k, 0), name="deck", along=[-1, 0.5, 0.85, 1],
                half=[0.96, 1, 0.76, 0.4], low=[0, 0, 0, 0], high=[1, 1, 1, 1], square=8.0, **deck)  # fmt: skip
    drawing.add(
        "streamlined", (3.6 * k, 1.7 * k, 5.6 * k), (0, 1.3 * k, 0.9 * k), name="cabin", along=[-1, -0.94, 0.4, 0.8, 1],
        half=[0.9, 1, 1, 0.86, 0.6], low=[0, 0, 0, 0, 0], high=[0.92, 1, 1, 0.7, 0.2], square=6.0, windows=[value
        for step in range(5) for value in (-0.76 + 0.26 * step, 0.6, 0.1, 0.34)], screens=[0.62, 0.4, 0.7, 0.5],
        seats=[-0.4, 0.1], seat_m=0.5 * k, doors=[0.62, 0.12, 0.06, 0.72], stripes=[0.26, 0.32], **glass_of(brief),
        **part_of("stripe", brief.of("stripe", "paint_red" if paint["material"] != "paint_red" else "paint_white")),
        **paint,
    )  # fmt: skip
    count = brief.count("fan", brief.count("propeller", 2), least=1, most=3)
    for number in range(count):
        x = (number - (count - 1) / 2) * 2.3 * k
        across, y, z = 2.0 * k, 2.5 * k, -3.9 * k
        lying(drawing, "hoop", across, 0.9 * k, (x, y, z), "duct", paint, inner=0.92)
        drawing.add("propeller", (across * 0.9, across * 0.9, 0.4 * k), (x, y - across * 0.45, z), name="fan", blades=5,
                    **brief.of("propeller fan", "iron_black"))  # fmt: skip
        lying(drawing, "rod", 0.2 * k, 0.8 * k, (x, y, z - 0.2 * k), "fan_hub", _STEEL)
        struts: list[Line] = [[(x, y, z - 0.3 * k), (x + a * across * 0.47, y + b * across * 0.47, z - 0.3 * k)]
                              for a, b in ((0, 1), (0, -1), (1, 0), (-1, 0))]  # fmt: skip
        tubes(drawing, struts, 0.09 * k, "fan_strut", _STEEL)
        drawing.add("box", (0.5 * k, 0.4 * k, 0.7 * k), (x, 1.2 * k, z), name="duct_foot", radius_m=0.04 * k, **paint)
        for side in (-0.4, 0.4):
            drawing.add("box", (0.06 * k, 1.7 * k, 0.6 * k), (x + side * k, y - 0.85 * k, z - 0.72 * k), name="rudder",
                        **brief.of("rudder", paint["material"]))  # fmt: skip
    mast: list[Line] = [[(0, 2.9 * k, 0.3 * k), (0, 4.4 * k, 0.1 * k)], [(-0.6 * k, 3.9 * k, 0.17 * k), (0.6 * k, 3.9 * k, 0.17 * k)]]
    tubes(drawing, mast, 0.08 * k, "mast", _STEEL)
    rail = [(2.4, 1.3, -2.6), (2.5, 1.85, -2.6), (2.5, 1.85, 2.4), (1.7, 1.85, 4.0), (0.8, 1.85, 4.6)]
    posts: list[Line] = [[(x * k, 1.3 * k, z * k), (x * k, 1.85 * k, z * k)] for x, z in ((2.5, -1.0), (2.5, 0.8), (2.5, 2.4),
                         (1.7, 4.0), (0.8, 4.6))]  # fmt: skip
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in rail], *posts]), 0.05 * k, "rail", _STEEL)
