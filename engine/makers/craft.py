"""Makers of what sails and flies; front to +z."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.livery import Skin, livery
from engine.parts.profiles import eased, facing, polygon, rounded_rectangle, sideways
from engine.parts.solids import (
    Solid,
    above,
    below,
    block,
    cylinder,
    ellipsoid,
    moved,
    rod,
    rounded_box,
    turned,
    union,
)
from engine.parts.sweeping import loft, tube
from engine.parts.turning import flowing, shell, torus
from engine.shapes import Points

_HULLS: dict[str, tuple[list[float], list[float], list[float], float]] = {
    # half widths, sheer and keel at the stations below, and how full the sections are (less is fuller)
    "sail": ([0.74, 0.86, 1.0, 0.93, 0.6, 0.22, 0.035], [0.78, 0.75, 0.74, 0.8, 0.88, 0.97, 1.0],
     [0.1, 0.03, 0.0, 0.01, 0.07, 0.36, 0.8], 0.7),
    "row": ([0.5, 0.72, 1.0, 0.9, 0.58, 0.2, 0.03], [0.86, 0.76, 0.7, 0.74, 0.84, 0.96, 1.0],
     [0.16, 0.04, 0.0, 0.0, 0.05, 0.3, 0.72], 0.6),
    "canoe": ([0.03, 0.42, 0.98, 0.96, 0.5, 0.18, 0.03], [1.0, 0.84, 0.68, 0.68, 0.78, 0.94, 1.0],
     [0.5, 0.06, 0.0, 0.0, 0.03, 0.2, 0.5], 0.5),
    "motor": ([0.92, 0.97, 1.0, 0.94, 0.66, 0.26, 0.03], [0.72, 0.72, 0.74, 0.82, 0.92, 0.98, 1.0],
     [0.04, 0.02, 0.0, 0.02, 0.14, 0.5, 0.9], 0.5),
    "ship": ([0.8, 0.96, 1.0, 1.0, 0.8, 0.34, 0.03], [0.82, 0.78, 0.76, 0.76, 0.84, 0.96, 1.0],
     [0.22, 0.03, 0.0, 0.0, 0.0, 0.03, 0.3], 0.28),
}  # fmt: skip
_STATIONS = [-1.0, -0.8, -0.2, 0.3, 0.7, 0.92, 1.0]


def _hull_rings(thing: Thing, wall: float) -> list[Points]:
    width, height, depth = thing.size
    zs = np.linspace(-1.0, 1.0, thing.detail.along(28) + 1)
    form = _HULLS.get(thing.text("form", "sail"), _HULLS["sail"])
    plan, sheer, keel = (PchipInterpolator(_STATIONS, values)(zs) for values in form[:3])
    rings = []
    for z, half, high, low in zip(zs, plan, sheer, keel, strict=True):
        turn = np.linspace(-np.pi / 2, np.pi / 2, 2 * thing.detail.along(8) + 1)
        reach = max(half * width / 2 - wall, width * 0.004)
        bottom = low * height + wall
        x = reach * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** form[3]
        y = bottom + (high * height - bottom) * (1 - np.cos(turn) ** 0.75)
        rings.append(np.column_stack([x, y, np.full(len(x), z * (depth / 2 - wall))]))
    return rings


@maker("hull")
def hull(thing: Thing) -> list[Piece]:
    """Make a boat's hull with a deck and a rubbing strake, on a flat keel.

    `form` is sail, row, canoe, motor or ship; `cockpit` (from, to as shares of half the length, its share of the width)
    is open; below `waterline` (share of the height) the finish is that of `bottom`.
    """
    outer = loft(_hull_rings(thing, 0.0))
    wall = thing.number("wall", 0.035) * thing.width
    rings = _hull_rings(thing, wall)
    well = loft([ring + np.array([0.0, 0.02 * thing.height, 0.0]) for ring in rings])
    rear, front, wide = (thing.numbers("cockpit") or [-0.86, -0.22, 0.7])[:3]
    middle, reach = (rear + front) / 2 * thing.depth / 2, (front - rear) * thing.depth / 2
    room = moved(block(thing.width, thing.height, reach + 0.02 * thing.depth), y=thing.height * 0.02, z=middle)
    shell = outer - (well ^ room) if reach > 0 else outer
    edges = np.array([ring[-1] for ring in _hull_rings(thing, 0.0)])
    line = np.vstack([edges, edges[::-1] * [-1, 1, 1]])
    strake = tube(line - [0.0, 0.02 * thing.height, 0.0], 0.017 * thing.width, thing.detail.around(12), closed=True)
    opening = rounded_box(thing.width * wide, thing.height * 4, max(reach, 1e-3), 0.08 * thing.width)
    deck = _deck([ring[[0, -1]] for ring in _hull_rings(thing, wall * 0.4)], 0.03 * thing.height)
    deck = deck - moved(opening, y=-thing.height, z=middle) if reach > 0 else deck
    shell = shell - moved(opening, y=thing.height * 0.5, z=middle) if reach > 0 and wide < 0.8 else shell
    keel = moved(rounded_box(thing.width * 0.12, thing.height * 0.12, thing.depth * 0.5, 0.01), z=-thing.depth * 0.05)
    body, line_y = union((shell, keel)), thing.number("waterline", 0.0) * thing.height
    pieces = [thing.main(above(body, line_y) if line_y else body)]
    if line_y:
        pieces.append(thing.sub("bottom", below(body, line_y), "paint_red"))
    skin = Skin(lambda out: loft(_hull_rings(thing, -out)), *thing.size, _hull_flank(thing))
    nothing = moved(block(0.01, 0.01, 0.01), y=-thing.height)
    dressed = livery(thing.text("livery", ""), skin, nothing, has_small_things=thing.detail.has_small_things)
    pieces += [thing.sub(name, solid) for name, solid in dressed]
    return [*pieces, thing.sub("strake", strake, "walnut"), thing.sub("deck", deck, "oak")]


def _hull_flank(thing: Thing) -> tuple[float, float, float, float]:
    """Return the part of a hull's sides that stays above the waterline and below the rubbing strake."""
    sheer = min(_HULLS.get(thing.text("form", "sail"), _HULLS["sail"])[1])
    return max(thing.number("waterline", 0.0), 0.3) + 0.04, sheer - 0.06, -0.86, 0.6


