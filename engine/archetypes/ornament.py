"""What a style adds to a plain body: rivets, straps, steps, strips of light.

Every ornament is an object of its own, so that it can be edited and taken away. It is drawn on a face of a box, a
little sunk into it, and its measures follow the size of that face.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, Property
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.assembling.assembly import rotation_matrix
from engine.parts.detail import Detail
from engine.parts.joinery import handle

LEAST_M = 0.03  # faces smaller than this stay plain
_PLAIN = frozenset({"box", "slab", "board", "plinth", "beam"})  # bodies that bear nothing else in the middle of a face
_TURNS = {
    "front": (0.0, 0.0, 0.0),
    "back": (0.0, 180.0, 0.0),
    "right": (0.0, 90.0, 0.0),
    "left": (0.0, -90.0, 0.0),
    "top": (-90.0, 0.0, 0.0),
}
Array = NDArray[np.float64]


def dress(drawing: Drawing, brief: Brief, body: DesignObject, *faces: str) -> None:
    """Draw the style's ornament on faces (front, back, left, right, top) of a box-shaped object already drawn."""
    ornament = ORNAMENTS.get(brief.style.ornament)
    if ornament is None or brief.excluded & {"ornament", "decoration", brief.style.ornament}:
        return
    for name in faces:
        face = _face(drawing, brief, body, name)
        if min(face.width, face.height) >= LEAST_M:
            ornament(face)


@dataclass(frozen=True, slots=True)
class _Face:
    """The flat part of one face of a body: its size, its middle in the scene, and the turn from +z to it."""

    drawing: Drawing
    brief: Brief
    width: float
    height: float
    middle: Array
    turn: Array
    is_plain: bool

    @property
    def unit(self) -> float:
        """Return the size of a rivet on this face, metres: it grows slower than the face."""
        return float(0.015 * min(self.width, self.height) ** 0.7)

    @property
    def finish(self) -> Finish:
        """Return what ornament is made of."""
        return self.brief.of("ornament trim decoration", "trim")

    def add(
        self,
        kind: str,
        size: tuple[float, float],
        at: tuple[float, float] = (0.0, 0.0),
        *,
        proud: float,
        finish: Finish | None = None,
        **properties: Property,
    ) -> None:
        """Draw an ornament of a width and height around a place on the face; it stands out by `proud`."""
        deep = proud * 1.6
        place = self.middle + self.turn @ np.array([*at, proud - deep / 2]) - np.array([0.0, size[1] / 2, 0.0])
        turn = _angles_of(self.turn)
        self.drawing.add(
            kind, (*size, deep), (float(place[0]), float(place[1]), float(place[2])),
            turn=turn, name="ornament", **(finish or self.finish), **properties,
        )  # fmt: skip


def _face(drawing: Drawing, brief: Brief, body: DesignObject, name: str) -> _Face:
    size, at, turn = body.dimensions, body.position, body.rotation
    whole = rotation_matrix(turn.x, turn.y, turn.z)
    grips = _handles_m(body)
    half = np.array([size.width, size.height, size.depth - grips]) / 2
    own = rotation_matrix(*_TURNS[name])
    outward = own @ np.array([0.0, 0.0, 1.0])
    centre = np.array([at.x, at.y + half[1], at.z]) + whole @ np.array([0.0, 0.0, -grips / 2])
    middle = centre + whole @ (outward * float(np.abs(outward) @ half))
    across, up = (2 * float(np.abs(own @ axis) @ half) for axis in np.eye(3)[:2])
    round_off = 2 * min(_radius(body), 0.3 * min(across, up))
    return _Face(drawing, brief, across - round_off, up - round_off, middle, whole @ own, body.type in _PLAIN)


def _radius(body: DesignObject) -> float:
    """Return how far the rounding of the body's edges reaches into its faces."""
    value = body.properties.get("radius_m", 0.004)
    return float(value) if isinstance(value, int | float) else 0.0


def _handles_m(body: DesignObject) -> float:
    """Return how far a cabinet's handles stand out before its fronts: its box counts them in."""
    if body.type != "cabinet":
        return 0.0
    deep = body.dimensions.depth
    sunk = 0.05 if body.properties.get("front", "flat") == "flat" else 0.4
    out = _reach_m(str(body.properties.get("handle", "bar"))) - sunk * min(0.02, deep * 0.1)
    return max(out, 0.0) * deep / (deep + max(out, 0.0))


@cache
def _reach_m(style: str) -> float:
    return float(handle(0.1, 0.032, style, Detail("draft")).bounding_box()[5])


def _angles_of(turn: Array) -> tuple[float, float, float]:
    """Return the degrees about x, then y, then z, that make up a turn."""
    y = np.arcsin(np.clip(-turn[2, 0], -1.0, 1.0))
    if abs(turn[2, 0]) > 1 - 1e-9:  # x and z turn about one line: z is left at none
        x, z = np.arctan2(-turn[2, 0] * turn[0, 1], turn[1, 1]), np.float64(0.0)
    else:
        x, z = np.arctan2(turn[2, 1], turn[2, 2]), np.arctan2(turn[1, 0], turn[0, 0])
    return float(np.degrees(x)), float(np.degrees(y)), float(np.degrees(z))


