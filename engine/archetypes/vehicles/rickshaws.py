"""Rickshaws, pulled or driven; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    bench,
    bright,
    lying,
    mudguard,
    paint_of,
    side_shape,
    tubes,
    twins,
    wheels,
    windshield,
)

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "rickshaw",
    "vehicle",
    "machine",
    "rickshaw, pulled rickshaw, tuk tuk, tuk-tuk, tuktuk, auto rickshaw, pedicab, jinrikisha, rikscha, three wheeler "
    "taxi, ape three wheeler",
    hints="bangkok, delhi",
    about="A light passenger vehicle with a hood, pulled by a runner or driven by a small engine on three wheels.",
    parts="hood, seat, wheel, shaft, cabin, roof, canopy",
    features="hood, canopy=hood",
)
def rickshaw(drawing: Drawing, brief: Brief) -> None:
    """Draw a rickshaw with shafts, or a tuk tuk with a cabin on three wheels."""
    if brief.words & {"tuk", "tuk-tuk", "tuktuk", "auto", "ape", "motor", "electric", "taxi"}:
        _tuk_tuk(drawing, brief)
        return
    k = brief.box(1.2, 1.9, 2.6, keeps_shape=True)[2] / 2.6
    paint = brief.of("body seat_box", "lacquer_red" if brief.style_name != "industrial" else "iron_black", is_main=True)
    wood = brief.of("shaft wood", "oak_dark", is_accent=True)
    _pair_of_wheels(drawing, brief, wood, k)
    _seat_body(drawing, brief, paint, k)
    _shafts(drawing, wood, k)
    if brief.has("hood", default=True):
        _hood(drawing, brief, k)


def _pair_of_wheels(drawing: Drawing, brief: Brief, wood: Finish, k: float) -> None:
    """Draw two tall spoked wheels on an axle."""
    size = 1.1 * k
    for side in (1.0, -1.0):
        drawing.add(
            "wheel",
            (0.08 * k, size, size),
            (side * 0.52 * k, 0, -0.6 * k),
            turn=(0, 0 if side > 0 else 180, 0),
            spokes=14,
            style="wood",
            rim_share=0.92,
            **brief.of("wheel spoke", wood["material"]),
        )
    lying(drawing, "rod", 0.06 * k, 1.06 * k, (0, size / 2, -0.6 * k), "axle", _IRON, along="x")


def _seat_body(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the body's side view, the upholstered seat and its arm rests."""
    shape = [
        (-0.95, 1.3),
        (-0.98, 1.34),
        (-0.86, 0.5),
        (-0.2, 0.5),
        (-0.05, 0.36),
        (0.2, 0.36),
        (0.2, 0.42),
        (0.0, 0.44),
        (-0.14, 0.9),
        (-0.7, 0.9),
        (-0.84, 1.3),
    ]
    side_shape(drawing, [(z * k, y * k) for z, y in shape], 0.86 * k, "body", paint, edge=0.03 * k)
    cushion = brief.of("seat cushion", "leather_brown")
    seat = (0.76 * k, 0.12 * k, 0.5 * k), (0, 0.88 * k, -0.46 * k)
    back = (0.76 * k, 0.42 * k, 0.12 * k), (0, 0.92 * k, -0.76 * k)
    bench(drawing, cushion, seat, back, 0.05 * k)
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.06 * k, 0.3 * k, 0.56 * k),
            (side * 0.42 * k, 0.85 * k, -0.46 * k),
            name="arm_rest",
            radius_m=0.02 * k,
            **paint,
        )


def _shafts(drawing: Drawing, wood: Finish, k: float) -> None:
    """Draw the shafts that the runner pulls by, and the props they stand on."""
    shafts: list[Line] = [[(0.4 * k, 0.52 * k, -0.7 * k), (0.4 * k, 0.48 * k, 0.1 * k), (0.34 * k, 0.6 * k, 1.6 * k)]]
    tubes(
        drawing,
        [*twins(shafts), [(-0.34 * k, 0.6 * k, 1.58 * k), (0.34 * k, 0.6 * k, 1.58 * k)]],
        0.055 * k,
        "shaft",
        wood,
        bend=0.2 * k,
    )
    tubes(drawing, twins([[(0.385 * k, 0.5 * k, 0.4 * k), (0.385 * k, 0.0235 * k, 0.5 * k)]]), 0.045 * k, "prop", wood)


