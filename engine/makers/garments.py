"""Makers of an umbrella's canopy, hats, spectacles, shoes, soft bags, books and typewriter keys."""

import numpy as np
from manifold3d import JoinType
from scipy.interpolate import PchipInterpolator

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import Outline, circle, facing, polygon, rounded_rectangle, sideways, smooth, standing
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, ball, block, cylinder, ellipsoid, moved, ring_of, rounded_box, turned, union
from engine.parts.sweeping import loft, tube
from engine.parts.turning import disc, flowing, spun
from engine.shapes import Points


@maker("umbrella_canopy")
def umbrella_canopy(thing: Thing) -> list[Piece]:
    """Make an open canopy of `panels` about the y axis, its rib tips at the bottom, with ribs and stretchers."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    count, thin = max(6, thing.count("panels", 8, most=16)), thing.width * 0.0025
    steps = max(4, detail.along(8))
    turn = np.linspace(0.0, 2 * np.pi, count * steps, endpoint=False)
    inside = (np.arange(count * steps) % steps) / steps * 2 - 1  # −1 and 1 are the ribs
    sag = 1 - inside**2
    away = np.cos(np.pi / count) / np.cos(inside * np.pi / count)
    outer = [
        _ring(share, turn, sag, away, radius, height, 0.0) for share in np.linspace(0.03, 1.0, detail.along(12) + 1)
    ]
    inner = [
        _ring(share, turn, sag, away, radius, height, thin) for share in np.linspace(0.03, 1.0, detail.along(12) + 1)
    ]
    skin = loft([*outer, *inner[::-1]], closed=True)
    skin = skin if skin.volume() > 0 else loft([*inner, *outer[::-1]], closed=True)
    share = np.linspace(0.03, 1.0, 9)
    rib = np.column_stack([np.zeros(9), _rise(share, height) - thin * 1.5, -radius * share])
    stretcher = [(0.0, height * 0.24, -radius * 0.02), tuple(rib[4])]
    one = union(
        (tube(rib, thin * 1.6, 6), tube(stretcher, thin * 1.3, 6), ball(thin * 3, 10).translate(tuple(rib[-1])))
    )
    first = 180.0 / np.pi * float(np.arctan2(1.0, 0.0))  # a rib lies on the seam at turn 0, which is +x
    runner = moved(cylinder(radius * 0.03, height * 0.14, 16), y=height * 0.16)
    return [
        thing.main(skin),
        thing.sub("ribs", union((ring_of(one, count, first_deg=-first), runner)), "steel_brushed"),
    ]


def _rise(share: Points, height: float) -> Points:
    rise: Points = height * (1 - share**1.9)
    return rise


def _ring(share: float, turn: Points, sag: Points, away: Points, radius: float, height: float, under: float) -> Points:
    reach = radius * share * (1 + (away - 1) * 0.7) * (1 - 0.045 * sag * share**6)
    y = (
        float(_rise(np.array(share), height))
        - 0.035 * height * sag * share * (1 - share)
        + 0.12 * height * sag * share**8
        - under
    )
    return np.column_stack([reach * np.cos(turn), y, reach * np.sin(turn)])


def _lens(form: str, width: float, height: float, segments: int) -> Outline:
    if form == "round":
        return circle(0.5, segments).scale((width, height))
    shapes = {
        "square": [(-0.5, 0.42), (-0.2, 0.5), (0.3, 0.49), (0.5, 0.4), (0.46, -0.1), (0.36, -0.42), (0.0, -0.5),
            (-0.34, -0.45), (-0.48, -0.1)],
        "aviator": [(-0.42, 0.42), (0.0, 0.48), (0.44, 0.46), (0.5, 0.2), (0.44, -0.2), (0.2, -0.48), (-0.2, -0.46),
            (-0.46, -0.06)],
        "cat": [(-0.42, 0.22), (0.0, 0.28), (0.5, 0.5), (0.48, 0.16), (0.34, -0.36), (0.0, -0.5), (-0.34, -0.4),
            (-0.48, -0.08)],
    }  # fmt: skip
    points = np.array(shapes.get(form, shapes["square"])) * [width, height]
    return polygon(smooth(np.vstack([points[-1:], points, points[:2]]), 6)[6:-6])


@maker("spectacles_front")
def spectacles_front(thing: Thing) -> list[Piece]:
    """Make both rims with their lenses and the bridge, facing +z; `form` is round, square, aviator or cat."""
    width, height, depth = thing.size
    rim = min(thing.number("rim_m", width * 0.03), height * 0.2)
    across = width * 0.43
    inner = _lens(thing.text("form", "square"), across - 2 * rim, height - 2 * rim, thing.detail.around(48))
    ring = inner.offset(rim, JoinType.Round, 2.0, 24) - inner
    place = (width / 2 - across / 2, height / 2)
    right = facing(ring, depth).translate((*place, 0.0))
    glass = facing(inner.offset(rim * 0.3, JoinType.Round, 2.0, 24), depth * 0.3).translate((*place, 0.0))
    gap = width / 2 - across
    arch = [
        (-gap - rim * 0.7, height * 0.6, 0.0),
        (0.0, height * 0.74, depth * 0.1),
        (gap + rim * 0.7, height * 0.6, 0.0),
    ]
    bridge = tube(smooth(arch, 6), min(rim * 0.55, depth * 0.45), 10)
    mirror = (1.0, 0.0, 0.0)
    return [
        thing.main(union((right, right.mirror(mirror), bridge))),
        thing.sub("lens", union((glass, glass.mirror(mirror))), "glass_clear"),
    ]


@maker("soft_bag")
def soft_bag(thing: Thing) -> Made:
    """Make a filled soft bag: round edges, faces that belly out, `taper` (how much narrower the top is)."""
    width, height, depth = thing.size
    radius = min(thing.size) * min(thing.number("round", 0.3), 0.48)
    taper, belly = thing.number("taper", 0.12), thing.number("belly", 0.1)

    def fill(points: Points) -> Points:
        share = np.clip(points[:, 1] / height, 0.0, 1.0)
        swell = np.sin(np.pi * np.clip(share * 0.9 + 0.05, 0, 1)) * np.cos(np.pi * points[:, 0] / width / 1.15)
        z = points[:, 2] * (1 + belly * swell) * (1 - taper * 1.4 * share**2)
        return np.column_stack([points[:, 0] * (1 - taper * share**1.6), points[:, 1], z])

    return thing.main(soft_box(width, height, depth, radius, thing.detail, bend=fill, spacing=max(thing.size) / 18))


_ALONG_HALF = [-0.5, -0.48, -0.44, -0.36, -0.1, 0.2, 0.36, 0.45, 0.485, 0.5]  # heel to toe
_HALF = [0.3, 0.52, 0.66, 0.74, 0.66, 0.98, 0.92, 0.7, 0.48, 0.26]
_ALONG_TOP = [-0.5, -0.48, -0.42, -0.14, 0.04, 0.2, 0.36, 0.46, 0.5]
_TOP = [0.72, 0.92, 1.0, 0.94, 0.72, 0.52, 0.42, 0.33, 0.18]


@maker("shoe")
def shoe(thing: Thing) -> list[Piece]:
    """Make a shoe, its toe to +z; `form` is sneaker or boot, `hand` 1 for right and −1 for left."""
    width, height, depth = thing.size
    is_boot = thing.text("form", "sneaker") == "boot"
    steps = max(thing.detail.along(22), 20)
    zs = -0.5 * np.cos(np.linspace(0.0, np.pi, steps + 1))  # closer at toe and heel
    half = PchipInterpolator(_ALONG_HALF, _HALF)(zs)
    top = PchipInterpolator(_ALONG_TOP, _TOP)(zs)
    low, rise = height * (0.14 if not is_boot else 0.1), height * (0.72 if not is_boot else 0.42)
    bend = 0.05 * width * np.sin((zs + 0.5) * np.pi) * thing.number("hand", 1.0)
    turn = np.linspace(0.0, np.pi, max(thing.detail.along(10), 12) + 1)
    rings = []
    for z, h, t, x in zip(zs, half, top, bend, strict=True):
        across = np.cos(turn) * h * width / 2 * 0.94
        up = low * 0.8 + np.sin(turn) ** 0.75 * t * rise
        rings.append(np.column_stack([across + x, up, np.full(len(turn), z * depth)]))
    upper = loft(rings)
    upper = upper if upper.volume() > 0 else loft([ring[::-1] for ring in rings])
    ankle = -depth * 0.26
    if is_boot:
        shaft = flowing([(width * 0.36, 0.0), (width * 0.4, height * 0.3), (width * 0.44, height * 0.62)], 6)
        upper = union(
            (upper, moved(spun(shaft, thing.detail.around(32)).scale((1.0, 1.0, 1.25)), y=height * 0.36, z=ankle))
        )
    mouth = ellipsoid(
        width * (0.62 if not is_boot else 0.72),
        height * 1.2,
        depth * (0.42 if not is_boot else 0.32),
        thing.detail.around(28),
    )
    upper = upper - moved(mouth, y=height * (1.02 if not is_boot else 1.0), z=ankle)
    plan = polygon(
        np.vstack(
            [
                np.column_stack([half * width / 2 + bend, -zs * depth]),
                np.column_stack([-half * width / 2 + bend, -zs * depth])[::-1],
            ]
        )
    )
    sole = standing(plan, low)
    if is_boot:
        sole = sole - moved(block(width * 2, low * 0.5, depth * 0.2), z=-depth * 0.05)
    pieces = [thing.main(upper), thing.sub("sole", sole, "rubber_black")]
    laces = []
    for number in range(4 if thing.detail.has_small_things else 3):
        at = 0.0 + 0.07 * number
        z, y = at * depth, low * 0.8 + float(np.interp(at, zs, top)) * rise
        wide = width * 0.2
        laces.append(
            tube(
                smooth([(-wide, y - height * 0.05, z), (0.0, y + height * 0.012, z), (wide, y - height * 0.05, z)], 5),
                width * 0.028,
                8,
            )
        )
    return [*pieces, thing.sub("laces", union(laces), "paint_white")]


@maker("book")
def book(thing: Thing) -> list[Piece]:
    """Make a book that lies flat, its spine to −x; `is_open` opens it, `ribs` raises bands on the spine."""
    width, height, depth = thing.size
    if thing.flag("is_open"):
        return _open_book(thing)
    board, joint = min(height * 0.08, 0.004), width * 0.02
    boards = [
        rounded_box(width - joint, board, depth, board * 0.3, 2).translate((joint / 2, y, 0.0))
        for y in (0.0, height - board)
    ]
    curve = [(-width / 2 + joint * 1.4, 0.0), (-width / 2 + joint * 0.4, height * 0.12), (-width / 2, height * 0.5),
             (-width / 2 + joint * 0.4, height * 0.88), (-width / 2 + joint * 1.4, height)]  # fmt: skip
    line = smooth(curve, 6)
    inner = line + np.array([board, 0.0])
    inner[:, 1] = np.clip(inner[:, 1], board * 0.5, height - board * 0.5)
    spine = facing(polygon(np.vstack([line, inner[::-1]])), depth)
    ribs = []
    for number in range(thing.count("ribs", 0, most=7)):
        z = depth * (-0.36 + 0.72 * (number + 0.5) / max(thing.count("ribs", 1), 1))
        ribs.append(
            facing(polygon(np.vstack([line - [board * 0.6, 0.0], inner[::-1]])), depth * 0.022).translate((0.0, 0.0, z))
        )
    pages = block(width - joint - board * 2.2, height - board * 1.6, depth - board * 3)
    pages = pages.translate((joint * 0.4 - board * 0.2, board * 0.8, 0.0))
    return [thing.main(union([*boards, spine, *ribs])), thing.sub("pages", pages, "paper")]


def _open_book(thing: Thing) -> list[Piece]:
    width, height, depth = thing.size
    half, board = width / 2, min(height * 0.1, 0.004)
    cover = rounded_box(width, board, depth, board * 0.4, 2)
    top = smooth([(0.0, height * 0.5), (half * 0.08, height * 0.86), (half * 0.3, height), (half * 0.7, height * 0.86),
                  (half * 0.965, height * 0.72)], 8)  # fmt: skip
    page = np.vstack([top, [(half * 0.965, board * 0.8), (0.0, board * 0.8)]])
    block_right = facing(polygon(page), depth - board * 4)
    mirror = (1.0, 0.0, 0.0)
    pieces = [thing.main(cover), thing.sub("pages", union((block_right, block_right.mirror(mirror))), "paper")]
    if thing.detail.has_small_things:
        lines = union([_line(top, half, depth, row, height * 0.012) for row in range(14)])
        pieces.append(thing.sub("text", union((lines, lines.mirror(mirror))), "paint_black"))
    return pieces


def _line(top: Points, half: float, depth: float, row: int, thick: float) -> Solid:
    """Return a line of print that follows the page's curve."""
    xs = np.linspace(0.14, 0.84 if row % 5 != 4 else 0.5, 12) * half
    ys = np.interp(xs, top[:, 0], top[:, 1])
    strip = polygon(np.vstack([np.column_stack([xs, ys + thick]), np.column_stack([xs, ys - thick])[::-1]]))
    return facing(strip, depth * 0.012).translate((0.0, 0.0, depth * (-0.38 + 0.056 * row)))


