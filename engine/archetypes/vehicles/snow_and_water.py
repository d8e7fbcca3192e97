"""What glides over snow and water: snowmobile, sled, jet ski; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.boats import cradle
from engine.archetypes.vehicles.shared import (
    Line,
    bench,
    bright,
    lying,
    paint_of,
    part_of,
    side_shape,
    tubes,
    twins,
    windshield,
)

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
    "snowmobile",
    "vehicle",
    "machine",
    "snowmobile, snow mobile, ski-doo, skidoo, snow scooter, sno-cat, motoschlitten, schneemobil",
    hints="snow trail, arctic",
    about="A motor sledge with a track behind and two steerable skis in front.",
    parts="ski, track, seat, windshield, handlebar, hood, body",
    features="windshield, luggage",
)
def snowmobile(drawing: Drawing, brief: Brief) -> None:
    """Draw a snowmobile: track in its tunnel, skis on arms, hood with lamps, windscreen, seat, handlebar."""
    k = brief.box(1.15, 1.3, 3.0, keeps_shape=True)[2] / 3.0
    paint = brief.of("body hood paint", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    _track(drawing, paint, k)
    _snowmobile_hood(drawing, brief, paint, k)
    _seat_and_screen(drawing, brief, k)
    _bars(drawing, brief, 1.06 * k, 0.14 * k, 0.34 * k, k)
    for side in (1.0, -1.0):
        _ski(drawing, brief, side, k)
    _rear_end(drawing, k)


def _track(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the track in its tunnel."""
    drawing.add("track", (0.4 * k, 0.4 * k, 1.9 * k), (0, 0, -0.5 * k), name="track", shoes=40, **_IRON)
    tunnel = [(-1.4, 0.36), (-1.42, 0.5), (0.5, 0.52), (0.6, 0.36)]
    side_shape(drawing, [(z * k, y * k) for z, y in tunnel], 0.48 * k, "tunnel", paint, edge=0.03 * k)


def _snowmobile_hood(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the hood with its lamps and stripe."""
    drawing.add(
        "streamlined",
        (0.94 * k, 0.66 * k, 1.5 * k),
        (0, 0.3 * k, 0.65 * k),
        name="hood",
        along=[-1, -0.5, 0.1, 0.7, 1],
        half=[0.56, 0.84, 1.0, 0.74, 0.3],
        low=[0.1, 0.02, 0, 0.1, 0.3],
        high=[0.86, 1.0, 0.94, 0.66, 0.42],
        square=2.8,
        lamps=[0.4, 0.52, 0.14],
        lamps_wide=1.5,
        stripes=[0.3, 0.36],
        **part_of(
            "stripe",
            brief.of("stripe", "paint_white" if paint["material"] != "paint_white" else "paint_black", is_accent=True),
        ),
        **paint,
    )


def _seat_and_screen(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the saddle and the windscreen."""
    seat = [(-1.3, 0.48), (-1.34, 0.74), (-0.9, 0.8), (-0.2, 0.72), (0.05, 0.78), (0.1, 0.48)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in seat],
        0.36 * k,
        "seat",
        brief.of("seat", "leather_black"),
        edge=0.06 * k,
        soft=0.04 * k,
    )
    windshield(drawing, brief, (0.6 * k, 0.44 * k, 0.015 * k), (0, 0.84 * k, 0.5 * k), -38, radius_m=0.006 * k)


def _ski(drawing: Drawing, brief: Brief, side: float, k: float) -> None:
    """Draw one ski with spring and arms, and the board for the foot."""
    x = side * 0.48 * k
    ski = [(0.2, 0.0), (0.16, 0.04), (1.3, 0.05), (1.5, 0.2), (1.54, 0.18), (1.36, 0.0)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in ski],
        0.16 * k,
        "ski",
        brief.of("ski", "plastic_black"),
        x=x,
        edge=0.01 * k,
    )
    drawing.add(
        "spring",
        (0.1 * k, 0.4 * k, 0.1 * k),
        (x * 0.86, 0.2 * k, 0.82 * k),
        turn=(0, 0, side * 14),
        name="spring",
        turns=7,
        wire=0.18,
        **bright(brief, "spring"),
    )
    arms: list[Line] = [
        [(x, 0.03 * k, 0.85 * k), (x, 0.3 * k, 0.85 * k)],
        [(x, 0.24 * k, 0.85 * k), (x * 0.3, 0.4 * k, 0.6 * k)],
        [(x, 0.3 * k, 0.85 * k), (x * 0.3, 0.46 * k, 1.0 * k)],
        [(x, 0.22 * k, 0.85 * k), (x * 0.72, 0.62 * k, 0.82 * k)],
    ]
    tubes(drawing, arms, 0.045 * k, "ski_arm", _STEEL)
    drawing.add("box", (0.14 * k, 0.03 * k, 1.0 * k), (side * 0.28 * k, 0.4 * k, -0.5 * k), name="foot_board", **_IRON)


