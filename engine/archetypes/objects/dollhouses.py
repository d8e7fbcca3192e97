"""A dollhouse: a toy house that is open in front, with small furniture in its rooms; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

_TONES = ("#f3c6cf", "#c9dff0", "#f5e3b3", "#cfe6cf", "#e3d3ee", "#f6d8bd")
_BOARD = 0.012


@archetype(
    "dollhouse", "object", "toy",
    "dollhouse, doll house, dolls house, doll's house, dolls' house, toy house, puppenhaus, maison de poupée, "
    "casa de muñecas",
    hints="dolls live", about="A toy house open in front, whose rooms hold small furniture for dolls.",
    parts="roof, wall, floor, room, chimney, window, furniture",
)  # fmt: skip
def dollhouse(drawing: Drawing, brief: Brief) -> None:
    """Draw two storeys of rooms open to the front under a gabled roof, each papered in its own colour and furnished."""
    width, height, depth = brief.box(0.7, 0.85, 0.3)
    storeys, eaves = brief.count("storey", brief.count("floor", 2, least=1, most=4), least=1, most=4), height * 0.7
    wood = brief.of("house wall body dollhouse side", "birch", is_main=True)
    roof = brief.of("roof", "paint_red", is_accent=True)
    level = (eaves - _BOARD) / storeys
    drawing.add("board", (width, _BOARD, depth), name="floor", **wood)
    drawing.add("box", (width, eaves, _BOARD), (0, 0, -depth / 2 + _BOARD / 2), name="back", **wood)
    for x in (-width / 2 + _BOARD / 2, 0.0, width / 2 - _BOARD / 2):
        drawing.add("box", (_BOARD, eaves, depth), (x, 0, 0), name="wall", **wood)
    for storey in range(storeys):
        drawing.add("board", (width, _BOARD, depth), (0, level * (storey + 1), 0), name="floor", **wood)
        for side in (-1, 1):
            _room(drawing, brief, (side * width / 4, level * storey + _BOARD, 0), (width / 2, level, depth),
                  2 * storey + (side > 0))  # fmt: skip
    _roof(drawing, wood, roof, (width, height - eaves, depth), eaves)
    if brief.has("chimney", default=True):
        drawing.add("box", (0.07, (height - eaves) * 0.8, 0.07), (width * 0.27, eaves + 0.02, -depth * 0.1),
                    name="chimney", **brief.of("chimney", "brick_dark"))  # fmt: skip


def _roof(drawing: Drawing, wood: Finish, tiles: Finish, size: tuple[float, float, float], y: float) -> None:
    """Draw the rear gable, and two slopes over it."""
    width, rise, depth = size
    drawing.add("gable_end", (width, rise, _BOARD), (0, y, -depth / 2 + _BOARD / 2), name="gable", **wood)
    half, thick = width / 2 + 0.03, 0.016
    outline: list[str | float] = [-1, -1, 0, 1, 1, -1, 1 - 0.08, -1, 0, 1 - 4 * thick / rise, -1 + 0.08, -1]
    drawing.add("cutout", (2 * half, rise * 1.1, depth + 0.04), (0, y - rise * 0.03, 0.0), outline=outline,
                name="roof", **tiles)  # fmt: skip


def _room(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float, float], number: int
) -> None:
    """Draw a papered rear wall with a window, and a bed, a table, a sofa or a cupboard."""
    (x, y, _), (width, tall, depth) = at, size
    back = -depth / 2 + _BOARD
    paper = Finish(material="paint_white", color=_TONES[number % len(_TONES)])
    drawing.add("box", (width - _BOARD, tall - _BOARD, 0.004), (x, y - 0.001, back + 0.001), name="paper", **paper)
    window = (width * 0.26, tall * 0.34, 0.012)
    drawing.add("frame", window, (x, y + tall * 0.42, back + 0.007), name="window", border_m=0.008,
                material="paint_white")  # fmt: skip
    drawing.add("box", (window[0] * 0.9, window[1] * 0.9, 0.006), (x, y + tall * 0.44, back + 0.004), name="pane",
                material="screen_emissive", color="#bfe0f5")  # fmt: skip
    pieces = {0: _sofa, 1: _table, 2: _bed, 3: _cupboard}
    pieces[number % 4](drawing, brief, (x, y - 0.0006, back + 0.075))


def _sofa(drawing: Drawing, brief: Brief, at: tuple[float, float, float]) -> None:
    cloth, (x, y, z) = brief.of("furniture sofa", "fabric_blue"), at
    drawing.add("box", (0.15, 0.05, 0.07), (x, y, z), radius_m=0.01, name="seat", **cloth)
    drawing.add("box", (0.15, 0.09, 0.022), (x, y, z - 0.035), radius_m=0.008, name="backrest", **cloth)


def _table(drawing: Drawing, brief: Brief, at: tuple[float, float, float]) -> None:
    wood, (x, y, z) = brief.of("furniture table", "oak"), at
    drawing.add("disc", (0.13, 0.01, 0.13), (x, y + 0.08, z), name="table", **wood)
    drawing.add("post", (0.014, 0.082, 0.014), (x, y, z), name="stem", **wood)
    drawing.add("disc", (0.07, 0.008, 0.07), (x, y, z), name="foot", **wood)


def _bed(drawing: Drawing, brief: Brief, at: tuple[float, float, float]) -> None:
    wood, (x, y, z) = brief.of("furniture bed", "oak"), at
    drawing.add("box", (0.2, 0.045, 0.1), (x, y, z), name="bed", radius_m=0.004, **wood)
    drawing.add("box", (0.012, 0.09, 0.1), (x - 0.1, y, z), name="headboard", **wood)
    drawing.add("box", (0.13, 0.024, 0.1), (x + 0.03, y + 0.036, z), radius_m=0.008, name="blanket",
                material="fabric_grey", color="#e38b9b")  # fmt: skip
    drawing.add("box", (0.045, 0.022, 0.08), (x - 0.066, y + 0.038, z), radius_m=0.008, name="pillow",
                material="fabric_grey", color="#f7f4ee")  # fmt: skip


def _cupboard(drawing: Drawing, brief: Brief, at: tuple[float, float, float]) -> None:
    wood, (x, y, z) = brief.of("furniture cupboard", "oak"), at
    drawing.add("box", (0.11, 0.15, 0.05), (x + 0.08, y, z - 0.03), name="cupboard", radius_m=0.003, **wood)
    drawing.add("box", (0.1, 0.012, 0.07), (x - 0.06, y + 0.06, z - 0.02), name="desk", **wood)
    for side in (-1, 1):
        drawing.add("box", (0.008, 0.062, 0.06), (x - 0.06 + side * 0.045, y, z - 0.02), name="leg", **wood)
