"""Rooms: floor, two or three walls, and furniture from the other archetypes. The open side is +z."""

from dataclasses import replace
from typing import TypedDict

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import ARCHETYPES, archetype


class Grip(TypedDict):
    """How fronts and their handles look."""

    handle: str
    handles_material: str
    front: str


def _furniture(name: str, brief: Brief, *words: str, material: str = "", **counts: int) -> Drawing:
    """Return another archetype drawn in this brief's style; only what the text says of that piece reaches it."""
    own = replace(
        brief,
        words=frozenset(words),
        materials=(material,) if material else (),
        colors=(),
        counts=counts,
        sizes={},
        modifiers=frozenset(),
        part_materials=_named(brief.part_materials, name),
        part_colors=_named(brief.part_colors, name),
    )
    drawing = Drawing(own, name=name)
    ARCHETYPES[name].draw(drawing, own)
    return drawing


def _named(values: dict[str, str], name: str) -> dict[str, str]:
    last = name.rsplit(maxsplit=1)[-1]
    return {part: value for part, value in values.items() if part == last}


def _room(
    drawing: Drawing,
    brief: Brief,
    width: float,
    height: float,
    depth: float,
    *,
    floor: str,
    pattern: str,
    window: tuple[float, float] = (0.1, 1.9),
) -> None:
    """Draw floor, back wall with a window (its middle's x and its width), left wall, skirting."""
    ground = brief.of("floor", floor)
    drawing.add("floor", (width, 0.1, depth), (0, -0.1 + 0.1, 0), pattern=pattern, **ground)
    paint = brief.of("wall", "wall")
    if not paint["color"] and paint["material"] == "paint_white":
        paint["color"] = brief.choose("#e9e4da", "#dfe5e2", "#e6dcd0")
    thick = 0.12
    hole: list[str | float] = [window[0], 1.05, window[1], 1.2]
    drawing.add("wall", (width, height - 0.1, thick), (0, 0.098, -depth / 2 + thick / 2), openings_m=hole, **paint)
    drawing.add(
        "wall",
        (depth - thick, height - 0.1, thick),
        (-width / 2 + thick / 2, 0.098, thick / 2),
        turn=(0, 90, 0),
        **paint,
    )
    drawing.add(
        "window",
        (window[1] + 0.08, 1.26, 0.16),
        (window[0], 1.1, -depth / 2 + thick / 2 + 0.02),
        columns=max(1, round(window[1] / 0.62)),
        rows=1,
        is_clear=True,
        **brief.of("window", "paint_white"),
    )
    drawing.add(
        "skirting", (width - thick, 0.11, 0.02), (thick / 2, 0.098, -depth / 2 + thick + 0.008), material="paint_white"
    )
    drawing.add(
        "skirting",
        (depth - thick, 0.11, 0.02),
        (-width / 2 + thick + 0.008, 0.098, thick / 2),
        turn=(0, 90, 0),
        material="paint_white",
    )