def _rear_end(drawing: Drawing, k: float) -> None:
    """Draw the bumper and the tail light."""
    drawing.add("box", (0.5 * k, 0.06 * k, 0.1 * k), (0, 0.42 * k, -1.4 * k), name="bumper", radius_m=0.02 * k, **_IRON)
    drawing.add("box", (0.2 * k, 0.08 * k, 0.04 * k), (0, 0.62 * k, -1.32 * k), name="tail_light", material="paint_red")


@archetype(
    "sled",
    "vehicle",
    "machine",
    "sled, sledge, sleigh, toboggan, wooden sled, snow sled, santa sleigh, santa's sleigh, horse sleigh, dog sled, "
    "schlitten, trineo, bobsled, bobsleigh",
    hints="santa claus, reindeer, sledding",
    about="A vehicle on runners that slides over snow, pulled or ridden downhill.",
    parts="runner, slat, seat, rope, body, cushion",
    features="rope, sack, gift=sack",
)
def sled(drawing: Drawing, brief: Brief) -> None:
    """Draw a sled of slats on curved runners with a rope, or a sleigh with a seat and scrolled sides."""
    if brief.words & {"sleigh", "santa", "horse", "reindeer"}:
        _sleigh(drawing, brief)
        return
    k = brief.box(0.44, 0.34, 1.2, keeps_shape=True)[2] / 1.2
    wood = brief.of(
        "body slat", "pine" if brief.style_name not in ("industrial", "futuristic") else "aluminium", is_main=True
    )
    iron = brief.of("runner", "iron_black" if brief.style_name != "steampunk" else "brass_polished", is_accent=True)
    runner = [(0.18, 0.02, -0.56), (0.18, 0.015, 0.3), (0.18, 0.06, 0.46), (0.18, 0.2, 0.56), (0.18, 0.27, 0.5)]
    bows: list[Line] = [[(0.18 * k, 0.015 * k, z * k), (0.17 * k, 0.24 * k, z * k)] for z in (-0.42, 0.0, 0.3)]
    tubes(
        drawing, twins([[(x * k, y * k, z * k) for x, y, z in runner], *bows]), 0.03 * k, "runner", iron, bend=0.1 * k
    )
    for z in (-0.42, 0.0, 0.3):
        drawing.add("box", (0.42 * k, 0.03 * k, 0.05 * k), (0, 0.225 * k, z * k), name="cross_bar", **wood)
    for step in range(5):
        drawing.add(
            "box",
            (0.066 * k, 0.02 * k, 1.02 * k),
            ((step - 2) * 0.083 * k, 0.252 * k, -0.06 * k),
            name="slat",
            radius_m=0.006 * k,
            **wood,
        )
    tubes(drawing, [[(-0.19 * k, 0.268 * k, 0.5 * k), (0.19 * k, 0.268 * k, 0.5 * k)]], 0.034 * k, "front_bar", wood)
    if brief.has("rope", default=True):
        rope: Line = [
            (-0.16 * k, 0.268 * k, 0.5 * k),
            (-0.1 * k, 0.1 * k, 0.74 * k),
            (0, 0.012 * k, 0.86 * k),
            (0.1 * k, 0.1 * k, 0.74 * k),
            (0.16 * k, 0.268 * k, 0.5 * k),
        ]
        tubes(drawing, [rope], 0.014 * k, "rope", brief.of("rope", "rope"), bend=0.1 * k)


