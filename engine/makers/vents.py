"""Makers of openings for air."""

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import circle, facing, rectangle
from engine.parts.solids import Solid, moved
from engine.parts.vents import louvred, perforated, round_grille, slotted


@maker("vent", natural=(0.4, 0.2, 0.02))
def vent(thing: Thing) -> list[Piece]:
    """Make a vent facing +z before a dark sheet.

    `form` louvres, slots, holes or rings; `count` blades, slots or rings; `pitch_m` of holes.
    """
    width, height, depth = thing.size
    form = thing.text("form", "louvres")
    solid = _front(thing, form)
    if form == "rings":
        back = facing(circle(min(width, height) * 0.47, thing.detail.around(48)), depth * 0.3)
        back = back.scale((width / min(width, height), height / min(width, height), 1.0))
    else:
        back = facing(rectangle(width * 0.94, height * 0.94), depth * 0.3)
    placed = moved(solid, y=height / 2)
    return [thing.main(placed), thing.sub("void", moved(back, y=height / 2, z=-depth * 0.35), "plastic_black")]


def _front(thing: Thing, form: str) -> Solid:
    width, height, depth = thing.size
    if form == "rings":
        small = min(width, height)
        rings = max(2, thing.count("count", 7, most=20))
        return round_grille(small / 2, depth, rings, thing.detail).scale((width / small, height / small, 1.0))
    if form == "slots":
        return slotted(width, height, depth, max(2, thing.count("count", round(width / 0.03), most=40)))
    if form == "holes":
        return perforated(
            width, height, depth, max(thing.number("pitch_m", 0.02), max(width, height) / 24), thing.detail
        )
    return louvred(width, height, depth, max(2, thing.count("count", round(height / 0.025), most=40)), thing.detail)
