"""Buses, trains and trams: long bodies with rows of windows; front to +z."""

from typing import Any

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    Shares,
    bright,
    glass_of,
    lying,
    paint_of,
    part_of,
    tubes,
    twins,
    wheels,
)

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def _row(first: float, last: float, count: int, y: float, high: float, gap: float = 0.16) -> Shares:
    """Return windows in a row from z to z (shares of half the length), as the maker reads them."""
    pitch = (last - first) / count
    return [value for step in range(count) for value in (first + (step + 0.5) * pitch, y, pitch / 2 * (1 - gap), high)]


def _ends(nose: float, tail: float, slope: float = 0.0) -> dict[str, Any]:
    """Return the sections of a box with a rounded nose and tail; `slope` lets the nose fall."""
    return {
        "along": [-1, -1 + tail * 0.25, -1 + tail, 1 - nose, 1 - nose * 0.25, 1],
        "half": [0.86, 0.97, 1, 1, 0.97 - slope * 0.15, 0.86 - slope * 0.5],
        "low": [0.06, 0.01, 0, 0, 0.01, 0.06],
        "high": [0.94, 0.99, 1, 1, 0.99 - slope * 0.5, 0.94 - slope * 0.72],
        "square": 9.0,
    }


@archetype(
    "bus", "vehicle", "truck",
    "bus, coach, school bus, city bus, double decker, double decker bus, double-decker, tour bus, omnibus, minicoach, autobus, "
    "autobús, reisebus, schulbus, trolleybus, trolley bus, shuttle bus",
    hints="public transport, passengers, bus stop",
    about="A long road vehicle with many windows and seats that carries many passengers along a route.",
    parts="door, seat, stripe, bumper, headlight, mirror, roof",
    features="double decker, school bus, stop sign, luggage rack",
)  # fmt: skip
def bus(drawing: Drawing, brief: Brief) -> None:
    """Draw a bus: body with rows of windows, doors, seats, wheels; double-deckers and school buses too."""
    known = brief.words | brief.modifiers | brief.features
    is_double = bool(known & {"decker", "double-decker", "double decker", "london"}) or (
        brief.style_name == "art deco" and "school" not in known
    )
    is_school = "school" in known or "schulbus" in known or "school bus" in known
    width, height, length = brief.box(2.55, 4.3 if is_double else 3.1, 10.6 if is_double else 11.4, keeps_shape=True)
    paint = brief.of(
        "body paint bus",
        "paint_red" if is_double else paint_of(brief, "paint_red", "paint_blue", "paint_white"),
        is_main=True,
    )
    if is_school and not (brief.colors or brief.materials):
        paint = Finish(material="paint_white", color="#f2a60c")
    wheel, low = 0.98, 0.34
    deck = height - low
    axles = (-0.42, 0.56) if not is_school else (-0.5, 0.6)
    storeys = ((0.3, 0.18), (0.76, 0.16)) if is_double else ((0.64, 0.34),)
    rows: Shares = [
        value
        for y, high in storeys
        for value in _row(-0.93, 0.74, 8, y + (0.02 if is_double else 0), high * (1.15 if is_double else 1.0), 0.1)
    ]
    rows += [0.82, 0.46, 0.032, 0.62] if not is_double else [0.82, 0.27, 0.032, 0.3]
    screens = [0.62, 0.42, 0.86, 0.93] if not is_double else [0.33, 0.2, 0.86, 0.93, 0.76, 0.17, 0.86, 0.93]
    ends = _ends(0.05, 0.05)
    stripe = brief.of("stripe", "paint_black" if is_school else "paint_white", is_accent=True)
    drawing.add(
        "streamlined", (width, deck, length), (0, low, 0), name="body", windows=rows, screens=[*screens, 0.62 if not is_double else 0.76, 0.2, 0.7, -0.96],
        doors=[0.82, 0.1, 0.05, 0.8 if not is_double else 0.5, -0.02, 0.09, 0.05, 0.8 if not is_double else 0.42],
        stripes=[0.36, 0.4] if not is_double else [0.48, 0.52], seats=[-0.8 + 0.2 * step for step in range(8)], seat_m=0.46,
        lamps=[0.74, 0.14 if not is_double else 0.1, 0.075], tail_lamps=[0.8, 0.2, 0.07], lamps_wide=1.5, axles=list(axles), wheel_m=wheel,
        axle_height_m=wheel / 2 - low, well_m=0.36, **ends, **part_of("stripe", stripe), **glass_of(brief), **paint,
    )  # fmt: skip
    wheels(
        drawing,
        brief,
        [(width / 2 - 0.17, z * length / 2) for z in (axles[1], axles[0])],
        wheel,
        0.3,
        spokes=8,
        style="steel",
        rim_share=0.58,
    )
    for z in axles:
        lying(drawing, "rod", 0.16, width * 0.9, (0, wheel / 2, z * length / 2), "axle", _IRON, along="x")
        drawing.add("box", (width * 0.5, 0.5, 0.3), (0, wheel / 2 - 0.1, z * length / 2), name="suspension", **_IRON)
    _bus_fittings(drawing, brief, width, height, length, low, is_school=is_school)
    if is_school or known & {"vintage", "old"}:
        _bonnet(drawing, brief, paint, width, length, low)


