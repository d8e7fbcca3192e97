"""Household machines: fridge, oven, washing machine, robot vacuum; the front is +z."""

from msgspec.structs import replace

from domain.spec import Dimensions, Position
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
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
    style = brief.style
    grip, knob = brief.of("handle", _METALS.get(brief.style_name, "chrome")), brief.of("knob", style.trim)
    cooker = drawing.add(
        "oven",
        (width, height, depth),
        name="cooker",
        handles_material=grip["material"],
        handles_color=grip["color"],
        knobs_material=knob["material"] if style.ornament != "none" or knob["color"] else "steel_brushed",
        knobs_color=knob["color"],
        **brief.of("body oven cooker", _COOKERS.get(brief.style_name, "steel_brushed"), is_main=True),
    )
    side = Dimensions(width, height * 0.88, depth * 0.8)  # the sides end before the door and above the feet
    at = Position(0.0, height * 0.06, -depth * 0.07)
    dress(drawing, brief, replace(cooker, dimensions=side, position=at), "left", "right")


_COOKERS = {
    "rustic": "enamel_white", "minimalist": "paint_white", "futuristic": "plastic_white", "steampunk": "bronze_aged",
    "art deco": "paint_black", "modern": "paint_black", "victorian": "enamel_white", "gothic": "iron_black",
    "scandinavian": "enamel_white", "mid century": "enamel_white", "bauhaus": "paint_white", "japanese": "slate",
    "baroque": "enamel_white", "cyberpunk": "carbon_fibre", "industrial": "iron_black",
}  # fmt: skip
_METALS = {
    "steampunk": "copper", "art deco": "gold", "victorian": "brass_polished", "baroque": "gold",
    "gothic": "iron_black", "rustic": "iron_black", "scandinavian": "oak", "japanese": "oak", "bauhaus": "paint_red",
    "contemporary": "brass_polished", "mid century": "brass_polished", "minimalist": "paint_white",
}  # fmt: skip


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