def _hood(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw a folding hood on its ribs."""
    hood = [
        (-0.98, 1.2),
        (-1.06, 1.6),
        (-0.9, 1.86),
        (-0.4, 1.92),
        (-0.16, 1.78),
        (-0.18, 1.74),
        (-0.42, 1.86),
        (-0.86, 1.8),
        (-1.0, 1.56),
        (-0.92, 1.2),
    ]
    cloth = brief.of("hood canopy", "canvas")
    side_shape(drawing, [(z * k, y * k) for z, y in hood], 0.9 * k, "hood", cloth, edge=0.01 * k)
    ribs: list[Line] = [[(0.43 * k, 1.1 * k, -0.62 * k), (0.44 * k, 1.85 * k, z * k)] for z in (-0.82, -0.4)]
    ribs.append([(0.43 * k, 1.1 * k, -0.62 * k), (0.44 * k, 1.76 * k, -0.19 * k)])
    tubes(drawing, twins(ribs), 0.025 * k, "hood_rib", _IRON)


def _tuk_tuk(drawing: Drawing, brief: Brief) -> None:
    """Draw a cabin on one front and two rear wheels: windscreen, canopy on posts, bench, handlebar, lamp."""
    k = brief.box(1.3, 1.75, 2.7, keeps_shape=True)[2] / 2.7
    paint = brief.of("body cabin paint", paint_of(brief, "paint_blue", "paint_red"), is_main=True)
    _three_wheels(drawing, brief, k)
    _tub(drawing, brief, paint, k)
    _canopy(drawing, brief, k)
    _benches(drawing, brief, paint, k)
    _steering(drawing, k)


def _three_wheels(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the driven pair with its axle, and the front wheel."""
    size = 0.42 * k
    wheels(drawing, brief, [(0.54 * k, -0.8 * k)], size, 0.14 * k, spokes=5)
    drawing.add("wheel", (0.14 * k, size, size), (0, 0, 1.0 * k), spokes=5, **brief.of("wheel rim", "aluminium"))
    lying(drawing, "rod", 0.06 * k, 1.0 * k, (0, size / 2, -0.8 * k), "axle", _IRON, along="x")


def _tub(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the floor, the body behind, the nose with its mudguard and lamp."""
    size = 0.42 * k
    drawing.add("box", (1.1 * k, 0.12 * k, 2.0 * k), (0, 0.2 * k, -0.3 * k), name="floor", radius_m=0.03 * k, **paint)
    rear = [(-1.3, 0.3), (-1.32, 0.7), (-1.2, 0.86), (-0.42, 0.8), (-0.36, 0.3)]
    side_shape(drawing, [(z * k, y * k) for z, y in rear], 1.16 * k, "rear_body", paint, edge=0.08 * k, soft=0.05 * k)
    drawing.add(
        "streamlined",
        (0.86 * k, 0.72 * k, 0.7 * k),
        (0, 0.24 * k, 0.92 * k),
        name="front_body",
        along=[-1, 0.0, 0.7, 1],
        half=[1.0, 0.86, 0.5, 0.2],
        low=[0.0, 0.1, 0.3, 0.4],
        high=[1.0, 0.98, 0.86, 0.7],
        square=3.0,
        **paint,
    )
    mudguard(drawing, (size / 2, 1.0 * k), size * 0.56, 0.2 * k, (10, 170), paint, thick=0.02 * k)
    drawing.add(
        "lamp_round",
        (0.2 * k, 0.2 * k, 0.16 * k),
        (0, 0.68 * k, 1.14 * k),
        name="headlight",
        **bright(brief, "headlight"),
    )


def _canopy(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the windscreen, the posts and the roof on them."""
    windshield(drawing, brief, (0.88 * k, 0.66 * k, 0.015 * k), (0, 0.94 * k, 0.58 * k), -12)
    posts: list[Line] = [
        [(0.44 * k, 0.9 * k, 0.66 * k), (0.5 * k, 1.64 * k, 0.48 * k)],
        [(0.5 * k, 0.8 * k, -1.1 * k), (0.52 * k, 1.64 * k, -1.1 * k)],
        [(0.5 * k, 0.8 * k, -0.46 * k), (0.51 * k, 1.64 * k, -0.4 * k)],
    ]
    tubes(drawing, twins(posts), 0.04 * k, "roof_post", _STEEL)
    drawing.add(
        "streamlined",
        (1.16 * k, 0.2 * k, 1.9 * k),
        (0, 1.58 * k, -0.34 * k),
        name="roof",
        along=[-1, -0.8, 0.7, 1],
        half=[0.94, 1, 0.98, 0.9],
        low=[0.1, 0, 0, 0.1],
        high=[0.8, 1, 1, 0.6],
        square=5.0,
        **brief.of("roof hood canopy", "canvas"),
    )


def _benches(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the passengers' bench with its back, and the driver's seat on its base."""
    seat = brief.of("seat", "leather_black")
    for z, wide in ((-0.7, 1.0), (0.1, 0.5)):
        drawing.add(
            "box",
            (wide * k, 0.14 * k, 0.42 * k),
            (0, 0.74 * k if z < -0.5 else 0.56 * k, z * k),
            name="seat",
            radius_m=0.05 * k,
            **seat,
        )
    drawing.add(
        "box",
        (1.0 * k, 0.44 * k, 0.12 * k),
        (0, 0.82 * k, -0.98 * k),
        turn=(-8, 0, 0),
        name="seat_back",
        radius_m=0.05 * k,
        **seat,
    )
    drawing.add(
        "box", (0.4 * k, 0.3 * k, 0.3 * k), (0, 0.29 * k, 0.1 * k), name="seat_base", radius_m=0.03 * k, **paint
    )


def _steering(drawing: Drawing, k: float) -> None:
    """Draw the handlebar on its stem."""
    tubes(
        drawing,
        [
            [(-0.28 * k, 0.98 * k, 0.42 * k), (0, 0.98 * k, 0.5 * k), (0.28 * k, 0.98 * k, 0.42 * k)],
            [(0, 0.98 * k, 0.5 * k), (0, 0.7 * k, 0.7 * k)],
        ],
        0.035 * k,
        "handlebar",
        _IRON,
    )
