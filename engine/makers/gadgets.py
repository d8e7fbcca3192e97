"""Makers of small electronics: lenses, scales, cloth, bands, cups of headphones, a game pad."""

import numpy as np
from manifold3d import OpType

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.bending import strip
from engine.parts.detail import Detail
from engine.parts.moulded import pod
from engine.parts.profiles import Outline, bar, circle, facing, polygon, rectangle, rounded_rectangle, standing
from engine.parts.solids import Solid, block, cylinder, ellipsoid, hull_of, moved, ring_of, rounded_box, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, hoop, spun


@maker("fresnel")
def fresnel(thing: Thing) -> Made:
    """Make the bulging lens of a motion detector facing +z, cut into facets by grooves."""
    radius, depth = thing.width / 2, thing.depth
    dome = ellipsoid(2 * radius, 2 * radius, 2 * depth, thing.detail.around(56)).trim_by_plane((0.0, 0.0, 1.0), 0.0)
    if not thing.detail.has_small_things:
        return thing.main(dome)
    shell_ = dome - ellipsoid(1.94 * radius, 1.94 * radius, 1.94 * depth, thing.detail.around(56))
    lines = [moved(block(2 * radius, radius * 0.03, depth * 2), y=radius * y) for y in (-0.5, -0.17, 0.17, 0.5)]
    lines += [moved(block(radius * 0.03, 2 * radius, depth * 2), x=radius * x, y=-radius) for x in (-0.6, -0.3, 0.0, 0.3, 0.6)]
    return thing.main(dome - (union(lines) ^ shell_))


@maker("tick_ring")
def tick_ring(thing: Thing) -> Made:
    """Make a ring of `ticks` facing +z, open at the bottom; `is_dots` makes round ones all round."""
    radius, count = thing.width / 2, max(4, thing.count("ticks", 36, most=120))
    if thing.flag("is_dots"):
        turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
        marks = [circle(radius * 0.1, 16).translate((radius * 0.9 * np.cos(a), radius * 0.9 * np.sin(a))) for a in turns]
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
    cup = turned(pod(height, half, depth, min(height, depth) * 0.48, half * 0.42, thing.detail, low_edge=half * 0.06), z=-90.0)
    cup = moved(cup, y=height / 2)
    ring = _oval_ring(height, depth, width * 0.42, thing)
    cap = moved(turned(pod(height * 0.6, half * 0.12, depth * 0.6, min(height, depth) * 0.29, half * 0.05, thing.detail), z=-90.0), x=half * 0.94, y=height / 2)
    cloth = moved(turned(pod(height * 0.6, width * 0.06, depth * 0.56, depth * 0.26, width * 0.02, thing.detail), z=-90.0), x=-width * 0.09, y=height / 2)
    return [
        thing.main(cup), thing.sub("cushion", moved(ring, y=height / 2), "leather_black"),
        thing.sub("cap", cap, "aluminium"), thing.sub("cloth", cloth, "fabric_grey"),
    ]  # fmt: skip


def _oval_ring(height: float, depth: float, thick: float, thing: Thing) -> Solid:
    """Return a soft ring around the x axis that fills from x = −thick to 0."""
    soft = thick / 2
    turns = np.linspace(0.0, 2 * np.pi, thing.detail.around(48), endpoint=False)
    path = np.column_stack([np.full(len(turns), -soft * 0.9), (height / 2 - soft) * np.sin(turns), (depth / 2 - soft) * np.cos(turns)])
    return tube(path, soft, thing.detail.around(20), closed=True)


