"""The wine cellar. The open side is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import FLOOR, WALL, furniture, hang, room, room_box
from engine.archetypes.objects.shaping import pose, strut
from engine.archetypes.register import archetype

_BIN, _ROWS, _BINS, _DEEP = (0.33, 0.3), 6, 3, 0.32
_CAPS = ("#7a1f2b", "#c9a24a", "#24352b")


@archetype(
    "wine cellar", "interior", "wine cellar",
    "wine cellar, wine vault, wine room, wine tasting room, cellar of wine, barrel cellar, wine store room, "
    "weinkeller, cave à vin, bodega de vino, cantina dei vini",
    hints="store wine, vintage, sommelier, tasting",
    about="A cool room where bottles of wine lie in racks and barrels lie on beams, with a place to taste.",
    parts="rack, bottle, barrel, shelf, beam, stool, glass, table, lamp",
    features="barrel, rack, stool, table=barrel",
)  # fmt: skip
def wine_cellar(drawing: Drawing, brief: Brief) -> None:
    """Draw walls of stone, racks of bottles behind, barrels on beams at the side, a barrel to taste at with stools."""
    width, height, depth = room_box(brief, 4.2, 2.6, 3.6)
    stone = replace(brief, part_materials={"wall": "limestone"} | brief.part_materials)
    room(drawing, stone, width, height, depth, floor="slate", pattern="tiles", window=(-width / 2 + 0.75, 0.5))
    back, left = -depth / 2 + WALL, -width / 2 + WALL
    wood = brief.of("rack shelf", "wood", is_main=True)
    right = width / 2 - 0.58
    for number in range(brief.count("rack", 2, least=1, most=3)):
        _rack(drawing, brief, (right - 1.06 * number, FLOOR - 0.001, back + _DEEP / 2 + 0.03), wood)
    aged = replace(brief, style_name="rustic")  # no oil drums
    _barrels(drawing, aged, brief.of("beam", wood["material"]), left + 0.5)
    _tasting(drawing, brief, aged, 0.75)
    if brief.has("lamp", default=True):
        hang(drawing, brief, "pendant lamp", (0.75, 0.45), height)


def _rack(drawing: Drawing, brief: Brief, at: Triple, wood: Finish) -> None:
    """Draw a rack of bins, bottles that lie in them with their necks to the front."""
    x, y, z = at
    wide, tall = _BIN[0] * _BINS + 0.03, _BIN[1] * _ROWS + 0.03
    for number in range(_BINS + 1):
        side = x + _BIN[0] * (number - _BINS / 2)
        drawing.add("box", (0.03, tall, _DEEP), (side, y, z), radius_m=0.004, name="rack_side", **wood)
    for number in range(_ROWS + 1):
        drawing.add(
            "box", (wide, 0.025, _DEEP), (x, y + _BIN[1] * number, z), radius_m=0.003, name="rack_shelf", **wood
        )
    glass = brief.of("bottle", "glass_coloured")
    for row in range(_ROWS):
        for place in range(_BINS):
            cap = brief.finish("paint_white", _CAPS[(row + place) % 3])
            middle = x + _BIN[0] * (place - (_BINS - 1) / 2)
            for number in range(3 if (row * 5 + place * 3) % 4 else 1):
                out, up = ((-0.075, 0.0), (0.04, 0.0), (-0.0175, 0.0489))[number]
                _bottle(drawing, (middle + out, y + _BIN[1] * row + 0.0625 + up, z), glass, cap)


def _bottle(drawing: Drawing, at: Triple, glass: Finish, cap: Finish) -> None:
    """Draw a lying bottle and its neck under the foil."""
    x, y, z = at
    strut(drawing, "bottle", (x, y, z - 0.13), (x, y, z + 0.07), 0.076, glass, edge=0.3)
    strut(drawing, "neck", (x, y, z + 0.06), (x, y, z + 0.155), 0.031, cap, edge=0.2)


def _barrels(drawing: Drawing, brief: Brief, beam: Finish, x: float) -> None:
    """Draw barrels that lie on two beams along the left wall: all but the one to taste at."""
    count, middle = brief.count("barrel", 4, least=1, most=4) - 1, 0.1
    if not count:
        return
    for side in (-0.25, 0.25):
        drawing.add(
            "box",
            (0.1, 0.16, 0.72 * count + 0.1),
            (x + side, FLOOR - 0.001, middle),
            name="beam",
            radius_m=0.006,
            **beam,
        )
    for number in range(count):
        lying = Drawing(brief, name="barrel")
        pose(lying, furniture("barrel", brief), (0.44, 0, 0), (0, 0, 90))
        drawing.include(lying, (x, FLOOR + 0.443, middle + 0.72 * (number - (count - 1) / 2)))


def _tasting(drawing: Drawing, brief: Brief, aged: Brief, x: float) -> None:
    """Draw a barrel that stands, with a bottle and two glasses on it, and stools."""
    barrel = furniture("barrel", aged)
    z, top = 0.45, FLOOR + barrel.top + 0.026
    drawing.include(barrel, (x, FLOOR - 0.001, z))
    drawing.add(
        "disc", (0.74, 0.032, 0.74), (x, top - 0.031, z), edge=0.3, name="table_top", **brief.of("table", "wood")
    )
    drawing.include(furniture("bottle", brief), (x, top, z - 0.1))
    for side in (-1.0, 1.0):
        drawing.include(furniture("wine glass", brief), (x + side * 0.12, top, z + 0.08))
    for number in range(brief.count("stool", 2, least=0, most=2)):
        side = 1.0 if number else -1.0
        drawing.include(furniture("stool", brief), (x + side * 0.62, FLOOR - 0.001, z + 0.2))
