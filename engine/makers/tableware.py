"""Makers of lipped jugs, ridged caps, plates, cutlery and pans."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.makers.vessels import girdled
from engine.parts.gears import knurled
from engine.parts.profiles import Outline, polygon, rounded_rectangle, smooth, standing
from engine.parts.solids import Solid, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, flowing
from engine.parts.ware import FORMS, revolved, ware
from engine.shapes import Points


@maker("lipped_vessel")
def lipped_vessel(thing: Thing) -> list[Piece]:
    """Make a jug whose rim is drawn out into a lip towards +z; `form`, `wall` (share of the radius), `trim`."""
    radius, height = thing.width / 2, thing.height
    shape = FORMS.get(thing.text("form", "jug"), FORMS["jug"])
    line = flowing([(r * radius, y * height) for r, y in shape], thing.detail.along(7))
    solid = revolved(ware(line, radius * thing.number("wall", 0.06)).wall, thing.detail.around(80))
    mouth = float(line[-1, 0])

    def draw_out(points: Points) -> Points:
        share = np.clip((points[:, 1] / height - 0.76) / 0.24, 0.0, 1.0) ** 2
        turn = np.arctan2(points[:, 0], points[:, 2])
        pull = share * np.exp(-((turn / 0.42) ** 2))
        out = np.array(points)
        out[:, 2] += pull * mouth * 0.46
        out[:, 1] += pull * height * 0.035
        return out

    trim = girdled(line, radius * thing.number("wall", 0.06), thing)
    drawn = [piece for piece in trim if piece.solid.bounding_box()[4] < 0.8 * height]
    return [thing.main(solid.refine_to_length(height * 0.06).warp_batch(draw_out)), *drawn]


@maker("knob_cap")
def knob_cap(thing: Thing) -> Made:
    """Make a cap with `ridges` around it."""
    radius, height = thing.width / 2, thing.height
    return thing.main(union([knurled(radius, height, max(6, thing.count("ridges", 24)), radius * 0.08, thing.detail)]))


@maker("cutlery")
def cutlery(thing: Thing) -> Made:
    """Make a fork, spoon or table knife (`form`) that lies along z, its handle to −z."""
    form, length, wide = thing.text("form", "fork"), thing.depth, thing.width
    plan = _cutlery_plan(form, length, wide, thing)
    thick = min(length * 0.012, thing.height * 0.5)
    flat = standing(plan, thick).refine_to_length(length / max(24, thing.detail.along(40)))
    rise = max(thing.height - thick, 0.0)

    def bend(points: Points) -> Points:
        along = points[:, 2] / length + 0.5  # 0 at the handle's end
        bent = np.array(points)
        bow = 0.75 * np.exp(-(((along - 0.54) / 0.13) ** 2))
        bent[:, 1] += rise * (bow if form != "knife" else 0.0 * bow)
        if form == "spoon":
            share = np.clip(1 - ((along - 0.83) / 0.17) ** 2 - (points[:, 0] / (wide / 2)) ** 2, 0.0, 1.0)
            step = np.clip((along - 0.56) / 0.12, 0.0, 1.0)
            bent[:, 1] += rise * 0.5 * (step * step * (3 - 2 * step) - share**0.8)
        elif form == "fork":
            bent[:, 1] += rise * 0.5 * np.clip((along - 0.84) / 0.16, 0.0, 1.0) ** 2
        return bent

    return thing.main(_settled(flat.warp_batch(bend), length))


def _settled(solid: Solid, length: float) -> Solid:
    """Return a long thing tilted so that both its ends rest on the ground."""
    for _ in range(3):
        points = np.asarray(solid.to_mesh64().vert_properties)[:, :3]
        ends = [points[points[:, 2] < -0.3 * length], points[points[:, 2] > 0.2 * length]]
        (z0, y0), (z1, y1) = ((float(end[end[:, 1].argmin(), 2]), float(end[:, 1].min())) for end in ends)
        slope = (y1 - y0) / (z1 - z0)
        shear = np.array([[1, 0, 0, 0], [0, 1, -slope, slope * z0 - y0], [0, 0, 1, 0]], dtype=np.float64)
        solid = solid.transform(shear)
    return solid


def _cutlery_plan(form: str, length: float, wide: float, thing: Thing) -> Outline:
    """Return the flat pattern; its y is −z, so the handle lies at positive y."""
    half, end = wide / 2, length / 2
    neck = wide * (0.16 if form != "knife" else 0.3)
    slim = 0.6 if form == "spoon" else 1.0
    grip = [(x * wide * slim, y * end) for x, y in ((0.2, 1.0), (0.34, 0.94), (0.36, 0.8), (0.2, 0.3))]
    heads = {
        "fork": [(neck, -end * 0.1), (neck, -end * 0.3), (half * 0.86, -end * 0.46), (half, -end * 0.62),
            (half * 0.96, -end)],
        "spoon": [(neck * 0.7, -end * 0.1), (neck * 0.7, -end * 0.34), (half * 0.66, -end * 0.46), (half, -end * 0.68),
                  (half * 0.8, -end * 0.92), (half * 0.3, -end)],
        "knife": [(neck * 1.1, 0.0), (half, -end * 0.1), (half, -end * 0.7), (half * 0.6, -end * 0.93), (-half * 0.3,
            -end)],
    }  # fmt: skip
    right = smooth([*grip, *heads[form]], thing.detail.along(5))
    left = right[::-1] * [-1, 1]
    if form == "knife":
        left = smooth(
            [(-half * 0.4, -end), (-half * 0.5, -end * 0.4), (-neck, 0.0), *[(-x, y) for x, y in grip[::-1]]], 6
        )
    plan = polygon(np.vstack([right, left]))
    if form == "fork":
        gap = wide * 0.13
        for x in (-0.27, 0.0, 0.27):
            slot = rounded_rectangle(gap, end * 0.62, gap / 2, 16).translate((x * wide, -end * 0.85))
            plan = plan - slot
    return plan


@maker("basket_weave")
def basket_weave(thing: Thing) -> list[Piece]:
    """Make a woven basket: stakes, rows of cane that pass before and behind them, a floor and a braided rim.

    `form` names the silhouette, `stakes` (made even), `rows`.
    """
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    shape = FORMS.get(thing.text("form", "bucket"), FORMS["bucket"])
    line = flowing([(r, y) for r, y in shape], 8)
    squash = thing.depth / thing.width
    stakes = max(12, thing.count("stakes", 28, most=60) // 2 * 2) if detail.has_small_things else 16
    rows = max(4, thing.count("rows", 12, most=40) if detail.has_small_things else 8)
    cane = min(height / rows * 0.98, 0.2 * radius)
    turn = np.linspace(0.0, 2 * np.pi, stakes * max(3, detail.along(4)), endpoint=False)
    weave = []
    for row in range(rows):
        level = cane / 2 + row * (height - cane) / (rows - 1)
        reach = float(np.interp(level / height, line[:, 1], line[:, 0])) * radius - cane * 0.62
        wave = reach + cane * 0.34 * np.cos(turn * stakes / 2 + np.pi * row)
        path = np.column_stack([wave * np.cos(turn), np.full(len(turn), level), wave * np.sin(turn)])
        weave.append(tube(path, cane * 0.52, max(6, detail.along(7)), closed=True))
    posts = []
    for number in range(stakes):
        angle = 2 * np.pi * (number + 0.5) / stakes
        out = np.interp(np.linspace(0, 1, 8), line[:, 1], line[:, 0]) * radius - cane * 0.62
        ys = np.linspace(cane * 0.3, height - cane * 0.3, 8)
        path = np.column_stack([out * np.cos(angle), ys, out * np.sin(angle)])
        posts.append(tube(path, cane * 0.3, 6))
    top, low = float(line[-1, 0]) * radius - cane * 0.62, float(line[0, 0]) * radius - cane * 0.4
    rim = [_braid(top, height - cane * 0.4, cane, phase, thing) for phase in (0.0, np.pi)]
    floor = disc(low, cane, detail.around(48), edge=cane * 0.3)
    fit = (1.0, 1.0, squash)
    return [
        thing.main(union([*weave, *posts, floor]).scale(fit)),
        thing.sub("rim", union(rim).scale(fit)),
    ]


def _braid(radius: float, level: float, cane: float, phase: float, thing: Thing) -> Solid:
    turns = 22
    turn = np.linspace(0.0, 2 * np.pi, turns * max(4, thing.detail.along(7)), endpoint=False)
    reach = radius + cane * 0.42 * np.cos(turn * turns + phase)
    ys = level + cane * 0.42 * np.sin(turn * turns + phase)
    path = np.column_stack([reach * np.cos(turn), ys, reach * np.sin(turn)])
    return tube(path, cane * 0.5, max(6, thing.detail.along(7)), closed=True)