@maker("game_pad", natural=(0.155, 0.05, 0.11))
def game_pad(thing: Thing) -> list[Piece]:
    """Make a game controller lying on the ground: body with two grips, sticks, cross, four keys, triggers."""
    width, height, depth = thing.size
    body = _pad_body(width, height, depth, thing)
    top = height * 0.78
    sticks, wells = [], []
    for x, z in ((-0.27, -0.12), (0.13, 0.13)) if thing.text("layout", "offset") == "offset" else ((-0.14, 0.13), (0.14, 0.13)):
        at = {"x": width * x, "z": depth * z}
        wells.append(moved(hoop(width * 0.078, width * 0.06, height * 0.1, thing.detail.around(36), edge=height * 0.03), y=top - height * 0.03, **at))
        cap = moved(disc(width * 0.052, height * 0.09, thing.detail.around(36), edge=height * 0.03), y=top + height * 0.12, **at)
        dip = moved(ellipsoid(width * 0.08, height * 0.06, width * 0.08, 24), y=top + height * 0.215, **at)
        sticks.append(union([cap - dip, moved(cylinder(width * 0.026, height * 0.26, 20), y=top - height * 0.1, **at)]))
    cross_at = {"x": -width * (0.13 if thing.text("layout", "offset") == "offset" else 0.29), "z": depth * (0.13 if thing.text("layout", "offset") == "offset" else -0.12)}
    arm = rounded_box(width * 0.13, height * 0.12, width * 0.042, 0.0015, thing.detail.bevel)
    cross = moved(union([arm, turned(arm, y=90.0)]), y=top - height * 0.02, **cross_at)
    return [
        thing.main(body), thing.sub("wells", union(wells), "plastic_black"), thing.sub("sticks", union(sticks), "rubber_black"),
        thing.sub("cross", cross, "plastic_black"), *_pad_keys(width, height, depth, top, thing), *_pad_shoulders(width, height, depth, thing),
    ]  # fmt: skip


def _pad_body(width: float, height: float, depth: float, thing: Thing) -> Solid:
    """Return the housing: a flat middle hulled to two round grips that reach to the player."""
    side = thing.detail.around(32)
    half = []
    for sign in (-1, 1):
        shoulder = moved(ellipsoid(width * 0.36, height * 0.86, depth * 0.56, side), x=sign * width * 0.3, y=height * 0.43, z=-depth * 0.14)
        grip = moved(ellipsoid(width * 0.2, height * 0.62, depth * 0.34, side), x=sign * width * 0.4, y=height * 0.31, z=depth * 0.33)
        half.append(hull_of([shoulder, grip]))
    middle = moved(pod(width * 0.66, height * 0.76, depth * 0.62, depth * 0.2, height * 0.16, thing.detail), y=height * 0.1, z=-depth * 0.13)
    bridge = hull_of([moved(ellipsoid(width * 0.3, height * 0.72, depth * 0.5, side), x=sign * width * 0.24, y=height * 0.47, z=-depth * 0.12) for sign in (-1, 1)])
    return union([*half, middle, bridge])


def _pad_keys(width: float, height: float, depth: float, top: float, thing: Thing) -> list[Piece]:
    """Return the four coloured keys, the two small ones and the lit one in the middle."""
    tints = (("south", 0.0, 1.0, "#4caf50"), ("east", 1.0, 0.0, "#e53935"), ("west", -1.0, 0.0, "#1e88e5"), ("north", 0.0, -1.0, "#fdd835"))
    key = disc(width * 0.028, height * 0.14, thing.detail.around(28), edge=height * 0.03)
    made = [
        thing.sub(name, moved(key, x=width * (0.28 + 0.06 * x), y=top - height * 0.03, z=-depth * 0.12 + width * 0.06 * z), "plastic_white", tint)
        for name, x, z, tint in tints
    ]
    small = [moved(rounded_box(width * 0.04, height * 0.07, width * 0.018, 0.001, 1), x=sign * width * 0.075, y=top + height * 0.04, z=-depth * 0.14) for sign in (-1, 1)]
    home = moved(disc(width * 0.032, height * 0.08, thing.detail.around(28), edge=height * 0.02), y=top + height * 0.05, z=-depth * 0.27)
    return [*made, thing.sub("menu", union(small), "plastic_black"), thing.sub("home", home, "screen_emissive")]


