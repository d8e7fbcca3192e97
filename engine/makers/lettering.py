"""Makers of words: letters in relief, and plates with words on them or cut into them."""

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.lettering import bent, fitted_words, raised
from engine.parts.profiles import facing, rectangle, rounded_rectangle
from engine.parts.relief import stud
from engine.parts.solids import Solid, moved, union

_WORD = "Meshwright"


@maker("lettering", fits=False)
def lettering(thing: Thing) -> Made:
    """Make the letters of `text` facing +z, as large as the box lets them be, standing on its floor.

    `weight` and `spacing` are shares of the size; `bend_m` lays them around an upright cylinder of that radius, then
    `relief_m` is how thick they are, and the box holds what bends back too.
    """
    weight = min(max(thing.number("weight", 0.0), -0.015), 0.05)
    spacing = min(max(thing.number("spacing", 0.0), -0.05), 2.0)
    text = thing.text("text", _WORD)
    relief = min(thing.number("relief_m", thing.depth), thing.depth)
    letters = raised(text, thing.width, thing.height, relief, thing.detail, weight=weight, spacing=spacing)
    letters = moved(letters, y=-letters.bounding_box()[1])
    radius = thing.number("bend_m", 0.0)
    if radius > 0:
        letters = bent(letters, radius, thing.width / thing.detail.along(24))
        letters = moved(letters, z=(thing.depth - relief) / 2)
    return thing.main(letters)


@maker("plaque", natural=(0.4, 0.2, 0.012))
def plaque(thing: Thing) -> list[Piece]:
    """Make a plate facing +z with `text` on it, or cut into it if `is_engraved`; `has_border`, `has_screws`."""
    width, height, depth = thing.size
    border = 0.06 * min(width, height)
    outline = rounded_rectangle(width, height, border)
    plate = moved(facing(outline, depth * 0.7), y=height / 2, z=-depth * 0.15)
    room = (width * 0.84 - 2 * border, height * 0.66)
    weight = 0.02 if thing.flag("is_engraved") else 0.0
    words = moved(facing(fitted_words(thing.text("text", _WORD), *room, thing.detail, weight=weight), depth * 0.5),
                  y=height / 2, z=depth * 0.25)  # fmt: skip
    rim = facing(outline - rectangle(width - 2 * border, height - 2 * border), depth * 0.5)
    if thing.flag("has_border", default=True):
        plate = union((plate, moved(rim, y=height / 2, z=depth * 0.25)))
    pieces = [
        thing.main(plate - moved(words, z=-depth * 0.2)),
        thing.sub("screws", _screws(thing, border), "steel_brushed"),
    ]
    if not thing.flag("is_engraved"):
        pieces = [thing.main(plate), pieces[1], thing.sub("letters", words, "brass_polished")]
    return pieces if thing.flag("has_screws", default=True) else [piece for piece in pieces if piece.name != "screws"]


def _screws(thing: Thing, border: float) -> Solid:
    """Return a screw's head in each corner."""
    x, y = thing.width / 2 - border * 2, thing.height / 2 - border * 2
    head = stud(border * 0.6, thing.depth * 0.55, "screw", thing.detail)
    corners = [(a * x, b * y) for a in (-1, 1) for b in (-1, 1)]
    return moved(union([moved(head, x=a, y=b, z=thing.depth * 0.15) for a, b in corners]), y=thing.height / 2)
