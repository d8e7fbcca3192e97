"""Makers of what lorries are built on and carry; front to +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.repeats import many
from engine.parts.solids import block, mirrored, moved, rod, rounded_box, union


@maker("cargo_box", natural=(2.4, 2.5, 5.4))
def cargo_box(thing: Thing) -> list[Piece]:
    """Make a lorry's box body with ribs, corner posts and rear doors."""
    width, height, depth = thing.size
    body = moved(rounded_box(width * 0.975, height * 0.99, depth * 0.985, 0.02), y=0.0)
    count = many(depth / 0.35, least=3)
    rib = rounded_box(width * 0.99, height * 0.9, depth * 0.012, 0.004, 1)
    ribs = [moved(rib, y=height * 0.05, z=depth * (step / count - 0.5)) for step in range(1, count)]
    rails = [moved(block(width, height * 0.03, depth), y=y) for y in (0.0, height * 0.97)]
    posts = mirrored(
        union(
            [
                moved(block(width * 0.025, height, depth * 0.02), x=width * 0.4875, z=side * depth * 0.49)
                for side in (-1, 1)
            ]
        )
    )
    hinges = mirrored(
        union(
            [
                moved(rod(0.018, height * 0.9, 12, axis="y"), x=width * at, y=height / 2, z=-depth * 0.4925)
                for at in (0.06, 0.3)
            ]
        )
    )
    return [
        thing.main(union([body, *ribs])),
        thing.sub("rails", union([*rails, posts]), "aluminium"),
        thing.sub("locks", hinges, "steel_brushed"),
    ]


@maker("chassis")
def chassis(thing: Thing) -> Made:
    """Make two frame rails with cross members and axles at `axles` (shares of half the depth)."""
    width, height, depth = thing.size
    rails = mirrored(moved(block(width * 0.1, height * 0.6, depth), x=width * 0.3, y=height * 0.4))
    members = [
        moved(block(width * 0.66, height * 0.4, depth * 0.02), y=height * 0.5, z=depth * at)
        for at in np.linspace(-0.45, 0.45, 6)
    ]
    axles = [moved(rod(height * 0.22, width, 20), y=height * 0.22, z=z * depth / 2) for z in thing.numbers("axles")]
    stays = [
        moved(
            mirrored(moved(block(width * 0.08, height * 0.4, depth * 0.04), x=width * 0.3)),
            y=height * 0.15,
            z=z * depth / 2,
        )
        for z in thing.numbers("axles")
    ]
    return thing.main(union([rails, *members, *axles, *stays]))
