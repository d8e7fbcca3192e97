"""Makers of mirrors, clock faces on walls and open fires; the front is +z."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts import clockwork
from engine.parts.profiles import Outline, circle, facing, polygon, rectangle, rounded_rectangle
from engine.parts.solids import Solid, moved, turned, union
from engine.parts.turning import disc, hoop


def _outline(form: str, width: float, height: float, segments: int) -> Outline:
    """Return a mirror's elevation around its middle: rectangular, rounded, round, oval, arched or sunburst (round)."""
    if form in ("round", "oval", "sunburst"):
        return circle(0.5, segments).scale((width, height))
    if form == "rounded":
        return rounded_rectangle(width, height, min(width, height) * 0.12, segments)
    if form == "arched":
        low = height / 2 - width / 2
        angles = np.linspace(0.0, np.pi, segments // 2)
        arch = np.column_stack([width / 2 * np.cos(angles), low + width / 2 * np.sin(angles)])
        return polygon(np.vstack([[(-width / 2, -height / 2), (width / 2, -height / 2)], arch]))
    return rectangle(width, height)


@maker("mirror_glass", natural=(0.6, 0.9, 0.03))
def mirror_glass(thing: Thing) -> list[Piece]:
    """Make a framed mirror.

    `form` is rectangular, rounded, round, oval, arched or sunburst; `border_m` is the width of its frame.
    """
    width, height, depth = thing.size
    form, border = thing.text("form", "rectangular"), thing.number("border_m", min(thing.width, thing.height) * 0.07)
    burst = min(width, height) * 0.2 if form == "sunburst" else 0.0
    segments = thing.detail.around(72)
    outer = _outline(form, width - 2 * burst, height - 2 * burst, segments)
    layers = [
        facing(outer.offset(-border * inset) - outer.offset(-border), depth * share)
        for inset, share in ((0.0, 0.72), (0.12, 0.88), (0.3, 1.0))
    ]
    back = moved(facing(outer.offset(-border * 0.5), depth * 0.4), z=-depth * 0.2)
    glass = moved(facing(outer.offset(-border * 0.9), depth * 0.14), z=depth * 0.05)
    rays = [_ray(width / 2, burst, step, depth) for step in range(32)] if burst else []
    pieces = [thing.main(union([*layers, *rays, back])), thing.sub("glass", glass, "silver")]
    return [Piece(moved(piece.solid, y=height / 2), piece.name, piece.material, piece.color) for piece in pieces]


def _ray(radius: float, burst: float, step: int, depth: float) -> Solid:
    long = burst if step % 2 == 0 else burst * 0.62
    ray = polygon(
        [(-burst * 0.09, 0.0), (burst * 0.09, 0.0), (burst * 0.02, long + 0.01), (-burst * 0.02, long + 0.01)]
    )
    solid = moved(facing(ray, depth * 0.4), y=radius - burst - 0.01)
    return turned(solid, z=step * 360.0 / 32)


@maker("clock_face", natural=(0.3, 0.3, 0.05))
def clock_face(thing: Thing) -> list[Piece]:
    """Make a round clock upright in its case; `numerals` roman, baton or dots, `hands` style, `hour`, `minute`."""
    radius, depth, detail = thing.width / 2, thing.depth, thing.detail
    inner, style = radius * 0.86, thing.text("hands", "spade")
    plate = disc(inner * 1.01, depth * 0.5, detail.around(72))
    marks = clockwork.chapter(inner * 0.74, inner * 0.24, depth * 0.06, thing.text("numerals", "roman"))
    minute = thing.number("minute", 9.0)
    turn_hour, turn_minute = (thing.number("hour", 10.0) + minute / 60) * 30.0, minute * 6.0
    hour = clockwork.hand(inner * 0.5, inner * 0.09, depth * 0.05, style, detail)
    long = clockwork.hand(inner * 0.78, inner * 0.07, depth * 0.05, style, detail)
    both = (turned(moved(hour, y=depth * 0.56), y=-turn_hour), turned(moved(long, y=depth * 0.6), y=-turn_minute))
    hands = union([*both, disc(inner * 0.05, depth * 0.67, 24)])
    rim = hoop(radius, inner, depth * 0.92, detail.around(72), edge=min(depth * 0.2, radius * 0.05), steps=detail.bevel)
    glass = moved(disc(inner * 1.005, depth * 0.05, detail.around(72)), y=depth * 0.665)
    pieces = [
        thing.main(rim),
        thing.sub("dial", plate, "enamel_white"),
        thing.sub("numerals", moved(marks, y=depth * 0.49), "paint_black"),
        thing.sub("hands", hands, "paint_black"),
        thing.sub("glass", glass, "glass_clear"),
    ]
    return [Piece(moved(turned(p.solid, x=90.0), y=radius), p.name, p.material, p.color) for p in pieces]


@maker("pendulum", natural=(0.14, 0.7, 0.02))
def pendulum(thing: Thing) -> list[Piece]:
    """Make a pendulum: a rod with a lens of a bob at its lower end."""
    radius, height, depth = thing.width / 2, thing.height, thing.depth
    bob = moved(turned(disc(radius, depth, thing.detail.around(36), edge=depth * 0.4), x=90.0), y=radius, z=-depth / 2)
    stick = moved(facing(rectangle(depth * 0.7, height - radius), depth * 0.5), y=(height + radius) / 2)
    return [thing.main(union([bob, stick]))]


@maker("gable_end")
def gable_end(thing: Thing) -> list[Piece]:
    """Make a triangular board that stands on its base."""
    width, height, depth = thing.size
    return [thing.main(facing(polygon([(-width / 2, 0.0), (width / 2, 0.0), (0.0, height)]), depth))]