def _bus_fittings(
    drawing: Drawing, brief: Brief, width: float, height: float, length: float, low: float, *, is_school: bool
) -> None:
    """Draw bumpers, mirrors, the destination sign and what stands on the roof."""
    metal = bright(brief, "bumper")
    for z in (1, -1):
        drawing.add(
            "box",
            (width * 0.94, 0.22, 0.16),
            (0, low - 0.02, z * (length / 2 - 0.04)),
            name="bumper",
            radius_m=0.05,
            material="plastic_black",
        )
    sign = 0.2 if height < 4 else 0.18
    drawing.add(
        "box",
        (width * 0.56, sign, 0.1),
        (0, height - (0.34 if height < 4 else 2.06), length / 2 - 0.07),
        name="sign",
        radius_m=0.02,
        material="emissive_warm" if not is_school else "paint_black",
    )
    for side in (1.0, -1.0):
        arm = [
            (side * width * 0.44, low + 1.9, length / 2 - 0.12),
            (side * width * 0.54, low + 1.95, length / 2 + 0.14),
            (side * width * 0.56, low + 1.7, length / 2 + 0.14),
        ]
        tubes(drawing, [arm], 0.04, "mirror_arm", metal, bend=0.1)
        drawing.add(
            "box",
            (0.2, 0.4, 0.1),
            (side * width * 0.56, low + 1.36, length / 2 + 0.14),
            name="mirror",
            radius_m=0.04,
            material="plastic_black",
        )
    for at in (-0.25, 0.2):
        drawing.add(
            "box",
            (width * 0.5, 0.2, length * 0.12),
            (0, height - 0.05, at * length),
            name="roof_unit",
            radius_m=0.07,
            **brief.of("roof", "plastic_white"),
        )
    if is_school:
        for x in (-0.4, -0.28, 0.28, 0.4):
            lying(
                drawing,
                "disc",
                0.2,
                0.14,
                (x * width, height - 0.24, length / 2 - 0.04),
                "warning_lamp",
                Finish(material="paint_red" if abs(x) > 0.3 else "emissive_warm", color=""),
                edge=0.1,
            )


def _bonnet(drawing: Drawing, brief: Brief, paint: Finish, width: float, length: float, low: float) -> None:
    """Draw a school bus's bonnet with a grille and round lamps in front of the windscreen."""
    z = length / 2 + 0.55
    drawing.add("box", (width * 0.8, 1.05, 1.5), (0, low + 0.12, z), name="bonnet", radius_m=0.16, **paint)
    drawing.add(
        "box",
        (width * 0.42, 0.6, 0.06),
        (0, low + 0.36, z + 0.75),
        name="grille",
        radius_m=0.02,
        material="plastic_black",
    )
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round",
            (0.26, 0.26, 0.16),
            (side * width * 0.3, low + 0.5, z + 0.66),
            name="headlight",
            material="chrome",
        )
        drawing.add(
            "box", (0.34, 0.5, 1.2), (side * width * 0.4, low + 0.1, z - 0.05), name="wing", radius_m=0.14, **paint
        )
    drawing.add(
        "box", (width * 0.96, 0.24, 0.16), (0, low, z + 0.76), name="bumper", radius_m=0.04, material="paint_black"
    )


