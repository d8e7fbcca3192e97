"""Household machines: fridge, oven, washing machine, robot vacuum; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "robot vacuum", "appliance", "smart home",
    "robot vacuum, vacuum robot, robotic vacuum, vacuum cleaner, roomba, cleaning robot, robot vacuum "
    "cleaner, robotic vacuum cleaner, vacuum",
)  # fmt: skip
def robot_vacuum(drawing: Drawing, brief: Brief) -> None:
    """Draw a robot vacuum with its dock behind it."""
    width, height, depth = brief.box(0.35, 0.097, 0.35, keeps_shape=True)
    shell = brief.of("body case vacuum", "body", is_main=True)
    drawing.add("robot_vacuum", (width, height, depth), name="body", **shell)
    if brief.has("dock", "station", default=True):
        drawing.add(
            "box",
            (width * 0.55, height * 1.5, width * 0.2),
            (0, 0, -depth * 0.66),
            radius_m=width * 0.05,
            name="dock",
            **shell,
        )
        drawing.add(
            "plate",
            (width * 0.6, height * 0.05, width * 0.42),
            (0, 0, -depth * 0.55),
            name="dock_foot",
            material="plastic_black",
        )
        drawing.add(
            "button",
            (0.02, 0.004, 0.02),
            (0, height * 1.48, -depth * 0.66),
            name="dock_light",
            material="screen_emissive",
        )


@archetype(
    "fridge", "appliance", "kitchen",
    "fridge, refrigerator, freezer, fridge freezer, smart fridge, ice box",
)  # fmt: skip
def fridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a fridge with its freezer."""
    french = brief.has("french", "american", "double", "smart") or brief.counts.get("door") == 4
    width, height, depth = brief.box(*((0.91, 1.78, 0.74) if french else (0.6, 1.85, 0.66)))
    shell = brief.of(
        "body door fridge",
        {"minimalist": "paint_white", "rustic": "enamel_white", "steampunk": "bronze_aged"}.get(
            brief.style_name, "steel_brushed"
        ),
        is_main=True,
    )
    drawing.add(
        "fridge",
        (width, height, depth),
        doors=4 if french else brief.count("door", 2, least=1, most=2),
        has_dispenser=french,
        **shell,
    )


@archetype(
    "oven", "appliance", "kitchen",
    "oven, stove, cooker, range, kitchen range, gas stove, electric oven, range cooker, microwave",
    hints="appliance, cook, bake",
)  # fmt: skip
def oven(drawing: Drawing, brief: Brief) -> None:
    """Draw a cooker with oven, hob and knobs."""
    width, height, depth = brief.box(0.6, 0.9, 0.62)
    drawing.add(
        "oven",
        (width, height, depth),
        name="cooker",
        **brief.of(
            "body oven cooker",
            {"rustic": "enamel_white", "minimalist": "paint_white"}.get(brief.style_name, "steel_brushed"),
            is_main=True,
        ),
    )


@archetype(
    "washing machine", "appliance", "laundry",
    "washing machine, washer, dryer, tumble dryer, laundry machine, clothes dryer, dishwasher",
)  # fmt: skip
def washing_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a front-loading washing machine."""
    width, height, depth = brief.box(0.6, 0.85, 0.58)
    drawing.add(
        "washer",
        (width, height, depth),
        **brief.of("body", "enamel_white" if brief.style_name != "industrial" else "steel_brushed", is_main=True),
    )
