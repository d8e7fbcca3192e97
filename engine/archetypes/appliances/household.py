"""Household machines: fridge, oven, washing machine, robot vacuum; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "robot vacuum", "appliance", "smart home",
    "robot vacuum, vacuum robot, robotic vacuum, roomba, cleaning robot, robot vacuum "
    "cleaner, robotic vacuum cleaner, saugroboter, robot aspirateur",
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
