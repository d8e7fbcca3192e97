"""Makers of vases, mugs, pots, lamps and other turned ware."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.girdles import GIRDLES, Belly, stripes
from engine.parts.profiles import arc, smooth
from engine.parts.solids import Solid, ball, cylinder, moved, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, flowing, lathe, shell, spun, torus
from engine.parts.ware import FORMS, content, fluted, revolved, ware


@maker("vessel")
def vessel_maker(thing: Thing) -> list[Piece]:
    """Make an open vessel of even wall; a stem narrower than two walls is solid.

    `form` names a silhouette, or `profile` gives one (radius, height pairs as shares); `wall` (share of the radius),
    `floor` (share of the height where the room begins), `sides` (few make it facetted), `flutes` with `twist_deg`,
    `handles`, `bands` (heights), `fill` (share of the height that a content reaches), `label` (two heights), `trim`
    (what runs round the outside of a smooth one: see `engine.parts.girdles`).
    """
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    line = _silhouette(thing)
    thickness = radius * min(max(thing.number("wall", 0.07), 0.01), 0.3)
    floor = thing.number("floor", 0.0) * height
    hollow = ware(line, thickness, floor=floor or None)
    flutes, sides = thing.count("flutes", 0, most=60), thing.count("sides", 0, most=24)
    segments = _segments(flutes, sides, thing)
    solid = revolved(hollow.wall, segments)
    if flutes:
        depth = thing.number("flute_depth", 0.05)
        solid = solid.warp_batch(
            fluted(flutes, depth, 0.03 * height, 0.97 * height, twist_deg=thing.number("twist_deg", 0.0))
        )
    if thing.count("handles", 0):
        ears = _ears(line, radius, height, thing)
        solid = union((solid, ears - revolved(hollow.room, segments)))
    pieces = [thing.main(solid)]
    if not flutes and not sides:
        pieces += girdled(line, thickness, thing)
    bands = thing.numbers("bands")
    if bands:
        pieces.append(thing.sub("bands", union([_band(line, at * height, radius, thing) for at in bands]), "gold"))
    level = thing.number("fill", 0.0) * height
    if level > max(floor, thickness) * 1.02:
        pieces.append(thing.sub("content", content(hollow, level, detail.around(56)), "paint_red"))
    label = thing.numbers("label")
    if len(label) == 2:
        pieces.append(thing.sub("label", _label(line, label[0] * height, label[1] * height, thickness, thing), "paper"))
    return pieces


def girdled(line: np.ndarray, wall: float, thing: Thing) -> list[Piece]:
    """Return what the property `trim` lays round the outside of a silhouette."""
    form = thing.text("trim", "")
    belly = Belly(line, wall, thing.detail)
    if form == "stripes":
        return [thing.sub(name, sheet, "paint_white", color) for name, color, sheet in stripes(belly)]
    return [thing.sub("trim", GIRDLES[form](belly), "gold")] if form in GIRDLES else []


def _silhouette(thing: Thing) -> np.ndarray:
    flat = thing.numbers("profile")
    shape = (
        list(zip(flat[::2], flat[1::2], strict=False)) if len(flat) > 5 else FORMS.get(thing.text("form", "classic"))
    )
    scaled = [(r * thing.width / 2, y * thing.height) for r, y in shape or FORMS["classic"]]
    return flowing(scaled, thing.detail.along(6))


def _segments(flutes: int, sides: int, thing: Thing) -> int:
    if sides >= 3:
        return sides
    return flutes * max(6, thing.detail.along(8)) if flutes else thing.detail.around(72)


def _radius_at(line: np.ndarray, y: float) -> float:
    return float(np.interp(y, line[:, 1], line[:, 0]))


def _band(line: np.ndarray, y: float, radius: float, thing: Thing) -> Solid:
    return moved(torus(_radius_at(line, y), radius * 0.045, thing.detail.around(72), 10), y=y)


def _label(line: np.ndarray, low: float, high: float, wall: float, thing: Thing) -> Solid:
    """Return a sheet round the outside between two heights."""
    ys = np.linspace(low, high, thing.detail.along(8) + 1)
    reach = np.interp(ys, line[:, 1], line[:, 0])
    outside = np.column_stack([reach + wall * 0.12, ys])
    inside = np.column_stack([reach - wall * 0.2, ys])
    return lathe(np.vstack([outside, inside[::-1]]), thing.detail.around(72))


def _ears(line: np.ndarray, radius: float, height: float, thing: Thing) -> Solid:
    low, high = 0.56 * height, 0.86 * height
    points = [
        (_radius_at(line, low) - radius * 0.03, low, 0.0),
        (radius * 1.16, 0.64 * height, 0.0),
        (radius * 1.08, 0.84 * height, 0.0),
        (_radius_at(line, high) - radius * 0.03, high, 0.0),
    ]
    ear = tube(smooth(points, thing.detail.along(8)), radius * 0.07, thing.detail.around(14))
    return union((ear, turned(ear, y=180.0)))


_MUGS: dict[str, list[tuple[float, float]]] = {
    "straight": [(0.84, 0.0), (0.95, 0.03), (0.99, 0.12), (0.99, 0.5), (0.99, 0.85), (1.0, 1.0)],
    "round": [(0.66, 0.0), (0.74, 0.03), (0.98, 0.28), (1.04, 0.5), (0.99, 0.8), (1.0, 1.0)],
    "cup": [(0.46, 0.0), (0.5, 0.05), (0.74, 0.2), (0.9, 0.5), (0.97, 0.85), (1.0, 1.0)],
    "enamel": [(0.92, 0.0), (0.97, 0.02), (0.97, 0.4), (0.97, 0.9), (0.98, 0.96), (1.02, 1.0)],
    "tankard": [(1.0, 0.0), (1.04, 0.03), (1.0, 0.08), (0.92, 0.3), (0.86, 0.7), (0.86, 0.92), (0.9, 1.0)],
}


@maker("mug")
def mug(thing: Thing) -> list[Piece]:
    """Make a mug with a handle to +x that the box's width includes, and, unless `is_empty`, a drink in it.

    A box as wide as deep has room for no handle.

    `form` is straight, round, cup, enamel or tankard; `trim` runs round it as round a vessel.
    """
    height, radius, detail = thing.height, thing.depth / 2, thing.detail
    shape = _MUGS.get(thing.text("form", "straight"), _MUGS["straight"])
    line = flowing([(r * radius, y * height) for r, y in shape], detail.along(6))
    hollow = ware(line, radius * 0.085, floor=height * 0.07)
    room = revolved(hollow.room, detail.around(72))
    wall = revolved(hollow.wall, detail.around(72))
    pieces = [thing.main(wall if thing.width < 2.02 * radius else union((wall, _grip(line, thing) - room)))]
    pieces += girdled(line, radius * 0.085, thing)
    if not thing.flag("is_empty"):
        pieces.append(thing.sub("drink", content(hollow, height * 0.84, detail.around(72)), "soil", "#3a1f12"))
    return pieces


def _grip(line: np.ndarray, thing: Thing) -> Solid:
    """Return the handle of a mug."""
    height, radius, detail = thing.height, thing.depth / 2, thing.detail
    reach = max(thing.width - 2 * radius, 0.2 * radius)
    points = [
        (_radius_at(line, height * 0.82) - radius * 0.03, height * 0.82, 0),
        (radius + reach * 0.62, height * 0.84, 0),
        (radius + reach * 0.9, height * 0.56, 0),
        (radius + reach * 0.62, height * 0.3, 0),
        (_radius_at(line, height * 0.24) - radius * 0.03, height * 0.24, 0),
    ]
    return tube(smooth(points, detail.along(8)), reach * 0.16, detail.around(18)).scale((1.0, 1.0, 1.5))


@maker("soil_disc")
def soil_disc(thing: Thing) -> Made:
    """Make the earth in a pot, slightly heaped."""
    radius, height = thing.width / 2, thing.height
    return thing.main(
        spun(
            [(radius, 0.0), (radius, height * 0.5), (radius * 0.7, height * 0.85), (radius * 0.2, height)],
            thing.detail.around(48),
        )
    )


_SHADES: dict[str, list[tuple[float, float]]] = {
    "drum": [(1.0, 0.0), (0.97, 0.5), (0.94, 1.0)],
    "empire": [(1.0, 0.0), (0.78, 0.5), (0.55, 1.0)],
    "bell": [(1.0, 0.0), (0.93, 0.06), (0.72, 0.4), (0.6, 0.72), (0.42, 0.94), (0.24, 1.0)],
    "dome": [(1.0, 0.0), (0.97, 0.3), (0.82, 0.66), (0.5, 0.92), (0.2, 1.0)],
    "cone": [(1.0, 0.0), (0.58, 0.5), (0.16, 1.0)],
    "tiered": [(1.0, 0.0), (1.0, 0.28), (0.8, 0.32), (0.8, 0.6), (0.58, 0.64), (0.58, 0.96), (0.5, 1.0)],
}


@maker("lamp_shade")
def lamp_shade(thing: Thing) -> list[Piece]:
    """Make a lamp shade open at both ends with rims, its carrier ring and a glowing bulb.

    `form` is drum, empire, bell, dome, cone or globe.
    """
    radius, height = thing.width / 2, thing.height
    form = thing.text("form", "drum")
    segments = thing.detail.around(72)
    if form == "globe":
        neck = moved(disc(radius * 0.3, height * 0.07, segments), y=0.0)
        return [
            thing.main(moved(ball(1.0, segments).scale((radius, height * 0.48, thing.depth / 2)), y=height * 0.52)),
            thing.sub("fitting", neck, "brass_polished"),
        ]
    line = flowing([(r * radius, y * height) for r, y in _SHADES.get(form, _SHADES["drum"])], thing.detail.along(6))
    wall = max(radius * 0.014, 0.0012)
    skin = shell(line, wall, segments)
    rims = union(
        [moved(torus(float(r) - wall / 2, wall * 2.6, segments, 10), y=float(y)) for r, y in (line[0], line[-1])]
    )
    return [
        thing.main(skin),
        thing.sub("rims", rims, "brass_polished"),
        *_light(thing, _radius_at(line, height * 0.9) - wall / 2, height),
    ]


def _light(thing: Thing, reach: float, height: float) -> list[Piece]:
    """Return the spider that carries the shade, and the bulb."""
    radius = thing.width / 2
    size = min(radius * 0.3, height * 0.22)
    level = height * 0.9
    arms = [
        turned(moved(turned(cylinder(radius * 0.014, reach, 10), z=-90.0), y=level), y=120.0 * step)
        for step in range(3)
    ]
    socket = moved(cylinder(size * 0.42, height * 0.42, 24), y=level - height * 0.4)
    profile = flowing(
        [
            (size * 0.4, 0.0),
            (size * 0.5, size * 0.4),
            (size * 0.98, size * 1.2),
            (size * 0.8, size * 1.9),
            (size * 0.1, size * 2.2),
        ],
        thing.detail.along(6),
    )
    bulb = spun(profile, thing.detail.around(32))
    if thing.flag("is_hanging"):
        bulb = moved(turned(bulb, x=180.0), y=level - height * 0.38)
    else:
        socket = moved(cylinder(size * 0.42, height * 0.98, 24), y=level - height * 0.96)
        bulb = moved(bulb, y=level - height * 0.62)
        socket = moved(cylinder(size * 0.34, level, 20), y=0.0) if height < 3 * size else socket
    return [thing.sub("fitting", union([*arms, socket]), "brass_polished"), thing.sub("bulb", bulb, "emissive_warm")]


@maker("lamp_foot")
def lamp_foot(thing: Thing) -> Made:
    """Make a lamp's foot and stem in one turning; `form` is stem, gourd, baluster or column."""
    radius, height = thing.width / 2, thing.height
    thin = max(radius * 0.07, height * 0.012)
    base = [
        (radius * 0.98, 0.0),
        (radius, height * 0.01),
        (radius * 0.96, height * 0.03),
        (radius * 0.5, height * 0.05),
    ]
    forms: dict[str, list[tuple[float, float]]] = {
        "stem": [(thin * 1.6, height * 0.09), (thin, height * 0.16), (thin, height * 0.6), (thin, height)],
        "gourd": [
            (radius * 0.5, height * 0.08),
            (radius * 0.92, height * 0.28),
            (radius * 0.8, height * 0.46),
            (radius * 0.32, height * 0.62),
            (radius * 0.36, height * 0.72),
            (thin * 1.4, height * 0.82),
            (thin, height),
        ],
        "baluster": [
            (radius * 0.3, height * 0.1),
            (radius * 0.22, height * 0.16),
            (radius * 0.5, height * 0.34),
            (radius * 0.26, height * 0.6),
            (radius * 0.34, height * 0.68),
            (thin * 1.5, height * 0.78),
            (thin, height),
        ],
        "column": [
            (radius * 0.42, height * 0.08),
            (radius * 0.36, height * 0.12),
            (radius * 0.34, height * 0.7),
            (radius * 0.42, height * 0.76),
            (thin, height * 0.8),
            (thin, height),
        ],
    }
    line = flowing([*base, *forms.get(thing.text("form", "stem"), forms["stem"])], thing.detail.along(6))
    return thing.main(spun(line, thing.detail.around(56)))


@maker("candle_flame")
def candle_flame(thing: Thing) -> Made:
    """Make a flame."""
    radius, height = thing.width / 2, thing.height
    return thing.main(
        spun(
            flowing(
                [(radius * 0.3, 0.0), (radius, height * 0.3), (radius * 0.55, height * 0.65), (radius * 0.03, height)],
                8,
            ),
            24,
        )
    )


@maker("rounded_ring")
def rounded_ring(thing: Thing) -> Made:
    """Make a ring of round section lying flat; `section` is the share of the radius it takes."""
    radius = thing.width / 2
    half = thing.height / 2
    return thing.main(
        moved(lathe(arc(half, 0.0, 360.0, 16, (radius - half, 0.0))[:-1], thing.detail.around(72)), y=half)
    )
