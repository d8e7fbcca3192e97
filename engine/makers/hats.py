"""Makers of hats and caps."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import polygon, smooth, standing
from engine.parts.solids import Solid, ball, ellipsoid, moved, turned, union
from engine.parts.turning import disc, flowing, lathe, spun, torus
from engine.shapes import Points

_HATS: dict[str, tuple[list[tuple[float, float]],
    float]] = {  # crown (radius, height) shares, crown's share of the radius
    "top": ([(0.98, 0.0), (0.96, 0.1), (0.95, 0.5), (1.02, 0.9), (1.05, 0.97), (1.0, 1.0), (0.5, 1.0)], 0.66),
    "bowler": ([(1.0, 0.0), (1.0, 0.2), (0.97, 0.5), (0.8, 0.84), (0.45, 0.98), (0.1, 1.0)], 0.74),
    "fedora": ([(1.0, 0.0), (0.99, 0.2), (0.94, 0.6), (0.84, 0.9), (0.6, 1.0), (0.2, 0.98)], 0.6),
    "cowboy": ([(1.0, 0.0), (0.99, 0.2), (0.95, 0.6), (0.86, 0.92), (0.6, 1.0), (0.2, 0.98)], 0.52),
    "sun": ([(1.0, 0.0), (1.0, 0.2), (0.96, 0.6), (0.8, 0.9), (0.45, 1.0), (0.1, 1.0)], 0.46),
    "wizard": ([(1.0, 0.0), (0.86, 0.12), (0.6, 0.42), (0.34, 0.7), (0.12, 0.93), (0.02, 1.0)], 0.5),
    "beanie": ([(1.0, 0.0), (1.02, 0.2), (0.98, 0.5), (0.78, 0.82), (0.4, 0.97), (0.1, 1.0)], 0.99),
    "chef": ([(0.8, 0.0), (0.8, 0.3), (0.82, 0.42), (1.05, 0.6), (1.1, 0.8), (0.8, 0.96), (0.2, 1.0)], 0.9),
}  # fmt: skip


@maker("hat")
def hat(thing: Thing) -> list[Piece]:
    """Make a hat, open below; `form` is top, bowler, fedora, cowboy, sun, wizard, beanie or chef.

    The crown is as deep as it is wide but for a squeeze to the box; `band` is the share of the crown's height.
    """
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    form = thing.text("form", "fedora")
    shape, share = _HATS.get(form, _HATS["fedora"])
    crown, brim = radius * share, height * 0.035
    wall = crown * 0.05
    line = flowing([(r * crown, y * height) for r, y in shape], detail.along(6))
    around = detail.around(72)
    solid = spun(line, around)
    if share < 0.9:
        solid = union((solid, disc(radius, brim, around, edge=brim * 0.45)))
    room = spun(
        np.column_stack([np.maximum(line[:, 0] - wall, wall * 0.3), np.minimum(line[:, 1], height - wall * 1.4)]),
        around,
    )
    solid = (solid - moved(room, y=-1e-3 * height)).refine_to_length(radius * 0.09 / max(detail.fineness, 0.6))
    solid = solid.warp_batch(lambda points: _worn(points, form, radius, crown, height))
    pieces = [thing.main(solid)]
    band = thing.number("band", 0.16)
    if band > 0.01:
        pieces.append(
            thing.sub(
                "band", _hat_band(line, brim, band * height, wall, form, (radius, crown, height), thing), "paint_black"
            )
        )
    return pieces


def _hat_band(
    line: Points, low: float, tall: float, wall: float, form: str, size: tuple[float, float, float], thing: Thing
) -> Solid:
    ys = np.linspace(low * 0.6, low + tall, 4)
    reach = np.interp(ys, line[:, 1], line[:, 0])
    out = wall * (1.3 if form == "beanie" else 0.25)
    section = np.vstack([np.column_stack([reach + out, ys]), np.column_stack([reach - wall * 0.5, ys])[::-1]])
    solid = lathe(section, thing.detail.around(72))
    return solid.warp_batch(lambda points: _worn(points, form, *size))


def _worn(points: Points, form: str, radius: float, crown: float, height: float) -> Points:
    """Return the hat's points bent: a brim that curls, a crown that is creased, a cone that leans."""
    x, y, z = points.T
    reach = np.hypot(x, z)
    out = np.clip((reach - crown * 1.02) / max(radius - crown, 1e-9), 0.0, 1.0)
    side = (x / np.maximum(reach, 1e-9)) ** 2
    high = np.clip(y / height, 0.0, 1.0)
    x, y, z = x.copy(), y.copy(), z.copy()
    if form == "cowboy":
        y += out**1.6 * side**1.4 * height * 0.62
        x *= 1 - 0.22 * out * side
    elif form == "fedora":
        back = 0.5 - 0.5 * z / np.maximum(reach, 1e-9)  # 0 before, 1 behind
        y += out**2 * (0.04 + 0.3 * back**1.5 + 0.1 * side) * height
    elif form in ("top", "bowler"):
        y += out**2 * side * height * (0.12 if form == "top" else 0.3)
    if form in ("cowboy", "fedora"):
        crease = np.exp(-((x / (crown * 0.26)) ** 2)) * np.clip((high - 0.66) / 0.34, 0, 1)
        y -= crease * height * 0.16
        pinch = np.exp(-((((z / crown) - 0.62) / 0.35) ** 2)) * np.clip((high - 0.4) / 0.6, 0, 1)
        x *= 1 - 0.3 * pinch * (out <= 0)
    if form == "wizard":
        x += np.clip(high - 0.45, 0, 1) ** 2 * height * 0.5
        x += 0.03 * crown * np.sin(high * 26)
    if form == "beanie":
        swell = 1 + 0.025 * np.cos(np.arctan2(points[:, 2], points[:, 0]) * 36)
        x, z = x * swell, z * swell
    if form == "chef":
        swell = 1 + 0.05 * np.cos(np.arctan2(points[:, 2], points[:, 0]) * 14) * np.clip((high - 0.4) / 0.3, 0, 1)
        x, z = x * swell, z * swell
    return np.column_stack([x, y, z])


