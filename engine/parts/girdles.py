"""What runs round turned ware: bands, beads, rivets, arches and swags that follow the outside of a silhouette."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat
from engine.parts.solids import Solid, ball, moved, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import lathe, torus


@dataclass(frozen=True, slots=True)
class Belly:
    """The outside of turned ware that a girdle is laid on: its line of (radius, height), its wall, and how finely."""

    line: Flat
    wall: float
    detail: Detail

    @property
    def height(self) -> float:
        """Return the height of the ware."""
        return float(self.line[-1, 1])

    @property
    def middle(self) -> float:
        """Return the height of the widest place that is neither at the foot nor at the rim."""
        ys = np.linspace(0.32, 0.74, 22) * self.height
        reach = self.radius(ys)
        return float(ys[reach > 0.96 * reach.max()].mean())

    @property
    def size(self) -> float:
        """Return what ornament is measured by: the height, or less where the ware is slender."""
        return min(self.height, 2.4 * float(self.radius(self.middle)))

    def radius(self, y: float | Flat) -> Flat:
        """Return the radius of the outside at heights."""
        return np.asarray(np.interp(y, self.line[:, 1], self.line[:, 0]))

    def sleeve(self, low: float, high: float, proud: float) -> Solid:
        """Return a sheet round the outside between two heights."""
        ys = np.linspace(low, high, self.detail.along(8) + 1)
        reach = self.radius(ys)
        outside = np.column_stack([reach + proud, ys])
        inside = np.column_stack([reach - 0.35 * self.wall, ys])
        return lathe(np.vstack([outside, inside[::-1]]), self.detail.around(72))

    def ring(self, y: float, thick: float) -> Solid:
        """Return a wire round the outside."""
        return moved(torus(float(self.radius(y)), thick, self.detail.around(72), 8), y=y)

    def trail(self, heights: Callable[[Flat], Flat], repeats: int, thick: float) -> Solid:
        """Return a wire round the outside whose height follows the share (0 to 1) of each repeat."""
        steps = repeats * max(6, self.detail.along(8) // 2 * 2)
        share = np.arange(steps) / steps
        ys = heights(share * repeats % 1.0)
        reach, turn = self.radius(ys), 2 * np.pi * share
        path = np.column_stack([reach * np.cos(turn), ys, reach * np.sin(turn)])
        return tube(path, thick / 2, 6, closed=True)

    def studs(self, y: float, count: int, size: float, *, first_deg: float = 0.0) -> list[Solid]:
        """Return knobs round the outside."""
        knob = moved(ball(size / 2, max(8, self.detail.around(12))), x=float(self.radius(y)), y=y)
        return [turned(knob, y=first_deg + 360.0 * number / count) for number in range(count)]


def _riveted(on: Belly) -> Solid:
    """Return a plate round the belly with a row of rivets between two wires."""
    tall, middle = 0.13 * on.size, on.middle
    edges = [on.ring(middle + side * tall / 2, 0.14 * tall) for side in (-1, 1)]
    plate = on.sleeve(middle - tall / 2, middle + tall / 2, 0.25 * on.wall)
    return union([plate, *edges, *on.studs(middle, 16, 0.34 * tall)])


def _lined(on: Belly) -> Solid:
    """Return three lines that grow thicker."""
    thick = 0.016 * on.size
    return union([on.ring(on.middle + 0.045 * on.size * step, thick * (1 + 0.7 * step)) for step in (-1, 0, 1)])


def _line(on: Belly) -> Solid:
    return on.ring(on.middle, 0.014 * on.size)


def _lit(on: Belly) -> Solid:
    return union([on.ring(on.middle, 0.03 * on.size), on.ring(0.1 * on.height, 0.02 * on.size)])


def _dipped(on: Belly) -> Solid:
    """Return a glaze over the upper part."""
    return on.sleeve(0.56 * on.height, 0.975 * on.height, 0.22 * on.wall)


def _footed(on: Belly) -> Solid:
    return on.sleeve(0.02 * on.height, 0.27 * on.height, 0.25 * on.wall)


def _hooped(on: Belly) -> Solid:
    """Return two flat hoops."""
    tall = 0.06 * on.height
    return union([on.sleeve(y * on.height, y * on.height + tall, 0.4 * on.wall) for y in (0.16, 0.74)])


def _beaded(on: Belly) -> Solid:
    """Return a row of beads between two wires."""
    tall, middle = 0.085 * on.size, on.middle
    around = 2 * np.pi * float(on.radius(middle))
    count = int(np.clip(around / (0.85 * tall), 8, 40))
    edges = [on.ring(middle + side * tall * 0.62, 0.2 * tall) for side in (-1, 1)]
    return union([*edges, *on.studs(middle, count, 0.7 * tall)])


def _swagged(on: Belly) -> Solid:
    """Return garlands that hang between rosettes, under a wire."""
    high, fall = on.middle + 0.06 * on.size, 0.13 * on.size
    garland = on.trail(lambda share: high - fall * (1 - (2 * share - 1) ** 2), 8, 0.03 * on.size)
    return union([garland, on.ring(high + 0.05 * on.size, 0.02 * on.size), *on.studs(high, 8, 0.07 * on.size)])


def _arched(on: Belly) -> Solid:
    """Return pointed arches between two wires."""
    tall, middle = 0.3 * on.size, on.middle
    low, thick = middle - 0.55 * tall, 0.06 * tall

    def pointed(share: Flat) -> Flat:
        return np.asarray(low + tall * np.sqrt(np.clip(1 - (2 * np.abs(share - 0.5)) ** 1.2, 0.0, 1.0)))

    edges = [on.ring(y, thick * 1.4) for y in (low, low + tall * 1.08)]
    return union([on.trail(pointed, 10, thick), *edges, *on.studs(low + tall, 10, 2.6 * thick, first_deg=18.0)])


def _zigzag(on: Belly) -> Solid:
    """Return two zigzags that cross."""
    swing, middle = 0.11 * on.size, on.middle
    first = on.trail(lambda share: middle + swing * (4 * np.abs(share - 0.5) - 1), 10, 0.026 * on.size)
    second = on.trail(lambda share: middle - swing * (4 * np.abs(share - 0.5) - 1), 10, 0.026 * on.size)
    return union([first, second])


def _striped(count: int, on: Belly) -> Solid:
    """Return level stripes with as much room between them as they are wide."""
    tall = min(0.09 * on.height, 0.64 * on.height / (2 * count - 1))
    low = 0.5 * on.height - (count - 0.5) * tall
    lows = [low + 2 * tall * number for number in range(count)]
    return union([on.sleeve(y, y + tall, 0.22 * on.wall) for y in lows])


STRIPES_MOST = 6
GIRDLES: dict[str, Callable[[Belly], Solid]] = {
    "rivets": _riveted, "lines": _lined, "line": _line, "light": _lit, "dip": _dipped, "foot": _footed,
    "hoops": _hooped, "beads": _beaded, "swags": _swagged, "arches": _arched, "zigzag": _zigzag,
    **{f"{count} striped": partial(_striped, count) for count in range(1, STRIPES_MOST + 1)},
}  # fmt: skip
STRIPES = (("stripe_low", "#1f4fa3", 0.16), ("stripe_middle", "#f2c41d", 0.235), ("stripe_high", "#c8281e", 0.31))


def stripes(on: Belly) -> list[tuple[str, str, Solid]]:
    """Return three bands: the name, the colour and the sheet of each."""
    tall = on.height
    return [(name, color, on.sleeve(y * tall, (y + 0.055) * tall, 0.25 * on.wall)) for name, color, y in STRIPES]
