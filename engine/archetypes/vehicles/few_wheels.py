"""One, two and three wheels: unicycle, segway, tricycle, cargo bike; front to +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
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
    wheels,
)

_Wheel = tuple[float, float]  # diameter, and z of the axle; metres
_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def _wire(
    drawing: Drawing, brief: Brief, size: float, at: tuple[float, float], broad: float = 0.06, tyre: float = 0.1
) -> None:
    """Draw a wheel of wires at (x, z)."""
    drawing.add(
        "wire_wheel",
        (broad * 2, size, size),
        (at[0], 0, at[1]),
        name="wheel",
        tyre=tyre,
        spokes=brief.count("spoke", 24, least=12, most=48),
        **brief.of("wheel rim", "steel_brushed"),
    )


def _pedals(drawing: Drawing, brief: Brief, y: float, z: float, wide: float, reach: float, metal: Finish) -> None:
    """Draw cranks and pedals on both sides of an axle."""
    lying(drawing, "rod", 0.03, wide * 2, (0, y, z), "crank_axle", metal, along="x")
    for side in (1.0, -1.0):
        end = (side * wide, y - side * reach * 0.6, z + side * reach * 0.8)
        tubes(drawing, [[(side * wide, y, z), end, (side * (wide + 0.09), end[1], end[2])]], 0.02, "crank", metal)
        drawing.add(
            "box",
            (0.1, 0.025, 0.08),
            (side * (wide + 0.06), end[1] - 0.0125, end[2]),
            name="pedal",
            radius_m=0.008,
            **brief.of("pedal", "rubber_black"),
        )


@archetype(
    "unicycle",
    "vehicle",
    "bicycle",
    "unicycle, uni-cycle, one wheeled bicycle, one-wheeler, einrad, monocycle, monociclo, circus unicycle",
    hints="circus, juggling",
    about="A cycle with a single wheel under the saddle, ridden in the circus.",
    parts="saddle, wheel, fork, pedal, stand, spoke",
    features="stand",
)
def unicycle(drawing: Drawing, brief: Brief) -> None:
    """Draw a unicycle on its stand: wheel, fork, pedals, post and curved saddle."""
    k = brief.box(0.5, 1.0, 0.6, keeps_shape=True)[1]
    paint = brief.of("frame fork body", paint_of(brief, "paint_red", "chrome", "paint_blue"), is_main=True)
    metal = bright(brief, "metal")
    size, axle = 0.52 * k, 0.26 * k
    _wire(drawing, brief, size, (0, 0), 0.06)
    fork = [(0.085 * k, axle, 0), (0.085 * k, 0.56 * k, 0), (0.02 * k, 0.62 * k, 0)]
    tubes(drawing, twins([fork]), 0.034 * k, "fork", paint, bend=0.05 * k)
    tubes(drawing, [[(0, 0.6 * k, 0), (0, 0.92 * k, 0)]], 0.034 * k, "seat_post", metal)
    drawing.add("disc", (0.06 * k, 0.05 * k, 0.06 * k), (0, 0.63 * k, 0), name="clamp", **metal)
    saddle = [
        (-0.16, 0.99),
        (-0.14, 0.94),
        (0.0, 0.9),
        (0.12, 0.93),
        (0.17, 1.0),
        (0.1, 0.985),
        (0.0, 0.965),
        (-0.1, 0.985),
    ]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in saddle],
        0.12 * k,
        "saddle",
        brief.of("saddle seat", "leather_black"),
        edge=0.03 * k,
        soft=0.02 * k,
    )
    _pedals(drawing, brief, axle, 0, 0.1 * k, 0.14 * k, metal)
    legs: list[Line] = [[(0.1 * k, axle + 0.06 * k, -0.01 * k), (0.24 * k, 0.012 * k, z * k)] for z in (-0.26, 0.26)]
    tubes(drawing, twins(legs), 0.022 * k, "stand", brief.of("stand", "iron_black"))


@archetype(
    "segway",
    "vehicle",
    "motorcycle",
    "segway, self balancing scooter, hoverboard, balance scooter, personal transporter, two wheeled scooter",
    hints="guided tour, mall cop",
    about="An electric carrier with two wheels side by side and a handle, that balances by itself.",
    parts="platform, handlebar, wheel, mudguard, column, grip",
    features="handlebar, bag",
)
def segway(drawing: Drawing, brief: Brief) -> None:
    """Draw a segway on its stand: platform, two wheels under guards, column and handlebar; a hoverboard has none."""
    is_board = "hoverboard" in brief.words
    k = brief.box(0.64, 0.2 if is_board else 1.3, 0.5, keeps_shape=True)[0] / 0.64
    paint = brief.of("body platform paint", paint_of(brief, "paint_white", "paint_black", "paint_red"), is_main=True)
    size = (0.18 if is_board else 0.46) * k
    wheels(drawing, brief, [(0.28 * k, 0)], size, 0.09 * k, spokes=5)
    y = size / 2
    lying(drawing, "rod", 0.05 * k, 0.5 * k, (0, y, 0), "axle", _STEEL, along="x")
    drawing.add(
        "box",
        (0.44 * k, 0.09 * k, (0.2 if is_board else 0.36) * k),
        (0, y - 0.05 * k, 0),
        name="platform",
        radius_m=0.03 * k,
        **paint,
    )
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.17 * k, 0.012 * k, (0.16 if is_board else 0.3) * k),
            (side * 0.1 * k, y + 0.036 * k, 0),
            name="mat",
            material="rubber_black",
        )
        mudguard(drawing, (y, 0), size * 0.54, 0.11 * k, (20, 160), paint, x=side * 0.27 * k, thick=0.012 * k)
        drawing.add("box", (0.04 * k, size * 0.56, 0.06 * k), (side * 0.21 * k, y, 0), name="guard_arm", **paint)
    for z in (-0.12, 0.12) if not is_board else (-0.06, 0.06):
        drawing.add("box", (0.3 * k, y - 0.02 * k, 0.02 * k), (0, 0, z * k), name="stand", **_IRON)
    if is_board:
        return
    metal = bright(brief, "column")
    column: list[Line] = [[(0, y, 0.12 * k), (0, 0.6 * k, 0.2 * k), (0, 1.2 * k, 0.08 * k)]]
    tubes(drawing, column, 0.05 * k, "column", metal, bend=0.2 * k)
    tubes(
        drawing,
        [[(-0.25 * k, 1.2 * k, 0.02 * k), (0, 1.2 * k, 0.09 * k), (0.25 * k, 1.2 * k, 0.02 * k)]],
        0.03 * k,
        "handlebar",
        metal,
        bend=0.04 * k,
    )
    tubes(
        drawing,
        twins([[(0.14 * k, 1.2 * k, 0.05 * k), (0.26 * k, 1.2 * k, 0.018 * k)]]),
        0.042 * k,
        "grip",
        brief.of("grip", "rubber_black"),
    )
    drawing.add(
        "box",
        (0.12 * k, 0.05 * k, 0.08 * k),
        (0, 1.2 * k, 0.09 * k),
        name="display",
        radius_m=0.01 * k,
        material="screen_emissive",
    )


@archetype(
    "tricycle",
    "vehicle",
    "bicycle",
    "tricycle, trike, child tricycle, kids tricycle, toddler tricycle, three wheeled bike, dreirad, triciclo, "
    "children's tricycle",
    hints="toddler ride",
    about="A small cycle with one wheel in front and two behind, for children.",
    parts="saddle, handlebar, pedal, fork, basket, wheel, bell, ribbon",
    features="basket, bell, ribbon, streamer=ribbon",
)
def tricycle(drawing: Drawing, brief: Brief) -> None:
    """Draw a child's tricycle: large front wheel with pedals, two rear wheels with a step, saddle, high handlebar."""
    k = brief.box(0.54, 0.66, 0.84, keeps_shape=True)[2] / 0.84
    paint = brief.of("frame body fork", paint_of(brief, "paint_red", "paint_blue"), is_main=True)
    metal = bright(brief, "metal")
    front, rear = (0.36 * k, 0.24 * k), (0.24 * k, -0.28 * k)
    _trike_wheels(drawing, brief, front, rear, metal, k)
    head = _trike_frame(drawing, front, rear, paint, k)
    _trike_handlebar(drawing, brief, head, front[1], metal, k)
    _trike_saddle(drawing, brief, metal, k)
    _pedals(drawing, brief, front[0] / 2, front[1], 0.09 * k, 0.09 * k, metal)
    _trike_extras(drawing, brief, front[1], metal, k)


