"""Makers of stairs."""

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.stairs import RISE_M, massive_flight, spiral_flight, straight_flight


@maker("stairs", natural=(1.0, 2.8, 3.8))
def stairs(thing: Thing) -> list[Piece]:
    """Make a straight flight that rises towards −z.

    `count` treads; `form` closed (with risers), open, or massive (cast in one piece).
    """
    count = _count(thing, thing.height)
    if thing.text("form", "closed") == "massive":
        return [thing.main(massive_flight(*thing.size, count))]
    made = straight_flight(*thing.size, count, thing.detail, is_open=thing.text("form", "closed") == "open")
    return [thing.main(made["treads"]), thing.sub("frame", made["frame"])]


@maker("spiral_stairs", natural=(1.6, 3.6, 1.6))
def spiral_stairs(thing: Thing) -> Made:
    """Make a spiral stair around a pole; `count` treads over `turn_deg`."""
    count = _count(thing, thing.height * 0.75)
    turn = min(max(thing.number("turn_deg", 330.0), 90.0), 1080.0)
    made = spiral_flight(min(thing.width, thing.depth) / 2, thing.height, count, turn, thing.detail)
    return [thing.main(made["treads"]), *(thing.sub(name, made[name], "iron_black") for name in ("frame", "rail"))]


def _count(thing: Thing, rise: float) -> int:
    return max(2, min(60, thing.count("count", round(rise / RISE_M) or 2)))
