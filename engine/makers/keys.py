"""The maker of a piano's keyboard."""

from collections.abc import Iterator

from engine.makers.base import Piece, Thing, maker
from engine.parts.solids import Solid, moved, rounded_box, union

_BLACK_AFTER = (1, 0, 1, 1, 0, 1, 1)  # whether a black key follows A, B, C, D, E, F, G: the lowest key is an A


@maker("piano_keys", natural=(1.23, 0.034, 0.15))
def piano_keys(thing: Thing) -> Iterator[Piece]:
    """Make 52 white keys, and 36 black ones between them (the sub-part `black`); the player sits at +z."""
    width, height, depth = thing.size
    pitch, gap = width / 52, width / 52 * 0.05
    white = rounded_box(pitch - gap, height * 0.65, depth, height * 0.06, 1)
    yield thing.main(union([_joint(thing), *(moved(white, x=-width / 2 + pitch * (n + 0.5)) for n in range(52))]))
    black = rounded_box(pitch * 0.56, height * 0.5, depth * 0.64, height * 0.1, thing.detail.bevel)
    raised = moved(black, y=height * 0.5, z=-depth * 0.18)
    places = [-width / 2 + pitch * (n + 1) for n in range(51) if _BLACK_AFTER[n % 7]]
    yield thing.sub("black", union([moved(raised, x=x) for x in places]), "paint_black")


def _joint(thing: Thing) -> Solid:
    """Return the strip under the keys that joins them."""
    return rounded_box(thing.width, thing.height * 0.3, thing.depth * 0.9, 0.0)
