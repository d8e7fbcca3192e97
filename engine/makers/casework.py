"""Makers of cabinets, shelves, tables and frames; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.fronts import HANGING
from engine.parts.joinery import handle, open_box, panel
from engine.parts.mouldings import edge_profile, moulded_board, moulded_disc
from engine.parts.profiles import bevelled_outline, polygon, rounded_rectangle, standing
from engine.parts.repeats import many
from engine.parts.solids import Solid, block, hull_of, moved, rounded_box, turned, union
from engine.parts.sweeping import sweep, tube
from engine.parts.turning import disc
from engine.shapes import Points

_BOOK_COLORS = (
    "#7a2f2b",
    "#2f4a6b",
    "#3f5d45",
    "#b08a4a",
    "#4a3b57",
    "#d9cfb8",
    "#274247",
    "#8c4a2f",
    "#1f2a38",
    "#a63d40",
)


_LONG_M = {"knob": 0.03, "ring": 0.06, "shell": 0.09, "edge": 0.1}  # handles shorter than a bar


@maker("cabinet", natural=(0.8, 0.9, 0.55))
def cabinet(thing: Thing) -> list[Piece]:
    """Make a cabinet: `doors` and `drawers` (rows on top), `front` style, `handle` style or none, `plinth_m` below."""
    width, height, depth = thing.size
    plinth, gap, thick = min(thing.number("plinth_m", 0.0), height * 0.4), 0.003, min(0.02, depth * 0.1)
    drawers, doors = thing.count("drawers", 0, most=12), thing.count("doors", 2, most=12)
    doors = doors if drawers else max(doors, 1)  # neither: one plain front
    carcass = moved(block(width, height - plinth, depth - thick), y=plinth, z=-thick / 2)
    base = [moved(block(width * 0.96, plinth + 0.01, depth * 0.84), z=-depth * 0.05)] if plinth > 0 else []
    usable = height - plinth
    drawer_share = 0.0 if not drawers else (1.0 if not doors else min(0.28 * drawers, 0.7))
    fronts: list[Solid] = []
    grips: list[Solid] = []
    face_z = depth / 2 - thick / 2
    for row in range(drawers):
        tall = usable * drawer_share / drawers
        y = plinth + usable - tall * (row + 1)
        _front(thing, fronts, grips, (0.0, y + gap / 2, face_z), (width - gap, tall - gap, thick), upright=False)
    if doors:
        tall, each = usable * (1 - drawer_share), width / doors
        for number in range(doors):
            x = -width / 2 + each * (number + 0.5)
            side = 1 if (number % 2 == 0 and doors > 1) else -1
            _front(
                thing,
                fronts,
                grips,
                (x, plinth + gap / 2, face_z),
                (each - gap, tall - gap, thick),
                upright=True,
                side=side,
            )
    pieces = [thing.main(union([carcass, *base])), thing.sub("fronts", union(fronts))]
    if thing.text("handle", "bar") == "none":
        return pieces
    return [*pieces, thing.sub("handles", union(grips), "steel_brushed")]


def _front(
    thing: Thing,
    fronts: list[Solid],
    grips: list[Solid],
    at: tuple[float, float, float],
    size: tuple[float, float, float],
    *,
    upright: bool,
    side: int = 1,
) -> None:
    style = thing.text("handle", "bar")
    sunk = {"flat": 0.45, "riveted": -0.25}.get(
        thing.text("front", "flat"), 0.1
    )  # how far the grip starts before the middle
    fronts.append(panel(*size, thing.text("front", "flat"), thing.detail).translate(at))
    long = min(_LONG_M.get(style, 0.16), (size[1] if upright else size[0]) * 0.5)
    grip = handle(long, min(0.032, long), style, thing.detail)
    if not upright:
        grips.append(grip.translate((at[0], at[1] + size[1] * 0.62, at[2] + size[2] * sunk)))
        return
    high = 0.25 if thing.flag("is_hung") else (0.78 if size[1] < 1.2 else 0.5)
    inset = long / 2 + 0.012 if style in HANGING else min(0.045, size[0] * 0.15)
    grips.append(
        (grip if style in HANGING else turned(grip, z=90.0)).translate(
            (at[0] + side * (size[0] / 2 - inset), at[1] + size[1] * high, at[2] + size[2] * sunk)
        )
    )


@maker("shelf_unit", natural=(0.9, 1.9, 0.3))
def shelf_unit(thing: Thing) -> Made:
    """Make an open carcass with `shelves` inside and `columns`; `wall_m` thick boards."""
    wall = thing.number("wall_m", 0.022)
    return thing.main(
        open_box(
            *thing.size,
            wall,
            shelves=thing.count("shelves", 4, most=20),
            columns=max(1, thing.count("columns", 1, most=10)),
            back=thing.flag("has_back", default=True),
        )
    )


@maker("books", fits=False, natural=(0.5, 0.27, 0.22))
def books(thing: Thing) -> list[Piece]:
    """Make a row of books that fills the box's width, spines to +z; some lean, in one colour, or many by `seed`."""
    random, at = thing.random(), -thing.width / 2
    colors = [thing.object.color] if thing.object.color else _BOOK_COLORS[:6]
    groups: dict[str, list[Solid]] = {}
    pages: list[Solid] = []
    while at < thing.width / 2 - 0.012:
        thick = float(min(random.uniform(0.016, 0.042), thing.width / 2 - at))
        tall, deep = thing.height * random.uniform(0.72, 0.99), thing.depth * random.uniform(0.78, 0.98)
        z = (thing.depth - deep) / 2
        cover = moved(rounded_box(thick * 0.97, tall, deep, 0.002, 1), x=at + thick / 2, z=z)
        paper = moved(block(thick * 0.7, tall * 0.985, deep * 0.96), x=at + thick / 2, y=tall * 0.0, z=z - deep * 0.025)
        cut = moved(block(thick * 0.7, tall, deep * 0.04), x=at + thick / 2, y=tall * 0.97, z=z)
        groups.setdefault(str(random.choice(colors)), []).append(
            cover
            - moved(block(thick * 0.7, tall * 0.04, deep * 0.9), x=at + thick / 2, y=tall * 0.97, z=z - deep * 0.03)
            - cut
        )
        pages.append(paper ^ moved(block(thick, tall * 0.98, deep), x=at + thick / 2, z=z))
        at += thick
    covers = [
        Piece(union(solids), f"covers_{number}", thing.object.material, color)
        for number, (color, solids) in enumerate(groups.items(), 1)
    ]
    return [*covers, Piece(union(pages), "pages", "paper", "")]


