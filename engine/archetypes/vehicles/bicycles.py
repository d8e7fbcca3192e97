"""Bicycles; front to +z, standing on a two-legged stand."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.bicycle_extras import extras
from engine.archetypes.vehicles.bicycle_kinds import KINDS, Joints, Kind
from engine.archetypes.vehicles.shared import Line, bright, paint_of, part_of, tubes, twins, unless_said

_WORDS = {
    "road": ("road", "racing", "race", "racer", "touring", "gravel", "fixie", "sport", "rennrad"),
    "mountain": ("mountain", "mtb", "bmx", "trail", "downhill", "dirt"),
    "kids": ("kid", "child", "kids", "toddler", "children"),
    "cruiser": ("cruiser", "beach"),
    "electric": ("electric", "ebike", "e-bike", "e", "motor", "pedelec"),
    "city": ("city", "dutch", "ladies", "basket", "urban", "commuter", "town", "holland", "shopping"),
}
_BY_STYLE = {
    "steampunk": "cruiser",
    "rustic": "city",
    "art deco": "cruiser",
    "futuristic": "electric",
    "minimalist": "road",
}


def _kind(brief: Brief) -> Kind:
    known = brief.words | brief.modifiers | brief.features
    for name, words in _WORDS.items():
        if known.intersection(words):
            return KINDS[name]
    return KINDS[_BY_STYLE.get(brief.style_name) or brief.choose("city", "road", "mountain")]


@archetype(
    "bicycle", "vehicle", "bicycle",
    "bicycle, bike, pushbike, push bike, cycle, road bike, racing bike, mountain bike, city bike, dutch bike, e-bike, "
    "ebike, electric bike, electric bicycle, mtb, bmx, bmx bike, touring bike, velocipede, pedal bike, cruiser bike, "
    "fahrrad, vélo, velo, bicicleta, bicyclette, rennrad, mountainbike",
    hints="pedal, cycling, ride to work",
    about="A two-wheeled vehicle with pedals, a chain and handlebars that a person rides by pedalling, on streets and "
    "cycle paths.",
    parts="saddle, handlebar, pedal, fork, basket, rack, mudguard, fender, grip, bell, frame",
    features="basket, rack, luggage rack=rack, carrier=rack, training wheel, stabiliser=training wheel, mudguard, "
    "fender=mudguard, bell, headlight=light, kickstand",
)  # fmt: skip
def bicycle(drawing: Drawing, brief: Brief) -> None:
    """Draw a bicycle: frame, fork, wheels of wire, chain, pedals, saddle, bar with brakes."""
    kind = _kind(brief)
    _, _, length = brief.box(0.6, 1.08, 1.02 + kind.wheel, keeps_shape=True)
    k = length / (1.02 + kind.wheel)
    paint = brief.of("frame body bicycle", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    metal = bright(brief, "metal")
    radius = kind.wheel / 2
    small = 0.78 + 0.22 * kind.wheel / 0.68  # a child's frame is lower
    joints = Joints(k, radius, small, kind)
    _frame(drawing, brief, joints, paint, kind)
    _wheels(drawing, brief, joints, kind, metal)
    _drive(drawing, brief, joints, metal)
    _seat(drawing, brief, joints, metal)
    _bar(drawing, brief, joints, kind, metal)
    extras(drawing, brief, joints, kind, paint, metal)


def _frame(drawing: Drawing, brief: Brief, at: Joints, paint: Finish, kind: Kind) -> None:
    """Draw the triangle, the stays, the head tube and the fork."""
    k = at.k
    low_head = (0.0, at.crown[1] + 0.03 * k, at.crown[2] - 0.008 * k)
    high_head = (0.0, at.head[1] - 0.035 * k, at.head[2] + 0.01 * k)
    triangle: list[Line] = [[at.crank, at.seat], [at.crank, low_head], [at.top, high_head]]
    tubes(drawing, triangle, at.thick, "frame", paint)
    tubes(drawing, [[at.crown, at.head]], at.thick * 1.2, "head_tube", paint)
    gap = 0.062 * k
    chain_stay = [(0.03 * k, at.crank[1], at.crank[2]), (gap, at.crank[1] + 0.01 * k, -0.22 * k), (gap, *at.rear[1:])]
    seat_stay = [
        (0.012 * k, at.seat[1] - 0.05 * k, at.seat[2]), (gap, at.seat[1] - 0.1 * k, at.seat[2] - 0.03 * k), (gap,
        *at.rear[1:]),
    ]  # fmt: skip
    tubes(drawing, twins([chain_stay, seat_stay]), at.thick * 0.52, "stay", paint, bend=0.05 * k)
    leg = [
        (gap * 0.95, at.crown[1] - 0.01 * k, at.crown[2]), (gap * 0.95, at.front[1] + 0.1 * k,
        at.front[2] - 0.055 * k), (gap * 0.95, *at.front[1:]),
    ]  # fmt: skip
    fork = unless_said(brief, "fork", Finish(material="paint_black", color="") if kind.has_springs else paint)
    tubes(drawing, twins([leg]), at.thick * (1.0 if kind.has_springs else 0.68), "fork", fork, bend=0.1 * k)
    tubes(
        drawing, [[(-gap, at.crown[1] - 0.005 * k, at.crown[2]), (gap, at.crown[1] - 0.005 * k, at.crown[2])]],
        at.thick * 0.95, "crown", paint,
    )  # fmt: skip


def _wheels(drawing: Drawing, brief: Brief, at: Joints, kind: Kind, metal: Finish) -> None:
    tyre = brief.of("tyre", "rubber_black")
    rim = brief.of("wheel rim", metal["material"])
    for place in (at.front, at.rear):
        drawing.add(
            "wire_wheel", (0.135 * at.k, 2 * at.radius, 2 * at.radius), (0, 0, place[2]), name="wheel",
            spokes=brief.count("spoke", 32, least=12, most=48), tyre=kind.tyre, **part_of("tyre", tyre), **rim,
        )  # fmt: skip


def _drive(drawing: Drawing, brief: Brief, at: Joints, metal: Finish) -> None:
    """Draw the chain on its sprockets, cranks and pedals."""
    k, (_, y, z) = at.k, at.crank
    steel = brief.of("chain", "iron_black" if brief.style_name != "steampunk" else "brass_polished")
    big, small = 0.095 * k, 0.042 * k
    span = z - at.rear[2]
    drawing.add(
        "roller_chain", (0.024 * k, 2 * big, span + big + small), (0.048 * k, y - big,
        (z + big + at.rear[2] - small) / 2), turn=(0, 0, 0), name="chain", small=small / big, links=48, **steel,
    )  # fmt: skip
    drawing.add(
        "rod", (0.05 * k, 0.13 * k, 0.05 * k), (0, y - 0.065 * k, z), turn=(0, 0, 90), name="bottom_bracket", **metal
    )
    for side in (1.0, -1.0):
        end = (side * 0.075 * k, y - side * 0.1 * k, z + side * 0.135 * k)
        tubes(drawing, [[(side * 0.062 * k, y, z), end]], 0.02 * k, "crank", metal)
        drawing.add(
            "rod", (0.014 * k, 0.075 * k, 0.014 * k), (side * 0.105 * k, end[1] - 0.0375 * k, end[2]), turn=(0, 0, 90),
            name="axle", **metal,
        )  # fmt: skip
        drawing.add(
            "box", (0.09 * k, 0.022 * k, 0.07 * k), (side * 0.125 * k, end[1] - 0.011 * k, end[2]), name="pedal",
            radius_m=0.008 * k, **brief.of("pedal", "rubber_black"),
        )  # fmt: skip


def _seat(drawing: Drawing, brief: Brief, at: Joints, metal: Finish) -> None:
    tubes(drawing, [[at.seat, at.saddle]], at.thick * 0.8, "seat_post", metal)
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic", "art deco") else "leather_black"
    drawing.add(
        "seat_saddle", (0.165 * at.k, 0.085 * at.k, 0.27 * at.k), (0, at.saddle[1] - 0.012 * at.k,
        at.saddle[2] + 0.03 * at.k), name="saddle", **brief.of("saddle seat", role),
    )  # fmt: skip


def _bar(drawing: Drawing, brief: Brief, at: Joints, kind: Kind, metal: Finish) -> None:
    """Draw the stem, the bar, its grips and the brake levers."""
    k, (_, y, z) = at.k, at.bar
    tubes(
        drawing, [[at.head, (0, y - 0.01 * k, z + 0.015 * k), (0, y, z + 0.06 * k)]], 0.028 * k, "stem", metal,
        bend=0.04 * k,
    )  # fmt: skip
    z += 0.06 * k
    wide = {"drop": 0.21, "flat": 0.31, "swept": 0.27}[kind.bar] * k
    if kind.bar == "drop":
        half = [
            (0, y, z), (wide, y, z), (wide, y + 0.005 * k, z + 0.09 * k), (wide, y - 0.06 * k, z + 0.115 * k), (wide,
            y - 0.125 * k, z + 0.06 * k), (wide, y - 0.13 * k, z - 0.03 * k),
        ]  # fmt: skip
    elif kind.bar == "flat":
        half = [(0, y, z), (wide * 0.3, y + 0.01 * k, z), (wide, y + 0.015 * k, z - 0.035 * k)]
    else:
        half = [
            (0, y, z), (wide * 0.3, y + 0.05 * k, z + 0.05 * k), (wide * 0.9, y + 0.06 * k, z - 0.04 * k), (wide,
            y + 0.045 * k, z - 0.2 * k),
        ]  # fmt: skip
    tubes(drawing, twins([half]), 0.024 * k, "handlebar", metal, bend=0.07 * k)
    if brief.has("bell"):
        spot = [(one + other) / 2 for one, other in zip(half[0], half[1], strict=True)]
        drawing.add("dome", (0.055 * k, 0.04 * k, 0.055 * k), (spot[0], spot[1] + 0.004 * k, spot[2]), name="bell",
                    **brief.of("bell", "chrome"))  # fmt: skip
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic") else "rubber_black"
    start = tuple(a + (b - a) * (0.15 if kind.bar == "drop" else 0.45) for a, b in zip(half[-2], half[-1], strict=True))
    tubes(drawing, twins([[(start[0], start[1], start[2]), half[-1]]]), 0.034 * k, "grip", brief.of("grip", role))
    lever = half[3] if kind.bar == "drop" else (start[0], start[1], start[2])
    tip = (
        lever[0] * 1.0 + (0 if kind.bar == "drop" else 0.05 * k), lever[1] - 0.03 * k, lever[2] + (0.05
        if kind.bar != "swept" else -0.03) * k,
    )  # fmt: skip
    root = half[2] if kind.bar == "drop" else (lever[0] - 0.02 * k, lever[1], lever[2])
    tubes(
        drawing, twins([[root, (root[0], root[1] - 0.008 * k, root[2] + 0.035 * k), tip]]), 0.012 * k, "brake_lever",
        metal, bend=0.02 * k,
    )  # fmt: skip
    cable = [
        (root[0], root[1], root[2]), (0.1 * k, y + 0.04 * k, z + 0.09 * k), (0.02 * k, y - 0.06 * k, z + 0.05 * k),
        (0.0, at.crown[1], at.crown[2] + 0.01 * k),
    ]  # fmt: skip
    tubes(drawing, twins([cable]), 0.006 * k, "cable", Finish(material="rubber_black", color=""), bend=0.08 * k)
