"""The tatami room. The open side is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import FLOOR, WALL, furniture, hang, room, room_box, surface
from engine.archetypes.register import archetype

_MAT, _THICK = (1.82, 0.91), 0.04
_HALF = _MAT[1] / 2
# Where the four mats of a room of four and a half lie around the half one, and whether they lie along x.
_PINWHEEL = ((-_HALF, -_MAT[1], True), (_MAT[1], -_HALF, False), (_HALF, _MAT[1], True), (-_MAT[1], _HALF, False))


@archetype(
    "tatami room", "interior", "living room",
    "tatami room, japanese room, japanese tea room, japanese living room, washitsu, tea ceremony room, zen room, "
    "tearoom with tatami, tatamizimmer, pièce à tatamis, habitación japonesa",
    hints="tea ceremony, kneel, futon",
    about="A Japanese room with a floor of straw mats, a low table with cushions, sliding paper screens and an alcove.",
    parts="mat, tatami, table, cushion, screen, shoji, alcove, scroll, vase, lamp",
    features="alcove, screen, cushion, lamp",
)  # fmt: skip
def tatami_room(drawing: Drawing, brief: Brief) -> None:
    """Draw four and a half mats, a low table with cushions around it, paper screens, an alcove with scroll and vase."""
    width, height, depth = room_box(brief, 3.9, 2.5, 3.6)
    calm = brief if brief.style_name != "realistic" else replace(brief, style_name="japanese")
    room(drawing, calm, width, height, depth, floor="wood", pattern="planks", window=(0.95, 1.2))
    back, left, wood = -depth / 2 + WALL, -width / 2 + WALL, brief.of("frame table", "cedar", is_main=True)
    x, z, top = 0.35, 0.3, FLOOR + 0.94 * _THICK - 0.001
    _mats(drawing, brief, x, z)
    table = furniture("coffee table", calm, "low")
    wide, deep = (max(getattr(one.dimensions, side) for one in table.objects) for side in ("width", "depth"))
    drawing.include(table, (x, top, z))
    drawing.include(furniture("teapot", calm), (x, top + surface(table) + 0.002, z))
    seats = brief.count("cushion", 4, least=0, most=4)
    cloth = brief.of("cushion", "fabric_blue")
    for number in range(seats):
        side = 1.0 if number % 2 else -1.0
        across, along = (0.0, deep / 2 + 0.33) if number < 2 else (wide / 2 + 0.33, 0.0)
        at = (x + side * across, top - 0.001, z + side * along)
        drawing.add("cushion", (0.5, 0.07, 0.5), at, name="cushion", **cloth)
    if brief.has("alcove", default=True):
        _alcove(drawing, brief, (left, back), wood)
    if brief.has("screen", "shoji", default=True):
        _screens(drawing, brief, left, depth, wood)
    if brief.has("lamp", default=True):
        hang(drawing, calm, "pendant lamp", (x, z), height)


def _mats(drawing: Drawing, brief: Brief, x: float, z: float) -> None:
    """Draw four mats around half a one."""
    straw = brief.of("mat tatami rug floor", "straw")
    for across, along, is_along in (*_PINWHEEL, (0.0, 0.0, True)):
        long = _MAT[0] if (across, along) != (0.0, 0.0) else _MAT[1]
        size = (long, _THICK, _MAT[1]) if is_along else (_MAT[1], _THICK, long)
        at = (x + across, FLOOR, z + along)
        drawing.add("mat", (size[0] - 0.004, _THICK, size[2] - 0.004), at, name="tatami", **straw)


def _alcove(drawing: Drawing, brief: Brief, corner: tuple[float, float], wood: Finish) -> None:
    """Draw a raised board in the corner with a post, a scroll above it and a vase on it."""
    left, back = corner
    x, y = left + 0.62, FLOOR + 0.12
    drawing.add("box", (1.2, 0.122, 0.6), (x, FLOOR - 0.001, back + 0.3), radius_m=0.006, name="alcove", **wood)
    drawing.add("post", (0.1, 2.1, 0.1), (x + 0.6, FLOOR - 0.001, back + 0.55), name="post", **wood)
    silk, paper = brief.of("scroll", "silk"), brief.finish("paper", "#f3ead4")
    silk = silk if silk["color"] else brief.finish(silk["material"], "#39513f")
    drawing.add("board", (0.46, 1.2, 0.012), (x - 0.1, y + 0.6, back + 0.005), name="scroll", **silk)
    drawing.add("board", (0.34, 0.86, 0.006), (x - 0.1, y + 0.78, back + 0.014), name="paper", **paper)
    for place, (turn, long) in enumerate(((12.0, 0.2), (-78.0, 0.15), (-30.0, 0.16))):
        stroke = (0.028, long, 0.004)
        at = (x - 0.1 + 0.03 * (place - 1), y + 1.1 + 0.06 * place, back + 0.0185)
        drawing.add(
            "box", stroke, at, turn=(0, 0, turn), radius_m=0.001, name="stroke", **brief.finish("paper", "#191613")
        )
    for level in (0.59, 1.79):
        rod = brief.of("rod", "lacquer_black")
        drawing.add("box", (0.5, 0.03, 0.03), (x - 0.1, y + level, back + 0.013), radius_m=0.014, name="rod", **rod)
    drawing.include(furniture("vase", brief), (x + 0.28, y + 0.0004, back + 0.32))


def _screens(drawing: Drawing, brief: Brief, left: float, depth: float, wood: Finish) -> None:
    """Draw two sliding screens before the left wall: paper behind a grid of thin bars."""
    paper, tall, wide = brief.of("screen shoji", "paper"), 1.9, 0.86
    for number in range(2):
        x, z = left + 0.03 + 0.035 * number, depth / 2 - 0.62 - 0.82 * number
        y = FLOOR - 0.001
        drawing.add("box", (0.008, tall - 0.02, wide - 0.02), (x, y + 0.01, z), radius_m=0.0, name="screen", **paper)
        for side in (1.0, -1.0):
            at = (x, y, z + side * (wide / 2 - 0.02))
            drawing.add("box", (0.03, tall, 0.04), at, radius_m=0.003, name="frame", **wood)
        for row in range(7):
            high = 0.05 if row in (0, 6) else 0.014
            at = (x, y + (tall - high) * row / 6, z)
            drawing.add("box", (0.028, high, wide - 0.05), at, radius_m=0.002, name="bar", **wood)
        for column in (-1.0, 0.0, 1.0):
            at = (x, y + 0.02, z + column * 0.2)
            drawing.add("box", (0.024, tall - 0.04, 0.014), at, radius_m=0.002, name="bar", **wood)