@maker("cap")
def cap(thing: Thing) -> list[Piece]:
    """Make a baseball cap, its visor to +z."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    around = detail.around(64)
    back = -(thing.depth / 2 - radius)
    dome = ball(1.0, around).scale((radius, height * 0.94, radius)).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    room = (
        ball(1.0, around).scale((radius * 0.95, height * 0.89, radius * 0.95)).trim_by_plane((0.0, 1.0, 0.0), -height)
    )
    seam = turned(torus(1.0, 0.012, around, 6), x=90.0).scale((radius, height * 0.94, radius))
    seams = [turned(seam, y=turn).trim_by_plane((0.0, 1.0, 0.0), height * 0.01) for turn in (30.0, 90.0, 150.0)]
    shell = moved(dome - room, z=back)
    reach = max(thing.depth - 2 * radius, 0.2 * radius)
    plan = polygon(smooth([(-radius * 0.93, 0.0), (-radius * 0.86, -reach * 0.9), (-radius * 0.4,
        -reach - radius * 0.62), (0.0, -reach - radius * 0.72),
                           (radius * 0.4, -reach - radius * 0.62), (radius * 0.86, -reach * 0.9), (radius * 0.93,
                               0.0)], 8))  # fmt: skip
    visor = standing(plan, height * 0.03).refine_to_length(radius * 0.14)
    depth = float(visor.bounding_box()[5])

    def arch(points: Points) -> Points:
        ahead = np.clip(points[:, 2] / depth, 0.0, 1.0)
        y = points[:, 1] + height * 0.17 * (1 - (points[:, 0] / radius) ** 2) * (1 - 0.55 * ahead)
        return np.column_stack([points[:, 0], y, points[:, 2]])

    visor = moved(visor.warp_batch(arch), z=back + radius * 0.3) - moved(room, z=back)
    button = moved(ellipsoid(radius * 0.16, height * 0.1, radius * 0.16, 16), y=height * 0.94, z=back)
    return [
        thing.main(union([shell, *(moved(seam, z=back) for seam in seams)])),
        thing.sub("visor", union((visor, button))),
    ]
