"""Makers of blended bodies, boards cut to an outline, threads, and abstract sculpture."""

import numpy as np

from domain.errors import GenerationFailed
from engine.makers.base import Made, Thing, maker
from engine.parts.cutting import arched, counter_clockwise, cut_out, looped, without_repeats
from engine.parts.organic import blended, bounds
from engine.parts.profiles import Flat, arc, circle, facing, polygon, standing
from engine.parts.solids import Solid, above, moved, union
from engine.parts.threads import threaded
from engine.parts.turning import lathe, spun

_FIGURE = [0.0, 0.3, 0.0, 0.3, 0.0, 0.5, 0.0, 0.26, 0.0, 0.86, 0.05, 0.2, 0.0, 0.9, 0.05, 0.2]


@maker("organic")
def organic(thing: Thing) -> Made:
    """Make a body that flows smoothly through its bones and fills the box.

    `bones_m` has eight numbers a bone: x, y, z and radius of either end; `squash` three: factors along x, y and z.
    `blend_m` says how softly they join, `fineness` is a factor on the density of the surface, and `sole` the share of
    the height that is cut flat below, so that it stands.
    """
    flat = thing.numbers("bones_m") or _FIGURE
    if len(flat) % 8 or min(flat[3::4]) <= 0:
        raise GenerationFailed(
            "A body's bones are not eight numbers each, or one has no radius",
            stage="geometry_generation", object_id=thing.object.id, numbers=len(flat),
        )  # fmt: skip
    ends = np.array(flat).reshape(-1, 8)
    given = np.array(thing.numbers("squash"))
    squash = given.reshape(-1, 3) if given.size == 3 * len(ends) else np.ones((len(ends), 3))
    low, high = bounds(bones := np.hstack([ends, squash]))
    size = float((high - low).max())
    thin = float((np.maximum(ends[:, 3], ends[:, 7]) * squash.min(axis=1)).min())
    spacing = size / (34 * thing.detail.fineness**0.6 * thing.number("fineness", 1.0))
    spacing = max(min(spacing, 0.65 * thin), size / (72 * thing.detail.fineness**0.35))
    body = blended(bones, thing.number("blend_m", size * 0.06), spacing)
    sole = thing.number("sole", 0.0) * float(high[1] - low[1])
    return thing.main(above(body, float(low[1]) + sole) if sole > 0 else body)


def outline_of(thing: Thing, default: list[float]) -> Flat:
    """Return the property `outline` in metres: shares of half the width, and of the height from the bottom."""
    flat = thing.numbers("outline") or default
    points = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * (thing.width / 2, thing.height)
    is_smooth = thing.flag("is_smooth")
    return counter_clockwise(looped(points, thing.detail.along(5)) if is_smooth else without_repeats(points))


_ARROW = [-0.4, 0.0, 0.4, 0.0, 0.4, 0.5, 1.0, 0.5, 0.0, 1.0, -1.0, 0.5, -0.4, 0.5]


@maker("cut_shape")
def cut_shape(thing: Thing) -> Made:
    """Make a board cut to an `outline` (x, y in shares; see `outline_of`), `is_smooth` or straight, rims rounded.

    `holes` are x, y, radius in shares of half the width, the height, and half the width; `bevel_m` rounds the rims.
    """
    line = outline_of(thing, _ARROW)
    bevel = thing.number("bevel_m", 0.15 * thing.depth)
    body = cut_out(line, thing.depth, bevel, thing.detail.bevel)
    return thing.main(body - union(_holes(thing)) if thing.numbers("holes") else body)


def _holes(thing: Thing) -> list[Solid]:
    flat, half = thing.numbers("holes"), thing.width / 2
    return [
        moved(facing(circle(flat[at + 2] * half, thing.detail.around(24)), thing.depth * 2),
              flat[at] * half, flat[at + 1] * thing.height)
        for at in range(0, len(flat) - 2, 3)
    ]  # fmt: skip


@maker("arched_plate")
def arched_plate(thing: Thing) -> Made:
    """Make a hollow-looking body of an instrument: an `outline` with sides, front and back arched by `arch`."""
    line = outline_of(thing, [-1.0, 0.5, 0.0, 0.0, 1.0, 0.5, 0.0, 1.0]) - (0.0, thing.height / 2)
    rise = min(thing.number("arch", 0.2), 0.45) * thing.depth
    body = arched(line, thing.depth - 2 * rise, rise, thing.number("overhang", 0.03), thing.detail.along(8))
    return thing.main(body)


@maker("screw_thread")
def screw_thread(thing: Thing) -> Made:
    """Make a threaded rod; `pitch_m` from turn to turn, `depth_m` of the thread."""
    pitch = max(thing.number("pitch_m", thing.width * 0.15), thing.height / 60)
    depth = min(thing.number("depth_m", 0.61 * pitch), thing.width * 0.3)
    return thing.main(threaded(thing.width / 2, thing.height, pitch, thing.detail, depth=depth))


@maker("hex_nut")
def hex_nut(thing: Thing) -> Made:
    """Make a hexagonal head or nut, its corners chamfered; `bore` is the share of its width that is open."""
    radius, height = thing.width / 2, thing.height
    sides = thing.count("sides", 6, most=12)
    hexagon = polygon(arc(radius, 0.0, 360.0, max(sides, 3))[:-1])
    drop = height * 0.14
    steps = [(radius * 0.88, 0.0), (radius * 1.02, drop), (radius * 1.02, height - drop), (radius * 0.88, height)]
    rounds = spun(steps, thing.detail.around(48))
    body = standing(hexagon, height) ^ rounds
    bore = thing.number("bore", 0.0)
    hole = moved(standing(circle(radius * min(bore, 0.8), thing.detail.around(40)), height * 3), y=-height)
    return thing.main(body - hole if bore > 0 else body)


@maker("hollow_turning")
def hollow_turning(thing: Thing) -> Made:
    """Make a turned solid whose whole section is given: `profile` (radius, height in shares) goes round its wall."""
    flat = thing.numbers("profile") or [0.9, 0.0, 1.0, 0.0, 0.5, 1.0, 0.4, 1.0]
    line = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * (thing.width / 2, thing.height)
    return thing.main(lathe(line, thing.detail.around(56)))
