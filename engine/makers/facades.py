"""Makers of outer walls with their windows, and of doors and gates of buildings; the outside is +z."""

from engine.makers.base import Piece, Thing, maker
from engine.parts.detail import Detail
from engine.parts.facades import Opening, elevation, joined, leaf, opening, placed, shutter
from engine.parts.profiles import Outline, facing, polygon, rectangle, sideways
from engine.parts.solids import Solid, block, copies, moved, rod, rounded_box, union

WALL_M = 0.44  # the depth of a facade's box: wall, and what stands out of it
_MANY = 9  # windows in one wall from which each is made more simply
OUT = 0.28  # of that depth lies before the wall's face


@maker("facade", fits=False, natural=(8.0, 6.0, WALL_M))
def facade(thing: Thing) -> list[Piece]:
    """Make an outer wall with windows.

    `openings_m` (x, foot, width, height of each window, from the bottom middle), `form` plain, arched, lancet, round or
    slot, `columns` × `rows` panes each; `doors_m` are holes of the same kind without a window, `door_form`; `peak_m` is
    the height of its gable, `top` plain, gable, gambrel, stepped or bell; `has_sills`, `has_shutters`, `lintels` none,
    flat, hood or band.
    """
    width, height, depth = thing.size
    windows, doors = _fours(thing.numbers("openings_m")), _fours(thing.numbers("doors_m"))
    form = thing.text("form", "plain")
    wall_m, face = depth * (1 - OUT), depth * (0.5 - OUT)
    outline = elevation(width, height, thing.number("peak_m", 0.0), thing.text("top", "plain"), thing.detail)
    holes = placed(windows, form, _detail(thing, windows))
    cut = [*holes, *placed(doors, thing.text("door_form", "plain"), thing.detail)]
    whole = outline - joined(cut) if cut else outline
    pieces = [thing.main(moved(facing(whole, wall_m), z=face - wall_m / 2))]
    return pieces + (_windows(thing, windows, form, face) if windows else [])


def _detail(thing: Thing, windows: list[Opening]) -> Detail:
    """Return how finely windows are made: plainly where there are many."""
    return thing.detail if len(windows) < _MANY else Detail("draft")


def _fours(numbers: list[float]) -> list[Opening]:
    return [(x, y, w, h) for x, y, w, h in zip(*[iter(numbers)] * 4, strict=False) if w > 0 and h > 0]


def _windows(thing: Thing, windows: list[Opening], form: str, face: float) -> list[Piece]:
    panes = (max(1, thing.count("columns", 2, most=12)), max(1, thing.count("rows", 2, most=12)))
    unit = thing.depth / WALL_M
    border = min(0.09 * unit, 0.09 * min(min(w, h) for _, _, w, h in windows))
    leaves, glass = [], []
    for x, y, w, h in windows:
        hole = opening(w, h, form, _detail(thing, windows))
        leaves.append(leaf(hole, (w, h), panes, border).translate((x, y + h / 2)))
        glass.append(hole.offset(border * 0.2).translate((x, y + h / 2)))
    pieces = [
        thing.sub("frames", moved(facing(joined(leaves), 0.09 * unit), z=face - 0.09 * unit), "paint_white"),
        thing.sub("glass", moved(facing(joined(glass), 0.02 * unit), z=face - 0.11 * unit), "glass_tinted"),
    ]
    dressing = _dressing(thing, windows, form, face)
    if dressing:
        pieces.append(thing.sub("sills", union(dressing), "concrete"))
    if thing.flag("has_shutters"):
        pieces.append(thing.sub("shutters", _shutters(thing, windows, face), "paint_blue"))
    return pieces


