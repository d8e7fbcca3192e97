"""Tables, desks, shelves and cabinets; the front is +z."""

from dataclasses import replace
from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype, draw


@archetype(
    "table", "furniture", "table",
    "table, dining table, coffee table, side table, end table, kitchen table, round table, nightstand, "
    "bedside table, console table, picnic table, low table, bench",
)  # fmt: skip
def table(drawing: Drawing, brief: Brief) -> None:
    """Draw a table, and as many chairs around it as the text counts."""
    width, height, depth = _table(drawing, brief)
    chairs = brief.count("chair", 0, most=12)
    if chairs and height > 0.6:
        _chairs_around(drawing, brief, chairs, width, depth)


def _chairs_around(drawing: Drawing, brief: Brief, count: int, width: float, depth: float) -> None:
    """Draw chairs: at the two ends first if there are many, the others along the long sides, or in a ring."""
    own = replace(brief, counts={}, sizes={}, words=frozenset(), modifiers=frozenset())
    if brief.has("round", "circular", "oval"):
        for number in range(count):
            angle = 360.0 * number / count
            reach = (width / 2 + 0.22, depth / 2 + 0.22)
            drawing.include(
                draw("chair", own), (reach[0] * sin(radians(angle)), 0, reach[1] * cos(radians(angle))), angle + 180
            )
        return
    ends = 2 if count > 4 else 0
    sides = count - ends
    front, back = (sides + 1) // 2, sides // 2
    for row, side in ((front, 1), (back, -1)):
        for number in range(row):
            x = width * 0.86 * ((number + 0.5) / row - 0.5)
            drawing.include(draw("chair", own), (x, 0, side * (depth / 2 + 0.16)), 180 if side > 0 else 0)
    for side in (1, -1)[:ends]:
        drawing.include(draw("chair", own), (side * (width / 2 + 0.16), 0, 0), -90 * side)


def _table(drawing: Drawing, brief: Brief) -> Triple:
    """Draw top, apron, legs or a pedestal, and return the table's size."""
    is_low = bool(brief.words & {"coffee", "low"})
    is_round = brief.has("round", "circular", "oval")
    natural = (1.1, 0.42, 0.6) if is_low else (1.6, 0.75, 0.9)
    if is_round:
        natural = (0.85, natural[1], 0.85) if is_low else (1.15, natural[1], 1.15)
    if brief.words & {"side", "bedside", "end", "nightstand"}:
        natural = (0.48, 0.55, 0.48)
    width, height, depth = brief.box(*natural)
    top = brief.of("top surface tabletop table", "wood", is_main=True)
    legs = brief.of(
        "leg frame base pedestal", "metal" if brief.style.leg == "hairpin" else top["material"], is_accent=True
    )
    legs["color"] = legs["color"] or (top["color"] if legs["material"] == top["material"] else "")
    thick = 0.034 * brief.style.heft
    drawing.add(
        "table_top",
        (width, thick, depth),
        (0, height - thick, 0),
        shape="round" if is_round else "rectangular",
        corner_m=0.03 * brief.style.edge,
        name="top",
        **top,
    )
    under = height - thick
    if is_round and not brief.counts.get("leg"):
        drawing.add(
            "turning",
            (min(width, depth) * 0.52, under + 0.002, min(width, depth) * 0.52),
            profile=[1.0, 0, 1.0, 0.03, 0.9, 0.06, 0.3, 0.12, 0.17, 0.3, 0.22, 0.6, 0.16, 0.78, 0.4, 0.96, 0.7, 1.0],
            name="pedestal",
            **legs,
        )
        return width, height, depth
    apron = 0.085 if not is_low else 0.06
    post = (0.07 if not is_low else 0.05) * brief.style.heft * (2.2 if brief.style.leg == "hairpin" else 1.0)
    if brief.style.leg != "hairpin":
        drawing.add(
            "rail_frame",
            (width * 0.88, apron, depth * 0.84),
            (0, under - apron + 0.002, 0),
            board_m=0.022,
            name="apron",
            **legs,
        )
    _legs(drawing, brief, width, depth, legs, under, post)
    _drawer_and_shelf(drawing, brief, is_low, width, height, depth, top, under, apron)
    return width, height, depth