def _riveted(face: _Face) -> None:
    """Steampunk: rows of rivets, corner plates, and on a plain large face two gears that mesh."""
    unit = face.unit
    if min(face.width, face.height) > 12 * unit:
        size = (face.width - unit * 0.6, face.height - unit * 0.6)
        face.add("corner_plates", size, proud=unit * 0.35, reach_m=unit * 5)
    _rows(face, "dome", inset=unit * 2.4, pitch=unit * 6.5)
    if face.is_plain and min(face.width, face.height) > 0.22:
        side = min(face.width, face.height) * 0.42
        face.add("gear_relief", (side, side * 0.8), (0.0, 0.0), proud=unit * 0.9)


def _rows(face: _Face, form: str, *, inset: float, pitch: float) -> None:
    unit = face.unit
    width, height = face.width - inset, face.height - inset
    face.add(
        "rivets", (width, height), proud=unit * 0.7, form=form, radius_m=unit,
        columns=max(2, min(9, round(width / pitch) + 1)), rows=max(2, min(9, round(height / pitch) + 1)),
    )  # fmt: skip


def _lit(face: _Face) -> None:
    """Futuristic: a strip of light in a dark channel along the upper third."""
    tall = min(max(face.height * 0.05, 0.004), face.unit * 3)
    upright = face.height > 1.6 * face.width
    length = (face.height if upright else face.width) * 0.86
    light = Finish(material=face.brief.style.material("glow"), color=face.brief.style.glow_tint)
    size, at = ((length, tall), (0.0, face.height * 0.32))
    if upright:
        size, at = (tall, length), (-face.width * 0.34, 0.0)
    face.add("light_strip", size, at, proud=face.unit * 0.25, finish=light)


def _stepped(face: _Face) -> None:
    """Art deco: three lines of stepped length down both sides, and a fan on a plain large face."""
    unit = face.unit
    wide = unit * 6
    if face.width < 4 * wide:
        face.add("inlay", (face.width * 0.8, unit * 3.4), (0.0, face.height * 0.36), proud=unit * 0.3, lines=3)
        return
    for side in (-1, 1):
        place = (side * (face.width / 2 - wide * 0.7), 0.0)
        face.add("deco_lines", (wide, face.height * 0.92), place, proud=unit * 0.4, is_mirrored=side > 0)
    if face.is_plain and min(face.width, face.height) > 0.2:
        span = min(face.width * 0.5, face.height * 0.9)
        face.add("deco_fan", (span, span / 2), (0.0, -face.height * 0.46 + span / 4), proud=unit * 0.6)


def _strapped(face: _Face) -> None:
    """Rustic: two straps of iron with the heads of nails."""
    unit = face.unit
    tall = min(unit * 5, face.height * 0.12)
    for share in (0.31, -0.31) if face.height > 0.1 else (0.0,):
        nails = max(2, min(7, round(face.width / (tall * 2.5))))
        face.add("straps", (face.width, tall), (0.0, share * face.height), proud=unit * 0.6, nails=nails)


def _bolted(face: _Face) -> None:
    """Industrial: angle brackets at the corners and hexagonal bolt heads between them."""
    unit = face.unit
    size = (face.width - unit * 0.4, face.height - unit * 0.4)
    if min(face.width, face.height) > 12 * unit:
        face.add("corner_plates", size, proud=unit * 0.5, reach_m=unit * 6, form="bracket")
    _rows(face, "hex", inset=unit * 2.4, pitch=unit * 14)


def _inlaid(face: _Face) -> None:
    """Contemporary: one thin line of metal."""
    line = max(face.unit * 0.8, 0.0015)
    face.add("inlay", (face.width * 1.0, line), (0.0, face.height * 0.3), proud=line * 0.25, lines=1)


def _beaded(face: _Face) -> None:
    """Victorian and baroque: a moulded frame inside the edges, with a boss at each corner."""
    unit = face.unit
    size = (face.width - unit * 5, face.height - unit * 5)
    if min(size) > 8 * unit:
        face.add("beading", size, proud=unit * 0.7, border_m=unit * 1.6)


def _traced(face: _Face) -> None:
    """Gothic: a row of pointed arches in relief."""
    unit = face.unit
    arches = max(1, min(6, round(face.width / (face.height * 0.4))))
    size = (face.width - unit * 3, face.height - unit * 3)
    if min(size) > 8 * unit:
        face.add("tracery", size, proud=unit * 0.6, arches=arches, border_m=unit * 1.3)


def _latticed(face: _Face) -> None:
    """Japanese: a lattice of thin slats across the upper part."""
    unit = face.unit
    size = (face.width * 0.94, face.height * 0.4)
    if min(size) > 10 * unit:
        face.add("lattice", size, (0.0, face.height * 0.24), proud=unit * 0.5, border_m=unit * 0.9)


ORNAMENTS: dict[str, Callable[[_Face], None]] = {
    "rivets": _riveted,
    "light": _lit,
    "deco": _stepped,
    "straps": _strapped,
    "bolts": _bolted,
    "inlay": _inlaid,
    "beading": _beaded,
    "tracery": _traced,
    "lattice": _latticed,
}
