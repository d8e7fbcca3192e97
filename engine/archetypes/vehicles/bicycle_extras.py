"""What bicycles carry: stands, lamps, baskets, racks, training wheels."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.bicycle_kinds import KINDS, Joints, Kind
from engine.archetypes.vehicles.shared import Line, mudguard, tubes, twins


def extras(drawing: Drawing, brief: Brief, at: Joints, kind: Kind, paint: Finish, metal: Finish) -> None:
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
            drawing, [[(0, at.head[1] - 0.06 * k, at.head[2]), (0, at.head[1] - 0.06 * k, lamp_z + 0.02 * k)]],
            0.014 * k, "bracket", metal,
        )  # fmt: skip
        drawing.add(
            "lamp_round", (0.075 * k, 0.075 * k, 0.07 * k), (0, at.head[1] - 0.0975 * k, lamp_z), name="headlight",
            **metal,
        )  # fmt: skip
    if brief.has("basket"):
        _basket(drawing, brief, at)
    if brief.has("rack", default=kind.is_low):
        _rack(drawing, at, metal)
    if kind is KINDS["electric"]:
        drawing.add(
            "box", (0.07 * k, 0.075 * k, 0.36 * k), (0, (at.crank[1] + at.crown[1]) / 2 + 0.005 * k,
            (at.crank[2] + at.crown[2]) / 2 - 0.02 * k), turn=(-40, 0, 0), name="battery", radius_m=0.02 * k,
            material="plastic_black",
        )  # fmt: skip
    if brief.has("training wheel", "stabiliser", default=kind is KINDS["kids"]):
        _training_wheels(drawing, at, metal)


def _brake(drawing: Drawing, at: Joints, z: float, up: float, metal: Finish) -> None:
    """Draw a disc brake on the hub: it needs no arms that must miss the mudguard."""
    k = at.k
    drawing.add(
        "hoop", (0.15 * k, 0.003 * k, 0.15 * k), (-0.055 * k, at.radius - 0.0015 * k, z), turn=(0, 0, 90), inner=0.35,
        name="brake_disc", **metal,
    )  # fmt: skip
    drawing.add(
        "rod", (0.052 * k, 0.124 * k, 0.052 * k), (0, at.radius - 0.062 * k, z), turn=(0, 0, 90), name="hub", **metal
    )


def _guard_stays(drawing: Drawing, at: Joints, metal: Finish) -> None:
    k, reach = at.k, at.radius + 0.013 * at.k
    lines: list[Line] = []
    for place, way in ((at.front, -0.35), (at.rear, -0.55)):
        lines.append(
            [(0.064 * k, place[1], place[2]), (0.028 * k, place[1] + reach * (0.08 if way == -0.35 else 0.83),
            place[2] - reach * (0.997 if way == -0.35 else 0.557))],
        )  # fmt: skip
    tubes(drawing, twins(lines), 0.006 * k, "guard_stay", metal)
    tubes(
        drawing, [[(0, at.rear[1] + reach * 0.8, at.rear[2] + reach * 0.6), (0, at.seat[1] - 0.16 * k,
        at.seat[2] + 0.055 * k)], [(0, at.front[1] + reach, at.front[2] - 0.02 * k), (0, at.crown[1], at.crown[2])]],
        0.012 * k, "bridge", metal,
    )  # fmt: skip


def _basket(drawing: Drawing, brief: Brief, at: Joints) -> None:
    """Draw a basket of wire in front of the bar."""
    k, z = at.k, at.head[2] + 0.17 * at.k
    low, high = at.head[1] - 0.03 * k, at.head[1] + 0.17 * k
    finish = brief.of("basket", "iron_black" if brief.style_name not in ("rustic", "steampunk") else "oak")
    for y, wide, deep in (
        (low, 0.13, 0.09),
        (low + 0.07 * k, 0.145, 0.1),
        (low + 0.14 * k, 0.16, 0.115),
        (high, 0.17, 0.12),
    ):
        w, d = wide * k, deep * k
        corners = [(-w, y, z - d), (w, y, z - d), (w, y, z + d), (-w, y, z + d), (-w, y, z - d)]
        tubes(drawing, [corners], 0.008 * k, "basket_hoop", finish)
    across, along = [], []
    for step in range(7):
        x = (step / 3 - 1) * 0.126 * k
        across.append(
            [(x * 1.3, high, z - 0.119 * k), (x, low, z - 0.089 * k), (x, low, z + 0.089 * k), (x * 1.3, high,
            z + 0.119 * k)],
        )  # fmt: skip
    for step in range(5):
        d = (step / 2 - 1) * 0.084 * k
        along.append(
            [(-0.169 * k, high, z + d * 1.33), (-0.129 * k, low, z + d), (0.129 * k, low, z + d), (0.169 * k, high,
            z + d * 1.33)],
        )  # fmt: skip
    tubes(drawing, across, 0.006 * k, "basket_wire", finish)
    tubes(drawing, along, 0.006 * k, "basket_wire", finish)
    tubes(drawing, [[(0, at.head[1] - 0.03 * k, at.head[2]), (0, low, z)]], 0.02 * k, "basket_bracket", finish)


def _rack(drawing: Drawing, at: Joints, metal: Finish) -> None:
    """Draw a luggage rack over the rear wheel."""
    k, y = at.k, at.rear[1] + at.radius + 0.045 * at.k
    front, back = at.seat[2] - 0.03 * k, at.rear[2] - 0.2 * k
    loop = [(0.0, y, front), (0.055 * k, y, front), (0.055 * k, y, back), (0.0, y, back)]
    leg = [(0.055 * k, y, at.rear[2] - 0.06 * k), (0.066 * k, *at.rear[1:])]
    bars = [[(-0.055 * k, y, front - s * 0.11 * k), (0.055 * k, y, front - s * 0.11 * k)] for s in (1, 2, 3)]
    tubes(
        drawing, [*twins([loop, leg]), *bars, [(0, y, front), (0, y + 0.01 * k, at.seat[2] + 0.04 * k)]], 0.011 * k,
        "rack", metal,
    )  # fmt: skip


def _training_wheels(drawing: Drawing, at: Joints, metal: Finish) -> None:
    k, r = at.k, 0.065 * at.k
    for side in (1.0, -1.0):
        tubes(
            drawing, [[(side * 0.06 * k, *at.rear[1:]), (side * 0.15 * k, at.rear[1] - 0.03 * k,
            at.rear[2] - 0.02 * k), (side * 0.16 * k, r, at.rear[2] - 0.03 * k)]], 0.014 * k, "outrigger", metal,
            bend=0.03 * k,
        )  # fmt: skip
        drawing.add(
            "wheel", (0.03 * k, 2 * r, 2 * r), (side * 0.175 * k, 0, at.rear[2] - 0.03 * k), turn=(0, 0 if side > 0
            else 180, 0), name="training_wheel", spokes=5, material="plastic_white",
        )  # fmt: skip