@archetype(
    "train", "vehicle", "rail",
    "train, locomotive, steam train, steam locomotive, steam engine, high speed train, bullet train, railway, railcar, express train, "
    "freight train, commuter train, subway, subway train, metro, metro train, tube train, underground train, diesel locomotive, "
    "zug, eisenbahn, lokomotive, tren, railway carriage, train carriage, rail wagon, monorail",
    hints="rail, station, railroad",
    about="A vehicle of an engine and carriages that runs on rails and carries passengers or goods between stations.",
    parts="locomotive, carriage, wagon, boiler, chimney, funnel, cab, rail, sleeper, stripe, coupling, tender",
    features="smoke, carriage, cowcatcher, pantograph",
)  # fmt: skip
def train(drawing: Drawing, brief: Brief) -> None:
    """Draw a train on its track: a steam engine with tender and carriage, or an electric one."""
    known = brief.words | brief.modifiers | brief.features
    is_steam = bool(known & {"steam", "old", "vintage", "locomotive", "western"}) or brief.style_name in (
        "steampunk",
        "rustic",
        "art deco",
    )
    if "diesel" in known or known & {"bullet", "express", "metro", "subway", "commuter", "modern"}:
        is_steam = False
    count = brief.count("carriage", brief.count("wagon", 1), most=6)
    engine = 8.4 if is_steam else 15.0
    car = 9.0 if is_steam else 14.0
    length = brief.box(3.0, 4.0, engine + count * (car + 0.5), keeps_shape=True)[2]
    k = length / (engine + count * (car + 0.5))
    front = length / 2
    paint = brief.of(
        "body paint train locomotive boiler",
        {"steampunk": "bronze_aged"}.get(brief.style_name, "paint_black")
        if is_steam
        else paint_of(brief, "paint_white", "paint_red", "paint_blue"),
        is_main=True,
    )
    rail_top = _track(drawing, brief, length, k)
    if is_steam:
        _steam_engine(drawing, brief, paint, rail_top, front - engine * k / 2, k)
    else:
        _coach(drawing, brief, paint, rail_top, front - engine * k / 2, engine * k, k, is_engine=True)
    coat = brief.of("carriage wagon coach", "paint_red" if is_steam else paint["material"], is_accent=is_steam)
    coat = coat if is_steam or coat["color"] else paint
    for step in range(count):
        z = front - (engine + 0.5 + step * (car + 0.5) + car / 2) * k
        _coach(drawing, brief, coat, rail_top, z, car * k, k, is_engine=False, is_last=step == count - 1)
        drawing.add(
            "box",
            (0.3 * k, 0.3 * k, 1.0 * k),
            (0, rail_top + 0.75 * k, z + (car / 2 + 0.25) * k),
            name="coupling",
            **_IRON,
        )


def _track(drawing: Drawing, brief: Brief, length: float, k: float) -> float:
    """Draw sleepers and two rails; return the height of the rails' heads."""
    count = max(4, round(length / (0.75 * k)))
    for step in range(count):
        z = ((step + 0.5) / count - 0.5) * length
        drawing.add("box", (2.5 * k, 0.16 * k, 0.26 * k), (0, 0, z), name="sleeper", **brief.of("sleeper", "oak"))
    for x in (-0.75, 0.75):
        drawing.add("box", (0.14 * k, 0.03 * k, length), (x * k, 0.15 * k, 0), name="rail_foot", **_STEEL)
        drawing.add("box", (0.07 * k, 0.16 * k, length), (x * k, 0.15 * k, 0), name="rail", **_STEEL)
    return 0.31 * k


def _bogie(drawing: Drawing, y: float, z: float, k: float, base: float = 1.8, across: float = 0.86) -> None:
    """Draw a bogie: four flanged wheels, axles and frames."""
    r = across * k / 2
    for at in (-base / 2, base / 2):
        for side in (1.0, -1.0):
            lying(
                drawing,
                "disc",
                2 * r,
                0.13 * k,
                (side * 0.75 * k, y + r - 0.004 * k, z + at * k),
                "wheel",
                _STEEL,
                along="x",
                edge=0.1,
            )
        lying(drawing, "rod", 0.16 * k, 2.0 * k, (0, y + r, z + at * k), "axle", _IRON, along="x")
    for x in (-0.95, 0.95):
        drawing.add(
            "box",
            (0.14 * k, 0.3 * k, (base + 0.8) * k),
            (x * k, y + r - 0.05 * k, z),
            name="bogie",
            radius_m=0.04 * k,
            **_IRON,
        )
    drawing.add("box", (2.0 * k, 0.7 * k, 0.5 * k), (0, y + r + 0.1 * k - 0.1 * k, z), name="bolster", **_IRON)


