"""Makers of roofs, dormers and cupolas; ridges run along x."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.joinery import bars, gable
from engine.parts.profiles import facing, polygon, rectangle, sideways
from engine.parts.roofs import COURSE_M, HIPPED, filling, hipped, line_of, ridge, sheet
from engine.parts.solids import Solid, block, cylinder, moved, rounded_box, union
from engine.parts.turning import spun


@maker("roof", natural=(9, 3, 8))
def roof(thing: Thing) -> list[Piece]:
    """Make a roof whose ridge runs along x.

    `form` gable, gambrel, shed, sawtooth, barrel, butterfly, swept, asymmetric, hip, pyramid, mansard or pagoda;
    `covering` tiles, seams, planks, thatch or plain; the walls under it stand `eave_m` and `verge_m` behind its edges;
    `teeth` of a saw-tooth roof.
    """
    form, covering = thing.text("form", "gable"), thing.text("covering", "tiles")
    width, height, depth = thing.size
    if form in HIPPED:
        return [thing.main(hipped(width, height, depth, form, tiled=covering == "tiles"))]
    thick = min(0.34 if covering == "thatch" else 0.16, height * 0.2)
    has_ridge = form in ("gable", "gambrel", "swept", "asymmetric") and covering != "plain"
    rise = height - thick * (1.75 if has_ridge else 1.0)
    line = line_of(form, max(2, thing.count("teeth", 3, most=9))) * np.array([depth / 2, rise])
    body = sheet(line, width, thick, covering, fine=thing.detail.has_small_things or depth < 14)
    if has_ridge:
        body = union((body, ridge(line, width * 0.998, thick)))
    verge, eave = thing.number("verge_m", 0.35), thing.number("eave_m", 0.4)
    under = filling(line, max(width - 2 * verge - 0.02, width * 0.5), thick, max(depth - 2 * eave - 0.02, depth * 0.5))
    return [thing.main(body), thing.sub("gables", under, "paint_white")]


@maker("spire")
def spire(thing: Thing) -> list[Piece]:
    """Make a pointed roof on a plan of `sides`, its foot flared; `finial` cross, vane, rod or none."""
    width, height, depth = thing.size
    sides = max(4, thing.count("sides", 8, most=48))
    top = height * (0.86 if thing.text("finial", "rod") != "none" else 1.0)
    flare = [(0.5, 0.0), (0.42, 0.06), (0.2, 0.5), (0.012, 1.0)]
    bent = [(0.5, 0.0), (0.47, 0.18), (0.36, 0.42), (0.16, 0.62), (0.1, 0.74), (0.02, 1.0)]
    shape = bent if thing.flag("is_onion") else flare
    body = spun([(r, y * top) for r, y in shape], sides).rotate((0.0, 180.0 / sides, 0.0))
    low, high = body.bounding_box()[0], body.bounding_box()[3]
    body = body.scale((width / (high - low), 1.0, depth / (high - low)))
    pieces = [thing.main(body)]
    if thing.text("finial", "rod") != "none":
        pieces.append(thing.sub("finial", _finial(thing, top, height), "gold"))
    return pieces


def _finial(thing: Thing, low: float, high: float) -> Solid:
    tall, thick = high - low, min(thing.width, thing.depth) * 0.03
    bits = [
        moved(cylinder(thick * 0.5, tall * 1.1, 10), y=low - tall * 0.1),
        moved(Solid.sphere(thick * 1.6, 16), y=low),
    ]
    if thing.text("finial", "rod") == "cross":
        bits.append(moved(block(tall * 0.5, thick * 1.2, thick * 1.2), y=low + tall * 0.66))
    if thing.text("finial", "rod") == "vane":
        bits.append(moved(block(tall * 0.9, tall * 0.24, thick * 0.6), x=tall * 0.2, y=low + tall * 0.6))
    return union(bits)


@maker("dormer", natural=(1.5, 1.8, 2.0))
def dormer(thing: Thing) -> list[Piece]:
    """Make a window in a small house of its own that stands out of a roof slope, facing +z."""
    width, height, depth = thing.size
    wall = height * 0.66
    border = width * 0.09
    body = moved(block(width * 0.84, wall, depth * 0.94), z=-depth * 0.02)
    hole = moved(block(width * 0.58, wall * 0.76, depth * 0.1), y=wall * 0.14, z=depth * 0.44)
    leaf = bars(width * 0.58, wall * 0.76, 0.05, 2, 2, border * 0.4)
    rim = moved(facing(rectangle(width * 0.62, wall * 0.8) - rectangle(width * 0.5, wall * 0.68), 0.1), y=wall * 0.4)
    leaf = moved(union((leaf, rim)), y=wall * 0.12, z=depth * 0.44)
    pane = moved(block(width * 0.6, wall * 0.78, 0.02), y=wall * 0.13, z=depth * 0.43)
    cap = gable(depth, height - wall * 0.97, width).rotate((0.0, 90.0, 0.0))
    lap = gable(depth * 0.98, (height - wall) * 0.86, width * 0.86).rotate((0.0, 90.0, 0.0))
    return [
        thing.main(union((body - hole, moved(lap, y=wall * 0.97)))),
        thing.sub("roof", moved(cap - moved(lap, y=-0.03), y=wall * 0.97), "slate"),
        thing.sub("frame", leaf, "paint_white"), thing.sub("glass", pane, "glass_tinted")
    ]  # fmt: skip


@maker("parapet", natural=(9, 0.6, 8))
def parapet(thing: Thing) -> list[Piece]:
    """Make a low wall around a flat roof, with its coping and the roof's floor; `step_m` raises its middle in front."""
    width, height, depth = thing.size
    thick = min(0.25, 0.1 * min(width, depth))
    cope = min(0.08, height * 0.2)
    ring = _ring(width - 0.08, height, depth - 0.08, thick)
    cap = moved(_ring(width, cope, depth, thick + 0.08), y=height - cope)
    deck = block(width - thick, height * 0.3, depth - thick)
    return [thing.main(ring), thing.sub("coping", cap, "concrete"), thing.sub("deck", deck, "concrete")]


