"""Chests in which blankets, toys and clothes are kept; the front is +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.shaping import pose
from engine.archetypes.objects.treasure import treasure_chest
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_HOARD = frozenset({"pirate", "treasure", "loot", "coin"})
_WALL = 0.022
_OPEN_DEG = -72.0


@archetype(
    "chest", "furniture", "storage",
    "chest, wooden chest, blanket chest, toy chest, storage chest, storage trunk, hope chest, cedar chest, "
    "dowry chest, dower chest, blanket box, toy box, linen chest, bedding chest, ottoman chest, blanket trunk, "
    "toy trunk, war chest, coffer, deck box",
    about="A low wooden box with a hinged lid in which blankets, toys or linen are kept.",
    parts="lid, handle, lock, strap, foot, panel, hinge, body", features="open, closed, lock, coin, gold coin=coin",
)  # fmt: skip
def chest(drawing: Drawing, brief: Brief) -> None:
    """Draw a box on a plinth with a panelled front and a flat hinged lid; a trunk has straps and metal corners."""
    if brief.has(*_HOARD):
        treasure_chest(drawing, brief)
        return
    width, height, depth = brief.box(1.0, 0.5, 0.46, grows=True)
    wood = brief.of("body chest box trunk panel", "wood", is_main=True)
    metal = brief.of("handle lock strap hinge corner", "iron_black", is_accent=True)
    foot, thick = height * 0.12, 0.028
    low, top = foot - 0.004, height - thick
    board = same_as(brief, "foot base plinth", wood)
    drawing.add("board", (width * 0.98, foot, depth * 0.97), name="plinth", radius_m=0.008, **board)
    size = (width * 0.96, top - low, depth * 0.94)
    body = drawing.add("open_box", size, (0, low, 0), name="body", wall_m=_WALL, corner_m=0.006, **wood)
    is_open = "closed" not in brief.words and brief.has("open")
    _lid(drawing, same_as(brief, "lid top", wood), metal, (width, thick, depth), top, is_open=is_open)
    if brief.words & {"trunk", "war", "coffer"}:
        _bound(drawing, metal, size, low)
    else:
        _panels(drawing, wood, size, low)
    dress(drawing, brief, body, "left", "right")
    if brief.has("handle", default=True):
        _handles(drawing, metal, size, low)
    if brief.has("lock", default="trunk" in brief.words):
        lock = brief.of("lock", "brass_polished")
        drawing.add("box", (0.07, 0.08, 0.016), (0, top - 0.075, size[2] / 2 + 0.006), name="lock", **lock)


def _lid(drawing: Drawing, wood: Finish, metal: Finish, size: Triple, top: float, *, is_open: bool) -> None:
    """Draw the lid, whose hinges lie at the upper rear edge; an open one leans back."""
    width, thick, depth = size
    lid, pivot = Drawing(drawing.brief), 0.012 - depth / 2
    lid.add("board", (width, thick, depth), (0, 0, -pivot), name="lid", radius_m=0.008, **wood)
    pose(drawing, lid, (0, top - 0.001, pivot), (_OPEN_DEG if is_open else 0.0, 0, 0))
    for side in (1.0, -1.0):
        at = (side * width * 0.33, top - 0.041, pivot)
        drawing.add("post", (0.024, 0.08, 0.024), at, turn=(0, 0, 90), name="hinge", **metal)


def _panels(drawing: Drawing, wood: Finish, size: Triple, low: float) -> None:
    """Draw raised panels on the front, about as wide as high."""
    width, tall, depth = size
    count = max(2, round(width / tall / 0.8))
    each = (width - 0.06) / count
    for number in range(count):
        x = -width / 2 + 0.03 + each * (number + 0.5)
        at = (x, low + tall * 0.16, depth / 2 + 0.005)
        drawing.add("front", (each - 0.04, tall * 0.68, 0.02), at, name="panel", **wood)


def _bound(drawing: Drawing, metal: Finish, size: Triple, low: float) -> None:
    """Draw straps round the box, and a plate on each corner."""
    width, tall, depth = size
    for side in (1.0, -1.0):
        x = side * width * 0.3
        drawing.add("box", (0.05, tall * 0.96, 0.014), (x, low + tall * 0.02, depth / 2 + 0.003), name="strap", **metal)
        for y in (0.0, tall - 0.07):
            at = (side * (width / 2 - 0.035), low + y, depth / 2 - 0.032)
            drawing.add("box", (0.08, 0.07, 0.08), at, name="corner", radius_m=0.004, **metal)


def _handles(drawing: Drawing, metal: Finish, size: Triple, low: float) -> None:
    width, tall, _ = size
    for side in (1.0, -1.0):
        drawing.add(
            "bent_bar", (0.045, 0.05, 0.16), (side * (width / 2 + 0.018), low + tall * 0.6, 0), name="handle",
            path=[-side, 1, -1, side, -1, -1, side, -1, 1, -side, 1, 1], thickness_m=0.012, **metal,
        )  # fmt: skip