def _trike_extras(drawing: Drawing, brief: Brief, z: float, metal: Finish, k: float) -> None:
    """Draw a basket and a bell on the handlebar, where they are asked for."""
    if brief.has("basket"):
        drawing.add(
            "open_box",
            (0.24 * k, 0.16 * k, 0.18 * k),
            (0, 0.42 * k, z + 0.04 * k),
            name="basket",
            **brief.of("basket", "wicker"),
        )
    if brief.has("bell"):
        drawing.add("dome", (0.05 * k, 0.04 * k, 0.05 * k), (0.08 * k, 0.635 * k, z - 0.1 * k), name="bell", **metal)


def _trike_wheels(drawing: Drawing, brief: Brief, front: _Wheel, rear: _Wheel, metal: Finish, k: float) -> None:
    """Draw the front wheel, and two rear wheels on their axle."""
    _wire(drawing, brief, front[0], (0, front[1]), 0.05 * k, 0.14)
    for x in (-0.23 * k, 0.23 * k):
        _wire(drawing, brief, rear[0], (x, rear[1]), 0.04 * k, 0.16)
    lying(drawing, "rod", 0.024 * k, 0.5 * k, (0, rear[0] / 2, rear[1]), "axle", metal, along="x")


def _trike_frame(drawing: Drawing, front: _Wheel, rear: _Wheel, paint: Finish, k: float) -> Triple:
    """Draw the step, the fork and the tube between them; return where the tube meets the fork."""
    size, z = front
    drawing.add(
        "box",
        (0.36 * k, 0.02 * k, 0.14 * k),
        (0, rear[0] / 2 + 0.008 * k, rear[1] - 0.02 * k),
        name="step",
        radius_m=0.008 * k,
        **paint,
    )
    fork = [
        (0.055 * k, size / 2, z),
        (0.055 * k, size + 0.03 * k, z - 0.03 * k),
        (0.0, size + 0.06 * k, z - 0.04 * k),
    ]
    tubes(drawing, twins([fork]), 0.028 * k, "fork", paint, bend=0.03 * k)
    head = (0.0, size + 0.03 * k, z - 0.035 * k)
    tubes(
        drawing,
        [[head, (0, 0.4 * k, 0.05 * k), (0, 0.3 * k, -0.12 * k), (0, rear[0] / 2, rear[1])]],
        0.038 * k,
        "frame",
        paint,
        bend=0.12 * k,
    )
    return head


