"""The inside of a garage and workshop. The open side is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import FLOOR, furniture, room, room_box
from engine.archetypes.register import archetype

# What lies on the bench: how far from the wall side, how far along, and its turn.
_TOOLS = (("hammer", 0.1, -0.35, 0.0), ("wrench", 0.1, 0.05, 0.0), ("screwdriver", 0.1, 0.3, 40.0))


@archetype(
    "garage interior", "interior", "garage",
    "garage interior, workshop, garage workshop, tool shed interior, car workshop, mechanic garage, werkstatt, "
    "atelier, man cave, repair shop, auto repair shop, hobby room, inside of a garage",
    hints="repair, tools, fix the car, tinker, workbench",
    about="A garage from the inside, with a car or a bicycle, a workbench, tools on the wall and shelves.",
    parts="car, bicycle, workbench, bench, tool, shelf, lamp, toolbox",
    features="car, bicycle, workbench, motorcycle, garage",
)  # fmt: skip
def garage_interior(drawing: Drawing, brief: Brief) -> None:
    """Draw a garage inside: a car, a workbench with tools on a board above it, shelves, a ladder, a bicycle."""
    is_shop = bool(brief.words & {"workshop", "shed", "hobby", "atelier", "werkstatt"})
    has_car = brief.has("car", default=not is_shop)
    width, height, depth = room_box(brief, 6.4 if has_car else 4.4, 2.8, 6.2 if has_car else 3.8)
    room(drawing, brief, width, height, depth, floor="concrete", pattern="plain", window=(-width / 2 + 1.35, 1.2))
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    if has_car:
        car = "motorcycle" if brief.has("motorcycle") else "car"
        drawing.include(furniture(car, brief), (width / 2 - 1.75, FLOOR, 0.25))
    _workbench(drawing, brief, left, depth * 0.08 if has_car else -0.1)
    shelves = ((left + 0.2, FLOOR, back + 0.62), 90) if has_car else ((0.6, FLOOR, back + 0.2), 0)
    drawing.include(furniture("bookshelf", brief, "metal"), *shelves)
    drawing.include(
        furniture("toolbox", brief), (left + 0.34, FLOOR + 0.868, depth * 0.08 + 0.62 if has_car else 0.5), 90,
    )  # fmt: skip
    drawing.include(furniture("ladder", brief), (left + 1.0, FLOOR, back + 0.45))
    if brief.has("bicycle", default=True):
        stand = (left + 0.45, depth / 2 - 1.0) if has_car else (width / 2 - 0.5, depth / 2 - 1.15)
        drawing.include(furniture("bicycle", brief), (stand[0], FLOOR, stand[1]), 8)
    drawing.include(furniture("crate", brief), (left + 1.75 if has_car else width / 2 - 0.6, FLOOR, back + 0.42))


def _workbench(drawing: Drawing, brief: Brief, left: float, z: float) -> None:
    """Draw a bench along the left wall, and a board with tools above it."""
    top, legs = brief.of("workbench bench top", "wood", is_main=True), brief.of("leg frame", "iron_black")
    x, long = left + 0.34, 1.9
    drawing.add("box", (0.62, 0.07, long), (x, FLOOR + 0.8, z), radius_m=0.008, name="workbench", **top)
    for side in (-1, 1):
        for end in (-1, 1):
            drawing.add(
                "box", (0.08, 0.81, 0.08), (x + side * 0.24, FLOOR - 0.002, z + end * (long / 2 - 0.08)),
                radius_m=0.005, name="workbench_leg", **legs,
            )  # fmt: skip
    drawing.add("box", (0.54, 0.03, long - 0.1), (x, FLOOR + 0.22, z), radius_m=0.005, name="workbench_shelf", **top)
    drawing.add(
        "perforated", (long * 0.86, 0.9, 0.02), (left + 0.009, FLOOR + 1.08, z), turn=(0, 90, 0), name="tool_board",
        **brief.of("board", "steel_galvanised"),
    )  # fmt: skip
    for name, across, u, turn in _TOOLS:
        drawing.include(furniture(name, brief), (x + across, FLOOR + 0.8695, z + u), turn)
    for u, tint in ((-0.5, "#c0392b"), (-0.1, "#d8a23a"), (0.35, "#2f5fa0")):
        drawing.add(
            "torus", (0.26, 0.05, 0.26), (left + 0.045, FLOOR + 1.5, z + u), turn=(0, 0, 90), name="cable_coil",
            material="plastic_white", color=tint,
        )  # fmt: skip
    drawing.add("box", (0.14, 0.025, long * 0.8), (left + 0.08, FLOOR + 1.16, z), radius_m=0.003, name="ledge", **legs)
    for number in range(6):
        size = brief.vary(0.1, 0.16)
        drawing.add(
            "disc", (0.1, size, 0.1), (left + 0.09, FLOOR + 1.183, z - 0.6 + 0.24 * number), name="can",
            material="steel_galvanised", color=brief.choose("#b9472f", "#3d6b8c", "#c9a13b", ""),
        )  # fmt: skip
