"""Makers of columns, pools, arches, towers and other single pieces of architecture."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.facades import opening
from engine.parts.lettering import fitted_words
from engine.parts.profiles import Outline, circle, facing, polygon, rectangle, rounded_rectangle, sideways, standing
from engine.parts.solids import Solid, block, cylinder, moved, ring_of, rod, rounded_box, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, hoop, spun


@maker("classical_column", natural=(0.5, 3.0, 0.5))
def classical_column(thing: Thing) -> Made:
    """Make a column with base and capital, its shaft tapered and fluted unless `is_plain`; `order` doric or ionic."""
    width, height, depth = thing.size
    radius = 0.38
    low, high = height * 0.06, height * 0.92
    plinth = [
        block(1.0, low * 0.45, 1.0),
        moved(disc(0.47, low * 0.6, thing.detail.around(32), edge=low * 0.25), y=low * 0.42)
    ]  # fmt: skip
    count = 0 if thing.flag("is_plain") else 20
    shaft = standing(_fluted(radius, count, thing), high - low * 0.9)
    rise = high - low * 0.9
    shaft = shaft.refine_to_length(rise * 0.4).warp_batch(lambda at: _entasis(at, rise)) if count else spun(
        [(radius, 0.0), (radius * 0.98, rise * 0.4), (radius * 0.84, rise)], thing.detail.around(32))  # fmt: skip
    capital = [
        moved(spun([(radius * 0.84, 0.0), (radius * 0.9, height * 0.015), (0.47, height * 0.05)],
        thing.detail.around(32)), y=high - height * 0.012), moved(block(1.0, height * 0.045, 1.0), y=height * 0.955)
    ]  # fmt: skip
    if thing.text("order", "doric") == "ionic":
        scroll = rod(0.17, 0.9, thing.detail.around(20), axis="z").scale((1.0, height * 0.03 / 0.17, 1.0))
        capital += [moved(scroll, x=x, y=height * 0.94) for x in (-0.36, 0.36)]
    whole = union([*plinth, moved(shaft, y=low * 0.9), *capital])
    return thing.main(whole.scale((width, 1.0, depth)))


def _fluted(radius: float, count: int, thing: Thing) -> Outline:
    if not count:
        return circle(radius, 24)
    steps = max(2, thing.detail.along(3))
    angles = np.linspace(0.0, 2 * np.pi, count * steps, endpoint=False)
    reach = radius * (1 - 0.07 * np.abs(np.sin(angles * count / 2)))
    return polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))


def _entasis(at: np.ndarray, height: float) -> np.ndarray:
    share = np.clip(at[:, 1:2] / height, 0.0, 1.0)
    factor = 1 - 0.16 * share**1.6
    return np.hstack([at[:, :1] * factor, at[:, 1:2], at[:, 2:] * factor])


@maker("pool", natural=(5.0, 0.9, 2.6))
def pool(thing: Thing) -> list[Piece]:
    """Make a swimming pool in its rim of slabs, the water just below their edge, with a ladder; `has_ladder`."""
    width, height, depth = thing.size
    rim, edge = min(0.45, 0.16 * depth), height * (0.24 if thing.flag("has_ladder", default=True) else 1.0)
    outer = rounded_rectangle(width, depth, rim * 0.6, 16)
    inner = rounded_rectangle(width - 2 * rim, depth - 2 * rim, rim * 0.4, 16)
    pieces = [
        thing.main(standing(outer - inner, edge)),
        thing.sub("water", standing(inner.offset(0.01), edge * 0.86), "water"),
    ]
    x = width / 2 - rim
    bows = [
        tube(np.array([[x + rim * 0.4, edge * 0.5, z], [x + rim * 0.4, height * 0.9, z], [x + rim * 0.1, height, z],
        [x - rim * 0.3, height * 0.9, z], [x - rim * 0.4, edge * 0.4, z]]), 0.025, 8) for z in (-0.25, 0.25)
    ]  # fmt: skip
    treads = [moved(block(0.06, 0.03, 0.52), x=x - rim * 0.36, y=height * y) for y in (0.22, 0.45)]
    if thing.flag("has_ladder", default=True):
        pieces.append(thing.sub("ladder", union([*bows, *treads]), "chrome"))
    return pieces


@maker("round_wall", natural=(5, 8, 5))
def round_wall(thing: Thing) -> list[Piece]:
    """Make a round tower, narrower at its top by `taper`; `rows` of `columns` small windows around it, of a `form`."""
    width, height, depth = thing.size
    around, taper = thing.detail.around(56), min(max(thing.number("taper", 0.0), 0.0), 0.8)
    half = min(width, depth) / 2
    body = cylinder(half, height, around, top=half * (1 - taper))
    rows, columns = thing.count("rows", 2, most=12), thing.count("columns", 4, most=16)
    wide, high = thing.number("window_m", 0.5), thing.number("window_m", 0.5) * 2.2
    hole = opening(wide, high, thing.text("form", "lancet"), thing.detail)
    cuts, panes = [], []
    for row in range(rows):
        y = height * (row + 0.62) / rows
        reach = half * (1 - taper * y / height)
        for column in range(columns):
            turn = 360.0 * (column + (0.5 if row % 2 else 0.0)) / columns
            cuts.append(moved(facing(hole, half * 0.5), y=y, z=reach).rotate((0.0, turn, 0.0)))
            panes.append(moved(facing(hole.offset(0.02), 0.08), y=y, z=reach * 0.965 - 0.08).rotate((0.0, turn, 0.0)))
    if not cuts:
        return [thing.main(body.scale((width / half / 2, 1.0, depth / half / 2)))]
    dark = union(panes)
    core = cylinder(half * 0.9, height * 0.98, around, top=half * (1 - taper) * 0.9)
    scale = (width / half / 2, 1.0, depth / half / 2)
    return [
        thing.main(union((body - union(cuts), core)).scale(scale)),
        thing.sub("glass", dark.scale(scale), "glass_tinted")
    ]  # fmt: skip


@maker("arcade")
def arcade(thing: Thing) -> Made:
    """Make an upright wall of `count` open arches; `form` arched or lancet, `share` of each bay that is open."""
    width, height, depth = thing.size
    count = max(1, thing.count("count", 4, most=60))
    bay = width / count
    share = min(max(thing.number("share", 0.74), 0.2), 0.95)
    tall = height * min(max(thing.number("rise", 0.84), 0.2), 0.97)
    arch = opening(bay * share, tall, thing.text("form", "arched"), thing.detail)
    wall = rectangle(width, height).translate((0, height / 2))
    for step in range(count):
        wall = wall - arch.translate((bay * (step + 0.5) - width / 2, tall / 2 - 1e-4))
    return thing.main(facing(wall, depth))


@maker("round_arcade")
def round_arcade(thing: Thing) -> Made:
    """Make a ring of `count` open arches in `rows` tiers: an arena's wall; `wall` is its thickness as a share."""
    width, height, depth = thing.size
    count, rows = max(6, thing.count("count", 32, most=80)), max(1, thing.count("rows", 3, most=6))
    inner = 1 - min(max(thing.number("wall", 0.08), 0.02), 0.5)
    ring = hoop(1.0, inner, height, thing.detail.around(max(64, count * 2)))
    bay = 2 * np.pi / count
    tall = height / rows
    hole = opening(bay * 0.58, tall * 0.7, "arched", thing.detail)
    cut = union([ring_of(moved(facing(hole, 1.0), y=tall * (row + 0.42), z=1.0), count) for row in range(rows)])
    return thing.main(
        (ring - (cut - cylinder(inner + (1 - inner) * 0.35, height, 48))).scale((width / 2, 1.0, depth / 2))
    )  # fmt: skip


