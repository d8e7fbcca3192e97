"""Makers of vases, mugs, pots, lamps and other turned ware."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import arc, smooth
from engine.parts.solids import Solid, ball, cylinder, moved, ring_of, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, flowing, lathe, shell, spun, torus, vessel

_VASES: dict[str, list[tuple[float, float]]] = {
    "classic": [
        (0.46, 0.0),
        (0.5, 0.02),
        (0.72, 0.14),
        (0.98, 0.4),
        (0.94, 0.58),
        (0.58, 0.8),
        (0.42, 0.88),
        (0.46, 0.94),
        (0.62, 1.0),
    ],
    "bottle": [
        (0.7, 0.0),
        (0.92, 0.06),
        (1.0, 0.26),
        (0.86, 0.46),
        (0.4, 0.6),
        (0.26, 0.74),
        (0.26, 0.92),
        (0.36, 1.0),
    ],
    "tulip": [(0.4, 0.0), (0.44, 0.03), (0.7, 0.2), (0.9, 0.46), (0.86, 0.68), (0.8, 0.82), (0.9, 0.94), (1.0, 1.0)],
    "urn": [
        (0.42, 0.0),
        (0.44, 0.05),
        (0.26, 0.12),
        (0.3, 0.18),
        (0.76, 0.34),
        (1.0, 0.6),
        (0.9, 0.78),
        (0.6, 0.88),
        (0.6, 0.93),
        (0.78, 1.0),
    ],
    "cylinder": [(0.96, 0.0), (1.0, 0.03), (0.98, 0.3), (0.96, 0.6), (0.98, 0.9), (1.0, 1.0)],
    "moon": [(0.4, 0.0), (0.52, 0.03), (0.9, 0.26), (1.0, 0.5), (0.9, 0.74), (0.5, 0.94), (0.34, 0.97), (0.36, 1.0)],
    "pot": [(0.62, 0.0), (0.66, 0.03), (0.78, 0.4), (0.88, 0.8), (0.88, 0.81), (1.0, 0.83), (1.0, 0.99), (0.99, 1.0)],
    "bowl": [(0.4, 0.0), (0.42, 0.08), (0.66, 0.26), (0.88, 0.58), (1.0, 1.0)],
    "goblet": [
        (0.62, 0.0),
        (0.62, 0.03),
        (0.2, 0.08),
        (0.1, 0.2),
        (0.1, 0.42),
        (0.4, 0.52),
        (0.86, 0.72),
        (0.9, 0.88),
        (0.8, 1.0),
    ],
}


@maker("vessel")
def vessel_maker(thing: Thing) -> list[Piece]:
    """Make an open vessel; `form`, `wall` (share of the radius), `flutes`, `handles`, `bands`."""
    radius, height = thing.width / 2, thing.height
    shape = _VASES.get(thing.text("form", "classic"), _VASES["classic"])
    line = flowing([(r * radius, y * height) for r, y in shape], thing.detail.along(7))
    solid = vessel(line, radius * min(max(thing.number("wall", 0.07), 0.02), 0.3), thing.detail.around(72))
    flutes = thing.count("flutes", 0, most=60)
    if flutes and thing.detail.has_small_things:
        solid = solid - _flutes(line, flutes, radius, thing)
    if thing.count("handles", 0):
        solid = union((solid, _ears(line, radius, height, thing)))
    pieces = [thing.main(solid)]
    bands = thing.numbers("bands")
    if bands:
        pieces.append(thing.sub("bands", union([_band(line, at * height, radius, thing) for at in bands]), "gold"))
    return pieces


def _radius_at(line: np.ndarray, y: float) -> float:
    return float(np.interp(y, line[:, 1], line[:, 0]))


def _band(line: np.ndarray, y: float, radius: float, thing: Thing) -> Solid:
    return moved(torus(_radius_at(line, y), radius * 0.045, thing.detail.around(72), 10), y=y)


def _flutes(line: np.ndarray, count: int, radius: float, thing: Thing) -> Solid:
    """Return grooves that run up the wall, shallower than the wall is thick."""
    keep = line[(line[:, 1] > 0.1 * line[-1, 1]) & (line[:, 1] < 0.86 * line[-1, 1])]
    path = np.column_stack([keep[:, 0] + radius * 0.028, keep[:, 1], np.zeros(len(keep))])
    groove = tube(path, radius * 0.052, max(8, thing.detail.along(8)))
    return ring_of(groove, count)


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


@maker("mug")
def mug(thing: Thing) -> list[Piece]:
    """Make a mug with its handle to +x and, unless `is_empty`, a drink in it; the box's width includes the handle."""
    height = thing.height
    radius = thing.depth / 2
    bulge = thing.number("bulge", 0.03)
    line = flowing(
        [
            (radius * 0.84, 0.0),
            (radius * 0.94, height * 0.03),
            (radius * (0.97 + bulge), height * 0.4),
            (radius * 0.98, height * 0.8),
            (radius, height),
        ],
        thing.detail.along(6),
    )
    wall = radius * 0.085
    body = vessel(line, wall, thing.detail.around(72), floor=height * 0.06)
    foot = torus(radius * 0.76, radius * 0.1, thing.detail.around(64), 10)
    reach = thing.width - 2 * radius
    points = [
        (radius * 0.92, height * 0.82, 0),
        (radius + reach * 0.62, height * 0.84, 0),
        (radius + reach * 0.9, height * 0.56, 0),
        (radius + reach * 0.62, height * 0.26, 0),
        (radius * 0.93, height * 0.2, 0),
    ]
    grip = tube(smooth(points, thing.detail.along(8)), reach * 0.16, thing.detail.around(18)).scale((1.0, 1.0, 1.5))
    hollow = spun([(float(r) - wall * 0.5, float(y)) for r, y in line], thing.detail.around(72))
    pieces = [thing.main(union((body, foot, grip - hollow)))]
    if not thing.flag("is_empty"):
        level = height * 0.86
        surface = moved(cylinder(radius * 0.935, height * 0.05, thing.detail.around(72)), y=level - height * 0.05)
        pieces.append(thing.sub("drink", surface, "soil", "#3a1f12"))
    return pieces


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
