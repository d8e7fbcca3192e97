"""Battle tanks; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import lying, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_COATS = {
    "steampunk": "bronze_aged",
    "industrial": "steel_brushed",
    "futuristic": "titanium",
    "cyberpunk": "carbon_fibre",
    "rustic": "iron_rusty",
    "art deco": "gunmetal",
}


@archetype(
    "tank",
    "vehicle",
    "machine",
    "tank, battle tank, army tank, military tank, war tank, panzer, main battle tank, armoured vehicle, armored "
    "vehicle, armoured car, tanque, char de combat, half-track",
    hints="army, artillery, armour",
    about="An armoured military vehicle on tracks with a turret and a long gun.",
    parts="turret, gun, barrel, track, hull, hatch, cannon, antenna",
    features="camouflage, antenna, machine gun, star",
)
def battle_tank(drawing: Drawing, brief: Brief) -> None:
    """Draw a tank: tracks under guards, sloped hull, turret with gun, hatches, antenna and stowage."""
    k = brief.box(3.5, 2.6, 8.6, keeps_shape=True)[2] / 8.6
    role = _COATS.get(brief.style_name)
    paint = brief.of("body hull paint tank", role or "matte_paint", is_main=True)
    if role is None and not (brief.materials or brief.colors or paint["color"]):
        paint = Finish(material="matte_paint", color="#56613f")
    gun = brief.of("gun barrel cannon", paint["material"])
    gun["color"] = gun["color"] or (paint["color"] if gun["material"] == paint["material"] else "")
    for side in (1.0, -1.0):
        drawing.add(
            "track",
            (0.62 * k, 1.0 * k, 6.4 * k),
            (side * 1.4 * k, 0, -0.9 * k),
            name="track",
            shoes=60,
            **brief.of("track", "gunmetal"),
        )
        drawing.add(
            "box", (0.68 * k, 0.05 * k, 6.5 * k), (side * 1.4 * k, 0.99 * k, -0.9 * k), name="track_guard", **paint
        )
        drawing.add(
            "box",
            (0.3 * k, 0.26 * k, 1.2 * k),
            (side * 1.5 * k, 1.03 * k, -2.2 * k),
            name="stowage_box",
            radius_m=0.03 * k,
            **paint,
        )
        drawing.add(
            "lamp_round", (0.2 * k, 0.2 * k, 0.18 * k), (side * 1.3 * k, 1.03 * k, 2.1 * k), name="headlight", **_STEEL
        )
    hull = [(-3.9, 0.55), (-4.0, 1.1), (-3.8, 1.3), (0.9, 1.32), (2.25, 1.02), (2.05, 0.72), (1.6, 0.42), (-3.4, 0.42)]
    side_shape(drawing, [(z * k, y * k) for z, y in hull], 2.3 * k, "hull", paint, edge=0.06 * k)
    for step in range(7):
        drawing.add("box", (1.5 * k, 0.05 * k, 0.06 * k), (0, 1.29 * k, (-2.6 - 0.16 * step) * k), name="vent", **_IRON)
    for x in (-0.8, 0.8):
        lying(drawing, "rod", 0.26 * k, 0.6 * k, (x * k, 1.0 * k, -4.05 * k), "exhaust", _IRON)
    _turret(drawing, brief, paint, gun, k)
    tubes(
        drawing,
        twins([[(0.9 * k, 0.72 * k, 2.0 * k), (0.9 * k, 0.66 * k, 2.28 * k), (0.9 * k, 0.9 * k, 2.28 * k)]]),
        0.08 * k,
        "tow_hook",
        _IRON,
    )


def _turret(drawing: Drawing, brief: Brief, paint: Finish, gun: Finish, k: float) -> None:
    """Draw the turret's ring, body, mantlet, gun, hatches, machine gun and antenna."""
    z = -0.9 * k
    _turret_body(drawing, paint, z, k)
    _guns(drawing, brief, gun, z, k)
    _hatches(drawing, paint, z, k)
    if brief.has("machine gun", default=True):
        _machine_gun(drawing, z, k)
    drawing.add(
        "box", (1.5 * k, 0.4 * k, 0.4 * k), (0, 1.52 * k, z - 1.66 * k), name="bustle_rack", radius_m=0.03 * k, **paint
    )
    if brief.has("antenna", default=True):
        tubes(
            drawing,
            [[(-0.75 * k, 1.9 * k, z - 1.1 * k), (-0.78 * k, 3.6 * k, z - 1.3 * k)]],
            0.03 * k,
            "antenna",
            _IRON,
        )
    _smoke_launchers(drawing, z, k)