def _sleigh(drawing: Drawing, brief: Brief) -> None:
    """Draw a sleigh: scrolled sides, floor, dashboard, padded seat, gilded runners; a sack where one is named."""
    k = brief.box(1.3, 1.5, 2.6, keeps_shape=True)[2] / 2.6
    paint = brief.of(
        "body side",
        {"industrial": "steel_brushed", "steampunk": "bronze_aged"}.get(brief.style_name, "lacquer_red"),
        is_main=True,
    )
    gold = brief.of("runner trim", "gold" if brief.style_name != "industrial" else "iron_black", is_accent=True)
    _sleigh_body(drawing, paint, k)
    _sleigh_seat(drawing, brief, paint, k)
    _sleigh_runners(drawing, gold, k)
    if brief.has("sack", default="santa" in brief.words):
        drawing.add(
            "ball", (0.8 * k, 0.8 * k, 0.6 * k), (0, 0.5 * k, 0.0), name="sack", **brief.of("sack", "leather_tan")
        )


def _sleigh_body(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw scrolled sides, the floor, the dashboard and the back."""
    side = [
        (-1.1, 0.5),
        (-1.25, 1.0),
        (-1.2, 1.45),
        (-0.9, 1.5),
        (-0.7, 1.25),
        (-0.2, 0.95),
        (0.4, 0.9),
        (0.8, 1.05),
        (1.0, 1.2),
        (1.16, 1.05),
        (1.0, 0.7),
        (0.6, 0.45),
        (-0.5, 0.4),
    ]
    for way in (1.0, -1.0):
        side_shape(
            drawing,
            [(z * k, y * k) for z, y in side],
            0.06 * k,
            "side",
            paint,
            x=way * 0.52 * k,
            edge=0.02 * k,
            soft=0.05 * k,
        )
    drawing.add("box", (1.02 * k, 0.06 * k, 1.5 * k), (0, 0.46 * k, -0.15 * k), name="floor", **paint)
    front = [(0.55, 0.46), (0.98, 0.72), (1.1, 1.02), (1.04, 1.04), (0.92, 0.78), (0.52, 0.52)]
    back = [(-1.06, 0.5), (-1.18, 1.0), (-1.12, 1.4), (-1.04, 1.4), (-1.08, 1.0), (-0.96, 0.5)]
    for name, shape in (("dashboard", front), ("back", back)):
        side_shape(drawing, [(z * k, y * k) for z, y in shape], 1.02 * k, name, paint, edge=0.02 * k)


def _sleigh_seat(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw a padded seat on its box."""
    cushion = brief.of("seat cushion", "velvet")
    drawing.add("box", (0.96 * k, 0.34 * k, 0.5 * k), (0, 0.5 * k, -0.74 * k), name="seat_box", **paint)
    seat = (0.96 * k, 0.14 * k, 0.52 * k), (0, 0.82 * k, -0.72 * k)
    back = (0.96 * k, 0.46 * k, 0.12 * k), (0, 0.9 * k, -1.0 * k)
    bench(drawing, cushion, seat, back, 0.05 * k, lean_deg=-6)


def _sleigh_runners(drawing: Drawing, gold: Finish, k: float) -> None:
    """Draw curved runners with posts and cross bars, and the trim on the sides."""
    runner = [
        (0.46, 0.03, -1.2),
        (0.46, 0.03, 0.8),
        (0.46, 0.12, 1.15),
        (0.46, 0.5, 1.34),
        (0.46, 0.72, 1.2),
        (0.46, 0.62, 1.08),
    ]
    posts: list[Line] = [[(0.46 * k, 0.03 * k, z * k), (0.46 * k, 0.5 * k, z * 0.9 * k)] for z in (-0.8, -0.1, 0.55)]
    tubes(
        drawing, twins([[(x * k, y * k, z * k) for x, y, z in runner], *posts]), 0.06 * k, "runner", gold, bend=0.2 * k
    )
    for z in (-0.8, -0.1, 0.55):
        drawing.add("box", (0.96 * k, 0.06 * k, 0.08 * k), (0, 0.42 * k, z * 0.9 * k), name="cross_bar", **gold)
    edge = [(0.55, 0.98, 0.3), (0.55, 1.05, 0.75), (0.55, 1.18, 0.98)]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in edge]]), 0.04 * k, "trim", gold)


