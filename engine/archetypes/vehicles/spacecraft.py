"""What spacecraft have in common: their skins, solar panels and dishes, and the stand that they are shown on."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import Line, tubes
from engine.parts.repeats import many

_STEEL = Finish(material="steel_brushed", color="")
FOIL = {
    "steampunk": "copper_hammered",
    "rustic": "wood_reclaimed",
    "industrial": "steel_brushed",
    "futuristic": "plastic_white",
    "minimalist": "paint_white",
    "cyberpunk": "carbon_fibre",
}


def stand(drawing: Drawing, brief: Brief, across: float, top: float, thick: float) -> None:
    """Draw the foot and the post on which a thing of space is shown."""
    finish = brief.of("stand base post", "iron_black")
    drawing.add("disc", (across, thick * 0.8, across), (0, 0, 0), name="stand_base", edge=0.2, **finish)
    drawing.add("rod", (thick, top, thick), (0, thick * 0.4, 0), name="stand_post", **finish)


def panel(
    drawing: Drawing, brief: Brief, size: tuple[float, float], at: tuple[float, float, float], tilt: float
) -> None:
    """Draw a solar panel: cells in a frame, facing up and forward."""
    wide, tall = size
    cells = brief.of("panel cell solar", "paint_blue")
    drawing.add("box", (wide, tall, 0.03 * tall), at, turn=(tilt, 0, 0), name="solar_panel", **cells)
    y, z = at[1], at[2]
    lean = tilt * pi / 180
    middle = y + tall / 2
    frame: list[Line] = []
    for share in (-0.5, -0.25, 0.0, 0.25, 0.5):
        up, out = share * tall * cos(lean), share * tall * sin(lean)
        frame.append([(at[0] - wide / 2, middle + up, z + out), (at[0] + wide / 2, middle + up, z + out)])
    count = many(wide / tall * 3, least=2)
    for step in range(count + 1):
        x = at[0] - wide / 2 + wide * step / count
        frame.append(
            [
                (x, middle - 0.5 * tall * cos(lean), z - 0.5 * tall * sin(lean)),
                (x, middle + 0.5 * tall * cos(lean), z + 0.5 * tall * sin(lean)),
            ]
        )
    tubes(drawing, frame, 0.045 * tall, "panel_frame", brief.of("frame", "aluminium"))


def dish(drawing: Drawing, brief: Brief, across: float, at: tuple[float, float, float], lean: float) -> None:
    """Draw a dish antenna with its feed, its back at a place, leaning to the front."""
    white = brief.of("dish antenna", "plastic_white")
    x, y, z = at
    drawing.add(
        "hollow_turning",
        (across, across * 0.26, across),
        (x, y, z),
        turn=(lean, 0, 0),
        name="dish",
        profile=[0, 0, 0.4, 0.1, 0.75, 0.42, 1.0, 0.94, 0.97, 1.0, 0.7, 0.5, 0.36, 0.2, 0.0, 0.12],
        **white,
    )
    angle, middle = lean * pi / 180, y + across * 0.13
    foot = (x, middle - across * 0.06 * cos(angle), z - across * 0.06 * sin(angle))
    tip = (x, middle + across * 0.42 * cos(angle), z + across * 0.42 * sin(angle))
    tubes(drawing, [[foot, tip]], across * 0.05, "feed", _STEEL)
    drawing.add("ball", (across * 0.1,) * 3, (tip[0], tip[1] - across * 0.05, tip[2]), name="feed_horn", **_STEEL)
