"""Cabinets, wardrobes, chests of drawers and other cases with fronts; the front is +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import corner_legs, grips, leg_style, same_as
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_GLAZED = frozenset({"display", "china", "curio", "vitrine", "hutch"})
_CORNICED = frozenset({"realistic", "rustic", "steampunk", "victorian", "baroque", "gothic", "art deco"})
_PLINTHED = frozenset({"rustic", "art deco", "futuristic", "minimalist", "gothic"})
_NAMES = "cabinet body door frame wardrobe sideboard chest dresser"


def _case(
    drawing: Drawing, brief: Brief, size: Triple, wood: Finish, *, doors: int, drawers: int, foot: float, y: float = 0.0
) -> None:
    """Draw a case with its top, on legs or a plinth."""
    width, height, depth = size
    is_plinth = foot < 0.05 or brief.style_name in _PLINTHED
    foot = min(foot, 0.07) if is_plinth else foot
    body = drawing.add(
        "cabinet", (width, height - foot - 0.025, depth), (0, y + foot, 0), name="carcass",
        doors=brief.count("door", doors, most=8), drawers=brief.count("drawer", drawers, most=9), **grips(brief),
    **wood, )  # fmt: skip
    dress(drawing, brief, body, "left", "right")
    over = {"minimalist": 0.0, "futuristic": 0.0, "modern": 0.0}.get(brief.style_name, 0.025)
    corner = 0.008 + 0.02 * (brief.style.edge > 2)
    top = (width + over, 0.027, depth + over * 0.6)
    drawing.add(
        "table_top",
        top,
        (0, y + height - 0.027, over * 0.2),
        corner_m=corner,
        name="top",
        **same_as(brief, "top", wood),
    )
    legs = same_as(brief, "leg foot base", wood)
    if is_plinth:
        recess = -0.05 if brief.style_name in ("futuristic", "minimalist") else 0.012
        drawing.add(
            "box", (width + recess, foot + 0.003, depth + recess), (0, y, 0), name="plinth", radius_m=0.004, **legs
        )
        return
    style = leg_style(brief, "square")
    corner_legs(drawing, brief, legs, (width / 2 - 0.06, depth / 2 - 0.055), foot + 0.004, 0.045, style=style, y=y)


@archetype(
    "cabinet", "furniture", "storage",
    "cabinet, cupboard, filing cabinet, file cabinet, locker, display cabinet, china cabinet, hutch, kitchen cabinet, "
    "curio cabinet, vitrine, storage cabinet, schrank, armario, "
    "storage unit, china cabinet, drinks cabinet, liquor cabinet, medicine cabinet, larder, pantry cupboard, "
    "apothecary cabinet",
    hints="storage, store",
    about="A case with doors, and often drawers, that keeps things out of sight.",
    parts="door, drawer, top, pane, shelf",
    features="glass door, display",
)  # fmt: skip
def cabinet(drawing: Drawing, brief: Brief) -> None:
    """Draw a cabinet: with doors, glazed for display, a filing cabinet or a locker."""
    if brief.words & {"wardrobe", "closet", "armoire"}:
        wardrobe(drawing, brief)
    elif brief.words & {"dresser", "chest"}:
        chest_of_drawers(drawing, brief)
    elif not brief.words:
        sideboard(drawing, brief)
    elif brief.words & {"filing", "file", "locker"}:
        _steel(drawing, brief)
    elif brief.words & {"display", "china", "curio", "vitrine", "hutch"} or _is_glazed(brief):
        _display(drawing, brief)
    else:
        size = brief.box(0.9, 1.15, 0.42, grows=True)
        wood = brief.of(_NAMES, "wood", is_main=True)
        _case(drawing, brief, size, wood, doors=2, drawers=1, foot=0.12)


def _is_glazed(brief: Brief) -> bool:
    """Return whether a cabinet has doors of glass, or is said to be of glass."""
    return any(name.startswith("glass") for name in (brief.part_materials.get("door", ""), *brief.materials[:1]))


def _steel(drawing: Drawing, brief: Brief) -> None:
    """Draw a filing cabinet of steel drawers, or a row of lockers."""
    is_locker = "locker" in brief.words
    width, height, depth = brief.box(*((0.9, 1.8, 0.48) if is_locker else (0.46, 1.32, 0.6)))
    steel = brief.of(_NAMES, "steel_brushed", is_main=True)
    hold = grips(brief) | {"front": "flat" if not is_locker else "slatted", "handle": "bar"}
    drawing.add("box", (width - 0.03, 0.05, depth - 0.04), (0, 0, -0.01), name="plinth", material="plastic_black")
    doors, drawers = (3, 0) if is_locker else (0, 4)
    drawing.add("cabinet", (width, height - 0.045, depth), (0, 0.045, 0), name="carcass",
                doors=brief.count("door", doors, most=8), drawers=brief.count("drawer", drawers, most=8),
                front=hold["front"], handle=hold["handle"], handles_material=hold["handles_material"],
                handles_color=hold["handles_color"], **steel)  # fmt: skip


def _display(drawing: Drawing, brief: Brief) -> None:
    """Draw glazed doors over shelves, a base with doors below."""
    width, height, depth = brief.box(1.0, 1.95, 0.42, grows=True)
    wood, low = brief.of(_NAMES, "wood", is_main=True), 0.75
    if wood["material"].startswith("glass"):  # panes of it, in a frame
        wood = brief.finish(brief.allowed(brief.style.metal), "")
    _case(drawing, brief, (width, low, depth), wood, doors=2, drawers=2, foot=0.08)
    tall, deep = height - low - 0.04, depth - 0.06
    drawing.add("shelf_unit", (width - 0.04, tall + 0.002, deep), (0, low - 0.002, -0.03),
                shelves=brief.count("shelf", 2), wall_m=0.022, name="vitrine", **wood)  # fmt: skip
    for side in (1.0, -1.0):
        wide = (width - 0.04) / 2 - 0.003
        at = (side * (width - 0.04) / 4, low, deep / 2 - 0.03 + 0.008)
        drawing.add("frame", (wide, tall - 0.002, 0.022), at, border_m=0.055, name="door", **wood)
        drawing.add(
            "box",
            (wide - 0.1, tall - 0.1, 0.005),
            (at[0], low + 0.05, at[2]),
            name="pane",
            **brief.of("pane", "glass_clear"),
        )
        knob = brief.of("handle knob", brief.style.accent)
        drawing.add(
            "handle",
            (0.03, 0.03, 0.03),
            (side * 0.035, low + tall * 0.45, at[2] + 0.025),
            style="knob",
            name="knob",
            **knob,
        )
    drawing.add("board", (width, 0.045, depth), (0, height - 0.044, -0.01), radius_m=0.012, name="cornice", **wood)
    for number in range(4):
        x = (-0.3 + 0.2 * number) * width
        drawing.add("vessel", (0.11, 0.16, 0.11), (x, low + 0.019 + (tall - 0.022) / 3 * (number % 3), -0.03),
                    name="vase", form=brief.choose("classic", "bottle", "moon", "tulip"),
                    material="ceramic_white")  # fmt: skip


@archetype(
    "wardrobe", "furniture", "storage",
    "wardrobe, closet, armoire, clothes closet, kleiderschrank, penderie, ropero, "
    "clothes cupboard, garment cupboard, linen press",
    about="A tall case with doors in which clothes hang, found in bedrooms.",
    parts="door, drawer, cornice, mirror",
    features="mirror, sliding door",
)  # fmt: skip
def wardrobe(drawing: Drawing, brief: Brief) -> None:
    """Draw a wardrobe: tall doors over drawers, a cornice where the style has one, a mirror if asked for."""
    usual = min(6, max(2, round(brief.sizes.get("width", 0.0) / 0.65)))
    doors = brief.count("door", usual, least=1, most=6)
    width, height, depth = brief.box(0.65 * max(doors, 2), 2.05, 0.6, grows=True)
    wood = brief.of(_NAMES, "wood", is_main=True)
    foot, crown = 0.08, 0.07 if brief.style_name in _CORNICED else 0.022
    drawers = brief.count("drawer", 2 if brief.style_name not in ("minimalist", "futuristic", "modern") else 0, most=4)
    low = foot + (0.3 if drawers else 0.0)
    drawing.add("box", (width - 0.02, foot + 0.003, depth - 0.04), (0, 0, -0.01), radius_m=0.004, name="plinth", **wood)
    if drawers:
        each = width / drawers
        for number in range(drawers):
            x = -width / 2 + each * (number + 0.5)
            drawing.add(
                "cabinet",
                (each, 0.304, depth),
                (x, foot, 0),
                name="drawer_case",
                doors=0,
                drawers=1,
                **grips(brief),
                **wood,
            )
    body = drawing.add("cabinet", (width, height - low - crown + 0.002, depth), (0, low, 0), name="carcass",
                       doors=doors, drawers=0, **grips(brief), **wood)  # fmt: skip
    dress(drawing, brief, body, "left", "right")
    over = 0.07 if crown > 0.05 else 0.0
    drawing.add(
        "box",
        (width + over, crown, depth + over * 0.6),
        (0, height - crown, over * 0.15),
        radius_m=crown * 0.3,
        name="cornice",
        **wood,
    )
    if crown > 0.05:
        size = (width + over * 0.5, 0.03, depth + over * 0.3)
        drawing.add("box", size, (0, height - crown - 0.028, 0.0), radius_m=0.008, name="moulding", **wood)
    if brief.has("mirror"):
        wide = width / doors * 0.62
        at = (-width / 2 + width / doors / 2, low + 0.14, depth / 2 - 0.026)
        drawing.add(
            "mirror_glass", (wide, height - low - crown - 0.3, 0.03), at, form="rectangular", name="mirror", **wood
        )


@archetype(
    "chest of drawers", "furniture", "storage",
    "chest of drawers, chest of drawer, dresser, drawer chest, commode, tallboy, highboy, chest drawer, drawer unit, "
    "kommode, cómoda, "
    "lowboy, bureau chest, lingerie chest, chiffonier",
    about="A case of wide drawers, one above the other, for clothes and linen.",
    parts="drawer, top",
)  # fmt: skip
def chest_of_drawers(drawing: Drawing, brief: Brief) -> None:
    """Draw a chest of drawers, tall and narrow as a tallboy."""
    is_tall = bool(brief.words & {"tallboy", "highboy"})
    drawers = brief.count("drawer", 6 if is_tall else 4, least=1, most=9)
    size = brief.box(0.6 if is_tall else 0.95, 0.2 * drawers + 0.14 if drawers < 7 else 1.4, 0.47)
    _case(drawing, brief, size, brief.of(_NAMES, "wood", is_main=True), doors=0, drawers=drawers, foot=0.12)


@archetype(
    "nightstand", "furniture", "storage",
    "nightstand, night stand, bedside table, bedside cabinet, night table, bedside unit, nachttisch, "
    "bedside chest",
    about="A small case beside a bed for a lamp, a book and a glass of water.",
    parts="drawer, shelf, top",
)  # fmt: skip
def nightstand(drawing: Drawing, brief: Brief) -> None:
    """Draw a nightstand: a drawer over an open shelf, or a case of drawers."""
    width, height, depth = brief.box(0.48, 0.56, 0.42)
    wood = brief.of(f"{_NAMES} nightstand", "wood", is_main=True)
    drawers = brief.count(
        "drawer", 2 if brief.style_name in ("realistic", "art deco", "rustic") else 1, least=1, most=4
    )
    if drawers > 1 or brief.has("door"):
        _case(drawing, brief, (width, height, depth), wood, doors=0, drawers=drawers, foot=0.13)
        return
    foot, wall = 0.17, 0.018
    drawing.add(
        "shelf_unit", (width, height - foot, depth), (0, foot, 0), shelves=0, wall_m=wall, name="carcass", **wood
    )
    tall = (height - foot) * 0.5
    drawing.add("cabinet", (width - 2 * wall + 0.002, tall, depth - 0.006), (0, height - wall - tall + 0.002, 0.0),
                name="drawer_case", doors=0, drawers=1, **grips(brief), **wood)  # fmt: skip
    legs = same_as(brief, "leg foot base", wood)
    style = leg_style(brief, "square")
    corner_legs(drawing, brief, legs, (width / 2 - 0.05, depth / 2 - 0.05), foot + 0.003, 0.036, style=style)


@archetype(
    "sideboard", "furniture", "storage",
    "sideboard, buffet, credenza, server cabinet, buffet cabinet, dining sideboard, anrichte, "
    "console cabinet, dresser buffet",
    about="A long low case with doors and drawers, in dining and living rooms, for plates, glasses and linen.",
    parts="door, drawer, top",
)  # fmt: skip
def sideboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a sideboard on legs."""
    doors = brief.count("door", 4, most=8)
    size = brief.box(1.6, 0.72, 0.45, grows=True)
    drawers = brief.count("drawer", 0 if doors < 3 else int(brief.choose("0", "1")), most=6)
    foot = 0.16 if brief.style.heft < 1.1 else 0.1
    _case(drawing, brief, size, brief.of(_NAMES, "wood", is_main=True), doors=doors, drawers=drawers, foot=foot)


