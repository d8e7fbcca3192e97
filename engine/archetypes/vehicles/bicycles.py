"""Bicycles; front to +z, standing on a two-legged stand."""

from dataclasses import dataclass

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, mudguard, paint_of, part_of, tubes, twins


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes a kind of bicycle: metres, and shares of the wheel's radius."""

    wheel: float = 0.68
    tyre: float = 0.1
    broad: float = 0.05
    tube: float = 0.034
    bar: str = "flat"  # flat, drop, swept
    is_low: bool = False  # a frame to step through
    has_guards: bool = False
    has_springs: bool = False


_KINDS = {
    "road": _Kind(tyre=0.075, broad=0.03, bar="drop", tube=0.032),
    "mountain": _Kind(wheel=0.7, tyre=0.17, broad=0.075, tube=0.044, has_springs=True),
    "city": _Kind(bar="swept", has_guards=True, is_low=True),
    "cruiser": _Kind(wheel=0.66, tyre=0.16, broad=0.07, bar="swept", has_guards=True, tube=0.04),
    "kids": _Kind(wheel=0.5, tyre=0.15, broad=0.06, bar="swept", has_guards=True, is_low=True, tube=0.04),
    "electric": _Kind(wheel=0.7, tyre=0.13, broad=0.06, tube=0.052, has_guards=True),
}
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


def _kind(brief: Brief) -> _Kind:
    known = brief.words | brief.modifiers | brief.features
    for name, words in _WORDS.items():
        if known.intersection(words):
            return _KINDS[name]
    return _KINDS[_BY_STYLE.get(brief.style_name) or brief.choose("city", "road", "mountain")]


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
    metal = bright(brief, "fork metal")
    radius = kind.wheel / 2
    small = 0.78 + 0.22 * kind.wheel / 0.68  # a child's frame is lower
    joints = _Joints(k, radius, small, kind)
    _frame(drawing, joints, paint, kind)
    _wheels(drawing, brief, joints, kind, metal)
    _drive(drawing, brief, joints, metal)
    _seat(drawing, brief, joints, metal)
    _bar(drawing, brief, joints, kind, metal)
    _extras(drawing, brief, joints, kind, paint, metal)


class _Joints:
    """Where the tubes of a frame meet, (x, y, z)."""

    def __init__(self, k: float, radius: float, small: float, kind: _Kind) -> None:
        self.k, self.radius = k, radius * k
        self.rear, self.front = (0.0, radius * k, -0.51 * k), (0.0, radius * k, 0.51 * k)
        self.crank = (0.0, (radius - 0.055) * k, -0.085 * k)
        self.seat = (0.0, (radius + 0.46 * small) * k, -0.245 * k)
        self.head = (0.0, (radius + 0.52 * small) * k, 0.325 * k)
        self.crown = (0.0, (radius + 0.385 * small) * k, 0.365 * k)
        self.saddle = (0.0, (radius + 0.6 * small) * k, -0.285 * k)
        self.bar = (0.0, (radius + 0.66 * small) * k, 0.285 * k)
        self.thick = kind.tube * k
        if kind.is_low:
            self.top = (0.0, self.crank[1] + 0.2 * small * k, -0.135 * k)
        else:
            self.top = (0.0, self.seat[1] - 0.03 * k, -0.237 * k)


def _frame(drawing: Drawing, at: _Joints, paint: Finish, kind: _Kind) -> None:
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
        (0.012 * k, at.seat[1] - 0.05 * k, at.seat[2]),
        (gap, at.seat[1] - 0.1 * k, at.seat[2] - 0.03 * k),
        (gap, *at.rear[1:]),
    ]
    tubes(drawing, twins([chain_stay, seat_stay]), at.thick * 0.52, "stay", paint, bend=0.05 * k)
    leg = [
        (gap * 0.95, at.crown[1] - 0.01 * k, at.crown[2]),
        (gap * 0.95, at.front[1] + 0.1 * k, at.front[2] - 0.055 * k),
        (gap * 0.95, *at.front[1:]),
    ]
    fork = Finish(material="paint_black", color="") if kind.has_springs else paint
    tubes(drawing, twins([leg]), at.thick * (1.0 if kind.has_springs else 0.68), "fork", fork, bend=0.1 * k)
    tubes(
        drawing,
        [[(-gap, at.crown[1] - 0.005 * k, at.crown[2]), (gap, at.crown[1] - 0.005 * k, at.crown[2])]],
        at.thick * 0.95,
        "crown",
        paint,
    )