def _pad_shoulders(width: float, height: float, depth: float, thing: Thing) -> list[Piece]:
    """Return bumpers and triggers at the far side."""
    bumper = [moved(turned(pod(width * 0.24, height * 0.2, depth * 0.16, depth * 0.05, height * 0.06, thing.detail), y=sign * 12.0), x=sign * width * 0.28, y=height * 0.6, z=-depth * 0.37) for sign in (-1, 1)]
    trigger = [moved(turned(pod(width * 0.15, height * 0.42, depth * 0.2, depth * 0.06, height * 0.08, thing.detail, taper=0.8), y=sign * 14.0), x=sign * width * 0.29, y=height * 0.2, z=-depth * 0.39) for sign in (-1, 1)]
    return [thing.sub("bumpers", union(bumper), "plastic_black"), thing.sub("triggers", union(trigger), "plastic_black")]




@maker("wallpaper")
def wallpaper(thing: Thing) -> list[Piece]:
    """Make the picture on a lit screen facing +z: sky, sun, two hills, a bar; `icons` and `icon_rows` of tiles."""
    width, height, depth = thing.size
    sky = rectangle(width, height)
    sun = circle(height * 0.11, thing.detail.around(32)).translate((width * 0.2, height * 0.16)) ^ sky
    far = _hills(width, height, -0.06, 0.13, 1.3, 0.4) ^ sky
    near = _hills(width, height, -0.22, 0.1, 0.9, 2.2) ^ sky
    layers = [("", sky, 0.6, ""), ("sun", sun, 0.7, "#ffe9a8"), ("far", far, 0.8, "#5a6fa8"), ("near", near, 0.9, "#27406b")]
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


@maker("keycaps", natural=(0.32, 0.014, 0.12))
def keycaps(thing: Thing) -> list[Piece]:
    """Make rows of tapered keys standing on y = 0 with their caps hollowed; the outer ones are the piece `accent`."""
    width, height, depth = thing.size
    pitch = depth / len(_KEY_ROWS)
    plain, accent = [], []
    for number, row in enumerate(_KEY_ROWS):
        unit, at = width / sum(row), -width / 2
        z = -depth / 2 + pitch * (number + 0.5)
        for place, size in enumerate(row):
            key = pod(size * unit * 0.93, height, pitch * 0.9, unit * 0.12, height * 0.12, _KEY_DETAIL, taper=0.8 if size < 2 else 0.9)
            is_edge = place == 0 or (size > 1.2 and size < 4) or (number == 0 and place % 4 == 0)
            (accent if is_edge else plain).append(moved(key, x=at + size * unit / 2, z=z))
            at += size * unit
    return [thing.main(_joined(plain)), thing.sub("accent", _joined(accent))]


_KEY_DETAIL = Detail("draft")
_KEY_ROWS = (
    (1.0,) * 15, (1.0,) * 13 + (2.0,), (1.5,) + (1.0,) * 12 + (1.5,), (1.75,) + (1.0,) * 11 + (2.25,),
    (2.25,) + (1.0,) * 10 + (2.75,), (1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25),
)  # fmt: skip


def _joined(solids: list[Solid]) -> Solid:
    """Return solids that do not touch as one."""
    return Solid.compose(solids)


@maker("mouse_shell", natural=(0.066, 0.04, 0.118))
def mouse_shell(thing: Thing) -> list[Piece]:
    """Make a computer mouse whose keys are towards −z: waist, split, wheel, thumb keys, a strip of light."""
    width, height, depth = thing.size
    side = thing.detail.around(48)
    back = moved(ellipsoid(width, height * 2, depth * 0.8, side), z=depth * 0.1)
    nose = moved(ellipsoid(width * 0.9, height * 1.2, depth * 0.6, side), z=-depth * 0.2)
    body = hull_of([back, nose]).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    split = moved(block(width * 0.02, height * 0.6, depth * 0.5), y=height * 0.5, z=-depth * 0.36)
    seam = moved(block(width * 1.2, height * 0.9, depth * 0.012), y=height * 0.45, z=-depth * 0.08)
    core = hull_of([back, nose]).scale((0.965, 0.965, 0.975))
    wheel = moved(turned(disc(height * 0.3, width * 0.11, thing.detail.around(32), edge=width * 0.02), z=90.0), x=width * 0.055, y=height * 0.62, z=-depth * 0.3)
    thumb = [moved(rounded_box(width * 0.06, height * 0.14, depth * 0.13, 0.001, 1), x=-width * 0.43, y=height * 0.5, z=depth * z) for z in (-0.02, 0.13)]
    light = moved(block(width * 1.02, height * 0.05, depth * 0.3), y=height * 0.12, z=depth * 0.2) ^ hull_of([back, nose]).scale((1.01, 1.01, 1.0))
    return [
        thing.main(body - ((split + seam) - core)), thing.sub("wheel", wheel, "rubber_black"),
        thing.sub("thumb", union(thumb), "rubber_black"), thing.sub("light", light, "screen_emissive"),
    ]  # fmt: skip


