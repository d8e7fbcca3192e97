"""Racks of warehouses; the front is +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import strut
from engine.archetypes.register import archetype

_BAY, _DEEP, _LEVEL = 2.7, 1.05, 1.45
_POST, _BEAM = 0.09, 0.12
_PALLET = (1.2, 0.144, 1.0)
_LOADS = (0.98, 0.72, 1.04, 0.5)


@archetype(
    "pallet rack", "furniture", "storage",
    "pallet rack, pallet racking, pallet shelf, pallet shelving, warehouse rack, warehouse racking, warehouse shelf, "
    "warehouse shelving, storage racking, heavy duty rack, industrial rack, palettenregal, hochregal, rayonnage à "
    "palettes, estantería de palets, scaffale portapallet",
    hints="store pallets, pallets in a warehouse, stockroom",
    about="A tall steel rack of posts and beams that carries pallets of goods in a warehouse.",
    parts="post, upright, beam, brace, level, shelf, bay, pallet, box, load, foot, guard",
    features="pallet, box, load=box, guard",
)  # fmt: skip
def pallet_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw frames of posts with braces, beams between them, and pallets with boxes on each level."""
    bays = brief.count("bay", 1, least=1, most=4)
    levels = brief.count("level", brief.count("shelf", 2, least=1, most=5), least=1, most=5)
    width, height, depth = brief.box(_BAY * bays + _POST, _LEVEL * levels + 0.5, _DEEP, grows=True)
    steel = brief.of("post upright frame rack body", "paint_blue", is_main=True)
    beam = brief.of("beam shelf level", "paint_white" if brief.materials else "paint_red", is_accent=True)
    step, rise = (width - _POST) / bays, (height - 0.5) / levels
    for number in range(bays + 1):
        _frame(drawing, brief, (number - bays / 2) * step, (height, depth), steel)
    for bay in range(bays):
        x = (bay - (bays - 1) / 2) * step
        for level in range(levels + 1):
            y = rise * level
            if level:
                for side in (1.0, -1.0):
                    at = (x, y - _BEAM, side * (depth / 2 - 0.04))
                    drawing.add("box", (step - 0.05, _BEAM, 0.05), at, radius_m=0.006, name="beam", **beam)
            _goods(drawing, brief, (x, y - 0.001, 0.0), step, bay * 3 + level)


def _frame(drawing: Drawing, brief: Brief, x: float, size: tuple[float, float], steel: Finish) -> None:
    """Draw two posts with feet, joined by braces that go to and fro."""
    height, depth = size
    z, rows = depth / 2 - _POST / 2, max(2, round(height / 0.8))
    for side in (1.0, -1.0):
        drawing.add("box", (_POST, height, _POST), (x, 0.0, side * z), radius_m=0.006, name="post", **steel)
        drawing.add("box", (0.16, 0.012, 0.16), (x, -0.001, side * z), radius_m=0.002, name="foot", **steel)
    for row in range(rows):
        low, high = 0.15 + (height - 0.3) * row / rows, 0.15 + (height - 0.3) * (row + 1) / rows
        side = 1.0 if row % 2 else -1.0
        strut(drawing, "brace", (x, low, side * z), (x, high, -side * z), 0.035, steel)
    if brief.has("guard"):
        yellow = brief.finish("paint_white", "#f2b90f")
        drawing.add("box", (0.16, 0.4, 0.06), (x, 0.0, depth / 2 + 0.02), radius_m=0.02, name="guard", **yellow)


def _goods(drawing: Drawing, brief: Brief, at: Triple, step: float, number: int) -> None:
    """Draw two pallets side by side, each with a load of boxes of its own height."""
    if not brief.has("pallet", default=True):
        return
    wood, card = brief.of("pallet", "pine"), brief.of("box load", "cardboard")
    wide, tall, deep = min(_PALLET[0], (step - 0.2) / 2), _PALLET[1], _PALLET[2]
    for place, side in enumerate((-1.0, 1.0)):
        x, y, z = at[0] + side * (wide / 2 + 0.04), at[1], at[2]
        for row in (-1.0, 0.0, 1.0):
            runner = (wide, tall - 0.02, 0.1)
            drawing.add("box", runner, (x, y, z + row * (deep / 2 - 0.05)), radius_m=0.003, name="runner", **wood)
        drawing.add("board", (wide, 0.022, deep), (x, y + tall - 0.022, z), name="pallet", **wood)
        if not brief.has("box", default=True):
            continue
        load = _LOADS[(number + 2 * place) % len(_LOADS)]
        size = (wide * 0.94, load, deep * 0.9)
        drawing.add("box", size, (x, y + tall - 0.001, z), radius_m=0.008, name="box", **card)
        band = (size[0] + 0.004, 0.05, size[2] + 0.004)
        tape = brief.finish("paper", "#b98d55")
        drawing.add("box", band, (x, y + tall + load * 0.48, z), radius_m=0.002, name="tape", **tape)
