"""A cell: bare walls, a bed, a bucket, and bars across the open side (+z)."""

from dataclasses import replace

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import FLOOR, WALL, furniture, room, room_box
from engine.archetypes.register import archetype


@archetype(
    "prison cell", "interior", "commercial",
    "prison cell, jail cell, dungeon, dungeon cell, prison, jail, holding cell, gaol, gefängniszelle, kerker, "
    "cellule de prison, cachot, celda, mazmorra",
    hints="inmate, locked up, bars", about="A cell: a bare room with a narrow bed behind a grating of iron bars.",
    parts="bar, bed, bucket, wall, floor, grating, stool, toilet", features="window, toilet, stool",
)  # fmt: skip
def prison_cell(drawing: Drawing, brief: Brief) -> None:
    """Draw stone walls with a small window, a narrow bed, a bucket, and bars with a door in the front."""
    is_old = bool(brief.words & {"dungeon", "medieval", "castle", "old"})
    width, height, depth = room_box(brief, 2.8, 2.5, 3.0)
    stone = "cobblestone" if is_old else "concrete"
    walls = _walled(brief, "limestone" if is_old else "concrete")
    room(drawing, walls, width, height, depth, floor=stone, pattern="plain", window=(width / 2 - 0.6, 0.45))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    drawing.include(furniture("bed", brief, "single", "narrow"), (left + 0.55, FLOOR, back + 1.12))
    drawing.include(furniture("bucket", brief), (width / 2 - 0.4, FLOOR, back + 0.4))
    if brief.has("stool"):
        drawing.include(furniture("stool", brief), (width / 2 - 0.5, FLOOR, 0.3))
    _bars(drawing, brief, (left, width / 2), height, depth / 2 - 0.06)


def _walled(brief: Brief, material: str) -> Brief:
    """Return a brief whose walls are of a material, where the text does not say of which."""
    if {"wall"} & (brief.part_materials.keys() | brief.part_colors.keys()) or material in brief.excluded:
        return brief
    return replace(brief, part_materials=brief.part_materials | {"wall": material})


def _bars(drawing: Drawing, brief: Brief, span: tuple[float, float], height: float, z: float) -> None:
    """Draw bars from wall to wall between rails, with a door that has its own frame and lock."""
    iron = brief.of("bar grating", "iron_black", is_accent=True)
    left, right = span
    tall, middle = height - 0.2 - FLOOR, (left + right) / 2
    for y in (FLOOR - 0.002, FLOOR + 0.5 * tall, FLOOR + tall - 0.04):
        drawing.add("box", (right - left, 0.04, 0.05), (middle, y, z), radius_m=0.004, name="rail", **iron)
    count = max(round((right - left) / 0.14), 4)
    for number in range(count):
        x = left + (number + 0.5) * (right - left) / count
        drawing.add("rod", (0.024, tall, 0.024), (x, FLOOR, z), name="bar", **iron)
    for x in (middle - 0.02, middle + 0.78):
        drawing.add("box", (0.05, tall, 0.06), (x, FLOOR, z), radius_m=0.004, name="door_post", **iron)
    drawing.add("box", (0.14, 0.18, 0.08), (middle + 0.12, FLOOR + 0.42 * tall, z), radius_m=0.008, name="lock", **iron)
