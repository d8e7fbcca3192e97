"""The inside of a warehouse or a hangar. The open side is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import FLOOR, WALL, furniture, room, room_box
from engine.archetypes.register import archetype

_RACK_M = 2.98  # from one rack to the next
_AISLE_M = 2.7  # from the back wall to the racks along the left one
_CRATE_M = 0.6  # of height
_POST_M = 3.2  # from one steel post to the next, nearly


@archetype(
    "warehouse interior", "interior", "warehouse",
    "warehouse interior, inside of a warehouse, storeroom, stockroom, storage hall, hangar interior, "
    "inside of a hangar, warehouse hall",
    hints="pallets, goods, forklift, store, stock",
    about="A warehouse from the inside, a high hall with racks of pallets, crates and a forklift.",
    parts="rack, shelf, crate, forklift, post, floor, box",
)  # fmt: skip
def warehouse_interior(drawing: Drawing, brief: Brief) -> None:
    """Draw a hall inside: steel posts, pallet racks along two walls, a forklift, crates; a hangar has its tools."""
    is_hangar = "hangar" in brief.words
    racks = brief.count("rack", 0 if is_hangar else 4, most=8)
    along = max(3, -(-racks // 2) + (racks > 4))
    width, height, depth = room_box(brief, _RACK_M * along + 3.4, 6.0, 9.4 if racks <= along + 2 else 12.4)
    room(drawing, brief, width, height, depth, floor="concrete", pattern="plain", window=(width / 2 - 1.5, 1.6))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    _posts(drawing, brief, width, height, depth)
    for number in range(racks):
        rack = furniture("pallet rack", brief)
        if number < along:
            drawing.include(rack, (left + 0.35 + _RACK_M * (number + 0.5), FLOOR, back + 0.85))
        else:
            drawing.include(rack, (left + 0.85, FLOOR, back + _AISLE_M + _RACK_M * (number - along + 0.5)), 90)
    if brief.has("forklift", default=not is_hangar):
        drawing.include(furniture("forklift", brief), (width / 2 - 1.9, FLOOR, depth / 2 - 2.6), -25)
    for number in range(brief.count("crate", 3, most=18)):
        level, place = divmod(number, 6)
        at = (width / 2 - 0.6 - 0.75 * (place % 3), FLOOR + (_CRATE_M - 0.002) * level, back + 1.2 + 0.8 * (place // 3))
        drawing.include(furniture("crate", brief), at, (0, 12, -8)[number % 3] if number < 3 else 0)
    if is_hangar:
        drawing.include(furniture("ladder", brief), (left + 0.8, FLOOR, back + 0.9))
        drawing.include(furniture("toolbox", brief), (left + 1.7, FLOOR, back + 0.6))


def _posts(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw steel posts along both walls, and a beam on them."""
    steel = brief.of("post beam steel frame", "steel_galvanised")
    wide, deep = width - WALL, depth - WALL
    across, along = max(2, round(wide / _POST_M)), max(2, round(deep / _POST_M))
    tall, x0, z0 = height - 0.1, -width / 2 + WALL, -depth / 2 + WALL
    for number in range(across + 1):
        x = x0 + 0.12 + (wide - 0.24) * number / across
        drawing.add("box", (0.18, tall, 0.16), (x, FLOOR, z0 + 0.075), radius_m=0.01, name="post", **steel)
    for number in range(1, along + 1):
        z = z0 + 0.12 + (deep - 0.24) * number / along
        drawing.add("box", (0.16, tall, 0.18), (x0 + 0.075, FLOOR, z), radius_m=0.01, name="post", **steel)
    drawing.add("box", (wide, 0.24, 0.18), (WALL / 2, height - 0.3, z0 + 0.085), radius_m=0.01, name="beam", **steel)
    drawing.add("box", (0.18, 0.24, deep), (x0 + 0.085, height - 0.3, WALL / 2), radius_m=0.01, name="beam", **steel)
