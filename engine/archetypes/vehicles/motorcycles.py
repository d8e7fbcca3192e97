"""Motorcycles and scooters; front to +z, on their centre stands."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.motorcycle_kinds import KINDS, Kind, Places
from engine.archetypes.vehicles.motorcycle_outfit import controls, outfit
from engine.archetypes.vehicles.shared import (
    Line,
    bright,
    lying,
    mudguard,
    paint_of,
    side_shape,
    tubes,
    twins,
    unless_said,
)

_BLACK = Finish(material="plastic_black", color="")


_WORDS = {
    "cruiser": ("cruiser", "chopper", "harley", "bobber", "custom"),
    "sport": ("sport", "superbike", "racing", "race", "fast", "sportbike", "ninja"),
    "offroad": ("dirt", "motocross", "enduro", "offroad", "trial", "scrambler", "cross"),
    "touring": ("touring", "tourer", "goldwing", "pannier", "bag"),
    "naked": ("naked", "cafe", "classic", "street", "roadster"),
}
_BY_STYLE = {
    "steampunk": "cruiser",
    "rustic": "cruiser",
    "art deco": "cruiser",
    "futuristic": "sport",
    "industrial": "offroad",
    "modern": "naked",
    "minimalist": "naked",
    "cyberpunk": "sport",
    "contemporary": "sport",
}


def _kind(brief: Brief) -> Kind:
    known = brief.words | brief.modifiers | brief.features
    found = next((name for name, words in _WORDS.items() if known.intersection(words)), "")
    return KINDS[found or _BY_STYLE.get(brief.style_name) or brief.choose("naked", "cruiser", "touring", "naked")]


@archetype(
    "motorcycle", "vehicle", "motorcycle",
    "motorcycle, motorbike, motor bike, motor cycle, chopper, dirt bike, sport bike, sportbike, superbike, motocross "
    "bike, cafe racer, cruiser motorcycle, touring motorcycle, street bike, harley, enduro, motorrad, motocicleta, "
    "motocyclette, moto",
    hints="biker, rider",
    about="A heavy two-wheeled vehicle with an engine, a fuel tank and a saddle that is ridden fast on roads.",
    parts="tank, saddle, exhaust, fork, handlebar, fairing, pannier, fender, mudguard, headlight, grip",
    features="pannier, saddlebag=pannier, sidecar, windshield=windscreen, windscreen, fairing",
)  # fmt: skip
def motorcycle(drawing: Drawing, brief: Brief) -> None:
    """Draw a motorcycle: frame, V-twin engine, tank, saddle, fork, exhausts and lamps."""
    kind = _kind(brief)
    natural = kind.base + (kind.front + kind.rear) / 2
    k = brief.box(0.84, 1.12, natural, keeps_shape=True)[2] / natural
    paint = brief.of(
        "tank body paint motorcycle fairing", paint_of(brief, "paint_red", "paint_black", "paint_blue"), is_main=True
    )
    metal, dark = bright(brief, "metal"), brief.of("frame", "iron_black")
    at = Places(k, kind)
    _rolling(drawing, brief, at, kind, metal, paint)
    _chassis(drawing, at, dark, metal)
    _engine(drawing, brief, at, metal)
    _body(drawing, brief, at, kind, paint)
    controls(drawing, brief, at, kind, metal)
    outfit(drawing, brief, at, kind, paint, metal)


def _rolling(drawing: Drawing, brief: Brief, at: Places, kind: Kind, metal: Finish, paint: Finish) -> None:
    """Draw wheels, fork, swing arm, brake discs and mudguards."""
    k, gap = at.k, at.gap
    rim = brief.of("wheel rim", metal["material"] if kind.style == "wire" else "iron_black")
    for (y, z), broad in ((at.front, kind.broad * 0.72), (at.rear, kind.broad)):
        properties = (
            {"spokes": 36, "tyre": 0.3 if not kind.is_offroad else 0.26} if kind.style == "wire" else {"spokes": 5,
            "style": "split", "rim_share": 0.7}
        )  # fmt: skip
        drawing.add(
            "wire_wheel" if kind.style == "wire" else "wheel", (max(broad, 0.13) * k, 2 * y, 2 * y), (0, 0, z),
            name="wheel", **properties, **rim,
        )  # fmt: skip
        drawing.add(
            "hoop", (0.28 * k, 0.008 * k, 0.28 * k), (-0.062 * k, y - 0.004 * k, z), turn=(0, 0, 90), inner=0.5,
            name="brake_disc", material="steel_brushed",
        )  # fmt: skip
        lying(drawing, "rod", 0.075 * k, 2 * gap + 0.03 * k, (0, y, z), "hub", metal, along="x")
        lying(drawing, "disc", 0.17 * k, 0.09 * k, (-0.03 * k, y, z), "brake_carrier", metal, along="x")
    bars = unless_said(brief, "fork", metal)
    fork = [(gap, *at.front), (gap, at.head[0] - 0.02 * k, at.head[1])]
    tubes(drawing, twins([fork]), 0.045 * k, "fork", bars)
    lower = [fork[0], tuple(a + (b - a) * 0.45 for a, b in zip(fork[0], fork[1], strict=True))]
    tubes(drawing, twins([[(a[0], a[1], a[2]) for a in lower]]), 0.062 * k, "fork_slider", bars)
    for share in (0.78, 0.97):
        y, z = (at.front[axis] + (at.head[axis] - at.front[axis]) * share for axis in (0, 1))
        drawing.add(
            "box", (2 * gap + 0.075 * k, 0.04 * k, 0.075 * k), (0, y - 0.02 * k, z - 0.01 * k), name="yoke",
            radius_m=0.015 * k, material="iron_black",
        )  # fmt: skip
    arm = [(gap, at.engine[0] - 0.04 * k, at.engine[1] - 0.22 * k), (gap, *at.rear)]
    tubes(drawing, twins([arm]), 0.05 * k, "swing_arm", Finish(material="iron_black", color=""))
    shock = [
        (gap, at.rear[0] + 0.03 * k, at.rear[1] + 0.05 * k), (gap * 0.92, at.seat_y - 0.06 * k, at.rear[1] + 0.26 * k),
    ]  # fmt: skip
    tubes(drawing, twins([shock]), 0.055 * k, "shock", metal)
    guard = brief.of("mudguard fender", paint["material"])
    guard["color"] = guard["color"] or (paint["color"] if guard["material"] == paint["material"] else "")
    lift = 0.12 * k if kind.is_offroad else 0.025 * k
    wide = (kind.broad * 0.72 + 0.03) * k
    mudguard(
        drawing, at.front, at.front[0] + lift, wide, (55, 150) if not kind.is_offroad else (62, 118), guard,
        thick=0.012 * k,
    )  # fmt: skip
    mudguard(drawing, at.rear, at.rear[0] + 0.03 * k, (kind.broad + 0.03) * k, (62, 165), guard, thick=0.014 * k)
    reach = at.front[0] + lift + 0.006 * k
    stays: list[Line] = [
        [(gap, at.front[0] + reach * 0.7, at.front[1] - reach * 0.3), (wide * 0.4, at.front[0] + reach * 0.94,
        at.front[1] - reach * 0.34)],
    ]  # fmt: skip
    tubes(drawing, twins(stays), 0.016 * k, "guard_stay", metal)
    post = (0.0, at.front[0] + (at.head[0] - at.front[0]) * 0.78, at.front[1] + (at.head[1] - at.front[1]) * 0.78)
    tubes(
        drawing, [[post, (0.0, at.front[0] + reach * 0.93, at.front[1] - reach * 0.36)]], 0.02 * k, "guard_bracket",
        metal,
    )  # fmt: skip


def _chassis(drawing: Drawing, at: Places, dark: Finish, metal: Finish) -> None:
    """Draw the cradle of tubes, the rear frame and the centre stand."""
    k, gap = at.k, 0.11 * at.k
    neck = (0.0, at.head[0] - 0.06 * k, at.head[1] - 0.03 * k)
    cradle = [
        neck, (gap, 0.3 * k, at.engine[1] + 0.3 * k), (gap, 0.21 * k, at.engine[1] + 0.2 * k), (gap, 0.21 * k,
        at.engine[1] - 0.2 * k), (gap, at.engine[0], at.engine[1] - 0.26 * k), (gap, at.seat_y - 0.07 * k,
        at.engine[1] - 0.3 * k),
    ]  # fmt: skip
    rail = [(gap, at.seat_y - 0.07 * k, at.engine[1] - 0.2 * k), (gap, at.seat_y - 0.05 * k, at.rear[1] + 0.02 * k)]
    spine = [
        neck, (0.0, at.seat_y - 0.02 * k, at.engine[1] - 0.1 * k), (0.0, at.seat_y - 0.06 * k, at.rear[1] + 0.05 * k),
    ]  # fmt: skip
    tubes(drawing, [*twins([cradle, rail]), spine], 0.036 * k, "frame", dark, bend=0.09 * k)
    tubes(
        drawing, [[(-gap, at.seat_y - 0.065 * k, z), (gap, at.seat_y - 0.065 * k, z)]
        for z in (at.engine[1] - 0.28 * k, at.rear[1] + 0.1 * k)], 0.03 * k, "cross_tube", dark
    )  # fmt: skip
    pivot_z = at.engine[1] - 0.22 * k
    lying(
        drawing, "rod", 0.05 * k, 2 * at.gap + 0.06 * k, (0, at.engine[0] - 0.04 * k, pivot_z), "pivot", metal,
        along="x",
    )  # fmt: skip
    leg = [(gap * 0.9, 0.22 * k, at.engine[1] - 0.14 * k), (0.2 * k, 0.011 * k, at.engine[1] - 0.1 * k)]
    tubes(drawing, twins([leg]), 0.022 * k, "stand", dark)


def _engine(drawing: Drawing, brief: Brief, at: Places, metal: Finish) -> None:
    """Draw the crankcase, two finned cylinders in a V, the air filter and the exhausts."""
    k, (y, z) = at.k, at.engine
    case = brief.of("engine motor", "aluminium" if brief.style_name != "steampunk" else "brass_polished")
    drawing.add("box", (0.27 * k, 0.24 * k, 0.46 * k), (0, 0.2 * k, z), name="engine", radius_m=0.07 * k, **case)
    for side in (1.0, -1.0):
        lying(
            drawing, "disc", 0.2 * k, 0.07 * k, (side * 0.14 * k, 0.33 * k, z + 0.08 * k), "engine_cover", metal,
            along="x", edge=0.2,
        )  # fmt: skip
        lying(
            drawing, "disc", 0.15 * k, 0.06 * k, (side * 0.14 * k, 0.32 * k, z - 0.12 * k), "engine_cover", metal,
            along="x", edge=0.2,
        )  # fmt: skip
    for lean in (24.0, -24.0):
        shift = 0.09 * k * (1 if lean > 0 else -1)
        drawing.add(
            "cylinder_finned", (0.17 * k, 0.27 * k, 0.17 * k), (0, y - 0.03 * k, z + shift * 1.25), turn=(lean, 0, 0),
            name="cylinder", fins=9, **case,
        )  # fmt: skip
    lying(drawing, "disc", 0.17 * k, 0.08 * k, (0.13 * k, y + 0.11 * k, z), "air_filter", metal, along="x", edge=0.25)
    lying(drawing, "rod", 0.06 * k, 0.2 * k, (0.06 * k, y + 0.11 * k, z), "intake", case, along="x")
    exhaust, out = unless_said(brief, "exhaust silencer muffler", metal), 0.19 * k
    pipes: list[Line] = []
    for start, drop in ((z + 0.2 * k, 0.25), (z - 0.16 * k, 0.33)):
        pipes.append(
            [(0.06 * k, y + 0.14 * k, start), (out, y + 0.1 * k, start + 0.07 * k), (out, drop * k, z + 0.08 * k
            if start > z else z - 0.2 * k), (out, drop * k, z - 0.4 * k)],
        )  # fmt: skip
    tubes(drawing, pipes, 0.045 * k, "exhaust", exhaust, bend=0.12 * k)
    for drop in (0.25, 0.33):
        drawing.add(
            "turning", (0.085 * k, 0.62 * k, 0.085 * k), (out + 0.004 * k, drop * k - 0.31 * k, z - 0.58 * k),
            turn=(90, 0, 0), name="exhaust_silencer", profile=[0.75, 0.0, 0.95, 0.02, 1.0, 0.1, 0.9, 0.7, 0.5, 1.0],
            **exhaust,
        )  # fmt: skip
    tubes(
        drawing,
        [[(0.1 * k, 0.3 * k, z - 0.2 * k), (out, 0.3 * k, z - 0.36 * k)]],
        0.035 * k,
        "exhaust_bracket",
        exhaust,
    )


def _body(drawing: Drawing, brief: Brief, at: Places, kind: Kind, paint: Finish) -> None:
    """Draw the tank, the saddle, the side covers and the tail."""
    k, z = at.k, at.engine[1]
    tank_length = at.head[1] - (z - 0.14 * k)
    base = at.seat_y - 0.06 * k
    drawing.add(
        "streamlined", (0.3 * k, 0.25 * k, tank_length), (0, base, z - 0.14 * k + tank_length / 2 - 0.05 * k),
        name="tank", along=[-1, -0.6, 0.1, 0.7, 1], half=[0.34, 0.6, 1.0, 0.85, 0.35], low=[0.1, 0.04, 0.0, 0.06, 0.3],
        high=[0.5, 0.68, 0.96, 0.98, 0.72], square=2.7, stripes=[0.42, 0.47] if brief.style_name not in ("minimalist",)
        else [], stripe_material="chrome", **paint,
    )  # fmt: skip
    drawing.add(
        "button", (0.06 * k, 0.03 * k, 0.06 * k), (0, base + 0.228 * k, z + tank_length * 0.42), name="cap",
        material="chrome",
    )  # fmt: skip
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic", "art deco") else "leather_black"
    leather = brief.of("saddle seat", role)
    front, back, low = z - 0.1 * k, at.rear[1] - 0.04 * k, at.seat_y - 0.045 * k
    up = 0.1 * k if kind.is_faired else 0.035 * k
    saddle = [
        (front, low), (front + 0.01 * k, low + 0.075 * k), (front - 0.2 * k, low + 0.06 * k), (front - 0.34 * k,
        low + 0.075 * k), (front - 0.38 * k, low + 0.11 * k), (back, low + 0.1 * k + up), (back - 0.03 * k,
        low + 0.05 * k + up), (front - 0.3 * k, low - 0.02 * k),
    ]  # fmt: skip
    side_shape(drawing, saddle, 0.26 * k, "saddle", leather, edge=0.05 * k, soft=0.02 * k)
    cover = [
        (z - 0.02 * k, at.seat_y - 0.09 * k), (z - 0.06 * k, 0.46 * k), (z - 0.3 * k, 0.46 * k), (z - 0.4 * k,
        at.seat_y - 0.07 * k),
    ]  # fmt: skip
    side_shape(drawing, cover, 0.25 * k, "side_cover", paint, edge=0.03 * k, soft=0.03 * k)
    tail = [
        (front - 0.34 * k, low + 0.01 * k), (back - 0.08 * k, low + 0.045 * k + up), (back - 0.1 * k, low + up),
        (front - 0.3 * k, low - 0.06 * k),
    ]  # fmt: skip
    side_shape(drawing, tail, 0.17 * k, "tail", paint, edge=0.025 * k, soft=0.01 * k)
    lying(
        drawing, "disc", 0.07 * k, 0.05 * k, (0, low + 0.02 * k + up, back - 0.1 * k), "tail_light",
        Finish(material="paint_red", color=""),
    )  # fmt: skip
    tubes(
        drawing, [[(0, at.rear[0] * 2 + 0.03 * k, at.rear[1] + 0.05 * k), (0, low - 0.0 * k + up * 0.5,
        at.rear[1] + 0.06 * k)]], 0.03 * k, "guard_post", Finish(material="iron_black", color=""),
    )  # fmt: skip