@maker("truss_tower", natural=(6, 16, 6))
def truss_tower(thing: Thing) -> list[Piece]:
    """Make `legs` leaning legs with rings of struts and crossed ties; the top is `top` of the foot's width."""
    width, height, depth = thing.size
    legs, bays = max(3, thing.count("legs", 4, most=12)), max(1, thing.count("bays", 3, most=10))
    top, thick = min(max(thing.number("top", 0.7), 0.1), 1.0), thing.number("thick_m", 0.22)
    sides = 4 if thing.flag("is_square") else thing.detail.around(14)
    half = min(width, depth) / 2 - thick / 2

    def at(leg: int, share: float) -> np.ndarray:
        angle = 2 * np.pi * (leg + 0.5) / legs
        reach = half * (1 - (1 - top) * share) * (1.0 if legs != 4 else 2**0.5)
        return np.array([reach * np.sin(angle), height * share, reach * np.cos(angle)])

    posts = [_beam(at(leg, 0.0), at(leg, 1.0), thick / 2, sides) for leg in range(legs)]
    posts = [post.trim_by_plane((0, 1, 0), 0.0).trim_by_plane((0, -1, 0), -height) for post in posts]
    struts, ties = [], []
    for bay in range(1, bays + 1):
        for leg in range(legs):
            here, there = at(leg, bay / bays * 0.98), at(leg + 1, bay / bays * 0.98)
            struts.append(_beam(here, there, thick * 0.3, sides))
            below = (bay - 1) / bays * 0.98
            ties += [_beam(at(leg, below), there, thick * 0.12, 6), _beam(at(leg + 1, below), here, thick * 0.12, 6)]
    ties = [tie.trim_by_plane((0, 1, 0), 0.0) for tie in ties]
    return [thing.main(union([*posts, *struts])), thing.sub("ties", union(ties))]