def _deck(edges: list[Points], thickness: float) -> Solid:
    rings = []
    for left, right in edges:
        low = np.array([[left[0], left[1] - thickness, left[2]], [right[0], right[1] - thickness, right[2]]])
        rings.append(
            np.vstack(
                [low, [right[0], right[1] + thickness * 0.3, right[2]], [left[0], left[1] + thickness * 0.3, left[2]]]
            )
        )
    return loft(rings)


@maker("sail")
def sail(thing: Thing) -> Made:
    """Make a bellied triangular sail in the plane x = 0, its luff at the front (+z) or, with `is_jib`, leaning."""
    width, height, depth = thing.size
    rings = []
    for share in np.linspace(0.0, 1.0, thing.detail.along(16) + 1):
        chord = depth * (1 - share) * 0.98 + depth * 0.02
        start = depth / 2 - (depth * share * (0.98 if thing.flag("is_jib") else 0.0))
        across = np.linspace(0.0, 1.0, thing.detail.along(12) + 1)
        belly = np.sin(np.pi * across) * width * 0.86 * (1 - share) ** 0.6
        z = start - chord * across if not thing.flag("is_jib") else start - chord * (1 - across) + chord * 0
        thin = width * 0.05
        one = np.column_stack([belly + thin, np.full(len(z), share * height), z])
        two = np.column_stack([belly - thin, np.full(len(z), share * height), z])[::-1]
        rings.append(np.vstack([one, two])[::-1])
    solid = loft(rings)
    return thing.main(solid if solid.volume() > 0 else loft([ring[::-1] for ring in rings]))


