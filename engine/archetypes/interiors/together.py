"""Rooms where people sit together: dining room, café, meeting room, classroom. The open side is +z."""

import numpy as np

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.curtains import curtains
from engine.archetypes.interiors.finishings import lay_rug
from engine.archetypes.interiors.shell import furniture, hang, room, room_box, surface
from engine.archetypes.register import archetype

_FLOOR = 0.098
_DESKS_MOST, _TABLES_MOST = 30, 20
_FEW_TABLES = ((-1.75, 1.3), (0.35, 1.35), (2.0, 0.4), (2.05, -1.1))  # in a small cafe; more stand in rows


@archetype(
    "dining room", "interior", "dining room",
    "dining room, breakfast room, eating room, esszimmer, salle à manger, comedor",
    hints="dine together, family dinner",
    about="A room with a dining table and chairs around it, a lamp above and a sideboard, where a family eats.",
    parts="table, chair, rug, sideboard, lamp, curtain, chandelier",
)  # fmt: skip
def dining_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a dining room: table with chairs on a rug, lamp above it, sideboard with a vase, picture, plant."""
    tables = brief.count("table", 1, least=1, most=_TABLES_MOST)
    columns = int(np.ceil(np.sqrt(tables)))
    more, rows = 2.9 * (columns - 1), 2.6 * (-(-tables // columns) - 1)
    width, height, depth = room_box(brief, 4.6 + more, 2.7, 4.0 + rows)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks")
    back = -depth / 2 + 0.12
    finish = brief.of("rug carpet", brief.choose("fabric_grey", "fabric_blue"))
    lay_rug(drawing, brief, (3.0 + more, 2.3 + rows), (0.2, _FLOOR, 0.35), finish)
    usual = 6 if tables < 2 else 4 * tables
    chairs = brief.count("chair", usual, least=2 * tables, most=10 * tables) // tables
    spots = [(0.2 + 2.9 * (k % columns) - more / 2, 0.35 + 2.6 * (k // columns) - rows / 2) for k in range(tables)]
    for x, z in spots:
        table = furniture("table", brief, "dining", chair=chairs)
        drawing.include(table, (x, _FLOOR + 0.012, z))
        drawing.include(furniture("vase", brief), (x, _FLOOR + 0.0135 + surface(table), z))
    drawing.include(furniture("sideboard", brief), (0.3, _FLOOR, back + 0.24))
    is_grand = brief.has("chandelier")
    for spot in spots:
        hang(drawing, brief, "chandelier" if is_grand else "pendant lamp", spot, height)
    if brief.has("curtain"):
        curtains(drawing, brief, (0.1, 1.9), back)
    drawing.add(
        "picture", (0.9, 0.65, 0.03), (-width / 2 + 0.133, 1.45, 0.3), turn=(0, 90, 0),
        art_color=brief.choose("#b4694a", "#5d7d8c", "#7c8f62"), **brief.of("picture", "wood"),
    )  # fmt: skip
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.4, _FLOOR, back + 0.4))


@archetype(
    "cafe", "interior", "cafe",
    "sushi bar, ramen bar, ice cream parlor, ice cream parlour, cocktail bar, "
    "cafe, café, coffee shop, coffee house, coffee bar, restaurant, bistro, diner, bar, pub, tavern, tea "
    "room, canteen," "pizzeria, kaffeehaus, kneipe, cafetería, restaurante",
    hints="drink coffee with friends, eat out",
    about="A room with a counter, stools and small tables with chairs, where guests eat and drink.",
    parts="counter, table, chair, stool, shelf, lamp, menu", features="counter, menu board=menu",
)  # fmt: skip
def cafe(drawing: Drawing, brief: Brief) -> None:
    """Draw a café: counter with machine and stools, bottles behind, small tables with chairs, lamps, menu board."""
    tables = brief.count("table", 3, least=1, most=_TABLES_MOST)
    columns = int(np.ceil(np.sqrt(1.4 * tables)))
    width, height, depth = room_box(brief, 6.0, 3.0, 4.8)
    if tables > len(_FEW_TABLES):
        wide, deep = 1.8 * columns + 0.6, 2.9 + 2.45 * -(-tables // columns)
        width, height, depth = room_box(brief, max(wide, 6.0), 3.0, deep)
    room(
        drawing, brief, width, height, depth, floor="wood" if brief.style_name != "industrial" else "concrete",
        pattern="planks", window=(width / 2 - 1.2, 1.7),
    )  # fmt: skip
    back = -depth / 2 + 0.12
    _bar(drawing, brief, (-0.75, back), height)
    rows = [((k % columns - (columns - 1) / 2) * 1.8, back + 3.4 + 2.45 * (k // columns)) for k in range(tables)]
    for x, z in _FEW_TABLES[:tables] if tables <= len(_FEW_TABLES) else rows:
        small = furniture("table", brief, "round", "small", chair=2)
        drawing.include(small, (x, _FLOOR, z), brief.vary(-25, 25))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.4, _FLOOR, back + 0.4))


def _bar(drawing: Drawing, brief: Brief, at: tuple[float, float], height: float) -> None:
    """Draw the counter with its machine and stools, the shelf of bottles and the board behind it, lamps above."""
    x, back = at
    body = brief.of("counter bar", "wood", is_main=True)
    drawing.add("box", (2.9, 1.02, 0.55), (x, _FLOOR - 0.002, back + 1.25), radius_m=0.01, name="counter", **body)
    drawing.add(
        "box", (3.04, 0.045, 0.7), (x, _FLOOR + 1.014, back + 1.28), radius_m=0.008, name="counter_top",
        **brief.of("top countertop", "stone", is_accent=True),
    )  # fmt: skip
    drawing.include(furniture("coffee machine", brief), (x - 0.9, _FLOOR + 1.056, back + 1.2), 180)
    for number in range(brief.count("stool", 4, most=5)):
        drawing.include(furniture("stool", brief, "bar"), (x - 1.05 + 0.7 * number, _FLOOR, back + 1.95))
    for level in (1.35, 1.75):
        drawing.add(
            "box",
            (2.6, 0.035, 0.24),
            (x, level, back + 0.115),
            radius_m=0.004,
            name="shelf",
            **brief.of("shelf", "wood"),
        )
        for number in range(8):
            size = brief.vary(0.2, 0.31)
            drawing.add(
                "vessel", (0.075, size, 0.075), (x - 1.1 + 0.31 * number, level + 0.033, back + 0.12), form="bottle",
                name="bottle", material="glass_tinted", color=brief.choose("#2f5d3a", "#6b3f1e", "#7a1f22", "#c9b27a"),
            )  # fmt: skip
    drawing.add("box", (1.5, 0.55, 0.03), (x, 2.2, back + 0.013), radius_m=0.004, name="menu", material="slate")
    for number in (-1, 0, 1):
        hang(drawing, brief, "pendant lamp", (x + number * 0.95, back + 1.3), height)


@archetype(
    "meeting room", "interior", "meeting room",
    "meeting room, conference room, boardroom, board room, council room, besprechungsraum, salle de réunion, "
    "sala de reuniones", hints="hold a meeting, present slides",
    about="A room with a long table, office chairs and a large screen, where colleagues meet.",
    parts="table, chair, screen, whiteboard, rug",
)  # fmt: skip
def meeting_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a meeting room: long table with office chairs, a screen on the wall, a sideboard, a plant."""
    width, height, depth = room_box(brief, 5.6, 2.8, 4.2)
    room(drawing, brief, width, height, depth, floor="fabric_grey", pattern="tiles", window=(width / 2 - 1.1, 1.5))
    back = -depth / 2 + 0.12
    top = brief.of("table top desk", "wood", is_main=True)
    metal = brief.of("leg frame", "metal")
    drawing.add(
        "table_top", (3.2, 0.04, 1.2), (0.2, _FLOOR + 0.7, 0.3), shape="rectangular", corner_m=0.18, name="table", **top
    )
    for x in (-0.95, 1.35):
        drawing.add("box", (0.1, 0.702, 0.7), (x, _FLOOR, 0.3), radius_m=0.02, name="table_leg", **metal)
    chairs = brief.count("chair", 6, least=2, most=8)
    for number in range(chairs):
        side = 1 if number % 2 else -1
        x = 0.2 + ((number // 2) - (chairs // 2 - 1) / 2) * 0.95
        drawing.include(
            furniture("office chair", brief), (x, _FLOOR + 0.001, 0.3 + side * 0.98), 180 if side > 0 else 0
        )
    drawing.add(
        "display", (1.7, 1.0, 0.06), (-0.5, 1.1, back + 0.028), name="screen", **brief.of("screen", "plastic_black")
    )
    drawing.include(furniture("sideboard", brief), (-0.5, _FLOOR, back + 0.24))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.4, _FLOOR, back + 0.42))


