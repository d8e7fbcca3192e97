"""Makers of kitchen and household appliances; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import facing, rounded_rectangle, standing
from engine.parts.solids import (
    Solid,
    block,
    copies,
    cylinder,
    ellipsoid,
    moved,
    rod,
    rounded_box,
    turned,
    union,
)
from engine.parts.sweeping import loft, tube
from engine.parts.turning import disc, hoop


@maker("robot_vacuum")
def robot_vacuum(thing: Thing) -> list[Piece]:
    """Make a robot vacuum: disc, bumper, lidar turret, buttons, side brush and wheels."""
    radius, height = thing.width / 2, thing.height
    floor, segments = height * 0.1, thing.detail.around(96)
    deck = height * 0.8
    body = moved(disc(radius * 0.965, deck - floor, segments, edge=height * 0.1, steps=thing.detail.bevel), y=floor)
    bumper = moved(hoop(radius, radius * 0.93, deck * 0.55, segments, edge=height * 0.06), y=floor * 1.5)
    bumper = bumper.trim_by_plane((0.0, 0.0, 1.0), radius * 0.05)
    turret = moved(disc(radius * 0.3, height * 0.17, segments, edge=height * 0.04), y=height * 0.83, z=-radius * 0.2)
    collar = moved(cylinder(radius * 0.27, height * 0.1, 48), y=deck - height * 0.03, z=-radius * 0.2)
    lid = moved(hoop(radius * 0.72, radius * 0.7, height * 0.04, segments), y=deck - height * 0.025)
    keys = union(
        [
            moved(
                disc(radius * 0.075, height * 0.05, 32, edge=height * 0.015),
                x=x * radius,
                y=deck - height * 0.02,
                z=radius * 0.42,
            )
            for x in (-0.14, 0.14)
        ]
    )
    wheels = union(
        [moved(rod(height * 0.22, radius * 0.14, 32), x=side * radius * 0.62, y=height * 0.22) for side in (-1, 1)]
    )
    front = moved(ellipsoid(height * 0.22, height * 0.22, height * 0.22, 24), y=height * 0.11, z=radius * 0.62)
    brush = [
        turned(
            moved(
                tube(
                    [(0, 0, 0), (radius * 0.12, 0, radius * 0.02), (radius * 0.26, -height * 0.02, radius * 0.05)],
                    height * 0.022,
                    8,
                ),
                0.0,
            ),
            y=120.0 * k,
        )
        for k in range(3)
    ]
    side = moved(
        union([*brush, moved(cylinder(radius * 0.05, height * 0.12, 20), y=-height * 0.03)]),
        x=radius * 0.62,
        y=height * 0.06,
        z=radius * 0.6,
    )
    return [
        thing.main(union((body, turret))),
        thing.sub("bumper", bumper, "plastic_black"),
        thing.sub("trim", union((collar, lid, keys)), "steel_brushed"),
        thing.sub("wheels", union((wheels, front)), "rubber_black"),
        thing.sub("brush", side, "plastic_black"),
    ]


# Doors by their number: left, bottom, right, top as shares of the front.
_DOORS: dict[int, tuple[tuple[float, float, float, float], ...]] = {
    1: ((0, 0, 1, 1),),
    2: ((0, 0, 1, 0.36), (0, 0.36, 1, 1)),
    3: ((0, 0.38, 0.5, 1), (0.5, 0.38, 1, 1), (0, 0, 1, 0.38)),
    4: ((0, 0.38, 0.5, 1), (0.5, 0.38, 1, 1), (0, 0, 1, 0.19), (0, 0.19, 1, 0.38)),
}


@maker("fridge", natural=(0.7, 1.8, 0.7))
def fridge(thing: Thing) -> list[Piece]:
    """Make a fridge: body, `doors` (1, 2, 3 or 4: French), handles, a dispenser if `has_dispenser`, feet."""
    width, height, depth = thing.size
    foot, thick, gap = 0.025, 0.055, 0.006
    body = moved(rounded_box(width, height - foot, depth - thick - 0.01, 0.008), y=foot, z=-(thick + 0.01) / 2)
    gasket = moved(block(width * 0.96, height * 0.95, 0.03), y=height * 0.03, z=depth / 2 - thick - 0.005)
    kind = thing.count("doors", 2, most=4)
    cells = _DOORS.get(kind, _DOORS[2])
    doors, grips = [], []
    for left, low, right, high in cells:
        w, h = width * (right - left) - gap, (height - foot) * (high - low) - gap
        x, y = -width / 2 + width * (left + right) / 2, foot + (height - foot) * low + gap / 2
        doors.append(moved(rounded_box(w, h, thick, 0.012, thing.detail.bevel), x=x, y=y, z=depth / 2 - thick / 2))
        grips.append(
            _fridge_grip(x, y, w, h, depth / 2, left, wide=high - low < 0.25 or (kind == 3 and right - left == 1))
        )
    pieces = [
        thing.main(body),
        thing.sub("doors", union(doors)),
        thing.sub("gasket", gasket, "rubber_black"),
        thing.sub("handles", union(grips), "chrome"),
    ]
    if thing.flag("has_dispenser"):
        slot = moved(
            rounded_box(width * 0.2, height * 0.16, 0.012, 0.005), x=-width * 0.25, y=height * 0.6, z=depth / 2
        )
        pieces.append(thing.sub("dispenser", slot, "plastic_black"))
    feet = copies(
        cylinder(0.02, foot * 1.5, 16), [(x * width * 0.42, 0.0, z * depth * 0.38) for x in (-1, 1) for z in (-1, 1)]
    )
    return [*pieces, thing.sub("feet", feet, "rubber_black")]


def _fridge_grip(x: float, y: float, w: float, h: float, face: float, left: float, *, wide: bool) -> Solid:
    long, out = (w * 0.7, 0.045) if wide else (min(h * 0.5, 0.6), 0.045)
    bar = union(
        [
            rod(0.011, long, 20),
            *[moved(rod(0.009, out, 12, axis="z"), x=side * long * 0.42, z=-out / 2) for side in (-1, 1)],
        ]
    )
    if wide:
        return moved(bar, x=x, y=y + h * 0.78, z=face + out - 0.004)
    side = -1 if left >= 0.5 else 1
    return moved(turned(bar, z=90.0), x=x + side * (w / 2 - 0.05), y=y + h * 0.5, z=face + out - 0.004)


@maker("oven", natural=(0.6, 0.9, 0.6))
def oven(thing: Thing) -> list[Piece]:
    """Make a cooker.

    Hob with burners, knobs, an oven door with a window and a drawer below; `is_built_in` leaves out the hob.
    """
    width, height, depth = thing.size
    built_in = thing.flag("is_built_in")
    foot = 0.0 if built_in else 0.05
    body = moved(
        rounded_box(width, height - foot - (0.0 if built_in else 0.012), depth * 0.95, 0.004), y=foot, z=-depth * 0.025
    )
    panel_low = height * 0.83
    door = moved(rounded_box(width * 0.985, height * 0.5, depth * 0.05, 0.006), y=height * 0.3, z=depth * 0.46)
    window = facing(rounded_rectangle(width * 0.62, height * 0.26, 0.02), depth * 0.1)
    pane = moved(
        facing(rounded_rectangle(width * 0.62, height * 0.26, 0.02), depth * 0.02), y=height * 0.53, z=depth * 0.472
    )
    drawer = moved(rounded_box(width * 0.985, height * 0.19, depth * 0.04, 0.006), y=height * 0.085, z=depth * 0.455)
    grips = union([moved(_bar(width * 0.7, 0.05), y=height * y, z=depth * 0.48) for y in (0.755, 0.235)])
    knobs = _knobs(thing, panel_low)
    clock = moved(rounded_box(width * 0.2, height * 0.05, 0.012, 0.003), y=panel_low + height * 0.045, z=depth * 0.45)
    pieces = [
        thing.main(body),
        thing.sub("door", (door - moved(window, y=height * 0.53, z=depth * 0.46))),
        thing.sub("window", pane, "glass_tinted"),
        thing.sub("drawer", drawer),
        thing.sub("handles", grips, "chrome"),
        thing.sub("knobs", knobs, "steel_brushed"),
        thing.sub("clock", clock, "screen_emissive"),
    ]
    if not built_in:
        top = moved(rounded_box(width, 0.014, depth * 0.95, 0.004), y=height - 0.016, z=-depth * 0.025)
        rings = [
            moved(
                union([hoop(r, r * 0.9, 0.004, 48), hoop(r * 0.5, r * 0.4, 0.004, 40)]),
                x=x * width,
                y=height - 0.004,
                z=z * depth - depth * 0.025,
            )
            for x, z, r in ((-0.24, -0.2, 0.085), (0.24, -0.2, 0.1), (-0.24, 0.22, 0.1), (0.24, 0.22, 0.075))
        ]
        feet = copies(
            cylinder(0.018, foot * 1.2, 16),
            [(x * width * 0.42, 0.0, z * depth * 0.4) for x in (-1, 1) for z in (-1, 1)],
        )
        pieces += [
            thing.sub("hob", top, "paint_black"),
            thing.sub("burners", union(rings), "steel_brushed"),
            thing.sub("feet", feet, "rubber_black"),
        ]
    return pieces


def _knobs(thing: Thing, panel_low: float) -> Solid:
    width, height, depth = thing.size
    return union(
        [
            moved(
                turned(disc(0.022, 0.03, thing.detail.around(28), edge=0.004), x=90.0),
                x=width * at,
                y=panel_low + height * 0.07,
                z=depth * 0.45,
            )
            for at in (-0.4, -0.28, -0.16, 0.16, 0.28, 0.4)
        ]
    )


def _bar(length: float, out: float) -> Solid:
    posts = [moved(rod(0.008, out, 12, axis="z"), x=side * length * 0.44, z=out / 2 - 0.01) for side in (-1, 1)]
    return union([moved(rod(0.012, length, 20), z=out - 0.012), *posts])


@maker("hood", natural=(0.6, 1, 0.46))
def hood(thing: Thing) -> list[Piece]:
    """Make a cooker hood: a pyramid with a chimney at the wall, or over its middle with `is_island`; filters below."""
    width, height, depth = thing.size

    def ring(w: float, d: float, y: float, z: float) -> np.ndarray:
        return np.array(
            [(-w / 2, y, d / 2 + z), (w / 2, y, d / 2 + z), (w / 2, y, -d / 2 + z), (-w / 2, y, -d / 2 + z)]
        )

    flue = width * 0.36
    back = 0.0 if thing.flag("is_island") else -depth / 2 + flue / 2
    skirt = loft(
        [
            ring(width, depth, 0.0, 0.0),
            ring(width, depth, height * 0.09, 0.0),
            ring(flue * 1.1, flue * 1.1, height * 0.34, back + (flue * 0.05 if back else 0.0)),
        ]
    )
    chimney = moved(block(flue, height * 0.7, flue), y=height * 0.3, z=back)
    hollow = moved(block(width * 0.92, height * 0.06, depth * 0.9), y=-height * 0.01)
    mesh = copies(
        block(width * 0.42, height * 0.03, depth * 0.84), [(x * width * 0.23, height * 0.04, 0.0) for x in (-1, 1)]
    )
    keys = union(
        [moved(rod(0.008, 0.012, 16, axis="z"), x=0.03 * k, y=height * 0.045, z=depth / 2) for k in range(-2, 3)]
    )
    return [
        thing.main(union((skirt, chimney)) - hollow),
        thing.sub("filters", mesh, "aluminium"),
        thing.sub("buttons", keys, "plastic_black"),
    ]


@maker("sink", natural=(0.54, 0.16, 0.42))
def sink(thing: Thing) -> Made:
    """Make an inset sink: a rim and a bowl with a drain; the box's top is the rim."""
    width, height, depth = thing.size
    rim = moved(
        standing(rounded_rectangle(width, depth, 0.03) - rounded_rectangle(width * 0.9, depth * 0.86, 0.05), 0.006),
        y=height - 0.006,
    )
    outer = standing(rounded_rectangle(width * 0.92, depth * 0.88, 0.05), height - 0.002)
    inner = moved(standing(rounded_rectangle(width * 0.9, depth * 0.86, 0.05), height), y=0.004)
    drain = moved(hoop(0.04, 0.02, 0.006, 32), y=0.003)
    return thing.main(union((rim, outer - inner, drain)))