@maker("table_top")
def table_top(thing: Thing) -> Made:
    """Make a table top; `shape` is rectangular, round or oval, `corner_m`, `profile` of its edge (see `mouldings`)."""
    width, height, depth = thing.size
    shape, profile = thing.text("shape", "rectangular"), thing.text("profile", "")
    if profile:
        return thing.main(_moulded_top(thing, shape, edge_profile(profile, height, thing.detail)))
    if shape in ("round", "oval"):
        return thing.main(
            disc(0.5, height, thing.detail.around(80), edge=min(height * 0.4, 0.45)).scale((width, 1.0, depth))
        )
    outline = rounded_rectangle(width, depth, thing.number("corner_m", 0.02), thing.detail.around(48))
    return thing.main(bevelled_outline(outline, height, min(height * 0.35, 0.012), thing.detail.bevel))


def _moulded_top(thing: Thing, shape: str, edge: Points) -> Solid:
    if shape in ("round", "oval"):
        return moulded_disc(thing.width / 2, edge, thing.detail).scale((1.0, 1.0, thing.depth / thing.width))
    return moulded_board(thing.width, thing.depth, thing.number("corner_m", 0.02), edge, thing.detail)


@maker("slat_back")
def slat_back(thing: Thing) -> Made:
    """Make a chair back.

    Two posts that lean back as they rise, a top rail, and `slats` upright or, with `is_ladder`, across.
    """
    width, height, depth = thing.size
    post = min(0.035, width * 0.09)
    lean = depth - post
    parts = []
    for side in (-1, 1):
        ends = [
            moved(rounded_box(post, 0.02, post, 0.003, 1), x=side * (width - post) / 2, y=y, z=z)
            for y, z in ((0.0, lean / 2), (height - 0.02, -lean / 2))
        ]
        parts.append(hull_of(ends))
    count = max(2, thing.count("slats", 5, most=15))
    if thing.flag("is_ladder"):
        for step in range(count):
            share = 0.36 + 0.6 * step / max(count - 1, 1)
            parts.append(
                _rail(
                    width,
                    height * 0.09,
                    post * 0.5,
                    share * height - height * 0.045,
                    lean * (0.5 - share),
                    width * 0.05,
                    thing,
                )
            )
        return thing.main(union(parts))
    for share in (0.3, 0.92):
        parts.append(
            _rail(
                width,
                height * (0.06 if share < 0.5 else 0.14),
                post * 0.6,
                share * height - height * 0.03,
                lean * (0.5 - share),
                width * 0.05,
                thing,
            )
        )
    for step in range(count):
        x = -width / 2 + width * (step + 1) / (count + 1)
        bow_back = width * 0.05 * (1 - (2 * x / width) ** 2)
        ends = [
            moved(
                rounded_box(post * 0.7, 0.01, post * 0.4, 0.002, 1),
                x=x,
                y=height * share,
                z=lean * (0.5 - share) - bow_back,
            )
            for share in (0.31, 0.95)
        ]
        parts.append(hull_of(ends))
    return thing.main(union(parts))


