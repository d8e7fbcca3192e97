"""Makers of railings and balusters."""

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.railing import baluster, railing


@maker("railing", natural=(2.4, 1.0, 0.08))
def railing_maker(thing: Thing) -> list[Piece]:
    """Make a railing along x between `bays` + 1 posts.

    `form` turned, square, wires, sheet, scrolls or crosses; `slope` (rise over run) makes it climb towards +x.
    """
    form = thing.text("form", "square")
    slope = min(max(thing.number("slope", 0.0), 0.0), 2.0)
    made = railing(*thing.size, form, thing.detail, bays=thing.count("bays", 0, most=40), slope=slope)
    glass = "glass_clear" if form == "sheet" else "steel_brushed" if form == "wires" else ""
    return [
        thing.main(made["posts"]),
        thing.sub("rails", made["rails"]),
        thing.sub("filling", made["filling"], glass),
    ]


@maker("baluster")
def baluster_maker(thing: Thing) -> Made:
    """Make one turned baluster with square ends."""
    return thing.main(baluster(min(thing.width, thing.depth) / 2, thing.height, thing.detail))
