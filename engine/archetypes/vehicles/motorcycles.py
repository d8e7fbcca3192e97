"""Motorcycles and scooters; front to +z, on their centre stands."""

from dataclasses import dataclass

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    bright,
    glass_of,
    lying,
    mudguard,
    paint_of,
    side_shape,
    tubes,
    twins,
)

_BLACK = Finish(material="plastic_black", color="")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes a kind of motorcycle, metres."""

    base: float = 1.46  # between the axles
    rake: float = 0.24  # how far the steering head lies behind the front axle
    front: float = 0.64
    rear: float = 0.64
    broad: float = 0.15
    bar: float = 0.0  # how far the grips rise above the head
    seat: float = 0.79
    is_faired: bool = False
    is_offroad: bool = False
    has_bags: bool = False
    style: str = "spoke"


_KINDS = {
    "naked": _Kind(),
    "cruiser": _Kind(base=1.68, rake=0.42, front=0.66, rear=0.64, broad=0.18, bar=0.16, seat=0.68, style="wire"),
    "sport": _Kind(base=1.4, rake=0.2, front=0.6, rear=0.62, broad=0.18, bar=-0.07, seat=0.83, is_faired=True),
    "offroad": _Kind(
        base=1.48, rake=0.26, front=0.72, rear=0.66, broad=0.11, bar=0.12, seat=0.9, is_offroad=True, style="wire"
    ),
    "touring": _Kind(base=1.58, rake=0.3, broad=0.17, bar=0.1, seat=0.78, has_bags=True),
}
_WORDS = {
    "cruiser": ("cruiser", "chopper", "harley", "bobber", "custom"),
    "sport": ("sport", "superbike", "racing", "race", "fast", "sportbike", "ninja"),
    "offroad": ("dirt", "motocross", "enduro", "offroad", "trial", "scrambler", "cross"),
    "touring": ("touring", "tourer", "goldwing", "pannier", "bag"),
    "naked": ("naked", "cafe", "classic", "street", "roadster"),
}
_BY_STYLE = {"steampunk": "cruiser", "rustic": "cruiser", "art deco": "cruiser", "futuristic": "sport"}


def _kind(brief: Brief) -> _Kind:
    known = brief.words | brief.modifiers | brief.features
    found = next((name for name, words in _WORDS.items() if known.intersection(words)), "")
    return _KINDS[found or _BY_STYLE.get(brief.style_name) or brief.choose("naked", "cruiser", "touring", "naked")]


@archetype(
    "motorcycle", "vehicle", "motorcycle",
    "motorcycle, motorbike, motor bike, motor cycle, chopper, dirt bike, sport bike, sportbike, superbike, motocross bike, "
    "cafe racer, cruiser motorcycle, touring motorcycle, street bike, harley, enduro, motorrad, motocicleta, motocyclette, moto",
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
    metal, dark = bright(brief, "exhaust metal"), brief.of("frame", "iron_black")
    at = _Places(k, kind)
    _rolling(drawing, brief, at, kind, metal, paint)
    _chassis(drawing, at, dark, metal)
    _engine(drawing, brief, at, metal)
    _body(drawing, brief, at, kind, paint)
    _controls(drawing, brief, at, kind, metal)
    _outfit(drawing, brief, at, kind, paint, metal)


class _Places:
    """Where the parts of a motorcycle are, metres in the scene."""

    def __init__(self, k: float, kind: _Kind) -> None:
        self.k, half = k, kind.base * k / 2
        self.front, self.rear = (kind.front * k / 2, half), (kind.rear * k / 2, -half)  # (y, z)
        self.head = (0.94 * k, half - kind.rake * k)
        self.seat_y = kind.seat * k
        self.engine = (0.44 * k, -0.02 * k)
        self.gap = kind.broad * k / 2 + 0.035 * k


def _rolling(drawing: Drawing, brief: Brief, at: _Places, kind: _Kind, metal: Finish, paint: Finish) -> None:
    """Draw wheels, fork, swing arm, brake discs and mudguards."""
    k, gap = at.k, at.gap
    rim = brief.of("wheel rim", metal["material"] if kind.style == "wire" else "iron_black")
    for (y, z), broad in ((at.front, kind.broad * 0.72), (at.rear, kind.broad)):
        properties = (
            {"spokes": 36, "tyre": 0.3 if not kind.is_offroad else 0.26}
            if kind.style == "wire"
            else {"spokes": 5, "style": "split", "rim_share": 0.7}
        )
        drawing.add(
            "wire_wheel" if kind.style == "wire" else "wheel",
            (max(broad, 0.13) * k, 2 * y, 2 * y),
            (0, 0, z),
            name="wheel",
            **properties,
            **rim,
        )
        drawing.add(
            "hoop",
            (0.28 * k, 0.008 * k, 0.28 * k),
            (-0.062 * k, y - 0.004 * k, z),
            turn=(0, 0, 90),
            inner=0.5,
            name="brake_disc",
            material="steel_brushed",
        )
        lying(drawing, "rod", 0.075 * k, 2 * gap + 0.03 * k, (0, y, z), "hub", metal, along="x")
        lying(drawing, "disc", 0.17 * k, 0.09 * k, (-0.03 * k, y, z), "brake_carrier", metal, along="x")
    fork = [(gap, *at.front), (gap, at.head[0] - 0.02 * k, at.head[1])]
    tubes(drawing, twins([fork]), 0.045 * k, "fork", metal)
    lower = [fork[0], tuple(a + (b - a) * 0.45 for a, b in zip(fork[0], fork[1], strict=True))]
    tubes(drawing, twins([[(a[0], a[1], a[2]) for a in lower]]), 0.062 * k, "fork_slider", metal)
    for share in (0.78, 0.97):
        y, z = (at.front[axis] + (at.head[axis] - at.front[axis]) * share for axis in (0, 1))
        drawing.add(
            "box",
            (2 * gap + 0.075 * k, 0.04 * k, 0.075 * k),
            (0, y - 0.02 * k, z - 0.01 * k),
            name="yoke",
            radius_m=0.015 * k,
            material="iron_black",
        )
    arm = [(gap, at.engine[0] - 0.04 * k, at.engine[1] - 0.22 * k), (gap, *at.rear)]
    tubes(drawing, twins([arm]), 0.05 * k, "swing_arm", Finish(material="iron_black", color=""))
    shock = [
        (gap, at.rear[0] + 0.03 * k, at.rear[1] + 0.05 * k),
        (gap * 0.92, at.seat_y - 0.06 * k, at.rear[1] + 0.26 * k),
    ]
    tubes(drawing, twins([shock]), 0.055 * k, "shock", metal)
    guard = brief.of("mudguard fender", paint["material"])
    guard["color"] = guard["color"] or (paint["color"] if guard["material"] == paint["material"] else "")
    lift = 0.12 * k if kind.is_offroad else 0.025 * k
    wide = (kind.broad * 0.72 + 0.03) * k
    mudguard(
        drawing,
        at.front,
        at.front[0] + lift,
        wide,
        (55, 150) if not kind.is_offroad else (62, 118),
        guard,
        thick=0.012 * k,
    )
    mudguard(drawing, at.rear, at.rear[0] + 0.03 * k, (kind.broad + 0.03) * k, (62, 165), guard, thick=0.014 * k)
    reach = at.front[0] + lift + 0.006 * k
    stays: list[Line] = [
        [
            (gap, at.front[0] + reach * 0.7, at.front[1] - reach * 0.3),
            (wide * 0.4, at.front[0] + reach * 0.94, at.front[1] - reach * 0.34),
        ]
    ]
    tubes(drawing, twins(stays), 0.016 * k, "guard_stay", metal)
    post = (0.0, at.front[0] + (at.head[0] - at.front[0]) * 0.78, at.front[1] + (at.head[1] - at.front[1]) * 0.78)
    tubes(
        drawing,
        [[post, (0.0, at.front[0] + reach * 0.93, at.front[1] - reach * 0.36)]],
        0.02 * k,
        "guard_bracket",
        metal,
    )


def _chassis(drawing: Drawing, at: _Places, dark: Finish, metal: Finish) -> None:
    """Draw the cradle of tubes, the rear frame and the centre stand."""
    k, gap = at.k, 0.11 * at.k
    neck = (0.0, at.head[0] - 0.06 * k, at.head[1] - 0.03 * k)
    cradle = [
        neck,
        (gap, 0.3 * k, at.engine[1] + 0.3 * k),
        (gap, 0.21 * k, at.engine[1] + 0.2 * k),
        (gap, 0.21 * k, at.engine[1] - 0.2 * k),
        (gap, at.engine[0], at.engine[1] - 0.26 * k),
        (gap, at.seat_y - 0.07 * k, at.engine[1] - 0.3 * k),
    ]
    rail = [(gap, at.seat_y - 0.07 * k, at.engine[1] - 0.2 * k), (gap, at.seat_y - 0.05 * k, at.rear[1] + 0.02 * k)]
    spine = [
        neck,
        (0.0, at.seat_y - 0.02 * k, at.engine[1] - 0.1 * k),
        (0.0, at.seat_y - 0.06 * k, at.rear[1] + 0.05 * k),
    ]
    tubes(drawing, [*twins([cradle, rail]), spine], 0.036 * k, "frame", dark, bend=0.09 * k)
    tubes(
        drawing,
        [
            [(-gap, at.seat_y - 0.065 * k, z), (gap, at.seat_y - 0.065 * k, z)]
            for z in (at.engine[1] - 0.28 * k, at.rear[1] + 0.1 * k)
        ],
        0.03 * k,
        "cross_tube",
        dark,
    )
    pivot_z = at.engine[1] - 0.22 * k
    lying(
        drawing,
        "rod",
        0.05 * k,
        2 * at.gap + 0.06 * k,
        (0, at.engine[0] - 0.04 * k, pivot_z),
        "pivot",
        metal,
        along="x",
    )
    leg = [(gap * 0.9, 0.22 * k, at.engine[1] - 0.14 * k), (0.2 * k, 0.011 * k, at.engine[1] - 0.1 * k)]
    tubes(drawing, twins([leg]), 0.022 * k, "stand", dark)


def _engine(drawing: Drawing, brief: Brief, at: _Places, metal: Finish) -> None:
    """Draw the crankcase, two finned cylinders in a V, the air filter and the exhausts."""
    k, (y, z) = at.k, at.engine
    case = brief.of("engine motor", "aluminium" if brief.style_name != "steampunk" else "brass_polished")
    drawing.add("box", (0.27 * k, 0.24 * k, 0.46 * k), (0, 0.2 * k, z), name="engine", radius_m=0.07 * k, **case)
    for side in (1.0, -1.0):
        lying(
            drawing,
            "disc",
            0.2 * k,
            0.07 * k,
            (side * 0.14 * k, 0.33 * k, z + 0.08 * k),
            "engine_cover",
            metal,
            along="x",
            edge=0.2,
        )
        lying(
            drawing,
            "disc",
            0.15 * k,
            0.06 * k,
            (side * 0.14 * k, 0.32 * k, z - 0.12 * k),
            "engine_cover",
            metal,
            along="x",
            edge=0.2,
        )
    for lean in (24.0, -24.0):
        shift = 0.09 * k * (1 if lean > 0 else -1)
        drawing.add(
            "cylinder_finned",
            (0.17 * k, 0.27 * k, 0.17 * k),
            (0, y - 0.03 * k, z + shift * 1.25),
            turn=(lean, 0, 0),
            name="cylinder",
            fins=9,
            **case,
        )
    lying(drawing, "disc", 0.17 * k, 0.08 * k, (0.13 * k, y + 0.11 * k, z), "air_filter", metal, along="x", edge=0.25)
    lying(drawing, "rod", 0.06 * k, 0.2 * k, (0.06 * k, y + 0.11 * k, z), "intake", case, along="x")
    out = 0.19 * k
    pipes: list[Line] = []
    for start, drop in ((z + 0.2 * k, 0.25), (z - 0.16 * k, 0.33)):
        pipes.append(
            [
                (0.06 * k, y + 0.14 * k, start),
                (out, y + 0.1 * k, start + 0.07 * k),
                (out, drop * k, z + 0.08 * k if start > z else z - 0.2 * k),
                (out, drop * k, z - 0.4 * k),
            ]
        )
    tubes(drawing, pipes, 0.045 * k, "exhaust", metal, bend=0.12 * k)
    for drop in (0.25, 0.33):
        drawing.add(
            "turning", (0.085 * k, 0.62 * k, 0.085 * k), (out + 0.004 * k, drop * k - 0.31 * k, z - 0.58 * k), turn=(90, 0, 0), name="exhaust_silencer",
            profile=[0.75, 0.0, 0.95, 0.02, 1.0, 0.1, 0.9, 0.7, 0.5, 1.0], **metal,
        )  # fmt: skip
    tubes(
        drawing, [[(0.1 * k, 0.3 * k, z - 0.2 * k), (out, 0.3 * k, z - 0.36 * k)]], 0.035 * k, "exhaust_bracket", metal
    )


def _body(drawing: Drawing, brief: Brief, at: _Places, kind: _Kind, paint: Finish) -> None:
    """Draw the tank, the saddle, the side covers and the tail."""
    k, z = at.k, at.engine[1]
    tank_length = at.head[1] - (z - 0.14 * k)
    base = at.seat_y - 0.06 * k
    drawing.add(
        "streamlined", (0.3 * k, 0.25 * k, tank_length), (0, base, z - 0.14 * k + tank_length / 2 - 0.05 * k), name="tank",
        along=[-1, -0.6, 0.1, 0.7, 1], half=[0.34, 0.6, 1.0, 0.85, 0.35], low=[0.1, 0.04, 0.0, 0.06, 0.3],
        high=[0.5, 0.68, 0.96, 0.98, 0.72], square=2.7, stripes=[0.42, 0.47] if brief.style_name not in ("minimalist",) else [], stripe_material="chrome", **paint,
    )  # fmt: skip
    drawing.add(
        "button",
        (0.06 * k, 0.03 * k, 0.06 * k),
        (0, base + 0.228 * k, z + tank_length * 0.42),
        name="cap",
        material="chrome",
    )
    role = "leather_brown" if brief.style_name in ("steampunk", "rustic", "art deco") else "leather_black"
    leather = brief.of("saddle seat", role)
    front, back, low = z - 0.1 * k, at.rear[1] - 0.04 * k, at.seat_y - 0.045 * k
    up = 0.1 * k if kind.is_faired else 0.035 * k
    saddle = [(front, low), (front + 0.01 * k, low + 0.075 * k), (front - 0.2 * k, low + 0.06 * k), (front - 0.34 * k, low + 0.075 * k),
              (front - 0.38 * k, low + 0.11 * k), (back, low + 0.1 * k + up), (back - 0.03 * k, low + 0.05 * k + up), (front - 0.3 * k, low - 0.02 * k)]  # fmt: skip
    side_shape(drawing, saddle, 0.26 * k, "saddle", leather, edge=0.05 * k, soft=0.02 * k)
    cover = [
        (z - 0.02 * k, at.seat_y - 0.09 * k),
        (z - 0.06 * k, 0.46 * k),
        (z - 0.3 * k, 0.46 * k),
        (z - 0.4 * k, at.seat_y - 0.07 * k),
    ]
    side_shape(drawing, cover, 0.25 * k, "side_cover", paint, edge=0.03 * k, soft=0.03 * k)
    tail = [
        (front - 0.34 * k, low + 0.01 * k),
        (back - 0.08 * k, low + 0.045 * k + up),
        (back - 0.1 * k, low + up),
        (front - 0.3 * k, low - 0.06 * k),
    ]
    side_shape(drawing, tail, 0.17 * k, "tail", paint, edge=0.025 * k, soft=0.01 * k)
    lying(
        drawing,
        "disc",
        0.07 * k,
        0.05 * k,
        (0, low + 0.02 * k + up, back - 0.1 * k),
        "tail_light",
        Finish(material="paint_red", color=""),
    )
    tubes(
        drawing,
        [[(0, at.rear[0] * 2 + 0.03 * k, at.rear[1] + 0.05 * k), (0, low - 0.0 * k + up * 0.5, at.rear[1] + 0.06 * k)]],
        0.03 * k,
        "guard_post",
        Finish(material="iron_black", color=""),
    )


def _controls(drawing: Drawing, brief: Brief, at: _Places, kind: _Kind, metal: Finish) -> None:
    """Draw handlebar, grips, levers, mirrors, headlamp, dials and footpegs."""
    k, (y, z) = at.k, at.head
    wide, rise = (0.33 if kind.is_faired else 0.4) * k, kind.bar * k
    bar = [
        (0.06 * k, y, z - 0.01 * k),
        (0.12 * k, y + rise, z - 0.02 * k),
        (wide * 0.62, y + rise + 0.03 * k, z - 0.06 * k),
        (wide, y + rise + 0.01 * k, z - 0.16 * k),
    ]
    tubes(
        drawing,
        [*twins([bar]), [(-0.06 * k, y, z - 0.01 * k), (0.06 * k, y, z - 0.01 * k)]],
        0.026 * k,
        "handlebar",
        metal,
        bend=0.06 * k,
    )
    start = (wide * 0.66, y + rise + 0.028 * k, z - 0.072 * k)
    tubes(drawing, twins([[start, bar[3]]]), 0.038 * k, "grip", brief.of("grip", "rubber_black"))
    lever = [start, (start[0], start[1], start[2] + 0.05 * k), (wide * 0.96, bar[3][1], bar[3][2] + 0.07 * k)]
    tubes(drawing, twins([lever]), 0.014 * k, "lever", metal, bend=0.03 * k)
    stalk = [start, (wide * 0.8, start[1] + 0.14 * k, start[2] + 0.02 * k)]
    tubes(drawing, twins([stalk]), 0.012 * k, "mirror_stalk", metal)
    for side in (1.0, -1.0):
        lying(
            drawing,
            "disc",
            0.12 * k,
            0.025 * k,
            (side * wide * 0.8, stalk[1][1] + 0.035 * k, stalk[1][2]),
            "mirror",
            metal,
            edge=0.3,
        )
    lamp = (0.2 if not kind.is_faired else 0.13) * k
    if not kind.is_faired:
        drawing.add("lamp_round", (lamp, lamp, 0.17 * k), (0, y - 0.17 * k, z + 0.015 * k), name="headlight", **metal)
        for side in (1.0, -1.0):
            lying(
                drawing,
                "disc",
                0.09 * k,
                0.06 * k,
                (side * 0.05 * k, y + 0.04 * k, z + 0.035 * k),
                "dial",
                metal,
                edge=0.2,
            )
        tubes(
            drawing,
            [
                [(0, y - 0.02 * k, z), (0, y + 0.04 * k, z + 0.035 * k)],
                [(-0.06 * k, y + 0.035 * k, z + 0.035 * k), (0.06 * k, y + 0.035 * k, z + 0.035 * k)],
            ],
            0.02 * k,
            "bracket",
            metal,
        )
    peg_z = at.engine[1] - (0.02 if kind.bar <= 0.12 else -0.22) * k
    tubes(
        drawing,
        twins([[(0.1 * k, 0.24 * k, peg_z), (0.27 * k, 0.25 * k, peg_z)]]),
        0.03 * k,
        "footpeg",
        Finish(material="rubber_black", color=""),
    )


def _outfit(drawing: Drawing, brief: Brief, at: _Places, kind: _Kind, paint: Finish, metal: Finish) -> None:
    """Draw the fairing, the windscreen, panniers and the sidecar."""
    k = at.k
    if brief.has("fairing", default=kind.is_faired):
        length = 0.74 * k
        drawing.add(
            "streamlined", (0.38 * k, 0.7 * k, length), (0, 0.27 * k, at.head[1] - 0.16 * k), name="fairing",
            along=[-1, -0.5, 0.2, 0.7, 1], half=[0.6, 0.95, 1.0, 0.86, 0.4], low=[0.02, 0.0, 0.1, 0.5, 0.62],
            high=[0.5, 0.76, 1.0, 0.9, 0.74], square=2.6, lamps=[0.42, 0.72, 0.1], lamps_wide=1.6, lamps_material="glass_clear",
            axles=[], **paint,
        )  # fmt: skip
    if brief.has("windscreen", default=kind.has_bags or kind.is_faired):
        glass = glass_of(brief)
        wide, tall, lean = (0.24, 0.3, 48.0) if kind.is_faired else (0.36, 0.42, 68.0)
        middle = (
            at.head[0] + (0.14 if kind.is_faired else 0.15) * k,
            at.head[1] + (0.04 if kind.is_faired else 0.02) * k,
        )
        drawing.add(
            "plate", (wide * k, 0.008 * k, tall * k), (0, middle[0] - 0.004 * k, middle[1]), turn=(lean, 0, 0), name="windscreen",
            corner_m=0.11 * k, material=glass["glass_material"], color=glass["glass_color"],
        )  # fmt: skip
        stay = [(0.06 * k, at.head[0] - 0.02 * k, at.head[1]), (0.06 * k, middle[0], middle[1])]
        tubes(drawing, twins([stay]), 0.018 * k, "windscreen_stay", metal)
    if brief.has("pannier", default=kind.has_bags):
        bag = brief.of("pannier bag", paint["material"])
        for side in (1.0, -1.0):
            drawing.add(
                "box",
                (0.2 * k, 0.3 * k, 0.46 * k),
                (side * 0.26 * k, 0.5 * k, at.rear[1] + 0.02 * k),
                name="pannier",
                radius_m=0.06 * k,
                **bag,
            )
        tubes(
            drawing,
            [
                [
                    (-0.24 * k, at.seat_y - 0.07 * k, at.rear[1] + 0.1 * k),
                    (0.24 * k, at.seat_y - 0.07 * k, at.rear[1] + 0.1 * k),
                ]
            ],
            0.03 * k,
            "pannier_rail",
            metal,
        )
    if brief.has("sidecar"):
        _sidecar(drawing, at, paint, metal)


def _sidecar(drawing: Drawing, at: _Places, paint: Finish, metal: Finish) -> None:
    k, x = at.k, -0.72 * at.k
    drawing.add(
        "streamlined", (0.56 * k, 0.56 * k, 1.7 * k), (x, 0.24 * k, 0.02 * k), name="sidecar", along=[-1, -0.6, 0.0, 0.6, 1],
        half=[0.5, 0.9, 1.0, 0.7, 0.1], low=[0.3, 0.05, 0.0, 0.1, 0.45], high=[0.75, 0.9, 0.96, 0.9, 0.6], square=2.8, **paint,
    )  # fmt: skip
    drawing.add(
        "box",
        (0.4 * k, 0.12 * k, 0.5 * k),
        (x, 0.74 * k, -0.1 * k),
        name="sidecar_seat",
        radius_m=0.05 * k,
        material="leather_brown",
    )
    drawing.add(
        "wheel",
        (0.12 * k, 0.56 * k, 0.56 * k),
        (x - 0.4 * k, 0, -0.2 * k),
        turn=(0, 180, 0),
        name="wheel",
        spokes=8,
        **metal,
    )
    lines: list[Line] = [
        [(x - 0.4 * k, 0.28 * k, -0.2 * k), (-0.08 * k, 0.28 * k, -0.2 * k)],
        [(x, 0.34 * k, 0.4 * k), (-0.08 * k, 0.3 * k, 0.2 * k)],
    ]
    tubes(drawing, lines, 0.05 * k, "sidecar_frame", metal)


@archetype(
    "scooter", "vehicle", "motorcycle",
    "scooter, moped, motor scooter, vespa, electric scooter, kick scooter, push scooter, e-scooter, motorroller, roller, patinete",
    hints="",
    about="A small two-wheeled vehicle with a flat footboard: a motor scooter to sit on in town, or a kick scooter that one "
    "stands on.",
    parts="saddle, handlebar, grip, mudguard, fender, apron, deck, mirror",
    features="top case, luggage box=top case, windscreen, windshield=windscreen",
)  # fmt: skip
def scooter(drawing: Drawing, brief: Brief) -> None:
    """Draw a motor scooter with apron and footboard, or a kick scooter where the words say so."""
    known = brief.words | brief.modifiers
    if known & {"kick", "push", "e-scooter", "kid", "kids", "standing", "patinete"} or (
        "electric" in known and "vespa" not in known
    ):
        _kick_scooter(drawing, brief, is_electric="electric" in known or "e-scooter" in known)
        return
    k = brief.box(0.7, 1.1, 1.8, keeps_shape=True)[2] / 1.8
    paint = brief.of("body paint scooter", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    metal = bright(brief, "metal")
    y, front, rear = 0.22 * k, 0.64 * k, -0.6 * k
    for z in (front, rear):
        drawing.add(
            "wheel",
            (0.12 * k, 2 * y, 2 * y),
            (0, 0, z),
            spokes=8,
            style="steel",
            rim_share=0.6,
            **brief.of("wheel rim", metal["material"]),
        )
        lying(drawing, "rod", 0.06 * k, 0.2 * k, (0, y, z), "hub", metal, along="x")
    mudguard(drawing, (y, front), y + 0.03 * k, 0.17 * k, (20, 190), paint, thick=0.012 * k)
    head = (0, 0.92 * k, front - 0.2 * k)
    tubes(
        drawing,
        [[(0.09 * k, y, front), (0.07 * k, y + 0.27 * k, front - 0.05 * k), (0, y + 0.32 * k, front - 0.07 * k), head]],
        0.05 * k,
        "fork",
        metal,
        bend=0.06 * k,
    )
    z = front - 0.12 * k
    apron = [
        (z + 0.03 * k, 0.28 * k),
        (z + 0.05 * k, 0.5 * k),
        (z - 0.07 * k, 0.92 * k),
        (z - 0.11 * k, 0.92 * k),
        (z - 0.03 * k, 0.5 * k),
        (z - 0.08 * k, 0.28 * k),
    ]
    side_shape(drawing, apron, 0.44 * k, "apron", paint, edge=0.025 * k, soft=0.03 * k)
    floor = [
        (z - 0.02 * k, 0.235 * k),
        (z - 0.02 * k, 0.3 * k),
        (z - 0.1 * k, 0.285 * k),
        (-0.3 * k, 0.285 * k),
        (-0.3 * k, 0.225 * k),
    ]
    side_shape(drawing, floor, 0.4 * k, "footboard", paint, edge=0.02 * k, soft=0.015 * k)
    drawing.add("board", (0.3 * k, 0.012 * k, 0.46 * k), (0, 0.281 * k, 0.02 * k), name="mat", material="rubber_black")
    drawing.add(
        "streamlined", (0.44 * k, 0.5 * k, 0.92 * k), (0, 0.22 * k, -0.5 * k), name="body", along=[-1, -0.7, 0.0, 0.6, 1],
        half=[0.3, 0.8, 1.0, 0.8, 0.55], low=[0.55, 0.25, 0.02, 0.0, 0.05], high=[0.85, 0.97, 1.0, 0.94, 0.8], square=2.8,
        axles=[(rear + 0.5 * k) / (0.46 * k)], wheel_m=2 * y * 0.98, axle_height_m=0.0, well_m=0.001 * k, tail_lamps=[0.0, 0.74, 0.16], lamps=[], **paint,
    )  # fmt: skip
    leather = brief.of(
        "saddle seat", "leather_brown" if brief.style_name in ("steampunk", "rustic", "realistic") else "leather_black"
    )
    seat = [
        (-0.1 * k, 0.7 * k),
        (-0.08 * k, 0.76 * k),
        (-0.3 * k, 0.765 * k),
        (-0.42 * k, 0.79 * k),
        (-0.82 * k, 0.8 * k),
        (-0.84 * k, 0.72 * k),
        (-0.5 * k, 0.69 * k),
    ]
    side_shape(drawing, seat, 0.27 * k, "saddle", leather, edge=0.035 * k, soft=0.025 * k)
    _scooter_head(drawing, brief, k, head, paint, metal)
    tubes(
        drawing, twins([[(0.08 * k, 0.24 * k, -0.1 * k), (0.17 * k, 0.011 * k, -0.14 * k)]]), 0.022 * k, "stand", metal
    )
    drawing.add(
        "box",
        (0.16 * k, 0.2 * k, 0.34 * k),
        (0.06 * k, 0.14 * k, rear + 0.2 * k),
        name="engine",
        radius_m=0.04 * k,
        material="iron_black",
    )
    lying(drawing, "rod", 0.09 * k, 0.36 * k, (0.15 * k, 0.2 * k, rear - 0.02 * k), "exhaust", metal)
    if brief.has("top case"):
        drawing.add(
            "box", (0.36 * k, 0.28 * k, 0.32 * k), (0, 0.78 * k, -0.94 * k), name="top_case", radius_m=0.06 * k, **paint
        )


def _scooter_head(
    drawing: Drawing, brief: Brief, k: float, head: tuple[float, float, float], paint: Finish, metal: Finish
) -> None:
    """Draw the headset with its lamp, the bar, mirrors and the apron's badge."""
    _, y, z = head
    drawing.add("box", (0.2 * k, 0.17 * k, 0.2 * k), (0, y - 0.03 * k, z), name="headset", radius_m=0.07 * k, **paint)
    drawing.add("lamp_round", (0.14 * k, 0.14 * k, 0.1 * k), (0, y - 0.02 * k, z + 0.05 * k), name="headlight", **metal)
    bar = [(0.05 * k, y + 0.05 * k, z), (0.2 * k, y + 0.07 * k, z - 0.03 * k), (0.34 * k, y + 0.06 * k, z - 0.1 * k)]
    tubes(drawing, twins([bar]), 0.03 * k, "handlebar", metal, bend=0.06 * k)
    tubes(
        drawing,
        twins([[(0.22 * k, y + 0.069 * k, z - 0.041 * k), bar[2]]]),
        0.04 * k,
        "grip",
        brief.of("grip", "rubber_black"),
    )
    stalk = [(0.18 * k, y + 0.065 * k, z - 0.025 * k), (0.24 * k, y + 0.2 * k, z - 0.02 * k)]
    tubes(drawing, twins([stalk]), 0.012 * k, "mirror_stalk", metal)
    for side in (1.0, -1.0):
        lying(
            drawing,
            "disc",
            0.11 * k,
            0.022 * k,
            (side * 0.24 * k, y + 0.235 * k, z - 0.02 * k),
            "mirror",
            metal,
            edge=0.3,
        )
    if brief.has("windscreen"):
        glass = glass_of(brief)
        drawing.add(
            "plate", (0.4 * k, 0.008 * k, 0.42 * k), (0, y + 0.24 * k, z + 0.02 * k), turn=(72, 0, 0), name="windscreen",
            corner_m=0.12 * k, material=glass["glass_material"], color=glass["glass_color"],
        )  # fmt: skip