@archetype(
    "classroom", "interior", "classroom",
    "classroom, class room, schoolroom, school room, lecture room, seminar room, training room, "
    "klassenzimmer, salle de classe, aula", hints="teach pupils, learn at school",
    about="A room with a blackboard, a teacher's desk and rows of small desks with chairs, where pupils are taught.",
    parts="desk, chair, board, blackboard, whiteboard, shelf", features="whiteboard, blackboard",
)  # fmt: skip
def classroom(drawing: Drawing, brief: Brief) -> None:
    """Draw a classroom: board, teacher's desk, rows of desks with chairs, a globe, a bookshelf."""
    usual = brief.counts.get("chair", 2 * brief.count("column", 3, least=2, most=4))
    desks = brief.count("desk", min(usual, _DESKS_MOST), least=1, most=_DESKS_MOST)
    chairs = brief.count("chair", desks, most=desks)
    columns = int(np.ceil(np.sqrt(desks)))
    rows = -(-desks // columns)
    width, height, depth = room_box(brief, 6.4 + 1.75 * max(columns - 3, 0), 2.9, 5.4 + 1.35 * max(rows - 2, 0))
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(width / 2 - 1.15, 1.6))
    back = -depth / 2 + 0.12
    is_white = brief.has(
        "whiteboard", default=brief.style_name in ("modern", "minimalist", "futuristic", "contemporary")
    )
    board = brief.of("board blackboard whiteboard", "plastic_white" if is_white else "slate")
    drawing.add("box", (2.8, 1.2, 0.04), (-0.9, 0.98, back + 0.018), radius_m=0.004, name="board", **board)
    drawing.add(
        "frame",
        (2.92, 1.32, 0.05),
        (-0.9, 0.92, back + 0.022),
        border_m=0.06,
        name="board_frame",
        **brief.of("frame", "wood"),
    )
    teacher = furniture("desk", brief)
    drawing.include(teacher, (0.6, _FLOOR, back + 1.05))
    drawing.include(furniture("globe", brief), (0.1, _FLOOR + surface(teacher), back + 1.0))
    legs, top = brief.of("leg frame", "metal"), brief.of("desk table top", "wood", is_main=True)
    for number in range(desks):
        row, column = divmod(number, columns)
        place = (1.2 - width / 2 + 1.75 * column, 3.15 - depth / 2 + 1.35 * row)
        _pupils_desk(drawing, place, top=top, legs=legs)
        if number < chairs:
            drawing.include(furniture("chair", brief), (place[0], _FLOOR, place[1] + 0.5), 180)
    drawing.include(furniture("bookshelf", brief), (-width / 2 + 0.12 + 0.19, _FLOOR, back + 0.75), 90)


def _pupils_desk(drawing: Drawing, at: tuple[float, float], *, top: Finish, legs: Finish) -> None:
    x, z = at
    drawing.add("table_top", (0.7, 0.025, 0.5), (x, _FLOOR + 0.69, z), corner_m=0.03, name="pupils_desk", **top)
    for side in (-0.29, 0.29):
        for end in (-0.19, 0.19):
            drawing.add("post", (0.03, 0.694, 0.03), (x + side, _FLOOR - 0.001, z + end), name="desk_leg", **legs)