def _wheels(drawing: Drawing, brief: Brief, at: _Joints, kind: _Kind, metal: Finish) -> None:
    tyre = brief.of("tyre", "rubber_black")
    rim = brief.of("wheel rim", metal["material"])
    for place in (at.front, at.rear):
        drawing.add(
            "wire_wheel", (0.135 * at.k, 2 * at.radius, 2 * at.radius), (0, 0, place[2]), name="wheel",
            spokes=brief.count("spoke", 32, least=12, most=48), tyre=kind.tyre, **part_of("tyre", tyre), **rim,
        )  # fmt: skip


def _drive(drawing: Drawing, brief: Brief, at: _Joints, metal: Finish) -> None:
    """Draw the chain on its sprockets, cranks and pedals."""
    k, (_, y, z) = at.k, at.crank
    steel = brief.of("chain", "iron_black" if brief.style_name != "steampunk" else "brass_polished")
    big, small = 0.095 * k, 0.042 * k
    span = z - at.rear[2]
    drawing.add(
        "roller_chain", (0.024 * k, 2 * big, span + big + small), (0.048 * k, y - big, (z + big + at.rear[2] - small) / 2),
        turn=(0, 0, 0), name="chain", small=small / big, links=48, **steel,
    )  # fmt: skip
    drawing.add(
        "rod", (0.05 * k, 0.13 * k, 0.05 * k), (0, y - 0.065 * k, z), turn=(0, 0, 90), name="bottom_bracket", **metal
    )
    for side in (1.0, -1.0):
        end = (side * 0.075 * k, y - side * 0.1 * k, z + side * 0.135 * k)
        tubes(drawing, [[(side * 0.062 * k, y, z), end]], 0.02 * k, "crank", metal)
        drawing.add(
            "rod",
            (0.014 * k, 0.075 * k, 0.014 * k),
            (side * 0.105 * k, end[1] - 0.0375 * k, end[2]),
            turn=(0, 0, 90),
            name="axle",
            **metal,
        )
        drawing.add(
            "box", (0.09 * k, 0.022 * k, 0.07 * k), (side * 0.125 * k, end[1] - 0.011 * k, end[2]), name="pedal",
            radius_m=0.008 * k, **brief.of("pedal", "rubber_black"),
        )  # fmt: skip


def _seat(drawing: Drawing, brief: Brief, at: _Joints, metal: Finish) -> None:
    tubes(drawing, [[at.seat, at.saddle]], at.thick * 0.8, "seat_post", metal)
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic", "art deco") else "leather_black"
    drawing.add(
        "seat_saddle", (0.165 * at.k, 0.085 * at.k, 0.27 * at.k), (0, at.saddle[1] - 0.012 * at.k, at.saddle[2] + 0.03 * at.k),
        name="saddle", **brief.of("saddle seat", role),
    )  # fmt: skip


def _bar(drawing: Drawing, brief: Brief, at: _Joints, kind: _Kind, metal: Finish) -> None:
    """Draw the stem, the bar, its grips and the brake levers."""
    k, (_, y, z) = at.k, at.bar
    tubes(
        drawing,
        [[at.head, (0, y - 0.01 * k, z + 0.015 * k), (0, y, z + 0.06 * k)]],
        0.028 * k,
        "stem",
        metal,
        bend=0.04 * k,
    )
    z += 0.06 * k
    wide = {"drop": 0.21, "flat": 0.31, "swept": 0.27}[kind.bar] * k
    if kind.bar == "drop":
        half = [
            (0, y, z),
            (wide, y, z),
            (wide, y + 0.005 * k, z + 0.09 * k),
            (wide, y - 0.06 * k, z + 0.115 * k),
            (wide, y - 0.125 * k, z + 0.06 * k),
            (wide, y - 0.13 * k, z - 0.03 * k),
        ]
    elif kind.bar == "flat":
        half = [(0, y, z), (wide * 0.3, y + 0.01 * k, z), (wide, y + 0.015 * k, z - 0.035 * k)]
    else:
        half = [
            (0, y, z),
            (wide * 0.3, y + 0.05 * k, z + 0.05 * k),
            (wide * 0.9, y + 0.06 * k, z - 0.04 * k),
            (wide, y + 0.045 * k, z - 0.2 * k),
        ]
    tubes(drawing, twins([half]), 0.024 * k, "handlebar", metal, bend=0.07 * k)
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic") else "rubber_black"
    start = tuple(a + (b - a) * (0.15 if kind.bar == "drop" else 0.45) for a, b in zip(half[-2], half[-1], strict=True))
    tubes(drawing, twins([[(start[0], start[1], start[2]), half[-1]]]), 0.034 * k, "grip", brief.of("grip", role))
    lever = half[3] if kind.bar == "drop" else (start[0], start[1], start[2])
    tip = (
        lever[0] * 1.0 + (0 if kind.bar == "drop" else 0.05 * k),
        lever[1] - 0.03 * k,
        lever[2] + (0.05 if kind.bar != "swept" else -0.03) * k,
    )
    root = half[2] if kind.bar == "drop" else (lever[0] - 0.02 * k, lever[1], lever[2])
    tubes(
        drawing,
        twins([[root, (root[0], root[1] - 0.008 * k, root[2] + 0.035 * k), tip]]),
        0.012 * k,
        "brake_lever",
        metal,
        bend=0.02 * k,
    )
    cable = [
        (root[0], root[1], root[2]),
        (0.1 * k, y + 0.04 * k, z + 0.09 * k),
        (0.02 * k, y - 0.06 * k, z + 0.05 * k),
        (0.0, at.crown[1], at.crown[2] + 0.01 * k),
    ]
    tubes(drawing, twins([cable]), 0.006 * k, "cable", Finish(material="rubber_black", color=""), bend=0.08 * k)