@maker("fuselage", natural=(1.2, 1.3, 8))
def fuselage(thing: Thing) -> list[Piece]:
    """Make a plane's body with a canopy (`canopy`: cockpit or airliner) and, for an airliner, a row of windows."""
    width, height, depth = thing.size
    work = _fuselage_skin(thing, 0.0)
    thick = 0.03 * width
    band = _fuselage_skin(thing, 0.004 * depth * 0.5) - _fuselage_skin(thing, -thick)
    skin = Skin(lambda out: _fuselage_skin(thing, out), *thing.size, (0.26, 0.52, -0.42, 0.62))
    above_belt = moved(block(width * 2, height, depth), y=height * 0.525)
    dressed = livery(thing.text("livery", ""), skin, above_belt, has_small_things=thing.detail.has_small_things)
    ornament = [thing.sub(name, solid) for name, solid in dressed]
    if thing.text("canopy", "airliner") == "cockpit":
        glass = moved(
            ellipsoid(width * 0.72, height * 0.62, depth * 0.3, thing.detail.around(40)),
            y=height * 0.86,
            z=depth * 0.12,
        )
        frame_bar = moved(
            turned(torus(width * 0.36, width * 0.04, thing.detail.around(40), 8), x=90.0).scale((1.0, 0.86, 1.0)),
            y=height * 0.86,
            z=depth * 0.14,
        )
        return [
            thing.main(work),
            thing.sub("glass", glass - work, "glass_tinted"),
            thing.sub("frame", frame_bar, "steel_brushed"),
            *ornament,
        ]
    panes = facing(
        eased(polygon([(-0.36, 0.0), (0.36, 0.0), (0.26, 0.16), (-0.26, 0.16)]).scale((width, height)), 0.02 * width),
        depth * 0.09,
    )
    split = block(0.04 * width, height * 2, depth)
    windscreen = (band ^ moved(panes, y=height * 0.6, z=depth * 0.44)) - split
    count = max(6, thing.count("windows", 18, most=60))
    port = sideways(rounded_rectangle(depth * 0.012, height * 0.1, depth * 0.005), width * 2)
    ports = union([moved(port, y=height * 0.58, z=depth * (-0.3 + 0.62 * step / (count - 1))) for step in range(count)])
    return [thing.main(work), thing.sub("glass", union((windscreen, band ^ ports)), "glass_tinted"), *ornament]


def _fuselage_skin(thing: Thing, out: float) -> Solid:
    width, height, depth = thing.size
    zs = np.sin(np.linspace(-np.pi / 2, np.pi / 2, thing.detail.along(44) + 1))
    girth = PchipInterpolator([-1, -0.7, -0.35, 0.4, 0.7, 0.9, 0.97, 1], [0.1, 0.52, 0.96, 1.0, 0.93, 0.6, 0.33, 0.03])(
        zs
    )
    lift = PchipInterpolator([-1, -0.5, 0, 0.6, 1], [0.78, 0.55, 0.5, 0.5, 0.4])(zs)
    turn = np.linspace(0.0, 2 * np.pi, thing.detail.around(40), endpoint=False)
    return loft(
        [
            np.column_stack(
                [
                    np.cos(turn) * (g * width / 2 + out),
                    h * height + np.sin(turn) * (g * height / 2 + out) * (1.0),
                    np.full(len(turn), z * depth / 2),
                ]
            )
            for z, g, h in zip(zs, girth, lift, strict=True)
        ]
    )