def _coach(
    drawing: Drawing,
    brief: Brief,
    paint: Finish,
    y: float,
    z: float,
    length: float,
    k: float,
    *,
    is_engine: bool,
    is_last: bool = False,
) -> None:
    """Draw a carriage with windows, doors and bogies; an engine has a nose, a windscreen and lamps."""
    is_fast = is_engine and bool(
        (brief.words | brief.modifiers) & {"bullet", "express", "speed", "high"}
        or brief.style_name in ("futuristic", "modern")
    )
    nose, low, tall = (0.42 if is_fast else 0.12) if is_engine else 0.02, y + 0.72 * k, 3.0 * k
    stop = 1 - nose - 0.04
    count = max(4, round(length / (1.7 * k) * (stop + 0.9) / 1.9))
    doors: Shares = [-0.82, 0.95 * k / length, 0.04, 0.84, stop - 0.12, 0.95 * k / length, 0.04, 0.84]
    ends = _ends(nose, 0.02, 0.72 if is_fast else (0.22 if is_engine else 0.0))
    screens: Shares = []
    if is_engine:
        screens = [0.62, 0.26, 0.66, 1 - nose * 0.72] if is_fast else [0.64, 0.34, 0.8, 0.9]
    drawing.add(
        "streamlined", (2.9 * k, tall, length), (0, low, z), name="locomotive" if is_engine else "carriage", windows=_row(-0.72, stop - 0.22, count, 0.62, 0.3),
        screens=screens, is_split=is_engine and not is_fast, doors=doors, stripes=[0.34, 0.4], seats=[-0.6 + step * 0.2 for step in range(6)], seat_m=0.5 * k,
        lamps=[0.6 if not is_fast else 0.42, 0.26 if not is_fast else 0.17, 0.1 if not is_fast else 0.06] if is_engine else [], lamps_wide=1.4, tail_lamps=[0.7, 0.3, 0.07] if is_last else [],
        **ends, **part_of("stripe", brief.of("stripe", "paint_red" if paint["material"] != "paint_red" else "paint_white", is_accent=True)), **glass_of(brief), **paint,
    )  # fmt: skip
    for share in (-0.33, 0.33 - nose * 0.3):
        _bogie(drawing, y, z + share * length, k)
        drawing.add("box", (1.2 * k, 0.5 * k, 1.0 * k), (0, y + 0.5 * k, z + share * length), name="pivot", **_IRON)
    drawing.add(
        "box", (2.2 * k, 0.5 * k, length * 0.26), (0, y + 0.3 * k, z), name="equipment", radius_m=0.05 * k, **_IRON
    )
    for share in (-0.22, 0.12):
        drawing.add(
            "box",
            (1.6 * k, 0.26 * k, length * 0.16),
            (0, low + tall - 0.1 * k, z + share * length),
            name="roof_unit",
            radius_m=0.08 * k,
            material="steel_brushed",
        )
    if is_engine:
        _pantograph(drawing, low + tall, z - 0.05 * length, k)


def _pantograph(drawing: Drawing, y: float, z: float, k: float) -> None:
    y -= 0.06 * k
    arms: list[Line] = [
        [(0.5 * k, y, z + 0.5 * k), (0.3 * k, y + 0.5 * k, z - 0.5 * k), (0.5 * k, y + 1.0 * k, z + 0.3 * k)]
    ]
    bow: Line = [
        (-0.9 * k, y + 0.9 * k, z + 0.3 * k),
        (-0.7 * k, y + 1.0 * k, z + 0.3 * k),
        (0.7 * k, y + 1.0 * k, z + 0.3 * k),
        (0.9 * k, y + 0.9 * k, z + 0.3 * k),
    ]
    base: Line = [(-0.5 * k, y, z + 0.5 * k), (0.5 * k, y, z + 0.5 * k)]
    tubes(drawing, [*twins(arms), bow, base], 0.05 * k, "pantograph", _IRON)
    drawing.add("box", (1.3 * k, 0.14 * k, 0.5 * k), (0, y - 0.06 * k, z + 0.5 * k), name="pantograph_base", **_IRON)