def _rail(width: float, height: float, depth: float, y: float, z: float, bow_back: float, thing: Thing) -> Solid:
    """Return a rail along x whose middle is curved backwards."""
    across = np.linspace(-1.0, 1.0, thing.detail.along(10) + 1)
    path = np.column_stack([across * width / 2, np.full(len(across), y + height / 2), z - bow_back * (1 - across**2)])
    section = rounded_rectangle(depth, height, depth * 0.4, 12).to_polygons()[0]
    return sweep(section, path)


@maker("rail_frame")
def rail_frame(thing: Thing) -> Made:
    """Make an apron: four boards under a top or seat, `board_m` thick."""
    board = thing.number("board_m", 0.02)
    outer = block(*thing.size)
    return thing.main(
        outer - moved(block(thing.width - 2 * board, thing.height * 3, thing.depth - 2 * board), y=-thing.height)
    )


@maker("bent_frame")
def bent_frame(thing: Thing) -> Made:
    """Make a cantilever frame of bent tube `thickness_m` across, along both sides and under the seat."""
    width, height, depth = thing.size
    thick = thing.number("thickness_m", 0.025)
    w, d = width / 2 - thick / 2, depth / 2 - thick / 2
    low, top = thick / 2, height - thick / 2
    path = [
        (-w, top, -d),
        (-w, top, d),
        (-w, low, d),
        (-w, low, -d),
        (w, low, -d),
        (w, low, d),
        (w, top, d),
        (w, top, -d),
    ]
    return thing.main(
        tube(_rounded(np.array(path), thick * 2.2, thing.detail.along(5)), thick / 2, thing.detail.around(14))
    )


def _rounded(path: Points, radius: float, steps: int) -> Points:
    """Return the path with its corners rounded by quadratic curves."""
    line = [path[0]]
    for before, corner, after in zip(path, path[1:], path[2:], strict=False):
        start = corner + (before - corner) / np.linalg.norm(before - corner) * radius
        end = corner + (after - corner) / np.linalg.norm(after - corner) * radius
        line += [start * (1 - t) ** 2 + corner * 2 * t * (1 - t) + end * t**2 for t in np.linspace(0.0, 1.0, steps + 1)]
    return np.array([*line, path[-1]])


