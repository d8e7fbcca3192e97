"""Makers of lights with many arms, of jointed arms and of bulbs; they stand with their lowest point on the ground."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import smooth
from engine.parts.solids import Solid, ball, cylinder, hull_of, moved, ring_of, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import flowing, spun, torus


@maker("light_arms", natural=(0.7, 0.4, 0.7))
def light_arms(thing: Thing) -> list[Piece]:
    """Make a tier of curved arms with cups, candles and flames; `form` candle or globe; `has_drops`."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    arms, thick = max(2, thing.count("arms", 6, most=16)), radius * 0.035
    cup_y, reach = height * 0.5, radius * 0.9
    knots = [(radius * 0.04, height * 0.3), (reach * 0.4, height * 0.05), (reach * 0.8, height * 0.12), (reach, cup_y)]
    line = smooth(knots, detail.along(7))
    path = np.column_stack([np.zeros(len(line)), line[:, 1], line[:, 0]])
    cup = flowing([(thick, 0.0), (thick * 2.6, height * 0.05), (thick * 3.4, height * 0.09)], detail.along(3))
    arm = union([tube(path, thick / 2, detail.around(12)), moved(spun(cup, detail.around(20)), y=cup_y, z=reach)])
    pieces = [thing.main(union([ring_of(arm, arms), cylinder(radius * 0.09, height * 0.42, detail.around(20))]))]
    if thing.text("form", "candle") == "globe":
        light = moved(ball(radius * 0.11, detail.around(24)), y=cup_y + height * 0.07 + radius * 0.1, z=reach)
    else:
        stick = moved(cylinder(thick * 1.2, height * 0.26, detail.around(16)), y=cup_y + height * 0.06, z=reach)
        pieces.append(thing.sub("candles", ring_of(stick, arms), "paper"))
        flame = flowing(
            [(thick, 0.0), (thick * 1.9, height * 0.06), (thick * 1.2, height * 0.13), (0.0004, height * 0.2)], 6
        )
        light = moved(spun(flame, detail.around(16)), y=cup_y + height * 0.31, z=reach)
    pieces.append(thing.sub("bulbs", ring_of(light, arms), "emissive_warm"))
    if thing.flag("has_drops"):
        pieces.append(thing.sub("drops", _drops(radius, height, arms, cup_y, reach, thing), "glass_clear"))
    return pieces


def _drops(radius: float, height: float, arms: int, cup_y: float, reach: float, thing: Thing) -> Solid:
    """Return cut drops that hang from the cups and from the arms' middles."""
    size = radius * 0.045
    drop = spun([(0.0003, -size * 3.2), (size * 0.75, -size * 1.6), (size * 0.3, 0.0)], 8)
    places = [(cup_y + size * 0.4, reach), (height * 0.1, reach * 0.62), (height * 0.09, reach * 0.4)]
    tier = union([moved(drop, y=y, z=z) for y, z in places if y > size * 3.2] or [moved(drop, y=cup_y, z=reach)])
    return ring_of(tier, arms)


@maker("light_ring", natural=(0.8, 0.05, 0.8))
def light_ring(thing: Thing) -> list[Piece]:
    """Make a hoop of metal with a band of light below it."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    ring = torus(radius - height * 0.5, height * 0.9, detail.around(96), 4)
    glow = torus(radius - height * 0.5, height * 0.7, detail.around(96), detail.around(12))
    return [thing.main(moved(ring, y=height * 0.6)), thing.sub("glow", moved(glow, y=height * 0.35), "emissive_warm")]


@maker("bulb")
def bulb(thing: Thing) -> list[Piece]:
    """Make a light bulb, its cap at the bottom; `is_hanging` turns it over."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    line = [(0.36, 0.2), (0.5, 0.34), (0.96, 0.6), (0.86, 0.86), (0.4, 0.98), (0.02, 1.0)]
    glass = spun(flowing([(r * radius, y * height) for r, y in line], detail.along(5)), detail.around(28))
    cap = cylinder(radius * 0.42, height * 0.24, detail.around(20))
    pieces = [thing.main(glass), thing.sub("cap", cap, "brass_polished")]
    if not thing.flag("is_hanging"):
        return pieces
    return [Piece(moved(turned(p.solid, x=180.0), y=height), p.name, p.material, p.color) for p in pieces]


@maker("half_shade", natural=(0.27, 0.085, 0.14))
def half_shade(thing: Thing) -> list[Piece]:
    """Make a banker's shade: half a trough along x with closed ends."""
    width, height, depth = thing.size
    end = ball(1.0, thing.detail.around(32)).scale((width * 0.14, height, depth / 2))
    outer = hull_of([moved(end, x=side * width * 0.36) for side in (-1, 1)])
    inner = outer.scale((0.97, 0.94, 0.94))
    return [thing.main((outer - inner).trim_by_plane((0.0, 1.0, 0.0), 0.0))]
