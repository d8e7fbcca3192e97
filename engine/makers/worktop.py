"""Makers of small kitchen machines: handles, lips, toaster, blades, whisk, racks, bread."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.bending import strip
from engine.parts.detail import Detail
from engine.parts.moulded import pod
from engine.parts.profiles import Flat, Outline, facing, polygon, rectangle, rounded_rectangle, smooth, standing
from engine.parts.solids import Solid, ball, block, copies, cylinder, hull_of, moved, rounded_box, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, hoop, spun

# fmt: off


@maker("grip")
def grip(thing: Thing) -> Made:
    """Make a moulded handle in the plane z = 0: a bar through `path` (x, y pairs as shares of half the box).

    `thickness_m` in that plane; the box's depth is its width; `is_closed` bends it with sharper corners.
    """
    flat = thing.numbers("path") or [1.0, 1.0, -0.8, 0.9, -0.9, -0.6, 1.0, -1.0]
    places = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * [thing.width / 2, thing.height / 2]
    line = smooth(places, thing.detail.along(7))
    thick = min(thing.number("thickness_m", 0.14 * min(thing.width, thing.height)), 0.5 * max(thing.size))
    path = np.column_stack([np.zeros(len(line)), line[:, 1], line[:, 0]])
    return thing.main(turned(strip(path, thing.depth, thick, corner=0.42), y=90.0))


@maker("pour_lip")
def pour_lip(thing: Thing) -> Made:
    """Make a jug's lip: a beak that widens upwards and points to +x."""
    width, height, depth = thing.size
    round_off = min(width, depth) * 0.08
    corners = [
        (-1.0, 1.0, 1.0), (-1.0, 1.0, -1.0), (1.0, 1.0, 0.12), (1.0, 1.0, -0.12), (-1.0, 0.0, 0.3), (-1.0, 0.0, -0.3),
    ]
    places = [
        (x * (width / 2 - round_off), y * (height - round_off) + round_off / 2, z * (depth / 2 - round_off))
        for x, y, z in corners
    ]
    beak = hull_of([moved(ball(round_off, 12), *place) for place in places])
    return thing.main(beak.trim_by_plane((0.0, -1.0, 0.0), -height + round_off * 0.6))


@maker("toaster_body", natural=(0.29, 0.18, 0.17))
def toaster_body(thing: Thing) -> list[Piece]:
    """Make a toaster's housing with `slots` (2 or 4) on top, its skirt, lever, browning knob and keys at +x."""
    width, height, depth = thing.size
    skirt = height * 0.16
    corner, edge = thing.number("radius_m", depth * 0.26), thing.number("edge_m", height * 0.16)
    long = width * 0.92
    body = moved(pod(long, height - skirt * 0.8, depth, corner, edge, thing.detail, low_edge=0.002), y=skirt * 0.8)
    rows, lines = (2, 2) if thing.count("slots", 2, most=4) > 2 else (1, 2)
    opening = standing(rounded_rectangle(long * (0.74 if rows == 1 else 0.36), depth * 0.13, 0.006), height)
    places = [
        ((row - (rows - 1) / 2) * long * 0.42, 0.0, (line - 0.5) * depth * 0.36)
        for row in range(rows)
        for line in range(lines)
    ]
    cut = copies(opening, [(x, height * 0.35, z) for x, _, z in places])
    liner = copies(
        moved(block(long * (0.7 if rows == 1 else 0.33), height * 0.1, depth * 0.15), y=height * 0.3), places,
    )
    track = moved(block(width, height * 0.44, depth * 0.05), x=width * 0.48, y=height * 0.36)
    base = pod(long * 0.97, skirt, depth * 0.95, corner, skirt * 0.25, thing.detail)
    lever = moved(
        rounded_box(width * 0.09, height * 0.07, depth * 0.22, 0.005, thing.detail.bevel), x=width * 0.455,
        y=height * 0.68,
    )
    dial = moved(
        turned(disc(height * 0.1, width * 0.075, thing.detail.around(32), edge=0.003), z=-90.0),
        x=long / 2 - width * 0.035, y=height * 0.36, z=depth * 0.25,
    )
    key = moved(
        turned(disc(height * 0.045, width * 0.065, 20, edge=0.002), z=-90.0), x=long / 2 - width * 0.05,
        z=-depth * 0.22,
    )
    keys = copies(key, [(0.0, height * y, 0.0) for y in (0.3, 0.42, 0.54)])
    return [
        thing.main(body - cut - track), thing.sub("base", base, "plastic_black"), thing.sub("heaters", liner, "copper"),
        thing.sub(
            "lever",
            union(
                (lever, moved(block(width * 0.05, height * 0.05, depth * 0.03), x=long / 2 - 0.012, y=height * 0.69))
            ),
            "plastic_black",
        ),
        thing.sub("dial", dial, "steel_brushed"), thing.sub("keys", keys, "plastic_black"),
    ]  # fmt: skip


