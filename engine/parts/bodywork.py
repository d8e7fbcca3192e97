"""A vehicle's body as a skin through cross-sections, and pieces of it that follow the skin.

Along z from −1 (rear) to 1 (front) of half the length; heights as shares of the body's height; half widths as
shares of half the width.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.interpolate import PchipInterpolator

from engine.parts.detail import Detail
from engine.parts.profiles import Flat
from engine.parts.solids import Solid
from engine.parts.sweeping import loft
from engine.shapes import Points

Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class BodyForm:
    """The curves that make a kind of body."""

    top: Curve
    belt: Curve
    bottom: Curve
    plan: Curve
    windscreen: tuple[float, float]  # z of its foot and of its head
    rear_window: tuple[float, float]  # z of its foot and of its head
    doors: tuple[float, ...]  # z of the pillars between the side windows, from the front
    tumblehome: float = 0.24
    corner: float = 3.4  # how square the greenhouse is


_PLAN: Curve = (
    (-1, 0.74),
    (-0.94, 0.87),
    (-0.75, 0.97),
    (-0.3, 1.0),
    (0.4, 1.0),
    (0.72, 0.97),
    (0.92, 0.86),
    (1, 0.66),
)
_BOTTOM: Curve = ((-1, 0.24), (-0.93, 0.08), (-0.8, 0.02), (0.8, 0.0), (0.94, 0.04), (1, 0.14))

FORMS: dict[str, BodyForm] = {
    "sedan": BodyForm(
        top=(
            (-1, 0.5),
            (-0.975, 0.66),
            (-0.8, 0.70),
            (-0.66, 0.705),
            (-0.36, 0.95),
            (-0.12, 1.0),
            (0.12, 0.975),
            (0.46, 0.66),
            (0.75, 0.585),
            (0.93, 0.49),
            (1, 0.36),
        ),
        belt=((-1, 0.48), (-0.96, 0.61), (-0.6, 0.645), (0, 0.62), (0.46, 0.60), (0.75, 0.54), (0.93, 0.46), (1, 0.33)),
        bottom=_BOTTOM,
        plan=_PLAN,
        windscreen=(0.46, 0.12),
        rear_window=(-0.66, -0.36),
        doors=(-0.08,),
    ),
    "sports": BodyForm(
        top=(
            (-1, 0.5),
            (-0.97, 0.70),
            (-0.8, 0.72),
            (-0.3, 0.95),
            (-0.1, 1.0),
            (0.08, 0.95),
            (0.42, 0.655),
            (0.62, 0.645),
            (0.76, 0.58),
            (0.93, 0.41),
            (1, 0.24),
        ),
        belt=(
            (-1, 0.46),
            (-0.95, 0.65),
            (-0.6, 0.70),
            (-0.1, 0.62),
            (0.42, 0.60),
            (0.62, 0.615),
            (0.76, 0.55),
            (0.93, 0.37),
            (1, 0.2),
        ),
        bottom=((-1, 0.26), (-0.92, 0.1), (-0.8, 0.02), (0.8, 0.0), (0.95, 0.02), (1, 0.08)),
        plan=((-1, 0.8), (-0.94, 0.92), (-0.68, 1.0), (-0.2, 0.93), (0.2, 0.93), (0.66, 0.98), (0.9, 0.84), (1, 0.56)),
        windscreen=(0.42, 0.08),
        rear_window=(-0.74, -0.3),
        doors=(),
        tumblehome=0.3,
        corner=2.8,
    ),
    "suv": BodyForm(
        top=(
            (-1, 0.5),
            (-0.985, 0.68),
            (-0.9, 0.93),
            (-0.8, 0.975),
            (-0.3, 1.0),
            (0.1, 0.985),
            (0.44, 0.66),
            (0.72, 0.62),
            (0.94, 0.55),
            (1, 0.42),
        ),
        belt=((-1, 0.48), (-0.97, 0.62), (-0.5, 0.64), (0.44, 0.60), (0.72, 0.57), (0.94, 0.51), (1, 0.38)),
        bottom=((-1, 0.2), (-0.94, 0.06), (-0.8, 0.0), (0.8, 0.0), (0.95, 0.05), (1, 0.14)),
        plan=((-1, 0.82), (-0.94, 0.93), (-0.7, 0.99), (0, 1.0), (0.7, 0.99), (0.93, 0.9), (1, 0.74)),
        windscreen=(0.44, 0.12),
        rear_window=(-0.985, -0.86),
        doors=(0.02, -0.5),
        tumblehome=0.18,
        corner=4.2,
    ),
    "hatchback": BodyForm(
        top=(
            (-1, 0.48),
            (-0.98, 0.62),
            (-0.82, 0.86),
            (-0.6, 0.965),
            (-0.1, 1.0),
            (0.16, 0.975),
            (0.52, 0.66),
            (0.76, 0.59),
            (0.94, 0.49),
            (1, 0.36),
        ),
        belt=((-1, 0.46), (-0.96, 0.60), (-0.5, 0.64), (0, 0.62), (0.52, 0.60), (0.76, 0.54), (0.94, 0.46), (1, 0.33)),
        bottom=_BOTTOM,
        plan=_PLAN,
        windscreen=(0.52, 0.16),
        rear_window=(-0.97, -0.7),
        doors=(0.0,),
    ),
    "van": BodyForm(
        top=(
            (-1, 0.7),
            (-0.985, 0.9),
            (-0.93, 0.985),
            (-0.3, 1.0),
            (0.4, 0.985),
            (0.52, 0.95),
            (0.78, 0.58),
            (0.94, 0.48),
            (1, 0.34),
        ),
        belt=((-1, 0.5), (-0.97, 0.55), (-0.5, 0.57), (0.4, 0.55), (0.78, 0.53), (0.94, 0.44), (1, 0.3)),
        bottom=((-1, 0.08), (-0.94, 0.02), (-0.8, 0.0), (0.8, 0.0), (0.95, 0.03), (1, 0.1)),
        plan=((-1, 0.92), (-0.95, 0.98), (-0.6, 1.0), (0.6, 1.0), (0.88, 0.95), (1, 0.76)),
        windscreen=(0.78, 0.5),
        rear_window=(-0.985, -0.94),
        doors=(0.26,),
        tumblehome=0.1,
        corner=6.0,
    ),
    "cab": BodyForm(
        top=((-1, 0.9), (-0.95, 0.985), (-0.3, 1.0), (0.3, 0.985), (0.62, 0.93), (0.84, 0.60), (0.95, 0.50), (1, 0.34)),
        belt=((-1, 0.5), (-0.9, 0.53), (0, 0.53), (0.7, 0.52), (0.84, 0.5), (0.95, 0.42), (1, 0.28)),
        bottom=((-1, 0.02), (-0.9, 0.0), (0.8, 0.0), (0.95, 0.01), (1, 0.05)),
        plan=((-1, 0.96), (-0.92, 1.0), (0.4, 1.0), (0.82, 0.97), (0.95, 0.92), (1, 0.8)),
        windscreen=(0.86, 0.58),
        rear_window=(-1.0, -0.9),
        doors=(),
        tumblehome=0.08,
        corner=7.0,
    ),
}


def _stretched(form: BodyForm, share: float, doors: tuple[float, ...]) -> BodyForm:
    """Return the form with its middle drawn out: what lies before and behind shrinks to `share` of its length."""

    def at(z: float) -> float:
        return float(np.sign(z) * (1 - (1 - abs(z)) * share))

    def bent(curve: Curve) -> Curve:
        points = [(at(z), value) for z, value in curve if abs(z) > 0.09]
        middle = float(np.interp(0.0, [z for z, _ in curve], [value for _, value in curve]))
        return tuple(sorted([*points, (0.0, middle)]))

    return replace(
        form,
        top=bent(form.top),
        belt=bent(form.belt),
        bottom=bent(form.bottom),
        plan=bent(form.plan),
        windscreen=(at(form.windscreen[0]), at(form.windscreen[1])),
        rear_window=(at(form.rear_window[0]), at(form.rear_window[1])),
        doors=doors,
    )


FORMS["limousine"] = _stretched(FORMS["sedan"], 0.62, (0.3, 0.02, -0.28))
FORMS["estate"] = replace(
    FORMS["sedan"],
    top=(
        (-1, 0.5), (-0.985, 0.66), (-0.9, 0.88), (-0.78, 0.955), (-0.3, 0.99), (-0.1, 1.0), (0.12, 0.975), (0.46, 0.66),
        (0.75, 0.585), (0.93, 0.49), (1, 0.36),
    ),
    rear_window=(-0.985, -0.84),
    doors=(-0.08, -0.52),
)  # fmt: skip
FORMS["vintage"] = BodyForm(
    top=(
        (-1, 0.3), (-0.97, 0.46), (-0.86, 0.66), (-0.68, 0.88), (-0.4, 0.985), (-0.1, 1.0), (0.12, 0.97), (0.26, 0.68),
        (0.6, 0.64), (0.88, 0.58), (1, 0.4),
    ),
    belt=((-1, 0.28), (-0.95, 0.42), (-0.7, 0.58), (-0.2, 0.62), (0.26, 0.63), (0.6, 0.6), (0.88, 0.54), (1, 0.36)),
    bottom=((-1, 0.14), (-0.9, 0.04), (-0.8, 0.0), (0.8, 0.0), (0.93, 0.05), (1, 0.16)),
    plan=((-1, 0.62), (-0.9, 0.8), (-0.6, 0.96), (-0.2, 1.0), (0.2, 0.94), (0.6, 0.8), (0.9, 0.66), (1, 0.46)),
    windscreen=(0.27, 0.14),
    rear_window=(-0.84, -0.56),
    doors=(-0.12,),
    tumblehome=0.2,
    corner=2.8,
)  # fmt: skip
FORMS["pickup"] = BodyForm(
    top=(
        (-1, 0.5), (-0.985, 0.6), (-0.9, 0.615), (-0.24, 0.62), (-0.215, 0.8), (-0.17, 0.965), (-0.08, 1.0),
        (0.14, 0.985),
        (0.42, 0.67), (0.72, 0.63), (0.94, 0.57), (1, 0.44),
    ),
    belt=((-1, 0.48), (-0.97, 0.58), (-0.24, 0.6), (0.42, 0.61), (0.72, 0.58), (0.94, 0.53), (1, 0.4)),
    bottom=((-1, 0.24), (-0.94, 0.08), (-0.8, 0.0), (0.8, 0.0), (0.95, 0.05), (1, 0.16)),
    plan=((-1, 0.9), (-0.94, 0.96), (-0.7, 0.99), (0, 1.0), (0.7, 0.99), (0.93, 0.9), (1, 0.76)),
    windscreen=(0.42, 0.14),
    rear_window=(-0.235, -0.17),
    doors=(0.1,),
    tumblehome=0.16,
    corner=4.2,
)  # fmt: skip
FORMS["pod"] = BodyForm(  # one smooth volume
    top=(
        (-1, 0.42), (-0.97, 0.6), (-0.82, 0.84), (-0.5, 0.97), (-0.1, 1.0), (0.28, 0.94), (0.66, 0.66), (0.85, 0.56),
        (0.96, 0.44), (1, 0.3),
    ),
    belt=((-1, 0.4), (-0.95, 0.55), (-0.5, 0.58), (0, 0.56), (0.66, 0.55), (0.85, 0.5), (0.96, 0.4), (1, 0.27)),
    bottom=_BOTTOM,
    plan=((-1, 0.6), (-0.94, 0.8), (-0.7, 0.96), (-0.2, 1.0), (0.4, 1.0), (0.72, 0.96), (0.92, 0.8), (1, 0.52)),
    windscreen=(0.66, 0.28),
    rear_window=(-0.95, -0.66),
    doors=(-0.06,),
    tumblehome=0.26,
    corner=2.6,
)  # fmt: skip
FORMS["wedge"] = BodyForm(  # straight lines that meet over the driver
    top=(
        (-1, 0.56), (-0.98, 0.64), (-0.9, 0.68), (-0.5, 0.835), (-0.12, 0.99), (-0.06, 1.0), (0.0, 0.98), (0.3, 0.82),
        (0.62, 0.66), (0.92, 0.42), (1, 0.3),
    ),
    belt=((-1, 0.5), (-0.95, 0.61), (-0.3, 0.66), (0.2, 0.64), (0.62, 0.62), (0.92, 0.38), (1, 0.26)),
    bottom=((-1, 0.26), (-0.92, 0.1), (-0.8, 0.02), (0.8, 0.0), (0.95, 0.03), (1, 0.12)),
    plan=((-1, 0.88), (-0.95, 0.96), (-0.6, 1.0), (0, 0.95), (0.6, 1.0), (0.92, 0.9), (1, 0.7)),
    windscreen=(0.56, 0.08),
    rear_window=(-0.8, -0.26),
    doors=(),
    tumblehome=0.36,
    corner=5.5,
)  # fmt: skip
FORMS["crate"] = BodyForm(  # flat sheets: an upright cabin behind a square bonnet
    top=(
        (-1, 0.6), (-0.99, 0.88), (-0.97, 0.98), (-0.5, 1.0), (0.1, 1.0), (0.16, 0.97), (0.25, 0.68), (0.3, 0.655),
        (0.94, 0.63), (0.985, 0.58), (1, 0.5),
    ),
    belt=((-1, 0.5), (-0.98, 0.58), (0, 0.6), (0.25, 0.62), (0.94, 0.59), (0.985, 0.54), (1, 0.46)),
    bottom=((-1, 0.1), (-0.95, 0.02), (-0.8, 0.0), (0.8, 0.0), (0.95, 0.02), (1, 0.08)),
    plan=((-1, 0.94), (-0.97, 0.98), (-0.5, 1.0), (0.3, 1.0), (0.9, 0.97), (0.97, 0.94), (1, 0.9)),
    windscreen=(0.26, 0.15),
    rear_window=(-0.995, -0.95),
    doors=(-0.06, -0.52),
    tumblehome=0.06,
    corner=8.0,
)  # fmt: skip
FORMS["streamliner"] = BodyForm(  # a long narrow bonnet and a tail like a drop
    top=(
        (-1, 0.24), (-0.97, 0.36), (-0.82, 0.58), (-0.56, 0.82), (-0.3, 0.96), (-0.14, 1.0), (0.0, 0.965), (0.12, 0.74),
        (0.2, 0.7), (0.6, 0.69), (0.9, 0.65), (0.97, 0.56), (1, 0.4),
    ),
    belt=((-1, 0.2), (-0.95, 0.32), (-0.7, 0.5), (-0.3, 0.6), (0.12, 0.66), (0.6, 0.64), (0.9, 0.6), (1, 0.36)),
    bottom=((-1, 0.12), (-0.9, 0.04), (-0.8, 0.0), (0.8, 0.0), (0.95, 0.03), (1, 0.14)),
    plan=((-1, 0.37), (-0.9, 0.63), (-0.6, 0.91), (-0.2, 1.0), (0.1, 0.93), (0.6, 0.65), (0.9, 0.48), (1, 0.35)),
    windscreen=(0.13, 0.02),
    rear_window=(-0.78, -0.5),
    doors=(-0.2,),
    tumblehome=0.22,
    corner=2.6,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bodywork:
    """A body of one form in metres, standing on y = 0, front to +z."""

    form: BodyForm
    width: float
    height: float
    length: float
    detail: Detail

    def _at(self, curve: Curve, z: Flat) -> Flat:
        knots = np.array(curve, dtype=np.float64)
        value: Flat = PchipInterpolator(knots[:, 0], knots[:, 1])(np.clip(z, -1.0, 1.0))
        return value

    def belt(self, z: float) -> float:
        """Return the height of the shoulder at the share `z` of half the length, metres."""
        return float(self._at(self.form.belt, np.array([z]))[0]) * self.height

    def top(self, z: float) -> float:
        """Return the height of the silhouette at `z`, metres."""
        return float(self._at(self.form.top, np.array([z]))[0]) * self.height

    def half_width(self, z: float) -> float:
        """Return the half width at the belt at `z`, metres."""
        return float(self._at(self.form.plan, np.array([z]))[0]) * self.width / 2

    def skin(self, out: float = 0.0) -> Solid:
        """Return the body moved outwards by `out` metres (inwards if negative)."""
        stations = (
            np.sin(np.linspace(-np.pi / 2, np.pi / 2, self.detail.along(40) + 1)) * 0.35
            + np.linspace(-1, 1, self.detail.along(40) + 1) * 0.65
        )
        top = self._at(self.form.top, stations) * self.height + out
        bottom = self._at(self.form.bottom, stations) * self.height - out
        belt = np.minimum(self._at(self.form.belt, stations) * self.height, top - 0.02 * self.height)
        half = self._at(self.form.plan, stations) * self.width / 2 + out
        zs = stations * (self.length / 2 + out)
        return loft([self._section(*row) for row in zip(zs, top, belt, bottom, half, strict=True)])

    def _section(self, z: float, top: float, belt: float, bottom: float, half: float) -> Points:
        """Return one section, counter-clockwise seen from the front."""
        steps = self.detail.along(9)
        side = np.linspace(0.0, 1.0, steps + 1)
        flank = half * (0.93 + 0.07 * np.sin(np.pi * (0.06 + 0.86 * side)) ** 0.8 - 0.02 * side)
        lower = np.column_stack([flank, bottom + (belt - bottom) * side])
        turn = np.linspace(0.0, np.pi / 2, steps + 5)[1:]
        rise = (top - belt) * np.sin(turn) ** (2 / self.form.corner)
        reach = float(flank[-1]) * np.cos(turn) ** (2 / self.form.corner)
        lean = 1 - self.form.tumblehome * rise / (0.4 * self.height)
        upper = np.column_stack([reach * lean, belt + rise])
        floor = np.array([(half * 0.55, bottom), (half * 0.86, bottom)])
        right = np.vstack([floor, lower[1:], upper[:-1]])
        ring = np.vstack([right, [(0.0, top)], right[::-1] * [-1, 1]])
        return np.column_stack([ring, np.full(len(ring), z)])
