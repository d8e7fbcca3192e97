"""Makers of what machines are put together from: housings, readouts, knobs, keys, louvres, loudspeakers."""

import numpy as np
from manifold3d import OpType

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.moulded import digits, grid, knob, louvres, pod, side_body
from engine.parts.profiles import Outline, circle, facing, rectangle, rounded_rectangle
from engine.parts.solids import Solid, block, copies, cylinder, ellipsoid, moved, ring_of, turned, union
from engine.parts.turning import disc, hoop, lathe, spun, torus

# fmt: off


@maker("pod")
def pod_maker(thing: Thing) -> Made:
    """Make a moulded housing.

    `radius_m` of its corners in plan, `edge_m` of its rims, `low_edge_m` of the lower one, `taper` (top against
    bottom), `lean` (share of the depth that the top is moved to +z); `is_facing` turns its rims to ±z.
    """
    corner, edge = (thing.number("radius_m", 0.2 * min(thing.size)), thing.number("edge_m", 0.1 * min(thing.size)))
    low = thing.number("low_edge_m", edge)
    taper, lean = min(max(thing.number("taper", 1.0), 0.05), 5.0), thing.number("lean", 0.0)
    if not thing.flag("is_facing"):
        lean_m = lean * thing.depth
        return thing.main(pod(*thing.size, corner, edge, thing.detail, taper=taper, lean=lean_m, low_edge=low))
    flat = pod(thing.width, thing.depth, thing.height, corner, edge, thing.detail, taper=taper, low_edge=low)
    return thing.main(turned(flat, x=90.0))


@maker("side_body")
def side_body_maker(thing: Thing) -> Made:
    """Make a side view as wide as the box: `outline` (z, y pairs as shares of half the box), `edge_m`, `is_smooth`."""
    flat = thing.numbers("outline") or [-1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0]
    line = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * [thing.depth / 2, thing.height / 2]
    edge = thing.number("edge_m", 0.08 * min(thing.size))
    return thing.main(side_body(line, thing.width, edge, thing.detail, is_smooth=thing.flag("is_smooth")))


@maker("knob")
def knob_maker(thing: Thing) -> list[Piece]:
    """Make a turning knob that stands out to +z, or up with `is_up`, with a mark."""
    depth = thing.height if thing.flag("is_up") else thing.depth
    body, mark = knob(thing.width / 2, depth, thing.detail)
    if thing.flag("is_up"):
        body, mark = turned(body, x=-90.0), turned(mark, x=-90.0)
    return [thing.main(body), thing.sub("mark", mark, "paint_white")]


@maker("readout")
def readout(thing: Thing) -> list[Piece]:
    """Make a dark glass panel facing +z with lit signs: `text` of digits, `share` of the height they take."""
    width, height, depth = thing.size
    corner = min(thing.number("corner_m", 0.12 * min(width, height)), 0.49 * min(width, height))
    plate = facing(rounded_rectangle(width, height, corner, thing.detail.around(24)), depth * 0.9)
    pieces = [thing.main(plate)]
    text = thing.text("text", "12:30")
    tall = height * min(thing.number("share", 0.56), 0.8)
    outline = digits(text, tall)
    if outline is not None:
        left, _, right, _ = outline.bounds()
        fit = min(1.0, 0.84 * width / max(right - left, 1e-9))
        signs = facing(outline.scale((fit, fit)), depth * 0.2)
        pieces.append(thing.sub("digits", moved(signs, z=depth * 0.45), "screen_emissive"))
    return pieces


