"""Cars and lorries; front to +z."""

from typing import TypedDict

from engine.archetypes.brief import Brief, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

_CARS: dict[
    str, tuple[Triple, float, tuple[float, float]]
] = {  # size, wheel diameter, axles as shares of half the length
    "sedan": ((1.84, 1.44, 4.7), 0.66, (-0.59, 0.61)),
    "sports": ((1.92, 1.2, 4.45), 0.68, (-0.58, 0.6)),
    "suv": ((1.92, 1.72, 4.65), 0.76, (-0.6, 0.62)),
    "hatchback": ((1.78, 1.48, 4.1), 0.63, (-0.64, 0.63)),
    "van": ((1.96, 2.05, 5.1), 0.68, (-0.6, 0.62)),
}


_FORM_WORDS = {
    "sports": ("sport", "supercar", "coupe", "roadster", "racing", "race", "ferrari", "hypercar"),
    "suv": ("suv", "jeep", "offroad", "crossover", "4x4"),
    "hatchback": ("hatchback", "city", "compact", "mini"),
    "van": ("van", "minivan", "minibus", "campervan"),
}


def _form(brief: Brief) -> str:
    known = brief.words | brief.modifiers
    return next(
        (form for form, words in _FORM_WORDS.items() if known.intersection(words)),
        "sports" if brief.style_name == "futuristic" else "sedan",
    )


@archetype(
    "car", "vehicle", "car",
    "car, sedan, sports car, race car, racing car, automobile, suv, hatchback, coupe, roadster, supercar, "
    "hypercar, van, minivan, taxi, cab, jeep, limousine, station wagon, electric car, city car, vehicle, "
    "crossover",
    hints="drive, driving, transport, transportation",
)  # fmt: skip
def car(drawing: Drawing, brief: Brief) -> None:
    """Draw a car: body, four wheels under it, mirrors."""
    form = _form(brief)
    natural, wheel, axles = _CARS[form]
    width, height, length = brief.box(*natural, keeps_shape=True)
    wheel *= height / natural[1] * brief.vary(0.98, 1.04)
    clearance = wheel * 0.27
    paint = brief.of("body paint car", _paint(brief), is_main=True)
    drawing.add(
        "car_body",
        (width, height - clearance, length),
        (0, clearance, 0),
        name="body",
        form=form,
        axles=list(axles),
        wheel_m=wheel,
        axle_height_m=wheel / 2 - clearance,
        well_m=wheel * 0.42,
        **_glass(brief),
        **paint,
    )
    _wheels(drawing, brief, width, length, wheel, axles, is_chunky=form == "suv")
    flank = width / 2 * (0.935 if form == "sports" else 1.0)
    for side, left in ((1.0, False), (-1.0, True)):
        drawing.add(
            "mirror",
            (width * 0.115, height * 0.105, length * 0.035),
            (side * flank * 1.03, height * 0.585, length * 0.17),
            is_left=left,
            **paint,
        )
    if brief.style_name == "steampunk":
        _steampunk_gear(drawing, flank * 2, height, length)


def _steampunk_gear(drawing: Drawing, width: float, height: float, length: float) -> None:
    """Draw brass exhausts along the sills and a pair of gears on each flank."""
    for side in (1.0, -1.0):
        drawing.add(
            "pipe",
            (0.12, 0.16, length * 0.4),
            (side * width * 0.5, height * 0.145, 0.0),
            path=[0, 0.6, 1, 0, 0, 0.8, 0, 0, -0.8, 0, 0.3, -1],
            thickness_m=0.085,
            name="exhaust",
            material="brass_polished",
        )
        for size, teeth, z, y in ((0.34, 18, 0.02, 0.36), (0.22, 11, 0.079, 0.275)):
            drawing.add(
                "gear",
                (size, 0.05, size),
                (side * (width * 0.496 + 0.024), height * y, length * z),
                turn=(0, 0, -90.0 * side),
                teeth=teeth,
                spokes=5,
                bore=0.08,
                name="ornament",
                material="brass_polished" if teeth > 12 else "copper",
            )


def _paint(brief: Brief) -> str:
    by_style = {
        "steampunk": "bronze_aged",
        "minimalist": "paint_white",
        "industrial": "steel_brushed",
        "art deco": "paint_black",
        "futuristic": "silver",
    }
    return by_style.get(brief.style_name, brief.choose("paint_red", "paint_blue", "paint_white"))


