"""Rooms of one's own: a child's room, a hallway, a gym, a library. The open side is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.finishings import lay_rug, mirror_form
from engine.archetypes.interiors.shell import furniture, room, room_box
from engine.archetypes.register import archetype

_FLOOR = 0.098


@archetype(
    "kids room", "interior", "kids room",
    "kids room, kid room, children room, child room, child bedroom, children bedroom, kid bedroom, nursery, playroom, "
    "play room, toddler room, baby room, teenager room, kinderzimmer, chambre d'enfant",
    hints="children play, put the baby to sleep",
    about="A room with a small bed, toys, a little desk and colourful things, where a child sleeps and plays.",
    parts="bed, rug, shelf, desk, toy, curtain, wardrobe", features="bunk bed, crib",
)  # fmt: skip
def kids_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a child's room: bed (bunk bed, or crib in a nursery), rug with toys, shelf, wardrobe, rocking horse."""
    width, height, depth = room_box(brief, 4.0, 2.6, 3.6)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(0.7, 1.4))
    back = -depth / 2 + 0.12
    is_baby = brief.has("crib") or bool(brief.words & {"nursery", "baby", "toddler"})
    bed = "crib" if is_baby else "bunk bed" if brief.has("bunk bed") else "bed"
    drawing.include(furniture(bed, brief, "single"), (-width / 2 + 0.75, _FLOOR, back + (0.7 if is_baby else 1.1)))
    finish = brief.of("rug carpet", brief.choose("fabric_blue", "fabric_grey"))
    lay_rug(drawing, brief, (1.9, 1.4), (0.7, _FLOOR, 0.35), finish)
    y = _FLOOR + 0.014
    drawing.include(furniture("teddy bear", brief), (0.25, y, 0.1), 20)
    drawing.include(furniture("building blocks", brief), (0.75, y, 0.6))
    drawing.include(furniture("ball", brief), (1.25, y, 0.15))
    drawing.include(furniture("toy train", brief), (0.5, y, 0.9), 80)
    drawing.include(furniture("rocking horse", brief), (width / 2 - 0.6, _FLOOR, depth / 2 - 0.7), -60)
    drawing.include(furniture("chest of drawers", brief), (width / 2 - 0.62, _FLOOR, back + 0.26))
    drawing.add(
        "picture", (0.6, 0.45, 0.03), (-width / 2 + 0.133, 1.4, 0.7), turn=(0, 90, 0),
        art_color=brief.choose("#e0a13a", "#5aa0c8", "#d0705f"), **brief.of("picture", "wood"),
    )  # fmt: skip


@archetype(
    "hallway", "interior", "hallway",
    "hallway, hall, entrance hall, entryway, foyer, corridor, vestibule, mudroom, lobby, diele, vorraum, recibidor",
    hints="come home, take off shoes",
    about="The room behind the front door with hooks for coats, a bench, a mirror and a place for shoes.",
    parts="bench, mirror, coat rack, rug, door"
)  # fmt: skip
def hallway(drawing: Drawing, brief: Brief) -> None:
    """Draw a hallway: bench, coat rack, mirror, shoe rack, runner, umbrella stand's plant."""
    width, height, depth = room_box(brief, 3.4, 2.7, 2.6)
    room(drawing, brief, width, height, depth, floor="tile_white", pattern="tiles", window=(1.15, 0.7))
    back = -depth / 2 + 0.12
    finish = brief.of("rug carpet runner", "fabric_grey")
    lay_rug(drawing, brief, (1.9, 0.8), (0.1, _FLOOR, 0.35), finish, height=0.014)
    drawing.include(furniture("bench", brief, "hall"), (-0.55, _FLOOR, back + 0.3))
    drawing.include(furniture("coat rack", brief), (-width / 2 + 0.5, _FLOOR, depth / 2 - 0.6))
    drawing.include(furniture("shoe rack", brief), (width / 2 - 0.55, _FLOOR, back + 0.24))
    (wide, tall), own = mirror_form(brief, (0.7, 1.1))
    drawing.add(
        "mirror_glass", (wide, tall, 0.04), (-0.55, 2.25 - tall, back + 0.018), name="mirror",
        **brief.of("mirror", "wood"), **own,
    )  # fmt: skip