def _kick_scooter(drawing: Drawing, brief: Brief, *, is_electric: bool) -> None:
    """Draw a scooter that one stands on: deck, steering tube, small wheels."""
    k = brief.box(0.46, 1.1, 1.05, keeps_shape=True)[2] / 1.05
    paint = brief.of("body frame scooter deck", paint_of(brief, "paint_black", "aluminium", "paint_red"), is_main=True)
    metal = bright(brief, "metal")
    y = (0.11 if is_electric else 0.09) * k
    front, rear = 0.42 * k, -0.42 * k
    for z in (front, rear):
        drawing.add(
            "wheel",
            (0.05 * k, 2 * y, 2 * y),
            (0, 0, z),
            spokes=5,
            rim_share=0.66,
            **brief.of("wheel rim", metal["material"]),
        )
        lying(drawing, "rod", 0.025 * k, 0.1 * k, (0, y, z), "hub", metal, along="x")
    deck = [
        (front - 0.19 * k, y - 0.03 * k),
        (front - 0.2 * k, y + 0.04 * k),
        (rear + 0.13 * k, y + 0.04 * k),
        (rear + 0.13 * k, y - 0.03 * k),
    ]
    side_shape(drawing, deck, 0.17 * k, "deck", paint, edge=0.015 * k, soft=0.01 * k)
    drawing.add(
        "board",
        (0.14 * k, 0.008 * k, 0.46 * k),
        (0, y + 0.037 * k, -0.02 * k),
        name="grip_tape",
        material="rubber_black",
    )
    tubes(
        drawing,
        twins(
            [
                [(0.042 * k, y, rear), (0.06 * k, y, rear + 0.16 * k)],
                [(0.042 * k, y, front), (0.042 * k, 2 * y + 0.02 * k, front - 0.02 * k)],
            ]
        ),
        0.028 * k,
        "fork",
        paint,
    )
    neck = (0, 2 * y + 0.05 * k, front - 0.03 * k)
    drawing.add(
        "box",
        (0.115 * k, 0.04 * k, 0.06 * k),
        (0, 2 * y + 0.005 * k, front - 0.025 * k),
        name="crown",
        radius_m=0.01 * k,
        **paint,
    )
    tubes(
        drawing,
        [[(0, y, front - 0.22 * k), (0, 2 * y + 0.04 * k, front - 0.08 * k), neck]],
        0.05 * k,
        "neck",
        paint,
        bend=0.05 * k,
    )
    top = (0, 1.06 * k, front - 0.16 * k)
    tubes(drawing, [[(0, 2 * y, front - 0.025 * k), top]], 0.036 * k, "steering_tube", metal)
    tubes(drawing, [[(-0.22 * k, *top[1:]), (0.22 * k, *top[1:])]], 0.024 * k, "handlebar", metal)
    tubes(
        drawing,
        twins([[(0.12 * k, *top[1:]), (0.225 * k, *top[1:])]]),
        0.034 * k,
        "grip",
        brief.of("grip", "rubber_black"),
    )
    mudguard(drawing, (y, rear), y + 0.012 * k, 0.06 * k, (15, 150), paint, thick=0.008 * k)
    tubes(
        drawing, [[(-0.03 * k, y, rear + 0.14 * k), (0, y * 1.6, rear + y + 0.004 * k)]], 0.02 * k, "guard_stay", paint
    )
    if is_electric:
        drawing.add(
            "box",
            (0.07 * k, 0.03 * k, 0.06 * k),
            (0, top[1], top[2] + 0.01 * k),
            name="display",
            radius_m=0.01 * k,
            material="plastic_black",
        )
        drawing.add(
            "lamp_round", (0.05 * k, 0.05 * k, 0.04 * k), (0, 0.9 * k, top[2] + 0.05 * k), name="headlight", **metal
        )
    tubes(drawing, twins([[(0.06 * k, y, -0.1 * k), (0.13 * k, 0.006 * k, -0.12 * k)]]), 0.012 * k, "stand", metal)