def _trike_handlebar(drawing: Drawing, brief: Brief, head: Triple, z: float, metal: Finish, k: float) -> None:
    """Draw a high handlebar with grips and ribbons."""
    high = unless_said(brief, "handlebar", metal)
    bar = [(0, 0.6 * k, z - 0.09 * k), (0.1 * k, 0.63 * k, z - 0.1 * k), (0.24 * k, 0.62 * k, z - 0.2 * k)]
    tubes(drawing, [[head, (0, 0.6 * k, z - 0.09 * k)], *twins([bar])], 0.026 * k, "handlebar", high, bend=0.04 * k)
    grip: list[Line] = [[(0.18 * k, 0.622 * k, z - 0.16 * k), (0.26 * k, 0.62 * k, z - 0.215 * k)]]
    tubes(drawing, twins(grip), 0.036 * k, "grip", brief.of("grip", "rubber_black"))
    if brief.has("ribbon", default=True):
        ribbons: list[Line] = [
            [
                (0.25 * k, 0.62 * k, z - 0.21 * k),
                ((0.27 + a) * k, 0.52 * k, z - 0.26 * k),
                ((0.26 + a) * k, 0.45 * k, z - 0.25 * k),
            ]
            for a in (0.0, 0.02)
        ]
        tubes(drawing, twins(ribbons), 0.008 * k, "ribbon", brief.of("ribbon", "fabric_blue"), bend=0.03 * k)