@archetype(
    "tv stand", "furniture", "storage",
    "tv stand, television stand, tv unit, media console, tv cabinet, tv bench, entertainment center, media unit, "
    "lowboard, "
    "entertainment unit, media cabinet",
    about="A low, wide case on which a television stands, open in the middle for players and boxes.",
    parts="door, drawer, shelf, top",
)  # fmt: skip
def tv_stand(drawing: Drawing, brief: Brief) -> None:
    """Draw an open middle between two closed ends, with a box on its shelf, and a television if asked for."""
    width, height, depth = brief.box(1.6, 0.5, 0.4, grows=True)
    wood = brief.of(f"{_NAMES} stand", "wood", is_main=True)
    foot, end = 0.12, width * 0.29
    inner = width - 2 * end
    drawers, doors = brief.count("drawer", 0, most=6), brief.count("door", 2, most=4)
    for side in (1.0, -1.0):
        at, more = (side * (width - end) / 2, foot, 0), side > 0
        own = (drawers + more) // 2
        drawing.add(
            "cabinet",
            (end, height - foot - 0.024, depth),
            at,
            name="carcass",
            doors=0 if own else (doors + more) // 2,
            drawers=own,
            **grips(brief),
            **wood,
        )
    drawing.add(
        "shelf_unit",
        (inner + 0.004, height - foot - 0.024, depth - 0.02),
        (0, foot, -0.01),
        shelves=1,
        wall_m=0.02,
        name="middle",
        **wood,
    )
    drawing.add(
        "table_top", (width + 0.01, 0.026, depth + 0.006), (0, height - 0.026, 0), corner_m=0.008, name="top", **wood
    )
    style = leg_style(brief, "square")
    spread = (width / 2 - 0.09, depth / 2 - 0.06)
    corner_legs(drawing, brief, same_as(brief, "leg foot base", wood), spread, foot + 0.004, 0.042, style=style)
    drawing.add(
        "box",
        (inner * 0.66, 0.06, depth * 0.6),
        (0, foot + (height - foot - 0.044) / 2 + 0.019, 0),
        name="player",
        material="plastic_black",
    )
    if brief.has("television", "tv set", "screen"):
        drawing.add(
            "display", (1.22, 0.7, 0.05), (0, height + 0.05, -0.04), material="plastic_black", name="television"
        )
        drawing.add(
            "box",
            (0.5, 0.06, 0.2),
            (0, height - 0.002, -0.04),
            radius_m=0.02,
            name="television_foot",
            material="plastic_black",
        )
