"""A tiny house on a trailer; its long side with the door is at +z, its drawbar at +x."""

from dataclasses import replace

from engine.archetypes.brief import Brief
from engine.archetypes.buildings import roofing
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.placing import bent
from engine.archetypes.register import archetype

_FLOOR_M = 0.78
_WALLS = {
    "modern": "wood_charred", "minimalist": "paint_white", "industrial": "steel_corten", "steampunk": "walnut",
    "futuristic": "acrylic_white", "scandinavian": "paint_red", "victorian": "paint_blue",
}  # fmt: skip


@archetype(
    "house on wheels", "building", "residential",
    "house on wheels, tiny house on wheels, mobile tiny house, trailer house, tiny home on wheels, shepherd hut, "
    "shepherds hut, cabin on wheels, tiny house trailer, tiny mobile home",
    hints="towed home",
    about="A tiny wooden house built on a trailer with wheels and a drawbar, so that it can be towed.",
    parts="wall, roof, wheel, window, door, step, drawbar, chimney",
    features="chimney",
)  # fmt: skip
def house_on_wheels(drawing: Drawing, brief: Brief) -> None:
    """Draw a small boarded house with a door, windows and a pitched roof on the frame of a trailer."""
    width, height, depth = brief.box(6.2, 4.1, 2.6, keeps_shape=True)
    wood = brief.of("wall house body plank", _WALLS.get(brief.style_name, "cedar"), is_main=True)
    pitch = Pitch("gable", "seams" if brief.style.leg != "block" else "tiles", 0.75, 0.4, 0.25)
    main = Mass(0.0, _FLOOR_M, 0.0, width, max(height - _FLOOR_M - (depth / 2 + 0.4) * 0.75, 2.15), depth)
    look = replace(windows_of(brief), wide_m=0.75, every_m=1.9, has_shutters=False)
    door = -width * 0.3
    walls = Walls(doors={"front": [(door, 0.85, 1.98)]}, bays={"front": 3, "left": 1, "right": 1, "back": 2})
    shell(drawing, brief, main, wood, look, walls)
    roof = brief.of("roof", brief.style.roof or "steel_galvanised")
    roofing.pitched(drawing, main, pitch, roof, wood)
    drawing.add("door", (0.86, 1.98, 0.2), (door, main.y - 0.002, main.front - 0.12), has_light=True,
                **brief.of("door", "oak"))  # fmt: skip
    drawing.add("steps", (1.0, _FLOOR_M - 0.08, 0.8), (door, 0, main.front + 0.38), count=3,
                **brief.of("step", "wood"))  # fmt: skip
    if brief.has("chimney"):
        drawing.add("post", (0.16, 1.5, 0.16), (width * 0.28, main.top - 0.1, -depth * 0.2), name="chimney",
                    **brief.of("chimney", "iron_black"))  # fmt: skip
    _trailer(drawing, brief, main)


def _trailer(drawing: Drawing, brief: Brief, main: Mass) -> None:
    """Draw the frame below the floor, its wheels under their guards, the drawbar and the foot that it rests on."""
    steel = brief.of("frame trailer chassis drawbar", "iron_black")
    wheels, across = brief.count("wheel", 4, least=2, most=8), 0.66
    drawing.add("box", (main.width, 0.2, main.depth), (0, main.y - 0.2, 0), radius_m=0.01, name="chassis", **steel)
    axles = max(1, wheels // 2)
    for number in range(axles):
        x = (number - (axles - 1) / 2) * across * 1.12 + 0.35
        axle = (0.07, main.depth - 0.3, 0.07)
        drawing.add("rod", axle, (x, across / 2 - axle[1] / 2, 0), turn=(90, 0, 0), name="axle", **steel)
        drawing.add("box", (0.12, main.y - 0.18 - across / 2, main.depth * 0.5), (x, across / 2, 0), name="spring",
                    **steel)  # fmt: skip
        for side in (1, -1):
            z = side * (main.depth / 2 - 0.13)
            drawing.add("wheel", (0.22, across, across), (x, 0, z), turn=(0, 90, 0), spokes=5,
                        **brief.of("wheel rim", "steel_brushed"))  # fmt: skip
    end, y = main.width / 2, main.y - 0.12
    for side in (1, -1):
        bent(drawing, [(end - 0.2, y, side * main.depth * 0.36), (end + 1.2, y, 0.0)], 0.09, steel, name="drawbar",
             is_straight=True)  # fmt: skip
    drawing.add("box", (0.34, 0.12, 0.12), (end + 1.24, y - 0.05, 0), radius_m=0.02, name="coupling", **steel)
    drawing.add("rod", (0.07, y + 0.05, 0.07), (end + 1.1, 0, 0), name="jack", **steel)
    for x in (end - 0.25, 0.25 - end):
        for side in (1, -1):
            drawing.add("post", (0.08, main.y - 0.18, 0.08), (x, 0, side * main.depth * 0.42), name="support", **steel)