def _extras(drawing: Drawing, brief: Brief, at: _Joints, kind: _Kind, paint: Finish, metal: Finish) -> None:
    """Draw the stand, mudguards, lamps, basket, rack, brakes and what else is asked for."""
    k = at.k
    stand = [(0.03 * k, at.crank[1] - 0.01 * k, at.crank[2] - 0.02 * k), (0.16 * k, 0.0075 * k, at.crank[2] - 0.06 * k)]
    tubes(drawing, twins([stand]), 0.015 * k, "stand", metal)
    if brief.has("mudguard", "fender", default=kind.has_guards):
        guard = brief.of("mudguard fender", paint["material"])
        guard["color"] = guard["color"] or (paint["color"] if guard["material"] == paint["material"] else "")
        for place, span in ((at.front, (62.0, 205.0)), (at.rear, (40.0, 200.0))):
            mudguard(drawing, (place[1], place[2]), at.radius + 0.012 * k, 0.06 * k, span, guard, thick=0.004 * k)
        _guard_stays(drawing, at, metal)
    for (_, _, z), up in ((at.front, 52.0), (at.rear, 118.0)):
        _brake(drawing, at, z, up, metal)
    if kind.has_guards or brief.has("light", "headlight"):
        lamp_z = at.crown[2] + 0.02 * k
        tubes(
            drawing,
            [[(0, at.head[1] - 0.06 * k, at.head[2]), (0, at.head[1] - 0.06 * k, lamp_z + 0.02 * k)]],
            0.014 * k,
            "bracket",
            metal,
        )
        drawing.add(
            "lamp_round",
            (0.075 * k, 0.075 * k, 0.07 * k),
            (0, at.head[1] - 0.0975 * k, lamp_z),
            name="headlight",
            **metal,
        )
    if brief.has("basket"):
        _basket(drawing, brief, at)
    if brief.has("rack", default=kind.is_low):
        _rack(drawing, at, metal)
    if kind is _KINDS["electric"]:
        drawing.add(
            "box",
            (0.07 * k, 0.075 * k, 0.36 * k),
            (0, (at.crank[1] + at.crown[1]) / 2 + 0.005 * k, (at.crank[2] + at.crown[2]) / 2 - 0.02 * k),
            turn=(-40, 0, 0),
            name="battery",
            radius_m=0.02 * k,
            material="plastic_black",
        )
    if brief.has("training wheel", "stabiliser", default=kind is _KINDS["kids"]):
        _training_wheels(drawing, at, metal)


def _brake(drawing: Drawing, at: _Joints, z: float, up: float, metal: Finish) -> None:
    """Draw a disc brake on the hub: it needs no arms that must miss the mudguard."""
    k = at.k
    drawing.add(
        "hoop",
        (0.15 * k, 0.003 * k, 0.15 * k),
        (-0.055 * k, at.radius - 0.0015 * k, z),
        turn=(0, 0, 90),
        inner=0.35,
        name="brake_disc",
        **metal,
    )
    drawing.add(
        "rod", (0.052 * k, 0.124 * k, 0.052 * k), (0, at.radius - 0.062 * k, z), turn=(0, 0, 90), name="hub", **metal
    )