@maker("key_grid")
def key_grid(thing: Thing) -> Made:
    """Make `columns` × `rows` of keys that stand out to +z, or up with `is_up`; `share` of each pitch, `roundness`."""
    lying = thing.flag("is_up")
    high, deep = (thing.depth, thing.height) if lying else (thing.height, thing.depth)
    columns, rows = max(1, thing.count("columns", 3, most=30)), max(1, thing.count("rows", 4, most=30))
    share = thing.number("share", 0.76)
    cell = min(thing.width / columns, high / rows) * share
    low = grid((thing.width, high), (columns, rows), share, thing.number("roundness", 0.3))
    keys = facing(low, deep)
    if thing.detail.has_small_things and cell > 0.0:
        ease = min(deep * 0.3, cell * 0.12)
        keys = union((facing(low, deep - 2 * ease), facing(low.offset(-ease), deep)))
        keys = keys.trim_by_plane((0.0, 0.0, 1.0), -deep / 2 + ease)
    return thing.main(turned(keys, x=-90.0) if lying else keys)


@maker("louvres")
def louvres_maker(thing: Thing) -> list[Piece]:
    """Make a framed vent of slats facing +z; `slats`, `tilt_deg`; a dark sheet lies behind them."""
    width, height, depth = thing.size
    border = min(thing.number("border_m", 0.06 * min(width, height)), 0.3 * min(width, height))
    outline = rounded_rectangle(width, height, border * 0.8) - rounded_rectangle(
        width - 2 * border, height - 2 * border, border * 0.3
    )
    inner = height - 2 * border
    count = max(2, thing.count("slats", round(inner / 0.02), most=40))
    slats = louvres(
        width - 1.6 * border, inner, min(depth, inner / count) * 0.9, count, tilt_deg=thing.number("tilt_deg", 35.0),
    )
    slats = moved(slats, y=-inner / 2) ^ moved(block(width, height, depth), y=-height / 2)
    back = moved(facing(rectangle(width - 1.8 * border, height - 1.8 * border), depth * 0.2), z=-depth * 0.38)
    return [thing.main(union((facing(outline, depth), slats))), thing.sub("void", back, "plastic_black")]


@maker("driver")
def driver(thing: Thing) -> list[Piece]:
    """Make a loudspeaker's cone facing +z: a rim with screws, a rolled surround, the cone, a dust cap."""
    radius, depth, segments = thing.width / 2, thing.depth, thing.detail.around(56)
    rim = hoop(radius, radius * 0.84, depth * 0.5, segments, edge=depth * 0.12)
    roll = moved(torus(radius * 0.79, radius * 0.16, segments, thing.detail.around(16)), y=depth * 0.25)
    dish = [(radius * 0.74, 0.0), (radius * 0.74, depth * 0.3), (radius * 0.24, depth * 0.06), (radius * 0.2, 0.0)]
    cone = union((lathe(dish, segments), cylinder(radius * 0.3, depth * 0.1, segments)))
    cap = moved(ellipsoid(radius * 0.56, depth * 0.5, radius * 0.56, thing.detail.around(32)), y=depth * 0.1)
    parts = [
        ("", rim, ""), ("surround", roll, "rubber_black"), ("cone", cone, "paint_black"), ("cap", cap, "rubber_black"),
    ]
    made = [(name, turned(solid, x=90.0), material) for name, solid, material in parts]
    return [thing.sub(name, solid, material) if name else thing.main(solid) for name, solid, material in made]


@maker("feet")
def feet(thing: Thing) -> Made:
    """Make four round feet in the corners of the box; `radius_m`."""
    radius = min(thing.number("radius_m", 0.06 * min(thing.width, thing.depth)), 0.24 * min(thing.width, thing.depth))
    foot = cylinder(radius * 0.85, thing.height, thing.detail.around(20), top=radius)
    places = [
        (x * (thing.width / 2 - radius), 0.0, z * (thing.depth / 2 - radius)) for x in (-1, 1) for z in (-1, 1)
    ]
    return thing.main(copies(foot, places))