def _trike_saddle(drawing: Drawing, brief: Brief, metal: Finish, k: float) -> None:
    """Draw the saddle on its post."""
    drawing.add(
        "seat_saddle",
        (0.2 * k, 0.09 * k, 0.26 * k),
        (0, 0.36 * k, -0.13 * k),
        name="saddle",
        **brief.of("saddle seat", "leather_black"),
    )
    tubes(drawing, [[(0, 0.28 * k, -0.13 * k), (0, 0.4 * k, -0.14 * k)]], 0.034 * k, "seat_post", metal)


@archetype(
    "cargo bike",
    "vehicle",
    "bicycle",
    "cargo bike, cargo bicycle, bakfiets, freight bike, box bike, lastenrad, cargo tricycle, delivery bike, ice cream "
    "bike, cargo trike, carrier bike",
    hints="carry kids by bike",
    about="A cycle with two wheels in front beside a large box for children or goods.",
    parts="box, saddle, handlebar, pedal, frame, wheel, bench, cover",
    features="cover, bench",
)
def cargo_bike(drawing: Drawing, brief: Brief) -> None:
    """Draw a cargo bike: box between two front wheels, frame, rear wheel, saddle, push bar, pedals, a bench."""
    k = brief.box(0.9, 1.12, 2.1, keeps_shape=True)[2] / 2.1
    wood = brief.of(
        "box", "plywood" if brief.style_name not in ("industrial", "futuristic") else "aluminium", is_main=True
    )
    paint = brief.of("frame body", paint_of(brief, "paint_black", "paint_blue", "paint_red"), is_accent=True)
    metal = bright(brief, "metal")
    front, rear = (0.5 * k, 0.52 * k), (0.66 * k, -0.7 * k)
    crank = (0.0, 0.3 * k, -0.26 * k)
    _cargo_wheels(drawing, brief, front, rear, metal, k)
    _cargo_box(drawing, brief, wood, k)
    _cargo_frame(drawing, rear, crank, paint, k)
    _cargo_saddle(drawing, brief, metal, k)
    _push_bar(drawing, brief, metal, k)
    _pedals(drawing, brief, crank[1], crank[2], 0.1 * k, 0.15 * k, metal)
    _chain(drawing, brief, k)
    _guard(drawing, rear, paint, metal, k)


def _cargo_wheels(drawing: Drawing, brief: Brief, front: _Wheel, rear: _Wheel, metal: Finish, k: float) -> None:
    """Draw the rear wheel and the front pair on its axle."""
    _wire(drawing, brief, rear[0], (0, rear[1]), 0.06 * k)
    for x in (-0.41 * k, 0.41 * k):
        _wire(drawing, brief, front[0], (x, front[1]), 0.05 * k)
    lying(drawing, "rod", 0.04 * k, 0.86 * k, (0, front[0] / 2, front[1]), "axle", metal, along="x")