def _guard_stays(drawing: Drawing, at: _Joints, metal: Finish) -> None:
    k, reach = at.k, at.radius + 0.013 * at.k
    lines: list[Line] = []
    for place, way in ((at.front, -0.35), (at.rear, -0.55)):
        lines.append(
            [
                (0.064 * k, place[1], place[2]),
                (
                    0.028 * k,
                    place[1] + reach * (0.08 if way == -0.35 else 0.83),
                    place[2] - reach * (0.997 if way == -0.35 else 0.557),
                ),
            ]
        )
    tubes(drawing, twins(lines), 0.006 * k, "guard_stay", metal)
    tubes(
        drawing,
        [
            [
                (0, at.rear[1] + reach * 0.8, at.rear[2] + reach * 0.6),
                (0, at.seat[1] - 0.16 * k, at.seat[2] + 0.055 * k),
            ],
            [(0, at.front[1] + reach, at.front[2] - 0.02 * k), (0, at.crown[1], at.crown[2])],
        ],
        0.012 * k,
        "bridge",
        metal,
    )


def _basket(drawing: Drawing, brief: Brief, at: _Joints) -> None:
    """Draw a basket of wire in front of the bar."""
    k, z = at.k, at.head[2] + 0.17 * at.k
    low, high = at.head[1] - 0.03 * k, at.head[1] + 0.17 * k
    finish = brief.of("basket", "iron_black" if brief.style_name not in ("rustic", "steampunk") else "oak")
    for y, w, d in ((low, 0.13, 0.09), (low + 0.07 * k, 0.145, 0.1), (low + 0.14 * k, 0.16, 0.115), (high, 0.17, 0.12)):
        w, d = w * k, d * k
        corners = [(-w, y, z - d), (w, y, z - d), (w, y, z + d), (-w, y, z + d), (-w, y, z - d)]
        tubes(drawing, [corners], 0.008 * k, "basket_hoop", finish)
    across, along = [], []
    for step in range(7):
        x = (step / 3 - 1) * 0.126 * k
        across.append(
            [
                (x * 1.3, high, z - 0.119 * k),
                (x, low, z - 0.089 * k),
                (x, low, z + 0.089 * k),
                (x * 1.3, high, z + 0.119 * k),
            ]
        )
    for step in range(5):
        d = (step / 2 - 1) * 0.084 * k
        along.append(
            [
                (-0.169 * k, high, z + d * 1.33),
                (-0.129 * k, low, z + d),
                (0.129 * k, low, z + d),
                (0.169 * k, high, z + d * 1.33),
            ]
        )
    tubes(drawing, across, 0.006 * k, "basket_wire", finish)
    tubes(drawing, along, 0.006 * k, "basket_wire", finish)
    tubes(drawing, [[(0, at.head[1] - 0.03 * k, at.head[2]), (0, low, z)]], 0.02 * k, "basket_bracket", finish)


def _rack(drawing: Drawing, at: _Joints, metal: Finish) -> None:
    """Draw a luggage rack over the rear wheel."""
    k, y = at.k, at.rear[1] + at.radius + 0.045 * at.k
    front, back = at.seat[2] - 0.03 * k, at.rear[2] - 0.2 * k
    loop = [(0.0, y, front), (0.055 * k, y, front), (0.055 * k, y, back), (0.0, y, back)]
    leg = [(0.055 * k, y, at.rear[2] - 0.06 * k), (0.066 * k, *at.rear[1:])]
    bars = [[(-0.055 * k, y, front - s * 0.11 * k), (0.055 * k, y, front - s * 0.11 * k)] for s in (1, 2, 3)]
    tubes(
        drawing,
        [*twins([loop, leg]), *bars, [(0, y, front), (0, y + 0.01 * k, at.seat[2] + 0.04 * k)]],
        0.011 * k,
        "rack",
        metal,
    )


def _training_wheels(drawing: Drawing, at: _Joints, metal: Finish) -> None:
    k, r = at.k, 0.065 * at.k
    for side in (1.0, -1.0):
        tubes(
            drawing,
            [
                [
                    (side * 0.06 * k, *at.rear[1:]),
                    (side * 0.15 * k, at.rear[1] - 0.03 * k, at.rear[2] - 0.02 * k),
                    (side * 0.16 * k, r, at.rear[2] - 0.03 * k),
                ]
            ],
            0.014 * k,
            "outrigger",
            metal,
            bend=0.03 * k,
        )
        drawing.add(
            "wheel",
            (0.03 * k, 2 * r, 2 * r),
            (side * 0.175 * k, 0, at.rear[2] - 0.03 * k),
            turn=(0, 0 if side > 0 else 180, 0),
            name="training_wheel",
            spokes=5,
            material="plastic_white",
        )
