"""What stands beside a factory and on its roof: chimneys, tanks, pipes, a cooling tower, panels on saw teeth."""

from math import atan2, cos, degrees, sin

from engine.archetypes.brief import Brief
from engine.archetypes.buildings.walls import Mass
from engine.archetypes.drawing import Drawing


def saw_tooth_panels(drawing: Drawing, hall: Mass, high: float, teeth: int) -> None:
    """Draw solar panels on the slopes of a saw-tooth roof whose teeth fall towards +x."""
    run = (hall.width + 0.2) / teeth
    thick = min(0.16, high * 0.2)
    tilt = atan2((high - thick) * 0.88, run * 0.98)
    for tooth in range(teeth):
        x = hall.x - (hall.width + 0.2) / 2 + run * (tooth + 0.49)
        y = hall.top - 0.02 + high * (0.44 * (high - thick) + thick) / (0.88 * (high - thick) + thick)
        drawing.add(
            "solar_array", (hall.depth * 0.9, 0.26, run * 0.7), (x + 0.1 * sin(tilt), y + 0.1 * cos(tilt) - 0.13, 0),
            turn=(degrees(tilt), 90, 0), columns=10, rows=2, name="solar_panels", material="aluminium",
        )  # fmt: skip


def chimneys_and_tanks(drawing: Drawing, brief: Brief, hall: Mass, ground: float, height: float, width: float) -> None:
    """Draw chimneys, a cooling tower, tanks and the pipes that join them."""
    brick = brief.of(
        "chimney stack", {"modern": "steel_brushed", "futuristic": "chrome", "minimalist": "concrete",
        "steampunk": "copper"}.get(brief.style_name, "brick_red"),
    )  # fmt: skip
    x = hall.x + hall.width / 2 + 1.3
    for number in range(brief.count("chimney", 2, most=4)):
        wide = height * 0.085
        z = -hall.depth * 0.36 + number * (wide + 1.7)
        drawing.add("smokestack", (wide, height - 0.1, wide), (x, ground, z), name="chimney", **brick)
    steel = brief.of(
        "tank pipe", {"steampunk": "copper", "industrial": "iron_rusty"}.get(brief.style_name, "steel_galvanised"),
    )  # fmt: skip
    for z in (0.22, 0.4):
        drawing.add(
            "ribbed_shell", (2.2, height * 0.28, 2.2), (x, ground, hall.depth * z), name="tank", rings=5, **steel,
        )  # fmt: skip
        drawing.add(
            "dome", (2.2, 0.6, 2.2), (x, ground + height * 0.28 - 0.01, hall.depth * z), name="tank_lid", **steel,
        )  # fmt: skip
        drawing.add(
            "rod", (0.3, 2.0, 0.3), (x - 1.3, ground + height * 0.2, hall.depth * z), turn=(0, 0, 90), name="pipe",
            **steel,
        )  # fmt: skip
    if brief.has("cooling tower", default="nuclear" in brief.words):
        drawing.add(
            "cooling_tower", (7.0, 10.0, 7.0), (-width * 0.42, ground, -hall.depth * 0.42),
            **brief.of("cooling", "concrete"),
        )  # fmt: skip
    for number, at in enumerate((-0.2, 0.14)):
        drawing.add(
            "rooftop_unit", (1.6, 0.9, 1.1),
            (hall.x - hall.width / 2 - width * 0.1, ground + height * 0.5 + 0.18, hall.depth * at + number * 0.1),
            material="steel_galvanised",
        )  # fmt: skip
