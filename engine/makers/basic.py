"""Makers of plain forms: boxes, boards, posts, balls, tubes, legs and handles."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.joinery import frame, handle, leg, panel
from engine.parts.profiles import circle, rounded_rectangle, smooth, standing
from engine.parts.solids import ball, cylinder, ellipsoid, moved, rounded_box
from engine.parts.sweeping import coil, tube
from engine.parts.turning import disc, flowing, hoop, spun, torus


@maker("box", "slab", "board", "plinth", "beam")
def box(thing: Thing) -> Made:
    """Make a box; `radius_m` rounds its edges (default a fiftieth of its smallest side)."""
    radius = thing.number("radius_m", min(0.004, min(thing.size) * 0.1))
    return thing.main(rounded_box(*thing.size, radius, thing.detail.bevel))


@maker("plate")
def plate(thing: Thing) -> Made:
    """Make a flat plate with round corners in plan; `corner_m`."""
    corner = thing.number("corner_m", 0.1 * min(thing.width, thing.depth))
    return thing.main(
        standing(rounded_rectangle(thing.width, thing.depth, corner, thing.detail.around(48)), thing.height)
    )


@maker("arbor", "pillar", "post", "rod", "disc")
def post(thing: Thing) -> Made:
    """Make a round post with softened rims; `edge` is their share of the smaller side."""
    edge = min(thing.height, thing.width) * min(thing.number("edge", 0.06), 0.49)
    return thing.main(
        disc(0.5, thing.height, thing.detail.around(40), edge=0.0).scale((thing.width, 1.0, thing.depth))
        if abs(thing.width - thing.depth) > 0.01 * thing.width
        else disc(thing.width / 2, thing.height, thing.detail.around(40), edge=edge, steps=thing.detail.bevel)
    )


@maker("cone")
def cone(thing: Thing) -> Made:
    """Make a cone; `top` is the share of its radius that is left at the top."""
    return thing.main(
        cylinder(
            thing.width / 2, thing.height, thing.detail.around(48), top=thing.width / 2 * thing.number("top", 0.02)
        )
    )


@maker("ball")
def ball_maker(thing: Thing) -> Made:
    """Make a ball or ellipsoid."""
    return thing.main(moved(ellipsoid(*thing.size, thing.detail.around(48)), y=thing.height / 2))


@maker("dome")
def dome(thing: Thing) -> Made:
    """Make the upper half of an ellipsoid."""
    whole = ball(1.0, thing.detail.around(48)).scale((thing.width / 2, thing.height, thing.depth / 2))
    return thing.main(whole.trim_by_plane((0.0, 1.0, 0.0), 0.0))


@maker("hoop")
def hoop_maker(thing: Thing) -> Made:
    """Make a flat ring; `inner` is the share of the radius that is open."""
    inner = thing.width / 2 * min(max(thing.number("inner", 0.8), 0.05), 0.98)
    return thing.main(hoop(thing.width / 2, inner, thing.height, thing.detail.around(64), edge=thing.height * 0.15))


@maker("torus")
def torus_maker(thing: Thing) -> Made:
    """Make a round ring lying flat."""
    ring = torus((thing.width - thing.height) / 2, thing.height, thing.detail.around(64), thing.detail.around(16))
    return thing.main(moved(ring, y=thing.height / 2))


@maker("spring")
def spring(thing: Thing) -> Made:
    """Make a coil spring of `turns`; `wire` is the share of its width that the wire takes."""
    turns = min(max(thing.number("turns", 8.0), 1.0), 60.0)
    wire = thing.width * min(thing.number("wire", 0.12), 0.3)
    return thing.main(
        coil(thing.width / 2, thing.height, turns, wire, thing.detail.along(round(turns * 20)), thing.detail.around(12))
    )


@maker("pipe")
def pipe(thing: Thing) -> Made:
    """Make a bent tube through `path` (x.

    Y, z triples as shares of half the box around its middle), `thickness_m` across.
    """
    flat = thing.numbers("path") or [0.0, -1.0, 0.0, 0.0, 1.0, 0.0]
    half = np.array([thing.width, thing.height, thing.depth]) / 2
    places = np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * half + np.array([0.0, thing.height / 2, 0.0])
    thick = thing.number("thickness_m", 0.08 * min(thing.size))
    return thing.main(tube(smooth(places, thing.detail.along(8)), thick / 2, thing.detail.around(14)))


@maker("leg", fits=False)
def leg_maker(thing: Thing) -> Made:
    """Make a furniture leg; `style` is square, tapered, round, turned, sabre or hairpin."""
    return thing.main(leg(*thing.size, thing.text("style", "tapered"), thing.detail))


@maker("handle")
def handle_maker(thing: Thing) -> Made:
    """Make a handle that stands out to +z; `style` is bar, bow or knob, `is_upright` turns it."""
    upright = thing.flag("is_upright")
    solid = handle(thing.height if upright else thing.width, thing.depth, thing.text("style", "bar"), thing.detail)
    return thing.main(solid.rotate((0.0, 0.0, 90.0)) if upright else solid)


@maker("front")
def front(thing: Thing) -> Made:
    """Make a door or drawer front; `style` is flat, shaker, raised or slatted."""
    return thing.main(panel(*thing.size, thing.text("style", "flat"), thing.detail))


@maker("frame")
def frame_maker(thing: Thing) -> Made:
    """Make an upright frame; `border_m` wide."""
    return thing.main(frame(*thing.size, thing.number("border_m", 0.1 * min(thing.width, thing.height)), thing.detail))


@maker("turning")
def turning(thing: Thing) -> Made:
    """Make a solid turned from `profile` (radius, height pairs as shares of half the width and of the height)."""
    flat = thing.numbers("profile") or [0.8, 0.0, 1.0, 0.2, 0.4, 0.5, 1.0, 1.0]
    shape = [(flat[i] * thing.width / 2, flat[i + 1] * thing.height) for i in range(0, len(flat) - 1, 2)]
    line = flowing(shape, thing.detail.along(6)) if thing.flag("is_flowing", default=True) else shape
    return thing.main(spun(line, thing.detail.around(56)))


@maker("button")
def button(thing: Thing) -> Made:
    """Make a low round button."""
    return thing.main(standing(circle(thing.width / 2, thing.detail.around(24)), thing.height))