def _steam_engine(drawing: Drawing, brief: Brief, paint: Finish, y: float, z: float, k: float) -> None:
    """Draw boiler, smokebox, chimney, domes, cab, driving wheels with rods, and the pilot."""
    metal = bright(brief, "metal trim")
    accent = brief.of("wheel rim", "paint_red" if brief.style_name != "steampunk" else "copper", is_accent=True)
    axis, front = y + 2.05 * k, z + 3.9 * k
    drawing.add(
        "box", (1.9 * k, 0.34 * k, 7.9 * k), (0, y + 0.85 * k, z - 0.1 * k), name="frame", radius_m=0.04 * k, **accent
    )
    lying(drawing, "rod", 1.6 * k, 4.7 * k, (0, axis, z + 0.8 * k), "boiler", paint, edge=0.02)
    lying(drawing, "rod", 1.72 * k, 1.1 * k, (0, axis, front - 0.75 * k), "smokebox", _IRON, edge=0.03)
    lying(drawing, "disc", 1.3 * k, 0.12 * k, (0, axis, front - 0.17 * k), "smokebox_door", _IRON, edge=0.4)
    for at in (-1.3, -0.2, 0.9, 2.0):
        lying(drawing, "hoop", 1.66 * k, 0.09 * k, (0, axis, z + at * k), "boiler_band", metal, inner=0.9)
    drawing.add(
        "turning",
        (0.72 * k, 1.3 * k, 0.72 * k),
        (0, axis + 0.68 * k, front - 0.8 * k),
        name="chimney",
        profile=[0.95, 0, 0.6, 0.12, 0.6, 0.72, 1.0, 0.9, 0.95, 1.0, 0.7, 1.0],
        **_IRON,
    )
    for at, size in ((0.9, 0.8), (-0.6, 0.66)):
        drawing.add(
            "turning",
            (size * k, 0.66 * k, size * k),
            (0, axis + 0.7 * k, z + at * k),
            name="dome",
            profile=[1, 0, 0.9, 0.2, 0.9, 0.55, 0.6, 0.9, 0.1, 1.0],
            **metal,
        )
    drawing.add(
        "lamp_round", (0.5 * k, 0.5 * k, 0.4 * k), (0, axis + 0.62 * k, front - 0.5 * k), name="headlight", **metal
    )
    drawing.add("box", (0.2 * k, 0.3 * k, 0.3 * k), (0, axis + 0.6 * k, front - 0.5 * k), name="lamp_bracket", **_IRON)
    low = y + 1.15 * k
    drawing.add(
        "cab", (2.7 * k, 2.6 * k, 2.0 * k), (0, low, z - 2.4 * k), name="cab", outline=[-1, 0, 1, 0, 1, 1, -1, 1], belt=0.45, pillar_m=0.16 * k, is_open=True, **paint,
    )  # fmt: skip
    drawing.add(
        "box", (3.0 * k, 0.14 * k, 2.5 * k), (0, low + 2.56 * k, z - 2.4 * k), name="roof", radius_m=0.06 * k, **_IRON
    )
    drawing.add("box", (2.5 * k, 1.5 * k, 1.0 * k), (0, low, z - 3.75 * k), name="tender", radius_m=0.06 * k, **paint)
    drawing.add("dome", (2.1 * k, 0.4 * k, 0.8 * k), (0, low + 1.46 * k, z - 3.75 * k), name="coal", material="slate")
    _driving_wheels(drawing, y, z, k, accent, metal)
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.5 * k, 0.06 * k, 5.4 * k), (side * 1.0 * k, y + 1.5 * k, z + 1.2 * k), name="footplate", **accent
        )
        drawing.add(
            "box",
            (0.5 * k, 0.4 * k, 0.2 * k),
            (side * 0.85 * k, y + 1.15 * k, z + 3.2 * k),
            name="footplate_post",
            **_IRON,
        )
    tubes(
        drawing,
        twins([[(0.86 * k, axis + 0.3 * k, z - 1.4 * k), (0.86 * k, axis + 0.3 * k, front - 0.4 * k)]]),
        0.05 * k,
        "handrail",
        metal,
    )
    tubes(
        drawing,
        twins(
            [
                [(0.7 * k, axis + 0.28 * k, z + at * k), (0.87 * k, axis + 0.3 * k, z + at * k)]
                for at in (-1.2, 0.3, 1.8, 3.2)
            ]
        ),
        0.05 * k,
        "handrail_post",
        metal,
    )
    drawing.add(
        "box",
        (2.5 * k, 0.36 * k, 0.2 * k),
        (0, y + 0.8 * k, front - 0.02 * k),
        name="buffer_beam",
        radius_m=0.03 * k,
        **accent,
    )
    for step in range(7):
        x = (step / 3 - 1) * 1.05 * k
        tubes(
            drawing,
            [[(x, y + 0.85 * k, front + 0.05 * k), (x * 0.72, y + 0.06 * k, front + (0.62 - 0.25 * abs(x) / k) * k)]],
            0.07 * k,
            "pilot",
            accent,
        )
    tubes(
        drawing,
        [
            [
                (-0.78 * k, y + 0.09 * k, front + 0.36 * k),
                (0, y + 0.06 * k, front + 0.62 * k),
                (0.78 * k, y + 0.09 * k, front + 0.36 * k),
            ]
        ],
        0.09 * k,
        "pilot_bar",
        accent,
    )


