"""The parts of a motorcycle that stand on its frame: controls, fairing, bags, sidecar."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.motorcycle_kinds import Kind, Places
from engine.archetypes.vehicles.shared import (
    Line,
    glass_of,
    lying,
    tubes,
    twins,
)


def controls(drawing: Drawing, brief: Brief, at: Places, kind: Kind, metal: Finish) -> None:
    """Draw handlebar, grips, levers, mirrors, headlamp, dials and footpegs."""
    k, (y, z) = at.k, at.head
    wide, rise = (0.33 if kind.is_faired else 0.4) * k, kind.bar * k
    bar = [
        (0.06 * k, y, z - 0.01 * k), (0.12 * k, y + rise, z - 0.02 * k), (wide * 0.62, y + rise + 0.03 * k,
        z - 0.06 * k), (wide, y + rise + 0.01 * k, z - 0.16 * k),
    ]  # fmt: skip
    tubes(
        drawing, [*twins([bar]), [(-0.06 * k, y, z - 0.01 * k), (0.06 * k, y, z - 0.01 * k)]], 0.026 * k, "handlebar",
        metal, bend=0.06 * k,
    )  # fmt: skip
    start = (wide * 0.66, y + rise + 0.028 * k, z - 0.072 * k)
    tubes(drawing, twins([[start, bar[3]]]), 0.038 * k, "grip", brief.of("grip", "rubber_black"))
    lever = [start, (start[0], start[1], start[2] + 0.05 * k), (wide * 0.96, bar[3][1], bar[3][2] + 0.07 * k)]
    tubes(drawing, twins([lever]), 0.014 * k, "lever", metal, bend=0.03 * k)
    stalk = [start, (wide * 0.8, start[1] + 0.14 * k, start[2] + 0.02 * k)]
    tubes(drawing, twins([stalk]), 0.012 * k, "mirror_stalk", metal)
    for side in (1.0, -1.0):
        lying(
            drawing, "disc", 0.12 * k, 0.025 * k, (side * wide * 0.8, stalk[1][1] + 0.035 * k, stalk[1][2]), "mirror",
            metal, edge=0.3,
        )  # fmt: skip
    lamp = (0.2 if not kind.is_faired else 0.13) * k
    if not kind.is_faired:
        drawing.add("lamp_round", (lamp, lamp, 0.17 * k), (0, y - 0.17 * k, z + 0.015 * k), name="headlight", **metal)
        for side in (1.0, -1.0):
            lying(
                drawing, "disc", 0.09 * k, 0.06 * k, (side * 0.05 * k, y + 0.04 * k, z + 0.035 * k), "dial", metal,
                edge=0.2,
            )  # fmt: skip
        tubes(
            drawing, [[(0, y - 0.02 * k, z), (0, y + 0.04 * k, z + 0.035 * k)], [(-0.06 * k, y + 0.035 * k,
            z + 0.035 * k), (0.06 * k, y + 0.035 * k, z + 0.035 * k)]], 0.02 * k, "bracket", metal,
        )  # fmt: skip
    peg_z = at.engine[1] - (0.02 if kind.bar <= 0.12 else -0.22) * k
    tubes(
        drawing, twins([[(0.1 * k, 0.24 * k, peg_z), (0.27 * k, 0.25 * k, peg_z)]]), 0.03 * k, "footpeg",
        Finish(material="rubber_black", color=""),
    )  # fmt: skip


def outfit(drawing: Drawing, brief: Brief, at: Places, kind: Kind, paint: Finish, metal: Finish) -> None:
    """Draw the fairing, the windscreen, panniers and the sidecar."""
    k = at.k
    if brief.has("fairing", default=kind.is_faired):
        length = 0.74 * k
        drawing.add(
            "streamlined", (0.38 * k, 0.7 * k, length), (0, 0.27 * k, at.head[1] - 0.16 * k), name="fairing",
            along=[-1, -0.5, 0.2, 0.7, 1], half=[0.6, 0.95, 1.0, 0.86, 0.4], low=[0.02, 0.0, 0.1, 0.5, 0.62],
            high=[0.5, 0.76, 1.0, 0.9, 0.74], square=2.6, lamps=[0.42, 0.72, 0.1], lamps_wide=1.6,
            lamps_material="glass_clear", axles=[], **paint,
        )  # fmt: skip
    if brief.has("windscreen", default=kind.has_bags or kind.is_faired):
        glass = glass_of(brief)
        wide, tall, lean = (0.24, 0.3, 48.0) if kind.is_faired else (0.36, 0.42, 68.0)
        middle = (
            at.head[0] + (0.14 if kind.is_faired else 0.15) * k, at.head[1] + (0.04 if kind.is_faired else 0.02) * k,
        )  # fmt: skip
        drawing.add(
            "plate", (wide * k, 0.008 * k, tall * k), (0, middle[0] - 0.004 * k, middle[1]), turn=(lean, 0, 0),
            name="windscreen", corner_m=0.11 * k, material=glass["glass_material"], color=glass["glass_color"],
        )  # fmt: skip
        stay = [(0.06 * k, at.head[0] - 0.02 * k, at.head[1]), (0.06 * k, middle[0], middle[1])]
        tubes(drawing, twins([stay]), 0.018 * k, "windscreen_stay", metal)
    if brief.has("pannier", default=kind.has_bags):
        bag = brief.of("pannier bag", paint["material"])
        for side in (1.0, -1.0):
            drawing.add(
                "box", (0.2 * k, 0.3 * k, 0.46 * k), (side * 0.26 * k, 0.5 * k, at.rear[1] + 0.02 * k), name="pannier",
                radius_m=0.06 * k, **bag,
            )  # fmt: skip
        tubes(
            drawing, [[(-0.24 * k, at.seat_y - 0.07 * k, at.rear[1] + 0.1 * k), (0.24 * k, at.seat_y - 0.07 * k,
            at.rear[1] + 0.1 * k)]], 0.03 * k, "pannier_rail", metal,
        )  # fmt: skip
    if brief.has("sidecar"):
        _sidecar(drawing, at, paint, metal)


def _sidecar(drawing: Drawing, at: Places, paint: Finish, metal: Finish) -> None:
    k, x = at.k, -0.72 * at.k
    drawing.add(
        "streamlined", (0.56 * k, 0.56 * k, 1.7 * k), (x, 0.24 * k, 0.02 * k), name="sidecar", along=[-1, -0.6, 0.0,
        0.6, 1], half=[0.5, 0.9, 1.0, 0.7, 0.1], low=[0.3, 0.05, 0.0, 0.1, 0.45], high=[0.75, 0.9, 0.96, 0.9, 0.6],
        square=2.8, **paint,
    )  # fmt: skip
    drawing.add(
        "box", (0.4 * k, 0.12 * k, 0.5 * k), (x, 0.74 * k, -0.1 * k), name="sidecar_seat", radius_m=0.05 * k,
        material="leather_brown",
    )  # fmt: skip
    drawing.add(
        "wheel", (0.12 * k, 0.56 * k, 0.56 * k), (x - 0.4 * k, 0, -0.2 * k), turn=(0, 180, 0), name="wheel", spokes=8,
        **metal,
    )  # fmt: skip
    lines: list[Line] = [
        [(x - 0.4 * k, 0.28 * k, -0.2 * k), (-0.08 * k, 0.28 * k, -0.2 * k)],
        [(x, 0.34 * k, 0.4 * k), (-0.08 * k, 0.3 * k, 0.2 * k)],
    ]
    tubes(drawing, lines, 0.05 * k, "sidecar_frame", metal)
