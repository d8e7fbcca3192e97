"""Makers of plants."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.greenery import crown_of_tree, leaf, rosette, stalked
from engine.parts.profiles import smooth
from engine.parts.solids import ellipsoid, moved, ring_of, turned, union
from engine.parts.sweeping import tube


@maker("foliage")
def foliage(thing: Thing) -> list[Piece]:
    """Make leaves that spring from one place; `form` is rosette or stalked, `leaves`, `seed`."""
    count = max(3, thing.count("leaves", 16, most=80))
    count = count if thing.detail.has_small_things else max(3, count // 2)
    if thing.text("form", "rosette") == "rosette":
        return [thing.main(rosette(thing.width / 2, thing.height, count, thing.detail, thing.random()))]
    blades, stalks = stalked(thing.width / 2, thing.height, count, thing.detail, thing.random())
    return [thing.main(blades), thing.sub("stalks", stalks, "leaf_green")]


@maker("flower")
def flower(thing: Thing) -> list[Piece]:
    """Make a flower on its stem; `petals`."""
    radius, height = thing.width / 2, thing.height
    stem = tube(
        smooth([(0.0, 0.0, 0.0), (0.0, height * 0.5, radius * 0.1), (0.0, height * 0.9, 0.0)], thing.detail.along(6)),
        height * 0.01,
        10,
    )
    petal = turned(leaf(radius, radius * 0.7, thing.detail, droop=0.1, fold=0.1), x=-28.0)
    count = max(4, thing.count("petals", 8, most=24))
    inner = ring_of(turned(petal.scale((0.8, 0.8, 0.8)), x=-24.0), count, first_deg=180.0 / count)
    petals = moved(union((ring_of(petal, count), inner)), y=height * 0.9)
    heart = moved(ellipsoid(radius * 0.5, radius * 0.35, radius * 0.5, 28), y=height * 0.91)
    green = turned(moved(leaf(height * 0.22, height * 0.08, thing.detail), y=height * 0.66), y=40.0)
    return [
        thing.main(petals),
        thing.sub("stem", union((stem, green)), "leaf_green"),
        thing.sub("heart", heart, "paint_red", "#e8b93c"),
    ]


@maker("tree")
def tree(thing: Thing) -> list[Piece]:
    """Make a small tree: a trunk with branches and a lumpy crown."""
    radius, height = thing.width / 2, thing.height
    trunk = tube(
        smooth([(0, 0, 0), (radius * 0.04, height * 0.2, 0), (0, height * 0.6, radius * 0.03)], thing.detail.along(6)),
        radius * 0.12,
        thing.detail.around(16),
    )
    boughs = [
        tube(
            [
                (0, height * 0.34, 0),
                (radius * 0.3 * np.cos(a), height * 0.46, radius * 0.3 * np.sin(a)),
                (radius * 0.5 * np.cos(a), height * 0.6, radius * 0.5 * np.sin(a)),
            ],
            radius * 0.05,
            10,
        )
        for a in (0.4, 2.4, 4.5)
    ]
    crown = moved(crown_of_tree(radius * 0.98, height * 0.64, thing.detail, thing.random()), y=height * 0.36)
    return [thing.main(union([trunk, *boughs])), thing.sub("crown", crown, "leaf_green")]


@maker("bush")
def bush(thing: Thing) -> Made:
    """Make a clipped bush."""
    return thing.main(
        crown_of_tree(thing.width / 2, thing.height, thing.detail, thing.random()).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    )
