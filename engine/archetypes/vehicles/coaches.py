"""Buses, trains and trams: long bodies with rows of windows; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Shares,
    bright,
    glass_of,
    lying,
    paint_of,
    part_of,
    tubes,
    wheels,
)
from engine.archetypes.vehicles.undercarriage import ends, row

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "bus", "vehicle", "truck",
    "bus, coach, school bus, city bus, double decker, double decker bus, double-decker, tour bus, omnibus, "
    "minicoach, autobus, autobús, reisebus, schulbus, trolleybus, trolley bus, shuttle bus",
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
        "body paint bus", "paint_red" if is_double else paint_of(brief, "paint_red", "paint_blue", "paint_white"),
        is_main=True,
    )  # fmt: skip
    if is_school and not (brief.colors or brief.materials):
        paint = Finish(material="paint_white", color="#f2a60c")
    wheel, low = 0.98, 0.34
    deck = height - low
    axles = (-0.42, 0.56) if not is_school else (-0.5, 0.6)
    storeys = ((0.3, 0.18), (0.76, 0.16)) if is_double else ((0.64, 0.34),)
    rows: Shares = [
        value for y, high in storeys for value in row(-0.93, 0.74, 8, y + (0.02 if is_double else 0), high * (1.15
        if is_double else 1.0), 0.1)
    ]  # fmt: skip
    rows += [0.82, 0.46, 0.032, 0.62] if not is_double else [0.82, 0.27, 0.032, 0.3]
    screens = [0.62, 0.42, 0.86, 0.93] if not is_double else [0.33, 0.2, 0.86, 0.93, 0.76, 0.17, 0.86, 0.93]
    shape = ends(0.05, 0.05)
    stripe = brief.of("stripe", "paint_black" if is_school else "paint_white", is_accent=True)
    drawing.add(
        "streamlined", (width, deck, length), (0, low, 0), name="body", windows=rows, screens=[*screens, 0.62
        if not is_double else 0.76, 0.2, 0.7, -0.96], doors=[0.82, 0.1, 0.05, 0.8 if not is_double else 0.5, -0.02,
        0.09, 0.05, 0.8 if not is_double else 0.42], stripes=[0.36, 0.4] if not is_double else [0.48, 0.52],
        seats=[-0.8 + 0.2 * step for step in range(8)], seat_m=0.46, lamps=[0.74, 0.14 if not is_double else 0.1,
        0.075], tail_lamps=[0.8, 0.2, 0.07], lamps_wide=1.5, axles=list(axles), wheel_m=wheel,
        axle_height_m=wheel / 2 - low, well_m=0.36, **shape, **part_of("stripe", stripe), **glass_of(brief), **paint
    )  # fmt: skip
    wheels(
        drawing, brief, [(width / 2 - 0.17, z * length / 2) for z in (axles[1], axles[0])], wheel, 0.3, spokes=8,
        style="steel", rim_share=0.58
    )  # fmt: skip
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
            "box", (width * 0.94, 0.22, 0.16), (0, low - 0.02, z * (length / 2 - 0.04)), name="bumper", radius_m=0.05,
            material="plastic_black",
        )  # fmt: skip
    sign = 0.2 if height < 4 else 0.18
    drawing.add(
        "box", (width * 0.56, sign, 0.1), (0, height - (0.34 if height < 4 else 2.06), length / 2 - 0.07), name="sign",
        radius_m=0.02, material="emissive_warm" if not is_school else "paint_black",
    )  # fmt: skip
    for side in (1.0, -1.0):
        arm = [
            (side * width * 0.44, low + 1.9, length / 2 - 0.12), (side * width * 0.54, low + 1.95, length / 2 + 0.14),
            (side * width * 0.56, low + 1.7, length / 2 + 0.14),
        ]  # fmt: skip
        tubes(drawing, [arm], 0.04, "mirror_arm", metal, bend=0.1)
        drawing.add(
            "box", (0.2, 0.4, 0.1), (side * width * 0.56, low + 1.36, length / 2 + 0.14), name="mirror", radius_m=0.04,
            material="plastic_black",
        )  # fmt: skip
    for at in (-0.25, 0.2):
        drawing.add(
            "box", (width * 0.5, 0.2, length * 0.12), (0, height - 0.05, at * length), name="roof_unit", radius_m=0.07,
            **brief.of("roof", "plastic_white"),
        )  # fmt: skip
    if is_school:
        for x in (-0.4, -0.28, 0.28, 0.4):
            lying(
                drawing, "disc", 0.2, 0.14, (x * width, height - 0.24, length / 2 - 0.04), "warning_lamp",
                Finish(material="paint_red" if abs(x) > 0.3 else "emissive_warm", color=""), edge=0.1,
            )  # fmt: skip


def _bonnet(drawing: Drawing, brief: Brief, paint: Finish, width: float, length: float, low: float) -> None:
    """Draw a school bus's bonnet with a grille and round lamps in front of the windscreen."""
    z = length / 2 + 0.55
    drawing.add("box", (width * 0.8, 1.15, 1.5), (0, low + 0.02, z), name="bonnet", radius_m=0.16, **paint)
    drawing.add(
        "box", (width * 0.42, 0.6, 0.06), (0, low + 0.36, z + 0.75), name="grille", radius_m=0.02,
        material="plastic_black",
    )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round", (0.26, 0.26, 0.16), (side * width * 0.3, low + 0.5, z + 0.66), name="headlight",
            material="chrome",
        )  # fmt: skip
        drawing.add(
            "box", (0.34, 0.5, 1.2), (side * width * 0.4, low + 0.1, z - 0.05), name="wing", radius_m=0.14, **paint
        )
    drawing.add(
        "box", (width * 0.96, 0.24, 0.16), (0, low, z + 0.76), name="bumper", radius_m=0.04, material="paint_black"
    )