@maker("faucet")
def faucet(thing: Thing) -> Made:
    """Make a swan-neck tap whose spout reaches to +z, with a lever."""
    width, height, depth = thing.size
    thick = min(width * 0.4, height * 0.07)
    back = -depth / 2 + thick
    turn = np.radians(np.linspace(180.0, 0.0, thing.detail.along(16) + 1))
    reach = (depth - 2 * thick) / 2
    neck = np.column_stack(
        [np.zeros(len(turn)), height - reach - thick / 2 + reach * np.sin(turn), back + reach + reach * np.cos(turn)]
    )
    path = np.vstack(
        [
            [(0, height * 0.1, back), (0, height * 0.3, back)],
            neck,
            [(0, height - reach - thick - height * 0.1, back + 2 * reach)],
        ]
    )
    base = moved(disc(thick * 1.1, height * 0.12, thing.detail.around(32), edge=thick * 0.2), z=back)
    lever = moved(turned(rod(thick * 0.3, width * 0.8, 16), z=18.0), x=width * 0.2, y=height * 0.16, z=back)
    tip = moved(cylinder(thick * 0.62, height * 0.05, 24), y=path[-1][1] - height * 0.03, z=float(path[-1][2]))
    return thing.main(union((tube(path, thick / 2, thing.detail.around(20)), base, lever, tip)))


@maker("hob", natural=(0.56, 0.014, 0.5))
def hob(thing: Thing) -> list[Piece]:
    """Make a glass hob with four rings."""
    width, height, depth = thing.size
    rings = [
        moved(hoop(r, r * 0.93, height * 0.3, 48), x=x * width, y=height * 0.8, z=z * depth)
        for x, z, r in ((-0.26, -0.22, 0.08), (0.26, -0.22, 0.1), (-0.26, 0.22, 0.1), (0.26, 0.22, 0.075))
    ]
    return [
        thing.main(rounded_box(width, height * 0.9, depth, height * 0.3)),
        thing.sub("rings", union(rings), "steel_brushed"),
    ]