@archetype(
    "gym", "interior", "gym",
    "gym, fitness room, fitness studio, home gym, weight room, workout room, training gym, fitnessraum, salle "
    "de sport, gimnasio", hints="work out, lift weights",
    about="A room with weights, a bench, mats and mirrors, where people exercise.",
    parts="mat, bench, mirror, dumbbell, rack, floor",
)  # fmt: skip
def gym(drawing: Drawing, brief: Brief) -> None:
    """Draw a gym: rubber floor, mirror wall, rack of dumbbells, weight bench, mats, an exercise ball."""
    width, height, depth = room_box(brief, 5.0, 2.9, 4.2)
    room(drawing, brief, width, height, depth, floor="rubber_black", pattern="tiles", window=(width / 2 - 1.0, 1.3))
    x0, z0 = (5.0 - width) / 2, (4.2 - depth) / 2  # a larger gym has its room before and beside what stands there
    back, metal = -depth / 2 + 0.12, brief.of("frame rack", "metal", is_accent=True)
    drawing.add(
        "mirror_glass", (2.6, 1.8, 0.04), (x0 - 0.8, 0.35, back + 0.018), name="mirror", **brief.of("mirror", "metal")
    )
    for level in (0.45, 0.8):
        drawing.add("box", (2.0, 0.03, 0.36), (x0 - 0.8, level, back + 0.4), radius_m=0.004, name="rack_shelf", **metal)
        for number in range(4):
            drawing.include(furniture("dumbbell", brief), (x0 - 1.5 + 0.47 * number, level + 0.028, back + 0.4), 90)
    for x in (x0 - 1.78, x0 + 0.18):
        drawing.add("box", (0.05, 0.9, 0.4), (x, _FLOOR - 0.001, back + 0.4), radius_m=0.006, name="rack_side", **metal)
    drawing.include(furniture("dumbbell", brief, "barbell"), (x0 + 0.9, _FLOOR, z0 + 0.9), 90)
    drawing.add(
        "box",
        (0.62, 0.02, 1.75),
        (x0 - 1.7, _FLOOR - 0.001, z0 + 0.75),
        radius_m=0.006,
        name="mat",
        **brief.of("mat", "fabric_blue"),
    )
    drawing.add(
        "ball", (0.65, 0.65, 0.65), (width / 2 - 0.6, _FLOOR - 0.004, back + 0.6), name="exercise_ball",
        **brief.of("ball", "plastic_white"),
    )  # fmt: skip
    leather = brief.of("bench seat", "leather_black", is_main=True)
    drawing.add("cushion", (0.32, 0.08, 1.2), (x0 - 0.3, _FLOOR + 0.4, z0 + 0.8), name="bench_pad", **leather)
    for z in (z0 + 0.35, z0 + 1.25):
        drawing.add("box", (0.42, 0.05, 0.06), (x0 - 0.3, _FLOOR - 0.001, z), radius_m=0.01, name="bench_foot", **metal)
        drawing.add("box", (0.06, 0.39, 0.06), (x0 - 0.3, _FLOOR + 0.03, z), radius_m=0.01, name="bench_post", **metal)


@archetype(
    "library", "interior", "library",
    "library, reading room, home library, book room, study library, bibliothek, bibliothèque, biblioteca",
    hints="read books in silence, borrow books",
    about="A room lined with bookshelves, with an armchair, a lamp and a table, where people read.",
    parts="bookshelf, armchair, rug, lamp, table, ladder",
)  # fmt: skip
def library(drawing: Drawing, brief: Brief) -> None:
    """Draw a library: shelves along two walls, a reading chair with lamp and side table, globe, rug."""
    width, height, depth = room_box(brief, 4.8, 2.8, 4.0)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(width / 2 - 0.95, 1.2))
    back = -depth / 2 + 0.12
    for number in range(brief.count("bookshelf", 3, least=1, most=3)):
        drawing.include(furniture("bookshelf", brief), (-width / 2 + 0.7 + 0.91 * number, _FLOOR, back + 0.19))
    for z in (-0.35, 0.55):
        drawing.include(furniture("bookshelf", brief), (-width / 2 + 0.12 + 0.19, _FLOOR, z), 90)
    lay_rug(drawing, brief, (2.2, 1.6), (0.6, _FLOOR, 0.55), brief.of("rug carpet", "fabric_blue"))
    drawing.include(furniture("armchair", brief), (1.0, _FLOOR + 0.012, 0.2), -20)
    drawing.include(furniture("floor lamp", brief), (width / 2 - 0.55, _FLOOR, -0.55))
    drawing.include(furniture("side table", brief), (0.15, _FLOOR + 0.012, 0.85))
    drawing.include(furniture("globe", brief), (width / 2 - 0.5, _FLOOR, depth / 2 - 0.5))