def _turret_body(drawing: Drawing, paint: Finish, z: float, k: float) -> None:
    """Draw the ring, the cast body, and the mantlet that the gun comes out of."""
    drawing.add("disc", (2.0 * k, 0.12 * k, 2.0 * k), (0, 1.26 * k, z), name="turret_ring", **_IRON)
    drawing.add(
        "streamlined",
        (2.3 * k, 0.78 * k, 3.0 * k),
        (0, 1.34 * k, z - 0.1 * k),
        name="turret",
        along=[-1, -0.9, -0.2, 0.5, 0.92, 1],
        half=[0.62, 0.76, 1.0, 0.92, 0.5, 0.36],
        low=[0.1, 0, 0, 0, 0.08, 0.16],
        high=[0.8, 0.92, 1.0, 0.98, 0.8, 0.7],
        square=4.0,
        **paint,
    )
    drawing.add(
        "box", (0.7 * k, 0.5 * k, 0.5 * k), (0, 1.46 * k, z + 1.4 * k), name="mantlet", radius_m=0.1 * k, **paint
    )


def _guns(drawing: Drawing, brief: Brief, gun: Finish, z: float, k: float) -> None:
    """Draw one to three guns with bore evacuator and muzzle."""
    axis = 1.72 * k
    count = brief.count("gun", brief.count("barrel", 1), least=1, most=3)
    for number in range(count):
        x = (number - (count - 1) / 2) * 0.3 * k
        lying(drawing, "rod", 0.2 * k, 3.9 * k, (x, axis, z + 3.3 * k), "gun", gun, edge=0.05)
        lying(drawing, "rod", 0.29 * k, 0.6 * k, (x, axis, z + 3.1 * k), "bore_evacuator", gun, edge=0.2)
        lying(drawing, "rod", 0.27 * k, 0.32 * k, (x, axis, z + 5.2 * k), "muzzle", gun, edge=0.1)
        lying(drawing, "disc", 0.13 * k, 0.04 * k, (x, axis, z + 5.355 * k), "bore", _IRON)


def _hatches(drawing: Drawing, paint: Finish, z: float, k: float) -> None:
    """Draw two cupolas with hatches."""
    for x, size in ((0.5, 0.72), (-0.5, 0.56)):
        drawing.add("disc", (size * k, 0.16 * k, size * k), (x * k, 2.06 * k, z - 0.3 * k), name="cupola", **paint)
        drawing.add(
            "disc", (size * 0.8 * k, 0.08 * k, size * 0.8 * k), (x * k, 2.19 * k, z - 0.3 * k), name="hatch", **paint
        )


def _machine_gun(drawing: Drawing, z: float, k: float) -> None:
    """Draw a machine gun on its post."""
    mount = [(0.5, 2.22, -0.05), (0.5, 2.5, -0.05)]
    tubes(drawing, [[(a * k, b * k, z + c * k) for a, b, c in mount]], 0.06 * k, "gun_post", _IRON)
    drawing.add("box", (0.12 * k, 0.16 * k, 0.5 * k), (0.5 * k, 2.42 * k, z + 0.05 * k), name="machine_gun", **_IRON)
    tubes(drawing, [[(0.5 * k, 2.5 * k, z + 0.2 * k), (0.5 * k, 2.5 * k, z + 0.95 * k)]], 0.05 * k, "gun_pipe", _IRON)


def _smoke_launchers(drawing: Drawing, z: float, k: float) -> None:
    """Draw three launchers on either cheek."""
    for side in (1.0, -1.0):
        for step in range(3):
            lying(
                drawing,
                "rod",
                0.12 * k,
                0.36 * k,
                (side * (0.98 - 0.09 * step) * k, (1.62 + 0.12 * step) * k, z + (0.5 + 0.1 * step) * k),
                "smoke_launcher",
                _IRON,
            )