@maker("wing")
def wing(thing: Thing) -> Made:
    """Make a wing that reaches from −x (root) to +x (tip).

    `taper`, `sweep` (share of the depth), an aerofoil in section; `is_left` mirrors.
    """
    width, height, depth = thing.size
    taper, sweep_back = thing.number("taper", 0.45), thing.number("sweep", 0.5)
    steps = thing.detail.along(12)
    around = np.linspace(0.0, 2 * np.pi, thing.detail.around(28), endpoint=False)
    chord = 0.5 * (1 + np.cos(around))
    thick = 0.5 * np.sin(around) * (1 - chord * 0.55) * 0.62
    root_chord = depth * (1 - sweep_back * 0.55)
    rings = []
    for share in np.linspace(0.0, 1.0, steps + 1):
        size = root_chord * (1 - (1 - taper) * share) * (1.0 if share < 0.97 else 0.8)
        lead = depth / 2 - sweep_back * depth * 0.8 * share
        rise = height * 0.5 + share * height * thing.number("dihedral", 0.2)
        body = height * 0.6 * (1 - (1 - taper) * share)
        rings.append(
            np.column_stack(
                [np.full(len(around), (share - 0.5) * width), rise + thick * body * 1.4, lead - (1 - chord) * size]
            )
        )
    solid = loft(rings)
    if solid.volume() <= 0:
        solid = loft([ring[::-1] for ring in rings])
    return thing.main(solid.mirror((1.0, 0.0, 0.0)) if thing.flag("is_left") else solid)


@maker("fin", natural=(0.1, 1, 1.2))
def fin(thing: Thing) -> Made:
    """Make an upright fin in the plane x = 0 that leans back (−z) as it rises.

    Or, with `is_rocket`, hangs below its root.
    """
    width, height, depth = thing.size
    if thing.flag("is_rocket"):
        points = [
            (depth / 2, height),
            (depth / 2, height * 0.45),
            (-depth / 2, 0.0),
            (-depth / 2, height * 0.28),
            (-depth * 0.1, height * 0.42),
        ]
    else:
        points = [(depth / 2, 0.0), (-depth * 0.3, height), (-depth / 2, height), (-depth * 0.36, 0.0)]
    outline = eased(polygon(points), min(height, depth) * 0.04)
    inset = min(width * 0.12, min(height, depth) * 0.03)
    layers = [sideways(outline.offset(-inset * step), width * (0.4 + 0.2 * (3 - step))) for step in range(4)]
    return thing.main(union(layers))


@maker("propeller", fits=False)
def propeller(thing: Thing) -> list[Piece]:
    """Make a propeller in the plane z = 0 with its spinner to +z; `blades`."""
    radius, depth = thing.width / 2, thing.depth
    rings = []
    for share in np.linspace(0.06, 1.0, thing.detail.along(12) + 1):
        chord = radius * 0.17 * np.sin(np.pi * (0.18 + 0.74 * share)) + radius * 0.01
        twist = np.radians(62 - 44 * share)
        turn = np.linspace(0.0, 2 * np.pi, 14, endpoint=False)
        along, across = np.cos(turn) * chord / 2, np.sin(turn) * chord * 0.09
        rings.append(
            np.column_stack(
                [
                    along * np.cos(twist) - across * np.sin(twist),
                    np.full(14, share * radius),
                    along * np.sin(twist) + across * np.cos(twist),
                ]
            )
        )
    blade = loft(rings)
    if blade.volume() <= 0:
        blade = loft([ring[::-1] for ring in rings])
    count = max(2, thing.count("blades", 3, most=8))
    blades = union([turned(blade, z=360.0 * step / count) for step in range(count)])
    spinner = union((ellipsoid(radius * 0.24, radius * 0.24, depth, 32), rod(radius * 0.1, depth * 0.5, 24, axis="z")))
    low, high = blades.bounding_box()[2], blades.bounding_box()[5]
    flat = blades.scale((1.0, 1.0, min(1.0, depth / (high - low))))
    return [thing.main(moved(flat, y=radius)), thing.sub("spinner", moved(spinner, y=radius), "chrome")]