@archetype(
    "living room", "interior", "living room",
    "living room, lounge, sitting room, family room, livingroom, drawing room, interior, room, apartment, "
    "studio apartment, den",
    hints="indoor, dining room, bathroom, furnished, space",
)  # fmt: skip
def living_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a living room: sofa, armchair, coffee table on a rug, shelf, television, lamp, plant, pictures, curtains."""
    width, height, depth = brief.box(5.2, 2.7, 4.4)
    _room(
        drawing,
        brief,
        width,
        height,
        depth,
        floor="wood" if brief.style.wood not in ("plastic_white",) else "tile_white",
        pattern="planks",
    )
    y, back = 0.098, -depth / 2 + 0.12
    rug = brief.of("rug carpet", brief.choose("fabric_blue", "fabric_grey"))
    drawing.add("rug", (2.5, 0.016, 1.75), (-0.1, y, 0.35), **rug)
    drawing.include(_furniture("sofa", brief, material=brief.part_materials.get("sofa", "")), (-0.1, y, back + 0.62))
    drawing.include(_furniture("sofa", brief, "armchair"), (width / 2 - 0.85, y, 0.45), -62)
    drawing.include(_furniture("table", brief, "coffee"), (-0.1, y + 0.012, 0.42))
    drawing.include(_furniture("bookshelf", brief), (-width / 2 + 0.12 + 0.19, y, -0.2), 90)
    drawing.include(_furniture("lamp", brief, "floor"), (-width / 2 + 0.48, y, back + 0.38))
    drawing.include(_furniture("plant", brief, "potted"), (width / 2 - 0.42, y, back + 0.4))
    drawing.include(_furniture("cabinet", brief, door=2), (-width / 2 + 0.12 + 0.24, y, depth / 2 - 0.95), 90)
    sideboard = drawing.objects[-1].position.y
    drawing.include(_furniture("vase", brief), (-width / 2 + 0.34, y + 0.72 - 0.002 + sideboard * 0, depth / 2 - 1.4))
    for x in (-0.98, 1.06):
        drawing.add(
            "curtain",
            (0.5, 2.05, 0.1),
            (width * 0.02 + x * 1.2, 0.35, back + 0.06),
            **brief.of("curtain", "fabric_grey"),
        )
    drawing.add(
        "rod",
        (0.024, 3.1, 0.024),
        (width * 0.02, 2.41 - 1.55, back + 0.06),
        turn=(0, 0, 90),
        name="curtain_rail",
        **brief.of("rail", "metal"),
    )
    for x in (-1.2, 1.2):
        drawing.add(
            "box",
            (0.03, 0.05, 0.09),
            (width * 0.02 + x, 2.385, back + 0.03),
            name="rail_bracket",
            **brief.of("rail", "metal"),
        )
    drawing.add(
        "picture",
        (0.6, 0.8, 0.03),
        (-width / 2 + 0.133, 1.55, 1.15),
        turn=(0, 90, 0),
        art_color=brief.choose("#b4694a", "#5d7d8c", "#7c8f62"),
        **brief.of("picture", "wood"),
    )
    drawing.include(_table_things(brief), (-0.1, y + 0.012 + 0.42, 0.42))


def _table_things(brief: Brief) -> Drawing:
    things = Drawing(brief)
    things.add("books", (0.075, 0.26, 0.19), (0.28, -0.09, 0.03), turn=(0, 12, 90), material="paper", seed=3)
    things.add(
        "vessel",
        (0.24, 0.08, 0.24),
        (-0.2, -0.002, 0.0),
        form="bowl",
        name="bowl",
        material="ceramic_white",
        color=brief.choose("#5f7f86", "#c77b4f", ""),
    )
    return things


@archetype(
    "kitchen", "interior", "kitchen",
    "kitchen, kitchenette, kitchen interior, galley kitchen, kitchen room",
)  # fmt: skip
def kitchen(drawing: Drawing, brief: Brief) -> None:
    """Draw a kitchen.

    Base and wall units, worktop with sink, tap and hob, oven, hood, fridge, island with stools, lamps.
    """
    width, height, depth = brief.box(4.8, 2.7, 4.0)
    _room(
        drawing,
        brief,
        width,
        height,
        depth,
        floor="tile_white" if brief.style_name not in ("rustic", "steampunk") else "slate",
        pattern="tiles",
        window=(-width / 2 + 0.13 + 1.0, 0.74),
    )
    y, back = 0.098, -depth / 2 + 0.12
    front = _fronts(brief)
    top = brief.of(
        "counter countertop worktop top",
        {"rustic": "oak", "industrial": "concrete"}.get(brief.style_name, "stone"),
        is_accent=True,
    )
    steel = Finish(material="steel_brushed", color="")
    left = -width / 2 + 0.13
    units = ((0.6, 2, 0), (0.8, 2, 0), (0.6, 0, 0), (0.6, 0, 3), (0.6, 1, 1))
    x, depth_unit = left, 0.58
    grip = Grip(handle=brief.style.handle, handles_material=brief.style.metal, front=brief.style.front)
    for number, (wide, doors, drawers) in enumerate(units):
        centre = x + wide / 2
        if number == 2:
            drawing.add(
                "oven", (wide - 0.004, 0.87, depth_unit), (centre, y, back + depth_unit / 2), is_built_in=True, **steel
            )
            _hood_and_hob(drawing, centre, y, back, wide, height, steel)
        else:
            drawing.add(
                "cabinet",
                (wide - 0.004, 0.87, depth_unit),
                (centre, y, back + depth_unit / 2),
                doors=doors,
                drawers=drawers,
                plinth_m=0.1,
                **grip,
                **front,
            )
        x += wide
    run = x - left
    _counter(drawing, brief, y, back, top, left, run)
    _above_the_counter(drawing, brief, y, back, front, steel, left, x, grip)
    _island(drawing, brief, front, top, y, grip)


def _fronts(brief: Brief) -> Finish:
    """Return what the units' fronts are made of, in a quiet colour unless one is asked for."""
    front = brief.of(
        "cabinet cupboard door unit",
        {
            "rustic": "pine",
            "steampunk": "walnut",
            "industrial": "iron_black",
            "minimalist": "paint_white",
            "art deco": "paint_black",
        }.get(brief.style_name, "paint_white"),
        is_main=True,
    )
    if not front["color"] and front["material"] == "paint_white" and brief.style_name in ("realistic", "contemporary"):
        front["color"] = brief.choose("#a9bfae", "#9fb2c4", "#d8cdb8")
    return front