@maker("ring_strap")
def ring_strap(thing: Thing) -> Made:
    """Make an oval strap that lies around the y axis; `thickness_m`."""
    width, height, depth = thing.size
    thick = thing.number("thickness_m", 0.005)
    outer = circle(0.5, thing.detail.around(64)).scale((width, depth))
    return thing.main(standing(outer - outer.offset(-thick), height))


@maker("handheld", natural=(0.24, 0.105, 0.018))
def handheld(thing: Thing) -> list[Piece]:
    """Make a handheld console facing +z: screen between two coloured grips with sticks and keys."""
    width, height, depth = thing.size
    middle = moved(turned(pod(width * 0.72, depth * 0.7, height, 0.003, depth * 0.15, thing.detail), x=90.0), y=height / 2, z=-depth * 0.25)
    lit = moved(facing(rounded_rectangle(width * 0.62, height * 0.82, 0.003), depth * 0.06), y=height / 2, z=depth * 0.45)
    pieces = [thing.main(middle), thing.sub("screen", lit, "screen_emissive", "#a8d8f0")]
    keys = []
    for sign, name in ((-1, "left"), (1, "right")):
        x = sign * width * 0.43
        grip = turned(pod(width * 0.145, depth * 0.8, height, width * 0.07, depth * 0.2, thing.detail), x=90.0)
        pieces.append(thing.sub(name, moved(grip, x=x, y=height / 2, z=-depth * 0.3), "plastic_white"))
        stick = turned(disc(width * 0.034, depth * 0.5, thing.detail.around(28), edge=depth * 0.12), x=90.0)
        keys.append(moved(stick, x=x, y=height * (0.72 if sign < 0 else 0.36), z=depth * 0.4))
        for angle in range(4):
            key = turned(disc(width * 0.013, depth * 0.16, 20, edge=depth * 0.03), x=90.0)
            turn = np.radians(90.0 * angle)
            keys.append(moved(key, x=x + width * 0.03 * np.cos(turn), y=height * (0.36 if sign < 0 else 0.72) + width * 0.03 * np.sin(turn), z=depth * 0.46))
    return [*pieces, thing.sub("keys", union(keys), "plastic_black")]


@maker("mesh_head")
def mesh_head(thing: Thing) -> list[Piece]:
    """Make a microphone's basket: rings and bars around a dark capsule."""
    radius, height = thing.width / 2, thing.height
    line = [(0.0, 0.94), (0.25, 1.0), (0.5, 0.98), (0.74, 0.86), (0.9, 0.6), (0.99, 0.2)]
    side = thing.detail.around(48)
    inner = spun([(r * radius * 0.92, y * height * 0.97) for y, r in line], side)
    rings = [moved(hoop(radius * float(np.interp(y, [a for a, _ in line], [b for _, b in line])), radius * float(np.interp(y, [a for a, _ in line], [b for _, b in line])) * 0.88, height * 0.025, side), y=y * height) for y in (0.0, 0.16, 0.32, 0.48, 0.64, 0.8, 0.92)]
    path = [(r * radius * 0.96, y * height, 0.0) for y, r in line]
    bar = tube(path, radius * 0.04, 6)
    count = 24 if thing.detail.has_small_things else 10
    return [thing.main(union([*rings, ring_of(bar, count)])), thing.sub("capsule", inner, "plastic_black")]


