"""Trams; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Shares,
    glass_of,
    paint_of,
    part_of,
)
from engine.archetypes.vehicles.undercarriage import bogie, ends, pantograph, row

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "tram", "vehicle", "rail",
    "tram, tramcar, streetcar, trolley car, light rail, cable tram, tramway, tranvía, strassenbahn, straßenbahn",
    hints="city line",
    about="A rail vehicle that runs on tracks in the street under an overhead wire and carries passengers through a "
    "city.",
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
        "body paint tram", "paint_red" if is_old and brief.style_name != "steampunk" else paint_of(brief,
        "paint_white", "paint_red", "paint_blue"), is_main=True,
    )  # fmt: skip
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
                "box", (2.2 * k, 2.5 * k, 0.5 * k), (0, 0.5 * k, z + module / 2), name="bellows", radius_m=0.1 * k,
                material="rubber_black",
            )  # fmt: skip
    pantograph(drawing, 3.3 * k, 0.0, k * 0.9)


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
    shape = ends(nose if is_first else 0.01, nose if is_last else 0.01, 0.1 if is_first and not is_old else 0.0)
    first, last = (-0.78 if is_last else -0.9), (0.76 if is_first else 0.9)
    screens: Shares = [*((0.6, 0.42, 0.84, 0.9) if is_first else ()), *((0.6, 0.42, 0.84, -0.9) if is_last else ())]
    stripe = brief.of("stripe", "paint_white" if is_old else "paint_red", is_accent=True)
    drawing.add(
        "streamlined", (2.45 * k, 2.75 * k, module * 0.96), (0, 0.55 * k if is_old else 0.36 * k, z), name="body",
        windows=row(first, last, 6 if is_old else 4, 0.62, 0.4, 0.12), screens=screens, doors=[0.0, 1.5 * k / module,
        0.03, 0.9] if not is_old else [0.84, 0.9 * k / module, 0.03, 0.88, -0.84, 0.9 * k / module, 0.03, 0.88],
        stripes=[0.34, 0.4] if not is_old else [0.36, 0.39, 0.86, 0.9], seats=[-0.6, -0.3, 0.3, 0.6], seat_m=0.44 * k,
        is_split=is_old and bool(screens), lamps=[0.6 if not is_old else 0.0, 0.2, 0.09 if not is_old else 0.13]
        if is_first else [], tail_lamps=[0.7, 0.24, 0.07] if is_last else [], **shape, **part_of("stripe", stripe),
        **glass_of(brief), **paint,
    )  # fmt: skip
    for share in (-0.28, 0.28) if is_old else (0.0,):
        bogie(drawing, 0.1 * k, z + share * module, k * 0.8, base=1.6, across=0.8)
        drawing.add("box", (1.6 * k, 0.4 * k, 1.4 * k), (0, 0.3 * k, z + share * module), name="pivot", **_IRON)
    drawing.add(
        "box", (1.5 * k, 0.24 * k, module * 0.6), (0, (3.22 if is_old else 3.04) * k, z), name="roof_unit",
        radius_m=0.08 * k, **brief.of("roof", "steel_brushed"),
    )  # fmt: skip
