"""Steam engines; front to +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import (
    bright,
    lying,
    tubes,
    twins,
)
from engine.archetypes.vehicles.undercarriage import bogie

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


def steam_engine(drawing: Drawing, brief: Brief, paint: Finish, y: float, z: float, k: float) -> None:
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
        "turning", (0.72 * k, 1.3 * k, 0.72 * k), (0, axis + 0.68 * k, front - 0.8 * k), name="chimney", profile=[0.95,
        0, 0.6, 0.12, 0.6, 0.72, 1.0, 0.9, 0.95, 1.0, 0.7, 1.0], **_IRON,
    )  # fmt: skip
    for at, size in ((0.9, 0.8), (-0.6, 0.66)):
        drawing.add(
            "turning", (size * k, 0.66 * k, size * k), (0, axis + 0.7 * k, z + at * k), name="dome", profile=[1, 0,
            0.9, 0.2, 0.9, 0.55, 0.6, 0.9, 0.1, 1.0], **metal,
        )  # fmt: skip
    drawing.add(
        "lamp_round", (0.5 * k, 0.5 * k, 0.4 * k), (0, axis + 0.62 * k, front - 0.5 * k), name="headlight", **metal
    )
    drawing.add("box", (0.2 * k, 0.3 * k, 0.3 * k), (0, axis + 0.6 * k, front - 0.5 * k), name="lamp_bracket", **_IRON)
    low = y + 1.15 * k
    drawing.add(
        "cab", (2.7 * k, 2.6 * k, 2.0 * k), (0, low, z - 2.4 * k), name="cab", outline=[-1, 0, 1, 0, 1, 1, -1, 1],
        belt=0.45, pillar_m=0.16 * k, is_open=True, **paint,
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
            "box", (0.5 * k, 0.4 * k, 0.2 * k), (side * 0.85 * k, y + 1.15 * k, z + 3.2 * k), name="footplate_post",
            **_IRON,
        )  # fmt: skip
    tubes(
        drawing, twins([[(0.86 * k, axis + 0.3 * k, z - 1.4 * k), (0.86 * k, axis + 0.3 * k, front - 0.4 * k)]]),
        0.05 * k, "handrail", metal,
    )  # fmt: skip
    tubes(
        drawing, twins([[(0.7 * k, axis + 0.28 * k, z + at * k), (0.87 * k, axis + 0.3 * k, z + at * k)]
        for at in (-1.2, 0.3, 1.8, 3.2)]), 0.05 * k, "handrail_post", metal
    )  # fmt: skip
    _pilot(drawing, y, front, k, accent)


def _pilot(drawing: Drawing, y: float, front: float, k: float, accent: Finish) -> None:
    """Draw the buffer beam and the grid that clears the track."""
    drawing.add(
        "box", (2.5 * k, 0.36 * k, 0.2 * k), (0, y + 0.8 * k, front - 0.02 * k), name="buffer_beam", radius_m=0.03 * k,
        **accent,
    )  # fmt: skip
    for step in range(7):
        x = (step / 3 - 1) * 1.05 * k
        tubes(
            drawing, [[(x, y + 0.85 * k, front + 0.05 * k), (x * 0.72, y + 0.06 * k,
            front + (0.62 - 0.25 * abs(x) / k) * k)]], 0.07 * k, "pilot", accent,
        )  # fmt: skip
    tubes(
        drawing, [[(-0.78 * k, y + 0.09 * k, front + 0.36 * k), (0, y + 0.06 * k, front + 0.62 * k), (0.78 * k,
        y + 0.09 * k, front + 0.36 * k)]], 0.09 * k, "pilot_bar", accent,
    )  # fmt: skip


def _driving_wheels(drawing: Drawing, y: float, z: float, k: float, accent: Finish, metal: Finish) -> None:
    """Draw three pairs of driving wheels, the pony wheels, cylinders and rods."""
    r = 0.68 * k
    places: list[Triple] = [(0, y, z + at * k) for at in (-1.4, 0.05, 1.5)]
    for side in (1.0, -1.0):
        for _, _, at in places:
            drawing.add(
                "hoop", (2 * r, 0.15 * k, 2 * r), (side * 0.75 * k, y + r - 0.075 * k, at), turn=(0, 0, -90 * side),
                inner=0.84, name="driving_wheel", **_STEEL,
            )  # fmt: skip
            for angle in range(0, 180, 30):
                drawing.add(
                    "box", (0.09 * k, 2 * r * 0.92, 0.1 * k), (side * 0.75 * k, y + r * 0.08, at), turn=(angle, 0, 0),
                    name="wheel_spoke", **accent,
                )  # fmt: skip
            lying(drawing, "disc", 0.4 * k, 0.26 * k, (side * 0.77 * k, y + r, at), "hub", accent, along="x")
        drawing.add(
            "box", (0.08 * k, 0.14 * k, 3.3 * k), (side * 0.93 * k, y + r - 0.22 * k, z + 0.05 * k),
            name="coupling_rod", **metal,
        )  # fmt: skip
        for _, _, at in places:
            lying(
                drawing, "disc", 0.16 * k, 0.26 * k, (side * 0.86 * k, y + r - 0.15 * k, at), "crank_pin", metal,
                along="x",
            )  # fmt: skip
        lying(drawing, "rod", 0.62 * k, 0.9 * k, (side * 1.0 * k, y + 0.75 * k, z + 3.05 * k), "cylinder", metal)
        tubes(
            drawing, [[(side * 1.0 * k, y + 0.72 * k, z + 2.7 * k), (side * 0.98 * k, y + r - 0.12 * k,
            z + 0.05 * k)]], 0.1 * k, "piston_rod", metal,
        )  # fmt: skip
        lying(
            drawing, "disc", 0.72 * k, 0.13 * k, (side * 0.75 * k, y + 0.357 * k, z + 3.1 * k), "wheel", _STEEL,
            along="x",
        )  # fmt: skip
    for at in (*[one[2] for one in places], z + 3.1 * k):
        lying(
            drawing, "rod", 0.18 * k, 1.6 * k, (0, y + (r if at < z + 3 * k else 0.36 * k), at), "axle", _IRON,
            along="x",
        )  # fmt: skip
    for at in (-3.2,):
        bogie(drawing, y, z + at * k, k, base=1.2, across=0.72)
        drawing.add("box", (1.4 * k, 0.7 * k, 0.6 * k), (0, y + 0.4 * k, z + at * k), name="pivot", **_IRON)
    for at in (0.7, -0.6, 2.6):
        drawing.add("box", (1.0 * k, 1.3 * k, 0.5 * k), (0, y + 0.75 * k, z + at * k), name="saddle", **_IRON)