def _counter(drawing: Drawing, brief: Brief, y: float, back: float, top: Finish, left: float, run: float) -> None:
    """Draw the worktop and the splashback."""
    drawing.add(
        "box",
        (run + 0.01, 0.04, 0.63),
        (left + run / 2, y + 0.866, back + 0.315),
        radius_m=0.004,
        name="worktop",
        **top,
    )
    drawing.add(
        "box",
        (run, 0.5, 0.012),
        (left + run / 2, y + 0.9, back + 0.005),
        radius_m=0.001,
        name="splashback",
        **brief.of("splashback tile", "tile_white"),
    )


def _above_the_counter(
    drawing: Drawing,
    brief: Brief,
    y: float,
    back: float,
    front: Finish,
    steel: Finish,
    left: float,
    x: float,
    grip: Grip,
) -> None:
    """Draw sink, tap, wall units and the fridge at the end of the run."""
    sink_x = left + 0.6 + 0.4
    drawing.add("sink", (0.54, 0.16, 0.42), (sink_x, y + 0.906 - 0.152, back + 0.32), **steel)
    drawing.add("faucet", (0.12, 0.36, 0.24), (sink_x, y + 0.9, back + 0.16), **brief.of("faucet tap", "chrome"))
    for wide, centre in ((0.6, left + 0.3), (0.6, left + 2.3), (0.6, left + 2.9)):
        drawing.add(
            "cabinet",
            (wide - 0.004, 0.66, 0.34),
            (centre, 1.52, back + 0.17),
            doors=2,
            is_hung=True,
            name="wall_unit",
            **grip,
            **front,
        )
    drawing.add("fridge", (0.66, 1.9, 0.68), (x + 0.37, y, back + 0.35), **brief.of("fridge", "steel_brushed"))


def _hood_and_hob(drawing: Drawing, x: float, y: float, back: float, wide: float, height: float, steel: Finish) -> None:
    drawing.add("hob", (0.56, 0.014, 0.5), (x, y + 0.903, back + 0.32), material="paint_black")
    drawing.add("hood", (wide, height - 1.62, 0.46), (x, 1.62, back + 0.23), **steel)