@maker("bread_slice", natural=(0.11, 0.11, 0.013))
def bread_slice(thing: Thing) -> list[Piece]:
    """Make a slice of toasted bread facing +z: crust and crumb."""
    width, height, depth = thing.size
    line = [
        (-0.44, -0.5), (0.44, -0.5), (0.45, 0.12), (0.5, 0.3), (0.34, 0.46), (0.0, 0.5), (-0.34, 0.46), (-0.5, 0.3),
        (-0.45, 0.12),
    ]
    outline = polygon([(x * width, y * height) for x, y in line]).offset(-0.004).offset(0.004)
    crumb = outline.offset(-min(width, height) * 0.05)
    return [
        thing.main(facing(outline - crumb, depth)),
        thing.sub("crumb", facing(crumb.offset(0.0004), depth * 0.86), "terracotta", "#e6bf85"),
    ]


@maker("cutter")
def cutter(thing: Thing) -> Made:
    """Make a blender's cutter: a hub with bent blades; `blades`."""
    radius, height = thing.width / 2, thing.height
    count = max(2, thing.count("blades", 4, most=8))
    blade = standing(
        polygon(
            [
                (radius * 0.08, -radius * 0.14), (radius, -radius * 0.02), (radius * 0.7, radius * 0.16),
                (radius * 0.08, radius * 0.14),
            ]
        ),
        height * 0.08,
    )
    hub = spun([(radius * 0.24, 0.0), (radius * 0.2, height * 0.4), (radius * 0.12, height * 0.6)], 24)
    blades = [
        turned(moved(turned(blade, z=16.0 if k % 2 else -8.0), y=height * 0.4), y=360.0 * k / count)
        for k in range(count)
    ]
    return thing.main(union([hub, *blades]))


@maker("whisk")
def whisk(thing: Thing) -> Made:
    """Make a balloon whisk that hangs from its top: `wires` loops and a shank."""
    radius, height = thing.width / 2, thing.height
    angles = np.linspace(-np.pi / 2, 1.5 * np.pi, thing.detail.along(28) + 1)[:-1]
    low = 0.7 * height
    pull = np.where(np.sin(angles) > 0, 1 - 0.75 * np.sin(angles) ** 2, 1.0)
    loop = np.column_stack([radius * np.cos(angles) * pull, low / 2 + low / 2 * np.sin(angles), np.zeros(len(angles))])
    wire = tube(loop, radius * 0.035, thing.detail.around(8), closed=True)
    loops = [turned(wire, y=180.0 * k / 5) for k in range(max(2, thing.count("wires", 5, most=9)))]
    shank = moved(cylinder(radius * 0.16, height * 0.36, 20, top=radius * 0.22), y=height * 0.64)
    return thing.main(union([*loops, shank]))


@maker("wire_rack")
def wire_rack(thing: Thing) -> Made:
    """Make a basket of wire: floor, walls and, with `has_tines`, rows of tines; `wire_m`."""
    width, height, depth = thing.size
    wire = thing.number("wire_m", 0.004)
    across = max(3, min(18, round(width / 0.055)))
    along = max(3, min(18, round(depth / 0.08)))
    thin, inside = wire * 0.8, (width - 1.4 * wire, depth - 1.4 * wire)  # inside the rims, so that no faces coincide
    xs = np.linspace(-inside[0] / 2 + wire, inside[0] / 2 - wire, across)
    zs = np.linspace(-inside[1] / 2 + wire, inside[1] / 2 - wire, along)
    lying = [moved(block(inside[0], thin, thin), y=wire * 0.1, z=float(z)) for z in zs]
    lying += [moved(block(thin, thin, inside[1]), y=wire * 0.35, x=float(x)) for x in xs]
    post = block(thin, height - wire * 0.6, thin)
    places = [(float(x), 0.0, side * (inside[1] - thin) / 2) for x in xs for side in (-1, 1)]
    places += [(side * (inside[0] - thin) / 2, 0.0, float(z)) for z in zs for side in (-1, 1)]
    bars = [*lying, copies(post, places)]
    rim = rectangle(width, depth) - rectangle(width - 2.4 * wire, depth - 2.4 * wire)
    bars += [
        moved(standing(rim, wire * 1.2), y=height * share - wire)
        for share in ((0.5, 1.0) if height > 6 * wire else (1.0,))
    ]
    if thing.flag("has_tines"):
        tine = block(thin * 0.9, height * 0.8, thin * 0.9)
        bars.append(
            copies(
                tine,
                [
                    (float(x), wire * 0.2, z)
                    for x in np.linspace(-width * 0.42, width * 0.42, across * 2 - 1)
                    for z in (-depth * 0.2, depth * 0.2)
                ],
            )
        )
    return thing.main(union(bars))


