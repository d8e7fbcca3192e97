"""Formula cars, karts and golf carts; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    bench,
    bright,
    lying,
    paint_of,
    side_shape,
    tubes,
    twins,
    wheels,
    windshield,
)

_CARBON = Finish(material="carbon_fibre", color="")
_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def steering(drawing: Drawing, at: tuple[float, float, float], across: float, lean: float = 35.0) -> None:
    """Draw a steering wheel with its column at a place."""
    x, y, z = at
    drawing.add(
        "torus", (across, across * 0.1, across), (x, y, z), turn=(-90 + lean, 0, 0), name="steering_wheel", **_IRON
    )
    y += across * 0.05
    tubes(
        drawing,
        [[(x - across * 0.46, y, z), (x + across * 0.46, y, z)], [(x, y, z), (x, y - across * 1.25, z + across * 1.1)]],
        across * 0.09,
        "column",
        _IRON,
    )


@archetype(
    "formula car",
    "vehicle",
    "car",
    "formula car, formula 1 car, formula one car, formula 1, formula one, f1 car, f1, indycar, indy car, open wheel "
    "racer, grand prix car, formula race car, single seater, rennwagen",
    hints="grand prix, pit stop",
    about="A single-seat racing car with open wheels, wings in front and behind and a driver in the open.",
    parts="wing, body, nose, halo, helmet, stripe, suspension",
    features="halo, driver, helmet=driver",
)
def formula_car(drawing: Drawing, brief: Brief) -> None:
    """Draw a formula car: narrow body with side pods, wings, halo, open wheels on wishbones, a driver's helmet."""
    k = brief.box(1.9, 1.0, 5.2, keeps_shape=True)[2] / 5.2
    paint = brief.of("body nose paint", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    wing = brief.of("wing stripe", "carbon_fibre", is_accent=True)
    _formula_body(drawing, paint, k)
    _cockpit(drawing, brief, k)
    _wings(drawing, wing, paint, k)
    _open_wheels(drawing, brief, k)
    lying(drawing, "rod", 0.12 * k, 0.3 * k, (0, 0.44 * k, -2.25 * k), "exhaust", _STEEL)


def _formula_body(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the body with its side pods, the nose and the airbox."""
    drawing.add(
        "streamlined",
        (1.34 * k, 0.6 * k, 3.0 * k),
        (0, 0.1 * k, -0.75 * k),
        name="body",
        along=[-1, -0.5, 0.2, 0.62, 1],
        half=[0.3, 0.8, 1.0, 0.84, 0.5],
        low=[0.1, 0, 0, 0, 0.05],
        high=[0.62, 0.8, 0.86, 0.84, 0.9],
        square=3.4,
        **paint,
    )
    drawing.add(
        "streamlined",
        (0.62 * k, 0.56 * k, 2.4 * k),
        (0, 0.14 * k, 1.45 * k),
        name="nose",
        along=[-1, -0.4, 0.4, 1],
        half=[1.0, 0.86, 0.5, 0.26],
        low=[0.0, 0.05, 0.14, 0.2],
        high=[1.0, 0.9, 0.6, 0.36],
        square=3.0,
        **paint,
    )
    drawing.add(
        "streamlined",
        (0.4 * k, 0.62 * k, 1.9 * k),
        (0, 0.4 * k, -1.0 * k),
        name="airbox",
        along=[-1, -0.2, 0.7, 1],
        half=[0.2, 0.7, 1, 0.8],
        low=[0.1, 0, 0, 0.1],
        high=[0.2, 0.6, 0.98, 1.0],
        square=2.6,
        **paint,
    )


def _cockpit(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the cockpit, the driver's helmet and the halo."""
    drawing.add(
        "box",
        (0.46 * k, 0.1 * k, 0.62 * k),
        (0, 0.58 * k, 0.24 * k),
        name="cockpit",
        radius_m=0.05 * k,
        material="plastic_black",
    )
    drawing.add(
        "ball",
        (0.3 * k, 0.34 * k, 0.34 * k),
        (0, 0.6 * k, 0.14 * k),
        name="helmet",
        **brief.of("helmet", "paint_white"),
    )
    if brief.has("halo", default=brief.style_name not in ("steampunk", "rustic", "art deco", "victorian")):
        hoop = [(0.26, 0.66, -0.2), (0.27, 0.92, 0.12), (0.16, 0.94, 0.5), (0.0, 0.92, 0.6)]
        tubes(
            drawing,
            [*twins([[(x * k, y * k, z * k) for x, y, z in hoop]]), [(0, 0.92 * k, 0.6 * k), (0, 0.6 * k, 0.82 * k)]],
            0.06 * k,
            "halo",
            _CARBON,
            bend=0.1 * k,
        )


def _open_wheels(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the wheels in front and behind on their wishbones and axles."""
    for z, size, broad in ((1.42, 0.66, 0.34), (-1.6, 0.7, 0.42)):
        wheels(drawing, brief, [(0.95 * k - broad * k / 2, z * k)], size * k, broad * k, spokes=10, rim_share=0.62)
        arms: list[Line] = [
            [(0.14 * k, y * k, (z + dz) * k), (0.74 * k, (size / 2 + dy) * k, z * k)]
            for y, dy in ((0.44, 0.1), (0.26, -0.1))
            for dz in (-0.24, 0.24)
        ]
        tubes(drawing, twins(arms), 0.035 * k, "suspension", _CARBON)
        lying(drawing, "rod", 0.08 * k, 1.5 * k, (0, size / 2 * k, z * k), "axle", _STEEL, along="x")


def _wings(drawing: Drawing, wing: Finish, paint: Finish, k: float) -> None:
    """Draw the flaps and end plates in front and behind."""
    for step, (z, deep) in enumerate(((2.46, 0.34), (2.24, 0.2))):
        drawing.add(
            "box",
            (1.84 * k, 0.03 * k, deep * k),
            (0, (0.13 + 0.07 * step) * k, z * k),
            turn=(6 + 14 * step, 0, 0),
            name="front_wing",
            radius_m=0.01 * k,
            **wing,
        )
    drawing.add(
        "box", (0.2 * k, 0.16 * k, 0.4 * k), (0, 0.13 * k, 2.36 * k), name="wing_mount", radius_m=0.03 * k, **paint
    )
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.03 * k, 0.26 * k, 0.6 * k),
            (side * 0.92 * k, 0.08 * k, 2.34 * k),
            name="end_plate",
            radius_m=0.01 * k,
            **paint,
        )
        drawing.add(
            "box",
            (0.03 * k, 0.5 * k, 0.56 * k),
            (side * 0.5 * k, 0.48 * k, -2.3 * k),
            name="end_plate",
            radius_m=0.01 * k,
            **paint,
        )
    for y, z in ((0.9, -2.26), (0.76, -2.36)):
        drawing.add(
            "box",
            (1.0 * k, 0.035 * k, 0.3 * k),
            (0, y * k, z * k),
            turn=(12, 0, 0),
            name="rear_wing",
            radius_m=0.012 * k,
            **wing,
        )
    drawing.add("box", (0.05 * k, 0.46 * k, 0.24 * k), (0, 0.4 * k, -2.2 * k), name="wing_post", **_CARBON)


@archetype(
    "go-kart",
    "vehicle",
    "car",
    "go-kart, go kart, gokart, kart, racing kart, karting car, soapbox car, dune buggy, buggy, beach buggy",
    hints="karting",
    about="A low open racing car of tubes with a seat, a small engine and four small wheels.",
    parts="frame, seat, bumper, steering wheel, engine, body, wheel",
    features="roll cage, roll bar=roll cage",
)
def go_kart(drawing: Drawing, brief: Brief) -> None:
    """Draw a kart: frame of tubes, bucket seat, side pods, engine, steering wheel; a buggy has a cage."""
    is_buggy = bool(brief.words & {"buggy", "dune", "beach"})
    k = brief.box(1.35, 1.3 if is_buggy else 0.66, 1.95, keeps_shape=True)[2] / 1.95
    paint = brief.of("body frame paint", paint_of(brief, "paint_red", "paint_blue"), is_main=True)
    y, size = (0.24, 0.52) if is_buggy else (0.13, 0.27)
    _kart_frame(drawing, y, k)
    _kart_seat(drawing, brief, y, k)
    _kart_body(drawing, paint, y, k)
    _kart_engine(drawing, brief, y, k)
    _kart_wheels(drawing, brief, is_buggy, y, size, k)
    if is_buggy or brief.has("roll cage"):
        _cage(drawing, paint, y, k)


def _kart_frame(drawing: Drawing, y: float, k: float) -> None:
    """Draw the frame of tubes with its floor."""
    frame = [(0.3, y, -0.8), (0.34, y, 0.1), (0.22, y, 0.85)]
    bars: list[Line] = [[(-0.36 * k, y * k, z * k), (0.36 * k, y * k, z * k)] for z in (-0.78, -0.3, 0.3)]
    tubes(
        drawing,
        [*twins([[(a * k, b * k, c * k) for a, b, c in frame]]), *bars],
        0.045 * k,
        "frame",
        _IRON,
        bend=0.1 * k,
    )
    drawing.add("box", (0.6 * k, 0.02 * k, 1.0 * k), (0, (y + 0.012) * k, 0.24 * k), name="floor", **_STEEL)


def _kart_seat(drawing: Drawing, brief: Brief, y: float, k: float) -> None:
    """Draw the bucket seat and the steering wheel before it."""
    drawing.add(
        "seat_shell",
        (0.44 * k, 0.52 * k, 0.5 * k),
        (0, (y + 0.02) * k, -0.3 * k),
        name="seat",
        form="bucket",
        **brief.of("seat", "plastic_black"),
    )
    steering(drawing, (0, (y + 0.34) * k, 0.16 * k), 0.3 * k)


def _kart_body(drawing: Drawing, paint: Finish, y: float, k: float) -> None:
    """Draw a pod on either side, and the nose."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.2 * k, 0.17 * k, 0.72 * k),
            (side * 0.48 * k, (y - 0.05) * k, 0.0),
            name="side_pod",
            radius_m=0.06 * k,
            **paint,
        )
        drawing.add("box", (0.2 * k, 0.03 * k, 0.03 * k), (side * 0.36 * k, y * k, 0), name="pod_arm", **_IRON)
    nose = [(0.68, y - 0.06), (0.66, y + 0.14), (0.84, y + 0.12), (0.98, y - 0.02), (0.96, y - 0.06)]
    side_shape(drawing, [(a * k, b * k) for a, b in nose], 0.96 * k, "nose", paint, edge=0.04 * k, soft=0.03 * k)


def _kart_engine(drawing: Drawing, brief: Brief, y: float, k: float) -> None:
    """Draw the engine beside the seat, its cylinder and exhaust."""
    drawing.add(
        "box",
        (0.26 * k, 0.26 * k, 0.3 * k),
        (0.3 * k, (y + 0.02) * k, -0.62 * k),
        name="engine",
        radius_m=0.02 * k,
        **brief.of("engine", "aluminium"),
    )
    drawing.add(
        "cylinder_finned",
        (0.18 * k, 0.16 * k, 0.18 * k),
        (0.3 * k, (y + 0.25) * k, -0.62 * k),
        name="cylinder",
        **_STEEL,
    )
    pipe = [(0.3, y + 0.2, -0.7), (0.2, y + 0.2, -0.84), (-0.34, y + 0.2, -0.84)]
    tubes(
        drawing,
        [[(a * k, b * k, c * k) for a, b, c in pipe]],
        0.07 * k,
        "exhaust",
        bright(brief, "exhaust"),
        bend=0.06 * k,
    )


def _kart_wheels(drawing: Drawing, brief: Brief, is_buggy: bool, y: float, size: float, k: float) -> None:
    """Draw two axles with their wheels, the broad ones behind."""
    for z in (-0.62, 0.6):
        broad = (0.2 if z < 0 else 0.14) * k
        wheels(drawing, brief, [(0.675 * k - broad / 2, z * k)], size * k, broad, spokes=5, is_chunky=is_buggy)
        lying(drawing, "rod", 0.04 * k, 1.1 * k, (0, size / 2 * k, z * k), "axle", _STEEL, along="x")
        drawing.add(
            "box", (0.3 * k, 0.06 * k, 0.1 * k), (0, min(y, size / 2) * k - 0.01 * k, z * k), name="axle_seat", **_IRON
        )


def _cage(drawing: Drawing, paint: Finish, y: float, k: float) -> None:
    """Draw a cage of tubes over the seat."""
    cage = [(0.34, y, 0.3), (0.36, y + 0.9, -0.02), (0.36, y + 0.9, -0.5), (0.3, y, -0.8)]
    cross: list[Line] = [[(-0.36 * k, (y + 0.9) * k, z * k), (0.36 * k, (y + 0.9) * k, z * k)] for z in (-0.04, -0.48)]
    tubes(
        drawing,
        [*twins([[(a * k, b * k, c * k) for a, b, c in cage]]), *cross],
        0.05 * k,
        "roll_cage",
        paint,
        bend=0.08 * k,
    )


@archetype(
    "golf cart",
    "vehicle",
    "car",
    "golf cart, golf car, golf buggy, club car, electric cart, golfwagen, caddy cart",
    hints="golf course, fairway",
    about="A small open electric car with a roof on posts for two players and their golf bags.",
    parts="roof, seat, body, post, windshield, bag, club",
    features="bag, golf bag=bag, windshield",
)
def golf_cart(drawing: Drawing, brief: Brief) -> None:
    """Draw a golf cart: body, bench, roof on four posts, windscreen, golf bags behind."""
    k = brief.box(1.24, 1.84, 2.5, keeps_shape=True)[2] / 2.5
    paint = brief.of("body paint", paint_of(brief, "paint_white", "paint_red", "paint_blue"), is_main=True)
    _golf_body(drawing, paint, k)
    seat = (1.06 * k, 0.14 * k, 0.5 * k), (0, 0.68 * k, -0.42 * k)
    back = (1.06 * k, 0.42 * k, 0.12 * k), (0, 0.76 * k, -0.66 * k)
    bench(drawing, brief.of("seat", "leather_white"), seat, back, 0.05 * k)
    _golf_roof(drawing, brief, paint, k)
    steering(drawing, (0.26 * k, 0.98 * k, 0.26 * k), 0.34 * k)
    _golf_wheels(drawing, brief, k)
    for side in (1.0, -1.0):
        _lamp_and_bag(drawing, brief, side, k)


def _golf_body(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the bodies in front and behind on the floor between them."""
    front = [(0.42, 0.3), (0.44, 0.86), (0.6, 0.9), (0.98, 0.66), (1.18, 0.5), (1.2, 0.26), (0.6, 0.22)]
    side_shape(drawing, [(z * k, y * k) for z, y in front], 1.12 * k, "front_body", paint, edge=0.1 * k, soft=0.06 * k)
    rear = [(-1.1, 0.28), (-1.12, 0.56), (-1.0, 0.68), (-0.28, 0.7), (-0.22, 0.28)]
    side_shape(drawing, [(z * k, y * k) for z, y in rear], 1.12 * k, "rear_body", paint, edge=0.08 * k, soft=0.06 * k)
    drawing.add("box", (1.04 * k, 0.1 * k, 2.2 * k), (0, 0.22 * k, 0.0), name="floor", radius_m=0.02 * k, **_IRON)


def _golf_roof(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the roof on four posts, and the windscreen."""
    frame = brief.of("post frame", "steel_brushed")
    posts = [[(0.5, 0.8, 0.56), (0.47, 1.8, 0.3)], [(0.5, 0.6, -0.86), (0.47, 1.8, -0.82)]]
    tubes(
        drawing, twins([[(x * k, y * k, z * k) for x, y, z in post] for post in posts]), 0.045 * k, "roof_post", frame
    )
    drawing.add(
        "box",
        (1.16 * k, 0.09 * k, 1.6 * k),
        (0, 1.75 * k, -0.26 * k),
        name="roof",
        radius_m=0.04 * k,
        **brief.of("roof", paint["material"]),
    )
    windshield(drawing, brief, (0.98 * k, 0.96 * k, 0.015 * k), (0, 0.84 * k, 0.44 * k), -14.5)


def _golf_wheels(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw two axles with their wheels."""
    for z in (-0.78, 0.8):
        wheels(drawing, brief, [(0.52 * k, z * k)], 0.46 * k, 0.2 * k, spokes=5)
        lying(drawing, "rod", 0.06 * k, 0.96 * k, (0, 0.23 * k, z * k), "axle", _IRON, along="x")


def _lamp_and_bag(drawing: Drawing, brief: Brief, side: float, k: float) -> None:
    """Draw one side's headlight, and its golf bag with clubs."""
    drawing.add(
        "lamp_round",
        (0.15 * k, 0.15 * k, 0.12 * k),
        (side * 0.38 * k, 0.5 * k, 1.08 * k),
        name="headlight",
        **bright(brief, "headlight"),
    )
    if brief.has("bag", default=True):
        bag = brief.of("bag", "leather_brown" if side > 0 else "fabric_blue")
        x = side * 0.24 * k
        drawing.add("rod", (0.24 * k, 0.78 * k, 0.24 * k), (x, 0.42 * k, -1.13 * k), name="bag", edge=0.1, **bag)
        clubs: list[Line] = [
            [(x + a * k, 0.9 * k, -1.13 * k), (x + 1.3 * a * k, 1.42 * k, (-1.13 - b) * k)]
            for a, b in ((0.05, 0.0), (-0.05, 0.03), (0.0, -0.05))
        ]
        tubes(drawing, clubs, 0.025 * k, "club", _STEEL)