def _ring(width: float, height: float, depth: float, wall: float) -> Solid:
    inner = block(width - 2 * wall, height * 3, depth - 2 * wall)
    return block(width, height, depth) - moved(inner, y=-height)


@maker("stepped_front")
def stepped_front(thing: Thing) -> Made:
    """Make an upright plate facing +z whose top steps up to its middle in `count` steps."""
    width, height, depth = thing.size
    count = max(2, thing.count("count", 3, most=9))
    plates = [
        block(width * (1 - 0.72 * i / (count - 1)), height * (i + 1) / count, depth * (0.6 + 0.4 * i / (count - 1)))
        for i in range(count)
    ]
    return thing.main(union(plates))


@maker("solar_array", natural=(5, 0.24, 3))
def solar_array(thing: Thing) -> list[Piece]:
    """Make `columns` × `rows` solar panels on rails, lying flat; turned with the slope that bears them."""
    width, height, depth = thing.size
    columns, rows = max(1, thing.count("columns", 3, most=12)), max(1, thing.count("rows", 2, most=8))
    gap = 0.03
    wide, deep = (width - gap * (columns - 1)) / columns, (depth - gap * (rows - 1)) / rows
    places = [
        ((wide + gap) * (i - (columns - 1) / 2), (deep + gap) * (j - (rows - 1) / 2)) for i in range(columns)
        for j in range(rows)
    ]  # fmt: skip
    low, thick = height * 0.78, height * 0.2
    panels = union([moved(rounded_box(wide, thick, deep, 0.005, 1), x=x, y=low, z=z) for x, z in places])
    cells = union([_cells(wide, height, deep, thing).translate((x, 0.0, z)) for x, z in places])
    rails = [moved(block(width * 0.98, height * 0.3, 0.05), y=low - height * 0.28, z=z * depth) for z in (-0.3, 0.3)]
    feet = [moved(block(0.05, low, 0.05), x=x * width, z=z * depth) for x in (-0.42, 0.0, 0.42) for z in (-0.3, 0.3)]
    return [
        thing.main(union([panels, *rails])), thing.sub("feet", union(feet), "steel_galvanised"),
        thing.sub("cells", cells, "glass_tinted", "#14264d")
    ]  # fmt: skip