class Glazing(TypedDict):
    """What a body's windows are made of."""

    glass_material: str
    glass_color: str


def _glass(brief: Brief) -> Glazing:
    glass = brief.of("window glass windshield", "glass_tinted")
    return Glazing(glass_material=glass["material"], glass_color=glass["color"])


def _wheels(
    drawing: Drawing,
    brief: Brief,
    width: float,
    length: float,
    wheel: float,
    axles: tuple[float, ...],
    *,
    is_chunky: bool = False,
) -> None:
    metal = brief.of(
        "wheel rim alloy", "aluminium" if brief.style_name != "steampunk" else "brass_polished", is_accent=True
    )
    broad = wheel * 0.34
    spokes = brief.count("spoke", int(brief.choose("5", "6", "7")), least=3)
    for z in sorted(axles, reverse=True):
        for side in (1.0, -1.0):
            drawing.add(
                "wheel",
                (broad, wheel, wheel),
                (side * (width / 2 - broad / 2 - 0.012 * width), 0.0, z * length / 2),
                turn=(0.0, 0.0 if side > 0 else 180.0, 0.0),
                spokes=spokes,
                style=brief.style.wheel,
                is_chunky=is_chunky,
                **metal,
            )


@archetype(
    "truck", "vehicle", "truck",
    "truck, lorry, box truck, delivery truck, cargo truck, moving truck, semi truck, freight truck",
)  # fmt: skip
def truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a box lorry: chassis, cab, box, six wheels, tank and lamps."""
    width, height, length = brief.box(2.45, 3.3, 7.4, keeps_shape=True)
    wheel = 0.29 * height
    cab_length, frame_y = 0.255 * length, wheel * 0.62
    axles = (0.68, -0.56)
    paint = brief.of("cab body paint truck", _paint(brief), is_main=True)
    drawing.add(
        "chassis",
        (width * 0.92, wheel * 0.62, length * 0.94),
        (0, wheel * 0.28, -0.01 * length),
        axles=[z / 0.94 for z in axles],
        material="iron_black",
    )
    cab_z = length / 2 - cab_length / 2
    drawing.add(
        "car_body",
        (width * 0.97, height * 0.72, cab_length),
        (0, frame_y * 0.55, cab_z),
        name="cab",
        form="cab",
        axles=[(axles[0] * length / 2 - cab_z) / (cab_length / 2)],
        wheel_m=wheel,
        axle_height_m=wheel / 2 - frame_y * 0.55,
        well_m=wheel * 0.55,
        **_glass(brief),
        **paint,
    )
    box_length = length - cab_length - 0.02 * length
    drawing.add(
        "cargo_box",
        (width, height - wheel * 0.98, box_length),
        (0, wheel * 0.98 - 0.002, -length / 2 + box_length / 2),
        **brief.of("box cargo trailer container", "paint_white", is_accent=True),
    )
    _running_gear(drawing, brief, width, height, length, wheel, cab_length, axles)


def _running_gear(
    drawing: Drawing,
    brief: Brief,
    width: float,
    height: float,
    length: float,
    wheel: float,
    cab_length: float,
    axles: tuple[float, float],
) -> None:
    """Draw doubled wheels, the tank and the mirrors."""
    broad = wheel * 0.32
    metal = brief.of("wheel rim", "steel_brushed")
    for z, doubled in ((axles[0], False), (axles[1], True), (axles[1] - 0.0, None)):
        for side in (1.0, -1.0):
            inset = broad * 1.62 if doubled is None else broad / 2
            drawing.add(
                "wheel",
                (broad, wheel, wheel),
                (side * (width * 0.485 - inset), 0, z * length / 2),
                turn=(0, 0 if side > 0 else 180, 0),
                spokes=8,
                style="steel",
                rim_share=0.58,
                **metal,
            )
    drawing.add(
        "rod",
        (wheel * 0.5, length * 0.14, wheel * 0.5),
        (width * 0.36, wheel * 0.42 - length * 0.07 + wheel * 0.25, 0.12 * length),
        turn=(90, 0, 0),
        name="fuel_tank",
        edge=0.12,
        material="aluminium",
    )
    for side in (1.0, -1.0):
        drawing.add(
            "mirror",
            (0.16, 0.34, 0.1),
            (side * (width * 0.485 - 0.03), height * 0.5, length / 2 - cab_length * 0.2),
            is_left=side < 0,
            material="plastic_black",
        )