@maker("rug", natural=(2.4, 0.016, 1.7))
def rug(thing: Thing) -> list[Piece]:
    """Make a rug with a raised border and fringes at ±x; `form` round or oval has none, `stripes` run across it."""
    width, height, depth = thing.size
    if thing.text("form", "rectangular") in ("round", "oval"):
        return _round_rug(thing)
    body = rounded_box(width * 0.96, height * 0.8, depth, height * 0.3, 1)
    border = moved(rounded_box(width * 0.9, height, depth * 0.92, height * 0.2, 1), y=0.0) - moved(
        block(width * 0.84, height * 2, depth * 0.84)
    )
    pieces = [thing.main(body), thing.sub("border", moved(border, y=0.0), "", "#efe6d2"), *_stripes(thing, None)]
    if thing.detail.has_small_things:
        count = many(depth / 0.035, least=8)
        strand = rounded_box(width * 0.03, height * 0.5, depth / count * 0.5, height * 0.1, 1)
        strands = [
            moved(strand, x=side * width * 0.485, z=-depth / 2 + depth * (step + 0.5) / count)
            for side in (-1, 1)
            for step in range(count)
        ]
        pieces.append(thing.sub("fringe", union(strands), "", "#efe6d2"))
    return pieces


def _round_rug(thing: Thing) -> list[Piece]:
    """Make a round or oval rug with a raised ring near its edge."""
    width, height, depth = thing.size
    segments = thing.detail.around(96)

    def plate(share: float, high: float) -> Solid:
        return disc(0.5 * share, high, segments, edge=0.0).scale((width, 1.0, depth))

    ring = plate(0.94, height) - plate(0.86, height * 3)
    return [
        thing.main(plate(1.0, height * 0.8)), thing.sub("border", ring, "", "#efe6d2"),
        *_stripes(thing, plate(0.84, height * 3)),
    ]  # fmt: skip


def _stripes(thing: Thing, within: Solid | None) -> list[Piece]:
    """Return bands across a rug, inside its border."""
    (width, height, depth), count = thing.size, thing.count("stripes", 0, most=24)
    if not count:
        return []
    each = width * 0.84 / (2 * count + 1)
    bands = union([moved(block(each, height * 0.95, depth * 0.83), x=each * (2 * number - count + 1))
                   for number in range(count)])  # fmt: skip
    return [thing.sub("stripe", bands ^ within if within else bands, "", "#efe6d2")]


@maker("mat", natural=(1.82, 0.04, 0.91))
def mat(thing: Thing) -> list[Piece]:
    """Make a woven mat, bound in cloth along its longer sides."""
    width, height, depth = thing.size
    wide = min(width, depth) * 0.04
    body = rounded_box(width, height * 0.94, depth, height * 0.1, 1)
    if depth <= width:
        band, shift = rounded_box(width, height, wide, height * 0.06, 1), {"z": depth / 2 - wide / 2}
    else:
        band, shift = rounded_box(wide, height, depth, height * 0.06, 1), {"x": width / 2 - wide / 2}
    bands = union([moved(band, **{axis: side * far for axis, far in shift.items()}) for side in (1.0, -1.0)])
    return [thing.main(body - bands), thing.sub("band", bands, "cotton", "#2f4437")]


@maker("fluted_column")
def fluted_column(thing: Thing) -> Made:
    """Make a round column whose flank is a row of half-round reeds; `flutes`."""
    count, steps = max(8, thing.count("flutes", 24, most=60)), max(3, thing.detail.along(5))
    angles = np.linspace(0.0, 2 * np.pi, count * steps, endpoint=False)
    reed = np.abs(np.sin(angles * count / 2))
    radius = 0.5 - 0.9 / count * (1 - reed)
    plan = polygon(np.column_stack([radius * np.cos(angles) * thing.width, radius * np.sin(angles) * thing.depth]))
    return thing.main(standing(plan, thing.height))
