"""Makers of what sofas, armchairs and hammocks are made of; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import Flat, arc, bevelled_outline, polygon
from engine.parts.soft import grid_box, soft_box
from engine.parts.solids import Solid, ball, from_arrays, moved, rounded_box, turned, union
from engine.parts.turning import disc


@maker("rolled_arm", natural=(0.24, 0.62, 0.9))
def rolled_arm(thing: Thing) -> list[Piece]:
    """Make a sofa arm, or with `is_back` a back along x, whose top rolls over to the outside (+x, or −z).

    `is_left` rolls it to −x. With small things its front has a row of nails.
    """
    width, height, depth = thing.size
    roll = min(width * 0.36, height * 0.45)
    wall = moved(rounded_box(width * 0.62, height - roll, depth * 0.985, 0.02, thing.detail.bevel), x=-width * 0.19)
    drum = disc(roll, depth, thing.detail.around(40), edge=0.02, steps=thing.detail.bevel)
    drum = moved(turned(drum, x=90.0), x=width / 2 - roll, y=height - roll, z=-depth / 2)
    shoulder = rounded_box(width * 0.62, roll * 0.9, depth * 0.985, 0.03, thing.detail.bevel)
    body = union([wall, drum, moved(shoulder, x=-width * 0.12, y=height - roll * 1.6)])
    pieces = [thing.main(body)]
    if thing.detail.has_small_things:
        pieces.append(thing.sub("nails", _nails(width, height, depth, roll, thing), "brass_polished"))
    sign = -1.0 if thing.flag("is_left") else 1.0
    return [Piece(piece.solid.scale((sign, 1.0, 1.0)), piece.name, piece.material, piece.color) for piece in pieces]


def _nails(width: float, height: float, depth: float, roll: float, thing: Thing) -> Solid:
    """Return nail heads around the front of the roll and down the arm's front."""
    centre = (width / 2 - roll, height - roll)
    ring = arc(roll * 0.84, -60.0, 200.0, 16, centre)
    x, low = centre[0] - roll * 0.84, 0.04
    down = [(max(x, -width * 0.46), float(y)) for y in np.arange(low, height - roll * 1.2, 0.035)]
    nail = ball(0.0075, thing.detail.around(12))
    return union([moved(nail, x=float(a), y=float(b), z=depth / 2 - 0.003) for a, b in [*ring, *down]])


@maker("chair_wing", natural=(0.1, 0.6, 0.35))
def chair_wing(thing: Thing) -> Made:
    """Make the padded wing of an armchair's back: an ear that sweeps down to the arm."""
    width, height, depth = thing.size
    ear = polygon(
        [(-0.5, 0.0), (0.5, 0.0), (0.32, 0.2), (0.28, 0.45), (0.42, 0.7), (0.36, 0.93), (0.1, 1.0), (-0.5, 1.0)]
    ).scale((depth, height))
    solid = bevelled_outline(
        ear, width, min(width * 0.3, 0.12 * min(depth, height)), thing.detail.bevel
    )  # lies in plan: x is depth, y up is −z
    return thing.main(turned(solid, x=90.0).rotate((0.0, -90.0, 0.0)))


@maker("bolster")
def bolster(thing: Thing) -> Made:
    """Make a round bolster along x."""
    radius = min(thing.height, thing.depth) / 2
    drum = disc(radius, thing.width, thing.detail.around(32), edge=radius * 0.25, steps=thing.detail.bevel)
    return thing.main(turned(drum, z=90.0))


@maker("chaise_back", natural=(0.7, 0.5, 1.2))
def chaise_back(thing: Thing) -> Made:
    """Make a head rest that slopes up to −x from nothing at +x, soft on top."""
    width, height, depth = thing.size

    def slope(points: Flat) -> Flat:
        shaped = points.copy()
        share = np.clip(0.5 - points[:, 0] / width, 0.0, 1.0)
        up = np.clip(points[:, 1] / (height * 0.3), 0.0, 1.0)
        shaped[:, 1] += up * height * 0.7 * (share**1.6) * (1.6 - 0.6 * share)
        shaped[:, 0] -= up * share * height * 0.22
        return shaped

    return thing.main(soft_box(width, height * 0.3, depth, height * 0.13, thing.detail, bend=slope, spacing=width / 24))


@maker("hammock_cloth", natural=(2.2, 0.6, 0.9))
def hammock_cloth(thing: Thing) -> Made:
    """Make a cloth that hangs between ±x, wide in the middle and gathered at its ends."""
    width, height, depth = thing.size
    thick = 0.012
    xs, zs = np.linspace(-1, 1, thing.detail.along(32) + 1), np.linspace(-1, 1, thing.detail.along(14) + 1)
    points, faces = grid_box(xs, np.array([-1.0, 1.0]), zs)
    along, up, across = points.T
    wide = 0.18 + 0.82 * np.cos(along * np.pi / 2) ** 0.6
    sag = height * (along**2 * 0.82) + across**2 * height * 0.18 * wide
    folds = 0.008 * np.cos(across * np.pi * 5) * (1 - wide) * 2
    shaped = np.column_stack([along * width / 2, sag + folds + up * thick / 2, across * wide * depth / 2])
    return thing.main(from_arrays(shaped, faces))