def _dressing(thing: Thing, windows: list[Opening], form: str, face: float) -> list[Solid]:
    """Return sills and what is over or around the windows."""
    made: list[Solid] = []
    u, detail = thing.depth / WALL_M, _detail(thing, windows)
    if thing.flag("has_sills", default=True) and form not in ("round", "slot"):
        made += [
            moved(rounded_box(w * 1.14, 0.07 * u, 0.2 * u, 0.01 * u, 1), x=x, y=y - 0.065 * u, z=face)
            for x, y, w, _ in windows
        ]
    lintel = thing.text("lintels", "none")
    if lintel == "flat":
        made += [moved(block(w * 1.16, 0.2 * u, 0.1 * u), x=x, y=y + h - 0.005 * u, z=face) for x, y, w, h in windows]
    if lintel == "hood":
        hoods = [(k, rounded_box(1.0, 0.07 * u, (0.14 + 0.05 * k) * u, 0.01 * u, 1)) for k in (0, 1)]
        made += [
            moved(hood.scale((w * (1.14 + 0.08 * k), 1, 1)), x=x, y=y + h + (0.02 + 0.065 * k) * u, z=face) for x, y,
            w, h in windows for k, hood in hoods
        ]  # fmt: skip
    if lintel == "band":
        rims = [
            opening(w + 0.24 * u, h + 0.24 * u, form, detail).translate((x, y + h / 2))
            - opening(w - 0.01 * u, h - 0.01 * u, form, detail).translate((x, y + h / 2))
            for x, y, w, h in windows
        ]
        made.append(moved(facing(joined(rims), 0.12 * u), z=face))
    return made


def _shutters(thing: Thing, windows: list[Opening], face: float) -> Solid:
    made: list[Solid] = []
    u = thing.depth / WALL_M
    every = 0.12 if len(windows) < _MANY else 0.26
    for x, y, w, h in windows:
        one = shutter(w * 0.5, h, 0.06 * u, round(h / every / u) if thing.detail.has_small_things else 0)
        made += [moved(one, x=x + side * (w * 0.76), y=y, z=face + 0.025 * u) for side in (-1, 1)]
    return union(made)


@maker("sectional_door", natural=(2.6, 2.2, 0.12))
def sectional_door(thing: Thing) -> list[Piece]:
    """Make a wide door of horizontal sections in its frame; `has_windows` in the upper one, `count` sections."""
    width, height, depth = thing.size
    count = max(3, thing.count("count", 5, most=40))
    border = min(0.12, width * 0.05)
    each = (height - border) / count
    bars = [
        moved(rounded_box(width - 2 * border + 0.01, each * 0.94, depth * 0.5, 0.012, 1), y=each * i)
        for i in range(count)
    ]  # fmt: skip
    back = moved(block(width - border, height - border / 2, depth * 0.3), z=-depth * 0.1)
    surround = facing(
        rectangle(width, height).translate((0, height / 2)) - rectangle(width - 2 * border, 2 * (height - border)),
        depth,
    )
    panes = [
        moved(block((width - 2 * border) * 0.18, each * 0.5, 0.02), x=(width - 2 * border) * x,
        y=each * (count - 0.75), z=depth * 0.25) for x in (-0.36, -0.12, 0.12, 0.36)
    ]  # fmt: skip
    pieces = [thing.main(union([back, *bars])), thing.sub("frame", surround, "paint_white")]
    if thing.flag("has_windows", default=True):
        pieces.append(thing.sub("glass", union(panes), "glass_tinted"))
    grip = moved(rod(0.02, width * 0.1, 10), y=each * 1.5, z=depth * 0.34)
    return [
        *pieces,
        thing.sub(
            "handle",
            union((grip, moved(block(width * 0.02, 0.03, depth * 0.2), y=each * 1.49, z=depth * 0.28))),
            "iron_black",
        ),
    ]


@maker("gate", natural=(2.4, 3.0, 0.3))
def gate(thing: Thing) -> list[Piece]:
    """Make a double door with iron bands in a stone surround; `form` is plain, arched or lancet.

    With `has_portcullis` a grating stands in front of its leaves.
    """
    width, height, depth = thing.size
    form = thing.text("form", "arched")
    rim = min(0.3, width * 0.12)
    whole = opening(width, height, form, thing.detail).translate((0, height / 2))
    hole = opening(width - 2 * rim, height - rim, form, thing.detail).translate((0, (height - rim) / 2))
    leaves = [
        moved(facing(hole ^ rectangle(each, 4 * height).translate((x, 0)), depth * 0.4), z=-depth * 0.1) for each,
        x in _boards(width - 2 * rim)
    ]  # fmt: skip
    backing = moved(facing(hole.offset(0.01), depth * 0.2), z=-depth * 0.15)
    bands = [
        moved(
            facing(
                hole ^ rectangle(width * 0.36, height * 0.035).translate((side * width * 0.26, height * y)), depth * 0.1
            ),
            z=depth * 0.13,
        )
        for side in (-1, 1)
        for y in (0.2, 0.5)
    ]
    rings = [
        moved(rod(0.05, depth * 0.2, 16, axis="z"), x=side * width * 0.06, y=height * 0.36, z=depth * 0.14)
        for side in (-1, 1)
    ]
    surround = whole - hole
    if thing.flag("has_portcullis"):
        grid = facing(_grid(width, height) ^ hole.offset(0.01), depth * 0.16)
        return [
            thing.main(union([backing, *leaves])),
            thing.sub("surround", facing(surround, depth), "sandstone"),
            thing.sub("portcullis", moved(grid, z=depth * 0.2), "iron_black"),
        ]
    return [
        thing.main(union([backing, *leaves])),
        thing.sub("surround", facing(surround, depth), "sandstone"),
        thing.sub("bands", union([*bands, *rings]), "iron_black"),
    ]