def _legs(drawing: Drawing, brief: Brief, width: float, depth: float, legs: Finish, under: float, post: float) -> None:
    """Draw the legs at the corners, and at the middle if there are more than four."""
    count = brief.count("leg", 4, least=3, most=8)
    places = [(x, z) for z in (1, -1) for x in (1, -1)] if count <= 4 else [(x, z) for z in (1, -1) for x in (1, 0, -1)]
    if count == 3:
        places = [(1, 1), (-1, 1), (0, -1)]
    for x, z in places:
        turn = (
            {(1, 1): 0.0, (-1, 1): -90.0, (-1, -1): 180.0, (1, -1): 90.0}.get((x, z), 0.0)
            if brief.style.leg == "sabre"
            else 0.0
        )
        drawing.add(
            "leg",
            (post, under + 0.001, post),
            (x * (width * 0.44 - post * 0.4), 0, z * (depth * 0.42 - post * 0.4)),
            turn=(0, turn, 0),
            style=brief.style.leg,
            **legs,
        )


def _drawer_and_shelf(
    drawing: Drawing,
    brief: Brief,
    is_low: bool,
    width: float,
    height: float,
    depth: float,
    top: Finish,
    under: float,
    apron: float,
) -> None:
    """Draw a drawer in the apron and a shelf below, if they are wanted."""
    if brief.words & {"drawer"} or "drawer" in brief.features:
        drawing.add(
            "front", (width * 0.4, apron * 0.8, 0.02), (0, under - apron * 0.9, depth * 0.42), name="drawer", **top
        )
        drawing.add(
            "handle",
            (0.05, 0.03, 0.03),
            (0, under - apron * 0.5 - 0.015, depth * 0.42 + 0.02),
            style="knob",
            material="brass_polished",
        )
    if is_low and brief.has("shelf", default=brief.style_name == "rustic"):
        drawing.add("board", (width * 0.84, 0.022, depth * 0.78), (0, height * 0.26, 0), name="shelf", **top)


@archetype(
    "desk", "furniture", "desk",
    "desk, writing desk, workstation, computer desk, office desk, standing desk, bureau, work desk",
)  # fmt: skip
def desk(drawing: Drawing, brief: Brief) -> None:
    """Draw a writing desk.

    Top, a drawer pedestal, legs, and on it a lamp, a screen and a keyboard if the words ask for a workplace.
    """
    width, height, depth = brief.box(1.5, 0.75, 0.72)
    top = brief.of("top desk surface body", "wood", is_main=True)
    legs = brief.of("leg frame", "metal", is_accent=True)
    thick = 0.032 * brief.style.heft
    drawing.add(
        "table_top", (width, thick, depth), (0, height - thick, 0), corner_m=0.012 * brief.style.edge, name="top", **top
    )
    pedestal = min(0.42, width * 0.3)
    drawing.add(
        "cabinet",
        (pedestal, height - thick + 0.002, depth * 0.88),
        (width / 2 - pedestal / 2 - 0.03, 0, 0),
        name="pedestal",
        doors=0,
        drawers=brief.count("drawer", 3, least=1, most=6),
        front=brief.style.front,
        handle=brief.style.handle,
        plinth_m=0.05,
        handles_material=brief.style.metal,
        **top,
    )
    post = 0.05 * brief.style.heft * (2.4 if brief.style.leg == "hairpin" else 1.0)
    for z in (1, -1):
        drawing.add(
            "leg",
            (post, height - thick + 0.001, post),
            (-width / 2 + post * 0.5 + 0.04, 0, z * (depth / 2 - post * 0.5 - 0.04)),
            style=brief.style.leg if brief.style.leg != "sabre" else "tapered",
            **legs,
        )
    drawing.add(
        "board",
        (width - pedestal - 0.1, height * 0.4, 0.016),
        (-pedestal / 2 - 0.01, height - thick - height * 0.4 + 0.002, -depth * 0.36),
        name="modesty_panel",
        **top,
    )
    if brief.has(
        "monitor",
        "computer",
        "screen",
        "workstation",
        default=brief.words & {"office", "workplace", "setup", "gaming"} != set(),
    ):
        _workplace(drawing, height, depth)


def _workplace(drawing: Drawing, y: float, depth: float) -> None:
    drawing.add(
        "display", (0.62, 0.36, 0.03), (-0.12, y + 0.11, -depth * 0.24), material="plastic_black", name="monitor"
    )
    drawing.add(
        "post", (0.04, 0.2, 0.04), (-0.12, y + 0.005, -depth * 0.24 - 0.03), material="aluminium", name="monitor_stand"
    )
    drawing.add(
        "plate",
        (0.24, 0.012, 0.18),
        (-0.12, y - 0.001, -depth * 0.24 - 0.01),
        material="aluminium",
        name="monitor_foot",
    )
    drawing.add("keyboard", (0.42, 0.024, 0.13), (-0.14, y - 0.001, depth * 0.14), material="plastic_white")
    drawing.add(
        "pointer", (0.062, 0.036, 0.11), (0.16, y - 0.001, depth * 0.15), material="plastic_white", name="mouse"
    )


