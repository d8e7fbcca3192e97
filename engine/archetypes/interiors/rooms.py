"""Rooms to live, sleep and work in: living room, bedroom, office. The open side is +z."""

from dataclasses import replace

import numpy as np

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.curtains import curtains
from engine.archetypes.interiors.finishings import form_of, lay_rug, mirror_form
from engine.archetypes.interiors.shell import FLOOR, furniture, hang, room, room_box, surface
from engine.archetypes.register import archetype

_ARTS = ("#b4694a", "#5d7d8c", "#7c8f62", "#c9a24b")
_STATION_M, _DESKS_MOST = 1.9, 12  # from one desk of an office to the next
_SOFT = {
    "art deco": "#24425a", "victorian": "#6a2733", "baroque": "#8a6a3a", "steampunk": "#5a3a2a", "bauhaus": "#c8342b"
}  # fmt: skip


def _rug(drawing: Drawing, brief: Brief, size: tuple[float, float], at: tuple[float, float]) -> None:
    """Draw a rug; woollen ones in the style's tint."""
    role = {
        "rustic": "wool", "scandinavian": "wool", "japanese": "bamboo", "minimalist": "wool", "contemporary": "wool"
    }.get(brief.style_name, brief.choose("fabric_blue", "fabric_grey"))  # fmt: skip
    finish = brief.of("rug carpet", role)
    if not finish["color"] and brief.style_name in _SOFT:
        finish = brief.of("rug carpet", "carpet")
        finish["color"] = finish["color"] or _SOFT[brief.style_name]
    lay_rug(drawing, brief, size, (at[0], FLOOR, at[1]), finish)


def _picture(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float], *, turn: float,
) -> None:  # fmt: skip
    drawing.add(
        "picture", (*size, 0.03), at, turn=(0, turn, 0), art_color=brief.choose(*_ARTS), **brief.of("picture", "wood"),
    )  # fmt: skip


