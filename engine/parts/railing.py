"""Railings along x: posts, a handrail, and what fills them; a sloping one rises towards +x."""

from collections.abc import Callable

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import annulus, facing, rounded_rectangle
from engine.parts.repeats import many
from engine.parts.solids import Solid, ball, block, copies, cylinder, moved, rod, rounded_box, union
from engine.parts.sweeping import sweep
from engine.parts.turning import flowing, spun

Filling = Callable[[float, float, float, Detail], Solid]  # width of a bay, height, thickness


def baluster(radius: float, height: float, detail: Detail) -> Solid:
    """Return one turned baluster, its belly in the lower half, with square ends."""
    line = flowing([(0.5, 0.0), (0.62, 0.04), (0.4, 0.1), (0.95, 0.28), (0.9, 0.36), (0.42, 0.6), (0.36, 0.78),
                    (0.62, 0.84), (0.42, 0.9), (0.6, 1.0)], detail.along(3))  # fmt: skip
    shaft = spun(line * np.array([radius, height * 0.76]), detail.around(12))
    ends = [moved(block(radius * 1.5, height * 0.13, radius * 1.5), y=y) for y in (0.0, height * 0.87)]
    return union([moved(shaft, y=height * 0.12), *ends])


def _turned(width: float, height: float, thick: float, detail: Detail) -> Solid:
    count = many(width / 0.16)
    return copies(baluster(min(thick * 0.6, width / count * 0.4), height, detail), _along(width, count))


def _square(width: float, height: float, thick: float, detail: Detail) -> Solid:
    bar = min(thick * 0.45, width * 0.1)
    return copies(block(bar, height, bar), _along(width, many(width / 0.12)))


def _wires(width: float, height: float, thick: float, detail: Detail) -> Solid:
    count = many(height / 0.1, least=3)
    wire = rod(thick * 0.08, width, 8)
    middle = moved(block(thick * 0.3, height, thick * 0.3))
    return union([middle, *(moved(wire, y=height * (step + 0.5) / count) for step in range(count))])


def _sheet(width: float, height: float, thick: float, detail: Detail) -> Solid:
    return block(width, height, thick * 0.24)


def _scrolls(width: float, height: float, thick: float, detail: Detail) -> Solid:
    """Return iron bars with a ring between each pair and a collar."""
    count = many(width / 0.15, least=2)
    bar, each = thick * 0.3, width / count
    bars = copies(cylinder(bar / 2, height, 10), _along(width, count))
    size = min(each, height * 0.3) * 0.5
    ring = facing(annulus(size, size - bar * 0.8, detail.around(24)), bar * 0.8)
    places = [(x + each / 2, height * y, 0.0) for x, _, _ in _along(width, count)[:-1] for y in (0.2, 0.8)]
    collar = moved(ball(bar * 1.1, 12), y=height * 0.5)
    return union([bars, copies(ring, places), copies(collar, _along(width, count)),
                  *(moved(rod(bar * 0.4, width, 8), y=height * y) for y in (0.06, 0.94))])  # fmt: skip


def _crosses(width: float, height: float, thick: float, detail: Detail) -> Solid:
    slope, bar = np.degrees(np.arctan2(height, width)), thick * 0.5
    beam = block(float(np.hypot(width, height)), bar, bar * 0.8).translate((0.0, -bar / 2, 0.0))
    both = union([beam.rotate((0.0, 0.0, float(side * slope))) for side in (-1, 1)])
    return moved(both, y=height / 2) ^ block(width, height, bar)


FILLINGS: dict[str, Filling] = {
    "turned": _turned,
    "square": _square,
    "wires": _wires,
    "sheet": _sheet,
    "scrolls": _scrolls,
    "crosses": _crosses,
}


def _along(width: float, count: int) -> list[tuple[float, float, float]]:
    return [(width * ((step + 0.5) / count - 0.5), 0.0, 0.0) for step in range(count)]


def railing(
    width: float, height: float, depth: float, form: str, detail: Detail, *, bays: int = 0, slope: float = 0.0
) -> dict[str, Solid]:
    """Return posts, rails and filling of a railing, `height` tall at its upper end.

    Parameters
    ----------
    slope : float
        Rise over run; the whole is sheared, so that posts and balusters stay upright.
    """
    post = min(depth, 0.09, height * 0.14)
    count = bays or many(width / 1.2)
    rise = min(slope * width, height * 0.75)
    tall = height - rise
    low, bay = tall * 0.08, (width - post) / count
    feet = [(-width / 2 + post / 2 + bay * step, 0.0, 0.0) for step in range(count + 1)]
    cap = moved(rounded_box(post * 1.3, tall * 0.05, post * 1.3, post * 0.1, 1), y=tall * 0.95)
    column = union((block(post, tall * 0.98, post), cap))
    hand = sweep(rounded_rectangle(depth * 0.8, tall * 0.06, depth * 0.2, 16).to_polygons()[0],
                 [(-width / 2, tall * 0.9, 0.0), (0.0, tall * 0.9, 0.0), (width / 2, tall * 0.9, 0.0)])  # fmt: skip
    foot = moved(block(width - post, tall * 0.035, depth * 0.4), y=low)
    fill = FILLINGS.get(form, _square)(bay - post * 0.9, tall * 0.9 - low, depth * 0.7, detail)
    fills = copies(fill, [(x + bay / 2, low + tall * 0.01, 0.0) for x, _, _ in feet[:-1]])
    made = {"posts": copies(column, feet), "rails": union((hand, foot)), "filling": fills}
    return {name: _sheared(solid, rise / width, width) for name, solid in made.items()} if rise else made


def _sheared(solid: Solid, slope: float, width: float) -> Solid:
    return solid.transform(np.array([[1.0, 0.0, 0.0, 0.0], [slope, 1.0, 0.0, slope * width / 2], [0.0, 0.0, 1.0, 0.0]]))
