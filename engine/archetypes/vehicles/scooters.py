"""Motor scooters and kick scooters; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    bright,
    glass_of,
    lying,
    mudguard,
    paint_of,
    side_shape,
    tubes,
    twins,
    unless_said,
)


@archetype(
    "scooter", "vehicle", "motorcycle",
    "scooter, moped, motor scooter, vespa, electric scooter, kick scooter, push scooter, e-scooter, motorroller, "
    "roller, patinete",
    hints="",
    about="A small two-wheeled vehicle with a flat footboard: a motor scooter to sit on in town, or a kick scooter "
    "that one stands on.",
    parts="saddle, handlebar, grip, mudguard, fender, apron, deck, mirror",
    features="top case, luggage box=top case, windscreen, windshield=windscreen",
)  # fmt: skip
def scooter(drawing: Drawing, brief: Brief) -> None:
    """Draw a motor scooter with apron and footboard, or a kick scooter where the words say so."""
    known = brief.words | brief.modifiers
    if known & {"kick", "push", "e-scooter", "e", "kid", "kids", "standing", "patinete"} or (
        "electric" in known and "vespa" not in known
    ):
        _kick_scooter(drawing, brief, is_electric=bool(known & {"electric", "e-scooter", "e"}))
        return
    k = brief.box(0.7, 1.1, 1.8, keeps_shape=True)[2] / 1.8
    paint = brief.of("body paint scooter", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    metal = bright(brief, "metal")
    y, front, rear = 0.22 * k, 0.64 * k, -0.6 * k
    for z in (front, rear):
        drawing.add(
            "wheel", (0.12 * k, 2 * y, 2 * y), (0, 0, z), spokes=8, style="steel", rim_share=0.6,
            **brief.of("wheel rim", metal["material"]),
        )  # fmt: skip
        lying(drawing, "rod", 0.06 * k, 0.2 * k, (0, y, z), "hub", metal, along="x")
    mudguard(drawing, (y, front), y + 0.03 * k, 0.17 * k, (20, 190), paint, thick=0.012 * k)
    head = (0, 0.92 * k, front - 0.2 * k)
    tubes(
        drawing, [[(0.09 * k, y, front), (0.07 * k, y + 0.27 * k, front - 0.05 * k), (0, y + 0.32 * k,
        front - 0.07 * k), head]], 0.05 * k, "fork", metal, bend=0.06 * k,
    )  # fmt: skip
    z = front - 0.12 * k
    apron = [
        (z + 0.03 * k, 0.28 * k), (z + 0.05 * k, 0.5 * k), (z - 0.07 * k, 0.92 * k), (z - 0.11 * k, 0.92 * k),
        (z - 0.03 * k, 0.5 * k), (z - 0.08 * k, 0.28 * k),
    ]  # fmt: skip
    side_shape(drawing, apron, 0.44 * k, "apron", paint, edge=0.025 * k, soft=0.03 * k)
    floor = [
        (z - 0.02 * k, 0.235 * k), (z - 0.02 * k, 0.3 * k), (z - 0.1 * k, 0.285 * k), (-0.3 * k, 0.285 * k), (-0.3 * k,
        0.225 * k),
    ]  # fmt: skip
    side_shape(drawing, floor, 0.4 * k, "footboard", paint, edge=0.02 * k, soft=0.015 * k)
    drawing.add("board", (0.3 * k, 0.012 * k, 0.46 * k), (0, 0.281 * k, 0.02 * k), name="mat", material="rubber_black")
    drawing.add(
        "streamlined", (0.44 * k, 0.5 * k, 0.92 * k), (0, 0.22 * k, -0.5 * k), name="body", along=[-1, -0.7, 0.0, 0.6,
        1], half=[0.3, 0.8, 1.0, 0.8, 0.55], low=[0.55, 0.25, 0.02, 0.0, 0.05], high=[0.85, 0.97, 1.0, 0.94, 0.8],
        square=2.8, axles=[(rear + 0.5 * k) / (0.46 * k)], wheel_m=2 * y * 0.98, axle_height_m=0.0, well_m=0.001 * k,
        tail_lamps=[0.0, 0.74, 0.16], lamps=[], **paint,
    )  # fmt: skip
    leather = brief.of(
        "saddle seat", "leather_brown" if brief.style_name in ("steampunk", "rustic", "realistic") else "leather_black"
    )
    seat = [
        (-0.1 * k, 0.7 * k), (-0.08 * k, 0.76 * k), (-0.3 * k, 0.765 * k), (-0.42 * k, 0.79 * k), (-0.82 * k, 0.8 * k),
        (-0.84 * k, 0.72 * k), (-0.5 * k, 0.69 * k),
    ]  # fmt: skip
    side_shape(drawing, seat, 0.27 * k, "saddle", leather, edge=0.035 * k, soft=0.025 * k)
    _scooter_head(drawing, brief, k, head, paint, metal)
    _scooter_outfit(drawing, brief, k, rear, paint, metal)


def _scooter_outfit(drawing: Drawing, brief: Brief, k: float, rear: float, paint: Finish, metal: Finish) -> None:
    """Draw the stand, the engine with its exhaust, and a top case."""
    tubes(
        drawing, twins([[(0.08 * k, 0.24 * k, -0.1 * k), (0.17 * k, 0.011 * k, -0.14 * k)]]), 0.022 * k, "stand", metal
    )
    drawing.add(
        "box", (0.16 * k, 0.2 * k, 0.34 * k), (0.06 * k, 0.14 * k, rear + 0.2 * k), name="engine", radius_m=0.04 * k,
        material="iron_black",
    )  # fmt: skip
    lying(
        drawing,
        "rod",
        0.09 * k,
        0.36 * k,
        (0.15 * k, 0.2 * k, rear - 0.02 * k),
        "exhaust",
        unless_said(brief, "exhaust muffler", metal),
    )
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
        drawing, twins([[(0.22 * k, y + 0.069 * k, z - 0.041 * k), bar[2]]]), 0.04 * k, "grip", brief.of("grip",
        "rubber_black"),
    )  # fmt: skip
    stalk = [(0.18 * k, y + 0.065 * k, z - 0.025 * k), (0.24 * k, y + 0.2 * k, z - 0.02 * k)]
    tubes(drawing, twins([stalk]), 0.012 * k, "mirror_stalk", metal)
    for side in (1.0, -1.0):
        lying(
            drawing, "disc", 0.11 * k, 0.022 * k, (side * 0.24 * k, y + 0.235 * k, z - 0.02 * k), "mirror", metal,
            edge=0.3,
        )  # fmt: skip
    if brief.has("windscreen"):
        glass = glass_of(brief)
        drawing.add(
            "plate", (0.4 * k, 0.008 * k, 0.42 * k), (0, y + 0.24 * k, z + 0.02 * k), turn=(72, 0, 0),
            name="windscreen", corner_m=0.12 * k, material=glass["glass_material"], color=glass["glass_color"],
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
            "wheel", (0.05 * k, 2 * y, 2 * y), (0, 0, z), spokes=5, rim_share=0.66, **brief.of("wheel rim",
            metal["material"]),
        )  # fmt: skip
        lying(drawing, "rod", 0.025 * k, 0.1 * k, (0, y, z), "hub", metal, along="x")
    deck = [
        (front - 0.19 * k, y - 0.03 * k), (front - 0.2 * k, y + 0.04 * k), (rear + 0.13 * k, y + 0.04 * k),
        (rear + 0.13 * k, y - 0.03 * k),
    ]  # fmt: skip
    side_shape(drawing, deck, 0.17 * k, "deck", paint, edge=0.015 * k, soft=0.01 * k)
    drawing.add(
        "board", (0.14 * k, 0.008 * k, 0.46 * k), (0, y + 0.037 * k, -0.02 * k), name="grip_tape",
        material="rubber_black",
    )  # fmt: skip
    tubes(
        drawing, twins([[(0.042 * k, y, rear), (0.06 * k, y, rear + 0.16 * k)], [(0.042 * k, y, front), (0.042 * k,
        2 * y + 0.02 * k, front - 0.02 * k)]]), 0.028 * k, "fork", paint,
    )  # fmt: skip
    neck = (0, 2 * y + 0.05 * k, front - 0.03 * k)
    drawing.add(
        "box", (0.115 * k, 0.04 * k, 0.06 * k), (0, 2 * y + 0.005 * k, front - 0.025 * k), name="crown",
        radius_m=0.01 * k, **paint,
    )  # fmt: skip
    tubes(
        drawing, [[(0, y, front - 0.22 * k), (0, 2 * y + 0.04 * k, front - 0.08 * k), neck]], 0.05 * k, "neck", paint,
        bend=0.05 * k,
    )  # fmt: skip
    top = (0, 1.06 * k, front - 0.16 * k)
    tubes(drawing, [[(0, 2 * y, front - 0.025 * k), top]], 0.036 * k, "steering_tube", metal)
    tubes(drawing, [[(-0.22 * k, *top[1:]), (0.22 * k, *top[1:])]], 0.024 * k, "handlebar", metal)
    tubes(
        drawing, twins([[(0.12 * k, *top[1:]), (0.225 * k, *top[1:])]]), 0.034 * k, "grip", brief.of("grip",
        "rubber_black"),
    )  # fmt: skip
    mudguard(drawing, (y, rear), y + 0.012 * k, 0.06 * k, (15, 150), paint, thick=0.008 * k)
    tubes(
        drawing, [[(-0.03 * k, y, rear + 0.14 * k), (0, y * 1.6, rear + y + 0.004 * k)]], 0.02 * k, "guard_stay", paint
    )
    if is_electric:
        drawing.add(
            "box", (0.07 * k, 0.03 * k, 0.06 * k), (0, top[1], top[2] + 0.01 * k), name="display", radius_m=0.01 * k,
            material="plastic_black",
        )  # fmt: skip
        drawing.add(
            "lamp_round", (0.05 * k, 0.05 * k, 0.04 * k), (0, 0.9 * k, top[2] + 0.05 * k), name="headlight", **metal
        )
    tubes(drawing, twins([[(0.06 * k, y, -0.1 * k), (0.13 * k, 0.006 * k, -0.12 * k)]]), 0.012 * k, "stand", metal)