@archetype(
    "bookshelf", "furniture", "storage",
    "bookshelf, bookcase, book shelf, shelf, shelving, shelving unit, book case, rack, shelf unit",
)  # fmt: skip
def bookshelf(drawing: Drawing, brief: Brief) -> None:
    """Draw a bookshelf with rows of books, a vase and a pillar or two between them."""
    width, height, depth = brief.box(0.9, 1.9, 0.3)
    wood = brief.of("bookshelf shelf body frame", "wood", is_main=True)
    shelves = brief.count("shelf", max(2, round(height / 0.36) - 1), least=1, most=10)
    wall, foot = 0.024 * brief.style.heft, 0.06
    has_cornice = brief.style_name in ("rustic", "realistic", "steampunk", "art deco")
    overhang = 0.04 if has_cornice else 0.0
    width, depth = width - overhang, depth - overhang
    drawing.add(
        "shelf_unit",
        (width, height - foot - overhang / 2, depth),
        (0, foot, 0),
        shelves=shelves,
        wall_m=wall,
        name="carcass",
        **wood,
    )
    drawing.add("board", (width * 0.96, foot + 0.004, depth * 0.9), (0, 0, -depth * 0.03), name="plinth", **wood)
    if has_cornice:
        drawing.add(
            "board",
            (width + overhang, 0.04, depth + overhang),
            (0, height - 0.04, 0),
            name="cornice",
            radius_m=0.012,
            **wood,
        )
    if brief.excluded & {"book"}:
        return
    tall = (height - foot - overhang / 2 - wall) / (shelves + 1)
    inner = width - 2 * wall
    for level in range(shelves + 1):
        y = foot + tall * level + wall - 0.001
        fill = brief.vary(0.45, 0.98)
        left = bool(brief.random.integers(2))
        row = inner * fill
        drawing.add(
            "books",
            (row, min(tall - wall - 0.03, 0.3), depth * 0.8),
            ((-1 if left else 1) * (inner - row) / 2, y, 0.0),
            material="paper",
            seed=int(brief.random.integers(10_000)),
        )
        if fill < 0.7:
            size = min(inner * (1 - fill) * 0.7, 0.16)
            x = (1 if left else -1) * (inner / 2 - size * 0.75)
            form = brief.choose("classic", "bottle", "moon", "tulip")
            drawing.add(
                "vessel",
                (size, min(size * 1.5, tall - wall - 0.03), size),
                (x, y, 0),
                form=form,
                name="vase",
                material=brief.choose("ceramic_white", "terracotta", "ceramic_white"),
                color=brief.choose("", "#56766f", "#c9a66b"),
            )


@archetype(
    "cabinet", "furniture", "storage",
    "cabinet, sideboard, wardrobe, cupboard, closet, dresser, chest of drawer, chest, credenza, armoire, tv "
    "stand, filing cabinet, buffet, locker",
    hints="storage, store",
)  # fmt: skip
def cabinet(drawing: Drawing, brief: Brief) -> None:
    """Draw a sideboard, wardrobe or chest of drawers."""
    if brief.words & {"wardrobe", "closet", "armoire"}:
        natural, doors, drawers = (1.3, 2.05, 0.6), 2, 1
    elif brief.words & {"dresser", "chest"}:
        natural, doors, drawers = (1.0, 0.85, 0.48), 0, 4
    else:
        natural, doors, drawers = (1.6, 0.72, 0.45), 4, 0
    width, height, depth = brief.box(*natural)
    wood = brief.of("cabinet body door", "wood", is_main=True)
    grip = brief.of("handle knob", brief.style.metal, is_accent=True)
    foot = 0.14 if natural[1] < 1 else 0.08
    drawing.add(
        "cabinet",
        (width, height - foot - 0.025, depth),
        (0, foot, 0),
        name="carcass",
        doors=brief.count("door", doors, most=8),
        drawers=brief.count("drawer", drawers, most=8),
        front=brief.style.front,
        handle=brief.style.handle,
        handles_material=grip["material"],
        handles_color=grip["color"],
        **wood,
    )
    drawing.add(
        "table_top",
        (width + 0.02, 0.026, depth + 0.015),
        (0, height - 0.026, 0.003),
        corner_m=0.008,
        name="top",
        **wood,
    )
    legs = brief.of("leg", wood["material"])
    for x in (1, -1):
        for z in (1, -1):
            drawing.add(
                "leg",
                (0.045, foot + 0.003, 0.045),
                (x * (width / 2 - 0.07), 0, z * (depth / 2 - 0.06)),
                style=brief.style.leg if brief.style.leg in ("round", "turned", "tapered") else "square",
                **legs,
            )
