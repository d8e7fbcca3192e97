"""Lorries: box, flatbed, tipper, tanker, mixer, semi-trailer and fire engine; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.chassis import Lorry, axles_of, cab, frame
from engine.archetypes.vehicles.lifting import crane, tow
from engine.archetypes.vehicles.loads import box, flatbed, garbage, mixer, tank, tipper
from engine.archetypes.vehicles.shared import (
    bright,
    lying,
    paint_of,
    tubes,
    unless_said,
)

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_LOADS = {
    "tanker": ("tanker", "tank", "fuel", "milk", "water"),
    "tipper": ("dump", "tipper", "dumper", "gravel", "mining"),
    "mixer": ("mixer", "cement", "concrete"),
    "flatbed": ("flatbed", "flat", "log", "logging", "timber", "stake"),
    "tow": ("tow", "towing", "wrecker", "recovery", "breakdown", "abschleppwagen"),
    "crane": ("crane", "kran"),
    "garbage": ("garbage", "refuse", "bin", "trash", "rubbish"),
}


_BOXES = {
    "rustic": "wood_reclaimed", "steampunk": "mahogany", "industrial": "steel_galvanised", "art deco": "lacquer_black",
    "futuristic": "plastic_white", "cyberpunk": "iron_black", "minimalist": "paint_white", "japanese": "cedar",
    "gothic": "iron_black", "contemporary": "walnut",
}  # fmt: skip


@archetype(
    "truck", "vehicle", "truck",
    "snowplow, snow plow, snowplough, cement mixer, concrete mixer, "
    "truck, lorry, box truck, delivery truck, cargo truck, moving truck, semi truck, semi, semi-trailer truck, "
    "articulated lorry, freight truck, dump truck, tipper, tipper truck, tanker truck, tank truck, cement mixer "
    "truck, concrete mixer truck, flatbed truck, garbage truck, refuse truck, logging truck, eighteen wheeler, "
    "juggernaut, tow truck, wrecker, recovery truck, breakdown truck, crane truck, mobile crane, truck crane, crane "
    "lorry, autokran, abschleppwagen, camion, camión, lastwagen, lkw, hgv",
    hints="freight, haulage, cargo",
    about="A large road vehicle with a cab in front and a box, bed, tank or trailer behind, for carrying heavy goods.",
    parts="cab, cargo, box, container, trailer, bed, tank, drum, bumper, exhaust, load, headlight, grille, mirror",
    features="trailer, log, crate, exhaust stack, light bar",
)  # fmt: skip
def truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a lorry: frame, cab, wheels, and the load that its words name (a box by default)."""
    known = brief.words | brief.modifiers | brief.features
    is_semi = bool(known & {"semi", "semi-trailer", "articulated", "eighteen", "juggernaut", "trailer"})
    load = next((name for name, words in _LOADS.items() if known.intersection(words)), "box")
    width, height, length = brief.box(2.5, 3.5, 13.2 if is_semi else 7.8, keeps_shape=True)
    at = Lorry(
        width, height, length, 2.15 / 7.8 * (7.8 if not is_semi else 7.6) * (length / (13.2 if is_semi else 7.8))
    )
    paint = brief.of("cab body paint truck", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    axles = (
        [at.front, -length / 2 + 0.17 * length] if not is_semi else [at.front, at.back - 1.5, at.back - 2.6,
        -length / 2 + 2.9, -length / 2 + 1.7]
    )  # fmt: skip
    frame(drawing, at, axles, is_semi=is_semi)
    cab(drawing, brief, at, paint)
    axles_of(drawing, brief, at, axles)
    _fittings(drawing, brief, at, is_semi=is_semi)
    cargo = brief.of(
        "box cargo trailer container tank bed drum load", _BOXES.get(brief.style_name, "paint_white")
        if load not in ("tanker", "flatbed")
        else ("aluminium" if load == "tanker" else "oak"), is_accent=True,
    )  # fmt: skip
    {
        "tanker": tank,
        "tipper": tipper,
        "mixer": mixer,
        "flatbed": flatbed,
        "garbage": garbage,
        "tow": tow,
        "crane": crane,
    }.get(load, box)(drawing, brief, at, cargo)


def _fittings(drawing: Drawing, brief: Brief, at: Lorry, *, is_semi: bool) -> None:
    """Draw the fuel tanks, the exhaust stacks and the tail lamps."""
    metal = bright(brief, "tank")
    exhaust = unless_said(brief, "exhaust", metal)
    across = at.wheel * 0.6
    for side in (1.0, -1.0):
        lying(
            drawing, "rod", across, 1.0, (side * at.width * 0.33, at.wheel * 0.56, at.front - at.wheel * 0.75 - 0.85),
            "fuel_tank", metal, edge=0.12,
        )  # fmt: skip
        drawing.add(
            "box", (0.36, 0.14, 0.06), (side * at.width * 0.34, at.wheel * 0.62, -at.length / 2 + 0.06),
            name="tail_light", radius_m=0.02, material="paint_red",
        )  # fmt: skip
        drawing.add(
            "box", (0.3, 0.1, 0.4), (side * at.width * 0.3, at.wheel * 0.64, -at.length / 2 + 0.25), name="bracket",
            **_IRON,
        )  # fmt: skip
        if is_semi or brief.has("exhaust stack") or brief.style_name in ("steampunk", "art deco", "rustic"):
            tubes(
                drawing, [[(side * at.width * 0.43, at.wheel * 0.7, at.back + 0.0), (side * at.width * 0.43,
                at.height * 0.98, at.back + 0.0), (side * at.width * 0.43, at.height, at.back - 0.12)]], 0.13,
                "exhaust", exhaust, bend=0.1,
            )  # fmt: skip
            drawing.add(
                "box", (at.width * 0.3, 0.12, 0.12), (side * at.width * 0.32, at.wheel * 0.66, at.back + 0.0),
                name="exhaust_bracket", **_IRON,
            )  # fmt: skip