@archetype(
    "living room", "interior", "living room",
    "basement, den, game room, "
    "living room, lounge, sitting room, family room, livingroom, drawing room, interior, room, apartment, studio "
    "apartment, den, parlor, parlour, "
    "wohnzimmer, salon, sala de estar, tv room, lounge room, loft apartment, great room, "
    "loft, studio loft, studio flat, loft interior, brick loft, warehouse loft, loft living room, loft studio",
    hints="indoor, furnished, space, relax, watch tv",
    about="A room with a sofa, an armchair, a coffee table, shelves and a television, where a family sits together.",
    parts="sofa, armchair, table, rug, bookshelf, lamp, plant, curtain, television, picture, fireplace, chandelier",
    features="fireplace, television, tv=television, chandelier, curtain",
)  # fmt: skip
def living_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a living room: sofa, armchairs, coffee table on a rug, shelf, television or fireplace, lamps, curtains."""
    is_loft = "loft" in brief.words
    brief = _of_brick(brief) if is_loft else brief
    width, height, depth = room_box(brief, *((6.0, 3.5, 5.0) if is_loft else (5.2, 2.7, 4.4)))
    window = (0.1, 3.0 if is_loft else 1.9)
    room(
        drawing, brief, width, height, depth, floor="tile_white" if brief.style_name == "futuristic" else "wood",
        pattern="planks", window=window,
    )  # fmt: skip
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    _rug(drawing, brief, (2.5, 1.75), (-0.1, 0.35))
    drawing.include(furniture("sofa", brief, material=brief.part_materials.get("sofa", "")), (-0.1, FLOOR, back + 0.62))
    chairs = brief.count("armchair", 1, most=2)
    for z in (-0.2, 1.05) if chairs == 2 else (0.5,) * chairs:
        drawing.include(furniture("armchair", brief), (width / 2 - 0.72, FLOOR, z), -68)
    table = furniture("coffee table", brief)
    drawing.include(table, (-0.1, FLOOR + 0.012, 0.42))
    drawing.include(_table_things(brief), (-0.1, FLOOR + 0.012 + surface(table), 0.42))
    drawing.include(furniture("bookshelf", brief), (left + 0.19, FLOOR, -0.75), 90)
    drawing.include(furniture("floor lamp", brief), (left + 0.36, FLOOR, back + 0.36))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.42, FLOOR, back + 0.42))
    _opposite(drawing, brief, left, depth)
    curtains(drawing, brief, window, back)
    if brief.has("chandelier", default=brief.style_name in ("baroque", "victorian", "art deco")):
        hang(drawing, brief, "chandelier", (-0.1, 0.42), height)


def _of_brick(brief: Brief) -> Brief:
    """Return the brief of a loft: its walls are of brick where the text does not say what they are of."""
    if {"wall"} & (brief.part_materials.keys() | brief.part_colors.keys()) or "brick_red" in brief.excluded:
        return brief
    return replace(brief, part_materials=brief.part_materials | {"wall": "brick_red"})


def _opposite(drawing: Drawing, brief: Brief, left: float, depth: float) -> None:
    """Draw what the left wall bears in front: a fireplace, or a television on its stand under a picture."""
    z = depth / 2 - 1.15
    if brief.has(
        "fireplace", default=brief.style_name in ("rustic", "victorian", "baroque") and not brief.has("television"),
    ):  # fmt: skip
        drawing.include(furniture("fireplace", brief), (left + 0.235, FLOOR, z), 90)
        _picture(drawing, brief, (left + 0.013, 1.62, z), (0.9, 0.62), turn=90)
        return
    stand = furniture("tv stand", replace(brief, excluded=brief.excluded | {"television"}))
    drawing.include(stand, (left + 0.24, FLOOR, z), 90)
    if brief.has("television", default=True):
        drawing.include(furniture("screen", brief, "tv"), (left + 0.24, FLOOR + surface(stand), z), 90)
    else:
        drawing.include(furniture("vase", brief), (left + 0.24, FLOOR + surface(stand), z + 0.3))
        _picture(drawing, brief, (left + 0.013, 1.3, z), (0.9, 0.62), turn=90)


def _table_things(brief: Brief) -> Drawing:
    things = Drawing(brief)
    things.include(furniture("book", brief, "stack"), (0.22, 0.0, 0.02), 12)
    things.add(
        "vessel", (0.24, 0.08, 0.24), (-0.2, -0.002, 0.0), form="bowl", name="bowl", material="ceramic_white",
        color=brief.choose("#5f7f86", "#c77b4f", ""),
    )  # fmt: skip
    return things


@archetype(
    "bedroom", "interior", "bedroom",
    "attic, attic room, guest room, "
    "bedroom, bed room, guest room, hotel room, master bedroom, bedroom interior, schlafzimmer, chambre à coucher, "
    "chambre, dormitorio, habitación, sleeping room, boudoir", hints="sleep, night, wake up",
    about="A room with a bed, bedside tables with lamps and a wardrobe, where people sleep.",
    parts="bed, nightstand, lamp, wardrobe, rug, curtain, plant, picture, mirror, bench, dresser",
    features="wardrobe, mirror, bench, curtain, chandelier",
)  # fmt: skip
def bedroom(drawing: Drawing, brief: Brief) -> None:
    """Draw a bedroom: bed between nightstands with lamps, wardrobe, rug, a bench at its foot, picture, curtains."""
    width, height, depth = room_box(brief, 4.6, 2.7, 4.2)
    window = (0.25, 1.7)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=window)
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    _rug(drawing, brief, (2.7, 1.7), (0.25, back + 2.33))
    bed = furniture("bed", brief)
    drawing.include(bed, (0.25, FLOOR + 0.002, back + 1.12))
    reach = max(thing.dimensions.width for thing in bed.objects) / 2 + 0.3
    for side in (-1, 1):
        stand = furniture("nightstand", brief)
        drawing.include(stand, (0.25 + side * reach, FLOOR, back + 0.28))
        drawing.include(furniture("lamp", brief), (0.25 + side * reach, FLOOR + surface(stand) + 0.002, back + 0.26))
    has_mirror = bool(form_of(brief, "mirror"))
    plain = replace(brief, excluded=brief.excluded | {"mirror"}) if has_mirror else brief
    drawing.include(furniture("wardrobe", plain), (left + 0.33, FLOOR, 0.2), 90)
    if brief.has(
        "bench",
        default=brief.style_name in ("contemporary", "art deco", "baroque", "victorian", "rustic", "realistic"),
    ):  # fmt: skip
        drawing.include(
            furniture("bench", brief, material=brief.part_materials.get("bench", "")),
            (0.25, FLOOR + 0.012, back + 2.55),
        )  # fmt: skip
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.4, FLOOR, depth / 2 - 0.5))
    if has_mirror:
        (wide, tall), own = mirror_form(brief, (0.7, 0.9))
        at = (left + 0.018, 1.25, depth / 2 - 0.65)
        drawing.add("mirror_glass", (wide, tall, 0.04), at, turn=(0, 90, 0), name="mirror",
                    **brief.of("mirror", "wood"), **own)  # fmt: skip
    else:
        _picture(drawing, brief, (left + 0.013, 1.35, depth / 2 - 0.6), (0.5, 0.66), turn=90)
    curtains(drawing, brief, window, back)
    if brief.has("chandelier", default=brief.style_name == "baroque"):
        hang(drawing, brief, "chandelier", (0.25, 0.3), height)


@archetype(
    "office", "interior", "office",
    "recording studio, art studio, artist studio, artist's studio, reception, control room, music studio, "
    "office, study, home office, workroom, office room, office interior, study room, workspace, büro, "
    "arbeitszimmer, bureau de travail, oficina, executive office, coworking space, open plan office",
    hints="work, computer, desk work",
    about="A room with a desk, a computer, an office chair and shelves, where people work.",
    parts="desk, chair, bookshelf, screen, lamp, rug, plant, cabinet, picture, clock",
    features="screen, clock",
)  # fmt: skip
def office(drawing: Drawing, brief: Brief) -> None:
    """Draw an office: desks with screens and office chairs, bookshelves, lamp, wall clock, waste bin, plant, rug."""
    desks = brief.count("desk", 1, least=1, most=_DESKS_MOST)
    columns = int(np.ceil(np.sqrt(desks)))
    more, rows = _STATION_M * (columns - 1), _STATION_M * (-(-desks // columns) - 1)
    width, height, depth = room_box(brief, 4.2 + more, 2.7, 3.6 + rows)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(0.45, 1.7))
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    _rug(drawing, brief, (2.2 + more, 1.6 + rows), (0.25, 0.3))
    for number in range(desks):
        x, z = _STATION_M * (number % columns) - more / 2, _STATION_M * (number // columns) - rows / 2
        drawing.include(furniture("desk", brief, "office"), (x + 0.25, FLOOR + 0.01, z + 0.15), 180)
        drawing.include(furniture("office chair", brief), (x + 0.3, FLOOR + 0.012, z - 0.62), 8)
    for number in range(brief.count("chair", 1, least=1, most=3) - 1):
        drawing.include(
            furniture("chair", brief),
            (0.68 - 0.8 * number, FLOOR + 0.012, 0.95 + rows / 2),
            180 + 16 * (2 * number - 1),
        )
    drawing.add(
        "turning", (0.27, 0.32, 0.27), (1.3 + more / 2, FLOOR - 0.002, -0.45),
        profile=[0.78, 0.0, 1.0, 0.97, 0.96, 1.0], is_flowing=False, name="waste_bin", **brief.of("bin", "metal"),
    )  # fmt: skip
    for z in (-0.72, 0.26):
        drawing.include(furniture("bookshelf", brief), (left + 0.19, FLOOR, z), 90)
    clock = furniture("wall clock", brief)
    drawing.include(clock, (width / 2 - 0.5, 1.75, back + 0.02))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.42, FLOOR, back + 0.42))
    drawing.include(furniture("floor lamp", brief), (left + 0.4, FLOOR, back + 0.36))
    _picture(drawing, brief, (left + 0.013, 1.35, 1.25), (0.5, 0.66), turn=90)
