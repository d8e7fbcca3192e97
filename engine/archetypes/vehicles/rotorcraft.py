"""Helicopters and drones; front to +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    bright,
    glass_of,
    lying,
    paint_of,
    part_of,
    side_shape,
    tubes,
    twins,
    unless_said,
)
from engine.archetypes.vehicles.tandem import rotor, rotors_of, tandem

_BLACK = Finish(material="plastic_black", color="")


@archetype(
    "helicopter", "vehicle", "aircraft",
    "helicopter, chopper helicopter, copter, rescue helicopter, attack helicopter, military helicopter, gunship, "
    "whirlybird, police helicopter, hubschrauber, hélicoptère, helicóptero, heli, autogyro, gyrocopter, "
    "chinook, chinook helicopter, tandem helicopter, tandem rotor helicopter, twin rotor helicopter, "
    "coaxial helicopter",
    hints="hover, rotor",
    about="A flying machine lifted by a large rotor above its cabin, with a small rotor on its tail; it can hover "
    "and land anywhere.",
    parts="rotor, blade, skid, cockpit, tail, door, stripe, boom, canopy",
    features="float, rocket pod, missile=rocket pod, searchlight, winch",
)  # fmt: skip
def helicopter(drawing: Drawing, brief: Brief) -> None:
    """Draw a helicopter: glazed cabin, boom, both rotors, skids; an attack helicopter is slim and armed."""
    known = brief.words | brief.modifiers | brief.features
    is_armed = bool(known & {"attack", "military", "gunship", "army", "apache"})
    k = brief.box(10.4, 3.3, 11.6, keeps_shape=True)[2] / 11.6
    paint = brief.of(
        "body paint helicopter fuselage", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True
    )
    if is_armed and not (brief.colors or brief.materials):
        paint = Finish(material="paint_white", color="#4d5a3c")
    metal, dark = (
        bright(brief, "metal"),
        brief.of("rotor blade", "iron_black" if brief.style_name != "steampunk" else "brass_polished"),
    )
    rotors = rotors_of(brief)
    if rotors > 1 and "coaxial" not in known:
        tandem(drawing, brief, paint, dark, metal)
        return
    _helicopter_body(drawing, brief, paint, k, is_armed=is_armed)
    _rotors(drawing, brief, k, dark, metal)
    if rotors > 1:
        rotor(drawing, brief, 1.2 * k, (0.1 * k, 3.55 * k), dark, metal, turn=65.0)
    skid = [(0.95, 0.07, -1.5), (0.95, 0.05, -1.2), (0.95, 0.05, 1.6), (0.95, 0.2, 1.95)]
    legs: list[Line] = [
        [(0.3 * k, 0.86 * k, z * k), (0.8 * k, 0.5 * k, z * k), (0.95 * k, 0.05 * k, z * k)] for z in (-0.7, 1.0)
    ]
    low = [[(x * k, y * k, z * k) for x, y, z in skid], *legs]
    tubes(drawing, twins(low), 0.1 * k, "skid", unless_said(brief, "skid", metal), bend=0.2 * k)
    if is_armed or brief.has("rocket pod"):
        _pods(drawing, k)
    if brief.has("searchlight", default="police" in known):
        drawing.add("lamp_round", (0.3 * k, 0.3 * k, 0.3 * k), (0, 0.4 * k, 1.7 * k), name="searchlight", **metal)
        drawing.add("box", (0.1 * k, 0.3 * k, 0.1 * k), (0, 0.6 * k, 1.75 * k), name="lamp_bracket", **metal)


def _helicopter_body(drawing: Drawing, brief: Brief, paint: Finish, k: float, *, is_armed: bool) -> None:
    """Draw the cabin with doors, the engine cowling, the boom and the tail."""
    wide = 1.25 if is_armed else 1.72
    low, z = 0.58 * k, 0.5 * k
    drawing.add(
        "streamlined", (wide * k, 1.8 * k, 4.4 * k), (0, low, z), name="body", along=[-1, -0.7, -0.2, 0.4, 0.75, 0.94,
        1], half=[0.24, 0.6, 0.98, 1.0, 0.86, 0.5, 0.1], low=[0.55, 0.3, 0.02, 0.0, 0.05, 0.18, 0.34], high=[0.86,
        0.98, 1.0, 1.0, 0.84, 0.56, 0.42], square=2.6, glazing=[-0.08, 0.5, 0.4, 0.48, 0.72, 0.36, 1.2, 0.36, 1.2, 0.9,
        0.62, 0.9, 0.44, 0.92, -0.08, 0.9], pillars=[0.2, 0.52], is_split=True, doors=[0.3, 0.2, 0.08, 0.94, -0.16,
        0.17, 0.08, 0.92], stripes=[0.34, 0.41], seats=[0.42, -0.05], seat_m=0.42 * k, **part_of("stripe",
        brief.of("stripe accent", "paint_white" if paint["material"] != "paint_white" or paint["color"]
        else "paint_red", is_accent=True)), **glass_of(brief), **paint,
    )  # fmt: skip
    drawing.add(
        "streamlined", (0.95 * k, 0.66 * k, 2.5 * k), (0, low + 1.62 * k, -0.3 * k), name="cowling", along=[-1, -0.4,
        0.4, 0.85, 1], half=[0.5, 0.95, 1, 0.7, 0.3], low=[0.1, 0, 0, 0, 0.1], high=[0.6, 0.9, 1.0, 0.7, 0.3],
        square=3.0, **paint,
    )  # fmt: skip
    for side in (1.0, -1.0):
        lying(
            drawing, "rod", 0.26 * k, 0.6 * k, (side * 0.33 * k, low + 1.86 * k, -1.5 * k), "exhaust",
            Finish(material="steel_brushed", color=""),
        )  # fmt: skip
        lying(drawing, "disc", 0.4 * k, 0.1 * k, (side * 0.28 * k, low + 1.9 * k, 0.66 * k), "intake", _BLACK)
    boom_length = 4.6 * k
    drawing.add(
        "streamlined", (0.66 * k, 0.66 * k, boom_length), (0, low + 0.9 * k, -1.1 * k - boom_length / 2), name="boom",
        along=[-1, 1], half=[0.42, 1.0], low=[0.5, 0.0], high=[0.92, 1.0], square=2.0, **paint,
    )  # fmt: skip
    tail_z, y = -1.1 * k - boom_length, low + 1.2 * k
    fin = [
        (tail_z + 0.75 * k, y), (tail_z - 0.15 * k, y + 1.25 * k), (tail_z - 0.6 * k, y + 1.25 * k), (tail_z + 0.0 * k,
        y + 0.1 * k), (tail_z - 0.25 * k, y - 0.5 * k), (tail_z + 0.1 * k, y - 0.5 * k),
    ]  # fmt: skip
    side_shape(drawing, fin, 0.12 * k, "tail_fin", paint, edge=0.04 * k)
    for side in (1, -1):
        drawing.add(
            "wing", (0.95 * k, 0.1 * k, 0.5 * k), (side * 0.55 * k, y + 0.05 * k, tail_z + 1.3 * k), is_left=side < 0,
            sweep=0.1, taper=0.8, name="tailplane", **paint,
        )  # fmt: skip


def _rotors(drawing: Drawing, brief: Brief, k: float, dark: Finish, metal: Finish) -> None:
    """Draw mast, swash plate, the main rotor and the tail rotor."""
    top, blades = 2.95 * k, brief.count("blade", 4, least=2, most=8)
    drawing.add("rod", (0.16 * k, 0.8 * k, 0.16 * k), (0, top - 0.65 * k, 0.1 * k), name="mast", **metal)
    drawing.add("disc", (0.5 * k, 0.08 * k, 0.5 * k), (0, top - 0.22 * k, 0.1 * k), name="swash_plate", **metal)
    drawing.add(
        "rotor", (9.6 * k, 0.24 * k, 9.6 * k), (0, top, 0.1 * k), turn=(0, 20, 0), name="rotor", blades=blades,
        chord=0.062, **dark,
    )  # fmt: skip
    y, z = 2.5 * k, -6.05 * k
    drawing.add(
        "rotor", (1.7 * k, 0.16 * k, 1.7 * k), (0.2 * k, y - 0.08 * k, z + 0.1 * k), turn=(30, 0, 90),
        name="tail_rotor", blades=4, chord=0.14, **dark,
    )  # fmt: skip
    lying(drawing, "rod", 0.12 * k, 0.4 * k, (0.1 * k, y, z + 0.1 * k), "tail_hub", metal, along="x")


def _pods(drawing: Drawing, k: float) -> None:
    """Draw stub wings with rocket pods, and a gun under the nose."""
    green = Finish(material="iron_black", color="")
    for side in (1, -1):
        drawing.add(
            "wing", (1.3 * k, 0.16 * k, 0.9 * k), (side * 1.1 * k, 1.2 * k, 0.1 * k), is_left=side < 0, sweep=0.15,
            taper=0.8, dihedral=0.0, name="stub_wing", material="paint_white", color="#4d5a3c",
        )  # fmt: skip
        for x in (1.15, 1.65):
            lying(drawing, "rod", 0.34 * k, 1.3 * k, (side * x * k, 1.08 * k, 0.2 * k), "rocket_pod", green, edge=0.1)
    drawing.add("ball", (0.4 * k, 0.4 * k, 0.4 * k), (0, 0.42 * k, 1.9 * k), name="turret", **green)
    tubes(drawing, [[(0, 0.58 * k, 1.9 * k), (0, 0.5 * k, 3.0 * k)]], 0.09 * k, "gun", green)


@archetype(
    "drone", "vehicle", "aircraft",
    "drone, quadcopter, quadrocopter, multicopter, hexacopter, octocopter, uav, camera drone, delivery drone, racing "
    "drone, drohne, dron, unmanned aircraft, fpv drone",
    hints="aerial photography, aerial video, remote controlled",
    about="A small unmanned flying machine with four or more rotors on arms and a camera below, steered by remote "
    "control.",
    parts="arm, propeller, rotor, camera, leg, body, motor, gimbal, guard",
    features="camera, guard=propeller guard, propeller guard, package=parcel, parcel, antenna",
)  # fmt: skip
def drone(drawing: Drawing, brief: Brief) -> None:
    """Draw a drone: body, arms with motors and propellers, camera on a gimbal, landing legs."""
    known = brief.words | brief.features
    arms = (
        6 if "hexacopter" in known else 8 if "octocopter" in known else brief.count("rotor", brief.count("propeller",
        brief.count("arm", 4)), least=3, most=8)
    )  # fmt: skip
    is_racing, has_parcel = "racing" in known or "fpv" in known, bool(known & {"delivery", "parcel"})
    k = brief.box(0.56, 0.2, 0.56, keeps_shape=True)[0] / 0.56
    role = {
        "steampunk": "brass_polished",
        "industrial": "carbon_fibre",
        "rustic": "oak",
        "art deco": "paint_black",
    }.get(brief.style_name, brief.choose("plastic_white", "carbon_fibre"))
    paint = brief.of("body shell drone", role, is_main=True)
    dark = brief.of("propeller rotor blade", "plastic_black" if brief.style_name != "steampunk" else "walnut")
    lift = 0.14 if has_parcel else 0.085
    low: float = (0.05 if is_racing else lift) * k
    drawing.add(
        "streamlined", (0.13 * k, 0.07 * k, 0.24 * k), (0, low, 0), name="body", along=[-1, -0.6, 0.2, 0.7, 1],
        half=[0.5, 0.9, 1.0, 0.8, 0.4], low=[0.25, 0.05, 0, 0.08, 0.3], high=[0.75, 0.95, 1, 0.85, 0.55], square=3.0,
        **paint,
    )  # fmt: skip
    drawing.add(
        "box", (0.07 * k, 0.025 * k, 0.13 * k), (0, low + 0.056 * k, -0.02 * k), name="battery", radius_m=0.008 * k,
        **_BLACK,
    )  # fmt: skip
    drawing.add(
        "box", (0.03 * k, 0.006 * k, 0.01 * k), (0, low + 0.079 * k, -0.07 * k), name="light", material="emissive_warm"
    )
    y = low + 0.045 * k
    blade = (0.24 if arms <= 4 else 0.155) * k
    for step in range(arms):
        a = radians(360 / arms * (step + 0.5))
        _drone_arm(drawing, brief, k, y, blade, a, paint, dark, is_racing=is_racing)
    _drone_legs(drawing, brief, paint, low, k, is_racing=is_racing, wide=0.1 if not has_parcel else 0.15)
    if brief.has("camera", default=not has_parcel):
        _gimbal(drawing, brief, low, k)
    if has_parcel:
        drawing.add(
            "box", (0.19 * k, 0.105 * k, 0.16 * k), (0, low - 0.1 * k, 0), name="parcel", material="paper",
            color="#b98d5c",
        )  # fmt: skip


def _drone_arm(
    drawing: Drawing, brief: Brief, k: float, y: float, blade: float, angle: float, paint: Finish, dark: Finish,
    *, is_racing: bool,
) -> None:  # fmt: skip
    """Draw an arm with its motor, propeller, guard and position light."""
    a, reach = angle, 0.2 * k
    x, z = reach * sin(a), reach * cos(a)
    tubes(
        drawing, [[(x * 0.2, y - 0.008 * k, z * 0.2), (x, y, z)]], 0.022 * k, "arm", brief.of("arm",
        paint["material"]) if not paint["color"] else paint,
    )  # fmt: skip
    drawing.add(
        "rod", (0.034 * k, 0.036 * k, 0.034 * k), (x, y - 0.012 * k, z), name="motor", edge=0.15,
        **brief.of("motor", "steel_brushed"),
    )  # fmt: skip
    drawing.add(
        "propeller", (blade, blade, 0.022 * k), (x, y + 0.03 * k - blade / 2, z), turn=(-90, angle * 57.3 * 0.7, 0),
        name="propeller", blades=2 if not is_racing else 3, **dark,
    )  # fmt: skip
    if brief.has("propeller guard"):
        drawing.add(
            "hoop", (blade * 1.1, 0.012 * k, blade * 1.1), (x, y + 0.0 * k, z), name="guard", inner=0.95, **paint
        )
        tubes(
            drawing, [[(x, y, z), (x + blade * 0.54 * sin(a), y + 0.006 * k, z + blade * 0.54 * cos(a))]],
            0.008 * k, "guard_stay", paint,
        )  # fmt: skip
    lamp = "paint_red" if cos(a) < 0 else "screen_emissive"
    drawing.add("ball", (0.014 * k,) * 3, (x * 1.08, y - 0.016 * k, z * 1.08), name="position_light", material=lamp)


def _drone_legs(
    drawing: Drawing, brief: Brief, paint: Finish, low: float, k: float, *, is_racing: bool, wide: float
) -> None:
    finish = brief.of("leg", paint["material"])
    if is_racing:
        for x in (-1, 1):
            for z in (-0.07, 0.06):
                drawing.add(
                    "rod", (0.014 * k, low + 0.02 * k, 0.014 * k), (x * 0.04 * k, 0, z * k), name="leg", **finish
                )
        return
    reach = wide * k
    leg: list[Line] = [[(0.04 * k, low + 0.014 * k, z * k), (reach, 0.006 * k, z * 1.1 * k)] for z in (-0.06, 0.06)]
    foot: Line = [(reach, 0.006 * k, -0.11 * k), (reach, 0.006 * k, 0.11 * k)]
    tubes(drawing, twins([*leg, foot]), 0.012 * k, "leg", finish)


def _gimbal(drawing: Drawing, brief: Brief, low: float, k: float) -> None:
    """Draw a camera in its yoke below the nose."""
    z = 0.085 * k
    drawing.add("rod", (0.02 * k, 0.03 * k, 0.02 * k), (0, low - 0.008 * k, z * 0.8), name="gimbal", **_BLACK)
    tubes(
        drawing, [[(0, low - 0.004 * k, z * 0.8), (0.032 * k, low - 0.006 * k, z * 0.85), (0.032 * k, low - 0.032 * k,
        z), (0.0, low - 0.032 * k, z)]], 0.009 * k, "yoke", _BLACK, bend=0.01 * k,
    )  # fmt: skip
    drawing.add(
        "box", (0.042 * k, 0.036 * k, 0.04 * k), (0, low - 0.05 * k, z), name="camera", radius_m=0.009 * k,
        **brief.of("camera", "plastic_black"),
    )  # fmt: skip
    lying(
        drawing, "disc", 0.026 * k, 0.014 * k, (0, low - 0.032 * k, z + 0.023 * k), "lens_ring",
        Finish(material="steel_brushed", color=""),
    )  # fmt: skip
    lying(
        drawing, "disc", 0.02 * k, 0.004 * k, (0, low - 0.032 * k, z + 0.031 * k), "lens",
        Finish(material="glass_tinted", color=""),
    )  # fmt: skip