def _grid(width: float, height: float) -> Outline:
    """Return the bars of a portcullis, pointed below."""
    bars = 2 * round(width / 0.8) + 1
    pitch = width / (bars + 1)
    outline = Outline()
    for number in range(bars):
        x = (number - (bars - 1) / 2) * pitch
        outline += polygon([(x, 0.01), (x + 0.06, 0.16), (x + 0.06, height), (x - 0.06, height), (x - 0.06, 0.16)])
    for number in range(round(height / pitch)):
        outline += rectangle(width, 0.1).translate((0.0, 0.3 + number * pitch))
    return outline


def _boards(width: float) -> list[tuple[float, float]]:
    count = max(2, 2 * round(width / 0.44))
    each = width / count
    return [(each * 0.94, each * (i - (count - 1) / 2)) for i in range(count)]


@maker("shop_window", natural=(3.0, 2.6, 0.2))
def shop_window(thing: Thing) -> list[Piece]:
    """Make a large pane over a panelled base, in a frame with `columns` and a row of top lights."""
    width, height, depth = thing.size
    columns, base, border = max(1, thing.count("columns", 2, most=8)), height * 0.18, min(0.09, width * 0.05)
    foot = block(width, base, depth * 0.7)
    panels = copies(
        moved(block(width / columns * 0.74, base * 0.6, depth * 0.2), y=base * 0.2, z=depth * 0.33),
        [(width * ((i + 0.5) / columns - 0.5), 0.0, 0.0) for i in range(columns)]
    )  # fmt: skip
    ledge = moved(rounded_box(width, 0.06, depth, 0.01, 1), y=base - 0.02)
    ring = leaf(rectangle(width - border, height - base - border), (width, height - base), (columns, 1), border)
    light = rectangle(width, border * 0.6).translate((0, (height - base) * 0.28))
    bars = moved(facing(joined([ring, light]), depth * 0.4), y=base + (height - base) / 2)
    pane = moved(block(width - border, height - base, 0.02), y=base - 0.01)
    return [thing.main(union([foot - panels, ledge, bars])), thing.sub("glass", pane, "glass_clear")]


@maker("awning", natural=(3.0, 0.8, 1.1))
def awning(thing: Thing) -> list[Piece]:
    """Make a cloth awning that slopes down to +z, in `stripes`, with a scalloped edge."""
    width, height, depth = thing.size
    stripes = max(3, thing.count("stripes", 9, most=40))
    each, thick, drop = width / stripes, 0.02, height * 0.28
    line = [
        (-depth / 2, height - thick),
        (-depth / 2, height),
        (depth / 2, drop),
        (depth / 2, 0.0),
        (depth / 2 - thick, 0.0),
        (depth / 2 - thick, drop - thick),
    ]
    profile = polygon(line)
    places = [each * (i - (stripes - 1) / 2) for i in range(stripes)]
    strips = [moved(sideways(profile, each * 1.001), x=x) for x in places]
    caps = [moved(rod(each * 0.5, thick, 20, axis="z"), x=x, z=depth / 2 - thick / 2) for x in places]
    made = [union((a, b)) for a, b in zip(strips, caps, strict=True)]
    bar = moved(rod(0.02, width * 0.98, 10), y=drop - 0.03, z=depth / 2 - 0.03)
    return [thing.main(union([*made[::2], bar])), thing.sub("stripes", union(made[1::2]), "canvas", "#f2efe6")]