def _driving_wheels(drawing: Drawing, y: float, z: float, k: float, accent: Finish, metal: Finish) -> None:
    """Draw three pairs of driving wheels, the pony wheels, cylinders and rods."""
    r = 0.68 * k
    places: list[Triple] = [(0, y, z + at * k) for at in (-1.4, 0.05, 1.5)]
    for side in (1.0, -1.0):
        for _, _, at in places:
            drawing.add(
                "hoop",
                (2 * r, 0.15 * k, 2 * r),
                (side * 0.75 * k, y + r - 0.075 * k, at),
                turn=(0, 0, -90 * side),
                inner=0.84,
                name="driving_wheel",
                **_STEEL,
            )
            for angle in range(0, 180, 30):
                drawing.add(
                    "box",
                    (0.09 * k, 2 * r * 0.92, 0.1 * k),
                    (side * 0.75 * k, y + r * 0.08, at),
                    turn=(angle, 0, 0),
                    name="wheel_spoke",
                    **accent,
                )
            lying(drawing, "disc", 0.4 * k, 0.26 * k, (side * 0.77 * k, y + r, at), "hub", accent, along="x")
        drawing.add(
            "box",
            (0.08 * k, 0.14 * k, 3.3 * k),
            (side * 0.93 * k, y + r - 0.22 * k, z + 0.05 * k),
            name="coupling_rod",
            **metal,
        )
        for _, _, at in places:
            lying(
                drawing,
                "disc",
                0.16 * k,
                0.26 * k,
                (side * 0.86 * k, y + r - 0.15 * k, at),
                "crank_pin",
                metal,
                along="x",
            )
        lying(drawing, "rod", 0.62 * k, 0.9 * k, (side * 1.0 * k, y + 0.75 * k, z + 3.05 * k), "cylinder", metal)
        tubes(
            drawing,
            [[(side * 1.0 * k, y + 0.72 * k, z + 2.7 * k), (side * 0.98 * k, y + r - 0.12 * k, z + 0.05 * k)]],
            0.1 * k,
            "piston_rod",
            metal,
        )
        lying(
            drawing,
            "disc",
            0.72 * k,
            0.13 * k,
            (side * 0.75 * k, y + 0.357 * k, z + 3.1 * k),
            "wheel",
            _STEEL,
            along="x",
        )
    for at in (*[one[2] for one in places], z + 3.1 * k):
        lying(
            drawing,
            "rod",
            0.18 * k,
            1.6 * k,
            (0, y + (r if at < z + 3 * k else 0.36 * k), at),
            "axle",
            _IRON,
            along="x",
        )
    for at in (-3.2,):
        _bogie(drawing, y, z + at * k, k, base=1.2, across=0.72)
        drawing.add("box", (1.4 * k, 0.7 * k, 0.6 * k), (0, y + 0.4 * k, z + at * k), name="pivot", **_IRON)
    for at in (0.7, -0.6, 2.6):
        drawing.add("box", (1.0 * k, 1.3 * k, 0.5 * k), (0, y + 0.75 * k, z + at * k), name="saddle", **_IRON)