def _cells(width: float, height: float, depth: float, thing: Thing) -> Solid:
    inner_w, inner_d = width - 0.06, depth - 0.06
    plate = moved(block(inner_w, height * 0.04, inner_d), y=height * 0.97)
    if not thing.detail.has_small_things:
        return plate
    lines = [moved(block(0.012, height, inner_d * 1.1), x=inner_w * (i / 4 - 0.5), y=height * 0.97) for i in (1, 2, 3)]
    lines += [
        moved(block(inner_w * 1.1, height, 0.012), y=height * 0.97, z=inner_d * (i / 6 - 0.5)) for i in range(1, 6)
    ]
    return plate - union(lines)


@maker("crenels")
def crenels(thing: Thing) -> Made:
    """Make a battlement of `merlons` around the edge of its box, round if `is_round`, else square."""
    width, height, depth = thing.size
    around = thing.detail.around(48)
    if thing.flag("is_round"):
        outer = cylinder(0.5, height, around).scale((width, 1.0, depth))
        inner = cylinder(0.5, height * 3, around).scale((width * 0.8, 1.0, depth * 0.8))
        gaps = max(4, thing.count("merlons", 8, most=40))
        cut = [
            moved(block(width * 1.2, height, width * 1.3 / gaps), y=height * 0.5).rotate((0.0, 180.0 * i / gaps * 2,
            0.0)) for i in range((gaps + 1) // 2)
        ]  # fmt: skip
        return thing.main(outer - moved(inner, y=height * -1.2) - union(cut))
    wall = min(0.6, 0.14 * min(width, depth))
    pitch = max(height * 1.1, max(width, depth) / 24)
    cut = [moved(block(pitch * 0.5, height, depth * 1.2), x=x, y=height * 0.5) for x in _gaps(width, pitch)]
    cut += [moved(block(width * 1.2, height, pitch * 0.5), z=z, y=height * 0.5) for z in _gaps(depth, pitch)]
    inner = moved(block(width - 2 * wall, height * 3, depth - 2 * wall), y=-height)
    return thing.main(block(width, height, depth) - inner - union(cut))


def _gaps(length: float, pitch: float) -> list[float]:
    count = max(1, round(length / pitch) - 1)
    return [length * ((i + 1) / (count + 1) - 0.5) for i in range(count)]


@maker("thatch_cone")
def thatch_cone(thing: Thing) -> Made:
    """Make a round roof of thatch in lapped layers."""
    width, height, depth = thing.size
    count = max(3, min(12, round(height / (2 * COURSE_M))))
    line = [(0.5, 0.0)]
    for step in range(count):
        share = (step + 1) / count
        line += [
            (0.5 * (1 - share) + 0.04, height * (share - 0.3 / count)),
            (max(0.5 * (1 - share), 0.01), height * share),
        ]
    return thing.main(spun(line, thing.detail.around(40)).scale((width, 1.0, depth)))


@maker("lean_to")
def lean_to(thing: Thing) -> Made:
    """Make a sloping slab that is high at the back: the roof of a porch or of an outhouse."""
    width, height, depth = thing.size
    thick = min(0.12, height * 0.4)
    outline = [(-depth / 2, height - thick), (-depth / 2, height), (depth / 2, thick), (depth / 2, 0.0)]
    return thing.main(sideways(polygon(outline), width))