def _beam(start: np.ndarray, end: np.ndarray, radius: float, sides: int) -> Solid:
    """Return a straight round bar that reaches a little past both its ends."""
    along = (end - start) / np.linalg.norm(end - start)
    return tube(np.array([start - along * radius, end + along * radius]), radius, sides)


@maker("buttress", natural=(0.8, 6.0, 1.4))
def buttress(thing: Thing) -> Made:
    """Make a stepped buttress that stands out to +z, with sloping heads."""
    width, height, depth = thing.size
    line = [
        (-depth / 2, 0), (depth / 2, 0), (depth / 2, height * 0.42), (depth * 0.12, height * 0.55),
        (depth * 0.12, height * 0.86), (-depth / 2, height)
    ]  # fmt: skip
    return thing.main(sideways(polygon(line), width))


@maker("rose_window", natural=(2.4, 2.4, 0.3))
def rose_window(thing: Thing) -> list[Piece]:
    """Make a round window of petals facing +z; `petals`."""
    width, height, depth = thing.size
    petals, around = max(4, thing.count("petals", 8, most=16)), thing.detail.around(48)
    ring = circle(0.5, around) - circle(0.43, around)
    eye = circle(0.13, around) - circle(0.09, around)
    parts = [ring, eye]
    for step in range(petals):
        angle = 360.0 * step / petals
        petal = (circle(0.115, around) - circle(0.088, around)).translate((0.0, 0.325))
        spoke = rectangle(0.03, 0.34).translate((0.0, 0.28)).rotate(180.0 / petals)
        parts += [petal.rotate(angle), spoke.rotate(angle)]
    flat = parts[0]
    for part in parts[1:]:
        flat = flat + part
    tracery = facing(flat, depth).scale((width, height, 1.0))
    glass = facing(circle(0.46, around), depth * 0.3).scale((width, height, 1.0))
    return [
        thing.main(moved(tracery, y=height / 2)),
        thing.sub("glass", moved(glass, y=height / 2), "glass_coloured", thing.text("tint", "")),
    ]


@maker("stepped_stack")
def stepped_stack(thing: Thing) -> Made:
    """Make `count` slabs piled up, each smaller than the one under it; `top` is the last one's share."""
    width, height, depth = thing.size
    count, top = max(2, thing.count("count", 4, most=60)), min(max(thing.number("top", 0.4), 0.02), 0.98)
    each = height / count
    shares = np.linspace(1.0, top, count)
    return thing.main(
        union([moved(block(width * s, each * 1.02 if i < count - 1 else each, depth * s), y=each * i) for i,
        s in enumerate(shares)])
    )  # fmt: skip


@maker("sign_board", natural=(3.0, 0.6, 0.12))
def sign_board(thing: Thing) -> list[Piece]:
    """Make a board facing +z with raised letters of `text`; its letters may be lit by their material."""
    width, height, depth = thing.size
    plate = rounded_box(width, height, depth * 0.7, 0.01, 1)
    words = facing(
        fitted_words(thing.text("text", "SHOP"), width * 0.9, height * 0.74, thing.detail, weight=0.01), depth * 0.5,
    )  # fmt: skip
    return [
        thing.main(moved(plate, z=-depth * 0.15)),
        thing.sub("letters", moved(words, y=height / 2, z=depth * 0.25), "paint_white"),
    ]