@archetype(
    "tram", "vehicle", "rail",
    "tram, tramcar, streetcar, trolley car, light rail, cable car, tramway, tranvía, strassenbahn, straßenbahn",
    hints="city line",
    about="A rail vehicle that runs on tracks in the street under an overhead wire and carries passengers through a city.",
    parts="stripe, door, roof, seat, rail",
    features="pantograph, articulated",
)  # fmt: skip
def tram(drawing: Drawing, brief: Brief) -> None:
    """Draw a tram: one old car, or modern modules joined by bellows."""
    is_old = bool(
        (brief.words | brief.modifiers) & {"old", "vintage", "historic", "cable", "streetcar", "trolley"}
    ) or brief.style_name in ("steampunk", "rustic", "art deco")
    count = 1 if is_old else brief.count("module", 3, least=1, most=6)
    natural = 9.6 if is_old else 7.0 * count
    k = brief.box(2.5, 3.6, natural, keeps_shape=True)[2] / natural
    paint = brief.of(
        "body paint tram",
        "paint_red"
        if is_old and brief.style_name != "steampunk"
        else paint_of(brief, "paint_white", "paint_red", "paint_blue"),
        is_main=True,
    )
    length = natural * k
    for x in (-0.6, 0.6):
        drawing.add("box", (0.12 * k, 0.1 * k, length), (x * k, 0, 0), name="rail", **_STEEL)
    drawing.add("box", (2.6 * k, 0.06 * k, length), (0, 0, 0), name="bed", **brief.of("bed track", "concrete"))
    module = length / count
    for step in range(count):
        z = length / 2 - (step + 0.5) * module
        _tram_module(drawing, brief, paint, z, module, k, is_first=step == 0, is_last=step == count - 1, is_old=is_old)
        if step:
            drawing.add(
                "box",
                (2.2 * k, 2.5 * k, 0.5 * k),
                (0, 0.5 * k, z + module / 2),
                name="bellows",
                radius_m=0.1 * k,
                material="rubber_black",
            )
    _pantograph(drawing, 3.3 * k, 0.0, k * 0.9)


def _tram_module(
    drawing: Drawing,
    brief: Brief,
    paint: Finish,
    z: float,
    module: float,
    k: float,
    *,
    is_first: bool,
    is_last: bool,
    is_old: bool,
) -> None:
    nose = 0.08 if is_old else 0.16
    ends = _ends(nose if is_first else 0.01, nose if is_last else 0.01, 0.1 if is_first and not is_old else 0.0)
    first, last = (-0.78 if is_last else -0.9), (0.76 if is_first else 0.9)
    screens: Shares = [*((0.6, 0.42, 0.84, 0.9) if is_first else ()), *((0.6, 0.42, 0.84, -0.9) if is_last else ())]
    stripe = brief.of("stripe", "paint_white" if is_old else "paint_red", is_accent=True)
    drawing.add(
        "streamlined", (2.45 * k, 2.75 * k, module * 0.96), (0, 0.55 * k if is_old else 0.36 * k, z), name="body", windows=_row(first, last, 6 if is_old else 4, 0.62, 0.4, 0.12),
        screens=screens, doors=[0.0, 1.5 * k / module, 0.03, 0.9] if not is_old else [0.84, 0.9 * k / module, 0.03, 0.88, -0.84, 0.9 * k / module, 0.03, 0.88],
        stripes=[0.34, 0.4] if not is_old else [0.36, 0.39, 0.86, 0.9], seats=[-0.6, -0.3, 0.3, 0.6], seat_m=0.44 * k, is_split=is_old and bool(screens),
        lamps=[0.6 if not is_old else 0.0, 0.2, 0.09 if not is_old else 0.13] if is_first else [], tail_lamps=[0.7, 0.24, 0.07] if is_last else [],
        **ends, **part_of("stripe", stripe), **glass_of(brief), **paint,
    )  # fmt: skip
    for share in (-0.28, 0.28) if is_old else (0.0,):
        _bogie(drawing, 0.1 * k, z + share * module, k * 0.8, base=1.6, across=0.8)
        drawing.add("box", (1.6 * k, 0.4 * k, 1.4 * k), (0, 0.3 * k, z + share * module), name="pivot", **_IRON)
    drawing.add(
        "box",
        (1.5 * k, 0.24 * k, module * 0.6),
        (0, (3.22 if is_old else 3.04) * k, z),
        name="roof_unit",
        radius_m=0.08 * k,
        **brief.of("roof", "steel_brushed"),
    )
