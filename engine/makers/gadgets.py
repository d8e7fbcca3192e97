"""Makers of small electronics: lenses, scales, cloth, bands, cups of headphones, pictures on screens, copper lines."""

from itertools import pairwise

import numpy as np
from manifold3d import OpType

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.bending import strip
from engine.parts.moulded import pod
from engine.parts.profiles import Outline, bar, circle, facing, polygon, rectangle, rounded_rectangle, standing
from engine.parts.solids import Solid, block, ellipsoid, moved, ring_of, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import hoop, spun

# fmt: off


@maker("fresnel")
def fresnel(thing: Thing) -> Made:
    """Make the bulging lens of a motion detector facing +z, cut into facets by grooves."""
    radius, depth = thing.width / 2, thing.depth
    dome = ellipsoid(2 * radius, 2 * radius, 2 * depth, thing.detail.around(56)).trim_by_plane((0.0, 0.0, 1.0), 0.0)
    if not thing.detail.has_small_things:
        return thing.main(dome)
    shell_ = dome - ellipsoid(1.94 * radius, 1.94 * radius, 1.94 * depth, thing.detail.around(56))
    lines = [moved(block(2 * radius, radius * 0.03, depth * 2), y=radius * y) for y in (-0.5, -0.17, 0.17, 0.5)]
    lines += [
        moved(block(radius * 0.03, 2 * radius, depth * 2), x=radius * x, y=-radius)
        for x in (-0.6, -0.3, 0.0, 0.3, 0.6)
    ]
    return thing.main(dome - (union(lines) ^ shell_))


@maker("tick_ring")
def tick_ring(thing: Thing) -> Made:
    """Make a ring of `ticks` facing +z, open at the bottom; `is_dots` makes round ones all round."""
    radius, count = thing.width / 2, max(4, thing.count("ticks", 36, most=120))
    if thing.flag("is_dots"):
        turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
        marks = [
            circle(radius * 0.1, 16).translate((radius * 0.9 * np.cos(a), radius * 0.9 * np.sin(a)))
            for a in turns
        ]
    else:
        mark = rectangle(radius * 0.03, radius * 0.16).translate((0.0, radius * 0.92))
        marks = [mark.rotate(float(a)) for a in np.linspace(-140.0, 140.0, count)]
    whole = marks[0]
    for one in marks[1:]:
        whole = whole + one
    return thing.main(facing(whole, thing.depth))


@maker("knurled_ring")
def knurled_ring(thing: Thing) -> Made:
    """Make a turning ring facing +z with a finely ribbed flank."""
    radius, depth = thing.width / 2, thing.depth
    ring = hoop(radius, radius * 0.82, depth, thing.detail.around(72), edge=depth * 0.2, steps=thing.detail.bevel)
    if thing.detail.has_small_things:
        ring = ring - ring_of(moved(block(radius * 0.02, depth * 0.5, radius * 0.03), y=depth * 0.25, z=radius), 72)
    return thing.main(turned(ring, x=90.0))


@maker("knit")
def knit(thing: Thing) -> Made:
    """Make a cylinder wrapped in cloth: a soft-edged drum with fine rings."""
    radius, height = thing.width / 2, thing.height
    rings = thing.detail.along(26) if thing.detail.has_small_things else 1
    ys = np.linspace(0.03, 0.97, rings * 2 + 1) * height
    reach = np.where(np.arange(len(ys)) % 2 == 1, radius, radius * 0.988)
    line = np.vstack([[radius * 0.94, 0.0], np.column_stack([reach, ys]), [radius * 0.94, height]])
    return thing.main(spun(line, thing.detail.around(64)))


@maker("band_arch")
def band_arch(thing: Thing) -> Made:
    """Make an arch in the plane z = 0 from one end at y = 0 over the top to the other: a headband.

    `thickness_m`; the box's depth is the width of its band at the top, `end` the share of it at the ends.
    """
    thick = min(thing.number("thickness_m", 0.01), 0.3 * thing.width)
    turns = np.radians(np.linspace(180.0, 0.0, thing.detail.along(22) + 1))
    drop = thing.number("straight", 0.34) * thing.height
    half, rise = thing.width / 2 - thick / 2, thing.height - drop - thick / 2
    arch = np.column_stack([np.zeros(len(turns)), drop + rise * np.sin(turns) ** 0.9, half * np.cos(turns)])
    line = np.vstack([[0.0, 0.0, -half * 0.985], arch, [0.0, 0.0, half * 0.985]])
    wide = thing.number("end", 0.7) + (1 - thing.number("end", 0.7)) * np.sin(np.linspace(0, np.pi, len(line)))
    scale = np.column_stack([wide, np.ones(len(line))])
    return thing.main(turned(strip(line, thing.depth, thick, scale=scale, corner=0.45), y=90.0))


@maker("ear_cup", natural=(0.06, 0.09, 0.075))
def ear_cup(thing: Thing) -> list[Piece]:
    """Make a headphone's cup whose cushion faces −x: housing, its cap, a seam, the cushion; mirrored by turning."""
    width, height, depth = thing.size
    half = width * 0.5
    cup = turned(
        pod(height, half, depth, min(height, depth) * 0.48, half * 0.42, thing.detail, low_edge=half * 0.06), z=-90.0,
    )
    cup = moved(cup, y=height / 2)
    ring = _oval_ring(height, depth, width * 0.42, thing)
    cap = moved(
        turned(
            pod(height * 0.6, half * 0.12, depth * 0.6, min(height, depth) * 0.29, half * 0.05, thing.detail), z=-90.0,
        ),
        x=half * 0.94, y=height / 2,
    )
    cloth = moved(
        turned(pod(height * 0.6, width * 0.06, depth * 0.56, depth * 0.26, width * 0.02, thing.detail), z=-90.0),
        x=-width * 0.09, y=height / 2,
    )
    return [
        thing.main(cup), thing.sub("cushion", moved(ring, y=height / 2), "leather_black"),
        thing.sub("cap", cap, "aluminium"), thing.sub("cloth", cloth, "fabric_grey"),
    ]  # fmt: skip