@maker("key_bank")
def key_bank(thing: Thing) -> list[Piece]:
    """Make rows of round typewriter keys on levers that step up towards −z; `rows`, `columns`."""
    width, height, depth = thing.size
    rows, columns = max(2, thing.count("rows", 4, most=6)), max(4, thing.count("columns", 11, most=16))
    pitch = width / (columns + 0.6)
    cap_radius, caps, stems, rims = pitch * 0.38, [], [], []
    segments = thing.detail.around(18)
    for row in range(rows):
        z = depth / 2 - depth * (row + 0.5) / rows
        top = height * (0.52 + 0.48 * (row + 1) / rows)
        for column in range(columns):
            x = (column - (columns - 1) / 2 + 0.25 * (row % 2) - 0.12) * pitch
            caps.append(
                disc(cap_radius * 0.88, height * 0.09, segments, edge=height * 0.02).translate(
                    (x, top - height * 0.09, z)
                )
            )
            rims.append(
                moved(cylinder(cap_radius, height * 0.07, segments), y=top - height * 0.1).translate((x, 0.0, z))
            )
            stems.append(block(pitch * 0.1, top - height * 0.08, pitch * 0.1).translate((x, 0.0, z)))
    bar = rounded_box(width * 0.56, height * 0.12, depth / rows * 0.5, height * 0.03, 2).translate(
        (0.0, height * 0.32, depth * 0.5)
    )
    posts = [
        block(pitch * 0.12, height * 0.34, pitch * 0.12).translate((x * width * 0.2, 0.0, depth * 0.5)) for x in (-1, 1)
    ]
    return [
        thing.main(union([*caps, bar])),
        thing.sub("rims", union(rims), "chrome"),
        thing.sub("stems", union([*stems, *posts]), "iron_black"),
    ]


@maker("type_basket")
def type_basket(thing: Thing) -> Made:
    """Make the fan of type bars of a typewriter, lying in a half bowl that opens to −z."""
    radius, bars = thing.width / 2, []
    count = 30 if thing.detail.has_small_things else 14
    for number in range(count):
        turn = -78.0 + 156.0 * number / (count - 1)
        one = moved(
            turned(block(radius * 0.02, radius * 0.86, thing.height * 0.12), x=72.0),
            y=thing.height * 0.2,
            z=radius * 0.06,
        )
        bars.append(turned(one, y=turn))
    bowl = cylinder(radius, thing.height * 0.3, thing.detail.around(48)) ^ sideways(
        rounded_rectangle(radius * 2, thing.height, 0.0).translate((radius, 0.0)), radius * 3
    )
    return thing.main(union([bowl, *bars]))
