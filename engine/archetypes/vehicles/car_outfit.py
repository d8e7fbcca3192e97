"""What a style hangs on a car: lamps, grilles, boilers and pipes, racks, bars and strips of light; front to +z."""

from dataclasses import dataclass

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import Line, bright, lying, tubes, twins

_BRASS = Finish(material="brass_polished", color="")
_COPPER = Finish(material="copper", color="")
_IRON = Finish(material="iron_black", color="")


@dataclass(frozen=True, slots=True)
class CarSize:
    """A car's form and measures, metres."""

    form: str
    width: float
    height: float
    length: float
    wheel: float
    is_open: bool = False


def outfit(drawing: Drawing, brief: Brief, car: CarSize) -> None:
    """Draw what the style and the form of a car add to its body."""
    if car.form in ("vintage", "streamliner"):
        _old_front(drawing, brief, car)
    if car.form == "crate":
        _crate_front(drawing, brief, car)
    match brief.style_name:
        case "steampunk" if car.form != "pickup":
            _steam(drawing, car)
        case "futuristic" | "cyberpunk":
            _under_light(drawing, brief, car)
        case "industrial" if car.form == "crate":
            _cage(drawing, car)
        case "rustic" if car.form not in ("pickup", "van") and not car.is_open:
            _luggage(drawing, car)


def _old_front(drawing: Drawing, brief: Brief, car: CarSize) -> None:
    """Draw round lamps beside the bonnet, an upright grille with bars, and bumpers on irons."""
    metal, k = bright(brief, "trim grille bumper headlight"), car.height / 1.6
    z = car.length / 2
    tall = 0.5 * k if car.form == "streamliner" else 0.42 * k
    wide, nose = (0.5 * k, z - 0.07) if car.form == "streamliner" else (0.6 * k, z - 0.06)
    low = car.height * 0.34
    drawing.add("box", (wide, tall, 0.16), (0, low, nose), name="grille", radius_m=0.05 * k, **metal)
    for step in range(7):
        x = (step - 3) * wide * 0.125
        drawing.add(
            "box",
            (wide * 0.06, tall * 0.86, 0.03),
            (x, low + tall * 0.06, nose + 0.085),
            name="grille_bar",
            material="plastic_black",
        )
    x = car.width * 0.25
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round",
            (0.27 * k, 0.27 * k, 0.3 * k),
            (side * x, low + tall * 0.52, z - 0.14 * k),
            name="headlight",
            **metal,
        )
        lying(
            drawing,
            "rod",
            0.06 * k,
            x,
            (side * x * 0.55, low + tall * 0.52 + 0.12 * k, z - 0.16 * k),
            "lamp_bracket",
            metal,
            along="x",
        )
    for end in (1.0, -1.0):
        at, reach = end * (z + 0.1), car.width * 0.42
        bar: Line = [
            (-reach, 0.42 * car.wheel, at - end * 0.1),
            (-reach * 0.6, 0.42 * car.wheel, at),
            (reach * 0.6, 0.42 * car.wheel, at),
            (reach, 0.42 * car.wheel, at - end * 0.1),
        ]
        irons = twins([[(reach * 0.36, 0.42 * car.wheel, at), (reach * 0.36, 0.46 * car.wheel, at - end * 0.75)]])
        tubes(drawing, [bar], 0.09, "bumper", metal, bend=0.15)
        tubes(drawing, irons, 0.05, "bumper_iron", metal)


def _crate_front(drawing: Drawing, brief: Brief, car: CarSize) -> None:
    """Draw round lamps in a flat face, a slotted grille, straight bumpers and a spare wheel."""
    metal = bright(brief, "trim grille bumper headlight")
    front, low = car.length / 2, car.height * 0.34
    for step in range(7):
        drawing.add(
            "box",
            (0.06, 0.3, 0.06),
            ((step - 3) * 0.11, low + 0.02, front - 0.01),
            name="grille_slot",
            radius_m=0.02,
            material="plastic_black",
        )
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round",
            (0.26, 0.26, 0.14),
            (side * car.width * 0.33, low + 0.06, front - 0.07),
            name="headlight",
            **metal,
        )
    for end in (1.0, -1.0):
        drawing.add(
            "box",
            (car.width * 0.98, 0.16, 0.14),
            (0, car.wheel * 0.42, end * (front + 0.02)),
            name="bumper",
            radius_m=0.01,
            **metal,
        )
    drawing.add(
        "wheel",
        (0.24, car.wheel, car.wheel),
        (0, car.wheel * 0.62, -front - 0.08),
        turn=(0, 90, 0),
        name="spare_wheel",
        spokes=8,
        style="steel",
        is_chunky=True,
        **brief.of("wheel rim", "steel_brushed"),
    )