@maker("plate_row")
def plate_row(thing: Thing) -> Made:
    """Make `count` plates standing in a row along x, leaning a little."""
    width, height = thing.width, thing.height
    count = max(1, thing.count("count", 6, most=20))
    radius = height / 2
    line = [
        (radius * 0.5, 0.0), (radius * 0.55, radius * 0.06), (radius, radius * 0.16), (radius, radius * 0.2),
        (radius * 0.5, radius * 0.09), (0.0, radius * 0.09),
    ]
    one = spun([(0.001, 0.0), *line[:4]], thing.detail.around(48)) - moved(
        cylinder(radius * 0.5, radius, thing.detail.around(48), top=radius * 5), y=radius * 0.09,
    )
    plate = moved(turned(one, z=80.0), y=radius)
    return thing.main(
        copies(plate, [(x, 0.0, 0.0) for x in np.linspace(-width / 2 + radius * 0.1, width / 2 - radius * 0.2, count)])
    )


@maker("portafilter")
def portafilter(thing: Thing) -> list[Piece]:
    """Make a coffee machine's filter holder: its head at −z, the handle towards +z, two spouts below."""
    width, height, depth = thing.size
    radius = width / 2
    head = moved(
        disc(radius, height * 0.5, thing.detail.around(40), edge=height * 0.06), y=height * 0.5, z=-depth / 2 + radius,
    )
    spouts = [
        tube(
            smooth([(0, height * 0.5, 0), (side * radius * 0.3, height * 0.3, 0), (side * radius * 0.45, 0, 0)], 5),
            radius * 0.16, 12,
        ).translate((0.0, 0.0, -depth / 2 + radius))
        for side in (-1, 1)
    ]
    bar = _club(
        [
            (radius * 0.24, 0.0), (radius * 0.2, 0.1), (radius * 0.34, 0.4), (radius * 0.38, 0.8),
            (radius * 0.28, 0.97), (radius * 0.06, 1.0),
        ],
        depth - 2 * radius, thing,
    )
    handle = moved(turned(bar, x=90.0), y=height * 0.72, z=-depth / 2 + 1.9 * radius)
    return [thing.main(union([head, *spouts])), thing.sub("handle", handle, "plastic_black")]


def _club(profile: list[tuple[float, float]], length: float, thing: Thing) -> Solid:
    line: Flat = smooth([(r, y * length) for r, y in profile], thing.detail.along(5))
    return spun(line, thing.detail.around(28))


@maker("iron_body", natural=(0.29, 0.16, 0.12))
def iron_body(thing: Thing) -> list[Piece]:
    """Make a clothes iron pointing to +x: sole plate, skirt, housing with its grip, dial, spray nozzle."""
    width, height, depth = thing.size
    detail = thing.detail
    sole = standing(_sole(width, depth, 1.0, detail), height * 0.05)
    skirt = hull_of(
        [
            moved(standing(_sole(width, depth, share, detail), height * 0.03), x=x * width, y=y * height)
            for share, x, y in ((0.96, -0.01, 0.05), (0.94, -0.012, 0.14), (0.8, -0.03, 0.24))
        ]
    )
    rear = hull_of(
        [
            moved(standing(_sole(width, depth, 0.72, detail), 0.002), x=-width * 0.05, y=height * 0.24),
            moved(rounded_box(width * 0.34, height * 0.1, depth * 0.46, 0.01), x=-width * 0.2, y=height * 0.36),
        ]
    )
    path = [
        (-0.42, 0.3), (-0.45, 0.55), (-0.4, 0.84), (-0.22, 0.93), (0.06, 0.9), (0.2, 0.74), (0.24, 0.5), (0.26, 0.3),
    ]
    line = smooth([(0.0, y * height, x * width) for x, y in path], detail.along(7))
    swell = 0.8 + 0.35 * np.sin(np.linspace(0, np.pi, len(line))) ** 2
    handle = turned(strip(line, depth * 0.3, height * 0.15, scale=swell, corner=0.45), y=90.0)
    tank = hull_of(
        [
            moved(rounded_box(width * 0.26, height * 0.16, depth * 0.44, 0.008), x=width * 0.08, y=height * 0.22),
            moved(rounded_box(width * 0.1, height * 0.16, depth * 0.22, 0.006), x=width * 0.22, y=height * 0.36),
        ]
    )
    dial = moved(
        disc(depth * 0.2, height * 0.09, detail.around(40), edge=height * 0.02), x=-width * 0.08, y=height * 0.44,
    )
    nozzle = moved(turned(disc(depth * 0.07, width * 0.06, 24, edge=0.002), z=-90.0), x=width * 0.24, y=height * 0.6)
    return [
        thing.main(union((rear, handle))), thing.sub("sole", sole, "steel_brushed"), thing.sub(
            "skirt", skirt, "plastic_white",
        ),
        thing.sub("tank", tank, "glass_tinted"), thing.sub(
            "dial", dial, "plastic_black",
        ), thing.sub("nozzle", nozzle, "chrome"),
    ]  # fmt: skip