@maker("engine_pod")
def engine_pod(thing: Thing) -> list[Piece]:
    """Make a jet engine: a nacelle open at both ends with a fan inside."""
    radius, depth = thing.width / 2, thing.depth
    line = flowing(
        [(radius * 0.62, 0.0), (radius * 0.9, depth * 0.4), (radius * 0.99, depth * 0.75), (radius * 0.92, depth)],
        thing.detail.along(6),
    )
    nacelle = turned(shell(line, radius * 0.09, thing.detail.around(48)), x=90.0)
    blades = [
        turned(moved(turned(block(radius * 0.13, radius * 0.8, radius * 0.02), y=35.0), y=radius * 0.05), z=15.0 * step)
        for step in range(24)
    ]
    hub = moved(ellipsoid(radius * 0.42, radius * 0.42, depth * 0.3, 24), z=depth * 0.05)
    core = turned(cylinder(radius * 0.34, depth * 0.98, 32, top=radius * 0.2), x=-90.0).translate(
        (0.0, 0.0, depth * 0.1)
    )
    fan = moved(union([*blades, hub]), z=depth * 0.78)
    stays = union(
        [
            moved(block(radius * 1.5, radius * 0.08, depth * 0.06), y=-radius * 0.04, z=depth * 0.3),
            core.translate((0.0, 0.0, depth * 0.6)),
        ]
    )
    return [thing.main(nacelle), thing.sub("fan", union((fan, stays)), "steel_brushed")]


@maker("nozzle")
def nozzle(thing: Thing) -> Made:
    """Make a rocket nozzle, wide at the bottom and open below."""
    radius, height = thing.width / 2, thing.height
    line = flowing(
        [(radius, 0.0), (radius * 0.82, height * 0.35), (radius * 0.52, height * 0.75), (radius * 0.5, height)],
        thing.detail.along(6),
    )
    bell = shell(line, radius * 0.08, thing.detail.around(48))
    cap = moved(cylinder(radius * 0.5, height * 0.1, 32), y=height * 0.9)
    return thing.main(union((bell, cap)))


@maker("porthole")
def porthole(thing: Thing) -> list[Piece]:
    """Make a round window in a riveted ring, facing +z."""
    radius, depth = thing.width / 2, thing.depth
    ring = turned(torus(radius * 0.86, radius * 0.28, thing.detail.around(40), 12), x=90.0)
    pane = moved(ellipsoid(radius * 1.7, radius * 1.7, depth * 0.7, thing.detail.around(32)), z=-depth * 0.05)
    back = moved(rod(radius * 0.9, depth * 0.6, 32, axis="z"), z=-depth * 0.3)
    return [
        thing.main(moved(union((ring, back)), y=radius)),
        thing.sub("glass", moved(pane - back, y=radius), "glass_tinted"),
    ]


@maker("window_box")
def window_box(thing: Thing) -> list[Piece]:
    """Make a rounded cabin with a row of `windows` on each side and a windscreen to +z."""
    width, height, depth = thing.size
    body = rounded_box(width, height, depth, min(height, width) * 0.16, thing.detail.bevel)
    roof = moved(rounded_box(width * 1.04, height * 0.08, depth * 1.04, height * 0.03), y=height * 0.94)
    count = max(1, thing.count("windows", 3, most=12))
    pitch = depth * 0.84 / count
    port = sideways(rounded_rectangle(pitch * 0.72, height * 0.36, height * 0.08), width * 2)
    panes = [moved(port, y=height * 0.62, z=depth * -0.42 + pitch * (step + 0.5)) for step in range(count)]
    panes.append(
        moved(
            facing(rounded_rectangle(width * 0.74, height * 0.36, height * 0.08), depth), y=height * 0.62, z=depth * 0.5
        )
    )
    openings = union(panes)
    inner = moved(block(width - 0.08 * height, height * 0.9, depth - 0.08 * height), y=height * 0.05)
    glass = moved(block(width * 0.985, height * 0.9, depth * 0.985), y=height * 0.05) - moved(
        block(width * 0.955, height, depth * 0.955)
    )
    return [thing.main(union((body - openings - inner, roof))), thing.sub("glass", glass ^ openings, "glass_tinted")]