def _cargo_box(drawing: Drawing, brief: Brief, wood: Finish, k: float) -> None:
    """Draw the box of boards over the front axle, with a bench."""
    box = [(0.12, 0.3), (0.06, 0.8), (1.06, 0.86), (0.98, 0.3)]
    for x in (-0.31, 0.31):
        side_shape(drawing, [(z * k, y * k) for z, y in box], 0.03 * k, "box_side", wood, x=x * k, edge=0.006 * k)
    drawing.add("box", (0.62 * k, 0.03 * k, 0.88 * k), (0, 0.3 * k, 0.55 * k), name="box_floor", **wood)
    ends = (
        ("box_front", [(0.965, 0.3), (1.045, 0.8), (1.075, 0.8), (0.995, 0.3)]),
        ("box_back", [(0.12, 0.3), (0.06, 0.78), (0.09, 0.78), (0.15, 0.3)]),
    )
    for name, shape in ends:
        side_shape(drawing, [(z * k, y * k) for z, y in shape], 0.62 * k, name, wood, edge=0.006 * k)
    if brief.has("bench", default=True):
        drawing.add("box", (0.6 * k, 0.03 * k, 0.24 * k), (0, 0.52 * k, 0.24 * k), name="bench", **wood)
    drawing.add("box", (0.1 * k, 0.08 * k, 0.3 * k), (0, 0.24 * k, 0.52 * k), name="axle_seat", **_IRON)


def _cargo_frame(drawing: Drawing, rear: _Wheel, crank: Triple, paint: Finish, k: float) -> None:
    """Draw the frame from the box over the crank to the rear wheel."""
    seat, axle = (0.0, 0.78 * k, -0.46 * k), (0.07 * k, rear[0] / 2, rear[1])
    lines: list[Line] = [
        [crank, (0, 0.28 * k, 0.5 * k)],
        [crank, seat],
        [(0, 0.62 * k, -0.4 * k), (0, 0.34 * k, 0.14 * k)],
    ]
    stays: list[Line] = [
        [(0.02 * k, 0.3 * k, -0.28 * k), axle],
        [(0.02 * k, 0.7 * k, -0.43 * k), axle],
    ]
    tubes(drawing, [*lines, *twins(stays)], 0.045 * k, "frame", paint)


def _cargo_saddle(drawing: Drawing, brief: Brief, metal: Finish, k: float) -> None:
    """Draw the saddle on its post."""
    tubes(drawing, [[(0.0, 0.78 * k, -0.46 * k), (0, 0.92 * k, -0.5 * k)]], 0.034 * k, "seat_post", metal)
    drawing.add(
        "seat_saddle",
        (0.17 * k, 0.09 * k, 0.27 * k),
        (0, 0.9 * k, -0.48 * k),
        name="saddle",
        **brief.of("saddle seat", "leather_brown"),
    )


def _push_bar(drawing: Drawing, brief: Brief, metal: Finish, k: float) -> None:
    """Draw the bar behind the box, with its grip."""
    bar: Line = [
        (-0.3 * k, 0.7 * k, 0.08 * k),
        (-0.3 * k, 1.06 * k, -0.08 * k),
        (0.3 * k, 1.06 * k, -0.08 * k),
        (0.3 * k, 0.7 * k, 0.08 * k),
    ]
    tubes(drawing, [bar], 0.032 * k, "handlebar", metal, bend=0.08 * k)
    lying(
        drawing,
        "rod",
        0.044 * k,
        0.3 * k,
        (0, 1.06 * k, -0.08 * k),
        "grip",
        brief.of("grip", "rubber_black"),
        along="x",
    )


def _chain(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the chain from the crank to the rear wheel."""
    drawing.add(
        "roller_chain",
        (0.024 * k, 0.18 * k, 0.56 * k),
        (0.06 * k, 0.21 * k, -0.46 * k),
        name="chain",
        small=0.5,
        links=36,
        **brief.of("chain", "iron_black"),
    )


def _guard(drawing: Drawing, rear: _Wheel, paint: Finish, metal: Finish, k: float) -> None:
    """Draw the rear wheel's mudguard on its stays."""
    size, z = rear
    mudguard(drawing, (size / 2, z), size * 0.54, 0.08 * k, (30, 190), paint, thick=0.008 * k)
    stay: list[Line] = [[(0.05 * k, size / 2, z), (0.038 * k, size * 0.86, z - 0.28 * k)]]
    tubes(drawing, twins(stay), 0.014 * k, "guard_stay", metal)