def _oval_ring(height: float, depth: float, thick: float, thing: Thing) -> Solid:
    """Return a soft ring around the x axis that fills from x = −thick to 0."""
    soft = thick / 2
    turns = np.linspace(0.0, 2 * np.pi, thing.detail.around(48), endpoint=False)
    path = np.column_stack(
        [np.full(len(turns), -soft * 0.9), (height / 2 - soft) * np.sin(turns), (depth / 2 - soft) * np.cos(turns)]
    )
    return tube(path, soft, thing.detail.around(20), closed=True)


@maker("wallpaper")
def wallpaper(thing: Thing) -> list[Piece]:
    """Make the picture on a lit screen facing +z: sky, sun, two hills, a bar; `icons` and `icon_rows` of tiles."""
    width, height, depth = thing.size
    sky = rectangle(width, height)
    sun = circle(height * 0.11, thing.detail.around(32)).translate((width * 0.2, height * 0.16)) ^ sky
    far = _hills(width, height, -0.06, 0.13, 1.3, 0.4) ^ sky
    near = _hills(width, height, -0.22, 0.1, 0.9, 2.2) ^ sky
    layers = [
        ("", sky, 0.6, ""), ("sun", sun, 0.7, "#ffe9a8"), ("far", far, 0.8, "#5a6fa8"), ("near", near, 0.9, "#27406b"),
    ]
    pieces = []
    for name, outline, share, tint in layers:
        solid = moved(facing(outline, depth * share), z=depth * (share - 1) / 2)
        pieces.append(thing.sub(name, solid, "screen_emissive", tint) if name else thing.main(solid))
    columns, rows = thing.count("icons", 0, most=12), thing.count("icon_rows", 1, most=8)
    for number, tint in enumerate(("#ff7a59", "#46c2a6", "#f5c945") if columns else ()):
        tiles = _tiles(width, height, columns, rows, number)
        if not tiles.is_empty():
            pieces.append(thing.sub(f"icons_{number}", facing(tiles, depth), "screen_emissive", tint))
    return pieces


def _hills(width: float, height: float, level: float, swing: float, waves: float, phase: float) -> Outline:
    x = np.linspace(-width / 2, width / 2, 40)
    y = height * (level + swing * np.sin(2 * np.pi * waves * x / width + phase))
    return polygon(np.vstack([np.column_stack([x, y]), [[width / 2, -height / 2], [-width / 2, -height / 2]]]))


def _tiles(width: float, height: float, columns: int, rows: int, kind: int) -> Outline:
    """Return every third tile of a grid, starting with `kind`; a single row stands at the bottom."""
    pitch = min(width * 0.9 / columns, height * 0.86 / max(rows, 1), min(width, height) * 0.24)
    tile = rounded_rectangle(pitch * 0.68, pitch * 0.68, pitch * 0.18, 16)
    found = Outline()
    for place in range(columns * rows):
        if place % 3 == kind:
            x = (place % columns - (columns - 1) / 2) * pitch
            y = -height * 0.45 + pitch * 0.42 if rows == 1 else height * 0.4 - pitch * (place // columns + 0.5)
            found = found + tile.translate((x, y))
    return found


@maker("ring_strap")
def ring_strap(thing: Thing) -> Made:
    """Make an oval strap that lies around the y axis; `thickness_m`."""
    width, height, depth = thing.size
    thick = thing.number("thickness_m", 0.005)
    outer = circle(0.5, thing.detail.around(64)).scale((width, depth))
    return thing.main(standing(outer - outer.offset(-thick), height))


@maker("traces")
def traces(thing: Thing) -> Made:
    """Make the copper lines of a circuit board in low relief: bundles that turn by 45 degrees, with pads; `seed`."""
    width, depth = thing.width, thing.depth
    random = thing.random()
    thick = min(width, depth) * 0.008
    lines: list[Outline] = []
    for _ in range(10 if thing.detail.has_small_things else 5):
        x, y = random.uniform(-0.42, 0.1) * width, random.uniform(-0.44, 0.44) * depth
        run, rise = random.uniform(0.1, 0.25) * width, random.choice([-1.0, 1.0]) * random.uniform(0.05, 0.16) * depth
        end = random.uniform(0.05, 0.25) * width
        for lane in range(int(random.integers(2, 5))):
            shift = lane * thick * 2.6
            points = [
                (x, y + shift), (x + run, y + shift), (x + run + abs(rise), y + shift + rise),
                (x + run + abs(rise) + end, y + shift + rise),
            ]
            lines += [bar(start, stop, thick) for start, stop in pairwise(points)]
            lines += [circle(thick * 1.1, 10).translate(points[0]), circle(thick * 1.1, 10).translate(points[-1])]
    whole = Outline.batch_boolean(lines, OpType.Add) ^ rectangle(width, depth)
    return thing.main(standing(whole, thing.height))