def _island(drawing: Drawing, brief: Brief, front: Finish, top: Finish, y: float, grip: Grip) -> None:
    if "island" in brief.excluded:
        return
    body = brief.of("island", "walnut" if front["material"] != "walnut" else "oak")
    drawing.add(
        "cabinet",
        (1.7, 0.87, 0.62),
        (0.15, y, 0.42),
        turn=(0, 180, 0),
        doors=4,
        plinth_m=0.08,
        name="island",
        **grip,
        **body,
    )
    drawing.add("box", (1.95, 0.045, 1.02), (0.15, y + 0.866, 0.6), radius_m=0.005, name="island_top", **top)
    stools = brief.count("stool", 3, most=5)
    for number in range(stools):
        drawing.include(
            _furniture("stool", brief, "bar"), (0.15 + (number - (stools - 1) / 2) * 0.6, y, 1.2), 20.0 * (number - 1)
        )
    drawing.add(
        "vessel",
        (0.3, 0.1, 0.3),
        (-0.35, y + 0.908, 0.55),
        form="bowl",
        name="bowl",
        material="ceramic_white",
        color="#47707a",
    )
    for x in (-0.42, -0.3, -0.36):
        drawing.add(
            "ball",
            (0.085, 0.08, 0.085),
            (x, y + 0.917 + (0.045 if x == -0.36 else 0.0), 0.55 + (0.05 if x == -0.42 else -0.02)),
            name="fruit",
            material="paint_red",
            color=brief.choose("#d9822b", "#c9362c", "#b7c23a"),
        )


@archetype(
    "bedroom", "interior", "bedroom",
    "bedroom, bed room, guest room, hotel room, master bedroom, bedroom interior",
)  # fmt: skip
def bedroom(drawing: Drawing, brief: Brief) -> None:
    """Draw a bedroom: bed between two side tables with lamps, wardrobe, rug, chair, plant."""
    width, height, depth = brief.box(4.6, 2.7, 4.2)
    _room(drawing, brief, width, height, depth, floor="wood", pattern="planks")
    y, back = 0.098, -depth / 2 + 0.12
    drawing.add("rug", (2.6, 0.016, 1.7), (0.25, y, 0.35), **brief.of("rug carpet", "fabric_grey"))
    drawing.include(_furniture("bed", brief), (0.25, y + 0.002, back + 1.12))
    for x in (-0.86, 1.36):
        side = _furniture("table", brief, "side")
        drawing.include(side, (x, y, back + 0.3))
        drawing.include(_furniture("lamp", brief), (x, y + 0.549, back + 0.28))
    drawing.include(_furniture("cabinet", brief, "wardrobe"), (-width / 2 + 0.12 + 0.33, y, 0.6), 90)
    drawing.include(_furniture("plant", brief, "potted"), (width / 2 - 0.35, y, depth / 2 - 0.45))


@archetype(
    "office", "interior", "office",
    "office, study, home office, workroom, office room, office interior, study room, workspace",
)  # fmt: skip
def office(drawing: Drawing, brief: Brief) -> None:
    """Draw an office: desk with a screen, office chair, bookshelf, cabinet, plant, rug."""
    width, height, depth = brief.box(4.2, 2.7, 3.6)
    _room(drawing, brief, width, height, depth, floor="wood", pattern="planks")
    y, back = 0.098, -depth / 2 + 0.12
    drawing.add("rug", (2.2, 0.014, 1.6), (0.2, y, 0.3), **brief.of("rug carpet", "fabric_grey"))
    drawing.include(_furniture("desk", brief, "office"), (0.2, y + 0.01, 0.15), 180)
    drawing.include(_furniture("office chair", brief), (0.3, y + 0.012, -0.62), 8)
    drawing.include(_furniture("bookshelf", brief), (-width / 2 + 0.12 + 0.19, y, -0.7), 90)
    drawing.include(_furniture("bookshelf", brief), (-width / 2 + 0.12 + 0.19, y, 0.28), 90)
    drawing.include(_furniture("plant", brief, "potted"), (width / 2 - 0.4, y, back + 0.42))
    drawing.include(_furniture("lamp", brief, "floor"), (-width / 2 + 0.5, y, back + 0.36))
