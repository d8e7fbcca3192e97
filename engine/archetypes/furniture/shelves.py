"""Bookshelves and shoe racks; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import settle
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_CORNICED = frozenset({"rustic", "realistic", "steampunk", "art deco", "victorian", "gothic", "baroque"})
_STANDING = frozenset({"bookshelf", "bookcase", "unit", "case", "cube"})
_RISE_M = 0.36  # from board to board on a wall


@archetype(
    "bookshelf", "furniture", "storage",
    "bookshelf, bookcase, book shelf, shelf, shelving, shelving unit, book case, rack, shelf unit, wall shelf, "
    "ladder shelf, cube shelf, étagère, bücherregal, estantería, "
    "storage shelf, floating shelf, display shelf, rack shelf",
    hints="books",
    about="A tall open case of shelves for books and ornaments.",
    parts="shelf, book, cornice, plinth",
)  # fmt: skip
def bookshelf(drawing: Drawing, brief: Brief) -> None:
    """Draw a bookshelf with rows of books and a vase or two: a case, cubes, boards in a frame of pipe or on a wall."""
    if "floating" in brief.words or ("wall" in brief.words and not brief.words & _STANDING):
        _wall_boards(drawing, brief)
        return
    is_cube = "cube" in brief.words
    width, height, depth = brief.box(*((1.2, 1.2, 0.36) if is_cube else (0.9, 1.9, 0.3)), grows=True)
    shelves = brief.count("shelf", max(2, round(height / 0.36) - 1), least=1, most=10)
    if brief.style_name in ("industrial", "contemporary", "bauhaus") or brief.words & {"ladder", "pipe"}:
        _open_frame(drawing, brief, width, height, depth, shelves)
    else:
        _case(
            drawing,
            brief,
            width,
            height,
            depth,
            shelves,
            columns=3 if is_cube else max(1, round(width / 1.1)),
            is_cube=is_cube,
        )


def _wall_boards(drawing: Drawing, brief: Brief) -> None:
    """Draw thick boards one above the other that a wall holds, those that do not float on brackets."""
    count = brief.count("shelf", 1, least=1, most=6)
    width, height, depth = brief.box(0.9, 0.04 + _RISE_M * (count - 1), 0.22, grows=True)
    thick = min(0.04, height)
    wood = brief.of("bookshelf shelf body board", "wood", is_main=True)
    metal = brief.of("bracket", "iron_black", is_accent=True)
    for number in range(count):
        y = (height - thick) * number / max(1, count - 1)
        drawing.add("board", (width, thick, depth), (0, y, 0), name="shelf", radius_m=0.003, held="wall", **wood)
        for side in (1.0, -1.0) if "floating" not in brief.words else ():
            at = (side * width * 0.36, y - 0.14, -depth * 0.06)
            drawing.add("bent_bar", (0.025, 0.145, depth * 0.86), at, path=[0, -1, -1, 0, 1, -1, 0, 1, 1],
                        thickness_m=0.012, bar_m=0.025, name="bracket", **metal)  # fmt: skip
        if "book" not in brief.excluded:
            _filled(drawing, brief, 0.0, y + thick - 0.001, width * 0.9, _RISE_M - thick - 0.03, depth)
    settle(drawing)


def _case(
    drawing: Drawing,
    brief: Brief,
    width: float,
    height: float,
    depth: float,
    shelves: int,
    *,
    columns: int,
    is_cube: bool,
) -> None:
    wood = brief.of("bookshelf shelf body frame", "wood", is_main=True)
    wall, foot = 0.024 * brief.style.heft, 0.06
    has_cornice = brief.style_name in _CORNICED and not is_cube
    overhang = 0.04 if has_cornice else 0.0
    width, depth = width - overhang, depth - overhang
    shelves = columns - 1 if is_cube else shelves
    tall = height - foot - overhang / 2
    case = drawing.add(
        "shelf_unit", (width, tall, depth), (0, foot, 0), shelves=shelves, columns=columns, wall_m=wall,
        name="carcass", **wood,
    )  # fmt: skip
    dress(drawing, brief, case, "left", "right")
    drawing.add("board", (width * 0.96, foot + 0.004, depth * 0.9), (0, 0, -depth * 0.03), name="plinth", **wood)
    if has_cornice:
        size = (width + overhang, 0.04, depth + overhang)
        drawing.add("board", size, (0, height - 0.04, 0), name="cornice", radius_m=0.012, **wood)
        rail = (width, 0.05, 0.02)
        drawing.add("board", rail, (0, height - 0.088, depth / 2 + 0.002), name="frieze", radius_m=0.004, **wood)
    if brief.excluded & {"book"}:
        return
    level_m = (tall - wall) / (shelves + 1)
    for level in range(shelves + 1):
        room = level_m - wall - (0.06 if has_cornice and level == shelves else 0.03)
        for column in range(columns):
            inner = (width - wall) / columns - wall
            x = (column - (columns - 1) / 2) * (inner + wall)
            _filled(drawing, brief, x, foot + level_m * level + wall - 0.001, inner, room, depth)


def _open_frame(drawing: Drawing, brief: Brief, width: float, height: float, depth: float, shelves: int) -> None:
    """Draw boards between two ladders of pipe or bar."""
    wood = brief.of("bookshelf shelf body board", "wood", is_main=True)
    metal = brief.of("frame post side leg", "metal", is_accent=True)
    pipe = 0.032 if brief.style_name == "industrial" else 0.02
    gap = (height - 0.12 - 0.03) / shelves
    for side in (1.0, -1.0):
        for z in (1.0, -1.0):
            at = (side * (width / 2 - pipe / 2), 0, z * (depth / 2 - pipe / 2))
            drawing.add("post", (pipe, height, pipe), at, name="post", edge=0.3, **metal)
            if brief.style_name == "industrial":
                drawing.add("disc", (pipe * 2.2, 0.014, pipe * 2.2), at, name="flange", **metal)
        for level in range(shelves + 1):
            y = 0.1 + gap * level + pipe * 0.4 - depth / 2 + pipe / 2
            size = (pipe * 0.8, depth - pipe, pipe * 0.8)
            drawing.add("post", size, (side * (width / 2 - pipe / 2), y, 0), turn=(90, 0, 0), name="rung", **metal)
    for level in range(shelves + 1):
        y = 0.1 + gap * level + pipe * 0.75
        drawing.add("board", (width - 0.01, 0.028, depth - 2.2 * pipe), (0, y, 0), name="shelf", **wood)
        if level < shelves and "book" not in brief.excluded:
            _filled(drawing, brief, 0.0, y + 0.027, width - 4 * pipe, gap - 0.07, depth - 2.2 * pipe)


def _filled(drawing: Drawing, brief: Brief, x: float, y: float, inner: float, room: float, depth: float) -> None:
    """Draw a row of books on one board, and a vase where they leave room."""
    fill, is_left = brief.vary(0.45, 0.98), bool(brief.random.integers(2))
    row = inner * fill
    at = (x + (-1 if is_left else 1) * (inner - row) / 2, y, 0.0)
    seed = int(brief.random.integers(10_000))
    drawing.add("books", (row, min(room, 0.3), depth * 0.8), at, seed=seed, **brief.of("book", "paper"))
    if fill < 0.7:
        size = min(inner * (1 - fill) * 0.7, 0.16)
        at = (x + (1 if is_left else -1) * (inner / 2 - size * 0.75), y, 0)
        drawing.add(
            "vessel", (size, min(size * 1.5, room), size), at, name="vase",
            form=brief.choose("classic", "bottle", "moon", "tulip"),
            material=brief.choose("ceramic_white", "terracotta"), color=brief.choose("", "#56766f", "#c9a66b"),
        )  # fmt: skip


@archetype(
    "shoe rack", "furniture", "storage",
    "shoe rack, shoe shelf, shoe cabinet, shoe stand, shoe storage, schuhregal, "
    "boot rack",
    about="A low rack of sloping slatted shelves by the front door on which pairs of shoes are kept.",
    parts="slat, shelf",
)  # fmt: skip
def shoe_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw two end frames with sloping tiers of bars."""
    tiers = brief.count("tier", brief.count("shelf", 3, least=1, most=6), least=1, most=6)
    width, height, depth = brief.box(0.8, 0.2 * tiers + 0.12, 0.32, grows=True)
    wood = brief.of("rack frame body shelf", "wood", is_main=True)
    bar = brief.of(
        "slat bar", wood["material"] if brief.style_name in ("rustic", "realistic") else "metal", is_accent=True
    )
    for side in (1.0, -1.0):
        for z in (1.0, -1.0):
            at = (side * (width / 2 - 0.014), 0, z * (depth / 2 - 0.018))
            drawing.add("box", (0.028, height, 0.036), at, radius_m=0.005, name="post", **wood)
        drawing.add(
            "box", (0.028, 0.03, depth - 0.04), (side * (width / 2 - 0.014), height - 0.06, 0), name="rail", **wood
        )
    for tier in range(tiers):
        y = 0.1 + (height - 0.16) / tiers * tier
        for side in (1.0, -1.0):
            tier_at = (side * (width / 2 - 0.014), y, 0)
            drawing.add("box", (0.022, 0.024, depth - 0.03), tier_at, turn=(14, 0, 0), name="rail", **wood)
        for step in range(4):
            z = (step - 1.5) * depth * 0.22
            bar_at = (0, y + 0.014 - z * 0.25 - width / 2 + 0.012, z)
            drawing.add("post", (0.016, width - 0.024, 0.016), bar_at, turn=(0, 0, 90), name="slat", **bar)