def _steam(drawing: Drawing, car: CarSize) -> None:
    """Draw a boiler with bands and a stack behind the cabin, pipes along the sills, gears and a gauge."""
    width, height, length, wheel = car.width, car.height, car.length, car.wheel
    z, axis, across = -length * 0.45, height * 0.62, height * 0.36
    lying(drawing, "rod", across, width * 0.74, (0, axis, z), "boiler", _COPPER, along="x", edge=0.16)
    for x in (-0.26, 0.0, 0.26):
        lying(drawing, "hoop", across * 1.05, 0.06, (x * width, axis, z), "boiler_band", _BRASS, along="x", inner=0.88)
    drawing.add("box", (width * 0.5, height * 0.3, 0.4), (0, height * 0.3, z + 0.12), name="boiler_seat", **_IRON)
    drawing.add(
        "turning",
        (0.26, height * 0.62, 0.26),
        (width * 0.24, axis + across * 0.36, z),
        name="chimney",
        profile=[0.7, 0, 0.55, 0.08, 0.55, 0.74, 1.0, 0.9, 0.9, 1.0, 0.6, 1.0],
        **_COPPER,
    )
    drawing.add(
        "turning",
        (0.3, 0.26, 0.3),
        (-width * 0.2, axis + across * 0.44, z),
        name="steam_dome",
        profile=[1, 0, 0.9, 0.2, 0.8, 0.6, 0.4, 0.9, 0.1, 1.0],
        **_BRASS,
    )
    for side in (1.0, -1.0):
        x = side * width * 0.475
        sill = [
            (x * 0.9, wheel * 0.45, 0.2 * length),
            (x, wheel * 0.42, 0.16 * length),
            (x, wheel * 0.42, -0.14 * length),
            (x * 0.9, wheel * 0.45, -0.19 * length),
        ]
        tubes(drawing, [sill], 0.085, "exhaust", _BRASS, bend=0.1)
        feed = [
            (x * 0.62, axis, z),
            (x * 0.7, axis + across * 0.62, z + 0.1),
            (x * 0.62, height * 0.9, z + 0.6),
            (x * 0.5, height * 0.88, z + 0.9),
        ]
        tubes(drawing, [feed], 0.06, "steam_pipe", _COPPER, bend=0.12)
        for size, teeth, at, y in ((0.34, 18, -0.02, 0.36), (0.22, 11, 0.039, 0.3)):
            drawing.add(
                "gear",
                (size, 0.06, size),
                (side * (width * 0.478), height * y, length * at),
                turn=(0, 0, -90.0 * side),
                teeth=teeth,
                spokes=5,
                bore=0.08,
                name="ornament",
                material="brass_polished" if teeth > 12 else "copper",
            )


def _under_light(drawing: Drawing, brief: Brief, car: CarSize) -> None:
    """Draw a line of light under each sill and a splitter below the nose."""
    low = car.wheel * (0.36 if car.form in ("suv", "pickup", "crate") else 0.27) - 0.015
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.05, 0.04, car.length * 0.36),
            (side * car.width * 0.415, low, 0.0),
            name="light_strip",
            radius_m=0.015,
            material=brief.style.material("glow"),
            color=brief.style.glow_tint,
        )
    drawing.add(
        "box",
        (car.width * 0.8, 0.05, 0.6),
        (0, low, car.length * 0.42),
        name="splitter",
        radius_m=0.015,
        material="carbon_fibre",
    )


def _cage(drawing: Drawing, car: CarSize) -> None:
    """Draw a bull bar, a snorkel and a rack with lamps on the roof."""
    front, x = car.length / 2, car.width * 0.3
    bar: Line = [
        (-x, car.wheel * 0.5, front + 0.08),
        (-x, car.height * 0.52, front + 0.14),
        (x, car.height * 0.52, front + 0.14),
        (x, car.wheel * 0.5, front + 0.08),
    ]
    cross: Line = [(-x, car.height * 0.42, front + 0.12), (x, car.height * 0.42, front + 0.12)]
    tubes(drawing, [bar, cross], 0.07, "bull_bar", _IRON, bend=0.1)
    snorkel: Line = [
        (car.width * 0.45, car.height * 0.5, 0.26 * car.length),
        (car.width * 0.47, car.height * 0.6, 0.14 * car.length),
        (car.width * 0.47, car.height * 1.02, 0.1 * car.length),
    ]
    tubes(drawing, [snorkel], 0.09, "snorkel", _IRON, bend=0.12)
    y, top = car.height + 0.06, car.width * 0.4
    rear, fore = -0.46 * car.length, 0.03 * car.length
    rails = [[(side * top, y, rear), (side * top, y, fore)] for side in (1.0, -1.0)]
    bars = [
        [(-top, y, rear + (fore - rear) * step / 5), (top, y, rear + (fore - rear) * step / 5)] for step in range(6)
    ]
    feet = twins([[(top * 0.9, car.height * 0.97, z), (top, y, z)] for z in (rear * 0.9, fore)])
    tubes(drawing, [*rails, *bars, *feet], 0.045, "roof_rack", _IRON)
    for side in (-0.3, -0.1, 0.1, 0.3):
        drawing.add(
            "lamp_round", (0.17, 0.17, 0.12), (side * car.width, y, fore), name="roof_lamp", material="steel_brushed"
        )


def _luggage(drawing: Drawing, car: CarSize) -> None:
    """Draw trunks of leather with straps on the roof of a country car."""
    y, z = car.height - 0.05, -0.1 * car.length
    drawing.add(
        "box", (car.width * 0.52, 0.08, 0.9), (0, y, z), name="roof_rack", radius_m=0.02, material="wood_reclaimed"
    )
    for x, wide, tall in ((-0.12, 0.46, 0.26), (0.14, 0.36, 0.2)):
        drawing.add(
            "box",
            (wide, tall, 0.62),
            (x * car.width, y + 0.07, z),
            name="trunk",
            radius_m=0.03,
            material="leather_brown",
        )
        for at in (-0.18, 0.18):
            drawing.add(
                "box",
                (wide + 0.02, tall + 0.015, 0.05),
                (x * car.width, y + 0.067, z + at),
                name="trunk_strap",
                material="leather_tan",
            )