@archetype(
    "jet ski",
    "vehicle",
    "boat",
    "jet ski, jetski, jet-ski, water scooter, personal watercraft, waverunner, sea-doo, aqua scooter, wassermotorrad",
    hints="wave riding",
    about="A small motor boat that one rides like a motorcycle.",
    parts="hull, seat, handlebar, mirror, stripe, body, deck",
    features="mirror, stripe",
)
def jet_ski(drawing: Drawing, brief: Brief) -> None:
    """Draw a jet ski on its cradle: hull, deck with a rising bow, saddle, handlebar, foot wells, jet nozzle."""
    k = brief.box(1.2, 1.2, 3.1, keeps_shape=True)[2] / 3.1
    paint = brief.of("hull body", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    second = brief.of(
        "deck hood stripe", "paint_white" if paint["material"] != "paint_white" else "paint_black", is_accent=True
    )
    low = 0.14 * k
    _jet_hull(drawing, paint, second, low, k)
    _saddle(drawing, brief, k)
    _bars(drawing, brief, 1.1 * k, 0.22 * k, 0.34 * k, k)
    _foot_wells(drawing, brief, second, low, k)
    lying(drawing, "rod", 0.2 * k, 0.2 * k, (0, low + 0.14 * k, -1.52 * k), "jet_nozzle", _IRON)
    _blocks(drawing, brief, low, k)


def _jet_hull(drawing: Drawing, paint: Finish, second: Finish, low: float, k: float) -> None:
    """Draw the hull and the rising hood on it."""
    drawing.add(
        "streamlined",
        (1.16 * k, 0.5 * k, 3.0 * k),
        (0, low, 0),
        name="hull",
        along=[-1, -0.9, 0.1, 0.6, 0.9, 1],
        half=[0.8, 0.92, 1.0, 0.82, 0.4, 0.1],
        low=[0.16, 0.04, 0, 0.04, 0.4, 0.7],
        high=[0.8, 0.84, 0.84, 0.9, 1.0, 0.96],
        square=2.6,
        **paint,
    )
    drawing.add(
        "streamlined",
        (0.78 * k, 0.5 * k, 1.5 * k),
        (0, low + 0.34 * k, 0.68 * k),
        name="hood",
        along=[-1, -0.5, 0.2, 1],
        half=[0.6, 1.0, 0.86, 0.12],
        low=[0, 0, 0, 0.2],
        high=[0.9, 1.0, 0.72, 0.3],
        square=2.6,
        **second,
    )


def _saddle(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the long seat."""
    seat = [(-1.2, 0.5), (-1.26, 0.74), (-1.1, 0.86), (-0.5, 0.8), (0.0, 0.82), (0.15, 0.88), (0.2, 0.5)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in seat],
        0.36 * k,
        "seat",
        brief.of("seat", "leather_black"),
        edge=0.08 * k,
        soft=0.05 * k,
    )


def _foot_wells(drawing: Drawing, brief: Brief, second: Finish, low: float, k: float) -> None:
    """Draw a mat on either side, and the mirrors."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.24 * k, 0.02 * k, 1.5 * k),
            (side * 0.34 * k, low + 0.4 * k, -0.55 * k),
            name="foot_mat",
            material="rubber_black",
        )
        if brief.has("mirror", default=True):
            drawing.add(
                "box",
                (0.12 * k, 0.1 * k, 0.16 * k),
                (side * 0.3 * k, low + 0.74 * k, 0.62 * k),
                name="mirror",
                radius_m=0.03 * k,
                **second,
            )
            drawing.add(
                "box",
                (0.12 * k, 0.04 * k, 0.06 * k),
                (side * 0.24 * k, low + 0.72 * k, 0.62 * k),
                name="mirror_arm",
                **second,
            )


def _blocks(drawing: Drawing, brief: Brief, low: float, k: float) -> None:
    """Draw the cradle and the blocks under the keel."""
    cradle(drawing, brief, 1.0 * k, 0.5 * k, (-0.7 * k, 0.6 * k))
    for z in (-0.7, 0.6):
        drawing.add(
            "box", (0.2 * k, low + 0.04 * k, 0.2 * k), (0, 0, z * k), name="keel_block", **brief.of("cradle", "pine")
        )
