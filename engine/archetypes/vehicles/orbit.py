"""Satellites, space stations, rovers and landers; front to +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, lying, tubes, twins, wheels
from engine.archetypes.vehicles.spacecraft import FOIL, dish, panel, stand

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "satellite",
    "vehicle",
    "spacecraft",
    "satellite, communication satellite, communications satellite, weather satellite, space probe, probe, space "
    "telescope, sputnik, hubble, satelite, satellit, orbiter",
    hints="orbiting, low earth orbit, gps",
    about="An unmanned spacecraft with solar panels and a dish that circles the earth and sends signals.",
    parts="panel, dish, antenna, body, stand, thruster, solar",
    features="dish, antenna, stand, solar panel",
)
def satellite(drawing: Drawing, brief: Brief) -> None:
    """Draw a satellite on a stand: a body in foil, two wings of solar panels, dish, antennas and thruster."""
    k = brief.box(9.0, 3.6, 1.6, keeps_shape=True)[0] / 9.0
    foil = brief.of("body foil", FOIL.get(brief.style_name, "gold_hammered"), is_main=True)
    low = 1.1 * k
    stand(drawing, brief, 2.2 * k, low, 0.2 * k)
    drawing.add("box", (1.3 * k, 1.7 * k, 1.3 * k), (0, low, 0), name="body", radius_m=0.06 * k, **foil)
    for y in (0.0, 1.6):
        drawing.add(
            "box", (1.38 * k, 0.12 * k, 1.38 * k), (0, low + y * k, 0), name="body_rim", radius_m=0.03 * k, **_STEEL
        )
    count = brief.count("solar panel", brief.count("panel", 6, least=2, most=12), least=2, most=12) // 2
    for side in (1.0, -1.0):
        reach = (0.5 + 1.16 * count) * k
        tubes(
            drawing,
            [[(side * 0.6 * k, low + 0.85 * k, 0), (side * (0.65 * k + reach), low + 0.85 * k, 0)]],
            0.1 * k,
            "boom",
            _STEEL,
        )
        for step in range(count):
            x = side * (0.65 + 0.9 + 1.16 * step) * k
            panel(drawing, brief, (1.1 * k, 1.5 * k), (x, low + 0.1 * k, 0.02 * k), -20.0)
    if brief.has("dish", default=True):
        drawing.add("rod", (0.16 * k, 0.3 * k, 0.16 * k), (0, low + 1.66 * k, 0), name="dish_post", **_STEEL)
        dish(drawing, brief, 1.5 * k, (0, low + 1.84 * k, 0.0), 24.0)
    tubes(
        drawing,
        [
            [(0.5 * k, low + 1.6 * k, 0.5 * k), (0.7 * k, low + 2.5 * k, 0.8 * k)],
            [(-0.5 * k, low + 1.6 * k, 0.5 * k), (-0.7 * k, low + 2.3 * k, 0.8 * k)],
        ],
        0.04 * k,
        "antenna",
        bright(brief, "antenna"),
    )
    for x, y, size in ((-0.3, 1.1, 0.4), (0.32, 0.6, 0.3)):
        lying(drawing, "rod", size * k, 0.2 * k, (x * k, low + y * k, 0.7 * k), "instrument", _IRON, edge=0.1)
    for step in range(3):
        drawing.add(
            "box",
            (0.4 * k, 0.06 * k, 0.05 * k),
            (-0.3 * k, low + (0.3 + 0.12 * step) * k, 0.66 * k),
            name="vent",
            **_IRON,
        )


@archetype(
    "space station",
    "vehicle",
    "spacecraft",
    "space station, orbital station, iss, international space station, orbital platform, raumstation, mir station, "
    "space base, orbital habitat",
    hints="zero gravity, microgravity",
    about="A large spacecraft of modules and solar wings in which astronauts live for months in orbit.",
    parts="module, panel, truss, dish, ring, stand, solar",
    features="ring, rotating ring=ring, wheel=ring, dish, solar panel",
)
def space_station(drawing: Drawing, brief: Brief) -> None:
    """Draw a station on a stand: modules in a cross, a truss with solar wings, dock; a ring in a far future."""
    k = brief.box(40.0, 16.0, 24.0, keeps_shape=True)[0] / 40.0
    hull = brief.of("module body hull", FOIL.get(brief.style_name, "paint_white"), is_main=True)
    metal = bright(brief, "truss")
    y = 8.0 * k
    stand(drawing, brief, 9.0 * k, y - 1.4 * k, 1.0 * k)
    _modules(drawing, brief, hull, y, k)
    if brief.has("ring", default=brief.style_name in ("futuristic", "cyberpunk", "steampunk", "art deco")):
        _ring(drawing, hull, metal, y, k)
    top, z = y + 1.9 * k, -2.4 * k
    _truss(drawing, metal, y, z, top, k)
    _solar_wings(drawing, brief, z, top, k)
    drawing.add("rod", (0.4 * k, 1.3 * k, 0.4 * k), (0, top - 0.2 * k, z + 0.2 * k), name="dish_post", **_STEEL)
    dish(drawing, brief, 3.0 * k, (0, top + 0.9 * k, z + 0.2 * k), 30.0)


def _modules(drawing: Drawing, brief: Brief, hull: Finish, y: float, k: float) -> None:
    """Draw modules in a cross with collars, dock, cupola and portholes."""
    lying(drawing, "rod", 3.4 * k, 9.0 * k, (0, y, -0.5 * k), "module", hull, edge=0.12)
    lying(drawing, "rod", 2.8 * k, 5.4 * k, (0, y, 6.6 * k), "module", hull, edge=0.12)
    lying(drawing, "rod", 3.0 * k, 4.6 * k, (0, y, -7.2 * k), "module", hull, edge=0.14)
    lying(drawing, "rod", 2.8 * k, 9.6 * k, (0, y, 2.2 * k), "module", hull, along="x", edge=0.12)
    for z in (-5.0, 4.0, 9.2):
        lying(drawing, "hoop", 3.2 * k, 0.5 * k, (0, y, z * k), "collar", _STEEL, inner=0.7)
    lying(drawing, "rod", 1.5 * k, 1.0 * k, (0, y, 9.6 * k), "dock", _STEEL, edge=0.1)
    drawing.add("dome", (2.2 * k, 1.4 * k, 2.2 * k), (0, y + 1.5 * k, -6.0 * k), name="cupola", material="glass_tinted")
    for z in (-3.0, -1.0, 6.0, 7.6):
        for side in (1.0, -1.0):
            drawing.add(
                "porthole",
                (0.8 * k, 0.8 * k, 0.3 * k),
                (side * (1.62 if z < 0 else 1.34) * k, y - 0.4 * k, z * k),
                turn=(0, 90 * side, 0),
                **brief.of("window", "steel_brushed"),
            )


def _ring(drawing: Drawing, hull: Finish, metal: Finish, y: float, k: float) -> None:
    """Draw a ring on four spokes."""
    lying(drawing, "torus", 15.0 * k, 1.9 * k, (0, y, 0.0), "ring", hull)
    spokes: list[Line] = [
        [(1.4 * k * cos(a), y + 1.4 * k * sin(a), 0.0), (6.8 * k * cos(a), y + 6.8 * k * sin(a), 0.0)]
        for a in (pi / 4, 3 * pi / 4, 5 * pi / 4, 7 * pi / 4)
    ]
    tubes(drawing, spokes, 0.7 * k, "spoke", metal)


def _truss(drawing: Drawing, metal: Finish, y: float, z: float, top: float, k: float) -> None:
    """Draw the truss on its mount across the modules."""
    drawing.add("box", (1.0 * k, 1.4 * k, 1.0 * k), (0, y + 1.2 * k, -2.4 * k), name="truss_mount", **_STEEL)
    chords: list[Line] = [
        [(-18 * k, top + a * k, z + b * k), (18 * k, top + a * k, z + b * k)]
        for a, b in ((0.5, 0.5), (0.5, -0.5), (-0.3, 0.0))
    ]
    braces: list[Line] = []
    for step in range(-9, 9):
        x = step * 2.0 * k
        braces += [
            [
                (x, top + 0.5 * k, z + 0.5 * k),
                (x + 1.0 * k, top - 0.3 * k, z),
                (x + 2.0 * k, top + 0.5 * k, z - 0.5 * k),
            ],
            [(x, top + 0.5 * k, z - 0.5 * k), (x, top + 0.5 * k, z + 0.5 * k)],
        ]
    tubes(drawing, [*chords, *braces], 0.2 * k, "truss", metal)


def _solar_wings(drawing: Drawing, brief: Brief, z: float, top: float, k: float) -> None:
    """Draw two pairs of framed solar panels at either end of the truss."""
    for side in (1.0, -1.0):
        for x in (9.5, 16.5):
            for way in (1.0, -1.0):
                drawing.add(
                    "box",
                    (3.0 * k, 0.12 * k, 9.0 * k),
                    (side * x * k, top + 0.1 * k, z + way * 5.6 * k),
                    name="solar_panel",
                    **brief.of("panel solar", "paint_blue"),
                )
                frame: list[Line] = [
                    [(side * (x + a) * k, top + 0.16 * k, z + way * b * k) for b in (0.0, 10.1)]
                    for a in (-1.5, 0.0, 1.5)
                ]
                frame += [
                    [
                        (side * (x - 1.5) * k, top + 0.16 * k, z + way * b * k),
                        (side * (x + 1.5) * k, top + 0.16 * k, z + way * b * k),
                    ]
                    for b in (1.15, 2.9, 4.7, 6.5, 8.3, 10.05)
                ]
                tubes(drawing, frame, 0.18 * k, "panel_frame", brief.of("frame", "aluminium"))


@archetype(
    "rover",
    "vehicle",
    "spacecraft",
    "rover, moon rover, mars rover, lunar rover, planetary rover, moon buggy, space rover, curiosity rover, lunar "
    "vehicle, exploration rover, mars vehicle",
    hints="mars, red planet, exploration robot",
    about="A robot car with six wheels, a mast with cameras and an arm, that explores the moon or Mars.",
    parts="wheel, mast, camera, panel, arm, dish, body",
    features="dish, solar panel, arm",
)
def rover(drawing: Drawing, brief: Brief) -> None:
    """Draw a rover: deck on rocker arms and six wheels, mast with cameras, arm, dish, power source."""
    k = brief.box(2.5, 2.2, 2.9, keeps_shape=True)[2] / 2.9
    body = brief.of("body deck", FOIL.get(brief.style_name, "paint_white"), is_main=True)
    metal, gold = bright(brief, "arm mast"), brief.of("foil", "gold_hammered")
    _rover_body(drawing, body, gold, k)
    _rocker_wheels(drawing, brief, metal, k)
    _mast(drawing, body, metal, k)
    if brief.has("solar panel"):
        _rover_panels(drawing, brief, k)
    if brief.has("arm", default=True):
        _arm(drawing, metal, k)
    _dish_and_generator(drawing, brief, metal, k)


def _rover_body(drawing: Drawing, body: Finish, gold: Finish, k: float) -> None:
    """Draw the body in foil and the deck on it."""
    drawing.add("box", (1.3 * k, 0.42 * k, 1.7 * k), (0, 0.72 * k, 0), name="body", radius_m=0.04 * k, **gold)
    drawing.add("box", (1.5 * k, 0.08 * k, 1.9 * k), (0, 1.12 * k, 0), name="deck", radius_m=0.02 * k, **body)


def _rocker_wheels(drawing: Drawing, brief: Brief, metal: Finish, k: float) -> None:
    """Draw six wheels on rocker arms."""
    size = 0.54 * k
    for z in (-1.1, 0.0, 1.1):
        wheels(
            drawing,
            brief,
            [(1.06 * k, z * k)],
            size,
            0.38 * k,
            spokes=6,
            is_chunky=True,
            rim_share=0.8,
            tyre_material="aluminium" if brief.style_name != "steampunk" else "bronze_aged",
        )
    arms: list[Line] = [
        [
            (0.9 * k, 0.27 * k, 1.1 * k),
            (0.84 * k, 0.64 * k, 0.9 * k),
            (0.74 * k, 0.95 * k, 0.3 * k),
            (0.8 * k, 0.66 * k, -0.45 * k),
        ],
        [
            (0.9 * k, 0.27 * k, 0.0),
            (0.82 * k, 0.62 * k, -0.2 * k),
            (0.8 * k, 0.66 * k, -0.5 * k),
            (0.9 * k, 0.27 * k, -1.1 * k),
        ],
        [(0.6 * k, 0.95 * k, 0.3 * k), (0.78 * k, 0.95 * k, 0.3 * k)],
    ]
    tubes(drawing, twins(arms), 0.1 * k, "rocker", metal)
    for z in (-1.1, 0.0, 1.1):
        tubes(drawing, twins([[(0.86 * k, 0.27 * k, z * k), (1.0 * k, 0.27 * k, z * k)]]), 0.14 * k, "hub", _IRON)


def _mast(drawing: Drawing, body: Finish, metal: Finish, k: float) -> None:
    """Draw the mast with its head of two cameras."""
    drawing.add("rod", (0.14 * k, 0.86 * k, 0.14 * k), (-0.42 * k, 1.16 * k, 0.6 * k), name="mast", **metal)
    drawing.add(
        "box",
        (0.5 * k, 0.24 * k, 0.26 * k),
        (-0.42 * k, 1.98 * k, 0.62 * k),
        name="camera_head",
        radius_m=0.04 * k,
        **body,
    )
    for x in (-0.14, 0.14):
        lying(drawing, "rod", 0.14 * k, 0.1 * k, ((x - 0.42) * k, 2.1 * k, 0.78 * k), "camera", _IRON)


def _rover_panels(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw a solar panel on either side."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.8 * k, 0.05 * k, 1.6 * k),
            (side * 1.1 * k, 1.14 * k, -0.1 * k),
            name="panel",
            **brief.of("panel", "paint_blue"),
        )


def _arm(drawing: Drawing, metal: Finish, k: float) -> None:
    """Draw the jointed arm with its drill."""
    path = [(0.4, 0.85, 0.8), (0.4, 0.85, 1.1), (0.4, 1.25, 1.4), (0.4, 0.6, 1.7)]
    tubes(drawing, [[(x * k, y * k, z * k) for x, y, z in path]], 0.1 * k, "arm", metal)
    drawing.add("disc", (0.3 * k, 0.26 * k, 0.3 * k), (0.4 * k, 0.4 * k, 1.7 * k), name="drill", **_STEEL)


def _dish_and_generator(drawing: Drawing, brief: Brief, metal: Finish, k: float) -> None:
    """Draw the dish on its post and the generator behind."""
    drawing.add("rod", (0.1 * k, 0.4 * k, 0.1 * k), (0.42 * k, 1.16 * k, -0.3 * k), name="dish_post", **metal)
    dish(drawing, brief, 0.62 * k, (0.42 * k, 1.48 * k, -0.3 * k), 35.0)
    drawing.add(
        "rod",
        (0.36 * k, 0.6 * k, 0.36 * k),
        (0, 0.86 * k, -1.1 * k),
        turn=(-40, 0, 0),
        name="generator",
        edge=0.1,
        **_IRON,
    )


@archetype(
    "lunar lander",
    "vehicle",
    "spacecraft",
    "lunar lander, moon lander, lander, lunar module, mars lander, apollo lander, eagle lander, landing module, space "
    "capsule, space pod, escape pod",
    hints="moon landing, touchdown",
    about="A spacecraft on four legs that sets astronauts down on the moon and lifts them off again.",
    parts="leg, foot, foil, ladder, dish, nozzle, hatch, body",
    features="ladder, dish, flag",
)
def lunar_lander(drawing: Drawing, brief: Brief) -> None:
    """Draw a lander: gold descent stage on four braced legs, ascent stage with hatch and windows, ladder, dish."""
    k = brief.box(9.0, 7.0, 9.0, keeps_shape=True)[1] / 7.0
    foil = brief.of("foil base", FOIL.get(brief.style_name, "gold_hammered"), is_accent=True)
    body = brief.of("body", "silver" if foil["material"] != "steel_brushed" else "iron_black", is_main=True)
    _stages(drawing, foil, body, k)
    _crew_front(drawing, foil, k)
    _legs(drawing, brief, foil, k)
    if brief.has("ladder", default=True):
        _ladder(drawing, k)
    drawing.add("rod", (0.2 * k, 0.6 * k, 0.2 * k), (0, 5.6 * k, -0.2 * k), name="dish_post", **_STEEL)
    dish(drawing, brief, 1.3 * k, (0, 6.1 * k, -0.2 * k), 25.0)


def _stages(drawing: Drawing, foil: Finish, body: Finish, k: float) -> None:
    """Draw the descent stage with its nozzle, and the ascent stage on it."""
    drawing.add(
        "turning",
        (4.4 * k, 1.7 * k, 4.4 * k),
        (0, 1.6 * k, 0),
        name="base",
        profile=[0.9, 0, 1.0, 0.06, 1.0, 0.92, 0.94, 1.0],
        **foil,
    )
    drawing.add("nozzle", (1.6 * k, 1.0 * k, 1.6 * k), (0, 0.7 * k, 0), material="steel_brushed")
    drawing.add(
        "streamlined",
        (3.2 * k, 2.6 * k, 3.0 * k),
        (0, 3.2 * k, 0.1 * k),
        name="body",
        along=[-1, -0.6, 0.3, 0.8, 1],
        half=[0.5, 0.92, 1.0, 0.8, 0.5],
        low=[0.06, 0, 0, 0.05, 0.2],
        high=[0.7, 0.96, 1.0, 0.9, 0.7],
        square=3.0,
        **body,
    )


def _crew_front(drawing: Drawing, foil: Finish, k: float) -> None:
    """Draw windows, tanks and the hatch."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.7 * k, 0.6 * k, 0.3 * k),
            (side * 0.62 * k, 4.62 * k, 1.42 * k),
            turn=(-14, side * 10, 0),
            name="window",
            radius_m=0.06 * k,
            material="glass_tinted",
        )
        drawing.add("ball", (1.3 * k,) * 3, (side * 1.4 * k, 3.6 * k, -0.5 * k), name="fuel_tank", **foil)
    drawing.add("box", (0.9 * k, 0.9 * k, 0.3 * k), (0, 3.4 * k, 1.46 * k), name="hatch", radius_m=0.1 * k, **_STEEL)