@maker("perforated")
def perforated(thing: Thing) -> Made:
    """Make a plate facing +z with holes in a hexagonal pattern; `pitch_m`; `is_round` makes it a disc."""
    width, height, depth = thing.size
    corner = thing.number("corner_m", 0.06 * min(width, height))
    outline = circle(
        width / 2, thing.detail.around(48),
    ) if thing.flag("is_round") else rounded_rectangle(width, height, corner)
    pitch = max(thing.number("pitch_m", min(width, height) / 12), max(width, height) / 36)
    if thing.detail.has_small_things:
        outline = outline - (_holes(width, height, pitch) ^ outline.offset(-pitch * 0.7))
    return thing.main(facing(outline, depth))


def _holes(width: float, height: float, pitch: float) -> Outline:
    """Return round holes in staggered rows around the origin."""
    rows, columns = int(height / (pitch * 0.866)) + 1, int(width / pitch) + 1
    hole = circle(pitch * 0.3, 8)
    places = [
        ((column - columns / 2 + 0.5 * (row % 2)) * pitch, (row - rows / 2 + 0.5) * pitch * 0.866)
        for row in range(rows)
        for column in range(columns + 1)
    ]
    return Outline.batch_boolean([hole.translate(place) for place in places], OpType.Add)


@maker("lit_ring")
def lit_ring(thing: Thing) -> Made:
    """Make a ring facing +z, or up with `is_up`; `inner` is the share of its radius that is open."""
    deep = thing.height if thing.flag("is_up") else thing.depth
    inner = min(max(thing.number("inner", 0.8), 0.05), 0.97) * thing.width / 2
    ring = hoop(thing.width / 2, inner, deep, thing.detail.around(56), edge=deep * 0.2)
    return thing.main(ring if thing.flag("is_up") else turned(ring, x=90.0))


@maker("round_plate")
def round_plate(thing: Thing) -> Made:
    """Make a disc facing +z with a softened rim; `edge` is its share of the depth."""
    solid = disc(
        thing.width / 2, thing.depth, thing.detail.around(56), edge=thing.depth * min(thing.number("edge", 0.3), 0.49),
        steps=thing.detail.bevel,
    )
    return thing.main(turned(solid, x=90.0))


@maker("lens_barrel")
def lens_barrel(thing: Thing) -> list[Piece]:
    """Make a photographic lens that stands out to +z: ribbed rings, a bevelled front and its glass; `rings`."""
    radius, depth, segments = thing.width / 2, thing.depth, thing.detail.around(64)
    line = [
        (0.9, 0.0), (0.9, 0.1), (1.0, 0.13), (1.0, 0.5), (0.94, 0.53), (0.94, 0.6), (1.0, 0.63), (1.0, 0.9),
        (0.97, 0.98), (0.92, 1.0),
    ]
    solid = spun([(r * radius, y * depth) for r, y in line], segments)
    hollow = moved(cylinder(radius * 0.6, depth * 0.24, segments, top=radius * 0.84), y=depth * 0.8)
    ribs = _ribs(radius, depth, thing)
    glass = moved(ellipsoid(radius * 1.3, depth * 0.2, radius * 1.3, thing.detail.around(40)), y=depth * 0.8)
    band = moved(hoop(radius * 0.985, radius * 0.9, depth * 0.035, segments), y=depth * 0.545)
    return [
        thing.main(turned(solid - hollow, x=90.0)),
        thing.sub("grip", turned(ribs, x=90.0), "rubber_black"),
        thing.sub("band", turned(band, x=90.0), "aluminium"),
        thing.sub("glass", turned(glass, x=90.0), "glass_tinted"),
    ]


def _ribs(radius: float, depth: float, thing: Thing) -> Solid:
    """Return the two rubber rings, at finer qualities cut into ribs."""
    segments = thing.detail.around(64)
    rings = union(
        [
            moved(hoop(radius * 1.03, radius * 0.97, depth * tall, segments), y=depth * y)
            for y, tall in ((0.18, 0.26), (0.7, 0.13))
        ]
    )
    if not thing.detail.has_small_things:
        return rings
    groove = moved(block(radius * 0.06, depth, radius * 0.1), z=radius * 1.05)
    return rings - ring_of(groove, 40)