@maker("film_reel")
def film_reel(thing: Thing) -> list[Piece]:
    """Make a reel facing +z: two flanges with three windows, a hub, and the film wound on it."""
    radius, depth, side = thing.width / 2, thing.depth, thing.detail.around(64)
    flange = circle(radius, side) - circle(radius * 0.07, 20)
    for turn in range(5):
        hole = circle(radius * 0.26, 32).translate((radius * 0.6, 0.0)).rotate(72.0 * turn)
        flange = flange - hole
    plates = [moved(facing(flange, depth * 0.12), z=side_ * depth * 0.44) for side_ in (-1, 1)]
    hub = moved(turned(disc(radius * 0.24, depth, side), x=90.0), z=-depth / 2) - facing(circle(radius * 0.07, 20), depth * 2)
    film = moved(turned(disc(radius * 0.8, depth * 0.78, side), x=90.0), z=-depth * 0.39) - facing(circle(radius * 0.22, side), depth * 2)
    return [thing.main(union([*plates, hub])), thing.sub("film", film, "plastic_black")]


@maker("rotary_dial")
def rotary_dial(thing: Thing) -> list[Piece]:
    """Make a telephone's dial facing +z: number plate, finger wheel with ten holes, finger stop."""
    radius, depth, side = thing.width / 2, thing.depth, thing.detail.around(56)
    plate = turned(disc(radius, depth * 0.5, side, edge=depth * 0.1), x=90.0)
    wheel = circle(radius * 0.94, side)
    for number in range(10):
        turn = np.radians(60.0 + 30.0 * number)
        wheel = wheel - circle(radius * 0.135, 24).translate((radius * 0.72 * np.cos(turn), radius * 0.72 * np.sin(turn)))
    ring = moved(facing(wheel, depth * 0.3), z=depth * 0.62)
    cap = moved(turned(disc(radius * 0.42, depth * 0.3, side, edge=depth * 0.1), x=90.0), z=depth * 0.7)
    stop = moved(turned(rounded_box(radius * 0.5, radius * 0.1, depth * 0.2, depth * 0.05, 1), z=-40.0), x=radius * 0.68, y=-radius * 0.56, z=depth * 0.86)
    return [
        thing.main(union([ring, stop])), thing.sub("plate", plate, "ceramic_white"), thing.sub("cap", cap, "paper"),
    ]  # fmt: skip


@maker("handset", natural=(0.23, 0.04, 0.055))
def handset(thing: Thing) -> Made:
    """Make a telephone's handset along x: two cups that face down, and the bowed grip between."""
    width, height, depth = thing.size
    turns = np.linspace(-1.0, 1.0, thing.detail.along(14) + 1)
    line = np.column_stack([turns * width * 0.4, height * (0.52 + 0.22 * (1 - turns**2)), np.zeros(len(turns))])
    wide = 0.75 + 0.3 * np.abs(turns) ** 2
    grip = tube(line, height * 0.26, thing.detail.around(24), scale=wide).scale((1.0, 1.0, 1.25))
    cup = spun([(depth * 0.36, 0.0), (depth * 0.5, height * 0.06), (depth * 0.48, height * 0.4), (depth * 0.3, height * 0.72), (depth * 0.1, height * 0.8)], thing.detail.around(40))
    cups = [moved(cup, x=sign * (width / 2 - depth / 2)) for sign in (-1, 1)]
    return thing.main(union([grip, *cups]))


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
            points = [(x, y + shift), (x + run, y + shift), (x + run + abs(rise), y + shift + rise), (x + run + abs(rise) + end, y + shift + rise)]
            lines += [bar(start, stop, thick) for start, stop in zip(points, points[1:], strict=False)]
            lines += [circle(thick * 1.1, 10).translate(points[0]), circle(thick * 1.1, 10).translate(points[-1])]
    whole = Outline.batch_boolean(lines, OpType.Add) ^ rectangle(width, depth)
    return thing.main(standing(whole, thing.height))