def _sole(width: float, depth: float, share: float, detail: Detail) -> Outline:
    """Return a sole plate's plan, pointing to +x."""
    side = [(-0.5, 0.3), (-0.46, 0.42), (-0.3, 0.49), (-0.1, 0.5), (0.1, 0.45), (0.3, 0.3), (0.44, 0.1), (0.5, 0.0)]
    upper = smooth(side, detail.along(5))
    return polygon(np.vstack([upper, upper[::-1][1:] * [1, -1]]) * [width * share, depth * share])


@maker("carafe_lid")
def carafe_lid(thing: Thing) -> Made:
    """Make a flat lid with a thumb tab to −x and a knob."""
    radius, height = thing.depth / 2, thing.height
    lid = disc(radius, height * 0.6, thing.detail.around(48), edge=height * 0.15)
    tab = moved(
        rounded_box(thing.width - 2 * radius + radius * 0.5, height * 0.4, radius * 0.5, height * 0.1),
        x=-radius - (thing.width - 2 * radius) / 2 + radius * 0.25,
    )
    return thing.main(union((lid, tab, moved(disc(radius * 0.3, height * 0.5, 28, edge=height * 0.1), y=height * 0.5))))


@maker("moka", natural=(0.16, 0.22, 0.1))
def moka(thing: Thing) -> list[Piece]:
    """Make an octagonal stove-top coffee maker: boiler, waist, pot with its lip, lid and knob; handle at −x."""
    height, radius = thing.height, thing.depth / 2
    lower = turned(spun([(radius * 0.96, 0.0), (radius, height * 0.02), (radius * 0.72, height * 0.36)], 8), y=22.5)
    waist = moved(hoop(radius * 0.78, radius * 0.3, height * 0.07, 48, edge=height * 0.015), y=height * 0.35)
    upper = turned(spun([(radius * 0.64, height * 0.4), (radius * 0.92, height * 0.8)], 8), y=22.5)
    lip = hull_of(
        [
            moved(ball(radius * 0.07, 10), *p)
            for p in (
                (radius * 0.7, height * 0.78, radius * 0.3), (radius * 0.7, height * 0.78, -radius * 0.3),
                (radius * 1.12, height * 0.79, 0.0), (radius * 0.66, height * 0.56, 0.0),
            )
        ]
    )
    lid = turned(
        spun([(radius * 0.94, height * 0.8), (radius * 0.9, height * 0.83), (radius * 0.16, height * 0.9)], 8), y=22.5,
    )
    knob = moved(
        spun(smooth([(radius * 0.1, 0.0), (radius * 0.2, height * 0.06), (radius * 0.08, height * 0.1)], 4), 24),
        y=height * 0.89,
    )
    path = smooth(
        [
            (0.0, height * 0.78, -radius * 0.86), (0.0, height * 0.79, -radius * 1.4),
            (0.0, height * 0.7, -radius * 1.6), (0.0, height * 0.46, -radius * 1.5),
        ],
        thing.detail.along(7),
    )
    handle = turned(strip(path, radius * 0.3, radius * 0.26, corner=0.4), y=90.0)
    valve = moved(turned(disc(radius * 0.1, radius * 0.12, 20), x=90.0), y=height * 0.22, z=radius * 0.72)
    return [
        thing.main(union((lower, upper, lid, lip))), thing.sub("waist", union((waist, valve)), "chrome"),
        thing.sub("handle", union((handle, knob)), "plastic_black"),
    ]