def _legs(drawing: Drawing, brief: Brief, foil: Finish, k: float) -> None:
    """Draw four braced legs with feet."""
    for step in range(4):
        a = pi / 2 * step
        x, z = sin(a), cos(a)
        reach: list[Line] = [
            [(2.0 * k * x, 3.1 * k, 2.0 * k * z), (4.0 * k * x, 0.2 * k, 4.0 * k * z)],
            [((1.9 * x - 0.9 * z) * k, 1.8 * k, (1.9 * z + 0.9 * x) * k), (3.2 * k * x, 1.36 * k, 3.2 * k * z)],
            [((1.9 * x + 0.9 * z) * k, 1.8 * k, (1.9 * z - 0.9 * x) * k), (3.2 * k * x, 1.36 * k, 3.2 * k * z)],
        ]
        tubes(drawing, reach, 0.2 * k, "leg", brief.of("leg", foil["material"]))
        drawing.add(
            "turning",
            (1.1 * k, 0.3 * k, 1.1 * k),
            (4.0 * k * x, 0, 4.0 * k * z),
            name="foot",
            profile=[0.5, 0, 1.0, 0.5, 1.0, 0.7, 0.3, 1.0],
            **foil,
        )


def _ladder(drawing: Drawing, k: float) -> None:
    """Draw the ladder down the front leg."""
    rails: list[Line] = [[(x * k, 3.1 * k, 2.2 * k), (x * k, 0.7 * k, 3.86 * k)] for x in (-0.3, 0.3)]
    rungs: list[Line] = [[(x * k, (3.1 - 0.3 * n) * k, (2.2 + 0.2075 * n) * k) for x in (-0.3, 0.3)] for n in range(8)]
    tubes(drawing, [*rails, *rungs], 0.07 * k, "ladder", _STEEL)
